package form_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/testkit"
)

// A measure of the register may do without a day, as one that recurs does; on 表3 it needs one.
func TestWhatARowOfTheRegisterLacksIsToldAndStopsNoOtherWriting(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db)
	f, key := o.of[term.FormKindPersonal], form.RowKey36(o.Measures[2].ID)
	db.Raw.Client.Measure.UpdateOne(o.Measures[2]).ClearDueOn().SetFrequency("每季度").ExecX(testkit.System())
	me := testkit.AsPerson(term.RoleStaff, o.Department, o.People[2])
	c := testkit.Must(o.forms.Content(me, f))(t)
	if got := problem(c, key, "due"); got != "REQUIRED" || len(c.Problems) != 1 {
		t.Fatalf("the page tells %v, want that the day is missing", reasons(c))
	}
	lacks := func() []form.Problem {
		return form.Blanks(testkit.Must(o.forms.Current(me, f))(t))
	}
	if got := lacks(); len(got) != 2 || *got[0].Column != "pledge" || *got[1].Key != key || *got[1].Column != "due" {
		t.Errorf("what keeps it from being handed in is %+v, want the pledge and the day", got)
	}
	_, c, err := o.forms.SaveDraft(me, form.SaveDraft{FormID: f.ID, Fields: cells("pledge", "廉洁从政"),
		Rows: []form.RowInput{{Section: "measures", Key: key, Cells: cells("content", "收件由两人当场核对登记")}}})
	if err != nil || problem(c, key, "due") != "REQUIRED" {
		t.Errorf("with another cell of the row typed the page tells %v, %v", reasons(c), err)
	}
	_, c, applied, err := o.forms.ApplyDraft(me, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
	if err != nil || !applied {
		t.Fatalf("what was typed is not written: %v, %v", reasons(c), err)
	}
	c = save(t, me, o, f, c.DraftVersion, form.RowInput{Section: "measures", Key: key, Cells: cells("due", "2026-06-30")})
	if len(c.Problems) != 0 {
		t.Errorf("with a day the page tells %v", reasons(c))
	}
	if _, _, applied, err := o.forms.ApplyDraft(me, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion}); err != nil || !applied || len(lacks()) != 0 {
		t.Errorf("with a day it lacks %+v, %v", lacks(), err)
	}
	// A row that goes lacks nothing.
	db.Raw.Client.Measure.UpdateOneID(o.Measures[2].ID).ClearDueOn().ExecX(testkit.System())
	saved := testkit.Must(o.forms.Content(me, f))(t)
	if c := save(t, me, o, f, saved.DraftVersion, form.RowInput{Section: "measures", Key: key, Removed: true}); len(c.Problems) != 0 {
		t.Errorf("for a row that is removed the page tells %v", reasons(c))
	}
}
