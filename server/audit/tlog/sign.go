package tlog

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditcheckpoint"
	"sineng/ent/auditentry"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// ErrForked means that the log does not continue what was signed before.
var ErrForked = errors.New("the log in the database does not continue what was signed")

// Checkpoint signs the log if it has grown since the last checkpoint, and stores the
// checkpoint in the database and in the folder. It fails with ErrForked when signed entries
// were removed or changed.
func (l *Log) Checkpoint(ctx context.Context) (*Checkpoint, error) {
	l.signing.Lock()
	defer l.signing.Unlock()
	ctx = viewer.System(ctx)
	if !l.together {
		if err := l.heal(ctx); err != nil {
			return nil, fmt.Errorf("bringing the checkpoints of the folder and the database together: %w", err)
		}
		l.together = true
	}
	last, err := l.Latest()
	if err != nil {
		return nil, fmt.Errorf("the last checkpoint: %w", err)
	}
	now, err := Size(ctx, l.store.Client)
	if err != nil || now == 0 && last == nil {
		return nil, err
	}
	if err := l.continues(ctx, l.store.Client, last, now); err != nil {
		return nil, err
	}
	if last == nil || last.Size != now {
		if err := l.ownEntries(ctx, last, now); err != nil {
			return nil, err
		}
		return l.signNow(ctx, now)
	}
	last.At = l.store.Now()
	return last, l.record(ctx, last)
}

// ErrForged means that the log contains an entry that the program did not write.
var ErrForged = errors.New("the log holds an entry that the program did not write")

// ownEntries fails with ErrForged for entries that were inserted without the program.
func (l *Log) ownEntries(ctx context.Context, last *Checkpoint, now int64) error {
	next := int64(0)
	if last != nil {
		next = last.Size
	}
	for next < now {
		rows, err := l.store.Client.AuditEntry.Query().Where(auditentry.IDGTE(EntryID(next)), auditentry.IDLT(EntryID(now))).
			Order(auditentry.ByID()).Limit(scanBatch).All(ctx)
		if err != nil {
			return err
		}
		for i, r := range rows {
			if r.ID != EntryID(next)+int64(i) {
				return fmt.Errorf("%w: entry %d is missing", ErrForked, next+int64(i))
			}
			if !Sealed(l.store, []byte(r.Body)) {
				return fmt.Errorf("%w: entry %d", ErrForged, IndexOf(r.ID))
			}
		}
		if len(rows) == 0 {
			return fmt.Errorf("%w: entry %d is missing", ErrForked, next)
		}
		next += int64(len(rows))
	}
	return nil
}

// signNow signs the log at a size, whatever was signed before.
func (l *Log) signNow(ctx context.Context, now int64) (*Checkpoint, error) {
	c := &Checkpoint{Origin: l.key.Origin(), Size: now, At: l.store.Now()}
	var err error
	if c.Root, err = sumdb.TreeHash(now, Reader(ctx, l.store.Client)); err != nil {
		return nil, err
	}
	signed, err := note.Sign(&note.Note{Text: c.text()}, l.key.signer)
	if err != nil {
		return nil, err
	}
	c.Note = string(signed)
	// The folder first, since the database alone proves little. What fails between the two is
	// brought together before the next one.
	l.together = false
	if err := l.keep(c); err != nil {
		return nil, err
	}
	err = l.record(ctx, c)
	l.together = err == nil
	return c, err
}

// record stores a checkpoint in the database, unless it is there already.
func (l *Log) record(ctx context.Context, c *Checkpoint) error {
	return store.WithTx(ctx, l.store, func(ctx context.Context, tx *ent.Tx) error {
		known, err := tx.AuditCheckpoint.Query().Where(auditcheckpoint.Size(c.Size), auditcheckpoint.Note(c.Note)).Exist(ctx)
		if err != nil || known {
			return err
		}
		return tx.AuditCheckpoint.Create().SetSize(c.Size).SetNote(c.Note).SetAt(c.At).Exec(ctx)
	})
}

// continues checks that the log at a size contains all that an earlier checkpoint signed.
func (l *Log) continues(ctx context.Context, client *ent.Client, last *Checkpoint, now int64) error {
	if last == nil {
		return nil
	}
	if now < last.Size {
		return fmt.Errorf("%w: it has %d entries, %d were signed", ErrForked, now, last.Size)
	}
	root, err := sumdb.TreeHash(last.Size, Reader(ctx, client))
	if err != nil {
		return err
	}
	if root != last.Root {
		return fmt.Errorf("%w: its first %d entries are not those that were signed", ErrForked, last.Size)
	}
	return nil
}

// scanBatch is how many entries are read at a time.
const scanBatch = 2000
