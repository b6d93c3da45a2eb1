package audit

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// Record is an entry with its texts, for display.
type Record struct {
	*Entry
	ID       int64
	Body     string
	LeafHash string // base64
	Details  []Detail
	Changes  []RecordChange
}

// Index is the entry's index in the log.
func (r *Record) Index() int64 { return tlog.IndexOf(r.ID) }

func (r *Record) String() string { return fmt.Sprintf("entry %d (%s)", r.Index(), r.Action) }

// Detail is a text of an entry; nil when it was erased.
type Detail struct {
	Name string
	Text *string
}

// RecordChange is the change of one row.
type RecordChange struct {
	Object  Object
	Op      store.ChangeOp
	Columns []RecordColumn
	Links   []RecordLink
	Erased  bool
}

// RecordColumn is a column before and after; nil where it was empty or is withheld.
type RecordColumn struct {
	Name     string
	Old, New *string
	Withheld bool
}

// RecordLink are the rows that an edge gained or lost.
type RecordLink struct {
	Name           string
	Added, Removed []int64
}

// recordOf combines an entry and its texts.
func recordOf(row *ent.AuditEntry, texts string) (*Record, error) {
	e, err := Parse([]byte(row.Body))
	if err != nil {
		return nil, err
	}
	beside := &Texts{}
	if texts != "" {
		if err := json.Unmarshal([]byte(texts), beside); err != nil {
			return nil, err
		}
	}
	r := &Record{Entry: e, ID: row.ID, Body: row.Body, LeafHash: base64.StdEncoding.EncodeToString(row.LeafHash)}
	for _, name := range slices.Sorted(maps.Keys(e.Details)) {
		d := Detail{Name: name}
		if beside.Details != nil {
			if t, ok := beside.Details.Text[name]; ok {
				d.Text = &t
			}
		}
		r.Details = append(r.Details, d)
	}
	for i, d := range e.Changes {
		c := RecordChange{Object: d.Object, Op: d.Op}
		var known *Salted
		if i < len(beside.Changes) {
			known = beside.Changes[i]
		}
		c.Erased = known == nil
		if d.Whole() && known != nil {
			c.Columns = columnsOfRow(known.Row)
		}
		for _, name := range slices.Sorted(maps.Keys(d.Columns)) {
			c.Columns = append(c.Columns, columnOf(name, d.Columns[name], known))
		}
		for _, edge := range slices.Sorted(maps.Keys(d.Links)) {
			c.Links = append(c.Links, RecordLink{edge, d.Links[edge].Added, d.Links[edge].Removed})
		}
		r.Changes = append(r.Changes, c)
	}
	return r, nil
}

// Whole reports whether the change is a new row, whose values are stored as one text.
func (d Diff) Whole() bool {
	return d.Op == store.RowCreated && d.Row != "" && len(d.Columns) == 0 && !store.Secretive(d.Type)
}

// columnsOfRow are the columns of a new row.
func columnsOfRow(text []byte) []RecordColumn {
	var row map[string]any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber() // ids exceed the precision of float64
	if d.Decode(&row) != nil {
		return nil
	}
	var out []RecordColumn
	for _, name := range slices.Sorted(maps.Keys(row)) {
		if value, ok := plain(row[name]); ok && name != "id" {
			out = append(out, RecordColumn{Name: name, New: &value})
		}
	}
	return out
}

func columnOf(name string, pair [2]any, known *Salted) RecordColumn {
	c := RecordColumn{Name: name}
	for j, to := range []**string{&c.Old, &c.New} {
		text, ok := plain(pair[j])
		if ok && strings.HasPrefix(text, CommitmentMark) {
			ok = false
			if known != nil {
				text, ok = known.Text[name+"."+strconv.Itoa(j)]
			}
			c.Withheld = c.Withheld || !ok
		}
		if ok {
			*to = &text
		}
	}
	return c
}

// plain formats a value of an entry.
func plain(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "", false
	case string:
		return v, true
	}
	text, err := Encode(v)
	return string(text), err == nil
}
