package schema

import "entgo.io/ent/schema"

// code asks for methods that the templates in ent/template do not generate for every field
// or edge. Where one is missing, the compiler says so.
type code struct {
	Level    bool `json:",omitempty"` // of a field: one of the level columns, set and read together
	Counts   bool `json:",omitempty"` // of a number: Add…, which leaves the sum to the database
	Ordered  bool `json:",omitempty"` // of a number: …GT, …GTE, …LT, …LTE, as every time has them
	Searched bool `json:",omitempty"` // of a text: …Contains and …HasPrefix
	Asked    bool `json:",omitempty"` // of an edge: Has…With
}

// Name is how templates find the annotation.
func (code) Name() string { return "Code" }

// Merge adds what another annotation of the same field asks for.
func (c code) Merge(other schema.Annotation) schema.Annotation {
	if o, ok := other.(code); ok {
		c.Level, c.Counts, c.Ordered = c.Level || o.Level, c.Counts || o.Counts, c.Ordered || o.Ordered
		c.Searched, c.Asked = c.Searched || o.Searched, c.Asked || o.Asked
	}
	return c
}

var (
	counts   = code{Counts: true}
	ordered  = code{Ordered: true}
	searched = code{Searched: true}
	asked    = code{Asked: true}
)
