// Package schema is the data model: fields, keys, indexes and who may see which rows. Rules
// across fields are in the domain packages under server/.
package schema

import (
	"fmt"

	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"sineng/ent/term"
)

// Levels is the greatest depth of the organisation tree: system, province, city,
// county, section, department. Each level is a column of every scoped row.
const Levels = 6

// keyed gives an entity its int64 key.
type keyed struct{ mixin.Schema }

func (keyed) Fields() []ent.Field { return []ent.Field{field.Int64("id")} }

// timed stores when a row was created and last changed. Services set both from their clock;
// the schema has no clock of its own.
type timed struct{ mixin.Schema }

func (timed) Fields() []ent.Field {
	return []ent.Field{
		field.Time("created_at").SchemaType(moment).Immutable(),
		field.Time("updated_at").SchemaType(moment),
	}
}

// versioned detects that somebody else changed a row meanwhile.
type versioned struct{ mixin.Schema }

func (versioned) Fields() []ent.Field {
	return []ent.Field{field.Int("version").Default(1).Positive().Comment("grows by one with every change").Annotations(counts)}
}

// levels holds the ids of the ancestors of a row's unit, from the top down to the unit itself,
// 0 below it. Visibility and roll-ups by subtree compare one of these columns.
type levels struct{ mixin.Schema }

func (levels) Fields() []ent.Field {
	var fields []ent.Field
	for n := 1; n <= Levels; n++ {
		fields = append(fields, field.Int64(levelColumn(n)).Default(0).Annotations(code{Level: true}))
	}
	return fields
}

func levelColumn(n int) string { return fmt.Sprintf("l%d", n) }

// levelIndexes are one index per level column, each followed by the columns given.
func levelIndexes(columns ...string) []ent.Index {
	var out []ent.Index
	for n := 1; n <= Levels; n++ {
		out = append(out, index.Fields(append([]string{levelColumn(n)}, columns...)...))
	}
	return out
}

// placed adds the unit of a row.
type placed struct{ mixin.Schema }

func (placed) Fields() []ent.Field {
	return append([]ent.Field{field.Int64("unit_id")}, levels{}.Fields()...)
}

func (placed) Edges() []ent.Edge {
	return []ent.Edge{edge.To("unit", Unit.Type).Field("unit_id").Unique().Required().Annotations(keep, asked)}
}

func (placed) Indexes() []ent.Index { return []ent.Index{index.Fields("unit_id")} }

// dated rows are in force from one day to another, both included.
type dated struct{ mixin.Schema }

func (dated) Fields() []ent.Field {
	return []ent.Field{
		field.Time("from_day").SchemaType(day).Comment("first day in force"),
		field.Time("to_day").SchemaType(day).Optional().Nillable().Comment("last day in force, null while open"),
	}
}

// recorded rows are dated rows that also keep when they were recorded, and when each of their
// last days was, so that the state on record at any time can be computed.
type recorded struct{ mixin.Schema }

func (recorded) Fields() []ent.Field {
	return append(dated{}.Fields(), field.JSON("ends", []term.End{}).Optional().
		Comment("the last days recorded one after the other, to_day being the newest; none where it was recorded with the row"))
}
