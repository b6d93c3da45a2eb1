package campaign

import (
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is an action on a campaign.
type Action string

// The actions.
const (
	ActionPlan   Action = "PLAN"
	ActionRevise Action = "REVISE"
	ActionOpen   Action = "OPEN"
	// ActionExpect records that every form that the campaign requires exists.
	ActionExpect  Action = "EXPECT"
	ActionAdvance Action = "ADVANCE"
	ActionClose   Action = "CLOSE"
	ActionArchive Action = "ARCHIVE"
)

// Actions lists every action.
var Actions = []Action{ActionPlan, ActionRevise, ActionOpen, ActionExpect, ActionAdvance, ActionClose, ActionArchive}

// Capacity is the capacity in which somebody acts on a campaign.
type Capacity string

// The capacities.
const (
	// Manager holds the right to manage campaigns on the campaign's unit.
	Manager Capacity = "MANAGER"
	// Program is the job that creates the forms of a campaign.
	Program Capacity = "PROGRAM"
)

// Stage is the stage of a campaign. While it runs, its phase says which part of the plan it is
// in.
type Stage string

// The stages.
const (
	Unplanned Stage = "" // there is no campaign yet
	Planned   Stage = "PLANNED"
	Opening   Stage = "OPENING" // it runs, but its forms are still being created
	Open      Stage = "OPEN"
	Closed    Stage = "CLOSED"
	Archived  Stage = "ARCHIVED"
)

// State is the state of a campaign.
type State struct {
	Stage Stage
	Phase term.CampaignPhase
}

// StateOf is the state of a campaign.
func StateOf(c *ent.Campaign) State {
	s := State{Planned, c.Phase}
	switch {
	case c.Phase == term.CampaignPhaseArchived:
		s.Stage = Archived
	case c.ClosedAt != nil:
		s.Stage = Closed
	case c.ExpectedAt != nil:
		s.Stage = Open
	case c.OpenedAt != nil:
		s.Stage = Opening
	}
	return s
}

// Running reports whether forms may be filled and reviewed.
func (s State) Running() bool { return s.Stage == Opening || s.Stage == Open }

// checkRunning is an INVALID_TRANSITION (CAMPAIGN_CLOSED, CAMPAIGN_NOT_OPEN) unless the campaign runs.
func (s State) checkRunning() error {
	switch s.Stage {
	case Opening, Open:
		return nil
	case Closed, Archived:
		return fault.New(fault.InvalidTransition, "CAMPAIGN_CLOSED", "", "该专项工作已经结束,其中的表格不能再变更", "The campaign is closed; nothing of it changes any more")
	}
	return fault.New(fault.InvalidTransition, "CAMPAIGN_NOT_OPEN", "", "该专项工作尚未启动", "The campaign is not open yet")
}

// Facts are what an action depends on besides the state.
type Facts struct {
	// Plan are the phases of the plan in order.
	Plan []term.CampaignPhase
	// Public is how many forms are on public display; PublicUntil is the last day of any.
	Public      int
	PublicUntil string
}

// actors maps each action to the capacity that it requires.
var actors = map[Action]Capacity{
	ActionPlan: Manager, ActionRevise: Manager, ActionOpen: Manager, ActionExpect: Program,
	ActionAdvance: Manager, ActionClose: Manager, ActionArchive: Manager,
}

// Next is the state after an action taken in a capacity, or the reason why it is refused.
func Next(from State, action Action, as Capacity, f Facts) (State, error) {
	if actors[action] != as {
		return from, fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
	}
	if from.Stage == Unplanned && action != ActionPlan {
		return from, fault.MissingAt("id", "专项工作", "campaign")
	}
	switch action {
	case ActionPlan:
		if from.Stage != Unplanned {
			return from, opened()
		}
		return State{Planned, term.CampaignPhasePlanned}, nil
	case ActionRevise:
		if from.Stage == Planned {
			return from, nil
		}
		return from, from.checkRunning()
	case ActionOpen:
		return open(from, f)
	case ActionExpect:
		if from.Stage == Opening {
			from.Stage = Open
			return from, nil
		}
		if err := from.checkRunning(); err != nil {
			return from, err
		}
		return from, opened()
	case ActionAdvance:
		return advance(from, f)
	case ActionClose:
		if err := from.checkRunning(); err != nil {
			return from, err
		}
		return State{Closed, from.Phase}, nil
	default: // ActionArchive
		return archive(from, f)
	}
}

// open begins the first phase. A campaign whose forms are not complete may be opened once
// more, which creates the missing ones.
func open(from State, f Facts) (State, error) {
	switch from.Stage {
	case Planned:
		return State{Opening, f.Plan[0]}, nil
	case Opening:
		return from, nil
	}
	return from, opened()
}

func opened() error {
	return fault.New(fault.InvalidTransition, "CAMPAIGN_OPENED", "id", "该专项工作已经启动过", "The campaign was opened already")
}

func advance(from State, f Facts) (State, error) {
	if err := from.checkRunning(); err != nil {
		return from, err
	}
	next, ok := after(from.Phase, f.Plan)
	if !ok {
		return from, fault.New(fault.InvalidTransition, "LAST_PHASE", "id", "已是最后一个阶段,可以结束该专项工作", "This is the last phase; the campaign can be closed")
	}
	return State{from.Stage, next}, nil
}

// after is the phase that follows another in a plan; false after the last.
func after(phase term.CampaignPhase, plan []term.CampaignPhase) (term.CampaignPhase, bool) {
	at := slices.Index(plan, phase)
	if at < 0 || at+1 == len(plan) {
		return "", false
	}
	return plan[at+1], true
}

func archive(from State, f Facts) (State, error) {
	switch {
	case from.Stage == Archived:
		return from, fault.New(fault.InvalidTransition, "CAMPAIGN_ARCHIVED", "id", "该专项工作已经归档", "The campaign is archived already")
	case from.Stage != Closed:
		return from, fault.New(fault.InvalidTransition, "CAMPAIGN_RUNNING", "id", "请先结束该专项工作再归档", "Close the campaign before archiving it")
	case f.Public > 0:
		return from, fault.New(fault.InvalidTransition, "PUBLICITY_RUNNING", "id",
			fmt.Sprintf("还有 %d 份表格正在公示,最晚到 %s;公示期满备案后再归档", f.Public, f.PublicUntil),
			fmt.Sprintf("%d forms are public, the last until %s; archive the campaign once they are filed", f.Public, f.PublicUntil))
	}
	return State{Archived, term.CampaignPhaseArchived}, nil
}

// NextPhase is the phase that a running campaign may be advanced to; false where there is none.
func NextPhase(c *ent.Campaign) (term.CampaignPhase, bool) {
	to, err := Next(StateOf(c), ActionAdvance, Manager, factsOf(c))
	return to.Phase, err == nil
}

// factsOf are the facts known from the campaign itself.
func factsOf(c *ent.Campaign) Facts {
	var f Facts
	for _, p := range c.Phases {
		f.Plan = append(f.Plan, p.Phase)
	}
	return f
}
