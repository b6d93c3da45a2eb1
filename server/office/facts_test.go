package office_test

import (
	"fmt"
	"slices"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/office"
)

func TestRolesFollowFromPortfolios(t *testing.T) {
	for kind, want := range map[term.PortfolioKind]term.Role{
		principal: term.RolePrincipalLeader, inCharge: term.RoleLeaderInCharge, isHead: term.RoleDeptHead, "": "",
	} {
		if got := office.RoleOf(kind); got != want {
			t.Errorf("%s makes one %s, want %s", kind, got, want)
		}
	}
}

// texts are grants in short.
func texts(grants []viewer.Grant) []string {
	out := []string{}
	for _, g := range grants {
		where := "all"
		if !g.Scope.All {
			where = fmt.Sprintf("%d on %d", g.Scope.Roots[0].ID, g.Scope.Roots[0].Level)
		}
		out = append(out, fmt.Sprintf("%s %s by %d", g.Role, where, g.Basis))
	}
	return out
}

func TestGrantsFollowFromRolesPortfoliosPostsAndDelegations(t *testing.T) {
	const mine, other = 51, 52
	f := &office.Facts{Units: tree(),
		Roles:        []office.Role{{41, mine, 0, term.RoleInspector}, {42, other, city, term.RoleInspector}},
		Portfolios:   []office.Portfolio{{11, head, department, isHead}, {12, chief, city, principal}, {13, governor, province, principal}},
		Appointments: []office.Appointment{{21, head, 31, department}, {22, head, 32, city}, {23, clerk, 31, department}},
		Delegations:  []office.Delegation{{62, chief, clerk}, {61, chief, head}, {63, governor, clerk}}}
	want := []string{"INSPECTOR all by 41", "DEPT_HEAD 103 on 3 by 11", "STAFF 103 on 3 by 21", " 102 on 2 by 61"}
	got := f.Grants(mine, head)
	if !slices.Equal(texts(got), want) {
		t.Errorf("one has %v, want %v", texts(got), want)
	}
	as := &viewer.Viewer{Grants: got[len(got)-1:]}
	for _, a := range authz.Actions {
		want := slices.Contains([]authz.Action{authz.ReadOrganisation, authz.ReadRegister, authz.ReadPersonal, authz.ReviewForms}, a)
		if authz.May(as, a, authz.Levels{province, city, department}) != want {
			t.Errorf("a deputy may %s: %v", a, !want)
		}
	}
	if got := texts(f.Grants(mine, 0)); !slices.Equal(got, want[:1]) {
		t.Errorf("an account that belongs to nobody has %v", got)
	}
	f.Roles = append(f.Roles, office.Role{43, mine, city, term.RoleAuditor})
	if got := texts(f.Grants(mine, head)); !slices.Equal(got, []string{"AUDITOR 102 on 2 by 43"}) {
		t.Errorf("an auditor has %v", got)
	}
	f.Roles = append(f.Roles, office.Role{44, mine, department, term.RoleAuditor})
	if got := texts(f.Grants(mine, head)); len(got) != 2 {
		t.Errorf("an auditor of two units has %v", got)
	}
	f.Roles = append(f.Roles, office.Role{45, mine, 0, term.RoleSystemAdmin})
	if got := texts(f.Grants(mine, head)); len(got) != 0 {
		t.Errorf("two administrators in one have %v", got)
	}
}

func TestHoldersComeTheNearestFirst(t *testing.T) {
	f := led(office.Portfolio{ID: 15, Person: 7, Unit: city, Kind: isHead})
	f.Roles = []office.Role{{41, 51, 0, term.RoleDeptHead}, {5, 52, department, term.RoleDeptHead}, {42, 53, city, term.RoleInspector}, {43, 54, 999, term.RoleDeptHead}}
	f.Accounts = []office.Account{{51, 0}, {52, 8}, {55, head}}
	f.Appointments = []office.Appointment{{21, clerk, 31, department}, {22, 9, 32, city}}
	want := []office.Holder{
		{Role: term.RoleDeptHead, Person: 8, Account: 52, Unit: department, Level: 3, Basis: 5},
		{Role: term.RoleDeptHead, Person: head, Account: 55, Unit: department, Level: 3, Basis: 11},
		{Role: term.RoleDeptHead, Person: 7, Unit: city, Level: 2, Basis: 15},
		{Role: term.RoleDeptHead, Account: 51, Basis: 41},
	}
	got := f.Holders(term.RoleDeptHead, department)
	if !slices.Equal(got, want) {
		t.Errorf("the heads are\n%+v, want\n%+v", got, want)
	}
	passed := func(people ...int64) func(office.Holder) bool {
		return func(h office.Holder) bool { return set(people...)[h.Person] }
	}
	for name, c := range map[string]struct {
		passed func(office.Holder) bool
		want   []office.Holder
	}{
		"nobody is passed over":    {nil, want[:2]},
		"one of two":               {passed(8), want[1:2]},
		"both":                     {passed(8, head), want[2:3]},
		"all but the system's":     {passed(8, head, 7), want[3:]},
		"everybody is passed over": {func(office.Holder) bool { return true }, nil},
	} {
		if got := office.Nearest(want, c.passed); !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	if got := f.Holders(term.RoleStaff, department); len(got) != 1 || got[0].Person != clerk {
		t.Errorf("the staff are %+v: a post in a divided bureau makes nobody staff", got)
	}
	if got := f.Holders(term.RoleInspector, department); len(got) != 1 || got[0].Account != 53 {
		t.Errorf("the inspectors are %+v", got)
	}
	if got := f.Holders(term.RoleInspector, province); len(got) != 0 {
		t.Errorf("the inspector of the city holds the province: %+v", got)
	}
}

func TestWhoSignsForWhom(t *testing.T) {
	f := &office.Facts{Delegations: []office.Delegation{{61, chief, head}, {62, governor, head}, {63, chief, clerk}, {64, chief, head}}}
	if got := f.Deputies(chief); !slices.Equal(got, []int64{head, clerk}) {
		t.Errorf("for the chief sign %v", got)
	}
	if got := f.SignsFor(head); !slices.Equal(got, []int64{chief, governor}) {
		t.Errorf("the head signs for %v", got)
	}
	if f.Deputies(head) != nil || f.SignsFor(chief) != nil {
		t.Error("a delegation goes both ways")
	}
}

func TestWhoFillsAForm(t *testing.T) {
	f := led(office.Portfolio{ID: 16, Person: 7, Unit: department, Kind: principal}, office.Portfolio{ID: 17, Person: 8, Unit: department, Kind: isHead},
		office.Portfolio{ID: 18, Person: head, Unit: department, Kind: isHead})
	for name, c := range map[string]struct {
		form office.Form
		want []int64
	}{
		"a person's own":                      {office.Form{Unit: department, Person: clerk}, []int64{clerk}},
		"a person's own, whoever was told":    {office.Form{Unit: department, Person: clerk, Preparer: 9}, []int64{clerk}},
		"somebody was told to":                {office.Form{Unit: department, Preparer: 9}, []int64{9}},
		"the heads":                           {office.Form{Unit: department}, []int64{head, 8}},
		"the principal where nobody heads it": {office.Form{Unit: city}, []int64{chief}},
		"nobody leads it":                     {office.Form{Unit: 999}, nil},
	} {
		if got := f.Fillers(c.form); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestACopyChangesNothingOfTheFacts(t *testing.T) {
	f := led()
	g := f.Clone()
	g.Portfolios[0].Person = 99
	g.Units[city] = office.Unit{}
	if f.Portfolios[0].Person != governor || f.Units[city].ID != city {
		t.Error("the facts changed with their copy")
	}
}
