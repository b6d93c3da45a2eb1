package org_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

func page(first int) store.Page { return store.Page{First: first} }

// want fails the test unless err is a fault with the given code, reason and field.
func want(t *testing.T, what string, err error, code fault.Code, reason, field string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && (reason == "" || f.Reason == reason) && f.Field == field {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s on %q", what, err, code, reason, field)
}

func second[T any](_ T, err error) error { return err }

// again reads the unit from the database.
func again(db *testkit.DB, u *ent.Unit) *ent.Unit { return db.Client.Unit.GetX(testkit.System(), u.ID) }

// create adds a unit below a parent.
func create(t *testing.T, db *testkit.DB, parent *ent.Unit, code string) *ent.Unit {
	t.Helper()
	return testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &parent.ID, Code: code, Name: "单位" + code, Kind: term.UnitKindBureau}))(t)
}

// sound fails when counts of children or of risk points are wrong, when a unit's level
// columns do not follow from its parent, or a scoped row's from its unit.
func sound(t *testing.T, db *testkit.DB) {
	t.Helper()
	ctx := testkit.System()
	for _, d := range testkit.Must(org.RecountChildren(ctx, db.Client))(t) {
		t.Errorf("unit %s counts %d open units below it, there are %d", d.Code, d.Counted, d.Actual)
	}
	for _, d := range testkit.Must(tally.Recount(ctx, db.Client))(t) {
		t.Errorf("unit %d counts %d of %+v, there are %d", d.Unit, d.Counted, d.Key, d.Actual)
	}
	units := map[int64]*ent.Unit{}
	for _, u := range db.Client.Unit.Query().AllX(ctx) {
		units[u.ID] = u
	}
	for _, u := range units {
		var levels authz.Levels
		level := 1
		if u.ParentID != nil {
			p := units[*u.ParentID]
			levels, level = org.LevelsOf(p), p.Level+1
		}
		if level > 6 {
			t.Errorf("unit %s stands on level %d", u.Code, level)
			continue
		}
		levels[level-1] = u.ID
		if u.Level != level || org.LevelsOf(u) != levels {
			t.Errorf("unit %s stands on level %d at %v, want %d at %v", u.Code, u.Level, org.LevelsOf(u), level, levels)
		}
	}
	for _, table := range []string{"posts", "persons", "appointments", "portfolios", "duties", "powers", "processes", "process_steps", "step_edges", "risk_points", "assessments", "measures"} {
		rows, err := db.Client.QueryContext(ctx, "SELECT unit_id, l1, l2, l3, l4, l5, l6 FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for rows.Next() {
			var id int64
			var l authz.Levels
			if err := rows.Scan(&id, &l[0], &l[1], &l[2], &l[3], &l[4], &l[5]); err != nil {
				t.Fatal(err)
			}
			if n++; l != org.LevelsOf(units[id]) {
				t.Errorf("a row of %s stands at %v, its unit %s at %v", table, l, units[id].Code, org.LevelsOf(units[id]))
			}
		}
		if err := rows.Err(); err != nil || n == 0 {
			t.Errorf("%s: %d rows, %v", table, n, err)
		}
		_ = rows.Close()
	}
}

func TestAUnitIsCreatedBelowItsParentDownToTheSixthLevel(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		at := w.East.Department // level 3
		for level := 4; level <= 6; level++ {
			order := level
			u := testkit.Must(db.Org.CreateUnit(testkit.As(term.RolePrincipalLeader, w.East.Unit), org.CreateUnit{
				ParentID: &at.ID, Code: fmt.Sprintf(" L%d ", level), Name: " 重庆科 ", Kind: term.UnitKindDepartment, SortOrder: &order}))(t)
			if u.Level != level || u.Code != fmt.Sprintf("L%d", level) || u.Name != "重庆科" || u.SortOrder != level || u.ParentID == nil || *u.ParentID != at.ID || u.Version != 1 {
				t.Errorf("level %d is %+v", level, u)
			}
			at = u
		}
		_, err := db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &at.ID, Code: "L7", Name: "x", Kind: term.UnitKindBureau})
		want(t, "a seventh level", err, fault.Invalid, "TOO_DEEP", "parentId")
		sound(t, db)
	})
}

func TestWhoCreatesUnitsWhere(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for i, role := range term.Role("").Values() {
		may := role == "PRINCIPAL_LEADER" || role == "SYSTEM_ADMIN"
		ctx := testkit.As(term.Role(role), w.East.City)
		in := org.CreateUnit{ParentID: &w.East.Department.ID, Code: fmt.Sprintf("N%d", i), Name: "新", Kind: term.UnitKindDepartment}
		if _, err := db.Org.CreateUnit(ctx, in); may && err != nil {
			t.Errorf("%s: %v", role, err)
		} else if !may {
			want(t, role, err, fault.Forbidden, "", "")
		}
		in.ParentID = &w.West.City.ID
		want(t, role+" in the other province", second(db.Org.CreateUnit(ctx, in)), fault.NotFound, "", "parentId")
		in.ParentID = nil
		want(t, role+" at the top", second(db.Org.CreateUnit(ctx, in)), fault.Forbidden, "", "")
	}
	if _, err := db.Org.CreateUnit(testkit.As(term.RoleSystemAdmin, nil), org.CreateUnit{Code: "TOP", Name: "总局", Kind: term.UnitKindBureau}); err != nil {
		t.Errorf("the administrator of the whole system at the top: %v", err)
	}
	sound(t, db)
}

func TestACodeIsTakenEverywhereAndNothingElseIsTold(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		city := again(db, w.East.City)
		for what, err := range map[string]error{
			"creating": second(db.Org.CreateUnit(ctx, org.CreateUnit{ParentID: &city.ID, Code: " W11", Name: "x", Kind: term.UnitKindBureau})),
			"renaming": second(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: city.ID, ExpectedVersion: city.Version, Code: "W11", Name: "x", Kind: term.UnitKindBureau})),
		} {
			want(t, what, err, fault.Conflict, "CODE_TAKEN", "code")
			for _, f := range fault.All(err) {
				if strings.Contains(f.ZH+f.EN, w.West.Department.Name) || strings.Contains(f.EN, fmt.Sprint(w.West.Department.ID)) {
					t.Errorf("%s names the unit that has the code: %v", what, f)
				}
			}
		}
		out := testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: city.ID, ExpectedVersion: city.Version, Code: "E1", Name: "行长局", Kind: term.UnitKindBureau, SortOrder: 3}))(t)
		if out.Name != "行长局" || out.SortOrder != 3 || out.Version != city.Version+1 || !strings.Contains(out.Initials, "hzj") {
			t.Errorf("the unit is %+v", out)
		}
		if got := testkit.Must(org.UnitByCode(ctx, db.Store, " E1 "))(t); got == nil || got.ID != city.ID {
			t.Errorf("E1 is %v", got)
		}
		for _, hidden := range []string{"W1", "none"} {
			if got, err := org.UnitByCode(ctx, db.Store, hidden); got != nil || err != nil {
				t.Errorf("%s is %v, %v", hidden, got, err)
			}
		}
		sound(t, db)
	})
}

func TestAUnitIsClosedOnceWithoutOpenUnitsBelow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		today := db.Today()
		leader := testkit.As(term.RolePrincipalLeader, w.East.City) // sees the province above, and counts there
		city := again(db, w.East.City)
		want(t, "closing above an open unit", second(db.Org.CloseUnit(leader, city.ID, city.Version, today)), fault.InvalidTransition, "HAS_OPEN_CHILDREN", "id")
		d := again(db, w.East.Department)
		want(t, "closing a stale version", second(db.Org.CloseUnit(leader, d.ID, d.Version+1, today)), fault.Conflict, "STALE_VERSION", "expectedVersion")
		// Nobody holds a post above it, who would see more by it.
		yesterday := today.AddDate(0, 0, -1)
		for _, a := range db.Client.Appointment.Query().Where(appointment.UnitIDIn(w.East.Unit.ID, w.East.City.ID)).AllX(testkit.System()) {
			testkit.Must(db.Org.Relieve(testkit.System(), a.ID, a.Version, &yesterday))(t)
		}
		out := testkit.Must(db.Org.CloseUnit(leader, d.ID, d.Version, today))(t)
		if out.ClosedOn == nil || !out.ClosedOn.Equal(today) {
			t.Errorf("the closed unit is %+v", out)
		}
		sound(t, db)
		want(t, "closing twice", second(db.Org.CloseUnit(leader, d.ID, out.Version, today)), fault.InvalidTransition, "UNIT_CLOSED", "id")
		want(t, "renaming a closed unit", second(db.Org.UpdateUnit(leader, org.UpdateUnit{ID: d.ID, ExpectedVersion: out.Version, Code: "E11", Name: "x", Kind: term.UnitKindBureau})),
			fault.InvalidTransition, "UNIT_CLOSED", "id")
		want(t, "a unit below a closed one", second(db.Org.CreateUnit(leader, org.CreateUnit{ParentID: &d.ID, Code: "X", Name: "x", Kind: term.UnitKindBureau})),
			fault.InvalidTransition, "UNIT_CLOSED", "parentId")
		want(t, "a post in a closed unit", second(db.Org.CreatePost(leader, org.CreatePost{UnitID: d.ID, Name: "x"})), fault.InvalidTransition, "UNIT_CLOSED", "unitId")
		// Its parent has no open unit left.
		city = again(db, city)
		testkit.Must(db.Org.CloseUnit(leader, city.ID, city.Version, today.AddDate(0, 0, 1)))(t)
		sound(t, db)
		// A unit that closes tomorrow is still listed today.
		list := func() []string {
			var codes []string
			for _, u := range testkit.Must(db.Org.Units(testkit.System(), org.UnitFilter{ParentID: &w.East.Unit.ID}, page(10), nil))(t).Rows {
				codes = append(codes, u.Code)
			}
			return codes
		}
		if got := list(); !slices.Equal(got, []string{"E1"}) {
			t.Errorf("today the list is %v", got)
		}
		db.Clock.Forward(24 * time.Hour)
		if got := list(); len(got) != 0 {
			t.Errorf("tomorrow the list is %v", got)
		}
	})
}

func TestAMoveTakesTheSubtreeWithEverythingInIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		deep := create(t, db, w.East.Department, "E111")
		testkit.Must(tally.Fold(ctx, db.Store))(t)
		move := func(u *ent.Unit, to *ent.Unit) *ent.Unit {
			t.Helper()
			var id *int64
			if to != nil {
				id = &to.ID
			}
			out := testkit.Must(db.Org.MoveUnit(ctx, u.ID, again(db, u).Version, id))(t)
			if (to == nil) != (out.ParentID == nil) || to != nil && *out.ParentID != to.ID {
				t.Errorf("%s stands below %v", u.Code, out.ParentID)
			}
			sound(t, db)
			return out.Unit
		}
		move(w.East.City, w.West.City) // one level down
		move(w.East.City, w.West.Unit) // one level up
		move(w.East.City, w.West.Unit) // where it is
		move(w.East.City, nil)         // to the top
		move(w.East.Unit, deep)        // the old parent below its former great-grandchild
		move(w.East.Department, w.West.City)
		move(w.East.City, w.West.Unit)
		move(w.East.Unit, nil)
		if n := again(db, w.East.City).ChildCount; n != 0 {
			t.Errorf("the city has %d units below it", n)
		}
	})
}

func TestWhereAUnitCannotBeMoved(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		east := again(db, w.East.Unit)
		for _, inside := range []*ent.Unit{w.East.Unit, w.East.City, w.East.Department} {
			want(t, "below "+inside.Code, second(db.Org.MoveUnit(ctx, east.ID, east.Version, &inside.ID)), fault.Invalid, "INSIDE_ITSELF", "newParentId")
		}
		// East has three levels: it fits below the third level of West, but not below the
		// fourth.
		four := create(t, db, w.West.Department, "W111")
		want(t, "below the fourth level", second(db.Org.MoveUnit(ctx, east.ID, east.Version, &four.ID)), fault.Invalid, "TOO_DEEP", "newParentId")
		for _, off := range []int{-1, 1} {
			want(t, "a stale version", second(db.Org.MoveUnit(ctx, east.ID, east.Version+off, &w.West.Unit.ID)), fault.Conflict, "STALE_VERSION", "expectedVersion")
		}
		none := int64(1 << 50)
		want(t, "below nothing", second(db.Org.MoveUnit(ctx, east.ID, east.Version, &none)), fault.NotFound, "", "newParentId")
		want(t, "moving nothing", second(db.Org.MoveUnit(ctx, none, 1, nil)), fault.NotFound, "", "id")
		// The mover needs the right on both ends.
		leader, city := testkit.As(term.RolePrincipalLeader, w.East.Unit), again(db, w.East.City)
		want(t, "to the other province", second(db.Org.MoveUnit(leader, city.ID, city.Version, &w.West.Unit.ID)), fault.NotFound, "", "newParentId")
		want(t, "from the other province", second(db.Org.MoveUnit(leader, w.West.City.ID, 1, &w.East.Unit.ID)), fault.NotFound, "", "id")
		want(t, "to the top", second(db.Org.MoveUnit(leader, city.ID, city.Version, nil)), fault.Forbidden, "", "")
		// The unit above is visible, but the mover has no right on it.
		head, d := testkit.As(term.RolePrincipalLeader, w.East.City), again(db, w.East.Department)
		if err := second(db.Org.MoveUnit(head, d.ID, d.Version, &w.East.Unit.ID)); !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Forbidden) {
			t.Errorf("to the unit above one's own: %v", err)
		}
		testkit.Must(db.Org.MoveUnit(ctx, east.ID, east.Version, &w.West.Department.ID))(t)
		sound(t, db)
		closed := again(db, four)
		testkit.Must(db.Org.CloseUnit(ctx, closed.ID, closed.Version, db.Today()))(t)
		want(t, "below a closed unit", second(db.Org.MoveUnit(ctx, east.ID, again(db, east).Version, &four.ID)), fault.InvalidTransition, "UNIT_CLOSED", "newParentId")
		// A closed unit is moved without changing the counts.
		testkit.Must(db.Org.MoveUnit(ctx, four.ID, again(db, four).Version, &w.West.Unit.ID))(t)
		sound(t, db)
	})
}

func TestUnitsAreFoundByNameCodeAndInitialsInAllReadings(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		top := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "T", Name: "总局", Kind: term.UnitKindBureau}))(t)
		for i, name := range []string{"重庆市局", "长沙支行", "100%_科", "ABC中心"} {
			order := 10 - i
			testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &top.ID, Code: fmt.Sprintf("C%d", i), Name: name, SortOrder: &order,
				Kind: term.UnitKind(term.UnitKind("").Values()[i%2])}))(t)
		}
		yes, department := true, term.UnitKindDepartment
		text := func(s string) *string { return &s }
		for _, c := range []struct {
			f    org.UnitFilter
			want []string
		}{
			{org.UnitFilter{}, []string{"T", "C3", "C2", "C1", "C0"}}, // sort order, then code
			{org.UnitFilter{TopOnly: &yes}, []string{"T"}},
			{org.UnitFilter{ParentID: &top.ID}, []string{"C3", "C2", "C1", "C0"}},
			{org.UnitFilter{Kind: &department}, []string{"C3", "C1"}},
			{org.UnitFilter{Text: text("cqsj")}, []string{"C0"}},
			{org.UnitFilter{Text: text("ZQ")}, []string{"C0"}},
			{org.UnitFilter{Text: text("cszh")}, []string{"C1"}},
			{org.UnitFilter{Text: text("zszx")}, []string{"C1"}},
			{org.UnitFilter{Text: text("abczx")}, []string{"C3"}},
			{org.UnitFilter{Text: text(" 支行 ")}, []string{"C1"}},
			{org.UnitFilter{Text: text("C")}, []string{"C3", "C2", "C1", "C0"}},
			{org.UnitFilter{Text: text("%")}, []string{"C2"}},
			{org.UnitFilter{Text: text("_")}, []string{"C2"}},
			{org.UnitFilter{Text: text("nothing")}, nil},
		} {
			var got []string
			for _, u := range testkit.Must(db.Org.Units(testkit.System(), c.f, page(50), nil))(t).Rows {
				got = append(got, u.Code)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%+v finds %v, want %v", c.f, got, c.want)
			}
		}
	})
}

func TestUnitsAreCheckedFieldByField(t *testing.T) {
	db := testkit.SQLite(t)
	_, err := db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: " ", Name: strings.Repeat("长", 201), Kind: term.UnitKindBureau})
	want(t, "no code", err, fault.Invalid, "REQUIRED", "code")
	want(t, "a long name", err, fault.Invalid, "TOO_LONG", "name")
	_, err = db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: strings.Repeat("x", 65), Name: "a\x00b", Kind: term.UnitKindBureau})
	want(t, "a long code", err, fault.Invalid, "TOO_LONG", "code")
	want(t, "a NUL", err, fault.Invalid, "BAD_CHARACTER", "name")
	_, err = db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "\xff", Name: "x", Kind: term.UnitKindBureau})
	want(t, "broken text", err, fault.Invalid, "BAD_CHARACTER", "code")
	if n := db.Client.Unit.Query().Where(unit.NameNEQ("")).CountX(testkit.System()); n != 0 {
		t.Errorf("%d units were made", n)
	}
}

func TestLengthIsCountedInCharacters(t *testing.T) {
	for _, c := range []struct {
		text           string
		shortest, most int
		reason         string
	}{
		{"", 0, 5, ""}, {"", 1, 5, "REQUIRED"}, {"", 3, 5, "REQUIRED"}, {"中文", 3, 5, "TOO_SHORT"}, {"中文字", 3, 5, ""}, {"中文字中文", 3, 5, ""},
		{"中文字中文字", 3, 5, "TOO_LONG"}, {"𠮷𠮷𠮷𠮷𠮷", 1, 5, ""}, {"a\x00", 1, 5, "BAD_CHARACTER"}, {"a\xff", 1, 5, "BAD_CHARACTER"},
	} {
		got := ""
		if f := org.Length("f", c.text, c.shortest, c.most, "字段", "The field"); f != nil {
			if got = f.Reason; f.Field != "f" || f.ZH == "" || f.EN == "" {
				t.Errorf("%q: %+v", c.text, f)
			}
		}
		if got != c.reason {
			t.Errorf("%q of %d to %d: %q, want %q", c.text, c.shortest, c.most, got, c.reason)
		}
	}
}
