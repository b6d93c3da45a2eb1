package account

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/signinfailure"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
)

// Why a sign-in was refused; for the log only.
const (
	whyUnknown  = "UNKNOWN_NAME"
	whyPassword = "WRONG_PASSWORD"
	whyDisabled = "DISABLED"
	whyLocked   = "LOCKED"
	whyCode     = "WRONG_CODE"
)

// refusal is a failed try.
type refusal struct {
	login string
	// account is the account concerned, nil when the name does not exist.
	account *ent.Account
	why     string
}

// lockOf is how long the name is still locked, 0 when it is not. Unknown names are locked like
// the others, so that a lock does not show which names exist.
func (s *Service) lockOf(ctx context.Context, login string) (time.Duration, error) {
	f, err := s.store.Reader(ctx).SignInFailure.Query().Where(signinfailure.NameHash(failureKey(login))).Only(ctx)
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if !s.store.Genuine(f) { // somebody set the count, so that it counts as high
		return longestLock, nil
	}
	if f.LockedUntil == nil {
		return 0, nil
	}
	return max(0, f.LockedUntil.Sub(s.store.Now())), nil
}

// refuse counts a failed try, locks the name after too many, logs it, and returns the answer
// for whoever tried. The caller's transaction must commit despite that answer. Tries while a
// name is locked are logged but do not count.
func (s *Service) refuse(ctx context.Context, r refusal) (answer, err error) {
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		wait, err := s.lockOf(ctx, r.login)
		if err != nil {
			return err
		}
		if wait > 0 {
			r.why = whyLocked
		} else if wait, err = s.countFailure(ctx, tx, r.login); err != nil {
			return err
		}
		if answer = refused(); wait > 0 {
			answer = locked(wait)
		}
		e := audit.Event{Action: term.AuditActionRefuseSignIn, Details: map[string]string{"loginName": shown(r.login), "why": r.why}}
		if r.account != nil {
			e.Object = r.account.ID
		}
		if e.At, err = s.placeOf(ctx, r.login); err != nil {
			return err
		}
		return audit.Append(ctx, s.store, e)
	})
	return answer, err
}

// shown is a login name cut to the longest valid one, since what is tried may be of any
// length.
func shown(login string) string {
	const most = 64
	if r := []rune(login); len(r) > most {
		return string(r[:most]) + "…"
	}
	return login
}

// countFailure stores a failed try and returns for how long it locks the name.
func (s *Service) countFailure(ctx context.Context, tx *ent.Tx, login string) (time.Duration, error) {
	key, now := failureKey(login), s.store.Now()
	f, err := s.lockFailures(ctx, tx, key)
	if ent.IsNotFound(err) {
		err = tx.SignInFailure.Create().SetNameHash(key).SetFailures(1).SetFailedAt(now).Exec(ctx)
		if !ent.IsConstraintError(err) {
			return lockFor(1), err
		}
		f, err = s.lockFailures(ctx, tx, key) // another try was faster
	}
	if err != nil {
		return 0, err
	}
	wait := lockFor(f.Failures + 1)
	update := tx.SignInFailure.UpdateOneID(f.ID).AddFailures(1).SetFailedAt(now)
	if wait > 0 {
		update.SetLockedUntil(now.Add(wait))
	}
	return wait, update.Exec(ctx)
}

// lockFailures reads the failures of a name and locks them until the transaction ends.
func (s *Service) lockFailures(ctx context.Context, tx *ent.Tx, key string) (*ent.SignInFailure, error) {
	q := tx.SignInFailure.Query().Where(signinfailure.NameHash(key))
	if s.store.Dialect() == dialect.MySQL { // SQLite has one writer at a time
		q.ForUpdate()
	}
	return q.Only(ctx)
}

func forgetFailures(ctx context.Context, tx *ent.Tx, login string) error {
	_, err := tx.SignInFailure.Delete().Where(signinfailure.NameHash(failureKey(login))).Exec(ctx)
	return err
}

// LockedUntil returns which of the login names are locked at present, and until when.
func (s *Service) LockedUntil(ctx context.Context, logins []string) (map[string]time.Time, error) {
	names := make(map[string][]string, len(logins))
	for _, login := range logins {
		names[failureKey(login)] = append(names[failureKey(login)], login)
	}
	rows, err := s.store.Reader(ctx).SignInFailure.Query().
		Where(signinfailure.NameHashIn(slices.Collect(maps.Keys(names))...), signinfailure.LockedUntilGT(s.store.Now())).
		All(viewer.System(ctx))
	out := make(map[string]time.Time, len(rows))
	for _, f := range rows {
		for _, login := range names[f.NameHash] {
			out[login] = *f.LockedUntil
		}
	}
	return out, err
}

// lockFor is how long an account is locked after so many failures in a row.
func lockFor(failures int) time.Duration {
	if failures < freeFailures {
		return 0
	}
	return min(firstLock<<min(failures-freeFailures, 10), longestLock)
}

func locked(wait time.Duration) error {
	minutes := int(wait/time.Minute) + 1
	return fault.New(fault.RateLimited, "ACCOUNT_LOCKED", "",
		fmt.Sprintf("连续输错次数过多,账号已锁定,请约 %d 分钟后再试", minutes),
		fmt.Sprintf("Too many failures: the account is locked; try again in about %d minutes", minutes))
}

func refused() error {
	return fault.New(fault.Unauthenticated, "WRONG_CREDENTIALS", "", "登录名或密码不正确", "The login name or the password is wrong")
}
