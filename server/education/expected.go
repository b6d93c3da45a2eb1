package education

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

const (
	// MostPeople are expected at a session.
	MostPeople = 2000
	mostNamed  = 200 // units, and posts, of an invitation
)

// Invitation says who is expected at a session: all who hold a post in units and those below them, or a post, on its day; and people.
type Invitation struct{ UnitIds, PostIds, PersonIds []int64 }

// Expectation is somebody who is expected, with the post by which they are, 0 for somebody without one.
type Expectation struct{ Person, Post, Unit int64 }

// Expected works out from the offices of a day who is expected, each once: by their first post in the units that are invited, else by the first
// post that is, else, for people who are named, by the first that they hold. Units are as they stood in the tree on the day.
func Expected(in Invitation, appointments []office.Appointment, units map[int64]office.Unit) []Expectation {
	var out []Expectation
	seen := map[int64]bool{}
	take := func(invited func(office.Appointment) bool) {
		for _, a := range appointments {
			if !seen[a.Person] && invited(a) {
				seen[a.Person] = true
				out = append(out, Expectation{a.Person, a.Post, a.Unit})
			}
		}
	}
	take(func(a office.Appointment) bool {
		path := units[a.Unit].Path
		return slices.ContainsFunc(in.UnitIds, func(id int64) bool { return id == a.Unit || slices.Contains(path[:], id) })
	})
	take(func(a office.Appointment) bool { return slices.Contains(in.PostIds, a.Post) })
	take(func(a office.Appointment) bool { return slices.Contains(in.PersonIds, a.Person) })
	for _, id := range in.PersonIds {
		if !seen[id] {
			seen[id] = true
			out = append(out, Expectation{Person: id})
		}
	}
	return out
}

// Guest is somebody who is expected, with names as of the day.
type Guest struct {
	Person           *ent.Person
	Department, Post string

	place place
}

// place is where somebody stands in a list.
type place struct {
	order int
	code  string
}

// Preview is who would be expected on a day, in the order of the tree and by name.
func (s *Service) Preview(ctx context.Context, on time.Time, in Invitation) ([]*Guest, error) {
	if err := authz.CheckAnywhere(ctx, authz.RecordRisk); err != nil {
		return nil, err
	}
	return s.guests(ctx, s.store.Reader(ctx), "invitation", on, in)
}

// guests are those whom an invitation of the viewer expects, in the order of the tree and by name.
func (s *Service) guests(ctx context.Context, client *ent.Client, field string, on time.Time, in Invitation) ([]*Guest, error) {
	if err := seen(ctx, client, field, in); err != nil {
		return nil, err
	}
	expected, err := s.expected(ctx, client, on, in)
	if err != nil {
		return nil, err
	}
	if len(expected) > MostPeople {
		return nil, fault.Bad(field, "TOO_MANY", fmt.Sprintf("参加人员最多 %d 人", MostPeople), fmt.Sprintf("At most %d people take part", MostPeople))
	}
	return s.name(ctx, client, expected)
}

// seen refuses to invite whom the viewer does not see.
func seen(ctx context.Context, client *ent.Client, field string, in Invitation) error {
	var bad fault.List
	for name, ids := range map[string][]int64{"unitIds": in.UnitIds, "postIds": in.PostIds} {
		if len(ids) > mostNamed {
			bad.Add(fault.Bad(field+"."+name, "TOO_MANY", fmt.Sprintf("最多选择 %d 个", mostNamed), fmt.Sprintf("Name at most %d", mostNamed)))
		}
	}
	if len(in.PersonIds) > MostPeople {
		bad.Add(fault.Bad(field+".personIds", "TOO_MANY", fmt.Sprintf("参加人员最多 %d 人", MostPeople), fmt.Sprintf("At most %d people take part", MostPeople)))
	}
	if err := bad.Err(); err != nil {
		return err
	}
	units, err := reached(ctx, client, in.UnitIds)
	if err != nil {
		return err
	}
	posts, err := org.KnownPosts(ctx, client, in.PostIds)
	if err != nil {
		return err
	}
	people, err := org.KnownPersons(ctx, client, in.PersonIds)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(in.UnitIds, func(id int64) bool { return !slices.Contains(units, id) }) {
		bad.Add(fault.MissingAt(field+".unitIds", "单位", "unit"))
	}
	if slices.ContainsFunc(in.PostIds, func(id int64) bool { return !posts[id] }) {
		bad.Add(fault.MissingAt(field+".postIds", "岗位", "post"))
	}
	if slices.ContainsFunc(in.PersonIds, func(id int64) bool { return !people[id] }) {
		bad.Add(fault.MissingAt(field+".personIds", "人员", "person"))
	}
	return bad.Err()
}

// reached are those of some units of which the viewer sees all that stands below them: of a unit above their own they see only itself.
func reached(ctx context.Context, client *ent.Client, ids []int64) ([]int64, error) {
	rows, err := client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
	v := viewer.FromContext(ctx)
	var out []int64
	for _, u := range rows {
		if v.System || v.Directory.Reaches(u.Levels()) {
			out = append(out, u.ID)
		}
	}
	return out, err
}

// expected reads the offices of the day, and works out who is expected.
func (s *Service) expected(ctx context.Context, client *ent.Client, on time.Time, in Invitation) ([]Expectation, error) {
	reader := office.Read(client, office.On(on))
	inside, err := reader.Inside(ctx, in.UnitIds...)
	if err != nil {
		return nil, err
	}
	facts, err := reader.Posted(ctx, inside, in.PostIds, in.PersonIds)
	if err != nil {
		return nil, err
	}
	return Expected(in, facts.Appointments, facts.Units), nil
}

// name names those who are expected.
func (s *Service) name(ctx context.Context, client *ent.Client, expected []Expectation) ([]*Guest, error) {
	var people, posts, units []int64
	for _, e := range expected {
		people, posts, units = append(people, e.Person), append(posts, e.Post), append(units, e.Unit)
	}
	persons, titles, places := map[int64]*ent.Person{}, map[int64]string{}, map[int64]*ent.Unit{}
	if err := store.InParts(people, func(part []int64) error {
		rows, err := client.Person.Query().Where(person.IDIn(part...)).All(everywhere(ctx))
		for _, p := range rows {
			persons[p.ID] = p
		}
		return err
	}); err != nil {
		return nil, err
	}
	if err := store.InParts(posts, func(part []int64) error {
		rows, err := client.Post.Query().Where(post.IDIn(part...)).All(everywhere(ctx))
		for _, p := range rows {
			titles[p.ID] = p.Name
		}
		return err
	}); err != nil {
		return nil, err
	}
	if err := store.InParts(units, func(part []int64) error {
		rows, err := client.Unit.Query().Where(unit.IDIn(part...)).All(everywhere(ctx))
		for _, u := range rows {
			places[u.ID] = u
		}
		return err
	}); err != nil {
		return nil, err
	}
	out := make([]*Guest, 0, len(expected))
	for _, e := range expected {
		p := persons[e.Person]
		if p == nil {
			continue // brought by an import under way
		}
		g := &Guest{Person: p, Post: titles[e.Post]}
		if u := places[e.Unit]; u != nil {
			g.Department, g.place = u.Name, place{u.SortOrder, u.Code}
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b *Guest) int {
		return cmp.Or(cmp.Compare(a.place.order, b.place.order), cmp.Compare(a.place.code, b.place.code), cmp.Compare(a.Person.Name, b.Person.Name), cmp.Compare(a.Person.ID, b.Person.ID))
	})
	return out, nil
}
