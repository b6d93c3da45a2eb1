package org

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/rule"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/store"
)

const (
	// directoryFor bounds how long a row that somebody changed past the program, by hand in the
	// database, is shown as it was.
	directoryFor = time.Minute
	// The bounds of the memory: units, each held once, and posts and people.
	mostUnits, mostOthers = 100_000, 20_000
	// mostAsked is how many keys a statement names.
	mostAsked = 5000
)

// directory are units, posts and people as the database holds them: the tree that queries show and
// count by, and what other rows name. A row is good for the version of rights under which it was
// read: every write to its table sets another (store.RightsTables). Rows are shared by all requests and never
// changed; who may see one is asked for each.
type directory struct {
	units  shelf[int64, *ent.Unit]
	posts  shelf[int64, *ent.Post]
	people shelf[int64, *ent.Person]
	// codes are units by their codes; children the units directly below one, 0 for the top, in the
	// order of the tree, closed ones too.
	codes    shelf[string, *ent.Unit]
	children shelf[int64, []*ent.Unit]
}

type directoryKey struct{}

func directoryOf(s *store.Store) *directory {
	return s.Keep(directoryKey{}, func() any {
		return &directory{units: shelf[int64, *ent.Unit]{most: mostUnits}, codes: shelf[string, *ent.Unit]{most: mostUnits},
			children: shelf[int64, []*ent.Unit]{most: mostUnits, weight: func(of []*ent.Unit) int { return 1 + len(of) }},
			posts:    shelf[int64, *ent.Post]{most: mostOthers}, people: shelf[int64, *ent.Person]{most: mostOthers}}
	}).(*directory)
}

// shelf is what is held of one kind, by key.
type shelf[Key comparable, Value any] struct {
	most int
	// weight is what a value counts against the bound; nil for 1.
	weight func(Value) int

	mu   sync.RWMutex
	all  map[Key]shelved[Value]
	held int
}

type shelved[Value any] struct {
	value   Value
	version int64
	until   time.Time
}

// find are the values that are known to a version, and the keys of the others.
func (s *shelf[Key, Value]) find(keys []Key, version int64, now time.Time) (known map[Key]Value, others []Key) {
	known = make(map[Key]Value, len(keys))
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, k := range keys {
		if at, ok := s.all[k]; ok && at.version == version && now.Before(at.until) {
			known[k] = at.value
		} else {
			others = append(others, k)
		}
	}
	return known, others
}

// keep puts values in that were read after the version was.
func (s *shelf[Key, Value]) keep(values map[Key]Value, version int64, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	weigh := func(v Value) int {
		if s.weight == nil {
			return 1
		}
		return s.weight(v)
	}
	for k, v := range values {
		if was, known := s.all[k]; known {
			s.held -= weigh(was.value)
		}
		if s.all == nil || s.held+weigh(v) > s.most {
			s.all, s.held = map[Key]shelved[Value]{}, 0
		}
		s.all[k] = shelved[Value]{v, version, now.Add(directoryFor)}
		s.held += weigh(v)
	}
}

// remembered are values by their keys under a version of rights: those that are held, and the others as read
// says, whoever sees them.
func remembered[Key comparable, Value any](ctx context.Context, s *store.Store, on *shelf[Key, Value], keys []Key, version int64,
	read func(ctx context.Context, keys []Key) (map[Key]Value, error),
) (map[Key]Value, error) {
	now := s.Now()
	known, others := on.find(keys, version, now)
	if len(others) == 0 {
		return known, nil
	}
	values, err := read(viewer.System(ctx), others)
	if err != nil {
		return nil, err
	}
	on.keep(values, version, now)
	for k, v := range values {
		known[k] = v
	}
	return known, nil
}

// seen leaves out what the viewer does not see; in is where a row stands.
func seen[Key comparable, Row any](ctx context.Context, rows map[Key]Row, in func(Row) (unit int64, levels [6]int64)) map[Key]Row {
	v := viewer.FromContext(ctx)
	for k, row := range rows {
		if at, levels := in(row); !rule.InDirectory(v, at, levels) {
			delete(rows, k)
		}
	}
	return rows
}

// byKey maps rows by a key.
func byKey[Key comparable, Row any](rows []Row, key func(Row) Key) map[Key]Row {
	out := make(map[Key]Row, len(rows))
	for _, row := range rows {
		out[key(row)] = row
	}
	return out
}

func placeOfUnit(u *ent.Unit) (int64, [6]int64)     { return u.ID, u.Levels() }
func placeOfPost(p *ent.Post) (int64, [6]int64)     { return p.UnitID, p.Levels() }
func placeOfPerson(p *ent.Person) (int64, [6]int64) { return p.UnitID, p.Levels() }

// UnitsOf are units by their keys, those alone that the viewer sees. In a query they come from memory and
// are not to be changed.
func UnitsOf(ctx context.Context, s *store.Store, ids []int64) (map[int64]*ent.Unit, error) {
	read := func(ctx context.Context, ids []int64) (map[int64]*ent.Unit, error) {
		rows, err := s.Reader(ctx).Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
		return byKey(rows, func(u *ent.Unit) int64 { return u.ID }), err
	}
	version := store.RightsOf(ctx)
	if version == 0 {
		return read(ctx, ids)
	}
	rows, err := remembered(ctx, s, &directoryOf(s).units, ids, version, read)
	return seen(ctx, rows, placeOfUnit), err
}

// UnitOf is the unit with a key that a client gave, from memory in a query; nil for none that the viewer sees.
// Whether one that they do not see is in memory makes no difference to them: it is looked for as one that
// is not there.
func UnitOf(ctx context.Context, s *store.Store, id int64) (*ent.Unit, error) {
	return given(ctx, s, &directoryOf(s).units, id, func(ctx context.Context) ([]*ent.Unit, error) {
		return s.Reader(ctx).Unit.Query().Where(unit.ID(id)).All(ctx)
	})
}

// UnitByCode is the unit with a code, as UnitOf. One whose code is written so comes before one
// whose code is the same folded.
func UnitByCode(ctx context.Context, s *store.Store, code string) (*ent.Unit, error) {
	code = strings.TrimSpace(code)
	return given(ctx, s, &directoryOf(s).codes, code, func(ctx context.Context) ([]*ent.Unit, error) {
		found, err := s.Reader(ctx).Unit.Query().Where(codeAlike(code)).All(ctx)
		slices.SortFunc(found, func(a, b *ent.Unit) int { return cmp.Or(literal(b, code)-literal(a, code), cmp.Compare(a.ID, b.ID)) })
		return found, err
	})
}

// given is the unit with a key from a client, as UnitOf.
func given[Key comparable](ctx context.Context, s *store.Store, on *shelf[Key, *ent.Unit], key Key, read func(context.Context) ([]*ent.Unit, error)) (*ent.Unit, error) {
	version, now := store.RightsOf(ctx), s.Now()
	if version != 0 {
		known, _ := on.find([]Key{key}, version, now)
		if u := known[key]; u != nil && rule.InDirectory(viewer.FromContext(ctx), u.ID, u.Levels()) {
			return u, nil
		}
	}
	rows, err := read(ctx)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	if version != 0 {
		on.keep(map[Key]*ent.Unit{key: rows[0]}, version, now)
	}
	return rows[0], nil
}

// ChildrenOf are the units directly below units, 0 for the top, in the order of the tree, closed ones
// too, those alone that the viewer sees. They are not to be changed, as those of UnitsOf.
func ChildrenOf(ctx context.Context, s *store.Store, ids []int64) (map[int64][]*ent.Unit, error) {
	read := func(ctx context.Context, ids []int64) (map[int64][]*ent.Unit, error) {
		out := make(map[int64][]*ent.Unit, len(ids))
		for part := range slices.Chunk(ids, mostAsked) {
			if err := readChildren(ctx, s, part, out); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	version := store.RightsOf(ctx)
	if version == 0 {
		return read(ctx, ids)
	}
	out, err := remembered(ctx, s, &directoryOf(s).children, ids, version, read)
	v := viewer.FromContext(ctx)
	hidden := func(u *ent.Unit) bool { return !rule.InDirectory(v, u.ID, u.Levels()) }
	for id, below := range out {
		if slices.ContainsFunc(below, hidden) {
			out[id] = slices.DeleteFunc(slices.Clone(below), hidden)
		}
	}
	return out, err
}

// readChildren reads the units directly below units, and none where there are none.
func readChildren(ctx context.Context, s *store.Store, ids []int64, into map[int64][]*ent.Unit) error {
	below := unit.ParentIDIn(ids...)
	if slices.Contains(ids, 0) {
		below = unit.Or(below, unit.ParentIDIsNil())
	}
	rows, err := s.Reader(ctx).Unit.Query().Where(below).Order(unit.BySortOrder(), unit.ByCode()).All(ctx)
	for _, id := range ids {
		into[id] = nil
	}
	for _, u := range rows {
		parent := int64(0)
		if u.ParentID != nil {
			parent = *u.ParentID
		}
		into[parent] = append(into[parent], u)
	}
	return err
}

// PostsOf are posts by their keys, as UnitsOf.
func PostsOf(ctx context.Context, s *store.Store, ids []int64) (map[int64]*ent.Post, error) {
	read := func(ctx context.Context, ids []int64) (map[int64]*ent.Post, error) {
		rows, err := s.Reader(ctx).Post.Query().Where(post.IDIn(ids...)).All(ctx)
		return byKey(rows, func(p *ent.Post) int64 { return p.ID }), err
	}
	version := store.RightsOf(ctx)
	if version == 0 {
		return read(ctx, ids)
	}
	rows, err := remembered(ctx, s, &directoryOf(s).posts, ids, version, read)
	return seen(ctx, rows, placeOfPost), err
}

// PeopleOf are people by their keys, as UnitsOf.
func PeopleOf(ctx context.Context, s *store.Store, ids []int64) (map[int64]*ent.Person, error) {
	read := func(ctx context.Context, ids []int64) (map[int64]*ent.Person, error) {
		rows, err := s.Reader(ctx).Person.Query().Where(person.IDIn(ids...)).All(ctx)
		return byKey(rows, func(p *ent.Person) int64 { return p.ID }), err
	}
	version := store.RightsOf(ctx)
	if version == 0 {
		return read(ctx, ids)
	}
	rows, err := remembered(ctx, s, &directoryOf(s).people, ids, version, read)
	return seen(ctx, rows, placeOfPerson), err
}
