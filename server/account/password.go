package account

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// Bounds of a password's length in characters.
const (
	minPassword = 10
	maxPassword = 200
)

// keptPasswords is how many of an account's latest passwords, the present one included, may
// not be chosen again.
const keptPasswords = 5

// ChangePassword sets the viewer's own password, ends all sessions of the account and
// opens a new one, whose token it returns.
func (s *Service) ChangePassword(ctx context.Context, old, fresh string) (token string, err error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return "", err
	}
	ctx = viewer.System(ctx)
	if err := s.provePassword(ctx, a, "oldPassword", old); err != nil {
		return "", err
	}
	if bad := validatePassword("newPassword", a.LoginName, fresh); bad != nil {
		return "", bad
	}
	for _, hash := range append([]string{a.PasswordHash}, a.OldPasswords...) {
		used, err := s.verify(fresh, hash)
		if err != nil {
			return "", err
		}
		if used {
			return "", fault.Bad("newPassword", "PASSWORD_REUSED", "新密码不得与最近 5 个密码相同", "The new password must differ from the last 5")
		}
	}
	hash, err := argon2id.CreateHash(fresh, s.params)
	if err != nil {
		return "", err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (string, error) {
		now, err := s.lockAccount(ctx, tx, a.ID)
		if err != nil {
			return "", err
		}
		if now.PasswordHash != a.PasswordHash {
			return "", fault.New(fault.Conflict, "PASSWORD_CHANGED_MEANWHILE", "oldPassword", "密码刚刚已被更改,请重新登录", "The password was changed meanwhile; sign in again")
		}
		if err := s.setPassword(ctx, tx, now, hash, false, nil); err != nil {
			return "", err
		}
		if err := s.noteLeader(ctx, tx, a.ID); err != nil {
			return "", err
		}
		if err := s.record(ctx, a, audit.Event{Action: term.AuditActionChangePassword}); err != nil {
			return "", err
		}
		return s.openSession(ctx, tx, a.ID, term.SignInMethodPassword, false)
	})
}

// setPassword sets an account's password, unlocks it and ends its sessions. One that must be changed was
// set by somebody else than its owner: by the account given, nil for the operator.
func (s *Service) setPassword(ctx context.Context, tx *ent.Tx, a *ent.Account, hash string, mustChange bool, by *int64) error {
	old := append([]string{a.PasswordHash}, a.OldPasswords...)
	now := s.store.Now()
	return inOrder(
		func() error {
			u := tx.Account.UpdateOneID(a.ID).SetPasswordHash(hash).SetOldPasswords(old[:min(len(old), keptPasswords-1)]).
				SetMustChangePassword(mustChange).SetPasswordChangedAt(now).SetUpdatedAt(now).AddVersion(1)
			if mustChange {
				u.ClearSecretsOwnSince().ClearSecretsSetBy().SetNillableSecretsSetBy(by)
			} else if a.SecretsOwnSince == nil {
				u.SetSecretsOwnSince(now)
			}
			return u.Exec(ctx)
		},
		func() error { return forgetFailures(ctx, tx, a.LoginName) },
		func() error { return endSessions(ctx, tx, a.ID) })
}

// provePassword checks the password of a signed-in account. A failure counts towards the lock.
func (s *Service) provePassword(ctx context.Context, a *ent.Account, field, password string) error {
	match, err := s.verify(password, a.PasswordHash)
	if err != nil {
		return err
	}
	if wait, err := s.lockOf(ctx, a.LoginName); err != nil || match && wait == 0 {
		return err
	}
	answer, err := s.refuse(ctx, refusal{a.LoginName, a, whyPassword})
	if err != nil {
		return err
	}
	if fault.Is(answer, fault.RateLimited) {
		return answer
	}
	return fault.Bad(field, "WRONG_PASSWORD", "密码不正确", "The password is wrong")
}

// expired reports whether a password is older than the policy allows.
func (s *Service) expired(a *ent.Account) bool {
	set := a.CreatedAt
	if a.PasswordChangedAt != nil {
		set = *a.PasswordChangedAt
	}
	return s.passwordDays > 0 && !s.store.Now().Before(set.Add(time.Duration(s.passwordDays)*24*time.Hour))
}

// validatePassword checks the policy: minimum length, letters and other characters, and not
// the login name.
func validatePassword(field, login, password string) *fault.Error {
	length := utf8.RuneCountInString(password)
	letters, others := false, false
	for _, r := range password {
		if unicode.IsLetter(r) {
			letters = true
		} else {
			others = true
		}
	}
	switch {
	case length < minPassword:
		return fault.Bad(field, "PASSWORD_TOO_SHORT", "密码至少需要 10 个字符", "A password needs at least 10 characters")
	case length > maxPassword:
		return fault.Bad(field, "PASSWORD_TOO_LONG", "密码最多 200 个字符", "A password has at most 200 characters")
	case !letters || !others:
		return fault.Bad(field, "PASSWORD_TOO_SIMPLE", "密码需同时包含字母和数字或符号", "A password needs letters and also digits or signs")
	case login != "" && strings.Contains(strings.ToLower(password), strings.ToLower(login)):
		return fault.Bad(field, "PASSWORD_HAS_LOGIN_NAME", "密码不得包含登录名", "A password must not contain the login name")
	}
	return nil
}

// normalLogin is the form in which login names are stored and compared.
func normalLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

func validateLogin(field, login string) *fault.Error {
	ok := len(login) >= 2 && len(login) <= 64
	for _, r := range login {
		ok = ok && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-@", r))
	}
	if !ok {
		return fault.Bad(field, "BAD_LOGIN_NAME", "登录名需 2 至 64 个字符,只能用字母、数字和 . _ - @",
			"A login name has 2 to 64 letters, digits or . _ - @")
	}
	return nil
}
