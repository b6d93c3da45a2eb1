package instruction

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
)

// Action is what somebody may do with an instruction.
type Action string

// The values of Action.
const (
	Acknowledge Action = "ACKNOWLEDGE"
	Answer      Action = "ANSWER"
	Report      Action = "REPORT"
	Accept      Action = "ACCEPT"
	Return      Action = "RETURN"
	Extend      Action = "EXTEND"
	Withdraw    Action = "WITHDRAW"
)

// deed is an action with the event that it makes, and whether who is asked does it, or else who steers.
type deed struct {
	action Action
	event  term.InstructionEventKind
	asked  bool
}

// deeds are all actions.
var deeds = []deed{
	{Acknowledge, term.InstructionEventKindAcknowledge, true}, {Answer, term.InstructionEventKindAnswer, true}, {Report, term.InstructionEventKindReport, true},
	{Accept, term.InstructionEventKindAccept, false}, {Return, term.InstructionEventKindReturn, false},
	{Extend, term.InstructionEventKindExtend, false}, {Withdraw, term.InstructionEventKindWithdraw, false},
}

// Values lists every Action.
func (Action) Values() []string {
	var out []string
	for _, d := range deeds {
		out = append(out, string(d.action))
	}
	return out
}

// capacity is in what relation somebody stands to an instruction: asked is who is asked, or signs for them while they are away; who
// steers accepts, returns, gives more time and withdraws.
type capacity struct{ asked, steers bool }

// actions are what somebody in a capacity may do with an instruction in a state.
func actions(state term.InstructionState, c capacity) []Action {
	out := []Action{}
	for _, d := range deeds {
		if _, can := moves[state][d.event]; can && (d.asked && c.asked || !d.asked && c.steers) {
			out = append(out, d.action)
		}
	}
	return out
}

// Actions tells what the viewer may do with instructions: nothing by a token.
func (s *Service) Actions(ctx context.Context, rows []*ent.Instruction) (map[*ent.Instruction][]Action, error) {
	return s.actions(ctx, s.store.Reader(ctx), rows)
}

func (s *Service) actions(ctx context.Context, client *ent.Client, rows []*ent.Instruction) (map[*ent.Instruction][]Action, error) {
	v, out := viewer.FromContext(ctx), map[*ent.Instruction][]Action{}
	mine := v != nil && v.TokenID == 0
	var away []int64
	if mine && v.PersonID != 0 && len(rows) > 0 {
		facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
		if err != nil {
			return nil, err
		}
		away = facts.SignsFor(v.PersonID)
	}
	for _, i := range rows {
		out[i] = []Action{}
		if mine {
			out[i] = actions(i.State, capacityOf(v, i, away))
		}
	}
	return out, nil
}

// capacityOf tells how the viewer stands to an instruction, given whom they sign for. Who gave it steers it, and so does who holds that
// role or a higher tier; once it has gone up, only from the tier to which it went, so that nobody switches off what goes up over
// them. Nobody steers what they were asked, or answered, themself.
func capacityOf(v *viewer.Viewer, i *ent.Instruction, away []int64) capacity {
	is := func(id int64) bool { return id != 0 && (id == v.PersonID || slices.Contains(away, id)) }
	c := capacity{asked: is(i.PersonID) && i.GiverID != v.PersonID}
	if is(i.PersonID) || is(value(i.AnswererID)) || i.AnsweredBy != nil && *i.AnsweredBy == v.AccountID {
		return c
	}
	height := heightOf(v, i)
	if c.steers = is(i.GiverID) || height >= rank(i.GiverRole); i.UpTier != nil {
		c.steers = c.steers && height >= i.UpTier.Tier() || is(value(i.UpPersonID))
	}
	return c
}

// heightOf is how high the viewer stands over the unit of an instruction. Inspectors count where an inspector gave it.
func heightOf(v *viewer.Viewer, i *ent.Instruction) int {
	out := 0
	for _, r := range append([]term.Role{term.RoleInspector}, term.Tiers...) {
		if (r != term.RoleInspector || i.GiverRole == r) && authz.Held(v, r).Reaches(i.Levels()) {
			out = max(out, rank(r))
		}
	}
	return out
}

// find finds an instruction with which the viewer may do something.
func (s *Service) find(ctx context.Context, tx *ent.Tx, id int64, version int, a Action) (*ent.Instruction, term.InstructionEventKind, error) {
	i, err := tx.Instruction.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, "", fault.MissingAt("instructionId", "督办", "instruction")
	}
	if err != nil {
		return nil, "", err
	}
	do := deeds[slices.IndexFunc(deeds, func(d deed) bool { return d.action == a })]
	if _, err := Next(i.State, do.event); err != nil {
		return nil, "", err
	}
	may, err := s.actions(ctx, tx.Client(), []*ent.Instruction{i})
	switch {
	case err != nil:
		return nil, "", err
	case !slices.Contains(may[i], a) && do.asked:
		return nil, "", fault.New(fault.Forbidden, "NOT_ASKED", "instructionId", "这项督办由他人承办:只有承办人或其外出期间的受托人可以办理",
			"Somebody else is asked: whom the instruction is addressed to, or who signs for them while they are away")
	case !slices.Contains(may[i], a):
		return nil, "", fault.New(fault.Forbidden, "NOT_YOURS", "instructionId", "督办由下达人或更高层级验收、退回、延期或撤回,已上报的由接报层级办理,承办人不能自行办理",
			"Who gave the instruction, or a higher tier, accepts, returns, extends or withdraws it; what went up, the tier to which it went; and never who was asked")
	case i.Version != version:
		return nil, "", fault.Stale()
	}
	return i, do.event, nil
}
