package objection

import (
	"context"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/objection"
	"sineng/ent/term"
	"sineng/server/store"
)

// enter writes the state that an objection goes to. It is the only place that does; the state comes
// from Next.
func enter(m *ent.ObjectionMutation, to term.ObjectionState, at time.Time) {
	m.SetState(to)
	m.SetUpdatedAt(at)
}

// move begins the update of an objection by an action; whoever calls it saves it.
func (s *Service) move(tx *ent.Tx, o *ent.Objection, expectedVersion int, action Action, as Capacity) (*ent.ObjectionUpdateOne, error) {
	to, err := Next(o.State, action, as, o.Tier)
	if err != nil {
		return nil, err
	}
	u := tx.Objection.UpdateOne(o).Where(objection.Version(expectedVersion)).AddVersion(1)
	enter(u.Mutation(), to, s.store.Now())
	return u, nil
}

// hold finds an objection that the viewer may see and keeps others from ending it meanwhile.
func (s *Service) hold(ctx context.Context, tx *ent.Tx, id int64) (*ent.Objection, error) {
	q := tx.Objection.Query().Where(objection.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	o, err := q.Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "objectionId", "申诉", "objection")
	}
	return o, nil
}
