package office

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent/account"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
)

// Below are the portfolios and granted roles by which somebody holds one of the roles on a unit, above it or
// on one below it, in four statements: what Holders needs of any of these units, once At has picked it out.
// Whose the accounts are is read for granted roles alone.
func (r Reader) Below(ctx context.Context, path authz.Levels, roles ...term.Role) (*Facts, error) {
	top := UnitAt(path)
	inside := rule.LevelColumn(top.Level())
	f := &Facts{}
	// Each along its own index, which one statement for both would use neither of.
	for _, where := range []predicate.Portfolio{portfolio.UnitIDIn(unitsOf(path)[:top.Level()-1]...), sql.FieldEQ(inside, top.ID)} {
		some, err := r.portfolios(ctx, portfolio.KindIn(leading(roles)...), where)
		if err != nil {
			return nil, err
		}
		f.Portfolios = append(f.Portfolios, some...)
	}
	below := func(s *sql.Selector) {
		units := sql.Dialect(s.Dialect()).Select(unit.FieldID).From(sql.Table(unit.Table))
		units.Where(sql.EQ(units.C(inside), top.ID)).Where(rule.NotStaged(units))
		s.Where(sql.In(s.C(roleappointment.FieldUnitID), units))
	}
	var err error
	f.Roles, err = r.roles(ctx, roleappointment.RoleIn(roles...), roleappointment.HasAccountWith(account.Disabled(false)),
		roleappointment.Or(roleappointment.UnitIDIn(unitsOf(path)...), roleappointment.UnitIDIsNil(), below))
	if err != nil || len(f.Roles) == 0 {
		return f, err
	}
	var ids []int64
	for _, g := range f.Roles {
		ids = append(ids, g.Account)
	}
	f.Accounts, err = r.accounts(ctx, account.IDIn(distinct(ids)...))
	return f, err
}

// At is what of the facts says who holds a leader's role on the unit at the end of a path.
func (f *Facts) At(path authz.Levels) *Facts {
	u := UnitAt(path)
	out := &Facts{Units: map[int64]Unit{u.ID: u}, Accounts: f.Accounts}
	for _, p := range f.Portfolios {
		if u.above(p.Unit) {
			out.Portfolios = append(out.Portfolios, p)
		}
	}
	for _, g := range f.Roles {
		if g.Unit == 0 || u.above(g.Unit) {
			out.Roles = append(out.Roles, g)
		}
	}
	return out
}

// mostAtOnce is how many posts a statement names.
const mostAtOnce = 2000

// On are the appointments to posts, in a statement for each 2,000 of them.
func (r Reader) On(ctx context.Context, posts ...int64) ([]Appointment, error) {
	var out []Appointment
	for ids := range slices.Chunk(distinct(posts), mostAtOnce) {
		some, err := r.appointments(ctx, appointment.PostIDIn(ids...))
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}
