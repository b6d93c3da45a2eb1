package form

import (
	"fmt"
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// smallBook is a book of a kind of form with one person.
func smallBook(kind term.FormKind) *book {
	b := &book{form: &ent.Form{Kind: kind, UnitID: 1}, unit: &ent.Unit{ID: 1, L1: 1, Level: 1}, layout: LayoutOf(kind), draft: &draft{},
		posts: newIndex(), people: newIndex(), powers: newPowerIndex(), risks: newIndex()}
	b.addPerson(&ent.Person{ID: 7, UnitID: 1, Name: "甲一"})
	return b
}

// reasons are the columns and reasons of what is wrong with typed cells.
func reasons(into *[]string) func(*fault.Error) {
	return func(e *fault.Error) { *into = append(*into, e.Field+" "+e.Reason) }
}

func TestAnOwnerIsThePersonOrWhatIsWrittenWhereThereIsNone(t *testing.T) {
	seven := int64(7)
	for _, c := range []struct {
		name        string
		id          *int64
		text, shown string
		typed       string
		owner       *int64
		written     string
		wrong       []string
	}{
		{"several people, as they stand", nil, "甲一、甲二", "甲一、甲二", "甲一、甲二", nil, "甲一、甲二", nil},
		{"a person instead of a post", nil, "财务科科长", "财务科科长", "甲一", &seven, "", nil},
		{"nobody instead of a post", nil, "财务科科长", "财务科科长", "", nil, "", nil},
		{"somebody unknown instead of a post", nil, "财务科科长", "财务科科长", "乙九", nil, "财务科科长", []string{"direct UNKNOWN_NAME"}},
		{"a person beside a text", &seven, "科室负责人", "甲一", "甲一", &seven, "科室负责人", nil},
		{"nobody instead of a person beside a text", &seven, "科室负责人", "甲一", "", nil, "", nil},
		{"neither", nil, "", "", "", nil, "", nil},
	} {
		b := smallBook(term.FormKindRisks)
		r := &ent.RiskPoint{DirectOwnerID: c.id, DirectOwnerText: c.text, Category: "三重一大", LeaderOwnerText: "班子成员"}
		if got := b.riskCells(r)["direct"]; got != c.shown {
			t.Errorf("%s is shown as %q, want %q", c.name, got, c.shown)
		}
		var wrong []string
		d := b.risk(r, map[string]string{"direct": c.typed}, reasons(&wrong)).details
		if given(d.DirectOwnerID) != given(c.owner) || d.DirectOwnerText != c.written || !slices.Equal(wrong, c.wrong) {
			t.Errorf("%s: %q gives %d and %q, %v", c.name, c.typed, given(d.DirectOwnerID), d.DirectOwnerText, wrong)
		}
		if d.Category != "三重一大" || d.LeaderOwnerText != "班子成员" {
			t.Errorf("%s: what the form does not show is lost: %+v", c.name, d)
		}
		m := b.measure(&ent.Measure{OwnerText: "各科室", SupervisorText: "纪检组"}, map[string]string{"content": "抽查"}, reasons(&wrong)).details
		if cells := b.measureCells(&ent.Measure{OwnerText: m.OwnerText, SupervisorText: m.SupervisorText}); cells["owner"] != "各科室" || cells["supervisor"] != "纪检组" {
			t.Errorf("the owners of a measure are %q", cells)
		}
	}
	b := smallBook(term.FormKindPowers)
	if d := b.power(&ent.Power{Responsibilities: "立案", Accountability: "违规"}, nil, nil).details; d.Responsibilities != "立案" || d.Accountability != "违规" {
		t.Errorf("what the form does not show of a power is lost: %+v", d)
	}
}

func TestARowThatNobodyHasAssessedIsEmptyThereAndTakesAllInputsAtOnce(t *testing.T) {
	b := smallBook(term.FormKindRisks)
	cells := b.riskCells(&ent.RiskPoint{Title: "收费", ProposedGrade: term.Ungraded, Grade: term.Ungraded})
	for _, code := range append(inputColumns, "proposed", "grade") {
		if cells[code] != "" {
			t.Errorf("%s of a row that nobody has assessed is %q", code, cells[code])
		}
	}
	for _, c := range []struct {
		typed  map[string]string
		graded bool
		wrong  []string
	}{
		{map[string]string{"cause": "无人监督"}, false, nil},
		{map[string]string{"likelihood": "3"}, true, []string{"severity REQUIRED", "consequence REQUIRED"}},
		{map[string]string{"severity": "3", "consequence": "轻微违规"}, true, []string{"likelihood REQUIRED"}},
		{map[string]string{"likelihood": "3", "severity": "2", "consequence": "轻微违规"}, true, nil},
	} {
		var wrong []string
		w := b.risk(&ent.RiskPoint{}, c.typed, reasons(&wrong))
		if w.graded != c.graded || fmt.Sprint(wrong) != fmt.Sprint(c.wrong) {
			t.Errorf("%v: graded %v, %v", c.typed, w.graded, wrong)
		}
	}
	// Of a row that was assessed one input may change alone.
	var wrong []string
	w := b.risk(&ent.RiskPoint{Likelihood: new(1), Severity: new(2), Consequence: new(term.ConsequenceKindMinor)}, map[string]string{"likelihood": "4"}, reasons(&wrong))
	if w.inputs.Likelihood != 4 || w.inputs.Severity != 2 || w.inputs.Consequence != term.ConsequenceKindMinor || len(wrong) > 0 {
		t.Errorf("the inputs are %+v, %v", w.inputs, wrong)
	}
}
