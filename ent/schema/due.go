package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// DueItem is something that the program does once, at a point in time. Package timer maintains
// these rows.
type DueItem struct{ ent.Schema }

// Mixin gives the key, and keeps the rows from everybody but the program.
func (DueItem) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}

// Fields are the columns.
func (DueItem) Fields() []ent.Field {
	return []ent.Field{
		field.String("kind").MaxRuneLen(64).NotEmpty().Immutable().Comment("what is done"),
		field.Int64("object_id").Default(0).Immutable().Comment("with what, 0 for nothing in particular"),
		field.Time("at").SchemaType(moment).Comment("when it is due"),
		field.Time("next_at").SchemaType(moment).Comment("not tried before: the moment it is due, or later where it failed"),
		field.Int64("cursor").Default(0).Comment("how far it came, where it is done in several transactions"),
		field.Time("begun_at").SchemaType(moment).Optional().Nillable().Comment("when the first of them was"),
		field.Int("attempts").Default(0).Comment("how often in a row it failed"),
		field.String("failure").MaxRuneLen(500).Default("").Comment("what went wrong last"),
	}
}

// Indexes find the next items, and ensure one item per kind and object.
func (DueItem) Indexes() []ent.Index {
	return []ent.Index{index.Fields("kind", "object_id").Unique(), index.Fields("next_at")}
}
