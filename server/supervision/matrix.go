package supervision

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/tally"
)

// MatrixBy is what the rows of a matrix are.
type MatrixBy string

// The kinds of rows.
const (
	ByChildUnit MatrixBy = "CHILD_UNIT"
	ByPowerType MatrixBy = "POWER_TYPE"
	ByRiskType  MatrixBy = "RISK_TYPE"
	ByPost      MatrixBy = "POST"
	ByStatus    MatrixBy = "STATUS"
)

// Keys of rows that are no object.
const (
	KeySelf = "SELF" // risk points on the unit itself
	KeyNone = "NONE" // no power, no post
)

// Matrix is a table of counts.
type Matrix struct {
	Unit      *ent.Unit // nil for the top
	By        MatrixBy
	Rows      []*MatrixRow
	Totals    RiskCounts
	Truncated bool
}

// MatrixRow is one line of a matrix.
type MatrixRow struct {
	// Key is the value of an enumeration, SELF or NONE; empty where Unit or Post stands.
	Key     string
	Label   string
	Unit    *ent.Unit
	Post    *ent.Post
	Counts  RiskCounts
	Changes *RiskChanges
}

// Matrix rolls up a subtree. Without a unit it starts from the topmost units
// that the viewer may see.
func (s *Service) Matrix(ctx context.Context, unitID *int64, by MatrixBy, f CountFilter, since *time.Time) (*Matrix, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	out := &Matrix{By: by}
	var roots []*ent.Unit
	if unitID != nil {
		u, err := s.root(ctx, *unitID)
		if err != nil {
			return nil, err
		}
		out.Unit, roots = u, []*ent.Unit{u}
	} else {
		home, err := s.Home(ctx)
		if err != nil {
			return nil, err
		}
		roots = home
	}
	var err error
	switch by {
	case ByChildUnit:
		err = s.byUnit(ctx, out, roots, f, since)
	case ByPost:
		err = s.byPost(ctx, out, roots, f)
	default:
		err = s.byValue(ctx, out, roots, f)
	}
	return out, err
}

// byUnit makes a row per child unit, and one for the unit itself; at the top,
// a row per topmost unit.
func (s *Service) byUnit(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter, since *time.Time) error {
	rows := roots
	if out.Unit != nil {
		children, err := org.ChildrenOf(ctx, s.store, []int64{out.Unit.ID})
		if err != nil {
			return err
		}
		rows = children[out.Unit.ID]
	}
	asked := rows
	if out.Unit != nil {
		asked = append(slices.Clone(rows), out.Unit)
	}
	counted, err := s.count(ctx, rootsOf(asked), f)
	if err != nil {
		return err
	}
	counts := map[int64]*RiskCounts{}
	for _, u := range asked {
		counts[u.ID] = &RiskCounts{}
	}
	for _, r := range counted {
		counts[r.Unit].add(r.Grade, r.Controlled, r.N)
	}
	changes, err := s.changes(ctx, rows, since)
	if err != nil {
		return err
	}
	today := s.store.Today()
	for _, u := range rows {
		c := *counts[u.ID]
		if !org.IsOpen(u, today) && c.Total() == 0 {
			continue
		}
		out.Rows = append(out.Rows, &MatrixRow{Label: u.Name, Unit: u, Counts: c, Changes: changes[u.ID]})
	}
	for _, r := range out.Rows {
		out.Totals.plus(r.Counts, 1)
	}
	if out.Unit == nil {
		return nil
	}
	self := *counts[out.Unit.ID]
	for _, u := range rows {
		self.plus(*counts[u.ID], -1)
	}
	if self.Total() > 0 || len(out.Rows) == 0 {
		out.Rows = append(out.Rows, &MatrixRow{Key: KeySelf, Label: out.Unit.Name, Unit: out.Unit, Counts: self})
		out.Totals.plus(self, 1)
	}
	return nil
}

// byValue makes a row per value of an enumeration that occurs.
func (s *Service) byValue(ctx context.Context, out *Matrix, roots []*ent.Unit, f CountFilter) error {
	dimension := map[MatrixBy]tally.Dimension{ByPowerType: tally.ByPowerType, ByRiskType: tally.ByRiskTypes, ByStatus: tally.ByStatus}[out.By]
	counted, err := s.count(ctx, rootsOf(roots), f, dimension)
	if err != nil {
		return err
	}
	rows := map[string]*MatrixRow{}
	var order []string
	add := func(value, label string, r tally.Row) {
		if rows[value] == nil {
			rows[value] = &MatrixRow{Key: value, Label: label}
			out.Rows = append(out.Rows, rows[value])
		}
		rows[value].Counts.add(r.Grade, r.Controlled, r.N)
	}
	for _, r := range counted {
		out.Totals.add(r.Grade, r.Controlled, r.N)
		switch {
		case out.By == ByRiskType:
			for _, of := range f.under(r.RiskTypes) {
				order = of.Values()
				add(string(of), of.Label("zh"), r)
			}
		case out.By == ByStatus:
			order = r.Status.Values()
			add(string(r.Status), r.Status.Label("zh"), r)
		case r.PowerType == "":
			add(KeyNone, "无职权", r)
		default:
			order = term.PowerType("").Values()
			add(r.PowerType, term.PowerType(r.PowerType).Label("zh"), r)
		}
	}
	slices.SortFunc(out.Rows, func(a, b *MatrixRow) int { return place(order, a.Key) - place(order, b.Key) })
	return nil
}

// place returns the index of a value in its enumeration; no value comes last.
func place(order []string, value string) int {
	if i := slices.Index(order, value); i >= 0 {
		return i
	}
	return len(order)
}
