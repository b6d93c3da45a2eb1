package verify

import (
	"context"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"

	"sineng/server/audit"
	"sineng/server/store"
)

// compareRows compares every logged row with its last logged state.
func (v *verification) compareRows(ctx context.Context) error {
	for _, name := range audit.Kinds() {
		if err := v.eachBatch(ctx, name, func(rows []any) { v.compareBatch(name, rows) }); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(v.replay.rows)) {
		if state := v.replay.rows[id]; !state.gone {
			v.report.row("ROW_MISSING", audit.Object{Type: audit.TypeOf(id), ID: id}, state.entry, "该行已被删除,日志中没有记录", "the row is gone, and no entry says so")
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

func (v *verification) compareBatch(name string, rows []any) {
	seen := make([]*seenRow, len(rows))
	for i, row := range rows {
		seen[i] = &seenRow{row: row}
	}
	// The map is only read from here on.
	parallel(seen, func(r *seenRow) {
		r.values = store.Columns(r.row)
		r.id = r.values.ID()
		r.state, r.known = v.replay.rows[r.id]
		if !r.known || !r.state.salted {
			return
		}
		t := &audit.Salted{Salt: r.state.salt[:]}
		c, err := t.RowCommitment(r.values)
		r.equal = err == nil && c == audit.CommitmentMark+base64.RawURLEncoding.EncodeToString(r.state.digest[:])
	})
	for _, r := range seen {
		o := audit.Object{Type: name, ID: r.id}
		switch {
		case !r.known || r.state.gone:
			v.report.row("ROW_ADDED", o, -1, "该行不是经由系统写入的", "the row was not written by the program")
		case r.state.salted && !r.equal:
			v.report.row("ROW_CHANGED", o, r.state.entry, fmt.Sprintf("该行在日志第 %d 条之后被改动", r.state.entry),
				fmt.Sprintf("the row was changed after entry %d, the last that records it", r.state.entry))
		}
		delete(v.replay.rows, r.id)
		v.report.Rows++
	}
}

// compareLinks compares the tables of the many-to-many edges.
func (v *verification) compareLinks(ctx context.Context) error {
	for _, l := range audit.LinkTables() {
		if err := v.compareLink(ctx, l); err != nil {
			if ctx.Err() != nil || !v.answers(ctx) {
				return fmt.Errorf("%s: %w", l.Name(), err)
			}
			v.report.log("LINKS_UNREADABLE", fmt.Sprintf("关联表 %s 有无法读取的内容(%v)", l.Name(), err), fmt.Sprintf("the links of %s cannot be read (%v)", l.Name(), err))
		}
	}
	for k, set := range v.replay.links {
		if len(set) > 0 {
			v.report.row("LINK_REMOVED", audit.Object{Type: k.entity, ID: k.owner}, -1, "关联“"+k.edge+"”被删除,日志中没有记录", "a link of "+k.edge+" is gone, and no entry says so")
		}
	}
	return nil
}

func (v *verification) compareLink(ctx context.Context, l audit.LinkTable) error {
	return l.Each(ctx, v.client, func(owner, other int64) {
		set := v.replay.links[linkKey{l.Kind, l.Edge, owner}]
		if !set[other] {
			v.report.row("LINK_ADDED", audit.Object{Type: l.Kind, ID: owner}, -1, fmt.Sprintf("关联“%s”(%d)不是经由系统写入的", l.Edge, other),
				fmt.Sprintf("its link of %s to %d was not written by the program", l.Edge, other))
		}
		delete(set, other)
	})
}
