package store_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/go-sql-driver/mysql"

	"sineng/ent"
	"sineng/ent/unit"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestATransactionThatLostADeadlockIsRunAgainAsAWhole(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		if db.Dialect() != "mysql" {
			t.Skip("SQLite has one writer at a time")
		}
		w := testkit.NewWorld(t, db)
		first, second := w.East.Unit.ID, w.West.Unit.ID
		var held sync.WaitGroup // until both have locked their first row
		held.Add(2)
		var runs atomic.Int64
		var all sync.WaitGroup
		for _, order := range [][2]int64{{first, second}, {second, first}} {
			all.Go(func() {
				attempt := 0
				err := store.WithTx(testkit.System(), db.Raw, func(ctx context.Context, tx *ent.Tx) error {
					attempt++
					runs.Add(1)
					if err := countUp(ctx, tx, order[0]); err != nil {
						return err
					}
					if attempt == 1 {
						held.Done()
						held.Wait()
					}
					return countUp(ctx, tx, order[1])
				})
				if err != nil {
					t.Errorf("after %d attempts: %v", attempt, err)
				}
			})
		}
		all.Wait()
		if n := runs.Load(); n < 3 {
			t.Errorf("the transactions ran %d times: no deadlock was provoked", n)
		}
		for _, id := range []int64{first, second} {
			if got := db.Client.Unit.GetX(testkit.System(), id).SortOrder; got != 2 {
				t.Errorf("two transactions that each add 1 left %d", got)
			}
		}
	})
}

func TestATransactionThatLosesAlwaysEndsWithTheDatabasesError(t *testing.T) {
	db := testkit.SQLite(t)
	for number, want := range map[uint16]int{1213: 12, 1205: 12, 1047: 12, 3101: 12, 1062: 1, 1045: 1} {
		runs := 0
		lost := &mysql.MySQLError{Number: number, Message: "lost"}
		err := store.WithTx(testkit.System(), db.Store, func(context.Context, *ent.Tx) error {
			runs++
			return errors.Join(errors.New("while writing"), lost)
		})
		if !errors.Is(err, lost) || runs != want {
			t.Errorf("error %d: %d runs ended with %v, want %d runs", number, runs, err, want)
		}
	}
}

func TestARetryStopsWhenItsContextEnds(t *testing.T) {
	db := testkit.SQLite(t)
	ctx, cancel := context.WithCancel(testkit.System())
	runs := 0
	err := store.WithTx(ctx, db.Store, func(context.Context, *ent.Tx) error {
		runs++
		cancel()
		return &mysql.MySQLError{Number: 1213}
	})
	if !errors.Is(err, context.Canceled) || runs != 1 {
		t.Errorf("%d runs ended with %v", runs, err)
	}
}

func TestATransactionInsideAnotherIsTheSame(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		id := w.East.Unit.ID
		failed := errors.New("the outer one fails")
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, outer *ent.Tx) error {
			if err := outer.Unit.UpdateOneID(id).SetSortOrder(5).Exec(ctx); err != nil {
				return err
			}
			got, err := store.WithValue(ctx, db.Store, func(ctx context.Context, inner *ent.Tx) (int, error) {
				if inner != outer {
					t.Error("the inner transaction is another")
				}
				u, err := db.Reader(ctx).Unit.Get(ctx, id)
				if err != nil {
					return 0, err
				}
				return u.SortOrder, inner.Unit.UpdateOneID(id).SetSortOrder(6).Exec(ctx)
			})
			if err != nil || got != 5 {
				t.Errorf("inside, the unit had %d, %v; want what the outer one wrote", got, err)
			}
			return failed
		})
		if !errors.Is(err, failed) {
			t.Errorf("the outer transaction ended with %v", err)
		}
		if got := db.Client.Unit.GetX(testkit.System(), id).SortOrder; got != 0 {
			t.Errorf("after the outer transaction failed the unit has %d, want what was before", got)
		}
	})
}

func TestAPanicUndoesTheTransactionAndLeavesTheDatabaseUsable(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		id := w.East.Unit.ID
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_ = store.WithTx(testkit.System(), db.Raw, func(ctx context.Context, tx *ent.Tx) error {
				tx.Unit.UpdateOneID(id).SetSortOrder(9).ExecX(ctx)
				panic("in the middle")
			})
		}()
		err := store.WithTx(testkit.System(), db.Raw, func(ctx context.Context, tx *ent.Tx) error {
			return countUp(ctx, tx, id)
		})
		if got := db.Client.Unit.GetX(testkit.System(), id).SortOrder; err != nil || got != 1 {
			t.Errorf("afterwards the unit has %d, %v", got, err)
		}
	})
}

// countUp increments a column of a unit.
func countUp(ctx context.Context, tx *ent.Tx, id int64) error {
	u := tx.Unit.UpdateOneID(id)
	if err := u.Mutation().AddField(unit.FieldSortOrder, 1); err != nil {
		return err
	}
	return u.Exec(ctx)
}
