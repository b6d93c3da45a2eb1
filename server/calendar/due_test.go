package calendar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/fault"
)

const (
	working = term.ClockUnitWorkingDays
	natural = term.ClockUnitCalendarDays
	months  = term.ClockUnitMonths
	years   = term.ClockUnitYears
)

func clock(unit term.ClockUnit, number int) calendar.Clock {
	return calendar.Clock{Unit: unit, Number: number, Start: term.ClockStartDayAfter, End: term.ClockEndNext}
}

func due(t *testing.T, k calendar.Clock, r calendar.Run) calendar.Answer {
	t.Helper()
	a, err := k.Due(calendar.Builtin(), r)
	if err != nil {
		t.Fatalf("%+v in %+v: %v", k, r, err)
	}
	return a
}

func TestClocksEndOnTheDaysOfTheStatutes(t *testing.T) {
	with := func(k calendar.Clock, change func(*calendar.Clock)) calendar.Clock { change(&k); return k }
	same := func(k *calendar.Clock) { k.Start = term.ClockStartSameDay }
	stays := func(k *calendar.Clock) { k.End = term.ClockEndStays }
	before := func(k *calendar.Clock) { k.End = term.ClockEndPrevious }
	for _, row := range []struct {
		clock calendar.Clock
		from  string
		want  string
	}{
		{clock(working, 20), "2026-02-10", "2026-03-16"},
		{clock(working, 20), "2026-12-20", "2027-01-18"},
		{clock(working, 5), "2026-02-16", "2026-02-28"},
		{clock(natural, 15), "2026-02-02", "2026-02-24"},
		{clock(natural, 15), "2027-01-22", "2027-02-14"},
		{clock(natural, 60), "2026-08-03", "2026-10-08"},
		{clock(months, 1), "2026-01-31", "2026-02-28"},
		{clock(months, 1), "2026-12-31", "2027-01-31"},
		{clock(months, 13), "2025-01-31", "2026-02-28"},
		{clock(months, 1), "2026-03-31", "2026-04-30"},
		{clock(months, 6), "2026-04-01", "2026-10-08"}, // ends on National Day
		{clock(years, 1), "2026-03-10", "2027-03-10"},
		{clock(years, 1), "2025-10-02", "2026-10-08"},
		{with(clock(natural, 15), stays), "2026-02-02", "2026-02-17"},
		{with(clock(natural, 15), before), "2026-02-02", "2026-02-14"}, // a worked Saturday
		{with(clock(natural, 15), before), "2027-01-22", "2027-02-04"},
		{with(clock(natural, 3), before), "2026-02-14", "2026-02-24"}, // nothing is worked before it
		{with(clock(working, 5), same), "2026-03-02", "2026-03-06"},
		{with(clock(working, 5), same), "2026-03-01", "2026-03-06"}, // a Sunday is not counted whoever starts it
		{with(clock(natural, 10), same), "2026-03-02", "2026-03-11"},
		{with(clock(months, 1), same), "2026-03-01", "2026-03-31"},
		{with(clock(months, 1), same), "2026-01-31", "2026-02-28"},
		{with(clock(working, 1), stays), "2026-02-14", "2026-02-24"}, // working days never end on a holiday
	} {
		a := due(t, row.clock, calendar.Run{Start: day(row.from)})
		if a.State != calendar.Known || !a.Due.Equal(day(row.want)) || !a.NotBefore.Equal(a.Due) {
			t.Errorf("%d %s from %s (%s, %s): %s %s, want %s", row.clock.Number, row.clock.Unit, row.from, row.clock.Start, row.clock.End,
				a.State, a.Due.Format(time.DateOnly), row.want)
		}
	}
}

func pause(kind term.PauseKind, from, to string) calendar.Pause {
	p := calendar.Pause{Kind: kind, From: day(from)}
	if to != "" {
		p.To = day(to)
	}
	return p
}

func TestPausesTakeTimeOutOfAClock(t *testing.T) {
	hearing := func(k calendar.Clock) calendar.Clock { k.Pauses = []term.PauseKind{term.PauseKindHearing}; return k }
	ps := func(p ...calendar.Pause) []calendar.Pause { return p }
	h := func(from, to string) calendar.Pause { return pause(term.PauseKindHearing, from, to) }
	for name, row := range map[string]struct {
		clock  calendar.Clock
		start  string
		pauses []calendar.Pause
		want   string
	}{
		"of working days, over a weekend": {hearing(clock(working, 5)), "2026-03-02", ps(h("2026-03-04", "2026-03-09")), "2026-03-13"},
		"of calendar days":                {hearing(clock(natural, 10)), "2026-03-02", ps(h("2026-03-04", "2026-03-06")), "2026-03-16"},
		"two that overlap count once":     {hearing(clock(natural, 10)), "2026-03-02", ps(h("2026-03-05", "2026-03-06"), h("2026-03-04", "2026-03-05")), "2026-03-16"},
		"of months":                       {hearing(clock(months, 1)), "2026-03-02", ps(h("2026-03-04", "2026-03-06")), "2026-04-07"}, // 04-05 is 清明
		"in the time added for another":   {hearing(clock(months, 1)), "2026-03-10", ps(h("2026-03-11", "2026-03-12"), h("2026-04-11", "2026-04-13")), "2026-04-15"},
		"before the start":                {hearing(clock(natural, 10)), "2026-03-02", ps(h("2026-02-01", "2026-03-02")), "2026-03-12"},
		"after the end":                   {hearing(clock(natural, 10)), "2026-03-02", ps(h("2026-03-13", "2026-03-20")), "2026-03-12"},
		"a moved end goes past it":        {hearing(clock(natural, 10)), "2026-03-04", ps(h("2026-03-16", "2026-03-17")), "2026-03-18"}, // ends on Saturday 14
		"of a kind that does not stop it": {hearing(clock(natural, 10)), "2026-03-02", ps(pause(term.PauseKindAuction, "2026-03-04", "2026-03-06")), "2026-03-12"},
		"one that lasts, after the end":   {hearing(clock(natural, 10)), "2026-03-02", ps(h("2026-03-13", "")), "2026-03-12"},
	} {
		a := due(t, row.clock, calendar.Run{Start: day(row.start), Pauses: row.pauses})
		if a.State != calendar.Known || !a.Due.Equal(day(row.want)) {
			t.Errorf("%s: %s %s, want %s", name, a.State, a.Due.Format(time.DateOnly), row.want)
		}
	}
	a := due(t, hearing(clock(working, 5)), calendar.Run{Start: day("2026-03-02"), Pauses: ps(h("2026-03-04", ""))})
	if a.State != calendar.Stopped || !a.Due.IsZero() || a.Left != 4 || !a.NotBefore.Equal(day("2026-03-08")) {
		t.Errorf("stopped: %+v", a)
	}
	a = due(t, hearing(clock(months, 1)), calendar.Run{Start: day("2026-03-02"), Pauses: ps(h("2026-03-04", ""))})
	if a.State != calendar.Stopped || a.Left != 30 {
		t.Errorf("a month that stopped on its second day: %+v", a)
	}
	a = due(t, hearing(clock(natural, 12)), calendar.Run{Start: day("2026-03-02"), Pauses: ps(h("2026-03-16", ""))})
	if a.State != calendar.Stopped || a.Left != 0 || !a.NotBefore.Equal(day("2026-03-17")) {
		t.Errorf("an end on a Saturday before a pause that lasts: %+v", a)
	}
}

func TestExtensionsGoAsFarAsTheClockLets(t *testing.T) {
	k := clock(natural, 60)
	k.Extension = 30
	a := due(t, k, calendar.Run{Start: day("2026-03-02"), Extended: 30})
	if want := day("2026-06-01"); !a.Due.Equal(want) { // 05-31 is a Sunday
		t.Errorf("60 and 30 days end on %s", a.Due.Format(time.DateOnly))
	}
	for extended, ok := range map[int]bool{0: true, 1: true, 30: true, 31: false, -1: false} {
		if _, err := k.Due(calendar.Builtin(), calendar.Run{Start: day("2026-03-02"), Extended: extended}); (err == nil) != ok {
			t.Errorf("extended by %d: %v", extended, err)
		}
	}
}

func TestAClockThatReachesAYearWithoutDataSaysSo(t *testing.T) {
	for name, row := range map[string]struct {
		clock     calendar.Clock
		start     string
		left      int
		notBefore string
	}{
		"working days":             {clock(working, 20), "2027-12-20", 11, "2028-01-11"},
		"calendar days":            {clock(natural, 20), "2027-12-20", 0, "2028-01-09"},
		"months":                   {clock(months, 2), "2027-12-20", 0, "2028-02-20"},
		"moved into it":            {clock(natural, 1), "2027-12-31", 0, "2028-01-01"},
		"begun in one without any": {clock(working, 1), "2024-01-01", 1, "2024-01-02"},
	} {
		a := due(t, row.clock, calendar.Run{Start: day(row.start)})
		year := a.NotBefore.Year()
		if a.State != calendar.NoData || !a.Due.IsZero() || a.Missing != year || a.Left != row.left || !a.NotBefore.Equal(day(row.notBefore)) {
			t.Errorf("%s: %s %v, missing %d, left %d, not before %s", name, a.State, a.Due, a.Missing, a.Left, a.NotBefore.Format(time.DateOnly))
		}
	}
	stays := clock(natural, 20)
	stays.End = term.ClockEndStays
	if a := due(t, stays, calendar.Run{Start: day("2027-12-20")}); a.State != calendar.Known || !a.Due.Equal(day("2028-01-09")) || len(a.Unconfirmed) > 0 {
		t.Errorf("days that no holiday moves need no data: %+v", a)
	}
	back := clock(natural, 20)
	back.End = term.ClockEndPrevious
	if a := due(t, back, calendar.Run{Start: day("2027-12-20")}); a.State != calendar.NoData || a.Missing != 2028 || !a.NotBefore.Equal(day("2027-12-31")) {
		t.Errorf("an end that moves back: %+v", a)
	}
	if a := due(t, clock(working, 20), calendar.Run{Start: day("2026-12-20")}); !slices.Equal(a.Unconfirmed, []int{2027}) {
		t.Errorf("to be confirmed are %v, want 2027", a.Unconfirmed)
	}
	if a := due(t, clock(working, 20), calendar.Run{Start: day("2026-02-10")}); len(a.Unconfirmed) > 0 {
		t.Errorf("to be confirmed are %v, want none", a.Unconfirmed)
	}
}

func TestTheWayIsToldStepByStep(t *testing.T) {
	k := clock(working, 5)
	k.Pauses, k.Extension = []term.PauseKind{term.PauseKindHearing}, 2
	for name, row := range map[string]struct {
		clock calendar.Clock
		run   calendar.Run
		want  string
	}{
		"over the Spring Festival": {clock(working, 5), calendar.Run{Start: day("2026-02-12")}, `
自 2026-02-12 起算,当日不计入,2026-02-13 为第一日
2026-02-13 计 1 个工作日
2026-02-14 虽是周末,因春节调休上班,计 1 个工作日
2026-02-15至2026-02-23 春节放假,不计
2026-02-24至2026-02-26 计 3 个工作日`},
		"with a pause and an extension": {k, calendar.Run{Start: day("2026-12-28"), Extended: 1, Pauses: []calendar.Pause{
			pause(term.PauseKindHearing, "2026-12-31", "2027-01-04"), pause(term.PauseKindAuction, "2026-12-29", "")}}, `
自 2026-12-28 起算,当日不计入,2026-12-29 为第一日
依法延长 1 个工作日
2026-12-29起 的拍卖不从该时限中扣除
2026-12-29至2026-12-30 计 2 个工作日
2026-12-31至2027-01-04 听证所需时间,扣除
2027-01-05至2027-01-08 计 4 个工作日
2027 年的工作日历只有一个来源(github.com/6tail/lunar-go v1.4.7),待核实`},
		"moved": {clock(natural, 15), calendar.Run{Start: day("2026-02-02")}, `
自 2026-02-02 起算,当日不计入,2026-02-03 为第一日
2026-02-03至2026-02-17 计 15 日
最后一日 2026-02-17(春节) 不上班,顺延至 2026-02-24`},
		"a month": {clock(months, 1), calendar.Run{Start: day("2026-01-31")}, `
自 2026-01-31 起算,当日不计入,2026-02-01 为第一日
满 1 个月为 2026-02-28
该月没有对应的日期,以月末 2026-02-28 为最后一日`},
		"no data": {clock(working, 3), calendar.Run{Start: day("2027-12-30")}, `
自 2027-12-30 起算,当日不计入,2027-12-31 为第一日
2027-12-31 计 1 个工作日
没有 2028 年的工作日历,到期日待定,尚余 2 个工作日
2027 年的工作日历只有一个来源(github.com/6tail/lunar-go v1.4.7),待核实`},
		"stopped": {k, calendar.Run{Start: day("2026-03-02"), Pauses: []calendar.Pause{pause(term.PauseKindHearing, "2026-03-03", "")}}, `
自 2026-03-02 起算,当日不计入,2026-03-03 为第一日
2026-03-03 起因听证中止,尚余 5 个工作日`},
	} {
		a := due(t, row.clock, row.run)
		var got strings.Builder
		for _, s := range a.Steps {
			got.WriteString("\n" + s.In("zh"))
			if en := s.In("en"); en == "" || strings.ContainsAny(strings.ReplaceAll(en, s.Name, ""), "年月日的") {
				t.Errorf("%s: %s in English is %q", name, s.Kind, en)
			}
		}
		if got.String() != row.want {
			t.Errorf("%s:%s\nwant:%s", name, got.String(), row.want)
		}
	}
}

func TestEveryKindOfStepHasWords(t *testing.T) {
	for _, kind := range calendar.StepKinds {
		s := calendar.Step{Kind: kind, From: day("2026-01-01"), To: day("2026-01-02"), Count: 1, Unit: working, Pause: term.PauseKindHearing, Name: "x"}
		for _, lang := range []string{"zh", "en"} {
			if text := s.In(lang); text == string(kind) {
				t.Errorf("%s has no words in %s", kind, lang)
			}
		}
	}
}

func TestEveryFaultOfAClockAndARunIsToldAtItsField(t *testing.T) {
	k := calendar.Clock{Unit: "HOURS", Number: 0, Start: "LATER", End: "NEVER", Extension: -1, Pauses: []term.PauseKind{"NAP"}}
	r := calendar.Run{Extended: 3, Pauses: []calendar.Pause{{Kind: "NAP"}, {Kind: term.PauseKindHearing, From: day("2026-02-02"), To: day("2026-02-01")},
		{Kind: term.PauseKindHearing, From: day("1980-02-02"), To: day("2400-01-01")}, {Kind: term.PauseKindHearing, From: day("2026-02-02"), To: day("2400-01-01")}}}
	_, err := k.Due(calendar.Builtin(), r)
	var got []string
	for _, e := range fault.All(err) {
		got = append(got, e.Field+" "+e.Reason)
	}
	want := []string{"unit UNKNOWN_VALUE", "start UNKNOWN_VALUE", "end UNKNOWN_VALUE", "number OUT_OF_RANGE", "extension OUT_OF_RANGE", "pauses UNKNOWN_VALUE",
		"start MISSING", "extended OUT_OF_RANGE", "pauses.0.kind UNKNOWN_VALUE", "pauses.0.from MISSING", "pauses.1.to ENDS_BEFORE_START", "pauses.2.from YEAR_OUT_OF_RANGE", "pauses.3.to YEAR_OUT_OF_RANGE"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("told are %v, want %v", got, want)
	}
	if _, err := clock(years, 101).Due(calendar.Builtin(), calendar.Run{Start: day("1900-01-01"), Pauses: make([]calendar.Pause, calendar.MostPauses+1)}); len(fault.All(err)) != 3 {
		t.Errorf("101 years from 1900 with too many pauses: %v", err)
	}
}

func TestRulesSayWhatNumbersAreCountedIn(t *testing.T) {
	for _, row := range []struct {
		code   string
		number int
		unit   term.ClockUnit
		want   string
	}{
		{"LICENSING", 20, "", "20 WORKING_DAYS"}, {"LICENSING", 5, "", "5 WORKING_DAYS"}, {"LICENSING", 20, working, "20 WORKING_DAYS"},
		{"LICENSING", 20, natural, "UNIT_SAID"}, {"LICENSING", 2, months, "UNIT_SAID"}, {"LICENSING", 0, "", "NUMBER_UNSAID"},
		{"PENALTY", 2, "", "2 WORKING_DAYS"}, {"PENALTY", 7, "", "7 WORKING_DAYS"}, {"PENALTY", 8, "", "UNIT_UNSAID"}, {"PENALTY", 14, "", "UNIT_UNSAID"},
		{"PENALTY", 1, "", "UNIT_UNSAID"}, {"PENALTY", 15, "", "15 CALENDAR_DAYS"}, {"PENALTY", 90, "", "90 CALENDAR_DAYS"}, {"PENALTY", 10, working, "10 WORKING_DAYS"},
		{"PENALTY", 7, natural, "UNIT_SAID"}, {"PENALTY", 6, months, "6 MONTHS"},
		{"RECONSIDERATION", 3, "", "3 WORKING_DAYS"}, {"RECONSIDERATION", 10, "", "10 WORKING_DAYS"}, {"RECONSIDERATION", 11, "", "UNIT_UNSAID"},
		{"RECONSIDERATION", 60, "", "60 CALENDAR_DAYS"}, {"RECONSIDERATION", 59, natural, "59 CALENDAR_DAYS"},
		{"PETITION_15", 0, "", "15 CALENDAR_DAYS"}, {"PETITION_60", 0, "", "60 CALENDAR_DAYS"}, {"PETITION_30", 0, "", "30 CALENDAR_DAYS"},
		{"PETITION_OBJECTION", 0, "", "5 WORKING_DAYS"}, {"PETITION_60", 60, "", "60 CALENDAR_DAYS"}, {"PETITION_60", 61, "", "NUMBER_SAID"},
		{"CIVIL", 10, "", "UNIT_UNSAID"}, {"CIVIL", 10, natural, "10 CALENDAR_DAYS"}, {"CIVIL", 2, years, "2 YEARS"}, {"CIVIL", 101, years, "OUT_OF_RANGE"},
	} {
		r, ok := calendar.RuleOf(row.code)
		if !ok {
			t.Fatalf("there is no rule %s", row.code)
		}
		k, err := r.Clock(row.number, row.unit)
		got := fmt.Sprintf("%d %s", k.Number, k.Unit)
		if err != nil {
			got = fault.All(err)[0].Reason
		}
		if got != row.want {
			t.Errorf("%s of %d %s: %s, want %s", row.code, row.number, row.unit, got, row.want)
		}
	}
	if _, ok := calendar.RuleOf("NONE"); ok {
		t.Error("a rule that is not there was found")
	}
}

func TestBuiltInRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range calendar.Rules() {
		if seen[r.Code] || r.Code == "" || r.Name.ZH == "" || r.Name.EN == "" || len(r.Bases) == 0 || r.From.IsZero() {
			t.Errorf("%+v lacks something, or is there twice", r)
		}
		seen[r.Code] = true
		if r.InForce(r.From.AddDate(0, 0, -1)) || !r.InForce(r.From) || !r.InForce(day("2099-01-01")) {
			t.Errorf("%s is in force from %s", r.Code, r.From)
		}
		if n := r.Number; n > 0 {
			if _, err := r.Clock(0, ""); err != nil {
				t.Errorf("%s: %v", r.Code, err)
			}
		}
	}
	licensing, _ := calendar.RuleOf("LICENSING")
	k, err := licensing.Clock(20, "")
	if err != nil || len(k.Pauses) != 8 {
		t.Fatalf("%+v, %v", k, err)
	}
	a := due(t, k, calendar.Run{Start: day("2026-02-10"), Pauses: []calendar.Pause{pause(term.PauseKindExpertReview, "2026-03-02", "2026-03-06")}})
	if !a.Due.Equal(day("2026-03-23")) {
		t.Errorf("20 working days with a week of expert review end on %s", a.Due.Format(time.DateOnly))
	}
	petition, _ := calendar.RuleOf("PETITION_60")
	if k, _ := petition.Clock(0, ""); k.Extension != 30 {
		t.Errorf("60 days may be extended by %d", k.Extension)
	}
}
