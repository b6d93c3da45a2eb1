package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/org"
)

// childCount is the number of open units directly below one that the viewer may see. Of a unit
// above the viewer's own, only the viewer's branch is counted, since the other units are
// hidden.
func (r *Resolver) childCount(ctx context.Context, u *ent.Unit) (int, error) {
	if v := viewer.FromContext(ctx); v != nil && (v.System || v.Directory.Reaches(org.LevelsOf(u))) {
		return u.ChildCount, nil
	}
	return batchOf(ctx).below.Load(ctx, u.ID)
}
