package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	atlas "ariga.io/atlas/sql/schema"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"sineng/ent/migrate"
)

// Difference is how the database's schema differs from that of the program.
type Difference struct {
	// Table is the table concerned, empty for none.
	Table string
	// What differs, e.g. "index job_state_lease_until is missing".
	What string
}

// SchemaDifferences compares the tables, columns, types, defaults, indexes and foreign keys of
// the database with those that the migrations make, and finds triggers, views and stored
// programs, of which there are none. Tables besides are nobody's business.
func (s *Store) SchemaDifferences(ctx context.Context) ([]Difference, error) {
	var changes []atlas.Change
	record := func(next schema.Differ) schema.Differ {
		return schema.DiffFunc(func(current, desired *atlas.Schema) ([]atlas.Change, error) {
			var err error
			changes, err = next.Diff(current, desired)
			return nil, err // nothing is to be changed
		})
	}
	m, err := schema.NewMigrate(entsql.OpenDB(s.dialect, s.read), schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithDiffHook(record))
	if err != nil {
		return nil, err
	}
	if err := m.Create(ctx, migrate.Tables...); err != nil {
		return nil, fmt.Errorf("inspecting the schema of %s: %w", s, err)
	}
	var out []Difference
	for _, c := range changes {
		out = append(out, describe(c)...)
	}
	for _, compare := range []func(context.Context) ([]Difference, error){s.programs, s.appliedMigrations} {
		more, err := compare(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func describe(c atlas.Change) []Difference {
	switch c := c.(type) {
	case *atlas.AddTable:
		return []Difference{{c.T.Name, "the table is missing"}}
	case *atlas.DropTable:
		return []Difference{{c.T.Name, "the table is not the program's"}}
	case *atlas.ModifyTable:
		var out []Difference
		for _, part := range c.Changes {
			if m, ok := part.(*atlas.ModifyColumn); ok && m.Change == atlas.ChangeDefault && m.From.Default == nil && emptyText(m.To) {
				continue // the migrations give long texts no default, which MariaDB alone could have
			}
			out = append(out, Difference{c.T.Name, describePart(part)})
		}
		return out
	}
	return []Difference{{"", fmt.Sprintf("%T", c)}}
}

// emptyText reports whether a column's default is the empty text.
func emptyText(c *atlas.Column) bool {
	switch d := c.Default.(type) {
	case *atlas.Literal:
		return strings.Trim(d.V, "()'\" ") == ""
	case *atlas.RawExpr:
		return strings.Trim(d.X, "()'\" ") == ""
	}
	return false
}

func describePart(c atlas.Change) string {
	switch c := c.(type) {
	case *atlas.AddColumn:
		return "column " + c.C.Name + " is missing"
	case *atlas.DropColumn:
		return "column " + c.C.Name + " is not the program's"
	case *atlas.ModifyColumn:
		return "column " + c.To.Name + " has another type, default or nullability"
	case *atlas.AddIndex:
		return "index " + c.I.Name + " is missing"
	case *atlas.DropIndex:
		return "index " + c.I.Name + " is not the program's"
	case *atlas.ModifyIndex:
		return "index " + c.To.Name + " is over other columns, or no longer unique"
	case *atlas.AddForeignKey:
		return "foreign key " + c.F.Symbol + " is missing"
	case *atlas.DropForeignKey:
		return "foreign key " + c.F.Symbol + " is not the program's"
	case *atlas.ModifyForeignKey:
		return "foreign key " + c.To.Symbol + " is another"
	case *atlas.AddPrimaryKey, *atlas.DropPrimaryKey, *atlas.ModifyPrimaryKey:
		return "the primary key is another"
	}
	return fmt.Sprintf("%T", c)
}

// programs are triggers, views and stored programs of the database.
func (s *Store) programs(ctx context.Context) ([]Difference, error) {
	query := `SELECT 'trigger', trigger_name, event_object_table FROM information_schema.triggers WHERE trigger_schema = DATABASE()
		UNION ALL SELECT 'view', table_name, '' FROM information_schema.views WHERE table_schema = DATABASE()
		UNION ALL SELECT LOWER(routine_type), routine_name, '' FROM information_schema.routines WHERE routine_schema = DATABASE()
		UNION ALL SELECT 'event', event_name, '' FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY 1, 2`
	if s.dialect == dialect.SQLite {
		query = `SELECT type, name, CASE type WHEN 'trigger' THEN tbl_name ELSE '' END FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY 1, 2`
	}
	rows, err := s.read.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []Difference
	for rows.Next() {
		var kind, name, table string
		if err := rows.Scan(&kind, &name, &table); err != nil {
			return nil, err
		}
		out = append(out, Difference{table, kind + " " + name + " is not the program's"})
	}
	return out, rows.Err()
}

// appliedMigrations compares the migrations that the database says it has with the program's.
func (s *Store) appliedMigrations(ctx context.Context) ([]Difference, error) {
	const table = "goose_db_version"
	p, err := s.provider()
	if err != nil {
		return nil, err
	}
	missing := map[int64]bool{0: true} // 0 is goose's own first row
	for _, source := range p.ListSources() {
		missing[source.Version] = true
	}
	rows, err := s.read.QueryContext(ctx, `SELECT version_id, is_applied FROM `+table+` ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []Difference
	for rows.Next() {
		var version int64
		var applied any
		if err := rows.Scan(&version, &applied); err != nil {
			return nil, err
		}
		if said := fmt.Sprint(applied); !missing[version] || said != "1" && said != "true" {
			out = append(out, Difference{table, fmt.Sprintf("migration %d is unknown, or noted twice or as undone", version)})
		}
		delete(missing, version)
	}
	for _, version := range slices.Sorted(maps.Keys(missing)) {
		out = append(out, Difference{table, fmt.Sprintf("migration %d is not noted", version)})
	}
	return out, rows.Err()
}
