package sample

import (
	"context"

	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/clock"
	"sineng/server/store"
)

// makeClockRule sets the rule of time limits by which the system's bureaus promise to be quicker than the statute asks.
func (l *loader) makeClockRule(ctx context.Context) error {
	l.clock = l.moment(started - 10)
	days, unit := 10, term.ClockUnitWorkingDays
	_, err := clock.New(l.store, calendar.NewService(l.store)).Set(l.as(ctx, l.group[0], term.RoleLeadingGroup, l.root), clock.SetRule{
		UnitID: l.root.unit.ID, Code: "PROMISE", Reason: "统一全系统政务服务事项的承诺办结时限",
		Rule: &clock.Definition{Name: "行政许可承诺办结", Number: &days, CountedIn: &unit, Start: term.ClockStartDayAfter, End: term.ClockEndNext,
			Pauses: []term.PauseKind{term.PauseKindHearing, term.PauseKindInspection, term.PauseKindTesting, term.PauseKindExpertReview},
			Bases:  []*term.LegalBasis{{Law: "行政许可法", Article: "第四十二条"}, {Law: "政务服务承诺制度", Article: "第三条"}}, From: store.DayOf(l.clock)},
	})
	return err
}
