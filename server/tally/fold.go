package tally

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/riskcountdelta"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// One transaction folds as many deltas as take about foldTime, since on SQLite writers wait for
// it, and a unit that is moved waits for it everywhere.
const (
	foldTime              = 20 * time.Millisecond
	leastBatch, mostBatch = 50, 2000
)

// Fold moves pending deltas into the roll-up until none is left and returns
// their number.
func Fold(ctx context.Context, s *store.Store) (folded int, err error) {
	ctx = viewer.System(ctx)
	for batch := 4 * leastBatch; ; {
		begun := time.Now()
		n, err := store.WithValue(ctx, s, func(ctx context.Context, tx *ent.Tx) (int, error) {
			return foldBatch(ctx, tx, s, batch)
		})
		folded += n
		if err != nil || n < batch {
			return folded, err
		}
		batch = nextBatch(batch, time.Since(begun))
	}
}

// nextBatch is the size of the next batch after one that took a time.
func nextBatch(batch int, took time.Duration) int {
	wanted := int(float64(batch) * float64(foldTime) / float64(max(took, time.Microsecond)))
	return min(max(wanted, batch/2, leastBatch), batch*2, mostBatch)
}

type cell struct {
	unit int64
	key  Key
}

// foldBatch locks the deltas by their keys before it reads them, since moving
// a unit rewrites the deltas of its subtree. It waits for nobody: what another transaction holds is
// folded later.
func foldBatch(ctx context.Context, tx *ent.Tx, s *store.Store, batch int) (int, error) {
	shown, err := store.ShownImports(ctx, tx.Client(), riskcountdelta.Table)
	if err != nil || len(shown) == 0 {
		return 0, err
	}
	ids, err := tx.RiskCountDelta.Query().Where(riskcountdelta.ImportIDIn(shown...)).Order(riskcountdelta.ByImportID(), riskcountdelta.ByID()).Limit(batch).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	query := tx.RiskCountDelta.Query().Where(riskcountdelta.IDIn(ids...))
	if s.Dialect() == dialect.MySQL {
		query.ForUpdate(sql.WithLockAction(sql.SkipLocked))
	}
	rows, err := query.All(ctx)
	if err != nil {
		return 0, err
	}
	if len(rows) == 0 { // another server folds them
		return 0, nil
	}
	ids = ids[:0]
	deltas := make([]delta, len(rows))
	sums := map[cell]int{}
	for i, x := range rows {
		d := delta{levels: x.Levels(), n: x.N, turn: x.Turn, old: x.RecordedOn == nil && x.Turn != shifted,
			State: State{Key: Key{x.Grade, x.RiskTypes, x.PowerType, x.Status, x.Controlled}, Post: x.PostID}}
		if x.RecordedOn != nil {
			d.recorded = *x.RecordedOn
		}
		if x.RetiredOn != nil {
			d.retired = *x.RetiredOn
		}
		deltas[i] = d
		ids = append(ids, x.ID)
		sums[cell{0, d.Key}] += d.n
		for _, unit := range d.levels {
			if unit != 0 {
				sums[cell{unit, d.Key}] += d.n
			}
		}
	}
	if err := addAll(ctx, tx, s.Dialect(), sums); err != nil {
		return 0, err
	}
	if err := s.DeleteKeys(ctx, tx, riskcountdelta.Table, ids); err != nil {
		return 0, err
	}
	return len(ids), publish(ctx, tx, s.Now(), bodyOf(deltas))
}

// addAll adds the sums to the roll-up in a fixed order, so that concurrent writers wait rather
// than deadlock.
func addAll(ctx context.Context, tx *ent.Tx, d string, sums map[cell]int) error {
	cells := make([]cell, 0, len(sums))
	for c, n := range sums {
		if n != 0 {
			cells = append(cells, c)
		}
	}
	slices.SortFunc(cells, compareCells)
	for part := range slices.Chunk(cells, 500) {
		if d == dialect.MySQL {
			// An upsert takes a key from the table's range for each row that is there already, so
			// these are updated. They are told first: a row that another fold makes meanwhile is
			// met by the upsert.
			fresh, err := unknown(ctx, tx, part)
			if err != nil {
				return err
			}
			if err := addKnown(ctx, tx, part, fresh, sums); err != nil {
				return err
			}
			part = fresh
		}
		if err := upsert(ctx, tx, d, part, sums); err != nil {
			return err
		}
	}
	return nil
}

const cellColumns = "unit_id, grade, risk_types, power_type, status, controlled"

// cellTable writes cells with their sums as a table; the collation is that of the columns, so
// that they are looked up by the index.
func cellTable(part []cell, sums map[cell]int) (string, []any) {
	var args []any
	for _, c := range part {
		args = append(args, c.unit, string(c.key.Grade), string(c.key.RiskTypes), c.key.PowerType, string(c.key.Status), c.key.Controlled, sums[c])
	}
	return "(SELECT ? AS unit_id, ? AS grade, ? AS risk_types, ? AS power_type, ? AS status, ? AS controlled, ? AS n" +
		strings.Repeat(" UNION ALL SELECT ?, ?, ?, ?, ?, ?, ?", len(part)-1) + ")", args
}

const sameCell = "c.unit_id = d.unit_id AND c.grade = d.grade AND c.risk_types = d.risk_types AND c.power_type = d.power_type" +
	" AND c.status = d.status AND c.controlled = d.controlled"

// addKnown adds to the cells that have a row: those that are not fresh.
func addKnown(ctx context.Context, tx *ent.Tx, part, fresh []cell, sums map[cell]int) error {
	known := slices.DeleteFunc(slices.Clone(part), func(c cell) bool {
		_, found := slices.BinarySearchFunc(fresh, c, compareCells)
		return found
	})
	if len(known) == 0 {
		return nil
	}
	table, args := cellTable(known, sums)
	res, err := tx.ExecContext(ctx, "UPDATE "+table+" AS d STRAIGHT_JOIN risk_counts AS c ON "+sameCell+" SET c.n = c.n + d.n", args...)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n != int64(len(known)) {
		return errors.Join(err, fmt.Errorf("tally: %d of %d counts were updated", n, len(known)))
	}
	return nil
}

// unknown are the cells without a row.
func unknown(ctx context.Context, tx *ent.Tx, part []cell) ([]cell, error) {
	at := map[cell]int{}
	for i, c := range part {
		at[c] = i
	}
	table, args := cellTable(part, at)
	rows, err := tx.QueryContext(ctx, "SELECT d.n FROM "+table+" AS d LEFT JOIN risk_counts AS c ON "+sameCell+" WHERE c.id IS NULL", args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []cell
	for rows.Next() {
		var i int
		if err := rows.Scan(&i); err != nil {
			return nil, err
		}
		out = append(out, part[i])
	}
	slices.SortFunc(out, compareCells)
	return out, rows.Err()
}

// upsert adds to cells, and makes the rows that are missing.
func upsert(ctx context.Context, tx *ent.Tx, d string, part []cell, sums map[cell]int) error {
	if len(part) == 0 {
		return nil
	}
	added := " ON CONFLICT (" + cellColumns + ") DO UPDATE SET n = risk_counts.n + excluded.n"
	if d == dialect.MySQL {
		added = " ON DUPLICATE KEY UPDATE n = n + VALUES(n)"
	}
	var args []any
	for _, c := range part {
		args = append(args, c.unit, string(c.key.Grade), string(c.key.RiskTypes), c.key.PowerType, string(c.key.Status), c.key.Controlled, sums[c])
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO risk_counts (%s, n) VALUES (?, ?, ?, ?, ?, ?, ?)%s%s", cellColumns,
		strings.Repeat(", (?, ?, ?, ?, ?, ?, ?)", len(part)-1), added), args...)
	return err
}

func compareCells(a, b cell) int {
	return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.key.Grade, b.key.Grade),
		cmp.Compare(a.key.RiskTypes, b.key.RiskTypes), cmp.Compare(a.key.PowerType, b.key.PowerType),
		cmp.Compare(a.key.Status, b.key.Status), compareBools(a.key.Controlled, b.key.Controlled))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
