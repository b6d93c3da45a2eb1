package verify

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/server/audit"
	"sineng/server/store"
)

// longBatch is how many rows are read at a time of a table with long texts.
const longBatch = 100

// longRows are the tables with texts of any length.
var longRows = func() map[string]bool {
	out := map[string]bool{}
	for _, t := range migrate.Tables {
		for _, c := range t.Columns {
			if c.SchemaType[dialect.MySQL] == "longtext" {
				out[t.Name] = true
			}
		}
	}
	return out
}()

// eachBatch reads the rows of an entity in the order of their ids. A row with a cell that cannot
// be read is a finding, and the reading goes on behind it.
func (v *verification) eachBatch(ctx context.Context, name string, do func(rows []any)) error {
	limit := scanBatch
	if longRows[ent.Entities[name].Table] {
		limit = longBatch
	}
	for after := int64(0); ; {
		rows, err := audit.RowsUpTo(ctx, v.client, name, after, limit)
		if err != nil {
			if rows, after, err = v.oneByOne(ctx, name, after, err); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if len(rows) > 0 {
				do(rows)
			}
			if after == 0 {
				return nil
			}
			continue
		}
		if len(rows) == 0 {
			return nil
		}
		do(rows)
		after = store.Columns(rows[len(rows)-1]).ID()
	}
}

// oneByOne reads a batch that failed row by row, and reports each row that cannot be read. It
// returns where to go on, 0 at the end. Where not even ids are to be had the failure is the
// database's.
func (v *verification) oneByOne(ctx context.Context, name string, after int64, failed error) (rows []any, last int64, err error) {
	ids, err := v.idsAfter(ctx, name, after)
	if err != nil {
		return nil, 0, failed
	}
	for _, id := range ids {
		one, err := audit.RowsUpTo(ctx, v.client, name, id-1, 1)
		if ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		if err != nil {
			v.unreadable(name, id, err)
			if seen := v.seen[blockOf(id)]; seen != nil {
				seen.add(id)
			} else if v.seen != nil {
				v.seen[blockOf(id)] = &seenIDs{}
				v.seen[blockOf(id)].add(id)
			}
			continue
		}
		rows = append(rows, one...)
	}
	if len(ids) < scanBatch {
		return rows, 0, nil
	}
	return rows, ids[len(ids)-1], nil
}

func (v *verification) unreadable(name string, id int64, cause error) {
	v.report.row("ROW_UNREADABLE", audit.Object{Type: name, ID: id}, -1, fmt.Sprintf("该行有无法读取的内容(%v)", cause),
		fmt.Sprintf("a cell of the row cannot be read (%v)", cause))
}

// idsAfter are the next ids of a table, which are read alone.
func (v *verification) idsAfter(ctx context.Context, name string, after int64) ([]int64, error) {
	return store.Keys(ctx, v.client, fmt.Sprintf("SELECT id FROM %s WHERE id > ? ORDER BY id LIMIT %d", ent.Entities[name].Table, scanBatch), after)
}

// answers reports whether the database answers within the verification's snapshot, so that a
// failure was of what was read.
func (v *verification) answers(ctx context.Context) bool {
	rows, err := v.client.QueryContext(ctx, "SELECT 1")
	if err != nil {
		return false
	}
	return rows.Close() == nil
}
