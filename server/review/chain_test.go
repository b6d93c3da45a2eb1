package review

import (
	"slices"
	"testing"

	"sineng/ent/term"
	"sineng/server/office"
)

func TestAStageIsAddressedToTheNextTierWhereTiersCoincide(t *testing.T) {
	const head, deputy, chief, province = 1, 2, 3, 4
	chain := office.Chain{{Role: term.RoleDeptHead, Person: head, Unit: 13}, {Role: term.RoleLeaderInCharge, Person: deputy, Unit: 13},
		{Role: term.RolePrincipalLeader, Person: chief, Unit: 12}, {Role: term.RolePrincipalLeader, Person: province, Unit: 11}}
	dept, leader := term.FormStateDeptReview, term.FormStateLeaderReview
	for name, c := range map[string]struct {
		stage   term.FormState
		passed  []int64
		subject int64
		want    []int64
	}{
		"the head":             {dept, nil, 0, []int64{head, deputy, chief, province}},
		"who is in charge":     {leader, nil, 0, []int64{deputy, chief, province}},
		"the head prepared it": {dept, []int64{head}, 0, []int64{deputy, chief, province}},
		"and who is in charge signed for the head": {leader, []int64{head, deputy}, 0, []int64{chief, province}},
		"a deputy's own form is not for the head":  {dept, []int64{deputy}, deputy, []int64{chief, province}},
		"nobody is above the province":             {dept, []int64{province}, province, nil},
	} {
		passed := map[int64]bool{}
		for _, p := range c.passed {
			passed[p] = true
		}
		var got []int64
		for _, h := range Candidates(c.stage, chain, passed, c.subject) {
			got = append(got, h.Person)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
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
