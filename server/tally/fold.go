package tally

import (
	"context"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/riskcount"
	"sineng/ent/riskcountdelta"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// batch is how many deltas one transaction folds.
const batch = 2000

// Fold moves pending deltas into the roll-up until none is left and returns
// their number.
func Fold(ctx context.Context, s *store.Store) (folded int, err error) {
	ctx = viewer.System(ctx)
	for {
		n, err := store.WithValue(ctx, s, func(ctx context.Context, tx *ent.Tx) (int, error) {
			return foldBatch(ctx, tx, s.Dialect())
		})
		folded += n
		if err != nil || n < batch {
			return folded, err
		}
	}
}

type cell struct {
	unit int64
	key  Key
}

// foldBatch locks the deltas by their keys before it reads them, since moving
// a unit rewrites the deltas of its subtree.
func foldBatch(ctx context.Context, tx *ent.Tx, d string) (int, error) {
	shown, err := store.ShownImports(ctx, tx.Client(), riskcountdelta.Table)
	if err != nil || len(shown) == 0 {
		return 0, err
	}
	ids, err := tx.RiskCountDelta.Query().Where(riskcountdelta.ImportIDIn(shown...)).Order(riskcountdelta.ByImportID(), riskcountdelta.ByID()).Limit(batch).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	query := tx.RiskCountDelta.Query().Where(riskcountdelta.IDIn(ids...))
	if d == dialect.MySQL {
		query.ForUpdate()
	}
	deltas, err := query.All(ctx)
	if err != nil {
		return 0, err
	}
	sums := map[cell]int{}
	for _, x := range deltas {
		k := Key{x.Grade, x.RiskType, x.PowerType, x.Status, x.Controlled}
		sums[cell{0, k}] += x.N
		for _, unit := range x.Levels() {
			if unit != 0 {
				sums[cell{unit, k}] += x.N
			}
		}
	}
	if err := addAll(ctx, tx, sums); err != nil {
		return 0, err
	}
	_, err = tx.RiskCountDelta.Delete().Where(riskcountdelta.IDIn(ids...)).Exec(ctx)
	return len(ids), err
}

// addAll adds the sums to the roll-up in a fixed order, so that concurrent
// writers wait rather than deadlock.
func addAll(ctx context.Context, tx *ent.Tx, sums map[cell]int) error {
	cells := sortedCells(sums)
	for len(cells) > 0 {
		n := min(len(cells), 500)
		rows := make([]*ent.RiskCountCreate, 0, n)
		for _, c := range cells[:n] {
			if sums[c] == 0 {
				continue
			}
			rows = append(rows, tx.RiskCount.Create().SetUnitID(c.unit).
				SetGrade(c.key.Grade).SetRiskType(c.key.RiskType).SetPowerType(c.key.PowerType).
				SetStatus(c.key.Status).SetControlled(c.key.Controlled).SetN(sums[c]))
		}
		cells = cells[n:]
		if len(rows) == 0 {
			continue
		}
		err := tx.RiskCount.CreateBulk(rows...).
			OnConflict(
				sql.ConflictColumns(riskcount.FieldUnitID, riskcount.FieldGrade, riskcount.FieldRiskType,
					riskcount.FieldPowerType, riskcount.FieldStatus, riskcount.FieldControlled),
				sql.ResolveWith(func(u *sql.UpdateSet) {
					u.Set(riskcount.FieldN, sql.ExprFunc(func(b *sql.Builder) {
						b.Ident(riskcount.Table).WriteByte('.').Ident(riskcount.FieldN).WriteString(" + ")
						if b.Dialect() == dialect.MySQL {
							b.WriteString("VALUES(").Ident(riskcount.FieldN).WriteString(")")
						} else {
							b.WriteString("excluded.").Ident(riskcount.FieldN)
						}
					}))
				}),
			).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
