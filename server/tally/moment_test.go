package tally_test

import (
	"context"
	"testing"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// momentNow reads the state of the counts as the statement that finds a session does.
func momentNow(t *testing.T, s *store.Store) tally.Moment {
	t.Helper()
	var m tally.Moment
	query, args := sql.Dialect(s.Dialect()).Select().AppendSelectExpr(tally.SelectMoment()).From(sql.Table("rights_versions")).Query()
	rows := testkit.Must(s.Client.QueryContext(testkit.System(), query, args...))(t)
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		t.Fatal("no row of the version of rights")
	}
	if err := rows.Scan(m.Into()...); err != nil {
		t.Fatal(err)
	}
	return m
}

// A query counts as of the moment that was read with its session without a statement, as long as the memory
// stands at it; whatever happens between, it never counts less than was there at that moment.
func TestAQueryCountsAsOfItsMoment(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		root := rootsIn(db)[:1]
		count := func(ctx context.Context) (n, statements int) {
			t.Helper()
			db.Statements.Reset()
			for _, r := range testkit.Must(tally.Counts(ctx, db.Store, root, tally.Filter{}, tally.Span{}))(t) {
				n += r.N
			}
			return n, len(db.Statements.Seen())
		}
		risk := register.RecordRiskPoint{UnitID: w.East.Department.ID, Assessment: &testkit.Minor, Details: testkit.RiskDetails("风险")}
		record := func() {
			t.Helper()
			testkit.Must(db.Register.RecordRiskPoint(testkit.System(), risk))(t)
		}
		// Another server folds.
		fold := func() { t.Helper(); testkit.Must(tally.Fold(testkit.System(), db.Raw))(t) }
		want := func(what string, ctx context.Context, n, statements int) {
			t.Helper()
			if got, asked := count(ctx); got != n || asked != statements {
				t.Errorf("%s: %d counted by %d statements, want %d by %d", what, got, asked, n, statements)
			}
		}
		fold()
		before, _ := count(testkit.System())
		now := func() context.Context { return tally.At(testkit.System(), momentNow(t, db.Store)) }
		quiet := now()
		want("nothing waits", quiet, before, 0)
		record()
		want("a moment before another recorded", quiet, before, 0)
		want("a delta waits", now(), before+1, 1)
		waiting := now()
		fold()
		if got, _ := count(waiting); got != before+1 {
			t.Errorf("the delta that waited was folded meanwhile: %d counted, want %d", got, before+1)
		}
		// The memory stands at the newest state now, the old moment is none of its own.
		if got, _ := count(quiet); got != before+1 {
			t.Errorf("the memory went on: %d counted, want %d", got, before+1)
		}
		record()
		fold()
		folded := now()
		if got, _ := count(folded); got != before+2 {
			t.Errorf("others recorded and folded: %d counted, want %d", got, before+2)
		}
		want("the memory caught up", folded, before+2, 0)
		want("no moment", testkit.System(), before+2, 1)
		err := store.WithTx(folded, db.Store, func(ctx context.Context, _ *ent.Tx) error {
			if _, err := db.Register.RecordRiskPoint(ctx, risk); err != nil {
				return err
			}
			n := 0
			rows, err := tally.Counts(ctx, db.Store, root, tally.Filter{}, tally.Span{})
			for _, r := range rows {
				n += r.N
			}
			if n != before+3 {
				t.Errorf("a transaction counts %d, want its own write among %d", n, before+3)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		// A move changes what units count without a delta of its own.
		d := db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
		east := rootsIn(db)
		for i, r := range east {
			if r.ID == w.East.Unit.ID {
				east = east[i : i+1]
				break
			}
		}
		testkit.Must(db.Org.MoveUnit(testkit.System(), d.ID, d.Version, &w.West.Unit.ID))(t)
		for _, step := range []string{"moved", "moved and folded"} {
			got := testkit.Must(tally.Counts(now(), db.Store, east, tally.Filter{}, tally.Span{}))(t)
			same(t, step, got, testkit.Must(tally.ReadLive(testkit.System(), db.Client, east, tally.Filter{}, tally.Span{}))(t))
			fold()
		}
	})
}
