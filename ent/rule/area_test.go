package rule_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	entgo "entgo.io/ent"

	"sineng/ent/privacy"
	"sineng/ent/rule"
	"sineng/ent/viewer"
)

func TestAnAreaIsComparedByOneColumnPerLevel(t *testing.T) {
	roots := func(more ...viewer.Root) viewer.Scope { return viewer.Scope{Roots: more} }
	for name, c := range map[string]struct {
		scope viewer.Scope
		want  string
	}{
		"the highest level":          {roots(viewer.Root{ID: 7, Level: 1}), " WHERE `rows`.`l1` = 7"},
		"the lowest level":           {roots(viewer.Root{ID: 7, Level: 6}), " WHERE `rows`.`l6` = 7"},
		"two units of a level":       {roots(viewer.Root{ID: 7, Level: 2}, viewer.Root{ID: 8, Level: 2}), " WHERE `rows`.`l2` IN (7, 8)"},
		"units of several levels":    {roots(viewer.Root{ID: 9, Level: 3}, viewer.Root{ID: 7, Level: 1}), " WHERE `rows`.`l1` = 7 OR `rows`.`l3` = 9"},
		"a level above the highest":  {roots(viewer.Root{ID: 7, Level: 0}), " WHERE FALSE"},
		"a level below the lowest":   {roots(viewer.Root{ID: 7, Level: 7}), " WHERE FALSE"},
		"everywhere, and some units": {viewer.Scope{All: true, Roots: []viewer.Root{{ID: 7, Level: 2}}}, ""},
	} {
		if got := shown(rule.Scoped(rule.Register), &viewer.Viewer{Register: c.scope}); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestEachAreaIsThatScopeOfTheViewer(t *testing.T) {
	at := func(id int64) viewer.Scope { return viewer.Scope{Roots: []viewer.Root{{ID: id, Level: 1}}} }
	v := &viewer.Viewer{Directory: at(1), Register: at(2), Personal: at(3), Feedback: at(4), Accounts: at(5), Confirms: at(6), Log: at(7)}
	for i, area := range []rule.Area{rule.Directory, rule.Register, rule.Personal, rule.Feedback, rule.Accounts, rule.Confirms, rule.Log} {
		if got := area(v); len(got.Roots) != 1 || got.Roots[0].ID != int64(i+1) {
			t.Errorf("area %d is %+v", i+1, got)
		}
	}
}

func TestUnitsAboveAreMatchedByTheirIdAlone(t *testing.T) {
	for want, v := range map[string]*viewer.Viewer{
		" WHERE FALSE":                 {},
		" WHERE `rows`.`id` IN (3)":    {Ancestors: []int64{3}},
		" WHERE `rows`.`id` IN (3, 4)": {Ancestors: []int64{3, 4}},
	} {
		if got := shown(rule.Above("id"), v); got != want {
			t.Errorf("%v: %q, want %q", v.Ancestors, got, want)
		}
	}
}

// Each of two conditions is met by all rows, by some or by none.
func TestEveryPairOfConditions(t *testing.T) {
	v := &viewer.Viewer{AccountID: 3, Register: viewer.Scope{All: true}}
	conditions := map[string]rule.Condition{"all": rule.Scoped(rule.Register), "some": rule.Null("x"), "none": {}}
	or := map[string]string{"all all": "", "all some": "", "all none": "", "some some": "S OR S", "none some": "S", "none none": "NONE"}
	and := map[string]string{"all all": "", "all some": "S", "all none": "NONE", "some some": "S AND S", "none some": "NONE", "none none": "NONE"}
	except := map[string]string{"all all": "NONE", "all some": "NOT", "all none": "", "some all": "NONE", "some some": "S AND NOT", "some none": "S",
		"none all": "NONE", "none some": "NONE", "none none": "NONE"}
	short := strings.NewReplacer(" WHERE ", "", "(`rows`.`x` IS NULL) IS NOT TRUE", "NOT", "`rows`.`x` IS NULL", "S", "FALSE", "NONE")
	for one, a := range conditions {
		for two, b := range conditions {
			pair, swapped := one+" "+two, two+" "+one
			for what, c := range map[string]struct {
				of   rule.Condition
				want map[string]string
			}{"or": {a.Or(b), or}, "and": {a.And(b), and}, "except": {a.Except(b), except}} {
				want, ok := c.want[pair]
				if !ok {
					want = c.want[swapped]
				}
				if got := short.Replace(shown(c.of, v)); got != want {
					t.Errorf("%s %s %s: %q, want %q", one, what, two, got, want)
				}
			}
		}
	}
}

func TestNobodyReadsOrWritesWithoutAViewer(t *testing.T) {
	a := rule.Access{Sees: rule.Scoped(rule.Register), Writes: rule.Register}
	reached := false
	hook := a.Hooks()[0](entgo.MutateFunc(func(context.Context, entgo.Mutation) (entgo.Value, error) {
		reached = true
		return nil, nil
	}))
	if _, err := hook.Mutate(context.Background(), nil); !errors.Is(err, privacy.Deny) || reached {
		t.Errorf("a write without a viewer: %v, %v", err, reached)
	}
	if _, err := hook.Mutate(viewer.System(context.Background()), nil); err != nil || !reached {
		t.Errorf("a write of the program: %v, %v", err, reached)
	}
}
