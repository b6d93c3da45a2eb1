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
	links, err := allLinks(ctx, tx.Client(), name)
	if err != nil {
		return err
	}
	for after := int64(0); ; {
		rows, err := Rows(ctx, tx.Client(), name, after)
		if err != nil || len(rows) == 0 {
			return err
		}
		for from := 0; from < len(rows); from += baselinePortion {
			part := rows[from:min(from+baselinePortion, len(rows))]
			if err := Append(ctx, s, Event{Action: term.AuditActionBaseline, States: part, links: links}); err != nil {
				return err
			}
		}
		after = store.Columns(rows[len(rows)-1]).ID()
	}
}

// allLinks are the links of all rows of an entity, by owner and edge.
func allLinks(ctx context.Context, client *ent.Client, name string) (map[int64]map[string]store.Links, error) {
	out := map[int64]map[string]store.Links{}
	for edge, table := range ent.Entities[name].Links {
		err := link{table}.each(ctx, client, func(owner, other int64) {
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
