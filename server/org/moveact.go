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

// waitMove makes a move wait where somebody would see the unit by it who did not before; nil where
// it is to be done at once.
func (s *Service) waitMove(ctx context.Context, tx *ent.Tx, u *ent.Unit, parent *int64, to authz.Levels) (*pending.View, error) {
	if !pending.Waits(ctx) || parent == nil {
		return nil, nil
	}
	gains, err := s.gainsByMove(ctx, tx, u, to)
	if err != nil || !gains {
		return nil, err
	}
	above, err := tx.Unit.Get(viewer.System(ctx), *parent)
	if err != nil {
		return nil, err
	}
	if g := gathering(ctx); g != nil {
		g.move(u, above)
		return &pending.View{PendingAct: &ent.PendingAct{}}, nil
	}
	row, err := pending.Begin(ctx, s.store, tx, pending.Act{Kind: term.ActKindMoveUnit, Object: u.ID, Unit: parent, At: to, Right: authz.ConfirmGrants,
		Payload: transfer{u.ID, parent}, Words: map[string]string{"unit": u.Name, "parent": above.Name}})
	if err != nil || row == nil {
		return nil, err
	}
	return s.view(ctx, row)
}

// gainsByMove reports whether somebody holds an office, or will, on a unit that stands above the new
// place and not above the old one.
func (s *Service) gainsByMove(ctx context.Context, tx *ent.Tx, u *ent.Unit, to authz.Levels) (bool, error) {
	old := LevelsOf(u)
	var fresh []int64
	for _, id := range to {
		if id != 0 && !slices.Contains(old[:], id) {
			fresh = append(fresh, id)
		}
	}
	if len(fresh) == 0 {
		return false, nil
	}
	sys, today := viewer.System(ctx), s.store.Today()
	for _, held := range []func() (bool, error){
		func() (bool, error) {
			return tx.Portfolio.Query().Where(portfolio.UnitIDIn(fresh...), office.NotOver(today)).Exist(sys)
		},
		func() (bool, error) {
			return tx.Appointment.Query().Where(appointment.UnitIDIn(fresh...), office.NotOver(today)).Exist(sys)
		},
		func() (bool, error) {
			return tx.RoleAppointment.Query().Where(roleappointment.UnitIDIn(fresh...), office.NotOver(today)).Exist(sys)
		},
	} {
		if yes, err := held(); err != nil || yes {
			return yes, err
		}
	}
	return false, nil
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

// postsSeeNoMore refuses to turn a bureau with units below it into a department while somebody holds
// a post in it: they would see all that stands below without anybody's word.
func (s *Service) postsSeeNoMore(ctx context.Context, tx *ent.Tx, u *ent.Unit, kind term.UnitKind) error {
	if !pending.Waits(ctx) || u.Kind != term.UnitKindBureau || kind != term.UnitKindDepartment || u.ChildCount == 0 {
		return nil
	}
	held, err := tx.Appointment.Query().Where(appointment.UnitID(u.ID), office.NotOver(s.store.Today())).Exist(viewer.System(ctx))
	if err == nil && held {
		err = fault.New(fault.InvalidTransition, "POSTS_WOULD_SEE_MORE", "kind", "该单位有下级且有人任职,改为部门后任职人员将可查看全部下级;请先免去任职或移走下级",
			"The unit has units below it and holders of posts, who would see all of them if it were a department; relieve them or move the units first")
	}
	return err
}
