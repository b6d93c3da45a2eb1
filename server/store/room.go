package store

import (
	"context"
	"strings"

	"entgo.io/ent/dialect"

	"sineng/server/fault"
)

// probeBytes is how much a probe writes on SQLite; a server's table bounds it.
const probeBytes, probeServerBytes = 256 << 10, 200

// HasRoom returns nil when the database can be written, as far as is known: after a write that
// found no room it writes a row and removes it, until that succeeds.
func (s *Store) HasRoom(ctx context.Context) error {
	if !s.full.Load() {
		return nil
	}
	err := s.probe(ctx)
	if err == nil {
		s.full.Store(false)
		return nil
	}
	if fault.Full(err) {
		return fault.NoRoom().Because(err)
	}
	return err
}

// probe writes a row of the table of the migrations' lock and removes it.
func (s *Store) probe(ctx context.Context) error {
	const id = 2 // 1 is the lock
	size := probeServerBytes
	if s.dialect == dialect.SQLite {
		size = probeBytes
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(ctx, `INSERT INTO migration_lock (id, holder, until) VALUES (?, ?, 0)`, id, strings.Repeat("-", size)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM migration_lock WHERE id = ?`, id); err != nil {
		return err
	}
	return tx.Commit()
}
