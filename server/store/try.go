package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/viewer"
)

type depthKey struct{}

// Try runs fn within the transaction of the context. When fn fails, its
// changes and its records for the log are rolled back and the transaction can
// go on. See Undone for errors after which it cannot.
func Try(ctx context.Context, fn func(ctx context.Context) error) error {
	tx := ent.TxFromContext(ctx)
	if tx == nil {
		return errors.New("store: there is no transaction to try something in")
	}
	depth, _ := ctx.Value(depthKey{}).(int)
	name := fmt.Sprintf("try_%d", depth)
	j, _ := ctx.Value(journalKey{}).(*journal)
	var before []Change
	if j != nil {
		before = slices.Clone(j.changes)
	}
	run := func(statement string) error {
		_, err := tx.ExecContext(viewer.System(ctx), statement+name)
		return err
	}
	if err := run("SAVEPOINT "); err != nil {
		return err
	}
	if err := fn(context.WithValue(ctx, depthKey{}, depth+1)); err != nil {
		if j != nil {
			j.changes = before
		}
		if lostToAnother(err) {
			return &undoneError{err}
		}
		if undo := run("ROLLBACK TO SAVEPOINT "); undo != nil {
			return &undoneError{errors.Join(err, undo)}
		}
		return err
	}
	return run("RELEASE SAVEPOINT ")
}
