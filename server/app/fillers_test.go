package app_test

import (
	"context"
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/form"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// signedIn is a context of an account with the roles that follow from what its person holds.
func (w *town) signedIn(t *testing.T, a *ent.Account) context.Context {
	t.Helper()
	facts := testkit.Must(office.Read(w.db.Client, office.On(w.db.Today())).Account(testkit.System(), a.ID, *a.PersonID))(t)
	v := &viewer.Viewer{AccountID: a.ID, PersonID: *a.PersonID, Grants: facts.Grants(a.ID, *a.PersonID)}
	authz.Scopes(v)
	return viewer.NewContext(context.Background(), v)
}

// Who fills a form is one answer: for the list of forms to fill, for the right to fill it, for
// the to-do and for notices.
func TestEveryPlaceNamesTheSameFillers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newTown(t, db)
		forms := form.New(db.Store, db.Register)
		bureau, department := w.East.Unit, w.East.Department
		led := w.form(t, bureau, term.FormKindRisks, nil)        // by a principal, without a head
		headed := w.form(t, department, term.FormKindRisks, nil) // by a head
		both := w.form(t, department, term.FormKindPowers, nil)
		db.Raw.Client.Portfolio.Create().SetPersonID(w.East.People[0].ID).SetKind(term.PortfolioKindPrincipal).SetFromDay(db.Today()).SetUnitID(department.ID).
			SetLevels(department.Levels()).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(testkit.System())
		w.follow(t)
		for i, want := range [][]int64{{led.ID}, nil, {headed.ID, both.ID}} { // province, city, department
			ctx := w.signedIn(t, w.accounts[i])
			yes := true
			var listed, waiting []int64
			for _, f := range testkit.Must(forms.Forms(ctx, form.Filter{ToFill: &yes}, store.Page{First: 10}, nil))(t).Rows {
				listed = append(listed, f.ID)
				if err := forms.MayFill(ctx, f); err != nil {
					t.Errorf("%d lists a form that may not be filled: %v", i, err)
				}
			}
			for _, s := range testkit.Must(w.app.ToDos.ToDo(ctx))(t) {
				for _, item := range s.Items {
					if s.Kind == todo.Fill {
						waiting = append(waiting, item.ID)
					}
				}
			}
			slices.Sort(listed)
			slices.Sort(waiting)
			if !slices.Equal(listed, want) || !slices.Equal(waiting, want) {
				t.Errorf("%d is to fill %v by the list and %v by the to-do, want %v", i, listed, waiting, want)
			}
			if got := w.kinds(w.accounts[i])[term.NoticeKindFormExpected]; got != len(want) {
				t.Errorf("%d is notified of %d forms, want %d", i, got, len(want))
			}
		}
		// The leader in charge of the city keeps no register of the province.
		if err := forms.MayFill(w.signedIn(t, w.accounts[1]), led); err == nil {
			t.Error("somebody else fills the bureau's form")
		}
	})
}
