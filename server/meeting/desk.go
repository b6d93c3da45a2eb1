package meeting

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// withdrawn is how many things one statement looks for on agendas.
const withdrawn = 500

// Withdraw takes what is about some things off the agendas of meetings that have not settled it,
// with a reason, and returns how many items it took off. Votes cast on it are void.
func (s *Service) Withdraw(ctx context.Context, tx *ent.Tx, zh string, about ...int64) (int, error) {
	all := 0
	for part := range slices.Chunk(about, withdrawn) {
		items, err := tx.MeetingItem.Query().Where(isAbout(part...), meetingitem.StateIn(pending...)).All(viewer.System(ctx))
		if err != nil {
			return all, err
		}
		n, err := s.takeOff(ctx, tx, items, zh)
		if all += n; err != nil {
			return all, err
		}
	}
	return all, nil
}

// takeOff takes items off the agendas of meetings that have not ended.
func (s *Service) takeOff(ctx context.Context, tx *ent.Tx, items []*ent.MeetingItem, zh string) (int, error) {
	system := viewer.System(ctx)
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

// Tabled is the worst grade at stake on agendas where something stands, or stood since a moment,
// and that no meeting has decided: taking it off, deferring it or cancelling the meeting settles
// nothing. A meeting touched since may have had it on its agenda since. A where no grade is voted on, Ungraded for none.
func (s *Service) Tabled(ctx context.Context, tx *ent.Tx, about int64, since time.Time) (term.Grade, error) {
	rows, err := tx.MeetingItem.Query().Where(isAbout(about), meetingitem.StateNEQ(term.ItemStateDecided)).WithMeeting().All(viewer.System(ctx))
	worst := term.Ungraded
	for _, i := range rows {
		m := i.Edges.Meeting
		stands := slices.Contains(pending, i.State) && len(NextSteps(m.State)) > 0
		if !stands && !m.UpdatedAt.After(since) {
			continue
		}
		grade := term.GradeA
		if i.Kind == term.ItemKindGrade {
			grade = i.Proposed
		}
		worst = term.Worst(worst, grade)
	}
	return worst, err
}
