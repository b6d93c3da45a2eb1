package account

import (
	"cmp"
	"context"
	"crypto/subtle"
	"errors"
	"time"

	"entgo.io/ent/dialect"
	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/person"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// NewAccount is what an account starts from.
type NewAccount struct {
	LoginName string
	Password  string
	PersonID  *int64
	// Final tells that the password was chosen by its owner and need not be changed.
	Final bool
}

// Create makes an account.
func (s *Service) Create(ctx context.Context, in NewAccount) (*ent.Account, error) {
	if err := authz.CheckAnywhere(ctx, authz.ManageAccounts); err != nil {
		return nil, err
	}
	if err := s.mayManage(ctx, in.PersonID, "personId"); err != nil {
		return nil, err
	}
	return s.create(ctx, "loginName", "firstPassword", in)
}

// mayManage tells whether the viewer manages the account of a person, which needs the
// right where the person stands, or of nobody, which needs it everywhere.
func (s *Service) mayManage(ctx context.Context, personID *int64, field string) error {
	if personID == nil {
		return authz.CheckEverywhere(ctx, authz.ManageAccounts)
	}
	p, err := s.store.Reader(ctx).Person.Get(ctx, *personID)
	if err != nil {
		return store.OrMissing(err, field, "人员", "person")
	}
	return authz.Check(ctx, authz.ManageAccounts, [6]int64{p.L1, p.L2, p.L3, p.L4, p.L5, p.L6})
}

// create makes an account; the fields name the inputs at fault.
func (s *Service) create(ctx context.Context, loginField, passwordField string, in NewAccount) (*ent.Account, error) {
	login := normalLogin(in.LoginName)
	var bad fault.List
	bad.Add(validateLogin(loginField, login))
	bad.Add(validatePassword(passwordField, login, in.Password))
	if err := bad.Err(); err != nil {
		return nil, err
	}
	hash, err := argon2id.CreateHash(in.Password, s.params)
	if err != nil {
		return nil, err
	}
	return audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionCreateAccount, Right: authz.ManageAccounts}, func(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
		taken, err := tx.Account.Query().Where(account.LoginName(login)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if taken {
			return nil, fault.New(fault.Conflict, "LOGIN_NAME_TAKEN", loginField, "该登录名已被使用", "This login name is taken")
		}
		now := s.store.Now()
		return tx.Account.Create().SetLoginName(login).SetPasswordHash(hash).SetNillablePersonID(in.PersonID).
			SetMustChangePassword(!in.Final).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	})
}

// ResetPassword sets a first password, unlocks the account and ends its sessions.
func (s *Service) ResetPassword(ctx context.Context, id int64, password string) (*ent.Account, error) {
	if err := authz.CheckAnywhere(ctx, authz.ManageAccounts); err != nil {
		return nil, err
	}
	a, err := s.store.Reader(ctx).Account.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "accountId", "账号", "account")
	}
	if err := s.mayManage(ctx, a.PersonID, "accountId"); err != nil {
		return nil, err
	}
	if bad := validatePassword("firstPassword", a.LoginName, password); bad != nil {
		return nil, bad
	}
	hash, err := argon2id.CreateHash(password, s.params)
	if err != nil {
		return nil, err
	}
	return audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionResetPassword, Right: authz.ManageAccounts}, func(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
		if err := errors.Join(forgetFailures(ctx, tx, a.LoginName), endSessions(ctx, tx, id)); err != nil {
			return nil, err
		}
		return tx.Account.UpdateOneID(id).SetPasswordHash(hash).SetMustChangePassword(true).
			SetUpdatedAt(s.store.Now()).AddVersion(1).Save(ctx)
	})
}

// administrators are the roles that one account may hold only one of (三员分立).
var administrators = map[term.Role]bool{term.RoleSystemAdmin: true, term.RoleSecurityAdmin: true, term.RoleAuditor: true}

// Grant gives a role on a unit's subtree, or on the whole system when unit is nil.
func (s *Service) Grant(ctx context.Context, accountID int64, role term.Role, unitID *int64, from time.Time, to *time.Time) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	if _, err := s.store.Reader(ctx).Account.Get(ctx, accountID); err != nil {
		return nil, store.OrMissing(err, "accountId", "账号", "account")
	}
	if accountID == v.AccountID {
		return nil, fault.New(fault.Forbidden, "OWN_ROLE", "accountId", "不能给自己授予角色", "Nobody grants a role to themself")
	}
	if err := s.mayGrant(ctx, unitID, "unitId"); err != nil {
		return nil, err
	}
	if to != nil && to.Before(from) {
		return nil, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
	}
	return audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionGrantRole, Right: authz.GrantRoles}, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		if s.store.Dialect() == dialect.MySQL {
			// Of two roles granted at the same time the second must see the first.
			if _, err := tx.Account.Query().Where(account.ID(accountID)).ForUpdate().Only(ctx); err != nil {
				return nil, err
			}
		}
		if err := excludeOtherAdministrators(ctx, tx, accountID, role, from, to); err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.RoleAppointment.Create().SetAccountID(accountID).SetRole(role).SetNillableUnitID(unitID).
			SetFromDay(from).SetNillableToDay(to).SetCreatedAt(now).SetUpdatedAt(now)
		if v.AccountID != 0 {
			create.SetGrantedBy(v.AccountID)
		}
		return create.Save(ctx)
	})
}

// mayGrant tells whether the viewer grants and revokes roles on a unit, or, without one,
// on the whole system.
func (s *Service) mayGrant(ctx context.Context, unitID *int64, field string) error {
	if unitID == nil {
		return authz.CheckEverywhere(ctx, authz.GrantRoles)
	}
	u, err := s.store.Reader(ctx).Unit.Get(ctx, *unitID)
	if err != nil {
		return store.OrMissing(err, field, "单位", "unit")
	}
	return authz.Check(ctx, authz.GrantRoles, [6]int64{u.L1, u.L2, u.L3, u.L4, u.L5, u.L6})
}

// excludeOtherAdministrators keeps the three administrators apart for as long as
// their terms overlap.
func excludeOtherAdministrators(ctx context.Context, tx *ent.Tx, accountID int64, role term.Role, from time.Time, to *time.Time) error {
	if !administrators[role] {
		return nil
	}
	others := []term.Role{}
	for r := range administrators {
		if r != role {
			others = append(others, r)
		}
	}
	overlap := []predicate.RoleAppointment{roleappointment.AccountID(accountID), roleappointment.RoleIn(others...),
		roleappointment.Or(roleappointment.ToDayIsNil(), roleappointment.ToDayGTE(from))}
	if to != nil {
		overlap = append(overlap, roleappointment.FromDayLTE(*to))
	}
	clash, err := tx.RoleAppointment.Query().Where(overlap...).Exist(ctx)
	if err != nil || !clash {
		return err
	}
	return fault.New(fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role",
		"系统管理员、安全管理员、审计员不得由同一账号担任", "One account may hold only one of the three administrators' roles")
}

// Revoke ends a role on a day, its last, and ends the account's sessions.
func (s *Service) Revoke(ctx context.Context, id int64, to time.Time) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	r, err := s.store.Reader(ctx).RoleAppointment.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "roleAppointmentId", "授权", "role appointment")
	}
	if err := s.mayGrant(ctx, r.UnitID, "roleAppointmentId"); err != nil {
		return nil, err
	}
	if to.Before(r.FromDay) {
		return nil, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
	}
	if r.ToDay != nil && to.After(*r.ToDay) {
		return nil, fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该授权已经结束,不能延长", "The role has an end already and cannot be prolonged")
	}
	return audit.Write(viewer.System(ctx), s.store, audit.Event{Action: term.AuditActionRevokeRole, Right: authz.GrantRoles}, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		if err := endSessions(ctx, tx, r.AccountID); err != nil {
			return nil, err
		}
		return tx.RoleAppointment.UpdateOneID(id).SetToDay(to).SetUpdatedAt(s.store.Now()).AddVersion(1).Save(ctx)
	})
}

// List are the accounts whose login name or person contains the text.
func (s *Service) List(ctx context.Context, text string, page store.Page, with func(*ent.AccountQuery)) (*store.Slice[*ent.Account], error) {
	if authz.CheckAnywhere(ctx, authz.ManageAccounts) != nil {
		if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
			return nil, err
		}
	}
	q := s.store.Reader(ctx).Account.Query()
	if text != "" {
		q.Where(account.Or(account.LoginNameContains(normalLogin(text)), account.HasPersonWith(person.NameContains(text))))
	}
	return store.List(ctx, q, page, func(a *ent.Account) int64 { return a.ID }, []store.Key[*ent.Account]{
		store.Asc("login_name", func(a *ent.Account) any { return a.LoginName })}, with)
}

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

// SetUp uses the one-time link: it creates the three administrators, once.
func (s *Service) SetUp(ctx context.Context, token string, admins map[term.Role]NewAccount) ([]*ent.Account, error) {
	s.setUp.Lock()
	defer s.setUp.Unlock()
	if s.setUp.hash == "" || subtle.ConstantTimeCompare([]byte(s.setUp.hash), []byte(hashToken(token))) != 1 {
		return nil, badLink()
	}
	ctx = viewer.System(ctx)
	out, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.Account, error) {
		// Somebody may have made accounts on the server since the link was offered.
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
			if _, err := s.Grant(ctx, made.ID, a.role, nil, s.store.Today(), nil); err != nil {
				return nil, err
			}
			out = append(out, made)
		}
		return out, nil
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
