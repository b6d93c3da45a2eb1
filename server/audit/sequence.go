package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/audittext"
	"sineng/ent/audittouch"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// Bounds of what one transaction sequences. An entry that is longer than sequenceBytes is
// sequenced alone.
const (
	sequenceBatch = 500
	sequenceBytes = 4 << 20
	touchBatch    = 2000
)

// Sequence gives the entries that wait when it is called their indexes in the log and returns
// their number; what comes meanwhile may be left for the next call, so that many writers are
// followed by few transactions. Of two concurrent calls one fails, since an index is a primary key,
// and the other continues.
func Sequence(ctx context.Context, s *store.Store) (int, error) {
	total := 0
	for more := true; more; {
		n, err := store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (n int, err error) {
			n, more, err = sequence(ctx, s, tx)
			return n, err
		})
		total += n
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// sequence sequences the next entries; more may wait after them.
//
// Where the log ends is read before what waits. The other way round, on a server on which a transaction sees what others commit meanwhile,
// entries that another has sequenced between would be read as waiting and get a second place behind their first.
func sequence(ctx context.Context, s *store.Store, tx *ent.Tx) (n int, more bool, err error) {
	end, err := tlog.Size(ctx, tx.Client())
	if err != nil {
		return 0, false, err
	}
	waiting, more, err := waitingEntries(ctx, s, tx)
	if err != nil || len(waiting) == 0 {
		return 0, false, err
	}
	return len(waiting), more, place(ctx, tx, s, end, waiting)
}

// place moves waiting entries from the inbox to the log, from an index on.
func place(ctx context.Context, tx *ent.Tx, s *store.Store, old int64, waiting []*ent.AuditInbox) error {
	var (
		entries []*ent.AuditEntryCreate
		touches []string // pairs of object and entry
		leaves  []sumdb.Hash
		ids     []int64
	)
	for i, w := range waiting {
		id := tlog.EntryID(old + int64(i))
		e, err := Parse([]byte(w.Body))
		if err != nil {
			return err
		}
		leaf := sumdb.RecordHash([]byte(w.Body))
		leaves, ids = append(leaves, leaf), append(ids, w.ID)
		entries = append(entries, columnsOf(tx.AuditEntry.Create(), e).SetID(id).SetBody(w.Body).SetLeafHash(leaf[:]))
		for _, object := range e.Touched() {
			touches = append(touches, fmt.Sprintf("(%d,%d)", object, id))
		}
	}
	if err := tx.AuditEntry.CreateBulk(entries...).Exec(ctx); err != nil {
		return err
	}
	if err := moveTexts(ctx, tx, ids, tlog.EntryID(old)); err != nil {
		return err
	}
	for part := range slices.Chunk(touches, touchBatch) {
		if _, err := tx.ExecContext(ctx, insertTouches+strings.Join(part, ",")); err != nil {
			return err
		}
	}
	nodes, err := tlog.Completed(ctx, tx.Client(), old, leaves)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if err := tx.AuditHash.Create().SetLevel(n.Level).SetN(n.N).SetHash(n.Hash[:]).Exec(ctx); err != nil {
			return err
		}
	}
	return s.DeleteKeys(ctx, tx, auditinbox.Table, ids)
}

// waitingEntries are the first entries of the inbox by key, without those of imports under way:
// an import's entries have smaller keys than those of any change of what it brought. Entries that
// the program did not write get no index and delay no others; a verification reports them. more is
// false where nothing waits behind them.
func waitingEntries(ctx context.Context, s *store.Store, tx *ent.Tx) (out []*ent.AuditInbox, more bool, err error) {
	shown, err := store.ShownImports(ctx, tx.Client(), auditinbox.Table)
	if err != nil {
		return nil, false, err
	}
	for after := int64(0); ; {
		ids, more, err := waitingKeys(ctx, tx, shown, after)
		if err != nil || len(ids) == 0 {
			return out, false, err
		}
		some, err := tx.AuditInbox.Query().Where(auditinbox.IDIn(ids...)).Order(auditinbox.ByID()).Select(auditinbox.FieldBody).All(ctx)
		if err != nil {
			return nil, false, err
		}
		for _, w := range some {
			if tlog.Sealed(s, []byte(w.Body)) {
				out = append(out, w)
			}
		}
		if len(out) > 0 || !more {
			return out, more, nil
		}
		after = ids[len(ids)-1]
	}
}

// waitingKeys are the next keys of the inbox, of as many entries as one transaction sequences,
// and whether more may follow.
func waitingKeys(ctx context.Context, tx *ent.Tx, shown []int64, after int64) (ids []int64, more bool, err error) {
	type waiting struct{ id, bytes int64 }
	var found []waiting
	for _, id := range shown {
		rows, err := tx.QueryContext(ctx, selectWaiting, id, after, sequenceBatch)
		if err != nil {
			return nil, false, err
		}
		for rows.Next() {
			var w waiting
			if err := rows.Scan(&w.id, &w.bytes); err != nil {
				return nil, false, errors.Join(err, rows.Close())
			}
			found = append(found, w)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return nil, false, err
		}
	}
	slices.SortFunc(found, func(a, b waiting) int { return cmp.Compare(a.id, b.id) })
	bytes := int64(0)
	for _, w := range found {
		if bytes += w.bytes; len(ids) == sequenceBatch || len(ids) > 0 && bytes > sequenceBytes {
			return ids, true, nil
		}
		ids = append(ids, w.id)
	}
	return ids, len(found) >= sequenceBatch, nil
}

var (
	selectWaiting = fmt.Sprintf("SELECT %s, OCTET_LENGTH(%s) + OCTET_LENGTH(%s) FROM %s WHERE %s = ? AND %s > ? ORDER BY %s LIMIT ?", auditinbox.FieldID, auditinbox.FieldBody,
		auditinbox.FieldTexts, auditinbox.Table, auditinbox.FieldImportID, auditinbox.FieldID, auditinbox.FieldID)
	insertTouches = fmt.Sprintf("INSERT INTO %s (%s, %s) VALUES ", audittouch.Table, audittouch.FieldObjectID, audittouch.FieldEntryID)
)

// moveTexts moves texts within the database from the inbox to the entries, which are numbered
// from first on.
func moveTexts(ctx context.Context, tx *ent.Tx, ids []int64, first int64) error {
	for len(ids) > 0 {
		n := 1
		for n < len(ids) && ids[n] == ids[0]+int64(n) {
			n++
		}
		_, err := tx.ExecContext(ctx, moveRun, first-ids[0], ids[0], ids[n-1])
		if err != nil {
			return err
		}
		ids, first = ids[n:], first+int64(n)
	}
	return nil
}

var moveRun = fmt.Sprintf("INSERT INTO %s (%s, %s) SELECT %s + ?, %s FROM %s WHERE %s BETWEEN ? AND ?", audittext.Table, audittext.FieldID,
	audittext.FieldTexts, auditinbox.FieldID, auditinbox.FieldTexts, auditinbox.Table, auditinbox.FieldID)

// columnsOf sets the columns for searching from the entry.
func columnsOf(c *ent.AuditEntryCreate, e *Entry) *ent.AuditEntryCreate {
	c.SetAt(e.At).SetAction(e.Action).SetAccountID(e.Actor.Account).SetPersonID(e.Actor.Person).SetUnitID(e.Unit)
	if e.Object != nil {
		c.SetObjectType(e.Object.Type).SetObjectID(e.Object.ID)
	}
	return c
}
