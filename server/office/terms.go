package office

import (
	"sineng/ent"
)

// PortfolioTerm is for how long a portfolio holds.
func PortfolioTerm(p *ent.Portfolio) Term {
	return Term{From: p.FromDay, To: p.ToDay, Recorded: p.CreatedAt, Ends: p.Ends}
}

// AppointmentTerm is for how long an appointment holds.
func AppointmentTerm(a *ent.Appointment) Term {
	return Term{From: a.FromDay, To: a.ToDay, Recorded: a.CreatedAt, Ends: a.Ends}
}

// DelegationTerm is for how long a delegation holds.
func DelegationTerm(d *ent.Delegation) Term {
	return Term{From: d.FromDay, To: d.ToDay, Recorded: d.CreatedAt, Ends: d.Ends}
}

// RoleTerm is for how long a granted role holds. One that a second person must confirm counts
// as recorded when they did.
func RoleTerm(r *ent.RoleAppointment) Term {
	out := Term{From: r.FromDay, To: r.ToDay, Recorded: r.CreatedAt, Ends: r.Ends}
	if r.ConfirmedAt != nil {
		out.Recorded = *r.ConfirmedAt
	}
	return out
}

// PlacementTerm is for how long a unit stands at a place in the tree.
func PlacementTerm(p *ent.UnitPlacement) Term {
	return Term{From: p.FromDay, To: p.ToDay, Recorded: p.CreatedAt, Ends: p.Ends}
}
