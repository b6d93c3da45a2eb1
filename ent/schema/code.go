package schema

import (
	"entgo.io/ent/schema"
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
}

// Name identifies the annotation to the templates.
func (code) Name() string { return "Code" }

// Merge adds the requests of another annotation of the same field.
func (c code) Merge(other schema.Annotation) schema.Annotation {
	if o, ok := other.(code); ok {
		c.Level, c.Counts, c.Ordered = c.Level || o.Level, c.Counts || o.Counts, c.Ordered || o.Ordered
		c.Searched, c.Asked = c.Searched || o.Searched, c.Asked || o.Asked
		c.Derived, c.Unlogged = c.Derived || o.Derived, c.Unlogged || o.Unlogged
	}
	return c
}

var (
	counts   = code{Counts: true}
	ordered  = code{Ordered: true}
	searched = code{Searched: true}
	asked    = code{Asked: true}
	derived  = code{Derived: true}
)

// unlogged marks an entity whose rows are not logged: internal data of the program, counts of
// other rows, and the log itself.
type unlogged struct{ mixin.Schema }

func (unlogged) Annotations() []schema.Annotation {
	return []schema.Annotation{code{Unlogged: true}}
}
