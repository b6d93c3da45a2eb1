package education

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/educationsession"
	"sineng/ent/measure"
	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/task"
)

// Recording plans a session, or records one that was held.
type Recording struct {
	UnitID  int64
	Details *Details
	Invite  *Invitation
	// Held says how it went; nil for one that is planned.
	Held *Held
}

// Held says who was not there as expected, and which tasks the session completes.
type Held struct {
	Marks     []*GuestMark
	Completes []*Completion
}

// Completion completes an open task of daily work of a measure by the session.
type Completion struct {
	TaskID          int64
	ExpectedVersion int
	// Note is what was done; where it is empty the session itself.
	Note string
}

// Holding records that a planned session was held.
type Holding struct {
	SessionID       int64
	ExpectedVersion int
	Marks           []*Mark
	Completes       []*Completion
}

// Revision changes a session; of one that was held with a reason.
type Revision struct {
	SessionID       int64
	ExpectedVersion int
	Details         *Details
	Reason          string
}

// Setting changes who takes part in a session, and how they did; all or nothing.
type Setting struct {
	SessionID       int64
	ExpectedVersion int
	Add             *Invitation
	Remove          []int64 // participants
	// Marks are of a session that was held.
	Marks []*Mark
	// Reason is why what was said of a session that was held is taken back.
	Reason string
}

// Cancellation cancels a session that is not held, or was recorded by mistake.
type Cancellation struct {
	SessionID       int64
	ExpectedVersion int
	Reason          string
}

// Record plans a session, or records one that was held.
func (s *Service) Record(ctx context.Context, in Recording) (*ent.EducationSession, error) {
	d := in.Details
	if err := d.check(in.Held != nil, s.store.Today()); err != nil {
		return nil, err
	}
	if d.KeepsLeader {
		return nil, fault.Bad("details.keepsLeader", "NOT_APPLICABLE", "新的教育活动没有原来的主讲(主持)人", "A new session has nobody who led it before")
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.EducationSession, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.RecordRisk, "unitId")
		if err != nil {
			return nil, err
		}
		if err := named(ctx, tx, d, nil); err != nil {
			return nil, err
		}
		now, v := s.store.Now(), viewer.FromContext(ctx)
		create := tx.EducationSession.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(u.ID).SetLevels(org.LevelsOf(u)).SetKind(d.Kind).SetTopic(d.Topic).
			SetHeldOn(d.HeldOn).SetPlace(d.Place).SetNillableLeaderID(d.LeaderID).SetLeaderText(d.LeaderText).SetMinutes(d.Minutes).SetNotes(d.Notes).
			SetNillableRecordedBy(v.Account()).AddMeasureIDs(d.MeasureIds...)
		state, action := term.EducationStatePlanned, term.AuditActionPlanEducation
		if in.Held != nil {
			action = term.AuditActionHoldEducation
			if state, err = Next(state, EventHold); err != nil {
				return nil, err
			}
		}
		enter(create.Mutation(), state)
		e, err := create.Save(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		r, err := s.rollOf(ctx, tx, e)
		if err != nil {
			return nil, err
		}
		if in.Invite != nil {
			if err := r.add(ctx, "invite", *in.Invite); err != nil {
				return nil, err
			}
		}
		var completes []*Completion
		if in.Held != nil {
			if err := r.markGuests("held.marks", in.Held.Marks); err != nil {
				return nil, err
			}
			completes = in.Held.Completes
		}
		return e, s.keep(ctx, r, "held.completes", completes, action)
	})
}

// keep writes the participants of a session, says in the log what became of it, and completes the tasks that it completes.
func (s *Service) keep(ctx context.Context, r *roll, field string, completes []*Completion, action term.AuditAction) error {
	if _, planned := Next(r.of.State, EventHold); planned != nil && r.left() == 0 {
		return fault.Bad("invite", "NOBODY_EXPECTED", "请先确定参加人员", "Say who takes part")
	}
	if _, err := r.write(ctx); err != nil {
		return err
	}
	if err := s.note(ctx, r.of, action, ""); err != nil {
		return err
	}
	return s.complete(ctx, r.tx, r.of, field, completes)
}

// note writes the entry of the log.
func (s *Service) note(ctx context.Context, e *ent.EducationSession, action term.AuditAction, reason string) error {
	return audit.Append(ctx, s.store, audit.Event{Action: action, Right: authz.RecordRisk, At: e.Levels(), Object: e.ID, Reason: reason})
}

// Hold records that a planned session was held: all came but whom it says otherwise of.
func (s *Service) Hold(ctx context.Context, in Holding) (*ent.EducationSession, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.EducationSession, error) {
		e, err := s.found(ctx, tx, in.SessionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		to, err := Next(e.State, EventHold)
		if err != nil {
			return nil, err
		}
		if e.HeldOn.After(s.store.Today()) {
			return nil, notYet("sessionId")
		}
		u := s.changing(tx, e)
		enter(u.Mutation(), to)
		if e, err = u.Save(everywhere(ctx)); err != nil {
			return nil, org.Stale(err)
		}
		r, err := s.rollOf(ctx, tx, e)
		if err != nil {
			return nil, err
		}
		if err := r.place(ctx); err != nil {
			return nil, err
		}
		if err := r.mark("marks", in.Marks); err != nil {
			return nil, err
		}
		return e, s.keep(ctx, r, "completes", in.Completes, term.AuditActionHoldEducation)
	})
}

// changing begins a change of a session.
func (s *Service) changing(tx *ent.Tx, e *ent.EducationSession) *ent.EducationSessionUpdateOne {
	return tx.EducationSession.UpdateOne(e).Where(educationsession.Version(e.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
}

// reasoned is the reason for a change; what was held is changed with one alone.
func reasoned(e *ent.EducationSession, text string) (string, error) {
	if _, err := Next(e.State, EventHold); err == nil && text == "" {
		return "", nil
	}
	reason, wrong := calendar.Reason(text)
	if wrong != nil {
		return "", wrong
	}
	return reason, nil
}

// Revise changes a session; of one that was held it needs a reason, which stays in the log with what was there before.
func (s *Service) Revise(ctx context.Context, in Revision) (*ent.EducationSession, error) {
	d := in.Details
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.EducationSession, error) {
		e, err := s.found(ctx, tx, in.SessionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if !e.State.Open() {
			return nil, closed(e.State)
		}
		_, planned := Next(e.State, EventHold)
		if err := d.check(planned != nil, s.store.Today()); err != nil {
			return nil, err
		}
		reason, err := reasoned(e, in.Reason)
		if err != nil {
			return nil, err
		}
		had, err := tx.Measure.Query().Where(measure.HasEducationSessionsWith(educationsession.ID(e.ID))).IDs(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		seen, err := tx.Measure.Query().Where(measure.IDIn(had...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		if err := named(ctx, tx, d, had); err != nil {
			return nil, err
		}
		leader, text := d.LeaderID, d.LeaderText
		if d.KeepsLeader {
			leader, text = e.LeaderID, e.LeaderText
		}
		anew := slices.DeleteFunc(slices.Clone(d.MeasureIds), func(id int64) bool { return slices.Contains(had, id) })
		dropped := slices.DeleteFunc(seen, func(id int64) bool { return slices.Contains(d.MeasureIds, id) })
		if len(anew)+len(dropped) == 0 && same(e, d, leader, text) {
			return nil, fault.Bad("details", "UNCHANGED", "与现有内容完全相同,无须更改", "It is recorded like this already")
		}
		if err := s.fits(ctx, tx, e, d.HeldOn); err != nil {
			return nil, err
		}
		out, err := s.changing(tx, e).SetKind(d.Kind).SetTopic(d.Topic).SetHeldOn(d.HeldOn).SetPlace(d.Place).ClearLeaderID().SetNillableLeaderID(leader).
			SetLeaderText(text).SetMinutes(d.Minutes).SetNotes(d.Notes).AddMeasureIDs(anew...).RemoveMeasureIDs(dropped...).Save(everywhere(ctx))
		if err != nil {
			return nil, org.Stale(err)
		}
		return out, s.note(ctx, out, term.AuditActionReviseEducation, reason)
	})
}

// same tells whether a session is recorded like that already, but for its measures.
func same(e *ent.EducationSession, d *Details, leader *int64, text string) bool {
	return e.Kind == d.Kind && e.Topic == d.Topic && e.HeldOn.Equal(d.HeldOn) && e.Place == d.Place && e.LeaderText == text && e.Minutes == d.Minutes && e.Notes == d.Notes &&
		(e.LeaderID == nil) == (leader == nil) && (leader == nil || *e.LeaderID == *leader)
}

// fits refuses another day of a session after somebody made up for it.
func (s *Service) fits(ctx context.Context, tx *ent.Tx, e *ent.EducationSession, on time.Time) error {
	if !on.After(e.HeldOn) {
		return nil
	}
	r, err := s.rollOf(ctx, tx, e)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(r.there, func(one *entry) bool { return !one.is.MadeUpOn.IsZero() && one.is.MadeUpOn.Before(on) }) {
		return fault.Bad("details.heldOn", "OUT_OF_RANGE", "有人员的补课日期早于新的举办日期,请先更正", "Somebody made up for it before that day: correct that first")
	}
	return nil
}

// Set changes who takes part in a session and how they did, all or nothing. Of one that was held it needs a reason, but where all that is new
// is that somebody made up for it.
func (s *Service) Set(ctx context.Context, in Setting) (*ent.EducationSession, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.EducationSession, error) {
		e, err := s.found(ctx, tx, in.SessionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		if !e.State.Open() {
			return nil, closed(e.State)
		}
		r, err := s.rollOf(ctx, tx, e)
		if err != nil {
			return nil, err
		}
		if err := r.remove(in.Remove); err != nil {
			return nil, err
		}
		if in.Add != nil {
			if err := r.add(ctx, "add", *in.Add); err != nil {
				return nil, err
			}
		}
		if err := r.mark("marks", in.Marks); err != nil {
			return nil, err
		}
		_, planned := Next(e.State, EventHold)
		if planned == nil && len(in.Marks) > 0 {
			return nil, fault.New(fault.InvalidTransition, "NOT_HELD", "marks", "活动尚未登记为已举行,届时再登记参加情况", "The session was not held yet: say then who came")
		}
		if r.left() == 0 && planned != nil {
			return nil, fault.Bad("remove", "NOBODY_EXPECTED", "已举行的活动至少有一名参加人员;登记有误的请取消活动", "Somebody took part in what was held: cancel it if it was recorded by mistake")
		}
		reason, err := reasoned(e, in.Reason)
		if err != nil {
			if r.corrected || len(in.Remove) > 0 || slices.ContainsFunc(r.there, func(one *entry) bool { return one.row == nil }) {
				return nil, err
			}
			reason = ""
		}
		changed, err := r.write(ctx)
		if err != nil {
			return nil, err
		}
		if !changed {
			return nil, fault.Bad("marks", "UNCHANGED", "与现有内容完全相同,无须更改", "It is recorded like this already")
		}
		out, err := s.changing(tx, e).Save(everywhere(ctx))
		if err != nil {
			return nil, org.Stale(err)
		}
		return out, s.note(ctx, out, term.AuditActionSetParticipants, reason)
	})
}

// Cancel cancels a session that is not held, or was recorded by mistake, with a reason. Tasks that it completed stay done.
func (s *Service) Cancel(ctx context.Context, in Cancellation) (*ent.EducationSession, error) {
	reason, wrong := calendar.Reason(in.Reason)
	if wrong != nil {
		return nil, wrong
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.EducationSession, error) {
		e, err := s.found(ctx, tx, in.SessionID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		to, err := Next(e.State, EventCancel)
		if err != nil {
			return nil, err
		}
		u := s.changing(tx, e).SetCancelReason(reason)
		enter(u.Mutation(), to)
		out, err := u.Save(everywhere(ctx))
		if err != nil {
			return nil, org.Stale(err)
		}
		return out, s.note(ctx, out, term.AuditActionCancelEducation, reason)
	})
}

// complete completes tasks by a session that was held, each as the task's own page does.
func (s *Service) complete(ctx context.Context, tx *ent.Tx, e *ent.EducationSession, in string, tasks []*Completion) error {
	if len(tasks) == 0 {
		return nil
	}
	open, err := s.open(ctx, e)
	if err != nil {
		return err
	}
	fitting := open[e]
	for n, c := range tasks {
		field := fmt.Sprintf("%s.%d", in, n)
		if seen, err := tx.MeasureTask.Query().Where(measuretask.ID(c.TaskID)).Exist(ctx); err != nil {
			return err
		} else if !seen {
			return fault.MissingAt(field+".taskId", "日常任务", "task")
		}
		if !slices.ContainsFunc(fitting, func(t *ent.MeasureTask) bool { return t.ID == c.TaskID }) {
			return fault.New(fault.Conflict, "TASK_NOT_FITTING", field+".taskId", "该任务不是本活动所关联措施的待办任务,或其周期不含举办日期", "This is no open task of its measures whose period holds the day of the session")
		}
		note := c.Note
		if note == "" {
			note = e.HeldOn.Format(time.DateOnly) + " " + e.Kind.Label("zh") + "“" + e.Topic + "”"
		}
		_, err := s.tasks.Do(ctx, task.Doing{TaskID: c.TaskID, ExpectedVersion: c.ExpectedVersion, Note: note, SessionID: &e.ID})
		if err != nil {
			return moved(err, field)
		}
	}
	return nil
}

// moved names the completion in what was refused of a task.
func moved(err error, field string) error {
	all := fault.All(err)
	if len(all) == 0 {
		return err
	}
	var bad fault.List
	for _, e := range all {
		at := *e
		at.Field = field + "." + e.Field
		bad.Add(&at)
	}
	return bad.Err()
}
