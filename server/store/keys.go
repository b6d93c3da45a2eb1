package store

import (
	"strconv"

	"sineng/ent/migrate"
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
