package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"

	"sineng/ent/rule"
)

// staged rows can come with an import, which writes them in many short transactions. While its
// row of StagedImport stands, only the import itself sees them.
type staged struct{ mixin.Schema }

func (staged) Fields() []ent.Field {
	return []ent.Field{field.Int64("import_id").Default(0).Immutable().Comment("the import that the row came with, 0 for none")}
}

func (staged) Interceptors() []ent.Interceptor { return []ent.Interceptor{rule.HideStaged()} }

func (staged) Hooks() []ent.Hook { return []ent.Hook{rule.MarkStaged()} }

// StagedImport is an import under way. Its rows are hidden until this row is deleted, in one
// short transaction, which makes all of them visible at once. An import that is given up stays
// here, as dropped, until its rows are deleted.
type StagedImport struct{ ent.Schema }

// Mixin gives the key, and keeps the rows from everybody but the program.
func (StagedImport) Mixin() []ent.Mixin {
	return []ent.Mixin{keyed{}, programOnly, unlogged{}, sealed{}}
}

// Fields are the columns.
func (StagedImport) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("account_id").Default(0).Immutable().Comment("of whoever imports, 0 for the program"),
		field.Time("begun_at").SchemaType(moment).Immutable(),
		field.Time("alive_until").SchemaType(moment).Comment("moved on by each batch; later it is dropped"),
		field.Bool("dropped").Default(false).Comment("no more rows are added, those written are being deleted"),
		field.JSON("firsts", map[string]int64{}).Immutable().Comment("by table: the import's rows have greater keys"),
	}
}
