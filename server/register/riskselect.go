package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

// selected asks for the risk points of a filter.
func (s *Service) selected(ctx context.Context, f RiskFilter, order *RiskOrder) (*ent.RiskPointQuery, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	if err := s.checkFilter(ctx, f.PowerID, []*int64{f.PostID}, []*int64{f.PersonID, f.LeaderOwnerID}); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).RiskPoint.Query().Where(f.conditions()...)
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	return q, s.plan(ctx, f, order, q)
}

// RisksSelected are the first risk points of a filter that the viewer may see, the worst grade first. also narrows it further.
func (s *Service) RisksSelected(ctx context.Context, f RiskFilter, most int, also func(*ent.RiskPointQuery)) ([]*ent.RiskPoint, error) {
	q, err := s.selected(ctx, f, nil)
	if err != nil {
		return nil, err
	}
	also(q)
	return q.Order(riskpoint.ByGrade(), riskpoint.ByStatus(), riskpoint.ByCreatedAt(), riskpoint.ByID()).Limit(most).All(ctx)
}

// RisksNamed are risk points by their ids, the worst grade first; NOT_FOUND where the viewer does not see one, or where also leaves
// one out. Each is there once, however often it is named.
func (s *Service) RisksNamed(ctx context.Context, field string, ids []int64, also func(*ent.RiskPointQuery)) ([]*ent.RiskPoint, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(ids...))
	also(q)
	rows, err := q.Order(riskpoint.ByGrade(), riskpoint.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	found := map[int64]bool{}
	for _, r := range rows {
		found[r.ID] = true
	}
	for _, id := range ids {
		if !found[id] {
			return nil, fault.MissingAt(field, "风险点", "risk point")
		}
	}
	return rows, nil
}
