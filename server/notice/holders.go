package notice

import (
	"context"
	"slices"
	"time"

	"sineng/ent/account"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/server/authz"
)

// mostHolders is how many accounts are notified of one thing because of a role.
const mostHolders = 100

// place is a role on a unit, by the unit's levels.
type place struct {
	role term.Role
	at   authz.Levels
}

// portfolioOf are the portfolios that roles follow from.
var portfolioOf = map[term.Role]term.PortfolioKind{
	term.RoleDeptHead: term.PortfolioKindHead, term.RoleLeaderInCharge: term.PortfolioKindInCharge, term.RolePrincipalLeader: term.PortfolioKindPrincipal,
}

func portfolioInForce(today time.Time) predicate.Portfolio {
	return portfolio.And(portfolio.FromDayLTE(today), portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today)))
}

// Holders are the accounts that hold a role on the unit with these levels, or else on
// the nearest unit above it where anybody does: an inspector of the whole system is not notified
// of every department that has one of its own. Those who may not act are passed over, so that
// one above them is notified in their place.
func (b *Batch) Holders(ctx context.Context, role term.Role, at authz.Levels, but ...int64) ([]int64, error) {
	byUnit, err := b.holdersByUnit(ctx, role, at)
	if err != nil {
		return nil, err
	}
	units := append(unitsOf(at), 0)
	slices.Reverse(units[:len(units)-1])
	for _, unit := range units {
		out := slices.DeleteFunc(slices.Clone(byUnit[unit]), func(id int64) bool { return slices.Contains(but, id) })
		if len(out) > 0 {
			return out[:min(len(out), mostHolders)], nil
		}
	}
	return nil, nil
}

// unitsOf are the units of levels, from the top down.
func unitsOf(at authz.Levels) []int64 {
	return slices.DeleteFunc(at[:], func(id int64) bool { return id == 0 })
}

// holdersByUnit are the accounts that hold a role on a unit or above it, by the unit on which
// they do, 0 for the whole system.
func (b *Batch) holdersByUnit(ctx context.Context, role term.Role, at authz.Levels) (map[int64][]int64, error) {
	key := place{role, at}
	if known, ok := b.holders[key]; ok {
		return known, nil
	}
	units := unitsOf(at)
	byUnit := map[int64][]int64{}
	granted, err := b.Tx.RoleAppointment.Query().Where(roleappointment.RoleEQ(role), roleappointment.StatusEQ(term.GrantStatusActive),
		roleappointment.Or(roleappointment.UnitIDIn(units...), roleappointment.UnitIDIsNil()), roleappointment.FromDayLTE(b.Today),
		roleappointment.Or(roleappointment.ToDayIsNil(), roleappointment.ToDayGTE(b.Today)),
		roleappointment.HasAccountWith(account.Disabled(false))).Order(roleappointment.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range granted {
		unit := int64(0)
		if r.UnitID != nil {
			unit = *r.UnitID
		}
		byUnit[unit] = append(byUnit[unit], r.AccountID)
	}
	if kind, ok := portfolioOf[role]; ok {
		rows, err := b.Tx.Portfolio.Query().Where(portfolio.UnitIDIn(units...), portfolio.KindEQ(kind), portfolioInForce(b.Today)).All(ctx)
		if err != nil {
			return nil, err
		}
		people := make([]int64, len(rows))
		for i, p := range rows {
			people[i] = p.PersonID
		}
		found, err := b.AccountsOf(ctx, people)
		if err != nil {
			return nil, err
		}
		for _, p := range rows {
			if id := found[p.PersonID]; id != 0 {
				byUnit[p.UnitID] = append(byUnit[p.UnitID], id)
			}
		}
	}
	for unit, ids := range byUnit {
		slices.Sort(ids)
		byUnit[unit] = slices.Compact(ids)
	}
	b.holders[key] = byUnit
	return byUnit, nil
}

// Heads are the people who are heads of units today, by unit.
func (b *Batch) Heads(ctx context.Context, units ...int64) (map[int64][]int64, error) {
	slices.Sort(units)
	heads, err := b.Tx.Portfolio.Query().Where(portfolio.UnitIDIn(slices.Compact(units)...), portfolio.KindEQ(term.PortfolioKindHead), portfolioInForce(b.Today)).All(ctx)
	out := map[int64][]int64{}
	for _, p := range heads {
		out[p.UnitID] = append(out[p.UnitID], p.PersonID)
	}
	return out, err
}
