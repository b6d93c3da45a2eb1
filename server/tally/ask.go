package tally

import (
	"context"
	"slices"

	"sineng/ent/viewer"
	"sineng/server/store"
)

// tries is how often a question is asked again because the counts moved on meanwhile, before the
// database answers it in one statement.
const tries = 4

// ask answers a question from memory: it brings the memory to the version of one moment, together
// with the deltas that are pending then, and calls answer while nothing moves. missing loads what
// the answer needs and is not held. ok is false where the memory cannot answer: in a transaction,
// in one that reads the past, and while others write faster than it reads. In a query the moment is that
// of its session, if the memory stands at it.
func (m *memory) ask(ctx context.Context, s *store.Store, missing func() []int64, ledger bool, answer func(pending []delta)) (ok bool, err error) {
	if inTransaction(ctx) {
		return false, nil
	}
	given, known := momentOf(ctx)
	for range tries {
		v, pending := given, []delta(nil)
		if !known {
			if v, pending, err = pendingNow(viewer.System(ctx), s.Client); err != nil {
				return false, err
			}
		}
		known = false // what is asked again is asked anew
		m.number(pending)
		m.mu.RLock()
		same := m.at.token == v.token
		var load []int64
		if missing != nil {
			load = missing()
		}
		if same && len(load) == 0 && m.keys.know(pending) && (!ledger || m.ledger != nil) {
			answer(pending)
			m.mu.RUnlock()
			return true, nil
		}
		unread := ledger && m.ledger == nil
		m.mu.RUnlock()
		if !same {
			if err := m.catchUp(ctx, s); err != nil {
				return false, err
			}
		}
		if len(load) > 0 {
			if err := m.load(ctx, s, load); err != nil {
				return false, err
			}
		}
		if unread {
			if small, err := m.small(ctx, s); err != nil || !small {
				return false, err // the worker loads it, see Keep
			}
			if err := m.loadLedger(viewer.System(ctx), s); err != nil {
				return false, err
			}
		}
	}
	return false, nil
}

// number numbers the keys of pending deltas, so that an answer finds them known.
func (m *memory) number(pending []delta) {
	m.mu.RLock()
	known := m.keys.know(pending)
	m.mu.RUnlock()
	if known {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range pending {
		m.keys.number(pending[i].Key)
	}
}

// mostRead is how many risk points are read within a request; of more, the worker reads them.
const mostRead = 20_000

func (m *memory) small(ctx context.Context, s *store.Store) (bool, error) {
	rows, err := Read(viewer.System(ctx), s.Client, []viewer.Root{{}}, Filter{})
	n := 0
	for _, r := range rows {
		n += r.N
	}
	return n <= mostRead, err
}

// Counts counts the risk points in the subtrees of the units given (Root{0,0} is the whole
// system), exactly as of one moment. The caller must have checked that the viewer may see these
// units.
func Counts(ctx context.Context, s *store.Store, units []viewer.Root, f Filter, span Span, by ...Dimension) ([]Row, error) {
	if len(units) == 0 {
		return nil, nil
	}
	m := memoryOf(s)
	var out []Row
	var ok bool
	var err error
	if span.Bounded() {
		ok, err = m.ask(ctx, s, nil, true, func(pending []delta) { out = m.spanned(units, f, span, by, pending) })
	} else {
		ok, err = m.ask(ctx, s, func() []int64 { return m.missing(units) }, false, func(pending []delta) { out = m.summed(units, f, by, pending) })
	}
	switch {
	case err != nil:
		return nil, err
	case ok:
		return out, nil
	case span.Bounded():
		return ReadLive(ctx, s.Reader(ctx), units, f, span, by...)
	}
	return Read(ctx, s.Reader(ctx), units, f, by...)
}

// missing are the units whose counts are not held.
func (m *memory) missing(units []viewer.Root) []int64 {
	var out []int64
	for _, u := range units {
		if m.units[u.ID] == nil && !slices.Contains(out, u.ID) {
			out = append(out, u.ID)
		}
	}
	return out
}

// summed adds up the counts of units and the pending deltas.
func (m *memory) summed(units []viewer.Root, f Filter, by []Dimension, pending []delta) []Row {
	fine := len(f.RiskTypes)+len(f.PowerTypes) > 0 || slices.Contains(by, ByRiskTypes) || slices.Contains(by, ByPowerType)
	keys := m.keys.coarse
	if fine {
		keys = m.keys.keys
	}
	to := placesOf(keys, f, by)
	out := make([]Row, 0, len(units)*len(to.keys))
	for i, u := range units {
		if slices.Contains(units[:i], u) {
			continue
		}
		clear(to.n)
		t := m.units[u.ID]
		if fine {
			for _, c := range t.cells {
				to.add(int(c.key), c.n)
			}
		} else {
			for c, n := range t.coarse {
				to.add(c, n)
			}
		}
		for i := range pending {
			if d := &pending[i]; d.n != 0 && below(d.levels, u) {
				key := m.keys.numbers[d.Key]
				if !fine {
					key = m.keys.of[key]
				}
				to.add(int(key), d.n)
			}
		}
		out = to.rows(out, u.ID)
	}
	return out
}

// places are where the counts of numbered keys are added up.
type places struct {
	of   []int // by the number of a key; -1 where the filter excludes it
	keys []Key
	n    []int
}

func placesOf(keys []Key, f Filter, by []Dimension) *places {
	out := &places{of: make([]int, len(keys))}
	for i := range keys {
		out.of[i] = -1
		if !f.meets(&keys[i]) {
			continue
		}
		k := requested(keys[i], by)
		if out.of[i] = slices.Index(out.keys, k); out.of[i] < 0 {
			out.of[i] = len(out.keys)
			out.keys = append(out.keys, k)
		}
	}
	out.n = make([]int, len(out.keys))
	return out
}

func (p *places) add(key, n int) {
	if at := p.of[key]; at >= 0 {
		p.n[at] += n
	}
}

// rows appends the rows of a unit that are not 0.
func (p *places) rows(out []Row, unit int64) []Row {
	for i, n := range p.n {
		if n != 0 {
			out = append(out, Row{unit, p.keys[i], n})
		}
	}
	return out
}

// below reports whether a row with these levels is in the subtree of a unit.
func below(levels [6]int64, u viewer.Root) bool {
	return u.Level == 0 || levels[u.Level-1] == u.ID
}

// days is a span as numbers of days, see dayNumber.
func (s Span) days() (from, until uint16) {
	until = ^uint16(0)
	if !s.From.IsZero() {
		from = dayNumber(store.DayOf(s.From))
	}
	if !s.Until.IsZero() {
		until = dayNumber(store.DayOf(s.Until))
	}
	return from, until
}

// spanned adds up the risk points recorded within a span.
func (m *memory) spanned(units []viewer.Root, f Filter, span Span, by []Dimension, pending []delta) []Row {
	from, until := span.days()
	to, t := placesOf(m.keys.keys, f, by), treeOf(units)
	sums := make([][]int, len(units))
	for i := range sums {
		sums[i] = make([]int, len(to.keys))
	}
	m.each(pending, t, func(_ int64, at []int, r *risks) {
		if place := to.of[r.key]; place >= 0 && r.recorded >= from && r.recorded < until {
			for _, i := range at {
				sums[i][place] += int(r.n)
			}
		}
	})
	var out []Row
	for i, u := range units {
		to.n = sums[i]
		out = to.rows(out, u.ID)
	}
	return out
}

// each calls use for the risk points below units, folded and pending, with the unit they are on and
// the numbers of the units above.
func (m *memory) each(pending []delta, below *tree, use func(unit int64, at []int, r *risks)) {
	for _, o := range m.ledger.list {
		if at := below.above(o.levels); len(at) > 0 {
			for i := range o.risks {
				use(o.unit, at, &o.risks[i])
			}
		}
	}
	for _, d := range pending {
		if at := below.above(d.levels); d.turn == 0 && len(at) > 0 {
			r := risksOf(&m.keys, d, 1)
			use(d.unit(), at, &r)
		}
	}
}

// tree finds the units of a list above a row.
type tree struct {
	levels [7]map[int64]int
	found  []int
}

func treeOf(units []viewer.Root) *tree {
	t := &tree{}
	for i, u := range units {
		if t.levels[u.Level] == nil {
			t.levels[u.Level] = map[int64]int{}
		}
		t.levels[u.Level][u.ID] = i
	}
	return t
}

// above are the numbers of the units in whose subtrees a row with these levels is; good until the
// next call.
func (t *tree) above(levels [6]int64) []int {
	t.found = t.found[:0]
	for level, units := range t.levels {
		if units == nil {
			continue
		}
		id := int64(0)
		if level > 0 {
			id = levels[level-1]
		}
		if i, ok := units[id]; ok {
			t.found = append(t.found, i)
		}
	}
	return t.found
}

// PostTable are numbers of risk points by post.
type PostTable struct {
	// Keys say what the columns count: a grade, and whether it is controlled.
	Keys []Key
	Rows []PostRow
	n    []int32
}

// PostRow is a post, 0 for risk points on none.
type PostRow struct {
	Post int64
	// Elsewhere is true where the post may belong to another unit than a risk point on it.
	Elsewhere bool
}

// N are the numbers of a row, by the keys.
func (t *PostTable) N(row int) []int32 { return t.n[row*len(t.Keys) : (row+1)*len(t.Keys)] }

// ByPost counts the risk points of subtrees by the post they stand on. No unit given may be below
// another. The caller must have checked that the viewer may see these units.
func ByPost(ctx context.Context, s *store.Store, units []viewer.Root, f Filter, span Span) (*PostTable, error) {
	m := memoryOf(s)
	var out *PostTable
	ok, err := m.ask(ctx, s, nil, true, func(pending []delta) { out = m.byPost(units, f, span, pending) })
	if err != nil || ok {
		return out, err
	}
	return ReadByPost(ctx, s.Reader(ctx), units, f, span)
}

func (m *memory) byPost(units []viewer.Root, f Filter, span Span, pending []delta) *PostTable {
	from, until := span.days()
	to, l := placesOf(m.keys.keys, f, nil), m.ledger
	out := &PostTable{Keys: to.keys}
	rows := make(map[uint32]int, len(l.posts))
	last, row := uint32(0), -1
	m.each(pending, treeOf(units), func(unit int64, _ []int, r *risks) {
		place := to.of[r.key]
		if place < 0 || r.recorded < from || r.recorded >= until {
			return
		}
		if row < 0 || r.post != last { // those of a post follow each other
			var known bool
			if row, known = rows[r.post]; !known {
				row = len(out.Rows)
				rows[r.post] = row
				out.Rows = append(out.Rows, PostRow{Post: longPost(r.post)})
				out.n = append(out.n, make([]int32, len(to.keys))...)
			}
			last = r.post
		}
		if r.post != 0 && l.posts[r.post] != unit {
			out.Rows[row].Elsewhere = true
		}
		out.n[row*len(to.keys)+place] += r.n
	})
	return out
}
