package office

import (
	"context"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/server/authz"
)

// Reader reads the facts of a day. Each of its methods takes a number of statements that does
// not grow with the rows, and sees every row: who may know of them is for the caller to decide.
type Reader struct {
	client *ent.Client
	at     At
}

// Read makes a reader of the facts as they are, or were known, at a time.
func Read(client *ent.Client, at At) Reader { return Reader{client, at} }

// Leaders are the portfolios on a unit and those above it, in one statement: what Chain needs
// for the tiers of leaders.
func (r Reader) Leaders(ctx context.Context, path authz.Levels) (*Facts, error) {
	u := UnitAt(path)
	var err error
	f := &Facts{Units: map[int64]Unit{u.ID: u}}
	f.Portfolios, err = r.portfolios(ctx, portfolio.UnitIDIn(unitsOf(path)...))
	return f, err
}

// Leading are the portfolios on units themselves, in one statement: what Heading and Fillers need.
func (r Reader) Leading(ctx context.Context, units ...int64) (*Facts, error) {
	f := &Facts{}
	if len(units) == 0 {
		return f, nil
	}
	var err error
	f.Portfolios, err = r.portfolios(ctx, portfolio.UnitIDIn(distinct(units)...))
	return f, err
}

// Holding are the portfolios and granted roles by which somebody holds one of the roles on a
// unit or above it, in three statements: what Holders needs. Where no portfolio gives any of the
// roles it is one statement, which leaves out whose the accounts are.
func (r Reader) Holding(ctx context.Context, path authz.Levels, roles ...term.Role) (*Facts, error) {
	return r.HoldingAt(ctx, []authz.Levels{path}, roles...)
}

// HoldingAt is Holding for several units, in as many statements.
func (r Reader) HoldingAt(ctx context.Context, paths []authz.Levels, roles ...term.Role) (*Facts, error) {
	f := &Facts{Units: map[int64]Unit{}}
	var all []int64
	for _, path := range paths {
		u := UnitAt(path)
		f.Units[u.ID] = u
		all = append(all, unitsOf(path)...)
	}
	all = distinct(all)
	granted := roleappointment.Or(roleappointment.UnitIDIn(all...), roleappointment.UnitIDIsNil())
	var err error
	f.Roles, err = r.roles(ctx, roleappointment.RoleIn(roles...), granted, roleappointment.HasAccountWith(account.Disabled(false)))
	if err != nil {
		return nil, err
	}
	leads := leading(roles)
	if len(leads) == 0 {
		return f, nil
	}
	if f.Portfolios, err = r.portfolios(ctx, portfolio.UnitIDIn(all...), portfolio.KindIn(leads...)); err != nil {
		return nil, err
	}
	f.Accounts, err = r.accountsIn(ctx, f)
	return f, err
}

// leading are the portfolios that give one of the roles.
func leading(roles []term.Role) []term.PortfolioKind {
	var out []term.PortfolioKind
	for _, role := range roles {
		if kind, ok := kinds[role]; ok {
			out = append(out, kind)
		}
	}
	return out
}

// Account are the facts by which an account has its roles, with those of its person, 0 for
// nobody, and of the people for whom they sign: what Grants needs.
func (r Reader) Account(ctx context.Context, id, person int64) (*Facts, error) {
	f := &Facts{}
	var err error
	if f.Roles, err = r.roles(ctx, roleappointment.AccountID(id)); err != nil {
		return nil, err
	}
	if person != 0 {
		if f.Delegations, err = r.delegations(ctx, delegation.DeputyID(person)); err != nil {
			return nil, err
		}
		if f.Portfolios, err = r.portfolios(ctx, portfolio.PersonIDIn(append(f.SignsFor(person), person)...)); err != nil {
			return nil, err
		}
		if f.Appointments, err = r.appointments(ctx, appointment.PersonID(person)); err != nil {
			return nil, err
		}
	}
	f.Units, err = r.units(ctx, f)
	return f, err
}

// Delegations are those by which somebody signs for one of the people, or by which one of the
// deputies signs for somebody, in one statement.
func (r Reader) Delegations(ctx context.Context, people, deputies []int64) (*Facts, error) {
	f := &Facts{}
	var whose []predicate.Delegation
	if len(people) > 0 {
		whose = append(whose, delegation.PersonIDIn(people...))
	}
	if len(deputies) > 0 {
		whose = append(whose, delegation.DeputyIDIn(deputies...))
	}
	if len(whose) == 0 {
		return f, nil
	}
	var err error
	f.Delegations, err = r.delegations(ctx, delegation.Or(whose...))
	return f, err
}
