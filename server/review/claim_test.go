package review

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

// claimants are claims with one property each that may give a capacity.
var claimants = map[string]Claim{
	"filler": {Fills: true}, "submitter": {Submitted: true}, "keeper": {Keeps: true},
	"addressee": {Addressed: ToThem}, "deputy": {Addressed: ToWhom}, "inspector": {Inspects: true, Addressed: ToAnother},
	"group": {InGroup: true, Addressed: ToAnother}, "group-alone": {InGroup: true}, "program": {Program: true},
	"nobody": {Addressed: ToAnother}, "nobody-alone": {},
}

// claimTable lists, for every state and action, the claimants who may take it and their
// capacity. Everybody else is refused, and a state that is not listed allows no action. A form
// in INSPECTION_REVIEW is open to the leading group too where it is its turn, or that of those
// who signed.
const claimTable = `
DRAFT             SUBMIT           filler=FILLER
DEPT_REVIEW       RECALL           submitter=SUBMITTER
DEPT_REVIEW       APPROVE          addressee=ADDRESSEE deputy=ADDRESSEE group-alone=ADDRESSEE
DEPT_REVIEW       RETURN           addressee=ADDRESSEE deputy=ADDRESSEE group-alone=ADDRESSEE
DEPT_REVIEW       CHANGE           program=PROGRAM
LEADER_REVIEW     APPROVE          addressee=ADDRESSEE deputy=ADDRESSEE group-alone=ADDRESSEE
LEADER_REVIEW     RETURN           addressee=ADDRESSEE deputy=ADDRESSEE group-alone=ADDRESSEE
LEADER_REVIEW     CHANGE           program=PROGRAM
INSPECTION_REVIEW APPROVE          inspector=INSPECTOR addressee=STAND_IN deputy=STAND_IN
INSPECTION_REVIEW RETURN           inspector=INSPECTOR addressee=STAND_IN deputy=STAND_IN
INSPECTION_REVIEW CHANGE           program=PROGRAM
GROUP_REVIEW      APPROVE          group=GROUP group-alone=GROUP
GROUP_REVIEW      RETURN           group=GROUP group-alone=GROUP
GROUP_REVIEW      CHANGE           program=PROGRAM
PUBLICITY         RETURN           inspector=INSPECTOR
PUBLICITY         END_PUBLICITY    program=PROGRAM
PUBLICITY         CHANGE           program=PROGRAM
FILED             ASK_REVISION     keeper=KEEPER
REVISING          ALLOW_REVISION   inspector=INSPECTOR group=GROUP group-alone=GROUP addressee=STAND_IN deputy=STAND_IN
REVISING          REFUSE_REVISION  inspector=INSPECTOR group=GROUP group-alone=GROUP addressee=STAND_IN deputy=STAND_IN
`

// refusals are the reasons for refusing somebody without a capacity.
var refusals = map[Action]string{Submit: "NOT_PREPARER", Recall: "NOT_YOURS", Approve: "NOT_ADDRESSED", Return: "NOT_ADDRESSED", AskRevision: "NOT_YOURS",
	AllowRevision: "NOT_ADDRESSED", RefuseRevision: "NOT_ADDRESSED", EndPublicity: "NOT_ADDRESSED", Change: "NOT_ADDRESSED"}

// excludedBy is the reason for refusing somebody with a capacity because of another part in
// the form.
func excludedBy(action Action, c Claim) string {
	switch {
	case action == Approve && c.Prepared, (action == AllowRevision || action == RefuseRevision) && c.Prepared:
		return "OWN_FORM"
	case action == Approve && c.Signed && c.Turn != term.TurnAgain:
		return "SIGNED_ALREADY"
	}
	return ""
}

func TestEveryClaimForEveryActionInEveryState(t *testing.T) {
	table := map[string]string{}
	takes := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(claimTable), "\n") {
		f := strings.Fields(line)
		takes[f[0]+" "+f[1]] = true
		for _, who := range f[2:] {
			name, capacity, _ := strings.Cut(who, "=")
			table[fmt.Sprint(f[0], " ", f[1], " ", name)] = capacity
		}
	}
	for _, value := range term.FormState("").Values() {
		for _, action := range Actions {
			for name, claim := range claimants {
				turns := term.Turn("").Values()
				for n := range 8 * len(turns) {
					c := claim
					c.State, c.Prepared, c.Signed, c.Token = term.FormState(value), n&1 != 0, n&2 != 0, n&4 != 0
					c.Turn = term.Turn(turns[n/8])
					want := table[fmt.Sprint(value, " ", action, " ", name)]
					if name == "group-alone" && (action == Approve || action == Return) && c.State == term.FormStateInspectionReview && (c.Turn == term.TurnGroup || c.Turn == term.TurnAgain) {
						want = "STAND_IN"
					}
					switch why := excludedBy(action, c); {
					case !takes[fmt.Sprint(value, " ", action)]:
						want = "FORM_STATE"
					case want == "" || c.Token:
						want = refusals[action]
					case why != "":
						want = why
					}
					got, err := c.Capacity(action)
					outcome := string(got)
					if err != nil {
						outcome = fault.All(err)[0].Reason
					}
					if outcome != want {
						t.Errorf("%s of a form in %s by the %s %+v: %s, want %s", action, value, name, c, outcome, want)
					}
				}
			}
		}
	}
}

func TestOfSeveralCapacitiesTheFirstThatTheStateNamesCounts(t *testing.T) {
	all := Claim{Addressed: ToThem, Fills: true, Submitted: true, Keeps: true, Inspects: true, InGroup: true}
	for state, want := range map[term.FormState]Capacity{term.FormStateDeptReview: Addressee, term.FormStateLeaderReview: Addressee,
		term.FormStateInspectionReview: Inspector, term.FormStateGroupReview: Group} {
		all.State = state
		if got, err := all.Capacity(Approve); got != want || err != nil {
			t.Errorf("approves a form in %s as %s, %v, want %s", state, got, err, want)
		}
	}
	all.State = term.FormStateRevising
	if got, err := all.Capacity(AllowRevision); got != Inspector || err != nil {
		t.Errorf("decides on a revision as %s, %v", got, err)
	}
}
