// Package calendar knows which days are worked, and when a time limit ends.
//
// # The calendar
//
// A [Calendar] is a value: years with data, each a [Year] of marks (days off, make-up working days) over the bare week,
// with its source and whether more than one source says so. It never guesses: a year without data is answered by a
// [*NoDataError] that names it (errors.As).
//
//	c := calendar.Builtin()                    // what the program is delivered with
//	c, err := service.On(ctx)                  // with what administrators have corrected; remembered, one cheap read
//	working, err := c.Working(day)             // *NoDataError
//	day, err := c.Add(day, 20)                 // the 20th working day after a day; negative for before
//	n, err := c.Between(from, to)              // working days after from, up to and including to; negative backwards
//	c.Day(day)                                 // kind, name of the holiday
//	c.Unconfirmed(from, to)                    // years in between that one source alone says
//
// Days are midnights in UTC, as they are stored everywhere ([sineng/server/store.DayOf]); the hour of any other moment
// is left out.
//
// # Clocks
//
// A [Clock] is a time limit as data: unit, number, first day, what takes time out of it, what becomes of an end on a
// holiday, how far it may be extended, its legal basis. [Clock.Due] says when it ends in a [Run]: from a day, with
// pauses and an extension.
//
//	a, err := clock.Due(c, calendar.Run{Start: day, Pauses: pauses, Extended: 10})
//
// err is for a clock or run that is none (faults in two languages). What can't be known is no error: a.State tells it.
//
//	KNOWN    a.Due is the last day on which the thing is done in time; the next day it is overdue
//	NO_DATA  it reaches a.Missing, a year without data: a.Due is zero, a.NotBefore the earliest day that it can be
//	STOPPED  a pause without an end has stopped it: a.Due is zero, a.Left is what is left of the number
//
// A timer for an answer that is not KNOWN is set to NotBefore and asks again. a.Unconfirmed are the years it rests on
// that are to be confirmed; a.Steps tell a person, step by step, how the day was reached ([Step.In]).
//
// # Rules
//
// A [Rule] says how a statute or a body counts: which numbers of days are working days and which are not, pauses,
// end, extension. [Rule.Clock] makes the clock for a number; a number of which a rule does not say what it is counted
// in is refused with the reason UNIT_UNSAID unless the unit is given. [Builtin] rules are in [Rules].
//
// # When the calendar changes
//
// Each correction leaves an entry SET_CALENDAR or DROP_CALENDAR in the log, whose object is the year's row; whoever keeps days
// that were worked out follows those actions and works them out again.
package calendar
