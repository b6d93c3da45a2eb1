// Package supervision reports what each leader supervises, by grade and by
// department.
package supervision

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
)

// Service reports what leaders supervise.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

// CountFilter narrows what is counted.
type CountFilter struct {
	Grades []term.Grade
	// RiskTypes counts risk points with one of them among their types.
	RiskTypes    []term.RiskType
	PowerTypes   []term.PowerType
	Statuses     []term.RiskStatus
	Controlled   *bool
	RecordedFrom *time.Time
	RecordedTo   *time.Time
}

// RiskCounts are numbers of risk points by decided grade.
type RiskCounts struct {
	A, B, C, Ungraded int
	// UncontrolledA counts A risks without an active or effective measure.
	UncontrolledA int
}

// Total returns the number of all risk points.
func (c RiskCounts) Total() int { return c.A + c.B + c.C + c.Ungraded }

// Worst returns the worst grade among them, Ungraded when none is graded.
func (c RiskCounts) Worst() term.Grade {
	switch {
	case c.A > 0:
		return term.GradeA
	case c.B > 0:
		return term.GradeB
	case c.C > 0:
		return term.GradeC
	}
	return term.Ungraded
}

// Columns are the names of the results of Numbers, in order.
var Columns = []string{"A", "B", "C", "UNGRADED", "UNCONTROLLED_A"}

// Numbers returns the counts in the order of Columns.
func (c RiskCounts) Numbers() []int { return []int{c.A, c.B, c.C, c.Ungraded, c.UncontrolledA} }

func (c *RiskCounts) add(grade term.Grade, controlled bool, n int) {
	switch grade {
	case term.GradeA:
		c.A += n
		if !controlled {
			c.UncontrolledA += n
		}
	case term.GradeB:
		c.B += n
	case term.GradeC:
		c.C += n
	default:
		c.Ungraded += n
	}
}

func (c *RiskCounts) plus(o RiskCounts, sign int) {
	c.A += sign * o.A
	c.B += sign * o.B
	c.C += sign * o.C
	c.Ungraded += sign * o.Ungraded
	c.UncontrolledA += sign * o.UncontrolledA
}

// UnitCounts counts the subtrees of units in one statement. A unit whose
// counts the viewer may not see has no entry.
func (s *Service) UnitCounts(ctx context.Context, units []*ent.Unit) (map[int64]RiskCounts, error) {
	v := viewer.FromContext(ctx)
	var roots []viewer.Root
	out := map[int64]RiskCounts{}
	for _, u := range units {
		if v != nil && (v.System || v.Overview.Reaches(org.LevelsOf(u))) {
			roots = append(roots, rootOf(u))
			out[u.ID] = RiskCounts{}
		}
	}
	rows, err := s.count(ctx, roots, CountFilter{})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		c := out[r.Unit]
		c.add(r.Grade, r.Controlled, r.N)
		out[r.Unit] = c
	}
	return out, nil
}

// count counts the risk points of subtrees.
func (s *Service) count(ctx context.Context, roots []viewer.Root, f CountFilter, by ...tally.Dimension) ([]tally.Row, error) {
	filter, span := f.tally()
	return tally.Counts(ctx, s.store, roots, filter, span, by...)
}

// under are the types under which a risk point with a set of types is counted: all, or those asked for.
func (f CountFilter) under(set term.RiskTypes) []term.RiskType {
	all := set.List()
	if len(f.RiskTypes) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(t term.RiskType) bool { return !slices.Contains(f.RiskTypes, t) })
}

func (f CountFilter) tally() (tally.Filter, tally.Span) {
	out := tally.Filter{Grades: f.Grades, RiskTypes: f.RiskTypes, Statuses: f.Statuses, Controlled: f.Controlled}
	if len(out.Statuses) == 0 {
		out.Statuses = register.Living
	}
	for _, t := range f.PowerTypes {
		out.PowerTypes = append(out.PowerTypes, string(t))
	}
	var span tally.Span
	if f.RecordedFrom != nil {
		span.From = store.StartOf(*f.RecordedFrom)
	}
	if f.RecordedTo != nil {
		span.Until = store.StartOf(f.RecordedTo.AddDate(0, 0, 1))
	}
	return out, span
}

// root loads a unit whose counts the viewer may see.
func (s *Service) root(ctx context.Context, id int64) (*ent.Unit, error) {
	u, err := org.UnitOf(ctx, s.store, id)
	if err != nil {
		return nil, err
	}
	if v := viewer.FromContext(ctx); u == nil || !v.System && !v.Overview.Reaches(org.LevelsOf(u)) {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	return u, nil
}

func rootOf(u *ent.Unit) viewer.Root { return viewer.Root{ID: u.ID, Level: u.Level} }
