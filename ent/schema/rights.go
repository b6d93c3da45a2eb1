package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// RightsVersion is one row that tells whether what people may do has changed: every transaction
// that writes to a table from which rights follow sets the version anew (store.RightsTables). What a server has
// worked out of these tables is good as long as the version is the same.
type RightsVersion struct{ ent.Schema }

// Mixin gives the key, and keeps the row from everybody but the program.
func (RightsVersion) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}}
}

// Fields are the columns.
func (RightsVersion) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("version").Comment("drawn at random, so that it never comes back, not even with a restored backup"),
	}
}
