package review

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Choice is what the viewer may do with a form in its present state.
type Choice struct {
	Actions []Action
	// ReturnTo are the states to which the viewer may return the form.
	ReturnTo []term.FormState
}

// Choices returns, by id, what the viewer may do with forms, in a fixed number of statements.
// Whether a reviewer has left their post meanwhile is checked when they act.
func (s *Service) Choices(ctx context.Context, ids []int64) (map[int64]Choice, error) {
	out := make(map[int64]Choice, len(ids))
	for _, id := range ids {
		out[id] = Choice{Actions: []Action{}, ReturnTo: []term.FormState{}}
	}
	v, client, sys := viewer.FromContext(ctx), s.store.Reader(ctx), everywhere(ctx)
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	forms, err := client.Form.Query().Where(entform.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	open, err := s.openCampaigns(ctx, forms)
	if err != nil {
		return nil, err
	}
	submissions := map[int64]*ent.FormSubmission{}
	decisions := map[int64][]*ent.ReviewDecision{}
	var handedIn []int64
	for _, f := range forms {
		if f.SubmissionID != nil {
			handedIn = append(handedIn, *f.SubmissionID)
		}
	}
	subs, err := client.FormSubmission.Query().Where(formsubmission.IDIn(handedIn...)).All(sys)
	if err != nil {
		return nil, err
	}
	for _, sub := range subs {
		submissions[sub.FormID] = sub
	}
	given, err := client.ReviewDecision.Query().Where(reviewdecision.SubmissionIDIn(handedIn...)).All(sys)
	if err != nil {
		return nil, err
	}
	for _, o := range given {
		decisions[o.FormID] = append(decisions[o.FormID], o)
	}
	away, err := s.signsFor(ctx, client, v.PersonID)
	if err != nil {
		return nil, err
	}
	for _, f := range forms {
		if open[f.CampaignID] {
			if out[f.ID], err = s.choice(ctx, f, submissions[f.ID], decisions[f.ID], away); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// choice is what the viewer may do with one form: the actions that they have a capacity for
// and the state allows.
func (s *Service) choice(ctx context.Context, f *ent.Form, sub *ent.FormSubmission, decisions []*ent.ReviewDecision, away []int64) (Choice, error) {
	out := Choice{Actions: []Action{}, ReturnTo: []term.FormState{}}
	claim, err := s.claimOf(ctx, f, sub, decisions, away)
	if err != nil {
		return out, err
	}
	facts := Facts{Kind: f.Kind, ContainsA: f.ContainsA, Answered: len(decisions) > 0, To: term.FormStateDraft}
	for _, action := range Actions {
		if _, err := claim.Capacity(action); err != nil {
			continue
		}
		if _, err := Next(f.State, action, facts); err == nil {
			out.Actions = append(out.Actions, action)
		}
	}
	if slices.Contains(out.Actions, Return) {
		out.ReturnTo = Earlier(f.State, facts)
	}
	return out, nil
}

// openCampaigns are the ids of the forms' campaigns that are not closed.
func (s *Service) openCampaigns(ctx context.Context, forms []*ent.Form) (map[int64]bool, error) {
	var ids []int64
	for _, f := range forms {
		ids = with(ids, f.CampaignID)
	}
	found, err := s.store.Reader(ctx).Campaign.Query().Where(campaign.IDIn(ids...), campaign.ClosedAtIsNil()).IDs(everywhere(ctx))
	out := map[int64]bool{}
	for _, id := range found {
		out[id] = true
	}
	return out, err
}
