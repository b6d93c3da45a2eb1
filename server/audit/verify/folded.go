package verify

import (
	"context"
	"database/sql"
	"fmt"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/audit"
)

// The reasons of findings of folded columns.
const (
	ReasonFoldChanged = "FOLD_CHANGED" // what a row is compared by does not belong to what was typed
	ReasonFoldedTwice = "FOLDED_TWICE" // a row has the same code as another but for width, case and the like
)

// Folds finds rows whose folded column does not hold what the column folds to, and rows that have
// none since another of the same is there.
func Folds() Check {
	return Check{Name: "folded codes and names", Run: func(ctx context.Context, client *ent.Client) ([]Finding, error) {
		var out []Finding
		for _, f := range rule.FoldedColumns {
			found, err := foldsOf(viewer.System(ctx), client, f)
			if err != nil {
				return nil, fmt.Errorf("folded columns of %s: %w", f.Table, err)
			}
			out = append(out, found...)
		}
		return out, nil
	}}
}

func foldsOf(ctx context.Context, client *ent.Client, f rule.FoldedColumn) ([]Finding, error) {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id, %s, %s FROM %s ORDER BY id", f.Of, f.Into, f.Table))
	if err != nil {
		return nil, err
	}
	var out []Finding
	err = eachRow(rows, func() error {
		var id int64
		var typed, folded sql.NullString
		if err := rows.Scan(&id, &typed, &folded); err != nil {
			return err
		}
		at := &audit.Object{Type: entityOf(f.Table), ID: id}
		switch {
		case typed.Valid && !folded.Valid:
			out = append(out, Finding{Reason: ReasonFoldedTwice, Entry: -1, Object: at,
				ZH: fmt.Sprintf("%s “%s” 与另一条只差全半角、大小写或字形,请改成不同的", f.Of, typed.String),
				EN: fmt.Sprintf("%s %q differs from another only by width, case or variants of characters; make it different", f.Of, typed.String)})
		case typed.Valid && folded.String != f.Fold(typed.String), !typed.Valid && folded.Valid:
			out = append(out, Finding{Reason: ReasonFoldChanged, Entry: -1, Object: at,
				ZH: fmt.Sprintf("%s 与 %s 不符", f.Into, f.Of), EN: fmt.Sprintf("%s does not belong to %s", f.Into, f.Of)})
		}
		return nil
	})
	return out, err
}

// entityOf is the entity of a table.
func entityOf(table string) string {
	for name, e := range ent.Entities {
		if e.Table == table {
			return name
		}
	}
	return ""
}
