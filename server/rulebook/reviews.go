package rulebook

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
)

// ReviewFilter narrows a list of reviews.
type ReviewFilter struct {
	UnitID     *int64 // with all below it
	DocumentID *int64
	PowerID    *int64
	MeasureID  *int64
	States     []term.RulesReviewState
	// Mine lists those that the viewer is asked.
	Mine bool
	// Overdue tells whether a review is open and its last day has passed.
	Overdue *bool
}

// Reviews lists reviews that the viewer sees: where only open ones are asked for by their last day, else the newest first.
func (s *Service) Reviews(ctx context.Context, f ReviewFilter, page store.Page, with func(*ent.RulesReviewQuery)) (*store.Slice[*ent.RulesReview], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	if err := s.known(ctx, f); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).RulesReview.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, nil); err != nil {
		return nil, err
	}
	if f.DocumentID != nil {
		q.Where(rulesreview.DocumentID(*f.DocumentID))
	}
	if f.PowerID != nil {
		q.Where(rulesreview.PowerID(*f.PowerID))
	}
	if f.MeasureID != nil {
		q.Where(rulesreview.MeasureID(*f.MeasureID))
	}
	if f.Mine {
		q.Where(rulesreview.PersonID(own(ctx)))
	}
	if len(f.States) > 0 {
		q.Where(rulesreview.StateIn(f.States...))
	}
	today, open := s.store.Today(), rulesreview.StateEQ(term.RulesReviewStateOpen)
	switch {
	case f.Overdue == nil:
	case *f.Overdue:
		q.Where(open, rulesreview.DueOnLT(today))
	default:
		q.Where(rulesreview.Or(rulesreview.StateNEQ(term.RulesReviewStateOpen), rulesreview.DueOnGTE(today)))
	}
	var keys []store.Key[*ent.RulesReview]
	if slices.Equal(f.States, []term.RulesReviewState{term.RulesReviewStateOpen}) {
		keys = append(keys, store.Asc(rulesreview.FieldDueOn, func(r *ent.RulesReview) any { return r.DueOn }))
	} else {
		keys = append(keys, store.Desc(rulesreview.FieldDueOn, func(r *ent.RulesReview) any { return r.DueOn }))
	}
	return store.List(ctx, q, page, func(r *ent.RulesReview) int64 { return r.ID }, keys, with)
}

// own is the viewer's person, 0 for a token or nobody.
func own(ctx context.Context) int64 {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 {
		return 0
	}
	return v.PersonID
}
