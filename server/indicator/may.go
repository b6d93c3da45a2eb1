package indicator

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/task"
)

// MaySet tells whether the viewer may change or stop an indicator; never by a token.
func (s *Service) MaySet(ctx context.Context, i *ent.Indicator) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && authz.May(v, authz.RecordRisk, i.Levels())
}

// MayDefine tells whether the viewer may define indicators of a measure now: while it is in force, and never by a token.
func (s *Service) MayDefine(ctx context.Context, m *ent.Measure) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && task.Asks(m.Status) && authz.May(v, authz.RecordRisk, m.Levels())
}

// MayRead tells of which indicators the viewer may record readings now: those in use of measures in force, where they hold the right, where
// they are named, or sign for who is.
func (s *Service) MayRead(ctx context.Context, rows []*ent.Indicator) (map[*ent.Indicator]bool, error) {
	client := s.store.Reader(ctx)
	out, err := s.mayRead(ctx, client, rows)
	if err != nil {
		return nil, err
	}
	measures, err := measuresOf(ctx, client, rows)
	if err != nil {
		return nil, err
	}
	for _, i := range rows {
		out[i] = out[i] && i.StoppedReason == "" && task.Asks(measures[i.MeasureID].Status)
	}
	return out, nil
}

// measuresOf are the measures of indicators, whether the viewer sees them or not.
func measuresOf(ctx context.Context, client *ent.Client, rows []*ent.Indicator) (map[int64]*ent.Measure, error) {
	ids, out := make([]int64, len(rows)), map[int64]*ent.Measure{}
	for n, i := range rows {
		ids[n] = i.MeasureID
	}
	err := store.InParts(ids, func(part []int64) error {
		found, err := client.Measure.Query().Where(measure.IDIn(part...)).All(everywhere(ctx))
		for _, m := range found {
			out[m.ID] = m
		}
		return err
	})
	return out, err
}

// mayRead tells of which indicators the viewer is one of those who read them, whether or not they are read now.
func (s *Service) mayRead(ctx context.Context, client *ent.Client, rows []*ent.Indicator) (map[*ent.Indicator]bool, error) {
	v, out := viewer.FromContext(ctx), map[*ent.Indicator]bool{}
	if v == nil {
		return out, nil
	}
	var others []*ent.Indicator
	for _, i := range rows {
		own := v.TokenID == 0 && v.PersonID != 0 && i.PersonID != nil && *i.PersonID == v.PersonID
		out[i] = own || authz.May(v, authz.RecordReadings, i.Levels())
		if !out[i] && i.PersonID != nil && v.TokenID == 0 && v.PersonID != 0 {
			others = append(others, i)
		}
	}
	if len(others) == 0 {
		return out, nil
	}
	facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
	if err != nil {
		return nil, err
	}
	away := facts.SignsFor(v.PersonID)
	for _, i := range others {
		out[i] = slices.Contains(away, *i.PersonID)
	}
	return out, nil
}
