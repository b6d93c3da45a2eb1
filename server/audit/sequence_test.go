package audit_test

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

// TestLongEntriesGetTheirPlaces has more waiting than one statement may hold on MariaDB as
// it is delivered, as after a baseline of 50,000 rows.
func TestLongEntriesGetTheirPlaces(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		before := db.Sequence(t)
		details := map[string]string{}
		for i := range 1500 {
			details[fmt.Sprintf("a detail with a name %04d", i)] = "x"
		}
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
			return audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionBaseline, Details: details})
		})
		if err != nil {
			t.Fatal(err)
		}
		n, long := 1, len(db.Client.AuditInbox.Query().OnlyX(testkit.System()).Body)
		for ; n*long < 17<<20; n *= 2 {
			if _, err := db.Raw.Client.ExecContext(testkit.System(), "INSERT INTO audit_inbox (import_id, body, texts) SELECT import_id, body, texts FROM audit_inbox"); err != nil {
				t.Fatal(err)
			}
		}
		if got := testkit.Must(audit.Sequence(context.Background(), db.Store))(t); got != n {
			t.Errorf("%d of %d entries got places after %d", got, n, before)
		}
	})
}

// TestEntriesOfOthersDelayNone puts more entries that the program did not write before a genuine
// one than are sequenced at once.
func TestEntriesOfOthersDelayNone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		db.Sequence(t)
		if _, err := db.Raw.Client.ExecContext(testkit.System(), "INSERT INTO audit_inbox (import_id, body, texts) VALUES "+
			strings.TrimSuffix(strings.Repeat("(0, '{}', '{}'),", 1200), ",")); err != nil {
			t.Fatal(err)
		}
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
			return audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionBaseline})
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := testkit.Must(audit.Sequence(context.Background(), db.Store))(t); got != 1 {
			t.Errorf("%d entries got places", got)
		}
	})
}

func TestASequencerThatCannotGoOnSaysSo(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		run := func() { db.Audit.Run(ended) } // once
		rename := func(from, to string) {
			if _, err := db.Raw.Client.ExecContext(testkit.System(), "ALTER TABLE "+from+" RENAME TO "+to); err != nil {
				t.Fatal(err)
			}
		}
		if run(); db.Audit.Stalled(ended) != nil || db.Audit.SequencingFailures() != 0 {
			t.Errorf("a log that works: %v, %d failures", db.Audit.Stalled(ended), db.Audit.SequencingFailures())
		}
		rename("audit_entries", "audit_entries_away")
		testkit.NewWorld(t, db)
		if run(); db.Audit.Stalled(ended) != nil || db.Audit.SequencingFailures() != 1 || db.Audit.SequencingFailsFor() <= 0 {
			t.Errorf("after one failure: %v, %d failures for %s", db.Audit.Stalled(ended), db.Audit.SequencingFailures(), db.Audit.SequencingFailsFor())
		}
		db.Clock.Forward(time.Minute)
		run()
		if err := db.Audit.Stalled(ended); err == nil || !strings.Contains(err.Error(), "audit_entries") || db.Audit.SequencingFailsFor() < time.Minute {
			t.Errorf("after a minute of failures: %v, for %s", err, db.Audit.SequencingFailsFor())
		}
		rename("audit_entries_away", "audit_entries")
		if run(); db.Audit.Stalled(ended) != nil || db.Audit.SequencingFailsFor() != 0 || db.Audit.SequencingFailures() != 2 {
			t.Errorf("once it works: %v, for %s", db.Audit.Stalled(ended), db.Audit.SequencingFailsFor())
		}
	})
}

// busy is a driver of a database into which somebody writes an entry before each transaction of others.
type busy struct {
	dialect.Driver
	write func()
	left  int
}

func (b *busy) BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error) {
	if write := b.write; write != nil && b.left > 0 {
		b.write = nil
		write()
		b.write = write
		b.left--
	}
	return b.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, opts)
}

// TestABusyDatabaseIsSequencedInFewTransactions has writers who are as fast as the sequencer: what they
// write while it works waits for the next time.
func TestABusyDatabaseIsSequencedInFewTransactions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		db.Sequence(t)
		writers := &busy{left: 50}
		s := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithDriver(func(d dialect.Driver) dialect.Driver {
			writers.Driver = d
			return writers
		})))(t)
		defer func() { _ = s.Close() }()
		writers.write = func() {
			err := store.WithTx(testkit.System(), s, func(ctx context.Context, tx *ent.Tx) error {
				return audit.Append(ctx, s, audit.Event{Action: term.AuditActionBaseline})
			})
			if err != nil {
				t.Error(err)
			}
		}
		if got := testkit.Must(audit.Sequence(context.Background(), s))(t); got != 1 || writers.left != 49 {
			t.Errorf("%d entries got places in %d transactions", got, 50-writers.left)
		}
		writers.left = 0
		for range 3 {
			writers.write()
		}
		if got := testkit.Must(audit.Sequence(context.Background(), s))(t); got != 3 {
			t.Errorf("%d entries got places later, want all three", got)
		}
	})
}

// Another server sequences the whole inbox before any of the statements by which one looks what waits and where the log ends.
func TestEntriesThatAnotherServerSequencesMeanwhileGetOnePlace(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		if strings.HasPrefix(db.URL, "sqlite:") {
			t.Skip("one writer at a time: nobody comes between")
		}
		db.Sequence(t)
		key := testkit.Must(tlog.SealKey(db.LogDir))(t)
		at, passed, between := 0, 0, false
		statements := &testkit.Statements{}
		statements.Points(func(query string) {
			if passed++; passed == at {
				between = true
				db.Sequence(t)
			}
			if strings.HasPrefix(query, "INSERT") {
				passed = 1 << 30 // what is written is held against others
			}
		})
		other := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(key), store.WithDriver(statements.Driver)))(t)
		t.Cleanup(func() { _ = other.Close() })
		for between = true; between; at++ {
			for range 3 {
				if err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
					return audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionBaseline})
				}); err != nil {
					t.Fatal(err)
				}
			}
			passed, between = 0, at == 0
			if _, err := audit.Sequence(t.Context(), other); err != nil && !ent.IsConstraintError(err) {
				t.Fatal(err)
			}
			passed = 1 << 30
			db.Sequence(t)
			if left := db.Client.AuditInbox.Query().CountX(testkit.System()); left > 0 {
				t.Fatalf("%d entries wait after all", left)
			}
			seen := map[string]bool{}
			for _, e := range db.Client.AuditEntry.Query().AllX(testkit.System()) {
				if seen[e.Body] {
					t.Fatalf("somebody came between before statement %d, and an entry has two places: %s", at, e.Body)
				}
				seen[e.Body] = true
			}
		}
		if at < 5 {
			t.Errorf("nobody came between more than %d times", at)
		}
	})
}
