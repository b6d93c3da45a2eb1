package campaign

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// move applies an action to a campaign in an update of its row. The row must be locked or read
// in the transaction of the update.
func move(u *ent.CampaignUpdateOne, c *ent.Campaign, action Action, as Capacity, f Facts, at time.Time) error {
	from := StateOf(c)
	to, err := Next(from, action, as, f)
	if err != nil {
		return err
	}
	enter(u.Mutation(), from, to, at)
	return nil
}

// enter sets the state that a campaign goes to, and the time.
func enter(m *ent.CampaignMutation, from, to State, at time.Time) {
	if to.Phase != from.Phase {
		m.SetPhase(to.Phase)
	}
	if to.Stage == from.Stage {
		return
	}
	switch to.Stage {
	case Opening:
		m.SetOpenedAt(at)
	case Open:
		m.SetExpectedAt(at)
	case Closed:
		m.SetClosedAt(at)
	}
}

// withPublicity returns the facts of a campaign with the number of its forms in public display
// and the last day of it.
func withPublicity(ctx context.Context, tx *ent.Tx, c *ent.Campaign) (Facts, error) {
	f := factsOf(c)
	public := tx.Form.Query().Where(form.CampaignID(c.ID), form.StateEQ(term.FormStatePublicity))
	n, err := public.Clone().Count(viewer.System(ctx))
	if err != nil || n == 0 {
		return f, err
	}
	last, err := public.Order(form.ByPublicityUntil(sql.OrderDesc())).First(viewer.System(ctx))
	if err != nil {
		return f, err
	}
	f.Public, f.PublicUntil = n, "—"
	if last.PublicityUntil != nil {
		f.PublicUntil = last.PublicityUntil.Format(time.DateOnly)
	}
	return f, nil
}
