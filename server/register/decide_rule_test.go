package register

import (
	"fmt"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
)

func TestEveryDecisionNeedsTheTierOfTheWorseGrade(t *testing.T) {
	// Rows are the present grade, columns the decided one: A, B, C.
	want := map[term.Grade][3]authz.Action{
		term.Ungraded: {authz.DecideA, authz.DecideB, authz.DecideC},
		term.GradeC:   {authz.DecideA, authz.DecideB, authz.DecideC},
		term.GradeB:   {authz.DecideA, authz.DecideB, authz.DecideB},
		term.GradeA:   {authz.DecideA, authz.DecideA, authz.DecideA},
	}
	for present, row := range want {
		for i, decided := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
			if got := DecisionNeeds(present, decided); got != row[i] {
				t.Errorf("from %s to %s needs %s, want %s", present, decided, got, row[i])
			}
		}
	}
}

func TestEveryGradeIsDecidedInTheWayOfItsTier(t *testing.T) {
	want := map[term.Grade][3]Way{
		term.Ungraded: {ByMeeting, ByConcurrence, ByHead},
		term.GradeC:   {ByMeeting, ByConcurrence, ByHead},
		term.GradeB:   {ByMeeting, ByConcurrence, ByConcurrence},
		term.GradeA:   {ByMeeting, ByMeeting, ByMeeting},
	}
	reasons := map[Way]string{ByMeeting: "MEETING_REQUIRED", ByConcurrence: "CONCURRENCE_REQUIRED"}
	for present, row := range want {
		for i, decided := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
			if got := WayOf(present, decided); got != row[i] {
				t.Errorf("from %s to %s is decided by %s, want %s", present, decided, got, row[i])
			}
			faults := fault.All(validateWay(present, decided))
			if alone := row[i] == ByHead; alone != (len(faults) == 0) || !alone && faults[0].Reason != reasons[row[i]] {
				t.Errorf("from %s to %s alone: %v", present, decided, faults)
			}
		}
	}
}

func TestADecisionIsCheckedAgainstWhatWasDecidedAndProposed(t *testing.T) {
	grades := []term.Grade{term.GradeA, term.GradeB, term.GradeC}
	today := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, present := range append(grades, term.Ungraded) {
		for _, decided := range grades {
			for _, computed := range grades {
				for _, reason := range []string{"", "情况已变化"} {
					for n := range 8 {
						own, assessed, clean := n&1 != 0, n&2 != 0, n&4 != 0
						d := decision{present: present, decided: decided, computed: Outcome{Grade: computed}, reason: reason, ownProposal: own, assessed: assessed, today: today, lowerableFrom: today}
						if !clean {
							d.lowerableFrom = today.AddDate(0, 0, 1)
						}
						err := d.validate()
						if own != fault.Is(err, fault.Forbidden) {
							t.Errorf("%+v: %v", d, err)
						}
						lowered := present != term.Ungraded && present < decided
						if needs := reason == "" && (lowered || decided != computed); needs != fault.Is(err, fault.Invalid) {
							t.Errorf("%+v: %v, a reason is needed: %v", d, err, needs)
						}
						kept := lowered && (!assessed || present == term.GradeA && !clean)
						if kept != fault.Is(err, fault.InvalidTransition) {
							t.Errorf("%+v: %v, it is kept from being lowered: %v", d, err, kept)
						}
						if faults := fault.All(err); len(faults) > 3 || (err != nil) != (len(faults) > 0) {
							t.Errorf("%+v: reported as %v", d, faults)
						}
					}
				}
			}
		}
	}
}

func TestTheFirstDayOnWhichAIsLowered(t *testing.T) {
	begin := time.Date(2024, 3, 1, 4, 0, 0, 0, time.UTC)
	at := func(months int) time.Time { return begin.AddDate(0, months, 0) }
	made := func(kind term.AssessmentKind, months int, grade, previous term.Grade, breach bool) *ent.Assessment {
		return &ent.Assessment{Kind: kind, At: at(months), Grade: grade, PreviousGrade: previous, PastBreach: breach}
	}
	a, b, c := term.GradeA, term.GradeB, term.GradeC
	proposal, decision := term.AssessmentKindProposal, term.AssessmentKindDecision
	first := made(decision, 0, a, term.Ungraded, false)
	for name, test := range map[string]struct {
		history []*ent.Assessment
		months  int // of what the two periods are counted from
	}{
		"decided A":                             {[]*ent.Assessment{first}, 0},
		"raised to A":                           {[]*ent.Assessment{made(decision, -9, c, term.Ungraded, false), first}, 0},
		"lowered and raised again":              {[]*ent.Assessment{first, made(decision, 13, b, a, false), made(decision, 14, a, b, false)}, 14},
		"confirmed as A":                        {[]*ent.Assessment{first, made(decision, 6, a, a, false)}, 0},
		"proposed A again":                      {[]*ent.Assessment{first, made(proposal, 6, a, a, false)}, 0},
		"proposed B":                            {[]*ent.Assessment{first, made(proposal, 6, b, a, false)}, 0},
		"a past breach noted by a proposal":     {[]*ent.Assessment{first, made(proposal, 7, a, a, true)}, 7},
		"a past breach noted by a decision":     {[]*ent.Assessment{first, made(decision, 8, a, a, true)}, 8},
		"an endorsement that was refused there": {[]*ent.Assessment{first, made(term.AssessmentKindRefusal, 8, b, a, false)}, 0},
	} {
		if got, want := pastOf(test.history).lowerableFrom, at(test.months+12).Truncate(24*time.Hour); !got.Equal(want) {
			t.Errorf("%s: lowered from %s on, want %s", name, got, want)
		}
	}
	// The day is that of the local time zone, not of UTC.
	late := &ent.Assessment{Kind: decision, At: time.Date(2024, 3, 1, 20, 0, 0, 0, time.UTC), Grade: a, PreviousGrade: b}
	if got := pastOf([]*ent.Assessment{late}).lowerableFrom.Format(time.DateOnly); got != "2025-03-02" {
		t.Errorf("decided late at night it is lowered from %s on", got)
	}
}

func TestWhatIsNewerThanTheNewestDecision(t *testing.T) {
	kinds := []term.AssessmentKind{term.AssessmentKindProposal, term.AssessmentKindDecision, term.AssessmentKindEndorsement, term.AssessmentKindRefusal}
	for _, one := range kinds {
		for _, two := range kinds {
			for _, three := range kinds {
				history := []*ent.Assessment{{Kind: one}, {Kind: two}, {Kind: three}}
				want, proposal, endorsement := false, -1, -1
				for i, k := range []term.AssessmentKind{one, two, three} {
					switch k {
					case term.AssessmentKindProposal:
						want, proposal = true, i
					case term.AssessmentKindDecision:
						want = false
					case term.AssessmentKindEndorsement:
						endorsement = i
					}
				}
				got := pastOf(history)
				if got.assessed != want || (proposal < 0) != (got.proposal == nil) || proposal >= 0 && got.proposal != history[proposal] ||
					(endorsement < 0) != (got.endorsement == nil) || endorsement >= 0 && got.endorsement != history[endorsement] {
					t.Errorf("after %s, %s, %s: %+v", one, two, three, got)
				}
			}
		}
	}
}

func TestOptionalReferencesAndRepeatedIds(t *testing.T) {
	if got := distinct([]int64{3, 0, 1, 3, 1, 2, 0}); fmt.Sprint(got) != "[3 1 2]" {
		t.Errorf("distinct ids are %v", got)
	}
	seven := int64(7)
	if given(nil) != 0 || given(&seven) != 7 {
		t.Error("a missing reference is not 0")
	}
}

func TestEachTierIsOfferedTheGradesItMayDecideInEachWay(t *testing.T) {
	type offers [3]string // alone, by endorsement, by meeting
	none := offers{"[]", "[]", "[]"}
	for role, want := range map[term.Role]map[term.Grade]offers{
		term.RoleStaff:           {term.Ungraded: none, term.GradeA: none, term.GradeB: none, term.GradeC: none},
		term.RoleInspector:       {term.Ungraded: none, term.GradeA: none, term.GradeB: none, term.GradeC: none},
		term.RoleDeptHead:        {term.Ungraded: {"[C]", "[]", "[]"}, term.GradeA: none, term.GradeB: none, term.GradeC: {"[C]", "[]", "[]"}},
		term.RoleLeaderInCharge:  {term.Ungraded: {"[C]", "[B]", "[]"}, term.GradeA: none, term.GradeB: {"[]", "[B C]", "[]"}, term.GradeC: {"[C]", "[B]", "[]"}},
		term.RolePrincipalLeader: {term.Ungraded: {"[C]", "[B]", "[]"}, term.GradeA: none, term.GradeB: {"[]", "[B C]", "[]"}, term.GradeC: {"[C]", "[B]", "[]"}},
		term.RoleLeadingGroup:    {term.Ungraded: {"[C]", "[B]", "[A]"}, term.GradeA: {"[]", "[]", "[A B C]"}, term.GradeB: {"[]", "[B C]", "[A]"}, term.GradeC: {"[C]", "[B]", "[A]"}},
		term.RoleSystemAdmin:     {term.Ungraded: none, term.GradeA: none, term.GradeB: none, term.GradeC: none},
	} {
		v := &viewer.Viewer{Grants: []viewer.Grant{{Role: role, Scope: viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 1}}}}}}
		for present, offered := range want {
			r := &ent.RiskPoint{Grade: present, Status: term.RiskStatusDecided, L1: 7, Likelihood: new(1), Severity: new(1), Consequence: new(term.ConsequenceKindMinor)}
			if got := (offers{fmt.Sprint(Decidable(v, r)), fmt.Sprint(Endorsable(v, r)), fmt.Sprint(Votable(v, r))}); got != offered {
				t.Errorf("%s is offered %v where the grade is %s, want %v", role, got, present, offered)
			}
			r.Status = term.RiskStatusRetired
			if got := (offers{fmt.Sprint(Decidable(v, r)), fmt.Sprint(Endorsable(v, r)), fmt.Sprint(Votable(v, r))}); got != none {
				t.Errorf("%s is offered %v for a retired risk point", role, got)
			}
		}
	}
	program := &viewer.Viewer{System: true}
	if got := fmt.Sprint(Decidable(program, &ent.RiskPoint{Grade: term.GradeA, Status: term.RiskStatusDecided,
		Likelihood: new(1), Severity: new(1), Consequence: new(term.ConsequenceKindMinor)})); got != "[A B C]" {
		t.Errorf("the program may decide %s", got)
	}
}
