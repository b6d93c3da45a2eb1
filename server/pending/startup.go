package pending

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
)

// startUp tells whether an act with this right is begun, or waits, before the first principal leader
// has signed in as themself: two of the three administrators then confirm what gives power.
func startUp(ctx context.Context, client *ent.Client, right authz.Action) (bool, error) {
	if right != authz.ConfirmGrants {
		return false, nil
	}
	return remembered(ctx, func(m *memo) map[authz.Action]bool { return m.started }, right, func() (bool, error) {
		led, err := client.Account.Query().Where(account.LedAtNotNil()).Exist(viewer.System(ctx))
		return !led, err
	})
}

// administrators are the holders of the three administrators' roles over the whole system.
func administrators(ctx context.Context, client *ent.Client, today time.Time) ([]office.Holder, error) {
	if m := memoOf(ctx); m != nil && m.admins != nil {
		return slices.Clone(m.admins), nil
	}
	facts, err := office.Read(client, office.On(today)).Holding(ctx, authz.Levels{}, term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor)
	if err != nil {
		return nil, err
	}
	if err := withOwners(ctx, client, facts); err != nil {
		return nil, err
	}
	var out []office.Holder
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
		out = append(out, facts.Holders(role, 0)...)
	}
	if m := memoOf(ctx); m != nil {
		m.admins = slices.Clone(out)
	}
	return out, nil
}

// administers tells whether a viewer is an administrator of the whole system.
func administers(v *viewer.Viewer) bool {
	for _, g := range v.Grants {
		if office.Administrator(g.Role) && g.Scope.All {
			return true
		}
	}
	return false
}

// sameHand refuses the second confirmation of start-up by whoever gave the first, by any of their
// accounts.
func sameHand(v *viewer.Viewer, first *ent.Account) error {
	if first.ID == v.AccountID || first.PersonID != nil && *first.PersonID == v.PersonID {
		return fault.New(fault.Forbidden, "CONFIRMED_BY_YOU", "actId", "您已确认,还须另一名管理员确认", "You have confirmed it; another administrator must too")
	}
	return nil
}

// StartUp are the acts that wait for two of the three administrators, the oldest first; nil once
// start-up is over, and for whoever is none of the three.
func (s *Service) StartUp(ctx context.Context) (*Found, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 || !administers(v) {
		return nil, nil
	}
	starting, err := startUp(ctx, s.store.Reader(ctx), authz.ConfirmGrants)
	if err != nil || !starting {
		return nil, err
	}
	rows, err := s.store.Reader(ctx).PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), pendingact.ByRightIn(grantRights...)).
		Order(pendingact.ByCreatedAt(), pendingact.ByID()).Limit(most).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	views, err := s.views(ctx, rows...)
	return &Found{Acts: views}, err
}

// ConfirmAll confirms acts together, during start-up: all of them, or none where one is refused.
func (s *Service) ConfirmAll(ctx context.Context, ids []int64) ([]*View, error) {
	if len(ids) < 1 || len(ids) > most {
		return nil, fault.Bad("actIds", "BAD_NUMBER", "请选择 1 至 500 个事项", "Choose 1 to 500 acts")
	}
	starting, err := startUp(ctx, s.store.Reader(ctx), authz.ConfirmGrants)
	if err != nil {
		return nil, err
	}
	if !starting {
		return nil, fault.New(fault.InvalidTransition, "STARTED_UP", "", "初始阶段已结束,请逐项确认", "Start-up is over; confirm each act by itself")
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, _ *ent.Tx) ([]*View, error) {
		var out []*View
		for _, id := range ids {
			a, err := s.Confirm(ctx, id)
			if err != nil {
				return nil, err
			}
			out = append(out, a)
		}
		return out, nil
	})
}
