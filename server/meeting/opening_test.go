package meeting_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// openPaper is a meeting that has voted for an opening decision over n risk points of a paper register.
func openPaper(t *testing.T, db *testkit.DB, n int) *sitting {
	t.Helper()
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	var all []register.RecordRiskPoint
	for i := range n {
		in := register.RecordRiskPoint{UnitID: w.East.Department.ID, Details: testkit.RiskDetails(fmt.Sprint("纸质", i))}
		if i%4 > 0 { // some stand on paper with a grade and nothing that it follows from
			in.Assessment = &testkit.Minor
		}
		all = append(all, in)
	}
	for len(all) > 0 {
		part := all[:min(len(all), 200)]
		for _, r := range testkit.Must(db.Register.RecordRiskPoints(testkit.System(), part))(t) {
			testkit.Must(db.Register.NotePaperGrade(testkit.System(), register.NotePaperGrade{RiskPointID: r.ID, ExpectedVersion: r.Version,
				Grade: []term.Grade{term.GradeA, term.GradeB, term.GradeC}[r.ID%3], Source: "登记表.xlsx"}))(t)
		}
		all = all[len(part):]
	}
	s := plan(t, db, w, group, w.East.Unit)
	if err := s.agenda(&meeting.ItemInput{Kind: term.ItemKindOpening, UnitID: &w.East.Unit.ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	s.votes(0, 1, 2, 3, 4, 0)
	return s
}

func opened(db *testkit.DB) int {
	return db.Client.RiskPoint.Query().Where(riskpoint.Opening(true)).CountX(testkit.System())
}

// An opening decision is one change for whoever reads, and colleagues save while it is worked out. With
// SINENG_BENCH_ROWS it says how long they waited at the most.
func TestAnOpeningDecisionIsSeenWholeWhileOthersWrite(t *testing.T) {
	n := 400
	if rows, err := strconv.Atoi(os.Getenv("SINENG_BENCH_ROWS")); err == nil {
		n = rows
	}
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := openPaper(t, db, n)
		var others sync.WaitGroup
		ended := make(chan struct{})
		saves, longest := 0, time.Duration(0)
		others.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-ended:
					return
				default:
				}
				began := time.Now()
				if _, err := db.Org.CreatePost(testkit.System(), org.CreatePost{UnitID: s.w.West.Department.ID, Name: fmt.Sprint("岗", i)}); err != nil {
					t.Error(err)
					return
				}
				longest, saves = max(longest, time.Since(began)), i+1
			}
		})
		others.Go(func() {
			for {
				select {
				case <-ended:
					return
				default:
				}
				if seen := opened(db); seen != 0 && seen != n {
					t.Errorf("%d of %d are seen as decided", seen, n)
					return
				}
			}
		})
		began := time.Now()
		item := testkit.Must(s.decide(0, "纸质登记表"))(t)
		took := time.Since(began)
		close(ended)
		others.Wait()
		if item.Settled != n || opened(db) != n || saves < 2 {
			t.Errorf("%d were decided, %d are seen; %d saves meanwhile", item.Settled, opened(db), saves)
		}
		t.Logf("%d risk points in %v; %d saves meanwhile, the longest %v", n, took, saves, longest)
		if n := db.Client.StagedImport.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("%d stagings are left", n)
		}
		consistent(t, db)
	})
}

// consistent fails where the log and the risk points, assessments and counts do not agree.
func consistent(t *testing.T, db *testkit.DB) {
	t.Helper()
	testkit.Must(audit.Sequence(testkit.System(), db.Store))(t)
	report := testkit.Must(verify.Run(testkit.System(), db.Store, verify.Options{Dir: db.LogDir, Checks: tally.Checks()}))(t)
	for _, f := range report.Findings {
		if f.Object != nil && (f.Object.Type == ent.TypeRiskPoint || f.Object.Type == ent.TypeAssessment) || f.Entry >= 0 || strings.Contains(f.Reason, "COUNT") {
			t.Errorf("a verification finds %+v", f)
		}
	}
}

// matterOf is the matter of opening decisions, with an outcome that is carried.
func matterOf(s *sitting) (agenda.Matter, agenda.Outcome) {
	for _, m := range s.db.Register.Matters() {
		if m.Kind == term.ItemKindOpening {
			return m, agenda.Outcome{Item: agenda.Item{Kind: m.Kind, About: s.w.East.Unit.ID}, MeetingID: s.m.ID, Body: agenda.LeadingGroup, Carried: true, Reason: "纸质登记表"}
		}
	}
	panic("nobody opens")
}

// Of an opening decision whose server is killed nobody sees anything, and it is decided again.
func TestAnOpeningDecisionThatIsKilledLeavesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := openPaper(t, db, 30)
		matter, o := matterOf(s)
		before := db.Client.Assessment.Query().CountX(testkit.System())
		waiting := db.Client.AuditInbox.Query().Where(auditinbox.ImportID(0)).CountX(testkit.System())
		testkit.Must(matter.Prepare(s.group, o))(t) // and the server ends here
		if opened(db) != 0 || db.Client.Assessment.Query().CountX(testkit.System()) != before ||
			db.Client.AuditInbox.Query().CountX(testkit.System()) != waiting {
			t.Error("something of it is seen")
		}
		item := testkit.Must(s.decide(0, "纸质登记表"))(t)
		if item.Settled != 30 || opened(db) != 30 || db.Client.Assessment.Query().CountX(testkit.System()) != before+30 {
			t.Errorf("the outcome is %+v", item)
		}
	})
}

// Where somebody changes a risk point while the decision is worked out, it is worked out again.
func TestAnOpeningDecisionLooksAgain(t *testing.T) {
	db := testkit.SQLite(t)
	s := openPaper(t, db, 5)
	matter, o := matterOf(s)
	conclude := func(meanwhile func(r *ent.RiskPoint)) error {
		o.Prepared = testkit.Must(matter.Prepare(s.group, o))(t)
		meanwhile(db.Client.RiskPoint.Query().Where(riskpoint.PaperGradeNotNil()).Order(riskpoint.ByID()).FirstX(testkit.System()))
		err := store.WithTx(s.group, db.Store, func(ctx context.Context, tx *ent.Tx) error {
			if _, err := matter.Conclude(ctx, tx, o); err != nil {
				return err
			}
			return audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionDecideItem})
		})
		if err != nil {
			if err := o.Prepared.Abandon(s.group); err != nil {
				t.Fatal(err)
			}
		}
		return err
	}
	changed := conclude(func(r *ent.RiskPoint) {
		testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("改写")}))(t)
	})
	want(t, "one that was rewritten", changed, "CONFLICT", "OUTCOME_OUTDATED")
	fresh := conclude(func(*ent.RiskPoint) {
		r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: s.w.East.Department.ID, Details: testkit.RiskDetails("新"), Assessment: &testkit.Minor}))(t)
		testkit.Must(db.Register.NotePaperGrade(testkit.System(), register.NotePaperGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC, Source: "x"}))(t)
	})
	want(t, "another that came", fresh, "CONFLICT", "OUTCOME_OUTDATED")
	if opened(db) != 0 {
		t.Errorf("%d were decided", opened(db))
	}
	if err := conclude(func(*ent.RiskPoint) {}); err != nil || opened(db) != 6 {
		t.Errorf("undisturbed: %v, %d decided", err, opened(db))
	}
}
