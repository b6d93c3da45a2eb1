package app_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/logcursor"
	entnotice "sineng/ent/notice"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/audit"
	"sineng/server/notice"
	"sineng/server/org"
	"sineng/server/testkit"
)

// town is a world with accounts for its people and a campaign.
type town struct {
	*testkit.World
	db       *testkit.DB
	app      *app.App
	notices  *notice.Service
	campaign *ent.Campaign
	// accounts are those of East's people: of the province, the city, the department.
	accounts []*ent.Account
	inspect  *ent.Account
	// begun is how far the log was followed when the town was made.
	begun int64
}

func newTown(t *testing.T, db *testkit.DB) *town {
	t.Helper()
	w := &town{World: testkit.NewWorld(t, db), db: db}
	w.app = apptest.New(t, db)
	w.notices = w.app.Notices
	ctx, now := testkit.System(), db.Now()
	for i, p := range w.East.People {
		w.accounts = append(w.accounts, db.Raw.Client.Account.Create().SetLoginName([]string{"province", "city", "department"}[i]).
			SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx))
	}
	w.inspect = w.holder(t, "inspector", term.RoleInspector, w.East.City)
	w.campaign = place(db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).
		SetKinds([]term.FormKind{term.FormKindRisks}).SetPhases(nil).SetPublicityDays(5).SetObjectionDays(5).SetCreatedAt(now).SetUpdatedAt(now), w.East.Unit).SaveX(ctx)
	// What was noticed while the world was made is no test's matter.
	w.follow(t)
	db.Raw.Client.Notice.Delete().ExecX(ctx)
	w.begun = db.Client.LogCursor.Query().Where(logcursor.Name("notice")).OnlyX(ctx).Next
	return w
}

// holder is an account with a granted role on a unit.
func (w *town) holder(t *testing.T, name string, role term.Role, u *ent.Unit) *ent.Account {
	t.Helper()
	ctx, now := testkit.System(), w.db.Now()
	a := w.db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	w.db.Raw.Client.RoleAppointment.Create().SetAccountID(a.ID).SetRole(role).SetUnitID(u.ID).SetFromDay(w.db.Today()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
	return a
}

// place puts a campaign under a unit.
func place(c *ent.CampaignCreate, u *ent.Unit) *ent.CampaignCreate {
	if err := org.Place(c.Mutation(), u); err != nil {
		panic(err)
	}
	return c
}

// form makes a form, and an entry of the log that says so.
func (w *town) form(t *testing.T, u *ent.Unit, kind term.FormKind, change func(*ent.FormCreate)) *ent.Form {
	t.Helper()
	now := w.db.Now()
	c := func(tx *ent.Tx) *ent.FormCreate {
		c := tx.Form.Create().SetCampaignID(w.campaign.ID).SetKind(kind).SetSubjectID(u.ID).SetState(term.FormStateDraft).SetDueOn(w.db.Today().AddDate(0, 0, 2)).
			SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(c.Mutation(), u); err != nil {
			t.Fatal(err)
		}
		if change != nil {
			change(c)
		}
		return c
	}
	f, err := audit.Write(testkit.System(), w.db.Store, audit.Event{Action: term.AuditActionExpectForms}, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		return c(tx).Save(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	return f.Unwrap()
}

// did changes a form by an action of the log.
func (w *town) did(t *testing.T, f *ent.Form, action term.AuditAction, change func(*ent.FormUpdateOne)) {
	t.Helper()
	_, err := audit.Write(testkit.System(), w.db.Store, audit.Event{Action: action}, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		u := tx.Form.UpdateOneID(f.ID).SetUpdatedAt(w.db.Now())
		change(u)
		return u.Save(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// follow sequences the log and makes the notices.
func (w *town) follow(t *testing.T) {
	t.Helper()
	if _, err := audit.Sequence(context.Background(), w.db.Store); err != nil {
		t.Fatal(err)
	}
	if err := w.notices.Follow(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// day makes the notices that are due by the clock.
func (w *town) day(t *testing.T) {
	t.Helper()
	testkit.Fire(t, w.db, w.notices.Timers()...)
}

// kinds counts the notices of an account by kind.
func (w *town) kinds(a *ent.Account) map[term.NoticeKind]int {
	out := map[term.NoticeKind]int{}
	for _, n := range w.db.Client.Notice.Query().Where(entnotice.AccountID(a.ID)).AllX(testkit.System()) {
		out[n.Kind]++
	}
	return out
}

// as is a context of an account.
func as(a *ent.Account, role term.Role, u *ent.Unit, p *ent.Person) context.Context {
	ctx := testkit.AsPerson(role, u, p)
	viewer.FromContext(ctx).AccountID = a.ID
	return ctx
}
