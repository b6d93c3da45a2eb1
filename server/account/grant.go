package account

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/roleappointment"
	"sineng/ent/rule"
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

// Grant gives a role on a unit's subtree, or on the whole system when unit is nil. Any role but that of
// STAFF in a single department is PENDING until a second person confirms it; see package pending.
func (s *Service) Grant(ctx context.Context, accountID int64, role term.Role, unitID *int64, from time.Time, to *time.Time, reason string) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	holder, err := s.store.Reader(ctx).Account.Get(ctx, accountID)
	if err != nil {
		return nil, store.OrMissing(err, "accountId", "账号", "account")
	}
	if !v.System && isSelf(v, holder) {
		return nil, fault.New(fault.Forbidden, "OWN_ROLE", "accountId", "不能给自己授予角色", "Nobody grants a role to themself")
	}
	u, err := s.mayOn(ctx, authz.GrantRoles, unitID, "unitId")
	if err != nil {
		return nil, err
	}
	if to != nil && to.Before(from) {
		return nil, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
	}
	if bad := validateReason(reason); bad != nil {
		return nil, bad
	}
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		// Serialises concurrent grants to one account, so that each sees the other.
		if _, err := s.lockAccount(ctx, tx, accountID); err != nil {
			return nil, err
		}
		waits, err := s.grantWaits(ctx, tx, holder, role, u, from)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.RoleAppointment.Create().SetAccountID(accountID).SetRole(role).SetNillableUnitID(unitID).SetReason(reason).
			SetFromDay(from).SetNillableToDay(to).SetCreatedAt(now).SetUpdatedAt(now)
		action := grantRole
		if waits {
			action = proposeRole
		}
		status, err := nextGrant("", action)
		if err != nil {
			return nil, err
		}
		enterGrant(create.Mutation(), status)
		if v.AccountID != 0 {
			create.SetGrantedBy(v.AccountID)
		}
		var r *ent.RoleAppointment
		err = inOrder(
			func() error { return s.excluded(ctx, tx, holder, role, from, to, 0) },
			func() (err error) { r, err = create.Save(ctx); return err },
			func() error {
				return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionGrantRole, Right: authz.GrantRoles, Object: r.ID, At: levelsAt(u), Reason: reason})
			},
			func() error {
				if waits {
					r, err = s.propose(ctx, tx, r, u, holder)
					return err
				}
				return endSessions(ctx, tx, accountID)
			})
		return r, err
	})
}

// grantWaits tells whether a grant waits for a second person: any but that of STAFF in a single
// department, to somebody who is STAFF nowhere else.
func (s *Service) grantWaits(ctx context.Context, tx *ent.Tx, holder *ent.Account, role term.Role, u *ent.Unit, from time.Time) (bool, error) {
	if !pending.Waits(ctx) {
		return false, nil
	}
	if !office.Single(role, u) {
		return true, nil
	}
	var owner int64
	if holder.PersonID != nil {
		owner = *holder.PersonID
	}
	all, err := office.Departments(ctx, tx.Client(), holder.ID, owner, from, s.store.Now())
	return slices.ContainsFunc(all, func(id int64) bool { return id != u.ID }), err
}

// propose makes a grant wait for its second person, or puts it into force where there is none.
func (s *Service) propose(ctx context.Context, tx *ent.Tx, r *ent.RoleAppointment, u *ent.Unit, holder *ent.Account) (*ent.RoleAppointment, error) {
	act, err := s.grantAct(ctx, r, u, holder)
	if err != nil {
		return nil, err
	}
	waiting, err := pending.Begin(ctx, s.store, tx, act)
	if err != nil || waiting != nil {
		return r, err
	}
	return s.enforce(ctx, tx, r, "")
}

// grantAct describes a granted role that waits.
func (s *Service) grantAct(ctx context.Context, r *ent.RoleAppointment, u *ent.Unit, holder *ent.Account) (pending.Act, error) {
	name, err := s.calledOf(ctx, holder)
	if err != nil {
		return pending.Act{}, err
	}
	words := map[string]string{"login": holder.LoginName, "person": name, "role": string(r.Role), "from": r.FromDay.Format(time.DateOnly)}
	if u != nil {
		words["unit"] = u.Name
	}
	if r.ToDay != nil {
		words["to"] = r.ToDay.Format(time.DateOnly)
	}
	act := pending.Act{Kind: term.ActKindGrantRole, Object: r.ID, Unit: r.UnitID, At: levelsAt(u), Account: holder.ID,
		Right: authz.ConfirmGrants, Words: words, Reason: r.Reason}
	if holder.PersonID != nil {
		act.Person = *holder.PersonID
	}
	return act, nil
}

// enforce puts a pending grant into force and ends the account's sessions.
func (s *Service) enforce(ctx context.Context, tx *ent.Tx, r *ent.RoleAppointment, reason string) (*ent.RoleAppointment, error) {
	holder, err := s.lockAccount(ctx, tx, r.AccountID)
	if err != nil {
		return nil, err
	}
	if err := s.excluded(ctx, tx, holder, r.Role, r.FromDay, r.ToDay, r.ID); err != nil {
		return nil, err
	}
	if err := endSessions(ctx, tx, r.AccountID); err != nil {
		return nil, err
	}
	return s.decideGrant(ctx, tx, r, confirmRole, reason)
}

// decideGrant enters what was decided of a pending grant.
func (s *Service) decideGrant(ctx context.Context, tx *ent.Tx, r *ent.RoleAppointment, action grantAction, reason string) (*ent.RoleAppointment, error) {
	to, err := nextGrant(r.Status, action)
	if err != nil {
		return nil, err
	}
	now := s.store.Now()
	update := tx.RoleAppointment.UpdateOneID(r.ID).SetConfirmedAt(now).SetUpdatedAt(now).AddVersion(1)
	enterGrant(update.Mutation(), to)
	if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
		update.SetConfirmedBy(v.AccountID)
	}
	if r, err = update.Save(ctx); err != nil {
		return nil, err
	}
	at, err := levelsOfUnit(ctx, tx.Client(), r.UnitID)
	if err != nil {
		return nil, err
	}
	entry := term.AuditActionConfirmGrant
	if action == declineRole {
		entry = term.AuditActionDeclineGrant
	}
	return r, audit.Append(ctx, s.store, audit.Event{Action: entry, Right: authz.ConfirmGrants, Object: r.ID, At: at, Reason: reason})
}

// Confirm puts a pending grant into force and ends the account's sessions.
func (s *Service) Confirm(ctx context.Context, id int64) (*ent.RoleAppointment, error) {
	return s.decide(ctx, id, func(ctx context.Context, act int64) error {
		_, err := pending.Confirm(ctx, s.store, s.kinds(), act)
		return err
	})
}

// Decline refuses a pending grant. The granter withdraws their own grant in this way.
func (s *Service) Decline(ctx context.Context, id int64, reason string) (*ent.RoleAppointment, error) {
	if bad := validateReason(reason); bad != nil {
		return nil, bad
	}
	return s.decide(ctx, id, func(ctx context.Context, act int64) error {
		_, err := pending.Decline(ctx, s.store, s.kinds(), act, reason)
		if reasonOf(err) == "NOT_SECOND_PERSON" {
			_, err = pending.Withdraw(ctx, s.store, s.kinds(), act)
		}
		return err
	})
}

// decide decides the act that stands beside a pending grant.
func (s *Service) decide(ctx context.Context, id int64, do func(ctx context.Context, act int64) error) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.ConfirmGrants); err != nil {
		return nil, err
	}
	r, err := s.store.Reader(ctx).RoleAppointment.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "roleAppointmentId", "授权", "role appointment")
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		act, err := pending.Waiting(ctx, tx.Client(), term.ActKindGrantRole, r.ID)
		if err != nil {
			return nil, err
		}
		if act == nil {
			return nil, fault.New(fault.InvalidTransition, "NOT_PENDING", "roleAppointmentId", "该授权不在待确认状态", "The grant does not wait for a confirmation")
		}
		if err := do(ctx, act.ID); err != nil {
			return nil, onField(err, "actId", "roleAppointmentId")
		}
		return tx.RoleAppointment.Get(viewer.System(ctx), id)
	})
}

// levelsAt are the levels of a unit, none for the whole system.
func levelsAt(u *ent.Unit) authz.Levels {
	if u == nil {
		return authz.Levels{}
	}
	return u.Levels()
}

func levelsOfUnit(ctx context.Context, client *ent.Client, id *int64) (authz.Levels, error) {
	if id == nil {
		return authz.Levels{}, nil
	}
	u, err := client.Unit.Get(ctx, *id)
	if err != nil {
		return authz.Levels{}, err
	}
	return u.Levels(), nil
}

// mayOn checks the viewer's right to act on roles on a unit, or on the whole system when unit
// is nil, and returns the unit.
func (s *Service) mayOn(ctx context.Context, action authz.Action, unitID *int64, field string) (*ent.Unit, error) {
	if unitID == nil {
		return nil, authz.CheckEverywhere(ctx, action)
	}
	u, err := s.store.Reader(ctx).Unit.Get(ctx, *unitID)
	if err != nil {
		return nil, store.OrMissing(err, field, "单位", "unit")
	}
	return u, authz.Check(ctx, action, u.Levels())
}

// excluded refuses a role that is incompatible with the roles that its holder has, or will
// have, at any time of its term. The appointment with the id except is ignored.
func (s *Service) excluded(ctx context.Context, tx *ent.Tx, holder *ent.Account, role term.Role, from time.Time, to *time.Time, except int64) error {
	same := account.ID(holder.ID)
	if holder.PersonID != nil {
		same = account.Or(same, account.PersonID(*holder.PersonID))
	}
	others, err := tx.RoleAppointment.Query().Where(roleappointment.IDNEQ(except), roleappointment.StatusNEQ(term.GrantStatusDeclined),
		roleappointment.HasAccountWith(same), office.Overlap(from, to)).All(ctx)
	if err != nil {
		return err
	}
	for _, other := range others {
		switch {
		case !office.Excludes(role, other.Role):
		case office.Administrator(role) && office.Administrator(other.Role):
			return fault.New(fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role",
				"系统管理员、安全管理员、审计员不得由同一人担任", "One person may hold only one of the three administrators' roles")
		default:
			return fault.New(fault.Conflict, "ADMINISTRATOR_ALONE", "role",
				"三员角色不得与其他角色同时授予同一人", "An administrator's role is held beside no other")
		}
	}
	return nil
}

// Revoke ends a role; the day given is its last. It ends the account's sessions.
func (s *Service) Revoke(ctx context.Context, id int64, to time.Time, reason string) (*ent.RoleAppointment, error) {
	return s.End(ctx, id, &to, reason)
}

// RevokeNow ends a role at once, on whichever day it began: from this moment on it does not count.
func (s *Service) RevokeNow(ctx context.Context, id int64, reason string) (*ent.RoleAppointment, error) {
	return s.End(ctx, id, nil, reason)
}

// End ends a role on a day, or, without one, at once.
func (s *Service) End(ctx context.Context, id int64, to *time.Time, reason string) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	r, err := s.store.Reader(ctx).RoleAppointment.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "roleAppointmentId", "授权", "role appointment")
	}
	u, err := s.mayOn(ctx, authz.GrantRoles, r.UnitID, "roleAppointmentId")
	if err != nil {
		return nil, err
	}
	if bad := validateReason(reason); bad != nil {
		return nil, bad
	}
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		if _, err := s.lockAccount(ctx, tx, r.AccountID); err != nil {
			return nil, err
		}
		r, err := tx.RoleAppointment.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		if _, err := nextGrant(r.Status, revokeRole); err != nil {
			return nil, err
		}
		last, err := s.lastDay(r, to)
		if err != nil {
			return nil, err
		}
		if err := endSessions(ctx, tx, r.AccountID); err != nil {
			return nil, err
		}
		now := s.store.Now()
		update := tx.RoleAppointment.UpdateOneID(id).SetToDay(last).SetEnds(office.RoleTerm(r).Ending(last, now)).SetUpdatedAt(now).AddVersion(1)
		if to == nil {
			update.SetEndedAt(now)
		}
		if r, err = update.Save(ctx); err != nil {
			return nil, err
		}
		return r, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRevokeRole, Right: authz.GrantRoles, Object: id, At: levelsAt(u), Reason: reason})
	})
}

// lastDay is the last day of a role that is ended: the day given, or, at once, the day before today,
// which is before its first where it began today.
func (s *Service) lastDay(r *ent.RoleAppointment, to *time.Time) (time.Time, error) {
	over := fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该授权已经结束,不能延长", "The role has an end already and cannot be prolonged")
	if to == nil {
		yesterday := s.store.Today().AddDate(0, 0, -1)
		if r.ToDay != nil && !r.ToDay.After(yesterday) {
			return yesterday, over
		}
		return yesterday, nil
	}
	switch {
	case to.Before(r.FromDay):
		return *to, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期;如需立即结束,请不填日期",
			"The last day must not be before the first; leave it out to end the role at once")
	case r.ToDay != nil && to.After(*r.ToDay):
		return *to, over
	}
	return *to, nil
}

// confirmable matches granted roles on units where the viewer confirms grants.
var confirmable = rule.Through(roleappointment.FieldUnitID, unit.Table, unit.FieldID, rule.Scoped(func(v *viewer.Viewer) viewer.Scope {
	return authz.ScopeOf(v, authz.ConfirmGrants)
}))

// PendingGrants lists the pending grants that the viewer may confirm, the oldest first.
func (s *Service) PendingGrants(ctx context.Context, page store.Page, with func(*ent.RoleAppointmentQuery)) (*store.Slice[*ent.RoleAppointment], error) {
	if err := authz.CheckAnywhere(ctx, authz.ConfirmGrants); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).RoleAppointment.Query().Where(roleappointment.StatusEQ(term.GrantStatusPending))
	if there := confirmable.For(viewer.FromContext(ctx)); there != nil {
		q.Where(there)
	}
	return store.List(ctx, q, page, func(r *ent.RoleAppointment) int64 { return r.ID }, []store.Key[*ent.RoleAppointment]{
		store.Asc(roleappointment.FieldCreatedAt, func(r *ent.RoleAppointment) any { return r.CreatedAt })}, with)
}

// MayDecide says what the viewer may do with a pending grant.
type MayDecide struct{ Confirm, Decline bool }

// MayDecide returns, by id, what the viewer may do with each grant now.
func (s *Service) MayDecide(ctx context.Context, ids []int64) (map[int64]MayDecide, error) {
	out := make(map[int64]MayDecide, len(ids))
	for _, id := range ids {
		out[id] = MayDecide{}
	}
	v := viewer.FromContext(ctx)
	if v == nil || authz.ScopeOf(v, authz.ConfirmGrants).Empty() {
		return out, nil
	}
	acts, err := pending.On(ctx, s.store, s.kinds(), term.ActKindGrantRole, ids...)
	for id, a := range acts {
		out[id] = MayDecide{Confirm: a.MayConfirm, Decline: a.MayDecline || a.MayWithdraw}
	}
	return out, err
}
