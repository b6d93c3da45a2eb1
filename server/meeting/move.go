package meeting

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// enter sets the state that a meeting goes to. No other code does.
func enter(m *ent.MeetingMutation, to term.MeetingState, at time.Time) {
	m.SetState(to)
	switch to {
	case term.MeetingStateOpen:
		m.SetOpenedAt(at)
	case term.MeetingStateClosed:
		m.SetClosedAt(at)
	}
}

// move applies a step to a meeting in the update of its row.
func (s *Service) move(u *ent.MeetingUpdateOne, from term.MeetingState, step Step) error {
	to, err := Next(from, step)
	if err != nil {
		return err
	}
	enter(u.Mutation(), to, s.store.Now())
	return nil
}

// enterItem sets the state that an item goes to. No other code does.
func enterItem(m *ent.MeetingItemMutation, to term.ItemState) { m.SetState(to) }

// moveItem applies a step to an item in the update of its row.
func moveItem(u *ent.MeetingItemUpdateOne, i *ent.MeetingItem, step ItemStep) error {
	to, err := NextItem(i.State, step)
	if err != nil {
		return err
	}
	enterItem(u.Mutation(), to)
	return nil
}
