package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
)

// LogReads appends an entry for the people whose records were read through the context. An
// answer must not be given before it is written.
func LogReads(ctx context.Context, s *store.Store) error {
	people := store.TakeReads(ctx)
	if len(people) == 0 {
		return nil
	}
	var at authz.Levels
	if len(people) == 1 {
		p, err := s.Reader(ctx).Person.Get(viewer.System(ctx), people[0])
		if err != nil {
			return err
		}
		at = authz.Levels{p.L1, p.L2, p.L3, p.L4, p.L5, p.L6}
	}
	return store.WithTx(ctx, s, func(ctx context.Context, _ *ent.Tx) error {
		return Append(ctx, s, Event{Action: term.AuditActionReadRecord, Right: authz.ReadRegister, At: at, Subjects: people})
	})
}
