package tlog

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditwitness"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Witness is an outside party that remembers checkpoints. It reveals a log that was rewritten,
// or shown in different versions, even when nothing on this server can be trusted.
type Witness interface {
	// Name identifies the witness.
	Name() string
	// Take sends a checkpoint with the proof that it extends the one of the old size, and
	// returns the witness's signatures, if it gives any.
	Take(ctx context.Context, c *Checkpoint, old int64, prove func(old int64) (sumdb.TreeProof, error)) (string, error)
}

// witnessTime is the time limit for one witness.
const witnessTime = 20 * time.Second

// Tell sends a checkpoint to each witness that has not seen it yet, one after the other.
func (l *Log) Tell(ctx context.Context, c *Checkpoint) {
	for _, w := range l.witnesses {
		if err := l.tellOne(viewer.System(ctx), w, c); err != nil && ctx.Err() == nil {
			l.log.WarnContext(ctx, "notifying a witness", "witness", w.Name(), "error", err)
		}
	}
}

// tellInBackground is Tell in the background. Failed witnesses are tried again at the next
// interval.
func (l *Log) tellInBackground(ctx context.Context, c *Checkpoint) {
	if !l.notifying.TryLock() {
		return
	}
	l.background.Go(func() {
		defer l.notifying.Unlock()
		l.Tell(ctx, c)
	})
}

func (l *Log) tellOne(ctx context.Context, w Witness, c *Checkpoint) error {
	known, err := l.store.Client.AuditWitness.Query().Where(auditwitness.Name(w.Name())).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return err
	}
	old := int64(0)
	if known != nil {
		if old = known.Size; old >= c.Size && known.Failure == "" {
			return nil
		}
	}
	limited, cancel := context.WithTimeout(ctx, witnessTime)
	defer cancel()
	signatures, failed := w.Take(limited, c, old, func(old int64) (sumdb.TreeProof, error) {
		if old == 0 || old == c.Size {
			return nil, nil
		}
		return sumdb.ProveTree(c.Size, old, Reader(ctx, l.store.Client))
	})
	return errors.Join(failed, store.WithTx(ctx, l.store, func(ctx context.Context, tx *ent.Tx) error {
		now := l.store.Now()
		if known == nil {
			create := tx.AuditWitness.Create().SetName(w.Name()).SetAt(now)
			if failed != nil {
				return create.SetFailure(cut(failed.Error())).Exec(ctx)
			}
			return create.SetSize(c.Size).SetNote(c.Note + signatures).Exec(ctx)
		}
		update := tx.AuditWitness.UpdateOneID(known.ID).SetAt(now)
		if failed != nil {
			return update.SetFailure(cut(failed.Error())).Exec(ctx)
		}
		return update.SetFailure("").SetSize(c.Size).SetNote(c.Note + signatures).Exec(ctx)
	}))
}

// cut shortens a failure to what its column holds.
func cut(s string) string {
	if r := []rune(s); len(r) > 500 {
		return string(r[:500])
	}
	return s
}

// ParseWitness reads a setting: witness+https://… for a witness that signs, https://… for a
// webhook, mailto:… for a mail address.
func ParseWitness(setting, secret string, send Mailer) (Witness, error) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	address, signs := strings.CutPrefix(setting, "witness+")
	u, err := url.Parse(address)
	switch {
	case err != nil:
	case !signs && u.Scheme == "mailto" && strings.Contains(u.Opaque, "@"):
		if send == nil {
			return nil, fmt.Errorf("--witness %s: mail needs --smtp and --mail-from", setting)
		}
		return mailbox{u.Opaque, send}, nil
	case u.Scheme != "http" && u.Scheme != "https", u.Host == "":
	case signs:
		return httpWitness{strings.TrimRight(address, "/"), client}, nil
	case secret == "":
		return nil, fmt.Errorf("--witness %s: a webhook needs --webhook-secret", setting)
	default:
		return webhook{address, secret, client}, nil
	}
	return nil, fmt.Errorf("--witness: expected witness+https://…, https://… or mailto:…, not %q", setting)
}
