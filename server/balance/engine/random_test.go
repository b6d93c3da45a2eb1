package engine_test

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/flow"
)

// dice draws random facts. Ids are few, so that things meet.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 1))} }

func pick[T any](d dice, of ...T) T { return of[d.IntN(len(of))] }

func (d dice) id(most int) int64 { return int64(1 + d.IntN(most)) }

func (d dice) day() engine.Day { return begun - engine.Day(d.IntN(2000)) }

// sizes of the random facts.
const (
	people, posts, units, powers = 9, 9, 8, 7
)

// unit is a unit below one of a smaller id, so that the units stay a tree.
func (d dice) unit(id int64) engine.Unit {
	u := engine.Unit{ID: id, Kind: pick(d, term.UnitKindBureau, term.UnitKindDepartment, term.UnitKindDepartment), Functions: engine.Functions(d.IntN(32) & d.IntN(32))}
	if id > 1 {
		u.Parent = int64(1 + d.IntN(int(id)-1))
	}
	return u
}

func (d dice) post(id int64) engine.Post {
	return engine.Post{ID: id, Unit: d.id(units), Key: d.IntN(2) == 0, RotationYears: pick(d, 0, 3, 5)}
}

func (d dice) stepKind() term.StepKind {
	return term.StepKind(pick(d, term.StepKind("").Values()...))
}

func (d dice) graph(most int) *flow.Graph {
	g := &flow.Graph{}
	n := 1 + d.IntN(most)
	for i := range n {
		s := &flow.Step{Key: "s" + strconv.Itoa(i), Kind: d.stepKind(), Split: pick(d, term.SplitOne, term.SplitOne, term.SplitAll), Ends: d.IntN(8) == 0, Starts: d.IntN(10) == 0}
		if d.IntN(10) > 0 {
			post := d.id(posts)
			s.PostID = &post
		}
		if d.IntN(3) == 0 {
			w := term.DiscretionWide
			s.Discretion = &w
		}
		g.Steps = append(g.Steps, s)
		if i > 0 && d.IntN(6) > 0 {
			g.Edges = append(g.Edges, &flow.Edge{FromKey: "s" + strconv.Itoa(i-1), ToKey: s.Key})
		}
	}
	for range d.IntN(n) {
		g.Edges = append(g.Edges, &flow.Edge{FromKey: "s" + strconv.Itoa(d.IntN(n)), ToKey: "s" + strconv.Itoa(d.IntN(n))})
	}
	return g
}

func (d dice) power(id int64) *engine.Power {
	p := &engine.Power{
		ID: id, Unit: d.id(units), Type: pick(d, term.PowerTypeProcurement, term.PowerTypeFinance, term.PowerTypeLicensing),
		Discretion: pick(d, term.DiscretionNone, term.DiscretionWide), Since: d.day(), ProcessSince: d.day(),
	}
	if d.IntN(8) > 0 {
		p.Process = d.graph(8)
	}
	for _, role := range []*int64{&p.Decision, &p.Execution, &p.Supervision} {
		if d.IntN(3) > 0 {
			*role = d.id(4)
		}
	}
	for range d.IntN(3) {
		p.Exercising = append(p.Exercising, d.id(posts))
	}
	return p
}

func (d dice) appointment(id int64) engine.Appointment {
	return engine.Appointment{ID: id, Person: d.id(people), Post: d.id(posts), From: d.day()}
}

func (d dice) portfolio(id int64) engine.Portfolio {
	return engine.Portfolio{ID: id, Person: d.id(people), Unit: d.id(units), From: d.day(),
		Kind: pick(d, term.PortfolioKindPrincipal, term.PortfolioKindInCharge, term.PortfolioKindHead)}
}

func (d dice) facts() engine.Facts {
	f := engine.Facts{Day: begun + engine.Day(d.IntN(400))}
	for id := range int64(units) {
		f.Units = append(f.Units, d.unit(id+1))
	}
	for id := range int64(posts) {
		f.Posts = append(f.Posts, d.post(id+1))
		f.Appointments = append(f.Appointments, d.appointment(id+1))
	}
	for id := range int64(5) {
		f.Portfolios = append(f.Portfolios, d.portfolio(id+1))
		f.Relations = append(f.Relations, engine.Relation{ID: id + 1, A: d.id(people), B: d.id(people), Since: d.day()})
		f.Deputies = append(f.Deputies, engine.Deputy{ID: id + 1, Person: d.id(people), Deputy: d.id(people)})
	}
	for id := range int64(powers) {
		f.Powers = append(f.Powers, d.power(id+1))
	}
	return f
}

// change is any change.
func (d dice) change() engine.Change {
	switch d.IntN(20) {
	case 0:
		return engine.SetUnit{Unit: d.unit(d.id(units))}
	case 1:
		return engine.DropUnit{ID: d.id(units)}
	case 2:
		return engine.SetPost{Post: d.post(d.id(posts))}
	case 3:
		return engine.DropPost{ID: d.id(posts)}
	case 4, 5, 6:
		return engine.SetPower{Power: d.power(d.id(powers))}
	case 7:
		return engine.DropPower{ID: d.id(powers)}
	case 8, 9, 10:
		return engine.SetAppointment{Appointment: d.appointment(d.id(2 * posts))}
	case 11:
		return engine.DropAppointment{ID: d.id(2 * posts)}
	case 12, 13:
		return engine.SetPortfolio{Portfolio: d.portfolio(d.id(8))}
	case 14:
		return engine.DropPortfolio{ID: d.id(8)}
	case 15:
		return engine.SetDeputy{Deputy: engine.Deputy{ID: d.id(5), Person: d.id(people), Deputy: d.id(people)}}
	case 16:
		return engine.DropDeputy{ID: d.id(5)}
	case 17:
		return engine.SetRelation{Relation: engine.Relation{ID: d.id(5), A: d.id(people), B: d.id(people), Since: d.day()}}
	case 18:
		return engine.DropRelation{ID: d.id(5)}
	}
	return engine.SetDay{Day: begun + engine.Day(d.IntN(800))}
}

// mixed are rules of every scope, hand and kind of selector.
func mixed() []engine.Rule {
	handle := stepsOf(term.StepKindHandle, term.StepKindAccept)
	check := stepsOf(engine.Checks()...)
	role := engine.Selector{Kind: engine.SelectorRole, Roles: []engine.Role{engine.RoleExercise, engine.RoleDecision}}
	some := engine.Selector{Kind: engine.SelectorPost, Posts: []int64{1, 2, 3}}
	others := engine.Selector{Kind: engine.SelectorPost, Posts: []int64{4, 5, 6}}
	leads := engine.Selector{Kind: engine.SelectorPortfolio, Portfolios: []term.PortfolioKind{term.PortfolioKindHead, term.PortfolioKindInCharge},
		Functions: []engine.Function{engine.FunctionFinance, engine.FunctionPersonnel, engine.FunctionApprovals}}
	finance := engine.Selector{Kind: engine.SelectorPower, PowerTypes: []term.PowerType{term.PowerTypeFinance}}
	any1 := func(s ...engine.Selector) engine.Side { return sides(engine.JoinAnyOf, s...) }
	all := func(s ...engine.Selector) engine.Side { return sides(engine.JoinAllOf, s...) }
	rules := engine.BuiltIn()
	for i, r := range []engine.Rule{
		rule(engine.ScopeSameProcess, engine.SameHandPost, any1(handle), any1(check)),
		rule(engine.ScopeSameProcess, engine.SameHandDepartment, all(handle, some), any1(check)),
		rule(engine.ScopeSamePower, engine.SameHandRelations, any1(role), any1(check, some)),
		rule(engine.ScopeSamePower, engine.SameHandPerson, any1(leads), any1(handle, check)),
		rule(engine.ScopeSameUnit, engine.SameHandPerson, any1(leads, some), any1(finance, others)),
		rule(engine.ScopeSameUnit, engine.SameHandRelatives, any1(some), any1(others, leads)),
		rule(engine.ScopeSameUnit, engine.SameHandDepartment, any1(finance), all(finance, check)),
		rule(engine.ScopeSameBureau, engine.SameHandRelations, any1(leads, handle), any1(others, check)),
		rule(engine.ScopeSameBureau, engine.SameHandPost, any1(handle), any1(some)),
	} {
		r.Code += strconv.Itoa(i)
		rules = append(rules, r)
	}
	return rules
}

// byName are conflicts by their fingerprints.
func byName(list []engine.Conflict) []string {
	out := []string{}
	for _, c := range list {
		out = append(out, c.Fingerprint())
	}
	slices.Sort(out)
	return out
}
