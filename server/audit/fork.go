package audit

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/ent/witnessedfork"
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

// Fork is evidence that another log was forked: two signed checkpoints of one size.
type Fork struct {
	ID      int64
	Origin  string
	Size    int64
	At      time.Time
	Refused string
	// Witnessed is the checkpoint seen before, nil for the empty log, whose root is known.
	Witnessed *string
}

// mostForks is how many forks are listed. Of one log no more than a few are kept.
const mostForks = 100

// Forks lists the forks of other logs that this server has seen, the newest first. It checks no right.
func Forks(ctx context.Context, s *store.Store) ([]*Fork, error) {
	rows, err := s.Client.WitnessedFork.Query().Order(witnessedfork.ByID(sql.OrderDesc())).Limit(mostForks).All(viewer.System(ctx))
	out := make([]*Fork, len(rows))
	for i, r := range rows {
		out[i] = &Fork{ID: r.ID, Origin: r.Origin, Size: r.Size, At: r.At, Refused: r.Refused}
		if r.Witnessed != "" {
			out[i].Witnessed = &r.Witnessed
		}
	}
	return out, err
}
