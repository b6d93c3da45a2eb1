package form

import (
	"context"
	"slices"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/server/follow"
	"sineng/server/notice"
)

// noticeBatch is how many forms are processed at a time.
const noticeBatch = 500

// Changed is the present state of a form that an entry of the log is about,
// with its unit and person and the accounts of those who fill it.
type Changed struct {
	Entry   follow.Entry
	Form    *ent.Form
	Fillers []int64
}

// EachChanged visits the forms that entries of the log are about, in the order
// of the entries and some hundreds at a time. A form is judged by its present
// state: if it has changed again since the entry, the later entry gives the
// notice. Forms that do not match fits are skipped.
func EachChanged(ctx context.Context, b *notice.Batch, entries []follow.Entry, fits predicate.Form, do func([]Changed) error) error {
	type change struct {
		entry follow.Entry
		form  int64
	}
	var all []change
	for _, e := range entries {
		for _, id := range e.Changed(ent.TypeForm) {
			all = append(all, change{e, id})
		}
	}
	for part := range slices.Chunk(all, noticeBatch) {
		ids := make([]int64, len(part))
		for i, c := range part {
			ids[i] = c.form
		}
		forms, err := b.Tx.Form.Query().Where(entform.IDIn(ids...), fits).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		if len(forms) == 0 {
			continue
		}
		fillers, err := fillerAccounts(ctx, b, forms)
		if err != nil {
			return err
		}
		byID := map[int64]*ent.Form{}
		for _, f := range forms {
			byID[f.ID] = f
		}
		var changes []Changed
		for _, c := range part {
			if f := byID[c.form]; f != nil {
				changes = append(changes, Changed{c.entry, f, fillers[f.ID]})
			}
		}
		if err := do(changes); err != nil {
			return err
		}
		if err := b.Flush(ctx); err != nil {
			return err
		}
	}
	return nil
}

// fillerAccounts returns the accounts of those who fill forms, by form.
func fillerAccounts(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]int64, error) {
	fillers, err := fillersOf(ctx, b, forms)
	if err != nil {
		return nil, err
	}
	var people []int64
	for _, f := range forms {
		people = append(people, fillers[f.ID]...)
	}
	accounts, err := b.AccountsOf(ctx, people)
	out := map[int64][]int64{}
	for id, of := range fillers {
		for _, p := range of {
			out[id] = append(out[id], accounts[p])
		}
	}
	return out, err
}

// fillersOf returns the people who fill forms today, by form.
func fillersOf(ctx context.Context, b *notice.Batch, forms []*ent.Form) (map[int64][]int64, error) {
	var units []int64
	for _, f := range forms {
		if filled(f).Named() == 0 {
			units = append(units, f.UnitID)
		}
	}
	facts, err := b.Office().Leading(ctx, units...)
	if err != nil {
		return nil, err
	}
	out := make(map[int64][]int64, len(forms))
	for _, f := range forms {
		out[f.ID] = facts.Fillers(filled(f))
	}
	return out, nil
}
