package account

import (
	stdsql "database/sql"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/authz"
)

const (
	// rememberedFor bounds how long rights that somebody changed past the program, by hand in the
	// database, go unseen.
	rememberedFor = 10 * time.Second
	// mostRemembered bounds the memory.
	mostRemembered = 20000
)

// rights are what an account may do on a day.
type rights struct {
	grants    []viewer.Grant
	ancestors []int64
	// places are the levels of the units of the grants.
	places map[int64]authz.Levels
}

// holder is whose rights are remembered; person is 0 for an account that is nobody's.
type holder struct{ account, person int64 }

// remembered are the rights of accounts, each as good as the version of rights and the day for which they
// were worked out. Whoever asks has read the version in the statement that found the
// session, so that a right that was taken is gone with the next request, to whichever server.
type remembered struct {
	mu  sync.Mutex
	all map[holder]kept
}

// kept are rights with what they hold for.
type kept struct {
	*rights
	version int64
	day     time.Time // rights begin and end with days
	until   time.Time
}

// find are the remembered rights, nil for none that hold.
func (r *remembered) find(of holder, version stdsql.NullInt64, day, now time.Time) *rights {
	r.mu.Lock()
	defer r.mu.Unlock()
	k, ok := r.all[of]
	if !ok || !version.Valid || k.version != version.Int64 || !k.day.Equal(day) || !now.Before(k.until) {
		return nil
	}
	return k.rights
}

// keep remembers rights that were worked out after the version was read.
func (r *remembered) keep(of holder, version stdsql.NullInt64, day, now time.Time, found *rights) {
	if !version.Valid {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil || len(r.all) >= mostRemembered {
		r.all = map[holder]kept{}
	}
	r.all[of] = kept{found, version.Int64, day, now.Add(rememberedFor)}
}
