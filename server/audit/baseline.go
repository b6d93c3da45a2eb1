package audit

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// baselinePortion is how many rows one entry of the baseline attests.
const baselinePortion = 500

// Baseline logs the present state of all rows of a database that is older than its log. It
// does nothing on a database that has a log.
func Baseline(ctx context.Context, s *store.Store) error {
	return store.WithTx(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) error {
		if begun, err := tx.AuditEntry.Query().Exist(ctx); err != nil || begun {
			return err
		}
		if begun, err := tx.AuditInbox.Query().Exist(ctx); err != nil || begun {
			return err
		}
		for _, name := range kinds {
			if err := baseline(ctx, s, tx, name); err != nil {
				return err
			}
		}
		return nil
	})
}

func baseline(ctx context.Context, s *store.Store, tx *ent.Tx, name string) error {
	for after := int64(0); ; {
		rows, err := RowsUpTo(ctx, tx.Client(), name, after, baselinePortion)
		if err != nil || len(rows) == 0 {
			return err
		}
		last := store.Columns(rows[len(rows)-1]).ID()
		links, err := linksBetween(ctx, tx.Client(), name, after, last)
		if err != nil {
			return err
		}
		if err := Append(ctx, s, Event{Action: term.AuditActionBaseline, States: rows, links: links}); err != nil {
			return err
		}
		after = last
	}
}

// linksBetween are the links of the rows of an entity after an id, up to another, by owner and
// edge.
func linksBetween(ctx context.Context, client *ent.Client, name string, after, last int64) (map[int64]map[string]store.Links, error) {
	out := map[int64]map[string]store.Links{}
	for edge, table := range ent.Entities[name].Links {
		err := link{table}.between(ctx, client, after, last, func(owner, other int64) {
			if out[owner] == nil {
				out[owner] = map[string]store.Links{}
			}
			known := out[owner][edge]
			known.Added = append(known.Added, other)
			out[owner][edge] = known
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
