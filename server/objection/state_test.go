package objection

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryActionFromEveryStateInEveryCapacity(t *testing.T) {
	const (
		raised, answered, withdrawn = string(term.ObjectionStateRaised), string(term.ObjectionStateAnswered), string(term.ObjectionStateWithdrawn)
		ended                       = "OBJECTION_ENDED"
	)
	// By state and action: the next state or the reason for a refusal, for the objector, the
	// answerer, the recorder and the bystander.
	table := map[term.ObjectionState]map[Action][4]string{
		"": {
			ActionRaise:    {raised, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
			ActionAnswer:   {"NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
			ActionWithdraw: {"NOT_FOUND", "NOT_YOURS", "NOT_YOURS", "NOT_YOURS"},
		},
		term.ObjectionStateRaised: {
			ActionRaise:    {"ALREADY_RAISED", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
			ActionAnswer:   {"SELF_REVIEW", answered, "SELF_REVIEW", "NOT_THAT_TIER"},
			ActionWithdraw: {withdrawn, "NOT_YOURS", "NOT_YOURS", "NOT_YOURS"},
		},
		term.ObjectionStateAnswered: {
			ActionRaise:    {raised, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
			ActionAnswer:   {ended, ended, ended, ended},
			ActionWithdraw: {ended, "NOT_YOURS", "NOT_YOURS", "NOT_YOURS"},
		},
		term.ObjectionStateWithdrawn: {
			ActionRaise:    {raised, "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
			ActionAnswer:   {ended, ended, ended, ended},
			ActionWithdraw: {ended, "NOT_YOURS", "NOT_YOURS", "NOT_YOURS"},
		},
	}
	if len(table) != len(term.ObjectionState("").Values())+1 {
		t.Errorf("the table has %d of %d states", len(table)-1, len(term.ObjectionState("").Values()))
	}
	for from, actions := range table {
		for _, action := range Actions {
			for i, as := range Capacities {
				to, err := Next(from, action, as, term.RoleDeptHead)
				got := string(to)
				if err != nil {
					got = fault.All(err)[0].Reason
				}
				if want := actions[action][i]; got != want || err != nil && to != from {
					t.Errorf("%s of one that is %q by %s: %s, want %s", action, from, as, got, want)
				}
			}
		}
	}
}

func TestTheCapacityFollowsFromThePart(t *testing.T) {
	for p, want := range map[part]Capacity{
		{}:                              Bystander,
		{involved: true}:                Bystander,
		{reaches: true}:                 Answerer,
		{reaches: true, involved: true}: Recorder,
		{self: true}:                    Objector,
		{self: true, involved: true}:    Objector,
		{self: true, reaches: true}:     Objector,
		{self: true, reaches: true, involved: true}: Objector,
	} {
		if got := p.capacity(); got != want {
			t.Errorf("%+v acts as %s, want %s", p, got, want)
		}
	}
}
