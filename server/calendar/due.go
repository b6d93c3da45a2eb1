package calendar

import (
	"slices"
	"time"

	"sineng/ent/term"
)

// Due says when a clock ends in a run, by the data of a calendar. Its error is that of a clock or run that is none.
func (k Clock) Due(c *Calendar, r Run) (Answer, error) {
	if err := append(k.wrong(), r.wrong(k)...).Err(); err != nil {
		return Answer{}, err
	}
	w := &walk{clock: k, calendar: c, start: dayOf(r.Start)}
	w.pauses, w.others = r.paused(k)
	w.first = w.start
	if k.Start == term.ClockStartDayAfter {
		w.first = w.start.AddDate(0, 0, 1)
	}
	w.tell(Step{Kind: StepStarted, From: w.start, To: w.first})
	if r.Extended > 0 {
		w.tell(Step{Kind: StepExtended, From: w.start, To: w.start, Count: r.Extended, Unit: k.Unit})
	}
	for _, p := range w.others {
		w.tell(Step{Kind: StepPauseIgnored, From: p.From, To: p.To, Pause: p.Kind})
	}
	number := k.Number + r.Extended
	switch k.Unit {
	case term.ClockUnitWorkingDays:
		w.countDays(w.first, number, true)
	case term.ClockUnitCalendarDays:
		w.countDays(w.first, number, false)
	case term.ClockUnitMonths:
		w.countMonths(number)
	case term.ClockUnitYears:
		w.countMonths(12 * number)
	}
	if k.Unit != term.ClockUnitWorkingDays && w.answer.State == "" {
		w.settleEnd()
	}
	return w.end(), nil
}

// walk is the way of a clock from day to day.
type walk struct {
	clock          Clock
	calendar       *Calendar
	start, first   time.Time
	pauses, others []Pause
	on             time.Time // the last day that was counted, or moved to
	asked          []int     // years whose data were asked for
	answer         Answer
}

// pause is the pause that a day is in, one that lasts before others.
func (w *walk) pause(on time.Time) (Pause, bool) {
	var found Pause
	in := false
	for _, p := range w.pauses {
		if p.holds(on) && (!in || p.lasts()) {
			found, in = p, true
		}
	}
	return found, in
}

// day is what a day is by the data, and notes that the answer rests on its year.
func (w *walk) day(on time.Time) Day {
	if y := on.Year(); !slices.Contains(w.asked, y) {
		w.asked = append(w.asked, y)
	}
	return w.calendar.Day(on)
}

// countDays counts days from one on until none is left.
func (w *walk) countDays(from time.Time, left int, working bool) {
	for on := from; left > 0; on = on.AddDate(0, 0, 1) {
		p, is := w.pause(on)
		switch {
		case is && p.lasts():
			w.stop(on, p, left)
			return
		case is:
			w.span(Step{Kind: StepPaused, From: on, To: on, Pause: p.Kind})
			continue
		}
		if working {
			d := w.day(on)
			switch d.Kind {
			case UnknownDay:
				w.missing(on, left)
				return
			case Weekend:
				w.span(Step{Kind: StepWeekend, From: on, To: on})
				continue
			case DayOff:
				w.span(Step{Kind: StepHoliday, From: on, To: on, Name: d.Name})
				continue
			case WorkedDay:
				w.span(Step{Kind: StepMadeUp, From: on, To: on, Name: d.Name, Count: 1, Unit: w.clock.Unit})
			default:
				w.span(Step{Kind: StepCounted, From: on, To: on, Count: 1, Unit: w.clock.Unit})
			}
		} else {
			w.span(Step{Kind: StepCounted, From: on, To: on, Count: 1, Unit: term.ClockUnitCalendarDays})
		}
		w.on = on
		left--
	}
}

// countMonths goes on to the date of some months later, and by a day for each that was paused.
func (w *walk) countMonths(months int) {
	end, last := monthsAfter(w.start, months, w.clock.Start == term.ClockStartSameDay)
	w.tell(Step{Kind: StepMonths, From: w.start, To: end, Count: w.number(months), Unit: w.clock.Unit})
	if last {
		w.tell(Step{Kind: StepMonthEnd, From: end, To: end})
	}
	w.on = end
	paused := 0
	for on := w.first; len(w.pauses) > 0 && !on.After(end); on = on.AddDate(0, 0, 1) {
		if p, is := w.pause(on); is {
			if p.lasts() {
				w.stop(on, p, int(end.Sub(on)/(24*time.Hour))+1+paused)
				return
			}
			w.span(Step{Kind: StepPaused, From: on, To: on, Pause: p.Kind})
			paused++
		}
	}
	w.countDays(end.AddDate(0, 0, 1), paused, false)
}

// number is months in the unit of the clock.
func (w *walk) number(months int) int {
	if w.clock.Unit == term.ClockUnitYears {
		return months / 12
	}
	return months
}

// monthsAfter is the date of a day some months later, the day before it where the day itself is counted. Where the
// month has no such date, it is its last day, which is told.
func monthsAfter(on time.Time, months int, counted bool) (time.Time, bool) {
	y, m, d := on.Date()
	if counted {
		d--
	}
	last := Date(y, m+time.Month(months)+1, 0).Day()
	if d > last {
		return Date(y, m+time.Month(months), last), true
	}
	return Date(y, m+time.Month(months), d), false
}

// settleEnd moves an end that is no working day, or in a pause. One that moves back comes no further than the first
// day that is counted; where nothing is worked from there on, it moves forward.
func (w *walk) settleEnd() {
	if w.clock.End == term.ClockEndStays {
		return
	}
	if w.clock.End == term.ClockEndPrevious && w.settleAlong(-1) {
		return
	}
	w.settleAlong(1)
}

// settleAlong looks for a working day from the end on, forward or backward, and tells whether it came to an answer.
func (w *walk) settleAlong(step int) bool {
	from := w.on
	for on := from; step > 0 || !on.Before(w.first); on = on.AddDate(0, 0, step) {
		p, paused := w.pause(on)
		if paused && step > 0 && p.lasts() {
			w.stop(on, p, 0)
			return true
		}
		d := w.day(on)
		if d.Kind == UnknownDay {
			w.missing(on, 0)
			if step < 0 {
				w.answer.NotBefore = w.knownUpTo(on)
			}
			return true
		}
		if d.Kind.Working() && !paused {
			if !on.Equal(from) {
				w.tell(Step{Kind: StepMoved, From: from, To: on, Name: w.calendar.Day(from).Name})
			}
			w.on = on
			return true
		}
	}
	return false
}

// knownUpTo is the last day up to one of which it is known that it is worked, the first day where there is none: an
// end that moves back comes no further.
func (w *walk) knownUpTo(on time.Time) time.Time {
	for ; on.After(w.first); on = on.AddDate(0, 0, -1) {
		if _, paused := w.pause(on); !paused && w.calendar.Day(on).Kind.Working() {
			return on
		}
	}
	return w.first
}

// stop ends the way in a pause that has no end on record. Of its days only the first is sure: it may have ended since.
func (w *walk) stop(on time.Time, p Pause, left int) {
	w.answer.State, w.answer.Left = Stopped, left
	w.answer.NotBefore = on.AddDate(0, 0, max(left, 1)-1)
	if p.From.Equal(on) {
		w.answer.NotBefore = w.answer.NotBefore.AddDate(0, 0, 1)
	}
	if w.clock.End == term.ClockEndPrevious && w.clock.Unit != term.ClockUnitWorkingDays {
		w.answer.NotBefore = w.knownUpTo(w.answer.NotBefore)
	}
	w.tell(Step{Kind: StepStopped, From: on, Pause: p.Kind, Count: left, Unit: w.leftUnit()})
}

// missing ends the way in a year without data: if all days to come were worked, it would end after what is left.
func (w *walk) missing(on time.Time, left int) {
	w.answer.State, w.answer.Missing, w.answer.Left = NoData, on.Year(), left
	at := on
	for rest := left; ; at = at.AddDate(0, 0, 1) {
		if p, paused := w.pause(at); paused && !p.lasts() {
			continue
		}
		if rest--; rest <= 0 {
			break
		}
	}
	w.answer.NotBefore = at
	w.tell(Step{Kind: StepNoData, From: on, Count: left, Unit: w.leftUnit()})
}

func (w *walk) leftUnit() term.ClockUnit {
	if w.clock.Unit == term.ClockUnitWorkingDays {
		return w.clock.Unit
	}
	return term.ClockUnitCalendarDays
}

// end is the answer of the way.
func (w *walk) end() Answer {
	if w.answer.State == "" {
		w.answer.State, w.answer.Due, w.answer.NotBefore = Known, w.on, w.on
	}
	slices.Sort(w.asked)
	for _, y := range w.asked {
		if data := w.calendar.years[y]; data != nil && !data.Confirmed {
			w.answer.Unconfirmed = append(w.answer.Unconfirmed, y)
			w.tell(Step{Kind: StepUnconfirmed, From: Date(y, 1, 1), To: Date(y, 12, 31), Name: data.Source})
		}
	}
	return w.answer
}

// tell adds a step.
func (w *walk) tell(s Step) { w.answer.Steps = append(w.answer.Steps, s) }

// span adds a step of a day, to the one before where that is of the same kind and ends the day before.
func (w *walk) span(s Step) {
	if n := len(w.answer.Steps); n > 0 {
		if last := &w.answer.Steps[n-1]; last.Kind == s.Kind && last.Name == s.Name && last.Pause == s.Pause && last.To.AddDate(0, 0, 1).Equal(s.From) {
			last.To, last.Count = s.To, last.Count+s.Count
			return
		}
	}
	w.tell(s)
}
