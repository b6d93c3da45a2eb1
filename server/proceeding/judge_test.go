package proceeding_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/calendar"
	"sineng/server/flow"
	"sineng/server/proceeding"
	"sineng/server/store"
)

// licence is a process with limits, and a power of 20 days: 受理 1 day, 审查 5, 审核 3, 决定, 办结; what is refused goes from 审核 straight to 办结.
func licence() flow.Graph {
	days := func(n int) *int { return &n }
	step := func(key, name string, kind term.StepKind, limit *int) *flow.Step {
		return &flow.Step{Key: key, Name: name, Kind: kind, TimeLimitDays: limit, Split: term.SplitOne}
	}
	g := flow.Graph{Steps: []*flow.Step{step("accept", "受理", term.StepKindAccept, days(1)), step("examine", "审查", term.StepKindHandle, days(5)),
		step("review", "审核", term.StepKindReview, days(3)), step("decide", "决定", term.StepKindDecide, nil), step("close", "办结", term.StepKindClose, nil)}}
	for _, way := range []string{"accept examine", "examine review", "review decide", "review close", "decide close", "review examine"} {
		from, to, _ := strings.Cut(way, " ")
		g.Edges = append(g.Edges, &flow.Edge{FromKey: from, ToKey: to})
	}
	return g
}

func moment(text string) time.Time {
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, text, time.FixedZone("", 8*60*60)); err == nil {
			return t.UTC()
		}
	}
	panic(text)
}

func date(text string) time.Time { return store.DayOf(moment(text)) }

// taken are steps as they are written in a line: "accept 2026-03-02/2026-03-02 1, review 2026-03-03/ 2" with the number of who took it; "<" after
// the days says that it returned the matter. What is on no map is written with a name.
func taken(text string) []proceeding.Visit {
	var out []proceeding.Visit
	for _, line := range strings.Split(text, ",") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		v := proceeding.Visit{Key: f[0], Name: f[0]}
		if strings.HasPrefix(f[0], "?") {
			v.Key, v.Name = "", f[0][1:]
		}
		from, to, _ := strings.Cut(f[1], "/")
		v.Outcome = term.StepOutcomePassed
		if to, v.Outcome = strings.TrimSuffix(to, "<"), map[bool]term.StepOutcome{true: term.StepOutcomeReturned, false: term.StepOutcomePassed}[strings.HasSuffix(to, "<")]; to != "" {
			at := moment(to)
			v.Ended = &at
		} else {
			v.Outcome = ""
		}
		v.Began = moment(from)
		if len(f) > 2 {
			fmt.Sscan(f[2], &v.Person)
		}
		out = append(out, v)
	}
	return out
}

func TestJudge(t *testing.T) {
	rules, err := engine.NewRulebook(engine.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	course, twenty := proceeding.NewCourse(licence()), 20
	for _, c := range []struct {
		name, steps, closed string
		discontinued        bool
		pauses              []calendar.Pause
		none                bool // without a process
		state               term.ProceedingState
		limit               term.LimitState
		due                 string
		want                string
	}{
		{name: "as it should be", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-06 2, review 2026-03-09/2026-03-10 3, decide 2026-03-11/2026-03-12 4, close 2026-03-12/2026-03-12 1", closed: "2026-03-12",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30"},
		{name: "refused, by the short way", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-06 2, review 2026-03-09/2026-03-10 3, close 2026-03-12/2026-03-12 1", closed: "2026-03-12",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30"},
		{name: "nothing but its reception", steps: "", state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30", want: "LATE 2026-03-31/"},
		{name: "a step skipped, and made good", steps: "accept 2026-03-02/2026-03-02 1, review 2026-03-03/2026-03-04 3, examine 2026-03-05/2026-03-05 2, decide 2026-03-06/2026-03-06 4, close 2026-03-06/2026-03-06 1", closed: "2026-03-06",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30", want: "SKIPPED examine review 2026-03-03/2026-03-05"},
		{name: "closed after a step that asks for another", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-03 2", closed: "2026-03-04",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30", want: "SKIPPED review 2026-03-04/, SKIPPED close 2026-03-04/"},
		{name: "discontinued", steps: "accept 2026-03-02/2026-03-02 1", closed: "2026-03-04", discontinued: true, state: term.ProceedingStateDiscontinued, limit: term.LimitStateKnown, due: "2026-03-30"},
		{name: "returned and passed", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-03 2, review 2026-03-04/2026-03-04< 3, examine 2026-03-05/2026-03-05 2, review 2026-03-06/2026-03-06 3, close 2026-03-06/2026-03-06", closed: "2026-03-06",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30", want: "RETURNED review examine 2026-03-04/2026-03-06"},
		{name: "returned, as the order tells", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-03 2, review 2026-03-04/2026-03-04 3, examine 2026-03-05/ 2",
			state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30", want: "LATE 2026-03-31/, STEP_LATE examine 2026-03-13/, RETURNED review examine 2026-03-05/"},
		{name: "a step late, and done", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-12 2, review 2026-03-12/ 3",
			state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30", want: "LATE 2026-03-31/, STEP_LATE examine 2026-03-11/2026-03-12, STEP_LATE review 2026-03-18/"},
		{name: "late as a whole", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-06 2, review 2026-03-09/2026-03-10 3, close 2026-04-01/2026-04-01 1", closed: "2026-04-01",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30", want: "LATE 2026-03-31/2026-04-01"},
		{name: "a pause is left out", steps: "accept 2026-03-02/2026-03-02 1", pauses: []calendar.Pause{{Kind: term.PauseKindHearing, From: date("2026-03-09"), To: date("2026-03-13")}},
			state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-04-07", want: "LATE 2026-04-08/"},
		{name: "a pause goes on", steps: "accept 2026-03-02/2026-03-02 1", pauses: []calendar.Pause{{Kind: term.PauseKindHearing, From: date("2026-03-09")}}, state: term.ProceedingStatePaused, limit: term.LimitStateStopped},
		{name: "one person examines and decides", steps: "accept 2026-03-02/2026-03-02 1, examine 2026-03-03/2026-03-06 2, review 2026-03-09/2026-03-10 3, decide 2026-03-11/2026-03-12 2",
			state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30", want: "LATE 2026-03-31/, EXCLUDED decide examine by 2 SOD_PREPARE_APPROVE 2026-03-11/"},
		{name: "a step that is not on the map", steps: "accept 2026-03-02/2026-03-02 1, ?特批 2026-03-03/2026-03-03 9", state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30",
			want: "LATE 2026-03-31/, OFF_MAP  2026-03-03/"},
		{name: "steps of one day in any order", steps: "close 2026-03-02/2026-03-02 1, review 2026-03-02/2026-03-02 3, accept 2026-03-02/2026-03-02 1, examine 2026-03-02/2026-03-02 2", closed: "2026-03-02",
			state: term.ProceedingStateClosed, limit: term.LimitStateKnown, due: "2026-03-30"},
		{name: "without a process only the whole, and what says that it was returned", none: true, steps: "?初审 2026-03-03/2026-03-03< 1", state: term.ProceedingStateUnderWay, limit: term.LimitStateKnown, due: "2026-03-30",
			want: "LATE 2026-03-31/, RETURNED  2026-03-03/"},
	} {
		f := proceeding.Facts{PowerID: 7, UnitID: 8, PowerType: term.PowerTypeLicensing, Limit: &twenty, Course: course, Received: date("2026-03-02"), Visits: taken(c.steps), Pauses: c.pauses,
			Discontinued: c.discontinued, Rules: rules}
		if c.none {
			f.Course = nil
		}
		if c.closed != "" {
			day := date(c.closed)
			f.Closed = &day
		}
		v := proceeding.Judge(calendar.Builtin(), f)
		var got []string
		for _, d := range v.Deviations {
			got = append(got, told(d))
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: strays %s, want %s", c.name, text, c.want)
		}
		due := ""
		if v.Due != nil {
			due = v.Due.Format(time.DateOnly)
		}
		if v.State != c.state || v.Limit != c.limit || due != c.due {
			t.Errorf("%s: %s %s %s, want %s %s %s", c.name, v.State, v.Limit, due, c.state, c.limit, c.due)
		}
	}
}

func told(d proceeding.Deviation) string {
	text := string(d.Kind)
	for _, part := range []string{d.Key, d.OtherKey} {
		if part != "" || d.Kind == term.DeviationKindOffMap && part == d.Key || d.Kind == term.DeviationKindReturned && d.Key == "" {
			text += " " + part
		}
		if d.Key == "" {
			break
		}
	}
	if d.Person != 0 {
		text += fmt.Sprintf(" by %d %s", d.Person, d.Rule)
	}
	text += " " + d.From.Format(time.DateOnly) + "/"
	if d.To != nil {
		text += d.To.Format(time.DateOnly)
	}
	return text
}

// TestJudgeHangsOnTheFactsAlone shuffles what is recorded.
func TestJudgeHangsOnTheFactsAlone(t *testing.T) {
	course, twenty := proceeding.NewCourse(licence()), 20
	visits := taken("accept 2026-03-02/2026-03-02 1, review 2026-03-03/2026-03-04< 3, examine 2026-03-05/2026-03-17 2, review 2026-03-18/ 2")
	judge := func(v []proceeding.Visit) string {
		var out []string
		for _, d := range proceeding.Judge(calendar.Builtin(), proceeding.Facts{PowerType: term.PowerTypeLicensing, Limit: &twenty, Course: course, Received: date("2026-03-02"), Visits: v}).Deviations {
			out = append(out, told(d))
		}
		return strings.Join(out, ", ")
	}
	want := judge(visits)
	for n := range visits {
		if got := judge(slices.Concat(visits[n:], visits[:n])); got != want {
			t.Errorf("in another order it strays %s, want %s", got, want)
		}
	}
}

func TestStateOf(t *testing.T) {
	day := date("2026-03-02")
	open, over := []calendar.Pause{{From: day}}, []calendar.Pause{{From: day, To: day}}
	for _, c := range []struct {
		closed       *time.Time
		discontinued bool
		pauses       []calendar.Pause
		want         term.ProceedingState
	}{
		{nil, false, nil, term.ProceedingStateUnderWay}, {nil, false, over, term.ProceedingStateUnderWay}, {nil, false, open, term.ProceedingStatePaused}, {nil, true, nil, term.ProceedingStateUnderWay},
		{nil, true, open, term.ProceedingStatePaused}, {&day, false, nil, term.ProceedingStateClosed}, {&day, false, open, term.ProceedingStateClosed}, {&day, true, open, term.ProceedingStateDiscontinued},
		{&day, true, nil, term.ProceedingStateDiscontinued}, {&day, false, over, term.ProceedingStateClosed}, {&day, true, over, term.ProceedingStateDiscontinued}, {nil, true, over, term.ProceedingStateUnderWay},
	} {
		if got := proceeding.StateOf(c.closed, c.discontinued, c.pauses); got != c.want {
			t.Errorf("closed %v, discontinued %t, pauses %v: %s, want %s", c.closed, c.discontinued, c.pauses, got, c.want)
		}
	}
}

func TestClockOf(t *testing.T) {
	for _, c := range []struct {
		power term.PowerType
		days  int
		want  term.ClockUnit
	}{
		{term.PowerTypeLicensing, 20, term.ClockUnitWorkingDays}, {term.PowerTypePenalty, 5, term.ClockUnitWorkingDays}, {term.PowerTypePenalty, 90, term.ClockUnitCalendarDays},
		{term.PowerTypePenalty, 10, term.ClockUnitWorkingDays}, {term.PowerTypeInspection, 15, term.ClockUnitWorkingDays},
	} {
		if k := proceeding.ClockOf(c.power, &c.days); k.Unit != c.want || k.Number != c.days {
			t.Errorf("%s of %d days counts %d %s, want %s", c.power, c.days, k.Number, k.Unit, c.want)
		}
	}
	zero, far := 0, 9999
	if proceeding.ClockOf(term.PowerTypeLicensing, nil) != nil || proceeding.ClockOf(term.PowerTypeLicensing, &zero) != nil || proceeding.ClockOf(term.PowerTypeLicensing, &far) != nil {
		t.Error("no limit, and one of more days than any clock has, run no clock")
	}
}
