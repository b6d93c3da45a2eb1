package check

import (
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestTheDefaultsPassAndEachFaultIsNamedWhereItIs(t *testing.T) {
	if err := Defaults().Validate(); err != nil {
		t.Fatalf("the defaults: %v", err)
	}
	for name, c := range map[string]struct {
		change func(*Settings)
		fields []string
	}{
		"a rhythm less":                 {func(s *Settings) { s.Rhythms = s.Rhythms[:3] }, []string{"rhythms"}},
		"two rhythms changed about":     {func(s *Settings) { s.Rhythms[0], s.Rhythms[1] = s.Rhythms[1], s.Rhythms[0] }, []string{"rhythms.0.kind", "rhythms.1.kind"}},
		"five months":                   {func(s *Settings) { s.Rhythms[0].Months = 5 }, []string{"rhythms.0.months"}},
		"no months with an A":           {func(s *Settings) { s.Rhythms[3].MonthsWithA = 0 }, []string{"rhythms.3.monthsWithA"}},
		"more seldom with an A":         {func(s *Settings) { s.Rhythms[3].MonthsWithA = 12 }, []string{"rhythms.3.monthsWithA"}},
		"months with an A for risks":    {func(s *Settings) { s.Rhythms[1].MonthsWithA = 3 }, []string{"rhythms.1.monthsWithA"}},
		"A risks left to a head":        {func(s *Settings) { s.Rhythms[0].Tier = term.RoleDeptHead }, []string{"rhythms.0.tier"}},
		"an auditor as a tier":          {func(s *Settings) { s.Rhythms[2].Tier = term.RoleAuditor }, []string{"rhythms.2.tier"}},
		"no sample":                     {func(s *Settings) { s.Rhythms[2].Sample = 0 }, []string{"rhythms.2.sample"}},
		"late and kept quiet":           {func(s *Settings) { s.Rhythms[0].Hops = nil }, []string{"rhythms.0.hops"}},
		"a second hop before the first": {func(s *Settings) { s.Rhythms[0].Hops[1].After = 7 }, []string{"rhythms.0.hops.1.after"}},
		"hops in months":                {func(s *Settings) { s.Rhythms[0].Hops[0].CountedIn = term.ClockUnitMonths }, []string{"rhythms.0.hops.0.countedIn"}},
		"up to who is late":             {func(s *Settings) { s.Rhythms[1].Hops[0].To = term.RoleLeaderInCharge }, []string{"rhythms.1.hops.0.to"}},
		"a thirteenth month":            {func(s *Settings) { s.PromptMonths = []int{13} }, []string{"promptMonths.0"}},
		"a month twice":                 {func(s *Settings) { s.PromptMonths = []int{1, 1} }, []string{"promptMonths.1"}},
	} {
		s := Defaults()
		c.change(&s)
		var got []string
		for _, e := range fault.All(s.Validate()) {
			got = append(got, e.Field)
		}
		if !slices.Equal(got, c.fields) {
			t.Errorf("%s: faults at %v, want %v", name, got, c.fields)
		}
	}
}

func on(text string) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return day
}

func TestPeriodsAreCountedFromJanuary(t *testing.T) {
	for _, c := range []struct {
		day      string
		months   int
		from, to string
	}{
		{"2026-03-31", 1, "2026-03-01", "2026-03-31"}, {"2026-02-28", 2, "2026-01-01", "2026-02-28"}, {"2026-12-01", 3, "2026-10-01", "2026-12-31"},
		{"2028-02-29", 4, "2028-01-01", "2028-04-30"}, {"2026-06-30", 6, "2026-01-01", "2026-06-30"}, {"2026-07-01", 6, "2026-07-01", "2026-12-31"},
		{"2026-07-01", 12, "2026-01-01", "2026-12-31"},
	} {
		if got := PeriodOf(on(c.day), c.months); got != (Period{on(c.from), on(c.to)}) {
			t.Errorf("%d months about %s: %v", c.months, c.day, got)
		}
	}
}

func TestACheckThatAppearsLateIsDueNoSoonerThanHalfAPeriodAfter(t *testing.T) {
	month := PeriodOf(on("2026-12-10"), 1)
	for day, due := range map[string]string{"2026-12-01": "2026-12-31", "2026-12-15": "2026-12-31", "2026-12-16": "2026-12-31", "2026-12-17": "2027-01-01", "2026-12-31": "2027-01-15"} {
		if got := month.Due(on(day)); !got.Equal(on(due)) {
			t.Errorf("appearing on %s it is due on %s, want %s", day, got.Format(time.DateOnly), due)
		}
	}
}

func TestADrawIsRepeatedByItsSeedAndFair(t *testing.T) {
	var ids []int64
	for id := int64(1); id <= 20; id++ {
		ids = append(ids, id)
	}
	first := Draw("seed", ids, 5)
	other := slices.Clone(ids)
	slices.Reverse(other)
	if got := Draw("seed", other, 5); !slices.Equal(got, first) || len(first) != 5 {
		t.Errorf("the same seed draws %v and %v", first, got)
	}
	if got := Draw("seed", ids, 50); len(got) != 20 {
		t.Errorf("of 20 it draws %d", len(got))
	}
	// Worked out by sha256sum of "seed:1", "seed:2" and "seed:3".
	if got := Draw("seed", []int64{1, 2, 3}, 3); !slices.Equal(got, []int64{3, 1, 2}) {
		t.Errorf("the seed draws %v", got)
	}
	drawn := map[int64]int{}
	for range 4000 {
		for _, id := range Draw(NewSeed(), ids, 5) {
			drawn[id]++
		}
	}
	for _, id := range ids { // 1,000 expected each, 27 one standard deviation
		if drawn[id] < 800 || drawn[id] > 1200 {
			t.Errorf("%d was drawn %d times of 4,000, want about 1,000", id, drawn[id])
		}
	}
}

func TestEveryEventInEveryState(t *testing.T) {
	want := map[term.CheckState]map[Event]term.CheckState{
		term.CheckStateDue: {EventRecord: term.CheckStateDone, EventMiss: term.CheckStateMissed, EventDrop: term.CheckStateCancelled},
	}
	for _, state := range term.CheckState("").Values() {
		for _, event := range (Event("")).Values() {
			got, err := Next(term.CheckState(state), Event(event))
			if to, moves := want[term.CheckState(state)][Event(event)]; moves && (err != nil || got != to) || !moves && !fault.Is(err, fault.InvalidTransition) {
				t.Errorf("%s in %s: %q, %v", event, state, got, err)
			}
		}
	}
}
