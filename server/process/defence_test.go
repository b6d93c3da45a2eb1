package process_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/flow"
	"sineng/server/process"
)

var (
	yesterday = time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC)
	today     = yesterday.AddDate(0, 0, 1)
	one, two  = int64(1), int64(2)
)

func TestHowWellARiskPointIsGuarded(t *testing.T) {
	m := func(kind term.MeasureKind, status term.MeasureStatus) process.GuardingMeasure {
		return process.GuardingMeasure{Kind: kind, Status: status}
	}
	late := func(m process.GuardingMeasure) process.GuardingMeasure { m.DueOn = &yesterday; return m }
	const rule, balance, effective, active = term.MeasureKindRule, term.MeasureKindBalance, term.MeasureStatusEffective, term.MeasureStatusActive
	for _, c := range []struct {
		what                string
		grade               term.Grade
		measures            []process.GuardingMeasure
		points, score, gain int
		weak                []process.WeaknessCode
	}{
		{"an A without a measure", term.GradeA, nil, 0, 0, 12, []process.WeaknessCode{process.Undefended}},
		{"an A whose measure is a draft", term.GradeA, []process.GuardingMeasure{m(rule, term.MeasureStatusDrafted)}, 0, 0, 12, []process.WeaknessCode{process.Undefended}},
		{"an A with one in force", term.GradeA, []process.GuardingMeasure{m(rule, active)}, 1, 25, 9, []process.WeaknessCode{process.BelowTarget, process.NotTested}},
		{"an A with an effective one", term.GradeA, []process.GuardingMeasure{m(rule, effective)}, 2, 50, 6, []process.WeaknessCode{process.OneKind}},
		{"an A with two effective of one kind", term.GradeA, []process.GuardingMeasure{m(rule, effective), m(rule, effective)}, 2, 50, 6, []process.WeaknessCode{process.OneKind}},
		{"an A with two effective kinds", term.GradeA, []process.GuardingMeasure{m(rule, effective), m(balance, effective)}, 4, 100, 0, nil},
		{"an A with four kinds, none tested", term.GradeA, []process.GuardingMeasure{m(rule, active), m(balance, active), m(term.MeasureKindProcess, active), m(term.MeasureKindEducation, active)},
			4, 75, 0, []process.WeaknessCode{process.NotTested}},
		{"an A with one effective and one late", term.GradeA, []process.GuardingMeasure{m(rule, effective), late(m(balance, effective))}, 3, 75, 3, []process.WeaknessCode{process.OneKind, process.Overdue}},
		{"a B with an effective one", term.GradeB, []process.GuardingMeasure{m(rule, effective)}, 2, 100, 0, nil},
		{"a B with one in force", term.GradeB, []process.GuardingMeasure{m(rule, active)}, 1, 50, 2, []process.WeaknessCode{process.BelowTarget, process.NotTested}},
		{"a B with one in force past its date", term.GradeB, []process.GuardingMeasure{late(m(rule, active))}, 0, 0, 4, []process.WeaknessCode{process.BelowTarget, process.Overdue}},
		{"a C with one in force", term.GradeC, []process.GuardingMeasure{m(rule, active)}, 1, 100, 0, nil},
		{"a C with a retired one", term.GradeC, []process.GuardingMeasure{m(rule, term.MeasureStatusRetired)}, 0, 0, 1, []process.WeaknessCode{process.Undefended}},
		{"one that is not graded", term.Ungraded, []process.GuardingMeasure{m(rule, effective)}, 2, 100, 0, nil},
	} {
		got := process.Defend(process.Guarded{Graph: flow.Graph{Steps: []*flow.Step{{Key: "1", Kind: term.StepKindRecord}}},
			Risks: map[string][]process.GuardedRisk{"1": {{Title: "收受礼金", Grade: c.grade, Measures: c.measures}}}}, today)[0]
		if got.Score == nil || got.Points != c.points || *got.Score != c.score || got.Gain != c.gain || !slices.Equal(codes(got), c.weak) {
			t.Errorf("%s: %d points, %v, gain %d, %v; want %d, %d, %d, %v", c.what, got.Points, got.Score, got.Gain, codes(got), c.points, c.score, c.gain, c.weak)
		}
	}
}

func TestAStepIsAsGoodAsItsWorstGuardedRiskPoint(t *testing.T) {
	effective := []process.GuardingMeasure{{Kind: term.MeasureKindRule, Status: term.MeasureStatusEffective}}
	got := process.Defend(process.Guarded{Graph: flow.Graph{Steps: []*flow.Step{{Key: "1", Kind: term.StepKindRecord}, {Key: "2", Kind: term.StepKindRecord}}},
		Risks: map[string][]process.GuardedRisk{"1": {{Grade: term.GradeC}, {Grade: term.GradeB, Measures: effective}, {Grade: term.Ungraded, Measures: effective}}}}, today)
	if d := got[0]; d.Grade != term.GradeB || d.RiskPoints != 3 || *d.Score != 0 || d.Target != 1 || d.Gain != 1 || len(d.MissingKinds) != 6 {
		t.Errorf("the step is %+v", d)
	}
	if d := got[1]; d.Score != nil || d.Grade != term.Ungraded || d.RiskPoints != 0 || len(d.Weaknesses) != 0 {
		t.Errorf("a step without a risk point is %+v", d)
	}
}

// Who carries out what comes after a step says whether anybody watches it.
func TestDiscretionAndSupervision(t *testing.T) {
	limited, wide := term.DiscretionLimited, term.DiscretionWide
	for _, c := range []struct {
		what       string
		discretion term.Discretion
		own        *term.Discretion
		supervised *int64
		next       *flow.Step
		weak       []process.WeaknessCode
	}{
		{"nothing follows", wide, nil, nil, nil, []process.WeaknessCode{process.WideDiscretion, process.Unsupervised}},
		{"its own hands follow", wide, nil, nil, &flow.Step{Kind: term.StepKindReview, PostID: &one}, []process.WeaknessCode{process.WideDiscretion, process.Unsupervised}},
		{"others carry it on", wide, nil, nil, &flow.Step{Kind: term.StepKindExecute, PostID: &two}, []process.WeaknessCode{process.Unsupervised}},
		{"others review it", wide, nil, nil, &flow.Step{Kind: term.StepKindReview, PostID: &two}, nil},
		{"nobody knows who reviews it", wide, nil, nil, &flow.Step{Kind: term.StepKindReview}, []process.WeaknessCode{process.WideDiscretion, process.Unsupervised}},
		{"a post supervises the power", limited, nil, &two, nil, nil},
		{"the same post supervises the power", limited, nil, &one, nil, []process.WeaknessCode{process.Unsupervised}},
		{"its own discretion is wider", limited, &wide, &two, nil, []process.WeaknessCode{process.WideDiscretion}},
		{"its own discretion is narrower", wide, &limited, &two, nil, nil},
	} {
		g := flow.Graph{Steps: []*flow.Step{{Key: "1", Kind: term.StepKindApprove, PostID: &one, Discretion: c.own}}}
		if c.next != nil {
			c.next.Key = "2"
			g.Steps, g.Edges = append(g.Steps, c.next), []*flow.Edge{{FromKey: "1", ToKey: "2"}}
		}
		got := process.Defend(process.Guarded{Graph: g, Discretion: c.discretion, Supervised: c.supervised}, today)[0]
		if !slices.Equal(codes(got), c.weak) {
			t.Errorf("%s: %v, want %v", c.what, codes(got), c.weak)
		}
	}
}

func codes(d process.Defence) []process.WeaknessCode {
	var out []process.WeaknessCode
	for _, w := range d.Weaknesses {
		if w.Chinese == "" || w.English == "" {
			panic(fmt.Sprint(w.Code, " has no words"))
		}
		out = append(out, w.Code)
	}
	return out
}
