package form

import (
	"cmp"
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/todo"
)

// soonDays is from how many days before its deadline the to-do lists a form as
// due soon.
const soonDays = 7

// ToDo returns the section of forms that the viewer is to fill.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Fill, todo.Returned, todo.DueSoon, todo.Overdue}, Find: s.findToFill, Rows: []string{ent.TypeForm, ent.TypeCampaign}}
}

// findToFill finds the forms that the viewer is to fill.
func (s *Service) findToFill(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	me := viewer.FromContext(ctx).PersonID
	if me == 0 {
		return nil, nil
	}
	today := s.store.Today()
	var mine []predicate.Form
	for _, fills := range office.FilledBy(me, today) {
		mine = append(mine, entform.And(entform.StateEQ(term.FormStateDraft), fills))
	}
	forms, err := Pressing(ctx, s.store, mine...)
	if err != nil {
		return nil, err
	}
	out := map[todo.Kind][]*todo.Item{todo.Fill: nil, todo.Returned: nil, todo.DueSoon: nil, todo.Overdue: nil}
	for _, f := range forms {
		add := func(kind todo.Kind) { out[kind] = append(out[kind], ToDoItem(f, "/forms/")) }
		add(todo.Fill)
		if f.ReturnedAt != nil {
			add(todo.Returned)
		}
		switch {
		case f.DueOn.Before(today):
			add(todo.Overdue)
		case !f.DueOn.After(today.AddDate(0, 0, soonDays)):
			add(todo.DueSoon)
		}
	}
	return out, nil
}

// Pressing returns the forms of open campaigns that meet any of the
// conditions, earliest deadline first, at most as many of each condition as a
// section of the to-do counts. They are read without the viewer's scope, since
// the conditions select only forms addressed to the viewer. Each condition is
// a statement of its own, so that each uses its index.
func Pressing(ctx context.Context, s *store.Store, any ...predicate.Form) ([]*ent.Form, error) {
	seen := map[int64]bool{}
	var out []*ent.Form
	for _, which := range any {
		rows, err := s.Reader(ctx).Form.Query().Where(which, entform.HasCampaignWith(campaign.ClosedAtIsNil())).
			Order(entform.ByDueOn(), entform.ByID()).Limit(todo.Most + 1).All(viewer.System(ctx))
		if err != nil {
			return nil, err
		}
		for _, f := range rows {
			if !seen[f.ID] {
				out = append(out, f)
			}
			seen[f.ID] = true
		}
	}
	slices.SortFunc(out, func(a, b *ent.Form) int { return cmp.Or(a.DueOn.Compare(b.DueOn), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

// ToDoItem makes the to-do item of a form, which opens a page of it.
func ToDoItem(f *ent.Form, page string) *todo.Item {
	item := &todo.Item{ID: f.ID, Path: page + store.EncodeID(f.ID), TitleID: f.CampaignID, FormKind: &f.Kind, FormState: &f.State, DueOn: &f.DueOn, UnitID: f.UnitID}
	if f.PersonID != nil {
		item.PersonID = *f.PersonID
	}
	return item
}
