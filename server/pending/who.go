package pending

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/office"
)

// concerned are who may not confirm an act.
type concerned struct{ people, accounts []int64 }

// holder tells whether a holder of a role is among them.
func (c concerned) holder(h office.Holder) bool {
	return h.Account == 0 || slices.Contains(c.accounts, h.Account) || h.Person != 0 && slices.Contains(c.people, h.Person)
}

// without are holders but those concerned.
func (c concerned) without(all []office.Holder) []office.Holder {
	return slices.DeleteFunc(slices.Clone(all), c.holder)
}

// concernedOf are who gains by an act, who began it, who knew the secrets of that account, and whom its kind names.
func (k Kinds) concernedOf(ctx context.Context, client *ent.Client, a *ent.PendingAct) (concerned, error) {
	var out concerned
	for _, id := range []*int64{a.AccountID, a.BegunBy, a.HeldBy} {
		if id != nil {
			out.accounts = append(out.accounts, *id)
		}
	}
	if a.PersonID != nil {
		out.people = append(out.people, *a.PersonID)
	}
	for _, id := range out.accounts {
		person, err := personOf(ctx, client, id)
		if err != nil {
			return out, err
		}
		if person != 0 {
			out.people = append(out.people, person)
		}
	}
	if more := k[a.Kind].Concerned; more != nil {
		people, err := more(ctx, client, a)
		if err != nil {
			return out, err
		}
		out.people = append(out.people, people...)
	}
	return out, nil
}

// rolesOf are the roles that give a right.
func rolesOf(right authz.Action) []term.Role {
	var out []term.Role
	for _, name := range term.Role("").Values() {
		if role := term.Role(name); authz.Permits(role, right) {
			out = append(out, role)
		}
	}
	return out
}

// holdersOf are those who hold the right on a unit with these levels, but who is concerned.
func holdersOf(ctx context.Context, client *ent.Client, today time.Time, right authz.Action, at authz.Levels, but concerned) ([]office.Holder, error) {
	all, err := allHolders(ctx, client, today, right, at, rolesOf(right)...)
	return but.without(all), err
}

// withOwners reads whose the accounts of granted roles are.
func withOwners(ctx context.Context, client *ent.Client, f *office.Facts) error {
	var ids []int64
	for _, r := range f.Roles {
		ids = append(ids, r.Account)
	}
	rows, err := client.Account.Query().Where(account.IDIn(ids...), account.Disabled(false)).All(ctx)
	for _, r := range rows {
		a := office.Account{ID: r.ID}
		if r.PersonID != nil {
			a.Person = *r.PersonID
		}
		f.Accounts = append(f.Accounts, a)
	}
	return err
}

// instead are who confirms an act where nobody has the right: the principal leaders and the leading
// groups above its unit, or of the whole system.
func instead(ctx context.Context, client *ent.Client, today time.Time, at authz.Levels, but concerned) ([]office.Holder, error) {
	all, err := allHolders(ctx, client, today, "", at, term.RolePrincipalLeader, term.RoleLeadingGroup)
	return but.without(all), err
}

// above are who stands above a person at the unit with these levels: they give the person's word while
// the person can't.
func above(ctx context.Context, client *ent.Client, today time.Time, person int64, at authz.Levels, but concerned) ([]office.Holder, error) {
	unit := office.UnitAt(at).ID
	if unit == 0 {
		return instead(ctx, client, today, at, but)
	}
	chain, err := chainOf(ctx, client, today, unit)
	if err != nil {
		return nil, err
	}
	// Who holds a post beside them stands beside them.
	over := chain.From(term.RoleDeptHead).Over(person)
	return slices.DeleteFunc(slices.Clone([]office.Holder(over)), func(h office.Holder) bool { return h.Person == person || but.holder(h) }), nil
}

// Asked are who may confirm an act, as far as is known by what they hold; whether they are independent
// already is another question.
type Asked struct {
	// Word is the person whose word it needs, 0 for nobody's.
	Word int64
	// Holders are who else may: those above the person, or those with the right, or who confirms
	// where nobody has it.
	Holders []office.Holder
}

// AskedFor are who may confirm an act.
func (k Kinds) AskedFor(ctx context.Context, client *ent.Client, today time.Time, a *ent.PendingAct) (Asked, error) {
	ctx = viewer.System(ctx)
	but, err := k.concernedOf(ctx, client, a)
	if err != nil {
		return Asked{}, err
	}
	if a.WordOf != nil {
		holders, err := above(ctx, client, today, *a.WordOf, a.Levels(), but)
		return Asked{Word: *a.WordOf, Holders: holders}, err
	}
	holders, err := holdersOf(ctx, client, today, authz.Action(a.ByRight), a.Levels(), but)
	if err == nil && len(holders) == 0 && !k[a.Kind].OnlyHolders {
		holders, err = instead(ctx, client, today, a.Levels(), but)
	}
	return Asked{Holders: holders}, err
}

// nobodyConfirms tells whether nobody but those concerned holds the right to confirm an act, and nobody
// confirms in their place. During start-up two administrators are needed.
func nobodyConfirms(ctx context.Context, client *ent.Client, today time.Time, a Act) (bool, error) {
	ctx = viewer.System(ctx)
	row := &ent.PendingAct{Kind: a.Kind, ByRight: string(a.Right)}
	row.L1, row.L2, row.L3, row.L4, row.L5, row.L6 = a.At[0], a.At[1], a.At[2], a.At[3], a.At[4], a.At[5]
	if a.Person != 0 {
		row.PersonID = &a.Person
	}
	if a.Account != 0 {
		row.AccountID = &a.Account
	}
	if a.WordOf != 0 {
		row.WordOf = &a.WordOf
	}
	starting, err := startUp(ctx, client, a.Right)
	if err != nil {
		return false, err
	}
	if starting {
		all, err := administrators(ctx, client, today)
		but := concerned{accounts: []int64{a.Account}, people: []int64{a.Person}}
		return len(slices.DeleteFunc(all, but.holder)) < 2, err
	}
	asked, err := Kinds{}.AskedFor(ctx, client, today, row)
	return asked.Word == 0 && len(asked.Holders) == 0, err
}
