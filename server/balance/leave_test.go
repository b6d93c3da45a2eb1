package balance_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/delegation"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
)

// deputise lets somebody act for another for some days from today on.
func (o *office) deputise(t *testing.T, person, deputy *ent.Person, from, to int) {
	t.Helper()
	now, last := o.db.Now(), o.db.Today().AddDate(0, 0, to)
	create := o.db.Raw.Client.Delegation.Create().SetPersonID(person.ID).SetDeputyID(deputy.ID).SetReason("休假").SetFromDay(o.db.Today().AddDate(0, 0, from)).SetToDay(last).
		SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), o.w.East.Department); err != nil {
		t.Fatal(err)
	}
	create.ExecX(testkit.System())
}

func TestLeaveIsPlannedByThePersonOrWhoReadsTheirRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙")
		today := db.Today()
		in := balance.PlanLeave{PersonID: o.people[0].ID, From: today.AddDate(0, 0, 10), To: today.AddDate(0, 0, 12)}
		self := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[0])
		head := testkit.As(term.RoleDeptHead, o.w.East.Department)
		colleague := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[1])
		mine := testkit.Must(o.s.PlanLeave(self, in))(t)
		if _, err := o.s.PlanLeave(colleague, balance.PlanLeave{PersonID: o.people[0].ID, From: today, To: today}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a colleague planned leave: %v", err)
		}
		for why, bad := range map[string]balance.PlanLeave{
			"PLANNED_ALREADY": {PersonID: in.PersonID, From: today.AddDate(0, 0, 12), To: today.AddDate(0, 0, 20)},
			"BAD_PERIOD":      {PersonID: in.PersonID, From: today.AddDate(0, 0, 5), To: today.AddDate(0, 0, 4)},
			"IN_PAST":         {PersonID: in.PersonID, From: today.AddDate(0, 0, -5), To: today.AddDate(0, 0, -1)},
			"TOO_FAR":         {PersonID: in.PersonID, From: today, To: today.AddDate(1, 0, 1)},
		} {
			if _, err := o.s.PlanLeave(head, bad); reason(err) != why {
				t.Errorf("%s: %v", why, err)
			}
		}
		testkit.Must(o.s.PlanLeave(head, balance.PlanLeave{PersonID: o.people[1].ID, From: today, To: today}))(t)
		unit := &o.w.East.Unit.ID
		if rows := testkit.Must(o.s.PlannedLeaves(head, unit, nil))(t); len(rows) != 2 || rows[1].ID != mine.ID {
			t.Errorf("the head sees %v", rows)
		}
		if rows := testkit.Must(o.s.PlannedLeaves(colleague, unit, nil))(t); len(rows) != 1 || rows[0].PersonID != o.people[1].ID {
			t.Errorf("a colleague sees %v", rows)
		}
		if rows := testkit.Must(o.s.PlannedLeaves(colleague, nil, &in.PersonID))(t); len(rows) != 0 {
			t.Errorf("a colleague sees %v of somebody else", rows)
		}
		if rows := testkit.Must(o.s.PlannedLeaves(self, nil, nil))(t); len(rows) != 1 || rows[0].ID != mine.ID {
			t.Errorf("one's own leave is %v", rows)
		}
		if rows := testkit.Must(o.s.PlannedLeaves(head, nil, nil))(t); len(rows) != 0 {
			t.Errorf("who is nobody has planned %v", rows)
		}
		if _, err := o.s.WithdrawLeave(colleague, balance.WithdrawLeave{LeaveID: mine.ID, ExpectedVersion: mine.Version}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a colleague withdrew leave: %v", err)
		}
		testkit.Must(o.s.WithdrawLeave(self, balance.WithdrawLeave{LeaveID: mine.ID, ExpectedVersion: mine.Version}))(t)
		if rows := testkit.Must(o.s.PlannedLeaves(self, nil, &in.PersonID))(t); len(rows) != 0 {
			t.Errorf("withdrawn, it is still there: %v", rows)
		}
		db.Sequence(t)
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}

// Of what is planned counts what the viewer may see; deputies count on their days alone, also where these begin after today.
func TestPlannedLeaveIsTested(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 1, 2, 0)
		today := db.Today()
		head := testkit.As(term.RoleDeptHead, o.w.East.Department)
		staff := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[0])
		testkit.Must(o.s.PlanLeave(head, balance.PlanLeave{PersonID: o.people[1].ID, From: today.AddDate(0, 0, 10), To: today.AddDate(0, 0, 29)}))(t)
		test := func() []*balance.Collapse {
			return testkit.Must(o.s.LeaveTest(head, o.w.East.Department.ID, nil, true))(t)
		}
		if got := test(); len(got) != 1 || got[0].Step == nil || !got[0].From.Equal(today.AddDate(0, 0, 10)) || !got[0].To.Equal(today.AddDate(0, 0, 29)) {
			t.Fatalf("without a deputy it is %+v", got)
		}
		if got := testkit.Must(o.s.LeaveTest(staff, o.w.East.Department.ID, nil, true))(t); len(got) != 0 {
			t.Errorf("somebody who may not see the leave is told %+v", got)
		}
		if got := testkit.Must(o.s.LeaveTest(head, o.w.East.Department.ID, nil, false))(t); len(got) != 0 {
			t.Errorf("planned leave that is not asked for gives %+v", got)
		}
		// The one who accepts also reviews, from the fifth day of the leave to the tenth.
		o.deputise(t, o.people[1], o.people[0], 15, 19)
		var conflicts, gaps []*balance.Collapse
		for _, c := range test() {
			if c.Conflict == nil {
				gaps = append(gaps, c)
			} else {
				conflicts = append(conflicts, c)
			}
		}
		if len(gaps) != 2 || !gaps[0].To.Equal(today.AddDate(0, 0, 14)) || !gaps[1].From.Equal(today.AddDate(0, 0, 20)) {
			t.Errorf("the days on which nobody reviews are %+v", gaps)
		}
		found := false
		for _, c := range conflicts {
			if !c.From.Equal(today.AddDate(0, 0, 15)) || !c.To.Equal(today.AddDate(0, 0, 19)) || len(c.Away) != 1 || c.Away[0].ID != o.people[1].ID {
				t.Errorf("a collapse is from %s to %s, away %v", c.From, c.To, c.Away)
			}
			found = found || c.Conflict.Severity == engine.SeverityHigh || c.Conflict.Severity == engine.SeverityMedium
		}
		if !found {
			t.Errorf("the deputy brings together what is apart, and is told %+v", conflicts)
		}
		if n := db.Client.Delegation.Query().Where(delegation.PersonID(o.people[1].ID)).CountX(testkit.System()); n != 1 {
			t.Errorf("the test left %d delegations", n)
		}
	})
}
