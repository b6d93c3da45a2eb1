package objection

import (
	"testing"

	"sineng/ent/term"
)

func TestWhoAnswersStandsAboveWhoRecorded(t *testing.T) {
	want := map[term.Role]term.Role{
		term.RoleStaff: term.RoleDeptHead, term.RoleDeptHead: term.RoleLeaderInCharge, term.RoleLeaderInCharge: term.RolePrincipalLeader,
		term.RolePrincipalLeader: term.RoleLeadingGroup, term.RoleLeadingGroup: term.RoleLeadingGroup, term.RoleInspector: term.RoleLeadingGroup,
		term.RoleSystemAdmin: term.RoleLeadingGroup, term.RoleSecurityAdmin: term.RoleLeadingGroup, term.RoleAuditor: term.RoleLeadingGroup,
	}
	for _, value := range term.Role("").Values() {
		role := term.Role(value)
		if got := Above(role); got != want[role] {
			t.Errorf("what %s recorded is answered by %s, want %s", role, got, want[role])
		}
	}
}

func TestATierIsReachedByItselfAndThoseAbove(t *testing.T) {
	for i, tier := range chain {
		for _, value := range term.Role("").Values() {
			role := term.Role(value)
			want := false
			for j, step := range chain {
				want = want || step == role && j >= i
			}
			if got := Reaches(role, tier); got != want {
				t.Errorf("%s answers for %s: %v, want %v", role, tier, got, want)
			}
		}
	}
	for _, beside := range []term.Role{term.RoleInspector, term.RoleAuditor, ""} {
		if Reaches(term.RoleLeadingGroup, beside) {
			t.Errorf("%q is a tier", beside)
		}
	}
}
