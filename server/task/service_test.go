package task_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/attachment"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/task"
	"sineng/server/testkit"
)

// scene is a section of a city with a measure in force, which a member of its staff carries out and the leader in charge supervises.
type scene struct {
	t                     *testing.T
	db                    *testkit.DB
	w                     *testkit.World
	s                     *task.Service
	staff, head, inCharge *ent.Person
	held                  int64 // the appointment of the staff
	m                     *ent.Measure
}

func newScene(t *testing.T, db *testkit.DB) *scene { // the clock starts on Monday 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: task.New(db.Store, db.Register)}
	ctx, from, e := testkit.System(), db.Today().AddDate(-1, 0, 0), c.w.East
	c.head, c.staff, c.inCharge = e.People[2], c.person("科员"), c.person("副局长")
	c.held = testkit.Must(db.Org.Appoint(ctx, c.staff.ID, e.Posts[2].ID, from))(t).ID
	testkit.Must(db.Org.AssignPortfolio(ctx, c.inCharge.ID, e.Department.ID, term.PortfolioKindInCharge, from))(t)
	c.m = testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: e.Department.ID, Details: register.MeasureDetails{
		Content: "每月双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
		OwnerID: &c.staff.ID, SupervisorID: &c.inCharge.ID, RiskPointIds: []int64{e.Risks[2].ID}}}))(t)
	c.step(register.Approve, register.Activate)
	return c
}

func (c *scene) person(name string) *ent.Person {
	return testkit.Must(c.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(c.t)
}

// step moves the measure on.
func (c *scene) step(actions ...register.MeasureAction) {
	c.t.Helper()
	for _, a := range actions {
		c.m = c.db.Client.Measure.GetX(testkit.System(), c.m.ID)
		c.m = testkit.Must(c.db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: c.m.ID, ExpectedVersion: c.m.Version, Action: a}))(c.t)
	}
}

func (c *scene) as(p *ent.Person) context.Context {
	role := term.RoleStaff
	switch p {
	case c.head:
		role = term.RoleDeptHead
	case c.inCharge:
		role = term.RoleLeaderInCharge
	}
	return testkit.AsPerson(role, c.w.East.Department, p)
}

func (c *scene) scheduling(kind term.TaskKind, every term.Recurrence) task.Scheduling {
	return task.Scheduling{Measures: []*task.Target{{MeasureID: c.m.ID}}, Kind: kind, Every: every}
}

// schedule has the head schedule tasks.
func (c *scene) schedule(kind term.TaskKind, every term.Recurrence) *ent.TaskSchedule {
	c.t.Helper()
	return testkit.Must(c.s.Schedule(c.as(c.head), c.scheduling(kind, every)))(c.t)[0]
}

// all are all tasks as "kind from due state tier person", the earliest first.
func (c *scene) all() []string {
	c.t.Helper()
	out := []string{}
	for _, t := range c.tasks() {
		who := "-"
		for name, p := range map[string]*ent.Person{"staff": c.staff, "head": c.head, "inCharge": c.inCharge} {
			if t.PersonID != nil && *t.PersonID == p.ID {
				who = name
			}
		}
		out = append(out, strings.Join([]string{t.FromDay.Format("01-02"), t.DueOn.Format("01-02"), string(t.State), who}, " "))
	}
	return out
}

func (c *scene) tasks() []*ent.MeasureTask {
	return c.db.Client.MeasureTask.Query().Order(measuretask.ByFromDay(), measuretask.ByID()).AllX(testkit.System())
}

func (c *scene) want(what string, want ...string) {
	c.t.Helper()
	if got := c.all(); !slices.Equal(got, want) {
		c.t.Errorf("%s: the tasks are %q, want %q", what, got, want)
	}
}

// until lets days pass up to one, on each of which what is due fires, or on the last one alone.
func (c *scene) until(day string, running bool) {
	c.t.Helper()
	to := testkit.Must(time.Parse(time.DateOnly, day))(c.t)
	for c.db.Today().Before(to) {
		c.db.Clock.Forward(24 * time.Hour)
		if running {
			c.fire()
		}
	}
	c.fire()
}

func (c *scene) fire() {
	c.t.Helper()
	c.db.Sequence(c.t)
	if err := c.s.Follow(testkit.System()); err != nil {
		c.t.Fatal(err)
	}
	testkit.Fire(c.t, c.db, c.s.Timers()...)
}

func (c *scene) do(p *ent.Person, t *ent.MeasureTask, finding ...term.TaskFinding) (*ent.MeasureTask, error) {
	in := task.Doing{TaskID: t.ID, ExpectedVersion: t.Version, Note: "已复核 12 件"}
	if len(finding) > 0 {
		in.Finding = &finding[0]
	}
	return c.s.Do(c.as(p), in)
}

func reason(err error) string {
	var e *fault.Error
	if all := fault.All(err); len(all) > 0 {
		e = all[0]
	} else if !errors.As(err, &e) {
		return ""
	}
	return e.Reason
}

func TestAMeasureBecomesAYearOfWork(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		sch := c.schedule(term.TaskKindWork, term.RecurrenceMonthly)
		if sch.NextOn == nil || sch.NextOn.Format(time.DateOnly) != "2026-04-01" || sch.Work != "每月双人复核" {
			t.Errorf("scheduled %+v", sch)
		}
		c.want("at once", "03-01 03-31 DUE staff")
		c.fire()
		c.fire()
		c.want("once only", "03-01 03-31 DUE staff")
		c.until("2026-04-01", true)
		c.want("a new month", "03-01 03-31 DUE staff", "04-01 04-30 DUE staff")
		if _, err := c.do(c.staff, c.tasks()[1]); err != nil {
			t.Fatal(err)
		}
		c.want("done in the later", "03-01 03-31 MISSED staff", "04-01 04-30 DONE staff")
		done := c.tasks()[1]
		if done.Note != "已复核 12 件" || done.DoneAt == nil || done.DoneBy == nil || done.Finding != nil {
			t.Errorf("done %+v", done)
		}
		if _, err := c.do(c.staff, done); reason(err) != "TASK_CLOSED" {
			t.Errorf("done twice: %v", err)
		}
		c.until("2026-07-05", false) // no server ran since April
		c.want("made up for", "03-01 03-31 MISSED staff", "04-01 04-30 DONE staff", "05-01 05-31 DUE staff", "06-01 06-30 DUE staff", "07-01 07-31 DUE staff")
	})
}

func TestTasksMoveWithTheirPeople(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.schedule(term.TaskKindWork, term.RecurrenceQuarterly)
		c.want("the owner", "01-01 04-16 DUE staff") // it appears in March, with half a quarter to do it
		last := db.Today().AddDate(0, 0, 5)
		a := db.Client.Appointment.GetX(testkit.System(), c.held)
		testkit.Must(db.Org.Relieve(testkit.System(), a.ID, a.Version, &last))(t)
		c.fire()
		c.want("while in office", "01-01 04-16 DUE staff")
		c.until("2026-03-08", true)
		c.want("the head for who left", "01-01 04-16 DUE head")
		if got := c.tasks()[0]; got.Tier != term.RoleDeptHead {
			t.Errorf("asked as %s", got.Tier)
		}
		testkit.Must(db.Org.Appoint(testkit.System(), c.staff.ID, c.w.East.Posts[2].ID, db.Today()))(t)
		c.fire()
		c.want("who came back", "01-01 04-16 DUE staff")
		sch := db.Client.TaskSchedule.Query().OnlyX(testkit.System())
		in := c.scheduling(term.TaskKindWork, term.RecurrenceQuarterly)
		in.PersonID, in.Measures[0].ExpectedVersion = &c.head.ID, sch.Version
		testkit.Must(c.s.Schedule(c.as(c.head), in))(t)
		c.want("whom the schedule names", "01-01 04-16 DUE head")
	})
}

func TestTasksEndWithTheirMeasure(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.schedule(term.TaskKindWork, term.RecurrenceWeekly)
		c.want("the week", "03-02 03-08 DUE staff")
		c.until("2026-03-10", true)
		c.step(register.FindIneffective)
		c.fire()
		c.want("goes on while it is in force", "03-02 03-08 DUE staff", "03-09 03-15 DUE staff")
		c.step(register.Revise)
		c.fire()
		c.want("revised", "03-02 03-08 MISSED staff", "03-09 03-15 CANCELLED staff")
		c.until("2026-03-20", true)
		c.want("none appear", "03-02 03-08 MISSED staff", "03-09 03-15 CANCELLED staff")
		c.step(register.Approve, register.Activate)
		c.fire()
		c.want("in force again", "03-02 03-08 MISSED staff", "03-09 03-15 CANCELLED staff", "03-16 03-23 DUE staff")
	})
}

func TestTasksMoveWithTheirMeasuresUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.schedule(term.TaskKindWork, term.RecurrenceMonthly)
		to := testkit.Must(testkit.NewUnit(db, c.w.East.Unit, "E9", "东新科", term.UnitKindBureau))(t)
		u := db.Client.Unit.GetX(testkit.System(), c.w.East.Department.ID)
		testkit.Must(db.Org.MoveUnit(testkit.System(), u.ID, u.Version, &to.ID))(t)
		c.fire()
		if got := c.tasks()[0]; got.L2 != to.ID || got.L3 != u.ID || got.UnitID != u.ID {
			t.Errorf("it stands on %d under %d", got.UnitID, got.L2)
		}
	})
}

func TestAnotherRhythmBeginsAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		sch := c.schedule(term.TaskKindWork, term.RecurrenceMonthly)
		in := c.scheduling(term.TaskKindWork, term.RecurrenceWeekly)
		if _, err := c.s.Schedule(c.as(c.head), in); !fault.Is(err, fault.Conflict) {
			t.Errorf("with an old version: %v", err)
		}
		in.Measures[0].ExpectedVersion = sch.Version
		sch = testkit.Must(c.s.Schedule(c.as(c.head), in))(t)[0]
		c.want("weekly", "03-01 03-31 CANCELLED staff", "03-02 03-08 DUE staff")
		in.Measures[0].ExpectedVersion = sch.Version
		if _, err := c.s.Schedule(c.as(c.head), in); reason(err) != "UNCHANGED" {
			t.Errorf("the same again: %v", err)
		}
		if _, err := c.s.Stop(c.as(c.head), task.Stopping{ScheduleID: sch.ID, ExpectedVersion: sch.Version, Reason: " "}); err == nil {
			t.Error("stopped without a reason")
		}
		stopped := testkit.Must(c.s.Stop(c.as(c.head), task.Stopping{ScheduleID: sch.ID, ExpectedVersion: sch.Version, Reason: "改由系统自动复核"}))(t)
		c.until("2026-03-20", true)
		c.want("stopped", "03-01 03-31 CANCELLED staff", "03-02 03-08 CANCELLED staff")
		if _, err := c.s.Stop(c.as(c.head), task.Stopping{ScheduleID: sch.ID, ExpectedVersion: stopped.Version, Reason: "再停"}); reason(err) != "STOPPED" {
			t.Errorf("stopped twice: %v", err)
		}
		in.Measures[0].ExpectedVersion = stopped.Version
		testkit.Must(c.s.Schedule(c.as(c.head), in))(t)
		c.want("begun anew", "03-01 03-31 CANCELLED staff", "03-02 03-08 CANCELLED staff", "03-16 03-23 DUE staff")
	})
}

func TestACheckOfEffectMovesItsMeasure(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		if _, err := c.s.Schedule(c.as(c.staff), c.scheduling(term.TaskKindEffect, term.RecurrenceHalfYearly)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("staff schedules checks of effect: %v", err)
		}
		in := c.scheduling(term.TaskKindEffect, term.RecurrenceHalfYearly)
		in.PersonID = &c.staff.ID
		if _, err := c.s.Schedule(c.as(c.head), in); reason(err) != "SUPERVISES_SELF" {
			t.Errorf("the owner is to check: %v", err)
		}
		c.schedule(term.TaskKindEffect, term.RecurrenceHalfYearly)
		c.want("the supervisor", "01-01 06-30 DUE inCharge")
		one := c.tasks()[0]
		if _, err := c.do(c.staff, one, term.TaskFindingEffective); reason(err) != "NOT_YOURS" {
			t.Errorf("the owner checks: %v", err)
		}
		if _, err := c.do(c.inCharge, one); reason(err) != "MISSING" {
			t.Errorf("without a finding: %v", err)
		}
		testkit.Must(c.do(c.inCharge, one, term.TaskFindingIneffective))(t)
		m := db.Client.Measure.GetX(testkit.System(), c.m.ID)
		if m.Status != term.MeasureStatusIneffective {
			t.Errorf("the measure is %s", m.Status)
		}
		if r := db.Client.RiskPoint.GetX(testkit.System(), c.w.East.Risks[2].ID); r.Controlled {
			t.Error("its risk point is still controlled")
		}
		c.until("2026-07-01", true)
		two := c.tasks()[1]
		testkit.Must(c.do(c.head, two, term.TaskFindingEffective))(t) // who approves measures there may too
		if m := db.Client.Measure.GetX(testkit.System(), c.m.ID); m.Status != term.MeasureStatusEffective {
			t.Errorf("the measure is %s", m.Status)
		}
	})
}

func TestWhoMaySeeAndDoATask(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.schedule(term.TaskKindWork, term.RecurrenceMonthly)
		one := c.tasks()[0]
		other := c.person("另一科员")
		west := testkit.AsPerson(term.RolePrincipalLeader, c.w.West.Unit, c.w.West.People[0])
		token := *viewer.FromContext(c.as(c.staff))
		token.TokenID = 1 << 50
		byToken := viewer.NewContext(context.Background(), &token)
		for name, who := range map[string]struct {
			ctx       context.Context
			sees, may bool
		}{
			"who is asked": {c.as(c.staff), true, true}, "the head": {c.as(c.head), true, true}, "the leader in charge": {c.as(c.inCharge), true, true},
			"a colleague": {testkit.AsPerson(term.RoleStaff, c.w.East.Department, other), true, false}, "another province": {west, false, false},
		} {
			rows, err := c.s.List(who.ctx, task.Filter{UnitID: &c.w.East.Department.ID}, store.Page{First: 10}, func(*ent.MeasureTaskQuery) {})
			if sees := err == nil && len(rows.Rows) == 1; sees != who.sees {
				t.Errorf("%s sees it: %v, %v", name, sees, err)
			}
			if may := testkit.Must(c.s.May(who.ctx, []*ent.MeasureTask{one}))(t); may[one] != who.may {
				t.Errorf("%s may do it: %v", name, may[one])
			}
			if !who.may {
				_, err := c.s.Do(who.ctx, task.Doing{TaskID: one.ID, ExpectedVersion: one.Version, Note: "x"})
				if want := map[bool]fault.Code{true: fault.Forbidden, false: fault.NotFound}[who.sees]; !fault.Is(err, want) {
					t.Errorf("%s does it: %v", name, err)
				}
			}
		}
		if may := testkit.Must(c.s.May(byToken, []*ent.MeasureTask{one}))(t); may[one] {
			t.Error("their token may do it")
		}
		mine := testkit.Must(c.s.List(c.as(c.staff), task.Filter{}, store.Page{First: 10}, func(*ent.MeasureTaskQuery) {}))(t)
		if len(mine.Rows) != 1 {
			t.Errorf("%d are their own", len(mine.Rows))
		}
		for _, missing := range []error{
			func() error {
				_, err := c.s.Schedule(west, c.scheduling(term.TaskKindWork, term.RecurrenceWeekly))
				return err
			}(),
			func() error {
				_, err := c.s.Schedules(west, []int64{c.m.ID}, func(*ent.TaskScheduleQuery) {})
				return err
			}(),
		} {
			if !fault.Is(missing, fault.NotFound) {
				t.Errorf("another province: %v", missing)
			}
		}
	})
}

func TestATaskThatWantsAFileIsDoneWithOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		files := attachment.New(db.Store, db.Files, nil, attachment.DefaultLimits())
		files.Bring(c.s)
		in := c.scheduling(term.TaskKindWork, term.RecurrenceMonthly)
		in.WantsFile, in.Work = true, "复核并留存记录"
		testkit.Must(c.s.Schedule(c.as(c.staff), in))(t)
		one := c.tasks()[0]
		if _, err := c.do(c.staff, one); reason(err) != "FILE_WANTED" {
			t.Errorf("without a file: %v", err)
		}
		attach := func(ctx context.Context) error {
			_, err := files.Attach(ctx, attachment.Attach{OwnerID: one.ID, Name: "记录.txt", Content: strings.NewReader("三月复核记录")})
			return err
		}
		if err := attach(testkit.AsPerson(term.RoleStaff, c.w.East.Department, c.person("旁人"))); reason(err) != "NOT_YOURS" {
			t.Errorf("a colleague attaches: %v", err)
		}
		if err := attach(c.as(c.staff)); err != nil {
			t.Fatal(err)
		}
		testkit.Must(c.do(c.staff, one))(t)
		if err := attach(c.as(c.staff)); reason(err) != "TASK_CLOSED" {
			t.Errorf("attached to what is done: %v", err)
		}
	})
}

func TestWhatCannotBeScheduled(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	drafted, past, far := c.w.East.Measures[2].ID, db.Today().AddDate(0, 0, -1), db.Today().AddDate(2, 0, 0)
	many := make([]*task.Target, 201)
	for i := range many {
		many[i] = &task.Target{MeasureID: int64(i)}
	}
	for name, change := range map[string]func(*task.Scheduling){
		"OUT_OF_RANGE": func(in *task.Scheduling) { in.Measures = nil }, "OUT_OF_RANGE many": func(in *task.Scheduling) { in.Measures = many },
		"TWICE":             func(in *task.Scheduling) { in.Measures = append(in.Measures, in.Measures[0]) },
		"TOO_LONG":          func(in *task.Scheduling) { in.Work = strings.Repeat("长", 1001) },
		"OUT_OF_RANGE past": func(in *task.Scheduling) { in.StartsOn = &past }, "OUT_OF_RANGE far": func(in *task.Scheduling) { in.StartsOn = &far },
		"NOT_IN_FORCE": func(in *task.Scheduling) { in.Measures[0].MeasureID = drafted },
	} {
		in := c.scheduling(term.TaskKindWork, term.RecurrenceMonthly)
		change(&in)
		if _, err := c.s.Schedule(c.as(c.head), in); reason(err) != strings.Fields(name)[0] {
			t.Errorf("%s: %v", name, err)
		}
	}
	later := db.Today().AddDate(0, 0, 10)
	in := c.scheduling(term.TaskKindWork, term.RecurrenceMonthly)
	in.StartsOn = &later
	testkit.Must(c.s.Schedule(c.as(c.head), in))(t)
	c.until("2026-03-11", true)
	c.want("before its first day")
	c.until("2026-03-12", true)
	c.want("from its first day", "03-01 03-31 DUE staff")
}

// TestTheNamedPersonIsKept changes how tasks are scheduled without saying anew whom they name, whom not everybody who
// may change them sees.
func TestTheNamedPersonIsKept(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		in := c.scheduling(term.TaskKindWork, term.RecurrenceMonthly)
		in.PersonID = &c.inCharge.ID
		first := testkit.Must(c.s.Schedule(c.as(c.head), in))(t)[0]
		c.want("as it was named", "03-01 03-31 DUE inCharge")

		in.Measures[0].ExpectedVersion, in.KeepsPerson, in.Work = first.Version, true, "抽查三件"
		if _, err := c.s.Schedule(c.as(c.head), in); reason(err) != "NOT_APPLICABLE" {
			t.Errorf("naming somebody and keeping who is named: %v", err)
		}
		in.PersonID = nil
		second := testkit.Must(c.s.Schedule(c.as(c.head), in))(t)[0]
		if second.PersonID == nil || *second.PersonID != c.inCharge.ID || second.Work != in.Work {
			t.Errorf("the schedule names %v for %q", second.PersonID, second.Work)
		}
		in.Measures[0].ExpectedVersion = second.Version
		if _, err := c.s.Schedule(c.as(c.head), in); reason(err) != "UNCHANGED" {
			t.Errorf("keeping all as it is: %v", err)
		}
		in.KeepsPerson = false
		third := testkit.Must(c.s.Schedule(c.as(c.head), in))(t)[0]
		if third.PersonID != nil {
			t.Errorf("the schedule still names %d", *third.PersonID)
		}
		c.want("as is usual", "03-01 03-31 DUE staff")
	})
}
