package account

import (
	"context"
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
	"sineng/server/store"
)

// Grant gives a role on a unit's subtree, or on the whole system when unit is nil. A role that
// gives power over others is PENDING until a second person confirms it, unless the operator of
// the server grants it.
func (s *Service) Grant(ctx context.Context, accountID int64, role term.Role, unitID *int64, from time.Time, to *time.Time, reason string) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	holder, err := s.store.Reader(ctx).Account.Get(ctx, accountID)
	if err != nil {
		return nil, store.OrMissing(err, "accountId", "账号", "account")
	}
	status, err := nextGrant("", grantRole, grantCapacityOf(v, holder, nil), powerless(role))
	if err != nil {
		return nil, err
	}
	at, err := s.mayOn(ctx, authz.GrantRoles, unitID, "unitId")
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
		now := s.store.Now()
		create := tx.RoleAppointment.Create().SetAccountID(accountID).SetRole(role).SetNillableUnitID(unitID).SetReason(reason).
			SetFromDay(from).SetNillableToDay(to).SetCreatedAt(now).SetUpdatedAt(now)
		enterGrant(create.Mutation(), status)
		if v.AccountID != 0 {
			create.SetGrantedBy(v.AccountID)
		}
		var r *ent.RoleAppointment
		err := inOrder(
			func() error { return s.excluded(ctx, tx, holder, role, from, to, 0) },
			func() (err error) { r, err = create.Save(ctx); return err },
			func() error {
				if status == term.GrantStatusActive {
					return endSessions(ctx, tx, accountID)
				}
				return nil
			},
			func() error {
				return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionGrantRole, Right: authz.GrantRoles, Object: r.ID, At: at, Reason: reason})
			})
		return r, err
	})
}

// Confirm puts a pending grant into force and ends the account's sessions.
func (s *Service) Confirm(ctx context.Context, id int64) (*ent.RoleAppointment, error) {
	return s.decide(ctx, id, decision{action: confirmRole, entry: term.AuditActionConfirmGrant})
}

// Decline refuses a pending grant. The granter may withdraw their own grant in this way.
func (s *Service) Decline(ctx context.Context, id int64, reason string) (*ent.RoleAppointment, error) {
	if bad := validateReason(reason); bad != nil {
		return nil, bad
	}
	return s.decide(ctx, id, decision{action: declineRole, entry: term.AuditActionDeclineGrant, reason: reason})
}

// decision is the input of Confirm and Decline.
type decision struct {
	action grantAction
	entry  term.AuditAction
	reason string
}

func (s *Service) decide(ctx context.Context, id int64, d decision) (*ent.RoleAppointment, error) {
	if err := authz.CheckAnywhere(ctx, authz.ConfirmGrants); err != nil {
		return nil, err
	}
	r, err := s.store.Reader(ctx).RoleAppointment.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "roleAppointmentId", "授权", "role appointment")
	}
	at, err := s.mayOn(ctx, authz.ConfirmGrants, r.UnitID, "roleAppointmentId")
	if err != nil {
		return nil, err
	}
	v := viewer.FromContext(ctx)
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		holder, err := s.lockAccount(ctx, tx, r.AccountID)
		if err != nil {
			return nil, err
		}
		r, err := tx.RoleAppointment.Query().Where(roleappointment.ID(id)).WithAccount().WithGranter().Only(ctx)
		if err != nil {
			return nil, err
		}
		to, err := decided(v, r, d.action)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		update := tx.RoleAppointment.UpdateOneID(id).SetConfirmedAt(now).SetUpdatedAt(now).AddVersion(1)
		enterGrant(update.Mutation(), to)
		if v.AccountID != 0 {
			update.SetConfirmedBy(v.AccountID)
		}
		if to == term.GrantStatusActive {
			if err := s.excluded(ctx, tx, holder, r.Role, r.FromDay, r.ToDay, id); err != nil {
				return nil, err
			}
			if err := endSessions(ctx, tx, r.AccountID); err != nil {
				return nil, err
			}
		}
		if r, err = update.Save(ctx); err != nil {
			return nil, err
		}
		return r, audit.Append(ctx, s.store, audit.Event{Action: d.entry, Right: authz.ConfirmGrants, Object: id, At: at, Reason: d.reason})
	})
}

// decided is the status of a grant after the viewer, who holds the right on its unit, confirms
// or declines it. The account and the granter of the grant must be loaded.
func decided(v *viewer.Viewer, r *ent.RoleAppointment, action grantAction) (term.GrantStatus, error) {
	return nextGrant(r.Status, action, grantCapacityOf(v, r.Edges.Account, r.Edges.Granter), powerless(r.Role))
}

// mayDecide reports whether the viewer may confirm or decline a grant.
func mayDecide(v *viewer.Viewer, r *ent.RoleAppointment, action grantAction) bool {
	_, err := decided(v, r, action)
	return err == nil
}

// powerless reports whether a role gives no power over others, and so needs no second person.
func powerless(r term.Role) bool { return r == term.RoleStaff }

// mayOn checks the viewer's right to act on roles on a unit, or on the whole system when unit
// is nil, and returns the unit's levels.
func (s *Service) mayOn(ctx context.Context, action authz.Action, unitID *int64, field string) (at authz.Levels, err error) {
	if unitID == nil {
		return at, authz.CheckEverywhere(ctx, action)
	}
	u, err := s.store.Reader(ctx).Unit.Get(ctx, *unitID)
	if err != nil {
		return at, store.OrMissing(err, field, "单位", "unit")
	}
	at = u.Levels()
	return at, authz.Check(ctx, action, at)
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
	if err := authz.CheckAnywhere(ctx, authz.GrantRoles); err != nil {
		return nil, err
	}
	r, err := s.store.Reader(ctx).RoleAppointment.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "roleAppointmentId", "授权", "role appointment")
	}
	at, err := s.mayOn(ctx, authz.GrantRoles, r.UnitID, "roleAppointmentId")
	if err != nil {
		return nil, err
	}
	if bad := validateReason(reason); bad != nil {
		return nil, bad
	}
	v := viewer.FromContext(ctx)
	return store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RoleAppointment, error) {
		if _, err := s.lockAccount(ctx, tx, r.AccountID); err != nil {
			return nil, err
		}
		r, err := tx.RoleAppointment.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		if _, err := nextGrant(r.Status, revokeRole, grantCapacityOf(v, nil, nil), powerless(r.Role)); err != nil {
			return nil, err
		}
		switch {
		case to.Before(r.FromDay):
			return nil, fault.Bad("to", "ENDS_BEFORE_START", "结束日期不得早于开始日期", "The last day must not be before the first")
		case r.ToDay != nil && to.After(*r.ToDay):
			return nil, fault.New(fault.InvalidTransition, "ENDED_ALREADY", "to", "该授权已经结束,不能延长", "The role has an end already and cannot be prolonged")
		}
		if err := endSessions(ctx, tx, r.AccountID); err != nil {
			return nil, err
		}
		now := s.store.Now()
		if r, err = tx.RoleAppointment.UpdateOneID(id).SetToDay(to).SetEnds(office.RoleTerm(r).Ending(to, now)).SetUpdatedAt(now).AddVersion(1).Save(ctx); err != nil {
			return nil, err
		}
		return r, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRevokeRole, Right: authz.GrantRoles, Object: id, At: at, Reason: reason})
	})
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
	rows, err := s.store.Reader(ctx).RoleAppointment.Query().Where(roleappointment.IDIn(ids...), roleappointment.StatusEQ(term.GrantStatusPending)).
		WithAccount().WithGranter().WithUnit().All(viewer.System(ctx))
	for _, r := range rows {
		var at authz.Levels
		if u := r.Edges.Unit; u != nil {
			at = u.Levels()
		}
		if !authz.May(v, authz.ConfirmGrants, at) {
			continue
		}
		out[r.ID] = MayDecide{Confirm: mayDecide(v, r, confirmRole), Decline: mayDecide(v, r, declineRole)}
	}
	return out, err
}
