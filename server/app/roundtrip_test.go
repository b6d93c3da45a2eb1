package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formdraft"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/exchange"
	"sineng/server/sample"
	"sineng/server/testkit"
)

// each is how many forms of a kind and state are tried; more take minutes under the race detector.
const each = 1

// TestWhatIsExportedIsReadBackAndChangesNothing imports forms of all kinds and states, in both
// formats, into the register that they came from.
func TestWhatIsExportedIsReadBackAndChangesNothing(t *testing.T) {
	db, ctx := testkit.SQLite(t), testkit.System()
	testkit.Must(sample.LoadWithCampaign(ctx, db.Store, db.Accounts, db.Now()))(t)
	a := apptest.New(t, db)
	tried := map[string]int{}
	for _, f := range db.Client.Form.Query().Order(ent.Asc(entform.FieldID)).AllX(ctx) {
		of := fmt.Sprintf("%s in %s", f.Kind, f.State)
		if tried[of]++; tried[of] > each {
			continue
		}
		for _, format := range []string{"xlsx", "docx"} {
			t.Run(fmt.Sprintf("%s %d as %s", of, tried[of], format), func(t *testing.T) {
				unchanged(t, readBack(t, ctx, a, f, format), begun(t, ctx, db, f))
			})
		}
	}
	if len(tried) < 12 {
		t.Errorf("only forms of %v were tried", tried)
	}
}

// unchanged fails where the import of a form would change anything. So many of its rows may have
// problems: those that somebody has only begun to fill in.
func unchanged(t *testing.T, plan *exchange.Plan, begun int) {
	t.Helper()
	for i, p := range plan.Problems {
		if i >= begun {
			t.Errorf("row %d, %s: %q: %s", p.Row, p.Column, p.Found, p.WantedEN)
		}
	}
	for _, c := range plan.Preview {
		t.Errorf("%s %s would be changed: %+v", c.Object, c.Label, c.Differences)
	}
	for _, n := range plan.New {
		t.Errorf("%s %s would be created", n.Object, n.Label)
	}
	for _, q := range plan.Questions {
		if q.Text == "岗位职责" { // of several posts in one cell, which no column of powers can hold
			continue
		}
		t.Errorf("row %d: it is asked: %s", q.Row, q.In("en"))
	}
	read := 0
	for _, f := range plan.Figures {
		read += f.Unchanged
	}
	if read == 0 && plan.RowsRead > 0 {
		t.Errorf("of %d rows nothing is known", plan.RowsRead)
	}
}

// begun counts the rows that were added to a form and are not in the register.
func begun(t *testing.T, ctx context.Context, db *testkit.DB, f *ent.Form) int {
	t.Helper()
	drafts := db.Client.FormDraft.Query().Where(formdraft.FormID(f.ID)).AllX(ctx)
	n := 0
	for _, d := range drafts {
		n += strings.Count(d.Content, `"new-`)
	}
	return n
}

// readBack exports a form and plans the import of the file for its unit.
func readBack(t *testing.T, ctx context.Context, a *app.App, f *ent.Form, format string) *exchange.Plan {
	t.Helper()
	out := testkit.Must(a.Paper.Export(ctx, f.ID, format))(t)
	path := filepath.Join(t.TempDir(), "form."+format)
	file := testkit.Must(os.Create(path))(t)
	if err := out.Data(file); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return testkit.Must(a.Exchange.Plan(ctx, exchange.File{Path: path, Name: out.Name}, exchange.Options{UnitID: &f.UnitID}))(t)
}
