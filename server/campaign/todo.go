package campaign

import (
	"context"

	"sineng/ent/campaign"
	"sineng/ent/viewer"
	"sineng/server/notice"
	"sineng/server/todo"
)

// Notices registers the links of notices to campaigns, for viewers who may see them.
func (s *Service) Notices() notice.Source {
	return notice.Source{Seen: map[string]func(context.Context, []int64) ([]int64, error){campaign.Table: s.seen}}
}

// seen returns those of the ids whose campaigns the viewer may see.
func (s *Service) seen(ctx context.Context, ids []int64) ([]int64, error) {
	return s.store.Reader(ctx).Campaign.Query().Where(campaign.IDIn(ids...)).IDs(ctx)
}

// ToDo names the campaigns that forms belong to.
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
