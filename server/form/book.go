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

// book is what a form shows of the register and of the organisation, loaded in a number of
// statements that does not grow with its rows.
type book struct {
	form     *ent.Form
	layout   Layout
	unit     *ent.Unit
	campaign *ent.Campaign
	who      *ent.Person // whose form it is, nil for a department's
	today    time.Time
	entries  map[string][]*entry // by section, in the order of the form
	fields   map[string]string   // computed cells that stand once

	posts  *index
	people *index
	powers *powerIndex
	risks  *index

	duties map[int64][]*ent.Duty // by post
	saved  *ent.FormDraft        // nil where nothing was typed
	draft  *draft
}

// open reads a form with everything that it shows. Whoever sees the form sees what stands in
// it: the program reads it for them.
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

// decoded is the stored draft, an empty one where nothing was typed.
func (b *book) decoded() (*draft, error) {
	if b.saved == nil {
		return &draft{}, nil
	}
	return decodeDraft(b.saved.Content)
}

// entry is the row of the register of a key, nil where the form does not show it.
func (b *book) entry(section, key string) *entry {
	for _, e := range b.entries[section] {
		if e.key == key {
			return e
		}
	}
	return nil
}

// chain are the ids of the form's unit and of those above it, the nearest first.
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

// tier tells how near a unit is: that of the form, those above it, then all others.
func (b *book) tier(unit int64) int {
	for i, id := range b.chain() {
		if id == unit {
			return i
		}
	}
	return len(org.LevelsOf(b.unit))
}

// addPosts takes in the posts of the unit and of those above it, and those referred to.
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

// addPeople takes in people who are referred to, and those of the unit and of units above it
// who share a name with one of them or are named in the draft.
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

// typedNames are the names of people that stand in the draft.
func (b *book) typedNames() []string {
	var out []string
	for _, text := range b.typedPeople() {
		name, _ := splitPerson(text)
		out = append(out, name)
	}
	return out
}

// widen takes in people whom the draft names and who stand neither in the form nor on the
// unit or above it: of the whole organisation, as far as the viewer sees it.
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

// mostSameName bounds how many people of a name are looked at.
const mostSameName = 1000

// typedPeople are the texts in the draft that name people.
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

// locked reads a form again for a write, so that two who write wait for one another.
func (s *Service) locked(ctx context.Context, tx *ent.Tx, id int64) (*ent.Form, error) {
	q := tx.Form.Query().Where(entform.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	return q.Only(viewer.System(ctx))
}
