// Package tally counts risk points by unit. A write adds deltas in its own transaction. Fold
// moves deltas into the roll-up (risk_counts) in batches, and says in count_folds what it added.
// Readers hold the roll-up in memory, kept up to date by count_folds, and add the deltas that are
// not folded yet, so that counts are exact at once, on every server.
package tally

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Key is what risk points are counted by.
type Key struct {
	Grade      term.Grade
	RiskTypes  term.RiskTypes
	PowerType  string // empty for a risk point without a power
	Status     term.RiskStatus
	Controlled bool
}

// State is all that the counts depend on of a risk point.
type State struct {
	Key
	// Post is the post that it stands on, 0 for none.
	Post int64

	recorded, retired time.Time // days; zero for not retired
}

// StateOf is the state of a risk point.
func StateOf(r *ent.RiskPoint) State {
	out := State{Key: Key{r.Grade, r.RiskTypes, r.PowerType, r.Status, r.Controlled}, recorded: store.DayOf(r.CreatedAt)}
	if r.PostID != nil {
		out.Post = *r.PostID
	}
	if r.RetiredAt != nil {
		out.retired = store.DayOf(*r.RetiredAt)
	}
	return out
}

// LevelsOf are the level columns of a risk point.
func LevelsOf(r *ent.RiskPoint) [6]int64 {
	return r.Levels()
}

// Added counts new risk points.
func Added(ctx context.Context, tx *ent.Tx, all ...*ent.RiskPoint) error {
	deltas := make([]*ent.RiskCountDeltaCreate, len(all))
	for i, r := range all {
		deltas[i] = deltaOf(tx, r.Levels(), StateOf(r), 1)
	}
	return tx.RiskCountDelta.CreateBulk(deltas...).Exec(viewer.System(ctx))
}

// Changed counts a risk point whose state has changed.
func Changed(ctx context.Context, tx *ent.Tx, before State, after *ent.RiskPoint) error {
	now, levels := StateOf(after), after.Levels()
	if before == now {
		return nil
	}
	return tx.RiskCountDelta.CreateBulk(deltaOf(tx, levels, before, -1), deltaOf(tx, levels, now, 1)).Exec(viewer.System(ctx))
}

// Decided notes a decision that changed a decided grade, on a risk point, at a time.
func Decided(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, from, to term.Grade, at time.Time) error {
	turn := turnOf(from, to)
	if turn == 0 {
		return nil
	}
	s := StateOf(r)
	s.Post, s.recorded, s.retired = 0, store.DayOf(at), time.Time{}
	return deltaOf(tx, r.Levels(), s, 0).SetTurn(turn).Exec(viewer.System(ctx))
}

// turnOf is 1 where a decision made a decided grade worse and -1 where it made it milder. Grades
// sort from the worst.
func turnOf(from, to term.Grade) int {
	switch {
	case from == term.Ungraded || from == to:
		return 0
	case to < from:
		return 1
	}
	return -1
}

func deltaOf(tx *ent.Tx, l [6]int64, s State, n int) *ent.RiskCountDeltaCreate {
	create := tx.RiskCountDelta.Create().
		SetLevels(l).
		SetGrade(s.Grade).SetRiskTypes(s.RiskTypes).SetPowerType(s.PowerType).
		SetStatus(s.Status).SetControlled(s.Controlled).SetN(n).SetPostID(s.Post).SetRecordedOn(s.recorded)
	if !s.retired.IsZero() {
		create.SetRetiredOn(s.retired)
	}
	return create
}
