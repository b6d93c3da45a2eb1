package verify

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"slices"

	"sineng/server/audit"
	"sineng/server/store"
)

// block are the expected states of neighbouring rows, and which of them were compared.
type block struct {
	key    int64
	states map[int64]rowState
	seen   *seenIDs
}

// seenIDs are the ids of a block that were compared, by their place in it.
type seenIDs [1 << blockBits / 64]uint64

func place(id int64) int64 { return id & (1<<blockBits - 1) }

func (s *seenIDs) add(id int64)      { s[place(id)/64] |= 1 << (place(id) % 64) }
func (s *seenIDs) has(id int64) bool { return s[place(id)/64]&(1<<(place(id)%64)) != 0 }

// compareRows compares every logged row with its last logged state.
func (v *verification) compareRows(ctx context.Context) error {
	v.seen = map[int64]*seenIDs{}
	at := &block{key: -1}
	for _, name := range audit.Kinds() {
		var failed error
		err := v.eachBatch(ctx, name, func(rows []any) {
			for failed == nil && len(rows) > 0 {
				n := 1
				key := blockOf(store.Columns(rows[0]).ID())
				for n < len(rows) && blockOf(store.Columns(rows[n]).ID()) == key {
					n++
				}
				if failed = v.load(at, key); failed == nil {
					v.compareBatch(name, rows[:n], at)
				}
				rows = rows[n:]
			}
		})
		if err := cmp.Or(failed, err); err != nil {
			return err
		}
	}
	return v.missingRows(at)
}

// load makes a block that of a key.
func (v *verification) load(at *block, key int64) error {
	if at.key == key {
		return nil
	}
	states, err := v.replay.statesIn(key)
	if err != nil {
		return err
	}
	seen := v.seen[key]
	if seen == nil {
		seen = &seenIDs{}
		v.seen[key] = seen
	}
	*at = block{key, states, seen}
	return nil
}

// missingRows reports the rows that should be there and were not compared.
func (v *verification) missingRows(at *block) error {
	for _, key := range v.replay.rows.keys() {
		if err := v.load(at, key); err != nil {
			return err
		}
		var missing []int64
		for id, state := range at.states {
			if !state.gone && !at.seen.has(id) {
				missing = append(missing, id)
			}
		}
		slices.Sort(missing)
		for _, id := range missing {
			v.report.row("ROW_MISSING", audit.Object{Type: audit.TypeOf(id), ID: id}, at.states[id].entry, "该行已被删除,日志中没有记录", "the row is gone, and no entry says so")
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

// compareBatch compares rows of one block.
func (v *verification) compareBatch(name string, rows []any, at *block) {
	seen := make([]*seenRow, len(rows))
	for i, row := range rows {
		seen[i] = &seenRow{row: row}
	}
	// The map is only read from here on.
	parallel(seen, func(r *seenRow) {
		r.values = store.Columns(r.row)
		r.id = r.values.ID()
		r.state, r.known = at.states[r.id]
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
		case !r.known || r.state.gone || at.seen.has(r.id):
			v.report.row("ROW_ADDED", o, -1, "该行不是经由系统写入的", "the row was not written by the program")
		case r.state.salted && !r.equal:
			v.report.row("ROW_CHANGED", o, r.state.entry, fmt.Sprintf("该行在日志第 %d 条之后被改动", r.state.entry),
				fmt.Sprintf("the row was changed after entry %d, the last that records it", r.state.entry))
		}
		at.seen.add(r.id)
		v.report.Rows++
	}
}

// compareLinks compares the tables of the many-to-many edges.
func (v *verification) compareLinks(ctx context.Context) error {
	compared := map[int64]bool{}
	for _, l := range audit.LinkTables() {
		if err := v.compareLink(ctx, l, compared); err != nil {
			if ctx.Err() != nil || !v.answers(ctx) {
				return fmt.Errorf("%s: %w", l.Name(), err)
			}
			v.report.log("LINKS_UNREADABLE", fmt.Sprintf("关联表 %s 有无法读取的内容(%v)", l.Name(), err), fmt.Sprintf("the links of %s cannot be read (%v)", l.Name(), err))
		}
	}
	for _, key := range v.replay.links.keys() {
		if compared[key] {
			continue
		}
		left, err := v.replay.linksIn(key)
		if err != nil {
			return err
		}
		v.removedLinks(v.replay.tables[key>>linkBits], left)
	}
	return nil
}

// compareLink compares a table, whose rows come in the order of their owners, and notes the
// blocks that it compared.
func (v *verification) compareLink(ctx context.Context, l audit.LinkTable, compared map[int64]bool) error {
	of := linkTable{l.Kind, l.Edge}
	var left map[pairKey]bool
	var failed error
	at := int64(-1)
	err := l.Each(ctx, v.client, func(owner, other int64) {
		if failed != nil {
			return
		}
		if key := v.replay.linkBlock(of, owner); key != at {
			v.removedLinks(of, left)
			at, compared[key] = key, true
			left, failed = v.replay.linksIn(key)
		}
		if k := (pairKey{owner, other}); left[k] {
			delete(left, k)
		} else if failed == nil {
			v.report.row("LINK_ADDED", audit.Object{Type: l.Kind, ID: owner}, -1, fmt.Sprintf("关联“%s”(%d)不是经由系统写入的", l.Edge, other),
				fmt.Sprintf("its link of %s to %d was not written by the program", l.Edge, other))
		}
	})
	v.removedLinks(of, left)
	return cmp.Or(failed, err)
}

// removedLinks reports owners of links that are gone, once each.
func (v *verification) removedLinks(of linkTable, left map[pairKey]bool) {
	var owners []int64
	for k := range left {
		owners = append(owners, k.owner)
	}
	slices.Sort(owners)
	for _, owner := range slices.Compact(owners) {
		v.report.row("LINK_REMOVED", audit.Object{Type: of.entity, ID: owner}, -1, "关联“"+of.edge+"”被删除,日志中没有记录", "a link of "+of.edge+" is gone, and no entry says so")
	}
}
