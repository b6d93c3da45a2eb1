package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// ImportMapping says how files of a layout are read, for the imports of a unit and those below it.
type ImportMapping struct{ ent.Schema }

// Mixin makes it a thing of a unit.
func (ImportMapping) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, timed{}, versioned{}, placed{}, directory}
}

// Fields are the columns.
func (ImportMapping) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxRuneLen(100),
		field.Text("layout").MaxRuneLen(200_000).Comment("tables with their titles and fields, meanings of words and choices, as JSON"),
	}
}

// Indexes keep one mapping per name and unit.
func (ImportMapping) Indexes() []ent.Index {
	return []ent.Index{index.Fields("unit_id", "name").Unique()}
}
