// Package timer does things at their moment. What is due is a row: a kind, an object and a moment,
// one row for each object of a kind. It is fired once, in the transaction that acts on it, by
// whichever server comes first; a server that was off fires what became due meanwhile.
package timer

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/ent/viewer"
)

// Item is what a handler is given of a row that is due.
type Item struct {
	// Object is what the row is about, 0 for nothing in particular.
	Object int64
	// At is the moment at which it was due. A server that was off fires it later.
	At time.Time
	// Begun is the moment at which it is fired, or was fired first where it is done in several
	// transactions.
	Begun time.Time
	// Cursor is where it goes on, 0 in the first transaction.
	Cursor int64

	next *int64
}

// Continue says that the handler has not finished: it is called again, in another transaction, with
// this cursor.
func (i *Item) Continue(cursor int64) { i.next = &cursor }

// Handler does what is due of one kind.
type Handler struct {
	Kind string
	// Daily makes the handler due at the start of every day, in China, on no object. Days on which
	// no server ran are made up for by one call, whose Item.At is in the first of them.
	Daily bool
	// Do acts in the transaction that removes the row; both commit, or neither does. It may set the
	// row again. Work on many rows is done in batches, see Item.Continue. After an error it is
	// called again after a pause that grows from failure to failure.
	Do func(ctx context.Context, tx *ent.Tx, item *Item) error
}

// Set makes something due at a moment, and moves it where it is due already. What was begun of it
// begins again.
func Set(ctx context.Context, tx *ent.Tx, kind string, object int64, at time.Time) error {
	ctx = viewer.System(ctx)
	move := func() (int, error) {
		return tx.DueItem.Update().Where(dueitem.Kind(kind), dueitem.ObjectID(object)).
			SetAt(at).SetNextAt(at).SetCursor(0).ClearBegunAt().SetAttempts(0).SetFailure("").Save(ctx)
	}
	n, err := move()
	if err != nil || n > 0 {
		return err
	}
	err = tx.DueItem.Create().SetKind(kind).SetObjectID(object).SetAt(at).SetNextAt(at).Exec(ctx)
	if ent.IsConstraintError(err) { // another transaction was faster
		_, err = move()
	}
	return err
}

// SetAll is Set for several objects of a kind. What is not due yet takes one statement, and one for
// the seal of each row.
func SetAll(ctx context.Context, tx *ent.Tx, kind string, objects []int64, at time.Time) error {
	ctx = viewer.System(ctx)
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(objects))), setAtOnce) {
		rows, err := tx.DueItem.Query().Where(dueitem.Kind(kind), dueitem.ObjectIDIn(part...)).Select(dueitem.FieldObjectID).All(ctx)
		if err != nil {
			return err
		}
		due := map[int64]bool{}
		for _, row := range rows {
			due[row.ObjectID] = true
		}
		var creates []*ent.DueItemCreate
		for _, object := range part {
			if !due[object] {
				creates = append(creates, tx.DueItem.Create().SetKind(kind).SetObjectID(object).SetAt(at).SetNextAt(at))
			}
		}
		err = tx.DueItem.CreateBulk(creates...).Exec(ctx)
		if err != nil && !ent.IsConstraintError(err) {
			return err
		}
		for _, object := range part { // another transaction may have set some first
			if !due[object] && err == nil {
				continue
			}
			if err := Set(ctx, tx, kind, object, at); err != nil {
				return err
			}
		}
	}
	return nil
}

// setAtOnce is for how many objects one statement sets what is due.
const setAtOnce = 500

// Cancel takes back what Set made due; nothing happens where nothing is.
func Cancel(ctx context.Context, tx *ent.Tx, kind string, object int64) error {
	_, err := tx.DueItem.Delete().Where(dueitem.Kind(kind), dueitem.ObjectID(object)).Exec(viewer.System(ctx))
	return err
}
