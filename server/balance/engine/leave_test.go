package engine_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func TestOnDaysOfLeaveADeputyMayBreakWhatIsKept(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 REVIEW:22 CLOSE:23"), power(2, term.PowerTypeOther, "HANDLE:24 CLOSE:25"))
	f.Deputies = []engine.Deputy{{ID: 1, Person: 220, Deputy: 210}, {ID: 2, Person: 220, Deputy: 230}}
	day := func(n int) engine.Day { return today + engine.Day(n) }
	leaves := []engine.Leave{
		{Person: 220, From: day(10), To: day(14)}, {Person: 220, From: day(15), To: day(20)}, // one leave in two parts
		{Person: 210, From: day(18), To: day(25)}, // the deputy is away himself
		{Person: 240, From: day(30), To: day(31)}, // nobody acts for 240
		{Person: 220, From: day(-9), To: day(-5)}, // before the days looked at
		{Person: 230, From: day(40), To: day(50)}, {Person: 220, From: day(45), To: day(45)},
	}
	collapses, gaps := engine.LeaveTest(engine.NewIndex(*f), book(t), leaves, today, day(45))
	var got []string
	for _, c := range collapses {
		got = append(got, fmt.Sprintf("%d-%d %s %d for %v", c.From-today, c.To-today, c.Conflict.Rule, c.Conflict.Hand.A, c.Away))
	}
	if want := []string{"10-17 SOD_PREPARE_REVIEW 210 for [220]", "45-45 SOD_PREPARE_REVIEW 210 for [220]"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	got = nil
	for _, g := range gaps {
		got = append(got, fmt.Sprintf("%d-%d %d/%s", g.From-today, g.To-today, g.Power, g.Step))
	}
	if want := []string{"18-25 1/1", "30-31 2/1", "40-45 1/3"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhoIsAwayIsNamedOnceForBothOfAPair(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:24 REVIEW:22 CLOSE:23"))
	f.Relations = []engine.Relation{{ID: 1, A: 210, B: 220, Since: begun}}
	f.Deputies = []engine.Deputy{{ID: 1, Person: 240, Deputy: 210}, {ID: 2, Person: 230, Deputy: 210}, {ID: 3, Person: 230, Deputy: 220}}
	leaves := []engine.Leave{{Person: 230, From: today, To: today}, {Person: 240, From: today, To: today}}
	collapses, _ := engine.LeaveTest(engine.NewIndex(*f), book(t), leaves, today, today)
	if len(collapses) != 1 || collapses[0].Conflict.Rule != engine.RuleRelatives || !slices.Equal(collapses[0].Away, []int64{230, 240}) {
		t.Errorf("%+v", collapses)
	}
}

// TestDaysOfLeaveAreThoseOfEachDayByItself compares with the facts of every day.
func TestDaysOfLeaveAreThoseOfEachDayByItself(t *testing.T) {
	var all []engine.Rule
	for _, r := range mixed() {
		if k := r.Definition.Kind; k != engine.KindRotation && k != engine.KindDirectCharge {
			all = append(all, r)
		}
	}
	rules := book(t, all...)
	total := 0
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		f := d.facts()
		const length = 25
		var leaves []engine.Leave
		for range 4 + d.IntN(6) {
			from := f.Day + engine.Day(d.IntN(length+6)-3)
			leaves = append(leaves, engine.Leave{Person: d.id(people), From: from, To: from + engine.Day(d.IntN(9))})
		}
		collapses, gaps := engine.LeaveTest(engine.NewIndex(f), rules, leaves, f.Day, f.Day+length-1)
		got := map[string]bool{}
		mark := func(from, to engine.Day, what string) {
			for day := from; day <= to; day++ {
				if name := fmt.Sprint(day, what); got[name] {
					t.Fatalf("%s stands there twice", name)
				} else {
					got[name] = true
				}
			}
			if before := fmt.Sprint(from-1, what); got[before] {
				t.Fatalf("%s is in two runs that meet", what)
			}
		}
		for _, c := range collapses {
			mark(c.From, c.To, c.Conflict.Fingerprint())
		}
		for _, g := range gaps {
			mark(g.From, g.To, fmt.Sprint(g.Power, g.Step))
		}
		want := map[string]bool{}
		base := engine.Evaluate(f, rules)
		for day := f.Day; day < f.Day+length; day++ {
			for _, what := range collapsed(f, rules, base, leaves, day) {
				want[fmt.Sprint(day, what)] = true
			}
		}
		total += len(want)
		for name := range want {
			if !got[name] {
				t.Fatalf("%s is missing", name)
			}
		}
		for name := range got {
			if !want[name] {
				t.Fatalf("%s is too much", name)
			}
		}
	})
	if total == 0 {
		t.Error("nothing collapsed")
	}
}

// collapsed are the conflicts and vacant steps of one day.
func collapsed(f engine.Facts, rules *engine.Rulebook, base engine.Result, leaves []engine.Leave, day engine.Day) []string {
	away := func(person int64) bool {
		return slices.ContainsFunc(leaves, func(l engine.Leave) bool { return l.Person == person && l.From <= day && day <= l.To })
	}
	now := f
	now.Appointments, now.Portfolios = nil, nil
	for _, a := range f.Appointments {
		if !away(a.Person) {
			now.Appointments = append(now.Appointments, a)
			continue
		}
		for _, d := range f.Deputies {
			if d.Person == a.Person && !away(d.Deputy) {
				now.Appointments = append(now.Appointments, engine.Appointment{ID: 1000*d.ID + a.ID, Person: d.Deputy, Post: a.Post, From: a.From})
			}
		}
	}
	for _, p := range f.Portfolios {
		if !away(p.Person) {
			now.Portfolios = append(now.Portfolios, p)
		}
	}
	result := engine.Evaluate(now, rules)
	was := byName(base.Conflicts)
	var out []string
	for _, c := range result.Conflicts {
		acts := slices.ContainsFunc(f.Deputies, func(d engine.Deputy) bool {
			return slices.Contains(c.Hand.People(), d.Deputy) && away(d.Person) && standsOn(f, d.Person, c.Site)
		})
		if acts && !slices.Contains(was, c.Fingerprint()) {
			out = append(out, c.Fingerprint())
		}
	}
	for _, u := range result.Unknown {
		if u.Why == engine.UnknownVacant && !slices.Contains(base.Unknown, u) {
			out = append(out, fmt.Sprint(u.Power, u.Step))
		}
	}
	return out
}

// standsOn tells whether somebody has a post in what a site is about.
func standsOn(f engine.Facts, person int64, s engine.Site) bool {
	ix := engine.NewIndex(f)
	rules, err := engine.NewRulebook(mixed())
	if err != nil {
		panic(err)
	}
	for _, a := range f.Appointments {
		if a.Person != person {
			continue
		}
		touched := engine.Touched(ix, rules, engine.SetAppointment{Appointment: a})
		list := map[engine.SiteKind][]int64{engine.SitePower: touched.Powers, engine.SiteUnit: touched.Units, engine.SiteBureau: touched.Bureaus}[s.Kind]
		if slices.Contains(list, s.ID) {
			return true
		}
	}
	for _, p := range f.Portfolios {
		if p.Person == person && (s.Kind != engine.SitePower || slices.ContainsFunc(f.Powers, func(q *engine.Power) bool { return q.ID == s.ID && q.Unit == p.Unit })) {
			touched := engine.Touched(ix, rules, engine.SetPortfolio{Portfolio: p})
			list := map[engine.SiteKind][]int64{engine.SitePower: touched.Powers, engine.SiteUnit: touched.Units, engine.SiteBureau: touched.Bureaus}[s.Kind]
			if slices.Contains(list, s.ID) {
				return true
			}
		}
	}
	return false
}
