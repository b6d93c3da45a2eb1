package check

import (
	"context"

	"sineng/ent"
	"sineng/ent/supervisioncheck"
	"sineng/server/attachment"
	"sineng/server/fault"
)

// Attachments lets who makes a check attach evidence to it, from when its sample is drawn until it is over.
func (s *Service) Attachments() []attachment.Kind {
	return []attachment.Kind{{Table: supervisioncheck.Table, ZH: "监督检查", EN: "check of supervision", Find: s.evidenced}}
}

func (s *Service) evidenced(ctx context.Context, client *ent.Client, id int64, hold bool) (*attachment.Owner, error) {
	q := client.SupervisionCheck.Query().Where(supervisioncheck.ID(id))
	if hold {
		q.ForUpdate()
	}
	c, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	refused := s.mayMake(ctx, client, c, "ownerId")
	if refused == nil {
		refused = begun(c, "ownerId")
	}
	if refused != nil && len(fault.All(refused)) == 0 { // it could not be found out
		return nil, refused
	}
	return &attachment.Owner{Unit: c.UnitID, May: refused}, nil
}
