package audit

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/auditinbox"
	"sineng/ent/audittouch"
	"sineng/ent/viewer"
)

// writesBatch is how many rows are looked up at a time.
const writesBatch = 500

// Writes passes to do every change of rows that the log tells of since a time, with the entry
// that tells it: those that have an index, and those that wait for one, the transaction's own
// among them.
func Writes(ctx context.Context, client *ent.Client, rows []int64, since time.Time, do func(*Entry, Diff)) error {
	ctx = viewer.System(ctx)
	wanted := make(map[int64]bool, len(rows))
	for _, id := range rows {
		wanted[id] = true
	}
	seen := map[int64]bool{}
	pass := func(body string) error {
		e, err := Parse([]byte(body))
		if err != nil || e.At.Before(since) {
			return err
		}
		for _, c := range e.Changes {
			if wanted[c.ID] {
				do(e, c)
			}
		}
		return nil
	}
	for part := range slices.Chunk(rows, writesBatch) {
		found, err := client.AuditEntry.Query().Where(auditentry.AtGTE(since), touching(part)).Order(auditentry.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, row := range found {
			if seen[row.ID] {
				continue
			}
			seen[row.ID] = true
			if err := pass(row.Body); err != nil {
				return err
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	waiting, err := client.AuditInbox.Query().Order(auditinbox.ByID()).Select(auditinbox.FieldBody).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range waiting {
		if err := pass(row.Body); err != nil {
			return err
		}
	}
	return nil
}

// touching keeps the entries that changed or read one of the rows.
func touching(rows []int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		ids := make([]any, len(rows))
		for i, id := range rows {
			ids[i] = id
		}
		touches := sql.Dialect(s.Dialect()).Select(audittouch.FieldEntryID).From(sql.Table(audittouch.Table))
		touches.Where(sql.In(touches.C(audittouch.FieldObjectID), ids...))
		s.Where(sql.In(s.C(auditentry.FieldID), touches))
	}
}
