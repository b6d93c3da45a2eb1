package account

import (
	"context"
	"errors"

	"github.com/pquerna/otp/totp"

	"sineng/ent"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// issuer is the name that authenticator apps show for this program.
const issuer = "Sineng"

// Enrolment is what an authenticator app needs to generate codes. It is shown once and stored
// encrypted.
type Enrolment struct {
	// Secret is in base32, for manual entry.
	Secret string
	// URI is the same secret as an otpauth: address, for a QR code.
	URI string
}

// SubmitSecondFactor completes the sign-in of a session that still needs its second factor, by
// a code of the app or a recovery code. It returns the token that replaces the session's.
func (s *Service) SubmitSecondFactor(ctx context.Context, token, code string) (fresh string, err error) {
	ctx = viewer.System(ctx)
	found, err := s.store.Reader(ctx).Session.Query().
		Where(session.TokenHash(hashToken(token)), session.FactorPending(true), s.alive()).WithAccount().Only(ctx)
	if ent.IsNotFound(err) || err == nil && (!s.store.Genuine(found) || revived(found, found.Edges.Account)) {
		return "", signedOut()
	}
	if err != nil {
		return "", err
	}
	return tryCode(actingAs(ctx, found.Edges.Account), s, found.Edges.Account, code, func(ctx context.Context, tx *ent.Tx, a *ent.Account, how string) (string, error) {
		n, err := tx.Session.Delete().Where(session.ID(found.ID)).Exec(ctx)
		if err != nil {
			return "", err
		}
		if n == 0 || a.Disabled {
			return "", signedOut()
		}
		return s.complete(ctx, tx, a, found.Method, how)
	})
}

// StartSecondFactor generates a secret for the viewer's app. Until ConfirmSecondFactor,
// sign-in does not require a code, and starting again replaces the secret.
func (s *Service) StartSecondFactor(ctx context.Context, password string) (*Enrolment, error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return nil, err
	}
	ctx = viewer.System(ctx)
	if err := s.provePassword(ctx, a, "password", password); err != nil {
		return nil, err
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: a.LoginName})
	if err != nil {
		return nil, err
	}
	sealed, err := s.seal(a.ID, key.Secret())
	if err != nil {
		return nil, err
	}
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		a, err := s.lockAccount(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		if a.TotpConfirmedAt != nil {
			return fault.New(fault.Conflict, "SECOND_FACTOR_ENABLED", "", "二次验证已启用,请先停用", "The second factor is on already; turn it off first")
		}
		if err := s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetTotpSecret(sealed).SetTotpStep(0) }); err != nil {
			return err
		}
		return s.record(ctx, a, audit.Event{Action: term.AuditActionEnableSecondFactor, Details: map[string]string{"step": "STARTED"}})
	})
	if err != nil {
		return nil, err
	}
	return &Enrolment{key.Secret(), key.URL()}, nil
}

// ConfirmSecondFactor turns the second factor on, given the first code of the app. It ends all
// sessions of the account and returns the token of a new session and the recovery codes.
func (s *Service) ConfirmSecondFactor(ctx context.Context, code string) (token string, recovery []string, err error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return "", nil, err
	}
	if a.TotpSecret == nil || a.TotpConfirmedAt != nil {
		return "", nil, fault.New(fault.InvalidTransition, "NOT_STARTED", "", "请先开始设置二次验证", "Begin to set the second factor up first")
	}
	recovery, hashes := newRecoveryCodes()
	token, err = tryCode(viewer.System(ctx), s, a, code, func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ string) (string, error) {
		err := inOrder(
			func() error {
				return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) {
					now := s.store.Now()
					u.SetTotpConfirmedAt(now).SetRecoveryCodes(hashes)
					if a.SecretsOwnSince == nil && !a.MustChangePassword {
						u.SetSecretsOwnSince(now)
					}
				})
			},
			func() error { return forgetFailures(ctx, tx, a.LoginName) },
			func() error { return endSessions(ctx, tx, a.ID) },
			func() error {
				return s.record(ctx, a, audit.Event{Action: term.AuditActionEnableSecondFactor, Details: map[string]string{"step": "CONFIRMED"}})
			})
		if err != nil {
			return "", err
		}
		return s.openSession(ctx, tx, a.ID, term.SignInMethodPassword, false)
	})
	return token, recovery, err
}

// DisableSecondFactor turns the viewer's second factor off.
func (s *Service) DisableSecondFactor(ctx context.Context, password, code string) error {
	a, err := s.provenOwner(ctx, password)
	if err != nil {
		return err
	}
	_, err = tryCode(viewer.System(ctx), s, a, code, func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ string) (struct{}, error) {
		return struct{}{}, inOrder(
			func() error { return s.change(ctx, tx, a, withoutFactor) },
			func() error { return s.record(ctx, a, audit.Event{Action: term.AuditActionDisableSecondFactor}) })
	})
	return err
}

// RenewRecoveryCodes replaces the viewer's recovery codes and returns the new ones.
func (s *Service) RenewRecoveryCodes(ctx context.Context, password, code string) ([]string, error) {
	a, err := s.provenOwner(ctx, password)
	if err != nil {
		return nil, err
	}
	recovery, hashes := newRecoveryCodes()
	_, err = tryCode(viewer.System(ctx), s, a, code, func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ string) (struct{}, error) {
		return struct{}{}, inOrder(
			func() error {
				return s.change(ctx, tx, a, func(u *ent.AccountUpdateOne) { u.SetRecoveryCodes(hashes) })
			},
			func() error { return s.record(ctx, a, audit.Event{Action: term.AuditActionRenewRecoveryCodes}) })
	})
	if err != nil {
		return nil, err
	}
	return recovery, nil
}

func withoutFactor(u *ent.AccountUpdateOne) {
	u.ClearTotpSecret().ClearTotpConfirmedAt().ClearRecoveryCodes().SetTotpStep(0)
}

// provenOwner is the viewer's account after the password was verified. The account must have a
// second factor.
func (s *Service) provenOwner(ctx context.Context, password string) (*ent.Account, error) {
	a, err := s.ownAccount(ctx)
	if err != nil {
		return nil, err
	}
	if a.TotpConfirmedAt == nil {
		return nil, fault.New(fault.InvalidTransition, "SECOND_FACTOR_OFF", "", "尚未启用二次验证", "The second factor is not on")
	}
	return a, s.provePassword(viewer.System(ctx), a, "password", password)
}

// tryCode runs fn in a transaction if the code is valid for the account, and passes it the
// kind of code: APP or RECOVERY_CODE. An invalid code counts towards the lock.
func tryCode[T any](ctx context.Context, s *Service, a *ent.Account, code string, fn func(ctx context.Context, tx *ent.Tx, a *ent.Account, how string) (T, error)) (T, error) {
	var answer error
	out, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (none T, err error) {
		answer = nil
		a, err := s.lockAccount(ctx, tx, a.ID)
		if err != nil {
			return none, err
		}
		wait, err := s.lockOf(ctx, a.LoginName)
		if err != nil {
			return none, err
		}
		how := ""
		if wait == 0 {
			if how, err = s.useCode(ctx, tx, a, code); err != nil {
				return none, err
			}
		}
		if how == "" {
			if answer, err = s.refuse(ctx, refusal{a.LoginName, a, whyCode}); !fault.Is(answer, fault.RateLimited) {
				answer = wrongCode()
			}
			return none, err
		}
		return fn(ctx, tx, a, how)
	})
	return out, errors.Join(err, answer)
}

func wrongCode() error {
	return fault.Bad("code", "WRONG_CODE", "验证码不正确或已被使用", "The code is wrong or was used already")
}
