package audit

import (
	"context"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"

	"sineng/server/store"
)

// compareRows compares every row that the log answers for with what was last told of it.
func (v *verification) compareRows(ctx context.Context) error {
	for _, name := range slices.Sorted(maps.Keys(logged)) {
		after := int64(0)
		for {
			rows, err := logged[name].scan(ctx, v.client, after)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if len(rows) == 0 {
				break
			}
			after = v.compareBatch(name, rows)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.replay.rows)) {
		if state := v.replay.rows[id]; !state.gone {
			v.report.row("ROW_MISSING", Object{TypeOf(id), id}, state.entry, "该行已被删除,日志中没有记录", "the row is gone, and no entry says so")
		}
	}
	return nil
}

type seenRow struct {
	row    any
	id     int64
	state  rowState
	known  bool
	equal  bool
	values store.Values
}

func (v *verification) compareBatch(name string, rows []any) (last int64) {
	seen := make([]*seenRow, len(rows))
	for i, row := range rows {
		seen[i] = &seenRow{row: row}
	}
	// The map is only read meanwhile.
	parallel(seen, func(r *seenRow) {
		r.values = store.Columns(r.row)
		r.id = r.values.ID()
		r.state, r.known = v.replay.rows[r.id]
		if !r.known || !r.state.salted {
			return
		}
		t := &Salted{Salt: r.state.salt[:]}
		c, err := t.row(r.values)
		r.equal = err == nil && c == commitmentMark+base64.RawURLEncoding.EncodeToString(r.state.digest[:])
	})
	for _, r := range seen {
		o := Object{name, r.id}
		switch {
		case !r.known || r.state.gone:
			v.report.row("ROW_ADDED", o, -1, "该行不是经由系统写入的", "the row was not written by the program")
		case r.state.salted && !r.equal:
			v.report.row("ROW_CHANGED", o, r.state.entry, fmt.Sprintf("该行在日志第 %d 条之后被改动", r.state.entry),
				fmt.Sprintf("the row was changed after entry %d, the last that tells of it", r.state.entry))
		}
		delete(v.replay.rows, r.id)
		v.report.Rows++
		last = r.id
	}
	return last
}

// compareLinks compares the tables of the many-to-many edges.
func (v *verification) compareLinks(ctx context.Context) error {
	for entity, edges := range linkTables {
		for edge, l := range edges {
			if err := v.compareLink(ctx, entity, edge, l); err != nil {
				return fmt.Errorf("%s: %w", l.table, err)
			}
		}
	}
	for k, set := range v.replay.links {
		if len(set) > 0 {
			v.report.row("LINK_REMOVED", Object{k.entity, k.owner}, -1, "关联“"+k.edge+"”被删除,日志中没有记录", "a link of "+k.edge+" is gone, and no entry says so")
		}
	}
	return nil
}

func (v *verification) compareLink(ctx context.Context, entity, edge string, l link) error {
	return l.each(ctx, v.client, func(owner, other int64) {
		set := v.replay.links[linkKey{entity, edge, owner}]
		if !set[other] {
			v.report.row("LINK_ADDED", Object{entity, owner}, -1, fmt.Sprintf("关联“%s”(%d)不是经由系统写入的", edge, other),
				fmt.Sprintf("its link of %s to %d was not written by the program", edge, other))
		}
		delete(set, other)
	})
}
