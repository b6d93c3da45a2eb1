package audit

import (
	"context"
	"maps"
	"slices"

	"sineng/ent"
)

// Kinds are the names of the entities that the log answers for, in order.
func Kinds() []string { return slices.Clone(kinds) }

// RowsUpTo reads at most so many rows of an entity after an id, in the order of ids; none at the end.
func RowsUpTo(ctx context.Context, client *ent.Client, kind string, after int64, limit int) ([]any, error) {
	return ent.Entities[kind].Rows(ctx, client, after, limit)
}

// LinkTable is the table of a many-to-many edge whose changes are logged.
type LinkTable struct {
	Kind, Edge string
	link
}

// Each reads the pairs of the table.
func (l LinkTable) Each(ctx context.Context, client *ent.Client, do func(owner, other int64)) error {
	return l.each(ctx, client, do)
}

// Name is the table's name in the database.
func (l LinkTable) Name() string { return l.Table }

// LinkTables are the tables of all logged edges.
func LinkTables() []LinkTable {
	var out []LinkTable
	for _, kind := range kinds {
		for _, edge := range slices.Sorted(maps.Keys(ent.Entities[kind].Links)) {
			out = append(out, LinkTable{kind, edge, link{ent.Entities[kind].Links[edge]}})
		}
	}
	return out
}
