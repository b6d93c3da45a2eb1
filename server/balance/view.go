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
	Unit *ent.Unit
	On   time.Time
	// Only is the one power that was asked for; nil where all of the unit are told of.
	Only      *ent.Power
	state     *engine.State
	rules     map[string]engine.Rule
	conflicts []engine.Conflict
	past      bool
	names     *names
}

// of are the conflicts with a part in a unit or below it.
func (b *Balance) of(unitID int64) []engine.Conflict {
	inside := b.inside(unitID)
	var out []engine.Conflict
	for _, c := range b.state.Result().Conflicts {
		if slices.ContainsFunc(c.Units(), func(id int64) bool { return inside[id] }) || c.Site.Kind == engine.SiteUnit && inside[c.Site.ID] {
			out = append(out, c)
		}
	}
	return out
}

// inside are the units at and below one, as far as they are judged.
func (b *Balance) inside(unitID int64) map[int64]bool {
	in := map[int64]bool{unitID: true}
	units := b.state.Index().Facts().Units
	for again := true; again; {
		again = false
		for _, u := range units {
			if in[u.Parent] && !in[u.ID] {
				in[u.ID], again = true, true
			}
		}
	}
	return in
}

// narrow keeps what is about one power; nothing where it was not in the register on the day.
func (b *Balance) narrow(p *ent.Power) {
	b.Only = p
	b.conflicts = slices.DeleteFunc(b.conflicts, func(c engine.Conflict) bool { return !slices.Contains(c.Powers(), p.ID) })
}

// powers are the powers that are told of, by their ids.
func (b *Balance) powers() []int64 {
	if b.Only != nil {
		if b.state.Index().Power(b.Only.ID) == nil {
			return nil
		}
		return []int64{b.Only.ID}
	}
	in := b.inside(b.Unit.ID)
	var out []int64
	for _, p := range b.state.Index().Facts().Powers {
		if in[p.Unit] {
			out = append(out, p.ID)
		}
	}
	slices.Sort(out)
	return out
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
		steps := map[string]string{}
		if p.Process != nil {
			for _, st := range p.Process.Steps {
				steps[st.Key] = st.Name
			}
		}
		n.steps[p.ID] = steps
	}
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
