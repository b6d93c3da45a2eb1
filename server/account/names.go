package account

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/viewer"
)

// Name says whose an account is.
type Name struct {
	LoginName string
	// PersonName is nil where no person stands behind the account.
	PersonName *string
}

// Names tells whose accounts are, also to those who may not see the accounts: whoever sees
// a granted role sees who has it, who gave it and who confirmed it.
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
