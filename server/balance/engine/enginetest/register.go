// Package enginetest makes large registers for tests and measurements of the rules of balance.
package enginetest

import (
	"iter"
	"slices"
	"strconv"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/flow"
)

// Today is the day of a Register's facts.
var Today = engine.Date(2026, 6, 1)

// Register is a made register: bureaus of forty departments, each with twelve or thirteen posts and
// five powers, of six steps on posts of the department and sometimes one of another. In each department
// one person has two posts, some posts are vacant, some are key. Which they are is as if drawn, so that
// all rules on two lists in one person's hand are broken somewhere. The same number of departments
// makes the same.
type Register struct{ Departments int }

const (
	postsPer  = 12
	powersPer = 5
)

// Office are the facts of a register but for its powers.
func (r Register) Office() engine.Facts {
	f := engine.Facts{Day: Today}
	bureau := int64(0)
	for n := range int64(r.Departments) {
		unit := n + 1_000_000
		if n%40 == 0 {
			bureau = n + 2_000_000
			f.Units = append(f.Units, engine.Unit{ID: bureau, Kind: term.UnitKindBureau})
			f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: bureau, Person: bureau, Unit: bureau, Kind: term.PortfolioKindPrincipal})
		}
		f.Units = append(f.Units, engine.Unit{ID: unit, Parent: bureau, Kind: term.UnitKindDepartment, Functions: engine.FunctionsOf(typeOf(n, 0))})
		leader := bureau
		if n%8 > 0 {
			leader = bureau + n%5 + 1
		}
		f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: unit, Person: leader, Unit: unit, Kind: term.PortfolioKindInCharge})
		double := drawn(n, 0, postsPer)
		by := (double + 1 + drawn(n, 1, postsPer-1)) % postsPer
		for m := range int64(postsPer) + n%2 {
			post := n*20 + m + 1
			f.Posts = append(f.Posts, engine.Post{ID: post, Unit: unit, Key: m%4 == 0, RotationYears: 5})
			if n%3 == 0 && m == (by+1)%postsPer && m != double {
				continue
			}
			person := post
			if m == double {
				person = n*20 + by + 1
			}
			f.Appointments = append(f.Appointments, engine.Appointment{ID: post, Person: person, Post: post, From: Today - engine.Day((post*37)%2100)})
		}
	}
	return f
}

// Facts are all facts of a register.
func (r Register) Facts() engine.Facts {
	f := r.Office()
	f.Powers = make([]*engine.Power, 0, r.Departments*powersPer)
	for p := range r.Powers() {
		f.Powers = append(f.Powers, p)
	}
	return f
}

// Appointment is the nth of a row of appointments, each to the third post of another department, of
// its holder or of somebody else by turns.
func (r Register) Appointment(n int) engine.Appointment {
	post := int64(n%r.Departments)*20 + 3
	return engine.Appointment{ID: post, Person: post + int64((n+n/r.Departments)%2), Post: post, From: Today}
}

func typeOf(n, k int64) term.PowerType {
	all := term.PowerType("").Values()
	return term.PowerType(all[drawn(n, 10+k, int64(len(all)))])
}

// drawn is a number below a limit, by a department and what it is for.
func drawn(n, what, below int64) int64 {
	x := uint64(n)*0x9e3779b97f4a7c15 + uint64(what)*0xd1342543de82ef95
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return int64((x ^ x>>31) % uint64(below))
}

// kinds are the kinds of the steps of a power but for the last, lasts those of the last.
var (
	kinds = []term.StepKind{term.StepKindAccept, term.StepKindHandle, term.StepKindReview, term.StepKindApprove, term.StepKindExecute}
	lasts = []term.StepKind{term.StepKindInspect, term.StepKindInspect, term.StepKindRecord, term.StepKindSupervise, term.StepKindDecide}
)

// Powers are the powers of a register, made one after another.
func (r Register) Powers() iter.Seq[*engine.Power] {
	return func(yield func(*engine.Power) bool) {
		for n := range int64(r.Departments) {
			for k := range int64(powersPer) {
				p := &engine.Power{ID: n*10 + k + 1, Unit: n + 1_000_000, Type: typeOf(n, k), Discretion: term.DiscretionLimited,
					Supervision: r.supervision(n, k), Process: r.process(n, k)}
				if k == 0 {
					p.Discretion = term.DiscretionWide
				}
				if !yield(p) {
					return
				}
			}
		}
	}
}

// supervision is a post of the next department, or now and then one of the power's own.
func (r Register) supervision(n, k int64) int64 {
	if drawn(n, 60+k, 8) > 0 {
		n = (n + 1) % int64(r.Departments)
	}
	return n*20 + drawn(n, 70+k, postsPer) + 1
}

// process has its steps one after another and a way past the third.
func (r Register) process(n, k int64) *flow.Graph {
	g := &flow.Graph{}
	first := drawn(n, 20+k, postsPer)
	for i, kind := range append(slices.Clip(kinds), lasts[drawn(n, 30+k, int64(len(lasts)))]) {
		if i == 2 && drawn(n, 50+k, 4) == 0 {
			kind = term.StepKindRecord
		}
		post := n*20 + (first+int64(i)*5)%postsPer + 1
		if i == 5 && k%2 == 0 {
			post = (n+1)%int64(r.Departments)*20 + drawn(n, 40+k, postsPer) + 1
		}
		g.Steps = append(g.Steps, &flow.Step{Key: strconv.Itoa(i + 1), Name: string(kind), Kind: kind, PostID: &post, Split: term.SplitOne})
		if i > 0 {
			g.Edges = append(g.Edges, &flow.Edge{FromKey: strconv.Itoa(i), ToKey: strconv.Itoa(i + 1)})
		}
	}
	g.Edges = append(g.Edges, &flow.Edge{FromKey: "2", ToKey: "4"})
	return g
}
