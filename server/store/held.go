package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// Held is a change of a row that an import under way did not create. It is worked out, with its
// entry for the log, while the import is staged, and made when it is shown.
type Held struct {
	Type string
	ID   int64

	before [sha256.Size]byte // the row as it was worked out from, but for its place in the tree
	set    map[string]any    // the changed columns
	links  []heldLinks
}

// heldLinks is a change of a many-to-many edge.
type heldLinks struct {
	table ent.LinkTable
	Links
}

// holder gathers the changed rows while HoldBack runs, with their columns before.
type holder struct {
	rows   []*Held
	before []map[string]any
}

type holderKey struct{}

// HoldBack runs fn within the transaction of an import under way, takes back what it changed of
// rows that the import did not create, and returns these changes. What it created stays hidden.
func HoldBack(ctx context.Context, s *Store, fn func(ctx context.Context) error) ([]*Held, error) {
	h := &holder{}
	if err := fn(context.WithValue(ctx, holderKey{}, h)); err != nil {
		return nil, err
	}
	ctx = viewer.System(ctx)
	for i, row := range h.rows {
		before := h.before[i]
		row.before = stateOf(before)
		after, err := rawRows(ctx, s.dialect, row.Type, row.ID)
		if err != nil {
			return nil, err
		}
		row.set = map[string]any{}
		for column, value := range after[row.ID] {
			if value != before[column] {
				row.set[column] = value
			}
		}
		if err := row.write(ctx, before, func(l heldLinks) (added, removed []int64) { return l.Removed, l.Added }); err != nil {
			return nil, err
		}
	}
	return h.rows, nil
}

// hold notes a row before its first change, and the links that a mutation changes.
func (h *holder) hold(ctx context.Context, d string, m entgo.Mutation) error {
	id, _ := m.(interface{ ID() (int64, bool) }).ID()
	i := slices.IndexFunc(h.rows, func(r *Held) bool { return r.ID == id })
	if i < 0 {
		before, err := rawRows(viewer.System(ctx), d, m.Type(), id)
		if err != nil {
			return err
		}
		i = len(h.rows)
		h.rows, h.before = append(h.rows, &Held{Type: m.Type(), ID: id}), append(h.before, before[id])
	}
	for edge, l := range links(m) {
		h.rows[i].links = append(h.rows[i].links, heldLinks{ent.Entities[m.Type()].Links[edge], l})
	}
	return nil
}

// Release makes held changes, in the transaction of the context. It returns the first row that
// was changed by others since, with a CONFLICT, and makes none of its part then.
func Release(ctx context.Context, s *Store, all []*Held) (stale *Held, err error) {
	ctx = viewer.System(ctx)
	for part := range slices.Chunk(all, 300) {
		byType := map[string][]int64{}
		for _, h := range part {
			byType[h.Type] = append(byType[h.Type], h.ID)
		}
		present := map[int64]map[string]any{}
		for kind, ids := range byType {
			rows, err := rawRows(ctx, s.dialect, kind, ids...)
			if err != nil {
				return nil, err
			}
			maps.Copy(present, rows)
		}
		for _, h := range part {
			if present[h.ID] == nil || h.before != stateOf(present[h.ID]) {
				return h, fault.Stale()
			}
			if err := h.placeAnew(ctx); err != nil {
				return nil, err
			}
			if err := h.write(ctx, h.set, func(l heldLinks) (added, removed []int64) { return l.Added, l.Removed }); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// stateOf stands for the columns of a row but for its place in the tree, which moves with the units
// above it.
func stateOf(row map[string]any) [sha256.Size]byte {
	h := sha256.New()
	for _, column := range slices.Sorted(maps.Keys(row)) {
		if !slices.Contains(levelColumns, column) {
			text := fmt.Sprintf("%T %v", row[column], row[column])
			fmt.Fprintf(h, "%s %d %s", column, len(text), text)
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// placeAnew gives a row that comes to another unit the place that the unit has now.
func (h *Held) placeAnew(ctx context.Context) error {
	id, moves := h.set["unit_id"].(int64)
	if !moves {
		return nil
	}
	u, err := ent.TxFromContext(ctx).Unit.Get(ctx, id)
	if err != nil {
		return err
	}
	for i, level := range u.Levels() {
		if _, has := h.set[levelColumns[i]]; has || level != 0 {
			h.set[levelColumns[i]] = level
		}
	}
	return nil
}

var levelColumns = func() (out []string) {
	for n := 1; n <= 6; n++ {
		out = append(out, rule.LevelColumn(n))
	}
	return out
}()

// write sets the changed columns of the row to the values given, and its links.
func (h *Held) write(ctx context.Context, values map[string]any, of func(heldLinks) (added, removed []int64)) error {
	tx, table := ent.TxFromContext(ctx), ent.Entities[h.Type].Table
	columns, args := slices.Sorted(maps.Keys(h.set)), []any(nil)
	for _, c := range columns {
		args = append(args, values[c])
	}
	if len(columns) > 0 {
		query := fmt.Sprintf("UPDATE %s SET %s = ? WHERE id = ?", table, strings.Join(columns, " = ?, "))
		if _, err := tx.ExecContext(ctx, query, append(args, h.ID)...); err != nil {
			return err
		}
	}
	for _, l := range h.links {
		added, removed := of(l)
		for _, id := range removed {
			if _, err := tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE %s = ? AND %s = ?", l.table.Table, l.table.Owner, l.table.Other), h.ID, id); err != nil {
				return err
			}
		}
		for _, id := range added {
			if _, err := tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO %s (%s, %s) VALUES (?, ?)", l.table.Table, l.table.Owner, l.table.Other), h.ID, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// rawRows reads rows as the database stores them, by key; texts as strings.
func rawRows(ctx context.Context, d, kind string, ids ...int64) (map[int64]map[string]any, error) {
	table := ent.Entities[kind].Table
	columns := columnsOf[table]
	shown := slices.Clone(columns)
	if d == dialect.SQLite { // an expression has no declared type that the driver would convert to
		for i, c := range shown {
			shown[i] = "+" + c
		}
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	rows, err := ent.TxFromContext(ctx).QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE id IN (%s)", strings.Join(shown, ", "), table,
		strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")), args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	out := map[int64]map[string]any{}
	for rows.Next() {
		var id int64
		into, values := []any{&id}, make([]any, len(columns))
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		row := map[string]any{}
		for i, c := range columns {
			if text, ok := values[i].([]byte); ok {
				values[i] = string(text)
			}
			row[c] = values[i]
		}
		out[id] = row
	}
	return out, rows.Err()
}

// columnsOf are the columns of the tables beside the key.
var columnsOf = func() map[string][]string {
	out := map[string][]string{}
	for _, t := range migrate.Tables {
		for _, c := range t.Columns {
			if c.Name != "id" {
				out[t.Name] = append(out[t.Name], c.Name)
			}
		}
	}
	return out
}()
