package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/tally"
)

// total counts a list from the roll-up. ok is false where the filter has a condition that the
// roll-up does not keep, so that the rows must be counted.
func (s *Service) total(f RiskFilter) (count func(context.Context) (int, error), ok bool) {
	kept := RiskFilter{UnitID: f.UnitID, Grades: f.Grades, Ungraded: f.Ungraded, RiskTypes: f.RiskTypes,
		PowerTypes: f.PowerTypes, Statuses: f.Statuses, Controlled: f.Controlled}
	if f.conditionCount() != kept.conditionCount() || textOf(f.Text) != "" || f.UnitOnly != nil && *f.UnitOnly {
		return nil, false
	}
	return func(ctx context.Context) (int, error) {
		roots, err := s.roots(ctx, f.UnitID)
		if err != nil {
			return 0, err
		}
		filter := tally.Filter{Grades: f.grades(), RiskTypes: f.RiskTypes, Statuses: f.statuses(), Controlled: f.Controlled}
		for _, t := range f.PowerTypes {
			filter.PowerTypes = append(filter.PowerTypes, string(t))
		}
		rows, err := tally.Counts(ctx, s.store, roots, filter, tally.Span{})
		sum := 0
		for _, r := range rows {
			sum += r.N
		}
		return sum, err
	}, true
}

// conditionCount is the number of conditions of a filter besides its unit.
func (f RiskFilter) conditionCount() int { return len(f.conditions()) }

// roots are the subtrees that a list, with or without a unit, covers; none lies inside
// another.
func (s *Service) roots(ctx context.Context, unitID *int64) ([]viewer.Root, error) {
	v := viewer.FromContext(ctx)
	var above *ent.Unit
	if unitID != nil {
		u, err := org.UnitOf(ctx, s.store, *unitID)
		if err != nil {
			return nil, err
		}
		if u == nil {
			return nil, fault.MissingAt("filter.unitId", "单位", "unit")
		}
		if v.System || v.Register.Reaches(org.LevelsOf(u)) {
			return []viewer.Root{{ID: u.ID, Level: u.Level}}, nil
		}
		above = u
	}
	if unitID == nil && (v.System || v.Register.All) {
		return []viewer.Root{{}}, nil
	}
	own, err := org.Topmost(ctx, s.store, v.Register.Roots)
	var out []viewer.Root
	for _, u := range own {
		// Of a unit above the viewer's own, the viewer sees only their own subtrees.
		if above == nil || org.LevelsOf(u)[above.Level-1] == above.ID {
			out = append(out, viewer.Root{ID: u.ID, Level: u.Level})
		}
	}
	return out, err
}
