package account

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/viewer"
)

// Name identifies the owner of an account.
type Name struct {
	LoginName string
	// PersonName is nil for an account without a person.
	PersonName *string
}

// Names returns the owners of accounts, also to viewers who may not see the accounts: whoever
// sees a granted role sees who holds, granted and confirmed it.
func (s *Service) Names(ctx context.Context, ids []int64) (map[int64]*Name, error) {
	rows, err := s.store.Reader(ctx).Account.Query().Where(account.IDIn(ids...)).WithPerson().All(viewer.System(ctx))
	out := make(map[int64]*Name, len(rows))
	for _, a := range rows {
		out[a.ID] = nameOf(a)
	}
	return out, err
}

func nameOf(a *ent.Account) *Name {
	n := &Name{LoginName: a.LoginName}
	if p := a.Edges.Person; p != nil {
		n.PersonName = &p.Name
	}
	return n
}
