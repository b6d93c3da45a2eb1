package flow

import (
	"fmt"
	"unicode/utf8"

	"sineng/ent/term"
)

// Severity says whether a finding keeps a process from being published.
type Severity string

// The severities of a finding.
const (
	Fault Severity = "FAULT" // keeps the process from being published
	Hint  Severity = "HINT"  // worth a look
)

// Code names what a finding is about.
type Code string

// The findings on a graph.
const (
	StepCount     Code = "BAD_STEP_COUNT"
	Missing       Code = "REQUIRED"
	TooLong       Code = "TOO_LONG"
	DuplicateKey  Code = "DUPLICATE_KEY"
	NegativeLimit Code = "OUT_OF_RANGE"
	UnknownStep   Code = "UNKNOWN_STEP"
	RepeatedEdge  Code = "BAD_EDGE"
	Isolated      Code = "ISOLATED_STEP"
	Unreachable   Code = "UNREACHABLE_STEP"
	NoEnd         Code = "NO_END"
	DeadEnd       Code = "NO_WAY_TO_AN_END"
	LoneBranch    Code = "LONE_BRANCH"
	OpenBranch    Code = "BRANCH_WITHOUT_CONDITION"
	NoPost        Code = "STEP_WITHOUT_POST"
)

// Finding is something that is wrong with a graph, or may be.
type Finding struct {
	Code     Code
	Severity Severity
	// StepKey is the step concerned, empty for the process as a whole or a way whose step is unknown.
	StepKey string
	// Field is the place in the input, as in steps.3.name.
	Field string
	// Chinese and English say what is wrong and what would be right.
	Chinese, English string
}

// Findings lists what is wrong with a graph, the faults of each kind in order of the steps. Ways back
// 退回 are ordinary. A graph whose shape is at fault is not looked at further.
func (g Graph) Findings() []Finding {
	if out := g.shape(); len(out) > 0 {
		return out
	}
	out := g.course()
	for i, s := range g.Steps {
		if s.PostID == nil && s.Lane == "" {
			out = append(out, hint(NoPost, g.at(i), s.Key, "环节“"+s.Name+"”没有承办岗位", fmt.Sprintf("Nobody says which post carries out the step %q", s.Name)))
		}
	}
	return out
}

// Faults are the findings that keep the process from being published.
func (g Graph) Faults() []Finding {
	var out []Finding
	for _, f := range g.Findings() {
		if f.Severity == Fault {
			out = append(out, f)
		}
	}
	return out
}

func (g Graph) at(i int) string { return fmt.Sprintf("steps.%d.key", i) }

func fault(code Code, field, step, zh, en string) Finding {
	return Finding{Code: code, Severity: Fault, Field: field, StepKey: step, Chinese: zh, English: en}
}

func hint(code Code, field, step, zh, en string) Finding {
	f := fault(code, field, step, zh, en)
	f.Severity = Hint
	return f
}

// shape is what keeps a graph from being stored at all.
func (g Graph) shape() []Finding {
	var out []Finding
	if len(g.Steps) == 0 || len(g.Steps) > MostSteps {
		out = append(out, fault(StepCount, "steps", "", fmt.Sprintf("流程应有 1 至 100 个环节,现有 %d 个", len(g.Steps)), fmt.Sprintf("A process has 1 to 100 steps, this one has %d", len(g.Steps))))
	}
	text := func(field, step, value string, least, most int, zh, en string) {
		switch n := utf8.RuneCountInString(value); {
		case n < least:
			out = append(out, fault(Missing, field, step, zh+"不能为空", en+" must not be empty"))
		case n > most:
			out = append(out, fault(TooLong, field, step, fmt.Sprintf("%s不能超过 %d 个字,现有 %d 个", zh, most, n), fmt.Sprintf("%s has at most %d characters, not %d", en, most, n)))
		}
	}
	text("explanation", "", g.Explanation, 0, 4000, "流程说明", "The explanation of the process")
	keys := map[string]bool{}
	for i, s := range g.Steps {
		at := fmt.Sprintf("steps.%d.", i)
		text(at+"key", s.Key, s.Key, 1, 64, "环节编号", "The step's key")
		text(at+"name", s.Key, s.Name, 1, 200, "环节名称", "The step's name")
		text(at+"lane", s.Key, s.Lane, 0, 200, "泳道", "The lane")
		text(at+"explanation", s.Key, s.Explanation, 0, 2000, "环节说明", "The explanation of the step")
		if keys[s.Key] {
			out = append(out, fault(DuplicateKey, at+"key", s.Key, "环节编号重复:"+s.Key, "Two steps have the key "+s.Key))
		}
		if s.TimeLimitDays != nil && *s.TimeLimitDays < 0 {
			out = append(out, fault(NegativeLimit, at+"timeLimitDays", s.Key, "时限不得为负", "The time limit must not be negative"))
		}
		keys[s.Key] = true
	}
	seen := map[[2]string]bool{}
	for i, e := range g.Edges {
		at := fmt.Sprintf("edges.%d.", i)
		way := [2]string{e.FromKey, e.ToKey}
		if !keys[e.FromKey] {
			out = append(out, fault(UnknownStep, at+"fromKey", "", "没有编号为“"+e.FromKey+"”的环节", "There is no step with the key "+e.FromKey))
		}
		if !keys[e.ToKey] {
			out = append(out, fault(UnknownStep, at+"toKey", "", "没有编号为“"+e.ToKey+"”的环节", "There is no step with the key "+e.ToKey))
		}
		if seen[way] {
			out = append(out, fault(RepeatedEdge, at+"toKey", e.FromKey, "流向重复,请把两个条件合写在一条流向上", "The way is there twice: write both conditions on one"))
		}
		text(at+"condition", e.FromKey, e.Condition, 0, 500, "流转条件", "The condition")
		seen[way] = true
	}
	return out
}

// course is what is wrong with how the process runs.
func (g Graph) course() []Finding {
	var out []Finding
	x := g.Indexed()
	if len(x.Exits) == 0 {
		out = append(out, fault(NoEnd, "steps", "", "流程没有结束:每个环节之后都还有去向,请标明在哪个环节之后结束",
			"The process never ends: every step leads on; say after which it ends"))
	}
	reached, ending := Reach(x.Entries, x.After), Reach(x.Exits, x.Before)
	for i, s := range g.Steps {
		switch {
		case len(g.Steps) > 1 && leadsNowhere(x.After[i], i) && leadsNowhere(x.Before[i], i):
			out = append(out, fault(Isolated, g.at(i), s.Key, "环节“"+s.Name+"”没有连接任何流向", fmt.Sprintf("No way leads to the step %q or from it", s.Name)))
			continue
		case !reached[i]:
			out = append(out, fault(Unreachable, g.at(i), s.Key, "从流程起点走不到环节“"+s.Name+"”", fmt.Sprintf("The step %q cannot be reached from where the process begins", s.Name)))
		case len(x.Exits) > 0 && !ending[i]:
			out = append(out, fault(DeadEnd, g.at(i), s.Key, "从环节“"+s.Name+"”走不到流程终点", fmt.Sprintf("From the step %q the process never comes to an end", s.Name)))
		}
		out = append(out, g.branches(i)...)
	}
	return out
}

// branches looks at the ways from a step: one that may be taken or not needs another, and of several
// each but one needs to say when.
func (g Graph) branches(i int) []Finding {
	s := g.Steps[i]
	ways, open := 0, 0
	for _, e := range g.Edges {
		if e.FromKey == s.Key {
			ways++
			if e.Condition == "" {
				open++
			}
		}
	}
	decides := s.Kind == term.StepKindDecide || s.Kind == term.StepKindApprove
	switch {
	case ways == 1 && open == 0 && !s.Ends:
		return []Finding{hint(LoneBranch, g.at(i), s.Key, "环节“"+s.Name+"”只有一条附条件的流向,条件不成立时去哪里?",
			fmt.Sprintf("The only way from the step %q has a condition: where does it go otherwise?", s.Name))}
	case ways == 1 && decides && !s.Ends:
		return []Finding{hint(LoneBranch, g.at(i), s.Key, "环节“"+s.Name+"”只有一种结果,不同意时去哪里?",
			fmt.Sprintf("The step %q has a single outcome: where does it go when the answer is no?", s.Name))}
	case s.Split != term.SplitAll && open > 1:
		return []Finding{hint(OpenBranch, g.at(i), s.Key, "环节“"+s.Name+"”有几条流向没有写明条件",
			fmt.Sprintf("Several ways from the step %q do not say when they are taken", s.Name))}
	}
	return nil
}
