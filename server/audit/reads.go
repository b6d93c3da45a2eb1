package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
)

// LogReads appends an entry for the people whose records were read in the context. It must
// succeed before the answer is sent.
func LogReads(ctx context.Context, s *store.Store) error {
	people := store.TakeReads(ctx)
	if len(people) == 0 {
		return nil
	}
	rows, err := s.Reader(ctx).Person.Query().Where(person.IDIn(people...)).All(viewer.System(ctx))
	if err != nil {
		return err
	}
	at := common(rows)
	return store.WithTx(ctx, s, func(ctx context.Context, _ *ent.Tx) error {
		return Append(ctx, s, Event{Action: term.AuditActionReadRecord, Right: authz.ReadRegister, At: at, Subjects: people})
	})
}

// common are the levels that the units of all people share: the entry concerns the smallest
// unit that contains them all.
func common(people []*ent.Person) authz.Levels {
	var at authz.Levels
	for i, p := range people {
		own := p.Levels()
		if i == 0 {
			at = own
		}
		shared := true
		for n := range at {
			if shared = shared && at[n] == own[n]; !shared {
				at[n] = 0
			}
		}
	}
	return at
}
