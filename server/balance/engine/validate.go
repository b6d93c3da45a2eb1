package engine

import (
	"fmt"
	"slices"

	"sineng/ent/term"
)

// Problem is what is wrong with a rule.
type Problem struct {
	// Path is the field, e.g. definition.left.selectors[0].steps.
	Path string
	Code ProblemCode
}

// ProblemCode says what is wrong.
type ProblemCode string

// The values of ProblemCode.
const (
	ProblemMissing    ProblemCode = "MISSING"      // a value is needed
	ProblemUnknown    ProblemCode = "UNKNOWN"      // no such value
	ProblemNotRead    ProblemCode = "NOT_READ"     // a kind of definition or selector does not read the field
	ProblemTwice      ProblemCode = "TWICE"        // the value stands there already
	ProblemTooMany    ProblemCode = "TOO_MANY"     // too many values
	ProblemNegative   ProblemCode = "NEGATIVE"     // the number must not be below 0
	ProblemOutOfScope ProblemCode = "OUT_OF_SCOPE" // the scope holds nothing that the selector could select
	ProblemNoHand     ProblemCode = "NO_HAND"      // what the selector selects is in no hand of that kind
)

// MostSelectors is the greatest number of selectors of a side, MostValues of values of a condition.
const (
	MostSelectors = 32
	MostValues    = 200
)

// problems gathers what is wrong.
type problems []Problem

func (p *problems) add(path string, code ProblemCode) { *p = append(*p, Problem{path, code}) }

// Validate tells all that is wrong with a rule, nothing for a good one.
func (r Rule) Validate() []Problem {
	var bad problems
	for _, f := range []struct{ path, value string }{
		{"code", r.Code}, {"name.zh", r.Name.ZH}, {"name.en", r.Name.EN}, {"reason.zh", r.Reason.ZH}, {"reason.en", r.Reason.EN},
	} {
		if f.value == "" {
			bad.add(f.path, ProblemMissing)
		}
	}
	known(&bad, "severity", r.Severity, wordsSeverity.has)
	bad = append(bad, r.Definition.Validate()...)
	return bad
}

// Validate tells all that is wrong with a definition, nothing for a good one.
func (d Definition) Validate() []Problem {
	var bad problems
	known(&bad, "definition.kind", d.Kind, wordsKind.has)
	if d.Kind == KindTwoLists {
		known(&bad, "definition.scope", d.Scope, wordsScope.has)
		known(&bad, "definition.sameHand", d.SameHand, wordsSameHand.has)
		d.Left.validate(&bad, "definition.left", d)
		d.Right.validate(&bad, "definition.right", d)
	}
	for _, f := range []struct {
		path string
		set  bool
		by   Kind
	}{
		{"scope", d.Scope != "", KindTwoLists}, {"sameHand", d.SameHand != "", KindTwoLists},
		{"left", d.Left.Join != "" || len(d.Left.Selectors) > 0, KindTwoLists}, {"right", d.Right.Join != "" || len(d.Right.Selectors) > 0, KindTwoLists},
		{"functions", len(d.Functions) > 0, KindDirectCharge}, {"nearDays", d.NearDays != 0, KindRotation},
		{"steps", len(d.Steps) > 0, KindUncheckedDiscretion}, {"checks", len(d.Checks) > 0, KindUncheckedDiscretion},
	} {
		if f.set && d.Kind != f.by {
			bad.add("definition."+f.path, ProblemNotRead)
		}
	}
	switch d.Kind {
	case KindDirectCharge:
		needed(&bad, "definition.functions", d.Functions, isFunction)
	case KindUncheckedDiscretion:
		needed(&bad, "definition.steps", d.Steps, isTerm[term.StepKind])
		needed(&bad, "definition.checks", d.Checks, isTerm[term.StepKind])
	case KindRotation:
		if d.NearDays < 0 {
			bad.add("definition.nearDays", ProblemNegative)
		}
	}
	return bad
}

func (s Side) validate(bad *problems, path string, d Definition) {
	known(bad, path+".join", s.Join, wordsJoin.has)
	if len(s.Selectors) == 0 {
		bad.add(path+".selectors", ProblemMissing)
	}
	if len(s.Selectors) > MostSelectors {
		bad.add(path+".selectors", ProblemTooMany)
	}
	for i, sel := range s.Selectors {
		sel.validate(bad, fmt.Sprintf("%s.selectors[%d]", path, i), d)
	}
}

func (s Selector) validate(bad *problems, path string, d Definition) {
	known(bad, path+".kind", s.Kind, wordsSelector.has)
	values(bad, path+".steps", s.Steps, isTerm[term.StepKind])
	values(bad, path+".roles", s.Roles, wordsRole.has)
	values(bad, path+".powerTypes", s.PowerTypes, isTerm[term.PowerType])
	values(bad, path+".portfolios", s.Portfolios, isTerm[term.PortfolioKind])
	values(bad, path+".functions", s.Functions, isFunction)
	values(bad, path+".powers", s.Powers, isID)
	values(bad, path+".posts", s.Posts, isID)
	for _, f := range []struct {
		path string
		set  bool
		by   []SelectorKind
	}{
		{"steps", len(s.Steps) > 0, []SelectorKind{SelectorStep}},
		{"roles", len(s.Roles) > 0, []SelectorKind{SelectorRole}},
		{"powerTypes", len(s.PowerTypes) > 0, []SelectorKind{SelectorStep, SelectorRole, SelectorPower}},
		{"powers", len(s.Powers) > 0, []SelectorKind{SelectorStep, SelectorRole, SelectorPower}},
		{"posts", len(s.Posts) > 0, []SelectorKind{SelectorStep, SelectorRole, SelectorPower, SelectorPost}},
		{"portfolios", len(s.Portfolios) > 0, []SelectorKind{SelectorPortfolio}},
		{"functions", len(s.Functions) > 0, []SelectorKind{SelectorPortfolio}},
	} {
		if f.set && wordsSelector.has(s.Kind) && !slices.Contains(f.by, s.Kind) {
			bad.add(path+"."+f.path, ProblemNotRead)
		}
	}
	if s.Kind == SelectorPost && len(s.Posts) == 0 {
		bad.add(path+".posts", ProblemMissing)
	}
	if d.Scope == ScopeSameProcess && (s.Kind == SelectorRole || s.Kind == SelectorPortfolio) {
		bad.add(path+".kind", ProblemOutOfScope)
	}
	if s.Kind == SelectorPortfolio && (d.SameHand == SameHandPost || d.SameHand == SameHandDepartment) {
		bad.add(path+".kind", ProblemNoHand)
	}
}

func known[T ~string](bad *problems, path string, v T, has func(T) bool) {
	switch {
	case v == "":
		bad.add(path, ProblemMissing)
	case !has(v):
		bad.add(path, ProblemUnknown)
	}
}

// values looks at the values of a condition.
func values[T comparable](bad *problems, path string, of []T, has func(T) bool) {
	if len(of) > MostValues {
		bad.add(path, ProblemTooMany)
	}
	for i, v := range of {
		switch {
		case !has(v):
			bad.add(fmt.Sprintf("%s[%d]", path, i), ProblemUnknown)
		case slices.Contains(of[:i], v):
			bad.add(fmt.Sprintf("%s[%d]", path, i), ProblemTwice)
		}
	}
}

// needed looks at the values of a condition that must not be empty.
func needed[T comparable](bad *problems, path string, of []T, has func(T) bool) {
	if len(of) == 0 {
		bad.add(path, ProblemMissing)
	}
	values(bad, path, of, has)
}

func isTerm[T interface {
	~string
	Values() []string
}](v T) bool {
	return slices.Contains(v.Values(), string(v))
}

func isFunction(f Function) bool { return FunctionSet(f) != 0 }

func isID(id int64) bool { return id > 0 }
