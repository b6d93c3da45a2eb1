package meeting

import (
	"context"

	"sineng/server/agenda"
)

// Subjects returns what items are about, as far as their members may know it, whether or not
// they may see it elsewhere: members must know what they vote on.
func (s *Service) Subjects(ctx context.Context, keys []agenda.Key) (map[agenda.Key]*agenda.Subject, error) {
	ids := map[agenda.Key]bool{}
	out := make(map[agenda.Key]*agenda.Subject, len(keys))
	for _, m := range s.matters {
		var about []int64
		for _, k := range keys {
			if k.Kind == m.Kind && !ids[k] {
				ids[k] = true
				about = append(about, k.About)
			}
		}
		if len(about) == 0 {
			continue
		}
		found, err := m.Subjects(ctx, about)
		if err != nil {
			return nil, err
		}
		for id, subject := range found {
			out[agenda.Key{Kind: m.Kind, About: id}] = subject
		}
	}
	return out, nil
}
