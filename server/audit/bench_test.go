package audit_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/authz"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// The two variants take turns, so that other load on the machine affects both.
const (
	rounds  = 12
	turn    = 1500 * time.Millisecond
	writers = 4
)

// BenchmarkWhatTheLogCosts compares how many risk points per second are recorded with the log,
// its sequencer and its signer, and without.
func BenchmarkWhatTheLogCosts(b *testing.B) {
	testkit.EachServer(b, func(b *testing.B, open func() *testkit.DB) {
		with, without := open(), open()
		bare := register.New(without.Raw, register.DefaultRecipe)
		towns := [2]*testkit.World{testkit.NewWorld(b, with), testkit.NewWorld(b, without)}
		ctx, stop := context.WithCancel(context.Background())
		var working sync.WaitGroup
		l := testkit.Must(tlog.Open(with.Store, tlog.Options{Dir: with.LogDir, Every: 5 * time.Second}))(b)
		working.Go(func() { audit.NewService(with.Store, l).Run(ctx) })
		defer working.Wait()
		defer stop()
		record := func(s *register.Service, w *testkit.World) func(int) error {
			return func(i int) error {
				_, err := s.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Department.ID,
					Details: testkit.RiskDetails(fmt.Sprintf("东许可%d", i)), Assessment: &testkit.Minor})
				return err
			}
		}
		on, off := record(with.Register, towns[0]), record(bare, towns[1])
		b.ResetTimer()
		for range b.N {
			var ratios, perSecond []float64
			for range rounds {
				a, z := run(b, on), run(b, off)
				ratios, perSecond = append(ratios, 100*(1-a/z)), append(perSecond, a)
			}
			slices.Sort(ratios)
			slices.Sort(perSecond)
			b.ReportMetric(ratios[rounds/2], "%cost")
			b.ReportMetric(ratios[rounds/4], "%cost-q1")
			b.ReportMetric(ratios[3*rounds/4], "%cost-q3")
			b.ReportMetric(perSecond[rounds/2], "writes/s")
		}
	})
}

// run lets the writers write for one turn and returns the writes per second.
func run(b *testing.B, write func(int) error) float64 {
	b.Helper()
	var done atomic.Int64
	var wg sync.WaitGroup
	start := time.Now()
	for range writers {
		wg.Go(func() {
			for time.Since(start) < turn {
				if err := write(int(done.Add(1))); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	return float64(done.Load()) / time.Since(start).Seconds()
}

// BenchmarkVerifyingAMillionEntries verifies an unchanged log of a million entries.
func BenchmarkVerifyingAMillionEntries(b *testing.B) {
	const million = 1_000_000
	db := testkit.SQLite(b)
	l := testkit.Must(tlog.Open(db.Store, tlog.Options{Dir: db.LogDir}))(b)
	fill(b, db, million)
	testkit.Must(l.Checkpoint(context.Background()))(b)
	verifier := testkit.Must(tlog.PublicKey(db.LogDir))(b)
	b.ResetTimer()
	for range b.N {
		r := testkit.Must(verify.Run(context.Background(), db.Store, verify.Options{Dir: db.LogDir, Verifier: verifier}))(b)
		if r.Total > 0 || r.Entries < million {
			b.Fatalf("found %+v in %d entries", r.Findings, r.Entries)
		}
		b.ReportMetric(float64(r.Entries), "entries")
	}
}

// fill creates a log of n entries by changing risk points directly, without the services, for
// speed.
func fill(b *testing.B, db *testkit.DB, n int) {
	b.Helper()
	w := testkit.NewWorld(b, db)
	ctx := testkit.System()
	rows := db.Client.RiskPoint.Query().AllX(ctx)
	at := authz.Levels{w.East.Unit.ID}
	const portion = 5000
	for done := 0; done < n; done += portion {
		err := store.WithTx(ctx, db.Store, func(ctx context.Context, tx *ent.Tx) error {
			for i := range portion {
				k := i % len(rows)
				out, err := tx.RiskPoint.UpdateOne(rows[k]).SetTitle(fmt.Sprintf("收受好处%d", done+i)).AddVersion(1).Save(ctx)
				if err != nil {
					return err
				}
				rows[k] = out
				if err := audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionReviseRiskPoint, At: at, Object: out.ID}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		for i := range rows {
			rows[i] = rows[i].Unwrap()
		}
		testkit.Must(audit.Sequence(context.Background(), db.Store))(b)
	}
}
