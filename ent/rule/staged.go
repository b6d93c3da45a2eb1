package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/intercept"
	"sineng/ent/viewer"
)

// The columns by which rows of an import under way are told.
const (
	importColumn   = "import_id"
	stagedTable    = "staged_imports"
	stagedIDColumn = "id"
)

// HideStaged hides the rows of imports under way from everybody, the program included, but for
// the import itself (viewer.WithImport). It is part of every read of such an entity.
func HideStaged() ent.Interceptor {
	return intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		if shown := Shown(ctx); shown != nil {
			q.WhereP(shown)
		}
		return nil
	})
}

// Shown is what HideStaged adds to a statement, for those built by hand; nil for nothing.
func Shown(ctx context.Context) func(*sql.Selector) {
	switch own, others := viewer.Import(ctx); {
	case own == 0:
		return func(s *sql.Selector) { s.Where(NotStaged(s)) }
	case len(others) > 0: // known, and mostly none, so that an import's own statements stay short
		return sql.FieldNotIn(importColumn, others...)
	}
	return nil
}

// NotStaged matches rows that no import under way brings. It is for statements that are built by
// hand, too.
func NotStaged(s *sql.Selector) *sql.Predicate {
	pending := sql.Dialect(s.Dialect()).Select(stagedIDColumn).From(sql.Table(stagedTable))
	column := s.C(importColumn)
	return sql.Or(sql.EQ(column, 0), sql.NotIn(column, pending))
}

// NotStagedSQL is NotStaged as text, for the rows of a table or an alias.
func NotStagedSQL(table string) string {
	column := table + "." + importColumn
	return "(" + column + " = 0 OR " + column + " NOT IN (SELECT " + stagedIDColumn + " FROM " + stagedTable + "))"
}

// MarkStaged marks the rows that an import creates.
func MarkStaged() ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if own, _ := viewer.Import(ctx); own != 0 && m.Op().Is(ent.OpCreate) {
				m.(interface{ SetImportID(int64) }).SetImportID(own)
			}
			return next.Mutate(ctx, m)
		})
	}
}
