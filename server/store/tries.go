package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/signinfailure"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// A key that is unique in the whole system, such as a staff number, must be refused where a row
// that the viewer may not see has it already. The refusal tells that somebody has it, so an
// account is told so only a few times.
const (
	mostHiddenKeys = 30 // different keys that an account is told of
	triesKept      = time.Hour
)

// tries are the keys of which accounts were told, by account, with the time. Servers of one database
// count together, in a row for each account that was told; SQLite has one server.
type tries struct {
	mu    sync.Mutex
	told  map[int64]map[string]time.Time
	known map[int64]counted
}

// counted is what the database says of an account, read at a time.
type counted struct {
	at      time.Time
	tooMany bool
}

// countedFor is how long what the database says is believed, so that an import does not ask for each row.
const countedFor = 10 * time.Second

// MayTryKey refuses an account that was told too often, whether the next key is free or not. It
// must be asked before the key is looked up.
func (s *Store) MayTryKey(ctx context.Context) error {
	v := viewer.FromContext(ctx)
	if v == nil || v.System {
		return nil
	}
	now := s.Now()
	tooMany, err := s.countedElsewhere(ctx, v.AccountID, now)
	if err != nil {
		return err
	}
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	for key, at := range s.tries.told[v.AccountID] {
		if now.Sub(at) >= triesKept {
			delete(s.tries.told[v.AccountID], key)
		}
	}
	if !tooMany && len(s.tries.told[v.AccountID]) < mostHiddenKeys {
		return nil
	}
	return fault.New(fault.RateLimited, "TOO_MANY_TAKEN", "", "您一小时内多次使用了已被占用的编号;请核对后一小时再试",
		"Too many of the numbers or codes that you gave were taken; check them and try again in an hour")
}

// HiddenKey counts that the viewer is told that a key of a kind is taken by a row that they may
// not see. Telling the same again counts once.
func (s *Store) HiddenKey(ctx context.Context, kind, key string) {
	v := viewer.FromContext(ctx)
	if v == nil || v.System {
		return
	}
	if s.firstTold(v.AccountID, kind+" "+key) && s.shared() {
		// The caller's transaction is undone by the refusal; the count is not.
		if err := s.countTold(viewer.System(context.Background()), v.AccountID); err != nil {
			s.forgetTold(v.AccountID, kind+" "+key) // it is counted when it is told again
		}
	}
}

// shared reports whether other servers may use the database.
func (s *Store) shared() bool { return s.dialect == dialect.MySQL }

// firstTold notes that an account is told of a key, and reports whether it is news.
func (s *Store) firstTold(account int64, key string) bool {
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	if s.tries.told == nil {
		s.tries.told = map[int64]map[string]time.Time{}
	}
	if s.tries.told[account] == nil {
		s.tries.told[account] = map[string]time.Time{}
	}
	before, known := s.tries.told[account][key]
	s.tries.told[account][key] = s.Now()
	return !known || s.Now().Sub(before) >= triesKept
}

func (s *Store) forgetTold(account int64, key string) {
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	delete(s.tries.told[account], key)
}

// toldName is the name of an account's row among the failures, which no login name has.
func toldName(account int64) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "taken keys of account %d", account))
	return hex.EncodeToString(sum[:])
}

// countTold counts in the database that an account was told of one more key. An hour without any ends
// the count.
func (s *Store) countTold(ctx context.Context, account int64) error {
	count := func() error {
		return WithTx(ctx, s, func(ctx context.Context, tx *ent.Tx) error {
			now := s.Now()
			row, err := tx.SignInFailure.Query().Where(signinfailure.NameHash(toldName(account))).ForUpdate().Only(ctx)
			if ent.IsNotFound(err) {
				return tx.SignInFailure.Create().SetNameHash(toldName(account)).SetFailures(1).SetFailedAt(now).Exec(ctx)
			}
			if err != nil {
				return err
			}
			u := tx.SignInFailure.UpdateOneID(row.ID).SetFailedAt(now)
			if now.Sub(row.FailedAt) >= triesKept {
				u.SetFailures(1)
			} else {
				u.AddFailures(1)
			}
			return u.Exec(ctx)
		})
	}
	err := count()
	if ent.IsConstraintError(err) { // another server was faster
		err = count()
	}
	return err
}

// countedElsewhere reports whether the servers of the database together have told an account of too many
// keys. A row that the program did not write counts as too many.
func (s *Store) countedElsewhere(ctx context.Context, account int64, now time.Time) (bool, error) {
	if !s.shared() {
		return false, nil
	}
	s.tries.mu.Lock()
	known, asked := s.tries.known[account]
	s.tries.mu.Unlock()
	if age := now.Sub(known.at); asked && age >= 0 && age < countedFor {
		return known.tooMany, nil
	}
	row, err := s.Client.SignInFailure.Query().Where(signinfailure.NameHash(toldName(account)), signinfailure.FailedAtGT(now.Add(-triesKept))).
		Only(viewer.System(ctx))
	if err != nil && !ent.IsNotFound(err) {
		return false, err
	}
	tooMany := err == nil && (row.Failures >= mostHiddenKeys || !s.Genuine(row))
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	if s.tries.known == nil {
		s.tries.known = map[int64]counted{}
	}
	s.tries.known[account] = counted{now, tooMany}
	return tooMany, nil
}
