package pending

import (
	"entgo.io/ent/dialect/sql"

	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// inSight matches the acts of which a viewer may know: their own, those by which they gain, those that
// need their word, and those on units where they hold the right or lead.
func inSight(v *viewer.Viewer) predicate.PendingAct {
	if v.System {
		return func(*sql.Selector) {}
	}
	any := []predicate.PendingAct{pendingact.BegunBy(v.AccountID), pendingact.AccountID(v.AccountID)}
	if v.PersonID != 0 {
		any = append(any, pendingact.PersonID(v.PersonID), pendingact.WordOf(v.PersonID), begunByPerson(v.PersonID))
	}
	for _, right := range authz.Actions {
		if scope := authz.ScopeOf(v, right); !scope.Empty() {
			any = append(any, pendingact.And(pendingact.ByRight(string(right)), authz.Within(scope)))
		}
	}
	for _, role := range term.Tiers {
		if scope := authz.Held(v, role); role != term.RoleStaff && !scope.Empty() {
			any = append(any, pendingact.And(pendingact.ByRightIn(grantRights...), authz.Within(scope)))
		}
	}
	if administers(v) {
		any = append(any, pendingact.ByRightIn(grantRights...))
	}
	return pendingact.Or(any...)
}

// grantRights are the rights of acts that leaders and administrators may know of whether or not they
// hold the right: those that give power over others, and show nothing of the register.
var grantRights = []string{string(authz.ConfirmGrants)}

// begunByPerson matches the acts that a person began by any of their accounts.
func begunByPerson(person int64) predicate.PendingAct {
	return func(s *sql.Selector) {
		own := sql.Dialect(s.Dialect()).Select(account.FieldID).From(sql.Table(account.Table))
		own.Where(sql.EQ(own.C(account.FieldPersonID), person))
		s.Where(sql.In(s.C(pendingact.FieldBegunBy), own))
	}
}
