package form

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/store"
)

// Forms lists the forms that the viewer sees, those due first.
func (s *Service) Forms(ctx context.Context, f Filter, page store.Page, with func(*ent.FormQuery)) (*store.Slice[*ent.Form], error) {
	reader := s.store.Reader(ctx)
	q := reader.Form.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if f.CampaignID != nil {
		if _, err := reader.Campaign.Get(ctx, *f.CampaignID); err != nil {
			return nil, store.OrMissing(err, "filter.campaignId", "专项工作", "campaign")
		}
		q.Where(entform.CampaignID(*f.CampaignID))
	}
	if f.PersonID != nil {
		if _, err := reader.Person.Get(ctx, *f.PersonID); err != nil {
			return nil, store.OrMissing(err, "filter.personId", "人员", "person")
		}
		q.Where(entform.PersonID(*f.PersonID))
	}
	if len(f.Kinds) > 0 {
		q.Where(entform.KindIn(f.Kinds...))
	}
	if len(f.States) > 0 {
		q.Where(entform.StateIn(f.States...))
	}
	if f.Overdue != nil {
		q.Where(either(*f.Overdue, entform.And(entform.StateEQ(term.FormStateDraft), entform.DueOnLT(s.store.Today()))))
	}
	if f.Returned != nil {
		q.Where(either(*f.Returned, entform.And(entform.StateEQ(term.FormStateDraft), entform.ReturnedAtNotNil())))
	}
	if f.ToFill != nil {
		mine, err := s.ToFill(ctx)
		if err != nil {
			return nil, err
		}
		q.Where(either(*f.ToFill, mine))
	}
	return store.List(ctx, q, page, func(f *ent.Form) int64 { return f.ID },
		[]store.Key[*ent.Form]{store.Asc("due_on", func(f *ent.Form) any { return f.DueOn })}, with)
}

func either(wanted bool, p predicate.Form) predicate.Form {
	if wanted {
		return p
	}
	return entform.Not(p)
}

// ToFill is the condition that a form waits for the viewer to fill it: their own, those that
// they were told to fill, and those that nobody was told to fill of units that they head.
func (s *Service) ToFill(ctx context.Context) (predicate.Form, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.PersonID == 0 {
		return entform.IDIn(), nil
	}
	heads, err := s.headed(ctx, v.PersonID, s.store.Today())
	if err != nil {
		return nil, err
	}
	whose := []predicate.Form{entform.PersonID(v.PersonID), entform.PreparerID(v.PersonID)}
	if len(heads) > 0 {
		whose = append(whose, entform.And(entform.UnitIDIn(heads...), entform.PersonIDIsNil(), entform.PreparerIDIsNil()))
	}
	return entform.And(entform.StateEQ(term.FormStateDraft), entform.HasCampaignWith(campaign.ClosedAtIsNil()), entform.Or(whose...)), nil
}

// headed are the units whose forms are a person's to fill where nobody was told to: those
// that they head, and bureaus that they lead.
func (s *Service) headed(ctx context.Context, person int64, on time.Time) ([]int64, error) {
	rows, err := s.store.Reader(ctx).Portfolio.Query().Where(portfolio.PersonID(person),
		portfolio.KindIn(term.PortfolioKindHead, term.PortfolioKindPrincipal), portfolio.FromDayLTE(on),
		portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(on))).All(viewer.System(ctx))
	var out []int64
	for _, p := range rows {
		out = append(out, p.UnitID)
	}
	return out, err
}
