package audit

import (
	"context"
	"fmt"
	"math"
	"slices"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/server/store"
)

// link is a table of a many-to-many edge.
type link struct{ ent.LinkTable }

// each reads the table.
func (l link) each(ctx context.Context, client *ent.Client, do func(owner, other int64)) error {
	return l.between(ctx, client, math.MinInt64, math.MaxInt64, do)
}

// between reads the links of owners after an id, up to another.
func (l link) between(ctx context.Context, client *ent.Client, after, last int64, do func(owner, other int64)) error {
	query := fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s > ? AND %s <= ?%s ORDER BY 1, 2", l.Owner, l.Other, l.Table, l.Owner, l.Owner, shownOwner[l.Table])
	rows, err := client.QueryContext(ctx, query, after, last)
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
				out[l.Table] = fmt.Sprintf(" AND EXISTS (SELECT 1 FROM %s o WHERE o.id = %s AND %s)", e.Table, l.Owner, rule.NotStagedSQL("o"))
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
