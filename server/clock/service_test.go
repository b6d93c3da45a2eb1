package clock_test

import (
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/clock"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func ptr[T any](v T) *T { return &v }

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

// promise is a rule by which a bureau promises so many working days.
func promise(days int) *clock.Definition {
	return &clock.Definition{Name: "承诺时限", Number: &days, CountedIn: ptr(term.ClockUnitWorkingDays), Start: term.ClockStartDayAfter, End: term.ClockEndNext,
		Pauses: []term.PauseKind{term.PauseKindHearing}, Bases: []*term.LegalBasis{{Law: "首问负责制度"}}, From: day("2026-01-01")}
}

func TestAUnitsOwnRuleHoldsBelowItUntilItIsWithdrawn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := clock.New(db.Store, calendar.NewService(db.Store))
		group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
		due := func(code string) time.Time {
			t.Helper()
			a := testkit.Must(s.Due(group, clock.Ask{RuleCode: &code, UnitID: &w.East.City.ID, Start: day("2026-03-02")}))(t)
			return a.Due
		}
		setOn := func(unit int64, version int, d *clock.Definition) []*clock.Rule {
			t.Helper()
			return testkit.Must(s.Set(group, clock.SetRule{UnitID: unit, Code: "PROMISE", ExpectedVersion: version, Rule: d, Reason: "公开承诺"}))(t)
		}
		statutes := len(calendar.Rules())
		if rules := setOn(w.East.Unit.ID, 0, promise(10)); len(rules) != statutes+1 || rules[statutes].Set.Number != 1 || !rules[statutes].MayChange {
			t.Errorf("the rules afterwards are %+v", rules)
		}
		if got := due("PROMISE"); !got.Equal(day("2026-03-16")) {
			t.Errorf("10 working days end on %s", got)
		}
		// A bureau below sets its own, withdraws it, and what stands above holds again.
		setOn(w.East.City.ID, 0, promise(5))
		if got := due("PROMISE"); !got.Equal(day("2026-03-09")) {
			t.Errorf("5 working days end on %s", got)
		}
		setOn(w.East.Unit.ID, 1, promise(8))
		if got := due("PROMISE"); !got.Equal(day("2026-03-09")) {
			t.Errorf("the unit's own still end on %s", got)
		}
		setOn(w.East.City.ID, 1, nil)
		if got := due("PROMISE"); !got.Equal(day("2026-03-12")) {
			t.Errorf("8 working days end on %s", got)
		}
		setOn(w.East.Unit.ID, 2, nil)
		code := "PROMISE"
		if _, err := s.Due(group, clock.Ask{RuleCode: &code, UnitID: &w.East.City.ID, Start: day("2026-03-02")}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a withdrawn rule: %v", err)
		}
		if _, err := s.Set(group, clock.SetRule{UnitID: w.East.Unit.ID, Code: code, ExpectedVersion: 3, Reason: "停用"}); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("withdrawn twice: %v", err)
		}
		if _, err := s.Set(group, clock.SetRule{UnitID: w.East.Unit.ID, Code: code, ExpectedVersion: 1, Rule: promise(3), Reason: "改"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("set on an old version: %v", err)
		}
		// The west does not see it.
		west := testkit.As(term.RoleLeadingGroup, w.West.Unit)
		if _, err := s.On(west, w.East.Unit.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("from the west: %v", err)
		}
		for name, err := range map[string]error{
			"head": second(s.Set(testkit.As(term.RoleDeptHead, w.East.Unit), clock.SetRule{UnitID: w.East.Unit.ID, Code: "X", Rule: promise(3), Reason: "改"})),
			"west": second(s.Set(west, clock.SetRule{UnitID: w.East.Unit.ID, Code: "X", Rule: promise(3), Reason: "改"})),
		} {
			if !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s sets a rule: %v", name, err)
			}
		}
		db.Sequence(t)
		db.Sign(t)
		if report := db.Verify(t); len(report.Findings) > 0 {
			t.Errorf("a verification finds %v", report.Findings)
		}
	})
}

func second[T any](_ T, err error) error { return err }

func TestWhatIsWrongWithARuleIsToldAtItsField(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := clock.New(db.Store, calendar.NewService(db.Store))
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	for name, row := range map[string]struct {
		change func(*clock.SetRule)
		want   string
	}{
		"no reason":        {func(in *clock.SetRule) { in.Reason = "" }, "reason MISSING"},
		"a statute's":      {func(in *clock.SetRule) { in.Code = "LICENSING" }, "code CODE_OF_A_STATUTE"},
		"a bad code":       {func(in *clock.SetRule) { in.Code = "承诺" }, "code MALFORMED"},
		"no name":          {func(in *clock.SetRule) { in.Rule.Name = " " }, "rule.name OUT_OF_RANGE"},
		"no number":        {func(in *clock.SetRule) { in.Rule.Number = ptr(0) }, "rule.number OUT_OF_RANGE"},
		"a unit of none":   {func(in *clock.SetRule) { in.Rule.CountedIn = ptr(term.ClockUnit("WEEKS")) }, "rule.countedIn UNKNOWN_VALUE"},
		"backwards":        {func(in *clock.SetRule) { in.Rule.To = ptr(day("2025-01-01")) }, "rule.to ENDS_BEFORE_START"},
		"a law of no name": {func(in *clock.SetRule) { in.Rule.Bases[0].Law = "" }, "rule.bases.0 OUT_OF_RANGE"},
	} {
		in := clock.SetRule{UnitID: w.East.Unit.ID, Code: "PROMISE", Rule: promise(3), Reason: "公开承诺"}
		row.change(&in)
		_, err := s.Set(group, in)
		if all := fault.All(err); len(all) != 1 || all[0].Field+" "+all[0].Reason != row.want {
			t.Errorf("%s: %v, want %s", name, err, row.want)
		}
	}
}

func TestAskingForAnEnd(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := clock.New(db.Store, calendar.NewService(db.Store))
	ctx := testkit.As(term.RoleStaff, w.East.Unit)
	for name, row := range map[string]struct {
		ask  clock.Ask
		want string
	}{
		"by a statute":           {clock.Ask{RuleCode: ptr("LICENSING"), Number: ptr(20), Start: day("2026-02-10")}, "2026-03-16"},
		"of a fixed number":      {clock.Ask{RuleCode: ptr("PETITION_15"), Start: day("2026-02-02")}, "2026-02-24"},
		"by the number alone":    {clock.Ask{Number: ptr(5), CountedIn: ptr(term.ClockUnitWorkingDays), End: term.ClockEndNext, Start: day("2026-02-16")}, "2026-02-28"},
		"with a pause":           {clock.Ask{Number: ptr(1), CountedIn: ptr(term.ClockUnitWorkingDays), End: term.ClockEndNext, Start: day("2026-03-02"), Pauses: []clock.Pause{{Kind: term.PauseKindOther, From: day("2026-03-03"), To: ptr(day("2026-03-04"))}}}, "2026-03-05"},
		"nothing said":           {clock.Ask{End: term.ClockEndNext, Start: day("2026-02-16")}, "number NUMBER_UNSAID"},
		"no unit":                {clock.Ask{Number: ptr(5), End: term.ClockEndNext, Start: day("2026-02-16")}, "countedIn UNIT_UNSAID"},
		"none":                   {clock.Ask{Number: ptr(0), Start: day("2026-02-16")}, "number OUT_OF_RANGE"},
		"by what is not there":   {clock.Ask{RuleCode: ptr("NONE"), Start: day("2026-02-16")}, "ruleCode NOT_FOUND"},
		"before it was in force": {clock.Ask{RuleCode: ptr("RECONSIDERATION"), Number: ptr(60), Start: day("2023-12-31")}, "start RULE_NOT_IN_FORCE"},
		"of a unit unseen":       {clock.Ask{RuleCode: ptr("CIVIL"), UnitID: &w.West.Unit.ID, Number: ptr(1), Start: day("2026-02-16")}, "unitId NOT_FOUND"},
	} {
		a, err := s.Due(ctx, row.ask)
		got := ""
		if err != nil {
			got = fault.All(err)[0].Field + " " + fault.All(err)[0].Reason
		} else {
			got = a.Due.Format(time.DateOnly)
		}
		if got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
}
