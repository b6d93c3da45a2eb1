package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/graph/model"
	"sineng/server/agenda"
	"sineng/server/fault"
	"sineng/server/meeting"
	"sineng/server/register"
	"sineng/server/store"
)

// voteCount returns the count of the votes on an item.
func (r *Resolver) voteCount(ctx context.Context, i *ent.MeetingItem) (*meeting.Counted, error) {
	none := fields{}
	m, err := one(ctx, i.Edges.MeetingOrErr, i.QueryMeeting, func(q *ent.MeetingQuery, _ fields) { r.withMembers(q) })
	if err != nil || m == nil {
		return nil, err
	}
	members, err := many(ctx, m.Edges.MembersOrErr, m.QueryMembers, func(q *ent.MeetingMemberQuery, _ fields) { r.load().meetingMembers(q, none) })
	if err != nil {
		return nil, err
	}
	votes, err := many(ctx, i.Edges.VotesOrErr, i.QueryVotes, func(q *ent.MeetingVoteQuery, _ fields) { r.load().votes(q, none) })
	if err != nil {
		return nil, err
	}
	subject, err := subjectOf(ctx, i)
	if err != nil {
		return nil, err
	}
	var before *ent.Assessment
	if i.AssessmentID != nil {
		if before, err = one(ctx, i.Edges.AssessmentOrErr, i.QueryAssessment, func(*ent.AssessmentQuery, fields) {}); err != nil {
			return nil, err
		}
	}
	return meeting.BallotOf(m, members, i, votes, subject, r.Meetings.Needs(i, subject, before)).Describe(), nil
}

// subjectOf is what an item is about, as far as every member may know it.
func subjectOf(ctx context.Context, i *ent.MeetingItem) (*agenda.Subject, error) {
	return batchOf(ctx).agenda.Load(ctx, agenda.Key{Kind: i.Kind, About: meeting.About(i)})
}

// openingPreview counts what an opening decision that is not settled would decide now.
func (r *Resolver) openingPreview(ctx context.Context, i *ent.MeetingItem) (*register.Opening, error) {
	if i.Kind != term.ItemKindOpening || i.AboutUnitID == nil || i.State != term.ItemStatePending && i.State != term.ItemStateVoting {
		return nil, nil
	}
	return r.Register.PreviewOpening(ctx, *i.AboutUnitID)
}

func (r *Resolver) withMembers(q *ent.MeetingQuery) {
	q.WithMembers(func(q *ent.MeetingMemberQuery) { r.load().meetingMembers(q, fields{}) })
}

// regrade returns the result for each risk point, in the language of the request.
func (r *Resolver) regrade(ctx context.Context, in model.RegradeInput) (*model.RegradePayload, error) {
	done, err := r.Register.Regrade(ctx, in.RiskPointIds, in.Reason)
	if err != nil {
		return nil, err
	}
	out := &model.RegradePayload{Results: make([]*model.RegradeResult, len(done))}
	for n, d := range done {
		result := &model.RegradeResult{RiskPointID: d.RiskPointID}
		if d.Assessed != nil {
			result.Assessment = d.Assessed.Assessment.Unwrap()
		}
		if all := fault.All(d.Fault); len(all) > 0 {
			result.Error = &model.RegradeError{Code: all[0].Code, Reason: all[0].Reason, Message: all[0].Message(r.Language(ctx))}
		}
		out.Results[n] = result
	}
	return out, nil
}

// previewRecipe loads the edges that are selected of the rows.
func (r *Resolver) previewRecipe(ctx context.Context, in register.PreviewRecipe, p store.Page) (*register.RecipePreview, error) {
	return r.Register.PreviewRecipe(ctx, in, p, func(q *ent.RiskPointQuery) {
		selected(ctx).on("rows", func(f fields) {
			f.on("riskPoint", func(f fields) { r.load().riskPoint(q, f) })
		})
	})
}

func recipeChanges(p *register.RecipePreview) []*model.RecipeChange {
	out := make([]*model.RecipeChange, len(p.Changing.Rows))
	for i, risk := range p.Changing.Rows {
		now, would := p.Grades(risk)
		out[i] = &model.RecipeChange{RiskPoint: risk, Now: now, Would: would}
	}
	return out
}
