package indicator

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/office"
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

// MayRead tells of which indicators the viewer may record readings: where they hold the right, where they are named, or sign for who is.
func (s *Service) MayRead(ctx context.Context, rows []*ent.Indicator) (map[*ent.Indicator]bool, error) {
	return s.mayRead(ctx, s.store.Reader(ctx), rows)
}

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
	for _, i := range others {
		out[i] = slices.Contains(facts.SignsFor(v.PersonID), *i.PersonID)
	}
	return out, nil
}
