package form

import (
	"context"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/store"
)

// book is what a form shows of the register and the organisation. The number
// of statements that load it does not grow with its rows.
type book struct {
	form     *ent.Form
	layout   Layout
	unit     *ent.Unit
	campaign *ent.Campaign
	who      *ent.Person // the person of a personal form, nil for a department's
	today    time.Time
	entries  map[string][]*entry // by section, in the order of the form
	fields   map[string]string   // computed cells outside the tables

	posts  *index
	people *index
	powers *powerIndex
	risks  *index

	duties map[int64][]*ent.Duty // by post
	saved  *ent.FormDraft        // nil when nothing was typed
	draft  *draft
}

// open reads a form with everything it shows. Whoever may see the form sees
// all of its content, so the program reads it without the viewer's scope.
func (s *Service) open(ctx context.Context, f *ent.Form) (*book, error) {
	if f.PersonID != nil {
		store.NoteRead(ctx, *f.PersonID)
	}
	asker := ctx
	ctx = viewer.System(ctx)
	client := s.store.Reader(ctx)
	b := &book{form: f, layout: LayoutOf(f.Kind), today: s.store.Today(), entries: map[string][]*entry{}, fields: map[string]string{},
		posts: newIndex(), people: newIndex(), powers: newPowerIndex(), risks: newIndex(), duties: map[int64][]*ent.Duty{}}
	var err error
	if b.unit, err = client.Unit.Get(ctx, f.UnitID); err != nil {
		return nil, err
	}
	if b.campaign, err = client.Campaign.Get(ctx, f.CampaignID); err != nil {
		return nil, err
	}
	if b.saved, err = s.savedOf(ctx, f.ID); err != nil {
		return nil, err
	}
	if b.draft, err = b.decoded(); err != nil {
		return nil, err
	}
	read := map[term.FormKind]func(context.Context, *ent.Client) error{
		term.FormKindPowers: b.readPowers, term.FormKindRisks: b.readRisks,
		term.FormKindPersonal: b.readPersonal, term.FormKindMeasures: b.readMeasures,
	}[f.Kind]
	if err := read(ctx, client); err != nil {
		return nil, err
	}
	return b, b.widen(asker, client)
}

// decoded returns the stored draft, an empty one when nothing was typed.
func (b *book) decoded() (*draft, error) {
	if b.saved == nil {
		return &draft{}, nil
	}
	return decodeDraft(b.saved.Content)
}

// entry returns the register row with a key, nil when the form does not show
// it.
func (b *book) entry(section, key string) *entry {
	for _, e := range b.entries[section] {
		if e.key == key {
			return e
		}
	}
	return nil
}

// chain returns the ids of the form's unit and of its ancestors, nearest
// first.
func (b *book) chain() []int64 {
	var out []int64
	levels := org.LevelsOf(b.unit)
	for i := len(levels) - 1; i >= 0; i-- {
		if levels[i] != 0 {
			out = append(out, levels[i])
		}
	}
	return out
}

// tier ranks a unit by distance: the form's unit, its ancestors, then all
// others.
func (b *book) tier(unit int64) int {
	for i, id := range b.chain() {
		if id == unit {
			return i
		}
	}
	return len(org.LevelsOf(b.unit))
}

// addPosts adds the posts of the unit and its ancestors, and those referred
// to.
func (b *book) addPosts(ctx context.Context, client *ent.Client, referred []int64) error {
	rows, err := client.Post.Query().Where(post.Or(post.IDIn(referred...),
		post.And(post.UnitIDIn(b.chain()...), post.Or(post.ClosedOnIsNil(), post.ClosedOnGT(b.today))))).
		Order(post.ByID()).All(ctx)
	for _, p := range rows {
		b.addPost(p)
	}
	return err
}

func (b *book) addPost(p *ent.Post) {
	b.posts.add(&thing{id: p.ID, texts: []string{p.Name}, tier: b.tier(p.UnitID)})
}

// addPeople adds the people who are referred to, and those of the unit and its
// ancestors who share a name with one of them or are named in the draft.
func (b *book) addPeople(ctx context.Context, client *ent.Client, referred []int64, known []*ent.Person) error {
	rows, err := client.Person.Query().Where(person.IDIn(referred...)).Order(person.ByID()).All(ctx)
	if err != nil {
		return err
	}
	rows = append(rows, known...)
	names := b.typedNames()
	for _, p := range rows {
		names = append(names, p.Name)
	}
	same, err := client.Person.Query().Where(person.NameIn(names...), person.UnitIDIn(b.chain()...)).Order(person.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, p := range append(rows, same...) {
		b.addPerson(p)
	}
	return nil
}

func (b *book) addPerson(p *ent.Person) {
	t := &thing{id: p.ID, texts: []string{p.Name}, tier: b.tier(p.UnitID)}
	if p.StaffNumber != nil && *p.StaffNumber != "" {
		t.texts = append(t.texts, p.Name+"("+*p.StaffNumber+")")
	}
	b.people.add(t)
}

// typedNames returns the names of people in the draft.
func (b *book) typedNames() []string {
	var out []string
	for _, text := range b.typedPeople() {
		name, _ := splitPerson(text)
		out = append(out, name)
	}
	return out
}

// widen adds people of the whole organisation whom the draft names and who are
// neither in the form nor on the unit or its ancestors, as far as the viewer
// may see them.
func (b *book) widen(ctx context.Context, client *ent.Client) error {
	var names, numbers []string
	for _, text := range b.typedPeople() {
		if t, _ := b.people.find(text); t != nil {
			continue
		}
		name, number := splitPerson(text)
		names = append(names, name)
		if number != "" {
			numbers = append(numbers, number)
		}
	}
	if len(names) == 0 {
		return nil
	}
	q := client.Person.Query().Where(person.NameIn(names...))
	if len(numbers) == len(names) {
		q.Where(person.StaffNumberIn(numbers...))
	}
	rows, err := q.Order(person.ByID()).Limit(mostSameName).All(ctx)
	for _, p := range rows {
		b.addPerson(p)
	}
	return err
}

// mostSameName is the greatest number of people of one name that are
// considered.
const mostSameName = 1000

// typedPeople returns the texts in the draft that name people.
func (b *book) typedPeople() []string {
	var out []string
	for _, r := range b.draft.Rows {
		for _, c := range b.layout.table(r.Section).Columns {
			if c.Input == InputPerson || c.Input == InputPersons {
				if text := r.Cells[c.Code].Text; text != "" {
					out = append(out, pieces(text)...)
				}
			}
		}
	}
	return out
}

// locked reads a form with a lock, so that concurrent writers wait for one
// another.
func (s *Service) locked(ctx context.Context, tx *ent.Tx, id int64) (*ent.Form, error) {
	q := tx.Form.Query().Where(entform.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	return q.Only(viewer.System(ctx))
}
