package process_test

import (
	"testing"

	entprocess "sineng/ent/process"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestAnIdOfTheOtherProvinceIsNotFound(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		st, e := steps("1", "2")
		_, err := db.Processes.Save(ctx, process.Save{PowerID: w.West.Powers[0].ID, ExpectedRevision: 1, Steps: st, Edges: e})
		want(t, "a power of the other province", err, fault.NotFound, "NOT_FOUND", "powerId")
		st[1].PostID = &w.West.Posts[0].ID
		_, err = db.Processes.Save(ctx, process.Save{PowerID: w.East.Powers[0].ID, ExpectedRevision: 1, Steps: st, Edges: e})
		want(t, "a post of the other province", err, fault.NotFound, "NOT_FOUND", "steps")
		_, err = db.Processes.List(ctx, &w.West.Unit.ID, nil, store.Page{First: 5}, nil)
		want(t, "the processes of the other province", err, fault.NotFound, "NOT_FOUND", "filter.unitId")
		_, err = db.Processes.List(ctx, nil, &w.West.Powers[0].ID, store.Page{First: 5}, nil)
		want(t, "the versions of a power of the other province", err, fault.NotFound, "NOT_FOUND", "powerId")
		if n := db.Client.Process.Query().Where(entprocess.Revision(2)).CountX(testkit.System()); n != 0 {
			t.Errorf("refused writes left %d versions", n)
		}
	})
}

func TestOnlyThoseWhoEditTheRegisterSaveAProcess(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	st, e := steps("1", "2")
	for role, may := range map[term.Role]bool{
		term.RoleStaff: false, term.RoleDeptHead: true, term.RoleLeaderInCharge: true, term.RolePrincipalLeader: true, term.RoleInspector: false,
		term.RoleLeadingGroup: false, term.RoleSystemAdmin: false, term.RoleSecurityAdmin: false, term.RoleAuditor: false,
	} {
		p := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Department.ID,
			Details: register.PowerDetails{Code: "R-" + string(role), Name: "新", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
		_, err := db.Processes.Save(testkit.As(role, w.East.Department), process.Save{PowerID: p.ID, Steps: st, Edges: e})
		switch {
		case may && err != nil:
			t.Errorf("%s may not save a process: %v", role, err)
		case !may && !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound):
			t.Errorf("%s saves a process: %v", role, err)
		}
	}
}

func TestARetiredPowerTakesNoProcess(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	p := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID,
		Details: register.PowerDetails{Code: "P2", Name: "新", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
	testkit.Must(db.Register.RetirePower(testkit.System(), p.ID, p.Version, db.Today()))(t)
	_, err := save(db, p, 0, "1")
	want(t, "a process for a retired power", err, fault.InvalidTransition, "POWER_RETIRED", "powerId")
}
