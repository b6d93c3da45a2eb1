package engine_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// names are words that tell what they name.
type names struct{}

func (names) Person(id int64) string              { return fmt.Sprint("person", id) }
func (names) Post(id int64) string                { return fmt.Sprint("post", id) }
func (names) Unit(id int64) string                { return fmt.Sprint("unit", id) }
func (names) Power(id int64) string               { return fmt.Sprint("power", id) }
func (names) Step(power int64, key string) string { return fmt.Sprint("step", power, key) }

func TestWhatIsToBeDoneIsSaidInBothLanguages(t *testing.T) {
	s := engine.Settlement{Power: 1, Step: "a", Role: engine.RoleDecision, Post: 2, Person: 3, Portfolio: 4, Unit: 5}
	for kind, want := range map[engine.SettlementKind][]string{
		engine.SettleReassignStep: {"power1", "step1a", "post2"}, engine.SettleReassignRole: {"power1", "post2"}, engine.SettleReplaceHolder: {"post2", "person3"},
		engine.SettleAddCheck: {"power1", "step1a"}, engine.SettleRotatePost: {"post2", "person3"}, engine.SettleMovePortfolio: {"unit5", "person3"},
	} {
		s.Kind = kind
		says(t, string(kind), s.Text(names{}), want)
	}
	i := engine.Item{Power: 1, Step: "a", Role: engine.RoleDecision, FromPost: 2, ToPost: 3, Portfolio: 4, Unit: 5, FromPerson: 6, ToPerson: 7}
	for kind, want := range map[engine.ItemKind][]string{
		engine.ItemReassignStep: {"power1", "step1a", "post2", "post3"}, engine.ItemReassignRole: {"power1", "post2", "post3"},
		engine.ItemReplaceHolder: {"post2", "person6", "person7"}, engine.ItemAddCheck: {"power1", "step1a", "post3"}, engine.ItemMovePortfolio: {"unit5", "person6", "person7"},
	} {
		i.Kind = kind
		says(t, string(kind), i.Text(names{}), want)
	}
}

func says(t *testing.T, what string, text engine.Text, want []string) {
	t.Helper()
	for _, lang := range []string{"zh", "en"} {
		for _, w := range want {
			if !strings.Contains(text.In(lang), w) {
				t.Errorf("%s does not name %s: %s", what, w, text.In(lang))
			}
		}
	}
	if text.ZH == text.EN || strings.Contains(text.ZH+text.EN, "%!") {
		t.Errorf("%s is said as %+v", what, text)
	}
}

func TestEveryValueHasItsWords(t *testing.T) {
	check := func(values []string, label func(v, lang string) string) {
		if len(values) == 0 {
			t.Error("an enumeration has no values")
		}
		for _, v := range values {
			if label(v, "zh") == v || label(v, "en") == v || label(v, "zh") == label(v, "en") {
				t.Errorf("%s is called %s, %s", v, label(v, "zh"), label(v, "en"))
			}
		}
	}
	check(engine.Kind("").Values(), func(v, l string) string { return engine.Kind(v).Label(l) })
	check(engine.Scope("").Values(), func(v, l string) string { return engine.Scope(v).Label(l) })
	check(engine.SameHand("").Values(), func(v, l string) string { return engine.SameHand(v).Label(l) })
	check(engine.Join("").Values(), func(v, l string) string { return engine.Join(v).Label(l) })
	check(engine.SelectorKind("").Values(), func(v, l string) string { return engine.SelectorKind(v).Label(l) })
	check(engine.Role("").Values(), func(v, l string) string { return engine.Role(v).Label(l) })
	check(engine.Severity("").Values(), func(v, l string) string { return engine.Severity(v).Label(l) })
	check(engine.Function("").Values(), func(v, l string) string { return engine.Function(v).Label(l) })
}

func TestFunctionsFollowFromPowers(t *testing.T) {
	for _, f := range engine.Function("").Values() {
		found := 0
		for _, p := range term.PowerType("").Values() {
			if g, ok := engine.FunctionOf(term.PowerType(p)); ok && string(g) == f {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%s follows from %d types of powers", f, found)
		}
	}
	got := engine.FunctionsOf(term.PowerTypeLicensing, term.PowerTypeAssets, term.PowerTypeFinance, term.PowerTypeFinance).List()
	if want := []engine.Function{engine.FunctionFinance, engine.FunctionApprovals}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestADayIsADate(t *testing.T) {
	if engine.Date(1900, 1, 1) != 0 || engine.Date(2026, 3, 1)-engine.Date(2024, 3, 1) != 730 {
		t.Error("days are miscounted")
	}
	for from, want := range map[string]string{"2024-02-29": "2029-03-01", "2020-03-01": "2025-03-01", "2021-12-31": "2026-12-31"} {
		var d engine.Day
		if err := d.UnmarshalText([]byte(from)); err != nil || d.String() != from || d.AfterYears(5).String() != want {
			t.Errorf("%s is read as %s: %v; five years later %s, want %s", from, d, err, d.AfterYears(5), want)
		}
	}
	if got := engine.DayOf(time.Date(2026, 6, 1, 0, 30, 0, 0, time.FixedZone("", 8*3600))); got != today {
		t.Errorf("half past midnight is %s", got)
	}
	var d engine.Day
	if json.Unmarshal([]byte(`"2026-13-01"`), &d) == nil {
		t.Error("a thirteenth month is read")
	}
	if text, err := json.Marshal(today); err != nil || string(text) != `"2026-06-01"` {
		t.Errorf("written as %s: %v", text, err)
	}
}
