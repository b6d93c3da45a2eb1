package account

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryActionOnAGrantFromEveryStatus(t *testing.T) {
	// By status: the outcome of each action.
	table := map[term.GrantStatus]map[grantAction]string{
		"": {grantRole: "ACTIVE", proposeRole: "PENDING", confirmRole: "NOT_PENDING", declineRole: "NOT_PENDING", revokeRole: "NOT_ACTIVE"},
		term.GrantStatusPending: {grantRole: "GRANTED_ALREADY", proposeRole: "GRANTED_ALREADY", confirmRole: "ACTIVE",
			declineRole: "DECLINED", revokeRole: "NOT_ACTIVE"},
		term.GrantStatusActive: {grantRole: "GRANTED_ALREADY", proposeRole: "GRANTED_ALREADY", confirmRole: "NOT_PENDING",
			declineRole: "NOT_PENDING", revokeRole: "ACTIVE"},
		term.GrantStatusDeclined: {grantRole: "GRANTED_ALREADY", proposeRole: "GRANTED_ALREADY", confirmRole: "NOT_PENDING",
			declineRole: "NOT_PENDING", revokeRole: "NOT_ACTIVE"},
	}
	if len(table) != len(term.GrantStatus("").Values())+1 {
		t.Errorf("the table has %d of %d statuses", len(table)-1, len(term.GrantStatus("").Values()))
	}
	for from, outcomes := range table {
		for _, action := range grantActions {
			to, err := nextGrant(from, action)
			got := string(to)
			if err != nil {
				got = fault.All(err)[0].Reason
			}
			if want := outcomes[action]; got != want || err != nil && to != from {
				t.Errorf("%s of one that is %q: %s, want %s", action, from, got, want)
			}
		}
	}
}
