package indicator

import (
	"context"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/server/store"
)

// Named are the indicators in use that the viewer sees and that have one of the keys or of the names, of which there are at most
// MostReadings, with their units.
func (s *Service) Named(ctx context.Context, ids []int64, names []string) ([]*ent.Indicator, error) {
	found := map[int64]bool{}
	var out []*ent.Indicator
	read := func(q *ent.IndicatorQuery) error {
		rows, err := q.Where(indicator.StoppedReason("")).WithUnit().Order(indicator.ByID()).All(ctx)
		for _, i := range rows {
			if !found[i.ID] {
				found[i.ID] = true
				out = append(out, i)
			}
		}
		return err
	}
	if err := store.InParts(ids, func(part []int64) error {
		return read(s.store.Reader(ctx).Indicator.Query().Where(indicator.IDIn(part...)))
	}); err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return out, nil
	}
	return out, read(s.store.Reader(ctx).Indicator.Query().Where(indicator.NameIn(names...)))
}
