package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/field"
)

// SearchBlock is a part of the index of texts: the rows of one block of keys whose texts contain
// one gram. Its key is the block's number and the gram's hash; package search reads and writes it.
type SearchBlock struct{ ent.Schema }

// Mixin gives the key, and keeps the rows from everybody but the program.
func (SearchBlock) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }

// Fields are the columns.
func (SearchBlock) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("members").MaxLen(1024).SchemaType(map[string]string{dialect.MySQL: "varbinary(1024)"}).
			Comment("the rows, packed, by their place in the block"),
	}
}

// SearchProgress says how far the index of texts reaches. There is one row.
type SearchProgress struct{ ent.Schema }

// Mixin gives the key, and keeps the rows from everybody but the program.
func (SearchProgress) Mixin() []ent.Mixin { return []ent.Mixin{keyed{}, programOnly, unlogged{}} }

// Fields are the columns.
func (SearchProgress) Fields() []ent.Field {
	return []ent.Field{
		field.String("shape").MaxRuneLen(64).Unique().Immutable().Comment("of what is indexed, so that a program that indexes something else builds it anew"),
		field.Int64("position").Default(0).Comment("greatest key that was built"),
		field.Bool("built").Default(false).Comment("all rows were, and the index may be used"),
		field.Int64("touch").Default(0).Comment("what was noted by audit_touches up to this key is in the index"),
	}
}
