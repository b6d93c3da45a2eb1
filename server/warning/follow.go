package warning

import (
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/assessment"
	"sineng/ent/conflict"
	entform "sineng/ent/form"
	"sineng/ent/indicator"
	"sineng/ent/measure"
	"sineng/ent/measuretask"
	"sineng/ent/objection"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/roleappointment"
	"sineng/ent/rule"
	"sineng/ent/rulesreview"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/warning"
	"sineng/ent/warningcause"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// dueJudge looks at the unit that is its object now, dueLook on the day on which something may be amiss there without anything
	// having changed; dueJudgeBelow has all units at and below its object looked at, 0 for all.
	dueJudge, dueLook, dueJudgeBelow = "warning.judge", "warning.look", "warning.judge-below"
	// dueEscalate sends up what nobody has answered.
	dueEscalate = "warning.escalate"
	// dueDaily looks where somebody came to a tier, or left it, on that day.
	dueDaily = "warning.daily"

	cursorName  = "warning"
	followEvery = 2 * time.Second
)

// watched are the entities of which rows decide what is amiss, or who is asked.
var watched = []string{ent.TypeRiskPoint, ent.TypeMeasure, ent.TypeAssessment, ent.TypeForm, ent.TypeSupervisionCheck, ent.TypeMeasureTask, ent.TypeIndicator, ent.TypeProceedingDeviation, ent.TypeRulesReview, ent.TypeObjection, ent.TypeConflict,
	ent.TypeAppointment, ent.TypePost, ent.TypePortfolio, ent.TypeRoleAppointment, ent.TypeProcess, ent.TypeProcessStep, ent.TypeWarningRule, ent.TypeCampaign, ent.TypeUnit}

// wide are the actions of which the rows are those of many units.
var wide = []term.AuditAction{term.AuditActionImport, term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionLoadSample, term.AuditActionCarryOver}

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// Timers look at units and send up what nobody has answered.
func (s *Service) Timers() []timer.Handler {
	judge := func(ctx context.Context, tx *ent.Tx, item *timer.Item) error { return s.judge(ctx, tx, item.Object) }
	return []timer.Handler{
		{Kind: dueJudge, Do: judge}, {Kind: dueLook, Do: judge}, {Kind: dueJudgeBelow, Do: s.makeDue},
		{Kind: dueDaily, Daily: true, Do: s.daily}, {Kind: dueEscalate, Daily: true, Do: s.escalate},
	}
}

// makeDue makes the units at and below one due, in batches.
func (s *Service) makeDue(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	q := tx.Unit.Query().Where(unit.IDGT(item.Cursor))
	if item.Object != 0 {
		u, err := tx.Unit.Get(ctx, item.Object)
		if err != nil {
			return err
		}
		q.Where(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID))
	}
	ids, err := q.Order(unit.ByID()).Limit(atOnce).IDs(ctx)
	if err != nil {
		return err
	}
	if len(ids) == atOnce {
		item.Continue(ids[len(ids)-1])
	}
	return timer.SetAll(ctx, tx, dueJudge, ids, s.store.Now())
}

// daily looks at the warnings below units where somebody came to lead, or ceased to, without an entry in the log. Days on which no
// server ran are made up for.
func (s *Service) daily(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	appointments, portfolios, err := office.Turned(ctx, tx.Client(), store.DayOf(item.At), store.DayOf(item.Begun))
	if err != nil {
		return err
	}
	led, units := map[int64]bool{}, map[int64]bool{}
	for _, r := range portfolios {
		led[r.UnitID] = true
	}
	for _, r := range appointments {
		units[r.Edges.Post.UnitID] = true
	}
	if err := warned(ctx, tx, led, units); err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, dueJudge, sorted(units), s.store.Now())
}

// warned adds the units at and below others that have warnings which are not over.
func warned(ctx context.Context, tx *ent.Tx, below, units map[int64]bool) error {
	return under(ctx, tx, below, func(in func(*sql.Selector)) error {
		rows, err := tx.Warning.Query().Where(in, warning.StateNEQ(term.WarningStateLifted)).Unique(true).Select(warning.FieldUnitID).All(ctx)
		for _, r := range rows {
			units[r.UnitID] = true
		}
		return err
	})
}

// amissIn adds the units at and below others where something is amiss.
func amissIn(ctx context.Context, tx *ent.Tx, below, units map[int64]bool, kinds ...term.WarningKind) error {
	return under(ctx, tx, below, func(in func(*sql.Selector)) error {
		q := tx.WarningCause.Query().Where(in, warningcause.LiveKeyNotNil())
		if len(kinds) > 0 {
			q.Where(warningcause.KindIn(kinds...))
		}
		rows, err := q.Unique(true).Select(warningcause.FieldUnitID).All(ctx)
		for _, r := range rows {
			units[r.UnitID] = true
		}
		return err
	})
}

// under calls a function with the condition of each of the units' subtrees; 0 is the whole system.
func under(ctx context.Context, tx *ent.Tx, below map[int64]bool, do func(in func(*sql.Selector)) error) error {
	if below[0] {
		return do(func(*sql.Selector) {})
	}
	for _, id := range sorted(below) {
		u, err := tx.Unit.Get(ctx, id)
		if err != nil {
			return err
		}
		if err := do(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID)); err != nil {
			return err
		}
	}
	return nil
}

// follow makes the units due that entries of the log concern. Several entries on one need one look.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	ctx = everywhere(ctx)
	units, below := map[int64]bool{}, map[int64]bool{}
	ruled, led, campaigns := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	rows := map[string]map[int64]bool{}
	for _, e := range entries {
		if slices.Contains(wide, e.Action) {
			below[e.Unit] = true
			continue
		}
		for _, c := range e.Changes {
			switch {
			case !slices.Contains(watched, c.Type):
			case c.Type == ent.TypeWarningRule:
				ruled[e.Unit] = true
			case c.Type == ent.TypeCampaign:
				campaigns[e.Unit] = true
			case c.Type == ent.TypeUnit:
				if c.Op != store.RowCreated {
					below[c.ID] = true
				}
			default:
				if rows[c.Type] == nil {
					rows[c.Type] = map[int64]bool{}
				}
				rows[c.Type][c.ID] = true
				if e.Unit != 0 { // where its row is gone
					units[e.Unit] = true
				}
			}
		}
	}
	for name, ids := range rows {
		if err := placed(ctx, tx, name, slices.Collect(maps.Keys(ids)), units, led); err != nil {
			return err
		}
	}
	for _, of := range []error{
		amissIn(ctx, tx, ruled, units), amissIn(ctx, tx, campaigns, units, term.WarningKindFormOverdue), warned(ctx, tx, led, units),
	} {
		if of != nil {
			return of
		}
	}
	now := s.store.Now()
	if err := timer.SetAll(ctx, tx, dueJudgeBelow, sorted(below), now); err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, dueJudge, sorted(units), now)
}

// placed adds the units on which changed rows of an entity bear, and to led those below which another may be asked.
func placed(ctx context.Context, tx *ent.Tx, name string, ids []int64, units, led map[int64]bool) error {
	return store.InParts(ids, func(part []int64) error {
		var found, leads []int64
		var err error
		switch name {
		case ent.TypeRiskPoint:
			err = tx.RiskPoint.Query().Where(riskpoint.IDIn(part...)).Unique(true).Select(riskpoint.FieldUnitID).Scan(ctx, &found)
		case ent.TypeMeasure:
			var more []int64
			if err = tx.Measure.Query().Where(measure.IDIn(part...)).Unique(true).Select(measure.FieldUnitID).Scan(ctx, &found); err == nil {
				err = tx.Measure.Query().Where(measure.IDIn(part...)).QueryRiskPoints().Unique(true).Select(riskpoint.FieldUnitID).Scan(ctx, &more)
			}
			found = append(found, more...)
		case ent.TypeAssessment:
			err = tx.Assessment.Query().Where(assessment.IDIn(part...)).Unique(true).Select(assessment.FieldUnitID).Scan(ctx, &found)
		case ent.TypeForm:
			found, err = ofForms(ctx, tx, part)
		case ent.TypeSupervisionCheck:
			err = tx.SupervisionCheck.Query().Where(supervisioncheck.IDIn(part...)).Unique(true).Select(supervisioncheck.FieldUnitID).Scan(ctx, &found)
		case ent.TypeMeasureTask:
			err = tx.MeasureTask.Query().Where(measuretask.IDIn(part...)).Unique(true).Select(measuretask.FieldUnitID).Scan(ctx, &found)
		case ent.TypeIndicator:
			err = tx.Indicator.Query().Where(indicator.IDIn(part...)).Unique(true).Select(indicator.FieldUnitID).Scan(ctx, &found)
		case ent.TypeRulesReview:
			err = tx.RulesReview.Query().Where(rulesreview.IDIn(part...)).Unique(true).Select(rulesreview.FieldUnitID).Scan(ctx, &found)
		case ent.TypeProceedingDeviation:
			err = tx.ProceedingDeviation.Query().Where(proceedingdeviation.IDIn(part...)).Unique(true).Select(proceedingdeviation.FieldUnitID).Scan(ctx, &found)
		case ent.TypeObjection:
			err = tx.Objection.Query().Where(objection.IDIn(part...)).Unique(true).Select(objection.FieldUnitID).Scan(ctx, &found)
		case ent.TypeConflict:
			err = tx.Conflict.Query().Where(conflict.IDIn(part...)).Unique(true).Select(conflict.FieldUnitID).Scan(ctx, &found)
		case ent.TypeProcessStep:
			err = tx.ProcessStep.Query().Where(processstep.IDIn(part...)).Unique(true).Select(processstep.FieldUnitID).Scan(ctx, &found)
		case ent.TypePost:
			err = tx.Post.Query().Where(post.IDIn(part...)).Unique(true).Select(post.FieldUnitID).Scan(ctx, &found)
		case ent.TypeAppointment:
			err = tx.Appointment.Query().Where(appointment.IDIn(part...)).QueryPost().Unique(true).Select(post.FieldUnitID).Scan(ctx, &found)
			leads = found
		case ent.TypePortfolio:
			err = tx.Portfolio.Query().Where(portfolio.IDIn(part...)).Unique(true).Select(portfolio.FieldUnitID).Scan(ctx, &leads)
		case ent.TypeRoleAppointment:
			var granted []*ent.RoleAppointment
			granted, err = tx.RoleAppointment.Query().Where(roleappointment.IDIn(part...)).All(ctx)
			for _, g := range granted {
				leads = append(leads, value(g.UnitID))
			}
		}
		for _, id := range found {
			units[id] = true
		}
		for _, id := range leads {
			led[id] = true
		}
		return err
	})
}

// ofForms are the units of forms, and those where their people hold posts: a personal form is what a new post asks for.
func ofForms(ctx context.Context, tx *ent.Tx, ids []int64) ([]int64, error) {
	rows, err := tx.Form.Query().Where(entform.IDIn(ids...)).Select(entform.FieldUnitID, entform.FieldPersonID).All(ctx)
	var out, people []int64
	for _, f := range rows {
		if out = append(out, f.UnitID); f.PersonID != nil {
			people = append(people, *f.PersonID)
		}
	}
	if err != nil || len(people) == 0 {
		return out, err
	}
	var posts []int64
	err = tx.Appointment.Query().Where(appointment.PersonIDIn(people...)).QueryPost().Unique(true).Select(post.FieldUnitID).Scan(ctx, &posts)
	return append(out, posts...), err
}
