package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/session"
	"sineng/ent/signinfailure"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// SignIn opens a session and returns its token. An unknown name, a wrong password and
// a disabled account get the same answer in the same time.
func (s *Service) SignIn(ctx context.Context, login, password string) (token string, err error) {
	ctx = viewer.System(ctx)
	login = normalLogin(login)
	a, err := s.store.Client.Account.Query().Where(account.LoginName(login)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return "", err
	}
	hash := s.dummy
	if a != nil {
		hash = a.PasswordHash
	}
	match, err := argon2id.ComparePasswordAndHash(password, hash)
	if err != nil {
		return "", err
	}
	if err := s.mayTry(ctx, login); err != nil {
		return "", err
	}
	if a == nil || a.Disabled || !match {
		return "", s.noteFailure(ctx, login)
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (string, error) {
		if err := forgetFailures(ctx, tx, login); err != nil {
			return "", err
		}
		if err := tx.Account.UpdateOneID(a.ID).SetLastSignInAt(s.store.Now()).Exec(ctx); err != nil {
			return "", err
		}
		return s.openSession(ctx, tx, a.ID)
	})
}

// SignOut ends the session of a token; an unknown token is no error.
func (s *Service) SignOut(ctx context.Context, token string) error {
	_, err := s.store.Client.Session.Delete().Where(session.TokenHash(hashToken(token))).Exec(viewer.System(ctx))
	return err
}

// ChangePassword sets the viewer's own password, ends all sessions of the account and
// opens a new one, whose token it returns.
func (s *Service) ChangePassword(ctx context.Context, old, fresh string) (token string, err error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.AccountID == 0 {
		return "", fault.New(fault.Unauthenticated, "SIGNED_OUT", "", "请先登录", "Sign in first")
	}
	ctx = viewer.System(ctx)
	a, err := s.store.Client.Account.Get(ctx, v.AccountID)
	if err != nil {
		return "", err
	}
	if err := s.mayTry(ctx, a.LoginName); err != nil {
		return "", err
	}
	match, err := argon2id.ComparePasswordAndHash(old, a.PasswordHash)
	if err != nil {
		return "", err
	}
	if !match {
		if err := s.noteFailure(ctx, a.LoginName); fault.Is(err, fault.RateLimited) {
			return "", err
		}
		return "", fault.Bad("oldPassword", "WRONG_PASSWORD", "原密码不正确", "The old password is wrong")
	}
	if old == fresh {
		return "", fault.Bad("newPassword", "PASSWORD_REUSED", "新密码不得与原密码相同", "The new password must differ from the old one")
	}
	if bad := validatePassword("newPassword", a.LoginName, fresh); bad != nil {
		return "", bad
	}
	hash, err := argon2id.CreateHash(fresh, s.params)
	if err != nil {
		return "", err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (string, error) {
		err := tx.Account.UpdateOneID(a.ID).SetPasswordHash(hash).SetMustChangePassword(false).
			SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx)
		if err != nil {
			return "", err
		}
		if err := audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionChangePassword, Object: a.ID}); err != nil {
			return "", err
		}
		if err := errors.Join(forgetFailures(ctx, tx, a.LoginName), endSessions(ctx, tx, a.ID)); err != nil {
			return "", err
		}
		return s.openSession(ctx, tx, a.ID)
	})
}

func (s *Service) openSession(ctx context.Context, tx *ent.Tx, accountID int64) (string, error) {
	token := newToken()
	now := s.store.Now()
	return token, tx.Session.Create().SetTokenHash(hashToken(token)).SetAccountID(accountID).
		SetCreatedAt(now).SetSeenAt(now).SetExpiresAt(now.Add(AbsoluteTimeout)).Exec(ctx)
}

func endSessions(ctx context.Context, tx *ent.Tx, accountID int64) error {
	_, err := tx.Session.Delete().Where(session.AccountID(accountID)).Exec(ctx)
	return err
}

// Sweep deletes sessions that have ended and failed sign-ins that lock nobody any more.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.store.Now()
	return store.WithTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) error {
		_, err := tx.Session.Delete().Where(session.Or(session.ExpiresAtLTE(now), session.SeenAtLTE(now.Add(-IdleTimeout)))).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = tx.SignInFailure.Delete().Where(signinfailure.FailedAtLTE(now.Add(-longestLock))).Exec(ctx)
		return err
	})
}

func newToken() string { return rand.Text() + rand.Text() }

// hashToken is how a token is kept: a copy of the database opens no session.
func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func refused() error {
	return fault.New(fault.Unauthenticated, "WRONG_CREDENTIALS", "", "登录名或密码不正确", "The login name or the password is wrong")
}
