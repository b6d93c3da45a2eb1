package tlog

import (
	"context"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/migrate"
	"sineng/ent/viewer"
)

// firstEntry is the key of the entry with index 0.
var firstEntry = func() int64 {
	for _, t := range migrate.Tables {
		if t.Name == auditentry.Table {
			return int64(*t.Annotation.IncrementStart) + 1
		}
	}
	panic("no table of entries")
}()

// EntryID is the key of the entry with an index.
func EntryID(index int64) int64 { return firstEntry + index }

// IndexOf is the index of the entry with a key.
func IndexOf(id int64) int64 { return id - firstEntry }

// Size is the number of entries of the log.
func Size(ctx context.Context, client *ent.Client) (int64, error) {
	last, err := client.AuditEntry.Query().Order(ent.Desc(auditentry.FieldID)).FirstID(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return 0, nil
	}
	return IndexOf(last) + 1, err
}
