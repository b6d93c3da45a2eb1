package balance

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/conflict"
	"sineng/ent/dueitem"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/processstep"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/org"
	"sineng/server/timer"
)

const (
	// dueJudge judges the bureau that is its object, dueJudgeUnit what stands with the unit that is its object,
	// dueJudgeBelow has all at and below its object judged, 0 for all.
	dueJudge, dueJudgeUnit, dueJudgeBelow = "balance.judge", "balance.judge-unit", "balance.judge-below"
	// dueJudgeDaily has all bureaus judged: terms, appointments and acceptances end on their day without an entry in the log.
	dueJudgeDaily = "balance.judge-daily"

	cursorName  = "balance"
	followEvery = 2 * time.Second
	// bureausAtOnce is how many bureaus one transaction makes due.
	bureausAtOnce = 200
)

// judged are the entities whose rows are judged.
var judged = []string{ent.TypeUnit, ent.TypePost, ent.TypeAppointment, ent.TypePortfolio, ent.TypePower, ent.TypeProcess, ent.TypeProcessStep, ent.TypeStepEdge,
	ent.TypeOwnBalanceRule}

// near are those of them that are judged where they stand, see judgeUnit.
var near = []string{ent.TypePost, ent.TypeAppointment, ent.TypePower, ent.TypeProcess, ent.TypeProcessStep, ent.TypeStepEdge}

// wide are the actions of which the rows are those of many units.
var wide = []term.AuditAction{term.AuditActionImport, term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionUpdateUnit, term.AuditActionLoadSample,
	term.AuditActionCarryOver, term.AuditActionSwitchBalanceRule}

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// Timers judge bureaus.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{
		{Kind: dueJudge, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			return s.judgeBureau(ctx, tx, item.Object)
		}},
		{Kind: dueJudgeUnit, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			return s.judgeUnit(ctx, tx, item.Object)
		}},
		{Kind: dueJudgeBelow, Do: s.makeDue},
		{Kind: dueJudgeDaily, Daily: true, Do: s.makeDue},
	}
}

// makeDue makes the bureaus at and below a unit due, in batches.
func (s *Service) makeDue(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ids, err := org.BureausBelow(ctx, tx.Client(), item.Object, item.Cursor, bureausAtOnce)
	if err != nil {
		return err
	}
	if err := timer.SetAll(ctx, tx, dueJudge, ids, s.store.Now()); err != nil {
		return err
	}
	if len(ids) == bureausAtOnce {
		item.Continue(ids[len(ids)-1])
	}
	return nil
}

// follow makes the bureaus and units due that entries of the log concern. Several entries on one need one judging.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	whole, single, below := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	changed := map[string]map[int64]bool{ent.TypePost: {}, ent.TypeAppointment: {}, ent.TypePortfolio: {}, ent.TypeMeasure: {}}
	for _, e := range entries {
		types := map[string]bool{}
		for _, c := range e.Changes {
			if rows := changed[c.Type]; rows != nil {
				rows[c.ID] = true
			}
			types[c.Type] = true
		}
		has := func(of []string) bool { return slices.ContainsFunc(of, func(t string) bool { return types[t] }) }
		switch {
		case !has(judged):
		case e.Unit == 0 || slices.Contains(wide, e.Action) || e.Action == term.AuditActionConfirmAct && types[ent.TypeUnit]:
			below[e.Unit] = true
		case e.Action == term.AuditActionConfirmAct: // stands where it was asked for: what it did is found by its rows
		case types[ent.TypeUnit] || types[ent.TypeOwnBalanceRule]:
			whole[e.Unit] = true
		case has(near):
			single[e.Unit] = true
		}
	}
	if err := s.elsewhere(ctx, tx, changed[ent.TypePost], changed[ent.TypeAppointment], single); err != nil {
		return err
	}
	if err := led(ctx, tx, changed[ent.TypePortfolio], whole); err != nil {
		return err
	}
	for id := range below {
		if id != 0 { // its own bureau, which it may not be itself
			whole[id] = true
		}
	}
	bureaus, err := org.BureausOf(ctx, tx.Client(), sorted(whole))
	if err != nil {
		return err
	}
	accepted, err := acceptedBy(ctx, tx, changed[ent.TypeMeasure])
	if err != nil {
		return err
	}
	now := s.store.Now()
	if err := timer.SetAll(ctx, tx, dueJudgeBelow, sorted(below), now); err != nil {
		return err
	}
	if err := timer.SetAll(ctx, tx, dueJudgeUnit, sorted(single), now); err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, dueJudge, append(bureaus, accepted...), now)
}

// led adds the units of portfolios.
func led(ctx context.Context, tx *ent.Tx, portfolios, units map[int64]bool) error {
	for ids := range slices.Chunk(sorted(portfolios), mostAtOnce) {
		rows, err := tx.Portfolio.Query().Where(portfolio.IDIn(ids...)).Select(portfolio.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range rows {
			units[p.UnitID] = true
		}
	}
	return nil
}

// acceptedBy are the bureaus with conflicts that are accepted by measures.
func acceptedBy(ctx context.Context, tx *ent.Tx, measures map[int64]bool) ([]int64, error) {
	var out []int64
	for ids := range slices.Chunk(sorted(measures), mostAtOnce) {
		rows, err := tx.Conflict.Query().Where(conflict.MeasureIDIn(ids...), conflict.StateEQ(term.ConflictStateAccepted)).Select(conflict.FieldBureauID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, c := range rows {
			out = append(out, c.BureauID)
		}
	}
	return out, nil
}

// elsewhere adds the units of posts, and those whose powers refer to posts, wherever the posts are.
func (s *Service) elsewhere(ctx context.Context, tx *ent.Tx, posts, appointments, units map[int64]bool) error {
	for ids := range slices.Chunk(sorted(appointments), mostAtOnce) {
		rows, err := tx.Appointment.Query().Where(appointment.IDIn(ids...)).Select(appointment.FieldPostID).All(ctx)
		if err != nil {
			return err
		}
		for _, a := range rows {
			posts[a.PostID] = true
		}
	}
	for ids := range slices.Chunk(sorted(posts), mostAtOnce) {
		// An entry stands on the unit of one of its rows.
		own, err := tx.Post.Query().Where(post.IDIn(ids...)).Select(post.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range own {
			units[p.UnitID] = true
		}
		steps, err := tx.ProcessStep.Query().Where(processstep.PostIDIn(ids...)).Unique(true).Select(processstep.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, st := range steps {
			units[st.UnitID] = true
		}
		powers, err := tx.Power.Query().Where(power.Or(power.DecisionPostIDIn(ids...), power.ExecutionPostIDIn(ids...), power.SupervisionPostIDIn(ids...))).
			Unique(true).Select(power.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		exercised, err := tx.Power.Query().Where(power.HasExercisingPostsWith(post.IDIn(ids...))).Select(power.FieldUnitID).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range append(powers, exercised...) {
			units[p.UnitID] = true
		}
	}
	return nil
}

// waiting is how many bureaus wait to be judged.
func (s *Service) waiting(ctx context.Context) (int, error) {
	return s.store.Reader(ctx).DueItem.Query().Where(dueitem.KindIn(dueJudge, dueJudgeUnit, dueJudgeBelow)).Count(everywhere(ctx))
}
