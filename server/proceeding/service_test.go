package proceeding_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/proceedingdeviation"
	"sineng/ent/proceedingstep"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/proceeding"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// scene is a section with a power of 20 days along the process licence, and three clerks beside its head.
type scene struct {
	t      *testing.T
	db     *testkit.DB
	w      *testkit.World
	s      *proceeding.Service
	head   context.Context
	power  *ent.Power
	clerks []*ent.Person
}

func newScene(t *testing.T, db *testkit.DB) *scene { // today is 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: proceeding.New(db.Store, calendar.NewService(db.Store), balance.New(db.Store, db.Processes))}
	ctx, d, days := testkit.System(), c.w.East.Department, 20
	c.head = testkit.AsPerson(term.RoleDeptHead, d, c.w.East.People[2])
	c.power = testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: d.ID, Details: register.PowerDetails{Code: "XK-1", Name: "食品经营许可", Type: term.PowerTypeLicensing,
		Discretion: term.DiscretionLimited, TimeLimitDays: &days, LegalBases: []term.LegalBasis{{Law: "食品安全法"}}}}))(t)
	g := licence()
	testkit.Must(db.Processes.Save(ctx, process.Save{PowerID: c.power.ID, Steps: g.Steps, Edges: g.Edges}))(t)
	for n, name := range []string{"甲", "乙", "丙"} {
		number := fmt.Sprintf("G%d", n)
		c.clerks = append(c.clerks, testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: d.ID, StaffNumber: &number, Name: name}))(t))
	}
	db.Clock.Forward(29 * 24 * time.Hour) // 2026-03-31
	return c
}

// entry is a proceeding with steps as they are written in a line, see taken; who took them is the name of a clerk.
func (c *scene) entry(number, steps string) *proceeding.Entry {
	e := &proceeding.Entry{PowerID: &c.power.ID, Number: number}
	for _, v := range taken(steps) {
		s := &proceeding.StepEntry{Step: v.Name, Began: v.Began, Ended: v.Ended}
		if v.Outcome == term.StepOutcomeReturned {
			s.Outcome = &v.Outcome
		}
		if v.Person != 0 {
			s.Name = c.clerks[v.Person-1].Name
		}
		e.Steps = append(e.Steps, s)
	}
	return e
}

func (c *scene) record(e ...*proceeding.Entry) []*proceeding.Outcome {
	c.t.Helper()
	return testkit.Must(c.s.Record(c.head, proceeding.Record{Proceedings: e}))(c.t)
}

// strays are the deviations of an outcome in a line.
func strays(o *proceeding.Outcome) string {
	var out []string
	for _, d := range o.Deviations {
		out = append(out, string(d.Kind)+" "+d.Key)
	}
	return strings.Join(out, ", ")
}

func reason(err error) string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, e.Reason+" "+e.Field)
	}
	return strings.Join(out, ", ")
}

func TestAProceedingIsRecordedStepByStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		for _, step := range []struct {
			steps       string
			fate        proceeding.Fate
			recorded    int
			strays, due string
		}{
			{"accept 2026-03-02/2026-03-02 1, examine 2026-03-03/ 2", proceeding.FateRecorded, 2, "STEP_LATE examine, LATE ", "2026-03-30"},
			{"accept 2026-03-02/2026-03-02 1, examine 2026-03-03/ 2", proceeding.FateUnchanged, 0, "STEP_LATE examine, LATE ", "2026-03-30"},
			{"examine 2026-03-03/2026-03-06", proceeding.FateChanged, 1, "LATE ", "2026-03-30"},
			{"examine 2026-03-03/", proceeding.FateUnchanged, 0, "LATE ", "2026-03-30"}, // its beginning, once more
			{"decide 2026-03-09/2026-03-09 2", proceeding.FateChanged, 1, "SKIPPED review, EXCLUDED decide, LATE ", "2026-03-30"},
		} {
			o := c.record(c.entry("2026-001", step.steps))[0]
			slices.SortStableFunc(o.Deviations, func(a, b *proceeding.Deviation) int { return a.From.Compare(b.From) })
			if o.Fate != step.fate || o.Recorded != step.recorded || strays(o) != step.strays || o.DueOn.Format(time.DateOnly) != step.due {
				t.Errorf("%s: %s, %d recorded, strays %s, due %v", step.steps, o.Fate, o.Recorded, strays(o), o.DueOn)
			}
		}
		p := db.Client.Proceeding.Query().OnlyX(testkit.System())
		if p.State != term.ProceedingStateUnderWay || p.ReceivedOn.Format(time.DateOnly) != "2026-03-02" || p.LimitDays == nil || *p.LimitDays != 20 || p.ProcessID == nil {
			t.Errorf("it stands %v", p)
		}
		// What was found is kept, and what is borne out no more is kept as gone.
		kept := func() string {
			var out []string
			for _, d := range db.Client.ProceedingDeviation.Query().Where(proceedingdeviation.GoneAtIsNil()).Order(proceedingdeviation.ByID()).AllX(testkit.System()) {
				out = append(out, string(d.Kind)+" "+d.StepKey)
			}
			slices.Sort(out)
			return strings.Join(out, ", ")
		}
		if got := kept(); got != "EXCLUDED decide, LATE , SKIPPED review" {
			t.Errorf("kept are %s", got)
		}
		closed := day("2026-03-30")
		e := c.entry("2026-001", "decide 2026-03-09/2026-03-09 3, review 2026-03-08/2026-03-08 3, close 2026-03-30/2026-03-30 1")
		e.Steps[0].Corrects, e.Steps[0].Note, e.ClosedOn = true, "实为丙决定", &closed
		if o := c.record(e)[0]; o.State != term.ProceedingStateClosed || strays(o) != "EXCLUDED decide" { // 审核 and 决定 by one person
			t.Errorf("corrected and closed it is %s, strays %s", o.State, strays(o))
		}
		if all, gone := db.Client.ProceedingDeviation.Query().CountX(testkit.System()), db.Client.ProceedingDeviation.Query().Where(proceedingdeviation.GoneAtNotNil()).CountX(testkit.System()); all-gone != 1 || gone < 3 {
			t.Errorf("%d deviations were kept, %d of them gone; now %s", all, gone, kept())
		}
		steps := db.Client.ProceedingStep.Query().Where(proceedingstep.StepKey("decide")).Order(proceedingstep.ByRevision()).AllX(testkit.System())
		if len(steps) != 2 || steps[0].ReplacedAt == nil || steps[0].PersonName != "乙" || steps[1].PersonName != "丙" || steps[1].Note != "实为丙决定" {
			t.Errorf("the corrected step is %v", steps)
		}
		db.Sequence(t)
		if n := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionRecordProceedings)).CountX(testkit.System()); n != 4 {
			t.Errorf("%d entries of the log tell of it", n)
		}
		if report := db.Verify(t); len(report.Findings) > 0 {
			t.Errorf("the log says %v", report.Findings)
		}
	})
}

func day(text string) time.Time { return store.DayOf(moment(text)) }

func TestWhatIsRecordedOtherwiseIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.record(c.entry("2026-001", "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-04 2"))
		closed, before, later := day("2026-03-20"), day("2026-02-20"), day("2026-04-20")
		done := c.entry("2026-002", "accept 2026-03-02/2026-03-02 1")
		done.ClosedOn = &closed
		c.record(done)
		old := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: c.w.East.Department.ID, Details: register.PowerDetails{Code: "XK-0", Name: "旧许可",
			Type: term.PowerTypeLicensing, Discretion: term.DiscretionLimited}}))(t)
		testkit.Must(db.Register.RetirePower(testkit.System(), old.ID, old.Version, day("2026-03-10")))(t)
		for name, try := range map[string]struct {
			of   func(*proceeding.Entry)
			want string
		}{
			"another end":   {func(e *proceeding.Entry) { e.Steps = c.entry("", "examine 2026-03-03/2026-03-05 2").Steps }, "STEP_EXISTS proceedings.0.steps.0.step"},
			"somebody else": {func(e *proceeding.Entry) { e.Steps = c.entry("", "examine 2026-03-03/2026-03-04 3").Steps }, "STEP_EXISTS proceedings.0.steps.0.step"},
			"a correction without its reason": {func(e *proceeding.Entry) {
				e.Steps = c.entry("", "examine 2026-03-03/2026-03-04 3").Steps
				e.Steps[0].Corrects = true
			}, "REQUIRED proceedings.0.steps.0.note"},
			"a step taken back that is not there": {func(e *proceeding.Entry) {
				e.Steps = c.entry("", "review 2026-03-03/2026-03-04 3").Steps
				e.Steps[0].Withdrawn, e.Steps[0].Note = true, "误录"
			}, "NOT_FOUND proceedings.0.steps.0.step"},
			"the same step twice": {func(e *proceeding.Entry) {
				e.Steps = c.entry("", "review 2026-03-09/2026-03-09 3, 审核 2026-03-09/2026-03-10 3").Steps
			}, "TWICE proceedings.0.steps.1.began"},
			"an end before the beginning": {func(e *proceeding.Entry) { e.Steps = c.entry("", "review 2026-03-09/2026-03-08 3").Steps }, "BEFORE_BEGINNING proceedings.0.steps.0.ended"},
			"a step to come":              {func(e *proceeding.Entry) { e.Steps = c.entry("", "review 2026-04-09/ 3").Steps }, "IN_THE_FUTURE proceedings.0.steps.0.began"},
			"closed to come":              {func(e *proceeding.Entry) { e.ClosedOn = &later }, "IN_THE_FUTURE proceedings.0.closedOn"},
			"closed before":               {func(e *proceeding.Entry) { e.ClosedOn = &before }, "BEFORE_BEGINNING proceedings.0.closedOn"},
			"another reception":           {func(e *proceeding.Entry) { e.ReceivedOn = &before }, "PROCEEDING_EXISTS proceedings.0.receivedOn"},
			"another end of all":          {func(e *proceeding.Entry) { e.Number, e.ClosedOn = "2026-002", &before }, "PROCEEDING_EXISTS proceedings.0.closedOn"},
			"opened without reason":       {func(e *proceeding.Entry) { e.Number, e.Reopens = "2026-002", true }, "REQUIRED proceedings.0.reason"},
			"no number":                   {func(e *proceeding.Entry) { e.Number = " " }, "REQUIRED proceedings.0.number"},
			"no power":                    {func(e *proceeding.Entry) { e.PowerID = nil }, "REQUIRED proceedings.0.powerCode"},
			"a power that is retired":     {func(e *proceeding.Entry) { e.PowerID, e.PowerCode, e.ReceivedOn = nil, "ｘk-0", &closed }, "POWER_RETIRED proceedings.0.receivedOn"},
			"a power of another":          {func(e *proceeding.Entry) { e.PowerID = &c.w.West.Powers[2].ID }, "NOT_FOUND proceedings.0.powerId"},
			"neither day nor step":        {func(e *proceeding.Entry) { e.Number = "2026-003" }, "REQUIRED proceedings.0.receivedOn"},
			"who is not there by id": {func(e *proceeding.Entry) {
				e.Steps = c.entry("", "review 2026-03-09/2026-03-09").Steps
				e.Steps[0].PersonID = &c.w.West.People[2].ID
			}, "NOT_FOUND proceedings.0.steps.0.personId"},
			"a number of another name": {func(e *proceeding.Entry) {
				e.Steps = c.entry("", "review 2026-03-09/2026-03-09 2").Steps
				e.Steps[0].StaffNumber = "g0"
			}, "WHO_DIFFERS proceedings.0.steps.0.name"},
		} {
			e := &proceeding.Entry{PowerID: &c.power.ID, Number: "2026-001"}
			try.of(e)
			_, err := c.s.Record(c.head, proceeding.Record{Proceedings: []*proceeding.Entry{e}})
			if got := reason(err); got != try.want {
				t.Errorf("%s: %q, want %q", name, got, try.want)
			}
		}
		if n := db.Client.ProceedingStep.Query().CountX(testkit.System()); n != 3 {
			t.Errorf("%d steps are recorded", n)
		}
	})
}

func TestProceedingsAreRecordedAllOrNone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		good, bad := c.entry("1", "accept 2026-03-02/2026-03-02 1"), c.entry("2", "accept 2026-03-02/2026-03-01 1")
		if _, err := c.s.Record(c.head, proceeding.Record{Proceedings: []*proceeding.Entry{good, bad}}); reason(err) != "BEFORE_BEGINNING proceedings.1.steps.0.ended" {
			t.Errorf("refused with %v", err)
		}
		out := testkit.Must(c.s.Record(c.head, proceeding.Record{Proceedings: []*proceeding.Entry{good}, Dry: true}))(t)
		if out[0].Fate != proceeding.FateRecorded || out[0].Proceeding != nil || out[0].State != term.ProceedingStateUnderWay {
			t.Errorf("tried it is %+v", out[0])
		}
		if n := db.Client.Proceeding.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("%d proceedings are recorded", n)
		}
	})
}

func TestWhoIsNotFoundIsKeptByName(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.City.ID, Name: "乙"}))(t) // a second one in the bureau
		e := c.entry("1", "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-03 2, ?现场勘验 2026-03-04/2026-03-04 3")
		e.Steps[0].StaffNumber, e.Steps[0].Name = "ｇ0", ""
		e.Steps[2].Name = "外聘专家"
		o := c.record(e)[0]
		if fmt.Sprint(o.Unmatched, o.OffMap) != "[乙 外聘专家] [现场勘验]" {
			t.Errorf("told are %v, %v", o.Unmatched, o.OffMap)
		}
		var who []string
		for _, s := range db.Client.ProceedingStep.Query().Order(proceedingstep.ByID()).AllX(testkit.System()) {
			who = append(who, fmt.Sprint(s.PersonName, s.PersonID != nil))
		}
		if fmt.Sprint(who) != "[甲true 乙false 外聘专家false]" {
			t.Errorf("kept are %v", who)
		}
	})
}

func TestAPauseStopsTheClockAndACorrectionStays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		e := c.entry("1", "accept 2026-03-02/2026-03-02 1")
		e.Pauses = []*proceeding.PauseEntry{{Kind: term.PauseKindHearing, From: day("2026-03-09")}}
		if o := c.record(e)[0]; o.State != term.ProceedingStatePaused || o.DueOn != nil || strays(o) != "" {
			t.Errorf("paused it is %s, due %v, strays %s", o.State, o.DueOn, strays(o))
		}
		to, other := day("2026-03-13"), day("2026-03-12")
		again := &proceeding.Entry{PowerID: &c.power.ID, Number: "1", Pauses: []*proceeding.PauseEntry{{Kind: term.PauseKindHearing, From: day("2026-03-09"), To: &to}}}
		if o := c.record(again)[0]; o.State != term.ProceedingStateUnderWay || o.DueOn.Format(time.DateOnly) != "2026-04-07" {
			t.Errorf("after it it is %s, due %v", o.State, o.DueOn)
		}
		again.Pauses[0].To = &other
		if _, err := c.s.Record(c.head, proceeding.Record{Proceedings: []*proceeding.Entry{again}}); reason(err) != "PAUSE_EXISTS proceedings.0.pauses.0.to" {
			t.Errorf("another end is answered %v", err)
		}
		again.Pauses[0].Withdrawn, again.Pauses[0].Note = true, "未举行听证"
		if o := c.record(again)[0]; o.DueOn.Format(time.DateOnly) != "2026-03-30" || strays(o) != "LATE " {
			t.Errorf("taken back, it is due %v, strays %s", o.DueOn, strays(o))
		}
		p := db.Client.Proceeding.Query().OnlyX(testkit.System())
		if all := testkit.Must(c.s.AllPauses(c.head, p))(t); len(all) != 3 || !all[2].Withdrawn || all[0].ReplacedAt == nil {
			t.Errorf("its pauses are %v", all)
		}
		if held := testkit.Must(c.s.Pauses(c.head, []int64{p.ID}))(t)[p.ID]; len(held) != 0 {
			t.Errorf("those that hold are %v", held)
		}
	})
}

func TestFigures(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		closed := day("2026-03-12")
		for n, steps := range []string{
			"accept 2026-03-02T09:00/2026-03-02T10:00 1, examine 2026-03-03T09:00/2026-03-03T11:00 2",
			"accept 2026-03-02T09:00/2026-03-02T09:30 1, review 2026-03-04/2026-03-04< 3, examine 2026-03-05T09:00/2026-03-05T13:00 2",
			"accept 2026-03-02T09:00/2026-03-02T12:00 1, examine 2026-03-03T09:00/ 2",
		} {
			e := c.entry(fmt.Sprint(n), steps)
			if n == 0 {
				e.ClosedOn, e.Discontinued = &closed, true
			}
			c.record(e)
		}
		f := testkit.Must(c.s.FiguresOf(c.head, c.power.ID, nil, nil))(t)
		if f.Total != 3 || f.Over != 1 || f.MedianMinutes != nil || f.From.Format(time.DateOnly) != "2025-04-01" {
			t.Errorf("figures are %+v", f)
		}
		var lines []string
		for _, s := range f.Steps {
			median := "-"
			if s.MedianMinutes != nil {
				median = fmt.Sprint(*s.MedianMinutes)
			}
			lines = append(lines, fmt.Sprintf("%s %d %d %s late %d skipped %d returned %d", s.Key, s.Count, s.Ended, median, s.Late, s.Skipped, s.Returned))
		}
		slices.Sort(lines)
		if got := strings.Join(lines, "; "); got != "accept 3 3 60 late 0 skipped 0 returned 0; examine 3 2 120 late 1 skipped 1 returned 0; review 1 1 0 late 0 skipped 0 returned 1" {
			t.Errorf("steps are %s", got)
		}
		to := day("2026-03-01")
		if f := testkit.Must(c.s.FiguresOf(c.head, c.power.ID, nil, &to))(t); f.Total != 0 || len(f.Steps) != 0 {
			t.Errorf("before it, figures are %+v", f)
		}
	})
}

// TestWhatTheCalendarDoesNotReachIsJudgedAgain has a year set that was not there.
func TestWhatTheCalendarDoesNotReachIsJudgedAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		db.Clock.Forward(-db.Now().Sub(moment("2027-12-20T09:00")))
		o := c.record(c.entry("1", "accept 2027-12-20/2027-12-20 1"))[0]
		if p := o.Proceeding; p.LimitState != term.LimitStateNoData || p.DueOn != nil {
			t.Errorf("without data of 2028 it is %s, due %v", p.LimitState, p.DueOn)
		}
		years := calendar.NewService(db.Store)
		testkit.Must(years.SetYear(testkit.System(), calendar.SetYear{Year: 2028, Source: "放假通知", Ranges: []calendar.Range{{From: calendar.Date(2028, 1, 1), To: calendar.Date(2028, 1, 3), Mark: term.DayMarkOff, Name: "元旦"}}, Reason: "补录"}))(t)
		db.Clock.Forward(24 * time.Hour)
		testkit.Fire(t, db, c.s.Timers()...)
		if p := db.Client.Proceeding.Query().OnlyX(testkit.System()); p.LimitState != term.LimitStateKnown || p.DueOn == nil {
			t.Errorf("with it it is %s, due %v", p.LimitState, p.DueOn)
		}
	})
}
