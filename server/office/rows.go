package office

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// holds keeps the rows that may hold at the time; Term.Holds says of each whether it does.
func (r Reader) holds() func(*sql.Selector) {
	if r.at.Known.IsZero() {
		return InForce(r.at.Day)
	}
	return func(s *sql.Selector) {
		s.Where(sql.And(sql.LTE(s.C(fromDay), r.at.Day), sql.LTE(s.C(portfolio.FieldCreatedAt), r.at.Known),
			// A last day that was recorded later does not count.
			sql.Or(sql.IsNull(s.C(toDay)), sql.GTE(s.C(toDay), r.at.Day), sql.GT(s.C(portfolio.FieldUpdatedAt), r.at.Known))))
	}
}

// kept turns the rows that hold into facts.
func kept[Row, Fact any](r Reader, rows []*Row, err error, of func(*Row) (Term, Fact)) ([]Fact, error) {
	if err != nil {
		return nil, err
	}
	out := make([]Fact, 0, len(rows))
	for _, row := range rows {
		if t, fact := of(row); t.Holds(r.at) {
			out = append(out, fact)
		}
	}
	return out, nil
}

func (r Reader) portfolios(ctx context.Context, where ...predicate.Portfolio) ([]Portfolio, error) {
	rows, err := r.client.Portfolio.Query().Where(append(where, r.holds())...).Order(portfolio.ByID()).All(viewer.System(ctx))
	return kept(r, rows, err, func(p *ent.Portfolio) (Term, Portfolio) {
		return PortfolioTerm(p), Portfolio{p.ID, p.PersonID, p.UnitID, p.Kind}
	})
}

func (r Reader) appointments(ctx context.Context, where ...predicate.Appointment) ([]Appointment, error) {
	rows, err := r.client.Appointment.Query().Where(append(where, r.holds())...).Order(appointment.ByID()).All(viewer.System(ctx))
	return kept(r, rows, err, func(a *ent.Appointment) (Term, Appointment) {
		return AppointmentTerm(a), Appointment{a.ID, a.PersonID, a.PostID, a.UnitID}
	})
}

func (r Reader) delegations(ctx context.Context, where ...predicate.Delegation) ([]Delegation, error) {
	rows, err := r.client.Delegation.Query().Where(append(where, r.holds())...).Order(delegation.ByID()).All(viewer.System(ctx))
	return kept(r, rows, err, func(d *ent.Delegation) (Term, Delegation) {
		return DelegationTerm(d), Delegation{d.ID, d.PersonID, d.DeputyID}
	})
}

// roles are granted roles that were confirmed where they must be.
func (r Reader) roles(ctx context.Context, where ...predicate.RoleAppointment) ([]Role, error) {
	rows, err := r.client.RoleAppointment.Query().Where(append(where, r.holds(), roleappointment.StatusEQ(term.GrantStatusActive))...).
		Order(roleappointment.ByID()).All(viewer.System(ctx))
	return kept(r, rows, err, func(g *ent.RoleAppointment) (Term, Role) {
		out := Role{ID: g.ID, Account: g.AccountID, Role: g.Role}
		if g.UnitID != nil {
			out.Unit = *g.UnitID
		}
		return RoleTerm(g), out
	})
}

// accounts are accounts that are not disabled.
func (r Reader) accounts(ctx context.Context, where ...predicate.Account) ([]Account, error) {
	rows, err := r.client.Account.Query().Where(append(where, account.Disabled(false))...).
		Select(account.FieldID, account.FieldPersonID).Order(account.ByID()).All(viewer.System(ctx))
	out := make([]Account, len(rows))
	for i, a := range rows {
		out[i].ID = a.ID
		if a.PersonID != nil {
			out[i].Person = *a.PersonID
		}
	}
	return out, err
}

// accountsIn are the accounts of the people and the granted roles in the facts.
func (r Reader) accountsIn(ctx context.Context, f *Facts) ([]Account, error) {
	var people, accounts []int64
	for _, p := range f.Portfolios {
		people = append(people, p.Person)
	}
	for _, a := range f.Appointments {
		people = append(people, a.Person)
	}
	for _, g := range f.Roles {
		accounts = append(accounts, g.Account)
	}
	if len(people)+len(accounts) == 0 {
		return nil, nil
	}
	return r.accounts(ctx, account.Or(account.PersonIDIn(distinct(people)...), account.IDIn(distinct(accounts)...)))
}

// units are those on which something in the facts stands, as they stand at present.
func (r Reader) units(ctx context.Context, f *Facts) (map[int64]Unit, error) {
	var ids []int64
	for _, g := range f.Roles {
		ids = append(ids, g.Unit)
	}
	for _, p := range f.Portfolios {
		ids = append(ids, p.Unit)
	}
	for _, a := range f.Appointments {
		ids = append(ids, a.Unit)
	}
	out := map[int64]Unit{}
	if ids = distinct(ids); len(ids) == 0 {
		return out, nil
	}
	rows, err := r.client.Unit.Query().Where(unit.IDIn(ids...)).All(viewer.System(ctx))
	for _, u := range rows {
		out[u.ID] = Unit{ID: u.ID, Path: u.Levels(),
			Divided: u.Kind == term.UnitKindBureau && u.ChildCount > 0}
	}
	return out, err
}

// unitsOf are the units of a path, from the top down.
func unitsOf(path authz.Levels) []int64 {
	return slices.DeleteFunc(path[:], func(id int64) bool { return id == 0 })
}

// distinct are the ids that are not 0, each once.
func distinct(ids []int64) []int64 {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(id int64) bool { return id == 0 })
}
