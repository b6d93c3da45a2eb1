package follow_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/ent/logcursor"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/follow"
	"sineng/server/org"
	"sineng/server/testkit"
)

// write makes units, each an entry of the log.
func write(t *testing.T, db *testkit.DB, codes ...string) {
	t.Helper()
	for _, code := range codes {
		testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: code, Name: "单位" + code, Kind: term.UnitKindBureau}))(t)
	}
	testkit.Must(audit.Sequence(testkit.System(), db.Store))(t)
}

// follower notes the codes of the units that it learns of; fail says which it cannot work on.
func follower(db *testkit.DB, seen *[]string, fail func(code string) error) *follow.Follower {
	return &follow.Follower{Store: db.Store, Name: "test", Actions: []term.AuditAction{term.AuditActionCreateUnit},
		Do: func(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
			var codes []string
			for _, e := range entries {
				for _, id := range e.Changed(ent.TypeUnit) {
					code := tx.Unit.GetX(ctx, id).Code
					if err := fail(code); err != nil {
						return err
					}
					codes = append(codes, code)
				}
			}
			*seen = append(*seen, codes...)
			return nil
		}}
}

func never(string) error { return nil }

func TestAFollowerGoesOnFromWhereItStopped(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var seen []string
		write(t, db, "A", "B")
		for range 2 {
			if err := follower(db, &seen, never).Pass(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		write(t, db, "C")
		if err := follower(db, &seen, never).Pass(t.Context()); err != nil {
			t.Fatal(err)
		}
		if want := []string{"A", "B", "C"}; !slices.Equal(seen, want) {
			t.Errorf("followed %v, want %v", seen, want)
		}
	})
}

func TestAnEntryThatFailsIsSkippedAndReportedAndHoldsUpNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var seen []string
		no := errors.New("no such unit")
		f := follower(db, &seen, func(code string) error {
			if code == "C" || code == "F" {
				return no
			}
			return nil
		})
		write(t, db, "A", "B", "C", "D", "E", "F", "G")
		for i := 1; i < follow.MostTries; i++ {
			err := f.Pass(t.Context())
			var skipped *follow.SkippedError
			if !errors.Is(err, no) || errors.As(err, &skipped) {
				t.Fatalf("try %d ends with %v", i, err)
			}
		}
		var indexes []int64
		for range follow.MostTries {
			var skipped *follow.SkippedError
			if errors.As(f.Pass(t.Context()), &skipped) {
				indexes = append(indexes, skipped.Index)
			}
		}
		if want := []string{"A", "B", "D", "E", "G"}; !slices.Equal(seen, want) || len(indexes) != 2 || indexes[1] != indexes[0]+3 {
			t.Errorf("followed %v and skipped %v, want %v", seen, indexes, want)
		}
		cursor := db.Client.LogCursor.Query().Where(logcursor.Name("test")).OnlyX(testkit.System())
		if cursor.Skipped != 2 || *cursor.SkippedIndex != indexes[1] || cursor.SkippedAt == nil || cursor.Failure != no.Error() {
			t.Errorf("the cursor stands at %+v", cursor)
		}
	})
}

// A database that fails is not taken for an entry that fails.
func TestNothingIsSkippedWhileTheCursorCannotMove(t *testing.T) {
	db := testkit.SQLite(t)
	var seen []string
	write(t, db, "A")
	db.Client.LogCursor.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if m.Op().Is(ent.OpUpdate) {
				return nil, errors.New("the disk is full")
			}
			return next.Mutate(ctx, m)
		})
	})
	f := follower(db, &seen, never)
	for range 3 * follow.MostTries {
		var skipped *follow.SkippedError
		if err := f.Pass(t.Context()); err == nil || errors.As(err, &skipped) {
			t.Fatalf("the pass ends with %v", err)
		}
	}
	if at := db.Client.LogCursor.Query().Where(logcursor.Name("test")).OnlyX(testkit.System()).Next; at != 0 || seen != nil {
		t.Errorf("the cursor is at %d, followed %v", at, seen)
	}
}

func TestOfSeveralServersOneWorksOnAnEntry(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var codes []string
		for i := range 40 {
			codes = append(codes, fmt.Sprint("U", i))
		}
		write(t, db, codes...)
		var mu sync.Mutex
		var all []string
		var working sync.WaitGroup
		for range 3 {
			working.Go(func() {
				var seen []string
				if err := follower(db, &seen, never).Pass(t.Context()); err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				all = append(all, seen...)
			})
		}
		working.Wait()
		if len(all) != len(codes) {
			t.Errorf("%d units were worked on, want %d: %v", len(all), len(codes), all)
		}
	})
}

func TestAFollowerMayBeginAtTheEndOfTheLog(t *testing.T) {
	db := testkit.SQLite(t)
	var seen []string
	f := follower(db, &seen, never)
	write(t, db, "A")
	for i, want := range []bool{true, false} {
		if begins := testkit.Must(f.Skip(t.Context()))(t); begins != want {
			t.Errorf("Skip %d tells %v", i, begins)
		}
	}
	write(t, db, "B")
	if err := f.Pass(t.Context()); err != nil || !slices.Equal(seen, []string{"B"}) {
		t.Errorf("followed %v: %v", seen, err)
	}
}

func TestALogThatIsShorterThanTheCursorIsFollowedFromItsEnd(t *testing.T) {
	db := testkit.SQLite(t)
	var seen []string
	f := follower(db, &seen, never)
	write(t, db, "A")
	db.Raw.Client.LogCursor.Create().SetName("test").SetNext(1000).ExecX(testkit.System())
	if err := f.Pass(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, db, "B")
	if err := f.Pass(t.Context()); err != nil || !slices.Equal(seen, []string{"B"}) {
		t.Errorf("followed %v: %v", seen, err)
	}
}
