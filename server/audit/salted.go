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

// Texts are what an entry holds commitments to. Each change has its own salt, so that its
// texts can be erased irrecoverably while those of other changes remain.
type Texts struct {
	// Details are the texts of the entry as a whole, by name.
	Details *Salted `json:"details"`
	// Changes are the texts of each change, by column with 0 for the old and 1 for the new
	// value: "title.1". A new row is one text. An erased change is null.
	Changes []*Salted `json:"changes,omitempty"`
}

// Salted are texts with the salt of their commitments: the SHA-256 of the salt, the text's
// place and the text.
type Salted struct {
	Salt []byte            `json:"salt"`
	Text map[string]string `json:"text,omitempty"`
	// Row is the text of a new row, with the place WholeRow.
	Row json.RawMessage `json:"row,omitempty"`
}

const (
	// CommitmentMark is the prefix of a commitment.
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

// Commitment is the commitment to a text at a place.
func (t *Salted) Commitment(place, text string) string {
	h := sha256.New()
	h.Write(t.Salt)
	h.Write([]byte(place))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return CommitmentMark + base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// commit stores a text and returns its commitment.
func (t *Salted) commit(place, text string) string {
	if t.Text == nil {
		t.Text = map[string]string{}
	}
	t.Text[place] = text
	return t.Commitment(place, text)
}

// value is the value of a column as it is written in an entry.
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
			return v // values of an enumeration
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

// diffOf describes a change; with bare it omits the values, which are then not stored at all.
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
		// A new row is stored as one text.
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

// columns are the columns that a change modifies; of a new row all that are not empty.
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
