package office_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/office"
)

func TestWhoIsAskedIsTheNearestWhoIsNotPassedOver(t *testing.T) {
	const chief, deputy, head = 3, 2, 1
	chain := office.Chain{{Role: term.RoleDeptHead, Person: head}, {Role: term.RoleLeaderInCharge, Person: deputy}, {Role: term.RolePrincipalLeader, Person: chief}, {Role: term.RoleLeadingGroup, Person: 9}}
	none := map[int64]bool{}
	for name, c := range map[string]struct {
		chain  office.Chain
		tier   term.Role
		passed map[int64]bool
		to     term.Role
		person int64
	}{
		"the head":         {chain, term.RoleDeptHead, none, term.RoleDeptHead, head},
		"their own":        {chain, term.RoleDeptHead, map[int64]bool{head: true}, term.RoleLeaderInCharge, deputy},
		"nobody in charge": {office.Chain{chain[0], chain[2]}, term.RoleLeaderInCharge, none, term.RolePrincipalLeader, chief},
		"the group":        {chain, term.RoleLeadingGroup, none, term.RoleLeadingGroup, 0},
		"nobody at all":    {nil, term.RoleDeptHead, none, term.RoleDeptHead, 0},
	} {
		if to, person := c.chain.Asked(c.tier, c.passed); to != c.to || person != c.person {
			t.Errorf("%s: %s %d, want %s %d", name, to, person, c.to, c.person)
		}
	}
	for name, c := range map[string]struct {
		chain  office.Chain
		from   term.Role
		passed map[int64]bool
		to     term.Role
		person int64
		up     bool
	}{
		"from the head":          {chain, term.RoleDeptHead, none, term.RoleLeaderInCharge, deputy, true},
		"past one on both tiers": {chain, term.RoleDeptHead, map[int64]bool{deputy: true}, term.RolePrincipalLeader, chief, true},
		"to the group":           {chain, term.RolePrincipalLeader, none, term.RoleLeadingGroup, 0, true},
		"from the group":         {chain, term.RoleLeadingGroup, none, term.RoleLeadingGroup, 0, false},
		"nobody above":           {chain[:1], term.RoleDeptHead, none, term.RoleDeptHead, 0, false},
	} {
		if to, person, up := c.chain.AskedAbove(c.from, c.passed); to != c.to || person != c.person || up != c.up {
			t.Errorf("%s: %s %d %v, want %s %d %v", name, to, person, up, c.to, c.person, c.up)
		}
	}
}
