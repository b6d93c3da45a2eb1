package tally

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// memory is what a server holds of the roll-up: the counts of the units that were asked for, and
// the risk points of every unit by what they are counted by. Both stand at one version; a question
// is answered from them only where that is the version of the moment it is asked for, see ask.
type memory struct {
	// catching lets one bring the memory up to date at a time; it is taken before mu.
	catching sync.Mutex

	mu     sync.RWMutex
	at     version
	keys   interned
	units  map[int64]*totals
	ledger *ledger // nil until it is loaded

	loading sync.Mutex // one loads the ledger
}

// mostUnits is how many units' counts are held; more begin anew.
const mostUnits = 30_000

type memoryKey struct{}

func memoryOf(s *store.Store) *memory {
	return s.Keep(memoryKey{}, func() any { return &memory{units: map[int64]*totals{}} }).(*memory)
}

// coarse is a key without the parts that are rarely asked for.
func coarse(k Key) Key {
	k.RiskTypes, k.PowerType = "", ""
	return k
}

// interned numbers the keys that occur.
type interned struct {
	keys    []Key
	numbers map[Key]uint16
	coarse  []Key
	of      []uint16 // number of a key's coarse key
}

func (i *interned) number(k Key) uint16 {
	if n, known := i.numbers[k]; known {
		return n
	}
	if i.numbers == nil {
		i.numbers = map[Key]uint16{}
	}
	n := uint16(len(i.keys))
	i.keys = append(i.keys, k)
	i.numbers[k] = n
	at := slices.Index(i.coarse, coarse(k))
	if at < 0 {
		at = len(i.coarse)
		i.coarse = append(i.coarse, coarse(k))
	}
	i.of = append(i.of, uint16(at))
	return n
}

// know reports whether the keys of all deltas are numbered.
func (i *interned) know(deltas []delta) bool {
	for d := range deltas {
		if _, known := i.numbers[deltas[d].Key]; !known {
			return false
		}
	}
	return true
}

// full reports whether no more keys can be numbered, which the enumerations do not come near to.
func (i *interned) full() bool { return len(i.keys) > 60_000 }

// totals are the counts of a unit's subtree.
type totals struct {
	cells  []counted
	coarse []int // by the number of the coarse key
}

type counted struct {
	key uint16
	n   int
}

func (t *totals) add(keys *interned, k Key, n int) {
	key := keys.number(k)
	c := int(keys.of[key])
	for len(t.coarse) <= c {
		t.coarse = append(t.coarse, 0)
	}
	t.coarse[c] += n
	for i := range t.cells {
		if t.cells[i].key == key {
			t.cells[i].n += n
			return
		}
	}
	t.cells = append(t.cells, counted{key, n})
}

// begin forgets everything and stands at a version.
func (m *memory) begin(at version) {
	m.at, m.units, m.ledger, m.keys = at, map[int64]*totals{}, nil, interned{}
}

// catchUp brings the memory to the newest version.
func (m *memory) catchUp(ctx context.Context, s *store.Store) error {
	m.catching.Lock()
	defer m.catching.Unlock()
	m.mu.RLock()
	from := m.at
	m.mu.RUnlock()
	bodies, at, ok, err := after(ctx, s, from)
	if err != nil {
		return err
	}
	if !ok || len(bodies) >= kept {
		if at, err = newestFold(viewer.System(ctx), s.Client); err != nil {
			return err
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		m.begin(at)
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, b := range bodies {
		if !b.sound() || m.keys.full() {
			m.begin(at)
			return nil
		}
		m.apply(b)
	}
	m.at = at
	return nil
}

// sound reports whether the references in a row of the feed lead somewhere.
func (b body) sound() bool {
	units, keys := int64(len(b.Units)), int64(len(b.Keys))
	within := func(i, n int64) bool { return i >= 0 && i < n }
	for _, r := range b.Risks {
		if !within(r[0], units) || !within(r[1], keys) {
			return false
		}
	}
	for _, t := range b.Turns {
		if !within(t[0], units) {
			return false
		}
	}
	for _, t := range b.Shifts {
		if !within(t[0], units) || !within(t[1], keys) {
			return false
		}
	}
	return true
}

// apply adds a row of the feed.
func (m *memory) apply(b body) {
	add := func(u [7]int64, k Key, n int) {
		if t := m.units[0]; t != nil {
			t.add(&m.keys, k, n)
		}
		for _, id := range u[1:] {
			if t := m.units[id]; id != 0 && t != nil {
				t.add(&m.keys, k, n)
			}
		}
	}
	for _, r := range b.Risks {
		add(b.Units[r[0]], b.Keys[r[1]], int(r[5]))
	}
	for _, r := range b.Shifts {
		add(b.Units[r[0]], b.Keys[r[1]], int(r[2]))
	}
	if b.Lost {
		m.ledger = nil
	}
	if m.ledger != nil {
		m.ledger.apply(&m.keys, b)
	}
}

// load reads the counts of units that are not held. Counts of another version are not kept; the
// caller looks again.
func (m *memory) load(ctx context.Context, s *store.Store, units []int64) error {
	query := "SELECT COALESCE(f.number, 0), COALESCE(f.token, 0), c.unit_id, c.grade, c.risk_types, c.power_type, c.status, c.controlled, c.n FROM (SELECT 1 AS one) AS o" +
		" LEFT JOIN (SELECT number, token FROM count_folds ORDER BY number DESC LIMIT 1) AS f ON 1 = 1 LEFT JOIN risk_counts AS c ON c.n <> 0 AND c.unit_id IN " + marks(len(units))
	rows, err := s.Client.QueryContext(viewer.System(ctx), query, anys(units)...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var v version
	var found []scannedCount
	for rows.Next() {
		var c scannedCount
		if err := rows.Scan(&v.number, &v.token, &c.unit, &c.grade, &c.types, &c.powerType, &c.status, &c.controlled, &c.n); err != nil {
			return err
		}
		if c.n.Valid {
			found = append(found, c)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.at != v {
		return nil
	}
	if len(m.units)+len(units) > mostUnits {
		m.units = map[int64]*totals{}
	}
	for _, id := range units {
		m.units[id] = &totals{}
	}
	for _, c := range found {
		m.units[c.unit.Int64].add(&m.keys, c.key(), int(c.n.Int64))
	}
	return nil
}

// Keep brings what the server holds of the roll-up up to date, so that requests seldom have to.
func Keep(ctx context.Context, s *store.Store) error {
	ctx = viewer.System(ctx)
	m := memoryOf(s)
	m.mu.RLock()
	at, loaded := m.at, m.ledger != nil
	m.mu.RUnlock()
	newest, err := newestFold(ctx, s.Client)
	if err != nil {
		return fmt.Errorf("reading the state of the counts: %w", err)
	}
	if newest != at {
		if err := m.catchUp(ctx, s); err != nil {
			return err
		}
	}
	if !loaded {
		return m.loadLedger(ctx, s)
	}
	return nil
}

// scannedCount is where a row of the roll-up is scanned that an outer join may leave empty.
type scannedCount struct {
	unit, n                         sql.NullInt64
	grade, types, powerType, status sql.NullString
	controlled                      sql.NullBool
}

func (c scannedCount) key() Key {
	return Key{term.Grade(c.grade.String), term.RiskTypes(c.types.String), c.powerType.String, term.RiskStatus(c.status.String), c.controlled.Bool}
}

// inTransaction reports whether a read belongs to a transaction, whose own writes it must see.
func inTransaction(ctx context.Context) bool { return ent.TxFromContext(ctx) != nil }
