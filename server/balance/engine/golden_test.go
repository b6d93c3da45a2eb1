package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// goldens are for every built-in rule the smallest facts that break it, and the nearest that do not.
var goldens = []struct {
	rule        string
	breaks, not func() *engine.Facts
	// others are the further rules that the first breaks.
	others []string
	want   string
}{
	{rule: engine.RuleSupervisedBySelf, want: "PERSON 210 steps 1 since 2025-01-01: REASSIGN_ROLE",
		breaks: func() *engine.Facts {
			p := power(1, term.PowerTypeOther, "HANDLE:21 CLOSE:22")
			p.Supervision = 21
			return with(place(), p)
		},
		not: func() *engine.Facts {
			p := power(1, term.PowerTypeOther, "HANDLE:21 CLOSE:22")
			p.Supervision = 22
			return with(place(), p)
		}},
	{rule: engine.RuleRelatives, want: "RELATIVES 210+220 steps 1,2 since 2025-03-01: REASSIGN_STEP",
		breaks: func() *engine.Facts {
			f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:22"))
			f.Relations = []engine.Relation{{ID: 1, A: 220, B: 210, Since: engine.Date(2025, 3, 1)}}
			return f
		},
		not: func() *engine.Facts {
			f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:22"))
			f.Relations = []engine.Relation{{ID: 1, A: 220, B: 230, Since: engine.Date(2025, 3, 1)}}
			return f
		}},
	{rule: engine.RuleProcurementAcceptance, want: "PERSON 210 steps 1,2 since 2025-01-01: REASSIGN_STEP",
		breaks: func() *engine.Facts {
			f := with(place(), power(1, term.PowerTypeProcurement, "HANDLE:21 CLOSE:22"), power(301, term.PowerTypeProcurement, "RECORD:31 INSPECT:32"))
			f.Appointments = append(f.Appointments, engine.Appointment{ID: 500, Person: 210, Post: 32, From: begun})
			return f
		},
		not: func() *engine.Facts {
			f := with(place(), power(1, term.PowerTypeProcurement, "HANDLE:21 CLOSE:22"), power(301, term.PowerTypeEngineering, "RECORD:31 INSPECT:32"))
			f.Appointments = append(f.Appointments, engine.Appointment{ID: 500, Person: 210, Post: 32, From: begun})
			return f
		}},
	{rule: engine.RuleThreeInOne, want: "POST 21 steps  since 2025-01-01: REASSIGN_ROLE",
		breaks: func() *engine.Facts {
			p := power(1, term.PowerTypeOther, "CLOSE:22")
			p.Decision, p.Execution, p.Supervision = 21, 21, 21
			return with(place(), p)
		},
		others: []string{engine.RuleSingleHand},
		not: func() *engine.Facts {
			p := power(1, term.PowerTypeOther, "CLOSE:22")
			p.Decision, p.Execution, p.Supervision = 21, 21, 22
			return with(place(), p)
		}},
	{rule: engine.RuleDirectCharge, want: "PERSON 900 steps  since 2025-05-01: MOVE_PORTFOLIO",
		breaks: func() *engine.Facts { return led(1, engine.FunctionFinance, 900) },
		not:    func() *engine.Facts { return led(1, engine.FunctionFinance, 901) }},
	{rule: engine.RuleSingleHand, want: "PERSON 210 steps 1 since 2025-01-01: ADD_CHECK",
		breaks: func() *engine.Facts { return with(place(), power(1, term.PowerTypeOther, "RECORD:21")) },
		not:    func() *engine.Facts { return with(place(), power(1, term.PowerTypeOther, "RECORD:21 RECORD:22")) }},
	{rule: engine.RuleUncheckedDiscretion, want: "PERSON 210 steps 1 since 2025-01-01: ADD_CHECK",
		breaks: func() *engine.Facts { return with(place(), power(1, term.PowerTypeOther, "HANDLE:21W CLOSE:22")) },
		not: func() *engine.Facts {
			return with(place(), power(1, term.PowerTypeOther, "HANDLE:21W REVIEW:22"))
		}},
	{rule: engine.RuleRotationOverdue, want: "PERSON 210 steps  since 2026-06-01: ROTATE_POST",
		breaks: func() *engine.Facts { return rotating(engine.Date(2021, 6, 1)) },
		not:    func() *engine.Facts { return rotating(engine.Date(2021, 6, 2)) }},
	{rule: engine.RuleRotationNear, want: "PERSON 210 steps  since 2026-06-01: ROTATE_POST",
		breaks: func() *engine.Facts { return rotating(engine.Date(2021, 8, 30)) },
		not:    func() *engine.Facts { return rotating(engine.Date(2021, 8, 31)) }},
}

// rotating is a key post with a limit of five years.
func rotating(from engine.Day) *engine.Facts {
	f := place()
	f.Posts[0].Key, f.Posts[0].RotationYears = true, 5
	f.Appointments[0].From = from
	return f
}

// led is a department with a function and who is in charge of it, led by 900.
func led(over int64, function engine.Function, inCharge int64) *engine.Facts {
	f := place()
	f.Units[1].Functions = engine.FunctionSet(function)
	f.Portfolios = []engine.Portfolio{
		{ID: 1, Person: 900, Unit: over, Kind: term.PortfolioKindPrincipal, From: engine.Date(2025, 2, 1)},
		{ID: 2, Person: inCharge, Unit: 2, Kind: term.PortfolioKindInCharge, From: engine.Date(2025, 5, 1)},
	}
	return f
}

func TestEachRuleIsBrokenByTheSmallestFactsAndKeptByTheNearest(t *testing.T) {
	for _, r := range engine.BuiltIn() {
		if left, right, ok := strings.Cut(strings.TrimPrefix(r.Code, "SOD_"), "_"); ok && strings.HasPrefix(r.Code, "SOD_") {
			testPair(t, r.Code, left, right)
			continue
		}
		found := false
		for _, g := range goldens {
			if g.rule != r.Code {
				continue
			}
			found = true
			t.Run(g.rule, func(t *testing.T) {
				all := engine.Evaluate(*g.breaks(), book(t)).Conflicts
				if want := slices.Sorted(slices.Values(append(g.others, g.rule))); !reflect.DeepEqual(slices.Sorted(slices.Values(codes(all))), want) {
					t.Errorf("%v are broken, want %v", codes(all), want)
				}
				for _, c := range all {
					if c.Rule == g.rule && told(c) != g.want {
						t.Errorf("told as %s, want %s", told(c), g.want)
					}
				}
				if got := codes(engine.Evaluate(*g.not(), book(t)).Conflicts); slices.Contains(got, g.rule) {
					t.Errorf("the nearest facts break %v", got)
				}
				var rest []engine.Rule
				for _, o := range engine.BuiltIn() {
					if o.Code != g.rule {
						rest = append(rest, o)
					}
				}
				if got := codes(engine.Evaluate(*g.breaks(), book(t, rest...)).Conflicts); slices.Contains(got, g.rule) || len(got) != len(g.others) {
					t.Errorf("without the rule %v are broken, want %v", got, g.others)
				}
			})
		}
		if !found {
			t.Errorf("%s has no golden facts", r.Code)
		}
	}
}

// duties are the duties of the pairs with the kinds of steps of each.
var duties = map[string][]string{
	"PREPARE": {"ACCEPT", "HANDLE"}, "REVIEW": {"REVIEW"}, "APPROVE": {"APPROVE", "DECIDE"},
	"EXECUTE": {"EXECUTE"}, "RECORD": {"RECORD"}, "INSPECT": {"INSPECT"},
}

func testPair(t *testing.T, rule, left, right string) {
	for _, l := range duties[left] {
		for _, r := range duties[right] {
			t.Run(rule+"/"+l+"/"+r, func(t *testing.T) {
				facts := func(second string) *engine.Facts {
					f := with(place(), power(1, term.PowerTypeOther, l+":21 CLOSE:24 "+r+":"+second))
					appoint(f, 210, 23, engine.Date(2025, 7, 1))
					return f
				}
				got := engine.Evaluate(*facts("23"), book(t)).Conflicts
				if len(got) != 1 || got[0].Rule != rule || told(got[0]) != "PERSON 210 steps 1,3 since 2025-07-01: REASSIGN_STEP" {
					t.Errorf("two posts of one person break %v, %s", codes(got), told(got[0]))
				}
				if got := codes(engine.Evaluate(*facts("22"), book(t)).Conflicts); len(got) != 0 {
					t.Errorf("two people break %v", got)
				}
			})
		}
	}
}

// told is a conflict in short.
func told(c engine.Conflict) string {
	hand := fmt.Sprint(c.Hand.A)
	if c.Hand.B != 0 {
		hand += fmt.Sprint("+", c.Hand.B)
	}
	var steps []string
	for _, p := range c.Parts {
		if p.Step != "" {
			steps = append(steps, p.Step)
		}
	}
	return fmt.Sprintf("%s %s steps %s since %s: %s", c.Hand.Kind, hand, strings.Join(steps, ","), c.Since, c.Settlements[0].Kind)
}
