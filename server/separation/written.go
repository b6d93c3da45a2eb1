package separation

import (
	"encoding/json"
	"hash/fnv"
	"reflect"
	"slices"
	"strconv"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/store"
)

// bookkeeping are the columns of register rows in which nobody writes what a form shows: what
// the program keeps, and what a decision sets. Every other column counts as written.
var bookkeeping = map[string][]string{
	ent.TypeRiskPoint: {"status", "grade", "proposed_grade", "endorsed_grade", "power_type", "controlled"},
	ent.TypeMeasure:   {"status", "revised_by"},
}

// kept are the columns that every row keeps beside what is written in it.
var kept = []string{"version", "updated_at", "unit_id"}

// written reports whether somebody who sets a column of a register row writes what a form shows.
func written(kind, column string) bool {
	return !slices.Contains(kept, column) && !slices.Contains(bookkeeping[kind], column)
}

// Writes reports whether whoever made a change of a register row, by an entry with an action, is an
// author of what a form shows of it. Forms and the rules of this package ask it alike.
func Writes(action term.AuditAction, d audit.Diff) bool {
	if action == term.AuditActionProposeGrade || d.Op != store.RowChanged || len(d.Links) > 0 || len(d.Columns) == 0 {
		return true
	}
	for column, value := range d.Columns {
		if !reflect.DeepEqual(value[0], value[1]) && written(d.Type, column) { // not set to what it was
			return true
		}
	}
	return false
}

// writes is Writes for a row of an act.
func (r Row) writes(action term.AuditAction) bool {
	if action == term.AuditActionProposeGrade || r.Made || r.Linked {
		return true
	}
	for column, now := range r.Now {
		if !reflect.DeepEqual(r.Old[column], now) && written(r.Type, column) {
			return true
		}
	}
	return false
}

// proposed is a column that a form shows and that only a proposal of a grade sets, which Writes knows by
// its action.
const proposed = "proposed_grade"

// row is what is known of a row that a form shows.
type row struct {
	authors map[Who]int64 // the last entry in which somebody wrote it
	// said is a sum over what it says now, handedIn that when its form was handed in last, and filed
	// that when the form was filed last: what was changed and changed back has no author.
	said, handedIn, filed uint64
	// unclear is true where the log does not say what was written since the form was filed.
	unclear bool
}

// same reports whether the row, as it was handed in, says what was filed.
func (r *row) same() bool { return !r.unclear && r.handedIn == r.filed }

// says follows what a row says.
func (r *row) says(change Row) {
	r.unclear = r.unclear || change.Linked
	if change.Made {
		r.add("", "made")
	}
	for column, now := range change.Now {
		if written(change.Type, column) || column == proposed {
			r.add(column, change.Old[column])
			r.add(column, now)
		}
	}
}

// add adds a column to the sum, or takes it away again. A text that was erased says nothing.
func (r *row) add(column string, value any) {
	text, known := plain(value)
	if !known {
		r.unclear = true
		return
	}
	if text == "" {
		return
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(column + "\x00" + text))
	r.said ^= h.Sum64()
}

// plain is a value as a text, "" for an empty one; known is false for a commitment to an erased text.
func plain(value any) (text string, known bool) {
	switch v := value.(type) {
	case nil:
		return "", true
	case string:
		return v, len(v) == 0 || v[:1] != audit.CommitmentMark
	case json.Number:
		return v.String(), true
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), true
	case bool:
		if !v {
			return "", true
		}
		return "true", true
	}
	out, err := json.Marshal(value)
	if string(out) == "[]" || string(out) == "{}" {
		return "", err == nil
	}
	return string(out), err == nil
}
