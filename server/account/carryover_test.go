package account_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	accounts "sineng/server/account"
	"sineng/server/pending"
	"sineng/server/testkit"
)

// What acts that wait rest on is taken from the log of a database that is older than they are: when
// accounts came to have secrets of their own, the first sign-in of a leader, an act beside what waits.
func TestADatabaseOlderThanActsIsCarriedOver(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	admin := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
	make := func(login string, in accounts.NewAccount) *ent.Account {
		in.LoginName, in.Password = login, password
		return testkit.Must(db.Accounts.Create(admin, in))(t).Account
	}
	change := func(a *ent.Account, from, to string) time.Time {
		db.Clock.Forward(time.Hour)
		testkit.Must(db.Accounts.ChangePassword(self(a), from, to))(t)
		return db.Now()
	}
	want := map[string]*time.Time{} // the steps are an hour apart
	at := func(when time.Time) *time.Time { return &when }
	set := make("set", accounts.NewAccount{})
	want["set"] = at(change(set, password, "another-horse-9"))
	change(set, "another-horse-9", "another-horse-10") // the first counts
	make("never", accounts.NewAccount{Final: true})    // who made it knows the password
	reset := make("reset", accounts.NewAccount{})
	change(reset, password, "another-horse-9")
	testkit.Must(db.Accounts.ResetPassword(testkit.System(), reset.ID, password))(t)
	want["reset"] = at(change(reset, password, "another-horse-11"))
	open := make("open", accounts.NewAccount{})
	change(open, password, "another-horse-9")
	testkit.Must(db.Accounts.ResetPassword(testkit.System(), open.ID, password))(t) // and not changed since
	boss := testkit.Must(db.Accounts.Create(testkit.System(), accounts.NewAccount{LoginName: "boss", Password: password, PersonID: &w.East.People[0].ID}))(t).Account
	want["boss"] = at(change(boss, password, "another-horse-9"))
	db.Clock.Forward(time.Hour)
	testkit.Must(db.Accounts.SignIn(context.Background(), "boss", "another-horse-9"))(t)
	led := db.Now()
	db.Clock.Forward(time.Hour)
	testkit.Must(db.Accounts.SignIn(context.Background(), "boss", "another-horse-9"))(t)
	security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
	grant := testkit.Must(db.Accounts.Grant(security, set.ID, term.RoleInspector, &w.East.City.ID, db.Today(), nil, "试点"))(t)
	db.Sequence(t)
	db.Raw.Client.Account.Update().ClearSecretsOwnSince().ClearLedAt().ExecX(testkit.System())
	db.Raw.Client.PendingAct.Delete().ExecX(testkit.System())
	// The older program sealed its sessions in another form.
	ours := db.Client.Session.Query().FirstX(testkit.System())
	theirs := testkit.Must(db.Accounts.SignIn(context.Background(), "boss", "another-horse-9"))(t)
	testkit.Must(db.Raw.Client.ExecContext(testkit.System(), "UPDATE sessions SET seal = 'of-an-older-form' WHERE id > ?", ours.ID))(t)
	// The log tells nothing of this one.
	unknown := db.Raw.Client.Account.Create().SetLoginName("unknown").SetPasswordHash("x").SetMustChangePassword(false).SetPasswordChangedAt(db.Now()).
		SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
	// A provider's sign-in made this one; nobody knows a password.
	provided := db.Raw.Client.Account.Create().SetLoginName("provided").SetPasswordHash("x").SetMustChangePassword(false).
		SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
	want["provided"] = &provided.CreatedAt
	db.Clock.Forward(time.Hour)
	want[unknown.LoginName] = at(db.Now())

	for range 2 { // it may be repeated
		if err := accounts.CarryOver(context.Background(), db.Store); err != nil {
			t.Fatal(err)
		}
		db.Clock.Forward(time.Hour)
	}
	for _, login := range []string{"set", "never", "reset", "open", "boss", "unknown", "provided"} {
		a := db.Client.Account.Query().Where(account.LoginName(login)).OnlyX(testkit.System())
		if got := a.SecretsOwnSince; (got == nil) != (want[login] == nil) || got != nil && got.Sub(*want[login]).Abs() > time.Second {
			t.Errorf("%s has secrets of its own since %v, want %v", login, got, want[login])
		}
		if login == "boss" && (a.LedAt == nil || a.LedAt.Sub(led).Abs() > time.Second) || login != "boss" && a.LedAt != nil {
			t.Errorf("%s led at %v, the first leader signed in at %v", login, a.LedAt, led)
		}
	}
	if left := db.Client.Session.Query().AllX(testkit.System()); len(left) != 1 || left[0].ID != ours.ID {
		t.Errorf("%d sessions are left, want the one that this program sealed", len(left))
	}
	if in, err := db.Accounts.Resolve(context.Background(), theirs); err != nil || in != nil {
		t.Errorf("a session of the older program lets in: %v, %v", in, err)
	}
	act := db.Client.PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending)).OnlyX(testkit.System())
	if act.Kind != term.ActKindGrantRole || act.ObjectID != grant.ID || act.BegunBy == nil || *act.BegunBy != viewer.FromContext(security).AccountID {
		t.Errorf("beside the granted role waits %+v", act)
	}
	acts := pending.New(db.Store)
	acts.Handle(db.Accounts.Acts()...)
	if _, err := acts.Confirm(security, act.ID); err == nil {
		t.Error("who granted it confirms it")
	}
	testkit.Must(acts.Confirm(testkit.Second(t, db, term.RolePrincipalLeader, w.East.Unit, w.East.People[1]), act.ID))(t)
	if r := db.Client.RoleAppointment.GetX(testkit.System(), grant.ID); r.Status != term.GrantStatusActive {
		t.Errorf("the role is %s after it was confirmed", r.Status)
	}
}
