package store_test

import (
	"context"
	"database/sql"
	"errors"
	"testing"

	entsql "entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/stagedimport"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// version is the version of rights, read as account reads it.
func version(t *testing.T, db *testkit.DB) int64 {
	t.Helper()
	s := entsql.Dialect(db.Dialect()).Select().From(entsql.Table(unit.Table))
	query, args := s.Select(store.JoinRightsVersion(s)).Limit(1).Query()
	rows := testkit.Must(db.Client.QueryContext(testkit.System(), query, args...))(t)
	defer func() { _ = rows.Close() }()
	var v sql.NullInt64
	if !rows.Next() || rows.Scan(&v) != nil || !v.Valid {
		t.Fatalf("the version of rights is %v: %v", v, rows.Err())
	}
	return v.Int64
}

func TestEveryWriteToATableOfRightsSetsAnotherVersion(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		now, day, person := db.Now(), db.Today(), w.East.People[0]
		raw := db.Raw.Client
		account := raw.Account.Create().SetLoginName("somebody").SetPasswordHash("x").SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		role := raw.RoleAppointment.Create().SetAccountID(account.ID).SetRole(term.RoleInspector).SetFromDay(day).SetCreatedAt(now).SetUpdatedAt(now)
		within := func(fn func(tx *ent.Tx) error) func() error {
			return func() error {
				return store.WithTx(ctx, db.Raw, func(_ context.Context, tx *ent.Tx) error { return fn(tx) })
			}
		}
		for _, c := range []struct {
			what  string
			moves bool
			do    func() error
		}{
			{"a row is added", true, func() error { return role.Exec(ctx) }},
			{"rows are added in bulk", true, within(func(tx *ent.Tx) error {
				add := func(deputy int64) *ent.DelegationCreate {
					return tx.Delegation.Create().SetPersonID(person.ID).SetDeputyID(deputy).SetFromDay(day).SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(w.East.Unit.ID).SetReason("出差")
				}
				return tx.Delegation.CreateBulk(add(w.East.People[1].ID), add(w.East.People[2].ID)).Exec(ctx)
			})},
			{"a row is changed", true, within(func(tx *ent.Tx) error {
				return tx.Portfolio.UpdateOneID(portfolioOf(ctx, tx, person)).SetToDay(day).Exec(ctx)
			})},
			{"rows are changed by a condition", true, within(func(tx *ent.Tx) error { return tx.Appointment.Update().SetToDay(day).Exec(ctx) })},
			{"outside a transaction", true, func() error { return raw.Appointment.Update().SetToDay(day.AddDate(0, 0, 1)).Exec(ctx) }},
			{"a row is deleted", true, within(func(tx *ent.Tx) error { return tx.Portfolio.DeleteOneID(portfolioOf(ctx, tx, person)).Exec(ctx) })},
			{"by hand, within", true, within(func(tx *ent.Tx) error {
				_, err := tx.ExecContext(ctx, "\n UPDATE units SET child_count = child_count")
				return err
			})},
			{"by hand, outside", true, func() error {
				_, err := raw.ExecContext(ctx, "update `units` set child_count = 2")
				return err
			}},
			{"an import is staged", true, within(func(tx *ent.Tx) error {
				return tx.StagedImport.Create().SetBegunAt(now).SetAliveUntil(now).SetFirsts(map[string]int64{}).Exec(ctx)
			})},
			{"an import is shown", true, func() error { _, err := raw.StagedImport.Delete().Where(stagedimport.IDGT(0)).Exec(ctx); return err }},
			{"in a transaction that is undone", false, func() error {
				undone := errors.New("undone")
				err := within(func(tx *ent.Tx) error {
					return errors.Join(tx.Appointment.Update().SetToDay(day).Exec(ctx), undone)
				})()
				if errors.Is(err, undone) {
					return nil
				}
				return err
			}},
			{"a person is renamed", true, within(func(tx *ent.Tx) error { return tx.Person.UpdateOneID(person.ID).SetName("新名").Exec(ctx) })},
			{"a table of which no rights follow", false, within(func(tx *ent.Tx) error { return tx.Measure.Update().SetContent("复核").Exec(ctx) })},
			{"a table whose name contains that of another", false, within(func(tx *ent.Tx) error {
				return tx.RiskPoint.UpdateOneID(tx.RiskPoint.Query().FirstIDX(ctx)).AddExposedPostIDs(w.East.Posts[0].ID).AddExposedPersonIDs(person.ID).Exec(ctx)
			})},
			{"by hand, beside a name that contains it", true, within(func(tx *ent.Tx) error {
				_, err := tx.ExecContext(ctx, "DELETE FROM risk_point_exposed_posts WHERE post_id NOT IN (SELECT id FROM posts)")
				return err
			})},
			{"reading", false, within(func(tx *ent.Tx) error {
				_, err := tx.Unit.Query().All(ctx)
				return err
			})},
		} {
			before := version(t, db)
			if err := c.do(); err != nil {
				t.Fatalf("%s: %v", c.what, err)
			}
			if moved := version(t, db) != before; moved != c.moves {
				t.Errorf("%s: another version %v, want %v", c.what, moved, c.moves)
			}
		}
	})
}

func portfolioOf(ctx context.Context, tx *ent.Tx, p *ent.Person) int64 {
	return tx.Portfolio.Query().Where(portfolio.PersonID(p.ID)).OnlyIDX(ctx)
}

func TestAWriterWithTheLogAddsNoRightsOutsideATransaction(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "E", Name: "东", Kind: term.UnitKindBureau}))(t)
	rows, err := db.Client.QueryContext(testkit.System(), "INSERT INTO staged_imports (account_id, begun_at, alive_until, dropped, firsts) VALUES (0, '2026-01-01', '2026-01-01', 0, '{}') RETURNING id")
	if err == nil {
		_ = rows.Close()
	}
	if !errors.Is(err, store.ErrRightsOutside) {
		t.Errorf("a row added outside a transaction: %v", err)
	}
}

func TestTheVersionOfRightsIsPutBackAtAStart(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	for _, hand := range []string{"DELETE FROM rights_versions", "UPDATE rights_versions SET id = 1"} {
		testkit.Must(db.Raw.Client.ExecContext(testkit.System(), hand))(t)
		testkit.Must(db.Migrate(t.Context()))(t)
		version(t, db)
	}
}
