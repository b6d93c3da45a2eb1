package office_test

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/office"
)

// together says which two roles one person may hold at the same time: a row and a column
// per role, in the order of roles.
const together = `
STAFF              x x x x x x . . .
DEPT_HEAD          x x x x x x . . .
LEADER_IN_CHARGE   x x x x x x . . .
PRINCIPAL_LEADER   x x x x x x . . .
INSPECTOR          x x x x x x . . .
LEADING_GROUP      x x x x x x . . .
SYSTEM_ADMIN       . . . . . . x . .
SECURITY_ADMIN     . . . . . . . x .
AUDITOR            . . . . . . . . x`

func TestWhichRolesOnePersonMayHoldTogether(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(together), "\n")
	roles := term.Role("").Values()
	if len(rows) != len(roles) {
		t.Fatalf("the table has %d rows for %d roles", len(rows), len(roles))
	}
	for i, line := range rows {
		fields := strings.Fields(line)
		if fields[0] != roles[i] || len(fields) != len(roles)+1 {
			t.Fatalf("row %d is %q, want one of %s", i, line, roles[i])
		}
		for j, mark := range fields[1:] {
			if got := office.Excludes(term.Role(roles[i]), term.Role(roles[j])); got == (mark == "x") {
				t.Errorf("%s excludes %s: %v", roles[i], roles[j], got)
			}
		}
	}
}

func TestAnAdministratorsRoleCountsAloneInEverySetOfRoles(t *testing.T) {
	roles := term.Role("").Values()
	for set := range 1 << len(roles) {
		var grants []viewer.Grant
		var administrators, want []term.Role
		for i, r := range roles {
			if set&(1<<i) == 0 {
				continue
			}
			role := term.Role(r)
			// Twice, as on two units.
			grants = append(grants, viewer.Grant{Role: role, Basis: 1}, viewer.Grant{Role: role, Basis: 2})
			want = append(want, role, role)
			if role == term.RoleSystemAdmin || role == term.RoleSecurityAdmin || role == term.RoleAuditor {
				administrators = append(administrators, role, role)
			}
		}
		switch len(administrators) {
		case 0:
		case 2:
			want = administrators
		default:
			want = nil
		}
		var got []term.Role
		for _, g := range office.Apart(grants) {
			got = append(got, g.Role)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of %v count %v, want %v", grants, got, want)
		}
	}
}
