package account

import (
	"cmp"
	"context"
	"crypto/subtle"
	"slices"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// Administrators are the three administrators (三员), each of whom signs up by a link of their own.
var Administrators = []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor}

// OfferSetUp returns the tokens of one-time links, by the role of the administrator who signs up with
// it: for each of the three that nobody was ever granted, as long as start-up lasts. Links that were
// offered before are void.
func (s *Service) OfferSetUp(ctx context.Context) (map[term.Role]string, error) {
	missing, err := s.missingAdministrators(viewer.System(ctx), s.store.Client)
	if err != nil {
		return nil, err
	}
	s.setUp.Lock()
	defer s.setUp.Unlock()
	s.setUp.hashes = map[term.Role]string{}
	out := map[term.Role]string{}
	for _, role := range missing {
		out[role] = newToken()
		s.setUp.hashes[role] = hashToken(out[role])
	}
	return out, nil
}

// missingAdministrators are the roles for which links are offered.
func (s *Service) missingAdministrators(ctx context.Context, client *ent.Client) ([]term.Role, error) {
	if led, err := client.Account.Query().Where(account.LedAtNotNil()).Exist(ctx); err != nil || led {
		return nil, err
	}
	var out []term.Role
	for _, role := range Administrators {
		granted, err := client.RoleAppointment.Query().Where(roleappointment.RoleEQ(role)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if !granted {
			out = append(out, role)
		}
	}
	return out, nil
}

// SetUpRole is the role of the administrator who signs up with a token, "" for a token that is not good.
func (s *Service) SetUpRole(token string) term.Role {
	s.setUp.Lock()
	defer s.setUp.Unlock()
	return s.setUpRole(token)
}

func (s *Service) setUpRole(token string) term.Role {
	for _, role := range Administrators {
		if hash := s.setUp.hashes[role]; hash != "" && subtle.ConstantTimeCompare([]byte(hash), []byte(hashToken(token))) == 1 {
			return role
		}
	}
	return ""
}

// SignUp creates the account of one of the three administrators, for whoever holds its link, once.
func (s *Service) SignUp(ctx context.Context, token string, in NewAccount) (*ent.Account, error) {
	s.setUp.Lock()
	defer s.setUp.Unlock()
	role := s.setUpRole(token)
	if role == "" {
		return nil, badLink()
	}
	in.PersonID, in.Final = nil, true
	out, err := store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
		// Somebody may have been granted the role on the server since the link was offered.
		missing, err := s.missingAdministrators(ctx, tx.Client())
		if err != nil || !slices.Contains(missing, role) {
			return nil, cmp.Or(err, badLink())
		}
		made, err := s.create(ctx, "account.loginName", "account.password", in)
		if err != nil {
			return nil, err
		}
		if _, err := s.Grant(ctx, made.ID, role, nil, s.store.Today(), nil, "初始化 / set-up"); err != nil {
			return nil, err
		}
		return made.Account, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionSetUp, Object: made.ID, Details: map[string]string{"role": string(role)}})
	})
	if err == nil {
		delete(s.setUp.hashes, role)
	}
	return out, err
}

// RefuseSetUp refuses the creation of all three administrators by one hand.
func (s *Service) RefuseSetUp() error {
	return fault.New(fault.Forbidden, "EACH_BY_THEMSELF", "token", "三员须各自使用自己的一次性链接注册", "Each of the three administrators signs up by a link of their own")
}

func badLink() error {
	return fault.New(fault.Forbidden, "BAD_SETUP_LINK", "token",
		"初始化链接无效或已被使用", "The set-up link is wrong or was used already")
}
