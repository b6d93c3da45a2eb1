package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func engineNum(id int64) string { return strconv.FormatInt(id, 10) }

// found are the conflicts of one rule in a process, by hand and step.
func found(t *testing.T, rule, steps string, change func(*engine.Facts)) []string {
	t.Helper()
	f := with(place(), power(1, term.PowerTypeOther, steps))
	if change != nil {
		change(f)
	}
	out := []string{}
	for _, c := range engine.Evaluate(*f, book(t)).Conflicts {
		if c.Rule == rule {
			text := fmt.Sprint(c.Hand.A, c.At, c.Steps(1))
			if c.Uncertain {
				text += "?"
			}
			out = append(out, text)
		}
	}
	return out
}

func TestAProcessIsInOneHandWhereSomeRunIs(t *testing.T) {
	for steps, want := range map[string][]string{
		"ACCEPT:21 CLOSE:21":                                  {"210[1 2]"},
		"ACCEPT:21 REVIEW:22 CLOSE:21 1>3":                    {"210[1 3]"}, // past the check
		"ACCEPT:21 REVIEW:22 CLOSE:21":                        {},
		"ACCEPT:21E REVIEW:22":                                {"210[1]"}, // may end before it
		"ACCEPT:21A REVIEW:22 CLOSE:21 1>3 2!3":               {},         // both ways are taken
		"ACCEPT:21A REVIEW:21 CLOSE:21 1>3 2!3":               {"210[1 2 3]"},
		"ACCEPT:22 CLOSE:21 HANDLE:21S 2!3 3>2":               {"210[2 3]"}, // begins elsewhere
		"ACCEPT:21 CLOSE: ":                                   {},           // nobody knows who closes
		"ACCEPT:21 HANDLE:22 REVIEW:21 1>3 3>2 2>1":           {},           // a circle without an end
		"ACCEPT:21 HANDLE:21 CLOSE:21 1>1 2>1":                {"210[1 2 3]"},
		"ACCEPT:21A HANDLE:21 CLOSE:21 REVIEW:22 1>3 1>4 3!4": {},
	} {
		if got := found(t, engine.RuleSingleHand, steps, nil); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", steps, got, want)
		}
	}
}

func TestACheckFollowsTheLastStepThatHasSomethingToCheck(t *testing.T) {
	for steps, want := range map[string]string{
		"ACCEPT:21 HANDLE:21 RECORD:21 CLOSE:21": "ADD_CHECK 2", "RECORD:21 CLOSE:21": "ADD_CHECK 1", "CLOSE:21": "REASSIGN_STEP 1",
	} {
		for _, c := range engine.Evaluate(*with(place(), power(1, term.PowerTypeOther, steps)), book(t)).Conflicts {
			if s := c.Settlements[0]; c.Rule == engine.RuleSingleHand && string(s.Kind)+" "+s.Step != want {
				t.Errorf("%s is settled by %s %s, want %s", steps, s.Kind, s.Step, want)
			}
		}
	}
}

func TestWideDiscretionIsCheckedOnEveryWayToAnEnd(t *testing.T) {
	for _, c := range []struct {
		steps  string
		change func(*engine.Facts)
		want   []string
	}{
		{"HANDLE:21W REVIEW:22 CLOSE:23", nil, []string{}},
		{"HANDLE:21W REVIEW:21 CLOSE:23", nil, []string{"2101[1]"}},             // the same eyes
		{"HANDLE:21W REVIEW:22 CLOSE:23 1>3", nil, []string{"2101[1]"}},         // a way past it
		{"HANDLE:21W EXECUTE:22 CLOSE:23", nil, []string{"2101[1]"}},            // no checking step
		{"HANDLE:21WA REVIEW:22 CLOSE:23 1>3 2!3", nil, []string{}},             // both ways are taken
		{"HANDLE:21L CLOSE:23", nil, []string{}},                                // limited
		{"ACCEPT:21W CLOSE:23", nil, []string{}},                                // nothing is decided
		{"REVIEW:22 HANDLE:21W CLOSE:23", nil, []string{"2102[2]"}},             // the check was before
		{"HANDLE:21W REVIEW:22 CLOSE:23", doubled(22), []string{"2101[1]"}},     // who handles may review
		{"HANDLE:21W REVIEW:22 CLOSE:23", doubled(23), []string{}},              // others handle and close
		{"HANDLE:21W REVIEW: CLOSE:23", nil, []string{"2101[1]?"}},              // whoever reviews
		{"HANDLE:21W REVIEW:29 CLOSE:23", nil, []string{"2101[1]?"}},            // nobody reviews yet
		{"HANDLE:W REVIEW:22 CLOSE:23", nil, []string{}},                        // whoever handles
		{"HANDLE:W CLOSE:23", nil, []string{"11[1]"}},                           // whoever handles, nobody checks
		{"HANDLE:21W REVIEW:22 CLOSE:23", wide, []string{"2202[2]"}},            // the power leaves it to all
		{"HANDLE:21W REVIEW:22 INSPECT:23 CLOSE:23", wide, []string{"2303[3]"}}, // the last one again
		{"HANDLE:21W REVIEW:22L CLOSE:23", wide, []string{}},                    // but to this one
	} {
		if got := found(t, engine.RuleUncheckedDiscretion, c.steps, c.change); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.steps, got, c.want)
		}
	}
}

func doubled(post int64) func(*engine.Facts) {
	return func(f *engine.Facts) { appoint(f, 210, post, begun) }
}

func wide(f *engine.Facts) { f.Powers[0].Discretion = term.DiscretionWide }

func TestWhoseStepsNobodyKnowsAreTold(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "ACCEPT: HANDLE:29 CLOSE:21"), power(2, term.PowerTypeOther, ""))
	want := []engine.Unknown{{Power: 1, Step: "1", Why: engine.UnknownNoPost}, {Power: 1, Step: "2", Why: engine.UnknownVacant}, {Power: 2, Why: engine.UnknownNoProcess}}
	if got := engine.Evaluate(*f, book(t)); !reflect.DeepEqual(got.Unknown, want) {
		t.Errorf("%v, want %v", got.Unknown, want)
	}
}

func TestAConflictBeginsWithTheLastOfWhatItNeeds(t *testing.T) {
	day := func(n int) engine.Day { return begun + engine.Day(n) }
	for _, c := range []struct {
		name   string
		change func(*engine.Facts)
		want   int
	}{
		{"with the process", func(f *engine.Facts) { f.Powers[0].ProcessSince = day(30); appoint(f, 210, 22, day(20)) }, 30},
		{"with the second post", func(f *engine.Facts) { appoint(f, 210, 22, day(40)) }, 40},
		{"with the first of two that do", func(f *engine.Facts) { appoint(f, 210, 22, day(40)); appoint(f, 210, 23, day(50)) }, 40},
		{"with the earlier of two appointments", func(f *engine.Facts) { appoint(f, 210, 22, day(40)); appoint(f, 210, 22, day(35)) }, 35},
	} {
		f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:22 DECIDE:23"))
		c.change(f)
		got := engine.Evaluate(*f, book(t)).Conflicts
		for _, x := range got {
			if x.Rule == "SOD_PREPARE_APPROVE" && x.Since != day(c.want) {
				t.Errorf("it begins %s on day %d, want %d", c.name, x.Since-begun, c.want)
			}
		}
		if len(got) == 0 {
			t.Errorf("%s: none is found", c.name)
		}
	}
}

func TestDiscretionIsUncheckedFromItsProcessOrItsHolderOn(t *testing.T) {
	for _, days := range [][2]engine.Day{{30, 20}, {20, 30}} {
		f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21W CLOSE:22"))
		f.Powers[0].ProcessSince, f.Appointments[0].From = begun+days[0], begun+days[1]
		if got := engine.Evaluate(*f, book(t)).Conflicts; len(got) != 1 || got[0].Since != begun+30 {
			t.Errorf("process from day %d, holder from %d: %+v", days[0], days[1], got)
		}
	}
}

func TestTheNameOfAConflictStaysWhileItsDigestFollows(t *testing.T) {
	first := engine.Evaluate(*with(place(), power(1, "OTHER", "HANDLE:21 APPROVE:21 CLOSE:22")), book(t)).Conflicts
	more := engine.Evaluate(*with(place(), power(1, "OTHER", "HANDLE:21 APPROVE:21 DECIDE:21 CLOSE:22")), book(t)).Conflicts
	other := engine.Evaluate(*with(place(), power(1, "OTHER", "HANDLE:23 APPROVE:23 CLOSE:22")), book(t)).Conflicts
	if a, b := first[0].Fingerprint(), more[0].Fingerprint(); a != b || a == other[0].Fingerprint() || a != "a2f72254d129b8007c6391296f58feaf" {
		t.Errorf("named %s, with another step %s, in another hand %s", a, b, other[0].Fingerprint())
	}
	if first[0].Digest() == more[0].Digest() {
		t.Error("a further step leaves the digest as it was")
	}
}

func TestDirectChargeIsOfTheNearestInChargeWithinTheBureau(t *testing.T) {
	for _, c := range []struct {
		name       string
		portfolios []engine.Portfolio
		want       int
	}{
		{"in charge of the whole bureau", []engine.Portfolio{{ID: 2, Person: 900, Unit: 1, Kind: term.PortfolioKindInCharge}}, 1},
		{"somebody else is nearer", []engine.Portfolio{{ID: 2, Person: 900, Unit: 1, Kind: term.PortfolioKindInCharge}, {ID: 3, Person: 901, Unit: 2, Kind: term.PortfolioKindInCharge}}, 0},
		{"its head", []engine.Portfolio{{ID: 2, Person: 900, Unit: 2, Kind: term.PortfolioKindHead}, {ID: 3, Person: 901, Unit: 2, Kind: term.PortfolioKindInCharge}}, 1},
		{"the head of another", []engine.Portfolio{{ID: 2, Person: 900, Unit: 3, Kind: term.PortfolioKindHead}}, 0},
		{"in charge above the bureau", []engine.Portfolio{{ID: 2, Person: 900, Unit: 9, Kind: term.PortfolioKindInCharge}}, 0},
		{"nobody in charge", nil, 0},
	} {
		f := led(1, engine.FunctionPersonnel, 901)
		f.Units[0].Parent = 9
		f.Units = append(f.Units, engine.Unit{ID: 9, Kind: term.UnitKindBureau})
		f.Portfolios = append(f.Portfolios[:1], c.portfolios...)
		if got := engine.Evaluate(*f, book(t)).Conflicts; len(got) != c.want {
			t.Errorf("%s: %d conflicts, want %d", c.name, len(got), c.want)
		}
	}
	for _, f := range engine.Function("").Values() {
		if got := codes(engine.Evaluate(*led(1, engine.Function(f), 900), book(t)).Conflicts); !slices.Equal(got, []string{engine.RuleDirectCharge}) {
			t.Errorf("in charge of %s: %v", f, got)
		}
	}
}

func TestOnePostHasAllThreeByRolesOrSteps(t *testing.T) {
	for _, c := range []struct {
		steps                            string
		decision, execution, supervision int64
		want                             int
	}{
		{"CLOSE:22 CLOSE:23", 21, 21, 21, 1}, {"CLOSE:22 CLOSE:23", 22, 21, 21, 0}, {"CLOSE:22 CLOSE:23", 21, 22, 21, 0}, {"CLOSE:22 CLOSE:23", 21, 21, 22, 0},
		{"CLOSE:22 CLOSE:23", 21, 21, 0, 0}, {"CLOSE:22 CLOSE:23", 0, 0, 0, 0},
		{"DECIDE:21 CLOSE:23", 0, 21, 21, 1}, {"APPROVE:21 CLOSE:23", 0, 21, 21, 1}, {"EXECUTE:21 CLOSE:23", 21, 0, 21, 1}, {"SUPERVISE:21 CLOSE:23", 21, 21, 0, 1},
		{"HANDLE:21 CLOSE:23", 21, 21, 0, 0},
	} {
		p := power(1, term.PowerTypeOther, c.steps)
		p.Decision, p.Execution, p.Supervision = c.decision, c.execution, c.supervision
		got := 0
		for _, x := range engine.Evaluate(*with(place(), p), book(t)).Conflicts {
			if x.Rule == engine.RuleThreeInOne {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s, decided by %d, executed by %d, supervised by %d: %d conflicts, want %d", c.steps, c.decision, c.execution, c.supervision, got, c.want)
		}
	}
}

func TestTwoWhoAcceptForEachOtherAreAPair(t *testing.T) {
	for _, c := range []struct {
		first, second, third string
		want                 []string
	}{
		{"HANDLE:21 INSPECT:22", "HANDLE:31 INSPECT:32", "", []string{"PAIR 2025-09-01", "PERSON 2025-01-01", "PERSON 2025-09-01"}},
		{"HANDLE:21 INSPECT:22", "HANDLE:31 INSPECT:33", "HANDLE:23 INSPECT:32", []string{"PERSON 2025-01-01", "PERSON 2025-09-01"}}, // only one for the other
	} {
		f := with(place(), power(1, "PROCUREMENT", c.first), power(301, "PROCUREMENT", c.second))
		if c.third != "" {
			with(f, power(2, "PROCUREMENT", c.third))
		}
		appoint(f, 210, 32, begun)
		appoint(f, 220, 31, engine.Date(2025, 9, 1))
		var got []string
		for _, c := range engine.Evaluate(*f, book(t)).Conflicts {
			got = append(got, string(c.Hand.Kind)+" "+c.Since.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}
