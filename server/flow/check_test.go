package flow_test

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/flow"
)

// drawn is a graph of ways written as "1>2 2>3?没过": steps by their keys, in order of their first mention, with
// a condition after a question mark. A key alone is a step without a way; ^ before a key begins, $ after one
// ends, ! decides, & takes all ways.
func drawn(text string) flow.Graph {
	var g flow.Graph
	post := int64(1)
	step := func(name string) string {
		key := strings.Trim(name, "^$!&")
		i := slices.IndexFunc(g.Steps, func(s *flow.Step) bool { return s.Key == key })
		if i < 0 {
			g.Steps = append(g.Steps, &flow.Step{Key: key, Name: "环节" + key, Kind: term.StepKindHandle, PostID: &post, Split: term.SplitOne})
			i = len(g.Steps) - 1
		}
		s := g.Steps[i]
		s.Starts = s.Starts || strings.Contains(name, "^")
		s.Ends = s.Ends || strings.Contains(name, "$")
		if strings.Contains(name, "!") {
			s.Kind = term.StepKindDecide
		}
		if strings.Contains(name, "&") {
			s.Split = term.SplitAll
		}
		return key
	}
	for _, part := range strings.Fields(text) {
		way, condition, _ := strings.Cut(part, "?")
		from, to, leads := strings.Cut(way, ">")
		key := step(from)
		if leads {
			g.Edges = append(g.Edges, &flow.Edge{FromKey: key, ToKey: step(to), Condition: condition})
		}
	}
	return g
}

func TestFindings(t *testing.T) {
	for _, c := range []struct {
		what, graph string
		want        []string
	}{
		{"one step", "1", nil},
		{"a line", "1>2 2>3", nil},
		{"a way back", "1>2 2>3?通过 2>1?退回", nil},
		{"back to the first step from the last, which ends", "1>2 2>1?退回 2$", nil},
		{"back to itself", "1>2 2>2?补正 2>3", nil},
		{"back from the last, which never ends", "1>2 2>1", []string{"NO_END FAULT "}},
		{"a step apart", "1>2 3", []string{"ISOLATED_STEP FAULT 3"}},
		{"a step that only leads to itself", "1>2 3>3?补正", []string{"ISOLATED_STEP FAULT 3"}},
		{"two beginnings", "1>3 2>3", nil},
		{"one beginning said, another not", "^1>3 2>3", []string{"UNREACHABLE_STEP FAULT 2"}},
		{"a ring apart", "1>2 3>4 4>3", []string{"UNREACHABLE_STEP FAULT 3", "UNREACHABLE_STEP FAULT 4"}},
		{"a ring without a way out", "1>2?甲 1>3?乙 3>4 4>3", []string{"NO_WAY_TO_AN_END FAULT 3", "NO_WAY_TO_AN_END FAULT 4"}},
		{"a ring that ends", "1>2?甲 1>3?乙 3>4 4>3 4$", nil},
		{"only a ring", "^1>2 2>1 2$", nil},
		{"a decision with one outcome", "1>2! 2>3", []string{"LONE_BRANCH HINT 2"}},
		{"a decision after which it may end", "1>2!$ 2>3", nil},
		{"a decision with two outcomes", "1>2! 2>3?同意 2>1?不同意", nil},
		{"a lone condition", "1>2?金额超过50万元", []string{"LONE_BRANCH HINT 1"}},
		{"two ways of which none says when", "1>2 1>3", []string{"BRANCH_WITHOUT_CONDITION HINT 1"}},
		{"two ways of which one says when", "1>2?急件 1>3", nil},
		{"two ways that are both taken", "1&>2 1>3", nil},
		{"a way from nowhere", "1>2 2>9", nil},
	} {
		g := drawn(c.graph)
		if got := told(g.Findings()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestAGraphWhoseShapeIsAtFaultIsNotLookedAtFurther(t *testing.T) {
	g := drawn("1>2 3")
	g.Edges = append(g.Edges, &flow.Edge{FromKey: "1", ToKey: "x"}, &flow.Edge{FromKey: "1", ToKey: "2"})
	if got, want := told(g.Findings()), []string{"UNKNOWN_STEP FAULT ", "BAD_EDGE FAULT 1"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	g = drawn("1>2")
	g.Steps[1].PostID = nil
	if got, want := told(g.Findings()), []string{"STEP_WITHOUT_POST HINT 2"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if len(g.Faults()) != 0 {
		t.Errorf("a hint is a fault: %v", g.Faults())
	}
	g.Steps[1].Lane = "申请人"
	if got := g.Findings(); len(got) != 0 {
		t.Errorf("a step in a lane without a post: %v", got)
	}
}

func told(findings []flow.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, string(f.Code)+" "+string(f.Severity)+" "+f.StepKey)
		if f.Chinese == "" || f.English == "" || f.Field == "" {
			out = append(out, "without words or place: "+string(f.Code))
		}
	}
	return out
}

func TestEveryWay(t *testing.T) {
	for graph, want := range map[string]bool{
		"1>2 2>3": true, "1>3": true, "1>2?甲 1>3?乙": false, "1>2?甲 1>3?乙 2>3": true, "1$>3": false, "1>2 2>1?退回 2>3": true,
		"1": false, "1>1?补正 1>3": true, "1>2 2$>3": false,
	} {
		g := drawn(graph)
		if got := g.EveryWay(g.Indexed(), 0, func(s *flow.Step) bool { return s.Key == "3" }); got != want {
			t.Errorf("%s: every way from 1 passes 3: %v, want %v", graph, got, want)
		}
	}
}
