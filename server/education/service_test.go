package education_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/educationparticipant"
	"sineng/ent/educationsession"
	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/server/education"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/task"
	"sineng/server/testkit"
	"sineng/server/todo"
)

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

// scene is a department of a city with a head and two of staff, a section below it with one more, and a measure of daily education that one of
// the staff carries out every month.
type scene struct {
	t              *testing.T
	db             *testkit.DB
	w              *testkit.World
	s              *education.Service
	tasks          *task.Service
	section        *ent.Unit
	head, jia, yi  *ent.Person
	below, outside *ent.Person
	m              *ent.Measure
}

func newScene(t *testing.T, db *testkit.DB) *scene { // the clock starts on Monday 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), tasks: task.New(db.Store, db.Register)}
	c.s = education.New(db.Store, c.tasks)
	d, from := c.w.East.Department, db.Today().AddDate(0, -6, 0)
	c.section = testkit.Must(testkit.NewUnit(db, d, "E111", "窗口组", term.UnitKindDepartment))(t)
	c.head = c.w.East.People[2]
	c.jia, c.yi, c.below = c.posted(d, "甲", from), c.posted(d, "乙", from), c.posted(c.section, "丙", from)
	c.outside = c.w.West.People[2]
	c.m = testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: d.ID, Details: register.MeasureDetails{
		Content: "每月警示教育", Kind: term.MeasureKindEducation, Mechanism: term.MechanismDailyEducation, Scope: term.MeasureScopeGeneral,
		OwnerID: &c.jia.ID, RiskPointIds: []int64{c.w.East.Risks[2].ID}}}))(t)
	for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
		m := db.Client.Measure.GetX(testkit.System(), c.m.ID)
		c.m = testkit.Must(db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(t)
	}
	return c
}

// posted is somebody who holds a post of their own in a unit from a day on.
func (c *scene) posted(u *ent.Unit, name string, from time.Time) *ent.Person {
	ctx := testkit.System()
	p := testkit.Must(c.db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: name, JobTitle: "科员"}))(c.t)
	post := testkit.Must(c.db.Org.CreatePost(ctx, org.CreatePost{UnitID: u.ID, Name: name + "岗"}))(c.t)
	testkit.Must(c.db.Org.Appoint(ctx, p.ID, post.ID, from))(c.t)
	return p
}

func (c *scene) as(p *ent.Person) context.Context {
	role := term.RoleStaff
	if p == c.head {
		role = term.RoleDeptHead
	}
	return testkit.AsPerson(role, c.w.East.Department, p)
}

func (c *scene) details(on string) *education.Details {
	return &education.Details{Kind: term.EducationKindWarningCases, Topic: "典型案例通报", HeldOn: day(on), Place: "会议室", LeaderID: &c.head.ID, Minutes: 90}
}

func (c *scene) plan(on string) *ent.EducationSession {
	c.t.Helper()
	d := c.details(on)
	d.MeasureIds = []int64{c.m.ID}
	return testkit.Must(c.s.Record(c.as(c.jia), education.Recording{UnitID: c.w.East.Department.ID, Details: d, Invite: &education.Invitation{UnitIds: []int64{c.w.East.Department.ID}}}))(c.t)
}

func (c *scene) now(e *ent.EducationSession) *ent.EducationSession {
	return c.db.Client.EducationSession.GetX(testkit.System(), e.ID)
}

// roll says who is expected at a session, and how they took part.
func (c *scene) roll(e *ent.EducationSession) string {
	var out []string
	for _, p := range c.db.Client.EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID)).Order(educationparticipant.BySortOrder(), educationparticipant.ByID()).AllX(testkit.System()) {
		text := p.Name
		if p.Attendance != nil {
			text += " " + string(*p.Attendance)
		}
		if p.MadeUpOn != nil {
			text += " " + p.MadeUpOn.Format(time.DateOnly)
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func (c *scene) participant(e *ent.EducationSession, p *ent.Person) int64 {
	return c.db.Client.EducationParticipant.Query().Where(educationparticipant.SessionID(e.ID), educationparticipant.PersonID(p.ID)).OnlyIDX(testkit.System())
}

func (c *scene) hold(as *ent.Person, e *ent.EducationSession, how education.Holding) (*ent.EducationSession, error) {
	how.SessionID, how.ExpectedVersion = e.ID, c.now(e).Version
	return c.s.Hold(c.as(as), how)
}

func reasons(err error) string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, strings.TrimSpace(e.Field+" "+e.Reason))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestASessionIsPlannedHeldCorrectedAndCancelled(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		e := c.plan("2026-03-05")
		if got := c.roll(e); e.State != term.EducationStatePlanned || got != "东2人, 乙, 甲, 丙" {
			t.Fatalf("%s expects %q", e.State, got)
		}
		if _, err := c.hold(c.jia, e, education.Holding{}); reasons(err) != "sessionId NOT_BEGUN" {
			t.Errorf("held before its day: %v", err)
		}
		mark := func(p *ent.Person, a term.Attendance) *education.Mark {
			return &education.Mark{ParticipantID: c.participant(e, p), Said: education.Said{Attendance: a}}
		}
		set := func(in education.Setting) (*ent.EducationSession, error) {
			in.SessionID, in.ExpectedVersion = e.ID, c.now(e).Version
			return c.s.Set(c.as(c.jia), in)
		}
		if _, err := set(education.Setting{Marks: []*education.Mark{mark(c.yi, term.AttendanceAbsent)}}); reasons(err) != "marks NOT_HELD" {
			t.Errorf("marked before it was held: %v", err)
		}
		testkit.Must(set(education.Setting{Remove: []int64{c.participant(e, c.below)}}))(t)
		late := c.posted(c.section, "丁", day("2026-03-04")) // joins before the day, after the invitation
		testkit.Must(set(education.Setting{Add: &education.Invitation{UnitIds: []int64{c.section.ID}, PersonIds: []int64{c.yi.ID}}}))(t)
		if got := c.roll(e); got != "东2人, 乙, 甲, 丁, 丙" && got != "东2人, 乙, 甲, 丙, 丁" {
			t.Errorf("expects %q", got)
		}
		if _, err := set(education.Setting{Add: &education.Invitation{PersonIds: []int64{late.ID}}}); reasons(err) != "marks UNCHANGED" {
			t.Errorf("added whom it expects: %v", err)
		}
		db.Clock.Forward(4 * 24 * time.Hour)
		held := testkit.Must(c.hold(c.jia, e, education.Holding{Marks: []*education.Mark{mark(c.yi, term.AttendanceAbsent), mark(c.below, term.AttendanceExcused)}}))(t)
		if got := c.roll(e); held.State != term.EducationStateHeld || !strings.Contains(got, "东2人 ATTENDED, 乙 ABSENT, 甲 ATTENDED") || !strings.Contains(got, "丙 EXCUSED") {
			t.Errorf("%s: %q", held.State, got)
		}
		if _, err := c.hold(c.jia, e, education.Holding{}); reasons(err) != "sessionId SESSION_CLOSED" {
			t.Errorf("held twice: %v", err)
		}
		// Who makes up for it needs no reason; what takes back does.
		made := mark(c.yi, term.AttendanceAbsent)
		on := db.Today()
		made.MadeUpOn = &on
		testkit.Must(set(education.Setting{Marks: []*education.Mark{made}}))(t)
		for what, in := range map[string]education.Setting{
			"a mark":   {Marks: []*education.Mark{mark(c.below, term.AttendanceAttended)}},
			"a guest":  {Add: &education.Invitation{PersonIds: []int64{c.w.East.People[1].ID}}},
			"a person": {Remove: []int64{c.participant(e, c.below)}},
		} {
			if _, err := set(in); !strings.HasPrefix(reasons(err), "reason ") {
				t.Errorf("%s without a reason: %v", what, err)
			}
		}
		if got := c.roll(e); !strings.Contains(got, "乙 ABSENT 2026-03-06") || strings.Contains(got, "东1人") {
			t.Errorf("all or nothing: %q", got)
		}
		testkit.Must(set(education.Setting{Marks: []*education.Mark{mark(c.below, term.AttendanceAttended)}, Reason: "漏签"}))(t)
		// The day can't move behind who made up for it.
		d := c.details("2026-03-06")
		revise := func(reason string) error {
			_, err := c.s.Revise(c.as(c.head), education.Revision{SessionID: e.ID, ExpectedVersion: c.now(e).Version, Details: d, Reason: reason})
			return err
		}
		if err := revise(""); !strings.HasPrefix(reasons(err), "reason ") {
			t.Errorf("revised without a reason: %v", err)
		}
		if err := revise("日期有误"); err != nil {
			t.Errorf("on the day of making up: %v", err)
		}
		db.Clock.Forward(24 * time.Hour)
		d.HeldOn = day("2026-03-07")
		if err := revise("日期有误"); reasons(err) != "details.heldOn OUT_OF_RANGE" {
			t.Errorf("behind who made up for it: %v", err)
		}
		d.HeldOn = day("2026-03-08")
		if err := revise("日期有误"); reasons(err) != "details.heldOn NOT_BEGUN" {
			t.Errorf("held in the future: %v", err)
		}
		d.HeldOn = day("2026-03-06")
		if err := revise("日期有误"); reasons(err) != "details UNCHANGED" {
			t.Errorf("the same again: %v", err)
		}
		cancelled := testkit.Must(c.s.Cancel(c.as(c.head), education.Cancellation{SessionID: e.ID, ExpectedVersion: c.now(e).Version, Reason: "重复登记"}))(t)
		if cancelled.State != term.EducationStateCancelled || cancelled.CancelReason != "重复登记" {
			t.Errorf("cancelled %+v", cancelled)
		}
		if err := revise("x"); reasons(err) != "sessionId SESSION_CLOSED" {
			t.Errorf("revised after it was cancelled: %v", err)
		}
		db.Sequence(t)
		var actions []string
		for _, a := range db.Client.AuditEntry.Query().Where(auditentry.ActionIn(term.AuditActionPlanEducation, term.AuditActionHoldEducation, term.AuditActionReviseEducation,
			term.AuditActionSetParticipants, term.AuditActionCancelEducation)).Order(auditentry.ByID()).AllX(testkit.System()) {
			actions = append(actions, string(a.Action))
		}
		if want := "PLAN_EDUCATION SET_PARTICIPANTS SET_PARTICIPANTS HOLD_EDUCATION SET_PARTICIPANTS SET_PARTICIPANTS REVISE_EDUCATION CANCEL_EDUCATION"; strings.Join(actions, " ") != want {
			t.Errorf("the log says %s", actions)
		}
	})
}

func TestHoldingASessionCompletesATaskOfItsMeasure(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		testkit.Must(c.tasks.Schedule(c.as(c.head), task.Scheduling{Measures: []*task.Target{{MeasureID: c.m.ID}}, Kind: term.TaskKindWork, Every: term.RecurrenceMonthly}))(t)
		open := db.Client.MeasureTask.Query().Where(measuretask.MeasureID(c.m.ID)).OnlyX(testkit.System())
		e := c.plan("2026-03-02")
		fits := func(p *ent.Person) string {
			var out []string
			for _, row := range testkit.Must(c.s.Completable(c.as(p), []*ent.EducationSession{e}))(t)[e] {
				out = append(out, fmt.Sprint(row.ID == open.ID))
			}
			return strings.Join(out, " ")
		}
		if fits(c.jia) != "true" || fits(c.head) != "true" || fits(c.yi) != "" {
			t.Errorf("it completes %q, %q and for others %q", fits(c.jia), fits(c.head), fits(c.yi))
		}
		completes := func(version int, note string) education.Holding {
			return education.Holding{Completes: []*education.Completion{{TaskID: open.ID, ExpectedVersion: version, Note: note}}}
		}
		if _, err := c.hold(c.yi, e, completes(open.Version, "")); reasons(err) != "completes.0.taskId NOT_YOURS" {
			t.Errorf("somebody else's task: %v", err)
		}
		if _, err := c.hold(c.jia, e, completes(open.Version+1, "")); !fault.Is(err, fault.Conflict) {
			t.Errorf("an older version: %v", err)
		}
		if got := c.now(e); got.State != term.EducationStatePlanned || c.roll(e) != "东2人, 乙, 甲, 丙" {
			t.Errorf("what was refused stays: %s %q", got.State, c.roll(e))
		}
		testkit.Must(c.hold(c.jia, e, completes(open.Version, "")))(t)
		done := db.Client.MeasureTask.GetX(testkit.System(), open.ID)
		if done.State != term.TaskStateDone || done.SessionID == nil || *done.SessionID != e.ID || done.Note != "2026-03-02 警示教育“典型案例通报”" {
			t.Errorf("the task is %+v", done)
		}
		// A session of another period completes no task of this one.
		d := c.details("2026-02-27")
		d.MeasureIds = []int64{c.m.ID}
		_, err := c.s.Record(c.as(c.jia), education.Recording{UnitID: c.w.East.Department.ID, Details: d, Invite: &education.Invitation{PersonIds: []int64{c.yi.ID}},
			Held: &education.Held{Completes: []*education.Completion{{TaskID: open.ID, ExpectedVersion: done.Version}}}})
		if reasons(err) != "held.completes.0.taskId TASK_NOT_FITTING" {
			t.Errorf("another period: %v", err)
		}
	})
}

func TestATaskThatWantsAFileTakesThatOfTheSession(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		testkit.Must(c.tasks.Schedule(c.as(c.head), task.Scheduling{Measures: []*task.Target{{MeasureID: c.m.ID}}, Kind: term.TaskKindWork, Every: term.RecurrenceMonthly, WantsFile: true}))(t)
		open := db.Client.MeasureTask.Query().Where(measuretask.MeasureID(c.m.ID)).OnlyX(testkit.System())
		e := c.plan("2026-03-02")
		held := education.Holding{Completes: []*education.Completion{{TaskID: open.ID, ExpectedVersion: open.Version}}}
		if _, err := c.hold(c.jia, e, held); reasons(err) != "completes.0.taskId FILE_WANTED" {
			t.Fatalf("without a file: %v", err)
		}
		kind := c.s.Attachments()[0]
		db.Raw.Client.Attachment.Create().SetOwnerID(e.ID).SetName("签到表.pdf").SetMediaType("application/pdf").SetUploaderName("甲").SetHash(strings.Repeat("0", 64)).SetSize(1).SetAt(db.Now()).
			SetUnitID(e.UnitID).SetLevels(c.now(e).Levels()).ExecX(testkit.System())
		testkit.Must(c.hold(c.jia, e, held))(t)
		owner := testkit.Must(kind.Find(c.as(c.jia), db.Client, e.ID, false))(t)
		if owner.May != nil || owner.Since.IsZero() {
			t.Errorf("files since %s: %v", owner.Since, owner.May)
		}
		if owner := testkit.Must(kind.Find(testkit.AsPerson(term.RoleInspector, c.w.East.City, c.w.East.People[1]), db.Client, e.ID, false))(t); owner.May == nil {
			t.Error("an inspector attaches files")
		}
	})
}

func TestWhatIsWrongWithASession(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		long := strings.Repeat("长", 4001)
		for want, change := range map[string]func(*education.Recording){
			"details.topic MISSING": func(in *education.Recording) { in.Details.Topic = " " },
			"details.notes TOO_LONG, details.place TOO_LONG, details.topic TOO_LONG": func(in *education.Recording) {
				in.Details.Topic, in.Details.Place, in.Details.Notes = long[:603], long[:603], long
			},
			"details.heldOn NOT_BEGUN": func(in *education.Recording) { in.Held, in.Details.HeldOn = &education.Held{}, day("2026-03-03") },
			"details.heldOn OUT_OF_RANGE": func(in *education.Recording) {
				in.Details.HeldOn = day("2028-03-10")
			},
			"details.minutes OUT_OF_RANGE":       func(in *education.Recording) { in.Details.Minutes = -1 },
			"details.leaderText NOT_APPLICABLE":  func(in *education.Recording) { in.Details.LeaderText = "党校教授" },
			"details.keepsLeader NOT_APPLICABLE": func(in *education.Recording) { in.Details.LeaderID, in.Details.KeepsLeader = nil, true },
			"details.measureIds NOT_EDUCATION":   func(in *education.Recording) { in.Details.MeasureIds = []int64{c.w.East.Measures[2].ID} },
			"details.measureIds NOT_FOUND":       func(in *education.Recording) { in.Details.MeasureIds = []int64{c.w.West.Measures[2].ID} },
			"details.leaderId NOT_FOUND":         func(in *education.Recording) { in.Details.LeaderID = &c.outside.ID },
			"invite.personIds NOT_FOUND":         func(in *education.Recording) { in.Invite.PersonIds = []int64{c.outside.ID} },
			"invite.unitIds NOT_FOUND":           func(in *education.Recording) { in.Invite.UnitIds = []int64{c.w.West.Department.ID} },
			"invite.postIds NOT_FOUND":           func(in *education.Recording) { in.Invite.PostIds = []int64{c.w.West.Posts[2].ID} },
			"unitId NOT_FOUND":                   func(in *education.Recording) { in.UnitID = c.w.West.Department.ID },
			"invite NOBODY_EXPECTED":             func(in *education.Recording) { in.Held = &education.Held{} },
		} {
			in := education.Recording{UnitID: c.w.East.Department.ID, Details: c.details("2026-03-02"), Invite: &education.Invitation{}}
			change(&in)
			if _, err := c.s.Record(c.as(c.jia), in); reasons(err) != want {
				t.Errorf("%s: %v", want, err)
			}
		}
		if n := db.Client.EducationSession.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("%d sessions were recorded", n)
		}
	})
}

func TestWhoSeesAndChangesASession(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		city := c.w.East.City
		leader := testkit.AsPerson(term.RolePrincipalLeader, city, c.w.East.People[1])
		e := testkit.Must(c.s.Record(leader, education.Recording{UnitID: city.ID, Details: &education.Details{Kind: term.EducationKindPartyLesson, Topic: "廉政党课", HeldOn: db.Today(), LeaderID: &c.head.ID},
			Invite: &education.Invitation{PersonIds: []int64{c.jia.ID, c.below.ID}}, Held: &education.Held{}}))(t)
		seen := func(ctx context.Context) string {
			sessions := testkit.Must(c.s.List(ctx, education.Filter{}, store.Page{First: 9}, nil))(t)
			if len(sessions.Rows) == 0 {
				return "none"
			}
			one := sessions.Rows[0]
			rows := testkit.Must(c.s.Participants(ctx, one, store.Page{First: 9}, nil))(t)
			counts, own := testkit.Must(c.s.CountsOf(ctx, sessions.Rows))(t)[one], testkit.Must(c.s.Own(ctx, []int64{one.ID}))(t)[one.ID]
			return fmt.Sprintf("%d, counted %v, own %v, changes %v", len(rows.Rows), counts != nil && counts.Attended == 2, own != nil, c.s.MayChange(ctx, one))
		}
		for who, want := range map[string]string{
			"the leader of the city":       "2, counted true, own false, changes true",
			"who leads it":                 "2, counted true, own false, changes false",
			"who is expected":              "1, counted false, own true, changes false",
			"who is expected, in no role":  "1, counted false, own true, changes false",
			"a colleague":                  "none",
			"an inspector of the city":     "2, counted true, own false, changes false",
			"the leader of the other city": "none",
		} {
			ctx := map[string]context.Context{"the leader of the city": leader, "who leads it": c.as(c.head), "who is expected": c.as(c.jia), "a colleague": c.as(c.yi),
				"who is expected, in no role":  testkit.AsPerson(term.RoleStaff, c.section, c.below),
				"an inspector of the city":     testkit.AsPerson(term.RoleInspector, city, c.w.East.People[0]),
				"the leader of the other city": testkit.AsPerson(term.RolePrincipalLeader, c.w.West.City, c.w.West.People[1])}[who]
			if got := seen(ctx); got != want {
				t.Errorf("%s sees %s, want %s", who, got, want)
			}
		}
		for who, ctx := range map[string]context.Context{"who leads it": c.as(c.head), "who is expected": c.as(c.jia)} {
			if _, err := c.s.Cancel(ctx, education.Cancellation{SessionID: e.ID, ExpectedVersion: 1, Reason: "x"}); reasons(err) != "sessionId NOT_YOURS" {
				t.Errorf("%s cancels it: %v", who, err)
			}
		}
	})
}

func TestFiguresOfAYear(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		ctx, city := testkit.AsPerson(term.RolePrincipalLeader, c.w.East.City, c.w.East.People[1]), c.w.East.City
		invite := &education.Invitation{UnitIds: []int64{c.w.East.Department.ID}}
		held := func(on string, minutes int, marks ...*education.GuestMark) {
			t.Helper()
			testkit.Must(c.s.Record(c.as(c.jia), education.Recording{UnitID: c.w.East.Department.ID, Details: &education.Details{Kind: term.EducationKindStudy, Topic: "学习", HeldOn: day(on), Minutes: minutes},
				Invite: invite, Held: &education.Held{Marks: marks}}))(t)
		}
		mark := func(p *ent.Person, a term.Attendance, madeUp string) *education.GuestMark {
			m := &education.GuestMark{PersonID: p.ID, Said: education.Said{Attendance: a}}
			if madeUp != "" {
				on := day(madeUp)
				m.MadeUpOn = &on
			}
			return m
		}
		held("2026-01-01", 60, mark(c.yi, term.AttendanceExcused, "2026-01-10"), mark(c.below, term.AttendanceAbsent, ""))
		held("2026-02-01", 45, mark(c.yi, term.AttendanceAbsent, ""), mark(c.below, term.AttendanceExcused, ""))
		held("2025-12-31", 30) // of another year
		c.plan("2026-03-02")   // not held
		wrong := testkit.Must(c.s.Record(c.as(c.jia), education.Recording{UnitID: c.w.East.Department.ID, Details: c.details("2026-02-02"), Invite: invite, Held: &education.Held{}}))(t)
		testkit.Must(c.s.Cancel(c.as(c.jia), education.Cancellation{SessionID: wrong.ID, ExpectedVersion: wrong.Version, Reason: "重复"}))(t)

		year := testkit.Must(c.s.OfYear(ctx, city.ID, 2026))(t)
		people := func(y *education.Year, fewerThan int, pageSize int) string {
			var out []string
			var f *int
			if fewerThan > 0 {
				f = &fewerThan
			}
			page := store.Page{First: pageSize}
			for {
				slice := testkit.Must(c.s.People(ctx, y, f, page))(t)
				for _, p := range slice.Rows {
					out = append(out, fmt.Sprintf("%s(%s,%s) %d %d %d", p.Person.Name, p.Department, p.Post, p.Sessions, p.Minutes, p.Missed))
				}
				if n := testkit.Must(slice.Count(ctx))(t); !slice.HasNext && n != len(out) {
					t.Errorf("%d people are counted, %d listed", n, len(out))
				}
				if !slice.HasNext {
					slices.Sort(out)
					return strings.Join(out, "; ")
				}
				page.After = slice.Cursors[len(slice.Cursors)-1]
			}
		}
		all := "丙(窗口组,丙岗) 0 0 2; 东1人(东市局,东1岗) 0 0 0; 东2人(东许可科,东2岗) 2 105 0; 乙(东许可科,乙岗) 1 60 1; 甲(东许可科,甲岗) 2 105 0"
		for _, size := range []int{2, 50} {
			if got := people(year, 0, size); got != all {
				t.Errorf("people %s", got)
			}
			if got := people(year, 1, size); got != "丙(窗口组,丙岗) 0 0 2; 东1人(东市局,东1岗) 0 0 0" {
				t.Errorf("who took part in nothing: %s", got)
			}
			if got := people(year, 2, size); got != "丙(窗口组,丙岗) 0 0 2; 东1人(东市局,东1岗) 0 0 0; 乙(东许可科,乙岗) 1 60 1" {
				t.Errorf("who took part in fewer than two: %s", got)
			}
		}
		reach := func(r *education.Reach) string {
			return fmt.Sprintf("%s %d/%d, none %d", r.Unit.Name, r.Reached, r.People, r.None)
		}
		if got := reach(testkit.Must(c.s.Whole(ctx, year, 1))(t)); got != "东市局 3/5, none 2" {
			t.Errorf("the whole is %s", got)
		}
		if got := reach(testkit.Must(c.s.Direct(ctx, year, 1))(t)); got != "东市局 0/1, none 1" {
			t.Errorf("the unit itself is %s", got)
		}
		departments := testkit.Must(c.s.Departments(ctx, year, 2, store.Page{First: 9}))(t)
		if len(departments.Rows) != 1 || reach(departments.Rows[0]) != "东许可科 2/4, none 1" {
			t.Errorf("departments: %d, %s", len(departments.Rows), reach(departments.Rows[0]))
		}
		// Of a past year, those who held posts on its last day.
		if got := people(testkit.Must(c.s.OfYear(ctx, c.section.ID, 2025))(t), 0, 9); got != "丙(窗口组,丙岗) 1 30 0" {
			t.Errorf("of the year before: %s", got)
		}
		for what, err := range map[string]error{
			"year OUT_OF_RANGE":    second(c.s.OfYear(ctx, city.ID, 2027)),
			"unitId NOT_FOUND":     second(c.s.OfYear(ctx, c.w.West.City.ID, 2026)),
			"atLeast OUT_OF_RANGE": second(c.s.Whole(ctx, year, 0)),
		} {
			if reasons(err) != what {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }

func TestWhoPlannedASessionIsToRecordIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		ctx := c.as(c.jia)
		e := testkit.Must(c.s.Record(ctx, education.Recording{UnitID: c.w.East.Department.ID, Details: c.details("2026-03-03")}))(t)
		waiting := func(ctx context.Context) int {
			items := testkit.Must(c.s.ToDo().Find(ctx))(t)[todo.Education]
			return len(items)
		}
		if waiting(ctx) != 0 || c.s.Overdue(c.now(e)) {
			t.Error("it waits before its day")
		}
		db.Clock.Forward(24 * time.Hour)
		if waiting(ctx) != 0 || c.s.Overdue(c.now(e)) {
			t.Error("it waits on its day")
		}
		db.Clock.Forward(24 * time.Hour)
		if waiting(ctx) != 1 || waiting(c.as(c.yi)) != 0 || !c.s.Overdue(c.now(e)) {
			t.Errorf("%d wait for who planned it, %d for others", waiting(ctx), waiting(c.as(c.yi)))
		}
		testkit.Must(c.s.Cancel(c.as(c.head), education.Cancellation{SessionID: e.ID, ExpectedVersion: 1, Reason: "改期"}))(t)
		if waiting(ctx) != 0 {
			t.Error("what was cancelled waits")
		}
		if n := db.Client.EducationSession.Query().Where(educationsession.StateEQ(term.EducationStateCancelled)).CountX(testkit.System()); n != 1 {
			t.Errorf("%d are cancelled", n)
		}
	})
}
