package review

import (
	"context"
	"errors"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditentry"
	entform "sineng/ent/form"
	"sineng/ent/logcursor"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/audit/tlog"
	"sineng/server/fault"
	"sineng/server/job"
	"sineng/server/store"
)

const (
	cursorName  = "review"
	followBatch = 200
)

// Whose entries of the log tell that a form may be for somebody else, and which tell that
// somebody may have written in it.
var (
	movesPeople = []string{ent.TypePortfolio, ent.TypeAppointment, ent.TypePerson}
	writesForms = []string{ent.TypePower, ent.TypeRiskPoint, ent.TypeMeasure, ent.TypeDuty, ent.TypeProcess, ent.TypeForm}
)

// Follow reads on in the log and looks again at the forms in review that its entries may
// concern. It tells whether there is more to read.
func (s *Service) Follow(ctx context.Context) (more bool, err error) {
	ctx = everywhere(ctx)
	client := s.store.Client
	cursor, err := client.LogCursor.Query().Where(logcursor.Name(cursorName)).Only(ctx)
	if ent.IsNotFound(err) {
		cursor, err = client.LogCursor.Create().SetName(cursorName).SetNext(0).Save(ctx)
		if ent.IsConstraintError(err) {
			cursor, err = client.LogCursor.Query().Where(logcursor.Name(cursorName)).Only(ctx)
		}
	}
	if err != nil {
		return false, err
	}
	entries, err := client.AuditEntry.Query().Where(auditentry.IDGTE(tlog.EntryID(cursor.Next))).Order(auditentry.ByID()).Limit(followBatch).
		Select(auditentry.FieldAction, auditentry.FieldObjectType, auditentry.FieldUnitID).All(ctx)
	if err != nil || len(entries) == 0 {
		return false, err
	}
	// Several entries on a unit are one reason to look.
	var readdress, recheck, all []int64
	for _, e := range entries {
		switch {
		case e.Action == term.AuditActionImport, e.Action == term.AuditActionMoveUnit:
			all = with(all, e.UnitID)
		case slices.Contains(movesPeople, e.ObjectType):
			readdress = with(readdress, e.UnitID)
		case e.Action == term.AuditActionApplyForm, e.ObjectType != ent.TypeForm && slices.Contains(writesForms, e.ObjectType):
			recheck = with(recheck, e.UnitID)
		}
	}
	var failed error
	for _, id := range slices.Concat(readdress, all) {
		failed = errors.Join(failed, s.each(ctx, id, []predicate.Form{entform.StateIn(term.FormStateDeptReview, term.FormStateLeaderReview)}, s.readdressOne))
	}
	for _, id := range slices.Concat(recheck, all) {
		failed = errors.Join(failed, s.each(ctx, id, []predicate.Form{entform.StateIn(slices.Concat(Stages, []term.FormState{term.FormStatePublicity})...)},
			func(ctx context.Context, form int64) error { _, err := s.Recheck(ctx, form); return err }))
	}
	// A form that cannot be looked at does not hold up the others: it is looked at again before
	// it is approved.
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	next := tlog.IndexOf(entries[len(entries)-1].ID) + 1
	// Another server of the database may have read on meanwhile.
	_, err = client.LogCursor.Update().Where(logcursor.ID(cursor.ID), logcursor.Next(cursor.Next)).SetNext(next).Save(ctx)
	return len(entries) == followBatch, errors.Join(failed, err)
}

// each does something to the forms of a unit and those below it, 0 for all.
func (s *Service) each(ctx context.Context, unitID int64, where []predicate.Form, do func(context.Context, int64) error) error {
	if unitID != 0 {
		u, err := s.store.Client.Unit.Query().Where(unit.ID(unitID)).Only(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		where = append(where, func(sel *sql.Selector) { sel.Where(sql.EQ(sel.C(rule.LevelColumn(u.Level)), u.ID)) })
	}
	after, failed := int64(0), error(nil)
	for {
		ids, err := s.store.Client.Form.Query().Where(append(where, entform.IDGT(after))...).Order(entform.ByID()).Limit(followBatch).IDs(ctx)
		if err != nil || len(ids) == 0 {
			return errors.Join(failed, err)
		}
		for _, id := range ids {
			after = id
			if err := do(ctx, id); err != nil {
				failed = err
			}
		}
	}
}

func (s *Service) readdressOne(ctx context.Context, id int64) error {
	_, err := s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, err := s.hold(ctx, tx, id)
		if err != nil || r.campaign.ClosedAt != nil {
			return nil, nil, err
		}
		_, err = s.readdress(ctx, r)
		return r.form, nil, err
	})
	return err
}

// Readdress looks at every form that waits for a person: an office that was given for a time
// ends without an entry in the log.
func (s *Service) Readdress(ctx context.Context) error {
	return s.each(everywhere(ctx), 0, []predicate.Form{entform.StateIn(term.FormStateDeptReview, term.FormStateLeaderReview)}, s.readdressOne)
}

// workEvery is how often the log is looked at for what concerns forms in review.
const workEvery = 5 * time.Second

// Workers follow the log, end what has been public for long enough, and look once a day whose
// forms are whose.
func (s *Service) Workers() []job.Worker {
	var looked time.Time
	return []job.Worker{{Name: "review.follow", Run: job.Every(workEvery, func(ctx context.Context) error { return s.once(ctx, &looked) })}}
}

func (s *Service) once(ctx context.Context, looked *time.Time) error {
	ctx = everywhere(ctx)
	var failed error
	for more := true; more; {
		var err error
		more, err = s.Follow(ctx)
		failed = errors.Join(failed, err)
	}
	if today := store.DayOf(s.store.Now()); !looked.Equal(today) {
		_, ended := s.EndPublicity(ctx, s.store.Now())
		if err := errors.Join(ended, s.Readdress(ctx)); err != nil {
			return errors.Join(failed, err)
		}
		*looked = today
	}
	return failed
}
