package pending

import (
	"context"

	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// On are the acts of a kind that wait on objects, by object, as they show to the viewer. It is for
// domains that show what waits beside rows of their own.
func On(ctx context.Context, s *store.Store, kinds Kinds, kind term.ActKind, objects ...int64) (map[int64]*View, error) {
	out := map[int64]*View{}
	v := viewer.FromContext(ctx)
	if v == nil || len(objects) == 0 {
		return out, nil
	}
	rows, err := s.Reader(ctx).PendingAct.Query().Where(pendingact.KindEQ(kind), pendingact.ObjectIDIn(objects...),
		pendingact.StatusEQ(term.ActStatusPending)).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	views, err := Views(ctx, s, kinds, rows...)
	for _, a := range views {
		out[a.ObjectID] = a
	}
	return out, err
}
