package warning

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/calendar"
	"sineng/server/org"
)

// step moves a warning on by an event and notes it on its timeline. Nothing else changes a state.
func (s *Service) step(ctx context.Context, tx *ent.Tx, w *ent.Warning, e term.WarningEventKind, text string, also func(*ent.WarningMutation)) (*ent.Warning, error) {
	to, err := Next(w.State, e)
	if err != nil {
		return nil, err
	}
	w, err = s.update(ctx, tx, w, func(m *ent.WarningMutation) {
		enter(m, to)
		if also != nil {
			also(m)
		}
	})
	if err != nil {
		return nil, err
	}
	last, err := tx.WarningEvent.Query().Where(warningevent.WarningID(w.ID)).Count(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	return w, s.note(ctx, tx, w, e, text, last+1)
}

func (s *Service) update(ctx context.Context, tx *ent.Tx, w *ent.Warning, change func(*ent.WarningMutation)) (*ent.Warning, error) {
	u := tx.Warning.UpdateOne(w).Where(warning.Version(w.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	change(u.Mutation())
	out, err := u.Save(everywhere(ctx))
	return out, org.Stale(err)
}

// note keeps an event on the timeline of a warning, with what holds after it. It is the program's where nobody is signed in.
func (s *Service) note(ctx context.Context, tx *ent.Tx, w *ent.Warning, e term.WarningEventKind, text string, position int) error {
	create := tx.WarningEvent.Create().SetWarningID(w.ID).SetPosition(position).SetKind(e).SetAt(s.store.Now()).SetColour(w.Colour).SetTier(w.Tier).
		SetNillablePersonID(w.PersonID).SetNillableDueOn(w.DueOn).SetText(text)
	if v := viewer.FromContext(ctx); v != nil && !v.System {
		create.SetNillableAccountID(v.Account()).SetActorName(v.Name)
	}
	return create.Exec(everywhere(ctx))
}

func setPerson(m *ent.WarningMutation, person int64) {
	if m.ClearPersonID(); person != 0 {
		m.SetPersonID(person)
	}
}

func setLimit(m *ent.WarningMutation, l calendar.Limit) {
	if m.ClearDueOn(); !l.Due.IsZero() {
		m.SetDueOn(l.Due)
	}
	m.SetNextHopOn(l.Past)
}

// late tells whether a warning waits and its last day has passed.
func late(w *ent.Warning, today time.Time) bool {
	return slices.Contains(waiting, w.State) && w.DueOn != nil && w.DueOn.Before(today)
}

// Overdue tells whether a warning waits and its last day has passed.
func (s *Service) Overdue(w *ent.Warning) bool { return late(w, s.store.Today()) }
