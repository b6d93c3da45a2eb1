package app_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/instruction"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// story is what happens in a bureau in a spring, the same on every database; who watches it are processes of their own.
type story struct {
	t           *testing.T
	db          *testkit.DB
	app         *app.App
	dice        *rand.Rand
	w           *testkit.World
	departments []*ent.Unit
	inCharge    []int64
	principal   *ent.Person
	risks       []*ent.RiskPoint
	guards      map[int64]*ent.Measure
	names       int
}

func newStory(t *testing.T, db *testkit.DB) *story {
	t.Helper()
	s := &story{t: t, db: db, app: apptest.New(t, db), dice: rand.New(rand.NewPCG(20260302, 15)), w: testkit.NewWorld(t, db), guards: map[int64]*ent.Measure{}}
	city, from := s.w.East.City, db.Today().AddDate(-1, 0, 0)
	s.principal = s.leader("局长", city)
	testkit.Must(db.Org.AssignPortfolio(testkit.System(), s.principal.ID, city.ID, term.PortfolioKindPrincipal, from))(t)
	for i := range 4 {
		u := testkit.Must(testkit.NewUnit(db, city, fmt.Sprintf("e-city-%d", i), fmt.Sprintf("第%d科", i+1), term.UnitKindDepartment))(t)
		s.departments, s.inCharge = append(s.departments, u), append(s.inCharge, 0)
		testkit.Must(db.Org.AssignPortfolio(testkit.System(), s.leader("科长", u).ID, u.ID, term.PortfolioKindHead, from))(t)
		s.lead(i, from)
		s.decide(i)
	}
	return s
}

// leader adds a person with an account, who is notified.
func (s *story) leader(title string, u *ent.Unit) *ent.Person {
	s.t.Helper()
	s.names++
	ctx, now := testkit.System(), s.db.Now()
	p := testkit.Must(s.db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: fmt.Sprint(title, s.names), JobTitle: title}))(s.t)
	s.db.Raw.Client.Account.Create().SetLoginName(fmt.Sprint("leader-", s.names)).SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
	return p
}

// lead puts somebody new in charge of a department.
func (s *story) lead(i int, from time.Time) {
	s.t.Helper()
	ctx, last := testkit.System(), from.AddDate(0, 0, -1)
	if s.inCharge[i] != 0 {
		old := s.db.Client.Portfolio.Query().Where(portfolio.PersonID(s.inCharge[i])).OnlyX(ctx)
		if old.FromDay.After(last) {
			return
		}
		testkit.Must(s.db.Org.EndPortfolio(ctx, old.ID, old.Version, &last))(s.t)
	}
	p := s.leader("副局长", s.departments[i])
	testkit.Must(s.db.Org.AssignPortfolio(ctx, p.ID, s.departments[i].ID, term.PortfolioKindInCharge, from))(s.t)
	s.inCharge[i] = p.ID
}

func (s *story) decide(i int) {
	s.t.Helper()
	ctx, inputs := testkit.System(), testkit.Crime
	r := testkit.Must(s.db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: s.departments[i].ID, Details: testkit.RiskDetails(fmt.Sprintf("事项%d", len(s.risks))), Assessment: &inputs}))(s.t)
	testkit.Must(s.db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeA}))(s.t)
	s.risks = append(s.risks, r)
}

// guard guards a risk point, or finds that its measure does not work.
func (s *story) guard(r *ent.RiskPoint) {
	s.t.Helper()
	ctx := testkit.System()
	advance := func(m *ent.Measure, a register.MeasureAction) *ent.Measure {
		return testkit.Must(s.db.Register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(s.t)
	}
	if m := s.guards[r.ID]; m != nil {
		advance(m, register.FindIneffective)
		delete(s.guards, r.ID)
		return
	}
	m := testkit.Must(s.db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: r.UnitID, Details: register.MeasureDetails{Content: "双人办理", Kind: term.MeasureKindBalance,
		Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, Frequency: "每周", RiskPointIds: []int64{r.ID}}}))(s.t)
	s.guards[r.ID] = advance(advance(m, register.Approve), register.Activate)
}

// happen lets something happen.
func (s *story) happen() {
	s.t.Helper()
	for range 1 + s.dice.IntN(4) {
		what, i := s.dice.IntN(10), s.dice.IntN(len(s.departments))
		switch {
		case what < 2 && len(s.risks) < 14:
			s.decide(i)
		case what < 4:
			s.lead(i, s.db.Today())
		case what < 6:
			ctx := testkit.AsPerson(term.RolePrincipalLeader, s.w.East.City, s.principal)
			s.names++
			testkit.Must(s.app.Instructions.Give(ctx, instruction.Giving{About: instruction.About{UnitID: s.departments[i].ID}, Title: fmt.Sprint("督办", s.names),
				Demand: "限期整改", DueOn: s.db.Today().AddDate(0, 0, 4+s.dice.IntN(12)), AnswerIn: 1 + s.dice.IntN(4), HopIn: 2 + s.dice.IntN(5)}))(s.t)
		default:
			s.guard(s.risks[s.dice.IntN(len(s.risks))])
		}
	}
}

// The days on which nothing happens, and on which in most runs no server works: ten, and the end of a month among them.
const offFrom, offUntil = "2026-04-24", "2026-05-05"

// play lets the spring pass with processes that work on it. Where on, they do so each day of those on which nothing happens too; where
// jumps, their clock is set back and forth between.
func (s *story) play(w *workers, on, jumps bool) {
	s.t.Helper()
	for end := 0; s.db.Today().Format(time.DateOnly) < "2026-05-14"; {
		today := s.db.Today().Format(time.DateOnly)
		off := today >= offFrom && today < offUntil
		if !off {
			s.happen()
		}
		if !off || on && s.db.Today().Day()%2 == 0 {
			at := s.db.Now().Add(time.Minute)
			w.work(at)
			if jumps && end%5 == 2 {
				for _, hours := range []time.Duration{9, -10, -49} { // in the evening, before midnight, and two days ago
					w.work(at.Add(hours * time.Hour))
				}
			}
		}
		days := 4 + end%3
		if end++; off || s.db.Today().AddDate(0, 0, days).Format(time.DateOnly) >= offFrom && today < offFrom {
			days = 1
		}
		s.db.Clock.Forward(time.Duration(days) * 24 * time.Hour)
	}
}

// stored is what is stored at the end, with names in the place of keys, one line for each row, sorted.
type stored []string

// kept reads what supervision has made.
func (s *story) kept() stored {
	ctx, c := testkit.System(), s.db.Client
	names := map[int64]string{0: "-"}
	for _, u := range c.Unit.Query().AllX(ctx) {
		names[u.ID] = u.Code
	}
	for _, p := range c.Person.Query().AllX(ctx) {
		names[p.ID] = p.Name
	}
	for _, r := range c.RiskPoint.Query().AllX(ctx) {
		names[r.ID] = r.Title
	}
	for _, a := range c.Account.Query().AllX(ctx) {
		names[a.ID] = a.LoginName
	}
	name := func(id *int64) string { return names[value(id)] }
	var out stored
	add := func(kind string, parts ...any) string {
		line := kind + " " + strings.Trim(fmt.Sprintln(parts...), "\n")
		out = append(out, line)
		return line
	}
	day := func(t *time.Time) string {
		if t == nil {
			return "-"
		}
		return store.DayOf(*t).Format(time.DateOnly)
	}
	for _, k := range c.SupervisionCheck.Query().AllX(ctx) {
		names[k.ID] = fmt.Sprintf("[%s %s of %s %s from %s]", k.Kind, k.Grade, names[k.UnitID], name(k.SubjectID), day(&k.FromDay))
		add("check", names[k.ID], k.Tier, name(k.PersonID), day(&k.DueOn), k.State, k.Hops, word(k.EscalatedTo), day(k.NextHopOn))
	}
	for _, h := range c.CheckHandover.Query().AllX(ctx) {
		names[h.ID] = fmt.Sprintf("[handover %s to %s on %s]", names[h.PredecessorID], names[h.SuccessorID], day(&h.CreatedAt))
		add("handover", names[h.ID], len(h.Checks))
	}
	for _, k := range c.WarningCause.Query().AllX(ctx) {
		add("cause", k.Kind, names[k.SubjectID], name(k.ConcernedID), k.Grade, k.Severity, day(&k.Since), day(k.GoneOn))
	}
	serials := map[string][]int{}
	for _, w := range c.Warning.Query().AllX(ctx) {
		key := fmt.Sprintf("%s %d", names[w.BureauID], w.Year)
		serials[key] = append(serials[key], w.Serial)
		names[w.ID] = fmt.Sprintf("[%s %s since %s]", w.Kind, names[w.SubjectID], day(&w.Since))
		add("warning", names[w.ID], w.Colour, w.State, w.Tier, name(w.PersonID), day(w.DueOn), w.Hops, day(w.NextHopOn), day(w.GoneOn), word(w.LiftGround))
	}
	for _, e := range c.WarningEvent.Query().AllX(ctx) {
		add("warning event", names[e.WarningID], e.Position, day(&e.At), e.Kind, e.Colour, e.Tier, name(e.PersonID), day(e.DueOn))
	}
	for _, i := range c.Instruction.Query().AllX(ctx) {
		names[i.ID] = i.Title
		add("instruction", i.Title, i.State, i.Tier, names[i.PersonID], day(i.AnswerBy), i.Hops, day(i.NextHopOn), word(i.UpTier), name(i.UpPersonID))
	}
	for _, e := range c.InstructionEvent.Query().AllX(ctx) {
		add("instruction event", names[e.InstructionID], e.Position, day(&e.At), e.Kind, e.Tier, name(e.PersonID), day(&e.DueOn))
	}
	for key, all := range serials {
		slices.Sort(all)
		for i, n := range all {
			if n != i+1 {
				s.t.Errorf("the warnings of %s are numbered %v", key, all)
				break
			}
		}
	}
	s.notices(names, add)
	slices.Sort(out)
	return out
}

// notices adds what accounts were told: of how many at a time a notice tells, hangs on what one transaction read of the log, of what, on
// which day, does not. Of planned checks that is how many they are.
func (s *story) notices(names map[int64]string, add func(string, ...any) string) {
	planned := map[string]int{}
	for _, n := range s.db.Client.Notice.Query().AllX(testkit.System()) {
		on := store.DayOf(n.At).Format(time.DateOnly)
		if n.Kind == term.NoticeKindCheckPlanned {
			count, _ := strconv.Atoi(n.Words["count"])
			planned[names[n.AccountID]+" "+on] += count
			continue
		}
		keys := n.Key
		if of := n.Words["of"]; of != "" {
			keys = of
		}
		for key := range strings.SplitSeq(keys, "\n") {
			parts := strings.Split(key, ":")
			if len(parts) != 3 {
				s.t.Fatalf("a notice has the key %q", key)
			}
			id, err := strconv.ParseInt(parts[1], 36, 64)
			if err != nil || names[id] == "" {
				s.t.Fatalf("the notice %q is of nothing that is there", key)
			}
			if n.Kind == term.NoticeKindCheckOverdue { // who comes to a late check is told by the next look at what is late: where the clock is set back, on the same day
				on = "soon"
			}
			if n.Kind == term.NoticeKindGradeDecided || n.Kind == term.NoticeKindConflictFound { // the entry of the log, of which others may come first
				parts[2] = ""
			}
			add("notice", names[n.AccountID], n.Kind, names[id], parts[0], parts[2], on)
		}
	}
	for key, n := range planned {
		add("notice", key, "of planned checks", n)
	}
}

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func word[T ~string](v *T) string {
	if v == nil {
		return "-"
	}
	return string(*v)
}

// differ names lines of which one run has more than another.
func (a stored) differ(b stored) string {
	n := map[string]int{}
	for _, line := range a {
		n[line]++
	}
	for _, line := range b {
		n[line]--
	}
	var out []string
	for line, by := range n {
		if by != 0 {
			out = append(out, fmt.Sprintf("%+d %s", by, line))
		}
	}
	slices.SortFunc(out, func(x, y string) int { return strings.Compare(x[3:], y[3:]) })
	return strings.Join(out[:min(len(out), 40)], "\n")
}

// of are the lines of a kind.
func (a stored) of(kind string) int {
	n := 0
	for _, line := range a {
		if strings.HasPrefix(line, kind+" ") {
			n++
		}
	}
	return n
}

// calm is the spring as one process that nobody disturbs sees it, with or without a server on the days on which nothing happens.
func calm(t *testing.T, on bool) (stored, []string) {
	t.Helper()
	db := testkit.SQLite(t)
	s := newStory(t, db)
	s.play(newWorkers(t, db, 1, nil), on, false)
	return s.kept(), s.found()
}

// found are what was found amiss and warned of, and the checks that were asked for, whenever that was.
func (s *story) found() []string {
	var out []string
	for _, line := range s.kept() {
		if kind, rest, _ := strings.Cut(line, " "); kind == "cause" || kind == "check" && strings.HasPrefix(rest, "[") {
			if end := strings.LastIndex(rest, "]"); kind == "check" {
				rest = rest[:end]
			}
			out = append(out, kind+" "+rest)
		}
	}
	for _, w := range s.db.Client.Warning.Query().AllX(testkit.System()) {
		out = append(out, fmt.Sprintln("warning", w.Kind, w.SubjectText, w.Since.Format(time.DateOnly)))
	}
	slices.Sort(out)
	return out
}

var undisturbed = struct {
	sync.Once
	stored
}{}

// Two processes work on one database, are killed by SIGKILL between any two statements and around commits and started again, and their
// clocks are set back and forth; on ten days no server runs. What is stored at the end is what one process makes that nobody disturbs.
func TestKilledWorkersWithJumpingClocksMissNothingAndDoNothingTwice(t *testing.T) {
	undisturbed.Do(func() {
		var found, always []string
		undisturbed.stored, found = calm(t, false)
		_, always = calm(t, true)
		if !slices.Equal(found, always) {
			t.Errorf("a server that was off for ten days found something else than one that was not: %s", stored(found).differ(always))
		}
	})
	want := undisturbed.stored
	for kind, least := range map[string]int{"warning": 10, "warning event": 25, "cause": 15, "check": 15, "handover": 2, "instruction event": 15, "notice": 80} {
		if n := want.of(kind); n < least {
			t.Fatalf("the spring has only %d of %s", n, kind)
		}
	}
	seed := uint64(0)
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		seed++
		s := newStory(t, db)
		w := newWorkers(t, db, 2, rand.New(rand.NewPCG(9, seed)))
		s.play(w, false, true)
		if got := s.kept(); got.differ(want) != "" {
			t.Errorf("what is stored differs (+ here, - undisturbed):\n%s", got.differ(want))
		}
		if w.kills < w.most {
			t.Errorf("only %d were killed", w.kills)
		}
		entries := map[string]bool{}
		for _, e := range db.Client.AuditEntry.Query().AllX(testkit.System()) {
			if entries[e.Body] {
				t.Errorf("the log has an entry twice: %s", e.Body)
			}
			entries[e.Body] = true
		}
		for _, row := range db.Client.DueItem.Query().AllX(testkit.System()) {
			if row.Attempts > 0 {
				t.Errorf("%s of %d failed: %s", row.Kind, row.ObjectID, row.Failure)
			}
		}
		db.Verify(t)
	})
}
