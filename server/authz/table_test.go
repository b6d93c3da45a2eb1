package authz_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
)

// table is the expected permissions, from the roles of the domain: a column per role, in the
// order staff, head, leader in charge, principal leader, inspector, leading group, system,
// security administrator, auditor.
const table = `
READ_ORGANISATION  x x x x x x x x x
READ_REGISTER      x x x x x x . . .
READ_OVERVIEW      x x x x x x . . .
EDIT_ORGANISATION  . . . x . . x . .
EDIT_PEOPLE        . . . x . . x . .
EDIT_REGISTER      . x x x . . . . .
RECORD_RISK        x x x x . . . . .
RECORD_READINGS    x x x x . . . . .
RECORD_PROCEEDINGS x x x x . . . . .
APPROVE_MEASURE    . x x x . x . . .
DECIDE_C           . x x x . x . . .
DECIDE_B           . . x x . x . . .
DECIDE_A           . . . . . x . . .
IMPORT             . x x x . . x . .
MANAGE_ACCOUNTS    . . . . . . x . .
GRANT_ROLES        . . . . . . . x .
CONFIRM_GRANTS     . . . x . . x x .
READ_LOG           . . . . . . . . x
ERASE_TEXTS        . . . . . . x . .
READ_PERSONAL      . x x x x x . . .
MANAGE_CAMPAIGNS   . . . . . x . . .
FILL_FORMS         x x x x . . . . .
REVIEW_FORMS       . x x x x x . . .
CONCUR_GRADES      . . . . x . . . .
HOLD_MEETINGS      . x x x . x . . .
SET_RECIPES        . . . . . x . . .
SET_CALENDAR       . . . . . . x . .
HANDLE_FEEDBACK    . . . . x . . . .
ANSWER_OBJECTIONS  . x x x x x . . .
GIVE_INSTRUCTIONS  . x x x x x . . .`

var columns = []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleInspector,
	term.RoleLeadingGroup, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor}

// expected reads the table above.
func expected() map[authz.Action]map[term.Role]bool {
	out := map[authz.Action]map[term.Role]bool{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		fields := strings.Fields(line)
		row := map[term.Role]bool{}
		for i, role := range columns {
			row[role] = fields[i+1] == "x"
		}
		out[authz.Action(fields[0])] = row
	}
	return out
}

func TestTheTableOfRolesAndActions(t *testing.T) {
	want := expected()
	if len(want) != len(authz.Actions) || len(columns) != len(term.Role("").Values()) {
		t.Fatalf("the test knows %d actions and %d roles, there are %d and %d", len(want), len(columns), len(authz.Actions), len(term.Role("").Values()))
	}
	for _, action := range authz.Actions {
		for _, role := range columns {
			may, known := want[action][role]
			if !known {
				t.Errorf("the test knows nothing of %s", action)
			} else if got := authz.Permits(role, action); got != may {
				t.Errorf("%s may %s: %v, want %v", role, action, got, may)
			}
		}
	}
}

func TestTheThreeAdministratorsTouchNoRegister(t *testing.T) {
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
		v := &viewer.Viewer{Grants: []viewer.Grant{{Role: role, Scope: viewer.Scope{All: true}}}}
		authz.Scopes(v)
		if !v.Register.Empty() || !v.Overview.Empty() {
			t.Errorf("%s sees the register of %+v, counts of %+v", role, v.Register, v.Overview)
		}
		if !v.Directory.All {
			t.Errorf("%s sees the organisation of %+v", role, v.Directory)
		}
		for _, a := range []authz.Action{authz.ReadRegister, authz.ReadOverview, authz.EditRegister, authz.RecordRisk, authz.RecordReadings, authz.RecordProceedings, authz.ApproveMeasure, authz.DecideA, authz.DecideB, authz.DecideC} {
			if authz.May(v, a, authz.Levels{1}) {
				t.Errorf("%s may %s", role, a)
			}
		}
	}
}

// The units of the tests below: a province 1 with a city 2 and a department 3, and a province
// 9.
var (
	province   = authz.Levels{1}
	city       = authz.Levels{1, 2}
	department = authz.Levels{1, 2, 3}
	other      = authz.Levels{9}
)

func of(grants ...viewer.Grant) context.Context {
	v := &viewer.Viewer{AccountID: 1, Grants: grants}
	authz.Scopes(v)
	return viewer.NewContext(context.Background(), v)
}

func on(role term.Role, id int64, level int) viewer.Grant {
	return viewer.Grant{Role: role, Scope: viewer.Scope{Roots: []viewer.Root{{ID: id, Level: level}}}}
}

func TestWhatIsNotVisibleIsNotFoundAndWhatIsVisibleIsForbidden(t *testing.T) {
	head := of(on(term.RoleDeptHead, 2, 2))
	administrator := of(on(term.RoleSystemAdmin, 2, 2))
	for _, c := range []struct {
		who    string
		ctx    context.Context
		action authz.Action
		at     authz.Levels
		want   fault.Code
	}{
		{"the head", head, authz.EditRegister, city, ""},
		{"the head", head, authz.EditRegister, department, ""},
		{"the head", head, authz.DecideB, department, fault.Forbidden},
		{"the head", head, authz.EditOrganisation, department, fault.Forbidden},
		{"the head", head, authz.EditRegister, other, fault.NotFound},
		{"the head", head, authz.DecideB, other, fault.NotFound},
		{"the head", head, authz.EditRegister, authz.Levels{}, fault.NotFound},
		// The same id on another level is another unit.
		{"the head", head, authz.EditRegister, authz.Levels{2}, fault.NotFound},
		{"the head", head, authz.EditRegister, authz.Levels{9, 8, 2}, fault.NotFound},
		{"the administrator", administrator, authz.EditOrganisation, department, ""},
		{"the administrator", administrator, authz.ReadRegister, department, fault.Forbidden},
		{"the administrator", administrator, authz.ReadRegister, other, fault.NotFound},
		{"somebody without a role", of(), authz.ReadOrganisation, city, fault.NotFound},
		{"nobody", context.Background(), authz.ReadOrganisation, city, fault.Unauthenticated},
		{"the program", viewer.System(context.Background()), authz.DecideA, other, ""},
	} {
		err := authz.Check(c.ctx, c.action, c.at)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s, %s at %v: %v, want it allowed", c.who, c.action, c.at, err)
		case c.want != "" && !fault.Is(err, c.want):
			t.Errorf("%s, %s at %v: %v, want %s", c.who, c.action, c.at, err, c.want)
		}
	}
}

func TestARoleOnOneUnitGivesNothingOnAnother(t *testing.T) {
	ctx := of(on(term.RoleStaff, 1, 1), on(term.RoleDeptHead, 3, 3))
	v := viewer.FromContext(ctx)
	for _, c := range []struct {
		action authz.Action
		at     authz.Levels
		role   term.Role
		may    bool
	}{
		{authz.RecordRisk, province, term.RoleStaff, true},
		{authz.RecordRisk, department, term.RoleDeptHead, true},
		{authz.DecideC, department, term.RoleDeptHead, true},
		{authz.DecideC, city, "", false},
		{authz.DecideC, province, "", false},
		{authz.RecordRisk, other, "", false},
	} {
		if role, ok := authz.ActingRole(v, c.action, c.at); role != c.role || ok != c.may {
			t.Errorf("%s at %v is done as %q, %v; want %q, %v", c.action, c.at, role, ok, c.role, c.may)
		}
	}
	want := []authz.Action{authz.ReadOrganisation, authz.ReadRegister, authz.ReadOverview, authz.EditRegister, authz.RecordRisk, authz.RecordReadings, authz.RecordProceedings, authz.ApproveMeasure, authz.DecideC, authz.Import,
		authz.ReadPersonal, authz.FillForms, authz.ReviewForms, authz.HoldMeetings, authz.AnswerObjections, authz.GiveInstructions}
	if got := authz.Allowed(v, department); !slices.Equal(got, want) {
		t.Errorf("in the department is allowed %v, want %v", got, want)
	}
	if got := authz.Allowed(nil, department); got == nil || len(got) != 0 {
		t.Errorf("a viewer without grants is allowed %v", got)
	}
}

func TestTheActingRoleIsTheHighestInTheChain(t *testing.T) {
	chain := []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup}
	for i, low := range chain {
		if low.Tier() != i+1 {
			t.Errorf("%s stands on tier %d, want %d", low, low.Tier(), i+1)
		}
		for _, high := range chain[i+1:] {
			for _, grants := range [][]viewer.Grant{{on(low, 1, 1), on(high, 1, 1)}, {on(high, 1, 1), on(low, 1, 1)}} {
				if got, ok := authz.ActingRole(viewer.FromContext(of(grants...)), authz.ReadRegister, city); !ok || got != high {
					t.Errorf("with %s and %s the acting role is %s", low, high, got)
				}
			}
		}
	}
	for _, beside := range []term.Role{term.RoleInspector, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor, ""} {
		if beside.Tier() != 0 {
			t.Errorf("%q stands on tier %d", beside, beside.Tier())
		}
	}
}

func TestScopesAreTheUnionOfTheGrantsThatAllowIt(t *testing.T) {
	v := viewer.FromContext(of(on(term.RoleStaff, 3, 3), on(term.RoleSystemAdmin, 1, 1), on(term.RoleInspector, 3, 3)))
	roots := func(s viewer.Scope) []int64 {
		var out []int64
		for _, r := range s.Roots {
			out = append(out, r.ID)
		}
		return out
	}
	if got := roots(v.Directory); !slices.Equal(got, []int64{3, 1}) {
		t.Errorf("the directory reaches %v", got)
	}
	if got := roots(v.Register); !slices.Equal(got, []int64{3}) {
		t.Errorf("the register reaches %v", got)
	}
	if v.Accounts.Empty() {
		t.Error("a system administrator does not see accounts")
	}
	whole := viewer.FromContext(of(on(term.RoleStaff, 3, 3), viewer.Grant{Role: term.RoleInspector, Scope: viewer.Scope{All: true}}))
	if !whole.Register.All || len(whole.Register.Roots) != 0 || !whole.Accounts.Empty() {
		t.Errorf("an inspector of the whole system sees %+v, accounts %v", whole.Register, whole.Accounts)
	}
	if s := authz.ScopeOf(&viewer.Viewer{System: true}, authz.DecideA); !s.All {
		t.Errorf("the program's scope is %+v", s)
	}
}

func TestCheckAnywhereAndEverywhere(t *testing.T) {
	one, all := of(on(term.RoleSystemAdmin, 2, 2)), of(viewer.Grant{Role: term.RoleSystemAdmin, Scope: viewer.Scope{All: true}})
	for _, c := range []struct {
		who                  string
		ctx                  context.Context
		anywhere, everywhere fault.Code
	}{
		{"an administrator of one unit", one, "", fault.Forbidden},
		{"an administrator of all", all, "", ""},
		{"somebody without a role", of(), fault.Forbidden, fault.Forbidden},
		{"a leader", of(on(term.RoleLeaderInCharge, 2, 2)), fault.Forbidden, fault.Forbidden},
		{"nobody", context.Background(), fault.Unauthenticated, fault.Unauthenticated},
		{"the program", viewer.System(context.Background()), "", ""},
	} {
		for what, r := range map[string]struct {
			err  error
			want fault.Code
		}{"anywhere": {authz.CheckAnywhere(c.ctx, authz.EditOrganisation), c.anywhere}, "everywhere": {authz.CheckEverywhere(c.ctx, authz.EditOrganisation), c.everywhere}} {
			if (r.want == "") != (r.err == nil) || r.err != nil && !fault.Is(r.err, r.want) {
				t.Errorf("%s %s: %v, want %q", c.who, what, r.err, r.want)
			}
		}
	}
}
