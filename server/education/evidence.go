package education

import (
	"context"

	"sineng/ent"
	"sineng/ent/educationsession"
	"sineng/ent/measuretask"
	"sineng/server/attachment"
)

// Attachments lets who records a session attach files to it, as signed lists and pictures, until it is cancelled. What was there when it
// completed a task stays.
func (s *Service) Attachments() []attachment.Kind {
	return []attachment.Kind{{Table: educationsession.Table, ZH: "教育活动", EN: "education session", Find: s.evidenced}}
}

func (s *Service) evidenced(ctx context.Context, client *ent.Client, id int64, hold bool) (*attachment.Owner, error) {
	q := client.EducationSession.Query().Where(educationsession.ID(id))
	if hold {
		q.ForUpdate()
	}
	e, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	owner := &attachment.Owner{Unit: e.UnitID}
	switch {
	case !records(ctx, e):
		owner.May = notYours("ownerId")
	case !e.State.Open():
		owner.May = closed(e.State)
	}
	done, err := client.MeasureTask.Query().Where(measuretask.SessionID(e.ID)).All(everywhere(ctx))
	for _, t := range done {
		if t.DoneAt != nil && t.DoneAt.After(owner.Since) {
			owner.Since = *t.DoneAt
		}
	}
	return owner, err
}
