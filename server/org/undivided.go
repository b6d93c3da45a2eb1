package org

import (
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
	"sineng/server/store"
)

// A post in a bureau that is divided gives no role; in one that is not, it makes its holder STAFF of
// the bureau. Whatever leaves a bureau undivided gives its holders of posts sight, and whatever turns
// a divided bureau into a department likewise.

// gainersByLeaving are who holds a post, or will, in the bureaus that units leave undivided by being
// closed or moved away together.
func (s *Service) gainersByLeaving(ctx context.Context, client *ent.Client, leaving ...*ent.Unit) ([]gainer, error) {
	fewer := map[int64]int{} // open units, by the unit above
	for _, u := range leaving {
		if u.ParentID != nil && u.ClosedOn == nil {
			fewer[*u.ParentID]++
		}
	}
	sys := viewer.System(ctx)
	var undivided []int64
	for part := range slices.Chunk(slices.Sorted(maps.Keys(fewer)), unitBatch) {
		q := client.Unit.Query().Where(unit.IDIn(part...), unit.KindEQ(term.UnitKindBureau)).Order(unit.ByID())
		if s.store.Dialect() == dialect.MySQL && ent.TxFromContext(ctx) != nil { // two that leave at once are counted one after the other
			q.ForUpdate()
		}
		above, err := q.All(sys)
		if err != nil {
			return nil, err
		}
		for _, u := range above {
			if u.ChildCount <= fewer[u.ID] {
				undivided = append(undivided, u.ID)
			}
		}
	}
	if len(undivided) == 0 {
		return nil, nil
	}
	held, err := client.Appointment.Query().Where(appointment.UnitIDIn(undivided...), office.NotOver(s.store.Today())).All(sys)
	out := make([]gainer, len(held))
	for i, a := range held {
		out[i] = gainer{person: a.PersonID}
	}
	return out, err
}

// closing is the payload of the closing of a unit.
type closing struct {
	Unit int64     `json:"unit"`
	On   time.Time `json:"on"`
}

// CloseUnit closes a unit; the day given is the first on which it no longer exists. Where it is the
// last below a bureau whose posts are held, it waits for a second person: their holders become STAFF of
// the bureau by it.
func (s *Service) CloseUnit(ctx context.Context, id int64, expectedVersion int, on time.Time) (*Reorganised, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Reorganised, error) {
		u, err := s.closable(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		if u.Version != expectedVersion {
			return nil, fault.Stale()
		}
		if act, err := s.waitClosing(ctx, tx, u, on); err != nil || act != nil {
			return &Reorganised{u, act}, err
		}
		out, err := s.closeUnit(ctx, tx, u, on, authz.EditOrganisation)
		return &Reorganised{Unit: out}, err
	})
}

// closable loads a unit that can be closed, its subtree locked.
func (s *Service) closable(ctx context.Context, tx *ent.Tx, id int64) (*ent.Unit, error) {
	u, err := s.lockSubtree(ctx, tx, id, "id")
	switch {
	case err != nil:
		return nil, err
	case u.ClosedOn != nil:
		return nil, fault.New(fault.InvalidTransition, "UNIT_CLOSED", "id", "该单位已撤销", "This unit is closed already")
	case u.ChildCount > 0:
		return nil, fault.New(fault.InvalidTransition, "HAS_OPEN_CHILDREN", "id",
			"请先撤销或移走下级单位", "Close or move the units below it first")
	}
	return u, nil
}

func (s *Service) waitClosing(ctx context.Context, tx *ent.Tx, u *ent.Unit, on time.Time) (*pending.View, error) {
	if !pending.Waits(ctx) {
		return nil, nil
	}
	gain, err := s.gainersByLeaving(ctx, tx.Client(), u)
	if err != nil || len(gain) == 0 {
		return nil, err
	}
	return s.waitUnit(ctx, tx, pending.Act{Kind: term.ActKindCloseUnit, Object: u.ID, Unit: u.ParentID, At: parentLevels(u), Right: authz.ConfirmGrants,
		Payload: closing{u.ID, on}, Words: map[string]string{"unit": u.Name, "from": on.Format(time.DateOnly)}})
}

// parentLevels are the levels of the unit above one.
func parentLevels(u *ent.Unit) authz.Levels {
	at := LevelsOf(u)
	at[u.Level-1] = 0
	return at
}

// carryClosing closes the unit of an act.
func (s *Service) carryClosing(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	c, err := pending.Load[closing](a)
	if err != nil {
		return 0, err
	}
	u, err := s.closable(ctx, tx, c.Unit)
	if err != nil {
		return 0, err
	}
	_, err = s.closeUnit(ctx, tx, u, c.On, authz.Action(a.ByRight))
	return u.ID, err
}

// closeUnit closes a unit by a right.
func (s *Service) closeUnit(ctx context.Context, tx *ent.Tx, u *ent.Unit, on time.Time, right authz.Action) (*ent.Unit, error) {
	if u.ParentID != nil {
		if err := tx.Unit.Update().Where(unit.ID(*u.ParentID)).AddChildCount(-1).Exec(everywhere(ctx)); err != nil {
			return nil, err
		}
	}
	out, err := tx.Unit.UpdateOne(u).AddVersion(1).SetClosedOn(on).SetUpdatedAt(s.store.Now()).Save(ctx)
	if err != nil {
		return nil, err
	}
	return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionCloseUnit, Right: right, Object: out.ID, At: LevelsOf(out)})
}

// whoGainsByUnit are the people who would see more by the move or closing of an act's unit.
func (s *Service) whoGainsByUnit(ctx context.Context, client *ent.Client, a *ent.PendingAct) ([]int64, error) {
	if a.Status != term.ActStatusPending {
		return nil, nil
	}
	u, err := client.Unit.Query().Where(unit.ID(a.ObjectID)).Only(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	var all []gainer
	if a.Kind == term.ActKindMoveUnit {
		all, err = s.gainersByMove(ctx, client, relocation{u, a.Levels()})
	} else {
		all, err = s.gainersByLeaving(ctx, client, u)
	}
	return peopleOf(all), err
}

func peopleOf(all []gainer) (out []int64) {
	for _, g := range all {
		if g.person != 0 {
			out = append(out, g.person)
		}
	}
	return out
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
