package calendar_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// admin is a system administrator of the whole system.
func admin() context.Context {
	v := &viewer.Viewer{Name: "管理员", Grants: []viewer.Grant{{Role: term.RoleSystemAdmin, Scope: viewer.Scope{All: true}}}}
	authz.Scopes(v)
	return viewer.NewContext(context.Background(), v)
}

// set is what is set for 2028, and for 2027 with another 端午.
func set(year int) calendar.SetYear {
	in := calendar.SetYear{Year: year, Source: "国务院办公厅通知", Confirmed: true, Reason: "通知已公布"}
	if year == 2027 {
		y, _ := calendar.Builtin().Year(2027)
		in.Ranges = y.Ranges()
		return in
	}
	in.Ranges = []calendar.Range{{From: day("2028-01-01"), To: day("2028-01-03"), Mark: term.DayMarkOff, Name: "元旦"}}
	return in
}

func TestAnAdministratorSetsAYearAndTakesItBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		s, other := calendar.NewService(db.Store), calendar.NewService(db.Store)
		ctx := admin()
		on := func(s *calendar.Service) *calendar.Calendar {
			t.Helper()
			return testkit.Must(s.On(testkit.System()))(t)
		}
		if on(s) != calendar.Builtin() {
			t.Error("nobody has set anything, and the calendar is another")
		}
		was := testkit.Must(s.Of(ctx, 2028))(t)
		if was.Known || was.WorkingDays != nil || was.Version != 0 || len(was.Days) != 366 || was.Days[0] != calendar.UnknownDay || !was.MayChange {
			t.Errorf("2028 before: %+v", was)
		}
		record := testkit.Must(s.SetYear(ctx, set(2028)))(t)
		if !record.Known || record.Version != 1 || record.BuiltIn || *record.WorkingDays != 259 || *record.ActorName != "管理员" || len(record.Hints) == 0 {
			t.Errorf("2028 after: %+v", record)
		}
		// Another server sees it, by the versions of the rows.
		for _, s := range []*calendar.Service{s, other} {
			if working, err := on(s).Working(day("2028-01-04")); err != nil || !working {
				t.Errorf("4 January 2028: %v, %v", working, err)
			}
			if first := on(s); first != on(s) {
				t.Error("the calendar is made anew though nothing has changed")
			}
		}
		db.Clock.Forward(time.Minute)
		in := set(2027)
		confirmed := testkit.Must(s.SetYear(ctx, in))(t)
		if !confirmed.Confirmed || *confirmed.WorkingDays != 248 || len(on(other).Unconfirmed(day("2027-01-01"), day("2028-12-31"))) > 0 {
			t.Errorf("2027 confirmed: %+v", confirmed)
		}
		if _, err := s.SetYear(ctx, in); !fault.Is(err, fault.Conflict) {
			t.Errorf("set again on version 0: %v", err)
		}
		in.ExpectedVersion, in.Ranges = 1, append(in.Ranges, calendar.Range{From: day("2027-12-31"), To: day("2027-12-31"), Mark: term.DayMarkOff, Name: "元旦"})
		if again := testkit.Must(s.SetYear(ctx, in))(t); again.Version != 2 || *again.WorkingDays != 247 {
			t.Errorf("set again: %+v", again)
		}
		if working, _ := on(other).Working(day("2027-12-31")); working {
			t.Error("another server does not see the new version")
		}
		if _, err := s.DropYear(ctx, calendar.DropYear{Year: 2027, ExpectedVersion: 1, Reason: "误录"}); !fault.Is(err, fault.Conflict) {
			t.Errorf("dropped on an old version: %v", err)
		}
		back := testkit.Must(s.DropYear(ctx, calendar.DropYear{Year: 2027, ExpectedVersion: 2, Reason: "误录"}))(t)
		if !back.BuiltIn || back.Confirmed || *back.WorkingDays != 248 {
			t.Errorf("2027 taken back: %+v", back)
		}
		if _, err := s.DropYear(ctx, calendar.DropYear{Year: 2027, Reason: "误录"}); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("taken back twice: %v", err)
		}
		db.Sequence(t)
		db.Sign(t)
		if report := db.Verify(t); len(report.Findings) > 0 {
			t.Errorf("a verification finds %v", report.Findings)
		}
	})
}

func TestOnlyAnAdministratorOfTheWholeSystemSetsTheCalendar(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := calendar.NewService(db.Store)
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RolePrincipalLeader, term.RoleLeadingGroup} {
		ctx := testkit.As(role, w.East.City)
		_, set := s.SetYear(ctx, set(2028))
		_, drop := s.DropYear(ctx, calendar.DropYear{Year: 2028, Reason: "误录"})
		_, check := s.Check(ctx, 2028, nil)
		for name, err := range map[string]error{"set": set, "drop": drop, "check": check} {
			if !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s %s: %v", role, name, err)
			}
		}
		if r, err := s.Of(ctx, 2026); err != nil || r.MayChange {
			t.Errorf("%s reads %+v, %v", role, r, err)
		}
	}
}

func TestWhatIsWrongWithAYearIsToldAtItsPlace(t *testing.T) {
	db := testkit.SQLite(t)
	s := calendar.NewService(db.Store)
	for name, row := range map[string]struct {
		change func(*calendar.SetYear)
		want   string
	}{
		"no reason":        {func(in *calendar.SetYear) { in.Reason = " " }, "reason MISSING"},
		"no source":        {func(in *calendar.SetYear) { in.Source = "" }, "source SOURCE_MISSING"},
		"backwards":        {func(in *calendar.SetYear) { in.Ranges[0].To = day("2027-12-31") }, "ranges.0.to ENDS_BEFORE_START"},
		"over the year":    {func(in *calendar.SetYear) { in.Ranges[0].To = day("2029-01-01") }, "ranges.0.from DAY_OF_ANOTHER_YEAR"},
		"a day twice":      {func(in *calendar.SetYear) { in.Ranges = append(in.Ranges, in.Ranges[0]) }, "ranges DAY_TWICE"},
		"no range":         {func(in *calendar.SetYear) { in.Ranges = nil }, "ranges NO_DAYS"},
		"too many":         {func(in *calendar.SetYear) { in.Ranges = make([]calendar.Range, 201) }, "ranges TOO_MANY"},
		"no year":          {func(in *calendar.SetYear) { in.Year, in.Ranges = 1900, nil }, "year YEAR_OUT_OF_RANGE"},
		"a long holiday":   {func(in *calendar.SetYear) { in.Ranges[0].Name = string(make([]rune, 51)) }, "ranges.0.name TOO_LONG"},
		"a mark of itself": {func(in *calendar.SetYear) { in.Ranges[0].Mark = "HALF" }, "ranges MARK_UNKNOWN"},
	} {
		in := set(2028)
		row.change(&in)
		_, err := s.SetYear(admin(), in)
		if all := fault.All(err); len(all) == 0 || all[0].Field+" "+all[0].Reason != row.want {
			t.Errorf("%s: %v, want %s", name, err, row.want)
		}
	}
	check := testkit.Must(s.Check(admin(), 2028, set(2028).Ranges))(t)
	if check.WorkingDays != 259 || len(check.Days) != 366 || len(check.Hints) == 0 {
		t.Errorf("the check says %+v", check)
	}
}
