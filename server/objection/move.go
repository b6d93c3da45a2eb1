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

// enter sets the state that an objection goes to, which comes from Next. No other code does.
func enter(m *ent.ObjectionMutation, to term.ObjectionState, at time.Time) {
	m.SetState(to)
	m.SetUpdatedAt(at)
}

// move begins the update of an objection by an action; the caller saves it.
func (s *Service) move(tx *ent.Tx, o *ent.Objection, expectedVersion int, action Action, as Capacity) (*ent.ObjectionUpdateOne, error) {
	to, err := Next(o.State, action, as, o.Tier)
	if err != nil {
		return nil, err
	}
	u := tx.Objection.UpdateOne(o).Where(objection.Version(expectedVersion)).AddVersion(1)
	enter(u.Mutation(), to, s.store.Now())
	return u, nil
}

// hold loads an objection that the viewer may see and locks it.
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
