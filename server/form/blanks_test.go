package form_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/testkit"
)

// A measure of the register may have no due date, as one that recurs; on 表3 it
// needs one.
func TestEmptyCellsOfRegisterRowsAreReportedAndStopNoOtherWriting(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db)
	f, key := o.of[term.FormKindPersonal], form.RowKey36(o.Measures[2].ID)
	db.Raw.Client.Measure.UpdateOne(o.Measures[2]).ClearDueOn().SetFrequency("每季度").ExecX(testkit.System())
	me := testkit.AsPerson(term.RoleStaff, o.Department, o.People[2])
	c := testkit.Must(o.forms.Content(me, f))(t)
	if got := problem(c, key, "due"); got != "REQUIRED" || len(c.Problems) != 1 {
		t.Fatalf("the page reports %v, want that the due date is missing", reasons(c))
	}
	lacks := func() []form.Problem {
		return form.Blanks(testkit.Must(o.forms.Current(me, f))(t))
	}
	if got := lacks(); len(got) != 2 || *got[0].Column != "pledge" || *got[1].Key != key || *got[1].Column != "due" {
		t.Errorf("its submission is prevented by %+v, want the pledge and the due date", got)
	}
	_, c, err := o.forms.SaveDraft(me, form.SaveDraft{FormID: f.ID, Fields: cells("pledge", "廉洁从政"),
		Rows: []form.RowInput{{Section: "measures", Key: key, Cells: cells("content", "收件由两人当场核对登记")}}})
	if err != nil || problem(c, key, "due") != "REQUIRED" {
		t.Errorf("with another cell of the row typed the page reports %v, %v", reasons(c), err)
	}
	_, c, applied, err := o.forms.ApplyDraft(me, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
	if err != nil || !applied {
		t.Fatalf("what was typed is not written: %v, %v", reasons(c), err)
	}
	c = save(t, me, o, f, c.DraftVersion, form.RowInput{Section: "measures", Key: key, Cells: cells("due", "2026-06-30")})
	if len(c.Problems) != 0 {
		t.Errorf("with a due date the page reports %v", reasons(c))
	}
	if _, _, applied, err := o.forms.ApplyDraft(me, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion}); err != nil || !applied || len(lacks()) != 0 {
		t.Errorf("with a day it lacks %+v, %v", lacks(), err)
	}
	// A row that is to be removed lacks nothing.
	db.Raw.Client.Measure.UpdateOneID(o.Measures[2].ID).ClearDueOn().ExecX(testkit.System())
	saved := testkit.Must(o.forms.Content(me, f))(t)
	if c := save(t, me, o, f, saved.DraftVersion, form.RowInput{Section: "measures", Key: key, Removed: true}); len(c.Problems) != 0 {
		t.Errorf("for a removed row the page reports %v", reasons(c))
	}
}
