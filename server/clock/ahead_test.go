package clock_test

import (
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/clock"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestAVersionSetAheadHoldsFromItsFirstDayOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := clock.New(db.Store, calendar.NewService(db.Store))
		group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
		today := db.Store.Today()
		set := func(unit int64, version, days int, from time.Time) []*clock.Rule {
			t.Helper()
			d := promise(days)
			d.From = from
			return testkit.Must(s.Set(group, clock.SetRule{UnitID: unit, Code: "PROMISE", ExpectedVersion: version, Rule: d, Reason: "公开承诺"}))(t)
		}
		set(w.East.Unit.ID, 0, 10, day("2025-01-01"))
		set(w.East.City.ID, 0, 6, today.AddDate(0, 0, -5))
		rules := set(w.East.City.ID, 1, 4, today.AddDate(0, 0, 20))
		own := rules[len(rules)-1]
		if own.Number != 6 || own.Set.Number != 1 || own.NewestVersion != 2 || !own.MayChange {
			t.Errorf("in force is %+v", own)
		}
		// What started before the first day is counted as it was then, above where the unit itself had no rule yet.
		code := "PROMISE"
		for start, want := range map[time.Time]int{today.AddDate(0, 0, -6): 10, today: 6, today.AddDate(0, 0, 19): 6, today.AddDate(0, 0, 20): 4} {
			a := testkit.Must(s.Due(group, clock.Ask{RuleCode: &code, UnitID: &w.East.City.ID, Start: start}))(t)
			if a.Clock.Number != want {
				t.Errorf("what starts on %s is counted in %d days, want %d", start.Format(time.DateOnly), a.Clock.Number, want)
			}
		}
		if _, err := s.Due(group, clock.Ask{RuleCode: &code, UnitID: &w.East.City.ID, Start: day("2024-12-31")}); fault.All(err) == nil || fault.All(err)[0].Reason != "RULE_NOT_IN_FORCE" {
			t.Errorf("before any held: %v", err)
		}
		first := testkit.Must(s.Versions(group, w.East.City.ID, store.Page{First: 1}))(t)
		if len(first.Rows) != 1 || !first.HasNext || first.Rows[0].Standing != clock.Coming || first.Rows[0].Rule.Number != 4 || first.Rows[0].Rule.NewestVersion != 2 {
			t.Errorf("the newest is %+v", first.Rows)
		}
		rest := testkit.Must(s.Versions(group, w.East.City.ID, store.Page{First: 5, After: first.Cursors[0]}))(t)
		if len(rest.Rows) != 1 || rest.HasNext || rest.Rows[0].Standing != clock.InForce || rest.Rows[0].Rule.Set.Number != 1 {
			t.Errorf("before it are %+v", rest.Rows)
		}
		testkit.Must(s.Set(group, clock.SetRule{UnitID: w.East.City.ID, Code: code, ExpectedVersion: 2, Reason: "停用"}))(t)
		all := testkit.Must(s.Versions(group, w.East.City.ID, store.Page{First: 5}))(t)
		if len(all.Rows) != 3 || !all.Rows[0].Withdraws || all.Rows[0].Rule.Number != 4 || all.Rows[2].Standing != clock.Withdrawn {
			t.Errorf("after it was withdrawn there are %+v", all.Rows)
		}
		if n := testkit.Must(all.Count(group))(t); n != 3 {
			t.Errorf("%d versions are counted", n)
		}
		head := testkit.As(term.RoleDeptHead, w.East.City)
		if got := testkit.Must(s.Versions(head, w.East.City.ID, store.Page{First: 5}))(t); len(got.Rows) != 3 || got.Rows[0].Rule.MayChange {
			t.Errorf("a head of department reads %+v", got.Rows)
		}
		if _, err := s.Versions(testkit.As(term.RoleLeadingGroup, w.West.Unit), w.East.City.ID, store.Page{First: 5}); !fault.Is(err, fault.NotFound) {
			t.Errorf("from the west: %v", err)
		}
	})
}

func TestARuleIsTriedBeforeItIsSet(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := clock.New(db.Store, calendar.NewService(db.Store))
	ctx := testkit.As(term.RoleStaff, w.East.Unit)
	for name, row := range map[string]struct {
		ask  clock.Ask
		want string
	}{
		"as it is written":   {clock.Ask{Rule: promise(10), Start: day("2026-03-02")}, "2026-03-16"},
		"before its day":     {clock.Ask{Rule: promise(10), Start: day("2025-12-31")}, "start RULE_NOT_IN_FORCE"},
		"with a fault":       {clock.Ask{Rule: promise(0), Start: day("2026-03-02")}, "rule.number OUT_OF_RANGE"},
		"beside another":     {clock.Ask{Rule: promise(10), RuleCode: ptr("CIVIL"), Start: day("2026-03-02")}, "ruleCode TWO_RULES"},
		"with another count": {clock.Ask{Rule: promise(10), Number: ptr(5), Start: day("2026-03-02")}, "number NUMBER_SAID"},
	} {
		got := ""
		if a, err := s.Due(ctx, row.ask); err != nil {
			got = fault.All(err)[0].Field + " " + fault.All(err)[0].Reason
		} else {
			got = a.Due.Format(time.DateOnly)
		}
		if got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
	if rules := testkit.Must(s.On(ctx, w.East.Unit.ID))(t); len(rules) != len(calendar.Rules()) {
		t.Errorf("after trying there are %d rules", len(rules))
	}
}
