package exchange

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheLastResultsAreKeptAndNoMore(t *testing.T) {
	asked := map[string]int{}
	r := newRecent(func(s string) string {
		asked[s]++
		return strings.ToUpper(s)
	})
	for i := range 3 * mostRecent {
		text := fmt.Sprintf("a%d", i)
		for range 2 {
			same(t, "result", r.of(text), strings.ToUpper(text))
		}
		same(t, "of a text of every time", r.of("kept"), "KEPT")
		if n := len(r.now) + len(r.past); n > 2*mostRecent {
			t.Fatalf("%d results are kept", n)
		}
	}
	same(t, "asked for what comes again", asked["kept"], 1)
	same(t, "asked for the last", asked[fmt.Sprintf("a%d", 3*mostRecent-1)], 1)
	same(t, "forgotten", asked["a0"], 1)
	r.of("a0")
	same(t, "asked for what was forgotten", asked["a0"], 2)
}
