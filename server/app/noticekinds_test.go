package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/notice"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/job"
	"sineng/server/meeting"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/testkit"
)

// cast is a town with an account for everybody who may be notified of anything, or must not be.
type cast struct {
	*town
	t     *testing.T
	clerk *ent.Person
	by    map[string]*ent.Account
	seen  int64
	made  map[term.NoticeKind]bool
	forms int
}

func newCast(t *testing.T, db *testkit.DB) *cast {
	t.Helper()
	c := &cast{town: newTown(t, db), t: t, by: map[string]*ent.Account{}, made: map[term.NoticeKind]bool{}}
	ctx, now, e := testkit.System(), db.Now(), c.East
	c.clerk = testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: e.Department.ID, Name: "经办人", JobTitle: "科员"}))(t).Unwrap()
	for name, p := range map[string]*ent.Person{"clerk": c.clerk, "west": c.West.People[2]} {
		db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	}
	c.holder(t, "far", term.RoleInspector, e.Unit)
	c.holder(t, "group", term.RoleLeadingGroup, e.Unit)
	c.holder(t, "west-inspector", term.RoleInspector, c.West.City)
	c.holder(t, "west-group", term.RoleLeadingGroup, c.West.Unit)
	gone := c.holder(t, "gone", term.RoleInspector, e.Department)
	db.Raw.Client.Account.UpdateOne(gone).SetDisabled(true).ExecX(ctx)
	c.notInOffice(db.Today().AddDate(-1, 0, 0), db.Today().AddDate(0, 0, -1), "former")
	c.notInOffice(db.Today().AddDate(9, 0, 0), db.Today().AddDate(10, 0, 0), "next")
	for _, a := range db.Client.Account.Query().AllX(ctx) {
		c.by[a.LoginName] = a
	}
	c.follow(t)
	c.news()
	return c
}

// notInOffice adds a head of the department and an inspector of it, with accounts, who hold that
// office for a time that is over or has not begun.
func (c *cast) notInOffice(from, to time.Time, name string) {
	c.t.Helper()
	ctx, now, d := testkit.System(), c.db.Now(), c.East.Department
	p := testkit.Must(c.db.Org.AddPerson(ctx, org.AddPerson{UnitID: d.ID, Name: name, JobTitle: "科长"}))(c.t)
	c.db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
	c.db.Raw.Client.Portfolio.Create().SetPersonID(p.ID).SetUnitID(d.ID).SetLevels(d.Levels()).SetKind(term.PortfolioKindHead).
		SetFromDay(from).SetToDay(to).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
	inspector := c.holder(c.t, name+"-inspector", term.RoleInspector, d)
	c.db.Raw.Client.RoleAppointment.Update().Where(roleappointment.AccountID(inspector.ID)).SetFromDay(from).SetToDay(to).ExecX(ctx)
}

// as is a context of somebody of the cast.
func (c *cast) as(name string, role term.Role, u *ent.Unit) context.Context {
	var p *ent.Person
	if id := c.by[name].PersonID; id != nil {
		p = c.db.Client.Person.GetX(testkit.System(), *id)
	}
	return as(c.by[name], role, u, p)
}

// news are the notices since it was asked last, "login KIND" each.
func (c *cast) news() []string {
	out := []string{}
	names := map[int64]string{}
	for _, a := range c.db.Client.Account.Query().Select(account.FieldLoginName).AllX(testkit.System()) {
		names[a.ID] = a.LoginName
	}
	for _, n := range c.db.Client.Notice.Query().Where(notice.IDGT(c.seen)).Order(notice.ByID()).AllX(testkit.System()) {
		c.seen, c.made[n.Kind] = n.ID, true
		out = append(out, names[n.AccountID]+" "+string(n.Kind))
	}
	slices.Sort(out)
	return out
}

// says fails the test unless the newest notice of a kind to somebody begins with a text and leads to an address that begins so.
func (c *cast) says(who string, kind term.NoticeKind, text, page string) {
	c.t.Helper()
	n := c.db.Client.Notice.Query().Where(notice.AccountID(c.by[who].ID), notice.KindEQ(kind)).Order(ent.Desc(notice.FieldID)).FirstX(testkit.System())
	if got := c.app.Kinds.Text(n, "zh"); !strings.HasPrefix(got, text) {
		c.t.Errorf("%s reads %q, want %q", who, got, text)
	}
	if got := c.app.Kinds.Path(n); !strings.HasPrefix(got, page) {
		c.t.Errorf("%s is led to %s, want %s", who, got, page)
	}
}

// notifies fails the test unless what is done notifies exactly those wanted.
func (c *cast) notifies(what string, do func(), want ...string) {
	c.t.Helper()
	do()
	c.follow(c.t)
	slices.Sort(want)
	if got := c.news(); !slices.Equal(got, want) {
		c.t.Errorf("%s makes the notices %q, want %q", what, got, want)
	}
}

// written is a form in a state, which an entry of the log says, by somebody's action.
func (c *cast) written(f *ent.Form, who context.Context, action term.AuditAction, change func(*ent.FormUpdateOne)) {
	c.t.Helper()
	_, err := audit.Write(who, c.db.Store, audit.Event{Action: action}, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		u := tx.Form.UpdateOneID(f.ID).SetUpdatedAt(c.db.Now()).SetStageSince(c.db.Now())
		change(u)
		return u.Save(viewer.System(ctx))
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// quiet is a form of which no notice is made.
func (c *cast) quiet(change func(*ent.FormCreate)) *ent.Form {
	c.t.Helper()
	c.forms++
	now, u := c.db.Now(), c.East.Department
	create := c.db.Raw.Client.Form.Create().SetCampaignID(c.campaign.ID).SetKind(term.FormKindRisks).SetSubjectID(int64(c.forms)).SetState(term.FormStateDraft).
		SetDueOn(c.db.Today().AddDate(1, 0, 0)).SetPreparerID(c.clerk.ID).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(create.Mutation(), u); err != nil {
		c.t.Fatal(err)
	}
	if change != nil {
		change(create)
	}
	return create.SaveX(testkit.System())
}

func TestEveryKindReachesThoseItIsForAndNobodyElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newCast(t, db)
		c.ofFilling()
		c.ofReview()
		c.ofRevision()
		c.ofDelegation()
		c.ofMeetings()
		c.ofStaff()
		c.ofGrades()
		c.ofThePublic()
		c.ofObjections()
		c.ofJobs()
		c.ofActs()
		c.ofBalance()
		c.ofChecks()
		c.ofWarnings()
		c.ofInstructions()
		c.ofTasks()
		c.ofIndicators()
		c.ofEducation()
		c.ofRules()
		for _, kind := range term.NoticeKind("").Values() {
			if !c.made[term.NoticeKind(kind)] {
				t.Errorf("nothing here makes a notice %s", kind)
			}
		}
	})
}

func (c *cast) ofFilling() {
	d := c.East.Department
	c.notifies("a form of a department", func() { c.form(c.t, d, term.FormKindPowers, nil) }, "department FORM_EXPECTED")
	c.notifies("a form of a bureau that its principal leads without a head", func() { c.form(c.t, c.East.Unit, term.FormKindPowers, nil) }, "province FORM_EXPECTED")
	c.notifies("a person's form", func() {
		c.form(c.t, d, term.FormKindPersonal, func(f *ent.FormCreate) { f.SetSubjectID(c.clerk.ID).SetPersonID(c.clerk.ID) })
	}, "clerk FORM_EXPECTED")
	f := c.quiet(nil)
	head := c.as("department", term.RoleDeptHead, d)
	c.notifies("being told to fill a form in", func() {
		c.written(f, head, term.AuditActionAssignForm, func(u *ent.FormUpdateOne) { u.SetPreparerID(c.clerk.ID) })
	}, "clerk FORM_EXPECTED")
	days := func(n int) func() {
		return func() {
			c.db.Clock.Forward(time.Duration(n) * 24 * time.Hour)
			c.day(c.t)
		}
	}
	c.notifies("deadlines in two days", days(0), "department FORM_DUE", "province FORM_DUE", "clerk FORM_DUE")
	c.notifies("deadlines of yesterday", days(3), "department FORM_OVERDUE", "province FORM_OVERDUE", "clerk FORM_OVERDUE")
	c.db.Raw.Client.Form.Update().SetState(term.FormStateDropped).ExecX(testkit.System())
	c.notifies("forms that are not needed any more", days(8))
}

func (c *cast) ofReview() {
	f := c.quiet(nil)
	e := c.East
	to := func(state term.FormState, action term.AuditAction, change func(*ent.FormUpdateOne)) func() {
		return func() {
			c.db.Clock.Forward(time.Minute)
			c.written(f, c.as("clerk", term.RoleStaff, e.Department), action, func(u *ent.FormUpdateOne) {
				u.SetState(state).ClearAddresseeID()
				if change != nil {
					change(u)
				}
			})
		}
	}
	c.notifies("a form for the head", to(term.FormStateDeptReview, term.AuditActionSubmitForm, func(u *ent.FormUpdateOne) { u.SetAddresseeID(e.People[2].ID) }),
		"department FORM_TO_REVIEW")
	c.notifies("a form that the head prepared", to(term.FormStateDeptReview, term.AuditActionSubmitForm, func(u *ent.FormUpdateOne) {
		u.SetAddresseeID(e.People[1].ID).SetPreparedByPersons([]int64{e.People[2].ID})
	}), "city FORM_TO_REVIEW")
	c.notifies("a form for another than before", to(term.FormStateDeptReview, term.AuditActionReaddressForm, func(u *ent.FormUpdateOne) {
		u.SetAddresseeID(e.People[0].ID)
	}), "province FORM_TO_REVIEW")
	c.notifies("a form that nobody leads who could answer it", to(term.FormStateLeaderReview, term.AuditActionApproveForm, nil), "group FORM_TO_REVIEW")
	c.notifies("a form for the inspectors", to(term.FormStateInspectionReview, term.AuditActionApproveForm, nil), "inspector FORM_TO_REVIEW")
	c.notifies("a form that the nearest inspector prepared", to(term.FormStateInspectionReview, term.AuditActionApproveForm, func(u *ent.FormUpdateOne) {
		u.SetPreparedBy([]int64{c.by["inspector"].ID})
	}), "far FORM_TO_REVIEW")
	c.notifies("a form for the leading group", to(term.FormStateGroupReview, term.AuditActionApproveForm, nil), "group FORM_TO_REVIEW")
	c.notifies("a form that is published", to(term.FormStatePublicity, term.AuditActionApproveForm, nil), "clerk FORM_PUBLISHED")
	c.notifies("a form that was returned", func() {
		c.written(f, c.as("inspector", term.RoleInspector, e.City), term.AuditActionReturnForm, func(u *ent.FormUpdateOne) { u.SetState(term.FormStateDraft) })
	}, "clerk FORM_RETURNED")
	c.notifies("approvals that are void", func() { c.void(f) }, "clerk FORM_REOPENED", "city FORM_CHANGED", "inspector FORM_CHANGED")
	c.notifies("a form that is filed", func() {
		for _, action := range []term.AuditAction{term.AuditActionApproveForm, term.AuditActionFileForm} {
			to(term.FormStateFiled, action, nil)()
		}
	}, "clerk FORM_FILED")
}

// submission is one of a form.
func (c *cast) submission(f *ent.Form) *ent.FormSubmission {
	c.t.Helper()
	create := c.db.Raw.Client.FormSubmission.Create().SetFormID(f.ID).SetRevision(1).SetNumber(1).SetAt(c.db.Now()).SetHash("x").SetSubmitterName("经办人").SetContainsA(false)
	if err := org.Place(create.Mutation(), c.East.Department); err != nil {
		c.t.Fatal(err)
	}
	return create.SaveX(testkit.System())
}

// void takes an approval of a person and one of an account without a person out of force.
func (c *cast) void(f *ent.Form) {
	c.t.Helper()
	ctx, now := testkit.System(), c.db.Now()
	submission := c.submission(f)
	decision := func(stage term.FormState, role term.Role, who string) *ent.ReviewDecision {
		o := c.db.Raw.Client.ReviewDecision.Create().SetFormID(f.ID).SetSubmissionID(submission.ID).SetStage(stage).SetVerdict(term.VerdictApproved).SetText("同意").
			SetSignerName(who).SetSignerRole(role).SetAccountID(c.by[who].ID).SetNillableSignerID(c.by[who].PersonID).SetAt(now)
		if err := org.Place(o.Mutation(), c.East.Department); err != nil {
			c.t.Fatal(err)
		}
		return o.SaveX(ctx)
	}
	decisions := []*ent.ReviewDecision{decision(term.FormStateLeaderReview, term.RoleLeaderInCharge, "city"), decision(term.FormStateInspectionReview, term.RoleInspector, "inspector")}
	_, err := audit.Write(ctx, c.db.Store, audit.Event{Action: term.AuditActionVoidReviewDecisions}, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		for _, o := range decisions {
			if err := tx.ReviewDecision.UpdateOneID(o.ID).SetVoidedAt(now).SetVoidReason("提交后内容被修改").Exec(ctx); err != nil {
				return nil, err
			}
		}
		return tx.Form.UpdateOneID(f.ID).SetState(term.FormStateDraft).SetSubmissionID(submission.ID).SetUpdatedAt(now).Save(ctx)
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *cast) ofRevision() {
	e := c.East
	clerk, inspector := c.as("clerk", term.RoleStaff, e.Department), c.as("inspector", term.RoleInspector, e.City)
	f := c.quiet(func(f *ent.FormCreate) { f.SetState(term.FormStateFiled) })
	ask := func() {
		c.db.Clock.Forward(time.Minute)
		c.written(f, clerk, term.AuditActionAskRevision, func(u *ent.FormUpdateOne) {
			u.SetState(term.FormStateRevising).SetPreparedByPersons([]int64{c.clerk.ID})
		})
	}
	c.notifies("a revision that is asked for", ask, "inspector FORM_TO_REVIEW", "group FORM_TO_REVIEW")
	c.notifies("a revision that is refused", func() {
		c.written(f, inspector, term.AuditActionRefuseRevision, func(u *ent.FormUpdateOne) { u.SetState(term.FormStateFiled) })
	}, "clerk REVISION_REFUSED")
	c.notifies("a revision that is asked for again", ask, "inspector FORM_TO_REVIEW", "group FORM_TO_REVIEW")
	c.notifies("a revision that is allowed", func() {
		c.written(f, inspector, term.AuditActionAllowRevision, func(u *ent.FormUpdateOne) { u.SetState(term.FormStateDraft).SetRevision(2) })
	}, "clerk FORM_EXPECTED")
	c.db.Raw.Client.Form.UpdateOne(f).SetState(term.FormStateDropped).ExecX(testkit.System())
}

func (c *cast) ofDelegation() {
	e, s := c.East, review.New(c.db.Store, nil)
	c.quiet(func(f *ent.FormCreate) { f.SetState(term.FormStateLeaderReview).SetAddresseeID(e.People[1].ID) })
	c.quiet(func(f *ent.FormCreate) {
		f.SetState(term.FormStateLeaderReview).SetAddresseeID(e.People[1].ID).SetPreparedByPersons([]int64{e.People[0].ID})
	})
	city := c.as("city", term.RoleLeaderInCharge, e.City)
	delegate := func(deputy int64, from int) *ent.Delegation {
		c.t.Helper()
		day := c.db.Today().AddDate(0, 0, from)
		return testkit.Must(s.Delegate(testkit.Also(city, term.RolePrincipalLeader, e.Unit), review.Delegate{DeputyID: deputy, From: day, To: day, Reason: "出差"}))(c.t).Delegation
	}
	// The second form is the deputy's own work; the first waits for who is away as well.
	c.notifies("a deputy from today", func() { delegate(e.People[0].ID, 0) }, "province FORM_TO_REVIEW", "city FORM_TO_REVIEW", "city FORM_TO_REVIEW")
	c.notifies("a deputy from tomorrow", func() { delegate(c.clerk.ID, 1) })
	c.notifies("the day of the deputy", func() {
		c.db.Clock.Forward(24 * time.Hour)
		c.day(c.t)
	}, "clerk FORM_TO_REVIEW", "clerk FORM_TO_REVIEW")
	c.db.Raw.Client.Form.Update().SetState(term.FormStateDropped).ExecX(testkit.System())
}

func (c *cast) ofMeetings() {
	e, s := c.East, c.db.Meetings
	group := c.as("group", term.RoleLeadingGroup, e.Unit)
	details := meeting.Details{Title: "风险等级审定会", HeldOn: c.db.Today().AddDate(0, 0, 3), Place: "三楼会议室", RecorderID: &c.clerk.ID}
	for i, p := range e.People {
		details.Members = append(details.Members, &meeting.MemberInput{PersonID: p.ID, Head: i == 0})
	}
	var m *ent.Meeting
	c.notifies("a meeting", func() {
		m = testkit.Must(s.Plan(group, meeting.PlanMeeting{UnitID: e.Unit.ID, Details: details}))(c.t).Unwrap()
	}, "province MEETING_CALLED", "city MEETING_CALLED", "department MEETING_CALLED", "clerk MEETING_CALLED")
	all := []string{"province MEETING_CALLED", "city MEETING_CALLED", "department MEETING_CALLED", "clerk MEETING_CALLED"}
	revise := func(change func(*meeting.Details)) func() {
		return func() {
			c.t.Helper()
			change(&details)
			m = testkit.Must(s.Revise(group, meeting.ReviseMeeting{ID: m.ID, ExpectedVersion: m.Version, Details: details}))(c.t).Unwrap()
		}
	}
	c.notifies("its agenda", func() {
		m = testkit.Must(s.SetAgenda(group, meeting.SetAgenda{MeetingID: m.ID, ExpectedVersion: m.Version,
			Items: []*meeting.ItemInput{meeting.Grading(e.Risks[2].ID, term.GradeA)}}))(c.t).Unwrap()
	})
	c.notifies("a text on the agenda that is rewritten", func() {
		r := c.db.Client.RiskPoint.GetX(testkit.System(), e.Risks[2].ID)
		testkit.Must(c.db.Register.ReviseRiskPoint(c.as("city", term.RoleLeaderInCharge, e.City), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version,
			Details: testkit.RiskDetails("改写后")}))(c.t)
	}, "province MEETING_ITEM_WITHDRAWN", "department MEETING_ITEM_WITHDRAWN", "clerk MEETING_ITEM_WITHDRAWN",
		"department GRADE_TO_REASSESS", "group GRADE_TO_REASSESS")
	m = c.db.Client.Meeting.GetX(testkit.System(), m.ID)
	day := details.HeldOn
	c.notifies("another day", revise(func(d *meeting.Details) { d.HeldOn = day.AddDate(0, 0, 1) }), all...)
	c.notifies("the first day again", revise(func(d *meeting.Details) { d.HeldOn = day }), all...)
	c.notifies("a place with a long name", revise(func(d *meeting.Details) { d.Place = strings.Repeat("楼", 200) }), all...)
	c.notifies("nothing new", revise(func(*meeting.Details) {}))
	other := testkit.Must(c.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: e.Unit.ID, Name: "委员", JobTitle: "委员"}))(c.t)
	c.notifies("one member for another", revise(func(d *meeting.Details) {
		d.Members = append(slices.Clone(d.Members[:2]), &meeting.MemberInput{PersonID: other.ID})
	}), "department MEETING_DISMISSED")
	c.notifies("a member who is wanted after all", revise(func(d *meeting.Details) {
		d.Members = append(d.Members, &meeting.MemberInput{PersonID: e.People[2].ID})
	}), "department MEETING_CALLED")
	c.notifies("a meeting that is not held", func() {
		testkit.Must(s.Cancel(group, meeting.CancelMeeting{ID: m.ID, ExpectedVersion: m.Version, Reason: "改期"}))(c.t)
	}, "province MEETING_CANCELLED", "city MEETING_CANCELLED", "department MEETING_CANCELLED", "clerk MEETING_CANCELLED")
	c.onPaper(group)
}

// onPaper records the vote of a member from paper.
func (c *cast) onPaper(group context.Context) {
	e, s := c.East, c.db.Meetings
	details := meeting.Details{Title: "书面表决会", HeldOn: c.db.Today(), Place: "三楼"}
	for i, p := range e.People {
		details.Members = append(details.Members, &meeting.MemberInput{PersonID: p.ID, Head: i == 0})
	}
	ctx := testkit.System()
	r := testkit.Must(c.db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: e.Department.ID, Details: testkit.RiskDetails("书面"), Assessment: &testkit.Minor}))(c.t)
	c.follow(c.t)
	c.news()
	var m *ent.Meeting
	c.notifies("a meeting of today", func() {
		m = testkit.Must(s.Plan(group, meeting.PlanMeeting{UnitID: e.Unit.ID, Details: details}))(c.t).Unwrap()
		m = testkit.Must(s.SetAgenda(group, meeting.SetAgenda{MeetingID: m.ID, ExpectedVersion: m.Version,
			Items: []*meeting.ItemInput{meeting.Grading(r.ID, term.GradeC)}}))(c.t).Unwrap()
		in := meeting.OpenMeeting{ID: m.ID, ExpectedVersion: m.Version}
		for _, member := range c.db.Client.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID)).AllX(testkit.System()) {
			in.Attendance = append(in.Attendance, &meeting.Attendance{MemberID: member.ID, Present: true})
		}
		m = testkit.Must(s.Open(group, in))(c.t).Unwrap()
	}, "province MEETING_CALLED", "city MEETING_CALLED", "department MEETING_CALLED")
	c.notifies("a vote from paper", func() {
		city := c.db.Client.MeetingMember.Query().Where(meetingmember.MeetingID(m.ID), meetingmember.PersonID(e.People[1].ID)).OnlyX(testkit.System())
		item := c.db.Client.MeetingItem.Query().Where(meetingitem.MeetingID(m.ID)).OnlyX(testkit.System())
		testkit.Must(s.Vote(group, meeting.CastVote{ItemID: item.ID, MemberID: city.ID, Vote: term.VoteFor}))(c.t)
	}, "city VOTE_ON_PAPER")
}

func (c *cast) ofStaff() {
	ctx, d := testkit.System(), c.East.Department
	post := testkit.Must(c.db.Org.CreatePost(ctx, org.CreatePost{UnitID: d.ID, Name: "收件岗"}))(c.t)
	fresh := testkit.Must(c.db.Org.AddPerson(ctx, org.AddPerson{UnitID: d.ID, Name: "新人"}))(c.t)
	c.notifies("an appointment in a department", func() {
		testkit.Must(c.db.Org.Appoint(ctx, fresh.ID, post.ID, c.db.Today()))(c.t)
	}, "department STAFF_JOINED")
	leader := c.as("department", term.RoleSystemAdmin, nil)
	another := testkit.Must(c.db.Org.AddPerson(ctx, org.AddPerson{UnitID: d.ID, Name: "又一人"}))(c.t)
	c.notifies("an appointment by who heads the department", func() {
		testkit.Must(c.db.Org.Appoint(leader, another.ID, post.ID, c.db.Today()))(c.t)
	}, "province STAFF_JOINED")
}

func (c *cast) ofGrades() {
	e, s := c.East, c.db.Register
	d := e.Department
	clerk, head := c.as("clerk", term.RoleStaff, d), c.as("department", term.RoleDeptHead, d)
	city, inspector := c.as("city", term.RoleLeaderInCharge, e.City), c.as("inspector", term.RoleInspector, e.City)
	c.db.Raw.Client.Account.UpdateOneID(viewer.FromContext(inspector).AccountID).SetSecretsOwnSince(c.db.Now().Add(-testkit.Settled)).ExecX(testkit.System())
	record := func(name string, in register.GradeInputs) *ent.RiskPoint {
		return testkit.Must(s.RecordRiskPoint(clerk, register.RecordRiskPoint{UnitID: d.ID, Details: testkit.RiskDetails(name), Assessment: &in}))(c.t)
	}
	var r *ent.RiskPoint
	c.notifies("a risk point", func() {
		r = record("会签", register.GradeInputs{Likelihood: 3, Severity: 2, Consequence: term.ConsequenceKindMinor})
	})
	endorse := func() {
		r = testkit.Must(s.EndorseGrade(city, register.EndorseGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeB}))(c.t).RiskPoint
	}
	answer := func(how func(context.Context, register.AnswerEndorsement) (*register.Assessed, error)) func() {
		return func() {
			r = testkit.Must(how(inspector, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version, Reason: "理由"}))(c.t).RiskPoint
		}
	}
	c.notifies("a grade that is endorsed", endorse, "inspector GRADE_TO_CONCUR")
	c.notifies("a grade that is refused", answer(s.RefuseGrade), "city GRADE_REFUSED")
	c.notifies("a grade that is endorsed again", endorse, "inspector GRADE_TO_CONCUR")
	c.notifies("a B that is decided", answer(s.ConcurGrade), "department GRADE_DECIDED")
	rewrite := func(name string) {
		r = testkit.Must(s.ReviseRiskPoint(clerk, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails(name)}))(c.t)
	}
	c.notifies("a decided text that is rewritten", func() { rewrite("改写") }, "department GRADE_TO_REASSESS", "city GRADE_TO_REASSESS")
	c.notifies("an outdated text that is rewritten again", func() { rewrite("再改写") })
	c.notifies("a retirement that is endorsed", func() {
		r = testkit.Must(s.EndorseRetirement(city, register.EndorseRetirement{RiskPointID: r.ID, ExpectedVersion: r.Version,
			Ground: term.RetireGroundNoRisk, Reason: "已整改"}))(c.t).RiskPoint
	}, "inspector RETIREMENT_TO_CONCUR")
	c.notifies("a retirement that is refused", func() {
		r = testkit.Must(s.RefuseRetirement(inspector, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version, Reason: "尚有风险"}))(c.t).RiskPoint
	}, "city RETIREMENT_REFUSED")
	c.notifies("a retirement that is endorsed again", func() {
		r = testkit.Must(s.EndorseRetirement(city, register.EndorseRetirement{RiskPointID: r.ID, ExpectedVersion: r.Version,
			Ground: term.RetireGroundNoRisk, Reason: "已整改"}))(c.t).RiskPoint
	}, "inspector RETIREMENT_TO_CONCUR")
	c.notifies("a retirement that is concurred in", func() {
		r = testkit.Must(s.ConcurRetirement(inspector, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version}))(c.t).RiskPoint
	}, "city RETIREMENT_CONCURRED")
	minor := record("轻微", testkit.Minor)
	c.notifies("a C that the head decides", func() {
		testkit.Must(s.DecideGrade(head, register.DecideGrade{RiskPointID: minor.ID, ExpectedVersion: minor.Version, Grade: term.GradeC}))(c.t)
	}, "inspector GRADE_FILED")
	own := testkit.Must(s.RecordRiskPoint(clerk, register.RecordRiskPoint{UnitID: d.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails("个人", func(x *register.RiskDetails) { x.PersonID = &c.clerk.ID })}))(c.t)
	c.notifies("a C of a person", func() {
		testkit.Must(s.DecideGrade(head, register.DecideGrade{RiskPointID: own.ID, ExpectedVersion: own.Version, Grade: term.GradeC}))(c.t)
	}, "inspector GRADE_FILED", "clerk GRADE_DECIDED")
}

func (c *cast) ofThePublic() {
	f := c.quiet(func(f *ent.FormCreate) { f.SetState(term.FormStatePublicity) })
	handedIn := c.submission(f)
	c.notifies("what the public wrote", func() {
		_, err := audit.Write(testkit.System(), c.db.Store, audit.Event{Action: term.AuditActionReceiveFeedback}, func(ctx context.Context, tx *ent.Tx) (*ent.PublicFeedback, error) {
			n := tx.PublicNotice.Create().SetFormID(f.ID).SetSubmissionID(handedIn.ID).SetSlug(fmt.Sprint("s", f.ID)).SetFromDay(c.db.Today())
			if err := org.Place(n.Mutation(), c.East.Department); err != nil {
				return nil, err
			}
			notice, err := n.Save(ctx)
			if err != nil {
				return nil, err
			}
			p := tx.PublicFeedback.Create().SetNoticeID(notice.ID).SetFormID(f.ID).SetText("x").SetReceivedOn(c.db.Today()).SetState(term.FeedbackStateReceived)
			if err := org.Place(p.Mutation(), c.East.Department); err != nil {
				return nil, err
			}
			return p.Save(ctx)
		})
		if err != nil {
			c.t.Fatal(err)
		}
	}, "inspector FEEDBACK_RECEIVED")
}

func (c *cast) ofObjections() {
	d, s := c.East.Department, objection.New(c.db.Store)
	clerk := c.as("clerk", term.RoleStaff, d)
	on := func(recorder context.Context) *ent.RiskPoint {
		return testkit.Must(c.db.Register.RecordRiskPoint(recorder, register.RecordRiskPoint{UnitID: d.ID, Assessment: &testkit.Minor,
			Details: testkit.RiskDetails(fmt.Sprint("个人", c.db.Now().UnixNano()), func(x *register.RiskDetails) { x.PersonID = &c.clerk.ID })}))(c.t)
	}
	head := on(c.as("department", term.RoleDeptHead, d))
	var o *ent.Objection
	c.notifies("an objection to what the head recorded", func() {
		o = testkit.Must(s.Raise(clerk, objection.Raise{AboutID: head.ID, Text: "与事实不符"}))(c.t)
	}, "city OBJECTION_RAISED")
	c.notifies("its answer", func() {
		testkit.Must(s.Answer(c.as("city", term.RoleLeaderInCharge, c.East.City), objection.Answer{ObjectionID: o.ID, ExpectedVersion: o.Version,
			Outcome: term.ObjectionOutcome(term.ObjectionOutcome("").Values()[0]), Answer: "维持"}))(c.t)
	}, "clerk OBJECTION_ANSWERED")
	c.notifies("an objection to the same once more", func() {
		o = testkit.Must(s.Raise(clerk, objection.Raise{AboutID: head.ID, Text: "仍与事实不符"}))(c.t)
	}, "city OBJECTION_RAISED")
	c.notifies("its being taken back", func() {
		testkit.Must(s.Withdraw(clerk, objection.Withdraw{ObjectionID: o.ID, ExpectedVersion: o.Version}))(c.t)
	}, "city OBJECTION_WITHDRAWN")
	o = testkit.Must(s.Raise(clerk, objection.Raise{AboutID: head.ID, Text: "请再核"}))(c.t)
	c.follow(c.t)
	c.news()
	on(c.as("clerk", term.RoleStaff, d)) // is no objection and has no clock
	clock := func(day time.Time) func() {
		return func() {
			c.db.Clock.Forward(day.Sub(c.db.Today()))
			c.day(c.t)
		}
	}
	late := []string{"city OBJECTION_OVERDUE", "province OBJECTION_OVERDUE", "inspector OBJECTION_OVERDUE"}
	c.notifies("the fourth day before its last", clock(o.DueOn.AddDate(0, 0, -4)))
	c.notifies("the third day before its last", clock(o.DueOn.AddDate(0, 0, -3)), "city OBJECTION_DUE")
	c.notifies("its last day", clock(o.DueOn))
	c.notifies("the day after", clock(o.DueOn.AddDate(0, 0, 1)), late...)
	c.notifies("a week late", clock(o.DueOn.AddDate(0, 0, 7)))
	c.notifies("the day after that", clock(o.DueOn.AddDate(0, 0, 8)), late...)
	testkit.Must(s.Withdraw(clerk, objection.Withdraw{ObjectionID: o.ID, ExpectedVersion: o.Version}))(c.t)
	c.follow(c.t)
	c.news()
	c.notifies("one that nobody waits for", clock(o.DueOn.AddDate(0, 0, 30)))
	// A leader in charge above the one who recorded it answers in their place.
	testkit.Must(c.db.Org.AssignPortfolio(testkit.System(), c.West.People[2].ID, c.East.Unit.ID, term.PortfolioKindInCharge, c.db.Today()))(c.t)
	city := on(testkit.Also(c.as("city", term.RoleStaff, d), term.RoleDeptHead, d))
	c.notifies("an objection whose tier is led by who recorded it", func() {
		testkit.Must(s.Raise(clerk, objection.Raise{AboutID: city.ID, Text: "与事实不符"}))(c.t)
	}, "west OBJECTION_RAISED")
}

func (c *cast) ofJobs() {
	jobs := job.New(c.db.Store, nil, nil)
	jobs.Ended(c.notices.JobEnded)
	ctx := testkit.System()
	for how, ends := range map[string]error{"is done": nil, "fails": fault.Bad("", "BAD", "坏", "bad")} {
		jobs.Handle(term.JobKindExportCampaign, func(context.Context, *job.Run) error { return ends })
		for _, whose := range []struct {
			account *ent.Account
			want    []string
		}{{c.by["clerk"], []string{"clerk JOB_ENDED"}}, {nil, nil}} {
			create := c.db.Raw.Client.Job.Create().SetKind(term.JobKindExportCampaign).SetObjectID(c.campaign.ID).SetState(term.JobStateQueued).
				SetCreatedAt(c.db.Now()).SetUpdatedAt(c.db.Now())
			if whose.account != nil {
				create.SetAccountID(whose.account.ID)
			}
			j := create.SaveX(ctx)
			c.notifies("a job that "+how, func() {
				if !jobs.Once(ctx) {
					c.t.Fatal("no job waits")
				}
			}, whose.want...)
			c.notifies("the same end once more", func() {
				if err := c.notices.JobEnded(ctx, c.db.Client.Job.GetX(ctx, j.ID)); err != nil {
					c.t.Fatal(err)
				}
			})
		}
	}
}
