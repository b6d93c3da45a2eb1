package review

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/delegation"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// Delegate is the input of Service.Delegate.
type Delegate struct {
	// PersonID is the person who is away; nil for the viewer.
	PersonID *int64
	DeputyID int64
	From, To time.Time
	Reason   string
}

// Delegate lets another person sign for somebody while they are away: for the viewer, or for a
// person whose appointments the viewer administers. A deputy cannot delegate further.
func (s *Service) Delegate(ctx context.Context, in Delegate) (*ent.Delegation, error) {
	reason := strings.TrimSpace(in.Reason)
	var bad fault.List
	bad.Add(org.Length("reason", reason, 1, 500, "委托理由", "The reason"))
	if in.To.Before(in.From) {
		bad.Add(fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first"))
	} else if in.To.Before(s.store.Today()) {
		bad.Add(fault.Bad("to", "IN_THE_PAST", "委托的结束日期不能早于今天", "A delegation must not be over already"))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	whom := in.PersonID
	if whom == nil && v.PersonID != 0 {
		whom = &v.PersonID
	}
	if whom == nil {
		return nil, fault.Bad("personId", "REQUIRED", "您的账号未关联人员,请选择委托人", "Your account belongs to no person: say who is away")
	}
	if *whom == in.DeputyID {
		return nil, fault.Bad("deputyId", "DEPUTY_OF_SELF", "不能委托给本人", "Nobody signs for themself")
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionDelegate, Right: authz.EditPeople, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.Delegation, error) {
		sys := everywhere(ctx)
		see := ctx
		if *whom == v.PersonID {
			see = sys
		}
		p, err := tx.Person.Get(see, *whom)
		if err != nil {
			return nil, store.OrMissing(err, "personId", "人员", "person")
		}
		if p.ID != v.PersonID {
			if err := authz.Check(ctx, authz.EditPeople, p.Levels()); err != nil {
				return nil, err
			}
		}
		deputy, err := tx.Person.Get(ctx, in.DeputyID)
		if err != nil {
			return nil, store.OrMissing(err, "deputyId", "受托人", "deputy")
		}
		overlaps, err := tx.Delegation.Query().Where(delegation.PersonID(p.ID), office.Overlap(in.From, &in.To)).Exist(sys)
		if err != nil {
			return nil, err
		}
		if overlaps {
			return nil, fault.New(fault.Conflict, "DELEGATED_ALREADY", "from", "该时段已有委托,请先结束原委托", "Somebody signs for them on some of these days already; end that first")
		}
		now := s.store.Now()
		d, err := tx.Delegation.Create().SetPersonID(p.ID).SetDeputyID(in.DeputyID).SetFromDay(in.From).SetToDay(in.To).SetReason(reason).
			SetUnitID(p.UnitID).SetLevels(p.Levels()).
			SetCreatedAt(now).SetUpdatedAt(now).Save(sys)
		if err == nil {
			d.Edges.Person, d.Edges.Deputy = p, deputy
		}
		return d, err
	})
}

// EndDelegation ends a delegation at once. It may be ended by its giver, its deputy, or an
// administrator of the giver's appointments.
func (s *Service) EndDelegation(ctx context.Context, id int64, expectedVersion int) (*ent.Delegation, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionEndDelegation, Right: authz.EditPeople}, func(ctx context.Context, tx *ent.Tx) (*ent.Delegation, error) {
		sys, v := everywhere(ctx), viewer.FromContext(ctx)
		d, err := tx.Delegation.Get(sys, id)
		if err != nil {
			return nil, store.OrMissing(err, "delegationId", "委托", "delegation")
		}
		if !ofDelegation(v, d) {
			if _, err := tx.Delegation.Get(ctx, id); err != nil {
				return nil, store.OrMissing(err, "delegationId", "委托", "delegation")
			}
			if err := authz.Check(ctx, authz.EditPeople, d.Levels()); err != nil {
				return nil, err
			}
		}
		today := s.store.Today()
		if d.ToDay != nil && d.ToDay.Before(today) {
			return nil, fault.New(fault.InvalidTransition, "ENDED_ALREADY", "delegationId", "该委托已经结束", "The delegation is over already")
		}
		now, yesterday := s.store.Now(), today.AddDate(0, 0, -1)
		out, err := tx.Delegation.UpdateOne(d).Where(delegation.Version(expectedVersion)).AddVersion(1).
			SetToDay(yesterday).SetEnds(office.DelegationTerm(d).Ending(yesterday, now)).SetUpdatedAt(now).Save(sys)
		return out, org.Stale(err)
	})
}

// ofDelegation reports whether the viewer is the giver or the deputy of a delegation.
func ofDelegation(v *viewer.Viewer, d *ent.Delegation) bool {
	return v.PersonID != 0 && (v.PersonID == d.PersonID || v.PersonID == d.DeputyID)
}

// MayEnd reports whether the viewer may end a delegation.
func (s *Service) MayEnd(ctx context.Context, d *ent.Delegation) bool {
	v := viewer.FromContext(ctx)
	over := d.ToDay != nil && d.ToDay.Before(s.store.Today())
	return !over && (ofDelegation(v, d) || authz.May(v, authz.EditPeople, d.Levels()))
}

// Delegations lists present and future delegations: of a unit and those below it, or, without
// a unit, those of which the viewer is the giver or the deputy.
func (s *Service) Delegations(ctx context.Context, unitID *int64, page store.Page) (*store.Slice[*ent.Delegation], error) {
	today := s.store.Today()
	q := s.store.Reader(ctx).Delegation.Query().Where(office.NotOver(today))
	if unitID == nil {
		me := viewer.FromContext(ctx).PersonID
		q.Where(delegation.Or(delegation.PersonID(me), delegation.DeputyID(me)))
		ctx = everywhere(ctx)
	} else {
		if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
			return nil, err
		}
		if err := org.Within(ctx, s.store, q, unitID, nil); err != nil {
			return nil, err
		}
	}
	return store.List(ctx, q, page, func(d *ent.Delegation) int64 { return d.ID },
		[]store.Key[*ent.Delegation]{store.Asc("from_day", func(d *ent.Delegation) any { return d.FromDay })},
		func(q *ent.DelegationQuery) { q.WithPerson().WithDeputy() })
}
