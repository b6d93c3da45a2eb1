package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"

	"sineng/ent/rule"
)

// foldVersion is the version of the migration that fills the folded columns.
const foldVersion = 20261201012200

// foldBatch is how many rows a statement folds.
const foldBatch = 500

// goMigrations are the migrations that SQL cannot say.
func (s *Store) goMigrations() []*goose.Migration {
	return []*goose.Migration{goose.NewGoMigration(foldVersion, &goose.GoFunc{RunTx: s.foldRows}, nil)}
}

// foldRows fills the folded columns of rows that were there before them. Of rows that fold to the
// same all but the first keep none.
func (s *Store) foldRows(ctx context.Context, tx *sql.Tx) error {
	for _, f := range rule.FoldedColumns {
		if f.Born {
			continue
		}
		for after, more := int64(0), true; more; {
			var err error
			if after, more, err = s.foldSome(ctx, tx, f, after); err != nil {
				return fmt.Errorf("folding %s of %s: %w", f.Of, f.Table, err)
			}
		}
	}
	return nil
}

// foldSome folds the next rows of a table, and returns the last of them and whether there are more.
func (s *Store) foldSome(ctx context.Context, tx *sql.Tx, f rule.FoldedColumn, after int64) (last int64, more bool, err error) {
	rows, err := tx.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE id > ? AND %s IS NOT NULL AND %s IS NULL ORDER BY id LIMIT %d", f.Of, f.Table, f.Of, f.Into, foldBatch), after)
	if err != nil {
		return 0, false, err
	}
	defer func() { _ = rows.Close() }()
	var cases, ids []any
	for rows.Next() {
		var text string
		if err := rows.Scan(&last, &text); err != nil {
			return 0, false, err
		}
		cases, ids = append(cases, last, f.Fold(text)), append(ids, last)
	}
	if err := rows.Err(); err != nil || len(ids) == 0 {
		return 0, false, err
	}
	ignore := "UPDATE IGNORE"
	if s.dialect == dialect.SQLite {
		ignore = "UPDATE OR IGNORE"
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("%s %s SET %s = CASE id%s END WHERE id IN (?%s)", ignore, f.Table, f.Into,
		strings.Repeat(" WHEN ? THEN ?", len(ids)), strings.Repeat(",?", len(ids)-1)), append(cases, ids...)...)
	return last, len(ids) == foldBatch, err
}
