package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sineng/ent/rule"
)

// PlannedLeave 休假计划 is a time in which somebody plans to be away, recorded by them or by who reads personal records of
// their unit, and shown to these alone. It serves to find beforehand the days on which deputies would bring together what
// is to be apart; nobody loses a right by it.
type PlannedLeave struct{ ent.Schema }

func (PlannedLeave) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, rule.Access{Sees: rule.Scoped(rule.Personal).Or(rule.OwnPerson("person_id"))}}
}

func (PlannedLeave) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("person_id").Immutable(),
		field.Time("from_day").SchemaType(day).Immutable().Comment("first day away"),
		field.Time("to_day").SchemaType(day).Immutable().Comment("last day away"),
		field.Int64("recorded_by").Optional().Nillable().Immutable().Comment("account, null for the program"),
	}
}

func (PlannedLeave) Edges() []ent.Edge {
	return []ent.Edge{edge.To("person", Person.Type).Field("person_id").Unique().Required().Immutable().Annotations(keep)}
}

func (PlannedLeave) Indexes() []ent.Index { return []ent.Index{index.Fields("person_id", "to_day")} }
