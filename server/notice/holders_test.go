package notice_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/notice"
	"sineng/server/org"
	"sineng/server/testkit"
)

// Heads of a department with accounts of their own: of the past, of today and of tomorrow.
func TestHoldersOfThePastAndOfTheFutureAreNotNotified(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx, now, today := testkit.NewWorld(t, db), testkit.System(), db.Now(), db.Today()
		raw, d := db.Raw.Client, w.East.Department
		raw.Portfolio.Delete().ExecX(ctx)
		add := func(login string, from time.Time, to *time.Time) int64 {
			p := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: d.ID, Name: login, JobTitle: "处长"}))(t)
			a := raw.Account.Create().SetLoginName(login).SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
			create := raw.Portfolio.Create().SetPersonID(p.ID).SetKind(term.PortfolioKindHead).SetFromDay(from).SetNillableToDay(to).SetCreatedAt(now).SetUpdatedAt(now)
			if err := org.Place(create.Mutation(), d); err != nil {
				t.Fatal(err)
			}
			create.ExecX(ctx)
			raw.RoleAppointment.Create().SetAccountID(a.ID).SetRole(term.RoleInspector).SetUnitID(d.ID).SetFromDay(from).SetNillableToDay(to).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
			return a.ID
		}
		yesterday, tomorrow := today.AddDate(0, 0, -1), today.AddDate(0, 0, 1)
		add("past", today.AddDate(-1, 0, 0), &yesterday)
		future := add("future", tomorrow, nil)
		present := add("present", today.AddDate(-1, 0, 0), nil)
		until := add("until today", today.AddDate(-1, 0, 0), &today)
		want := []int64{present, until}
		slices.Sort(want)
		s := notice.New(db.Store, testkit.Must(notice.Collect())(t), notice.Options{})
		holders := func(what string, role term.Role, at authz.Levels, want []int64) {
			t.Helper()
			err := s.Write(ctx, func(ctx context.Context, b *notice.Batch) error {
				got, err := b.Holders(ctx, role, at)
				if err != nil || !slices.Equal(got, want) {
					t.Errorf("%s: %v are notified as %s, want %v: %v", what, got, role, want, err)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		at := d.Levels()
		for _, role := range []term.Role{term.RoleDeptHead, term.RoleInspector} {
			holders("today", role, at, want)
		}
		db.Clock.Forward(24 * time.Hour)
		for _, role := range []term.Role{term.RoleDeptHead, term.RoleInspector} {
			want := []int64{present, future}
			slices.Sort(want)
			holders("tomorrow", role, at, want)
		}
	})
}
