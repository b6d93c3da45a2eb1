package tally

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/server/store"
)

// ledger has the risk points and the decisions of every unit, for the questions that the roll-up
// does not answer: by post, by day of recording, and what changed since a day. It is read from
// the rows themselves once, and then follows the feed. It takes about 20 bytes a risk point.
type ledger struct {
	units map[int64]*own
	list  []*own
	// posts are the units of posts, which never change; of one that is not here the unit is not known.
	posts map[uint32]int64
}

// own are the risk points and decisions of a unit without those below it.
type own struct {
	unit   int64
	levels [6]int64
	risks  []risks
	turns  []turns
}

// risks are risk points that nothing tells apart. Their post is a key without its table's range.
type risks struct {
	post              uint32
	n                 int32
	key               uint16
	recorded, retired uint16 // days, see dayNumber
}

func (r risks) same(o risks) bool {
	return r.post == o.post && r.key == o.key && r.recorded == o.recorded && r.retired == o.retired
}

func (r risks) compare(o risks) int {
	return cmp.Or(cmp.Compare(r.post, o.post), cmp.Compare(r.key, o.key), cmp.Compare(r.recorded, o.recorded), cmp.Compare(r.retired, o.retired))
}

// turns are decisions of a day that made a grade worse (1) or milder (-1).
type turns struct {
	n    int32
	day  uint16
	turn int8
}

var firstPost = store.FirstKey(post.Table)

func shortPost(id int64) uint32 {
	if id == 0 {
		return 0
	}
	return uint32(id - firstPost + 1)
}

func longPost(short uint32) int64 {
	if short == 0 {
		return 0
	}
	return firstPost - 1 + int64(short)
}

func (l *ledger) of(levels [6]int64) *own {
	id := lowest(levels)
	o := l.units[id]
	if o == nil {
		o = &own{unit: id, levels: levels}
		l.units[id] = o
		l.list = append(l.list, o)
	}
	return o
}

func (o *own) addRisks(r risks) {
	for i := range o.risks {
		if o.risks[i].same(r) {
			if o.risks[i].n += r.n; o.risks[i].n == 0 {
				o.risks[i] = o.risks[len(o.risks)-1]
				o.risks = o.risks[:len(o.risks)-1]
			}
			return
		}
	}
	o.risks = append(o.risks, r)
}

func (o *own) addTurns(t turns) {
	for i := range o.turns {
		if o.turns[i].day == t.day && o.turns[i].turn == t.turn {
			o.turns[i].n += t.n
			return
		}
	}
	o.turns = append(o.turns, t)
}

// apply adds a row of the feed.
func (l *ledger) apply(keys *interned, b body) {
	levels := func(u int64) [6]int64 { return [6]int64(b.Units[u][1:]) }
	for _, r := range b.Risks {
		l.of(levels(r[0])).addRisks(risks{shortPost(r[2]), int32(r[5]), keys.number(b.Keys[r[1]]), uint16(r[3]), uint16(r[4])})
	}
	for _, t := range b.Turns {
		l.of(levels(t[0])).addTurns(turns{int32(t[3]), uint16(t[1]), int8(t[2])})
	}
	if b.Moved != nil {
		l.move(*b.Moved)
	}
}

// move gives the units of a subtree that moved their new levels.
func (l *ledger) move(m moved) {
	was := depth(m.From)
	for _, o := range l.list {
		if was < len(o.levels) && o.levels[was] == m.Unit {
			levels := m.To
			copy(levels[depth(m.To):], o.levels[was:])
			o.levels = levels
		}
	}
}

func depth(levels [6]int64) int {
	n := 0
	for n < len(levels) && levels[n] != 0 {
		n++
	}
	return n
}

// add adds a delta, times a sign.
func (l *ledger) add(keys *interned, d delta, sign int) {
	switch d.turn {
	case 0:
		l.of(d.levels).addRisks(risksOf(keys, d, sign))
	case shifted:
	default:
		l.of(d.levels).addTurns(turns{int32(sign), dayNumber(d.recorded), int8(d.turn)})
	}
}

func risksOf(keys *interned, d delta, sign int) risks {
	return risks{shortPost(d.Post), int32(sign * d.n), keys.number(d.Key), dayNumber(d.recorded), dayNumber(d.retired)}
}

// loadLedger reads the ledger as of one moment: the rows of that moment without the deltas that
// were not folded then. It does nothing while another does it.
func (m *memory) loadLedger(ctx context.Context, s *store.Store) error {
	if !m.loading.TryLock() {
		return nil
	}
	defer m.loading.Unlock()
	var keys interned
	l := &ledger{units: map[int64]*own{}, posts: map[uint32]int64{}}
	var at version
	lost := false
	err := s.Snapshot(ctx, func(ctx context.Context, client *ent.Client) error {
		v, pending, err := pendingNow(ctx, client)
		if err != nil {
			return err
		}
		at = v
		if err := l.readRisks(ctx, client, &keys); err != nil {
			return err
		}
		if err := l.readDecisions(ctx, client); err != nil {
			return err
		}
		if err := l.readPosts(ctx, client); err != nil {
			return err
		}
		l.merge()
		for _, d := range pending {
			lost = lost || d.old
			l.add(&keys, d, -1)
		}
		return nil
	})
	if err != nil || lost {
		return err
	}
	m.catching.Lock()
	defer m.catching.Unlock()
	m.mu.RLock()
	held := m.at
	m.mu.RUnlock()
	if held.number < at.number { // nobody has asked since
		m.mu.Lock()
		m.begin(at)
		m.mu.Unlock()
		held = at
	}
	bodies, _, ok, err := after(ctx, s, at)
	if err != nil || !ok {
		return err
	}
	bodies = bodies[:min(len(bodies), int(held.number-at.number))] // up to where the memory stands
	for _, b := range bodies {
		if b.Lost || !b.sound() {
			return nil
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	remap(l, &keys, &m.keys)
	for _, b := range bodies {
		l.apply(&m.keys, b)
	}
	m.ledger = l
	return nil
}

// remap gives the risk points the numbers of keys of another numbering.
func remap(l *ledger, from, to *interned) {
	numbers := make([]uint16, len(from.keys))
	for i, k := range from.keys {
		numbers[i] = to.number(k)
	}
	for _, o := range l.list {
		for i := range o.risks {
			o.risks[i].key = numbers[o.risks[i].key]
		}
	}
}

// merge puts together what nothing tells apart, and leaves no room unused.
func (l *ledger) merge() {
	for _, o := range l.list {
		slices.SortFunc(o.risks, risks.compare)
		kept := o.risks[:0]
		for _, r := range o.risks {
			if n := len(kept); n > 0 && kept[n-1].same(r) {
				kept[n-1].n += r.n
			} else {
				kept = append(kept, r)
			}
		}
		o.risks = slices.Clone(kept)
	}
}

func (l *ledger) readRisks(ctx context.Context, client *ent.Client, keys *interned) error {
	rows, err := client.QueryContext(ctx, "SELECT l1, l2, l3, l4, l5, l6, grade, risk_type, power_type, status, controlled, COALESCE(post_id, 0), created_at, retired_at FROM risk_points WHERE "+shownRisk)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var d scannedDelta
	var riskType string
	into := append(d.into()[:6:6], &d.grade, &riskType, &d.powerType, &d.status, &d.controlled, &d.post, &d.recorded, &d.retired)
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		d.types.String, d.n.Int64 = riskType, 1
		x := d.delta()
		x.recorded, x.retired = store.DayOf(d.recorded.Time), time.Time{}
		if d.retired.Valid {
			x.retired = store.DayOf(d.retired.Time)
		}
		o := l.of(x.levels)
		o.risks = append(o.risks, risksOf(keys, x, 1))
	}
	return rows.Err()
}

func (l *ledger) readDecisions(ctx context.Context, client *ent.Client) error {
	rows, err := client.QueryContext(ctx, "SELECT l1, l2, l3, l4, l5, l6, at, previous_grade, grade FROM assessments WHERE kind = 'DECISION'"+
		" AND previous_grade <> 'U' AND previous_grade <> grade AND "+rule.NotStagedSQL("assessments"))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var levels [6]int64
		var at time.Time
		var from, to term.Grade
		if err := rows.Scan(&levels[0], &levels[1], &levels[2], &levels[3], &levels[4], &levels[5], &at, &from, &to); err != nil {
			return err
		}
		l.of(levels).addTurns(turns{1, dayNumber(store.DayOf(at)), int8(turnOf(from, to))})
	}
	return rows.Err()
}

func (l *ledger) readPosts(ctx context.Context, client *ent.Client) error {
	rows, err := client.QueryContext(ctx, "SELECT id, unit_id FROM posts")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id, unit int64
		if err := rows.Scan(&id, &unit); err != nil {
			return err
		}
		l.posts[shortPost(id)] = unit
	}
	return rows.Err()
}
