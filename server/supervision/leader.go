package supervision

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/tally"
)

// Supervision is what a leader supervises.
type Supervision struct {
	Person     *ent.Person // nil when the viewer is not a person
	Counts     RiskCounts  // over all portfolios, each risk point once
	Portfolios []*Supervised
}

// Supervised is one portfolio or role with its counts.
type Supervised struct {
	Portfolio *ent.Portfolio // nil when it is a granted role
	Role      term.Role
	Unit      *ent.Unit // nil for the whole system
	Counts    RiskCounts
	Breakdown []Cell
	Changes   *RiskChanges
}

// Cell is the number for one combination of grade, risk type and status.
type Cell struct {
	Grade    term.Grade
	RiskType term.RiskType
	Status   term.RiskStatus
	Count    int
}

// Of returns what a person supervises, the viewer when personID is nil.
// Another person is found only when the viewer may see all of their
// portfolios.
func (s *Service) Of(ctx context.Context, personID *int64, f CountFilter, since *time.Time) (*Supervision, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	out := &Supervision{}
	own := personID == nil || *personID == v.PersonID
	id := v.PersonID
	if personID != nil {
		id = *personID
	}
	if id != 0 {
		p, err := s.store.Reader(ctx).Person.Get(ctx, id)
		if ent.IsNotFound(err) {
			return nil, fault.MissingAt("personId", "人员", "person")
		}
		if err != nil {
			return nil, err
		}
		out.Person = p
		if err := s.addPortfolios(ctx, out, own); err != nil {
			return nil, err
		}
	}
	if own {
		if err := s.addGrants(ctx, v, out); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out.Portfolios, func(a, b *Supervised) int {
		return cmp.Or(cmp.Compare(b.Role.Tier(), a.Role.Tier()), compareUnits(a.Unit, b.Unit))
	})
	return out, s.fill(ctx, out, f, since)
}

// addPortfolios adds the portfolios of the person today.
func (s *Service) addPortfolios(ctx context.Context, out *Supervision, own bool) error {
	all, err := s.store.Reader(ctx).Portfolio.Query().
		Where(portfolio.PersonID(out.Person.ID), office.InForce(s.store.Today())).
		WithUnit().All(viewer.System(ctx))
	if err != nil {
		return err
	}
	v := viewer.FromContext(ctx)
	for _, p := range all {
		if !v.System && !v.Overview.Reaches(org.LevelsOf(p.Edges.Unit)) {
			if own {
				continue // the viewer's token is bound to another unit
			}
			return fault.MissingAt("personId", "人员", "person")
		}
		out.Portfolios = append(out.Portfolios, &Supervised{Portfolio: p, Role: office.RoleOf(p.Kind), Unit: p.Edges.Unit})
	}
	return nil
}

// addGrants adds the supervising roles that the viewer was granted beside
// portfolios.
func (s *Service) addGrants(ctx context.Context, v *viewer.Viewer, out *Supervision) error {
	held := map[int64]bool{}
	for _, p := range out.Portfolios {
		held[p.Unit.ID] = true
	}
	units, err := org.ByRoots(ctx, s.store, v.Roots())
	if err != nil {
		return err
	}
	for _, g := range v.Grants {
		if !authz.Permits(g.Role, authz.ReadOverview) || g.Role == term.RoleStaff {
			continue
		}
		if g.Scope.All {
			out.Portfolios = append(out.Portfolios, &Supervised{Role: g.Role})
			continue
		}
		for _, r := range g.Scope.Roots {
			if held[r.ID] && g.Role.Tier() > 0 && g.Role.Tier() < term.RoleLeadingGroup.Tier() {
				continue
			}
			if u := units[r.ID]; u != nil {
				out.Portfolios = append(out.Portfolios, &Supervised{Role: g.Role, Unit: u})
			}
		}
	}
	return nil
}

// fill counts the risk points under each portfolio and under all of them
// together.
func (s *Service) fill(ctx context.Context, out *Supervision, f CountFilter, since *time.Time) error {
	var units []*ent.Unit
	roots := map[int64]viewer.Root{}
	for _, p := range out.Portfolios {
		if p.Unit == nil {
			roots[0] = viewer.Root{}
			continue
		}
		roots[p.Unit.ID] = rootOf(p.Unit)
		units = append(units, p.Unit)
	}
	var asked []viewer.Root
	for _, r := range roots {
		asked = append(asked, r)
	}
	rows, err := s.count(ctx, asked, f, tally.ByRiskTypes, tally.ByStatus)
	if err != nil {
		return err
	}
	changes, err := s.changes(ctx, units, since)
	if err != nil {
		return err
	}
	for _, p := range out.Portfolios {
		id := int64(0)
		if p.Unit != nil {
			id = p.Unit.ID
			p.Changes = changes[id]
		}
		cells := map[Cell]int{}
		for _, r := range rows {
			if r.Unit == id {
				p.Counts.add(r.Grade, r.Controlled, r.N)
				for _, of := range f.under(r.RiskTypes) {
					cells[Cell{Grade: r.Grade, RiskType: of, Status: r.Status}] += r.N
				}
			}
		}
		p.Breakdown = sortedCells(cells)
	}
	out.Counts = together(out.Portfolios, units)
	return nil
}

// together sums the portfolios up, without those inside another.
func together(all []*Supervised, units []*ent.Unit) RiskCounts {
	var sum RiskCounts
	for _, p := range all {
		if p.Unit == nil {
			return p.Counts
		}
	}
	counted := map[int64]bool{}
	top := org.WithoutInner(units)
	for _, p := range all {
		for _, u := range top {
			if u.ID == p.Unit.ID && !counted[u.ID] {
				counted[u.ID] = true
				sum.plus(p.Counts, 1)
			}
		}
	}
	return sum
}

func sortedCells(cells map[Cell]int) []Cell {
	out := make([]Cell, 0, len(cells))
	for c, n := range cells {
		c.Count = n
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Grade, b.Grade), cmp.Compare(a.RiskType, b.RiskType), cmp.Compare(a.Status, b.Status))
	})
	return out
}

func compareUnits(a, b *ent.Unit) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.SortOrder, b.SortOrder), cmp.Compare(a.Code, b.Code))
}
