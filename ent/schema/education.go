package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
	"sineng/ent/term"
)

// EducationSession 教育活动 is an event of daily education in a unit: visible with the register, to who leads it, and to those who are expected.
type EducationSession struct{ ent.Schema }

func (EducationSession) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register).Or(rule.OwnPerson("leader_id")).
		Or(rule.Participant("id", "education_participants", "session_id", "person_id"))}}
}

func (EducationSession) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").GoType(term.EducationKind("")).SchemaType(word),
		field.String("topic").NotEmpty().MaxRuneLen(200),
		field.Time("held_on").SchemaType(day).Comment("day on which it is or was held"),
		field.String("place").MaxRuneLen(200).Default(""),
		field.Int64("leader_id").Optional().Nillable().Comment("who leads it, where that is somebody of the organisation"),
		field.String("leader_text").MaxRuneLen(200).Default("").Comment("who leads it, as written, where that is nobody of the organisation"),
		field.Int("minutes").NonNegative().Comment("how long it lasts"),
		field.String("notes").MaxRuneLen(4000).Default(""),
		field.Enum("state").GoType(term.EducationState("")).SchemaType(word),
		field.String("cancel_reason").MaxRuneLen(500).Default(""),
		field.Int64("recorded_by").Optional().Nillable().Immutable().Comment("account; null for the operator of the server"),
	}
}

func (EducationSession) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("leader", Person.Type).Field("leader_id").Unique().Annotations(keep),
		edge.To("measures", Measure.Type).Annotations(asked),
		edge.From("participants", EducationParticipant.Type).Ref("session").Annotations(asked),
	}
}

func (EducationSession) Indexes() []ent.Index {
	return append(levelIndexes("held_on", "id"), index.Fields("held_on", "id"), index.Fields("leader_id"), index.Fields("recorded_by", "state", "held_on"),
		index.Fields("state", "held_on"))
}

// EducationParticipant is somebody who is expected at an education session: visible with the register of the unit that holds it, to who leads
// it, and to themself.
type EducationParticipant struct{ ent.Schema }

func (EducationParticipant) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Register).Or(rule.OwnPerson("person_id")).
		Or(rule.Participant("session_id", "education_sessions", "id", "leader_id"))}}
}

func (EducationParticipant) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("session_id").Immutable(),
		field.Int64("person_id").Immutable(),
		field.String("name").MaxRuneLen(100).Immutable().Comment("as of the day of the session"),
		field.String("department").MaxRuneLen(200).Default("").Comment("in which they held a post on that day"),
		field.String("post").MaxRuneLen(200).Default("").Comment("held on that day"),
		field.Int("sort_order").Default(0).NonNegative(),
		field.Enum("attendance").GoType(term.Attendance("")).SchemaType(word).Optional().Nillable().Comment("null until the session was held"),
		field.String("note").MaxRuneLen(500).Default("").Comment("why they were not there"),
		field.Time("made_up_on").SchemaType(day).Optional().Nillable().Comment("day on which they made up for it 补课"),
	}
}

func (EducationParticipant) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("session", EducationSession.Type).Field("session_id").Unique().Required().Immutable().Annotations(keep),
		edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep),
	}
}

func (EducationParticipant) Indexes() []ent.Index {
	return []ent.Index{index.Fields("session_id", "person_id").Unique(), index.Fields("person_id")}
}
