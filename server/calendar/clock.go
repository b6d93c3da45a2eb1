package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
)

// MostPauses is how many pauses a run may have.
const MostPauses = 100

// Most is the greatest number of a clock in a unit: ten years of days, a hundred years of months and years.
func Most(unit term.ClockUnit) int {
	switch unit {
	case term.ClockUnitMonths:
		return 1200
	case term.ClockUnitYears:
		return 100
	}
	return 3660
}

// Clock is a time limit as data.
type Clock struct {
	Unit   term.ClockUnit
	Number int // of the unit, 1 to Most(Unit)
	Start  term.ClockStart
	// Pauses are the kinds of what takes time out of it; others do not stop it.
	Pauses []term.PauseKind
	// End is what becomes of an end that is no working day. A clock of working days ends on one; an end that would move back
	// before the first day moves forward.
	End term.ClockEnd
	// Extension is by how much it may be extended at most, in its unit; 0 for not at all.
	Extension int
	// Bases are the provisions by which it is counted so.
	Bases []term.LegalBasis
}

// Pause is time that is taken out of a clock, both days included.
type Pause struct {
	Kind term.PauseKind
	From time.Time
	// To is zero while it lasts.
	To time.Time
}

// Run is one time that a clock runs.
type Run struct {
	// Start is the day of what starts it.
	Start time.Time
	// Pauses may overlap and come in any order.
	Pauses []Pause
	// Extended is by how much it was extended, 0 to the clock's Extension.
	Extended int
}

// State tells whether the end of a clock is known.
type State string

// The states of an answer.
const (
	Known   State = "KNOWN"
	NoData  State = "NO_DATA"
	Stopped State = "STOPPED"
)

// Answer is when a clock ends.
type Answer struct {
	State State
	// Due is the last day on which the thing is done in time; zero unless it is KNOWN.
	Due time.Time
	// NotBefore is the earliest day that Due can be; Due where it is KNOWN.
	NotBefore time.Time
	// Missing is the first year without data that it reaches; 0 for none.
	Missing int
	// Left is how much of the number is left when it stopped or came to a year without data, in days, working days for a
	// clock of those; 0 where all is counted, and nothing but the end on a holiday is in question.
	Left int
	// Unconfirmed are the years that it rests on and that are to be confirmed.
	Unconfirmed []int
	// Steps tell how it was reached, in their order.
	Steps []Step
}

// Validate tells all that is wrong with a clock, by its fields.
func (k Clock) Validate() error { return k.wrong().Err() }

// wrong are the faults of a clock, by the fields of its input.
func (k Clock) wrong() fault.List {
	var bad fault.List
	if !valid(k.Unit) {
		bad.Add(noValue("unit"))
	}
	if !valid(k.Start) {
		bad.Add(noValue("start"))
	}
	if !valid(k.End) {
		bad.Add(noValue("end"))
	}
	bad.Add(inRange("number", k.Number, 1, Most(k.Unit)))
	bad.Add(inRange("extension", k.Extension, 0, Most(k.Unit)))
	for _, p := range k.Pauses {
		if !valid(p) {
			bad.Add(noValue("pauses"))
		}
	}
	return bad
}

// wrong are the faults of a run of a clock.
func (r Run) wrong(k Clock) fault.List {
	var bad fault.List
	if r.Start.IsZero() {
		bad.Add(fault.Bad("start", "MISSING", "请给出起算的日期", "Say from which day it runs"))
	} else if y := r.Start.Year(); y < FirstYear || y > LastYear {
		bad.Add(yearOutOfRange("start"))
	}
	if r.Extended < 0 || r.Extended > k.Extension {
		zh, en := fmt.Sprintf("最多可以延长 %d", k.Extension), fmt.Sprintf("It may be extended by %d at most", k.Extension)
		if k.Extension == 0 {
			zh, en = "该时限不能延长", "This limit may not be extended"
		}
		bad.Add(fault.Bad("extended", "OUT_OF_RANGE", zh, en))
	}
	if len(r.Pauses) > MostPauses {
		bad.Add(fault.Bad("pauses", "TOO_MANY", fmt.Sprintf("最多 %d 段扣除时间", MostPauses), fmt.Sprintf("At most %d pauses", MostPauses)))
		return bad
	}
	for n, p := range r.Pauses {
		at := func(field string) string { return fmt.Sprintf("pauses.%d.%s", n, field) }
		if !valid(p.Kind) {
			bad.Add(noValue(at("kind")))
		}
		switch {
		case p.From.IsZero():
			bad.Add(fault.Bad(at("from"), "MISSING", "请给出扣除的第一天", "Say on which day the pause begins"))
		case p.From.Year() < FirstYear || p.From.Year() > LastYear:
			bad.Add(yearOutOfRange(at("from")))
		case !p.To.IsZero() && p.To.Before(p.From):
			bad.Add(fault.Bad(at("to"), "ENDS_BEFORE_START", "扣除的最后一天不能早于第一天", "A pause does not end before it begins"))
		case p.To.Year() > LastYear:
			bad.Add(yearOutOfRange(at("to")))
		}
	}
	return bad
}

func noValue(field string) *fault.Error {
	return fault.Bad(field, "UNKNOWN_VALUE", "没有这个取值", "There is no such value")
}

// inRange refuses a number outside a range.
func inRange(field string, n, least, most int) *fault.Error {
	if n >= least && n <= most {
		return nil
	}
	return fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("应为 %d 至 %d", least, most), fmt.Sprintf("It is %d to %d", least, most))
}

func yearOutOfRange(field string) *fault.Error {
	return fault.Bad(field, "YEAR_OUT_OF_RANGE", fmt.Sprintf("年份应为 %d 至 %d", FirstYear, LastYear), fmt.Sprintf("The year is %d to %d", FirstYear, LastYear))
}

// valid tells whether a value is one of its enumeration.
func valid[T interface {
	~string
	Values() []string
}](v T) bool {
	return slices.Contains(v.Values(), string(v))
}

// paused are the pauses of a run that stop a clock, in the order of their beginnings, and the others.
func (r Run) paused(k Clock) (stops, others []Pause) {
	for _, p := range r.Pauses {
		p.From = dayOf(p.From)
		if !p.To.IsZero() {
			p.To = dayOf(p.To)
		}
		if slices.Contains(k.Pauses, p.Kind) {
			stops = append(stops, p)
		} else {
			others = append(others, p)
		}
	}
	slices.SortStableFunc(stops, func(a, b Pause) int { return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Kind, b.Kind)) })
	return stops, others
}

// holds tells whether a day is in the pause.
func (p Pause) holds(on time.Time) bool {
	return !on.Before(p.From) && (p.To.IsZero() || !on.After(p.To))
}

// lasts tells whether the pause has no end yet.
func (p Pause) lasts() bool { return p.To.IsZero() }
