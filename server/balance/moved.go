package balance

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/office"
	"sineng/server/process"
)

// SupervisionPart is what of the supervision of a risk point changes.
type SupervisionPart string

// The values of SupervisionPart.
const (
	// PartSupervisor is who supervises it by its grade, past those who hold its step.
	PartSupervisor SupervisionPart = "SUPERVISOR"
	// PartHead is who heads its department 部门责任人.
	PartHead SupervisionPart = "HEAD"
)

// Values lists every SupervisionPart.
func (SupervisionPart) Values() []string { return []string{string(PartSupervisor), string(PartHead)} }

// Moved are risk points of a unit whose supervision would go from some to others.
type Moved struct {
	Unit              *ent.Unit
	Part              SupervisionPart
	A, B, C, Ungraded int
	From, To          []*ent.Person
}

// supervision is who supervises the risk points of a scope.
type supervision struct {
	leaders *office.Facts
	// risks are how many risk points there are of a unit, on a step, by grade.
	risks []riskGroup
}

type riskGroup struct {
	Unit  int64      `json:"unit_id"`
	Step  *int64     `json:"step_id"`
	Grade term.Grade `json:"grade"`
	N     int        `json:"n"`
}

// supervision reads who leads what in a scope and above it on a day, and the numbers of risk points.
func (s *Service) supervision(ctx context.Context, sc scope, day time.Time) (*supervision, error) {
	ctx = everywhere(ctx)
	client := s.store.Reader(ctx)
	out := &supervision{}
	var path authz.Levels
	for _, u := range sc.units {
		if u.ID == sc.top {
			path = u.Levels()
		}
	}
	if path == (authz.Levels{}) {
		return out, nil
	}
	var err error
	if out.leaders, err = office.Read(client, office.On(day)).Below(ctx, path, office.LeaderRoles...); err != nil {
		return nil, err
	}
	return out, client.RiskPoint.Query().Where(sc.in, riskpoint.StatusNEQ(term.RiskStatusRetired)).
		GroupBy(riskpoint.FieldUnitID, riskpoint.FieldStepID, riskpoint.FieldGrade).Aggregate(ent.As(ent.Count(), "n")).Scan(ctx, &out.risks)
}

// moved is what a set of changes would move, as far as the viewer sees who and where; merged says into which unit others go.
func (s *supervision) moved(ctx context.Context, client *ent.Client, before, after engine.Facts, merged map[int64]int64, n *names) ([]*Moved, error) {
	if s.leaders == nil {
		return []*Moved{}, nil
	}
	was, is := s.view(before, before, nil), s.view(before, after, merged)
	type key struct {
		unit     int64
		part     SupervisionPart
		from, to string
	}
	rows := map[key]*Moved{}
	people := map[int64]bool{}
	whose := map[*Moved][2][]int64{}
	for _, g := range s.risks {
		for _, part := range []SupervisionPart{PartSupervisor, PartHead} {
			from, to := was.who(part, g), is.who(part, g)
			if slices.Equal(from, to) {
				continue
			}
			k := key{g.Unit, part, fmt.Sprint(from), fmt.Sprint(to)}
			if rows[k] == nil {
				rows[k] = &Moved{Unit: n.units[g.Unit], Part: part}
				whose[rows[k]] = [2][]int64{from, to}
				for _, id := range slices.Concat(from, to) {
					people[id] = n.people[id] == nil
				}
			}
			rows[k].count(g)
		}
	}
	maps.DeleteFunc(people, func(_ int64, unnamed bool) bool { return !unnamed })
	if err := n.read(ctx, client, people, nil, nil, nil); err != nil {
		return nil, err
	}
	keys := slices.SortedFunc(maps.Keys(rows), func(x, y key) int {
		a, b := rows[x], rows[y]
		return cmp.Or(b.A-a.A, b.B-a.B, b.C-a.C, b.Ungraded-a.Ungraded, cmp.Compare(x.unit, y.unit), -cmp.Compare(x.part, y.part), cmp.Compare(x.from, y.from))
	})
	out := []*Moved{}
	for _, k := range keys {
		m := rows[k]
		m.From, m.To = seen(n.people, whose[m][0]), seen(n.people, whose[m][1])
		out = append(out, m)
	}
	return out, nil
}

func (m *Moved) count(g riskGroup) {
	switch g.Grade {
	case term.GradeA:
		m.A += g.N
	case term.GradeB:
		m.B += g.N
	case term.GradeC:
		m.C += g.N
	default:
		m.Ungraded += g.N
	}
}

// supervisors are who leads and who holds what as facts have it.
type supervisors struct {
	office *office.Facts
	merged map[int64]int64
	// holders are who holds the post of a step, by the step's id.
	holders map[int64][]int64
}

// view is who leads as it was read, with the portfolios that differ between the facts before and those after.
func (s *supervision) view(before, after engine.Facts, merged map[int64]int64) *supervisors {
	out := &supervisors{office: s.leaders.Clone(), merged: merged, holders: map[int64][]int64{}}
	out.office.Units = map[int64]office.Unit{}
	parents := map[int64]int64{}
	for _, u := range after.Units {
		parents[u.ID] = u.Parent
	}
	for id := range parents {
		out.office.Units[id] = office.UnitAt(pathIn(parents, id))
	}
	differs := map[int64]bool{}
	for _, p := range before.Portfolios {
		differs[p.ID] = true
	}
	for _, p := range after.Portfolios {
		differs[p.ID] = true
	}
	out.office.Portfolios = slices.DeleteFunc(out.office.Portfolios, func(p office.Portfolio) bool { return differs[p.ID] })
	for _, p := range after.Portfolios {
		out.office.Portfolios = append(out.office.Portfolios, office.Portfolio{ID: p.ID, Person: p.Person, Unit: p.Unit, Kind: p.Kind})
	}
	posts := map[int64][]int64{}
	for _, a := range after.Appointments {
		posts[a.Post] = append(posts[a.Post], a.Person)
	}
	for _, p := range after.Powers {
		for i, id := range p.StepIDs {
			if post := p.Process.Steps[i].PostID; post != nil {
				out.holders[id] = posts[*post]
			}
		}
	}
	return out
}

// pathIn are the ancestors of a unit from the top down to itself.
func pathIn(parents map[int64]int64, id int64) authz.Levels {
	var up []int64
	for ; id != 0 && len(up) < len(authz.Levels{}); id = parents[id] {
		up = append(up, id)
	}
	slices.Reverse(up)
	var out authz.Levels
	copy(out[:], up)
	return out
}

// who are the people who supervise risk points, or head their department, in the order of their ids.
func (s *supervisors) who(part SupervisionPart, g riskGroup) []int64 {
	unit := g.Unit
	if into, gone := s.merged[unit]; gone {
		unit = into
	}
	if part == PartHead {
		return slices.Sorted(slices.Values(s.office.Heading(unit)))
	}
	var own []int64
	if g.Step != nil {
		own = s.holders[*g.Step]
	}
	tier := process.Answering(s.office, unit, g.Grade, own)
	var out []int64
	for _, h := range office.Nearest(s.office.Holders(tier, unit), func(h office.Holder) bool { return slices.Contains(own, h.Person) }) {
		if h.Person != 0 {
			out = append(out, h.Person)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
