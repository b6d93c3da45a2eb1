package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
)

// Indexed is an entry with its index in the log.
type Indexed struct {
	*Entry
	Index int64
}

// End is the index after that of the last entry.
func End(ctx context.Context, client *ent.Client) (int64, error) { return tlog.Size(ctx, client) }

// ReadLog returns the entries of some actions, or of all where none is given, with an index
// from the first one up to, but not including, the last.
func ReadLog(ctx context.Context, client *ent.Client, from, to int64, actions ...term.AuditAction) ([]Indexed, error) {
	q := client.AuditEntry.Query().Where(auditentry.IDGTE(tlog.EntryID(from)), auditentry.IDLT(tlog.EntryID(to)))
	if len(actions) > 0 {
		q.Where(auditentry.ActionIn(actions...))
	}
	rows, err := q.Order(auditentry.ByID()).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	out := make([]Indexed, len(rows))
	for i, row := range rows {
		e, err := Parse([]byte(row.Body))
		if err != nil {
			return nil, err
		}
		out[i] = Indexed{e, tlog.IndexOf(row.ID)}
	}
	return out, nil
}

// Changed are the ids of an entity's rows that the entry changed, including its object.
func (e *Entry) Changed(entity string) []int64 {
	var out []int64
	seen := map[int64]bool{}
	add := func(o Object) {
		if o.Type == entity && !seen[o.ID] {
			seen[o.ID] = true
			out = append(out, o.ID)
		}
	}
	if e.Object != nil {
		add(*e.Object)
	}
	for _, c := range e.Changes {
		add(c.Object)
	}
	return out
}
