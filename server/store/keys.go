package store

import (
	"strconv"

	"sineng/ent/migrate"
)

// keyRange is how many keys each table has to itself, so that a key tells its table.
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

// TableOf is the table that a key belongs to, "" for none.
func TableOf(key int64) string { return tables[key/keyRange] }

// IDPrefix begins every id of the API, so that none reads as a number.
const IDPrefix = "s"

// EncodeID is a key as the API writes it.
func EncodeID(key int64) string { return IDPrefix + strconv.FormatInt(key, 36) }
