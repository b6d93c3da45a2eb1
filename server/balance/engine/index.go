package engine

import (
	"cmp"
	"maps"
	"slices"

	"sineng/ent/term"
)

// Index are facts in a form that answers quickly: what a post carries, who holds it, what stands
// below a unit. It is changed by changes alone (State). References to rows that are not there are
// kept and hold nothing.
type Index struct {
	day          Day
	units        map[int64]Unit
	posts        map[int64]Post
	appointments map[int64]Appointment
	portfolios   map[int64]Portfolio
	deputies     map[int64]Deputy
	relations    map[int64]Relation
	powers       map[int64]*Power

	children     map[int64][]int64       // units by their parent
	postsOf      map[int64][]int64       // by unit
	powersOf     map[int64][]int64       // by unit
	portfoliosOn map[int64][]int64       // by unit
	appointedTo  map[int64][]Appointment // by post
	powersOn     map[int64][]int64       // powers by a post of theirs
	postings     map[int64][]int64       // appointments by person
	portfoliosBy map[int64][]int64       // by person
	deputiesFor  map[int64][]int64       // by the person who is away
	relationsOf  map[int64][]int64       // by either person
}

// NewIndex is an index of facts. It keeps the powers that it is given and copies all else.
func NewIndex(f Facts) *Index {
	ix := &Index{
		day: f.Day, units: make(map[int64]Unit, len(f.Units)), posts: make(map[int64]Post, len(f.Posts)),
		appointments: make(map[int64]Appointment, len(f.Appointments)), portfolios: make(map[int64]Portfolio, len(f.Portfolios)),
		deputies: map[int64]Deputy{}, relations: map[int64]Relation{}, powers: make(map[int64]*Power, len(f.Powers)),
		children: map[int64][]int64{}, postsOf: make(map[int64][]int64, len(f.Units)), powersOf: make(map[int64][]int64, len(f.Units)),
		portfoliosOn: map[int64][]int64{}, appointedTo: make(map[int64][]Appointment, len(f.Posts)), powersOn: map[int64][]int64{},
		postings: make(map[int64][]int64, len(f.Appointments)), portfoliosBy: map[int64][]int64{}, deputiesFor: map[int64][]int64{},
		relationsOf: map[int64][]int64{},
	}
	for _, u := range f.Units {
		ix.setUnit(u)
	}
	for _, p := range f.Posts {
		ix.setPost(p)
	}
	ix.setAppointments(f.Appointments)
	for _, p := range f.Portfolios {
		ix.setPortfolio(p)
	}
	for _, d := range f.Deputies {
		ix.setDeputy(d)
	}
	for _, r := range f.Relations {
		ix.setRelation(r)
	}
	for _, p := range f.Powers {
		ix.setPower(p)
	}
	return ix
}

// Facts are the facts of an index, each list in the order of its ids.
func (ix *Index) Facts() Facts {
	return Facts{
		Day: ix.day, Units: byID(ix.units), Posts: byID(ix.posts), Appointments: byID(ix.appointments), Portfolios: byID(ix.portfolios),
		Deputies: byID(ix.deputies), Relations: byID(ix.relations), Powers: byID(ix.powers),
	}
}

// Day is the day of the facts.
func (ix *Index) Day() Day { return ix.day }

// Power is a power of the facts, nil for one that is not there.
func (ix *Index) Power(id int64) *Power { return ix.powers[id] }

// Appointments are those of a person, in the order of their ids.
func (ix *Index) Appointments(person int64) []Appointment {
	return rows(ix.appointments, ordered(ix.postings[person]))
}

func byID[T any](from map[int64]T) []T {
	return rows(from, keys(from))
}

func keys[T any](from map[int64]T) []int64 {
	if len(from) == 0 {
		return nil
	}
	out := make([]int64, 0, len(from))
	for id := range from {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// ordered are ids in their order, so that what is found does not hang on what changed before.
func ordered(ids []int64) []int64 { return slices.Sorted(slices.Values(ids)) }

func rows[T any](from map[int64]T, ids []int64) []T {
	if len(ids) == 0 {
		return nil
	}
	out := make([]T, len(ids))
	for i, id := range ids {
		out[i] = from[id]
	}
	return out
}

func link(in map[int64][]int64, under, id int64) {
	if under != 0 {
		in[under] = append(in[under], id)
	}
}

func unlink(in map[int64][]int64, under, id int64) {
	list := in[under]
	i := slices.Index(list, id)
	switch {
	case i < 0:
	case len(list) == 1:
		delete(in, under)
	default:
		in[under] = slices.Delete(list, i, i+1)
	}
}

func (ix *Index) setUnit(u Unit) {
	ix.dropUnit(u.ID)
	ix.units[u.ID] = u
	link(ix.children, u.Parent, u.ID)
}

func (ix *Index) dropUnit(id int64) {
	if old, ok := ix.units[id]; ok {
		unlink(ix.children, old.Parent, id)
		delete(ix.units, id)
	}
}

func (ix *Index) setPost(p Post) {
	ix.dropPost(p.ID)
	ix.posts[p.ID] = p
	link(ix.postsOf, p.Unit, p.ID)
}

func (ix *Index) dropPost(id int64) {
	if old, ok := ix.posts[id]; ok {
		unlink(ix.postsOf, old.Unit, id)
		delete(ix.posts, id)
	}
}

func (ix *Index) setAppointment(a Appointment) {
	ix.dropAppointment(a.ID)
	ix.appointments[a.ID] = a
	if a.Post != 0 {
		ix.appointedTo[a.Post] = append(ix.appointedTo[a.Post], a)
	}
	link(ix.postings, a.Person, a.ID)
}

// setAppointments is setAppointment of each, for an index that has none. Most posts have one holder and most people one
// post, so that lists of their own would cost more than what is in them.
func (ix *Index) setAppointments(list []Appointment) {
	for _, a := range list {
		ix.appointments[a.ID] = a
	}
	if len(ix.appointments) < len(list) { // the last one counts of those that share an id
		list = slices.Collect(maps.Values(ix.appointments))
	}
	byPost := slices.Clone(list)
	slices.SortFunc(byPost, func(a, b Appointment) int { return cmp.Or(cmp.Compare(a.Post, b.Post), cmp.Compare(a.ID, b.ID)) })
	grouped(byPost, func(i int) int64 { return byPost[i].Post }, ix.appointedTo)
	byPerson := slices.Clone(list)
	slices.SortFunc(byPerson, func(a, b Appointment) int { return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.ID, b.ID)) })
	ids := make([]int64, len(byPerson))
	for i, a := range byPerson {
		ids[i] = a.ID
	}
	grouped(ids, func(i int) int64 { return byPerson[i].Person }, ix.postings)
}

// grouped puts each run of rows of one key, other than 0, under it. What is added to one later does not touch the next.
func grouped[T any](list []T, key func(int) int64, into map[int64][]T) {
	for from := 0; from < len(list); {
		of, to := key(from), from+1
		for to < len(list) && key(to) == of {
			to++
		}
		if of != 0 {
			into[of] = list[from:to:to]
		}
		from = to
	}
}

func (ix *Index) dropAppointment(id int64) {
	if old, ok := ix.appointments[id]; ok {
		ix.leave(old)
		unlink(ix.postings, old.Person, id)
		delete(ix.appointments, id)
	}
}

// leave takes an appointment from its post.
func (ix *Index) leave(a Appointment) {
	left := slices.DeleteFunc(ix.appointedTo[a.Post], func(b Appointment) bool { return b.ID == a.ID })
	if len(left) == 0 {
		delete(ix.appointedTo, a.Post)
		return
	}
	ix.appointedTo[a.Post] = left
}

func (ix *Index) setPortfolio(p Portfolio) {
	ix.dropPortfolio(p.ID)
	ix.portfolios[p.ID] = p
	link(ix.portfoliosOn, p.Unit, p.ID)
	link(ix.portfoliosBy, p.Person, p.ID)
}

func (ix *Index) dropPortfolio(id int64) {
	if old, ok := ix.portfolios[id]; ok {
		unlink(ix.portfoliosOn, old.Unit, id)
		unlink(ix.portfoliosBy, old.Person, id)
		delete(ix.portfolios, id)
	}
}

func (ix *Index) setDeputy(d Deputy) {
	ix.dropDeputy(d.ID)
	ix.deputies[d.ID] = d
	link(ix.deputiesFor, d.Person, d.ID)
}

func (ix *Index) dropDeputy(id int64) {
	if old, ok := ix.deputies[id]; ok {
		unlink(ix.deputiesFor, old.Person, id)
		delete(ix.deputies, id)
	}
}

func (ix *Index) setRelation(r Relation) {
	ix.dropRelation(r.ID)
	ix.relations[r.ID] = r
	link(ix.relationsOf, r.A, r.ID)
	link(ix.relationsOf, r.B, r.ID)
}

func (ix *Index) dropRelation(id int64) {
	if old, ok := ix.relations[id]; ok {
		unlink(ix.relationsOf, old.A, id)
		unlink(ix.relationsOf, old.B, id)
		delete(ix.relations, id)
	}
}

func (ix *Index) setPower(p *Power) {
	ix.dropPower(p.ID)
	ix.powers[p.ID] = p
	link(ix.powersOf, p.Unit, p.ID)
	for _, post := range postsIn(p) {
		link(ix.powersOn, post, p.ID)
	}
}

func (ix *Index) dropPower(id int64) {
	if old := ix.powers[id]; old != nil {
		unlink(ix.powersOf, old.Unit, id)
		for _, post := range postsIn(old) {
			unlink(ix.powersOn, post, id)
		}
		delete(ix.powers, id)
	}
}

// postsIn are the posts of a power's steps and roles, each once.
func postsIn(p *Power) []int64 {
	var out []int64
	add := func(post int64) {
		if post != 0 && !slices.Contains(out, post) {
			out = append(out, post)
		}
	}
	if p.Process != nil {
		for _, s := range p.Process.Steps {
			if s.PostID != nil {
				add(*s.PostID)
			}
		}
	}
	for _, post := range p.Exercising {
		add(post)
	}
	add(p.Decision)
	add(p.Execution)
	add(p.Supervision)
	return out
}

// bureauOf is the nearest bureau at or above a unit, the top unit where there is none.
func (ix *Index) bureauOf(unit int64) int64 {
	for range mostLevels {
		u, ok := ix.units[unit]
		if !ok || u.Kind == term.UnitKindBureau || u.Parent == 0 {
			return unit
		}
		unit = u.Parent
	}
	return unit
}

// mostLevels ends walks in a tree that, by mistake, leads back to itself.
const mostLevels = 64

// inBureau are a unit and the units below it down to the next bureaus.
func (ix *Index) inBureau(unit int64) []int64 {
	return ix.below(unit, func(u Unit) bool { return u.Kind != term.UnitKindBureau })
}

// subtree are a unit and all units below it.
func (ix *Index) subtree(unit int64) []int64 {
	return ix.below(unit, func(Unit) bool { return true })
}

func (ix *Index) below(unit int64, into func(Unit) bool) []int64 {
	out := []int64{unit}
	seen := map[int64]bool{unit: true}
	for i := 0; i < len(out); i++ {
		for _, c := range ix.children[out[i]] {
			if !seen[c] && into(ix.units[c]) {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// Holder is somebody who holds a post, and since when.
type Holder struct {
	Person int64
	From   Day
}

// sight is how an index is looked at: with some people away, for whom their deputies act.
type sight struct {
	*Index
	away map[int64]bool
}

// holders are the people who hold a post, each once with the earliest day, by their ids. For who is
// away those deputies stand in who are not away themselves.
func (v sight) holders(post int64) []Holder { return v.appendHolders(nil, post) }

// vacant tells that nobody holds a post.
func (v sight) vacant(post int64) bool {
	if v.away == nil {
		return len(v.appointedTo[post]) == 0
	}
	return len(v.holders(post)) == 0
}

// appendHolders is holders in the room of an empty list.
func (v sight) appendHolders(out []Holder, post int64) []Holder {
	for _, a := range v.appointedTo[post] {
		if !v.away[a.Person] {
			out = addHolder(out, Holder{a.Person, a.From})
			continue
		}
		for _, d := range v.deputiesFor[a.Person] {
			if deputy := v.deputies[d].Deputy; !v.away[deputy] {
				out = addHolder(out, Holder{deputy, a.From})
			}
		}
	}
	if len(out) > 1 {
		slices.SortFunc(out, func(a, b Holder) int { return cmp.Compare(a.Person, b.Person) })
	}
	return out
}

func addHolder(to []Holder, h Holder) []Holder {
	for i := range to {
		if to[i].Person == h.Person {
			to[i].From = min(to[i].From, h.From)
			return to
		}
	}
	return append(to, h)
}

// related are the people in a close relation with somebody, with the day since when.
func (ix *Index) related(person int64) []Holder {
	var out []Holder
	for _, id := range ix.relationsOf[person] {
		r := ix.relations[id]
		other := r.A + r.B - person
		if other != person {
			out = addHolder(out, Holder{other, r.Since})
		}
	}
	return out
}
