package account

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
	"sineng/server/store"
)

// NewAccount is the input of Service.Create.
type NewAccount struct {
	LoginName string
	Password  string
	PersonID  *int64
	// Final is true when the owner chose the password, which then need not be changed.
	Final bool
	// OwnSince is since when a final password is the owner's alone; zero for now.
	OwnSince time.Time
	// Led tells that its owner leads, and has signed in, so that start-up is over.
	Led bool
}

// Managed is an account after an administrator's act on it.
type Managed struct {
	*ent.Account
	// Act is the act where it waits for a second person, and the account is as before; nil where it
	// was carried out.
	Act *pending.View
}

// Unwrap frees the account from the transaction that read it.
func (m *Managed) Unwrap() *Managed { return &Managed{m.Account.Unwrap(), m.Act} }

// managed is an account with an act that waits, nil for none, as it shows to the viewer.
func (s *Service) managed(ctx context.Context, a *ent.Account, act *ent.PendingAct) (*Managed, error) {
	if act == nil {
		return &Managed{Account: a}, nil
	}
	views, err := pending.Views(ctx, s.store, s.kinds(), act)
	if err != nil {
		return nil, err
	}
	return &Managed{a, views[0]}, nil
}

// Create adds an account.
// One for a person who holds more than STAFF of a single department is disabled until a second person
// confirms it.
func (s *Service) Create(ctx context.Context, in NewAccount) (*Managed, error) {
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
func (s *Service) create(ctx context.Context, loginField, passwordField string, in NewAccount) (*Managed, error) {
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
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*Managed, error) {
		if err := s.loginFree(ctx, asked, tx, loginField, login); err != nil {
			return nil, err
		}
		a, err := s.newAccount(tx, login, hash, in).SetNillableSecretsSetBy(acting(ctx)).Save(ctx)
		if err != nil {
			return nil, loginRaced(err, loginField, login)
		}
		if err := s.record(ctx, a, audit.Event{Action: term.AuditActionCreateAccount, Right: authz.ManageAccounts}); err != nil || in.PersonID == nil {
			return &Managed{Account: a}, err
		}
		act, err := s.wait(ctx, tx, a, term.ActKindLinkPerson, nil, "")
		if err != nil || act == nil {
			return &Managed{Account: a}, err
		}
		err = s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetDisabled(true) })
		if err != nil {
			return nil, err
		}
		if a, err = tx.Account.Get(ctx, a.ID); err != nil {
			return nil, err
		}
		if err := s.record(ctx, a, audit.Event{Action: term.AuditActionDisableAccount, Right: authz.ManageAccounts, Details: map[string]string{"step": "WAITS"}}); err != nil {
			return nil, err
		}
		return s.managed(viewer.NewContext(ctx, viewer.FromContext(asked)), a, act)
	})
}

// acting is the account that acts, nil for the operator and the program.
func acting(ctx context.Context) *int64 {
	if v := viewer.Actor(ctx); v != nil {
		return v.Account()
	}
	return nil
}

// newAccount is the row of a new account.
func (s *Service) newAccount(tx *ent.Tx, login, hash string, in NewAccount) *ent.AccountCreate {
	now := s.store.Now()
	create := tx.Account.Create().SetLoginName(login).SetPasswordHash(hash).SetNillablePersonID(in.PersonID).
		SetMustChangePassword(!in.Final).SetPasswordChangedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
	if in.Final {
		since := in.OwnSince
		if since.IsZero() {
			since = now
		}
		create.SetSecretsOwnSince(since)
		if in.Led {
			create.SetLedAt(since)
		}
	}
	return create
}

// ResetPassword sets a first password, unlocks the account, and ends its sessions and API tokens. For an
// account with more than STAFF of a single department it waits for a second person; until then the old
// password stands.
func (s *Service) ResetPassword(ctx context.Context, id int64, password string) (*Managed, error) {
	var hash string
	var act *ent.PendingAct
	a, err := s.manage(ctx, id, audit.Event{Action: term.AuditActionResetPassword},
		func(a *ent.Account) (err error) {
			if bad := validatePassword("firstPassword", a.LoginName, password); bad != nil {
				return bad
			}
			hash, err = argon2id.CreateHash(password, s.params)
			return err
		},
		func(ctx context.Context, tx *ent.Tx, a *ent.Account) (err error) {
			if act, err = s.wait(ctx, tx, a, term.ActKindResetPassword, reset{hash}, ""); err != nil || act != nil {
				return cmp.Or(err, errWaits)
			}
			return inOrder(
				func() error { return s.setPassword(ctx, tx, a, hash, true, acting(ctx)) },
				func() error { return s.endTokens(ctx, tx, a.ID) })
		})
	if err != nil {
		return nil, err
	}
	return s.managed(ctx, a, act)
}

// ResetSecondFactor removes the second factor of an account, and ends its sessions and API tokens. It
// waits as ResetPassword does.
func (s *Service) ResetSecondFactor(ctx context.Context, id int64, reason string) (*Managed, error) {
	e := audit.Event{Action: term.AuditActionDisableSecondFactor, Reason: reason, Details: map[string]string{"step": "RESET"}}
	var act *ent.PendingAct
	a, err := s.manage(ctx, id, e, needsReason(reason), func(ctx context.Context, tx *ent.Tx, a *ent.Account) (err error) {
		if act, err = s.wait(ctx, tx, a, term.ActKindResetSecondFactor, nil, reason); err != nil || act != nil {
			return cmp.Or(err, errWaits)
		}
		return s.clearFactor(ctx, tx, a)
	})
	if err != nil {
		return nil, err
	}
	return s.managed(ctx, a, act)
}

// errWaits tells manage that nothing was done yet: an act waits for its second person.
var errWaits = errors.New("the act waits")

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
		if waits, err := pending.Waiting(ctx, tx.Client(), term.ActKindLinkPerson, a.ID); err != nil || waits != nil {
			return cmp.Or(err, error(fault.New(fault.InvalidTransition, "WAITS_FOR_CONFIRMATION", "accountId",
				"该账号待第二人确认后启用", "The account is opened once a second person has confirmed it")))
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
			if errors.Is(err, errWaits) {
				return a, nil
			}
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
	if err := s.containing(ctx, q, text); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(a *ent.Account) int64 { return a.ID }, []store.Key[*ent.Account]{
		store.Asc("login_name", func(a *ent.Account) any { return a.LoginName })}, with)
}
