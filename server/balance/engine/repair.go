package engine

import (
	"slices"
	"strings"
)

// MeasureCost is what a compensating measure costs beside a change, which costs 1: it watches two
// things in one hand and does not separate them, so three changes are as good.
const MeasureCost = 3

// Repair is the cheapest plan found for the conflicts of a department: changes that end some, and
// compensating measures for those that are left, since a small department cannot separate everything.
//
// No change by itself, and no first few changes of the plan in their order, makes a conflict that is
// not there now. So a plan may be adopted in part.
type Repair struct {
	Unit  int64
	Items []Item
	// Measures are the conflicts that are left to compensating measures.
	Measures []Conflict
	// Cost is that of the plan: 1 for a change, MeasureCost for a measure. No plan of the items that
	// are considered (Items) costs less than Least.
	Cost, Least int
}

// Exact tells that no plan is cheaper.
func (r Repair) Exact() bool { return r.Cost == r.Least }

// DefaultRepairBudget is how many changes are tried for one department before bounds do.
const DefaultRepairBudget = 20_000

// PlanRepair looks for the cheapest repair of a department. What does not touch one another is planned
// apart. budget is how many changes are tried; where it does not suffice, the plan is the best that
// was found, a greedy one at least, and Least says how much better one could be. The state is left as
// it is.
func PlanRepair(s *State, unit int64, budget int) Repair {
	out := Repair{Unit: unit}
	conflicts := s.OfUnit(unit)
	groups, measures := s.groups(conflicts, Items(s, unit), &budget)
	// Where not even every change was tried by itself, what hangs together is not known.
	tried := budget >= 0
	out.Measures, out.Cost = measures, MeasureCost*len(measures)
	out.Least = out.Cost
	for _, g := range groups {
		r := &repairing{State: s, group: g, budget: &budget}
		r.plan()
		out.Items = append(out.Items, r.best...)
		out.Measures = append(out.Measures, r.left...)
		out.Cost += r.cost
		out.Least += r.least
	}
	if !tried {
		out.Least = min(1, out.Cost)
	}
	slices.SortFunc(out.Measures, Conflict.compare)
	return out
}

// group are conflicts and the items that may touch them, which no other item touches.
type group struct {
	broken []Conflict
	items  []Item
}

// key is what items are linked by: sites, and posts whose holder may change.
type key struct {
	site Site
	post int64
}

// groups puts together what hangs together, of the items that make no conflict by themselves.
// Conflicts that no item touches are returned by themselves.
func (s *State) groups(conflicts []Conflict, items []Item, budget *int) ([]group, []Conflict) {
	parent := map[key]key{}
	var root func(key) key
	root = func(k key) key {
		if p, ok := parent[k]; ok && p != k {
			p = root(p)
			parent[k] = p
			return p
		}
		parent[k] = k
		return k
	}
	var safe []Item
	var touched []Touch
	changing := map[int64]bool{}
	for _, i := range items {
		if *budget--; *budget < 0 {
			break
		}
		d := s.Try(i.Changes(s.ix)...)
		if len(d.Added) > 0 {
			continue
		}
		safe, touched = append(safe, i), append(touched, d.Touched)
		changing[i.FromPost] = changing[i.FromPost] || i.Kind == ItemReplaceHolder
	}
	firsts := make([]key, len(safe))
	for n, i := range safe {
		links := i.links(touched[n], changing)
		if len(links) == 0 {
			continue
		}
		firsts[n] = links[0]
		for _, k := range links {
			parent[root(k)] = root(links[0])
		}
	}
	byRoot := map[key]*group{}
	var order []key
	for n, i := range safe {
		r := root(firsts[n])
		if byRoot[r] == nil {
			byRoot[r] = &group{}
			order = append(order, r)
		}
		byRoot[r].items = append(byRoot[r].items, i)
	}
	var alone []Conflict
	for _, c := range conflicts {
		if g := byRoot[root(key{site: c.Site})]; g != nil {
			g.broken = append(g.broken, c)
		} else {
			alone = append(alone, c)
		}
	}
	var out []group
	for _, r := range order {
		if len(byRoot[r].broken) > 0 {
			out = append(out, *byRoot[r])
		}
	}
	return out, alone
}

// links are the sites that an item touches, and those of its posts whose holder may change: who
// holds a post then matters wherever the post goes.
func (i Item) links(t Touch, changing map[int64]bool) []key {
	var out []key
	for _, l := range []struct {
		kind SiteKind
		ids  []int64
	}{{SitePower, t.Powers}, {SiteUnit, t.Units}, {SiteBureau, t.Bureaus}} {
		for _, id := range l.ids {
			out = append(out, key{site: Site{l.kind, id}})
		}
	}
	for _, post := range []int64{i.FromPost, i.ToPost} {
		if changing[post] {
			out = append(out, key{post: post})
		}
	}
	return out
}

// repairing is the search for the cheapest plan of one group.
type repairing struct {
	*State
	group
	budget *int
	// seen are the sets of items that were tried.
	seen   map[string]bool
	limit  int
	chosen []int
	// best, left and cost are the best plan so far, least the bound.
	best  []Item
	left  []Conflict
	cost  int
	least int
}

// plan takes a greedy plan and then deepens: all plans of one change, of two, and so on, as long as
// they could be cheaper than the best, each set of changes once.
func (r *repairing) plan() {
	r.left, r.cost = r.broken, MeasureCost*len(r.broken)
	r.greedy()
	for r.limit = 1; r.limit < r.cost; r.limit++ {
		r.seen = map[string]bool{}
		r.least = r.limit
		r.deepen(r.broken)
		if *r.budget < 0 {
			r.least = min(r.least, r.cost)
			return
		}
	}
	r.least = r.cost
}

// take makes an item's changes where they make no conflict, and tells which conflicts are left then.
func (r *repairing) take(i Item, left []Conflict) (rest []Conflict, undo func(), ok bool) {
	*r.budget--
	changes := i.Changes(r.ix)
	if changes == nil {
		return nil, nil, false
	}
	d, back := r.apply(changes)
	if len(d.Added) > 0 {
		back()
		return nil, nil, false
	}
	if len(d.Removed) == 0 {
		return left, back, true
	}
	gone := map[string]bool{}
	for _, c := range d.Removed {
		gone[c.Fingerprint()] = true
	}
	for _, c := range left {
		if !gone[c.Fingerprint()] {
			rest = append(rest, c)
		}
	}
	return rest, back, true
}

// better keeps a plan that costs less than the best.
func (r *repairing) better(chosen []int, left []Conflict) {
	if cost := len(chosen) + MeasureCost*len(left); cost < r.cost {
		r.cost, r.left, r.best = cost, left, nil
		for _, n := range chosen {
			r.best = append(r.best, r.items[n])
		}
	}
}

// deepen tries what can be added to what is chosen, up to the limit.
func (r *repairing) deepen(left []Conflict) {
	if len(left) == 0 || len(r.chosen) == r.limit || len(r.chosen)+1 >= r.cost {
		return
	}
	for n, i := range r.items {
		if *r.budget < 0 {
			return
		}
		if slices.ContainsFunc(r.chosen, func(m int) bool { return r.items[m].slot() == i.slot() }) {
			continue
		}
		name := setName(append(slices.Clip(r.chosen), n))
		if r.seen[name] {
			continue
		}
		rest, undo, ok := r.take(i, left)
		if !ok {
			continue
		}
		r.seen[name] = true
		r.chosen = append(r.chosen, n)
		r.better(r.chosen, rest)
		r.deepen(rest)
		r.chosen = r.chosen[:len(r.chosen)-1]
		undo()
	}
}

func setName(of []int) string {
	var b strings.Builder
	for _, n := range slices.Sorted(slices.Values(of)) {
		b.WriteString(num(int64(n)))
		b.WriteByte(' ')
	}
	return b.String()
}

// greedy takes the change that ends most conflicts, again and again.
func (r *repairing) greedy() {
	left := r.broken
	var chosen []int
	var back []func()
	for len(left) > 0 && *r.budget >= 0 {
		best, most := -1, 0
		for n, i := range r.items {
			if slices.ContainsFunc(chosen, func(m int) bool { return r.items[m].slot() == i.slot() }) {
				continue
			}
			rest, undo, ok := r.take(i, left)
			if !ok {
				continue
			}
			undo()
			if ends := len(left) - len(rest); ends > most {
				best, most = n, ends
			}
		}
		if best < 0 {
			break
		}
		rest, undo, ok := r.take(r.items[best], left)
		if !ok {
			break
		}
		chosen, left = append(chosen, best), rest
		back = append(back, undo)
	}
	for _, undo := range slices.Backward(back) {
		undo()
	}
	r.better(chosen, left)
}
