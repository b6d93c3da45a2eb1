package proceeding_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/flow"
	"sineng/server/proceeding"
)

// drawn is a process as it is drawn in a line: "a>b b>c|d" leads from a to b and from b to c or d, "b>c&d" from b to both; a step's key is its name.
func drawn(text string) flow.Graph {
	g := flow.Graph{}
	at := map[string]*flow.Step{}
	step := func(key string) *flow.Step {
		if at[key] == nil {
			at[key] = &flow.Step{Key: key, Name: key, Kind: term.StepKindHandle, Split: term.SplitOne}
			g.Steps = append(g.Steps, at[key])
		}
		return at[key]
	}
	for _, way := range strings.Fields(text) {
		from, to, _ := strings.Cut(way, ">")
		s := step(from)
		if strings.Contains(to, "&") {
			s.Split = term.SplitAll
		}
		for _, next := range strings.FieldsFunc(to, func(r rune) bool { return r == '|' || r == '&' }) {
			step(next)
			g.Edges = append(g.Edges, &flow.Edge{FromKey: from, ToKey: next})
		}
	}
	return g
}

func TestWhatAStepAsksFor(t *testing.T) {
	for text, want := range map[string]map[string][2]string{
		// straight on
		"a>b b>c": {"a": {"", "b c"}, "b": {"a", "c"}, "c": {"a b", ""}},
		// one of two ways
		"a>b|c b>d c>d": {"a": {"", "d"}, "b": {"a", "d"}, "c": {"a", "d"}, "d": {"a", ""}},
		// a short cut past b
		"a>b|c b>c": {"a": {"", "c"}, "b": {"a", "c"}, "c": {"a", ""}},
		// both of two ways, which meet again
		"a>b&c b>d c>d d>e": {"a": {"", "b c d e"}, "b": {"a", "d e"}, "c": {"a", "d e"}, "d": {"a b c", "e"}, "e": {"a b c d", ""}},
		// both of two ways, of which one has a choice
		"a>b&c b>x|y x>d y>d c>d": {"a": {"", "b c d"}, "d": {"a b c", ""}},
		// a way back is no way past
		"a>b b>c|a c>d": {"b": {"a", "c d"}, "c": {"a b", "d"}, "d": {"a b c", ""}},
		// two ends
		"a>b|c b>e": {"a": {"", ""}, "b": {"a", "e"}, "c": {"a", ""}},
	} {
		g := drawn(text)
		c := proceeding.NewCourse(g)
		for key, of := range want {
			before, after := proceeding.AskedFor(c, key)
			if b, a := strings.Join(before, " "), strings.Join(after, " "); b != of[0] || a != of[1] {
				t.Errorf("%s: %s asks for %q before and %q after, want %q and %q", text, key, b, a, of[0], of[1])
			}
		}
	}
}

// ways are all ways without a circle from some steps to others, as an obvious walk finds them.
func ways(x flow.Index, from, to []int) [][]int {
	var out [][]int
	var walk func(way []int)
	walk = func(way []int) {
		last := way[len(way)-1]
		if slices.Contains(to, last) {
			out = append(out, slices.Clone(way))
		}
		for _, next := range x.After[last] {
			if !slices.Contains(way, next) {
				walk(append(slices.Clone(way), next))
			}
		}
	}
	for _, s := range from {
		walk([]int{s})
	}
	return out
}

// TestWhatAStepAsksForIsOnEveryWay compares with all ways through random processes that take one way at a time.
func TestWhatAStepAsksForIsOnEveryWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "steps")
		g := flow.Graph{}
		for s := range n {
			g.Steps = append(g.Steps, &flow.Step{Key: string(rune('a' + s)), Split: term.SplitOne})
		}
		for range rapid.IntRange(1, 12).Draw(t, "ways") {
			from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
			g.Edges = append(g.Edges, &flow.Edge{FromKey: g.Steps[from].Key, ToKey: g.Steps[to].Key})
		}
		c, x := proceeding.NewCourse(g), g.Indexed()
		for s, step := range g.Steps {
			before, after := proceeding.AskedFor(c, step.Key)
			for _, of := range []struct {
				told []string
				ways [][]int
			}{{before, ways(x, x.Entries, []int{s})}, {after, ways(x, []int{s}, x.Exits)}} {
				for o, other := range g.Steps {
					always := o != s && len(of.ways) > 0 && !slices.ContainsFunc(of.ways, func(way []int) bool { return !slices.Contains(way, o) })
					if always != slices.Contains(of.told, other.Key) {
						t.Fatalf("%s asks for %v, and %s is on every way of %v: %t", step.Key, of.told, other.Key, of.ways, always)
					}
				}
			}
		}
	})
}
