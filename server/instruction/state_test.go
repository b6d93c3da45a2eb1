package instruction_test

import (
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/instruction"
	"sineng/server/office"
)

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

// table is what each event does to an instruction in each state; a dot is what can't happen.
var table = map[term.InstructionState]map[term.InstructionEventKind]term.InstructionState{}

func init() {
	const o, k, a, p, r, c, w = term.InstructionStateOrdered, term.InstructionStateAcknowledged, term.InstructionStateAnswered, term.InstructionStateReported, term.InstructionStateReturned, term.InstructionStateAccepted, term.InstructionStateWithdrawn
	events := []term.InstructionEventKind{term.InstructionEventKindAcknowledge, term.InstructionEventKindAnswer, term.InstructionEventKindReport, term.InstructionEventKindAccept, term.InstructionEventKindReturn,
		term.InstructionEventKindExtend, term.InstructionEventKindWithdraw, term.InstructionEventKindEscalate, term.InstructionEventKindReaddress, term.InstructionEventKindRemind}
	for from, to := range map[term.InstructionState][]term.InstructionState{
		//  ack ans rep acc ret ext wdr esc rea rem
		o: {k, a, p, "", "", o, w, o, o, ""},
		k: {"", a, p, "", "", k, w, k, o, ""},
		a: {"", a, p, "", r, a, w, a, o, ""},
		r: {"", a, p, "", "", r, w, r, o, ""},
		p: {"", "", "", c, r, "", "", "", "", p},
		c: {"", "", "", "", "", "", "", "", "", ""},
		w: {"", "", "", "", "", "", "", "", "", ""},
	} {
		table[from] = map[term.InstructionEventKind]term.InstructionState{term.InstructionEventKindOrder: ""}
		for n, e := range events {
			table[from][e] = to[n]
		}
	}
}

func TestTheLifeOfAnInstruction(t *testing.T) {
	for _, from := range term.InstructionState("").Values() {
		for _, e := range term.InstructionEventKind("").Values() {
			want, listed := table[term.InstructionState(from)][term.InstructionEventKind(e)]
			if !listed {
				t.Fatalf("the table lacks %s in %s", e, from)
			}
			got, err := instruction.Next(term.InstructionState(from), term.InstructionEventKind(e))
			if got != want || (err == nil) != (want != "") || err != nil && !fault.Is(err, fault.InvalidTransition) {
				t.Errorf("%s in %s leads to %q, %v; want %q", e, from, got, err, want)
			}
		}
	}
}

func TestWhatMayBeDoneInEachState(t *testing.T) {
	for state, want := range map[term.InstructionState][2][]instruction.Action{
		term.InstructionStateOrdered:      {{instruction.Acknowledge, instruction.Answer, instruction.Report}, {instruction.Extend, instruction.Withdraw}},
		term.InstructionStateAcknowledged: {{instruction.Answer, instruction.Report}, {instruction.Extend, instruction.Withdraw}},
		term.InstructionStateAnswered:     {{instruction.Answer, instruction.Report}, {instruction.Return, instruction.Extend, instruction.Withdraw}},
		term.InstructionStateReturned:     {{instruction.Answer, instruction.Report}, {instruction.Extend, instruction.Withdraw}},
		term.InstructionStateReported:     {{}, {instruction.Accept, instruction.Return}},
		term.InstructionStateAccepted:     {{}, {}},
		term.InstructionStateWithdrawn:    {{}, {}},
	} {
		for n, c := range [2][2]bool{{true, false}, {false, true}} {
			if got := instruction.ActionsIn(state, instruction.Capacity(c[0], c[1])); !slices.Equal(got, want[n]) {
				t.Errorf("in %s as asked %v, steering %v: %v, want %v", state, c[0], c[1], got, want[n])
			}
		}
		if got := instruction.ActionsIn(state, instruction.Capacity(false, false)); len(got) != 0 {
			t.Errorf("in %s anybody may %v", state, got)
		}
	}
}

func TestTheDayOnWhichAnInstructionGoesUp(t *testing.T) {
	answer, none := day("2026-03-09"), (*time.Time)(nil)
	for name, c := range map[string]struct {
		state      term.InstructionState
		answer     *time.Time
		due, today string
		hopIn      int
		want       string
	}{
		"nobody answers":                   {term.InstructionStateOrdered, &answer, "2026-03-31", "2026-03-02", 7, "2026-03-10"},
		"read and not answered":            {term.InstructionStateAcknowledged, &answer, "2026-03-31", "2026-03-03", 7, "2026-03-10"},
		"the calendar knows no day":        {term.InstructionStateOrdered, none, "2026-03-31", "2026-03-02", 7, "2026-04-01"},
		"answered":                         {term.InstructionStateAnswered, &answer, "2026-03-31", "2026-03-04", 7, "2026-04-01"},
		"returned":                         {term.InstructionStateReturned, none, "2026-03-31", "2026-03-04", 7, "2026-04-01"},
		"answered on the last day":         {term.InstructionStateAnswered, none, "2026-03-31", "2026-03-31", 7, "2026-04-01"},
		"answered when it is late":         {term.InstructionStateAnswered, none, "2026-03-31", "2026-04-03", 7, "2026-04-10"},
		"asked anew when it is late":       {term.InstructionStateOrdered, none, "2026-03-31", "2026-04-03", 15, "2026-04-18"},
		"to be done before it is answered": {term.InstructionStateOrdered, &answer, "2026-03-05", "2026-03-02", 7, "2026-03-06"},
	} {
		if got := instruction.FirstHop(c.state, c.answer, day(c.due), c.hopIn, day(c.today)); !got.Equal(day(c.want)) {
			t.Errorf("%s: %s, want %s", name, got.Format(time.DateOnly), c.want)
		}
	}
}

func TestWhoMayBeAsked(t *testing.T) {
	const clerk, head, deputy, chief, member = 1, 2, 3, 4, 5
	staff, heads, inCharge, principal, group := term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup
	chain := office.Chain{{Role: staff, Person: clerk}, {Role: staff, Person: head}, {Role: heads, Person: head}, {Role: inCharge, Person: deputy}, {Role: principal, Person: chief}, {Role: group, Person: member}, {Role: group}}
	for name, c := range map[string]struct {
		chain  office.Chain
		giver  term.Role
		person int64
		want   []instruction.Candidate
	}{
		"a head asks those who hold posts":               {chain, heads, head, []instruction.Candidate{{Tier: staff, PersonID: clerk}}},
		"who is in charge asks the head":                 {chain, inCharge, deputy, []instruction.Candidate{{Tier: staff, PersonID: clerk}, {Tier: heads, PersonID: head}}},
		"the principal asks who is in charge":            {chain, principal, chief, []instruction.Candidate{{Tier: staff, PersonID: clerk}, {Tier: heads, PersonID: head}, {Tier: inCharge, PersonID: deputy}}},
		"the group asks the principal":                   {chain, group, member, []instruction.Candidate{{Tier: staff, PersonID: clerk}, {Tier: heads, PersonID: head}, {Tier: inCharge, PersonID: deputy}, {Tier: principal, PersonID: chief}}},
		"an inspector asks nobody as high as that":       {chain, term.RoleInspector, 9, []instruction.Candidate{{Tier: staff, PersonID: clerk}, {Tier: heads, PersonID: head}, {Tier: inCharge, PersonID: deputy}}},
		"one who is both head and in charge stands high": {append(slices.Clone(chain), office.Holder{Role: inCharge, Person: head}), inCharge, deputy, []instruction.Candidate{{Tier: staff, PersonID: clerk}}},
		"nobody asks themself":                           {chain[:1], principal, clerk, []instruction.Candidate{}},
		"nobody is there":                                {nil, group, member, []instruction.Candidate{}},
	} {
		if got := instruction.Candidates(c.chain, c.giver, c.person); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
