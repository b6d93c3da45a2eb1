package supervision

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/org"
)

// Home returns the topmost units whose counts the viewer may see, in the order
// of the tree; the top units for a view of the whole system.
func (s *Service) Home(ctx context.Context) ([]*ent.Unit, error) {
	v := viewer.FromContext(ctx)
	if v == nil || (!v.System && v.Overview.Empty()) {
		return nil, nil
	}
	if v.System || v.Overview.All {
		top, err := org.ChildrenOf(ctx, s.store, []int64{0})
		return top[0], err
	}
	return org.Topmost(ctx, s.store, v.Overview.Roots)
}

func rootsOf(units []*ent.Unit) []viewer.Root {
	out := make([]viewer.Root, len(units))
	for i, u := range units {
		out[i] = rootOf(u)
	}
	return out
}
