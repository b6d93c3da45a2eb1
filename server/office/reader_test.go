package office_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/form"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/server/office"
	"sineng/server/testkit"
)

// place puts a new row on a unit.
func place(t testing.TB, m ent.Mutation, u *ent.Unit) {
	t.Helper()
	for name, id := range map[string]int64{"unit_id": u.ID, "l1": u.L1, "l2": u.L2, "l3": u.L3, "l4": u.L4, "l5": u.L5, "l6": u.L6} {
		if err := m.SetField(name, id); err != nil {
			t.Fatal(err)
		}
	}
}

// lead gives somebody a portfolio, open where to is nil.
func lead(t testing.TB, db *testkit.DB, person int64, u *ent.Unit, kind term.PortfolioKind, from time.Time, to *time.Time) *ent.Portfolio {
	t.Helper()
	create := db.Raw.Client.Portfolio.Create().SetPersonID(person).SetKind(kind).SetFromDay(from).SetNillableToDay(to).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now())
	place(t, create.Mutation(), u)
	return create.SaveX(testkit.System())
}

func TestTheConditionsSayWhatTheDaysSay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		p := testkit.NewProvince(t, db, "E", "东")
		ctx := testkit.System()
		db.Raw.Client.Portfolio.Delete().ExecX(ctx)
		var rows []*ent.Portfolio
		for from := range 4 {
			rows = append(rows, lead(t, db, p.People[0].ID, p.City, isHead, day(from), nil))
			for to := range 4 {
				rows = append(rows, lead(t, db, p.People[1+to%2].ID, []*ent.Unit{p.Unit, p.City}[to/2], inCharge, day(from), dayPtr(to)))
			}
		}
		check := func(name string, where func(*ent.PortfolioQuery), holds func(from time.Time, to *time.Time) bool) {
			t.Helper()
			var want []int64
			for _, r := range rows {
				if holds(r.FromDay, r.ToDay) {
					want = append(want, r.ID)
				}
			}
			q := db.Raw.Client.Portfolio.Query().Order(portfolio.ByID())
			where(q)
			if got := q.IDsX(ctx); !slices.Equal(got, want) {
				t.Errorf("%s: %d rows, want %d", name, len(got), len(want))
			}
		}
		// One that was ended at once on its first day has the day before as its last, and holds on none.
		lasts := func(from time.Time, to *time.Time, on time.Time) bool {
			return to == nil || !to.Before(on) && !to.Before(from)
		}
		for n := range 5 {
			on := day(n - 1)
			check("in force", func(q *ent.PortfolioQuery) { q.Where(office.InForce(on)) }, func(from time.Time, to *time.Time) bool {
				return office.Term{From: from, To: to}.Holds(office.On(on))
			})
			check("not over", func(q *ent.PortfolioQuery) { q.Where(office.NotOver(on)) }, func(from time.Time, to *time.Time) bool { return lasts(from, to, on) })
			for m := range 5 {
				until := day(m - 1)
				check("overlap", func(q *ent.PortfolioQuery) { q.Where(office.Overlap(on, &until)) }, func(from time.Time, to *time.Time) bool {
					return !from.After(until) && lasts(from, to, on)
				})
			}
			// The condition also stands inside others.
			check("other than in force", func(q *ent.PortfolioQuery) { q.Where(portfolio.Not(predicate.Portfolio(office.InForce(on)))) }, func(from time.Time, to *time.Time) bool {
				return !office.Term{From: from, To: to}.Holds(office.On(on))
			})
		}
		client := db.Raw.Client // every entity that holds from a day to a day
		for name, count := range map[string]func() (int, error){
			"appointments": func() (int, error) {
				return client.Appointment.Query().Where(appointment.IDGT(0), office.InForce(day(0))).Count(ctx)
			},
			"delegations": func() (int, error) {
				return client.Delegation.Query().Where(delegation.IDGT(0), office.InForce(day(0))).Count(ctx)
			},
			"roles": func() (int, error) {
				return client.RoleAppointment.Query().Where(roleappointment.IDGT(0), office.InForce(day(0))).Count(ctx)
			},
		} {
			if _, err := count(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// Who fills a form is the same for the lists of forms and for a form.
func TestListsOfFormsToFillFollowTheRuleOfWhoFillsThem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx, now := testkit.System(), db.Now()
		p := testkit.NewProvince(t, db, "E", "东")
		c := db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("排查").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{term.FormKindPowers}).
			SetPhases([]term.PhasePlan{}).SetPublicityDays(7).SetObjectionDays(15).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
		place(t, c.Mutation(), p.Unit)
		campaign := c.SaveX(ctx)
		units, kinds := []*ent.Unit{p.Unit, p.City, p.Department}, []term.PortfolioKind{isHead, inCharge, principal}
		r := rand.New(rand.NewPCG(1, 2))
		maybe := func() *int64 {
			if n := r.IntN(5); n < 3 {
				return &p.People[n].ID
			}
			return nil
		}
		var forms []*ent.Form
		for i := range 30 {
			create := db.Raw.Client.Form.Create().SetCampaignID(campaign.ID).SetKind(term.FormKindPowers).SetSubjectID(int64(i)).SetNillablePersonID(maybe()).
				SetNillablePreparerID(maybe()).SetState(term.FormStateDraft).SetDueOn(db.Today()).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
			if i < 6 {
				create.Mutation().ClearPersonID()
				create.Mutation().ClearPreparerID()
			}
			place(t, create.Mutation(), units[i%3])
			forms = append(forms, create.SaveX(ctx))
		}
		for round := range 25 {
			db.Raw.Client.Portfolio.Delete().ExecX(ctx)
			seen := map[string]bool{}
			for range r.IntN(7) {
				who, u, kind, from := p.People[r.IntN(3)].ID, units[r.IntN(3)], kinds[r.IntN(3)], r.IntN(4)
				if key := fmt.Sprint(who, u.ID, kind, from); !seen[key] {
					seen[key] = true
					lead(t, db, who, u, kind, day(from), []*time.Time{nil, dayPtr(from + r.IntN(3))}[r.IntN(2)])
				}
			}
			on := day(2)
			facts := testkit.Must(office.Read(db.Raw.Client, office.On(on)).Leading(ctx, p.Unit.ID, p.City.ID, p.Department.ID))(t)
			for _, person := range p.People {
				for i, where := range office.FilledBy(person.ID, on) {
					var want []int64
					for _, f := range forms {
						is := office.Form{Unit: f.UnitID}
						if f.PersonID != nil {
							is.Person = *f.PersonID
						}
						if f.PreparerID != nil {
							is.Preparer = *f.PreparerID
						}
						because := []bool{f.PersonID != nil, f.PersonID == nil && f.PreparerID != nil, is.Named() == 0}
						if because[i] && slices.Contains(facts.Fillers(is), person.ID) {
							want = append(want, f.ID)
						}
					}
					got := db.Raw.Client.Form.Query().Where(where).Order(form.ByID()).IDsX(ctx)
					if !slices.Equal(got, want) {
						t.Fatalf("round %d: %d fills %v for reason %d, want %v of %+v", round, person.ID, got, i, want, facts.Portfolios)
					}
				}
			}
		}
	})
}
