package flow_test

import (
	"fmt"
	"slices"
	"testing"

	"sineng/ent/term"
	"sineng/server/flow"
)

func TestChanges(t *testing.T) {
	two, days := int64(2), 5
	wide := term.DiscretionWide
	for _, c := range []struct {
		what   string
		change func(g *flow.Graph)
		want   []string
	}{
		{"nothing", func(*flow.Graph) {}, nil},
		{"blanks around a name", func(g *flow.Graph) { g.Steps[0].Name = " 环节1 " }, nil},
		{"another name", func(g *flow.Graph) { g.Steps[0].Name = "受理窗口" }, []string{"1 CHANGED [NAME]"}},
		{"another kind", func(g *flow.Graph) { g.Steps[1].Kind = term.StepKindReview }, []string{"2 CHANGED [KIND]"}},
		{"other hands", func(g *flow.Graph) { g.Steps[1].PostID = &two }, []string{"2 CHANGED [POST]"}},
		{"nobody", func(g *flow.Graph) { g.Steps[1].PostID = nil }, []string{"2 CHANGED [POST]"}},
		{"its own discretion", func(g *flow.Graph) { g.Steps[1].Discretion = &wide }, []string{"2 CHANGED [DISCRETION]"}},
		{"it ends", func(g *flow.Graph) { g.Steps[1].Ends = true }, []string{"2 CHANGED [BEGIN_OR_END]"}},
		{"another way", func(g *flow.Graph) { g.Edges = append(g.Edges, &flow.Edge{FromKey: "3", ToKey: "1"}) }, []string{"3 CHANGED [WAYS]"}},
		{"another condition", func(g *flow.Graph) { g.Edges[0].Condition = "齐全" }, []string{"1 CHANGED [WAYS]"}},
		{"all ways", func(g *flow.Graph) { g.Steps[0].Split = term.SplitAll }, []string{"1 CHANGED [WAYS]"}},
		{"a limit", func(g *flow.Graph) { g.Steps[0].TimeLimitDays = &days }, []string{"1 REWORDED [TIME_LIMIT]"}},
		{"a place", func(g *flow.Graph) { g.Steps[0].Place = &flow.Place{X: 1} }, []string{"1 REWORDED [PLACE]"}},
		{"a lane and words", func(g *flow.Graph) { g.Steps[0].Lane, g.Steps[0].Explanation = "窗口", "当场" }, []string{"1 REWORDED [LANE EXPLANATION]"}},
		{"another order", func(g *flow.Graph) { slices.Reverse(g.Steps) }, []string{"3 REWORDED [ORDER]", "1 REWORDED [ORDER]"}},
		{"a name and a limit", func(g *flow.Graph) { g.Steps[0].Name, g.Steps[0].TimeLimitDays = "x", &days }, []string{"1 CHANGED [NAME TIME_LIMIT]"}},
		{"the last is gone", func(g *flow.Graph) { g.Steps, g.Edges = g.Steps[:2], g.Edges[:1] }, []string{"2 CHANGED [WAYS]", "3 REMOVED []"}},
		{"one between", func(g *flow.Graph) {
			g.Steps = slices.Insert(g.Steps, 1, &flow.Step{Key: "9", Name: "复核"})
			g.Edges[0].ToKey = "9"
			g.Edges = append(g.Edges, &flow.Edge{FromKey: "9", ToKey: "2"})
		}, []string{"1 CHANGED [WAYS]", "9 ADDED []"}},
	} {
		last, next := drawn("1>2 2>3"), drawn("1>2 2>3")
		c.change(&next)
		var got []string
		for _, ch := range flow.Changes(last, next) {
			got = append(got, fmt.Sprint(ch.Key, " ", ch.Kind, " ", ch.Aspects))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
		if flow.Stands(last, next) != (len(c.want) == 0) {
			t.Errorf("%s: stands %v", c.what, flow.Stands(last, next))
		}
	}
	last, next := drawn("1>2"), drawn("1>2")
	next.Explanation = "当场办结"
	if flow.Stands(last, next) {
		t.Error("another explanation is no change")
	}
}
