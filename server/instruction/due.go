package instruction

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// next is the day on which an instruction goes up if nothing happens, by what is asked of whom: to say what will be done, where that
// is not said and has a last day, or to do it. What is late already goes up once the time after a step up is over.
func next(state term.InstructionState, answerBy *time.Time, dueOn time.Time, hopIn int, today time.Time) time.Time {
	last := dueOn
	if unanswered(state) && answerBy != nil && answerBy.Before(last) {
		last = *answerBy
	}
	if last.Before(today) {
		return today.AddDate(0, 0, hopIn)
	}
	return last.AddDate(0, 0, 1)
}

// late tells whether something is asked of somebody and its last day has passed.
func late(i *ent.Instruction, today time.Time) bool {
	return waits(i.State) && (i.DueOn.Before(today) || unanswered(i.State) && i.AnswerBy != nil && i.AnswerBy.Before(today))
}
