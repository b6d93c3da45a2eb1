package register_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

// steps are steps with these keys, each leading to the next.
func steps(keys ...string) ([]*register.StepInput, []*register.EdgeInput) {
	var out []*register.StepInput
	var edges []*register.EdgeInput
	for i, k := range keys {
		out = append(out, &register.StepInput{Key: k, Name: "环节" + k, Kind: term.StepKindHandle})
		if i > 0 {
			edges = append(edges, &register.EdgeInput{FromKey: keys[i-1], ToKey: k})
		}
	}
	return out, edges
}

func save(db *testkit.DB, p *ent.Power, revision int, keys ...string) (*ent.Process, error) {
	s, e := steps(keys...)
	return db.Register.SaveProcess(testkit.System(), register.SaveProcess{PowerID: p.ID, ExpectedRevision: revision, Steps: s, Edges: e})
}

func TestAProcessIsKeptInVersionsAndRiskPointsFollowTheirStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		p, r := w.East.Powers[2], w.East.Risks[2] // the risk point stands on step 2 of 1, 2
		old := *again(db, r).StepID
		retired := record(t, db, w.East.Department, testkit.Minor, func(d *register.RiskDetails) {
			key := "1"
			d.PowerID, d.StepKey = &p.ID, &key
		})
		testkit.Must(db.Register.RetireRiskPoint(ctx, retired.ID, retired.Version, "合并"))(t)
		second := testkit.Must(save(db, p, 1, "0", "2", "3"))(t)
		if second.Revision != 2 || !second.Current || second.UnitID != w.East.Department.ID {
			t.Errorf("the second version is %+v", second)
		}
		all := db.Client.Process.Query().Where(process.PowerID(p.ID)).Order(ent.Asc(process.FieldRevision)).WithSteps().WithStepEdges().AllX(ctx)
		if len(all) != 2 || all[0].Current || !all[1].Current || len(all[0].Edges.Steps) != 2 || len(all[1].Edges.Steps) != 3 || len(all[1].Edges.StepEdges) != 2 {
			t.Fatalf("the versions are %+v", all)
		}
		moved := again(db, r)
		step := db.Client.ProcessStep.GetX(ctx, *moved.StepID)
		if step.ID == old || step.Key != "2" || step.ProcessID != second.ID {
			t.Errorf("the risk point stands on %+v", step)
		}
		if moved.Version != w.East.Risks[2].Version+1 { // the decision of the test world
			t.Errorf("carrying a risk point along made version %d of it", moved.Version)
		}
		if left := again(db, retired); left.StepID == nil || db.Client.ProcessStep.GetX(ctx, *left.StepID).ProcessID != all[0].ID {
			t.Errorf("a retired risk point of a step that is gone was moved: %v", left.StepID)
		}
		_, err := save(db, p, 2, "0", "3")
		want(t, "leaving out a step with a risk point", err, fault.InvalidTransition, "STEP_HAS_RISK_POINTS", "steps")
		if n := db.Client.Process.Query().Where(process.PowerID(p.ID)).CountX(ctx); n != 2 {
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

func TestOfTwoWhoSaveAProcessAtTheSameTimeOneIsTold(t *testing.T) {
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
		if n := db.Client.Process.Query().Where(process.PowerID(p.ID), process.Current(true)).CountX(testkit.System()); saved != 1 || n != 1 {
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
		_, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Unit.ID, Assessment: testkit.Minor,
			Details: testkit.RiskDetails("x", func(d *register.RiskDetails) { d.PowerID, d.StepKey = &p.ID, &key })})
		if found != (err == nil) {
			t.Errorf("a risk point on step %q: %v", key, err)
		}
		if !found {
			want(t, key, err, fault.NotFound, "", "details.stepKey")
		}
	}
	key := "2"
	_, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Unit.ID, Assessment: testkit.Minor,
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
	good := func() ([]*register.StepInput, []*register.EdgeInput) { return steps("1", "2", "3") }
	for _, c := range []struct {
		what          string
		change        func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput)
		reason, field string
	}{
		{"no step", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			return nil, nil
		}, "BAD_STEP_COUNT", "steps"},
		{"101 steps", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			var keys []string
			for i := range 101 {
				keys = append(keys, fmt.Sprint(i))
			}
			return steps(keys...)
		}, "BAD_STEP_COUNT", "steps"},
		{"a step without a key", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[1].Key = " "
			return s, nil
		}, "REQUIRED", "steps.1.key"},
		{"a long key", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[2].Key = strings.Repeat("k", 65)
			return s, nil
		}, "TOO_LONG", "steps.2.key"},
		{"a key twice", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[2].Key = " 1 "
			return s, nil
		}, "DUPLICATE_KEY", "steps.2.key"},
		{"a step without a name", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[0].Name = ""
			return s, e
		}, "REQUIRED", "steps.0.name"},
		{"a long name", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[0].Name = strings.Repeat("长", 201)
			return s, e
		}, "TOO_LONG", "steps.0.name"},
		{"a limit below zero", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			s[1].TimeLimitDays = &minus
			return s, e
		}, "OUT_OF_RANGE", "steps.1.timeLimitDays"},
		{"a way from nowhere", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			e[1].FromKey = "x"
			return s, e
		}, "UNKNOWN_STEP", "edges.1.fromKey"},
		{"a way to nowhere", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			e[0].ToKey = "x"
			return s, e
		}, "UNKNOWN_STEP", "edges.0.toKey"},
		{"a way to itself", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			e[0].ToKey = "1"
			return s, e
		}, "BAD_EDGE", "edges.0.toKey"},
		{"a way twice", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			return s, append(e, &register.EdgeInput{FromKey: " 1", ToKey: "2 "})
		}, "BAD_EDGE", "edges.2.toKey"},
		{"a long condition", func(s []*register.StepInput, e []*register.EdgeInput) ([]*register.StepInput, []*register.EdgeInput) {
			e[0].Condition = strings.Repeat("长", 501)
			return s, e
		}, "TOO_LONG", "edges.0.condition"},
	} {
		s, e := c.change(good())
		_, err := db.Register.SaveProcess(testkit.System(), register.SaveProcess{PowerID: w.East.Powers[0].ID, ExpectedRevision: 1, Steps: s, Edges: e})
		want(t, c.what, err, fault.Invalid, c.reason, c.field)
	}
	// A loop back, as a returned application takes it, is a process too.
	s, e := good()
	testkit.Must(db.Register.SaveProcess(testkit.System(), register.SaveProcess{PowerID: w.East.Powers[0].ID, ExpectedRevision: 1, Steps: s,
		Edges: append(e, &register.EdgeInput{FromKey: "3", ToKey: "1", Condition: "退回补正"})}))(t)
}

func TestAPowersNewTypeMovesItsCountsAndARetiredPowerTakesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		p := db.Client.Power.GetX(testkit.System(), w.East.Powers[2].ID)
		gone := record(t, db, w.East.Department, testkit.Minor, func(d *register.RiskDetails) { d.PowerID = &p.ID })
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), gone.ID, gone.Version, "合并"))(t)
		d := register.PowerDetails{Code: p.Code, Name: "改名", Type: term.PowerTypeProcurement, Discretion: term.DiscretionNone}
		out := testkit.Must(db.Register.RevisePower(testkit.As(term.RoleDeptHead, w.East.Department), register.RevisePower{ID: p.ID, ExpectedVersion: p.Version, Details: d}))(t)
		for _, r := range []*ent.RiskPoint{w.East.Risks[2], gone} {
			if after := again(db, r); after.PowerType != "PROCUREMENT" {
				t.Errorf("a risk point of the power still counts as %s", after.PowerType)
			}
		}
		if other := again(db, w.East.Risks[1]); other.PowerType != "LICENSING" {
			t.Errorf("a risk point of another power counts as %s", other.PowerType)
		}
		exact(t, db)
		_, err := db.Register.RetirePower(testkit.System(), p.ID, out.Version, db.Today())
		want(t, "retiring a power with a risk point", err, fault.InvalidTransition, "HAS_RISK_POINTS", "id")
		r := again(db, w.East.Risks[2])
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "合并"))(t)
		out = testkit.Must(db.Register.RetirePower(testkit.System(), p.ID, out.Version, db.Today()))(t)
		_, err = db.Register.RetirePower(testkit.System(), p.ID, out.Version, db.Today())
		want(t, "retiring twice", err, fault.InvalidTransition, "POWER_RETIRED", "id")
		_, err = db.Register.RevisePower(testkit.System(), register.RevisePower{ID: p.ID, ExpectedVersion: out.Version, Details: d})
		want(t, "revising a retired power", err, fault.InvalidTransition, "POWER_RETIRED", "id")
		_, err = save(db, p, 1, "1")
		want(t, "a process for a retired power", err, fault.InvalidTransition, "POWER_RETIRED", "powerId")
		_, err = db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Department.ID, Assessment: testkit.Minor,
			Details: testkit.RiskDetails("x", func(d *register.RiskDetails) { d.PowerID = &p.ID })})
		want(t, "a risk point on a retired power", err, fault.InvalidTransition, "POWER_RETIRED", "details.powerId")
		exact(t, db)
	})
}

func TestPowersAreCheckedFieldByFieldAndListedByCode(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		minus, long := -1, strings.Repeat("长", 4001)
		_, err := db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID, Details: register.PowerDetails{
			Code: " ", Name: strings.Repeat("长", 301), DiscretionNote: long, Frequency: long, TimeLimitDays: &minus,
			LegalBases: []term.LegalBasis{{Law: "行政许可法"}, {Law: " ", Text: long}}, Disclosure: &register.Disclosure{Scope: long, Form: long, Reason: long}}})
		for _, field := range []string{"code", "name", "discretionNote", "frequency", "timeLimitDays", "legalBases.1.law", "legalBases.1.text",
			"disclosure.scope", "disclosure.form", "disclosure.reason"} {
			want(t, "a power full of faults", err, fault.Invalid, "", "details."+field)
		}
		if n := len(fault.All(err)); n != 10 {
			t.Errorf("%d faults are told, want 10: %v", n, err)
		}
		add := func(code, name string, typ term.PowerType, discretion term.Discretion) (*ent.Power, error) {
			return db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID, Details: register.PowerDetails{Code: code, Name: name, Type: typ, Discretion: discretion}})
		}
		_, err = add(" P1 ", "重复", term.PowerTypeFinance, term.DiscretionNone)
		want(t, "a code that is taken", err, fault.Conflict, "CODE_TAKEN", "details.code")
		testkit.Must(add("A%1", "采购_设备", term.PowerTypeProcurement, term.DiscretionLimited))(t)
		finance := testkit.Must(add("Z9", "拨付100%", term.PowerTypeFinance, term.DiscretionNone))(t)
		testkit.Must(db.Register.RetirePower(testkit.System(), finance.ID, finance.Version, db.Today()))(t)
		yes := true
		text := func(s string) *string { return &s }
		for _, c := range []struct {
			f    register.PowerFilter
			want []string
		}{
			{register.PowerFilter{UnitID: &w.East.Unit.ID}, []string{"A%1", "P1", "P1", "P1"}},
			{register.PowerFilter{UnitID: &w.East.Unit.ID, UnitOnly: &yes}, []string{"A%1", "P1"}},
			{register.PowerFilter{UnitID: &w.East.Unit.ID, UnitOnly: &yes, IncludeRetired: &yes}, []string{"A%1", "P1", "Z9"}},
			{register.PowerFilter{Types: []term.PowerType{term.PowerTypeProcurement, term.PowerTypeFinance}}, []string{"A%1"}},
			{register.PowerFilter{Discretions: []term.Discretion{term.DiscretionLimited}}, []string{"A%1"}},
			{register.PowerFilter{Text: text("_")}, []string{"A%1"}},
			{register.PowerFilter{Text: text("%"), IncludeRetired: &yes}, []string{"Z9"}}, // codes by their beginning, names anywhere
			{register.PowerFilter{Text: text("A%"), IncludeRetired: &yes}, []string{"A%1"}},
			{register.PowerFilter{Text: text("设备")}, []string{"A%1"}},
		} {
			list, err := db.Register.Powers(testkit.System(), c.f, page(100), nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range list.Rows {
				got = append(got, p.Code)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%+v gives %v, want %v", c.f, got, c.want)
			}
		}
	})
}

func TestTheWorstGradeOfAPowerIsThatOfItsRiskPointsInForce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		on := func(p *ent.Power) func(*register.RiskDetails) {
			return func(d *register.RiskDetails) { d.PowerID = &p.ID }
		}
		fresh := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Department.ID,
			Details: register.PowerDetails{Code: "P2", Name: "新", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
		record(t, db, w.East.Department, testkit.Minor, on(fresh))
		grades := func() map[int64]term.Grade {
			return testkit.Must(db.Register.WorstGrades(testkit.System(), []int64{fresh.ID, w.East.Powers[2].ID}))(t)
		}
		if got := grades(); len(got) != 1 || got[w.East.Powers[2].ID] != term.GradeA {
			t.Errorf("the worst grades are %v", got)
		}
		var decided []*ent.RiskPoint
		for _, g := range []term.Grade{term.GradeC, term.GradeB} {
			r := record(t, db, w.East.Department, testkit.Minor, on(fresh))
			decided = append(decided, testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Reason: "x"}))(t).RiskPoint)
		}
		if got := grades()[fresh.ID]; got != term.GradeB {
			t.Errorf("of B and C the worst is %s", got)
		}
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), decided[1].ID, decided[1].Version, "x"))(t)
		if got := grades()[fresh.ID]; got != term.GradeC {
			t.Errorf("after B was retired the worst is %s", got)
		}
	})
}
