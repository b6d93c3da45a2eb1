package office

import (
	"slices"

	"sineng/ent/term"
)

// Chain is who stands above the work of a unit, the first to be asked first: 岗位 → 部门负责人 →
// 分管领导 → 主要领导 → 领导小组.
type Chain []Holder

// Chain are those who hold posts in the unit, its nearest heads, its nearest leaders in charge,
// the principal leaders from the nearest up, and the leading groups. Posts and portfolios make
// somebody a link of it, and the granted role of a leading group; other granted roles do not.
func (f *Facts) Chain(unit int64) Chain {
	var out Chain
	for _, tier := range term.Tiers {
		held := f.byOffice(tier, unit)
		if tier == term.RoleLeadingGroup {
			held = f.byGrant(tier, unit)
		}
		slices.SortStableFunc(held, nearer)
		if tier != term.RolePrincipalLeader && tier != term.RoleLeadingGroup {
			held = Nearest(held, nil)
		}
		out = append(out, held...)
	}
	return out
}

// Over is the part of the chain that stands above somebody: nobody stands above themself, nor
// does who stands beside them on the highest unit and tier that they hold.
func (c Chain) Over(person int64) Chain {
	start := 0
	for i, h := range c {
		if person == 0 || h.Person != person {
			continue
		}
		for start = i + 1; start < len(c) && c[start].Role == h.Role && c[start].Unit == h.Unit; {
			start++
		}
	}
	return c[start:]
}

// From is the part of the chain on a tier and above it.
func (c Chain) From(tier term.Role) Chain {
	return c.keep(func(h Holder) bool { return h.Role.Reaches(tier) })
}

// Without is the chain without people who may not act, so that the next one up is asked.
func (c Chain) Without(passed map[int64]bool) Chain {
	return c.keep(func(h Holder) bool { return h.Person == 0 || !passed[h.Person] })
}

func (c Chain) keep(kept func(Holder) bool) Chain {
	var out Chain
	for _, h := range c {
		if kept(h) {
			out = append(out, h)
		}
	}
	return out
}

// AnsweringTier is the tier that looks at what a role did on a unit: the next one up that
// anybody holds who is not passed over, or else the leading group.
func (f *Facts) AnsweringTier(did term.Role, unit int64, passed func(Holder) bool) term.Role {
	tier := did.Above()
	for tier != term.RoleLeadingGroup && len(Nearest(f.Holders(tier, unit), passed)) == 0 {
		tier = tier.Above()
	}
	return tier
}
