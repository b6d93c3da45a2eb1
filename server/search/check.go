package search

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/audittouch"
	"sineng/ent/searchblock"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/store"
)

// Checks compare the index with the rows.
func (s *Service) Checks() []verify.Check {
	return []verify.Check{{Name: "index of texts", Run: s.Check}}
}

// mostTold is how many rows are told of that the index has wrongly, of each table.
const mostTold = 20

// Check finds rows that the index would not find, or would find by a text that they do not
// contain. What changed since the index followed the log is left out.
func (s *Service) Check(ctx context.Context, client *ent.Client) ([]verify.Finding, error) {
	ctx = viewer.System(ctx)
	progress, err := client.SearchProgress.Query().All(ctx)
	if err != nil {
		return nil, err
	}
	if len(progress) != 1 || progress[0].Shape != s.shape() || !progress[0].Built {
		return nil, nil // not used
	}
	fresh, err := s.fresh(ctx, client, progress[0].Touch)
	if err != nil {
		return nil, err
	}
	var out []verify.Finding
	read := int64(0)
	for _, src := range s.sources {
		at, err := progressOf(ctx, client, src.Table)
		if err != nil {
			return nil, err
		}
		var wrong []int64
		for _, number := range at.blocks() {
			some, sets, err := differing(ctx, client, src, number, fresh)
			if err != nil {
				return nil, err
			}
			wrong, read = append(wrong, some...), read+int64(sets)
		}
		for _, id := range wrong[:min(len(wrong), mostTold)] {
			out = append(out, verify.Finding{Reason: "TEXT_INDEX_WRONG", Entry: -1, Object: &audit.Object{Type: src.Type, ID: id},
				ZH: fmt.Sprintf("全文索引与该行内容不符(本表共 %d 行),请运行 sineng search rebuild", len(wrong)),
				EN: fmt.Sprintf("the index of texts differs from the row (%d rows of its table do): run sineng search rebuild", len(wrong))})
		}
	}
	total, err := store.Keys(ctx, client, "SELECT COUNT(*) FROM "+searchblock.Table)
	if err != nil {
		return nil, err
	}
	if total[0] != read {
		out = append(out, verify.Finding{Reason: "TEXT_INDEX_WRONG", Entry: -1,
			ZH: fmt.Sprintf("全文索引有 %d 条记录不属于任何行,请运行 sineng search rebuild", total[0]-read),
			EN: fmt.Sprintf("the index of texts has %d records that belong to no row: run sineng search rebuild", total[0]-read)})
	}
	return out, nil
}

// fresh are the rows that may have changed since the index followed the log.
func (s *Service) fresh(ctx context.Context, client *ent.Client, touch int64) (map[int64]bool, error) {
	ids, err := store.Keys(ctx, client, fmt.Sprintf("SELECT DISTINCT %s FROM %s WHERE id > ?", audittouch.FieldObjectID, audittouch.Table), touch)
	if err != nil {
		return nil, err
	}
	for _, src := range s.sources {
		waiting, _, err := waitingRows(ctx, client, src, 0)
		if err != nil {
			return nil, err
		}
		ids = append(ids, waiting...)
	}
	out := make(map[int64]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out, nil
}

// differing are the rows of a block that stand wrongly in some set, and the number of sets.
func differing(ctx context.Context, client *ent.Client, src Source, number int64, fresh map[int64]bool) (ids []int64, sets int, err error) {
	want, err := computed(ctx, client, src, number)
	if err != nil {
		return nil, 0, err
	}
	have, err := stored(ctx, client, number)
	if err != nil {
		return nil, 0, err
	}
	var wrong members
	for g, m := range have {
		wrong.orDifference(m, want[g])
		if m.count() == 0 {
			wrong.add(0)
		}
	}
	for g, m := range want {
		if have[g] == nil {
			wrong.or(m)
		}
	}
	wrong.each(func(place int64) {
		if id := number<<blockBits | place; !fresh[id] {
			ids = append(ids, id)
		}
	})
	return ids, len(have), nil
}
