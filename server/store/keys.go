package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/viewer"
)

// keyRange is the number of keys of each table; the range of a key identifies
// its table.
const keyRange = 1 << 32

// tables maps the start of a table's range of keys to its name.
var tables = func() map[int64]string {
	out := map[int64]string{}
	for _, t := range migrate.Tables {
		if t.Annotation != nil && t.Annotation.IncrementStart != nil {
			out[int64(*t.Annotation.IncrementStart)/keyRange] = t.Name
		}
	}
	return out
}()

// TableOf returns the table of a key, "" for none.
func TableOf(key int64) string { return tables[key/keyRange] }

// FirstKey returns the first key of a table's range, 0 for an unknown table.
func FirstKey(table string) int64 {
	for n, name := range tables {
		if name == table {
			return n * keyRange
		}
	}
	return 0
}

// IDPrefix begins every id of the API, so that no id can be mistaken for a
// number.
const IDPrefix = "s"

// EncodeID formats a key as an id of the API.
func EncodeID(key int64) string { return IDPrefix + strconv.FormatInt(key, 36) }

// deletedAtOnce is how many rows one statement of DeleteKeys deletes.
const deletedAtOnce = 500

// DeleteKeys deletes rows of a table outside the log by their keys and touches no other row. A server
// reads the whole of a small table rather than many keys, and so would wait at the rows that others
// are writing, unless the keys are joined to it one by one.
func (s *Store) DeleteKeys(ctx context.Context, tx *ent.Tx, table string, keys []int64) error {
	for part := range slices.Chunk(keys, deletedAtOnce) {
		args := make([]any, len(part))
		for i, key := range part {
			args[i] = key
		}
		query := "DELETE FROM " + table + " WHERE id IN (?" + strings.Repeat(", ?", len(part)-1) + ")"
		if s.dialect == dialect.MySQL {
			query = "DELETE d FROM (SELECT ? AS id" + strings.Repeat(" UNION ALL SELECT ?", len(part)-1) + ") AS k STRAIGHT_JOIN " + table + " AS d ON d.id = k.id"
		}
		if _, err := tx.ExecContext(viewer.System(ctx), query, args...); err != nil {
			return err
		}
	}
	return nil
}
