package process_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"sineng/ent"
	entprocess "sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

// steps are steps with these keys, each leading to the next.
func steps(keys ...string) ([]*process.Step, []*process.Edge) {
	var out []*process.Step
	var edges []*process.Edge
	for i, k := range keys {
		out = append(out, &process.Step{Key: k, Name: "环节" + k, Kind: term.StepKindHandle})
		if i > 0 {
			edges = append(edges, &process.Edge{FromKey: keys[i-1], ToKey: k})
		}
	}
	return out, edges
}

func save(db *testkit.DB, p *ent.Power, revision int, keys ...string) (*ent.Process, error) {
	s, e := steps(keys...)
	return db.Processes.Save(testkit.System(), process.Save{PowerID: p.ID, ExpectedRevision: revision, Steps: s, Edges: e})
}

func TestAProcessIsKeptInVersionsAndRiskPointsFollowTheirStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		p, r := w.East.Powers[2], w.East.Risks[2] // the risk point stands on step 2 of 1, 2
		old := *again(db, r).StepID
		retired := record(t, db, w.East.Department, func(d *register.RiskDetails) {
			key := "1"
			d.PowerID, d.StepKey = &p.ID, &key
		})
		testkit.Must(db.Register.RetireRiskPoint(ctx, retired.ID, retired.Version, "合并"))(t)
		second := testkit.Must(save(db, p, 1, "0", "2", "3"))(t)
		if r := again(db, r); !r.Outdated || r.Grade == term.Ungraded {
			t.Errorf("a grade decided on another step is %s, outdated %v", r.Grade, r.Outdated)
		}
		if second.Revision != 2 || !second.Current || second.UnitID != w.East.Department.ID {
			t.Errorf("the second version is %+v", second)
		}
		all := db.Client.Process.Query().Where(entprocess.PowerID(p.ID)).Order(ent.Asc(entprocess.FieldRevision)).WithSteps().WithStepEdges().AllX(ctx)
		if len(all) != 2 || all[0].Current || !all[1].Current || len(all[0].Edges.Steps) != 2 || len(all[1].Edges.Steps) != 3 || len(all[1].Edges.StepEdges) != 2 {
			t.Fatalf("the versions are %+v", all)
		}
		moved := again(db, r)
		step := db.Client.ProcessStep.GetX(ctx, *moved.StepID)
		if step.ID == old || step.Key != "2" || step.ProcessID != second.ID {
			t.Errorf("the risk point stands on %+v", step)
		}
		if left := again(db, retired); left.StepID == nil || db.Client.ProcessStep.GetX(ctx, *left.StepID).ProcessID != all[0].ID {
			t.Errorf("a retired risk point of a removed step was moved: %v", left.StepID)
		}
		_, err := save(db, p, 2, "0", "3")
		want(t, "leaving out a step with a risk point", err, fault.InvalidTransition, "STEP_HAS_RISK_POINTS", "steps")
		if n := db.Client.Process.Query().Where(entprocess.PowerID(p.ID)).CountX(ctx); n != 2 {
			t.Errorf("the refused version left %d versions", n)
		}
		testkit.Must(db.Register.RetireRiskPoint(ctx, r.ID, moved.Version, "合并"))(t)
		third := testkit.Must(save(db, p, 2, "0", "3"))(t)
		if third.Revision != 3 {
			t.Errorf("the third version is %+v", third)
		}
		for _, revision := range []int{0, 1, 2, 4} {
			_, err := save(db, p, revision, "0", "3")
			want(t, fmt.Sprintf("saving over revision %d", revision), err, fault.Conflict, "STALE_VERSION", "expectedRevision")
		}
	})
}

func TestOfTwoWhoSaveAProcessAtTheSameTimeOneIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		p := w.East.Powers[0]
		var all sync.WaitGroup
		var mu sync.Mutex
		saved := 0
		for range 4 {
			all.Go(func() {
				_, err := save(db, p, 1, "1", "2", "3")
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					saved++
				} else {
					want(t, "the slower one", err, fault.Conflict, "STALE_VERSION", "expectedRevision")
				}
			})
		}
		all.Wait()
		if n := db.Client.Process.Query().Where(entprocess.PowerID(p.ID), entprocess.Current(true)).CountX(testkit.System()); saved != 1 || n != 1 {
			t.Errorf("%d saved, %d versions are current", saved, n)
		}
	})
}

func TestStepsAreFoundByTheKeyOfTheCurrentVersion(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	p := w.East.Powers[0]
	testkit.Must(save(db, p, 1, " 2 ", "9"))(t)
	for key, found := range map[string]bool{"2": true, "9": true, "1": false, "": true} {
		_, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Unit.ID, Assessment: &testkit.Minor,
			Details: testkit.RiskDetails("x", func(d *register.RiskDetails) { d.PowerID, d.StepKey = &p.ID, &key })})
		if found != (err == nil) {
			t.Errorf("a risk point on step %q: %v", key, err)
		}
		if !found {
			want(t, key, err, fault.NotFound, "", "details.stepKey")
		}
	}
	key := "2"
	_, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Unit.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails("x", func(d *register.RiskDetails) { d.StepKey = &key })})
	want(t, "a step without a power", err, fault.Invalid, "REQUIRED", "details.powerId")
	if n := db.Client.ProcessStep.Query().Where(processstep.Key("2")).CountX(testkit.System()); n == 0 {
		t.Error("blanks around a key were kept")
	}
}

func TestAProcessIsCheckedFieldByField(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	minus := -1
	good := func() ([]*process.Step, []*process.Edge) { return steps("1", "2", "3") }
	for _, c := range []struct {
		what          string
		change        func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge)
		reason, field string
	}{
		{"no step", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			return nil, nil
		}, "BAD_STEP_COUNT", "steps"},
		{"101 steps", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			var keys []string
			for i := range 101 {
				keys = append(keys, fmt.Sprint(i))
			}
			return steps(keys...)
		}, "BAD_STEP_COUNT", "steps"},
		{"a step without a key", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[1].Key = " "
			return s, nil
		}, "REQUIRED", "steps.1.key"},
		{"a long key", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[2].Key = strings.Repeat("k", 65)
			return s, nil
		}, "TOO_LONG", "steps.2.key"},
		{"a key twice", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[2].Key = " 1 "
			return s, nil
		}, "DUPLICATE_KEY", "steps.2.key"},
		{"a step without a name", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[0].Name = ""
			return s, e
		}, "REQUIRED", "steps.0.name"},
		{"a long name", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[0].Name = strings.Repeat("长", 201)
			return s, e
		}, "TOO_LONG", "steps.0.name"},
		{"a limit below zero", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			s[1].TimeLimitDays = &minus
			return s, e
		}, "OUT_OF_RANGE", "steps.1.timeLimitDays"},
		{"a way from nowhere", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			e[1].FromKey = "x"
			return s, e
		}, "UNKNOWN_STEP", "edges.1.fromKey"},
		{"a way to nowhere", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			e[0].ToKey = "x"
			return s, e
		}, "UNKNOWN_STEP", "edges.0.toKey"},
		{"a way twice", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			return s, append(e, &process.Edge{FromKey: " 1", ToKey: "2 "})
		}, "BAD_EDGE", "edges.2.toKey"},
		{"a long condition", func(s []*process.Step, e []*process.Edge) ([]*process.Step, []*process.Edge) {
			e[0].Condition = strings.Repeat("长", 501)
			return s, e
		}, "TOO_LONG", "edges.0.condition"},
	} {
		s, e := c.change(good())
		_, err := db.Processes.Save(testkit.System(), process.Save{PowerID: w.East.Powers[0].ID, ExpectedRevision: 1, Steps: s, Edges: e})
		want(t, c.what, err, fault.Invalid, c.reason, c.field)
	}
	// A loop, such as a returned application, is allowed.
	s, e := good()
	s[2].Ends = true
	testkit.Must(db.Processes.Save(testkit.System(), process.Save{PowerID: w.East.Powers[0].ID, ExpectedRevision: 1, Steps: s,
		Edges: append(e, &process.Edge{FromKey: "3", ToKey: "1", Condition: "退回补正"}, &process.Edge{FromKey: "2", ToKey: "2", Condition: "补充材料"})}))(t)
}

// want fails the test unless err is a fault with the given code, reason and field.
func want(t *testing.T, what string, err error, code fault.Code, reason, field string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && (reason == "" || f.Reason == reason) && f.Field == field {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s on %q", what, err, code, reason, field)
}

// record adds a risk point to a unit.
func record(t *testing.T, db *testkit.DB, u *ent.Unit, change func(*register.RiskDetails)) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
		UnitID: u.ID, Details: testkit.RiskDetails("新增", change), Assessment: &testkit.Minor}))(t)
}

// again reads a risk point from the database.
func again(db *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint {
	return db.Client.RiskPoint.GetX(testkit.System(), r.ID)
}
