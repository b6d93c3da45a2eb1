package audit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/audittext"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// sequenceBatch is how many entries one transaction sequences.
const sequenceBatch = 500

// Sequence gives the waiting entries their indexes in the log and returns their number. Of two
// concurrent calls one fails, since an index is a primary key, and the other continues.
func Sequence(ctx context.Context, s *store.Store) (int, error) {
	total := 0
	for {
		n, err := store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (int, error) { return sequence(ctx, s, tx) })
		total += n
		if err != nil || n < sequenceBatch {
			return total, err
		}
	}
}

func sequence(ctx context.Context, s *store.Store, tx *ent.Tx) (int, error) {
	waiting, err := waitingEntries(ctx, tx)
	if err != nil || len(waiting) == 0 {
		return 0, err
	}
	// Entries that the program did not write get no index; a verification reports them.
	waiting = slices.DeleteFunc(waiting, func(w *ent.AuditInbox) bool { return !tlog.Sealed(s, []byte(w.Body)) })
	if len(waiting) == 0 {
		return 0, nil
	}
	old, err := tlog.Size(ctx, tx.Client())
	if err != nil {
		return 0, err
	}
	var (
		entries []*ent.AuditEntryCreate
		touches []*ent.AuditTouchCreate
		leaves  []sumdb.Hash
		ids     []int64
	)
	for i, w := range waiting {
		id := tlog.EntryID(old + int64(i))
		e, err := Parse([]byte(w.Body))
		if err != nil {
			return 0, err
		}
		leaf := sumdb.RecordHash([]byte(w.Body))
		leaves, ids = append(leaves, leaf), append(ids, w.ID)
		entries = append(entries, columnsOf(tx.AuditEntry.Create(), e).SetID(id).SetBody(w.Body).SetLeafHash(leaf[:]))
		for _, object := range e.Touched() {
			touches = append(touches, tx.AuditTouch.Create().SetObjectID(object).SetEntryID(id))
		}
	}
	if err := tx.AuditEntry.CreateBulk(entries...).Exec(ctx); err != nil {
		return 0, err
	}
	if err := moveTexts(ctx, tx, ids, tlog.EntryID(old)); err != nil {
		return 0, err
	}
	for part := range slices.Chunk(touches, 2000) {
		if err := tx.AuditTouch.CreateBulk(part...).Exec(ctx); err != nil {
			return 0, err
		}
	}
	nodes, err := tlog.Completed(ctx, tx.Client(), old, leaves)
	if err != nil {
		return 0, err
	}
	for _, n := range nodes {
		if err := tx.AuditHash.Create().SetLevel(n.Level).SetN(n.N).SetHash(n.Hash[:]).Exec(ctx); err != nil {
			return 0, err
		}
	}
	_, err = tx.AuditInbox.Delete().Where(auditinbox.IDIn(ids...)).Exec(ctx)
	return len(waiting), err
}

// waitingEntries are the first entries of the inbox by key, without those of imports under way:
// an import's entries have smaller keys than those of any change of what it brought.
func waitingEntries(ctx context.Context, tx *ent.Tx) ([]*ent.AuditInbox, error) {
	shown, err := store.ShownImports(ctx, tx.Client(), auditinbox.Table)
	if err != nil {
		return nil, err
	}
	var out []*ent.AuditInbox
	for _, id := range shown {
		some, err := tx.AuditInbox.Query().Where(auditinbox.ImportID(id)).Order(auditinbox.ByID()).Limit(sequenceBatch).Select(auditinbox.FieldBody).All(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	slices.SortFunc(out, func(a, b *ent.AuditInbox) int { return cmp.Compare(a.ID, b.ID) })
	return out[:min(len(out), sequenceBatch)], nil
}

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
