package app_test

import (
	"slices"
	"strings"
	"time"

	"sineng/ent/term"
	"sineng/server/education"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// ofEducation goes through sessions that the head of the department plans: one that moves, loses a guest and is cancelled, and one that nobody records.
func (c *cast) ofEducation() {
	d := c.East.Department
	head := c.as("department", term.RoleDeptHead, d)
	invite := &education.Invitation{PersonIds: []int64{c.clerk.ID, *c.by["department"].PersonID}}
	details := &education.Details{Kind: term.EducationKindWarningCases, Topic: "案例通报", HeldOn: c.db.Today().AddDate(0, 0, 3), Place: "会议室", Minutes: 60}
	c.news()
	s := c.app.Education
	e := testkit.Must(s.Record(head, education.Recording{UnitID: d.ID, Details: details, Invite: invite}))(c.t).Unwrap()
	c.notifies("a session that is planned", func() {}, "clerk EDUCATION_CALLED", "department EDUCATION_CALLED")
	c.says("clerk", term.NoticeKindEducationCalled, "请参加"+d.Name+" "+details.HeldOn.Format(time.DateOnly)+" 举办的警示教育“案例通报”,地点 会议室", "/education/")
	c.notifies("other minutes", func() {
		details.Minutes = 90
		e = testkit.Must(s.Revise(head, education.Revision{SessionID: e.ID, ExpectedVersion: e.Version, Details: details}))(c.t).Unwrap()
	})
	c.notifies("another day", func() {
		details.HeldOn = c.db.Today().AddDate(0, 0, 4)
		e = testkit.Must(s.Revise(head, education.Revision{SessionID: e.ID, ExpectedVersion: e.Version, Details: details}))(c.t).Unwrap()
	}, "clerk EDUCATION_CALLED", "department EDUCATION_CALLED")
	c.notifies("a session that is cancelled", func() {
		testkit.Must(s.Cancel(head, education.Cancellation{SessionID: e.ID, ExpectedVersion: e.Version, Reason: "改期"}))(c.t)
	}, "clerk EDUCATION_CANCELLED")
	details.HeldOn = c.db.Today().AddDate(0, 0, 1)
	c.notifies("a session that nobody is expected at", func() { testkit.Must(s.Record(head, education.Recording{UnitID: d.ID, Details: details}))(c.t) })
	details.HeldOn = c.db.Today()
	c.notifies("a session that was held", func() {
		testkit.Must(s.Record(head, education.Recording{UnitID: d.ID, Details: details, Invite: invite, Held: &education.Held{}}))(c.t)
	})
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "education.") })
	for range 2 {
		c.notifies("a day that has not passed", func() { testkit.Fire(c.t, c.db, clocks...) })
		c.db.Clock.Forward(24 * time.Hour)
	}
	c.notifies("a day that has passed", func() { testkit.Fire(c.t, c.db, clocks...) }, "department EDUCATION_DUE")
	c.db.Clock.Forward(24 * time.Hour)
	c.notifies("the day after", func() { testkit.Fire(c.t, c.db, clocks...) })
}
