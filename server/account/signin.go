package account

import (
	"context"
	"errors"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/person"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// SignIn opens a session and returns its token. An unknown name, a wrong password and a
// disabled account get the same answer in the same time. If the account has a second factor,
// the session is valid for SubmitSecondFactor alone.
func (s *Service) SignIn(ctx context.Context, login, password string) (token string, err error) {
	ctx = viewer.System(ctx)
	login = normalLogin(login)
	a, err := ByLogin(ctx, s.store.Reader(ctx), login)
	if err != nil {
		return "", err
	}
	hash := s.dummy
	if a != nil {
		login, hash = a.LoginName, a.PasswordHash
	}
	match, err := s.verify(password, hash)
	if err != nil {
		return "", err
	}
	var answer error
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		token, answer = "", nil
		wait, err := s.lockOf(ctx, login)
		if err != nil {
			return err
		}
		r := refusal{login: login, account: a}
		switch {
		case wait > 0:
			r.why = whyLocked
		case a == nil:
			r.why = whyUnknown
		case !match:
			r.why = whyPassword
		default:
			if r.account, err = s.lockAccount(ctx, tx, a.ID); err != nil {
				return err
			}
			if r.account.PasswordHash != hash { // the password was changed meanwhile
				r.why = whyPassword
			} else if r.account.Disabled {
				r.why = whyDisabled
			}
		}
		if r.why != "" {
			answer, err = s.refuse(ctx, r)
			return err
		}
		token, err = s.admit(actingAs(ctx, r.account), tx, r.account, term.SignInMethodPassword, r.account.TotpConfirmedAt != nil)
		return err
	})
	return token, errors.Join(err, answer)
}

// admit opens a session after the password was verified or a provider authenticated the
// person. If the second factor is still needed, the session is valid for that alone.
func (s *Service) admit(ctx context.Context, tx *ent.Tx, a *ent.Account, method term.SignInMethod, owesFactor bool) (token string, err error) {
	if !owesFactor {
		return s.complete(ctx, tx, a, method, "")
	}
	// Failures are reset only after the second factor; otherwise whoever has the password
	// could try any number of codes.
	if err := s.logSignIn(ctx, a, method, "PENDING"); err != nil {
		return "", err
	}
	return s.openSession(ctx, tx, a.ID, method, true)
}

// complete opens the session after all that sign-in requires.
func (s *Service) complete(ctx context.Context, tx *ent.Tx, a *ent.Account, method term.SignInMethod, factor string) (string, error) {
	err := inOrder(
		func() error { return tx.Account.UpdateOneID(a.ID).SetLastSignInAt(s.store.Now()).Exec(ctx) },
		func() error { return forgetFailures(ctx, tx, a.LoginName) },
		func() error { return s.noteLeader(ctx, tx, a.ID) },
		func() error { return s.logSignIn(ctx, a, method, factor) })
	if err != nil {
		return "", err
	}
	return s.openSession(ctx, tx, a.ID, method, false)
}

func (s *Service) logSignIn(ctx context.Context, a *ent.Account, method term.SignInMethod, factor string) error {
	return s.record(ctx, a, audit.Event{Action: term.AuditActionSignIn, Details: map[string]string{"method": string(method), "secondFactor": factor}})
}

// SignOut ends the session of a token; an unknown token is not an error.
func (s *Service) SignOut(ctx context.Context, token string) error {
	ctx = viewer.System(ctx)
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		found, err := tx.Session.Query().Where(session.TokenHash(hashToken(token))).WithAccount().Only(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := tx.Session.Delete().Where(session.ID(found.ID)).Exec(ctx); err != nil {
			return err
		}
		a := found.Edges.Account
		return s.record(actingAs(ctx, a), a, audit.Event{Action: term.AuditActionSignOut})
	})
}

// inOrder runs the steps of a transaction up to the first error: after an error the database
// may have rolled back, and a further step would be stored on its own.
func inOrder(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// actingAs sets the account as the actor of a context, whoever was signed in before.
func actingAs(ctx context.Context, a *ent.Account) context.Context {
	v := &viewer.Viewer{AccountID: a.ID}
	if a.PersonID != nil {
		v.PersonID = *a.PersonID
	}
	return viewer.System(viewer.NewContext(ctx, v))
}

// ownAccount is the account of the viewer, who must be signed in with a session, not a token.
func (s *Service) ownAccount(ctx context.Context) (*ent.Account, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.AccountID == 0 || v.TokenID != 0 {
		return nil, signedOut()
	}
	return s.store.Reader(ctx).Account.Get(viewer.System(ctx), v.AccountID)
}

func signedOut() error {
	return fault.SignedOut()
}

// lockAccount reads an account and locks it until the transaction ends. Whatever changes an
// account, its roles or its sessions takes this lock first.
func (s *Service) lockAccount(ctx context.Context, tx *ent.Tx, id int64) (*ent.Account, error) {
	q := tx.Account.Query().Where(account.ID(id))
	if s.store.Dialect() == dialect.MySQL { // SQLite has one writer at a time
		q.ForUpdate()
	}
	return q.Only(ctx)
}

// placeOf returns the levels of the unit of the account's person, none without a person:
// auditors of that unit see the entry. It runs the same queries whether or not the name
// exists.
func (s *Service) placeOf(ctx context.Context, login string) (at authz.Levels, err error) {
	p, err := s.store.Reader(ctx).Person.Query().Where(func(q *sql.Selector) {
		q.Where(sql.In(q.C(person.FieldID), sql.Dialect(q.Dialect()).Select(account.FieldPersonID).From(sql.Table(account.Table)).
			Where(sql.EQ(account.FieldLoginName, login))))
	}).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return at, nil
	}
	if err != nil {
		return at, err
	}
	return levelsOf(p), nil
}
