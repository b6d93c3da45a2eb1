package task

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/ent/measuretask"
	"sineng/ent/taskschedule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// mostNote is how long the note of a task may be.
const mostNote = 2000

// Doing is what was done.
type Doing struct {
	TaskID          int64
	ExpectedVersion int
	// Note is what was done or found.
	Note string
	// Finding is what a check of effect found; nil for daily work.
	Finding *term.TaskFinding
	// SessionID is the education session by which it was done, which the caller has checked; files of the session are evidence like its own.
	SessionID *int64
}

// Do keeps that a task was done; the open ones of earlier periods are then missed. What a check of effect found moves its measure.
func (s *Service) Do(ctx context.Context, in Doing) (*ent.MeasureTask, error) {
	in.Note = strings.TrimSpace(in.Note)
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionDoTask}, func(ctx context.Context, tx *ent.Tx) (*ent.MeasureTask, error) {
		t, err := tx.MeasureTask.Get(ctx, in.TaskID)
		if ent.IsNotFound(err) {
			return nil, fault.MissingAt("taskId", "日常任务", "task")
		}
		if err != nil {
			return nil, err
		}
		if err := s.mayDo(ctx, tx.Client(), t, "taskId"); err != nil {
			return nil, err
		}
		if t.Version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		if err := s.whole(ctx, tx, t, in); err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		if err := s.step(ctx, tx, t, EventDo, func(m *ent.MeasureTaskMutation) {
			m.SetNote(in.Note)
			m.SetDoneAt(s.store.Now())
			m.SetDoneBy(v.AccountID)
			m.SetDoneName(v.Name)
			if in.Finding != nil {
				m.SetFinding(*in.Finding)
			}
			if in.SessionID != nil {
				m.SetSessionID(*in.SessionID)
			}
		}); err != nil {
			return nil, err
		}
		if err := s.missEarlier(ctx, tx, t); err != nil {
			return nil, err
		}
		if in.Finding != nil {
			m, err := tx.Measure.Get(everywhere(ctx), t.MeasureID)
			if err != nil {
				return nil, err
			}
			if err := s.register.FindEffect(ctx, tx, m, *in.Finding == term.TaskFindingEffective); err != nil {
				return nil, err
			}
		}
		return tx.MeasureTask.Get(everywhere(ctx), t.ID)
	})
}

// whole refuses what is wanting for a task to be done.
func (s *Service) whole(ctx context.Context, tx *ent.Tx, t *ent.MeasureTask, in Doing) error {
	var bad fault.List
	switch n := utf8.RuneCountInString(in.Note); {
	case n == 0:
		bad.Add(fault.Bad("note", "MISSING", "请写明完成情况", "Say what was done"))
	case n > mostNote:
		bad.Add(fault.Bad("note", "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostNote), fmt.Sprintf("At most %d characters", mostNote)))
	}
	switch {
	case t.Kind == term.TaskKindEffect && in.Finding == nil:
		bad.Add(fault.Bad("finding", "MISSING", "请给出措施有效或无效的结论", "Say whether the measure is effective"))
	case t.Kind == term.TaskKindWork && in.Finding != nil:
		bad.Add(fault.Bad("finding", "NOT_A_CHECK", "日常落实任务没有效果结论", "Daily work finds no effect: leave it out"))
	}
	if t.WantsFile {
		owners := []int64{t.ID}
		if in.SessionID != nil {
			owners = append(owners, *in.SessionID)
		}
		there, err := tx.Attachment.Query().Where(attachment.OwnerIDIn(owners...), attachment.RemovedAtIsNil()).Exist(everywhere(ctx))
		if err != nil {
			return err
		}
		if !there {
			bad.Add(fault.Bad("taskId", "FILE_WANTED", "本任务要求上传佐证,请先添加文件", "This task asks for evidence: attach a file first"))
		}
	}
	return bad.Err()
}

// missEarlier ends the open tasks of earlier periods.
func (s *Service) missEarlier(ctx context.Context, tx *ent.Tx, t *ent.MeasureTask) error {
	earlier, err := tx.MeasureTask.Query().Where(measuretask.ScheduleID(t.ScheduleID), measuretask.StateEQ(term.TaskStateDue), measuretask.FromDayLT(t.FromDay)).
		Order(measuretask.ByFromDay()).All(everywhere(ctx))
	if err != nil {
		return err
	}
	for _, e := range earlier {
		if err := s.step(ctx, tx, e, EventMiss, func(*ent.MeasureTaskMutation) {}); err != nil {
			return err
		}
	}
	return nil
}

// mayDo is nil where the viewer does a task, and otherwise says why not; field names the input that gave its id.
func (s *Service) mayDo(ctx context.Context, client *ent.Client, t *ent.MeasureTask, field string) error {
	if t.State != term.TaskStateDue {
		return closed(t.State, field)
	}
	may, err := s.may(ctx, client, []*ent.MeasureTask{t})
	switch {
	case err != nil:
		return err
	case !may[t] && t.Kind == term.TaskKindEffect:
		return fault.New(fault.Forbidden, "NOT_YOURS", field, "这项效果检查由他人负责:由检查人、其外出期间的受托人或有权审批措施的人办理,且不能检查本人落实的措施",
			"Somebody else makes this check: who is asked, who signs for them while they are away, or who approves measures there; and nobody of their own work")
	case !may[t]:
		return fault.New(fault.Forbidden, "NOT_YOURS", field, "这项任务由他人负责:由责任人、其外出期间的受托人或有权审批措施的人办理",
			"Somebody else does this task: who is asked, who signs for them while they are away, or who approves measures there")
	}
	return nil
}

// May tells which tasks the viewer may do: who is asked, who signs for them while they are away, and who approves measures there, since
// not everybody who works signs in; never by a token, and never the check of their own work.
func (s *Service) May(ctx context.Context, tasks []*ent.MeasureTask) (map[*ent.MeasureTask]bool, error) {
	return s.may(ctx, s.store.Reader(ctx), tasks)
}

func (s *Service) may(ctx context.Context, client *ent.Client, tasks []*ent.MeasureTask) (map[*ent.MeasureTask]bool, error) {
	v, out := viewer.FromContext(ctx), map[*ent.MeasureTask]bool{}
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	var others, checks []*ent.MeasureTask
	for _, t := range tasks {
		out[t] = t.State == term.TaskStateDue && (v.PersonID != 0 && value(t.PersonID) == v.PersonID || authz.May(v, authz.ApproveMeasure, t.Levels()))
		if t.State != term.TaskStateDue || v.PersonID == 0 {
			continue
		}
		if !out[t] && t.PersonID != nil {
			others = append(others, t)
		}
		if t.Kind == term.TaskKindEffect {
			checks = append(checks, t)
		}
	}
	if len(others) > 0 {
		facts, err := office.Read(client, office.On(s.store.Today())).Delegations(everywhere(ctx), nil, []int64{v.PersonID})
		if err != nil {
			return nil, err
		}
		for _, t := range others {
			out[t] = slices.Contains(facts.SignsFor(v.PersonID), *t.PersonID)
		}
	}
	return out, s.notOwn(ctx, client, v.PersonID, checks, out)
}

// notOwn takes from what somebody may do the checks of their own work.
func (s *Service) notOwn(ctx context.Context, client *ent.Client, person int64, checks []*ent.MeasureTask, may map[*ent.MeasureTask]bool) error {
	var ids []int64
	for _, t := range checks {
		ids = append(ids, t.MeasureID)
	}
	own := map[int64]bool{}
	err := store.InParts(ids, func(part []int64) error {
		rows, err := client.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(part...)).WithMeasure().All(everywhere(ctx))
		for _, r := range rows {
			own[r.MeasureID] = own[r.MeasureID] || value(r.Edges.Measure.OwnerID) == person || r.Kind == term.TaskKindWork && value(r.PersonID) == person
		}
		return err
	})
	for _, t := range checks {
		may[t] = may[t] && !own[t.MeasureID]
	}
	return err
}

// OpenOf are the open tasks of daily work of measures, whether the viewer sees them or not, by measure and day, with their schedules.
func (s *Service) OpenOf(ctx context.Context, measures []int64) ([]*ent.MeasureTask, error) {
	var out []*ent.MeasureTask
	err := store.InParts(measures, func(part []int64) error {
		rows, err := s.store.Reader(ctx).MeasureTask.Query().Where(measuretask.MeasureIDIn(part...), measuretask.KindEQ(term.TaskKindWork),
			measuretask.StateEQ(term.TaskStateDue)).WithSchedule().Order(measuretask.ByMeasureID(), measuretask.ByFromDay()).All(everywhere(ctx))
		out = append(out, rows...)
		return err
	})
	return out, err
}

// Holds tells whether the period of a task holds a day; its schedule is loaded.
func Holds(t *ent.MeasureTask, on time.Time) bool {
	_, last := t.Edges.Schedule.Every.Period(t.FromDay)
	return !on.Before(t.FromDay) && !on.After(last)
}

// Overdue tells whether a task is open and its last day has passed.
func (s *Service) Overdue(t *ent.MeasureTask) bool {
	return t.State == term.TaskStateDue && t.DueOn.Before(s.store.Today())
}
