package live

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/notice"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
)

const (
	// readAtOnce is how many entries of the log are read at a time.
	readAtOnce = 500
	// settled is after how long no notice with a smaller key than the known ones is to be expected any more:
	// transactions that write some are shorter.
	settled = time.Minute
	// mostRecent is how many notices may come within that time before all who are subscribed look at theirs.
	mostRecent = 50_000
	// lately is how many keys before the newest the notices of transactions that have not committed yet have.
	lately = 1000
)

// end is how far a process has read. Whoever looks at it holds looking.
type end struct {
	place
	day time.Time
	// Notices get their keys before their transactions commit, so that one with a smaller key may appear
	// later: those after low are counted, and the recent ones are known.
	low    int64
	count  int64
	newest int64
	recent map[int64]bool
	marks  []mark // the newest key at a moment, the earliest first
}

// mark is the newest key of a notice at a moment.
type mark struct {
	at     time.Time
	newest int64
}

// selectEnds reads in one statement, along primary keys, where the log ends and what notices there are
// after one.
var selectEnds = fmt.Sprintf("SELECT (SELECT COALESCE(MAX(%s), 0) FROM %s), (SELECT COALESCE(MAX(%s), 0) FROM %s), (SELECT COUNT(*) FROM %s WHERE %s > ?)",
	auditentry.FieldID, auditentry.Table, notice.FieldID, notice.Table, notice.Table, notice.FieldID)

// ends are what selectEnds reads.
type ends struct{ index, newest, count int64 }

func (s *Service) readEnds(ctx context.Context, low int64) (out ends, err error) {
	rows, err := s.store.Client.QueryContext(viewer.System(ctx), selectEnds, low)
	if err != nil {
		return out, err
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return out, rows.Err()
	}
	var last int64
	if err := rows.Scan(&last, &out.newest, &out.count); err != nil {
		return out, err
	}
	if last != 0 {
		out.index = tlog.IndexOf(last) + 1
	}
	return out, rows.Err()
}

// begin sets the end to that of the database, when the first subscribes.
func (s *Service) begin(ctx context.Context) error {
	found, err := s.readEnds(ctx, 1<<62)
	if err != nil {
		return err
	}
	at, _, err := placeAt(ctx, s.store.Client, found.index)
	if err != nil {
		return err
	}
	s.end = end{place: at, day: s.store.Today(), low: max(0, found.newest-lately), newest: found.newest, recent: map[int64]bool{}}
	if _, err := s.newNotices(ctx); err != nil {
		return err
	}
	s.end.count = int64(len(s.end.recent))
	s.end.marks = []mark{{s.store.Now(), found.newest}}
	return nil
}

// advance reads what is new, and gives it to those whom it may concern.
func (s *Service) advance(ctx context.Context) error {
	found, err := s.readEnds(ctx, s.end.low)
	if err != nil {
		return err
	}
	if today := s.store.Today(); !today.Equal(s.end.day) { // what is due depends on the day
		s.end.day = today
		s.each(func(sub *subscriber) {
			sub.waiting.everything = true
			sub.wake()
		})
	}
	if err := s.advanceNotices(ctx, found); err != nil {
		return err
	}
	return s.advanceLog(ctx, found.index)
}

// advanceLog reads the log up to an index.
func (s *Service) advanceLog(ctx context.Context, to int64) error {
	if to == s.end.index {
		return nil
	}
	// A backup that was restored has another history, and nobody catches up on very much.
	if to < s.end.index || to-s.end.index > mostBehind {
		at, _, err := placeAt(ctx, s.store.Client, to)
		if err != nil {
			return err
		}
		s.each(func(sub *subscriber) {
			sub.waiting.anew, sub.waiting.upTo = true, at
			sub.wake()
		})
		s.end.place = at
		return nil
	}
	for s.end.index < to {
		upTo := min(s.end.index+readAtOnce, to)
		found, err := s.touches(ctx, s.end.index, upTo)
		if err != nil {
			return err
		}
		at, there, err := placeAt(ctx, s.store.Client, upTo)
		if err != nil || !there {
			return err
		}
		s.each(func(sub *subscriber) { sub.take(found, at) })
		s.end.place = at
	}
	return nil
}

// touches are the rows that the entries between two indexes changed, and whom each may concern.
func (s *Service) touches(ctx context.Context, from, to int64) ([]touch, error) {
	entries, err := audit.ReadLog(ctx, s.store.Client, from, to)
	if err != nil {
		return nil, err
	}
	return s.touched(ctx, entries)
}

// advanceNotices wakes the accounts that have notices which were not there before.
func (s *Service) advanceNotices(ctx context.Context, found ends) error {
	now := s.store.Now()
	if found.count != s.end.count || found.newest != s.end.newest {
		fresh, err := s.newNotices(ctx)
		if err != nil {
			return err
		}
		s.each(func(sub *subscriber) {
			if fresh == nil || fresh[sub.viewer.AccountID] {
				sub.waiting.notices = true
				sub.wake()
			}
		})
		s.end.count, s.end.newest = found.count, found.newest
		s.end.marks = append(s.end.marks, mark{now, found.newest})
	}
	low := s.end.low
	for len(s.end.marks) > 0 && now.Sub(s.end.marks[0].at) > settled {
		low, s.end.marks = max(low, s.end.marks[0].newest), s.end.marks[1:]
	}
	if len(s.end.recent) > mostRecent {
		low, s.end.marks = s.end.newest, nil
	}
	if low != s.end.low {
		s.end.low = low
		for id := range s.end.recent {
			if id <= low {
				delete(s.end.recent, id)
			}
		}
		s.end.count = int64(len(s.end.recent))
	}
	return nil
}

// newNotices are the accounts of notices that were not known yet, nil for all where they are too many.
func (s *Service) newNotices(ctx context.Context) (map[int64]bool, error) {
	rows, err := s.store.Client.QueryContext(viewer.System(ctx), selectNotices, s.end.low, mostRecent+1)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	fresh, n := map[int64]bool{}, 0
	for ; rows.Next(); n++ {
		var id, account int64
		if err := rows.Scan(&id, &account); err != nil {
			return nil, err
		}
		if !s.end.recent[id] {
			s.end.recent[id], fresh[account] = true, true
		}
	}
	if n > mostRecent {
		return nil, rows.Err()
	}
	return fresh, rows.Err()
}

var selectNotices = fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s > ? ORDER BY %s LIMIT ?", notice.FieldID, notice.FieldAccountID, notice.Table, notice.FieldID, notice.FieldID)

// turning are the entities whose rows decide who is asked, so that anything may wait for those near them.
var turning = []string{ent.TypePortfolio, ent.TypeAppointment, ent.TypeRoleAppointment, ent.TypeDelegation, ent.TypeUnit}
