package account

import (
	"cmp"
	"context"
	"crypto/subtle"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// OfferSetUp returns the token of the one-time set-up link when no account exists yet.
func (s *Service) OfferSetUp(ctx context.Context) (token string, needed bool, err error) {
	exists, err := s.store.Client.Account.Query().Exist(viewer.System(ctx))
	if err != nil || exists {
		return "", false, err
	}
	token = newToken()
	s.setUp.Lock()
	defer s.setUp.Unlock()
	s.setUp.hash = hashToken(token)
	return token, true, nil
}

// SetUp creates the three administrators with the token of the one-time link, once.
func (s *Service) SetUp(ctx context.Context, token string, admins map[term.Role]NewAccount) ([]*ent.Account, error) {
	s.setUp.Lock()
	defer s.setUp.Unlock()
	if s.setUp.hash == "" || subtle.ConstantTimeCompare([]byte(s.setUp.hash), []byte(hashToken(token))) != 1 {
		return nil, badLink()
	}
	ctx = viewer.System(ctx)
	out, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.Account, error) {
		// Accounts may have been created on the server since the link was offered.
		if exists, err := tx.Account.Query().Exist(ctx); err != nil || exists {
			return nil, cmp.Or(err, badLink())
		}
		var out []*ent.Account
		for _, a := range []struct {
			role  term.Role
			field string
		}{{term.RoleSystemAdmin, "systemAdmin"}, {term.RoleSecurityAdmin, "securityAdmin"}, {term.RoleAuditor, "auditor"}} {
			made, err := s.create(ctx, a.field+".loginName", a.field+".password", admins[a.role])
			if err != nil {
				return nil, err
			}
			if _, err := s.Grant(ctx, made.ID, a.role, nil, s.store.Today(), nil, "初始化 / set-up"); err != nil {
				return nil, err
			}
			out = append(out, made)
		}
		return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionSetUp})
	})
	if err == nil {
		s.setUp.hash = ""
	}
	return out, err
}

func badLink() error {
	return fault.New(fault.Forbidden, "BAD_SETUP_LINK", "token",
		"初始化链接无效或已被使用", "The set-up link is wrong or was used already")
}
