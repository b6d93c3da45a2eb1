package term

// Tiers are the roles 岗位 → 部门负责人 → 分管领导 → 主要领导 → 领导小组, the lowest first. Other roles have no
// tier.
var Tiers = []Role{RoleStaff, RoleDeptHead, RoleLeaderInCharge, RolePrincipalLeader, RoleLeadingGroup}

// Tier is the height of a role among the tiers, 1 for the lowest; 0 for a role without a tier.
func (v Role) Tier() int {
	for i, r := range Tiers {
		if r == v {
			return i + 1
		}
	}
	return 0
}

// Above is the tier that reviews what a role did: the next one up. The leading group has none
// above it; it also reviews the roles without a tier.
func (v Role) Above() Role {
	tier := v.Tier()
	if tier == 0 || tier == len(Tiers) {
		return RoleLeadingGroup
	}
	return Tiers[tier]
}

// Leads reports whether a role is that of somebody who leads a unit, by a portfolio.
func (v Role) Leads() bool { return v.Tier() > RoleStaff.Tier() && v.Tier() < RoleLeadingGroup.Tier() }

// Reaches reports whether a role may act for a tier: the tier itself and those above it.
func (v Role) Reaches(tier Role) bool { return tier.Tier() > 0 && v.Tier() >= tier.Tier() }
