package rulebook

import (
	"context"

	"sineng/ent"
	"sineng/ent/ruleslink"
	"sineng/ent/term"
	"sineng/server/audit"
)

// settle makes some links and their open reviews what the powers and measures are today: they move to where these stand and to who is asked now,
// and end where the thing is retired.
func (s *Service) settle(ctx context.Context, tx *ent.Tx, which []int64) error {
	ctx = everywhere(ctx)
	var entries notes
	for len(which) > 0 {
		part := which[:min(atOnce, len(which))]
		which = which[len(part):]
		links, err := tx.RulesLink.Query().Where(ruleslink.IDIn(part...)).WithMeasure().WithPower().Order(ruleslink.ByID()).All(ctx)
		if err != nil {
			return err
		}
		if err := s.settleSome(ctx, tx, links, &entries); err != nil {
			return err
		}
	}
	return entries.append(ctx, s.store, audit.Event{Action: term.AuditActionAskRulesReviews})
}

func (s *Service) settleSome(ctx context.Context, tx *ent.Tx, links []*ent.RulesLink, entries *notes) error {
	open, err := s.openOf(ctx, tx, links)
	if err != nil {
		return err
	}
	a, err := s.addressing(ctx, tx, links)
	if err != nil {
		return err
	}
	for _, l := range links {
		t := thingOf(l)
		if l.UnitID != t.unit() {
			if err := tx.RulesLink.UpdateOne(l).SetUnitID(t.unit()).SetLevels(t.levels()).Exec(ctx); err != nil {
				return err
			}
			entries.add(l.DocumentID, t.levels(), l.ID)
		}
		for _, r := range open[keyOf(l.DocumentID, l.PowerID, l.MeasureID)] {
			changed, err := a.readdress(ctx, r, t)
			if err != nil {
				return err
			}
			if changed {
				entries.add(l.DocumentID, t.levels(), r.ID)
			}
		}
	}
	return nil
}

// readdress moves an open review to who is asked now and to where the thing stands, or ends it where that is retired.
func (a *addressing) readdress(ctx context.Context, r *ent.RulesReview, t thing) (changed bool, err error) {
	if a.retired(t) {
		return true, a.step(ctx, a.tx, r, EventRetire, func(*ent.RulesReviewMutation) {})
	}
	tier, person, err := a.whom(ctx, t)
	if err != nil || r.Tier == tier && value(r.PersonID) == person && r.UnitID == t.unit() {
		return false, err
	}
	return true, a.update(ctx, a.tx, r, func(m *ent.RulesReviewMutation) {
		m.SetTier(tier)
		if m.ClearPersonID(); person != 0 {
			m.SetPersonID(person)
		}
		if r.UnitID != t.unit() {
			m.SetUnitID(t.unit())
			m.SetLevels(t.levels())
		}
	})
}
