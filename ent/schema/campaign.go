package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/term"
)

// Campaign 专项工作 is a year's work on a unit and its subtree.
type Campaign struct{ ent.Schema }

func (Campaign) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, directory}
}

func (Campaign) Fields() []ent.Field {
	return []ent.Field{
		field.Int("year").Range(1949, 2199),
		field.String("title").NotEmpty().MaxRuneLen(200),
		field.String("description").MaxRuneLen(4000).Default(""),
		field.Enum("phase").GoType(term.CampaignPhase("")).SchemaType(word),
		field.JSON("kinds", []term.FormKind{}).Comment("forms that are filled"),
		field.JSON("phases", []term.PhasePlan{}).Comment("when each phase is and what is due in it"),
		field.Int("publicity_days").Range(1, 90).Comment("公示期"),
		field.Int("objection_days").Range(1, 180).Comment("within which an objection is answered"),
		field.Bool("public_names").Default(false).Comment("whether names may be made public"),
		field.Int64("previous_id").Optional().Nillable().Comment("campaign that this one carries on"),
		field.Time("opened_at").SchemaType(moment).Optional().Nillable(),
		field.Time("expected_at").SchemaType(moment).Optional().Nillable().Comment("when every expected form was there"),
		field.Time("closed_at").SchemaType(moment).Optional().Nillable().Comment("nothing is filled or reviewed from then on"),
	}
}

func (Campaign) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("next", Campaign.Type).Annotations(keep).From("previous").Field("previous_id").Unique(),
	}
}

func (Campaign) Indexes() []ent.Index { return append(levelIndexes("year"), index.Fields("year")) }

// Form is a form that a campaign requires: a department's, or a personal one.
type Form struct{ ent.Schema }

func (Form) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, forms}
}

func (Form) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("campaign_id").Immutable(),
		field.Enum("kind").GoType(term.FormKind("")).SchemaType(word).Immutable(),
		field.Int64("subject_id").Immutable().Comment("the person, or else the department; with campaign and kind it makes the form one of its kind"),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("whose form it is, null for a department's"),
		field.Enum("state").GoType(term.FormState("")).SchemaType(word),
		field.Int("revision").Positive().Default(1),
		field.Time("due_on").SchemaType(day),
		field.Int64("preparer_id").Optional().Nillable().Comment("who is named to fill it; null where those who lead the unit do"),
		field.JSON("prepared_by", []int64{}).Default([]int64{}).Comment("accounts that wrote in this revision or in its rows"),
		field.JSON("prepared_by_persons", []int64{}).Default([]int64{}).Comment("and their people"),
		field.Bool("started").Default(false).Comment("whether anything was filled in since it was expected or returned"),
		field.Bool("contains_a").Default(false).Comment("an A grade stands in what was submitted"),
		field.Int64("addressee_id").Optional().Nillable().Comment("who is to review it; null for all who hold the stage's role"),
		field.Enum("turn").GoType(term.Turn("")).SchemaType(word).Optional().Comment("who reviews it after those are passed over who may not"),
		field.JSON("passed_over", []term.PassedOver{}).Optional().Comment("who was passed over for it, and why"),
		field.Int64("submission_id").Optional().Nillable().Comment("newest submission"),
		field.Time("submitted_at").SchemaType(moment).Optional().Nillable(),
		field.Time("stage_since").SchemaType(moment).Comment("when it came to where it stands"),
		field.Time("returned_at").SchemaType(moment).Optional().Nillable().Comment("null once it is submitted again"),
		field.String("return_reason").MaxRuneLen(2000).Default(""),
		field.Time("publicity_until").SchemaType(day).Optional().Nillable().Comment("last day of the public window"),
		field.Time("filed_at").SchemaType(moment).Optional().Nillable(),
		field.String("filed_number").MaxRuneLen(64).Default("").Comment("备案编号"),
		field.String("filed_hash").MaxRuneLen(64).Default("").Comment("SHA-256 of the filed content, in hexadecimal"),
		field.String("drop_reason").MaxRuneLen(500).Default(""),
	}
}

func (Form) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("campaign", Campaign.Type).Field("campaign_id").Unique().Required().Immutable().Annotations(keep, asked),
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
		edge.To("preparer", Person.Type).Field("preparer_id").Unique().Annotations(keep),
		edge.To("addressee", Person.Type).Field("addressee_id").Unique().Annotations(keep),
		edge.From("submissions", FormSubmission.Type).Ref("form"),
		edge.From("review_decisions", ReviewDecision.Type).Ref("form").Annotations(asked),
	}
}

func (Form) Indexes() []ent.Index {
	var levels []ent.Index
	for n := 1; n <= Levels; n++ {
		// The progress of a subordinate unit is counted from the index alone.
		columns := []string{"campaign_id", levelColumn(n)}
		if n < Levels {
			columns = append(columns, levelColumn(n+1))
		}
		levels = append(levels, index.Fields(append(columns, "kind", "state", "due_on", "started", "returned_at")...))
	}
	return append(levels,
		index.Fields("campaign_id", "kind", "subject_id").Unique(),
		index.Fields("person_id", "state"), index.Fields("preparer_id", "state"), index.Fields("addressee_id", "state"),
		index.Fields("state", "due_on"))
}

// FormDraft is what was typed into a form and is not in the register yet. It is stored as
// typed, even if invalid.
type FormDraft struct{ ent.Schema }

func (FormDraft) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, programOnly, unlogged{}, sealed{}}
}

func (FormDraft) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("form_id").Unique().Immutable(),
		field.Text("content").MaxLen(draftBytes).Comment("JSON, see server/form"),
		field.Int64("saved_by").Optional().Nillable().Comment("account"),
	}
}

func (FormDraft) Edges() []ent.Edge {
	return []ent.Edge{edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep)}
}

// FormSnapshot is the content of a form as submitted or filed, never changed.
type FormSnapshot struct{ ent.Schema }

func (FormSnapshot) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealedOnce{}}
}

func (FormSnapshot) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("form_id").Immutable(),
		field.String("hash").MaxRuneLen(64).Immutable().Comment("SHA-256 of the content, in hexadecimal"),
		field.Text("content").MaxLen(snapshotBytes).Immutable().Comment("canonical JSON, see server/form"),
		field.Time("at").SchemaType(moment).Immutable(),
	}
}

func (FormSnapshot) Edges() []ent.Edge {
	return []ent.Edge{edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep)}
}

func (FormSnapshot) Indexes() []ent.Index {
	return []ent.Index{index.Fields("form_id", "hash").Unique()}
}

// FormSubmission is one submission of a form, with the hash of its content.
type FormSubmission struct{ ent.Schema }

func (FormSubmission) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, forms} }

func (FormSubmission) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("form_id").Immutable(),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("whose form it is, null for a department's"),
		field.Int("revision").Positive().Immutable(),
		field.Int("number").Positive().Immutable().Comment("counts up from 1 within the form").Annotations(ordered),
		field.String("hash").MaxRuneLen(64).Immutable().Comment("of the snapshot"),
		field.Bool("contains_a").Immutable(),
		field.Int64("submitter_id").Optional().Nillable().Immutable().Comment("person"),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("submitter_name").MaxRuneLen(100).Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Bool("late").Default(false).Immutable().Comment("after its deadline"),
		field.Time("ended_at").SchemaType(moment).Optional().Nillable().Comment("when it was returned, recalled, changed or filed"),
		field.String("ended_by").MaxRuneLen(32).Default("").Comment("what ended it: RETURNED, RECALLED, CHANGED or FILED"),
		field.String("end_reason").MaxRuneLen(2000).Default(""),
	}
}

func (FormSubmission) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("submitter", Person.Type).Field("submitter_id").Unique().Immutable().Annotations(keep),
		edge.From("review_decisions", ReviewDecision.Type).Ref("submission"),
	}
}

func (FormSubmission) Indexes() []ent.Index {
	return []ent.Index{index.Fields("form_id", "number").Unique()}
}

// ReviewDecision 审核意见 is the decision of one stage of the review on a submission, signed by a
// person.
type ReviewDecision struct{ ent.Schema }

func (ReviewDecision) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, placed{}, forms} }

func (ReviewDecision) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("form_id").Immutable(),
		field.Int64("submission_id").Immutable(),
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("whose form it is, null for a department's"),
		field.Enum("stage").GoType(term.FormState("")).SchemaType(word).Immutable(),
		field.Enum("verdict").GoType(term.Verdict("")).SchemaType(word).Immutable(),
		field.String("text").MaxRuneLen(2000).Default("").Immutable(),
		field.Enum("returned_to").GoType(term.FormState("")).SchemaType(word).Optional().Nillable().Immutable(),
		field.Int64("signer_id").Optional().Nillable().Immutable().Comment("person"),
		field.Int64("account_id").Optional().Nillable().Immutable(),
		field.String("signer_name").MaxRuneLen(100).Immutable().Comment("as of that day"),
		field.String("signer_title").MaxRuneLen(100).Default("").Immutable().Comment("职务 as of that day"),
		field.Enum("signer_role").GoType(term.Role("")).SchemaType(word).Optional().Nillable().Immutable(),
		field.Int64("behalf_id").Optional().Nillable().Immutable().Comment("person who delegated it"),
		field.String("behalf_name").MaxRuneLen(100).Default("").Immutable(),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Time("voided_at").SchemaType(moment).Optional().Nillable(),
		field.String("void_reason").MaxRuneLen(2000).Default(""),
	}
}

func (ReviewDecision) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("submission", FormSubmission.Type).Field("submission_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("signer", Person.Type).Field("signer_id").Unique().Immutable().Annotations(keep),
		edge.To("behalf", Person.Type).Field("behalf_id").Unique().Immutable().Annotations(keep),
	}
}

func (ReviewDecision) Indexes() []ent.Index {
	return []ent.Index{index.Fields("form_id", "at"), index.Fields("submission_id"), index.Fields("signer_id")}
}

// Delegation 委托 lets another person sign for somebody who is away.
type Delegation struct{ ent.Schema }

func (Delegation) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, recorded{}, placed{}, directory}
}

func (Delegation) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("person_id").Immutable().Comment("who is away"),
		field.Int64("deputy_id").Immutable().Comment("who signs for them"),
		field.String("reason").NotEmpty().MaxRuneLen(500).Immutable(),
	}
}

func (Delegation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("deputy", Person.Type).Field("deputy_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (Delegation) Indexes() []ent.Index {
	return []ent.Index{index.Fields("person_id", "from_day"), index.Fields("deputy_id", "from_day")}
}
