package rulebook

import (
	"context"

	"sineng/ent"
	"sineng/ent/rulesdocument"
	"sineng/ent/viewer"
	"sineng/server/attachment"
	"sineng/server/authz"
	"sineng/server/fault"
)

// Attachments lets who issues editions of a document attach their text and what belongs to it.
func (s *Service) Attachments() []attachment.Kind {
	return []attachment.Kind{{Table: rulesdocument.Table, ZH: "制度文件", EN: "rules document", Find: s.attachable}}
}

func (s *Service) attachable(ctx context.Context, client *ent.Client, id int64, hold bool) (*attachment.Owner, error) {
	q := client.RulesDocument.Query().Where(rulesdocument.ID(id))
	if hold {
		q.ForUpdate()
	}
	d, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	o := &attachment.Owner{Unit: d.UnitID}
	if v := viewer.FromContext(ctx); v == nil || v.TokenID != 0 || !authz.May(v, right, d.Levels()) {
		o.May = fault.New(fault.Forbidden, "NOT_YOURS", "ownerId", "只有可以发布该文件的人能添加附件", "Only who issues this document attaches files to it")
	}
	return o, nil
}
