package account

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

func TestEveryActionOnAGrantFromEveryStatusInEveryCapacity(t *testing.T) {
	const own, second = "OWN_ROLE", "NOT_SECOND_PERSON"
	all := func(s string) [4]string { return [4]string{s, s, s, s} }
	// By status and action: the outcome for the holder, the granter, a second person and the
	// operator.
	table := map[term.GrantStatus]map[grantAction][4]string{
		"": {grantRole: {own, "PENDING", "PENDING", "ACTIVE"}, confirmRole: all("NOT_PENDING"), declineRole: all("NOT_PENDING"), revokeRole: all("NOT_ACTIVE")},
		term.GrantStatusPending: {grantRole: all("GRANTED_ALREADY"), confirmRole: {own, second, "ACTIVE", "ACTIVE"},
			declineRole: {own, "DECLINED", "DECLINED", "DECLINED"}, revokeRole: all("NOT_ACTIVE")},
		term.GrantStatusActive:   {grantRole: all("GRANTED_ALREADY"), confirmRole: all("NOT_PENDING"), declineRole: all("NOT_PENDING"), revokeRole: all("ACTIVE")},
		term.GrantStatusDeclined: {grantRole: all("GRANTED_ALREADY"), confirmRole: all("NOT_PENDING"), declineRole: all("NOT_PENDING"), revokeRole: all("NOT_ACTIVE")},
	}
	if len(table) != len(term.GrantStatus("").Values())+1 {
		t.Errorf("the table has %d of %d statuses", len(table)-1, len(term.GrantStatus("").Values()))
	}
	for from, actions := range table {
		for _, action := range grantActions {
			for i, as := range grantCapacities {
				for _, powerless := range []bool{false, true} {
					want := actions[action][i]
					if powerless && want == "PENDING" {
						want = "ACTIVE"
					}
					to, err := nextGrant(from, action, as, powerless)
					got := string(to)
					if err != nil {
						got = fault.All(err)[0].Reason
					}
					if got != want || err != nil && to != from {
						t.Errorf("%s of one that is %q by the %s, powerless %v: %s, want %s", action, from, as, powerless, got, want)
					}
				}
			}
		}
	}
}

func TestTheCapacityOnAGrantCountsEveryAccountOfAPerson(t *testing.T) {
	person, other := int64(7), int64(8)
	mine, second, theirs := &ent.Account{ID: 1}, &ent.Account{ID: 2, PersonID: &person}, &ent.Account{ID: 3, PersonID: &other}
	v := &viewer.Viewer{AccountID: 1, PersonID: person}
	for name, c := range map[string]struct {
		holder, granter *ent.Account
		want            grantCapacity
	}{
		"one's own": {mine, theirs, roleHolder}, "one's own under another name": {second, theirs, roleHolder},
		"granted": {theirs, mine, roleGranter}, "granted under another name": {theirs, second, roleGranter},
		"somebody else's": {theirs, theirs, secondPerson}, "granted by the operator": {theirs, nil, secondPerson}, "both": {mine, mine, roleHolder},
	} {
		if got := grantCapacityOf(v, c.holder, c.granter); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if got := grantCapacityOf(&viewer.Viewer{System: true}, mine, mine); got != operator {
		t.Errorf("the program acts as %s", got)
	}
}
