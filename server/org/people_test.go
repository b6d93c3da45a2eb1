package org_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
)

func TestAppointmentsOverlapOnlyWhereTheirDaysDo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		today := db.Today()
		day := func(n int) time.Time { return today.AddDate(0, 0, n) }
		post, person := w.East.Posts[1], w.East.People[0]
		a := testkit.Must(db.Org.Appoint(ctx, person.ID, post.ID, day(0)))(t)
		if a.UnitID != w.East.City.ID || a.L2 != w.East.City.ID || a.ToDay != nil || !a.FromDay.Equal(day(0)) {
			t.Errorf("the appointment is %+v", a)
		}
		for _, n := range []int{-5, 0, 5} {
			want(t, fmt.Sprintf("appointing again from day %d", n), second(db.Org.Appoint(ctx, person.ID, post.ID, day(n))), fault.Conflict, "ALREADY_APPOINTED", "personId")
		}
		testkit.Must(db.Org.Appoint(ctx, w.East.People[2].ID, post.ID, day(0)))(t) // two may hold one post
		want(t, "an end before the start", second(db.Org.Relieve(ctx, a.ID, a.Version, new(day(-1)))), fault.Invalid, "ENDS_BEFORE_START", "to")
		want(t, "a stale version", second(db.Org.Relieve(ctx, a.ID, a.Version+1, new(day(9)))), fault.Conflict, "STALE_VERSION", "expectedVersion")
		a.Appointment = testkit.Must(db.Org.Relieve(ctx, a.ID, a.Version, new(day(9))))(t)
		want(t, "prolonging", second(db.Org.Relieve(ctx, a.ID, a.Version, new(day(10)))), fault.InvalidTransition, "ENDED_ALREADY", "to")
		testkit.Must(db.Org.Relieve(ctx, a.ID, a.Version, new(day(7))))(t)
		want(t, "again from its last day", second(db.Org.Appoint(ctx, person.ID, post.ID, day(7))), fault.Conflict, "ALREADY_APPOINTED", "personId")
		testkit.Must(db.Org.Appoint(ctx, person.ID, post.ID, day(8)))(t)
		one := testkit.Must(db.Org.Appoint(ctx, w.East.People[1].ID, w.East.Posts[0].ID, day(3)))(t)
		testkit.Must(db.Org.Relieve(ctx, one.ID, one.Version, new(day(3))))(t) // for one day
		sound(t, db)
	})
}

func TestPortfoliosOverlapOnlyWithTheSameKindOnTheSameUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		today := db.Today()
		day := func(n int) time.Time { return today.AddDate(0, 0, n) }
		person, city := w.East.People[0], w.East.City
		p := testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, city.ID, term.PortfolioKindHead, day(0)))(t)
		want(t, "the same again", second(db.Org.AssignPortfolio(ctx, person.ID, city.ID, term.PortfolioKindHead, day(30))), fault.Conflict, "ALREADY_ASSIGNED", "personId")
		testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, city.ID, term.PortfolioKindPrincipal, day(0)))(t)
		testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, w.East.Department.ID, term.PortfolioKindHead, day(0)))(t)
		want(t, "an end before the start", second(db.Org.EndPortfolio(ctx, p.ID, p.Version, new(day(-1)))), fault.Invalid, "ENDS_BEFORE_START", "to")
		want(t, "a stale version", second(db.Org.EndPortfolio(ctx, p.ID, p.Version+1, new(day(1)))), fault.Conflict, "STALE_VERSION", "expectedVersion")
		p.Portfolio = testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, new(day(1))))(t)
		want(t, "prolonging", second(db.Org.EndPortfolio(ctx, p.ID, p.Version, new(day(2)))), fault.InvalidTransition, "ENDED_ALREADY", "to")
		testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, city.ID, term.PortfolioKindHead, day(2)))(t)
		count := func(n int, kinds ...term.PortfolioKind) int {
			on := day(n)
			return len(testkit.Must(db.Org.Portfolios(ctx, org.PortfolioFilter{PersonID: &person.ID, Kinds: kinds, On: &on}, page(50), nil))(t).Rows)
		}
		// Besides these, the person has led the province for a year.
		for n, want := range map[int]int{-400: 0, -1: 1, 0: 4, 1: 4, 2: 4} {
			if got := count(n); got != want {
				t.Errorf("on day %d there are %d portfolios, want %d", n, got, want)
			}
		}
		if got := count(0, term.PortfolioKindHead); got != 2 {
			t.Errorf("two units have this head, %d were found", got)
		}
		list := testkit.Must(db.Org.Portfolios(ctx, org.PortfolioFilter{UnitID: &w.East.City.ID}, page(50), nil))(t)
		for _, r := range list.Rows {
			if r.L2 != city.ID {
				t.Errorf("a portfolio of %d is listed under the city", r.UnitID)
			}
		}
		sound(t, db)
	})
}

func TestPostsAndPeopleKeepTheirRules(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		years, none, many := 5, 0, 51
		for _, bad := range []*int{&none, &many} {
			want(t, "a rotation limit out of range", second(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.City.ID, Name: "x", RotationYears: bad})), fault.Invalid, "OUT_OF_RANGE", "rotationYears")
		}
		want(t, "no name", second(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.City.ID, Name: " "})), fault.Invalid, "REQUIRED", "name")
		p := testkit.Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.City.ID, Name: " 审批岗 ", RotationYears: &years}))(t)
		want(t, "the same name again", second(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.City.ID, Name: "审批岗"})), fault.Conflict, "NAME_TAKEN", "name")
		testkit.Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.Department.ID, Name: "审批岗"}))(t)
		today := db.Today()
		p = testkit.Must(db.Org.UpdatePost(ctx, org.UpdatePost{ID: p.ID, ExpectedVersion: p.Version, Name: "审批岗", KeyPost: true, ClosedOn: &today}))(t)
		if p.RotationYears != nil || !p.KeyPost || p.ClosedOn == nil {
			t.Errorf("the post is %+v", p)
		}
		want(t, "appointing to a closed post", second(db.Org.Appoint(ctx, w.East.People[0].ID, p.ID, today)), fault.InvalidTransition, "POST_CLOSED", "postId")
		want(t, "a stale version", second(db.Org.UpdatePost(ctx, org.UpdatePost{ID: p.ID, ExpectedVersion: p.Version - 1, Name: "x"})), fault.Conflict, "STALE_VERSION", "expectedVersion")

		number, blank := " A-1 ", "  "
		a := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: " 单雄信 ", StaffNumber: &number}))(t)
		if a.Name != "单雄信" || a.StaffNumber == nil || *a.StaffNumber != "A-1" || !strings.Contains(a.Initials, "sxx") || !strings.Contains(a.Initials, "dxx") {
			t.Errorf("the person is %+v", a)
		}
		for range 2 {
			if b := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: "无号", StaffNumber: &blank}))(t); b.StaffNumber != nil {
				t.Errorf("a blank number is kept as %q", *b.StaffNumber)
			}
		}
		taken := "A-1"
		want(t, "a number that is taken in the other province", second(db.Org.AddPerson(testkit.As(term.RolePrincipalLeader, w.West.Unit), org.AddPerson{UnitID: w.West.Unit.ID, Name: "x", StaffNumber: &taken})),
			fault.Conflict, "STAFF_NUMBER_TAKEN", "staffNumber")
		member := term.PoliticalStatusPartyMember
		out := testkit.Must(db.Org.UpdatePerson(ctx, org.UpdatePerson{ID: a.ID, ExpectedVersion: a.Version, UnitID: w.West.Department.ID, Name: "单雄信", StaffNumber: &taken, PoliticalStatus: &member}))(t)
		if out.UnitID != w.West.Department.ID || out.L3 != w.West.Department.ID || out.PoliticalStatus == nil {
			t.Errorf("the person went to %+v", out)
		}
		want(t, "a stale version", second(db.Org.UpdatePerson(ctx, org.UpdatePerson{ID: a.ID, ExpectedVersion: a.Version, UnitID: w.East.City.ID, Name: "x"})), fault.Conflict, "STALE_VERSION", "expectedVersion")
		sound(t, db)
		text := func(s string) *string { return &s }
		for s, want := range map[string][]string{"dxx": {"单雄信"}, "SXX": {"单雄信"}, "雄": {"单雄信"}, "A-": {"单雄信"}, "-1": nil, "%": nil, "无号": {"无号", "无号"}} {
			var got []string
			for _, p := range testkit.Must(db.Org.People(ctx, org.PersonFilter{Text: text(s)}, page(50), nil))(t).Rows {
				got = append(got, p.Name)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q finds %v, want %v", s, got, want)
			}
		}
		yes := true
		var posts []string
		for _, p := range testkit.Must(db.Org.Posts(ctx, org.PostFilter{UnitID: &w.East.City.ID, Text: text("审批")}, page(50), nil))(t).Rows {
			posts = append(posts, fmt.Sprintf("%t %s", p.UnitID == w.East.Department.ID, p.Name))
		}
		if !slices.Equal(posts, []string{"true 审批岗"}) {
			t.Errorf("the posts that are not closed are %v", posts)
		}
		for _, p := range testkit.Must(db.Org.Posts(ctx, org.PostFilter{UnitID: &w.East.City.ID, UnitOnly: &yes, KeyPost: &yes}, page(50), nil))(t).Rows {
			if p.UnitID != w.East.City.ID || !p.KeyPost {
				t.Errorf("%+v is listed", p)
			}
		}
	})
}

func TestAnIdOfTheOtherProvinceIsNotFoundInAnyField(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, s, today := testkit.As(term.RolePrincipalLeader, w.East.Unit), db.Org, db.Today()
		own, far := w.East, w.West
		theirs := db.Client.Person.QueryAppointments(far.People[0]).OnlyX(testkit.System())
		portfolio := db.Client.Person.QueryPortfolios(far.People[0]).OnlyX(testkit.System())
		for _, c := range []struct {
			name, field string
			err         error
		}{
			{"UpdateUnit", "id", second(s.UpdateUnit(ctx, org.UpdateUnit{ID: far.City.ID, ExpectedVersion: 1, Code: "X", Name: "x", Kind: term.UnitKindBureau}))},
			{"CloseUnit", "id", second(s.CloseUnit(ctx, far.Department.ID, 1, today))},
			{"CreatePost", "unitId", second(s.CreatePost(ctx, org.CreatePost{UnitID: far.City.ID, Name: "x"}))},
			{"UpdatePost", "id", second(s.UpdatePost(ctx, org.UpdatePost{ID: far.Posts[0].ID, ExpectedVersion: 1, Name: "x"}))},
			{"AddPerson", "unitId", second(s.AddPerson(ctx, org.AddPerson{UnitID: far.City.ID, Name: "x"}))},
			{"UpdatePerson", "id", second(s.UpdatePerson(ctx, org.UpdatePerson{ID: far.People[0].ID, ExpectedVersion: 1, UnitID: own.City.ID, Name: "x"}))},
			{"UpdatePerson", "unitId", second(s.UpdatePerson(ctx, org.UpdatePerson{ID: own.People[0].ID, ExpectedVersion: 1, UnitID: far.City.ID, Name: "x"}))},
			{"Appoint", "postId", second(s.Appoint(ctx, own.People[0].ID, far.Posts[0].ID, today))},
			{"Appoint", "personId", second(s.Appoint(ctx, far.People[0].ID, own.Posts[0].ID, today))},
			{"Relieve", "appointmentId", second(s.Relieve(ctx, theirs.ID, theirs.Version, new(today)))},
			{"AssignPortfolio", "unitId", second(s.AssignPortfolio(ctx, own.People[0].ID, far.City.ID, term.PortfolioKindHead, today))},
			{"AssignPortfolio", "personId", second(s.AssignPortfolio(ctx, far.People[0].ID, own.City.ID, term.PortfolioKindHead, today))},
			{"EndPortfolio", "portfolioId", second(s.EndPortfolio(ctx, portfolio.ID, portfolio.Version, new(today)))},
			{"Posts", "filter.unitId", second(s.Posts(ctx, org.PostFilter{UnitID: &far.City.ID}, page(5), nil))},
			{"People", "filter.unitId", second(s.People(ctx, org.PersonFilter{UnitID: &far.City.ID}, page(5), nil))},
			{"Portfolios", "filter.unitId", second(s.Portfolios(ctx, org.PortfolioFilter{UnitID: &far.City.ID}, page(5), nil))},
			{"Root", "unitId", second(s.Root(ctx, far.City.ID, "unitId"))},
		} {
			want(t, c.name, c.err, fault.NotFound, "NOT_FOUND", c.field)
		}
		sound(t, db)
	})
}

func TestWhoEditsPeopleAndPosts(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for i, role := range term.Role("").Values() {
		ctx := testkit.Second(t, db, term.Role(role), w.East.Unit, nil)
		may := role == "PRINCIPAL_LEADER" || role == "SYSTEM_ADMIN"
		for what, err := range map[string]error{
			"adds a person":    second(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: "新人"})),
			"creates a post":   second(db.Org.CreatePost(ctx, org.CreatePost{UnitID: w.East.City.ID, Name: fmt.Sprintf("岗%d", i)})),
			"appoints":         second(db.Org.Appoint(ctx, w.East.People[2].ID, w.East.Posts[0].ID, db.Today().AddDate(i, 0, 0))),
			"gives portfolios": second(db.Org.AssignPortfolio(ctx, w.East.People[2].ID, w.East.City.ID, term.PortfolioKindHead, db.Today().AddDate(i, 0, 0))),
		} {
			if !may {
				want(t, role+" "+what, err, fault.Forbidden, "", "")
			} else if err != nil && !fault.Is(err, fault.Conflict) {
				t.Errorf("%s %s: %v", role, what, err)
			}
		}
	}
}
