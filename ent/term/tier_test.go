package term_test

import (
	"slices"
	"testing"

	"sineng/ent/term"
)

func TestTheTiersStandOneAboveTheOther(t *testing.T) {
	for i, tier := range term.Tiers {
		if tier.Tier() != i+1 {
			t.Errorf("%s stands on tier %d, want %d", tier, tier.Tier(), i+1)
		}
	}
	for _, beside := range []term.Role{term.RoleInspector, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor, ""} {
		if beside.Tier() != 0 {
			t.Errorf("%q stands on tier %d", beside, beside.Tier())
		}
	}
}

func TestWhoLeadsAUnit(t *testing.T) {
	leaders := []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader}
	for _, value := range append(term.Role("").Values(), "") {
		if role := term.Role(value); role.Leads() != slices.Contains(leaders, role) {
			t.Errorf("%q leads a unit: %v", role, role.Leads())
		}
	}
}

func TestWhoLooksAtItStandsAboveWhoDidIt(t *testing.T) {
	want := map[term.Role]term.Role{
		term.RoleStaff: term.RoleDeptHead, term.RoleDeptHead: term.RoleLeaderInCharge, term.RoleLeaderInCharge: term.RolePrincipalLeader,
		term.RolePrincipalLeader: term.RoleLeadingGroup, term.RoleLeadingGroup: term.RoleLeadingGroup, term.RoleInspector: term.RoleLeadingGroup,
		term.RoleSystemAdmin: term.RoleLeadingGroup, term.RoleSecurityAdmin: term.RoleLeadingGroup, term.RoleAuditor: term.RoleLeadingGroup,
	}
	for _, value := range term.Role("").Values() {
		role := term.Role(value)
		if got := role.Above(); got != want[role] {
			t.Errorf("what %s did is for %s, want %s", role, got, want[role])
		}
	}
}

func TestATierIsReachedByItselfAndThoseAbove(t *testing.T) {
	for i, tier := range term.Tiers {
		for _, value := range term.Role("").Values() {
			role := term.Role(value)
			want := false
			for j, step := range term.Tiers {
				want = want || step == role && j >= i
			}
			if got := role.Reaches(tier); got != want {
				t.Errorf("%s acts for %s: %v, want %v", role, tier, got, want)
			}
		}
	}
	for _, beside := range []term.Role{term.RoleInspector, term.RoleAuditor, ""} {
		if term.RoleLeadingGroup.Reaches(beside) || beside.Reaches(term.RoleStaff) {
			t.Errorf("%q is a tier", beside)
		}
	}
}
