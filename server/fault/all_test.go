package fault

import (
	"fmt"
	"testing"
)

func TestAllOfSeveralFaultsAreToldWhateverIsAroundThem(t *testing.T) {
	var bad List
	bad.Add(Bad("from", "ONE", "一", "one"))
	bad.Add(Bad("to", "TWO", "二", "two").Because(Bad("", "CAUSE", "因", "cause")))
	err := fmt.Errorf("in a transaction: %w", bad.Err())
	for name, err := range map[string]error{
		"joined": bad.Err(), "wrapped": err,
		"wrapped twice": fmt.Errorf("of a resolver: %w", err),
	} {
		all := All(err)
		if len(all) != 2 || all[0].Reason != "ONE" || all[1].Reason != "TWO" {
			t.Errorf("%s: %v, want both", name, all)
		}
	}
	if all := All(fmt.Errorf("broken")); all != nil {
		t.Errorf("%v is returned for what is not a fault", all)
	}
}
