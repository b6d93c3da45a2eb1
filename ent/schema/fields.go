package schema

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
)

// Column types. Times are UTC with microseconds; days have no time of day.
var (
	moment = map[string]string{dialect.MySQL: "datetime(6)"}
	day    = map[string]string{dialect.MySQL: "date", dialect.SQLite: "date"}
	word   = map[string]string{dialect.MySQL: "varchar(32)"} // an enumeration: a new value needs no migration
)

// keep refuses to delete a row that others refer to.
var keep = entsql.OnDelete(entsql.Restrict)

// comment sets a table's comment in the database too.
func comment(text string) schema.Annotation { return schema.Comment(text) }

// The greatest sizes of the contents of forms and of drafts, and of a pending act's payload in bytes, from which MySQL's column types follow.
const (
	draftBytes        = 8 << 20
	processDraftBytes = 1 << 20
	snapshotBytes     = 32 << 20
	payloadBytes      = 8 << 20
)
