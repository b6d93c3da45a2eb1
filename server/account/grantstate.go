package account

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// grantAction is an action on a granted role.
type grantAction string

const (
	grantRole   grantAction = "GRANT"
	confirmRole grantAction = "CONFIRM"
	declineRole grantAction = "DECLINE"
	revokeRole  grantAction = "REVOKE" // end it on a day; its status stays
)

var grantActions = []grantAction{grantRole, confirmRole, declineRole, revokeRole}

// grantCapacity is the capacity in which somebody acts on a granted role. Package authz checks
// that they have the right on its unit.
type grantCapacity string

const (
	roleHolder   grantCapacity = "HOLDER"   // the person who gets the role, by any of their accounts
	roleGranter  grantCapacity = "GRANTER"  // who granted it
	secondPerson grantCapacity = "SECOND"   // somebody else
	operator     grantCapacity = "OPERATOR" // the operator of the server
)

var grantCapacities = []grantCapacity{roleHolder, roleGranter, secondPerson, operator}

// nextGrant is the status of a granted role after an action taken in a capacity, or the reason
// why it is refused. The empty status stands for a role that is not granted yet. A role that
// gives power over others needs a second person, unless the operator grants it.
func nextGrant(from term.GrantStatus, action grantAction, as grantCapacity, powerless bool) (term.GrantStatus, error) {
	switch action {
	case grantRole:
		switch {
		case from != "":
			return from, fault.New(fault.InvalidTransition, "GRANTED_ALREADY", "roleAppointmentId", "该角色已经授予", "The role is granted already")
		case as == roleHolder:
			return from, fault.New(fault.Forbidden, "OWN_ROLE", "accountId", "不能给自己授予角色", "Nobody grants a role to themself")
		case as == operator || powerless:
			return term.GrantStatusActive, nil
		}
		return term.GrantStatusPending, nil
	case revokeRole:
		if from != term.GrantStatusActive {
			return from, fault.New(fault.InvalidTransition, "NOT_ACTIVE", "roleAppointmentId", "该授权未生效,待确认的授权请驳回", "The role is not in force; decline a grant that is pending")
		}
		return from, nil
	}
	switch {
	case from != term.GrantStatusPending:
		return from, fault.New(fault.InvalidTransition, "NOT_PENDING", "roleAppointmentId", "该授权不在待确认状态", "The grant does not wait for a confirmation")
	case as == roleHolder:
		return from, fault.New(fault.Forbidden, "OWN_ROLE", "roleAppointmentId", "不能确认或驳回授予自己的角色", "Nobody decides about a role of their own")
	case action == declineRole:
		return term.GrantStatusDeclined, nil
	case as == roleGranter:
		return from, fault.New(fault.Forbidden, "NOT_SECOND_PERSON", "roleAppointmentId", "授权须由授权人以外的另一人确认", "A grant must be confirmed by somebody other than its granter")
	}
	return term.GrantStatusActive, nil
}

// grantCapacityOf is the capacity in which the viewer acts on a role, given its holder and its
// granter.
func grantCapacityOf(v *viewer.Viewer, holder, granter *ent.Account) grantCapacity {
	switch {
	case v.System:
		return operator
	case isSelf(v, holder):
		return roleHolder
	case isSelf(v, granter):
		return roleGranter
	}
	return secondPerson
}

// isSelf reports whether an account is the viewer's or another of the same person.
func isSelf(v *viewer.Viewer, a *ent.Account) bool {
	return a != nil && (a.ID == v.AccountID || a.PersonID != nil && *a.PersonID == v.PersonID)
}

// enterGrant sets the status of a granted role. No other code does.
func enterGrant(m *ent.RoleAppointmentMutation, to term.GrantStatus) { m.SetStatus(to) }
