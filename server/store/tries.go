package store

import (
	"context"
	"sync"
	"time"

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

// tries are the keys of which accounts were told, by account, with the time.
type tries struct {
	mu   sync.Mutex
	told map[int64]map[string]time.Time
}

// MayTryKey refuses an account that was told too often, whether the next key is free or not. It
// must be asked before the key is looked up.
func (s *Store) MayTryKey(ctx context.Context) error {
	v := viewer.FromContext(ctx)
	if v == nil || v.System {
		return nil
	}
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	now := s.Now()
	for key, at := range s.tries.told[v.AccountID] {
		if now.Sub(at) >= triesKept {
			delete(s.tries.told[v.AccountID], key)
		}
	}
	if len(s.tries.told[v.AccountID]) < mostHiddenKeys {
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
	s.tries.mu.Lock()
	defer s.tries.mu.Unlock()
	if s.tries.told == nil {
		s.tries.told = map[int64]map[string]time.Time{}
	}
	if s.tries.told[v.AccountID] == nil {
		s.tries.told[v.AccountID] = map[string]time.Time{}
	}
	s.tries.told[v.AccountID][kind+" "+key] = s.Now()
}
