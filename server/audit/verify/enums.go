package verify

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
)

// ReasonOutside is the reason of findings of values outside their enumeration.
const ReasonOutside = "VALUE_OUTSIDE_ENUMERATION"

// mostOutside is how many rows are told of for each table.
const mostOutside = 20

// Enumerations finds rows with a value that its enumeration does not have, in every column of an
// enumeration and in every column of JSON that holds some.
func Enumerations() Check {
	return Check{Name: "values of enumerations", Run: func(ctx context.Context, client *ent.Client) ([]Finding, error) {
		var out []Finding
		for _, name := range slices.Sorted(maps.Keys(ent.Entities)) {
			found, err := outsideOf(viewer.System(ctx), client, name, mostOutside)
			if err != nil {
				return nil, fmt.Errorf("values of enumerations of %s: %w", name, err)
			}
			out = append(out, found...)
		}
		return out, nil
	}}
}

// enumColumns are the columns of an entity that hold values of an enumeration: words with what
// they may be, and JSON with the type that it is read into.
func enumColumns(name string) (words map[string][]string, lists map[string]reflect.Type) {
	words, lists = map[string][]string{}, map[string]reflect.Type{}
	row := reflect.TypeOf(ent.Entities[name].New()).Elem()
	for i := range row.NumField() {
		f := row.Field(i)
		column, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch values := term.ValuesOf(f.Type); {
		case !f.IsExported() || column == "edges":
		case values != nil:
			words[column] = values
		case term.Enumerated(f.Type):
			lists[column] = f.Type
		}
	}
	return words, lists
}

// outsideOf are the findings of an entity, up to a number of each kind.
func outsideOf(ctx context.Context, client *ent.Client, name string, most int) ([]Finding, error) {
	words, lists := enumColumns(name)
	table := ent.Entities[name].Table
	var out []Finding
	add := func(id int64, column string) {
		out = append(out, Finding{Reason: ReasonOutside, Entry: -1, Object: &audit.Object{Type: name, ID: id},
			ZH: fmt.Sprintf("%s 的取值不在其范围内", column), EN: fmt.Sprintf("%s has a value outside its enumeration", column)})
	}
	if columns := slices.Sorted(maps.Keys(words)); len(columns) > 0 {
		// One pass over the table for all its words.
		not, args := make([]string, len(columns)), []any{}
		for i, c := range columns {
			not[i] = c + " NOT IN (?" + strings.Repeat(",?", len(words[c])-1) + ")"
			for _, v := range words[c] {
				args = append(args, v)
			}
		}
		rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE %s ORDER BY id LIMIT %d",
			strings.Join(columns, ", "), table, strings.Join(not, " OR "), most), args...)
		if err != nil {
			return nil, err
		}
		err = eachRow(rows, func() error {
			var id int64
			values := make([]sql.NullString, len(columns))
			into := []any{&id}
			for i := range values {
				into = append(into, &values[i])
			}
			if err := rows.Scan(into...); err != nil {
				return err
			}
			for i, c := range columns {
				if values[i].Valid && !slices.Contains(words[c], values[i].String) {
					add(id, c)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, c := range slices.Sorted(maps.Keys(lists)) {
		wrong, err := outsideTexts(ctx, client, table, c, lists[c], most)
		if err != nil {
			return nil, err
		}
		for _, text := range wrong {
			rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id FROM %s WHERE CAST(%s AS CHAR) = ? ORDER BY id LIMIT %d", table, c, most), text)
			if err != nil {
				return nil, err
			}
			if err := eachRow(rows, func() error {
				var id int64
				err := rows.Scan(&id)
				add(id, c)
				return err
			}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// outsideTexts are the texts of a column of JSON that hold a value outside its enumeration or
// cannot be read, up to a number of them. Different texts are few: most rows have the same.
func outsideTexts(ctx context.Context, client *ent.Client, table, column string, t reflect.Type, most int) (wrong []string, err error) {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT DISTINCT CAST(%s AS CHAR) FROM %s WHERE %s IS NOT NULL", column, table, column))
	if err != nil {
		return nil, err
	}
	err = eachRow(rows, func() error {
		var text string
		if err := rows.Scan(&text); err != nil {
			return err
		}
		value := reflect.New(t)
		if err := json.Unmarshal([]byte(text), value.Interface()); (err != nil || term.Outside(value.Elem().Interface())) && len(wrong) < most {
			wrong = append(wrong, text)
		}
		return nil
	})
	return wrong, err
}

func eachRow(rows *sql.Rows, use func() error) error {
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := use(); err != nil {
			return err
		}
	}
	return rows.Err()
}
