package review

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

// ladder is a department whose head, who is in charge, its bureau's principal leader and that of
// the province stand above it, with an inspector and a leading group.
func ladder() *office.Facts {
	unit := func(path ...int64) office.Unit {
		var levels authz.Levels
		copy(levels[:], path)
		return office.UnitAt(levels)
	}
	return &office.Facts{
		Units: map[int64]office.Unit{11: unit(11), 12: unit(11, 12), 13: unit(11, 12, 13)},
		Portfolios: []office.Portfolio{{ID: 1, Person: head, Unit: 13, Kind: term.PortfolioKindHead}, {ID: 2, Person: deputy, Unit: 13, Kind: term.PortfolioKindInCharge},
			{ID: 3, Person: chief, Unit: 12, Kind: term.PortfolioKindPrincipal}, {ID: 4, Person: province, Unit: 11, Kind: term.PortfolioKindPrincipal}},
		Roles: []office.Role{{ID: 5, Account: 50, Unit: 12, Role: term.RoleInspector}, {ID: 6, Account: 60, Unit: 11, Role: term.RoleLeadingGroup},
			{ID: 7, Account: 70, Role: term.RoleLeadingGroup}},
		Accounts: []office.Account{{ID: 50, Person: inspector}, {ID: 60, Person: member}, {ID: 70}},
	}
}

const head, deputy, chief, province, inspector, member int64 = 1, 2, 3, 4, 5, 6

func TestWhoAnswersEachStage(t *testing.T) {
	dept, leader, inspection, group, revising := Stages[0], Stages[1], Stages[2], Stages[3], term.FormStateRevising
	for name, c := range map[string]struct {
		stage    term.FormState
		prepared []int64
		accounts []int64 // that prepared it
		signed   []int64
		subject  int64
		turn     term.Turn
		asked    string // person or account of each
		passed   string
	}{
		"the head":                                {stage: dept, turn: term.TurnOwn, asked: "1 2 3 4 6 a70"},
		"who is in charge":                        {stage: leader, turn: term.TurnOwn, asked: "2 3 4 6 a70"},
		"the head prepared it":                    {stage: dept, prepared: []int64{head}, turn: term.TurnNext, asked: "2 3 4 6 a70", passed: "1 PREPARED"},
		"who is in charge signed for the head":    {stage: leader, prepared: []int64{head}, signed: []int64{deputy}, turn: term.TurnNext, asked: "3 4 6 a70", passed: "2 SIGNED"},
		"a deputy's own form":                     {stage: dept, subject: deputy, turn: term.TurnNext, asked: "3 4 6 a70", passed: "2 SUBJECT"},
		"the province's own form":                 {stage: dept, subject: province, turn: term.TurnGroup, asked: "6 a70", passed: "4 SUBJECT"},
		"all leaders wrote rows":                  {stage: leader, prepared: []int64{deputy, chief, province, member}, turn: term.TurnGroup, asked: "a70", passed: "2 PREPARED, 3 PREPARED, 4 PREPARED, 6 PREPARED"},
		"somebody signs again":                    {stage: leader, prepared: []int64{deputy, province, member}, accounts: []int64{70}, signed: []int64{chief}, turn: term.TurnAgain, asked: "3", passed: "2 PREPARED, 4 PREPARED, 6 PREPARED, a70 PREPARED"},
		"everybody prepared it":                   {stage: leader, prepared: []int64{deputy, chief, province, member}, accounts: []int64{70}, turn: term.TurnNobody, passed: "2 PREPARED, 3 PREPARED, 4 PREPARED, 6 PREPARED, a70 PREPARED"},
		"the inspector":                           {stage: inspection, turn: term.TurnOwn, asked: "5 3 4 6 a70"},
		"the inspector wrote a row":               {stage: inspection, prepared: []int64{inspector}, turn: term.TurnNext, asked: "3 4 6 a70", passed: "5 PREPARED"},
		"the inspector's account did":             {stage: inspection, accounts: []int64{50}, signed: []int64{chief}, turn: term.TurnNext, asked: "4 6 a70", passed: "5 PREPARED, 3 SIGNED"},
		"the inspector and the leaders":           {stage: inspection, prepared: []int64{inspector, province}, signed: []int64{chief}, turn: term.TurnGroup, asked: "6 a70", passed: "5 PREPARED, 3 SIGNED, 4 PREPARED"},
		"the leading group":                       {stage: group, turn: term.TurnOwn, asked: "6 a70"},
		"a member prepared it":                    {stage: group, prepared: []int64{member}, turn: term.TurnOwn, asked: "a70"},
		"the whole group prepared it":             {stage: group, prepared: []int64{member}, accounts: []int64{70}, turn: term.TurnNobody, passed: "6 PREPARED, a70 PREPARED"},
		"the group prepared it or signed":         {stage: group, prepared: []int64{member}, signed: []int64{170}, turn: term.TurnAgain, asked: "a70", passed: "6 PREPARED"},
		"a revision":                              {stage: revising, turn: term.TurnOwn, signed: []int64{inspector}, asked: "5 6 a70 3 4 6 a70"},
		"a revision that all of them asked for":   {stage: revising, prepared: []int64{inspector, member}, accounts: []int64{70}, turn: term.TurnNext, asked: "3 4", passed: "5 PREPARED, 6 PREPARED, a70 PREPARED"},
		"what awaits no answer is nobody's to do": {stage: term.FormStateDraft, turn: term.TurnOwn},
	} {
		f := &ent.Form{UnitID: 13, PreparedByPersons: c.prepared, PreparedBy: c.accounts}
		if c.subject != 0 {
			f.PersonID = &c.subject
		}
		var decisions []*ent.ReviewDecision
		for _, id := range c.signed {
			o := &ent.ReviewDecision{Verdict: term.VerdictApproved, SignerID: &id}
			if id > 100 {
				account := id - 100
				o = &ent.ReviewDecision{Verdict: term.VerdictApproved, AccountID: &account}
			}
			decisions = append(decisions, o)
		}
		a := Turn(c.stage, ladder(), f, decisions)
		var asked, passed []string
		for _, h := range a.Asked {
			asked = append(asked, named(h.Person, h.Account))
		}
		for _, p := range a.Passed {
			passed = append(passed, named(p.Person, p.Account)+" "+string(p.Because))
		}
		if a.Turn != c.turn || strings.Join(asked, " ") != c.asked || strings.Join(passed, ", ") != c.passed {
			t.Errorf("%s: %s asks %v and passes over %v, want %s, %s, %s", name, a.Turn, asked, passed, c.turn, c.asked, c.passed)
		}
	}
}

func named(person, account int64) string {
	if person == 0 {
		return fmt.Sprint("a", account)
	}
	return fmt.Sprint(person)
}

func TestAStageThatNobodyHoldsWaitsForAnAppointment(t *testing.T) {
	facts := ladder()
	facts.Roles = nil
	f := &ent.Form{UnitID: 13}
	for _, stage := range []term.FormState{Stages[2], Stages[3], term.FormStateRevising} {
		if a := Turn(stage, facts, f, nil); a.Turn != term.TurnOwn || len(a.Asked) > 0 {
			t.Errorf("%s without its holders: %+v", stage, a)
		}
	}
	facts.Portfolios = nil
	if a := Turn(Stages[0], facts, f, nil); a.Turn != term.TurnGroup || len(a.Asked) > 0 {
		t.Errorf("without leaders and a leading group: %+v", a)
	}
}

func TestAFormGoesOnToTheFirstStageThatHasNotApprovedIt(t *testing.T) {
	d, l, i, g := Stages[0], Stages[1], Stages[2], Stages[3]
	for name, c := range map[string]struct {
		from   term.FormState
		action Action
		facts  Facts
		want   term.FormState
	}{
		"the leader":                        {d, Approve, Facts{Kind: term.FormKindRisks, Given: []term.FormState{d}}, l},
		"no A, to the public":               {i, Approve, Facts{Kind: term.FormKindPowers, Given: []term.FormState{d, l, i}}, term.FormStatePublicity},
		"measures are not public":           {i, Approve, Facts{Kind: term.FormKindMeasures, Given: []term.FormState{d, l, i}}, term.FormStateFiled},
		"nor is a person's form":            {i, Approve, Facts{Kind: term.FormKindPersonal, Given: []term.FormState{d, l, i}}, term.FormStateFiled},
		"an A goes to the group":            {i, Approve, Facts{Kind: term.FormKindMeasures, ContainsA: true, Given: []term.FormState{d, l, i}}, g},
		"an A that is decided in public":    {term.FormStatePublicity, EndPublicity, Facts{Kind: term.FormKindRisks, ContainsA: true, Published: true, Given: []term.FormState{d, l, i}}, g},
		"and the group files it then":       {g, Approve, Facts{Kind: term.FormKindRisks, ContainsA: true, Published: true, Given: []term.FormState{d, l, i, g}}, term.FormStateFiled},
		"the window was broken off":         {i, Approve, Facts{Kind: term.FormKindRisks, Given: []term.FormState{d, l, i}}, term.FormStatePublicity},
		"returned to an earlier stage":      {g, Return, Facts{Kind: term.FormKindRisks, ContainsA: true, To: l}, l},
		"returned from the public to stage": {term.FormStatePublicity, Return, Facts{Kind: term.FormKindRisks, To: i}, i},
		"a stage that it does not pass":     {term.FormStatePublicity, Return, Facts{Kind: term.FormKindRisks, To: g}, ""},
		"returned onward":                   {l, Return, Facts{Kind: term.FormKindRisks, To: i}, ""},
		"returned to where it is":           {l, Return, Facts{Kind: term.FormKindRisks, To: l}, ""},
		"returned to the file":              {l, Return, Facts{Kind: term.FormKindRisks, To: term.FormStateFiled}, ""},
		"recalled after an answer":          {d, Recall, Facts{Answered: true}, ""},
	} {
		if got, err := Next(c.from, c.action, c.facts); got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %s (%v), want %s", name, got, err, c.want)
		}
	}
}
