package httpd_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/graph/scalar"
	"sineng/server/separation"
)

var (
	walkSeed  = flag.Uint64("walk.seed", 1, "seed of the random walk through the API")
	walkSteps = flag.Int("walk.steps", 1500, "steps of each random walk")
	shown     = flag.Int("walk.shown", 2, "breaches of a rule that are shown in full")
	walks     = flag.Int("walks", 2, "random walks, each with the next seed")
)

// Whatever people try, in whatever order and together with accounts made for the purpose, nobody
// does alone what needs two.
func TestNobodyDoesAloneWhatNeedsTwo(t *testing.T) {
	for seed := *walkSeed; seed < *walkSeed+uint64(*walks); seed++ {
		w := newWalk(t, seed)
		w.run(*walkSteps)
		found := w.breaches()
		rules := map[separation.Rule]int{}
		for _, b := range found {
			if rules[b.Rule]++; rules[b.Rule] <= *shown {
				t.Errorf("seed %d: %s by account %d on %s %s, entry %d:\n%s", seed, b.Rule, b.By.Account, b.Type, scalar.EncodeID(b.Object), b.Entry, w.trace(b))
			}
		}
		if testing.Verbose() {
			var refused []string
			for name, n := range w.why {
				if n > 2 {
					refused = append(refused, fmt.Sprintf("%4d %s", n, name))
				}
			}
			slices.Sort(refused)
			t.Logf("refused:\n%s", strings.Join(refused, "\n"))
		}
		t.Logf("seed %d: %d steps, %d carried out, breaches %v; %s", seed, *walkSteps, w.done(), rules, w.summary())
	}
}

// done counts the requests that were carried out.
func (w *walk) done() (n int) {
	for _, c := range w.counts {
		n += c
	}
	return n
}

func (w *walk) summary() string {
	var out []string
	for name, n := range w.counts {
		out = append(out, fmt.Sprintf("%s %d", name, n))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// trace lists the steps that a breach rests on: that which wrote its entry, and those carried out
// that name its row.
func (w *walk) trace(b separation.Breach) string {
	id := scalar.EncodeID(b.Object)
	var out []string
	for i, s := range w.steps {
		made := i > 0 && w.steps[i-1].entries <= b.Entry && b.Entry < s.entries
		if made || s.answer == "" && strings.Contains(s.what, `"`+id+`"`) {
			out = append(out, fmt.Sprintf("  step %d, %s: %.300s", s.n, s.who, s.what))
		}
	}
	return strings.Join(out[max(0, len(out)-15):], "\n")
}
