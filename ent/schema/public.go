package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// PublicNotice 公示 is the public display of a form for a period.
type PublicNotice struct{ ent.Schema }

func (PublicNotice) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, versioned{}, dated{}, placed{}, register}
}

func (PublicNotice) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("form_id").Immutable(),
		field.Int64("submission_id").Immutable(),
		field.String("slug").MaxRuneLen(64).Unique().Immutable().Comment("names it in the public address"),
		field.String("hash").MaxRuneLen(64).Default("").Immutable().Comment("SHA-256 of the snapshot that is shown: what was handed in, graded as decided by then; empty for that of the submission"),
		field.Time("ended_at").SchemaType(moment).Optional().Nillable().Comment("when the form went on or back"),
	}
}

func (PublicNotice) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep, asked),
		edge.To("submission", FormSubmission.Type).Field("submission_id").Unique().Required().Immutable().Annotations(keep),
		edge.From("feedback", PublicFeedback.Type).Ref("notice"),
	}
}

func (PublicNotice) Indexes() []ent.Index {
	return []ent.Index{index.Fields("form_id"), index.Fields("ended_at", "to_day")}
}

// feedback is visible to the inspectors of the unit alone.
var feedback = rule.Access{Sees: rule.Scoped(rule.Feedback)}

// PublicFeedback is feedback from the public on a notice. No address, user agent or exact time
// is stored.
type PublicFeedback struct{ ent.Schema }

func (PublicFeedback) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, versioned{}, placed{}, feedback}
}

func (PublicFeedback) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("notice_id").Immutable(),
		field.Int64("form_id").Immutable(),
		field.String("text").NotEmpty().MaxRuneLen(4000).Immutable(),
		field.String("contact").MaxRuneLen(200).Default("").Immutable().Comment("as far as they wished to give one"),
		field.Time("received_on").SchemaType(day).Immutable(),
		field.Enum("state").GoType(term.FeedbackState("")).SchemaType(word),
		field.String("handling").MaxRuneLen(2000).Default("").Comment("what was done about it"),
		field.Int64("handler_id").Optional().Nillable(),
		field.Time("handled_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (PublicFeedback) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("notice", PublicNotice.Type).Field("notice_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("form", Form.Type).Field("form_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("handler", Person.Type).Field("handler_id").Unique().Annotations(keep),
	}
}

func (PublicFeedback) Indexes() []ent.Index {
	return append(levelIndexes("state", "received_on", "id"), index.Fields("notice_id"))
}

// Objection 申诉复核 is a person's objection to what is recorded of them.
type Objection struct{ ent.Schema }

func (Objection) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, forms}
}

func (Objection) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("person_id").Optional().Nillable().Immutable().Comment("who objects"),
		field.Int64("about_id").Immutable().Comment("the row objected to, of any kind that is recorded of people"),
		field.String("about_text").MaxRuneLen(500).Immutable().Comment("what it said when it was objected to"),
		field.String("text").NotEmpty().MaxRuneLen(4000).Immutable(),
		field.Enum("tier").GoType(term.Role("")).SchemaType(word).Immutable().Comment("role that answers it, above the one that recorded"),
		field.Time("due_on").SchemaType(day),
		field.Enum("state").GoType(term.ObjectionState("")).SchemaType(word),
		field.Enum("outcome").GoType(term.ObjectionOutcome("")).SchemaType(word).Optional().Nillable(),
		field.String("answer").MaxRuneLen(4000).Default(""),
		field.Int64("answerer_id").Optional().Nillable(),
		field.String("answerer_name").MaxRuneLen(100).Default(""),
		field.Enum("answerer_role").GoType(term.Role("")).SchemaType(word).Optional().Nillable(),
		field.Time("answered_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (Objection) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("person", Person.Type).Field("person_id").Unique().Immutable().Annotations(keep),
		edge.To("answerer", Person.Type).Field("answerer_id").Unique().Annotations(keep),
	}
}

func (Objection) Indexes() []ent.Index {
	return append(levelIndexes("state", "due_on", "id"), index.Fields("person_id"), index.Fields("about_id"), index.Fields("state", "due_on"))
}
