package campaign_test

import (
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/campaign"
	"sineng/server/fault"
)

// The life of a campaign: for each stage, where each action leads or the reason why it is
// refused. The phase in the stages that run is the first of two.
var life = map[campaign.Stage]map[campaign.Action]string{
	campaign.Unplanned: {
		campaign.ActionPlan: "PLANNED PLANNED", campaign.ActionRevise: "NOT_FOUND", campaign.ActionOpen: "NOT_FOUND", campaign.ActionExpect: "NOT_FOUND",
		campaign.ActionAdvance: "NOT_FOUND", campaign.ActionClose: "NOT_FOUND", campaign.ActionArchive: "NOT_FOUND"},
	campaign.Planned: {
		campaign.ActionPlan: "CAMPAIGN_OPENED", campaign.ActionRevise: "PLANNED PLANNED", campaign.ActionOpen: "OPENING SURVEY", campaign.ActionExpect: "CAMPAIGN_NOT_OPEN",
		campaign.ActionAdvance: "CAMPAIGN_NOT_OPEN", campaign.ActionClose: "CAMPAIGN_NOT_OPEN", campaign.ActionArchive: "CAMPAIGN_RUNNING"},
	campaign.Opening: {
		campaign.ActionPlan: "CAMPAIGN_OPENED", campaign.ActionRevise: "OPENING SURVEY", campaign.ActionOpen: "OPENING SURVEY", campaign.ActionExpect: "OPEN SURVEY",
		campaign.ActionAdvance: "OPENING SUMMARY", campaign.ActionClose: "CLOSED SURVEY", campaign.ActionArchive: "CAMPAIGN_RUNNING"},
	campaign.Open: {
		campaign.ActionPlan: "CAMPAIGN_OPENED", campaign.ActionRevise: "OPEN SURVEY", campaign.ActionOpen: "CAMPAIGN_OPENED", campaign.ActionExpect: "CAMPAIGN_OPENED",
		campaign.ActionAdvance: "OPEN SUMMARY", campaign.ActionClose: "CLOSED SURVEY", campaign.ActionArchive: "CAMPAIGN_RUNNING"},
	campaign.Closed: {
		campaign.ActionPlan: "CAMPAIGN_OPENED", campaign.ActionRevise: "CAMPAIGN_CLOSED", campaign.ActionOpen: "CAMPAIGN_OPENED", campaign.ActionExpect: "CAMPAIGN_CLOSED",
		campaign.ActionAdvance: "CAMPAIGN_CLOSED", campaign.ActionClose: "CAMPAIGN_CLOSED", campaign.ActionArchive: "ARCHIVED ARCHIVED"},
	campaign.Archived: {
		campaign.ActionPlan: "CAMPAIGN_OPENED", campaign.ActionRevise: "CAMPAIGN_CLOSED", campaign.ActionOpen: "CAMPAIGN_OPENED", campaign.ActionExpect: "CAMPAIGN_CLOSED",
		campaign.ActionAdvance: "CAMPAIGN_CLOSED", campaign.ActionClose: "CAMPAIGN_CLOSED", campaign.ActionArchive: "CAMPAIGN_ARCHIVED"},
}

// phaseIn is the phase of a campaign in a stage of the table above.
var phaseIn = map[campaign.Stage]term.CampaignPhase{
	campaign.Unplanned: "", campaign.Planned: term.CampaignPhasePlanned, campaign.Opening: term.CampaignPhaseSurvey,
	campaign.Open: term.CampaignPhaseSurvey, campaign.Closed: term.CampaignPhaseSurvey, campaign.Archived: term.CampaignPhaseArchived,
}

var twoPhases = campaign.Facts{Plan: []term.CampaignPhase{term.CampaignPhaseSurvey, term.CampaignPhaseSummary}}

// outcome is the result of an action, written as in the table.
func outcome(to campaign.State, err error) string {
	if err != nil {
		return fault.All(err)[0].Reason
	}
	return string(to.Stage) + " " + string(to.Phase)
}

func TestEveryActionFromEveryStageInEveryCapacity(t *testing.T) {
	for stage, row := range life {
		if len(row) != len(campaign.Actions) {
			t.Errorf("%s: the table has %d of %d actions", stage, len(row), len(campaign.Actions))
		}
		for _, action := range campaign.Actions {
			from := campaign.State{Stage: stage, Phase: phaseIn[stage]}
			for _, as := range []campaign.Capacity{campaign.Manager, campaign.Program, ""} {
				want := "NOT_PERMITTED"
				if (action == campaign.ActionExpect) == (as == campaign.Program) && as != "" {
					want = row[action]
				}
				if got := outcome(campaign.Next(from, action, as, twoPhases)); got != want {
					t.Errorf("%s from %q by %q: %s, want %s", action, stage, as, got, want)
				}
			}
		}
	}
}

func TestTheLastPhaseIsNotAdvanced(t *testing.T) {
	for _, stage := range []campaign.Stage{campaign.Opening, campaign.Open} {
		for phase, want := range map[term.CampaignPhase]string{
			term.CampaignPhaseSurvey: string(stage) + " SUMMARY", term.CampaignPhaseSummary: "LAST_PHASE",
			term.CampaignPhaseMechanism: "LAST_PHASE", // no phase of the plan
		} {
			if got := outcome(campaign.Next(campaign.State{Stage: stage, Phase: phase}, campaign.ActionAdvance, campaign.Manager, twoPhases)); got != want {
				t.Errorf("%s in %s is advanced: %s, want %s", stage, phase, got, want)
			}
		}
	}
}

func TestNothingIsArchivedWhileFormsArePublic(t *testing.T) {
	for public, want := range map[int]string{0: "ARCHIVED ARCHIVED", 1: "PUBLICITY_RUNNING"} {
		f := twoPhases
		f.Public = public
		if got := outcome(campaign.Next(campaign.State{Stage: campaign.Closed, Phase: term.CampaignPhaseSummary}, campaign.ActionArchive, campaign.Manager, f)); got != want {
			t.Errorf("with %d public forms: %s, want %s", public, got, want)
		}
	}
}

func TestTheStageFollowsFromWhatIsWrittenOfACampaign(t *testing.T) {
	at := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		row     ent.Campaign
		stage   campaign.Stage
		running bool
	}{
		{ent.Campaign{Phase: term.CampaignPhasePlanned}, campaign.Planned, false},
		{ent.Campaign{Phase: term.CampaignPhaseSurvey, OpenedAt: &at}, campaign.Opening, true},
		{ent.Campaign{Phase: term.CampaignPhaseSurvey, OpenedAt: &at, ExpectedAt: &at}, campaign.Open, true},
		{ent.Campaign{Phase: term.CampaignPhaseSurvey, OpenedAt: &at, ClosedAt: &at}, campaign.Closed, false},
		{ent.Campaign{Phase: term.CampaignPhaseSurvey, OpenedAt: &at, ExpectedAt: &at, ClosedAt: &at}, campaign.Closed, false},
		{ent.Campaign{Phase: term.CampaignPhaseArchived, OpenedAt: &at, ExpectedAt: &at, ClosedAt: &at}, campaign.Archived, false},
	} {
		if got := campaign.StateOf(&c.row); got != (campaign.State{Stage: c.stage, Phase: c.row.Phase}) || campaign.Running(&c.row) != c.running || (campaign.CheckRunning(&c.row) == nil) != c.running {
			t.Errorf("%+v stands in %v, want %s", c.row, got, c.stage)
		}
		c.row.Phases = []term.PhasePlan{{Phase: term.CampaignPhaseSurvey}, {Phase: term.CampaignPhaseSummary}}
		if next, ok := campaign.NextPhase(&c.row); ok != c.running || ok && next != term.CampaignPhaseSummary {
			t.Errorf("%s may be advanced: %s %v, want %v", c.stage, next, ok, c.running)
		}
	}
	if !slices.Equal(campaign.Actions, []campaign.Action{"PLAN", "REVISE", "OPEN", "EXPECT", "ADVANCE", "CLOSE", "ARCHIVE"}) {
		t.Errorf("the actions are %v: write the new one into the table", campaign.Actions)
	}
}
