package publicity

import (
	"context"

	"sineng/ent"
	"sineng/ent/publicfeedback"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
)

// Notices returns the notices about feedback.
func (s *Service) Notices() notice.Source {
	return notice.Source{
		Kinds:   []notice.Kind{{Kind: term.NoticeKindFeedbackReceived, Page: "/feedback", ZH: "{subject}公示的{form}收到群众反馈", EN: "The public wrote on the published {form} of {subject}"}},
		Answers: []notice.Answer{{With: notifyReceived, To: []term.AuditAction{term.AuditActionReceiveFeedback}}},
	}
}

// notifyReceived notifies the inspectors of a unit of new feedback on one of
// its forms.
func notifyReceived(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypePublicFeedback)...)
	}
	rows, err := b.Tx.PublicFeedback.Query().Where(publicfeedback.IDIn(ids...)).Order(publicfeedback.ByID()).WithUnit().WithForm().All(ctx)
	if err != nil {
		return err
	}
	for _, f := range rows {
		inspectors, err := b.Holders(ctx, term.RoleInspector, f.Levels())
		if err != nil {
			return err
		}
		words := map[string]string{"unit": f.Edges.Unit.Name}
		if f.Edges.Form != nil {
			words["form"] = string(f.Edges.Form.Kind)
		}
		b.Notify(inspectors, notice.Notice{Kind: term.NoticeKindFeedbackReceived, Object: f.FormID, Key: notice.Key("feedback", f.ID), Words: words})
	}
	return nil
}
