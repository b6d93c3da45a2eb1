package task

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Event is what happens to a task.
type Event string

// The values of Event.
const (
	// EventDo tells that it was done.
	EventDo Event = "DO"
	// EventMiss tells that it was not: the task of a later period was, or it is late and nothing is asked any more.
	EventMiss Event = "MISS"
	// EventDrop tells that nothing is asked any more while it is not late.
	EventDrop Event = "DROP"
)

// Values lists every Event.
func (Event) Values() []string {
	return []string{string(EventDo), string(EventMiss), string(EventDrop)}
}

// Next is the state of a task after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.TaskState, e Event) (term.TaskState, error) {
	if from != term.TaskStateDue {
		return "", closed(from, "taskId")
	}
	switch e {
	case EventDo:
		return term.TaskStateDone, nil
	case EventMiss:
		return term.TaskStateMissed, nil
	}
	return term.TaskStateCancelled, nil
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.MeasureTaskMutation, to term.TaskState) { m.SetState(to) }

// closed says that a task in a state is over; field names the input that gave its id.
func closed(state term.TaskState, field string) *fault.Error {
	return fault.New(fault.InvalidTransition, "TASK_CLOSED", field, "该项任务"+state.Label("zh")+",不能再改动",
		"The task is closed ("+state.Label("en")+") and can't be changed")
}

// Asks tells whether a measure in a state is worked on: from when it is in force until it is revised or retired.
func Asks(s term.MeasureStatus) bool {
	return s == term.MeasureStatusActive || s == term.MeasureStatusEffective || s == term.MeasureStatusIneffective
}
