package account

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/person"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// NewAccount is the input of Service.Create.
type NewAccount struct {
	LoginName string
	Password  string
	PersonID  *int64
	// Final is true when the owner chose the password, which then need not be changed.
	Final bool
}

// Create adds an account.
func (s *Service) Create(ctx context.Context, in NewAccount) (*ent.Account, error) {
	if err := authz.CheckAnywhere(ctx, authz.ManageAccounts); err != nil {
		return nil, err
	}
	if err := s.mayManage(ctx, in.PersonID, "personId"); err != nil {
		return nil, err
	}
	return s.create(ctx, "loginName", "firstPassword", in)
}

// mayManage checks the viewer's right to manage the account of a person, on the person's unit;
// for an account without a person the right is needed on the whole system.
func (s *Service) mayManage(ctx context.Context, personID *int64, field string) error {
	if personID == nil {
		return authz.CheckEverywhere(ctx, authz.ManageAccounts)
	}
	p, err := s.store.Reader(ctx).Person.Get(ctx, *personID)
	if err != nil {
		return store.OrMissing(err, field, "人员", "person")
	}
	return authz.Check(ctx, authz.ManageAccounts, levelsOf(p))
}

func levelsOf(p *ent.Person) authz.Levels {
	if p == nil {
		return authz.Levels{}
	}
	return p.Levels()
}

// create adds an account; loginField and passwordField name the input fields in errors.
func (s *Service) create(ctx context.Context, loginField, passwordField string, in NewAccount) (*ent.Account, error) {
	login := normalLogin(in.LoginName)
	if err := s.store.MayTryKey(ctx); err != nil {
		return nil, err
	}
	asked := ctx
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
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
		taken, err := tx.Account.Query().Where(account.LoginName(login)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if taken {
			if visible, err := tx.Account.Query().Where(account.LoginName(login)).Exist(viewer.NewContext(ctx, viewer.FromContext(asked))); err != nil {
				return nil, err
			} else if !visible {
				s.store.HiddenKey(asked, account.Label, login)
			}
			return nil, fault.New(fault.Conflict, "LOGIN_NAME_TAKEN", loginField, "该登录名已被使用", "This login name is taken")
		}
		now := s.store.Now()
		a, err := tx.Account.Create().SetLoginName(login).SetPasswordHash(hash).SetNillablePersonID(in.PersonID).
			SetMustChangePassword(!in.Final).SetPasswordChangedAt(now).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
		if err != nil {
			return nil, err
		}
		return a, s.record(ctx, a, audit.Event{Action: term.AuditActionCreateAccount, Right: authz.ManageAccounts})
	})
}

// ResetPassword sets a first password, unlocks the account and ends its sessions.
func (s *Service) ResetPassword(ctx context.Context, id int64, password string) (*ent.Account, error) {
	var hash string
	return s.manage(ctx, id, audit.Event{Action: term.AuditActionResetPassword},
		func(a *ent.Account) (err error) {
			if bad := validatePassword("firstPassword", a.LoginName, password); bad != nil {
				return bad
			}
			hash, err = argon2id.CreateHash(password, s.params)
			return err
		},
		func(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
			return s.setPassword(ctx, tx, a, hash, true)
		})
}

// ResetSecondFactor removes the second factor of an account and ends its sessions.
func (s *Service) ResetSecondFactor(ctx context.Context, id int64, reason string) (*ent.Account, error) {
	e := audit.Event{Action: term.AuditActionDisableSecondFactor, Reason: reason, Details: map[string]string{"step": "RESET"}}
	return s.manage(ctx, id, e, needsReason(reason), func(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
		return inOrder(
			func() error { return s.change(ctx, tx, a, withoutFactor) },
			func() error { return endSessions(ctx, tx, a.ID) })
	})
}

// Disable keeps an account from signing in and ends its sessions.
func (s *Service) Disable(ctx context.Context, id int64, reason string) (*ent.Account, error) {
	e := audit.Event{Action: term.AuditActionDisableAccount, Reason: reason}
	return s.manage(ctx, id, e, needsReason(reason), func(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
		if a.Disabled {
			return fault.New(fault.InvalidTransition, "DISABLED_ALREADY", "accountId", "该账号已停用", "The account is disabled already")
		}
		return inOrder(
			func() error { return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetDisabled(true) }) },
			func() error { return endSessions(ctx, tx, a.ID) })
	})
}

// Enable lets a disabled account sign in again.
func (s *Service) Enable(ctx context.Context, id int64, reason string) (*ent.Account, error) {
	e := audit.Event{Action: term.AuditActionEnableAccount, Reason: reason}
	return s.manage(ctx, id, e, needsReason(reason), func(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
		if !a.Disabled {
			return fault.New(fault.InvalidTransition, "NOT_DISABLED", "accountId", "该账号未停用", "The account is not disabled")
		}
		return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetDisabled(false) })
	})
}

// change updates an account that the transaction has locked.
func (s *Service) change(ctx context.Context, tx *ent.Tx, a *ent.Account, set func(*ent.AccountUpdateOne)) error {
	u := tx.Account.UpdateOneID(a.ID)
	set(u)
	return u.SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx)
}

// record writes an entry of the audit log about an account.
func (s *Service) record(ctx context.Context, a *ent.Account, e audit.Event) (err error) {
	e.Object = a.ID
	if e.At, err = s.placeOf(ctx, a.LoginName); err != nil {
		return err
	}
	return audit.Append(ctx, s.store, e)
}

// manage changes an account on behalf of an administrator: it checks the right, runs check on
// the input, and writes the log entry.
func (s *Service) manage(ctx context.Context, id int64, e audit.Event, check func(*ent.Account) error,
	fn func(context.Context, *ent.Tx, *ent.Account) error,
) (*ent.Account, error) {
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
	if err := check(a); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
		a, err := s.lockAccount(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		held, err := s.heldBy(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := outOfHands(v, a, held[id]); err != nil {
			return nil, err
		}
		if err := fn(ctx, tx, a); err != nil {
			return nil, err
		}
		e := e
		e.Right = authz.ManageAccounts
		if err := s.record(ctx, a, e); err != nil {
			return nil, err
		}
		return tx.Account.Get(ctx, id)
	})
}

// heldBy returns the roles granted to accounts that have not ended, including pending and
// future ones.
func (s *Service) heldBy(ctx context.Context, ids ...int64) (map[int64][]term.Role, error) {
	rows, err := s.store.Reader(ctx).RoleAppointment.Query().
		Where(roleappointment.AccountIDIn(ids...), roleappointment.StatusNEQ(term.GrantStatusDeclined),
			office.NotOver(s.store.Today())).All(viewer.System(ctx))
	out := map[int64][]term.Role{}
	for _, r := range rows {
		out[r.AccountID] = append(out[r.AccountID], r.Role)
	}
	return out, err
}

// outOfHands refuses an administrator an account with these roles: a system administrator who
// could reset the security administrator's password could act as both. The operator of the
// server may.
func outOfHands(v *viewer.Viewer, a *ent.Account, held []term.Role) error {
	if v.System {
		return nil
	}
	if a.ID == v.AccountID || a.PersonID != nil && *a.PersonID == v.PersonID {
		return fault.New(fault.Forbidden, "OWN_ACCOUNT", "accountId", "不能以管理员身份管理自己的账号", "Nobody manages their own account as its administrator")
	}
	for _, r := range held {
		if r == term.RoleSecurityAdmin || r == term.RoleAuditor {
			return fault.New(fault.Forbidden, "ADMINISTRATORS_ACCOUNT", "accountId",
				"安全管理员和审计员的账号只能由服务器操作员在服务器上管理", "The accounts of security administrators and auditors are managed on the server itself")
		}
	}
	return nil
}

// MayManage returns, by id, whether the viewer may reset an account's password and second
// factor, disable it and enable it.
func (s *Service) MayManage(ctx context.Context, ids []int64) (map[int64]bool, error) {
	out := make(map[int64]bool, len(ids))
	for _, id := range ids {
		out[id] = false
	}
	v := viewer.FromContext(ctx)
	if v == nil || authz.ScopeOf(v, authz.ManageAccounts).Empty() {
		return out, nil
	}
	rows, err := s.store.Reader(ctx).Account.Query().Where(account.IDIn(ids...)).WithPerson().All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	held, err := s.heldBy(ctx, ids...)
	for _, a := range rows {
		out[a.ID] = outOfHands(v, a, held[a.ID]) == nil && authz.May(v, authz.ManageAccounts, levelsOf(a.Edges.Person))
	}
	return out, err
}

// maxReason is the greatest length of a reason in characters.
const maxReason = 500

// validateReason requires a reason of at most maxReason characters.
func validateReason(reason string) *fault.Error {
	switch n := utf8.RuneCountInString(reason); {
	case strings.TrimSpace(reason) == "":
		return fault.Bad("reason", "REASON_REQUIRED", "请填写理由", "Give a reason")
	case n > maxReason:
		return fault.Bad("reason", "REASON_TOO_LONG", "理由最多 500 个字符", "A reason has at most 500 characters")
	}
	return nil
}

func needsReason(reason string) func(*ent.Account) error {
	return func(*ent.Account) error {
		if bad := validateReason(reason); bad != nil {
			return bad
		}
		return nil
	}
}

// List lists the accounts whose login name or person contains the text, among those that the
// viewer manages or may grant roles to.
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
