package objection

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/objection"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of objections.
type Filter struct {
	// UnitID selects a unit and those below it.
	UnitID   *int64
	UnitOnly *bool
	States   []term.ObjectionState
	// Overdue selects unanswered objections past their deadline.
	Overdue *bool
	// ForMyTier selects objections addressed to a role of the viewer's, or to a lower one.
	ForMyTier *bool
}

// List lists objections that the viewer may see, the earliest deadline first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.ObjectionQuery)) (*store.Slice[*ent.Objection], error) {
	if err := authz.CheckAnywhere(ctx, authz.AnswerObjections); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Objection.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.States) > 0 {
		q.Where(objection.StateIn(f.States...))
	}
	if f.Overdue != nil && *f.Overdue {
		q.Where(objection.StateEQ(term.ObjectionStateRaised), objection.DueOnLT(s.store.Today()))
	}
	if f.ForMyTier != nil && *f.ForMyTier {
		var tiers []term.Role
		for _, tier := range term.Tiers {
			if slices.ContainsFunc(viewer.FromContext(ctx).Grants, func(g viewer.Grant) bool { return g.Role.Reaches(tier) }) {
				tiers = append(tiers, tier)
			}
		}
		q.Where(objection.TierIn(tiers...))
	}
	return store.List(ctx, q, page, func(o *ent.Objection) int64 { return o.ID },
		[]store.Key[*ent.Objection]{store.Asc("due_on", func(o *ent.Objection) any { return o.DueOn })}, with)
}

// Overdue reports whether an unanswered objection is past its deadline.
func Overdue(o *ent.Objection, today time.Time) bool {
	return o.State == term.ObjectionStateRaised && o.DueOn.Before(today)
}
