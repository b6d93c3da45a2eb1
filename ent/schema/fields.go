package schema

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
)

// Column types. Moments are UTC to the microsecond; days have no time of day.
var (
	moment = map[string]string{dialect.MySQL: "datetime(6)"}
	day    = map[string]string{dialect.MySQL: "date", dialect.SQLite: "date"}
	word   = map[string]string{dialect.MySQL: "varchar(32)"} // an enumeration: a new value needs no migration
)

// keep refuses to delete a row that others point to.
var keep = entsql.OnDelete(entsql.Restrict)

// comment describes a table in the database too.
func comment(text string) schema.Annotation { return schema.Comment(text) }

// Bounds of what is kept of a form, in bytes; MySQL's type of the column follows from them.
const (
	draftBytes    = 8 << 20
	snapshotBytes = 32 << 20
)
