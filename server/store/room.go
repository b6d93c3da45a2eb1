package store

import (
	"context"
	"strings"
	"time"

	"entgo.io/ent/dialect"

	"sineng/server/fault"
)

// probeBytes is how much a probe writes on SQLite; a server's table bounds it.
const probeBytes, probeServerBytes = 256 << 10, 200

// fullFor is for how long a database server counts as full after a write found no room. It keeps
// each table in a file of its own: a probe finds room that its table has still while others have none.
const fullFor = 15 * time.Second

// HasRoom returns nil when the database can be written, as far as is known: after a write that
// found no room it writes a row and removes it, until that succeeds. A server of a database counts
// as full for fullFor after the last such write besides.
func (s *Store) HasRoom(ctx context.Context) error {
	at := s.full.Load()
	if at == 0 {
		return nil
	}
	if s.dialect == dialect.MySQL && s.Now().Sub(time.UnixMicro(at)) < fullFor {
		return fault.NoRoom()
	}
	err := s.probe(ctx)
	if err == nil {
		s.full.CompareAndSwap(at, 0)
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
