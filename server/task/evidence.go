package task

import (
	"context"

	"sineng/ent"
	"sineng/ent/measuretask"
	"sineng/server/attachment"
	"sineng/server/fault"
)

// Attachments lets who does a task attach evidence to it until it is over.
func (s *Service) Attachments() []attachment.Kind {
	return []attachment.Kind{{Table: measuretask.Table, ZH: "日常任务", EN: "task of a measure", Find: s.evidenced}}
}

func (s *Service) evidenced(ctx context.Context, client *ent.Client, id int64, hold bool) (*attachment.Owner, error) {
	q := client.MeasureTask.Query().Where(measuretask.ID(id))
	if hold {
		q.ForUpdate()
	}
	t, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	refused := s.mayDo(ctx, client, t, "ownerId")
	if refused != nil && len(fault.All(refused)) == 0 { // it could not be found out
		return nil, refused
	}
	return &attachment.Owner{Unit: t.UnitID, May: refused}, nil
}
