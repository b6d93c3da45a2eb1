package job

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Enqueue asks for a job on an object, 0 for none, in the name of who acts in the context. It
// joins the transaction of the context, so that the job is there exactly when what asked for it
// is. args is written as JSON, nil for none.
func Enqueue(ctx context.Context, s *store.Store, kind term.JobKind, object int64, args any) (*ent.Job, error) {
	return enqueue(ctx, s, kind, object, args, nil)
}

// EnqueueAt is Enqueue for a job that does not begin before a moment.
func EnqueueAt(ctx context.Context, s *store.Store, kind term.JobKind, object int64, args any, at time.Time) (*ent.Job, error) {
	return enqueue(ctx, s, kind, object, args, &at)
}

func enqueue(ctx context.Context, s *store.Store, kind term.JobKind, object int64, args any, at *time.Time) (*ent.Job, error) {
	text := ""
	if args != nil {
		raw, err := json.Marshal(args)
		if err != nil {
			return nil, fmt.Errorf("the arguments of a job: %w", err)
		}
		text = string(raw)
	}
	var account *int64
	if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
		account = &v.AccountID
	}
	return store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (*ent.Job, error) {
		now := s.Now()
		return tx.Job.Create().SetKind(kind).SetObjectID(object).SetArgs(text).SetState(term.JobStateQueued).
			SetNillableAccountID(account).SetNillableRunAt(at).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	})
}
