package meeting

import (
	"context"

	"sineng/ent/riskpoint"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Subject is what an item of an agenda is about, as far as everybody in the room may know it.
type Subject struct {
	Title    string
	UnitName string
	// PersonID is on whom the risk point stands, nil for none.
	PersonID *int64
}

// Subjects names the risk points of items that the viewer sees, also those that the viewer would
// not see elsewhere: who is called to a vote must know what on.
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
