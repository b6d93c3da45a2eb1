package account

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/signinfailure"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// mayTry refuses a login name that is locked after too many failures. Names that nobody
// has are locked like the others, so that a lock tells nothing about which exist.
func (s *Service) mayTry(ctx context.Context, login string) error {
	f, err := s.store.Reader(ctx).SignInFailure.Query().Where(signinfailure.NameHash(hashToken(login))).Only(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if now := s.store.Now(); f.LockedUntil != nil && f.LockedUntil.After(now) {
		return locked(f.LockedUntil.Sub(now))
	}
	return nil
}

// noteFailure counts a failed sign-in and locks the name when there were too many.
func (s *Service) noteFailure(ctx context.Context, login string) error {
	key, now := hashToken(login), s.store.Now()
	wait, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (time.Duration, error) {
		err := tx.SignInFailure.Create().SetNameHash(key).SetFailures(1).SetFailedAt(now).
			OnConflictColumns(signinfailure.FieldNameHash).
			Update(func(u *ent.SignInFailureUpsert) { u.AddFailures(1).SetFailedAt(now) }).Exec(ctx)
		if err != nil {
			return 0, err
		}
		f, err := tx.SignInFailure.Query().Where(signinfailure.NameHash(key)).Only(ctx)
		if err != nil {
			return 0, err
		}
		wait := lockFor(f.Failures)
		if wait > 0 {
			err = tx.SignInFailure.UpdateOneID(f.ID).SetLockedUntil(now.Add(wait)).Exec(ctx)
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

func forgetFailures(ctx context.Context, tx *ent.Tx, login string) error {
	_, err := tx.SignInFailure.Delete().Where(signinfailure.NameHash(hashToken(login))).Exec(ctx)
	return err
}

// LockedUntil tells which of the login names are locked at present, and until when.
func (s *Service) LockedUntil(ctx context.Context, logins []string) (map[string]time.Time, error) {
	names := make(map[string]string, len(logins))
	for _, login := range logins {
		names[hashToken(login)] = login
	}
	rows, err := s.store.Reader(ctx).SignInFailure.Query().
		Where(signinfailure.NameHashIn(slices.Collect(maps.Keys(names))...), signinfailure.LockedUntilGT(s.store.Now())).
		All(viewer.System(ctx))
	out := make(map[string]time.Time, len(rows))
	for _, f := range rows {
		out[names[f.NameHash]] = *f.LockedUntil
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
