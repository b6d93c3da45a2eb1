package account

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// noteLeader notes that a principal leader has signed in with secrets of their own, where nobody has
// before: start-up is over then. The entry of the log that the caller appends tells of it.
func (s *Service) noteLeader(ctx context.Context, tx *ent.Tx, id int64) error {
	led, err := tx.Account.Query().Where(account.LedAtNotNil()).Exist(ctx)
	if err != nil || led {
		return err
	}
	a, err := tx.Account.Query().Where(account.ID(id)).WithPerson().Only(ctx)
	if err != nil || a.SecretsOwnSince == nil || a.MustChangePassword {
		return err
	}
	v, err := s.viewerOf(ctx, a)
	if err != nil || !slices.ContainsFunc(v.Grants, func(g viewer.Grant) bool { return g.Role == term.RolePrincipalLeader }) {
		return err
	}
	return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetLedAt(s.store.Now()) })
}
