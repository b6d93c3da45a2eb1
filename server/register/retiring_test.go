package register_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/register"
	"sineng/server/testkit"
)

// waitingAct is the act that waits to retire a risk point.
func waitingAct(t *testing.T, db *testkit.DB, r *ent.RiskPoint) *pending.View {
	t.Helper()
	return testkit.Must(db.Register.WaitingRetirement(testkit.System(), r.ID))(t)
}

// actsOf is the page of acts that wait, with those of the register.
func actsOf(db *testkit.DB) *pending.Service {
	out := pending.New(db.Store)
	out.Handle(db.Register.Acts()...)
	return out
}

// A clerk retires an undecided risk point whose grade B a leader has endorsed: nobody would ever
// concur in it.
func TestWhatWasEndorsedIsNotRetiredByOneClerk(t *testing.T) {
	for name, meanwhile := range map[string]func(t *testing.T, db *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint{
		"endorsed": func(_ *testing.T, _ *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint { return r },
		"endorsed and rewritten": func(t *testing.T, db *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint {
			return testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version,
				Details: testkit.RiskDetails("迟到早退")}))(t).Unwrap()
		},
		"endorsed and assessed anew": func(t *testing.T, db *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint {
			return testkit.Must(db.Register.ProposeGrade(testkit.System(), register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version,
				Assessment: testkit.Minor}))(t).RiskPoint.Unwrap()
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			w := testkit.NewWorld(t, db)
			testkit.Started(t, db)
			clerk := testkit.Second(t, db, term.RoleStaff, w.East.Department, w.East.People[2])
			leader := testkit.Second(t, db, term.RoleLeaderInCharge, w.East.Department, w.East.People[1])
			made := testkit.Must(db.Register.RecordRiskPoint(clerk, register.RecordRiskPoint{UnitID: w.East.Department.ID,
				Details: testkit.RiskDetails("收受礼金"), Assessment: &testkit.Minor}))(t)
			r := testkit.Must(db.Register.EndorseGrade(leader, register.EndorseGrade{RiskPointID: made.ID, ExpectedVersion: made.Version, Grade: term.GradeB, Reason: "多发"}))(t).RiskPoint.Unwrap()
			r = meanwhile(t, db, r)

			out := testkit.Must(db.Register.RetireRiskPoint(clerk, r.ID, r.Version, "记错了"))(t)
			if out.Status != term.RiskStatusProposed {
				t.Fatalf("it is %s by the clerk alone", out.Status)
			}
			act := waitingAct(t, db, r)
			if act == nil || act.Words["title"] == "" {
				t.Fatalf("what waits is %+v", act)
			}
			_, err := actsOf(db).Confirm(clerk, act.ID)
			wantReason(t, "confirming it oneself", err, fault.Forbidden, "NOT_SECOND_PERSON")
			other := testkit.Second(t, db, term.RoleDeptHead, w.East.Department, nil)
			if _, err := actsOf(db).Confirm(other, act.ID); err == nil {
				t.Error("somebody below the tier that endorsed it confirmed it")
			}
			testkit.Must(actsOf(db).Confirm(leader, act.ID))(t)
			if r = again(db, r); r.Status != term.RiskStatusRetired || r.RetiredReason != "记错了" {
				t.Errorf("after the leader's word it is %+v", r)
			}
			exact(t, db)
		})
	}
}

// What nobody endorsed or tabled a clerk retires as ever, and a refused retirement changes nothing.
func TestRetiringWhatIsNotBeingDecidedStaysWithOne(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	testkit.Started(t, db)
	clerk := testkit.Second(t, db, term.RoleStaff, w.East.Department, w.East.People[2])
	leader := testkit.Second(t, db, term.RoleLeaderInCharge, w.East.Department, w.East.People[1])
	free := record(t, db, w.East.Department, testkit.Minor)
	if out := testkit.Must(db.Register.RetireRiskPoint(clerk, free.ID, free.Version, "记错了"))(t); out.Status != term.RiskStatusRetired {
		t.Errorf("it is %s", out.Status)
	}
	made := record(t, db, w.East.Department, testkit.Minor)
	r := testkit.Must(db.Register.EndorseGrade(leader, register.EndorseGrade{RiskPointID: made.ID, ExpectedVersion: made.Version, Grade: term.GradeB, Reason: "多发"}))(t).RiskPoint
	_, err := db.Register.RetireRiskPoint(clerk, r.ID, r.Version-1, "记错了")
	wantReason(t, "an earlier version", err, fault.Conflict, fault.All(fault.Stale())[0].Reason)
	testkit.Must(db.Register.RetireRiskPoint(clerk, r.ID, r.Version, "记错了"))(t)
	testkit.Must(actsOf(db).Decline(leader, waitingAct(t, db, made).ID, "仍有风险"))(t)
	if now := again(db, made); now.Status != term.RiskStatusProposed || now.EndorsedGrade != term.GradeB || waitingAct(t, db, made) != nil {
		t.Errorf("it is %+v", now)
	}
	// What waits lapses where the risk point is decided or rewritten.
	testkit.Must(db.Register.RetireRiskPoint(clerk, r.ID, r.Version, "记错了"))(t)
	act := waitingAct(t, db, made)
	inspector := testkit.Second(t, db, term.RoleInspector, w.East.Unit, nil)
	testkit.Must(db.Register.ConcurGrade(inspector, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version}))(t)
	if row := db.Client.PendingAct.GetX(testkit.System(), act.ID); row.Status != term.ActStatusWithdrawn || row.DecisionReason == "" {
		t.Errorf("the act is %+v", row)
	}
}

// The retirement of a B that a leader endorsed is found among the acts, and answered there or at
// the risk point alike.
func TestAnEndorsedRetirementWaitsAmongTheActs(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	testkit.Started(t, db)
	leader := testkit.Second(t, db, term.RoleLeaderInCharge, w.East.Unit, w.East.People[1])
	inspector := testkit.Second(t, db, term.RoleInspector, w.East.Unit, nil)
	principal := testkit.Second(t, db, term.RolePrincipalLeader, w.East.Unit, w.East.People[0])
	acts := actsOf(db)
	endorse := func(r *ent.RiskPoint) (*ent.RiskPoint, *pending.View) {
		r = testkit.Must(db.Register.EndorseRetirement(leader, register.EndorseRetirement{RiskPointID: r.ID, ExpectedVersion: r.Version,
			Ground: term.RetireGroundNoRisk, Reason: "已整改"}))(t).RiskPoint
		found := testkit.Must(acts.ToConfirm(inspector, 10))(t)
		if len(found.Acts) != 1 || !found.Acts[0].MayConfirm || found.Acts[0].Words["ground"] != string(term.RetireGroundNoRisk) {
			t.Fatalf("the inspector finds %+v", found.Acts)
		}
		return r, found.Acts[0]
	}
	b := graded(t, db, w.East.Department, term.GradeB)
	_, act := endorse(b)
	_, err := acts.Confirm(leader, act.ID)
	wantReason(t, "who endorsed it", err, fault.Forbidden, "NOT_SECOND_PERSON")
	if _, err := acts.Confirm(principal, act.ID); err == nil {
		t.Error("a leader concurred in the inspectors' place")
	}
	testkit.Must(acts.Decline(inspector, act.ID, "仍有风险"))(t)
	now := again(db, b)
	all := history(db, now)
	if last := all[len(all)-1]; now.Retiring != nil || last.Kind != term.AssessmentKindRetirementRefusal || last.Reason != "仍有风险" {
		t.Errorf("declined it is %+v by %+v", now, last)
	}
	_, act = endorse(now)
	testkit.Must(acts.Withdraw(leader, act.ID))(t)
	if now = again(db, b); now.Retiring != nil || now.Status == term.RiskStatusRetired {
		t.Errorf("withdrawn it is %+v", now)
	}
	_, act = endorse(now)
	testkit.Must(acts.Confirm(inspector, act.ID))(t)
	if now = again(db, b); now.Status != term.RiskStatusRetired || now.RetiredReason != "已整改" {
		t.Errorf("confirmed it is %+v", now)
	}
	exact(t, db)
	// A new assessment takes the endorsement away, and the act with it.
	c := graded(t, db, w.East.Department, term.GradeB)
	c, act = endorse(c)
	testkit.Must(db.Register.ProposeGrade(testkit.System(), register.ProposeGrade{RiskPointID: c.ID, ExpectedVersion: c.Version, Assessment: testkit.Minor}))(t)
	if row := db.Client.PendingAct.GetX(testkit.System(), act.ID); row.Status != term.ActStatusWithdrawn {
		t.Errorf("the act is %+v", row)
	}
}

// What stands on a person is not named by the act: reading it is noted.
func TestARetirementNamesNothingOfAPersonalRisk(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	testkit.Started(t, db)
	leader := testkit.Second(t, db, term.RoleLeaderInCharge, w.East.Unit, w.East.People[1])
	made := record(t, db, w.East.Department, testkit.Minor, func(d *register.RiskDetails) { d.PersonID = &w.East.People[2].ID })
	r := testkit.Must(db.Register.EndorseGrade(leader, register.EndorseGrade{RiskPointID: made.ID, ExpectedVersion: made.Version, Grade: term.GradeB, Reason: "多发"}))(t).RiskPoint
	clerk := testkit.Second(t, db, term.RoleStaff, w.East.Department, nil)
	testkit.Must(db.Register.RetireRiskPoint(clerk, r.ID, r.Version, "记错了"))(t)
	act := waitingAct(t, db, r)
	if act == nil || act.Words["title"] != "" || act.PersonID == nil || *act.PersonID != w.East.People[2].ID {
		t.Errorf("it waits as %+v", act)
	}
}
