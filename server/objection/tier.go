// Package objection shows people what is recorded of them, and lets them object 申诉复核. A
// tier above the one that recorded it answers within a clock; both the objection and its
// answer stay on record as they were written.
package objection

import "sineng/ent/term"

// chain is 岗位 → 部门负责人 → 分管领导 → 主要领导 → 领导小组.
var chain = []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup}

// Above is the tier that answers an objection to what a role recorded: the next one up. The
// leading group has none above it and answers by members who had no part in it; what those
// beside the chain recorded goes to it too.
func Above(recorder term.Role) term.Role {
	for i, r := range chain[:len(chain)-1] {
		if r == recorder {
			return chain[i+1]
		}
	}
	return term.RoleLeadingGroup
}

// Reaches tells whether a role may answer what is addressed to a tier: that one and those
// above it on the chain.
func Reaches(role, tier term.Role) bool {
	height := func(r term.Role) int {
		for i, step := range chain {
			if step == r {
				return i
			}
		}
		return -1
	}
	return height(role) >= height(tier) && height(tier) >= 0
}
