package warning_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/warning"
)

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

func TestEveryEventInEveryStateLeadsWhereItShould(t *testing.T) {
	const (
		raised, notified, escalated = term.WarningStateRaised, term.WarningStateNotified, term.WarningStateEscalated
		answered, verified, lifted  = term.WarningStateAnswered, term.WarningStateVerified, term.WarningStateLifted
	)
	// By event, the states after it from RAISED, NOTIFIED, ESCALATED, ANSWERED, VERIFIED and LIFTED; empty where it can't happen.
	want := map[term.WarningEventKind][6]term.WarningState{
		term.WarningEventKindRaise:       {},
		term.WarningEventKindAcknowledge: {notified, "", notified, "", "", ""},
		term.WarningEventKindAnswer:      {answered, answered, answered, "", "", ""},
		term.WarningEventKindReturn:      {"", "", "", notified, "", ""},
		term.WarningEventKindVerify:      {"", "", "", verified, "", ""},
		term.WarningEventKindEscalate:    {escalated, escalated, escalated, "", escalated, ""},
		term.WarningEventKindWorsen:      {raised, notified, escalated, answered, verified, ""},
		term.WarningEventKindReaddress:   {raised, raised, escalated, "", verified, ""},
		term.WarningEventKindLift:        {lifted, lifted, lifted, lifted, lifted, ""},
	}
	states := (term.WarningState("")).Values()
	if len(want) != len((term.WarningEventKind("")).Values()) || len(states) != 6 {
		t.Fatal("the table does not hold every event and state")
	}
	for e, row := range want {
		for i, from := range []term.WarningState{raised, notified, escalated, answered, verified, lifted} {
			got, err := warning.Next(from, e)
			if got != row[i] || (err == nil) != (row[i] != "") || err != nil && fault.All(err)[0].Code != fault.InvalidTransition {
				t.Errorf("%s in %s leads to %q, %v, want %q", e, from, got, err, row[i])
			}
		}
	}
}

func valid() warning.Settings {
	return warning.Settings{Kind: term.WarningKindRiskUndefended, Grades: []term.Grade{term.GradeA}, Days: 7, Colour: term.WarningColourOrange, To: term.RoleDeptHead,
		AnswerIn: 5, HopIn: 5, CountedIn: term.ClockUnitWorkingDays}
}

func fields(err error) []string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, e.Field+" "+e.Reason)
	}
	slices.Sort(out)
	return out
}

func TestAllThatIsWrongWithARuleIsTold(t *testing.T) {
	if err := valid().Validate(); err != nil {
		t.Errorf("a good rule: %v", err)
	}
	for name, c := range map[string]struct {
		change func(*warning.Settings)
		want   []string
	}{
		"days":       {func(s *warning.Settings) { s.Days = 731 }, []string{"days OUT_OF_RANGE"}},
		"clocks":     {func(s *warning.Settings) { s.AnswerIn, s.HopIn = 0, 61 }, []string{"answerIn OUT_OF_RANGE", "hopIn OUT_OF_RANGE"}},
		"tier":       {func(s *warning.Settings) { s.To = term.RoleInspector }, []string{"to NOT_A_TIER"}},
		"months":     {func(s *warning.Settings) { s.CountedIn = term.ClockUnitMonths }, []string{"countedIn NO_DAYS"}},
		"grade":      {func(s *warning.Settings) { s.Grades = []term.Grade{term.Ungraded} }, []string{"grades.0 UNKNOWN_VALUE"}},
		"twice":      {func(s *warning.Settings) { s.Grades = []term.Grade{term.GradeA, term.GradeA} }, []string{"grades.1 UNKNOWN_VALUE"}},
		"no grades":  {func(s *warning.Settings) { s.Kind = term.WarningKindFormOverdue }, []string{"grades NOT_FOR_KIND"}},
		"severities": {func(s *warning.Settings) { s.Severities = []engine.Severity{engine.SeverityHigh} }, []string{"severities NOT_FOR_KIND"}},
		"unknown":    {func(s *warning.Settings) { s.Kind, s.Grades, s.Colour = "X", nil, "PINK" }, []string{"colour UNKNOWN_VALUE", "kind UNKNOWN_VALUE"}},
	} {
		s := valid()
		c.change(&s)
		if got := fields(s.Validate()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	for _, r := range warning.Builtin() {
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", r.Code, err)
		}
		if r.SentenceIn("zh") == "" || r.SentenceIn("en") == "" || r.AsksIn("zh") == "" || r.AsksIn("en") == "" {
			t.Errorf("%s lacks words", r.Code)
		}
	}
}

func TestARuleIsSaidAsOneSentence(t *testing.T) {
	r := valid()
	if got, want := r.SentenceIn("zh"), "“风险点无有效措施”(A 级)持续 7 天后发橙色预警,由部门负责人在 5 个工作日内答复;逾期逐级上报,每级 5 个工作日。"; got != want {
		t.Errorf("in Chinese it reads\n%s, want\n%s", got, want)
	}
	r.Days, r.Grades, r.CountedIn, r.AnswerIn = 0, nil, term.ClockUnitCalendarDays, 1
	if got, want := r.SentenceIn("en"), "A risk point without a measure in force: an orange warning on its first day, for the head of department to answer in 1 day; unanswered, it goes up a tier every 5 days."; got != want {
		t.Errorf("in English it reads\n%s, want\n%s", got, want)
	}
}

func TestARuleBelowIsNoSofterThanTheOneAbove(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*warning.Settings)
		want   []string
	}{
		"the same": {func(*warning.Settings) {}, nil},
		"stricter": {func(s *warning.Settings) {
			s.Days, s.Colour, s.To, s.AnswerIn, s.Grades = 0, term.WarningColourRed, term.RoleLeadingGroup, 1, nil
		}, nil},
		"later":           {func(s *warning.Settings) { s.Days = 8 }, []string{"days SOFTER_THAN_ABOVE"}},
		"milder":          {func(s *warning.Settings) { s.Colour = term.WarningColourYellow }, []string{"colour SOFTER_THAN_ABOVE"}},
		"fewer grades":    {func(s *warning.Settings) { s.Grades = []term.Grade{term.GradeB} }, []string{"grades SOFTER_THAN_ABOVE"}},
		"seven days":      {func(s *warning.Settings) { s.AnswerIn, s.CountedIn = 7, term.ClockUnitCalendarDays }, nil},
		"eight days":      {func(s *warning.Settings) { s.AnswerIn, s.CountedIn = 8, term.ClockUnitCalendarDays }, []string{"answerIn SOFTER_THAN_ABOVE"}},
		"another subject": {func(s *warning.Settings) { s.Kind = term.WarningKindGradeStale }, []string{"kind SOFTER_THAN_ABOVE"}},
	} {
		s := valid()
		c.change(&s)
		if got := fields(s.Softer(valid())); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestTheGravestRuleHoldsAndTheNextDayIsTold(t *testing.T) {
	rule := func(code string, days int, colour term.WarningColour, to term.Role, grades ...term.Grade) warning.Rule {
		s := valid()
		s.Days, s.Colour, s.To, s.Grades = days, colour, to, grades
		return warning.Rule{Code: code, Settings: s}
	}
	rules := []warning.Rule{
		rule("YELLOW", 0, term.WarningColourYellow, term.RoleLeadingGroup),
		rule("ORANGE", 5, term.WarningColourOrange, term.RoleDeptHead),
		rule("ORANGE_UP", 5, term.WarningColourOrange, term.RoleLeaderInCharge),
		rule("ORANGE_LATER", 7, term.WarningColourOrange, term.RoleDeptHead),
		rule("YELLOW_LATER", 8, term.WarningColourYellow, term.RoleLeadingGroup),
		rule("RED_A", 9, term.WarningColourRed, term.RoleDeptHead, term.GradeA),
	}
	c := warning.Cause{Kind: term.WarningKindRiskUndefended, Subject: 1, Grade: term.GradeA, Since: day("2026-03-02")}
	for _, want := range []struct {
		today, code, next string
		grade             term.Grade
	}{
		{"2026-03-01", "", "2026-03-02", term.GradeA}, {"2026-03-02", "YELLOW", "2026-03-07", term.GradeA}, {"2026-03-07", "ORANGE_UP", "2026-03-11", term.GradeA},
		{"2026-03-07", "ORANGE_UP", "", term.GradeB}, {"2026-03-11", "RED_A", "", term.GradeA}, {"2026-03-11", "ORANGE_UP", "", term.GradeB},
	} {
		c.Grade = want.grade
		got, next := warning.Gravest(rules, c, day(want.today))
		code, on := "", ""
		if got != nil {
			code = got.Code
		}
		if !next.IsZero() {
			on = next.Format(time.DateOnly)
		}
		if code != want.code || on != want.next {
			t.Errorf("on %s of an %s: %q, next %q, want %q, %q", want.today, want.grade, code, on, want.code, want.next)
		}
	}
	c.Kind = term.WarningKindGradeStale
	if got, next := warning.Gravest(rules, c, day("2026-05-01")); got != nil || !next.IsZero() {
		t.Errorf("of another kind: %v, %v", got, next)
	}
}

func TestCausesAreKeptFromTheirFirstDay(t *testing.T) {
	cause := func(subject int64, grade term.Grade, since string) warning.Cause {
		return warning.Cause{Kind: term.WarningKindRiskUndefended, Subject: subject, Grade: grade, Since: day(since)}
	}
	kept := []warning.KeptCause{{ID: 11, Cause: cause(1, term.GradeA, "2026-01-01")}, {ID: 12, Cause: cause(2, term.GradeA, "2026-01-02")}, {ID: 13, Cause: cause(3, term.GradeB, "2026-01-03")}}
	c := warning.CompareCauses([]warning.Cause{cause(1, term.GradeA, "2026-02-02"), cause(3, term.GradeA, "2026-02-02"), cause(4, term.GradeC, "2026-02-02"), cause(4, term.GradeC, "2026-02-02")}, kept)
	if len(c.Add) != 1 || c.Add[0].Subject != 4 || len(c.End) != 1 || c.End[0].ID != 12 || len(c.Change) != 1 || c.Change[0].ID != 13 || !c.Change[0].Since.Equal(day("2026-01-03")) || c.Change[0].Grade != term.GradeA {
		t.Errorf("it has to %+v", c)
	}
}

// slowly replays a rule day by day: on each day it knows only what had begun by then, and whether it was there.
func slowly(rule warning.Settings, spans []warning.Span, problems []warning.Problem, from, today time.Time) warning.Past {
	out := warning.Past{}
	var lasted, leads []int
	raised := map[int]time.Time{}
	for on := from.AddDate(0, 0, -800); on.Before(today); on = on.AddDate(0, 0, 1) {
		for i, s := range spans {
			there := !s.Since.After(on) && (s.Gone.IsZero() || on.Before(s.Gone))
			if _, known := raised[i]; !known && there && rule.Warns(s.Cause) && int(on.Sub(s.Since).Hours()/24) >= rule.Days {
				raised[i] = on
			}
		}
	}
	before := func(subject int64, p time.Time) bool {
		for i, on := range raised {
			if spans[i].Subject == subject && !on.Before(from) && on.Before(p) {
				return true
			}
		}
		return false
	}
	for i, s := range spans {
		on, is := raised[i]
		switch {
		case is && !on.Before(from):
			out.Raised++
			end := today
			if !s.Gone.IsZero() {
				end = s.Gone
			}
			lasted = append(lasted, int(end.Sub(on).Hours()/24))
			first := -1
			for _, p := range problems {
				if n := int(p.On.Sub(on).Hours() / 24); p.Subject == s.Subject && n > 0 && (first < 0 || n < first) {
					first = n
				}
			}
			if first >= 0 {
				out.Foresaw++
				leads = append(leads, first)
			}
		case !is && rule.Warns(s.Cause) && !s.Gone.IsZero() && !s.Since.Before(from) && s.Since.AddDate(0, 0, rule.Days).Before(today):
			out.GoneBefore++
		}
	}
	for _, p := range problems {
		if !p.On.Before(from) && p.On.Before(today) && !before(p.Subject, p.On) {
			out.Missed++
		}
	}
	middle := func(of []int) int {
		if len(of) == 0 {
			return -1
		}
		slices.Sort(of)
		return of[(len(of)-1)/2]
	}
	out.MedianDays, out.MedianLead = middle(lasted), middle(leads)
	return out
}

func TestAReplayKnowsOnEachDayOnlyWhatHadBegunByThen(t *testing.T) {
	today := day("2026-03-02")
	rapid.Check(t, func(t *rapid.T) {
		from := today.AddDate(0, 0, -rapid.IntRange(1, 60).Draw(t, "back"))
		rule := valid()
		rule.Days, rule.Grades = rapid.IntRange(0, 20).Draw(t, "days"), nil
		if rapid.Bool().Draw(t, "graded") {
			rule.Grades = []term.Grade{term.GradeA}
		}
		var spans []warning.Span
		for range rapid.IntRange(0, 8).Draw(t, "causes") {
			since := today.AddDate(0, 0, -rapid.IntRange(0, 90).Draw(t, "since"))
			s := warning.Span{Cause: warning.Cause{Kind: rule.Kind, Subject: int64(rapid.IntRange(1, 3).Draw(t, "subject")), Since: since,
				Grade: rapid.SampledFrom([]term.Grade{term.GradeA, term.GradeB}).Draw(t, "grade")}}
			if n := rapid.IntRange(0, 40).Draw(t, "lasts"); n > 0 && !since.AddDate(0, 0, n).After(today) {
				s.Gone = since.AddDate(0, 0, n)
			}
			spans = append(spans, s)
		}
		var problems []warning.Problem
		for range rapid.IntRange(0, 5).Draw(t, "problems") {
			problems = append(problems, warning.Problem{Subject: int64(rapid.IntRange(1, 3).Draw(t, "of")), On: today.AddDate(0, 0, -rapid.IntRange(1, 90).Draw(t, "on"))})
		}
		if got, want := warning.Replay(rule, spans, problems, from, today), slowly(rule, spans, problems, from, today); got != want {
			t.Fatalf("it would have %+v, want %+v\n%+v\n%+v", got, want, spans, problems)
		}
	})
}
