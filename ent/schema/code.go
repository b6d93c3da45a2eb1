package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
)

// code says of a field, an edge or an entity what the log needs to know, and asks for methods that the templates in ent/template do not generate for every field
// or edge. Where one is missing, the compiler says so.
type code struct {
	Level    bool `json:",omitempty"` // of a field: one of the level columns, set and read together
	Counts   bool `json:",omitempty"` // of a number: Add…, which leaves the sum to the database
	Ordered  bool `json:",omitempty"` // of a number: …GT, …GTE, …LT, …LTE, as every time has them
	Searched bool `json:",omitempty"` // of a text: …Contains and …HasPrefix
	Asked    bool `json:",omitempty"` // of an edge: Has…With

	Derived  bool `json:",omitempty"` // of a field: follows from other rows or only notes a use, so that the log leaves it out
	Unlogged bool `json:",omitempty"` // of an entity: the log does not answer for its rows
	Sealed   bool `json:",omitempty"` // of an entity: each row bears a seal over its columns
	ByKey    bool `json:",omitempty"` // of a sealed entity: its seal names the row by a unique column, not by the id
	Free     bool `json:",omitempty"` // of a field of a sealed entity: the seal does not cover it
}

// Name identifies the annotation to the templates.
func (code) Name() string { return "Code" }

// Merge adds the requests of another annotation of the same field.
func (c code) Merge(other schema.Annotation) schema.Annotation {
	if o, ok := other.(code); ok {
		c.Level, c.Counts, c.Ordered = c.Level || o.Level, c.Counts || o.Counts, c.Ordered || o.Ordered
		c.Searched, c.Asked = c.Searched || o.Searched, c.Asked || o.Asked
		c.Derived, c.Unlogged = c.Derived || o.Derived, c.Unlogged || o.Unlogged
		c.Sealed, c.ByKey, c.Free = c.Sealed || o.Sealed, c.ByKey || o.ByKey, c.Free || o.Free
	}
	return c
}

var (
	counts   = code{Counts: true}
	ordered  = code{Ordered: true}
	searched = code{Searched: true}
	asked    = code{Asked: true}
	derived  = code{Derived: true}
	free     = code{Free: true}
)

// unlogged marks an entity whose rows are not logged: internal data of the program, counts of
// other rows, and the log itself.
type unlogged struct{ mixin.Schema }

func (unlogged) Annotations() []schema.Annotation {
	return []schema.Annotation{code{Unlogged: true}}
}

// sealed marks an entity whose rows bear a seal under the program's key, which is not in the
// database: a row that was added or changed without the program is found, and gives no rights.
// The seal covers the id and all columns but levels and those marked free; the store renews it
// with every change.
type sealed struct{ mixin.Schema }

func (sealed) Fields() []ent.Field { return sealField() }
func (sealed) Annotations() []schema.Annotation {
	return []schema.Annotation{code{Sealed: true}}
}

// sealedOnce is sealed for rows that never change but for free columns. Their seal is written
// with the row, before it has an id; a unique column among those covered names the row.
type sealedOnce struct{ mixin.Schema }

func (sealedOnce) Fields() []ent.Field { return sealField() }
func (sealedOnce) Annotations() []schema.Annotation {
	return []schema.Annotation{code{Sealed: true, ByKey: true}}
}

func sealField() []ent.Field {
	return []ent.Field{field.String("seal").MaxRuneLen(64).Default("").Immutable().Sensitive().
		Comment("by which the program knows that it wrote the row")}
}
