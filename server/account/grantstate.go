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
	grantRole   grantAction = "GRANT"   // the role counts from its first day
	proposeRole grantAction = "PROPOSE" // it waits for a second person
	confirmRole grantAction = "CONFIRM"
	declineRole grantAction = "DECLINE" // or withdraw, or let it expire
	revokeRole  grantAction = "REVOKE"  // end it on a day or at once; its status stays
)

var grantActions = []grantAction{grantRole, proposeRole, confirmRole, declineRole, revokeRole}

// nextGrant is the status of a granted role after an action, or the reason why it is refused. The
// empty status stands for a role that is not granted yet. Who may confirm or decline one is decided by
// package pending.
func nextGrant(from term.GrantStatus, action grantAction) (term.GrantStatus, error) {
	switch action {
	case grantRole, proposeRole:
		switch {
		case from != "":
			return from, fault.New(fault.InvalidTransition, "GRANTED_ALREADY", "roleAppointmentId", "该角色已经授予", "The role is granted already")
		case action == grantRole:
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
	case action == declineRole:
		return term.GrantStatusDeclined, nil
	}
	return term.GrantStatusActive, nil
}

// isSelf reports whether an account is the viewer's or another of the same person.
func isSelf(v *viewer.Viewer, a *ent.Account) bool {
	return a != nil && (a.ID == v.AccountID || a.PersonID != nil && *a.PersonID == v.PersonID)
}

// enterGrant sets the status of a granted role. No other code does.
func enterGrant(m *ent.RoleAppointmentMutation, to term.GrantStatus) { m.SetStatus(to) }
