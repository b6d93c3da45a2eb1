package office

import (
	"sineng/ent"
	"sineng/ent/term"
)

// Single tells whether a role reaches no further than its holder's daily work: that of STAFF in one
// department without departments below it. u is the unit that the role stands on, nil for the whole
// system.
func Single(role term.Role, u *ent.Unit) bool {
	return role == term.RoleStaff && u != nil && u.Kind == term.UnitKindDepartment && u.ChildCount == 0
}
