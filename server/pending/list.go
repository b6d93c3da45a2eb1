package pending

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/todo"
)

// most is how many acts that wait are read for one viewer.
const most = 500

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
	views, err := s.views(ctx, rows...)
	for _, a := range views {
		if !a.Waits {
			continue
		}
		if len(out.Acts) == limit {
			out.More = true
			break
		}
		out.Acts = append(out.Acts, a)
	}
	return out, err
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
