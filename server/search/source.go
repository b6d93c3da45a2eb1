package search

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/audit"
)

// Source says which texts of an entity's rows are found.
type Source struct {
	// Type is the entity's name in the log.
	Type string
	// Table holds its rows.
	Table string
	// Staged rows may come with an import and are hidden while it is under way (mixin staged).
	Staged bool
	// Columns are their texts.
	Columns []Column
	// Words are columns of one word, or of several parted by commas, of which few differ, that rows are
	// selected by (Having).
	Words []string
}

// shape names what the index is made of: with another shape it is built anew.
func (s Source) shape() string {
	out := s.Table
	for _, c := range s.Columns {
		out += " " + c.Name
	}
	for _, w := range s.Words {
		out += " =" + w
	}
	return out
}

// owns reports whether a key is one of the source's.
func (s Source) owns(id int64) bool { return audit.TypeOf(id) == s.Type }

// row is a row with its texts and words.
type row struct {
	id    int64
	texts []string
	words []string
}

// grams are those of a row, in order.
func (s Source) grams(r row) []uint32 {
	out := gramsOf(r.texts...)
	for i, w := range r.words {
		for one := range strings.SplitSeq(w, ",") {
			out = append(out, word(s.Words[i], one))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// word is the gram of a column's word.
func word(column, value string) uint32 { return hash([]rune("\x00" + column + "\x00" + value)) }

// rows reads the rows that a condition selects, without those of imports under way, in the order
// of their keys.
func (s Source) rows(ctx context.Context, client *ent.Client, where string, args ...any) ([]row, error) {
	if s.Staged {
		where += " AND " + rule.NotStagedSQL(s.Table)
	}
	var columns []string
	for _, c := range s.Columns {
		columns = append(columns, "COALESCE("+c.Name+", '')")
	}
	for _, w := range s.Words {
		columns = append(columns, "COALESCE("+w+", '')")
	}
	found, err := client.QueryContext(viewer.System(ctx), fmt.Sprintf("SELECT id, %s FROM %s WHERE %s ORDER BY id",
		strings.Join(columns, ", "), s.Table, where), args...)
	if err != nil {
		return nil, err
	}
	var out []row
	err = each(found, func() error {
		id, texts := int64(0), make([]string, len(columns))
		into := []any{&id}
		for i := range texts {
			into = append(into, &texts[i])
		}
		err := found.Scan(into...)
		out = append(out, row{id, texts[:len(s.Columns)], texts[len(s.Columns):]})
		return err
	})
	return out, err
}

// each calls use for every row of an answer and closes it.
func each(rows *sql.Rows, use func() error) error {
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := use(); err != nil {
			return err
		}
	}
	return rows.Err()
}
