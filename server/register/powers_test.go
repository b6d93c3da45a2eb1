package register_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

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
		_, err = db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Department.ID, Assessment: &testkit.Minor,
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
			t.Errorf("%d faults are reported, want 10: %v", n, err)
		}
		add := func(code, name string, typ term.PowerType, discretion term.Discretion) (*ent.Power, error) {
			return db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID, Details: register.PowerDetails{Code: code, Name: name, Type: typ, Discretion: discretion}})
		}
		_, err = add(" P1 ", "重复", term.PowerTypeFinance, term.DiscretionNone)
		want(t, "a code that is taken", err, fault.Conflict, "CODE_TAKEN", "details.code")
		_, err = add("ｐ１", "重复", term.PowerTypeFinance, term.DiscretionNone)
		want(t, "a code that looks like one that is there", err, fault.Conflict, "CODE_TAKEN", "details.code")
		if text := fmt.Sprint(err); !strings.Contains(text, "P1") || !strings.Contains(text, "ｐ１") {
			t.Errorf("the two codes are not named: %s", text)
		}
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
