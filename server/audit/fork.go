package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit/tlog"
	"sineng/server/store"
)

// WitnessRecord logs what this server notices as the witness of other logs.
func WitnessRecord(s *store.Store) tlog.WitnessRecord {
	return tlog.WitnessRecord{
		Fork: func(ctx context.Context, fork *ent.WitnessedFork) error {
			return Append(ctx, s, Event{Action: term.AuditActionWitnessFork, Object: fork.ID, Details: map[string]string{"origin": fork.Origin}})
		},
		Restored: func(ctx context.Context, origin string, row *ent.WitnessedLog) error {
			return Append(ctx, s, Event{Action: term.AuditActionRestoreWitnessed, Object: row.ID, Details: map[string]string{"origin": origin}})
		},
	}
}
