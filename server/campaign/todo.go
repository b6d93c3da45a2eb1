package campaign

import (
	"context"

	"sineng/ent/campaign"
	"sineng/ent/viewer"
	"sineng/server/notice"
	"sineng/server/todo"
)

// Notices link to campaigns for those who see them.
func (s *Service) Notices() notice.Source {
	return notice.Source{Seen: map[string]func(context.Context, []int64) ([]int64, error){campaign.Table: s.seen}}
}

// seen are the campaigns among those with the ids that the viewer sees.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Campaign.Query().Where(campaign.IDIn(ids...)).IDs(ctx)
}

// ToDo names the campaigns that ask for forms.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Names: map[string]func(context.Context, []int64) (map[int64]string, error){campaign.Table: s.titles}}
}

func (s *Service) titles(ctx context.Context, ids []int64) (map[int64]string, error) {
	rows, err := s.store.Reader(ctx).Campaign.Query().Where(campaign.IDIn(ids...)).Select(campaign.FieldTitle).All(viewer.System(ctx))
	out := make(map[int64]string, len(rows))
	for _, c := range rows {
		out[c.ID] = c.Title
	}
	return out, err
}
