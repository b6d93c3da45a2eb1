package term

// Tiers are the roles of 岗位 → 部门负责人 → 分管领导 → 主要领导 → 领导小组, the lowest first.
// The other roles stand beside them.
var Tiers = []Role{RoleStaff, RoleDeptHead, RoleLeaderInCharge, RolePrincipalLeader, RoleLeadingGroup}

// Tier is the height of a role among the tiers, 1 for the lowest; 0 for a role beside them.
func (v Role) Tier() int {
	for i, r := range Tiers {
		if r == v {
			return i + 1
		}
	}
	return 0
}

// Above is the tier that looks at what a role did: the next one up. The leading group has none
// above it, and looks at what the roles beside the tiers did.
func (v Role) Above() Role {
	tier := v.Tier()
	if tier == 0 || tier == len(Tiers) {
		return RoleLeadingGroup
	}
	return Tiers[tier]
}

// Reaches reports whether a role may act in the place of a tier: that one and those above it.
func (v Role) Reaches(tier Role) bool { return tier.Tier() > 0 && v.Tier() >= tier.Tier() }
