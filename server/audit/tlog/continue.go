package tlog

import (
	"context"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent/viewer"
)

// Continues checks that the log in the database contains all that was signed; the error is
// ErrForked when it does not.
func (l *Log) Continues(ctx context.Context) error {
	last, err := l.Latest()
	if err != nil || last == nil {
		return err
	}
	ctx = viewer.System(ctx)
	now, err := Size(ctx, l.store.Client)
	if err != nil {
		return err
	}
	return l.continues(ctx, l.store.Client, last, now)
}

// Lost are the checkpoints that the log in the database does not contain.
func (l *Log) Lost(ctx context.Context) ([]*Checkpoint, error) {
	ctx = viewer.System(ctx)
	kept, err := ReadKept(l.dir)
	if err != nil {
		return nil, err
	}
	now, err := Size(ctx, l.store.Client)
	if err != nil {
		return nil, err
	}
	var out []*Checkpoint
	for _, k := range kept {
		c, err := OpenCheckpoint(k.Note, l.key.verifier)
		if err != nil {
			continue // a line cut off by a crash
		}
		if c.Size <= now {
			root, err := sumdb.TreeHash(c.Size, Reader(ctx, l.store.Client))
			if err != nil {
				return nil, err
			}
			if root == c.Root {
				continue
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// SignLoss signs the present log although it lacks entries that were signed; an entry of the
// log must have recorded the loss.
func (l *Log) SignLoss(ctx context.Context) error {
	ctx = viewer.System(ctx)
	now, err := Size(ctx, l.store.Client)
	if err != nil {
		return err
	}
	l.signing.Lock()
	defer l.signing.Unlock()
	_, err = l.signNow(ctx, now)
	return err
}
