package term

import "time"

// TaskKind is what a task of a measure asks for.
type TaskKind string

// The values of TaskKind.
const (
	TaskKindWork   TaskKind = "WORK"   // 日常落实
	TaskKindEffect TaskKind = "EFFECT" // 效果检查
)

var labelsTaskKind = labels[TaskKind]{
	{TaskKindWork, "日常落实", "Daily work"},
	{TaskKindEffect, "效果检查", "Check of effect"},
}

// Values lists every TaskKind.
func (TaskKind) Values() []string { return labelsTaskKind.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v TaskKind) Label(lang string) string { return labelsTaskKind.label(v, lang) }

// TaskState is the state of a task of a measure.
type TaskState string

// The values of TaskState.
const (
	TaskStateDue       TaskState = "DUE"       // 待完成
	TaskStateDone      TaskState = "DONE"      // 已完成
	TaskStateMissed    TaskState = "MISSED"    // 未按期完成
	TaskStateCancelled TaskState = "CANCELLED" // 已取消
)

var labelsTaskState = labels[TaskState]{
	{TaskStateDue, "待完成", "Due"},
	{TaskStateDone, "已完成", "Done"},
	{TaskStateMissed, "未按期完成", "Missed"},
	{TaskStateCancelled, "已取消", "Cancelled"},
}

// Values lists every TaskState.
func (TaskState) Values() []string { return labelsTaskState.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v TaskState) Label(lang string) string { return labelsTaskState.label(v, lang) }

// Recurrence is how often something is done: once in each week from Monday, or in each period of months counted from January.
type Recurrence string

// The values of Recurrence.
const (
	RecurrenceWeekly     Recurrence = "WEEKLY"      // 每周
	RecurrenceMonthly    Recurrence = "MONTHLY"     // 每月
	RecurrenceQuarterly  Recurrence = "QUARTERLY"   // 每季度
	RecurrenceHalfYearly Recurrence = "HALF_YEARLY" // 每半年
	RecurrenceYearly     Recurrence = "YEARLY"      // 每年
)

var labelsRecurrence = labels[Recurrence]{
	{RecurrenceWeekly, "每周", "Weekly"},
	{RecurrenceMonthly, "每月", "Monthly"},
	{RecurrenceQuarterly, "每季度", "Quarterly"},
	{RecurrenceHalfYearly, "每半年", "Half-yearly"},
	{RecurrenceYearly, "每年", "Yearly"},
}

// Values lists every Recurrence.
func (Recurrence) Values() []string { return labelsRecurrence.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v Recurrence) Label(lang string) string { return labelsRecurrence.label(v, lang) }

// Period is the period that a day lies in: its first and its last day.
func (v Recurrence) Period(day time.Time) (from, to time.Time) {
	switch v {
	case RecurrenceWeekly:
		from = day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
		return from, from.AddDate(0, 0, 6)
	case RecurrenceMonthly:
		return PeriodOfMonths(day, 1)
	case RecurrenceQuarterly:
		return PeriodOfMonths(day, 3)
	case RecurrenceHalfYearly:
		return PeriodOfMonths(day, 6)
	}
	return PeriodOfMonths(day, 12)
}

// PeriodOfMonths is the period of some months, counted from January, that a day lies in: its first and its last day.
func PeriodOfMonths(day time.Time, n int) (from, to time.Time) {
	from = time.Date(day.Year(), time.Month((int(day.Month())-1)/n*n+1), 1, 0, 0, 0, 0, time.UTC)
	return from, from.AddDate(0, n, -1)
}

// TaskFinding is what a check of effect found.
type TaskFinding string

// The values of TaskFinding.
const (
	TaskFindingEffective   TaskFinding = "EFFECTIVE"   // 有效
	TaskFindingIneffective TaskFinding = "INEFFECTIVE" // 无效
)

var labelsTaskFinding = labels[TaskFinding]{
	{TaskFindingEffective, "有效", "Effective"},
	{TaskFindingIneffective, "无效", "Ineffective"},
}

// Values lists every TaskFinding.
func (TaskFinding) Values() []string { return labelsTaskFinding.values() }

// Label is the word for the value in the language given ("zh" or "en").
func (v TaskFinding) Label(lang string) string { return labelsTaskFinding.label(v, lang) }
