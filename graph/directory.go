package graph

import (
	"context"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/rule"
	"sineng/ent/unit"
	"sineng/ent/viewer"
)

const (
	// directoryFor bounds how long a row that somebody changed past the program, by hand in the
	// database, is shown as it was.
	directoryFor = 10 * time.Second
	// mostOfDirectory bounds the memory, per kind of row.
	mostOfDirectory = 20000
)

// directory are units, posts and people as the database holds them, for naming them beside other rows. A row is
// good for the version of rights under which it was read: every write to its table sets another
// (store.RightsTables). Rows are shared by all requests and never changed; who may see one is asked
// for each.
type directory struct {
	units  shelf[*ent.Unit]
	posts  shelf[*ent.Post]
	people shelf[*ent.Person]
}

// shelf are rows of one kind by their keys.
type shelf[Row any] struct {
	mu  sync.RWMutex
	all map[int64]shelved[Row]
}

type shelved[Row any] struct {
	row     Row
	version int64
	until   time.Time
}

// find are the rows that are known to a version, and the keys of the others.
func (s *shelf[Row]) find(ids []int64, version int64, now time.Time) (known map[int64]Row, others []int64) {
	known = make(map[int64]Row, len(ids))
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, id := range ids {
		if at, ok := s.all[id]; ok && at.version == version && now.Before(at.until) {
			known[id] = at.row
		} else {
			others = append(others, id)
		}
	}
	return known, others
}

// keep puts rows in that were read after the version was.
func (s *shelf[Row]) keep(rows map[int64]Row, version int64, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil || len(s.all)+len(rows) > mostOfDirectory {
		s.all = make(map[int64]shelved[Row], len(rows))
	}
	for id, row := range rows {
		s.all[id] = shelved[Row]{row, version, now.Add(directoryFor)}
	}
}

// fromDirectory are rows by their keys, null for those that the viewer does not see. all reads rows whoever
// sees them; in is where a row stands.
func fromDirectory[Row any](ctx context.Context, r *Resolver, s *shelf[*Row], ids []int64,
	all func(ctx context.Context, ids []int64) ([]*Row, error), key func(*Row) int64, in func(*Row) (unit int64, levels [6]int64),
) (map[int64]*Row, error) {
	v, now := viewer.FromContext(ctx), r.Store.Now()
	known, others := s.find(ids, v.Version, now)
	if len(others) > 0 {
		rows, err := all(viewer.System(ctx), others)
		if err != nil {
			return nil, err
		}
		read := make(map[int64]*Row, len(rows))
		for _, row := range rows {
			read[key(row)], known[key(row)] = row, row
		}
		s.keep(read, v.Version, now)
	}
	out := make(map[int64]*Row, len(ids))
	for _, id := range ids {
		out[id] = nil
		if row := known[id]; row != nil {
			if at, levels := in(row); rule.InDirectory(v, at, levels) {
				out[id] = row
			}
		}
	}
	return out, nil
}

// remembers reports whether an operation may take rows from the directory: a query whose viewer has a
// version of rights. A mutation sees what it wrote.
func remembers(ctx context.Context) bool {
	v := viewer.FromContext(ctx)
	return v != nil && !v.System && v.Version != 0 && isQuery(ctx)
}

func (r *Resolver) unitsOf(ctx context.Context, ids []int64) (map[int64]*ent.Unit, error) {
	all := func(ctx context.Context, ids []int64) ([]*ent.Unit, error) {
		return r.Store.Client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
	}
	key := func(u *ent.Unit) int64 { return u.ID }
	if remembers(ctx) {
		return fromDirectory(ctx, r, &r.directory.units, ids, all, key, func(u *ent.Unit) (int64, [6]int64) { return u.ID, u.Levels() })
	}
	rows, err := all(ctx, ids)
	return byID(ids, rows, key), err
}

func (r *Resolver) postsOf(ctx context.Context, ids []int64) (map[int64]*ent.Post, error) {
	all := func(ctx context.Context, ids []int64) ([]*ent.Post, error) {
		return r.Store.Client.Post.Query().Where(post.IDIn(ids...)).All(ctx)
	}
	key := func(p *ent.Post) int64 { return p.ID }
	if remembers(ctx) {
		return fromDirectory(ctx, r, &r.directory.posts, ids, all, key, func(p *ent.Post) (int64, [6]int64) { return p.UnitID, p.Levels() })
	}
	rows, err := all(ctx, ids)
	return byID(ids, rows, key), err
}

func (r *Resolver) peopleOf(ctx context.Context, ids []int64) (map[int64]*ent.Person, error) {
	all := func(ctx context.Context, ids []int64) ([]*ent.Person, error) {
		return r.Store.Client.Person.Query().Where(person.IDIn(ids...)).All(ctx)
	}
	key := func(p *ent.Person) int64 { return p.ID }
	if remembers(ctx) {
		return fromDirectory(ctx, r, &r.directory.people, ids, all, key, func(p *ent.Person) (int64, [6]int64) { return p.UnitID, p.Levels() })
	}
	rows, err := all(ctx, ids)
	return byID(ids, rows, key), err
}
