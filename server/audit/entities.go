package audit

import (
	"context"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/server/store"
)

// scanBatch is how many rows are read at a time.
const scanBatch = 2000

// link is a table of a many-to-many edge.
type link struct{ ent.LinkTable }

// each reads the table.
func (l link) each(ctx context.Context, client *ent.Client, do func(owner, other int64)) error {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT %s, %s FROM %s%s ORDER BY 1, 2", l.Owner, l.Other, l.Table, shownOwner[l.Table]))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var owner, other int64
		if err := rows.Scan(&owner, &other); err != nil {
			return err
		}
		do(owner, other)
	}
	return rows.Err()
}

// shownOwner are, by link table, the conditions for links whose owner no import under way
// brings.
var shownOwner = func() map[string]string {
	staged, out := map[string]bool{}, map[string]string{}
	for _, t := range migrate.Tables {
		staged[t.Name] = store.StagedTable(t)
	}
	for _, e := range ent.Entities {
		for _, l := range e.Links {
			if staged[e.Table] {
				out[l.Table] = fmt.Sprintf(" WHERE EXISTS (SELECT 1 FROM %s o WHERE o.id = %s AND %s)", e.Table, l.Owner, rule.NotStagedSQL("o"))
			}
		}
	}
	return out
}()

// kinds are the logged entities; entities are their names by table.
var kinds, entities = func() ([]string, map[string]string) {
	var names []string
	byTable := map[string]string{}
	for name, e := range ent.Entities {
		if e.Logged {
			names = append(names, name)
			byTable[e.Table] = name
		}
	}
	slices.Sort(names)
	return names, byTable
}()
