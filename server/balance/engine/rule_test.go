package engine_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func stepsOf(kinds ...term.StepKind) engine.Selector {
	return engine.Selector{Kind: engine.SelectorStep, Steps: kinds}
}

func sides(join engine.Join, selectors ...engine.Selector) engine.Side {
	return engine.Side{Join: join, Selectors: selectors}
}

// rule is a rule of two lists of a test.
func rule(scope engine.Scope, hand engine.SameHand, left, right engine.Side) engine.Rule {
	return engine.Rule{
		Code: "R", Name: engine.Text{ZH: "名", EN: "name"}, Reason: engine.Text{ZH: "因", EN: "reason"}, Severity: engine.SeverityLow,
		Definition: engine.Definition{Kind: engine.KindTwoLists, Scope: scope, SameHand: hand, Left: left, Right: right},
	}
}

func TestTheBuiltInRulesAreValidAndTold(t *testing.T) {
	rules := engine.BuiltIn()
	book(t, rules...)
	for _, r := range rules {
		if r.Example.ZH == "" || r.Example.EN == "" {
			t.Errorf("%s has no example", r.Code)
		}
	}
	if len(rules) != 24 {
		t.Errorf("%d rules are built in", len(rules))
	}
}

func TestADefinitionIsStoredAsTheSameBytesAndReadBack(t *testing.T) {
	for _, r := range engine.BuiltIn() {
		back, err := engine.DecodeDefinition(r.Definition.Encode())
		if err != nil || !reflect.DeepEqual(back, r.Definition) {
			t.Errorf("%s is read back as %+v: %v", r.Code, back, err)
		}
	}
	d := rule(engine.ScopeSameUnit, engine.SameHandRelations, sides(engine.JoinAllOf, stepsOf(term.StepKindHandle), engine.Selector{Kind: engine.SelectorPost, Posts: []int64{7}}),
		sides(engine.JoinAnyOf, engine.Selector{Kind: engine.SelectorPortfolio, Portfolios: []term.PortfolioKind{term.PortfolioKindHead}, Functions: []engine.Function{engine.FunctionFinance}})).Definition
	want := `{"kind":"TWO_LISTS","scope":"SAME_UNIT","sameHand":"RELATIONS","left":{"join":"ALL_OF","selectors":[{"kind":"STEP","steps":["HANDLE"]},{"kind":"POST","posts":[7]}]},` +
		`"right":{"join":"ANY_OF","selectors":[{"kind":"PORTFOLIO","portfolios":["HEAD"],"functions":["FINANCE"]}]}}`
	if got := string(d.Encode()); got != want {
		t.Errorf("stored as %s", got)
	}
	for _, bad := range []string{`{`, `{"kind":"ROTATION","later":1}`, `{"kind":"ROTATION"} x`, `{"kind":1}`} {
		if _, err := engine.DecodeDefinition([]byte(bad)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

func TestAWrongDefinitionIsTold(t *testing.T) {
	good := rule(engine.ScopeSamePower, engine.SameHandPerson, sides(engine.JoinAnyOf, stepsOf(term.StepKindHandle)), sides(engine.JoinAnyOf, stepsOf(term.StepKindReview)))
	if bad := good.Validate(); len(bad) > 0 {
		t.Fatalf("a good rule has %v", bad)
	}
	for want, change := range map[string]func(*engine.Rule){
		"code MISSING":             func(r *engine.Rule) { r.Code = "" },
		"name.en MISSING":          func(r *engine.Rule) { r.Name.EN = "" },
		"severity UNKNOWN":         func(r *engine.Rule) { r.Severity = "SEVERE" },
		"definition.kind MISSING":  func(r *engine.Rule) { r.Definition = engine.Definition{} },
		"definition.scope UNKNOWN": func(r *engine.Rule) { r.Definition.Scope = "WORLD" },
		"definition.scope NOT_READ": func(r *engine.Rule) {
			r.Definition = engine.Definition{Kind: engine.KindRotation, Scope: engine.ScopeSameUnit}
		},
		"definition.nearDays NEGATIVE": func(r *engine.Rule) {
			r.Definition = engine.Definition{Kind: engine.KindRotation, NearDays: -1}
		},
		"definition.functions MISSING":                   func(r *engine.Rule) { r.Definition = engine.Definition{Kind: engine.KindDirectCharge} },
		"definition.left.selectors MISSING":              func(r *engine.Rule) { r.Definition.Left.Selectors = nil },
		"definition.left.selectors TOO_MANY":             func(r *engine.Rule) { r.Definition.Left.Selectors = slices.Repeat(r.Definition.Left.Selectors, 33) },
		"definition.left.join UNKNOWN":                   func(r *engine.Rule) { r.Definition.Left.Join = "SOME" },
		"definition.right.selectors[0].steps[0] UNKNOWN": func(r *engine.Rule) { r.Definition.Right = sides(engine.JoinAnyOf, stepsOf("SIGN")) },
		"definition.right.selectors[0].steps[1] TWICE": func(r *engine.Rule) {
			r.Definition.Right = sides(engine.JoinAnyOf, stepsOf(term.StepKindReview, term.StepKindReview))
		},
		"definition.right.selectors[0].roles NOT_READ": func(r *engine.Rule) { r.Definition.Right.Selectors[0].Roles = []engine.Role{engine.RoleDecision} },
		"definition.right.selectors[0].posts MISSING": func(r *engine.Rule) {
			r.Definition.Right = sides(engine.JoinAnyOf, engine.Selector{Kind: engine.SelectorPost})
		},
		"definition.right.selectors[0].kind OUT_OF_SCOPE": func(r *engine.Rule) {
			r.Definition.Scope = engine.ScopeSameProcess
			r.Definition.Right = sides(engine.JoinAnyOf, engine.Selector{Kind: engine.SelectorRole})
		},
		"definition.right.selectors[0].kind NO_HAND": func(r *engine.Rule) {
			r.Definition.SameHand = engine.SameHandPost
			r.Definition.Right = sides(engine.JoinAnyOf, engine.Selector{Kind: engine.SelectorPortfolio})
		},
	} {
		r := good
		r.Definition.Left.Selectors, r.Definition.Right.Selectors = slices.Clone(r.Definition.Left.Selectors), slices.Clone(r.Definition.Right.Selectors)
		change(&r)
		var got []string
		for _, p := range r.Validate() {
			got = append(got, p.Path+" "+string(p.Code))
		}
		if !slices.Equal(got, []string{want}) {
			t.Errorf("%v, want %s", got, want)
		}
		if _, err := engine.NewRulebook([]engine.Rule{r}); err == nil {
			t.Errorf("a book takes a rule with %s", want)
		}
	}
	if _, err := engine.NewRulebook([]engine.Rule{good, good}); err == nil {
		t.Error("a book takes a rule twice")
	}
}

// TestTwoListsAreJudgedWithinTheirScopeByTheirHand tells for facts and definitions what is broken.
func TestTwoListsAreJudgedWithinTheirScopeByTheirHand(t *testing.T) {
	handle, review, approve := stepsOf(term.StepKindHandle), stepsOf(term.StepKindReview), stepsOf(term.StepKindApprove)
	anyOf := func(s ...engine.Selector) engine.Side { return sides(engine.JoinAnyOf, s...) }
	allOf := func(s ...engine.Selector) engine.Side { return sides(engine.JoinAllOf, s...) }
	role := func(r engine.Role) engine.Selector {
		return engine.Selector{Kind: engine.SelectorRole, Roles: []engine.Role{r}}
	}
	post := func(id int64) engine.Selector {
		return engine.Selector{Kind: engine.SelectorPost, Posts: []int64{id}}
	}
	kind := func(k term.PortfolioKind, f ...engine.Function) engine.Selector {
		return engine.Selector{Kind: engine.SelectorPortfolio, Portfolios: []term.PortfolioKind{k}, Functions: f}
	}
	of := func(s engine.Selector, types ...term.PowerType) engine.Selector { s.PowerTypes = types; return s }
	for _, c := range []struct {
		name  string
		rule  engine.Rule
		facts func(*engine.Facts)
		want  string
	}{
		{"all of a side by one person", rule(engine.ScopeSameProcess, engine.SameHandPerson, allOf(handle, review), anyOf(approve)), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "HANDLE:21 REVIEW:21 APPROVE:21"), power(2, "OTHER", "HANDLE:21 REVIEW:22 APPROVE:21"))
		}, "POWER 1: PERSON 210 [1 2 3]"},
		{"one step alone is not two", rule(engine.ScopeSameProcess, engine.SameHandPerson, anyOf(approve), anyOf(approve)), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "APPROVE:21"), power(2, "OTHER", "APPROVE:21 APPROVE:21"))
		}, "POWER 2: PERSON 210 [1 2]"},
		{"a post that nobody holds", rule(engine.ScopeSameProcess, engine.SameHandPost, anyOf(handle), anyOf(approve)), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "HANDLE:29 APPROVE:29"), power(2, "OTHER", "HANDLE:21 APPROVE:22"))
			appoint(f, 210, 22, begun)
		}, "POWER 1: POST 29 [1 2]"},
		{"a department", rule(engine.ScopeSameProcess, engine.SameHandDepartment, anyOf(handle), anyOf(approve)), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "HANDLE:21 APPROVE:22"), power(2, "OTHER", "HANDLE:21 APPROVE:31"))
		}, "POWER 1: DEPARTMENT 2 [1 2]"},
		{"a person or relations", rule(engine.ScopeSameProcess, engine.SameHandRelations, anyOf(handle), anyOf(approve)), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "HANDLE:21 APPROVE:22"), power(2, "OTHER", "HANDLE:23 APPROVE:23 APPROVE:24"), power(3, "OTHER", "HANDLE:25 APPROVE:24"))
			f.Relations = []engine.Relation{{ID: 1, A: 220, B: 210, Since: today}, {ID: 2, A: 230, B: 210}, {ID: 3, A: 230, B: 240}}
		}, "POWER 1: RELATIVES 210+220 [1 2]; POWER 2: PERSON 230 [1 2]"},
		{"a role of the power", rule(engine.ScopeSamePower, engine.SameHandPerson, anyOf(handle), anyOf(role(engine.RoleSupervision))), func(f *engine.Facts) {
			p := power(1, "OTHER", "HANDLE:21 APPROVE:22")
			p.Supervision = 21
			q := power(2, "OTHER", "HANDLE:21 APPROVE:22")
			q.Decision = 21
			with(f, p, q)
		}, "POWER 1: PERSON 210 [1 ]"},
		{"a role is no part of the process", rule(engine.ScopeSameProcess, engine.SameHandPerson, anyOf(handle), anyOf(post(21))), func(f *engine.Facts) {
			p := power(1, "OTHER", "HANDLE:21 APPROVE:22")
			p.Supervision = 21
			with(f, p)
		}, ""},
		{"the head of the unit", rule(engine.ScopeSamePower, engine.SameHandPerson, anyOf(handle), anyOf(kind(term.PortfolioKindHead))), func(f *engine.Facts) {
			with(f, power(1, "OTHER", "HANDLE:21 APPROVE:22"), power(301, "OTHER", "HANDLE:21 APPROVE:22"))
			f.Portfolios = []engine.Portfolio{{ID: 5, Person: 210, Unit: 2, Kind: term.PortfolioKindHead, From: begun}}
		}, "POWER 1: PERSON 210 [ 1]"},
		{"two powers of a unit", rule(engine.ScopeSameUnit, engine.SameHandPerson, anyOf(of(handle, "FINANCE")), anyOf(of(approve, "ASSETS"))), func(f *engine.Facts) {
			with(f, power(1, "FINANCE", "HANDLE:21 CLOSE:24"), power(2, "ASSETS", "APPROVE:21"), power(301, "ASSETS", "APPROVE:21"), power(302, "FINANCE", "HANDLE:22"),
				power(4, "ASSETS", "HANDLE:23 APPROVE:23"))
		}, "UNIT 2: PERSON 210 [1 1]"},
		{"two posts of a unit", rule(engine.ScopeSameUnit, engine.SameHandPerson, anyOf(post(21)), anyOf(post(22), post(31))), func(f *engine.Facts) {
			appoint(f, 210, 22, begun)
			appoint(f, 210, 31, begun)
		}, "UNIT 2: PERSON 210 [ ]"},
		{"a post and its step are one there", rule(engine.ScopeSameUnit, engine.SameHandPerson, anyOf(post(21)), anyOf(post(21), of(approve, "ASSETS"))), func(f *engine.Facts) {
			with(f, power(1, "ASSETS", "HANDLE:21 CLOSE:22"))
		}, ""},
		{"two posts of a bureau", rule(engine.ScopeSameBureau, engine.SameHandPerson, anyOf(post(21)), anyOf(post(31))), func(f *engine.Facts) {
			appoint(f, 210, 31, begun)
		}, "BUREAU 1: PERSON 210 [ ]"},
		{"leadership of units with a function", rule(engine.ScopeSameBureau, engine.SameHandPerson,
			anyOf(kind(term.PortfolioKindInCharge, engine.FunctionFinance)), anyOf(kind(term.PortfolioKindInCharge, engine.FunctionProcurement))), func(f *engine.Facts) {
			f.Units[1].Functions, f.Units[2].Functions = engine.FunctionSet(engine.FunctionFinance), engine.FunctionSet(engine.FunctionProcurement)
			f.Portfolios = []engine.Portfolio{{ID: 5, Person: 900, Unit: 2, Kind: term.PortfolioKindInCharge}, {ID: 6, Person: 900, Unit: 3, Kind: term.PortfolioKindInCharge},
				{ID: 7, Person: 901, Unit: 2, Kind: term.PortfolioKindInCharge}, {ID: 8, Person: 901, Unit: 3, Kind: term.PortfolioKindHead},
				{ID: 9, Person: 902, Unit: 2, Kind: term.PortfolioKindInCharge}, {ID: 10, Person: 902, Unit: 1, Kind: term.PortfolioKindInCharge}}
		}, "BUREAU 1: PERSON 900 [ ]"},
		{"a power by its id", rule(engine.ScopeSameUnit, engine.SameHandPerson,
			anyOf(engine.Selector{Kind: engine.SelectorPower, Powers: []int64{1}}), anyOf(engine.Selector{Kind: engine.SelectorPower, Powers: []int64{2}})), func(f *engine.Facts) {
			p := power(2, "OTHER", "CLOSE:24")
			p.Exercising = []int64{21}
			with(f, power(1, "OTHER", "HANDLE:21"), p, power(3, "OTHER", "HANDLE:22"))
		}, "UNIT 2: PERSON 210 [1 ]"},
	} {
		f := place()
		c.facts(f)
		var got []string
		// Beside the others, since what one rule looks at is there for all.
		for _, x := range engine.Evaluate(*f, book(t, append(engine.BuiltIn(), c.rule)...)).Conflicts {
			if x.Rule != c.rule.Code {
				continue
			}
			hand := string(x.Hand.Kind) + " " + engineNum(x.Hand.A)
			if x.Hand.B != 0 {
				hand += "+" + engineNum(x.Hand.B)
			}
			var steps []string
			for _, p := range x.Parts {
				steps = append(steps, p.Step)
			}
			got = append(got, string(x.Site.Kind)+" "+engineNum(x.Site.ID)+": "+hand+" ["+strings.Join(steps, " ")+"]")
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}
