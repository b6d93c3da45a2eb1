package search

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/audittouch"
	"sineng/ent/searchprogress"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/store"
)

const (
	// every is how often the index looks at the log.
	every = time.Second
	// enough is how many entries it waits for: rows that are indexed together share their sets.
	enough = 4000
	// patience is how long it waits for them.
	patience = 45 * time.Second
	// follower is the name of its cursor.
	follower = "search"
)

// version is that of what stands in the index for a text; another one builds it anew.
const version = "2"

// Service keeps the index.
type Service struct {
	store    *store.Store
	sources  []Source
	follower follow.Follower

	mu      sync.Mutex
	waiting time.Time // since when entries wait, zero for none
	behind  int64     // entries that waited when it was looked last
}

// New keeps the index of the texts of sources.
func New(s *store.Store, sources ...Source) *Service {
	sources = slices.Clone(sources)
	slices.SortFunc(sources, func(a, b Source) int { return strings.Compare(a.Table, b.Table) })
	out := &Service{store: s, sources: sources}
	out.follower = follow.Follower{Store: s, Name: follower, Do: out.do}
	return out
}

// shape names what is indexed.
func (s *Service) shape() string {
	h := fnv.New64a()
	_, _ = fmt.Fprintln(h, version)
	for _, src := range s.sources {
		_, _ = fmt.Fprintln(h, src.shape())
	}
	return fmt.Sprintf("%s-%016x", version, h.Sum64())
}

// Workers are the builder and the follower of the log.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "search.follow", Run: job.Every(every, func(ctx context.Context) error {
		if err := s.Build(ctx); err != nil {
			return err
		}
		if due, err := s.due(ctx); err != nil || !due {
			return err
		}
		return s.Follow(ctx)
	})}}
}

// due reports whether enough entries wait for the index, or some for long enough.
func (s *Service) due(ctx context.Context) (bool, error) {
	behind, err := s.Behind(ctx)
	if err != nil {
		return false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.store.Now()
	s.behind = behind
	switch {
	case behind == 0:
		s.waiting = time.Time{}
		return false, nil
	case s.waiting.IsZero():
		s.waiting = now
	}
	if behind < enough && now.Sub(s.waiting) < patience {
		return false, nil
	}
	s.waiting = time.Time{}
	return true, nil
}

// Behind is how many entries of the log are not in the index yet. What they changed is found all
// the same, a little more slowly.
func (s *Service) Behind(ctx context.Context) (int64, error) {
	return s.follower.Behind(ctx)
}

// LastBehind is what Behind was when this server's worker looked last, within a second.
func (s *Service) LastBehind() int64 {
	if s == nil {
		return 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.behind
}

// Follow brings the index up to the end of the log.
func (s *Service) Follow(ctx context.Context) error { return s.follower.Pass(ctx) }

var errBuilding = errors.New("the index of texts is being built")

// do brings what entries changed into the index.
func (s *Service) do(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	touch, err := touchedUpTo(ctx, tx, entries[len(entries)-1].Index)
	if err != nil {
		return err
	}
	// The row is locked before anything is read, so that no builder works meanwhile.
	n, err := tx.SearchProgress.Update().Where(searchprogress.Shape(s.shape()), searchprogress.Built(true)).SetTouch(touch).Save(ctx)
	if err != nil {
		return err
	}
	if n == 0 {
		return errBuilding
	}
	for _, src := range s.sources {
		if ids := src.changedBy(entries); len(ids) > 0 {
			if err := renew(ctx, s.store, tx, src, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

// changedBy are the source's rows whose texts the entries may have changed.
func (s Source) changedBy(entries []follow.Entry) []int64 {
	var out []int64
	for _, e := range entries {
		for _, c := range e.Changes {
			// What an entry does not say may have changed.
			said := len(c.Columns)+len(c.Links) > 0 && c.Op != store.RowDeleted
			if c.Type == s.Type && c.Op != audit.RowStands && (!said || s.concerns(c.Columns)) {
				out = append(out, c.ID)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// concerns reports whether one of the columns is a text or a word of the source.
func (s Source) concerns(columns map[string][2]any) bool {
	has := func(name string) bool { _, ok := columns[name]; return ok }
	return slices.ContainsFunc(s.Words, has) || slices.ContainsFunc(s.Columns, func(c Column) bool { return has(c.Name) })
}

// touchedUpTo is the key of the last note of the log for entries up to an index. Notes are
// written in the order of their entries.
func touchedUpTo(ctx context.Context, tx *ent.Tx, index int64) (int64, error) {
	at, err := store.Keys(ctx, tx.Client(), "SELECT COALESCE(MAX(touch), 0) FROM "+searchprogress.Table)
	if err != nil {
		return 0, err
	}
	touch := at[0]
	for {
		var some []*ent.AuditTouch
		some, err = tx.AuditTouch.Query().Where(audittouch.IDGT(touch)).Order(audittouch.ByID()).Limit(10_000).All(viewer.System(ctx))
		if err != nil {
			return 0, err
		}
		for _, t := range some {
			if t.EntryID > tlog.EntryID(index) {
				return touch, nil
			}
			touch = t.ID
		}
		if len(some) == 0 {
			return touch, nil
		}
	}
}
