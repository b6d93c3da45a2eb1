package meeting

import (
	"context"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/viewer"
)

// Withdraw takes what is about something off the agendas of meetings that have not settled it,
// with a reason, and returns how many items it took off. Votes cast on it are void.
func (s *Service) Withdraw(ctx context.Context, tx *ent.Tx, about int64, zh string) (int, error) {
	system := viewer.System(ctx)
	items, err := tx.MeetingItem.Query().Where(isAbout(about), meetingitem.StateIn(pending...)).All(system)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, i := range items {
		q := tx.Meeting.Query().Where(entmeeting.ID(i.MeetingID))
		if s.store.Dialect() == dialect.MySQL {
			q.ForUpdate()
		}
		m, err := q.Only(system)
		if err != nil {
			return n, err
		}
		if len(NextSteps(m.State)) == 0 {
			continue // it has ended
		}
		update := tx.MeetingItem.UpdateOne(i).AddVersion(1).SetReason(zh)
		if err := moveItem(update, i, Withdraw); err != nil {
			return n, err
		}
		if err := update.Exec(system); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
