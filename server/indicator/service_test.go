package indicator_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/indicatorreading"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/indicator"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// scene is a section of a city with a measure in force that a member of its staff owns.
type scene struct {
	t           *testing.T
	db          *testkit.DB
	w           *testkit.World
	s           *indicator.Service
	owner, head *ent.Person
	m           *ent.Measure
}

func newScene(t *testing.T, db *testkit.DB) *scene { // the clock starts on Monday 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: indicator.New(db.Store)}
	c.head, c.owner = c.w.East.People[2], c.person("科员")
	c.m = testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: register.MeasureDetails{
		Content: "投诉逐件回访", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
		OwnerID: &c.owner.ID, RiskPointIds: []int64{c.w.East.Risks[2].ID}}}))(t)
	c.step(register.Approve, register.Activate)
	return c
}

func (c *scene) person(name string) *ent.Person {
	return testkit.Must(c.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(c.t)
}

func (c *scene) step(actions ...register.MeasureAction) {
	c.t.Helper()
	for _, a := range actions {
		m := c.db.Client.Measure.GetX(testkit.System(), c.m.ID)
		c.m = testkit.Must(c.db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(c.t)
	}
}

// as is a person as staff, or as head where they are.
func (c *scene) as(p *ent.Person) context.Context {
	role := term.RoleStaff
	if p == c.head {
		role = term.RoleDeptHead
	}
	return testkit.AsPerson(role, c.w.East.Department, p)
}

// complaints are at most 5 a month, read within 10 days.
func complaints() *indicator.Details {
	return &indicator.Details{Name: "投诉件数", MeasuredIn: "件", Keeps: term.IndicatorKeepsAtMost, Threshold: 50_000, Every: term.RecurrenceMonthly, WithinDays: 10}
}

func (c *scene) define() *ent.Indicator {
	c.t.Helper()
	return testkit.Must(c.s.Define(c.as(c.head), indicator.Define{MeasureID: c.m.ID, Details: complaints()}))(c.t)
}

func (c *scene) now(i *ent.Indicator) *ent.Indicator {
	return c.db.Client.Indicator.GetX(testkit.System(), i.ID)
}

// read records a value for the period of a day.
func (c *scene) read(p *ent.Person, i *ent.Indicator, on string, value term.Decimal, correct ...string) (*indicator.Outcome, error) {
	r := &indicator.Reading{IndicatorID: i.ID, Period: day(on), Value: value}
	if len(correct) > 0 {
		r.Corrects, r.Note = true, correct[0]
	}
	out, err := c.s.Record(c.as(p), indicator.Record{Readings: []*indicator.Reading{r}})
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

func reasons(err error) string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, strings.TrimSpace(e.Field+" "+e.Reason))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestAnIndicatorIsReadCorrectedAndHeldAgainstItsThreshold(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.define()
		if i.State != term.IndicatorStateUnread || i.StartsOn.Format(time.DateOnly) != "2026-03-01" || i.OwedOn.Format(time.DateOnly) != "2026-04-01" || i.UnitID != c.w.East.Department.ID {
			t.Fatalf("defined %+v", i)
		}
		first := testkit.Must(c.read(c.owner, i, "2026-02-10", 70_000))(t) // before the first period that is asked for
		if first.Fate != indicator.FateRecorded || !first.Over || first.Indicator.State != term.IndicatorStateOver || first.Indicator.OwedOn.Format(time.DateOnly) != "2026-04-01" {
			t.Fatalf("read %+v %+v", first, first.Indicator)
		}
		march := testkit.Must(c.read(c.owner, i, "2026-03-31", 40_000))(t)
		if march.Over || march.Indicator.State != term.IndicatorStateWithin || march.Indicator.OverSince != nil || march.Indicator.OwedOn.Format(time.DateOnly) != "2026-05-01" {
			t.Fatalf("read %+v", march.Indicator)
		}
		if _, err := c.read(c.owner, i, "2026-03-01", 60_000); reasons(err) != "readings.0.value READING_EXISTS" {
			t.Errorf("another value: %v", err)
		}
		if _, err := c.read(c.owner, i, "2026-03-01", 60_000, ""); reasons(err) != "readings.0.note MISSING" {
			t.Errorf("a correction without a reason: %v", err)
		}
		version := march.Indicator.Version
		same := testkit.Must(c.read(c.owner, i, "2026-03-02", 40_000))(t)
		if same.Fate != indicator.FateUnchanged || c.now(i).Version != version {
			t.Errorf("the same again: %+v", same)
		}
		fixed := testkit.Must(c.read(c.owner, i, "2026-03-02", 60_000, "漏计两件"))(t)
		if fixed.Fate != indicator.FateCorrected || *fixed.Was != 40_000 || fixed.Indicator.State != term.IndicatorStateOver || !fixed.Indicator.OverSince.Equal(db.Today()) {
			t.Errorf("corrected %+v", fixed)
		}
		rows := c.db.Client.IndicatorReading.Query().Order(indicatorreading.ByFromDay(), indicatorreading.ByRevision()).AllX(testkit.System())
		if len(rows) != 3 || rows[1].ReplacedAt == nil || rows[2].ReplacedAt != nil || rows[2].Revision != 2 || rows[2].Note != "漏计两件" || rows[2].Source != term.ReadingSourceHand {
			t.Errorf("kept %v", rows)
		}
		db.Sequence(t)
		if n := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionRecordReadings)).CountX(testkit.System()); n != 3 {
			t.Errorf("%d entries of the log, want 3", n)
		}
		recent := testkit.Must(c.s.Recent(testkit.System(), []int64{i.ID}))(t)[i.ID]
		if len(recent) != 2 || recent[1].Value != 60_000 || indicator.TrendOf(i.Keeps, recent) != indicator.TrendBetter {
			t.Errorf("recent %v", recent)
		}
		all := testkit.Must(c.s.Readings(c.as(c.head), c.now(i), true, store.Page{First: 2}))(t)
		if n := testkit.Must(all.Count(c.as(c.head)))(t); n != 3 || len(all.Rows) != 2 || all.Rows[0].Value != 60_000 || all.Rows[1].Value != 40_000 || !all.HasNext {
			t.Errorf("all %v", all.Rows)
		}
	})
}

func TestReadingsAreRecordedAllOrNone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.define()
		r := func(on string, value term.Decimal) *indicator.Reading {
			return &indicator.Reading{IndicatorID: i.ID, Period: day(on), Value: value}
		}
		long := r("2026-01-05", 1)
		long.Note = strings.Repeat("长", 501)
		_, err := c.s.Record(c.as(c.owner), indicator.Record{Readings: []*indicator.Reading{r("2026-02-01", 1), r("2026-02-28", 1), r("2026-04-01", 1), r("1999-12-31", 1), long}})
		if got := reasons(err); got != "readings.1.period TWICE, readings.2.period NOT_BEGUN, readings.3.period OUT_OF_RANGE, readings.4.note TOO_LONG" {
			t.Errorf("told %s", got)
		}
		if _, err := c.s.Record(c.as(c.owner), indicator.Record{Readings: []*indicator.Reading{r("2026-02-01", 1), {IndicatorID: 1 << 40, Period: day("2026-02-01")}}}); reasons(err) != "readings.1.indicatorId NOT_FOUND" {
			t.Errorf("a strange one: %v", err)
		}
		if n := db.Client.IndicatorReading.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("%d were recorded", n)
		}
		dry := testkit.Must(c.s.Record(c.as(c.owner), indicator.Record{Readings: []*indicator.Reading{r("2026-02-01", 60_000)}, Dry: true}))(t)
		if n := db.Client.IndicatorReading.Query().CountX(testkit.System()); n != 0 || !dry[0].Over || dry[0].Fate != indicator.FateRecorded {
			t.Errorf("a dry run records %d: %+v", n, dry[0])
		}
		// Sent in the wrong order: the newest says how things stand.
		out := testkit.Must(c.s.Record(c.as(c.owner), indicator.Record{FromFile: true, Readings: []*indicator.Reading{r("2026-03-01", 10_000), r("2026-01-01", 60_000), r("2026-02-01", 70_000)}}))(t)
		if got := out[1].Indicator; got != out[0].Indicator || got.State != term.IndicatorStateWithin || *got.Value != 10_000 || !got.ReadFor.Equal(day("2026-03-01")) {
			t.Errorf("stands %+v", got)
		}
		if n := db.Client.IndicatorReading.Query().Where(indicatorreading.SourceEQ(term.ReadingSourceFile)).CountX(testkit.System()); n != 3 {
			t.Errorf("%d are from a file", n)
		}
	})
}

func TestWhoReadsAnIndicator(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.define()
		elsewhere := testkit.AsPerson(term.RoleDeptHead, c.w.West.Department, c.w.West.People[2])
		record := func(ctx context.Context) string {
			_, err := c.s.Record(ctx, indicator.Record{Readings: []*indicator.Reading{{IndicatorID: i.ID, Period: day("2026-02-01"), Value: 1}}, Dry: true})
			return reasons(err)
		}
		if got := record(elsewhere); got != "readings.0.indicatorId NOT_FOUND" {
			t.Errorf("from elsewhere: %q", got)
		}
		if got := record(testkit.AsPerson(term.RoleInspector, c.w.East.City, c.w.East.People[1])); got != "readings.0.indicatorId NOT_YOURS" {
			t.Errorf("an inspector: %q", got)
		}
		for name, p := range map[string]*ent.Person{"owner": c.owner, "head": c.head} {
			if got := record(c.as(p)); got != "" {
				t.Errorf("the %s: %q", name, got)
			}
		}
		// Who is named reads it, wherever they are.
		named := c.w.West.People[2]
		d := complaints()
		d.PersonID = &named.ID
		i = testkit.Must(c.s.Revise(testkit.System(), indicator.Revise{IndicatorID: i.ID, ExpectedVersion: i.Version, Details: d}))(t)
		if got := record(elsewhere); got != "" {
			t.Errorf("who is named: %q", got)
		}
		d = complaints()
		d.KeepsPerson, d.Name = true, "投诉数量"
		i = testkit.Must(c.s.Revise(c.as(c.head), indicator.Revise{IndicatorID: i.ID, ExpectedVersion: i.Version, Details: d}))(t)
		if i.PersonID == nil || *i.PersonID != named.ID || i.Name != "投诉数量" {
			t.Errorf("revised %+v", i)
		}
		if may := testkit.Must(c.s.MayRead(c.as(c.head), []*ent.Indicator{i}))(t); !may[i] {
			t.Error("the head may not read it")
		}
		c.step(register.FindEffective, register.Retire)
		if may := testkit.Must(c.s.MayRead(c.as(c.head), []*ent.Indicator{i}))(t); may[i] {
			t.Error("the head may read it once its measure is retired")
		}
		if got := record(c.as(c.head)); got != "readings.0.indicatorId NOT_IN_FORCE" {
			t.Errorf("of a measure that is retired: %q", got)
		}
	})
}

func TestAnIndicatorIsRevisedStoppedAndTakenUpAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.define()
		revise := func(change func(*indicator.Details)) (*ent.Indicator, error) {
			d := complaints()
			change(d)
			return c.s.Revise(c.as(c.head), indicator.Revise{IndicatorID: i.ID, ExpectedVersion: c.now(i).Version, Details: d})
		}
		if _, err := revise(func(*indicator.Details) {}); reasons(err) != "details UNCHANGED" {
			t.Errorf("the same: %v", err)
		}
		for name, wrong := range map[string]struct {
			change func(*indicator.Details)
			want   string
		}{
			"no name": {func(d *indicator.Details) { d.Name = " " }, "details.name MISSING"},
			"long": {func(d *indicator.Details) {
				d.Name, d.MeasuredIn = strings.Repeat("长", 201), strings.Repeat("件", 21)
			}, "details.measuredIn TOO_LONG, details.name TOO_LONG"},
			"days":         {func(d *indicator.Details) { d.WithinDays = 61 }, "details.withinDays OUT_OF_RANGE"},
			"far":          {func(d *indicator.Details) { on := day("2027-03-05"); d.StartsOn = &on }, "details.startsOn OUT_OF_RANGE"},
			"over":         {func(d *indicator.Details) { on := day("2026-01-31"); d.StartsOn = &on }, "details.startsOn OUT_OF_RANGE"},
			"two people":   {func(d *indicator.Details) { d.PersonID, d.KeepsPerson = &c.owner.ID, true }, "details.personId NOT_APPLICABLE"},
			"nobody known": {func(d *indicator.Details) { none := int64(1 << 40); d.PersonID = &none }, "details.personId NOT_FOUND"},
		} {
			if _, err := revise(wrong.change); reasons(err) != wrong.want {
				t.Errorf("%s: %v", name, reasons(err))
			}
		}
		testkit.Must(revise(func(d *indicator.Details) { d.Every = term.RecurrenceQuarterly }))(t) // not read yet
		testkit.Must(revise(func(*indicator.Details) {}))(t)
		testkit.Must(c.read(c.owner, i, "2026-02-01", 60_000))(t)
		if _, err := revise(func(d *indicator.Details) { d.Every, d.MeasuredIn = term.RecurrenceWeekly, "%" }); reasons(err) != "details.every ALREADY_READ, details.measuredIn ALREADY_READ" {
			t.Errorf("how it is read: %v", err)
		}
		got := testkit.Must(revise(func(d *indicator.Details) { d.Threshold = 60_000 }))(t)
		if got.State != term.IndicatorStateWithin || got.OverSince != nil {
			t.Errorf("by another threshold %+v", got)
		}
		if _, err := c.s.Stop(c.as(c.head), indicator.Stop{IndicatorID: i.ID, ExpectedVersion: got.Version, Reason: " "}); err == nil {
			t.Error("stopped without a reason")
		}
		got = testkit.Must(c.s.Stop(c.as(c.head), indicator.Stop{IndicatorID: i.ID, ExpectedVersion: got.Version, Reason: "改由大厅系统统计"}))(t)
		if got.OwedOn != nil || indicator.DueOn(got) != nil || c.s.Owed(got) != nil {
			t.Errorf("stopped %+v", got)
		}
		if _, err := c.read(c.owner, i, "2026-03-01", 1); reasons(err) != "readings.0.indicatorId STOPPED" {
			t.Errorf("read once stopped: %v", err)
		}
		if _, err := c.s.Stop(c.as(c.head), indicator.Stop{IndicatorID: i.ID, ExpectedVersion: got.Version, Reason: "再停"}); reasons(err) != "indicatorId STOPPED" {
			t.Errorf("stopped twice: %v", err)
		}
		db.Clock.Forward(90 * 24 * time.Hour) // 2026-05-31
		got = testkit.Must(revise(func(*indicator.Details) {}))(t)
		if got.StoppedReason != "" || got.StartsOn.Format(time.DateOnly) != "2026-05-01" || got.OwedOn.Format(time.DateOnly) != "2026-06-01" {
			t.Errorf("taken up again %+v", got)
		}
	})
}

func TestWhatIsOwedIsListedAndAsked(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.define()
		names := func(f indicator.Filter) []string {
			out := []string{}
			for _, row := range testkit.Must(c.s.List(c.as(c.owner), f, store.Page{First: 10}, func(*ent.IndicatorQuery) {}))(t).Rows {
				out = append(out, row.Name)
			}
			return out
		}
		asked := func() []string {
			out := []string{}
			for _, item := range testkit.Must(c.s.ToDo().Find(c.as(c.owner)))(t)[todo.Reading] {
				out = append(out, item.Title+" "+item.DueOn.Format(time.DateOnly))
			}
			return out
		}
		yes := true
		if got := asked(); len(got) != 0 || len(names(indicator.Filter{Owed: &yes})) != 0 {
			t.Errorf("asked at once: %v", got)
		}
		db.Clock.Forward(31 * 24 * time.Hour) // 2026-04-02
		if got := asked(); !slices.Equal(got, []string{"投诉件数 2026-04-10"}) || len(names(indicator.Filter{Owed: &yes, Mine: true})) != 1 {
			t.Errorf("asked in April: %v", got)
		}
		if p := c.s.Owed(c.now(i)); p == nil || p.Text(i.Every) != "2026年3月" {
			t.Errorf("owed %v", p)
		}
		db.Clock.Forward(30 * 24 * time.Hour) // 2026-05-02: what was not read stays owed first
		if p := c.s.Owed(c.now(i)); p == nil || p.Text(i.Every) != "2026年3月" || !slices.Equal(asked(), []string{"投诉件数 2026-04-10"}) {
			t.Errorf("owed in May %v", p)
		}
		testkit.Must(c.read(c.owner, i, "2026-03-01", 40_000))(t)
		if p := c.s.Owed(c.now(i)); p == nil || p.Text(i.Every) != "2026年4月" || !slices.Equal(asked(), []string{"投诉件数 2026-05-10"}) {
			t.Errorf("owed once March was read %v", p)
		}
		testkit.Must(c.read(c.owner, i, "2026-04-01", 60_000))(t)
		if got := asked(); len(got) != 0 {
			t.Errorf("asked once read: %v", got)
		}
		second := complaints()
		second.Name = "回访率"
		testkit.Must(c.s.Define(c.as(c.head), indicator.Define{MeasureID: c.m.ID, Details: second}))(t)
		if got := names(indicator.Filter{}); !slices.Equal(got, []string{"投诉件数", "回访率"}) {
			t.Errorf("listed %v", got)
		}
		others := complaints()
		others.Name, others.PersonID = "他人报送的", &c.head.ID
		testkit.Must(c.s.Define(c.as(c.head), indicator.Define{MeasureID: c.m.ID, Details: others}))(t)
		if got := names(indicator.Filter{Mine: true}); !slices.Equal(got, []string{"投诉件数", "回访率"}) {
			t.Errorf("to be read by the owner %v", got)
		}
		if got := names(indicator.Filter{States: []term.IndicatorState{term.IndicatorStateUnread}}); !slices.Equal(got, []string{"回访率", "他人报送的"}) {
			t.Errorf("unread %v", got)
		}
		c.step(register.FindEffective, register.Retire)
		if got := names(indicator.Filter{}); len(got) != 0 {
			t.Errorf("of a measure that is retired %v", got)
		}
		if got := names(indicator.Filter{MeasureID: &c.m.ID}); len(got) != 3 {
			t.Errorf("of the measure itself %v", got)
		}
	})
}
