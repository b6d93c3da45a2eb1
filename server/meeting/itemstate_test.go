package meeting

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryStepOfAnItemFromEveryState(t *testing.T) {
	const settled = "ITEM_SETTLED"
	// By state: put on the agenda, voted on, decided, deferred, withdrawn.
	const void = "ITEM_WITHDRAWN"
	table := map[term.ItemState][5]string{
		"":                      {"PENDING", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
		term.ItemStatePending:   {"ITEM_ON_AGENDA", "VOTING", "DECIDED", "DEFERRED", "WITHDRAWN"},
		term.ItemStateVoting:    {"ITEM_ON_AGENDA", "VOTING", "DECIDED", "DEFERRED", "WITHDRAWN"},
		term.ItemStateDecided:   {settled, settled, settled, settled, settled},
		term.ItemStateDeferred:  {settled, settled, settled, settled, settled},
		term.ItemStateWithdrawn: {"PENDING", void, void, void, void},
	}
	if len(table) != len(term.ItemState("").Values())+1 || len(ItemSteps) != 5 {
		t.Errorf("the table has %d of %d states, 5 of %d steps", len(table)-1, len(term.ItemState("").Values()), len(ItemSteps))
	}
	for from, row := range table {
		for i, step := range ItemSteps {
			to, err := NextItem(from, step)
			got := string(to)
			if err != nil {
				got = fault.All(err)[0].Reason
			}
			if got != row[i] || err != nil && to != from {
				t.Errorf("%s of an item that is %q: %s, want %s", step, from, got, row[i])
			}
		}
	}
}
