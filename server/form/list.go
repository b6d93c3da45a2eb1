package form

import (
	"context"

	"sineng/ent"
	"sineng/ent/campaign"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// Forms lists the forms that the viewer may see, earliest deadline first.
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
		q.Where(either(*f.ToFill, s.ToFill(ctx)))
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

// ToFill is the condition for forms that the viewer is to fill.
func (s *Service) ToFill(ctx context.Context) predicate.Form {
	v := viewer.FromContext(ctx)
	if v == nil || v.PersonID == 0 {
		return entform.IDIn()
	}
	var whose []predicate.Form
	for _, fills := range office.FilledBy(v.PersonID, s.store.Today()) {
		whose = append(whose, fills)
	}
	return entform.And(entform.StateEQ(term.FormStateDraft), entform.HasCampaignWith(campaign.ClosedAtIsNil()), entform.Or(whose...))
}
