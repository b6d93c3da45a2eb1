package review

import (
	"context"
	"time"

	entform "sineng/ent/form"
	"sineng/ent/term"
)

// Readdress addresses a form to whoever is to answer it today.
func (s *Service) Readdress(ctx context.Context, formID int64) error {
	return s.readdressOne(ctx, formID)
}

// EndPublicity sends on the forms whose public display is over at the given time, without
// waiting, and returns their number.
func (s *Service) EndPublicity(ctx context.Context, now time.Time) (int, error) {
	n := 0
	for _, id := range s.store.Client.Form.Query().Where(entform.StateEQ(term.FormStatePublicity)).Order(entform.ByID()).IDsX(everywhere(ctx)) {
		moved, err := s.endPublicity(everywhere(ctx), id, now)
		if err != nil {
			return n, err
		}
		if moved {
			n++
		}
	}
	return n, nil
}
