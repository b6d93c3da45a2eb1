package rulebook

import (
	"time"

	"sineng/ent"
)

// State is whether a document holds on a day.
type State string

// The values of State.
const (
	// StateNotYet has no edition that has come into force.
	StateNotYet State = "NOT_YET"
	// StateInForce has one that holds.
	StateInForce State = "IN_FORCE"
	// StateRepealed holds no more.
	StateRepealed State = "REPEALED"
)

// Values lists every State.
func (State) Values() []string {
	return []string{string(StateNotYet), string(StateInForce), string(StateRepealed)}
}

// StateOn is the state of a document on a day. Its editions follow one another without a gap, so that the first day of the first one and the
// repeal say it.
func StateOn(d *ent.RulesDocument, day time.Time) State {
	switch {
	case d.RepealedFrom != nil && !d.RepealedFrom.After(day):
		return StateRepealed
	case d.InForceFrom == nil || d.InForceFrom.After(day):
		return StateNotYet
	}
	return StateInForce
}

// Holding is the edition of a document that holds on a day: of those that were not withdrawn the last to have come into force by then. There is
// none before the first, and none from the repeal on. The order of the editions says nothing.
func Holding(editions []*ent.RulesEdition, repealed *time.Time, day time.Time) *ent.RulesEdition {
	if repealed != nil && !repealed.After(day) {
		return nil
	}
	var out *ent.RulesEdition
	for _, e := range editions {
		if e.WithdrawnAt == nil && !e.FromDay.After(day) && (out == nil || e.FromDay.After(out.FromDay)) {
			out = e
		}
	}
	return out
}

// Until is the last day on which an edition holds: the day before the next one, or before the repeal; nil while neither is known, and for one that was
// withdrawn.
func Until(editions []*ent.RulesEdition, repealed *time.Time, e *ent.RulesEdition) *time.Time {
	if e.WithdrawnAt != nil {
		return nil
	}
	end := repealed
	if next := after(editions, e.FromDay); next != nil && (end == nil || next.FromDay.Before(*end)) {
		end = &next.FromDay
	}
	if end == nil {
		return nil
	}
	last := end.AddDate(0, 0, -1)
	return &last
}

// after is the first edition that comes into force after a day; nil where none does.
func after(editions []*ent.RulesEdition, day time.Time) *ent.RulesEdition {
	var out *ent.RulesEdition
	for _, e := range editions {
		if e.WithdrawnAt == nil && e.FromDay.After(day) && (out == nil || e.FromDay.Before(out.FromDay)) {
			out = e
		}
	}
	return out
}

// first is the first day of the first edition; nil where there is none.
func first(editions []*ent.RulesEdition) *time.Time {
	if e := after(editions, time.Time{}); e != nil {
		return &e.FromDay
	}
	return nil
}

// changes tells whether something held before an edition, so that what stands on the document is to be looked at once it comes into force.
func changes(editions []*ent.RulesEdition, e *ent.RulesEdition) bool {
	from := first(editions)
	return from != nil && from.Before(e.FromDay)
}
