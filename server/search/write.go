package search

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/searchblock"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// most sets that one statement writes, of at most 1 kB each.
const writtenAtOnce = 500

// block is the part of the index for one block of keys: its sets by gram.
type block map[uint32]*members

func (b block) add(id int64, grams []uint32) {
	for _, g := range grams {
		if b[g] == nil {
			b[g] = &members{}
		}
		b[g].add(id)
	}
}

// write stores sets of a block; an empty one is removed.
func (b block) write(ctx context.Context, s *store.Store, tx *ent.Tx, number int64) error {
	ctx = viewer.System(ctx)
	var empty []int64
	grams := slices.Sorted(maps.Keys(b))
	end := " ON CONFLICT (id) DO UPDATE SET members = excluded.members"
	if s.Dialect() == dialect.MySQL {
		end = " ON DUPLICATE KEY UPDATE members = VALUES(members)"
	}
	for part := range slices.Chunk(grams, writtenAtOnce) {
		query := fmt.Appendf(nil, "INSERT INTO %s (id, %s) VALUES ", searchblock.Table, searchblock.FieldMembers)
		first := len(query)
		for _, g := range part {
			if b[g].count() == 0 {
				empty = append(empty, keyOf(number, g))
				continue
			}
			if len(query) > first {
				query = append(query, ',')
			}
			query = fmt.Appendf(query, "(%d,x'%x')", keyOf(number, g), b[g].pack())
		}
		if len(query) == first {
			continue
		}
		if _, err := tx.ExecContext(ctx, string(query)+end); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(empty, writtenAtOnce) {
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s WHERE id IN %s", searchblock.Table, store.Numbers(part))); err != nil {
			return err
		}
	}
	return nil
}

// stored reads the sets of a block for some grams, or all where none is given.
func stored(ctx context.Context, client *ent.Client, number int64, grams ...uint32) (block, error) {
	out := block{}
	use := func(key int64, m *members) { out[uint32(key)] = m }
	if len(grams) == 0 {
		return out, readBlocks(ctx, client, between(number), use)
	}
	for part := range slices.Chunk(grams, 2000) {
		keys := make([]int64, len(part))
		for i, g := range part {
			keys[i] = keyOf(number, g)
		}
		if err := readBlocks(ctx, client, "id IN "+store.Numbers(keys), use); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// between selects the sets of a block.
func between(number int64) string {
	return fmt.Sprintf("id BETWEEN %d AND %d", keyOf(number, 0), keyOf(number+1, 0)-1)
}

// renew brings the index up to date with the present texts of some rows of a source.
func renew(ctx context.Context, s *store.Store, tx *ent.Tx, src Source, ids []int64) error {
	byBlock := map[int64][]int64{}
	for _, id := range ids {
		byBlock[blockOf(id)] = append(byBlock[blockOf(id)], id)
	}
	for _, number := range slices.Sorted(maps.Keys(byBlock)) {
		if err := renewBlock(ctx, s, tx, src, number, byBlock[number]); err != nil {
			return err
		}
	}
	return nil
}

func renewBlock(ctx context.Context, s *store.Store, tx *ent.Tx, src Source, number int64, ids []int64) error {
	rows, err := src.rows(ctx, tx.Client(), "id IN "+store.Numbers(ids))
	if err != nil {
		return err
	}
	grams := map[uint32]bool{everyRow: true}
	changed := block{}
	for _, r := range rows {
		of := src.grams(r)
		changed.add(r.id, of)
		for _, g := range of {
			grams[g] = true
		}
	}
	known, err := stored(ctx, tx.Client(), number, everyRow)
	if err != nil {
		return err
	}
	var before members
	for _, id := range ids {
		if m := known[everyRow]; m != nil && m.has(id) {
			before.add(id)
		}
	}
	if before.count() > 0 {
		// Which grams these rows had stands nowhere but in the block's sets.
		known, err = stored(ctx, tx.Client(), number)
	} else {
		known, err = stored(ctx, tx.Client(), number, slices.Sorted(maps.Keys(grams))...)
	}
	if err != nil {
		return err
	}
	out := block{}
	for g, m := range known {
		old := *m
		m.without(&before)
		if changed[g] != nil {
			m.or(changed[g])
		}
		if *m != old {
			out[g] = m
		}
	}
	for g, m := range changed {
		if known[g] == nil {
			out[g] = m
		}
	}
	return out.write(ctx, s, tx, number)
}
