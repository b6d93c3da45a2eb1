package check

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// duePlan plans the bureau that is its object, duePlanBelow has all at and below its object planned, 0 for all.
	duePlan, duePlanBelow = "check.plan", "check.plan-below"
	// dueDaily has what begins and ends on its day planned, dueEscalate sends up what is late.
	dueDaily, dueEscalate = "check.daily", "check.escalate"

	cursorName  = "check"
	followEvery = 2 * time.Second
	// bureausAtOnce is how many bureaus one transaction makes due.
	bureausAtOnce = 200
)

// planned are the entities of which rows decide what is checked by whom.
var planned = []string{ent.TypeUnit, ent.TypePortfolio, ent.TypeAppointment, ent.TypeRoleAppointment, ent.TypeSupervisionPlan, ent.TypeRiskPoint}

// wide are the actions of which the rows are those of many units.
var wide = []term.AuditAction{term.AuditActionImport, term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionLoadSample, term.AuditActionCarryOver,
	term.AuditActionSetSupervisionPlan}

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// Timers plan bureaus and send up what is late.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{
		{Kind: duePlan, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			return s.planBureau(ctx, tx, item.Object)
		}},
		{Kind: duePlanBelow, Do: s.makeDue},
		{Kind: dueDaily, Daily: true, Do: s.daily},
		{Kind: dueEscalate, Daily: true, Do: s.escalate},
	}
}

// makeDue makes the bureaus at and below a unit due, in batches.
func (s *Service) makeDue(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ids, err := org.BureausBelow(ctx, tx.Client(), item.Object, item.Cursor, bureausAtOnce)
	if err != nil {
		return err
	}
	if len(ids) == bureausAtOnce {
		item.Continue(ids[len(ids)-1])
	}
	return timer.SetAll(ctx, tx, duePlan, ids, s.store.Now())
}

// daily makes due what no entry of the log tells of: on the first of a month all bureaus, since periods begin; on other days those
// in which somebody's portfolio or appointment began today or ended yesterday. Days on which no server ran are made up for.
func (s *Service) daily(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	from, to := store.DayOf(item.At), store.DayOf(item.Begun)
	if from.After(to) {
		from = to
	}
	if from.Day() == 1 || from.Month() != to.Month() || from.Year() != to.Year() {
		return timer.Set(ctx, tx, duePlanBelow, 0, s.store.Now())
	}
	appointments, portfolios, err := office.Turned(ctx, tx.Client(), from, to)
	if err != nil {
		return err
	}
	units, below, posts := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	led(portfolios, units, below)
	for _, r := range appointments {
		posts[r.PostID] = true
	}
	if err := exposing(ctx, tx, sorted(posts), units); err != nil {
		return err
	}
	return s.set(ctx, tx, units, below)
}

// set makes the bureaus of units due, and those at and below others.
func (s *Service) set(ctx context.Context, tx *ent.Tx, units, below map[int64]bool) error {
	now := s.store.Now()
	bureaus, err := org.BureausOf(ctx, tx.Client(), sorted(units))
	if err != nil {
		return err
	}
	if err := timer.SetAll(ctx, tx, duePlanBelow, sorted(below), now); err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, duePlan, bureaus, now)
}

// led adds the units of portfolios: of one on a bureau all below it, where it may stand above those that lead there.
func led(rows []*ent.Portfolio, units, below map[int64]bool) {
	for _, r := range rows {
		if units[r.UnitID] = true; isBureau(r.Edges.Unit) {
			below[r.UnitID] = true
		}
	}
}

// exposing adds the units of posts, and those of risk points that expose who holds them.
func exposing(ctx context.Context, tx *ent.Tx, posts []int64, units map[int64]bool) error {
	for ids := range slices.Chunk(posts, unitsAtOnce) {
		on, err := tx.Post.Query().Where(post.IDIn(ids...)).Select(post.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range on {
			units[r.UnitID] = true
		}
		for _, where := range []predicate.RiskPoint{riskpoint.PostIDIn(ids...), riskpoint.HasExposedPostsWith(post.IDIn(ids...))} {
			exposed, err := tx.RiskPoint.Query().Where(where).Unique(true).Select(riskpoint.FieldUnitID).All(ctx)
			if err != nil {
				return err
			}
			for _, r := range exposed {
				units[r.UnitID] = true
			}
		}
	}
	return nil
}

// follow makes the bureaus due that entries of the log concern. Several entries on one need one planning.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	ctx = everywhere(ctx)
	units, below, made := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	rows := map[string]map[int64]bool{ent.TypePortfolio: {}, ent.TypeAppointment: {}, ent.TypeRiskPoint: {}}
	for _, e := range entries {
		for _, c := range e.Changes {
			switch {
			case !slices.Contains(planned, c.Type):
			case c.Type == ent.TypeRiskPoint && c.Op == store.RowCreated:
				made[c.ID] = true
			case c.Type == ent.TypeRiskPoint && !decides(c):
			case e.Unit == 0 || slices.Contains(wide, e.Action) || c.Type == ent.TypeRoleAppointment || c.Type == ent.TypeUnit && e.Action == term.AuditActionConfirmAct:
				below[e.Unit] = true
			case rows[c.Type] != nil:
				rows[c.Type][c.ID] = true
			default:
				units[e.Unit] = true
			}
		}
	}
	if err := standing(ctx, tx, rows, units, below); err != nil {
		return err
	}
	// New ones are mostly not graded yet, and then nobody's to check.
	if err := riskUnits(ctx, tx, made, units, riskpoint.StatusEQ(term.RiskStatusDecided)); err != nil {
		return err
	}
	for id := range below {
		if id != 0 { // its own bureau, which it may not be itself
			units[id] = true
		}
	}
	return s.set(ctx, tx, units, below)
}

// decisive are the columns of a risk point that decide who checks it.
var decisive = []string{riskpoint.FieldGrade, riskpoint.FieldStatus, riskpoint.FieldDirectOwnerID, riskpoint.FieldPersonID, riskpoint.FieldPostID, riskpoint.FieldUnitID}

// decides tells whether a change of a risk point may decide who checks it.
func decides(c audit.Diff) bool {
	return len(c.Links) > 0 || slices.ContainsFunc(decisive, func(name string) bool { _, changed := c.Columns[name]; return changed })
}

// standing adds the units on which rows stand.
func standing(ctx context.Context, tx *ent.Tx, rows map[string]map[int64]bool, units, below map[int64]bool) error {
	for ids := range slices.Chunk(sorted(rows[ent.TypePortfolio]), unitsAtOnce) {
		found, err := tx.Portfolio.Query().Where(portfolio.IDIn(ids...)).Select(portfolio.FieldUnitID).WithUnit().All(ctx)
		if err != nil {
			return err
		}
		led(found, units, below)
	}
	if err := riskUnits(ctx, tx, rows[ent.TypeRiskPoint], units); err != nil {
		return err
	}
	for ids := range slices.Chunk(sorted(rows[ent.TypeAppointment]), unitsAtOnce) {
		found, err := tx.Appointment.Query().Where(appointment.IDIn(ids...)).Select(appointment.FieldPostID).All(ctx)
		if err != nil {
			return err
		}
		posts := map[int64]bool{}
		for _, r := range found {
			posts[r.PostID] = true
		}
		if err := exposing(ctx, tx, sorted(posts), units); err != nil {
			return err
		}
	}
	return nil
}

// riskUnits adds the units of risk points that meet some conditions.
func riskUnits(ctx context.Context, tx *ent.Tx, risks, units map[int64]bool, which ...predicate.RiskPoint) error {
	for ids := range slices.Chunk(sorted(risks), unitsAtOnce) {
		found, err := tx.RiskPoint.Query().Where(append(slices.Clone(which), riskpoint.IDIn(ids...))...).Unique(true).Select(riskpoint.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range found {
			units[r.UnitID] = true
		}
	}
	return nil
}

func sorted(ids map[int64]bool) []int64 {
	out := make([]int64, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}
