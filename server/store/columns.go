package store

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"sineng/ent"
)

// Unlogged reports whether the log does not cover the rows of an entity, as its
// schema says.
func Unlogged(entity string) bool { return !ent.Entities[entity].Logged }

// Secretive reports whether an entity has columns that hold secrets, whose
// values never appear in the log, not even as erasable text.
func Secretive(entity string) bool { return len(ent.Entities[entity].Secret) > 0 }

// Secret reports whether a column of an entity holds a secret.
func Secret(entity, column string) bool { return slices.Contains(ent.Entities[entity].Secret, column) }

// Derived reports whether the log does not cover a column of an entity, since
// it is derived from other rows and verified by a recount, or only records a
// use.
func Derived(entity, column string) bool {
	return slices.Contains(ent.Entities[entity].Derived, column)
}

// Values are the columns of a row that the log covers, with "id".
type Values map[string]any

// ID returns the row's key.
func (v Values) ID() int64 {
	id, _ := v["id"].(int64)
	return id
}

// Columns returns the values of a row of any entity. Empty values are omitted,
// so that adding a column does not change rows that do not use it.
func Columns(row any) Values {
	v := reflect.ValueOf(row).Elem()
	shape := shapeOf(v.Type())
	out := make(Values, len(shape.columns))
	for _, c := range shape.columns {
		f := v.Field(c.index)
		if f.Kind() == reflect.Pointer && !f.IsNil() {
			f = f.Elem()
		}
		if f.IsZero() || f.Kind() == reflect.Slice && f.Len() == 0 {
			continue
		}
		value := f.Interface()
		if t, ok := value.(time.Time); ok {
			value = t.UTC()
		}
		out[c.name] = value
	}
	return out
}

type column struct {
	name  string
	index int
}

type shape struct{ columns []column }

var shapes sync.Map // reflect.Type to shape

// shapeOf finds the columns of an entity's struct by ent's field tags.
func shapeOf(t reflect.Type) shape {
	if s, ok := shapes.Load(t); ok {
		return s.(shape)
	}
	var s shape
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Name == "Edges" || name == "" {
			continue
		}
		if name == "-" { // a secret
			name = snake(f.Name)
		}
		if !Derived(t.Name(), name) {
			s.columns = append(s.columns, column{name, i})
		}
	}
	shapes.Store(t, s)
	return s
}

// snake returns the column of a Go field: PasswordHash is password_hash.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
