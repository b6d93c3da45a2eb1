package pending

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/office"
)

// memo keeps what acts of one list have in common, so that a list costs a number of statements that
// does not grow with its acts: whose the accounts are, who holds a right on a unit, who stands above it.
// It lives for one list.
type memo struct {
	people  map[int64]int64 // by account, 0 for nobody
	own     map[int64]*time.Time
	started map[authz.Action]bool
	holders map[holderKey][]office.Holder
	chains  map[int64]office.Chain
	admins  []office.Holder
	words   map[int64][]int64 // open accounts, by person
}

// holderKey names holders of a right, or, without one, of roles that confirm in their place.
type holderKey struct {
	right authz.Action
	at    authz.Levels
}

type memoKey struct{}

// remembering is a context of one list of acts, in which their accounts are known.
func remembering(ctx context.Context, client *ent.Client, acts []*ent.PendingAct) (context.Context, error) {
	if memoOf(ctx) != nil || len(acts) < 2 {
		return ctx, nil
	}
	m := &memo{people: map[int64]int64{}, own: map[int64]*time.Time{}, started: map[authz.Action]bool{}, holders: map[holderKey][]office.Holder{},
		chains: map[int64]office.Chain{}, words: map[int64][]int64{}}
	ids := map[int64]bool{}
	for _, a := range acts {
		for _, id := range []*int64{a.AccountID, a.BegunBy, a.FirstBy} {
			if id != nil {
				ids[*id] = true
			}
		}
	}
	all := make([]int64, 0, len(ids))
	for id := range ids {
		all, m.people[id] = append(all, id), 0
	}
	rows, err := client.Account.Query().Where(account.IDIn(all...)).All(viewer.System(ctx))
	for _, r := range rows {
		if r.PersonID != nil {
			m.people[r.ID] = *r.PersonID
		}
	}
	return context.WithValue(ctx, memoKey{}, m), err
}

func memoOf(ctx context.Context) *memo {
	m, _ := ctx.Value(memoKey{}).(*memo)
	return m
}

// remembered is what a list knows under a key already, or what look finds.
func remembered[K comparable, V any](ctx context.Context, of func(*memo) map[K]V, key K, look func() (V, error)) (V, error) {
	m := memoOf(ctx)
	if m == nil {
		return look()
	}
	if v, known := of(m)[key]; known {
		return v, nil
	}
	v, err := look()
	if err == nil {
		of(m)[key] = v
	}
	return v, err
}

// personOf is the person of an account, 0 for nobody.
func personOf(ctx context.Context, client *ent.Client, id int64) (int64, error) {
	return remembered(ctx, func(m *memo) map[int64]int64 { return m.people }, id, func() (int64, error) {
		a, err := client.Account.Query().Where(account.ID(id)).Only(viewer.System(ctx))
		if ent.IsNotFound(err) || err == nil && a.PersonID == nil {
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		return *a.PersonID, nil
	})
}

// ownSince is since when an account has secrets of its own, nil where it has not.
func ownSince(ctx context.Context, client *ent.Client, id int64) (*time.Time, error) {
	return remembered(ctx, func(m *memo) map[int64]*time.Time { return m.own }, id, func() (*time.Time, error) {
		a, err := client.Account.Query().Where(account.ID(id)).Only(viewer.System(ctx))
		if ent.IsNotFound(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return a.SecretsOwnSince, nil
	})
}

// openAccounts are the accounts with which a person can sign in.
func openAccounts(ctx context.Context, client *ent.Client, person int64) ([]int64, error) {
	return remembered(ctx, func(m *memo) map[int64][]int64 { return m.words }, person, func() ([]int64, error) {
		return client.Account.Query().Where(account.PersonID(person), account.Disabled(false)).IDs(viewer.System(ctx))
	})
}

// chainOf is who stands above whom on a unit.
func chainOf(ctx context.Context, client *ent.Client, today time.Time, unit int64) (office.Chain, error) {
	return remembered(ctx, func(m *memo) map[int64]office.Chain { return m.chains }, unit, func() (office.Chain, error) {
		return office.Read(client, office.On(today)).Chain(ctx, unit)
	})
}

// allHolders are the holders of roles on a unit with these levels, known under the right that the
// roles give, or under none.
func allHolders(ctx context.Context, client *ent.Client, today time.Time, right authz.Action, at authz.Levels, roles ...term.Role) ([]office.Holder, error) {
	return remembered(ctx, func(m *memo) map[holderKey][]office.Holder { return m.holders }, holderKey{right, at}, func() ([]office.Holder, error) {
		facts, err := office.Read(client, office.On(today)).Holding(ctx, at, roles...)
		if err != nil {
			return nil, err
		}
		if facts.Accounts == nil && len(facts.Roles) > 0 { // read where no portfolio gives the right
			if err := withOwners(ctx, client, facts); err != nil {
				return nil, err
			}
		}
		var out []office.Holder
		for _, role := range roles {
			out = append(out, facts.Holders(role, office.UnitAt(at).ID)...)
		}
		return out, nil
	})
}
