package exchange

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// planner computes what an import does. It reads what the viewer may see and
// writes nothing: each object in the file becomes a node, which holds the
// object's present and wanted state and settles the difference at the end.
type planner struct {
	*Service
	ctx    context.Context
	client *ent.Client
	viewer *viewer.Viewer
	today  time.Time
	file   string    // name of the file, for the log
	root   *unitNode // parent of units without one; nil for the top

	units  unitIndex
	people personIndex

	touched map[Object][]node // named by the file and not settled yet, in its order
	undo    []func()          // reverts the changes of the present row
	err     error             // a database error, which ends planning

	rows      int // rows planned so far
	expected  expected
	registers []*unitNode         // units of which risk points are known
	flows     map[string][]string // names of steps in the order of the file, by flowKey
	finished  map[uint64]struct{} // risk points of the file that were settled, by unit and title
	choices   Choices
	doubts    []Doubt
}

func newPlanner(ctx context.Context, s *Service, file string) *planner {
	return &planner{Service: s, ctx: ctx, client: s.store.Reader(ctx), viewer: viewer.FromContext(ctx), today: s.store.Today(), file: file,
		units: newUnitIndex(), people: newPersonIndex(), touched: map[Object][]node{},
		finished: map[uint64]struct{}{}}
}

// node is an object of the register with its present and wanted state.
type node interface {
	// settle compares the two when all rows are planned. It may add a problem
	// to the row that named the object.
	settle(p *planner) outcome
	// open reports whether a row to come may still change the object.
	open(p *planner) bool
	// forget drops what nothing needs once the object is settled and written.
	forget(p *planner)
}

// outcome is what happens to a node.
type outcome struct {
	created     bool
	label       string
	differences differences
	line        *line // the first row that named it
	// held reports that a change of a row that was there before can be worked out while the
	// import is staged, so that only its result is written when the import is shown.
	held bool
	// unwritten reports that the file says something of it that no import writes.
	unwritten bool
	// run writes it through the services; nil when nothing changes.
	run func(ctx context.Context) error
	// together writes it with others of its kind that are written so, by one call of a service;
	// nil where it is written alone.
	together together
}

// together are objects of one kind that may be written by one call of a service.
type together interface {
	// gather adds the object's own to objects of its kind, nil for none yet.
	gather(together) together
	// write writes all that was gathered.
	write(ctx context.Context, p *planner) error
}

// attempt plans a row. If the row has a problem, all its changes to the plan
// are reverted, so that a bad row leaves nothing behind.
func (p *planner) attempt(l *line, plan func()) {
	if l.bad() || p.err != nil {
		return
	}
	p.undo = nil
	plan()
	if l.bad() {
		for i := len(p.undo) - 1; i >= 0; i-- {
			p.undo[i]()
		}
	}
	p.undo = nil
}

// set changes a value so that attempt can revert it.
func set[T any](p *planner, at *T, value T) {
	old := *at
	*at = value
	p.undo = append(p.undo, func() { *at = old })
}

// put is set for an entry of a map.
func put[K comparable, V any](p *planner, m map[K]V, k K, value V) {
	old, had := m[k]
	m[k] = value
	p.undo = append(p.undo, func() {
		if had {
			m[k] = old
		} else {
			delete(m, k)
		}
	})
}

// touch records that the file names an object; first is the row that did so
// first.
func (p *planner) touch(o Object, n node, first **line, l *line) {
	if *first != nil {
		return
	}
	set(p, first, l)
	add(p, p.touched, o, n)
}

// extend appends to a list so that attempt can revert it.
func extend[V any](p *planner, at *[]V, value V) {
	n := len(*at)
	*at = append(*at, value)
	p.undo = append(p.undo, func() { *at = (*at)[:n] })
}

// add appends to an entry of a map so that attempt can revert it.
func add[K comparable, V any](p *planner, m map[K][]V, k K, value V) {
	n := len(m[k])
	m[k] = append(m[k], value)
	p.undo = append(p.undo, func() { m[k] = m[k][:n] })
}

// may reports whether the viewer may perform an action on a unit, nil for the
// whole system.
func (p *planner) may(action authz.Action, u *unitNode) bool {
	for ; u != nil; u = u.parent {
		if u.row != nil {
			return authz.May(p.viewer, action, u.levels())
		}
	}
	return authz.ScopeOf(p.viewer, action).All
}

// allowed adds a problem to the row when the viewer may not perform an action
// there.
func (p *planner) allowed(l *line, f field, action authz.Action, u *unitNode, zh, en string) bool {
	if p.may(action, u) {
		return true
	}
	at := "顶层"
	atEN := "at the top"
	if u != nil {
		at, atEN = "“"+u.name+"”", "in "+u.name
	}
	l.fail(f, ReasonNotPermitted, "您没有在"+at+zh+"的权限,请由有权限的人员先行办理", "You may not "+en+" "+atEN+"; somebody who may should do so first")
	return false
}

// chunk splits a list into parts that fit one statement.
func chunk[T any](all []T, f func(part []T) error) error {
	const most = 500
	for len(all) > 0 {
		n := min(most, len(all))
		if err := f(all[:n]); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

// each loads rows in parts; the first error ends planning.
func each[K, T any](p *planner, keys []K, query func(part []K) ([]T, error), f func(T)) {
	if p.err != nil {
		return
	}
	p.err = chunk(keys, func(part []K) error {
		found, err := query(part)
		for _, row := range found {
			f(row)
		}
		return err
	})
}

// all loads rows; the first error ends planning.
func all[T any](p *planner, query func() ([]T, error)) []T {
	if p.err != nil {
		return nil
	}
	found, err := query()
	p.err = err
	return found
}
