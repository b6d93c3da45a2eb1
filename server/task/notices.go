package task

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// noticeBatch is of how many tasks one transaction reminds.
	noticeBatch = 500
	// soon is how many days before its last day a task is reminded of.
	soon = 3
)

// Notices registers the notices on tasks.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds: []notice.Kind{
			{Kind: term.NoticeKindTaskAsked, Page: "/tasks/{id}", ZH: "{subject}有一项{task}请您完成,{due} 到期", EN: "{subject}: a task for you ({task}), due on {due}",
				Many: many("/tasks", "有 {many} 项防控措施的日常任务请您完成,最早 {due} 到期", "{many} tasks of measures are yours, the first due on {due}")},
			{Kind: term.NoticeKindTaskDue, Page: "/tasks/{id}", ZH: "{subject}的{task}将于 {due} 到期,请按时完成", EN: "{subject}: a task ({task}) is due on {due}",
				Many: many("/tasks", "有 {many} 项日常任务即将到期,最早 {due} 到期", "{many} tasks are soon due, the first on {due}")},
			{Kind: term.NoticeKindTaskFound, Page: "/tasks/{id}", ZH: "{subject}的一项防控措施经检查无效,请修订", EN: "A measure of {subject} was found ineffective: revise it",
				Many: many("/measures?status=INEFFECTIVE&unit={id}", "有 {many} 项防控措施经检查无效,请修订", "{many} measures were found ineffective: revise them")},
		},
		Words: map[string]notice.Word{"task": notice.Label[term.TaskKind]},
		Answers: []notice.Answer{
			{With: s.notifyAsked, To: []term.AuditAction{term.AuditActionScheduleTasks, term.AuditActionPlanTasks}},
			{With: s.notifyFound, To: []term.AuditAction{term.AuditActionDoTask}},
		},
		Clocks: []notice.Clock{{Kind: "task.due", With: s.notifyDue, Back: soon}},
		Seen:   map[string]func(context.Context, []int64) ([]int64, error){measuretask.Table: s.seen},
	}
}

// many is how notices on several tasks read, which name the first day.
func many(page, zh, en string) *notice.Many {
	return &notice.Many{Page: page, ZH: zh, EN: en, Words: func(all []map[string]string) map[string]string {
		return map[string]string{"due": notice.Earliest(all, "due")}
	}}
}

// seen are those of some tasks that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).MeasureTask.Query().Where(measuretask.IDIn(ids...)).IDs(ctx)
}

// words are what the texts of notices name: nothing that tells what is to be done.
func words(t *ent.MeasureTask) map[string]string {
	return map[string]string{"unit": t.Edges.Unit.Name, "task": string(t.Kind), "due": t.DueOn.Format(time.DateOnly)}
}

// notifyAsked tells people of tasks that were given to them.
func (s *Service) notifyAsked(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		for _, d := range e.Changes {
			_, moved := d.Columns[measuretask.FieldPersonID]
			if d.Type == ent.TypeMeasureTask && (moved || d.Op == store.RowCreated) {
				ids = append(ids, d.ID)
			}
		}
	}
	return store.InParts(ids, func(part []int64) error {
		rows, err := b.Tx.MeasureTask.Query().Where(measuretask.IDIn(part...), measuretask.StateEQ(term.TaskStateDue), measuretask.PersonIDNotNil()).
			WithUnit().Order(measuretask.ByID()).All(ctx)
		if err != nil {
			return err
		}
		return tell(ctx, b, rows, term.NoticeKindTaskAsked, "task asked")
	})
}

// tell notifies each who is asked of their tasks.
func tell(ctx context.Context, b *notice.Batch, rows []*ent.MeasureTask, kind term.NoticeKind, key string) error {
	people := make([]int64, len(rows))
	for i, t := range rows {
		people[i] = *t.PersonID
	}
	accounts, err := b.AccountsOf(ctx, people)
	if err != nil {
		return err
	}
	for _, t := range rows {
		b.Notify([]int64{accounts[*t.PersonID]}, notice.Notice{Kind: kind, Object: t.ID, Key: notice.Key(key, t.ID, *t.PersonID), Words: words(t)})
	}
	return nil
}

// notifyDue reminds of tasks whose last day is near, once each.
func (s *Service) notifyDue(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	rows, err := b.Tx.MeasureTask.Query().Where(measuretask.IDGT(item.Cursor), measuretask.StateEQ(term.TaskStateDue), measuretask.PersonIDNotNil(),
		measuretask.DueOnGTE(b.Today), measuretask.DueOnLTE(b.Today.AddDate(0, 0, soon))).WithUnit().Order(measuretask.ByID()).Limit(noticeBatch).All(ctx)
	if err != nil {
		return err
	}
	if len(rows) == noticeBatch {
		item.Continue(rows[len(rows)-1].ID)
	}
	return tell(ctx, b, rows, term.NoticeKindTaskDue, "task due")
}

// notifyFound tells the owner of a measure and the heads of its department that it was found ineffective, but not who found it.
func (s *Service) notifyFound(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	ids := make([]int64, len(entries))
	for i, e := range entries {
		ids[i] = e.Object.ID
	}
	rows, err := b.Tx.MeasureTask.Query().Where(measuretask.IDIn(ids...), measuretask.FindingEQ(term.TaskFindingIneffective)).WithUnit().WithMeasure().
		Order(measuretask.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, t := range rows {
		told, err := b.Holders(ctx, term.RoleDeptHead, t.Levels())
		if err != nil {
			return err
		}
		owner, err := b.Accounts(ctx, value(t.Edges.Measure.OwnerID))
		if err != nil {
			return err
		}
		told = notice.Except(slices.Concat(told, owner), value(t.DoneBy))
		slices.Sort(told)
		b.Notify(slices.Compact(told), notice.Notice{Kind: term.NoticeKindTaskFound, Object: t.ID, Key: notice.Key("task found", t.ID), Words: words(t), At: t.Levels()})
	}
	return nil
}
