package store

import (
	"context"
	"fmt"
	"slices"
	"sync"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql/schema"

	"sineng/ent"
	"sineng/ent/viewer"
)

// Staging is an import under way. What its context creates is hidden from others until its row
// of StagedImport is deleted, so that an import takes many short transactions and is still seen
// whole or not at all.
type Staging struct {
	ID int64

	mu    sync.Mutex
	noted map[string]map[int64]bool
}

type stagingKey struct{}

// WithStaging makes the context that of an import under way.
func WithStaging(ctx context.Context, s *Staging) context.Context {
	return context.WithValue(viewer.WithImport(ctx, s.ID), stagingKey{}, s)
}

// Note notes that the import of the context, if there is one, depends on the present state of a
// row that it did not create, so that the state is looked at again when the import is shown.
// importID is the row's own.
func Note(ctx context.Context, table string, id, importID int64) {
	s, _ := ctx.Value(stagingKey{}).(*Staging)
	if s == nil || importID == s.ID {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.noted == nil {
		s.noted = map[string]map[int64]bool{}
	}
	if s.noted[table] == nil {
		s.noted[table] = map[int64]bool{}
	}
	s.noted[table][id] = true
}

// Noted are the noted rows of a table.
func (s *Staging) Noted(table string) []int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]int64, 0, len(s.noted[table]))
	for id := range s.noted[table] {
		out = append(out, id)
	}
	return out
}

// checkStaged refuses what would be visible before the import is shown: changes of rows that it
// did not create, but for those that HoldBack takes back, and rows that cannot be hidden. It is a
// fault of the program.
func (s *Store) checkStaged(ctx context.Context, m entgo.Mutation) error {
	own, _ := viewer.Import(ctx)
	if own == 0 || m.Type() == ent.TypeStagedImport {
		return nil
	}
	if m.Op().Is(entgo.OpCreate) {
		if _, can := m.(interface{ SetImportID(int64) }); !can {
			return fmt.Errorf("store: an import under way creates a %s, which would be seen at once", m.Type())
		}
		return nil
	}
	if m.Op().Is(entgo.OpUpdateOne | entgo.OpDeleteOne) {
		if of, err := m.OldField(ctx, "import_id"); err == nil && of == own {
			return nil
		}
		if h, _ := ctx.Value(holderKey{}).(*holder); h != nil && m.Op().Is(entgo.OpUpdateOne) {
			return h.hold(ctx, s.dialect, m)
		}
	}
	return fmt.Errorf("store: an import under way changes a %s of others, which would be seen at once", m.Type())
}

// StagedTable reports whether rows of a table may come with an import and be hidden.
func StagedTable(t *schema.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c *schema.Column) bool { return c.Name == "import_id" })
}

// ShownImports are the imports that rows of a table came with, 0 for none, without those under
// way. It is for tables whose rows wait to be worked through, which have an index on import_id.
func ShownImports(ctx context.Context, client *ent.Client, table string) ([]int64, error) {
	hidden, err := client.StagedImport.Query().IDs(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	pending := map[int64]bool{}
	for _, id := range hidden {
		pending[id] = true
	}
	var out []int64
	for next := int64(-1); ; {
		least, ok, err := leastImport(ctx, client, table, next)
		if err != nil || !ok {
			return out, err
		}
		if next = least; !pending[next] {
			out = append(out, next)
		}
	}
}

// leastImport is the least import_id above one in a table.
func leastImport(ctx context.Context, client *ent.Client, table string, above int64) (least int64, ok bool, err error) {
	rows, err := client.QueryContext(viewer.System(ctx), "SELECT import_id FROM "+table+" WHERE import_id > ? ORDER BY import_id LIMIT 1", above)
	if err != nil {
		return 0, false, err
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		ok, err = true, rows.Scan(&least)
	}
	if err != nil {
		return 0, false, err
	}
	return least, ok, rows.Err()
}
