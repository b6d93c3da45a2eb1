package rulebook

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/rulesedition"
	"sineng/ent/ruleslink"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/timer"
)

const (
	// dueForce asks for reviews when the edition that is its object comes into force, dueRepeal when the document is repealed.
	dueForce, dueRepeal = "rules.force", "rules.repeal"
	// atOnce is for how many links one transaction asks, or settles what was asked.
	atOnce = 200
)

// force asks for reviews of what stands on a document of which an edition comes into force. Where none held before, nothing has changed; one that
// has been withdrawn or replaced meanwhile, as while no server ran, asks for nothing.
func (s *Service) force(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	e, err := tx.RulesEdition.Get(ctx, item.Object)
	if err != nil {
		return err
	}
	d, editions, err := read(ctx, tx, e.DocumentID)
	if err != nil {
		return err
	}
	if now := Holding(editions, d.RepealedFrom, s.store.Today()); now == nil || now.ID != e.ID || !changes(editions, e) {
		return nil
	}
	return s.ask(ctx, tx, item, d, e)
}

// repeal asks for reviews of what stands on a document that is repealed.
func (s *Service) repeal(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	d, err := tx.RulesDocument.Get(ctx, item.Object)
	if err != nil || StateOn(d, s.store.Today()) != StateRepealed {
		return err
	}
	return s.ask(ctx, tx, item, d, nil)
}

// read is a document with its editions.
func read(ctx context.Context, tx *ent.Tx, id int64) (*ent.RulesDocument, []*ent.RulesEdition, error) {
	d, err := tx.RulesDocument.Get(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	editions, err := tx.RulesEdition.Query().Where(rulesedition.DocumentID(id)).Order(rulesedition.ByRevision()).All(ctx)
	return d, editions, err
}

// ask asks for reviews of the next things that stand on a document, for an edition or, without one, for the repeal. What was asked of them before
// and is still open ends with that.
func (s *Service) ask(ctx context.Context, tx *ent.Tx, item *timer.Item, d *ent.RulesDocument, e *ent.RulesEdition) error {
	links, err := tx.RulesLink.Query().Where(ruleslink.DocumentID(d.ID), ruleslink.IDGT(item.Cursor)).WithMeasure().WithPower().Order(ruleslink.ByID()).Limit(atOnce).All(ctx)
	if err != nil || len(links) == 0 {
		return err
	}
	if len(links) == atOnce {
		item.Continue(links[len(links)-1].ID)
	}
	open, err := s.openOf(ctx, tx, links)
	if err != nil {
		return err
	}
	a, err := s.addressing(ctx, tx, links)
	if err != nil {
		return err
	}
	days := d.RepealedReviewDays
	if e != nil {
		days = e.ReviewDays
	}
	now := s.store.Now()
	var entries notes
	var creates []*ent.RulesReviewCreate
	for _, l := range links {
		for _, r := range open[keyOf(d.ID, l.PowerID, l.MeasureID)] {
			if err := s.step(ctx, tx, r, EventRenew, func(*ent.RulesReviewMutation) {}); err != nil {
				return err
			}
			entries.add(d.ID, l.Levels(), r.ID)
		}
		t := thingOf(l)
		if s.retired(t) {
			continue
		}
		tier, person, err := a.whom(ctx, t)
		if err != nil {
			return err
		}
		c := tx.RulesReview.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(t.unit()).SetLevels(t.levels()).SetDocumentID(d.ID).SetNillablePowerID(l.PowerID).
			SetNillableMeasureID(l.MeasureID).SetTitle(d.Title).SetSubject(t.named()).SetTier(tier).SetAskedOn(a.today).SetDueOn(a.today.AddDate(0, 0, days))
		if e != nil {
			c.SetEditionID(e.ID)
		}
		if person != 0 {
			c.SetPersonID(person)
		}
		enter(c.Mutation(), term.RulesReviewStateOpen)
		creates = append(creates, c)
	}
	made, err := tx.RulesReview.CreateBulk(creates...).Save(ctx)
	if err != nil {
		return err
	}
	for _, r := range made {
		entries.add(d.ID, r.Levels(), r.ID)
	}
	return entries.append(ctx, s.store, audit.Event{Action: term.AuditActionAskRulesReviews})
}

// addressing finds who is asked to review things.
type addressing struct {
	*Service
	tx      *ent.Tx
	today   time.Time
	serving map[int64]bool
	chains  map[int64]office.Chain
}

// addressing reads who of the owners of linked things is in office.
func (s *Service) addressing(ctx context.Context, tx *ent.Tx, links []*ent.RulesLink) (*addressing, error) {
	a := &addressing{Service: s, tx: tx, today: s.store.Today(), chains: map[int64]office.Chain{}}
	var owners []int64
	for _, l := range links {
		if owner := thingOf(l).owner(); owner != 0 {
			owners = append(owners, owner)
		}
	}
	var err error
	a.serving, err = office.Serving(ctx, tx.Client(), owners, a.today)
	return a, err
}

// whom is who is asked: the owner of a measure while they hold an office, as STAFF, or else whoever leads the department, from its head up. The zero
// person stands for nobody.
func (a *addressing) whom(ctx context.Context, t thing) (term.Role, int64, error) {
	if owner := t.owner(); owner != 0 && a.serving[owner] {
		return term.RoleStaff, owner, nil
	}
	chain, known := a.chains[t.unit()]
	if !known {
		var err error
		if chain, err = office.Leading(ctx, a.tx.Client(), t.levels(), a.today); err != nil {
			return "", 0, err
		}
		a.chains[t.unit()] = chain
	}
	tier, person := chain.Asked(term.RoleDeptHead, nil)
	return tier, person, nil
}

// step moves a review on by an event.
func (s *Service) step(ctx context.Context, tx *ent.Tx, r *ent.RulesReview, e Event, also func(*ent.RulesReviewMutation)) error {
	to, err := Next(r.State, e)
	if err != nil {
		return err
	}
	return s.update(ctx, tx, r, func(m *ent.RulesReviewMutation) {
		also(m)
		enter(m, to)
	})
}

func (s *Service) update(ctx context.Context, tx *ent.Tx, r *ent.RulesReview, change func(*ent.RulesReviewMutation)) error {
	u := tx.RulesReview.UpdateOne(r).Where(rulesreview.Version(r.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	change(u.Mutation())
	return org.Stale(u.Exec(everywhere(ctx)))
}
