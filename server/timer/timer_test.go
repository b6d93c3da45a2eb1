package timer_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/timer"
)

const (
	kind = "test.do"
	// effect is the kind of rows by which handlers show what they did: there is one of an object at
	// most, so that doing something twice fails.
	effect = "test.done"
	day    = 24 * time.Hour
)

func do(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	return tx.DueItem.Create().SetKind(effect).SetObjectID(item.Object).SetAt(item.At).SetNextAt(item.At).Exec(ctx)
}

func effects(db *testkit.DB) []int64 {
	var out []int64
	for _, row := range db.Client.DueItem.Query().Where(dueitem.Kind(effect)).Order(dueitem.ByID()).AllX(testkit.System()) {
		out = append(out, row.ObjectID)
	}
	return out
}

func newTimer(s *store.Store, handlers ...timer.Handler) *timer.Timer {
	t := timer.New(s, slog.New(slog.DiscardHandler))
	t.Handle(handlers...)
	return t
}

func set(t *testing.T, db *testkit.DB, object int64, at time.Time) {
	t.Helper()
	err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error { return timer.Set(ctx, tx, kind, object, at) })
	if err != nil {
		t.Fatal(err)
	}
}

func fire(t *testing.T, of *timer.Timer) int {
	t.Helper()
	return testkit.Must(of.Fire(t.Context()))(t)
}

// row is what is due of the kind on an object, nil for nothing.
func row(db *testkit.DB, object int64) *ent.DueItem {
	out, err := db.Client.DueItem.Query().Where(dueitem.Kind(kind), dueitem.ObjectID(object)).Only(testkit.System())
	if err != nil {
		return nil
	}
	return out
}

func TestWhatIsDueIsFiredAtItsMomentAndOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		of := newTimer(db.Store, timer.Handler{Kind: kind, Do: do})
		start := db.Now()
		for i, after := range []time.Duration{2 * time.Hour, time.Hour, 3 * time.Hour, 4 * time.Hour} {
			set(t, db, int64(i+1), start.Add(after))
		}
		set(t, db, 3, start.Add(90*time.Minute)) // is moved
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error { return timer.Cancel(ctx, tx, kind, 4) })
		if err != nil {
			t.Fatal(err)
		}
		if n := fire(t, of); n != 0 {
			t.Errorf("%d were fired before their moment", n)
		}
		db.Clock.Forward(time.Hour)
		if n := fire(t, of); n != 1 || row(db, 2) != nil {
			t.Errorf("%d were fired after an hour, want the second alone", n)
		}
		db.Clock.Forward(10 * day)
		fire(t, of)
		if got := effects(db); !slices.Equal(got, []int64{2, 3, 1}) || fire(t, of) != 0 {
			t.Errorf("fired %v", got)
		}
	})
}

func TestWhatATransactionSetsIsUndoneWithIt(t *testing.T) {
	db := testkit.SQLite(t)
	no := errors.New("no")
	err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
		return errors.Join(timer.Set(ctx, tx, kind, 1, db.Now()), no)
	})
	if !errors.Is(err, no) || row(db, 1) != nil {
		t.Errorf("due is %+v: %v", row(db, 1), err)
	}
}

// Two servers that look at the same moment do each thing once.
func TestOfSeveralServersOneFires(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		const many = 60
		for i := range int64(many) {
			set(t, db, i+1, db.Now())
		}
		second := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now)))(t)
		defer func() { _ = second.Close() }()
		daily := timer.Handler{Kind: "test.daily", Daily: true, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			item.Object = 1000
			return do(ctx, tx, item)
		}}
		var mu sync.Mutex
		var working sync.WaitGroup
		total := 0
		for _, s := range []*store.Store{db.Store, second, db.Store} {
			working.Go(func() {
				n, err := newTimer(s, timer.Handler{Kind: kind, Do: do}, daily).Fire(t.Context())
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				total += n
			})
		}
		working.Wait()
		failed := db.Client.DueItem.Query().Where(sql.FieldGT(dueitem.FieldAttempts, 0)).CountX(testkit.System())
		if n := len(effects(db)); total != many+1 || n != many+1 || failed != 0 {
			t.Errorf("%d were fired with %d effects and %d failures, want %d", total, n, failed, many+1)
		}
	})
}

func TestWhatFailsIsTriedAgainAfterGrowingPausesAndHoldsUpNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var out bytes.Buffer
		broken, tries := true, 0
		of := timer.New(db.Store, slog.New(slog.NewTextHandler(&out, nil)))
		of.Handle(timer.Handler{Kind: kind, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			if err := do(ctx, tx, item); err != nil || item.Object != 1 || !broken {
				return err
			}
			if tries++; tries == 2 {
				panic("out of range")
			}
			return errors.New("the form is gone")
		}})
		start := db.Now()
		set(t, db, 1, start)
		set(t, db, 2, start.Add(time.Millisecond))
		if n := fire(t, of); n != 1 {
			t.Errorf("%d were fired, want the second alone", n)
		}
		if got := effects(db); !slices.Equal(got, []int64{2}) {
			t.Errorf("the effects are of %v, want what failed undone", got)
		}
		for i, pause := range []time.Duration{10 * time.Second, 20 * time.Second, 40 * time.Second, 80 * time.Second} {
			r := row(db, 1)
			if r.Attempts != i+1 || r.NextAt.Sub(db.Now()) > pause || r.NextAt.Sub(db.Now()) < pause-time.Second || !r.At.Equal(start) || r.Failure == "" {
				t.Fatalf("after %d failures it stands at %+v", i+1, r)
			}
			db.Clock.Forward(pause - 2*time.Second)
			if fire(t, of); tries != i+1 {
				t.Errorf("it was tried before its pause was over")
			}
			db.Clock.Forward(2 * time.Second)
			fire(t, of)
		}
		for range 20 {
			db.Clock.Forward(time.Hour + time.Second)
			fire(t, of)
		}
		if tries != 25 {
			t.Errorf("%d tries, want one an hour at least", tries)
		}
		broken = false
		db.Clock.Forward(time.Hour)
		if n := fire(t, of); n != 1 || row(db, 1) != nil {
			t.Error("it was not fired once it could be")
		}
		if text := out.String(); !strings.Contains(text, "the form is gone") || !strings.Contains(text, "panic: out of range") || !strings.Contains(text, "object=1") {
			t.Errorf("the log says %s", text)
		}
	})
}

// Work on many rows goes on from where it came, in transactions of its own, also after a failure.
func TestWorkInSeveralTransactionsGoesOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		fail := true
		var begun []time.Time
		of := newTimer(db.Store, timer.Handler{Kind: kind, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
			begun = append(begun, item.Begun)
			next := *item
			next.Object = 100*item.Object + item.Cursor
			if err := do(ctx, tx, &next); err != nil {
				return err
			}
			if item.Object == 1 && item.Cursor == 2 && fail {
				return errors.New("the disk is full")
			}
			if item.Cursor < 4 {
				item.Continue(item.Cursor + 1)
			}
			return nil
		}})
		set(t, db, 1, db.Now())
		set(t, db, 2, db.Now())
		fire(t, of)
		if got := effects(db); !slices.Equal(got, []int64{100, 200, 101, 201, 202, 203, 204}) {
			t.Errorf("the effects are %v", got)
		}
		r := row(db, 1)
		if r.Cursor != 2 || r.BegunAt == nil || !r.BegunAt.Equal(begun[0]) {
			t.Fatalf("what failed stands at %+v", r)
		}
		fail = false
		db.Clock.Forward(time.Minute)
		begun = begun[:1]
		fire(t, of)
		if got := effects(db); !slices.Equal(got[7:], []int64{102, 103, 104}) || row(db, 1) != nil {
			t.Errorf("the effects are %v", got)
		}
		for _, b := range begun {
			if !b.Equal(begun[0]) {
				t.Errorf("the transactions began at %v", begun)
			}
		}
	})
}

func TestAHandlerMaySetItsRowAgain(t *testing.T) {
	db := testkit.SQLite(t)
	n := 0
	of := newTimer(db.Store, timer.Handler{Kind: kind, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
		n++
		return timer.Set(ctx, tx, kind, item.Object, item.At.Add(7*day))
	}})
	set(t, db, 1, db.Now())
	for range 3 {
		fire(t, of)
		db.Clock.Forward(7 * day)
	}
	if n != 3 {
		t.Errorf("fired %d times, want weekly", n)
	}
}

func TestWhatNoHandlerIsForIsLeftAlone(t *testing.T) {
	db := testkit.SQLite(t)
	set(t, db, 1, db.Now())
	if n := fire(t, newTimer(db.Store, timer.Handler{Kind: "other", Do: do})); n != 0 || row(db, 1) == nil {
		t.Errorf("%d were fired, %+v is left", n, row(db, 1))
	}
}

// What somebody put into the table, or moved there, is not done; the rest is.
func TestWhatIsDueButWasChangedByHandIsNotDone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		set(t, db, 1, db.Now().Add(-time.Hour))
		set(t, db, 2, db.Now().Add(-time.Hour))
		if _, err := db.Client.ExecContext(testkit.System(), "UPDATE due_items SET object_id = 3 WHERE kind = ? AND object_id = 1", kind); err != nil {
			t.Fatal(err)
		}
		of := newTimer(db.Store, timer.Handler{Kind: kind, Do: do})
		for range 2 {
			fire(t, of)
		}
		if got := effects(db); !slices.Equal(got, []int64{2}) {
			t.Errorf("done was %v", got)
		}
	})
}

func TestSeveralAreSetAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		of := newTimer(db.Store, timer.Handler{Kind: kind, Do: do})
		start := db.Now()
		set(t, db, 2, start.Add(day))
		setAll := func(at time.Time, objects ...int64) {
			t.Helper()
			err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error { return timer.SetAll(ctx, tx, kind, objects, at) })
			if err != nil {
				t.Fatal(err)
			}
		}
		setAll(start.Add(time.Hour))
		setAll(start.Add(time.Hour), 3, 1, 2, 3)
		for object := range int64(3) {
			if r := row(db, object+1); r == nil || !r.At.Equal(start.Add(time.Hour)) || !db.Genuine(r) {
				t.Errorf("due of %d is %+v", object+1, r)
			}
		}
		setAll(start.Add(2*time.Hour), 1, 3)
		db.Clock.Forward(time.Hour)
		if n := fire(t, of); n != 1 {
			t.Errorf("%d were fired, want the second alone", n)
		}
		db.Clock.Forward(time.Hour)
		fire(t, of)
		if got := effects(db); !slices.Equal(got, []int64{2, 1, 3}) {
			t.Errorf("fired %v", got)
		}
	})
}
