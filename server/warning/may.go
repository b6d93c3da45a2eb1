package warning

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

// Action is what somebody may do with a warning.
type Action string

// The values of Action.
const (
	Acknowledge Action = "ACKNOWLEDGE"
	Answer      Action = "ANSWER"
	Return      Action = "RETURN"
	Verify      Action = "VERIFY"
	Lift        Action = "LIFT"
)

// Values lists every Action.
func (Action) Values() []string {
	return []string{string(Acknowledge), string(Answer), string(Return), string(Verify), string(Lift)}
}

// capacity is in what relation somebody stands to a warning.
type capacity struct {
	// asked are who is asked, who signs for them, and holders of the tier where nobody in particular is asked.
	asked bool
	// verifies are inspectors, and holders of a tier above the one that is asked.
	verifies bool
	// lifts are inspectors and the leading group.
	lifts bool
}

// actions are what somebody in a capacity may do with a warning in a state.
func actions(state term.WarningState, c capacity) []Action {
	out := []Action{}
	add := func(may bool, a Action, e term.WarningEventKind) {
		if _, can := moves[state][e]; can && may {
			out = append(out, a)
		}
	}
	add(c.asked, Acknowledge, term.WarningEventKindAcknowledge)
	add(c.asked, Answer, term.WarningEventKindAnswer)
	add(c.verifies, Return, term.WarningEventKindReturn)
	add(c.verifies, Verify, term.WarningEventKindVerify)
	add(c.lifts && state == term.WarningStateVerified, Lift, term.WarningEventKindLift) // before, only the program lifts
	return out
}

// Actions tells what the viewer may do with warnings: nothing by a token, nothing with what concerns themself but as who is asked to
// answer it, and nobody verifies or lifts what they answered.
func (s *Service) Actions(ctx context.Context, rows []*ent.Warning) (map[*ent.Warning][]Action, error) {
	return s.actions(ctx, s.store.Reader(ctx), rows)
}

func (s *Service) actions(ctx context.Context, client *ent.Client, rows []*ent.Warning) (map[*ent.Warning][]Action, error) {
	capacities, err := s.capacities(ctx, client, rows)
	out := map[*ent.Warning][]Action{}
	for _, w := range rows {
		out[w] = actions(w.State, capacities[w])
	}
	return out, err
}

// capacities tells in what relation the viewer stands to warnings: in none by a token.
func (s *Service) capacities(ctx context.Context, client *ent.Client, rows []*ent.Warning) (map[*ent.Warning]capacity, error) {
	v, out := viewer.FromContext(ctx), map[*ent.Warning]capacity{}
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	var away []int64
	if v.PersonID != 0 && slices.ContainsFunc(rows, func(w *ent.Warning) bool { return asks(w.State) && value(w.PersonID) != v.PersonID }) {
		facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
		if err != nil {
			return nil, err
		}
		away = facts.SignsFor(v.PersonID)
	}
	for _, w := range rows {
		out[w] = capacityOf(v, w, away)
	}
	return out, nil
}

func capacityOf(v *viewer.Viewer, w *ent.Warning, away []int64) capacity {
	at := w.Levels()
	is := func(id *int64) bool { return id != nil && *id == v.PersonID }
	holds := func(r term.Role) bool { return authz.Held(v, r).Reaches(at) }
	var c capacity
	switch {
	case w.PersonID == nil:
		c.asked = holds(w.Tier) && v.PersonID != 0 && !is(w.ConcernedID)
	default:
		c.asked = is(w.PersonID) || slices.Contains(away, *w.PersonID) && !is(w.ConcernedID)
	}
	if is(w.ConcernedID) || is(w.AnswererID) || is(w.PersonID) || w.AnsweredBy != nil && *w.AnsweredBy == v.AccountID {
		return c
	}
	c.lifts = holds(term.RoleInspector) || holds(term.RoleLeadingGroup)
	c.verifies = c.lifts || slices.ContainsFunc(tiers, func(r term.Role) bool { return r.Tier() > w.Tier.Tier() && holds(r) })
	return c
}

// find finds a warning with which the viewer may do something.
func (s *Service) find(ctx context.Context, tx *ent.Tx, id int64, version int, a Action, e term.WarningEventKind) (*ent.Warning, error) {
	w, err := tx.Warning.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, fault.MissingAt("warningId", "预警", "warning")
	}
	if err != nil {
		return nil, err
	}
	if _, err := Next(w.State, e); err != nil {
		return nil, err
	}
	if a == Lift && w.State != term.WarningStateVerified {
		return nil, fault.New(fault.InvalidTransition, "NOT_VERIFIED", "warningId", "预警尚未核实,核实后才能决定解除", "The warning is not verified: it is lifted by a decision after that")
	}
	may, err := s.actions(ctx, tx.Client(), []*ent.Warning{w})
	switch {
	case err != nil:
		return nil, err
	case !slices.Contains(may[w], a):
		return nil, notYours(a)
	case w.Version != version:
		return nil, fault.Stale()
	}
	return w, nil
}

func notYours(a Action) error {
	switch a {
	case Acknowledge, Answer:
		return fault.New(fault.Forbidden, "NOT_ASKED", "warningId", "这份预警由他人答复:只有收件人或其外出期间的受托人可以办理",
			"Somebody else is asked: whom the warning is addressed to, or who signs for them while they are away")
	case Lift:
		return fault.New(fault.Forbidden, "NOT_YOURS", "warningId", "解除预警由纪检监察或领导小组决定,且不能由答复人或当事人决定",
			"Inspectors or the leading group lift a warning, and not who answered it or whom it concerns")
	}
	return fault.New(fault.Forbidden, "NOT_YOURS", "warningId", "答复由纪检监察或上级核实,且不能由答复人或当事人核实",
		"Inspectors, or a tier above, verify an answer, and not who gave it or whom it concerns")
}
