package pending

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/todo"
)

// most is how many acts that wait are read for one viewer.
const most = 500

// View is an act as it shows to a viewer.
type View struct {
	*ent.PendingAct
	// MayConfirm, MayDecline and MayWithdraw tell what the viewer may do with it now.
	MayConfirm, MayDecline, MayWithdraw bool
	// ConfirmableFrom is from when the viewer, who is not independent yet, may confirm it; nil where
	// they may at once, or never.
	ConfirmableFrom *time.Time
	// Waits tells whether it waits for the viewer's word, now or once they are independent.
	Waits bool
	// Asked are the accounts of who may confirm it, at most ten.
	Asked []int64
}

// Found are acts in sight.
type Found struct {
	Acts []*View
	// More tells that there are further ones.
	More bool
}

// ToConfirm are the acts that wait for the viewer's word, the oldest first, at most limit.
func (s *Service) ToConfirm(ctx context.Context, limit int) (*Found, error) {
	v := viewer.FromContext(ctx)
	out := &Found{}
	if limit < 1 || limit > todo.Most+1 {
		return nil, fault.Bad("first", "BAD_PAGE_SIZE", "每页条数超出范围", "first is out of range: give 1 to 100")
	}
	if v == nil || v.TokenID != 0 {
		return out, nil
	}
	rows, err := s.store.Reader(ctx).PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), inSight(v)).
		Order(pendingact.ByCreatedAt(), pendingact.ByID()).Limit(most).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		views, err := s.views(ctx, row)
		if err != nil {
			return nil, err
		}
		if !views[0].Waits {
			continue
		}
		if len(out.Acts) == limit {
			out.More = true
			break
		}
		out.Acts = append(out.Acts, views[0])
	}
	return out, nil
}

// Filter narrows a list of acts that wait.
type Filter struct {
	// UnitID is the unit that they concern itself.
	UnitID *int64
	Kinds  []term.ActKind
}

// InSight are the acts that wait and of which the viewer may know, the oldest first, at most limit.
func (s *Service) InSight(ctx context.Context, f Filter, limit int) (*Found, error) {
	v := viewer.FromContext(ctx)
	if limit < 1 || limit > todo.Most+1 {
		return nil, fault.Bad("first", "BAD_PAGE_SIZE", "每页条数超出范围", "first is out of range: give 1 to 100")
	}
	if v == nil || v.TokenID != 0 {
		return &Found{}, nil
	}
	q := s.store.Reader(ctx).PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), inSight(v))
	if f.UnitID != nil {
		q.Where(pendingact.UnitID(*f.UnitID))
	}
	if len(f.Kinds) > 0 {
		q.Where(pendingact.KindIn(f.Kinds...))
	}
	rows, err := q.Order(pendingact.ByCreatedAt(), pendingact.ByID()).Limit(limit + 1).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	views, err := s.views(ctx, rows[:min(limit, len(rows))]...)
	return &Found{Acts: views, More: len(rows) > limit}, err
}

// Own are the acts that the viewer began, by any of their accounts, the newest first.
func (s *Service) Own(ctx context.Context, page store.Page) (*store.Slice[*View], error) {
	v := viewer.FromContext(ctx)
	mine := pendingact.BegunBy(v.AccountID)
	if v.PersonID != 0 {
		mine = pendingact.Or(mine, begunByPerson(v.PersonID))
	}
	found, err := store.List(viewer.System(ctx), s.store.Reader(ctx).PendingAct.Query().Where(mine), page, func(a *ent.PendingAct) int64 { return a.ID },
		[]store.Key[*ent.PendingAct]{store.Desc(pendingact.FieldCreatedAt, func(a *ent.PendingAct) any { return a.CreatedAt })}, nil)
	if err != nil {
		return nil, err
	}
	views, err := s.views(ctx, found.Rows...)
	return &store.Slice[*View]{Rows: views, Cursors: found.Cursors, HasNext: found.HasNext, HasPrevious: found.HasPrevious,
		Count: func(ctx context.Context) (int, error) { return found.Count(viewer.System(ctx)) }}, err
}

// Get is an act in the viewer's sight; nil where there is none.
func (s *Service) Get(ctx context.Context, id int64) (*View, error) {
	v := viewer.FromContext(ctx)
	if v == nil {
		return nil, nil
	}
	a, err := s.store.Reader(ctx).PendingAct.Query().Where(pendingact.ID(id), inSight(v)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.shown(ctx)(a, nil)
}

// About are the acts that wait and that would change accounts, or what their people hold, by account,
// as far as the viewer may know of them.
func (s *Service) About(ctx context.Context, accounts []int64) (map[int64][]*View, error) {
	v := viewer.FromContext(ctx)
	out := map[int64][]*View{}
	for _, id := range accounts {
		out[id] = []*View{}
	}
	if v == nil || len(accounts) == 0 {
		return out, nil
	}
	sys := viewer.System(ctx)
	rows, err := s.store.Reader(ctx).Account.Query().Where(account.IDIn(accounts...)).All(sys)
	if err != nil {
		return nil, err
	}
	byPerson := map[int64]int64{}
	var people []int64
	for _, a := range rows {
		if a.PersonID != nil {
			byPerson[*a.PersonID] = a.ID
			people = append(people, *a.PersonID)
		}
	}
	about := pendingact.AccountIDIn(accounts...)
	if len(people) > 0 {
		about = pendingact.Or(about, pendingact.PersonIDIn(people...))
	}
	acts, err := s.store.Reader(ctx).PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), about, inSight(v)).
		Order(pendingact.ByCreatedAt(), pendingact.ByID()).Limit(most).All(sys)
	if err != nil {
		return nil, err
	}
	views, err := s.views(ctx, acts...)
	for _, a := range views {
		switch {
		case a.AccountID != nil && slices.Contains(accounts, *a.AccountID):
			out[*a.AccountID] = append(out[*a.AccountID], a)
		case a.PersonID != nil:
			out[byPerson[*a.PersonID]] = append(out[byPerson[*a.PersonID]], a)
		}
	}
	return out, err
}

// inSight matches the acts of which a viewer may know: their own, those by which they gain, those that
// need their word, and those on units where they hold the right or lead.
func inSight(v *viewer.Viewer) predicate.PendingAct {
	if v.System {
		return func(*sql.Selector) {}
	}
	any := []predicate.PendingAct{pendingact.BegunBy(v.AccountID), pendingact.AccountID(v.AccountID)}
	if v.PersonID != 0 {
		any = append(any, pendingact.PersonID(v.PersonID), pendingact.WordOf(v.PersonID), begunByPerson(v.PersonID))
	}
	for _, right := range authz.Actions {
		if scope := authz.ScopeOf(v, right); !scope.Empty() {
			any = append(any, pendingact.And(pendingact.ByRight(string(right)), authz.Within(scope)))
		}
	}
	for _, role := range term.Tiers {
		if scope := authz.Held(v, role); role != term.RoleStaff && !scope.Empty() {
			any = append(any, pendingact.And(pendingact.ByRightIn(grantRights...), authz.Within(scope)))
		}
	}
	if administers(v) {
		any = append(any, pendingact.ByRightIn(grantRights...))
	}
	return pendingact.Or(any...)
}

// grantRights are the rights of acts that leaders and administrators may know of whether or not they
// hold the right: those that give power over others, and show nothing of the register.
var grantRights = []string{string(authz.ConfirmGrants)}

// begunByPerson matches the acts that a person began by any of their accounts.
func begunByPerson(person int64) predicate.PendingAct {
	return func(s *sql.Selector) {
		own := sql.Dialect(s.Dialect()).Select(account.FieldID).From(sql.Table(account.Table))
		own.Where(sql.EQ(own.C(account.FieldPersonID), person))
		s.Where(sql.In(s.C(pendingact.FieldBegunBy), own))
	}
}

// shownAsked is how many of those who are asked are named.
const shownAsked = 10

// views work out how acts show to the viewer.
func (s *Service) views(ctx context.Context, acts ...*ent.PendingAct) ([]*View, error) {
	return Views(ctx, s.store, s.kinds, acts...)
}

// Views work out how acts show to the viewer.
func Views(ctx context.Context, s *store.Store, kinds Kinds, acts ...*ent.PendingAct) ([]*View, error) {
	v := viewer.FromContext(ctx)
	client, today, now := s.Reader(ctx), s.Today(), s.Now()
	out := make([]*View, len(acts))
	for i, a := range acts {
		out[i] = &View{PendingAct: a}
		if a.Status != term.ActStatusPending {
			continue
		}
		st, err := kinds.standingOf(ctx, client, today, v, a)
		if err != nil {
			return nil, err
		}
		can := func(do action) bool { _, err := st.may(do, a, now); return err == nil }
		out[i].MayConfirm, out[i].MayDecline, out[i].MayWithdraw = can(confirm), can(decline), can(withdraw)
		out[i].Waits = out[i].MayDecline && (out[i].MayConfirm || !st.starting)
		if !out[i].MayConfirm && out[i].Waits {
			out[i].ConfirmableFrom = IndependentFrom(st.own)
		}
		if out[i].Asked, err = kinds.asked(ctx, client, today, a, st.starting, shownAsked); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// asked are the accounts of who may confirm an act.
func (k Kinds) asked(ctx context.Context, client *ent.Client, today time.Time, a *ent.PendingAct, starting bool, limit int) ([]int64, error) {
	ctx = viewer.System(ctx)
	var out []int64
	if starting {
		all, err := administrators(ctx, client, today)
		for _, h := range all {
			out = append(out, h.Account)
		}
		return out[:min(len(out), limit)], err
	}
	asked, err := k.AskedFor(ctx, client, today, a)
	if err != nil {
		return nil, err
	}
	if asked.Word != 0 {
		own, err := client.Account.Query().Where(account.PersonID(asked.Word), account.Disabled(false)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		out = own
	}
	for _, h := range asked.Holders {
		if !slices.Contains(out, h.Account) {
			out = append(out, h.Account)
		}
	}
	return out[:min(len(out), limit)], nil
}
