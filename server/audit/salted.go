package audit

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"sineng/server/store"
)

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
	// CommitmentMark begins a commitment.
	CommitmentMark = "~"
	// SaltSize is the length of a salt in bytes.
	SaltSize = 16
	// WholeRow is the place of a row as a whole.
	WholeRow = "row"
)

func newSalted() *Salted {
	t := &Salted{Salt: make([]byte, SaltSize)}
	_, _ = rand.Read(t.Salt) // never fails
	return t
}

// Commitment is what stands in the entry for a text in a place.
func (t *Salted) Commitment(place, text string) string {
	h := sha256.New()
	h.Write(t.Salt)
	h.Write([]byte(place))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return CommitmentMark + base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// commit keeps a text and returns what stands for it in the entry.
func (t *Salted) commit(place, text string) string {
	if t.Text == nil {
		t.Text = map[string]string{}
	}
	t.Text[place] = text
	return t.Commitment(place, text)
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
			return t.Commitment(place, r.String())
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
			return t.Commitment(place, string(text))
		}
		return t.commit(place, string(text))
	}
	return v
}

// RowCommitment is the commitment to a row as a whole.
func (t *Salted) RowCommitment(v store.Values) (string, error) {
	text, err := Encode(v)
	return t.Commitment(WholeRow, string(text)), err
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
		text, err := Encode(c.Row)
		t.Row, d.Row = text, t.Commitment(WholeRow, string(text))
		return d, err
	}
	if !bare {
		d.Columns = t.columns(c)
	}
	var err error
	d.Row, err = t.RowCommitment(c.Row)
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
