package notice

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	entobjection "sineng/ent/objection"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/follow"
	"sineng/server/objection"
	"sineng/server/store"
)

// objectionWords are what the text of a notice on an objection names. Who objected stands in
// what its reader is let in to, not here.
func objectionWords(o *ent.Objection) map[string]string {
	return map[string]string{"unit": o.Edges.Unit.Name, "due": o.DueOn.Format(time.DateOnly)}
}

// tellOfObjection tells of an objection by where it stands now: those who are to answer it that
// it waits for them or was withdrawn, and who objected that it was answered.
func (b *batch) tellOfObjection(ctx context.Context, e follow.Entry) error {
	rows, err := b.tx.Objection.Query().Where(entobjection.IDIn(e.Changed(ent.TypeObjection)...)).WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, o := range rows {
		switch o.State {
		case term.ObjectionStateRaised:
			err = b.tellAnswerers(ctx, o, term.NoticeKindObjectionRaised, "objection", e.Actor.Account, o.Tier)
		case term.ObjectionStateWithdrawn:
			err = b.tellAnswerers(ctx, o, term.NoticeKindObjectionWithdrawn, "withdrawn", e.Actor.Account, o.Tier)
		case term.ObjectionStateAnswered:
			err = b.tellObjector(ctx, o)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// tellAnswerers tells the holders of roles who may answer an objection: neither who objects nor
// who recorded or decided it.
func (b *batch) tellAnswerers(ctx context.Context, o *ent.Objection, kind term.NoticeKind, key string, actor int64, roles ...term.Role) error {
	people, concerned, err := b.objections.Concerned(ctx, b.tx.Client(), o)
	if err != nil {
		return err
	}
	own, err := b.accounts(ctx, people...)
	if err != nil {
		return err
	}
	concerned = append(append(concerned, own...), actor)
	for _, role := range roles {
		holders, err := b.roleHolders(ctx, role, authz.Levels{o.L1, o.L2, o.L3, o.L4, o.L5, o.L6}, concerned...)
		if err != nil {
			return err
		}
		words := objectionWords(o)
		if kind == term.NoticeKindObjectionOverdue {
			words["days"] = fmt.Sprint(daysLate(o, b.today))
		}
		b.tell(holders, 0, kind, o.ID, keyOf(key, o.ID), words)
	}
	return nil
}

func (b *batch) tellObjector(ctx context.Context, o *ent.Objection) error {
	if o.PersonID == nil {
		return nil
	}
	accounts, err := b.accounts(ctx, *o.PersonID)
	b.tell(accounts, 0, term.NoticeKindObjectionAnswered, o.ID, keyOf("answered", o.ID), map[string]string{"unit": o.Edges.Unit.Name})
	return err
}

// tellObjectionClocks tells of objections whose day is near or over: before it those who are to
// answer, after it the tier above and the inspectors too, again every week.
func (s *Service) tellObjectionClocks(ctx context.Context, today time.Time) error {
	soon := entobjection.And(entobjection.DueOnGTE(today), entobjection.DueOnLTE(today.AddDate(0, 0, dueWithin)))
	err := s.eachRaised(ctx, soon, func(ctx context.Context, b *batch, o *ent.Objection) error {
		return b.tellAnswerers(ctx, o, term.NoticeKindObjectionDue, "objection due", 0, o.Tier)
	})
	if err != nil {
		return err
	}
	return s.eachRaised(ctx, entobjection.DueOnLT(today), func(ctx context.Context, b *batch, o *ent.Objection) error {
		key := fmt.Sprint("objection overdue ", (daysLate(o, today)-1)/remindEvery)
		return b.tellAnswerers(ctx, o, term.NoticeKindObjectionOverdue, key, 0, o.Tier, objection.Above(o.Tier), term.RoleInspector)
	})
}

func daysLate(o *ent.Objection, today time.Time) int { return int(today.Sub(o.DueOn).Hours() / 24) }

// eachRaised goes through the objections that wait for an answer, a batch per transaction.
func (s *Service) eachRaised(ctx context.Context, due predicate.Objection, do func(context.Context, *batch, *ent.Objection) error) error {
	for last, n := int64(0), formBatch; n == formBatch; {
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			rows, err := tx.Objection.Query().Where(entobjection.IDGT(last), entobjection.StateEQ(term.ObjectionStateRaised), due).
				Order(entobjection.ByID()).Limit(formBatch).WithUnit().All(ctx)
			if n = len(rows); err != nil || n == 0 {
				return err
			}
			b := s.newBatch(tx)
			for _, o := range rows {
				if err := do(ctx, b, o); err != nil {
					return err
				}
			}
			if err := b.flush(ctx); err != nil {
				return err
			}
			last = rows[n-1].ID
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
