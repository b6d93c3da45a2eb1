package register

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
)

func TestNobodyIsOfferedADecisionAndNobodyOfAnotherUnit(t *testing.T) {
	risk := &ent.RiskPoint{Grade: term.GradeB, Status: term.RiskStatusDecided, L1: 7, Likelihood: new(1), Severity: new(1), Consequence: new(term.ConsequenceKindMinor)}
	group := func(unit int64) *viewer.Viewer {
		return &viewer.Viewer{Grants: []viewer.Grant{{Role: term.RoleLeadingGroup, Scope: viewer.Scope{Roots: []viewer.Root{{ID: unit, Level: 1}}}}}}
	}
	for name, c := range map[string]struct {
		who  *viewer.Viewer
		want string
	}{
		"nobody":                     {nil, "[] [] []"},
		"the group of another unit":  {group(8), "[] [] []"},
		"the group of the unit":      {group(7), "[] [B C] [A]"},
		"somebody without any grant": {&viewer.Viewer{}, "[] [] []"},
	} {
		alone, endorsed, voted := Decidable(c.who, risk), Endorsable(c.who, risk), Votable(c.who, risk)
		if got := fmt.Sprint(alone, " ", endorsed, " ", voted); got != c.want || alone == nil || endorsed == nil || voted == nil {
			t.Errorf("%s is offered %s, want %s", name, got, c.want)
		}
	}
}

func TestARefusalOfADecisionNamesTheTierThatTakesIt(t *testing.T) {
	forbidden := fault.New(fault.Forbidden, "NOT_PERMITTED", "", "不可", "No")
	for needed, want := range map[authz.Action]string{
		authz.DecideA: "领导小组会议", authz.DecideB: "分管领导", authz.DecideC: "部门负责人",
	} {
		err := withTier(forbidden, needed)
		if faults := fault.All(err); len(faults) != 1 || faults[0].Reason != "NOT_PERMITTED" || faults[0].Field != "grade" || !strings.Contains(faults[0].ZH, want) {
			t.Errorf("%s is refused with %+v, want %s named", needed, faults, want)
		}
	}
	other := errors.New("the disk is full")
	if err := withTier(other, authz.DecideA); !errors.Is(err, other) {
		t.Errorf("another failure reads %v", err)
	}
	if err := withTier(nil, authz.DecideA); err != nil {
		t.Errorf("no refusal reads %v", err)
	}
}

func TestAGradeAIsLoweredFromItsFirstDayOnAndNotOnTheDayBefore(t *testing.T) {
	first := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for days, want := range map[int]string{-1: "NOT_TWO_CLEAN_PERIODS", 0: "", 1: ""} {
		d := decision{present: term.GradeA, decided: term.GradeB, assessed: true, lowerableFrom: first, today: first.AddDate(0, 0, days)}
		got := ""
		if err := d.mayLower(); err != nil {
			got = err.Reason
		}
		if got != want {
			t.Errorf("%d days from the first: %q, want %q", days, got, want)
		}
	}
}

func TestEveryGradeIsRetiredByWhoDecidesIt(t *testing.T) {
	for grade, want := range map[term.Grade]string{
		term.Ungraded: "ASSESSOR RECORD_RISK", term.GradeC: "DECIDER DECIDE_C", term.GradeB: "DECIDER DECIDE_B", term.GradeA: "DECIDER DECIDE_A",
	} {
		as, by := RetiresAs(grade)
		if got := fmt.Sprint(as, " ", by); got != want {
			t.Errorf("a risk point of grade %s is retired as %s, want %s", grade, got, want)
		}
	}
}
