package review

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/timer"
)

const (
	cursorName = "review"
	// followEvery is the interval at which the log is checked for entries that concern forms
	// in review.
	followEvery = 2 * time.Second
)

// Whose entries of the log say that a form may be for somebody else, and which say that
// somebody may have written in it.
var (
	movesPeople = []string{ent.TypePortfolio, ent.TypeAppointment, ent.TypePerson, ent.TypeRoleAppointment}
	writesForms = []string{ent.TypePower, ent.TypeRiskPoint, ent.TypeMeasure, ent.TypeDuty, ent.TypeProcess, ent.TypeForm}
)

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// follow adds due items to check the forms that entries may concern. Several entries on a unit
// need one check.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	var readdress, recheck []int64
	for _, e := range entries {
		object := ""
		if e.Object != nil {
			object = e.Object.Type
		}
		switch {
		case e.Action == term.AuditActionImport, e.Action == term.AuditActionMoveUnit:
			readdress, recheck = with(readdress, e.Unit), with(recheck, e.Unit)
		case slices.Contains(movesPeople, object):
			readdress = with(readdress, e.Unit)
		case e.Action == term.AuditActionApplyForm, object != ent.TypeForm && slices.Contains(writesForms, object):
			recheck = with(recheck, e.Unit)
		}
	}
	recheck, err := withForms(ctx, tx, recheck)
	if err != nil {
		return err
	}
	if err := timer.SetAll(ctx, tx, dueReaddress, readdress, s.store.Now()); err != nil {
		return err
	}
	return timer.SetAll(ctx, tx, dueRecheck, recheck, s.store.Now())
}

// withForms leaves out the units without anything to check again: those without units below them
// and without a form that is being filled in or reviewed. A draft counts, since somebody may be
// handing it in at this moment as it read before; a form is never reviewed before it was a draft
// that others see, so that a form of another state was, or will be, handed in with what the
// entries tell of.
func withForms(ctx context.Context, tx *ent.Tx, units []int64) ([]int64, error) {
	var out []int64
	for part := range slices.Chunk(units, unitsAtOnce) {
		ids, err := tx.Unit.Query().Where(unit.IDIn(part...), func(u *sql.Selector) {
			f := sql.Table(entform.Table)
			of := sql.Dialect(u.Dialect()).Select(f.C(entform.FieldID)).From(f)
			of.Where(sql.And(sql.ColumnsEQ(f.C(entform.FieldUnitID), u.C(unit.FieldID)), sql.In(f.C(entform.FieldState), values(unfiled)...)))
			u.Where(sql.Or(sql.GT(u.C(unit.FieldChildCount), 0), sql.Exists(of)))
		}).IDs(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	if slices.Contains(units, 0) {
		out = append(out, 0) // all units
	}
	return out, nil
}

// unitsAtOnce is how many units one statement looks at.
const unitsAtOnce = 500

// unfiled are the states of forms that are being filled in or reviewed.
var unfiled = slices.Concat([]term.FormState{term.FormStateDraft}, Stages, []term.FormState{term.FormStatePublicity})

func values(states []term.FormState) []any {
	out := make([]any, len(states))
	for i, s := range states {
		out[i] = s
	}
	return out
}
