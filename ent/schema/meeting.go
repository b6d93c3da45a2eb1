package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// meetings are register rows that are also visible to the members of the meeting.
func meetings(called rule.Condition) rule.Access {
	return rule.Access{Sees: rule.Scoped(rule.Register).Or(called), Writes: rule.Register}
}

// calledTo matches rows whose column holds the id of a meeting of which the viewer is a member
// or keeps the minutes, whatever unit they belong to.
func calledTo(column string) rule.Condition {
	return rule.Participant(column, "meeting_members", "meeting_id", "person_id").
		Or(rule.Participant(column, "meetings", "id", "recorder_id"))
}

// Meeting 集体定 is a meeting that decides grades together.
type Meeting struct{ ent.Schema }

func (Meeting) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, meetings(calledTo("id"))}
}

func (Meeting) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").NotEmpty().MaxRuneLen(200).Annotations(searched),
		field.Int64("campaign_id").Optional().Nillable(),
		field.Time("held_on").SchemaType(day),
		field.String("place").MaxRuneLen(200).Default(""),
		field.Int("quorum").Positive().Comment("members who must attend"),
		field.Enum("state").GoType(term.MeetingState("")).SchemaType(word),
		field.Text("minutes").MaxLen(draftBytes).Default(""),
		field.Time("opened_at").SchemaType(moment).Optional().Nillable(),
		field.Time("closed_at").SchemaType(moment).Optional().Nillable(),
		field.String("cancel_reason").MaxRuneLen(500).Default(""),
		field.Int64("recorder_id").Optional().Nillable().Comment("who keeps the minutes"),
		field.Int("group_size").Default(0).NonNegative().Comment("members of the leading group of the unit when it opened"),
	}
}

func (Meeting) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("campaign", Campaign.Type).Field("campaign_id").Unique().Annotations(keep),
		edge.To("recorder", Person.Type).Field("recorder_id").Unique().Annotations(keep),
		edge.From("members", MeetingMember.Type).Ref("meeting").Annotations(asked),
		edge.From("items", MeetingItem.Type).Ref("meeting").Annotations(asked),
	}
}

func (Meeting) Indexes() []ent.Index {
	return append(levelIndexes("held_on", "id"), index.Fields("held_on", "id"))
}

// MeetingMember is a member of a meeting.
type MeetingMember struct{ ent.Schema }

func (MeetingMember) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, meetings(calledTo("meeting_id"))}
}

func (MeetingMember) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("meeting_id").Immutable(),
		field.Int64("person_id").Immutable(),
		field.String("name").MaxRuneLen(100).Immutable().Comment("as of that day"),
		field.String("title").MaxRuneLen(100).Default("").Immutable().Comment("职务 as of that day"),
		field.Bool("head").Default(false).Comment("votes last"),
		field.Bool("present").Default(false),
		field.String("absence").MaxRuneLen(200).Default("").Comment("why somebody is away"),
		field.Bool("leading_group").Default(false).Comment("belonged to the leading group of the unit when the meeting opened"),
		field.Int("sort_order").Default(0),
	}
}

func (MeetingMember) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
		edge.From("votes", MeetingVote.Type).Ref("member"),
	}
}

func (MeetingMember) Indexes() []ent.Index {
	return []ent.Index{index.Fields("meeting_id", "person_id").Unique(), index.Fields("person_id")}
}

// MeetingItem is an item of the agenda. What it is about depends on its kind: a risk point, a
// unit or a measure.
type MeetingItem struct{ ent.Schema }

func (MeetingItem) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, versioned{}, placed{}, meetings(calledTo("meeting_id"))}
}

func (MeetingItem) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("meeting_id").Immutable(),
		field.Enum("kind").GoType(term.ItemKind("")).SchemaType(word).Default(string(term.ItemKindGrade)).Immutable(),
		field.Int64("risk_point_id").Optional().Nillable().Immutable(),
		field.Int64("about_unit_id").Optional().Nillable().Immutable().Comment("whose grades an opening decision decides"),
		field.Int64("measure_id").Optional().Nillable().Immutable(),
		field.Int("sort_order").Default(0),
		field.Enum("proposed").GoType(term.Grade("")).SchemaType(word).Comment("the grade that is voted on, or the worst grade of what the item is about"),
		field.String("content").MaxRuneLen(4000).Default("").Comment("what is put to the vote in words: why to retire, the comprehensive measure"),
		field.Enum("ground").GoType(term.RetireGround("")).SchemaType(word).Optional().Nillable().Comment("why a risk point is to be retired"),
		field.Enum("state").GoType(term.ItemState("")).SchemaType(word),
		field.Enum("decided").GoType(term.Grade("")).SchemaType(word).Default(string(term.Ungraded)),
		field.String("reason").MaxRuneLen(2000).Default(""),
		field.Int64("assessment_id").Optional().Nillable().Comment("the outcome"),
		field.Bool("proposal").Default(false).Comment("the outcome is a proposal to the deciding tier"),
		field.Int("settled").Default(0).NonNegative().Comment("risk points decided by an opening decision"),
		field.JSON("skipped", []term.Skipped{}).Optional().Comment("risk points that an opening decision left as they are"),
	}
}

func (MeetingItem) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("meeting", Meeting.Type).Field("meeting_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("risk_point", RiskPoint.Type).Field("risk_point_id").Unique().Immutable().Annotations(keep),
		edge.To("about_unit", Unit.Type).Field("about_unit_id").Unique().Immutable().Annotations(keep),
		edge.To("measure", Measure.Type).Field("measure_id").Unique().Immutable().Annotations(keep),
		edge.To("assessment", Assessment.Type).Field("assessment_id").Unique().Annotations(keep),
		edge.From("votes", MeetingVote.Type).Ref("item"),
	}
}

func (MeetingItem) Indexes() []ent.Index {
	return []ent.Index{index.Fields("meeting_id", "risk_point_id").Unique(), index.Fields("risk_point_id"),
		index.Fields("meeting_id", "about_unit_id").Unique(), index.Fields("about_unit_id"),
		index.Fields("meeting_id", "measure_id").Unique(), index.Fields("measure_id")}
}

// MeetingVote is one member's vote on one item. A vote recorded from paper is countersigned by
// another member, and may be confirmed by its own; nothing else of it changes.
type MeetingVote struct{ ent.Schema }

func (MeetingVote) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, meetings(rule.Through("item_id", "meeting_items", "id", calledTo("meeting_id")))}
}

func (MeetingVote) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("item_id").Immutable(),
		field.Int64("member_id").Immutable(),
		field.Enum("vote").GoType(term.Vote("")).SchemaType(word).Immutable(),
		field.String("remark").MaxRuneLen(500).Default("").Immutable(),
		field.Int64("account_id").Optional().Nillable().Immutable().Comment("who wrote it down"),
		field.Time("at").SchemaType(moment).Immutable(),
		field.Enum("manner").GoType(term.VoteManner("")).SchemaType(word).Default(string(term.VoteMannerPaper)).Immutable(),
		field.Int64("countersigner_id").Optional().Nillable().Comment("member who confirmed a vote recorded from paper"),
		field.Int64("countersigned_by").Optional().Nillable().Comment("account of that member"),
		field.Time("countersigned_at").SchemaType(moment).Optional().Nillable(),
	}
}

func (MeetingVote) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("countersigner", MeetingMember.Type).Field("countersigner_id").Unique().Annotations(keep),
		edge.To("item", MeetingItem.Type).Field("item_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("member", MeetingMember.Type).Field("member_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (MeetingVote) Indexes() []ent.Index {
	return []ent.Index{index.Fields("item_id", "member_id").Unique()}
}
