package audit

import (
	"context"
	"errors"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// Continues tells whether the log in the database contains all that was signed; the error
// is ErrForked when it does not.
func (l *Log) Continues(ctx context.Context) error {
	last, err := l.latest()
	if err != nil || last == nil {
		return err
	}
	ctx = viewer.System(ctx)
	now, err := size(ctx, l.store.Client)
	if err != nil {
		return err
	}
	return l.continues(ctx, l.store.Client, last, now)
}

// Accept puts on record that the log lacks what was signed, as after a backup was restored,
// and goes on from what there is. It returns the number of checkpoints that are lost. The
// file of all checkpoints keeps them, and every verification shows the loss.
func (l *Log) Accept(ctx context.Context, reason string) (int, error) {
	if strings.TrimSpace(reason) == "" {
		return 0, fault.Bad("reason", "REQUIRED", "请填写原因", "Say why")
	}
	switch err := l.Continues(ctx); {
	case err == nil:
		return 0, fault.New(fault.InvalidTransition, "NOTHING_LOST", "", "日志完整,没有缺失", "The log lacks nothing")
	case !errors.Is(err, ErrForked):
		return 0, err
	}
	ctx = viewer.System(ctx)
	lost, err := l.lost(ctx)
	if err != nil {
		return 0, err
	}
	err = store.WithTx(ctx, l.store, func(ctx context.Context, _ *ent.Tx) error {
		return Append(ctx, l.store, Event{Action: term.AuditActionAcceptLoss, Reason: reason, Lost: lost})
	})
	if err != nil {
		return 0, err
	}
	if _, err := Sequence(ctx, l.store); err != nil {
		return 0, err
	}
	now, err := size(ctx, l.store.Client)
	if err != nil {
		return 0, err
	}
	l.signing.Lock()
	defer l.signing.Unlock()
	_, err = l.signNow(ctx, now)
	return len(lost), err
}

// lost are the checkpoints that the log in the database does not contain.
func (l *Log) lost(ctx context.Context) ([]Lost, error) {
	kept, err := readKept(l.dir)
	if err != nil {
		return nil, err
	}
	now, err := size(ctx, l.store.Client)
	if err != nil {
		return nil, err
	}
	var out []Lost
	for _, k := range kept {
		c, err := OpenCheckpoint(k.Note, l.key.verifier)
		if err != nil {
			continue // a line cut off by a crash
		}
		if c.Size <= now {
			root, err := tlog.TreeHash(c.Size, reader(ctx, l.store.Client))
			if err != nil {
				return nil, err
			}
			if root == c.Root {
				continue
			}
		}
		out = append(out, Lost{c.Size, c.RootHash()})
	}
	return out, nil
}
