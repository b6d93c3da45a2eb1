package org

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
)

// transfer is the payload of a move.
type transfer struct {
	Unit   int64  `json:"unit"`
	Parent *int64 `json:"parent"`
}

// waitMove makes a move wait where somebody would see more by it; nil where it is to be done at once.
func (s *Service) waitMove(ctx context.Context, tx *ent.Tx, u *ent.Unit, parent *int64, to authz.Levels) (*pending.View, error) {
	if !pending.Waits(ctx) {
		return nil, nil
	}
	gain, err := s.gainersByMove(ctx, tx.Client(), relocation{u, to})
	if err != nil || len(gain) == 0 {
		return nil, err
	}
	above := &ent.Unit{} // none
	if parent != nil {
		if above, err = tx.Unit.Get(viewer.System(ctx), *parent); err != nil {
			return nil, err
		}
	}
	if g := gathering(ctx); g != nil {
		g.move(u, above)
		return &pending.View{PendingAct: &ent.PendingAct{}}, nil
	}
	return s.waitUnit(ctx, tx, pending.Act{Kind: term.ActKindMoveUnit, Object: u.ID, Unit: parent, At: to, Right: authz.ConfirmGrants,
		Payload: transfer{u.ID, parent}, Words: map[string]string{"unit": u.Name, "parent": above.Name}})
}

// waitUnit begins an act on a unit and shows it.
func (s *Service) waitUnit(ctx context.Context, tx *ent.Tx, act pending.Act) (*pending.View, error) {
	row, err := pending.Begin(ctx, s.store, tx, act)
	if err != nil || row == nil {
		return nil, err
	}
	return s.view(ctx, row)
}

// gainer is somebody who would see more: a person, an account of nobody, or both.
type gainer struct{ person, account int64 }

// relocation is a unit with the levels of the unit under which it is moved.
type relocation struct {
	unit *ent.Unit
	to   authz.Levels
}

// gainersByMove are those who hold an office, or will, on a unit that stands above a new place and not
// above the old one, and those who hold a post in a bureau that the units leave undivided.
func (s *Service) gainersByMove(ctx context.Context, client *ent.Client, moves ...relocation) ([]gainer, error) {
	var fresh []int64
	var leaving []*ent.Unit
	for _, m := range moves {
		leaving = append(leaving, m.unit)
		old := LevelsOf(m.unit)
		for _, id := range m.to {
			if id != 0 && !slices.Contains(old[:], id) {
				fresh = append(fresh, id)
			}
		}
	}
	slices.Sort(fresh)
	fresh = slices.Compact(fresh)
	out, err := s.gainersByLeaving(ctx, client, leaving...)
	if err != nil || len(fresh) == 0 {
		return out, err
	}
	sys, today := viewer.System(ctx), s.store.Today()
	people, err := client.Portfolio.Query().Where(portfolio.UnitIDIn(fresh...), office.NotOver(today)).All(sys)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		out = append(out, gainer{person: p.PersonID})
	}
	posts, err := client.Appointment.Query().Where(appointment.UnitIDIn(fresh...), office.NotOver(today)).All(sys)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		out = append(out, gainer{person: p.PersonID})
	}
	roles, err := client.RoleAppointment.Query().Where(roleappointment.UnitIDIn(fresh...), office.NotOver(today)).WithAccount().All(sys)
	if err != nil {
		return nil, err
	}
	for _, r := range roles {
		g := gainer{account: r.AccountID}
		if a := r.Edges.Account; a != nil && a.PersonID != nil {
			g.person = *a.PersonID
		}
		out = append(out, g)
	}
	return out, nil
}

// carryMove moves the unit of an act.
func (s *Service) carryMove(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	t, err := pending.Load[transfer](a)
	if err != nil {
		return 0, err
	}
	return t.Unit, s.transfer(ctx, tx, t, authz.Action(a.ByRight))
}

// transfer moves a unit by a right, if it still can be moved.
func (s *Service) transfer(ctx context.Context, tx *ent.Tx, t transfer, right authz.Action) error {
	u, err := s.lockSubtree(ctx, tx, t.Unit, "id")
	if err != nil {
		return err
	}
	if t.Parent != nil && u.ParentID != nil && *u.ParentID == *t.Parent {
		return fault.New(fault.Conflict, "MOVED_ALREADY", "id", "该单位已在新的上级之下", "The unit stands there already")
	}
	to, err := s.newPlace(ctx, tx, u, t.Parent)
	if err != nil {
		return err
	}
	_, err = s.move(ctx, tx, u, t.Parent, to, right)
	return err
}
