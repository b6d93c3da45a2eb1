package account

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/session"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// SignIn opens a session and returns its token. An unknown name, a wrong password and
// a disabled account get the same answer in the same time.
func (s *Service) SignIn(ctx context.Context, login, password string) (token string, err error) {
	ctx = viewer.System(ctx)
	a, err := s.store.Client.Account.Query().Where(account.LoginName(normalLogin(login))).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return "", err
	}
	now := s.store.Now()
	hash := s.dummy
	if a != nil {
		hash = a.PasswordHash
	}
	match, err := argon2id.ComparePasswordAndHash(password, hash)
	if err != nil {
		return "", err
	}
	switch {
	case a != nil && a.LockedUntil != nil && a.LockedUntil.After(now):
		return "", locked(a.LockedUntil.Sub(now))
	case a == nil || a.Disabled:
		return "", refused()
	case !match:
		return "", s.noteFailure(ctx, a.ID)
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (string, error) {
		if err := tx.Account.UpdateOneID(a.ID).SetFailures(0).ClearLockedUntil().SetLastSignInAt(now).Exec(ctx); err != nil {
			return "", err
		}
		return s.openSession(ctx, tx, a.ID)
	})
}

// noteFailure counts a failed sign-in and locks the account when there were too many.
func (s *Service) noteFailure(ctx context.Context, id int64) error {
	wait, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (time.Duration, error) {
		if err := tx.Account.UpdateOneID(id).AddFailures(1).Exec(ctx); err != nil {
			return 0, err
		}
		a, err := tx.Account.Get(ctx, id)
		if err != nil {
			return 0, err
		}
		wait := lockFor(a.Failures)
		if wait > 0 {
			err = tx.Account.UpdateOneID(id).SetLockedUntil(s.store.Now().Add(wait)).Exec(ctx)
		}
		return wait, err
	})
	if err != nil {
		return err
	}
	if wait > 0 {
		return locked(wait)
	}
	return refused()
}

// lockFor is how long an account is locked after so many failures in a row.
func lockFor(failures int) time.Duration {
	if failures < freeFailures {
		return 0
	}
	return min(firstLock<<min(failures-freeFailures, 10), longestLock)
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
	if a.LockedUntil != nil && a.LockedUntil.After(s.store.Now()) {
		return "", locked(a.LockedUntil.Sub(s.store.Now()))
	}
	match, err := argon2id.ComparePasswordAndHash(old, a.PasswordHash)
	if err != nil {
		return "", err
	}
	if !match {
		if err := s.noteFailure(ctx, a.ID); fault.Is(err, fault.RateLimited) {
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
		err := tx.Account.UpdateOneID(a.ID).SetPasswordHash(hash).SetMustChangePassword(false).SetFailures(0).
			SetUpdatedAt(s.store.Now()).AddVersion(1).Exec(ctx)
		if err != nil {
			return "", err
		}
		if err := endSessions(ctx, tx, a.ID); err != nil {
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

// Sweep deletes sessions that have ended.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.store.Now()
	return store.WithTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) error {
		_, err := tx.Session.Delete().Where(session.Or(session.ExpiresAtLTE(now), session.SeenAtLTE(now.Add(-IdleTimeout)))).Exec(ctx)
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

func locked(wait time.Duration) error {
	minutes := int(wait/time.Minute) + 1
	return fault.New(fault.RateLimited, "ACCOUNT_LOCKED", "",
		fmt.Sprintf("连续输错次数过多,账号已锁定,请约 %d 分钟后再试", minutes),
		fmt.Sprintf("Too many failures: the account is locked; try again in about %d minutes", minutes))
}
