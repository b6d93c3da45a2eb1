package warning

import (
	"context"
	"time"

	"sineng/ent"
	entattachment "sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/attachment"
	"sineng/server/fault"
	"sineng/server/org"
)

// Attachments lets both sides of a warning attach evidence to it.
func (s *Service) Attachments() []attachment.Kind {
	return []attachment.Kind{{Table: warning.Table, ZH: "预警", EN: "warning", Find: s.evidenced}}
}

// mayAttach is nil where somebody in a capacity may attach evidence to a warning in a state, and otherwise says why not: who is asked,
// while it waits for an answer, and who verifies, once it was answered. Nothing is attached to what is over.
func mayAttach(state term.WarningState, c capacity) *fault.Error {
	switch {
	case state == term.WarningStateLifted:
		return fault.New(fault.InvalidTransition, "ATTACHMENTS_FROZEN", "ownerId", "预警已解除,不能再添加或移除佐证", "The warning is lifted and takes no more files, nor loses any")
	case asks(state) && c.asked, !asks(state) && c.verifies:
		return nil
	case asks(state):
		return fault.New(fault.Forbidden, "NOT_ASKED", "ownerId", "预警待答复期间,由收件人或其外出期间的受托人添加佐证",
			"While the warning waits for an answer, whom it is addressed to, or who signs for them while they are away, attaches evidence")
	}
	return fault.New(fault.Forbidden, "NOT_YOURS", "ownerId", "预警已答复,由纪检监察或上级在核实时添加佐证,且不能由答复人或当事人添加",
		"The warning was answered: inspectors, or a tier above, attach evidence as they verify it, and not who answered it or whom it concerns")
}

func (s *Service) evidenced(ctx context.Context, client *ent.Client, id int64, hold bool) (*attachment.Owner, error) {
	q := client.Warning.Query().Where(warning.ID(id))
	if hold {
		q.ForUpdate()
	}
	w, err := q.Only(ctx)
	if err != nil {
		return nil, err
	}
	capacities, err := s.capacities(ctx, client, []*ent.Warning{w})
	if err != nil {
		return nil, err
	}
	out := &attachment.Owner{Unit: w.UnitID}
	if refused := mayAttach(w.State, capacities[w]); refused != nil {
		out.May = refused
		return out, nil
	}
	out.Since, err = s.actedOn(ctx, client, id)
	return out, err
}

// actedOn is when somebody last answered, returned or verified a warning: what was attached before is part of that.
func (s *Service) actedOn(ctx context.Context, client *ent.Client, id int64) (time.Time, error) {
	e, err := client.WarningEvent.Query().Where(warningevent.WarningID(id), warningevent.KindIn(term.WarningEventKindAnswer, term.WarningEventKindReturn,
		term.WarningEventKindVerify)).Order(ent.Desc(warningevent.FieldPosition)).First(everywhere(ctx))
	if ent.IsNotFound(err) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, err
	}
	return e.At, nil
}

// moveEvidence lets the files of a warning stand where it stands now.
func (j *judging) moveEvidence(ctx context.Context, id int64) error {
	files, err := j.tx.Attachment.Query().Where(entattachment.OwnerID(id)).All(ctx)
	if err != nil {
		return err
	}
	for _, f := range files {
		u := j.tx.Attachment.UpdateOne(f)
		if err := org.Place(u.Mutation(), j.unit); err != nil {
			return err
		}
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
