package org_test

import (
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/ent/unitplacement"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/testkit"
)

// above are the names of those in the approval chain above a unit.
func above(t testing.TB, db *testkit.DB, unit int64, at office.At) []string {
	t.Helper()
	var out []string
	for _, h := range testkit.Must(office.Read(db.Client, at).Chain(testkit.System(), unit))(t) {
		out = append(out, db.Client.Person.GetX(testkit.System(), h.Person).Name)
	}
	return out
}

func TestWhoStoodAboveAUnitIsAskedOfItsPlaceOnThatDay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.System()
		department := w.East.Department
		east := above(t, db, department.ID, office.On(db.Today()))
		if len(east) == 0 || !slices.Contains(east, "东0人") {
			t.Fatalf("above the department stand %v", east)
		}
		var west []string
		for _, name := range east { // the principal of the east gives way to that of the west
			west = append(west, map[string]string{"东0人": "西0人", "东1人": "西1人"}[name])
			if west[len(west)-1] == "" {
				west[len(west)-1] = name
			}
		}
		before, beforeMoment := db.Today(), db.Now()
		db.Clock.Forward(48 * time.Hour)
		moved := testkit.Must(db.Org.MoveUnit(ctx, department.ID, department.Version, &w.West.City.ID))(t)
		after, afterMoment := db.Today(), db.Now()
		for name, c := range map[string]struct {
			at   office.At
			want []string
		}{
			"today":                                 {office.On(after), west},
			"before the move":                       {office.On(before), east},
			"the last day before":                   {office.On(after.AddDate(0, 0, -1)), east},
			"before it was recorded at all":         {office.OnRecord(after, beforeMoment.Add(-24*time.Hour)), nil},
			"today, as on record before":            {office.OnRecord(after, beforeMoment), east},
			"today, as on record now":               {office.OnRecord(after, afterMoment), west},
			"a day before the program knew of them": {office.On(before.AddDate(0, -6, 0)), east},
		} {
			if got := above(t, db, department.ID, c.at); !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
		// Moved back on the same day: the place between was never in force.
		db.Clock.Forward(time.Hour)
		moved = testkit.Must(db.Org.MoveUnit(ctx, department.ID, moved.Version, &w.East.City.ID))(t)
		if got := above(t, db, department.ID, office.On(after)); !slices.Equal(got, east) {
			t.Errorf("moved back the same day: %v, want %v", got, east)
		}
		if got := above(t, db, department.ID, office.OnRecord(after, afterMoment)); !slices.Equal(got, west) {
			t.Errorf("as on record between the two moves: %v, want %v", got, west)
		}
		if bad := testkit.Must(org.FindMisplaced(ctx, db.Client))(t); len(bad) != 0 {
			t.Errorf("%v stand elsewhere than the tree says", bad)
		}
		db.Raw.Client.UnitPlacement.Update().Where(unitplacement.UnitID(moved.ID), unitplacement.ToDayIsNil()).SetToDay(after).ExecX(ctx)
		if bad := testkit.Must(org.FindMisplaced(ctx, db.Client))(t); !slices.Contains(bad, org.Misplaced{ID: moved.ID}) {
			t.Errorf("a unit without a present place is not found: %v", bad)
		}
	})
}

func TestAUnitMovesBelowAnotherWithItsSubtree(t *testing.T) {
	db := testkit.SQLite(t)
	w, ctx := testkit.NewWorld(t, db), testkit.System()
	yesterday := db.Today()
	db.Clock.Forward(24 * time.Hour)
	testkit.Must(db.Org.MoveUnit(ctx, w.East.City.ID, w.East.City.Version, &w.West.Unit.ID))(t)
	for at, top := range map[time.Time]int64{yesterday: w.East.Unit.ID, db.Today(): w.West.Unit.ID} {
		stood := testkit.Must(office.Read(db.Client, office.On(at)).Standing(ctx, w.East.Department.ID))(t)
		u := stood[w.East.Department.ID]
		if u.Path[0] != top || u.Path[1] != w.East.City.ID || u.Path[2] != w.East.Department.ID || u.Level() != 3 {
			t.Errorf("on %s it stands at %v", at.Format(time.DateOnly), u.Path)
		}
		if !stood[w.East.City.ID].Divided || u.Divided {
			t.Errorf("on %s the divided units are wrong: %+v", at.Format(time.DateOnly), stood)
		}
	}
	w.West.Add(t, db, w.West.Department, "W111", "股", term.UnitKindDepartment)
	stood := testkit.Must(office.Read(db.Client, office.On(db.Today())).Standing(ctx, w.West.Department.ID))(t)
	if stood[w.West.Department.ID].Divided {
		t.Error("a department is divided")
	}
}

func TestTheEndOfAnOfficeIsOnRecordSinceItWasRecorded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewProvince(t, db, "E", "东")
		ctx := testkit.System()
		today, before := db.Today(), db.Now()
		held := testkit.Must(db.Client.Portfolio.Query().All(ctx))(t)[0]
		db.Clock.Forward(24 * time.Hour)
		ended := testkit.Must(db.Org.EndPortfolio(ctx, held.ID, held.Version, new(today.AddDate(0, 0, -3))))(t)
		read := func(at office.At) bool {
			facts := testkit.Must(office.Read(db.Client, at).Leading(ctx, held.UnitID))(t)
			return slices.ContainsFunc(facts.Portfolios, func(p office.Portfolio) bool { return p.ID == held.ID })
		}
		if read(office.On(today)) || !read(office.OnRecord(today, before)) || read(office.OnRecord(today, db.Now())) {
			t.Errorf("an end recorded afterwards is not distinguished: %+v", ended.Ends)
		}
		if read(office.OnRecord(today, held.CreatedAt.Add(-time.Hour))) {
			t.Error("a portfolio is on record before it was recorded")
		}
		post := testkit.Must(db.Client.Appointment.Query().All(ctx))(t)[0]
		post = testkit.Must(db.Org.Relieve(ctx, post.ID, post.Version, new(today)))(t)
		if want := []term.End{{Day: today, Recorded: post.UpdatedAt}}; !slices.EqualFunc(post.Ends, want, func(a, b term.End) bool { return a.Day.Equal(b.Day) && a.Recorded.Equal(b.Recorded) }) {
			t.Errorf("the ends of an appointment are %v, want %v", post.Ends, want)
		}
	})
}
