package meeting

import (
	"context"

	"sineng/ent/riskpoint"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Subject is what an item is about, as far as every member may know it.
type Subject struct {
	Title    string
	UnitName string
	// PersonID is the person concerned by the risk point, nil for none.
	PersonID *int64
}

// Subjects returns the risk points of items that the viewer may see, also those that the
// viewer may not see elsewhere: members must know what they vote on.
func (s *Service) Subjects(ctx context.Context, risks []int64) (map[int64]*Subject, error) {
	rows, err := s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.IDIn(risks...)).WithUnit().All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	out := make(map[int64]*Subject, len(rows))
	for _, r := range rows {
		if r.PersonID != nil {
			store.NoteRead(ctx, *r.PersonID)
		}
		out[r.ID] = &Subject{Title: r.Title, UnitName: r.Edges.Unit.Name, PersonID: r.PersonID}
	}
	return out, nil
}
