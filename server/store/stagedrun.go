package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql/schema"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/stagedimport"
	"sineng/ent/viewer"
)

// StagingLives is how long after its last batch an import counts as under way. Its rows are deleted
// when it ended without a word, by the end of its program.
const StagingLives = time.Minute

// BeginStaging starts an import, or another large change that is staged like one, on behalf of whoever
// acts: what its context writes is hidden until Show.
func BeginStaging(ctx context.Context, s *Store) (*Staging, error) {
	firsts, err := highest(ctx, s.Client)
	if err != nil {
		return nil, err
	}
	now := s.Now()
	var account int64
	if v := viewer.Actor(ctx); v != nil {
		account = v.AccountID
	}
	row, err := WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (*ent.StagedImport, error) {
		return tx.StagedImport.Create().SetAccountID(account).SetBegunAt(now).SetAliveUntil(now.Add(StagingLives)).SetFirsts(firsts).Save(ctx)
	})
	if err != nil {
		return nil, err
	}
	return &Staging{ID: row.ID}, nil
}

// Keep moves on the moment until which the import counts as under way, in the transaction of a batch;
// false where it was taken for dead and its rows are being deleted.
func (g *Staging) Keep(ctx context.Context, s *Store, tx *ent.Tx) (bool, error) {
	n, err := tx.StagedImport.Update().Where(stagedimport.ID(g.ID), stagedimport.Dropped(false)).
		SetAliveUntil(s.Now().Add(StagingLives)).Save(viewer.System(ctx))
	return n > 0, err
}

// Show lets everybody see what the import wrote, once the transaction has committed; false where it was
// taken for dead.
func (g *Staging) Show(ctx context.Context, tx *ent.Tx) (bool, error) {
	n, err := tx.StagedImport.Delete().Where(stagedimport.ID(g.ID), stagedimport.Dropped(false)).Exec(viewer.System(ctx))
	return n > 0, err
}

// Abandon gives the import up: its rows stay hidden until they are deleted in the background.
func (g *Staging) Abandon(ctx context.Context, s *Store) error {
	return WithTx(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) error {
		return tx.StagedImport.Update().Where(stagedimport.ID(g.ID)).SetDropped(true).Exec(ctx)
	})
}

// StagedTables are the tables whose rows may come with an import, each before those that it refers to.
var StagedTables = func() []string {
	var out []string
	seen := map[string]bool{}
	var visit func(t *schema.Table)
	visit = func(t *schema.Table) {
		if seen[t.Name] || !StagedTable(t) {
			return
		}
		seen[t.Name] = true
		for _, k := range t.ForeignKeys {
			visit(k.RefTable)
		}
		out = append(out, t.Name)
	}
	for _, t := range migrate.Tables {
		visit(t)
	}
	slices.Reverse(out)
	return out
}()

// highest are the highest keys of the tables that an import writes to.
func highest(ctx context.Context, client *ent.Client) (map[string]int64, error) {
	out := map[string]int64{}
	for _, table := range StagedTables {
		ids, err := Keys(ctx, client, fmt.Sprintf("SELECT COALESCE(MAX(id), 0) FROM %s", table))
		if err != nil {
			return nil, err
		}
		out[table] = ids[0]
	}
	return out, nil
}

// Keys reads a column of keys by a statement of the program's own.
func Keys(ctx context.Context, client *ent.Client, query string, args ...any) ([]int64, error) {
	rows, err := client.QueryContext(viewer.System(ctx), query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}
