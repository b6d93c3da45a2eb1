package notice

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/delegation"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/server/authz"
)

// mostHolders is how many accounts are told of one thing because of a role.
const mostHolders = 100

// portfolioOf are the portfolios that roles follow from.
var portfolioOf = map[term.Role]term.PortfolioKind{
	term.RoleDeptHead: term.PortfolioKindHead, term.RoleLeaderInCharge: term.PortfolioKindInCharge, term.RolePrincipalLeader: term.PortfolioKindPrincipal,
}

// accountsOf are the accounts of people that are not disabled, by person.
func (b *batch) accountsOf(ctx context.Context, people []int64) (map[int64]int64, error) {
	out := map[int64]int64{}
	if len(people) == 0 {
		return out, nil
	}
	slices.Sort(people)
	rows, err := b.tx.Account.Query().Where(account.PersonIDIn(slices.Compact(people)...), account.Disabled(false)).
		Select(account.FieldPersonID).All(ctx)
	for _, a := range rows {
		out[*a.PersonID] = a.ID
	}
	return out, err
}

// accounts are the accounts of people, in no order.
func (b *batch) accounts(ctx context.Context, people ...int64) ([]int64, error) {
	found, err := b.accountsOf(ctx, slices.Clone(people))
	var out []int64
	for _, id := range found {
		out = append(out, id)
	}
	return out, err
}

// deputiesOf are those who sign for somebody today.
func deputiesOf(ctx context.Context, client *ent.Client, person int64, today time.Time) ([]int64, error) {
	rows, err := client.Delegation.Query().Where(delegation.PersonID(person), delegationInForce(today)).Limit(mostHolders).All(ctx)
	var out []int64
	for _, d := range rows {
		out = append(out, d.DeputyID)
	}
	return out, err
}

func delegationInForce(today time.Time) predicate.Delegation {
	return delegation.And(delegation.FromDayLTE(today), delegation.Or(delegation.ToDayIsNil(), delegation.ToDayGTE(today)))
}

func portfolioInForce(today time.Time) predicate.Portfolio {
	return portfolio.And(portfolio.FromDayLTE(today), portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today)))
}

// roleHolders are the accounts that hold a role on the unit with these levels, or else on
// the nearest unit above it where anybody does: an inspector of the whole system is not told
// of every department that has one of its own. Those who may not act are passed over, so that
// one above them is told in their place.
func (b *batch) roleHolders(ctx context.Context, role term.Role, at authz.Levels, but ...int64) ([]int64, error) {
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
func (b *batch) holdersByUnit(ctx context.Context, role term.Role, at authz.Levels) (map[int64][]int64, error) {
	key := place{role, at}
	if known, ok := b.holders[key]; ok {
		return known, nil
	}
	units := unitsOf(at)
	byUnit := map[int64][]int64{}
	granted, err := b.tx.RoleAppointment.Query().Where(roleappointment.RoleEQ(role), roleappointment.StatusEQ(term.GrantStatusActive),
		roleappointment.Or(roleappointment.UnitIDIn(units...), roleappointment.UnitIDIsNil()), roleappointment.FromDayLTE(b.today),
		roleappointment.Or(roleappointment.ToDayIsNil(), roleappointment.ToDayGTE(b.today)),
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
		rows, err := b.tx.Portfolio.Query().Where(portfolio.UnitIDIn(units...), portfolio.KindEQ(kind), portfolioInForce(b.today)).All(ctx)
		if err != nil {
			return nil, err
		}
		people := make([]int64, len(rows))
		for i, p := range rows {
			people[i] = p.PersonID
		}
		found, err := b.accountsOf(ctx, people)
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

// fillersOf are the people who are to fill forms, by form: whose form it is, who was told
// to, or else the heads of the department today.
func (b *batch) fillersOf(ctx context.Context, forms []*ent.Form) (map[int64][]int64, error) {
	out := map[int64][]int64{}
	var units []int64
	for _, f := range forms {
		switch {
		case f.PersonID != nil:
			out[f.ID] = []int64{*f.PersonID}
		case f.PreparerID != nil:
			out[f.ID] = []int64{*f.PreparerID}
		default:
			units = append(units, f.UnitID)
		}
	}
	if len(units) == 0 {
		return out, nil
	}
	byUnit, err := b.headsOf(ctx, units...)
	for _, f := range forms {
		if f.PersonID == nil && f.PreparerID == nil {
			out[f.ID] = byUnit[f.UnitID]
		}
	}
	return out, err
}

// headsOf are the people who are heads of units today, by unit.
func (b *batch) headsOf(ctx context.Context, units ...int64) (map[int64][]int64, error) {
	slices.Sort(units)
	heads, err := b.tx.Portfolio.Query().Where(portfolio.UnitIDIn(slices.Compact(units)...), portfolio.KindEQ(term.PortfolioKindHead), portfolioInForce(b.today)).All(ctx)
	out := map[int64][]int64{}
	for _, p := range heads {
		out[p.UnitID] = append(out[p.UnitID], p.PersonID)
	}
	return out, err
}
