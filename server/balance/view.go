package balance

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/unit"
	"sineng/server/balance/engine"
)

// Balance is what there is to say of a unit on a day.
type Balance struct {
	Unit  *ent.Unit
	On    time.Time
	state *engine.State
	rules *engine.Rulebook
	past  bool
	names *names
	// inside are the units at and below Unit, as far as they are judged; powers, sorted, and conflicts are those
	// that are told of.
	inside    map[int64]bool
	powers    []int64
	conflicts []engine.Conflict
}

// tell works out what is told of: what stands in the unit or below it.
func (b *Balance) tell() {
	facts := b.state.Index().Facts()
	b.inside = map[int64]bool{b.Unit.ID: true}
	for again := true; again; {
		again = false
		for _, u := range facts.Units {
			if b.inside[u.Parent] && !b.inside[u.ID] {
				b.inside[u.ID], again = true, true
			}
		}
	}
	for _, p := range facts.Powers {
		if b.inside[p.Unit] {
			b.powers = append(b.powers, p.ID)
		}
	}
	slices.Sort(b.powers)
	for _, c := range b.state.Result().Conflicts {
		if b.concerns(c) {
			b.conflicts = append(b.conflicts, c)
		}
	}
}

// concerns reports whether a part of a conflict stands in the unit or below it.
func (b *Balance) concerns(c engine.Conflict) bool {
	return slices.ContainsFunc(c.Units(), func(id int64) bool { return b.inside[id] }) || c.Site.Kind == engine.SiteUnit && b.inside[c.Site.ID]
}

// tells reports whether a power is told of.
func (b *Balance) tells(power int64) bool {
	_, told := slices.BinarySearch(b.powers, power)
	return told
}

// narrow keeps what is about one power; nothing where it was not in the register on the day.
func (b *Balance) narrow(power int64) {
	b.powers = slices.DeleteFunc(b.powers, func(id int64) bool { return id != power })
	b.conflicts = slices.DeleteFunc(b.conflicts, func(c engine.Conflict) bool { return !slices.Contains(c.Powers(), power) })
}

func rulesByCode(book *engine.Rulebook) map[string]engine.Rule {
	out := map[string]engine.Rule{}
	for _, r := range book.Rules() {
		out[r.Code] = r
	}
	return out
}

// names are the rows that the viewer sees of those that the facts name.
type names struct {
	people map[int64]*ent.Person
	posts  map[int64]*ent.Post
	units  map[int64]*ent.Unit
	powers map[int64]*ent.Power
	steps  map[int64]map[string]string
}

// name reads the rows that are named.
func (b *Balance) name(ctx context.Context, client *ent.Client) error {
	f := b.state.Index().Facts()
	n := &names{people: map[int64]*ent.Person{}, posts: map[int64]*ent.Post{}, units: map[int64]*ent.Unit{}, powers: map[int64]*ent.Power{}, steps: map[int64]map[string]string{}}
	b.names = n
	people, posts, units, powers := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	for _, a := range f.Appointments {
		people[a.Person] = true
	}
	for _, p := range f.Portfolios {
		people[p.Person] = true
	}
	for _, d := range f.Deputies {
		people[d.Deputy] = true
	}
	for _, p := range f.Posts {
		posts[p.ID] = true
	}
	for _, u := range f.Units {
		units[u.ID] = true
	}
	for _, p := range f.Powers {
		powers[p.ID] = true
	}
	n.steps = stepNames(f)
	return n.read(ctx, client, people, posts, units, powers)
}

func (n *names) read(ctx context.Context, client *ent.Client, people, posts, units, powers map[int64]bool) error {
	for ids := range slices.Chunk(sorted(people), mostAtOnce) {
		rows, err := client.Person.Query().Where(person.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range rows {
			n.people[p.ID] = p
		}
	}
	for ids := range slices.Chunk(sorted(posts), mostAtOnce) {
		rows, err := client.Post.Query().Where(post.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range rows {
			n.posts[p.ID] = p
		}
	}
	for ids := range slices.Chunk(sorted(units), mostAtOnce) {
		rows, err := client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, u := range rows {
			n.units[u.ID] = u
		}
	}
	for ids := range slices.Chunk(sorted(powers), mostAtOnce) {
		rows, err := client.Power.Query().Where(power.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range rows {
			n.powers[p.ID] = p
		}
	}
	return nil
}

// mostAtOnce is how many rows a statement names.
const mostAtOnce = 2000

func sorted(ids map[int64]bool) []int64 {
	out := make([]int64, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}
