package meeting

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// enter writes the state that a meeting goes to. It and enterItem are the only places that do.
func enter(m *ent.MeetingMutation, to term.MeetingState, at time.Time) {
	m.SetState(to)
	switch to {
	case term.MeetingStateOpen:
		m.SetOpenedAt(at)
	case term.MeetingStateClosed:
		m.SetClosedAt(at)
	}
}

// move takes a step of a meeting in the update of its row.
func (s *Service) move(u *ent.MeetingUpdateOne, from term.MeetingState, step Step) error {
	to, err := Next(from, step)
	if err != nil {
		return err
	}
	enter(u.Mutation(), to, s.store.Now())
	return nil
}

// enterItem writes the state that an item goes to.
func enterItem(m *ent.MeetingItemMutation, to term.ItemState) { m.SetState(to) }

// moveItem takes a step of an item in the update of its row.
func moveItem(u *ent.MeetingItemUpdateOne, i *ent.MeetingItem, step ItemStep) error {
	to, err := NextItem(i.State, step)
	if err != nil {
		return err
	}
	enterItem(u.Mutation(), to)
	return nil
}
