package rulebook

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/measure"
	"sineng/ent/portfolio"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/ruleslink"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// dueTurn settles the open reviews where somebody came to an office, or left it, or a power is retired on that day; dueSettle the links at and below
	// the unit that is its object, 0 for all.
	dueTurn, dueSettle = "rules.turn", "rules.settle"

	cursorName  = "rulebook"
	followEvery = 2 * time.Second
)

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// Timers ask for reviews when editions come into force and documents are repealed, and move open ones with their people.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{
		{Kind: dueForce, Do: s.force}, {Kind: dueRepeal, Do: s.repeal},
		{Kind: dueTurn, Daily: true, Do: s.turn}, {Kind: dueSettle, Do: s.settleBelow},
	}
}

// turn settles all open reviews, in batches.
func (s *Service) turn(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	open, err := tx.RulesReview.Query().Where(rulesreview.IDGT(item.Cursor), rulesreview.StateEQ(term.RulesReviewStateOpen)).Order(rulesreview.ByID()).Limit(atOnce).All(ctx)
	if err != nil || len(open) == 0 {
		return err
	}
	if len(open) == atOnce {
		item.Continue(open[len(open)-1].ID)
	}
	links, err := s.linksOf(ctx, tx, open)
	if err != nil {
		return err
	}
	return s.settle(ctx, tx, links)
}

// linksOf are the links that reviews are about.
func (s *Service) linksOf(ctx context.Context, tx *ent.Tx, reviews []*ent.RulesReview) ([]int64, error) {
	asked := map[pair]bool{}
	var powers, measures []int64
	for _, r := range reviews {
		asked[keyOf(r.DocumentID, r.PowerID, r.MeasureID)] = true
		if r.PowerID != nil {
			powers = append(powers, *r.PowerID)
		} else {
			measures = append(measures, *r.MeasureID)
		}
	}
	all, err := ofThings(ctx, tx, measures, powers)
	var out []int64
	for _, l := range all {
		if asked[keyOf(l.DocumentID, l.PowerID, l.MeasureID)] {
			out = append(out, l.ID)
		}
	}
	return out, err
}

// ofThings are the links of measures and powers.
func ofThings(ctx context.Context, tx *ent.Tx, measures, powers []int64) ([]*ent.RulesLink, error) {
	var out []*ent.RulesLink
	read := func(of func(...int64) predicate.RulesLink, ids []int64) error {
		return store.InParts(distinct(ids), func(part []int64) error {
			rows, err := tx.RulesLink.Query().Where(of(part...)).Order(ruleslink.ByID()).All(ctx)
			out = append(out, rows...)
			return err
		})
	}
	if err := read(ruleslink.MeasureIDIn, measures); err != nil {
		return nil, err
	}
	return out, read(ruleslink.PowerIDIn, powers)
}

// settleBelow settles the links at and below a unit, in batches.
func (s *Service) settleBelow(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	q := tx.RulesLink.Query().Where(ruleslink.IDGT(item.Cursor))
	if item.Object != 0 {
		u, err := tx.Unit.Get(ctx, item.Object)
		if err != nil {
			return err
		}
		q.Where(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID))
	}
	ids, err := q.Order(ruleslink.ByID()).Limit(atOnce).IDs(ctx)
	if err != nil {
		return err
	}
	if len(ids) == atOnce {
		item.Continue(ids[len(ids)-1])
	}
	return s.settle(ctx, tx, ids)
}

// decisive are the columns of measures and powers that decide what is asked of whom.
var decisive = map[string][]string{
	ent.TypeMeasure: {measure.FieldStatus, measure.FieldOwnerID, measure.FieldUnitID},
	ent.TypePower:   {power.FieldRetiredOn, power.FieldUnitID},
}

// wide are the actions of which the rows are those of many units.
var wide = []term.AuditAction{term.AuditActionImport, term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionLoadSample, term.AuditActionCarryOver}

// follow settles the links that entries of the log concern.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	ctx = everywhere(ctx)
	changed, held := map[string][]int64{}, map[string][]int64{}
	for _, e := range entries {
		if slices.Contains(wide, e.Action) || len(e.Changed(ent.TypeRoleAppointment)) > 0 {
			if err := timer.Set(ctx, tx, dueSettle, e.Unit, s.store.Now()); err != nil {
				return err
			}
			continue
		}
		for _, c := range e.Changes {
			switch {
			case c.Type == ent.TypeAppointment || c.Type == ent.TypePortfolio:
				held[c.Type] = append(held[c.Type], c.ID)
			case c.Op != store.RowCreated && slices.ContainsFunc(decisive[c.Type], func(name string) bool { _, is := c.Columns[name]; return is }):
				changed[c.Type] = append(changed[c.Type], c.ID)
			}
		}
	}
	links, err := s.turned(ctx, tx, held)
	if err != nil {
		return err
	}
	of, err := ofThings(ctx, tx, changed[ent.TypeMeasure], changed[ent.TypePower])
	if err != nil {
		return err
	}
	for _, l := range of {
		links = append(links, l.ID)
	}
	return s.settle(ctx, tx, distinct(links))
}

// turned are the links of which open reviews may be asked of other people after offices changed: those whose measures these people own, and at and
// below the units where they are held those that are asked of who leads there.
func (s *Service) turned(ctx context.Context, tx *ent.Tx, held map[string][]int64) ([]int64, error) {
	var people, units []int64
	err := store.InParts(held[ent.TypeAppointment], func(part []int64) error {
		rows, err := tx.Appointment.Query().Where(appointment.IDIn(part...)).WithPost().All(ctx)
		for _, r := range rows {
			people, units = append(people, r.PersonID), append(units, r.Edges.Post.UnitID)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = store.InParts(held[ent.TypePortfolio], func(part []int64) error {
		rows, err := tx.Portfolio.Query().Where(portfolio.IDIn(part...)).All(ctx)
		for _, r := range rows {
			people, units = append(people, r.PersonID), append(units, r.UnitID)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var open []*ent.RulesReview
	find := func(which ...predicate.RulesReview) error {
		rows, err := tx.RulesReview.Query().Where(rulesreview.StateEQ(term.RulesReviewStateOpen)).Where(which...).All(ctx)
		open = append(open, rows...)
		return err
	}
	if err := store.InParts(distinct(people), func(part []int64) error { return find(ownedBy(part)) }); err != nil {
		return nil, err
	}
	for _, id := range distinct(units) {
		u, err := tx.Unit.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := find(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID), rulesreview.TierNEQ(term.RoleStaff)); err != nil {
			return nil, err
		}
	}
	if len(open) == 0 {
		return nil, nil
	}
	return s.linksOf(ctx, tx, open)
}

// ownedBy limits reviews to those of measures that some people own.
func ownedBy(people []int64) predicate.RulesReview {
	return func(s *sql.Selector) {
		m, ids := sql.Table(measure.Table), make([]any, len(people))
		for i, id := range people {
			ids[i] = id
		}
		s.Where(sql.In(s.C(rulesreview.FieldMeasureID), sql.Select(m.C(measure.FieldID)).From(m).Where(sql.In(m.C(measure.FieldOwnerID), ids...))))
	}
}
