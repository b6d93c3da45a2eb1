package office

import (
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Administrator tells whether a role is one of the three administrators' (三员分立).
func Administrator(r term.Role) bool {
	return r == term.RoleSystemAdmin || r == term.RoleSecurityAdmin || r == term.RoleAuditor
}

// Excludes tells whether nobody may hold both roles at the same time: an administrator's
// stands alone. The same role on several units is one.
func Excludes(a, b term.Role) bool { return a != b && (Administrator(a) || Administrator(b)) }

// apart are the roles that count of those that somebody has: where an administrator's is among
// them it alone, so that administrators see no risk content whatever office they hold. Two
// administrators' roles, which the services never let come about, give nothing at all.
func apart(grants []viewer.Grant) []viewer.Grant {
	var alone []viewer.Grant
	for _, g := range grants {
		if !Administrator(g.Role) {
			continue
		}
		if len(alone) > 0 && Excludes(alone[0].Role, g.Role) {
			return nil
		}
		alone = append(alone, g)
	}
	if alone != nil {
		return alone
	}
	return grants
}
