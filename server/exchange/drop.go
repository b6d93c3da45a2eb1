package exchange

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/audittouch"
	"sineng/ent/stagedimport"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// dropBatch is how many rows of an import that is given up one transaction deletes.
const dropBatch = 300

// drop deletes everything that an import under way wrote. Nobody has seen it and the log holds
// nothing of it. It goes on where an earlier call ended.
func (s *Service) drop(ctx context.Context, id int64) error {
	ctx = viewer.System(ctx)
	row, err := s.store.Client.StagedImport.Get(ctx, id)
	if err != nil {
		if ent.IsNotFound(err) {
			return nil
		}
		return err
	}
	if !s.store.Genuine(row) { // somebody made it up to have rows deleted; a verification names it
		return nil
	}
	// Somebody put the row of an import back that was shown, to have what it brought deleted.
	if known, err := logged(ctx, s.store.Client, row); err != nil || known {
		return err
	}
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		return tx.StagedImport.Update().Where(stagedimport.ID(id)).SetDropped(true).Exec(ctx)
	})
	if err != nil {
		return err
	}
	for _, table := range store.StagedTables {
		for left := true; left; {
			err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (err error) {
				left, err = deleteStaged(ctx, tx, table, row.Firsts[table], id)
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	_, err = s.store.Client.StagedImport.Delete().Where(stagedimport.ID(id)).Exec(ctx)
	return err
}

// logged reports whether the log knows the newest row that an import brought to any table: it was
// shown then.
func logged(ctx context.Context, client *ent.Client, row *ent.StagedImport) (bool, error) {
	for _, table := range store.StagedTables {
		ids, err := store.Keys(ctx, client, fmt.Sprintf("SELECT id FROM %s WHERE id > ? AND import_id = ? ORDER BY id DESC LIMIT 1", table), row.Firsts[table], row.ID)
		if err != nil {
			return false, err
		}
		for _, id := range ids {
			if known, err := client.AuditTouch.Query().Where(audittouch.ObjectID(id)).Exist(ctx); err != nil || known {
				return known, err
			}
		}
	}
	return false, nil
}

// deleteStaged deletes some rows of an import, the newest first, and reports whether more may
// be left.
func deleteStaged(ctx context.Context, tx *ent.Tx, table string, above, id int64) (bool, error) {
	ids, err := store.Keys(ctx, tx.Client(), fmt.Sprintf("SELECT id FROM %s WHERE id > ? AND import_id = ? ORDER BY id DESC LIMIT %d", table, dropBatch), above, id)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	// The newest first: a unit is deleted before the one above it.
	_, err = tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE id IN (%s)", table, strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")), args...)
	return len(ids) == dropBatch, err
}

// DropDead deletes the rows of imports that ended without a word: their program was killed, or
// the disk was full when they were given up.
func (s *Service) DropDead(ctx context.Context) error {
	ctx = viewer.System(ctx)
	dead, err := s.store.Client.StagedImport.Query().
		Where(stagedimport.Or(stagedimport.Dropped(true), stagedimport.AliveUntilLT(s.store.Now()))).IDs(ctx)
	if err != nil {
		return err
	}
	for _, id := range dead {
		if err := s.drop(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
