package cli

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/testkit"
)

// column is a column of a table as the database itself tells.
type column struct {
	name, kind string
	required   bool
	refers     string // the table that a foreign key refers to
}

// tables reads all tables of the database with their columns.
func (r *raw) tables() map[string][]column {
	r.t.Helper()
	query := `SELECT m.name, c.name, LOWER(c.type), COALESCE((SELECT f."table" FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name), ''), c."notnull"
		FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid`
	if r.db.Dialect() == dialect.MySQL {
		query = `SELECT c.table_name, c.column_name, CASE WHEN c.column_type = 'tinyint(1)' THEN 'bool' ELSE c.data_type END, COALESCE((SELECT k.referenced_table_name FROM information_schema.key_column_usage k
				WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.referenced_table_name IS NOT NULL LIMIT 1), ''), c.is_nullable = 'NO'
			FROM information_schema.columns c WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position`
	}
	rows, err := r.conn.QueryContext(context.Background(), query)
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := map[string][]column{}
	for rows.Next() {
		var table string
		var c column
		if err := rows.Scan(&table, &c.name, &c.kind, &c.refers, &c.required); err != nil {
			r.t.Fatal(err)
		}
		if isJSON(table, c.name) {
			c.kind = "json" // MariaDB calls it a text
		}
		out[table] = append(out[table], c)
	}
	return out
}

// isJSON reports whether a column holds JSON.
func isJSON(table, column string) bool {
	return slices.ContainsFunc(migrate.Tables, func(t *schema.Table) bool {
		return t.Name == table && slices.ContainsFunc(t.Columns, func(c *schema.Column) bool { return c.Name == column && c.Type == field.TypeJSON })
	})
}

// row reads the first row of a table, nil where it has none.
func (r *raw) row(table string, columns []column) []any {
	r.t.Helper()
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = "`" + c.name + "`"
	}
	values, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		at[i] = &values[i]
	}
	err := r.conn.QueryRowContext(context.Background(), "SELECT "+strings.Join(names, ", ")+" FROM "+table+" ORDER BY 1 LIMIT 1").Scan(at...)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		r.t.Fatalf("%s: %v", table, err)
	}
	return values
}

// isTime, isNumber and isJSON tell kinds of columns apart.
func isTime(kind string) bool { return strings.HasPrefix(kind, "date") }
func isNumber(kind string) bool {
	return strings.Contains(kind, "int") || strings.HasPrefix(kind, "bool")
}
func isBytes(kind string) bool {
	return strings.Contains(kind, "blob") || strings.Contains(kind, "binary")
}

// number is a value of a column of numbers, 0 for none.
func number(v any) int64 {
	n, _ := v.(int64)
	if b, ok := v.([]byte); ok {
		_, _ = fmt.Sscan(string(b), &n)
	}
	return n
}

// other is another value of a column, of the same length where there is one.
func other(c column, now any) any {
	switch {
	case strings.HasPrefix(c.kind, "bool"):
		return fmt.Sprint(now) == "0" || fmt.Sprint(now) == "false" || now == nil
	case isNumber(c.kind):
		return number(now) + 100_003
	case isTime(c.kind) && c.kind == "date":
		return "2001-01-01"
	case isTime(c.kind):
		return "2001-01-01 00:00:00"
	case c.kind == "json":
		if text := asText(now); strings.HasPrefix(text, "{") {
			return `{"x":"y"}`
		}
		return `["x"]`
	case isBytes(c.kind):
		b, _ := now.([]byte)
		return append([]byte("x"), make([]byte, max(len(b), 1)-1)...)
	}
	text := []rune(asText(now))
	if len(text) == 0 {
		return "x"
	}
	if text[0] == 'x' {
		text[0] = 'y'
	} else {
		text[0] = 'x'
	}
	return string(text)
}

func asText(v any) string {
	switch v := v.(type) {
	case []byte:
		return string(v)
	case string:
		return v
	}
	return ""
}

// fill puts a row into every table that has none. What it must say for the checks of domains is
// given by table and column.
func (s *scene) fill(tables map[string][]column, given map[string]map[string]any) {
	s.t.Helper()
	s.all = tables
	const passes = 8 // what a row refers to may be filled later
	for pass := range passes {
		for table, columns := range tables {
			if pass < passes-1 && !s.ready(table, columns, pass >= passes/2) || s.row(table, columns) != nil || s.isLink(table) || slices.Contains(counted, table) {
				continue
			}
			var names []string
			var values []any
			for _, c := range columns {
				if c.name == "id" {
					continue
				}
				names, values = append(names, "`"+c.name+"`"), append(values, s.value(table, c, given[table]))
			}
			if len(names) > 0 {
				s.do(fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", table, strings.Join(names, ", "), strings.Repeat(", ?", len(names)-1)), values...)
				s.agree(table, columns)
			}
		}
	}
}

func (s *scene) isLink(table string) bool {
	for _, e := range ent.Entities {
		for _, l := range e.Links {
			if l.Table == table {
				return true
			}
		}
	}
	return false
}

// ready reports whether every other table that columns of a table refer to has a row; in haste only
// those that they must refer to.
func (s *scene) ready(table string, columns []column, haste bool) bool {
	for _, c := range columns {
		if (c.required || !haste && c.refers != table) && c.refers != "" && s.row(c.refers, s.all[c.refers]) == nil {
			return false
		}
	}
	return true
}

// value is something that a column may say.
func (s *scene) value(table string, c column, given map[string]any) any {
	if v, ok := given[c.name]; ok {
		return v
	}
	unit := s.w.East.Unit
	switch {
	case c.name == "seal":
		return ""
	case c.refers == "units" || c.name == "unit_id":
		return unit.ID
	case c.name == rule.LevelColumn(1):
		return unit.ID
	case len(c.name) == 2 && c.name[0] == 'l':
		return 0
	case c.refers == "persons":
		return s.w.East.People[0].ID
	case c.refers == table:
		return nil
	case c.refers != "":
		if row := s.row(c.refers, s.all[c.refers]); row != nil {
			return row[slices.IndexFunc(s.all[c.refers], func(c column) bool { return c.name == "id" })]
		}
		return nil
	case strings.HasPrefix(c.kind, "bool"):
		return false
	case isNumber(c.kind):
		return 1
	case c.kind == "date":
		return "2026-03-02"
	case isTime(c.kind):
		return "2026-03-02 00:00:00"
	case len(enumeration(table, c.name)) > 0:
		return enumeration(table, c.name)[0]
	case c.kind == "json":
		return "[]"
	case isBytes(c.kind):
		return make([]byte, 32)
	}
	return "x"
}

// enumeration are the values that a column of a table may have, nil where it is no enumeration.
func enumeration(table, column string) []string {
	name := entityOf(table)
	if name == "" {
		return nil
	}
	row := reflect.TypeOf(ent.Entities[name].New()).Elem()
	for i := range row.NumField() {
		if tag, _, _ := strings.Cut(row.Field(i).Tag.Get("json"), ","); tag == column {
			return term.ValuesOf(row.Field(i).Type)
		}
	}
	return nil
}

// agree gives the JSON columns of a filled row values that the entity's fields can hold.
func (s *scene) agree(table string, columns []column) {
	s.t.Helper()
	for name, e := range ent.Entities {
		for try := 0; e.Table == table && try < len(columns); try++ {
			_, err := e.Rows(testkit.System(), s.db.Client, 0, 1)
			if err == nil {
				break
			}
			changed := false
			for _, c := range columns {
				if c.kind == "json" && strings.Contains(err.Error(), "field "+c.name+":") {
					s.do("UPDATE " + table + " SET `" + c.name + "` = '{}'")
					changed = true
				}
			}
			if !changed {
				s.t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

// counted are tables that the program fills by what it counts.
var counted = []string{"risk_counts", "risk_count_delta"}

// givenValues are values that the checks of domains ask for.
func givenValues() map[string]map[string]any {
	content := `{}`
	hash := form.Hash([]byte(content))
	return map[string]map[string]any{
		"form_snapshots":   {"content": content, "hash": hash},
		"form_submissions": {"hash": hash},
		"forms":            {"filed_hash": hash},
		"form_drafts":      {"content": content},
		"process_drafts":   {"content": content},
	}
}
