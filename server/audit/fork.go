package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// ForkRecorder logs the evidence that another log, which this server witnesses, was forked.
func ForkRecorder(s *store.Store) tlog.RecordFork {
	return func(ctx context.Context, fork *ent.WitnessedFork) error {
		return Append(ctx, s, Event{Action: term.AuditActionWitnessFork, Object: fork.ID, Details: map[string]string{"origin": fork.Origin}})
	}
}
