package testkit

import (
	"context"
	"strconv"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	accounts "sineng/server/account"
	"sineng/server/org"
)

// Settled is since when the accounts of Second have been their owners' alone.
const Settled = 30 * 24 * time.Hour

// Password is the password of the accounts that the kit makes.
const Password = "a-good-password-9"

// Second is AsPerson with an account whose owner may confirm what others began: they have had its
// secrets to themself for long. p is nil for an account without a person.
func Second(t testing.TB, db *DB, role term.Role, u *ent.Unit, p *ent.Person) context.Context {
	t.Helper()
	ctx := AsPerson(role, u, p)
	v := viewer.FromContext(ctx)
	in := accounts.NewAccount{LoginName: "second-" + strconv.FormatInt(v.AccountID-1<<40, 10), Password: Password, Final: true,
		OwnSince: db.Now().Add(-Settled)}
	if p != nil {
		if known, err := db.Client.Account.Query().Where(account.PersonID(p.ID)).Only(System()); err == nil {
			db.Raw.Client.Account.UpdateOneID(known.ID).SetSecretsOwnSince(in.OwnSince).ExecX(System())
			v.AccountID = known.ID
			return ctx
		}
		in.PersonID = &p.ID
	}
	v.AccountID = Must(db.Accounts.Create(System(), in))(t).ID
	return ctx
}

// Started ends start-up: from then on acts are confirmed by whoever has the right, not by two of the
// three administrators.
func Started(t testing.TB, db *DB) {
	t.Helper()
	in := accounts.NewAccount{LoginName: "first-leader", Password: Password, Final: true, OwnSince: db.Now().Add(-Settled), Led: true}
	Must(db.Accounts.Create(System(), in))(t)
}

// Clerk adds somebody who holds nothing but a post in a department: acts on their account do not wait.
func Clerk(t testing.TB, db *DB, department *ent.Unit, name, number string) *ent.Person {
	t.Helper()
	ctx := System()
	post := Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: department.ID, Name: name + "岗"}))(t)
	p := Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: department.ID, StaffNumber: &number, Name: name}))(t)
	Must(db.Org.Appoint(ctx, p.ID, post.ID, db.Today().AddDate(-1, 0, 0)))(t)
	return p.Unwrap()
}
