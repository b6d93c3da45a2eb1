package register_test

import (
	"context"
	"fmt"
	"testing"

	"sineng/ent"
	"sineng/ent/duty"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

// powerful is a viewer with every right in East.
func powerful(w *testkit.World) context.Context {
	ctx := testkit.As(term.RolePrincipalLeader, w.East.Unit)
	v := viewer.FromContext(ctx)
	v.Grants = append(v.Grants, viewer.Grant{Role: term.RoleLeadingGroup, Scope: v.Register})
	return ctx
}

// snapshot is the content of the register's tables, to check that a refused write changed
// nothing.
func snapshot(t *testing.T, db *testkit.DB) string {
	t.Helper()
	ctx := testkit.System()
	return fmt.Sprint(
		db.Client.RiskPoint.Query().Order(ent.Asc("id")).AllX(ctx), db.Client.Measure.Query().Order(ent.Asc("id")).AllX(ctx),
		db.Client.Power.Query().Order(ent.Asc("id")).AllX(ctx), db.Client.Process.Query().Order(ent.Asc("id")).AllX(ctx),
		db.Client.Duty.Query().Order(ent.Asc("id")).AllX(ctx), db.Client.Assessment.Query().CountX(ctx),
		db.Client.ProcessStep.Query().CountX(ctx), db.Client.RiskCountDelta.Query().CountX(ctx))
}

func TestAnIdOfTheOtherProvinceIsNotFoundInAnyField(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, s, own, far := powerful(w), db.Register, w.East, w.West
		u, post, person := own.Unit.ID, far.Posts[0].ID, far.People[0].ID
		risk, measure := again(db, own.Risks[0]), own.Measures[0]
		power := db.Client.Power.GetX(testkit.System(), own.Powers[0].ID)
		dutyOf := func(p *ent.Post) *ent.Duty {
			return db.Client.Duty.Query().Where(duty.PostID(p.ID)).OnlyX(testkit.System())
		}
		type run struct {
			name, field string
			do          func() error
		}
		var all []run
		add := func(name, field string, do func() error) { all = append(all, run{name, field, do}) }

		add("RecordDuty", "postId", func() error { _, err := s.RecordDuty(ctx, register.RecordDuty{PostID: post, Content: "x"}); return err })
		add("ReviseDuty", "id", func() error {
			_, err := s.ReviseDuty(ctx, register.ReviseDuty{ID: dutyOf(far.Posts[0]).ID, ExpectedVersion: 1, Content: "x"})
			return err
		})
		plain := register.PowerDetails{Code: "X", Name: "x", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}
		for field, change := range map[string]func(*register.PowerDetails){
			"details.exercisingPostIds": func(d *register.PowerDetails) { d.ExercisingPostIds = []int64{own.Posts[0].ID, post} },
			"details.decisionPostId":    func(d *register.PowerDetails) { d.DecisionPostID = &post },
			"details.executionPostId":   func(d *register.PowerDetails) { d.ExecutionPostID = &post },
			"details.supervisionPostId": func(d *register.PowerDetails) { d.SupervisionPostID = &post },
		} {
			d := plain
			change(&d)
			add("RegisterPower", field, func() error {
				_, err := s.RegisterPower(ctx, register.RegisterPower{UnitID: u, Details: d})
				return err
			})
			add("RevisePower", field, func() error {
				_, err := s.RevisePower(ctx, register.RevisePower{ID: power.ID, ExpectedVersion: power.Version, Details: d})
				return err
			})
		}
		add("RegisterPower", "unitId", func() error {
			_, err := s.RegisterPower(ctx, register.RegisterPower{UnitID: far.Unit.ID, Details: plain})
			return err
		})
		add("RevisePower", "id", func() error {
			_, err := s.RevisePower(ctx, register.RevisePower{ID: far.Powers[0].ID, ExpectedVersion: 1, Details: plain})
			return err
		})
		add("RetirePower", "id", func() error { _, err := s.RetirePower(ctx, far.Powers[0].ID, 1, db.Today()); return err })
		for field, change := range map[string]func(*register.RiskDetails){
			"details.powerId":           func(d *register.RiskDetails) { d.PowerID = &far.Powers[0].ID },
			"details.postId":            func(d *register.RiskDetails) { d.PostID = &post },
			"details.personId":          func(d *register.RiskDetails) { d.PersonID = &person },
			"details.exposedPostIds":    func(d *register.RiskDetails) { d.ExposedPostIds = []int64{post, own.Posts[0].ID} },
			"details.exposedPersonIds":  func(d *register.RiskDetails) { d.ExposedPersonIds = []int64{person} },
			"details.directOwnerId":     func(d *register.RiskDetails) { d.DirectOwnerID = &person },
			"details.departmentOwnerId": func(d *register.RiskDetails) { d.DepartmentOwnerID = &person },
			"details.leaderOwnerId":     func(d *register.RiskDetails) { d.LeaderOwnerID = &person },
		} {
			add("RecordRiskPoint", field, func() error {
				_, err := s.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: u, Details: testkit.RiskDetails("x", change), Assessment: &testkit.Minor})
				return err
			})
			add("ReviseRiskPoint", field, func() error {
				_, err := s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: risk.ID, ExpectedVersion: risk.Version, Details: testkit.RiskDetails("x", change)})
				return err
			})
		}
		add("RecordRiskPoint", "unitId", func() error {
			_, err := s.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: far.Unit.ID, Details: testkit.RiskDetails("x"), Assessment: &testkit.Minor})
			return err
		})
		theirs := again(db, far.Risks[0])
		add("ReviseRiskPoint", "id", func() error {
			_, err := s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: theirs.ID, ExpectedVersion: theirs.Version, Details: testkit.RiskDetails("x")})
			return err
		})
		add("RetireRiskPoint", "id", func() error { _, err := s.RetireRiskPoint(ctx, theirs.ID, theirs.Version, "x"); return err })
		add("ProposeGrade", "riskPointId", func() error {
			_, err := s.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version, Assessment: testkit.Minor})
			return err
		})
		add("DecideGrade", "riskPointId", func() error {
			_, err := s.DecideGrade(ctx, register.DecideGrade{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version, Grade: term.GradeA, Reason: "x"})
			return err
		})
		add("EndorseGrade", "riskPointId", func() error {
			_, err := s.EndorseGrade(ctx, register.EndorseGrade{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version, Grade: term.GradeB, Reason: "x"})
			return err
		})
		add("ConcurGrade", "riskPointId", func() error {
			_, err := s.ConcurGrade(ctx, register.AnswerEndorsement{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version})
			return err
		})
		add("RefuseGrade", "riskPointId", func() error {
			_, err := s.RefuseGrade(ctx, register.AnswerEndorsement{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version, Reason: "x"})
			return err
		})
		add("NotePaperGrade", "riskPointId", func() error {
			_, err := s.NotePaperGrade(ctx, register.NotePaperGrade{RiskPointID: theirs.ID, ExpectedVersion: theirs.Version, Grade: term.GradeB})
			return err
		})
		for field, change := range map[string]func(*register.MeasureDetails){
			"details.riskPointIds": func(d *register.MeasureDetails) { d.RiskPointIds = append(d.RiskPointIds, theirs.ID) },
			"details.ownerId":      func(d *register.MeasureDetails) { d.OwnerID = &person },
			"details.supervisorId": func(d *register.MeasureDetails) { d.SupervisorID = &person },
		} {
			d := details(risk)
			change(&d)
			add("RecordMeasure", field, func() error {
				_, err := s.RecordMeasure(ctx, register.RecordMeasure{UnitID: u, Details: d})
				return err
			})
			add("ReviseMeasure", field, func() error {
				_, err := s.ReviseMeasure(ctx, register.ReviseMeasure{ID: measure.ID, ExpectedVersion: measure.Version, Details: d})
				return err
			})
		}
		add("RecordMeasure", "unitId", func() error {
			_, err := s.RecordMeasure(ctx, register.RecordMeasure{UnitID: far.Unit.ID, Details: details(risk)})
			return err
		})
		add("ReviseMeasure", "id", func() error {
			_, err := s.ReviseMeasure(ctx, register.ReviseMeasure{ID: far.Measures[0].ID, ExpectedVersion: 1, Details: details(risk)})
			return err
		})
		add("AdvanceMeasure", "id", func() error {
			_, err := s.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: far.Measures[0].ID, ExpectedVersion: 1, Action: register.Approve})
			return err
		})
		for field, f := range map[string]register.RiskFilter{
			"filter.unitId": {UnitID: &far.Unit.ID}, "filter.powerId": {PowerID: &far.Powers[0].ID}, "filter": {PostID: &post},
		} {
			add("RiskPoints", field, func() error { _, err := s.RiskPoints(ctx, f, nil, page(5), nil); return err })
		}
		add("RiskPoints", "filter", func() error {
			_, err := s.RiskPoints(ctx, register.RiskFilter{PersonID: &person}, nil, page(5), nil)
			return err
		})
		add("RiskPoints", "filter", func() error {
			_, err := s.RiskPoints(ctx, register.RiskFilter{LeaderOwnerID: &person}, nil, page(5), nil)
			return err
		})
		add("Measures", "filter.riskPointId", func() error {
			_, err := s.Measures(ctx, register.MeasureFilter{RiskPointID: &theirs.ID}, page(5), nil)
			return err
		})
		add("Measures", "filter", func() error {
			_, err := s.Measures(ctx, register.MeasureFilter{OwnerID: &person}, page(5), nil)
			return err
		})
		add("Measures", "filter.unitId", func() error {
			_, err := s.Measures(ctx, register.MeasureFilter{UnitID: &far.Unit.ID}, page(5), nil)
			return err
		})
		add("Powers", "filter.unitId", func() error {
			_, err := s.Powers(ctx, register.PowerFilter{UnitID: &far.Unit.ID}, page(5), nil)
			return err
		})
		add("Duties", "filter.unitId", func() error { _, err := s.Duties(ctx, &far.Unit.ID, nil, page(5), nil); return err })

		before := snapshot(t, db)
		for _, r := range all {
			want(t, r.name+" with a foreign "+r.field, r.do(), fault.NotFound, "NOT_FOUND", r.field)
		}
		if after := snapshot(t, db); after != before {
			t.Error("a refused write left something behind")
		}
		// An id that does not exist gets the same answer.
		_, absent := s.RetireRiskPoint(ctx, 1<<50, 1, "x")
		_, hidden := s.RetireRiskPoint(ctx, theirs.ID, 1, "x")
		if absent == nil || hidden == nil || absent.Error() != hidden.Error() {
			t.Errorf("absent is %v, hidden is %v", absent, hidden)
		}
	})
}

func TestAPowerOfAnotherUnitIsRefused(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	_, err := db.Register.RecordRiskPoint(powerful(w), register.RecordRiskPoint{UnitID: w.East.City.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails("x", func(d *register.RiskDetails) { d.PowerID = &w.East.Powers[2].ID })})
	want(t, "a power of the department in the city", err, fault.Invalid, "OTHER_UNIT", "details.powerId")
}

func TestAStaleVersionIsAConflictInEveryMutation(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, s := powerful(w), db.Register
		risk, measure := again(db, w.East.Risks[0]), w.East.Measures[0]
		power := db.Client.Power.GetX(testkit.System(), w.East.Powers[0].ID)
		d := db.Client.Duty.Query().Where(duty.PostID(w.East.Posts[0].ID)).OnlyX(testkit.System())
		unused := testkit.Must(s.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID,
			Details: register.PowerDetails{Code: "P2", Name: "新", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
		open, endorsed := record(t, db, w.East.Unit, testkit.Minor), record(t, db, w.East.Unit, testkit.Minor)
		endorsed = testkit.Must(s.EndorseGrade(testkit.As(term.RolePrincipalLeader, w.East.Unit), register.EndorseGrade{
			RiskPointID: endorsed.ID, ExpectedVersion: endorsed.Version, Grade: term.GradeB, Reason: "x"}))(t).RiskPoint
		answer := func(off int) register.AnswerEndorsement {
			return register.AnswerEndorsement{RiskPointID: endorsed.ID, ExpectedVersion: endorsed.Version + off, Reason: "x"}
		}
		before := snapshot(t, db)
		for _, off := range []int{-1, 1, 1000} {
			for name, err := range map[string]error{
				"ReviseDuty": second(s.ReviseDuty(ctx, register.ReviseDuty{ID: d.ID, ExpectedVersion: d.Version + off, Content: "x"})),
				"RevisePower": second(s.RevisePower(ctx, register.RevisePower{ID: power.ID, ExpectedVersion: power.Version + off,
					Details: register.PowerDetails{Code: "P1", Name: "x", Type: term.PowerTypeFinance, Discretion: term.DiscretionNone}})),
				"RetirePower":     second(s.RetirePower(ctx, unused.ID, unused.Version+off, db.Today())),
				"ReviseRiskPoint": second(s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: risk.ID, ExpectedVersion: risk.Version + off, Details: testkit.RiskDetails("x")})),
				"RetireRiskPoint": second(s.RetireRiskPoint(ctx, open.ID, open.Version+off, "x")),
				"ProposeGrade":    second(s.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version + off, Assessment: testkit.Minor})),
				"DecideGrade":     second(s.DecideGrade(ctx, register.DecideGrade{RiskPointID: open.ID, ExpectedVersion: open.Version + off, Grade: term.GradeC, Reason: "x"})),
				"EndorseGrade":    second(s.EndorseGrade(ctx, register.EndorseGrade{RiskPointID: open.ID, ExpectedVersion: open.Version + off, Grade: term.GradeB, Reason: "x"})),
				"ConcurGrade":     second(s.ConcurGrade(testkit.As(term.RoleInspector, w.East.Unit), answer(off))),
				"RefuseGrade":     second(s.RefuseGrade(testkit.As(term.RoleInspector, w.East.Unit), answer(off))),
				"ReviseMeasure":   second(s.ReviseMeasure(ctx, register.ReviseMeasure{ID: measure.ID, ExpectedVersion: measure.Version + off, Details: details(risk)})),
				"AdvanceMeasure":  second(s.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: measure.ID, ExpectedVersion: measure.Version + off, Action: register.Approve})),
			} {
				want(t, name, err, fault.Conflict, "STALE_VERSION", "expectedVersion")
			}
		}
		if after := snapshot(t, db); after != before {
			t.Error("a stale write left something behind")
		}
		exact(t, db)
	})
}

func second[T any](_ T, err error) error { return err }

func TestInspectorsAndAdministratorsWriteNothingInTheRegister(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	risk, measure := again(db, w.East.Risks[0]), w.East.Measures[0]
	before := snapshot(t, db)
	for _, role := range []term.Role{term.RoleInspector, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
		ctx, s := testkit.As(role, nil), db.Register
		for name, err := range map[string]error{
			"RecordDuty":    second(s.RecordDuty(ctx, register.RecordDuty{PostID: w.East.Posts[0].ID, Content: "x"})),
			"RegisterPower": second(s.RegisterPower(ctx, register.RegisterPower{UnitID: w.East.Unit.ID, Details: register.PowerDetails{Code: "P9", Name: "x", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}})),
			"RecordRiskPoint": second(s.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: w.East.Unit.ID, Details: testkit.RiskDetails("x"),
				Assessment: &testkit.Minor})),
			"ReviseRiskPoint": second(s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: risk.ID, ExpectedVersion: risk.Version, Details: testkit.RiskDetails("x")})),
			"RetireRiskPoint": second(s.RetireRiskPoint(ctx, risk.ID, risk.Version, "x")),
			"ProposeGrade":    second(s.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version, Assessment: testkit.Minor})),
			"DecideGrade":     second(s.DecideGrade(ctx, register.DecideGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version, Grade: term.GradeA, Reason: "x"})),
			"EndorseGrade":    second(s.EndorseGrade(ctx, register.EndorseGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version, Grade: term.GradeB, Reason: "x"})),
			"RecordMeasure":   second(s.RecordMeasure(ctx, register.RecordMeasure{UnitID: w.East.Unit.ID, Details: details(risk)})),
			"AdvanceMeasure":  second(s.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: measure.ID, ExpectedVersion: measure.Version, Action: register.Approve})),
		} {
			if !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s by %s: %v", name, role, err)
			}
		}
		if role != term.RoleInspector {
			_, err := s.RiskPoints(ctx, register.RiskFilter{}, nil, page(5), nil)
			want(t, string(role)+" lists risk points", err, fault.Forbidden, "", "")
		}
	}
	if after := snapshot(t, db); after != before {
		t.Error("something was written")
	}
}
