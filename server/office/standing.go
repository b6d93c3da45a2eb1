package office

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/roleappointment"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/unitplacement"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// Beginning is the first day of a unit's first place in the tree: as far as is known it stood
// there ever before.
var Beginning = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)

// Standing are units as they stood in the tree on the day, in one statement per level and one
// for which are divided. A unit that was not known then is left out.
func (r Reader) Standing(ctx context.Context, ids ...int64) (map[int64]Unit, error) {
	parents := map[int64]int64{}
	for next := distinct(ids); len(next) > 0; {
		rows, err := r.placements(ctx, unitplacement.UnitIDIn(next...))
		if err != nil {
			return nil, err
		}
		next = nil
		for _, p := range rows {
			parents[p.unit] = p.parent
		}
		for _, p := range rows {
			if _, known := parents[p.parent]; !known && p.parent != 0 {
				next = append(next, p.parent)
			}
		}
		next = distinct(next)
	}
	divided, err := r.divided(ctx, parents)
	out := make(map[int64]Unit, len(parents))
	for id := range parents {
		out[id] = Unit{ID: id, Path: pathTo(id, parents), Divided: divided[id]}
	}
	return out, err
}

// pathTo is the path of a unit, from the parents of it and of those above it.
func pathTo(id int64, parents map[int64]int64) authz.Levels {
	var up []int64
	for ; id != 0 && len(up) < len(authz.Levels{}); id = parents[id] {
		up = append(up, id)
	}
	var path authz.Levels
	for i, id := range up {
		path[len(up)-1-i] = id
	}
	return path
}

// divided tells which of the units are bureaus with units below them that are not closed.
func (r Reader) divided(ctx context.Context, units map[int64]int64) (map[int64]bool, error) {
	var ids []int64
	for id := range units {
		ids = append(ids, id)
	}
	out := map[int64]bool{}
	if len(ids) == 0 {
		return out, nil
	}
	below, err := r.placements(ctx, unitplacement.ParentIDIn(distinct(ids)...),
		belowBureau,
		unitplacement.HasUnitWith(unit.Or(unit.ClosedOnIsNil(), unit.ClosedOnGT(r.at.Day))))
	for _, p := range below {
		out[p.parent] = true
	}
	return out, err
}

// belowBureau keeps the places below a bureau.
func belowBureau(s *sql.Selector) {
	bureaus := sql.Dialect(s.Dialect()).Select(unit.FieldID).From(sql.Table(unit.Table))
	bureaus.Where(sql.EQ(bureaus.C(unit.FieldKind), string(term.UnitKindBureau)))
	bureaus.Where(rule.NotStaged(bureaus))
	s.Where(sql.In(s.C(unitplacement.FieldParentID), bureaus))
}

// placement is a unit's parent, 0 for a top unit.
type placement struct{ unit, parent int64 }

func (r Reader) placements(ctx context.Context, where ...predicate.UnitPlacement) ([]placement, error) {
	rows, err := r.client.UnitPlacement.Query().Where(append(where, r.holds())...).Order(unitplacement.ByID()).All(viewer.System(ctx))
	return kept(r, rows, err, func(p *ent.UnitPlacement) (Term, placement) {
		out := placement{unit: p.UnitID}
		if p.ParentID != nil {
			out.parent = *p.ParentID
		}
		return PlacementTerm(p), out
	})
}

// Chain is everybody who stands above the work of a unit, as it stood in the tree on the day,
// in a number of statements that is bounded by the height of the tree.
func (r Reader) Chain(ctx context.Context, unitID int64) (Chain, error) {
	f := &Facts{}
	var err error
	if f.Units, err = r.Standing(ctx, unitID); err != nil {
		return nil, err
	}
	above := unitsOf(f.Units[unitID].Path)
	if len(above) == 0 {
		return nil, nil
	}
	if f.Portfolios, err = r.portfolios(ctx, portfolio.UnitIDIn(above...)); err != nil {
		return nil, err
	}
	if f.Appointments, err = r.appointments(ctx, appointment.UnitID(unitID)); err != nil {
		return nil, err
	}
	f.Roles, err = r.roles(ctx, roleappointment.RoleEQ(term.RoleLeadingGroup), roleappointment.Or(roleappointment.UnitIDIn(above...), roleappointment.UnitIDIsNil()))
	if err != nil {
		return nil, err
	}
	if f.Accounts, err = r.accountsIn(ctx, f); err != nil {
		return nil, err
	}
	return f.Chain(unitID), nil
}
