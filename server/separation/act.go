package separation

import (
	"bytes"
	"encoding/json"
	"time"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/store"
)

// Who is an account with the person that it belongs to; zero for the program and the operator of
// the server.
type Who struct{ Account, Person int64 }

// Act is an entry of the log as the rules read it.
type Act struct {
	Index  int64
	At     time.Time
	Action term.AuditAction
	By     Who
	Object int64
	// Request is the request in which it was done, as in the program's log; empty for none.
	Request string
	Rows    []Row
}

// Row is a row that an act made or changed.
type Row struct {
	Type string
	ID   int64
	Made bool // by this act
	// Linked is true where the act changed what it is linked to; Links are the rows that its edges gained and lost.
	Linked bool
	Links  map[string]audit.LinkDiff
	Gone   bool // deleted by this act
	Old    map[string]any
	Now    map[string]any // of a new row all columns that are not empty, else the changed ones
}

// ActOf reads an entry with the texts beside it. Texts that were erased are empty.
func ActOf(index int64, body, texts []byte) (Act, error) {
	e, err := audit.Parse(body)
	if err != nil {
		return Act{}, err
	}
	a := Act{Index: index, At: e.At, Action: e.Action, By: Who{e.Actor.Account, e.Actor.Person}, Request: e.Request}
	if e.Object != nil {
		a.Object = e.Object.ID
	}
	beside := &audit.Texts{}
	if len(texts) > 0 {
		if err := json.Unmarshal(texts, beside); err != nil {
			return Act{}, err
		}
	}
	for i, d := range e.Changes {
		if d.Op == audit.RowStands && len(d.Columns) == 0 && d.Row == "" {
			continue
		}
		r := Row{Type: d.Type, ID: d.ID, Made: d.Op == store.RowCreated || d.Op == audit.RowStands, Linked: len(d.Links) > 0, Links: d.Links,
			Gone: d.Op == store.RowDeleted, Old: map[string]any{}, Now: map[string]any{}}
		if i < len(beside.Changes) && beside.Changes[i] != nil && len(beside.Changes[i].Row) > 0 {
			if err := unnumbered(beside.Changes[i].Row, &r.Now); err != nil {
				return Act{}, err
			}
		}
		var texts map[string]string
		if i < len(beside.Changes) && beside.Changes[i] != nil {
			texts = beside.Changes[i].Text
		}
		for name, pair := range d.Columns {
			r.Old[name], r.Now[name] = said(texts, name+".0", pair[0]), said(texts, name+".1", pair[1])
		}
		a.Rows = append(a.Rows, r)
	}
	return a, nil
}

// said is a value with its text instead of the commitment, as far as the text is there.
func said(texts map[string]string, place string, value any) any {
	if text, ok := texts[place]; ok {
		return text
	}
	return value
}

func unnumbered(text []byte, into *map[string]any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return d.Decode(into)
}

// has reports whether the act set a column.
func (r Row) has(column string) bool { _, ok := r.Now[column]; return ok }

// id is a column that holds an id or a number, 0 when it is empty.
func (r Row) id(column string) int64 {
	switch v := r.Now[column].(type) {
	case float64:
		return int64(v)
	case json.Number:
		n, _ := v.Int64()
		return n
	}
	return 0
}

// text is a column that holds a word, empty when it is.
func (r Row) text(column string) string { s, _ := r.Now[column].(string); return s }

func (r Row) yes(column string) bool { b, _ := r.Now[column].(bool); return b }

// rows are the act's rows of a type.
func (a Act) rows(kind string) (out []Row) {
	for _, r := range a.Rows {
		if r.Type == kind {
			out = append(out, r)
		}
	}
	return out
}
