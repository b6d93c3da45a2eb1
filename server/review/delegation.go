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
	"sineng/server/pending"
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

// Delegated is a delegation that holds, or that waits for the word of whoever is represented.
type Delegated struct {
	*ent.Delegation
	// Act is the act where it waits. The delegation is then what it will be, and no row yet.
	Act *pending.View
}

// Unwrap frees the delegation from the transaction that made it.
func (d *Delegated) Unwrap() *Delegated {
	if d.Act != nil {
		return d
	}
	return &Delegated{Delegation: d.Delegation.Unwrap()}
}

// Delegate lets another person sign for somebody while they are away: for the viewer, or for a
// person whose appointments the viewer administers. A deputy cannot delegate further. One for
// somebody else waits for the word of whoever is represented, or of those who stand above them,
// never of the deputy.
func (s *Service) Delegate(ctx context.Context, in Delegate) (*Delegated, error) {
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
	in.PersonID, in.Reason = whom, reason
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Delegated, error) {
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
		if err := s.delegable(ctx, tx, in); err != nil {
			return nil, err
		}
		if p.ID != v.PersonID {
			act, err := s.waitDelegation(ctx, tx, in, p, deputy)
			if err != nil {
				return nil, err
			}
			if act != nil {
				d := &ent.Delegation{ID: act.ID, PersonID: p.ID, DeputyID: deputy.ID, FromDay: in.From, ToDay: &in.To, Reason: reason, UnitID: p.UnitID, Version: 1}
				d.Edges.Person, d.Edges.Deputy = p, deputy
				return &Delegated{d, act}, nil
			}
		}
		d, err := s.delegate(ctx, tx, in, p, authz.EditPeople)
		if err != nil {
			return nil, err
		}
		d.Edges.Person, d.Edges.Deputy = p, deputy
		return &Delegated{Delegation: d}, nil
	})
}

// delegable refuses a delegation on days on which somebody signs for the person already.
func (s *Service) delegable(ctx context.Context, tx *ent.Tx, in Delegate) error {
	overlaps, err := tx.Delegation.Query().Where(delegation.PersonID(*in.PersonID), office.Overlap(in.From, &in.To)).Exist(everywhere(ctx))
	if err == nil && overlaps {
		err = fault.New(fault.Conflict, "DELEGATED_ALREADY", "from", "该时段已有委托,请先结束原委托", "Somebody signs for them on some of these days already; end that first")
	}
	return err
}

// delegate writes a delegation by a right.
func (s *Service) delegate(ctx context.Context, tx *ent.Tx, in Delegate, p *ent.Person, right authz.Action) (*ent.Delegation, error) {
	now := s.store.Now()
	d, err := tx.Delegation.Create().SetPersonID(p.ID).SetDeputyID(in.DeputyID).SetFromDay(in.From).SetToDay(in.To).SetReason(in.Reason).
		SetUnitID(p.UnitID).SetLevels(p.Levels()).SetCreatedAt(now).SetUpdatedAt(now).Save(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	return d, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionDelegate, Right: right, Object: d.ID, At: p.Levels(), Reason: in.Reason})
}

// Acts are the acts of the review that wait for a second person.
func (s *Service) Acts() []pending.Kind {
	return []pending.Kind{{Kind: term.ActKindDelegate, Carry: s.carryDelegation}}
}

// waitDelegation makes a delegation wait for the word of whoever is represented; nil where it is to
// hold at once.
func (s *Service) waitDelegation(ctx context.Context, tx *ent.Tx, in Delegate, p, deputy *ent.Person) (*pending.View, error) {
	act, err := pending.Begin(ctx, s.store, tx, pending.Act{Kind: term.ActKindDelegate, Object: p.ID, Unit: &p.UnitID, At: p.Levels(), Person: deputy.ID,
		WordOf: p.ID, Right: authz.ConfirmGrants, Payload: in, Reason: in.Reason, Words: map[string]string{"represented": p.Name, "person": deputy.Name,
			"from": in.From.Format(time.DateOnly), "to": in.To.Format(time.DateOnly)}})
	if err != nil || act == nil {
		return nil, err
	}
	views, err := pending.Views(ctx, s.store, pending.KindsOf(s.Acts()...), act)
	if err != nil {
		return nil, err
	}
	return views[0], nil
}

// carryDelegation makes the delegation of an act, if it still can be made.
func (s *Service) carryDelegation(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (int64, error) {
	in, err := pending.Load[Delegate](a)
	if err != nil {
		return 0, err
	}
	if in.To.Before(s.store.Today()) {
		return 0, fault.New(fault.InvalidTransition, "OVER_ALREADY", "actId", "该委托的期限已过,请撤回或驳回", "The delegation is over by now; withdraw or decline it")
	}
	p, err := tx.Person.Get(ctx, *in.PersonID)
	if err != nil {
		return 0, store.OrMissing(err, "personId", "人员", "person")
	}
	if err := s.delegable(ctx, tx, in); err != nil {
		return 0, err
	}
	d, err := s.delegate(ctx, tx, in, p, authz.Action(a.ByRight))
	if err != nil {
		return 0, err
	}
	return d.ID, nil
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
