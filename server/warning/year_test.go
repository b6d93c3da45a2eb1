package warning_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// The days off of 2026 after February and of early 2027, and the weekends that are worked, as published.
var (
	off    = "04-04 04-05 04-06 05-01 05-02 05-03 05-04 05-05 06-19 06-20 06-21 09-25 09-26 09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07 01-01 01-02 01-03"
	worked = "05-09 09-20 10-10"
)

// fifth is the fifth working day after one, counted by hand.
func fifth(from time.Time) time.Time {
	for n := 0; n < 5; {
		from = from.AddDate(0, 0, 1)
		weekend := from.Weekday() == time.Saturday || from.Weekday() == time.Sunday
		if on := from.Format("01-02"); strings.Contains(worked, on) || !weekend && !strings.Contains(off, on) {
			n++
		}
	}
	return from
}

// watchedRisk is what the test itself knows of a risk point: whether it is guarded, since when it is kept as unguarded, and the
// warning that it expects.
type watchedRisk struct {
	row        *ent.RiskPoint
	department int
	measure    *ent.Measure // in force; nil while nothing guards it
	changed    time.Time    // the day of its newest change
	kept       time.Time    // the first day of the cause, zero for none
	open       *expected
	all        []*expected
}

type expected struct {
	tier   term.Role
	person int64
	due    time.Time
	told   []string
}

func (e *expected) note(kind term.WarningEventKind, on time.Time) {
	e.told = append(e.told, fmt.Sprintf("%s %s %s %d", on.Format(time.DateOnly), kind, e.tier, e.person))
}

// expect brings a warning up to a day on which a server runs: what is still late once it was looked at goes up.
func (r *watchedRisk) expect(today time.Time, inCharge, principal int64) {
	if r.measure != nil {
		if r.kept = (time.Time{}); r.open != nil {
			r.open.note(term.WarningEventKindLift, today)
			r.open = nil
		}
		return
	}
	if r.kept.IsZero() {
		r.kept = r.changed
	}
	switch e := r.open; {
	case e == nil && !today.Before(r.kept.AddDate(0, 0, 7)):
		r.open = &expected{tier: term.RoleLeaderInCharge, person: inCharge, due: fifth(today)}
		r.all = append(r.all, r.open)
		r.open.note(term.WarningEventKindRaise, today)
	case e != nil && e.tier == term.RoleLeaderInCharge && e.person != inCharge:
		e.person, e.due = inCharge, fifth(today)
		e.note(term.WarningEventKindReaddress, today)
	}
	if e := r.open; e != nil && e.tier != term.RoleLeadingGroup && today.After(e.due) {
		if e.tier == term.RoleLeaderInCharge {
			e.tier, e.person = term.RolePrincipalLeader, principal
		} else {
			e.tier, e.person = term.RoleLeadingGroup, 0
		}
		e.due = fifth(today)
		e.note(term.WarningEventKindEscalate, today)
	}
}

// Most of a year of a bureau: risk points are decided, guarded, found unguarded again, leaders change, and the server is off for up to ten
// days at a time. What was raised, to whom, when it went up and when it was lifted equals what is worked out by hand.
func TestMostOfAYearRaisesEachWarningOnceToTheRightPersonOnTheRightDay(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	ctx, dice := testkit.System(), rand.New(rand.NewPCG(20260302, 7))
	var departments []*ent.Unit
	inCharge := map[int]int64{}
	lead := func(i int) {
		p := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: departments[i].ID, Name: fmt.Sprintf("副局长%d", dice.IntN(1e9)), JobTitle: "副局长"}))(t)
		testkit.Must(db.Org.AssignPortfolio(ctx, p.ID, departments[i].ID, term.PortfolioKindInCharge, db.Today()))(t)
		inCharge[i] = p.ID
	}
	for i := range 12 {
		departments = append(departments, testkit.Must(testkit.NewUnit(db, c.w.East.City, fmt.Sprintf("e-city-%d", i), fmt.Sprintf("第%d科", i+1), term.UnitKindDepartment))(t))
		lead(i)
	}
	var risks []*watchedRisk
	inputs := testkit.Crime
	decide := func(i int) {
		r := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: departments[i].ID, Details: testkit.RiskDetails(fmt.Sprintf("事项%d", len(risks))), Assessment: &inputs}))(t)
		testkit.Must(db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeA}))(t)
		risks = append(risks, &watchedRisk{row: r, department: i, changed: db.Today()})
	}
	for left := 0; db.Today().Before(day("2026-10-20")); db.Clock.Forward(24 * time.Hour) {
		for range dice.IntN(3) {
			switch what := dice.IntN(10); {
			case what < 2 && len(risks) < 40:
				decide(dice.IntN(len(departments)))
			case what < 3:
				i := dice.IntN(len(departments))
				last := db.Today().AddDate(0, 0, -1)
				if share := db.Client.Portfolio.Query().Where(portfolio.PersonID(inCharge[i])).OnlyX(ctx); !share.FromDay.After(last) {
					testkit.Must(db.Org.EndPortfolio(ctx, share.ID, share.Version, &last))(t)
					lead(i)
				}
			case len(risks) > 0:
				r := risks[dice.IntN(len(risks))]
				c.risk = r.row
				if r.measure == nil {
					r.measure = c.guard()
				} else {
					c.advance(r.measure, register.FindIneffective)
					r.measure = nil
				}
				r.changed = db.Today()
			}
		}
		if left > 0 { // no server runs
			left--
			continue
		}
		if dice.IntN(15) == 0 {
			left = dice.IntN(10)
		}
		c.work()
		for _, r := range risks {
			r.expect(db.Today(), inCharge[r.department], c.principal.ID)
		}
	}
	raised := 0
	for i, r := range risks {
		rows := db.Client.Warning.Query().Where(entwarning.SubjectID(r.row.ID), entwarning.KindEQ(term.WarningKindRiskUndefended)).Order(entwarning.ByID()).AllX(ctx)
		var got, want []string
		for _, w := range rows {
			for _, e := range testkit.Must(c.s.EventsOf(ctx, []int64{w.ID}))(t)[w.ID] {
				got = append(got, fmt.Sprintf("%s %s %s %d", e.At.In(time.FixedZone("", 8*3600)).Format(time.DateOnly), e.Kind, e.Tier, value(e.PersonID)))
			}
		}
		for _, e := range r.all {
			want = append(want, e.told...)
		}
		if raised += len(rows); !slices.Equal(got, want) {
			t.Errorf("risk point %d of department %d:\n got %s\nwant %s", i, r.department, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
	if raised < 20 {
		t.Errorf("only %d warnings were raised", raised)
	}
	db.Verify(t)
}
