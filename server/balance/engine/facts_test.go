package engine_test

import (
	"strconv"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/flow"
)

var today = engine.Date(2026, 6, 1)

// begun is the day from which whatever a test does not date holds.
var begun = engine.Date(2025, 1, 1)

// place is a bureau 1 with departments 2 and 3 and the posts 21 to 26 and 31 to 33, of each of which
// the person of ten times the number is the holder: 210 holds 21.
func place() *engine.Facts {
	f := &engine.Facts{Day: today, Units: []engine.Unit{
		{ID: 1, Kind: term.UnitKindBureau},
		{ID: 2, Parent: 1, Kind: term.UnitKindDepartment},
		{ID: 3, Parent: 1, Kind: term.UnitKindDepartment},
	}}
	for _, post := range []int64{21, 22, 23, 24, 25, 26, 31, 32, 33} {
		f.Posts = append(f.Posts, engine.Post{ID: post, Unit: post / 10})
		f.Appointments = append(f.Appointments, engine.Appointment{ID: post, Person: post * 10, Post: post, From: begun})
	}
	return f
}

// appoint makes a person a further holder of a post.
func appoint(f *engine.Facts, person, post int64, from engine.Day) {
	f.Appointments = append(f.Appointments, engine.Appointment{ID: int64(1000 + len(f.Appointments)), Person: person, Post: post, From: from})
}

// process is a process from its steps, "HANDLE:21 REVIEW:22", one after another; each gets its number
// from 1 as its key. Without a post a step has none, and a mark follows: W of wide discretion, L of
// limited, A where all ways are taken, S where it may begin, E where it may end. Further ways stand at
// the end: "1>3". A way that is not wanted, "1!2", is left out.
func process(text string) *flow.Graph {
	g := &flow.Graph{}
	fields := strings.Fields(text)
	drop := map[string]bool{}
	for _, f := range fields {
		if from, to, ok := strings.Cut(f, ">"); ok {
			g.Edges = append(g.Edges, &flow.Edge{FromKey: from, ToKey: to})
			continue
		}
		if strings.Contains(f, "!") {
			drop[f] = true
			continue
		}
		kind, rest, _ := strings.Cut(f, ":")
		s := &flow.Step{Key: strconv.Itoa(len(g.Steps) + 1), Name: f, Kind: term.StepKind(kind), Split: term.SplitOne}
		digits := strings.TrimRight(rest, "WLASE")
		if digits != "" {
			post, err := strconv.ParseInt(digits, 10, 64)
			if err != nil {
				panic(err)
			}
			s.PostID = &post
		}
		for _, mark := range rest[len(digits):] {
			wide, limited := term.DiscretionWide, term.DiscretionLimited
			switch mark {
			case 'W':
				s.Discretion = &wide
			case 'L':
				s.Discretion = &limited
			case 'A':
				s.Split = term.SplitAll
			case 'S':
				s.Starts = true
			case 'E':
				s.Ends = true
			}
		}
		g.Steps = append(g.Steps, s)
	}
	for i := 1; i < len(g.Steps); i++ {
		from, to := g.Steps[i-1].Key, g.Steps[i].Key
		if !drop[from+"!"+to] {
			g.Edges = append(g.Edges, &flow.Edge{FromKey: from, ToKey: to})
		}
	}
	return g
}

// power is a power of department 2, or of that by its number, 1-9 for department 2, else n/100.
func power(id int64, of term.PowerType, steps string) *engine.Power {
	unit := int64(2)
	if id >= 100 {
		unit = id / 100
	}
	p := &engine.Power{ID: id, Unit: unit, Type: of, Discretion: term.DiscretionNone, Since: begun, ProcessSince: begun}
	if steps != "" {
		p.Process = process(steps)
	}
	return p
}

func with(f *engine.Facts, powers ...*engine.Power) *engine.Facts {
	f.Powers = append(f.Powers, powers...)
	return f
}

// book is a rulebook of the built-in rules, or of rules of a test.
func book(t testing.TB, rules ...engine.Rule) *engine.Rulebook {
	t.Helper()
	if len(rules) == 0 {
		rules = engine.BuiltIn()
	}
	b, err := engine.NewRulebook(rules)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// codes are the codes of conflicts.
func codes(of []engine.Conflict) []string {
	out := []string{}
	for _, c := range of {
		out = append(out, c.Rule)
	}
	return out
}
