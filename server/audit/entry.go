package audit

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/store"
)

// Entry is what a leaf of the log says. Its canonical JSON, without what is empty, is what
// is hashed. A text is not in it but its commitment, see Texts.
type Entry struct {
	Version   int              `json:"v"`
	At        time.Time        `json:"at"`
	Action    term.AuditAction `json:"action"`
	Actor     Actor            `json:"actor"`
	Authority *Authority       `json:"authority,omitempty"`
	Object    *Object          `json:"object,omitempty"`
	// Unit is the one that it concerns, 0 for none or the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Subjects are the people whose records were read.
	Subjects []int64 `json:"subjects,omitempty"`
	// Request is the id that the request's log lines and errors carry.
	Request string `json:"request,omitempty"`
	// Operation is the name of the API's operation or the command.
	Operation string `json:"operation,omitempty"`
	// Details are commitments to texts by name: the reason, the address.
	Details map[string]string `json:"details,omitempty"`
	Changes []Diff            `json:"changes,omitempty"`
	// Erased are the changes whose texts this entry erased.
	Erased []ErasedChange `json:"erased,omitempty"`
	// Lost are checkpoints that a restored backup no longer reaches, as this one accepts.
	Lost []Lost `json:"lost,omitempty"`
}

// ErasedChange is a change of an entry, by the entry's index.
type ErasedChange struct {
	Entry  int64 `json:"entry"`
	Change int   `json:"change"`
}

// detailsOf stands in the place of a change for the details of the entry.
const detailsOf = -1

// Lost names a signed state of the log that the database no longer holds.
type Lost struct {
	Size int64  `json:"size"`
	Root string `json:"root"`
}

// Actor is who did it.
type Actor struct {
	Kind    ActorKind `json:"kind"`
	Account int64     `json:"account,omitempty"`
	Person  int64     `json:"person,omitempty"`
	Token   int64     `json:"token,omitempty"`
}

// ActorKind says who an actor is; the values match AuditActorKind of the API.
type ActorKind string

// The values of ActorKind.
const (
	ActorAccount ActorKind = "ACCOUNT" // in a session
	ActorToken   ActorKind = "TOKEN"   // a program with an API token of the account
	ActorProgram ActorKind = "PROGRAM" // the program itself, or the operator of its server
	ActorNobody  ActorKind = "NOBODY"  // somebody who was not let in
)

// Authority is the right by which it was done and what it stands on.
type Authority struct {
	Right authz.Action `json:"right"`
	Role  term.Role    `json:"role"`
	// Unit is the one that the role stands on, 0 for the whole system.
	Unit int64 `json:"unit,omitempty"`
	// Basis is the id of the appointment, portfolio or granted role.
	Basis int64 `json:"basis,omitempty"`
}

// Object is a row of the database.
type Object struct {
	Type string `json:"type"`
	ID   int64  `json:"id"`
}

// Diff is what was done to one row.
type Diff struct {
	Object
	Op store.ChangeOp `json:"op"`
	// Columns hold the old and the new value of what differs; a text's is its commitment.
	Columns map[string][2]any `json:"columns,omitempty"`
	// Links are rows that a many-to-many edge gained and lost.
	Links map[string]LinkDiff `json:"links,omitempty"`
	// Row is the commitment to the whole row as it stood afterwards; empty when deleted.
	Row string `json:"row,omitempty"`
}

// LinkDiff are the rows that an edge gained and lost.
type LinkDiff struct {
	Added   []int64 `json:"added,omitempty"`
	Removed []int64 `json:"removed,omitempty"`
}

// Texts are what an entry holds commitments to. Each change has a salt of its own, so that
// its texts can be erased beyond guessing while those of the others stay.
type Texts struct {
	// Details are those of the entry as a whole, by name.
	Details *Salted `json:"details"`
	// Changes are those of each change by column and 0 for the old, 1 for the new value:
	// "title.1"; the whole of a new row is one text. One that was erased is null.
	Changes []*Salted `json:"changes,omitempty"`
}

// Salted are texts with the salt of their commitments: SHA-256 of the salt, the text's
// place and the text.
type Salted struct {
	Salt []byte            `json:"salt"`
	Text map[string]string `json:"text,omitempty"`
	// Row is the whole of a new row; its place is that of the row.
	Row json.RawMessage `json:"row,omitempty"`
}

const (
	commitmentMark = "~"
	saltSize       = 16
	wholeRow       = "row" // the place of a row as a whole
)

func newSalted() *Salted {
	t := &Salted{Salt: make([]byte, saltSize)}
	_, _ = rand.Read(t.Salt) // never fails
	return t
}

func (t *Salted) commitment(place, text string) string {
	h := sha256.New()
	h.Write(t.Salt)
	h.Write([]byte(place))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return commitmentMark + base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// commit keeps a text and returns what stands for it in the entry.
func (t *Salted) commit(place, text string) string {
	if t.Text == nil {
		t.Text = map[string]string{}
	}
	t.Text[place] = text
	return t.commitment(place, text)
}

// value is what stands in an entry for a column's value.
func (t *Salted) value(place, entity, column string, v any) any {
	if v == nil {
		return nil
	}
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer {
		if r.IsNil() {
			return nil
		}
		r = r.Elem()
		v = r.Interface()
	}
	if r.IsZero() || r.Kind() == reflect.Slice && r.Len() == 0 {
		return nil
	}
	if at, ok := v.(time.Time); ok {
		return at.UTC()
	}
	switch r.Kind() {
	case reflect.String:
		switch {
		case store.Secret(entity, column):
			return t.commitment(place, r.String())
		case r.Type() == reflect.TypeFor[string]():
			return t.commit(place, r.String())
		}
		return v
	case reflect.Slice, reflect.Struct, reflect.Map:
		if r.Kind() == reflect.Slice && r.Type().Elem().Kind() == reflect.String && r.Type().Elem() != reflect.TypeFor[string]() {
			return v // words of an enumeration
		}
		text, err := json.Marshal(v)
		if err != nil {
			text = []byte(fmt.Sprint(v))
		}
		if store.Secret(entity, column) {
			return t.commitment(place, string(text))
		}
		return t.commit(place, string(text))
	}
	return v
}

// row is the commitment to a row as a whole.
func (t *Salted) row(v store.Values) (string, error) {
	text, err := encode(v)
	return t.commitment(wholeRow, string(text)), err
}

// diffOf describes a change; bare leaves the values out, which then stand nowhere.
func (t *Salted) diffOf(c store.Change, bare bool) (Diff, error) {
	d := Diff{Object: Object{c.Type, c.ID}, Op: c.Op}
	for edge, l := range c.Links {
		if d.Links == nil {
			d.Links = map[string]LinkDiff{}
		}
		d.Links[edge] = LinkDiff(l)
	}
	if c.Row == nil {
		return d, nil
	}
	if c.Op == store.RowCreated && !bare && !store.Secretive(c.Type) {
		// One text for all of a new row: each column's change is from nothing to what it says.
		text, err := encode(c.Row)
		t.Row, d.Row = text, t.commitment(wholeRow, string(text))
		return d, err
	}
	if !bare {
		d.Columns = t.columns(c)
	}
	var err error
	d.Row, err = t.row(c.Row)
	return d, err
}

// columns are what differs before and after a change, of a new row all that it says.
func (t *Salted) columns(c store.Change) map[string][2]any {
	changed := c.Old
	if c.Op == store.RowCreated {
		changed = c.Row
	}
	out := make(map[string][2]any, len(changed))
	for name := range changed {
		if name == "id" || c.Op == RowStands {
			continue
		}
		pair := [2]any{t.value(name+".0", c.Type, name, c.Old[name]), t.value(name+".1", c.Type, name, c.Row[name])}
		if pair != [2]any{} {
			out[name] = pair
		}
	}
	return out
}

// encode writes canonical JSON: sorted keys, no blanks, nothing escaped that need not be.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// TypeOf is the entity that an id belongs to, "" for none that the log answers for.
func TypeOf(id int64) string { return entities[store.TableOf(id)] }
