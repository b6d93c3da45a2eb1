package balance

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/power"
	"sineng/ent/predicate"
	"sineng/ent/process"
	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/org"
	"sineng/server/timer"
)

// What changes in one department is judged there, without reading the powers of the whole bureau: the built-in rules look at one
// power, at one unit, or at all that is procured in a bureau. A body's own rules may look further, and then the bureau is judged.

// judgeUnit judges again what stands with a unit, and what its bureau procures.
func (s *Service) judgeUnit(ctx context.Context, tx *ent.Tx, id int64) error {
	ctx = everywhere(ctx)
	u, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return err
	}
	top, err := org.BureauAbove(ctx, tx.Client(), u)
	if err != nil {
		return err
	}
	rules, err := s.Rulebook(ctx, tx.Client(), top)
	if err != nil {
		return err
	}
	if rules != s.builtIn || u.ClosedOn != nil {
		return timer.Set(ctx, tx, dueJudge, top.ID, s.store.Now())
	}
	j := s.begin(tx, top)
	j.near = u
	return j.run(ctx)
}

// judgeNear finds the conflicts of the unit's powers, of the unit and of its bureau.
func (j *judgement) judgeNear(ctx context.Context, sc scope, rules *engine.Rulebook) error {
	r := j.reader(j.tx.Client(), sc, j.store.Today())
	r.scope.in = sql.FieldEQ("unit_id", j.near.ID)
	if err := r.powers(ctx); err != nil {
		return err
	}
	own := len(r.facts.Powers)
	if err := r.procured(ctx, sc, j.near.ID); err != nil {
		return err
	}
	if err := r.readPosts(ctx); err != nil {
		return err
	}
	r.scope.in = sc.in
	for _, read := range []func(context.Context) error{r.people, r.relations, r.units} {
		if err := read(ctx); err != nil {
			return err
		}
	}
	ix := engine.NewIndex(r.facts)
	judge := func(kind engine.SiteKind, id int64) {
		found, _ := ix.Judge(rules, engine.Site{Kind: kind, ID: id})
		j.find(found)
	}
	for _, p := range r.facts.Powers[:own] {
		judge(engine.SitePower, p.ID)
	}
	judge(engine.SiteUnit, j.near.ID)
	judge(engine.SiteBureau, j.bureau.ID)
	j.names = stepNames(r.facts)
	return nil
}

// procured reads what the units but one procure.
func (r *reader) procured(ctx context.Context, sc scope, but int64) error {
	rows, err := r.client.Power.Query().Where(sc.in, power.TypeEQ(term.PowerTypeProcurement), power.UnitIDNEQ(but), power.RetiredOnIsNil()).
		WithExercisingPosts().Order(power.ByID()).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	ids := make([]int64, len(rows))
	for i, p := range rows {
		ids[i] = p.ID
	}
	versions, err := r.versions(ctx, r.day.AddDate(0, 0, 1), process.PowerIDIn(ids...))
	r.add(rows, versions, nil)
	return err
}

// standingNear are the conflicts that are kept of the unit's powers, of the unit and of its bureau.
func (j *judgement) standingNear(ctx context.Context) ([]*ent.Conflict, error) {
	powers, err := j.tx.Power.Query().Where(power.UnitID(j.near.ID)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	var out []*ent.Conflict
	read := func(of ...predicate.Conflict) error {
		rows, err := j.tx.Conflict.Query().Where(append(of, conflict.StateNEQ(term.ConflictStateSettled))...).All(ctx)
		out = append(out, rows...)
		return err
	}
	for some := range slices.Chunk(powers, conflictsAtOnce) {
		if err := read(conflict.PowerIDIn(some...)); err != nil {
			return nil, err
		}
	}
	if err := read(conflict.BureauID(j.bureau.ID), conflict.PowerIDIsNil()); err != nil {
		return nil, err
	}
	var kept []*ent.Conflict
	for _, row := range out {
		if row.PowerID == nil {
			f, err := findingOf(row)
			if err != nil {
				return nil, err
			}
			if f.Site.Kind == engine.SiteUnit && f.Site.ID != j.near.ID {
				continue
			}
		}
		kept = append(kept, row)
	}
	slices.SortFunc(kept, func(a, b *ent.Conflict) int { return int(a.ID - b.ID) })
	return kept, nil
}
