package form_test

import (
	"fmt"
	"testing"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestAFormOfAGreatDepartmentCostsFewStatements(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db)
	ctx, unit, post, person := testkit.System(), o.Department.ID, o.Posts[2].ID, o.People[2].ID
	var powers, risks []int64
	for i := range 49 {
		p := testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: unit, Details: register.PowerDetails{Code: fmt.Sprint("Q", i), Name: fmt.Sprint("权", i),
			Type: term.PowerTypeOther, Discretion: term.DiscretionNone, ExercisingPostIds: []int64{post}, DecisionPostID: &o.Posts[1].ID}}))(t)
		powers = append(powers, p.ID)
	}
	for i := range 200 {
		r := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: unit, Assessment: &testkit.Minor, Details: testkit.RiskDetails(fmt.Sprint(i), func(d *register.RiskDetails) {
			d.PowerID, d.ExposedPostIds, d.ExposedPersonIds, d.DirectOwnerID = &powers[i%len(powers)], []int64{post}, []int64{person}, &person
		})}))(t)
		risks = append(risks, r.ID)
	}
	for i := range 300 {
		testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: unit, Details: register.MeasureDetails{Content: fmt.Sprint("措施", i),
			Kind: term.MeasureKindRule, Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral, OwnerID: &person, RiskPointIds: []int64{risks[i%len(risks)]}}}))(t)
	}
	head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
	for kind, want := range map[term.FormKind]int{term.FormKindPowers: 50, term.FormKindRisks: 200, term.FormKindMeasures: 300} {
		db.Statements.Reset()
		c := testkit.Must(o.forms.Content(head, o.of[kind]))(t)
		if n := len(c.Sections[0].Rows); n != want {
			t.Errorf("%s has %d rows, want %d", kind, n, want)
		}
		if seen := db.Statements.Seen(); len(seen) > 12 {
			t.Errorf("%s costs %d statements, want at most 12", kind, len(seen))
		}
	}
	f := o.of[term.FormKindMeasures]
	db.Statements.Reset()
	before := testkit.Must(o.forms.Current(head, f))(t)
	rows := []form.RowInput{}
	for _, r := range before.Sections[0].Rows {
		in := form.RowInput{Section: "measures", Key: r.Key}
		for _, c := range r.Cells {
			in.Cells = append(in.Cells, form.CellInput(c))
		}
		rows = append(rows, in)
	}
	// Typing in what was printed changes nothing.
	_, c, err := o.forms.SaveDraft(head, form.SaveDraft{FormID: f.ID, Rows: rows})
	if err != nil || len(c.Problems) != 0 {
		t.Fatalf("%v, %v", reasons(c), err)
	}
	for _, r := range c.Sections[0].Rows {
		if r.Edited {
			t.Fatalf("the row %s counts as edited: %v", r.Key, r.EditedColumns)
		}
	}
}
