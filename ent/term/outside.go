package term

import (
	"reflect"
	"slices"
	"sync"
)

// enumeration is what every enumeration of this package is.
type enumeration interface{ Values() []string }

// Outside reports whether a value is none of its enumeration, or holds such a one: in a list, a
// map, behind a pointer or in a field. Values of other types are never outside.
func Outside(value any) bool {
	if value == nil || !Enumerated(reflect.TypeOf(value)) {
		return false
	}
	return outside(reflect.ValueOf(value))
}

func outside(v reflect.Value) bool {
	if e, ok := valuesOf(v.Type()); ok {
		return !slices.Contains(e, v.String())
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil() && outside(v.Elem())
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if outside(v.Index(i)) {
				return true
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if outside(k) || outside(v.MapIndex(k)) {
				return true
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && Enumerated(f.Type) && outside(v.Field(i)) {
				return true
			}
		}
	}
	return false
}

// valuesOf are the values of a type that is an enumeration.
func valuesOf(t reflect.Type) ([]string, bool) {
	if t.Kind() != reflect.String {
		return nil, false
	}
	e, ok := reflect.Zero(t).Interface().(enumeration)
	if !ok {
		return nil, false
	}
	return e.Values(), true
}

var known sync.Map // of reflect.Type: bool

// Enumerated reports whether values of a type are or can hold values of an enumeration.
func Enumerated(t reflect.Type) bool {
	if is, ok := known.Load(t); ok {
		return is.(bool)
	}
	is := holds(t, map[reflect.Type]bool{})
	known.Store(t, is)
	return is
}

// holds is Enumerated; within are the types around it, since a type may hold itself.
func holds(t reflect.Type, within map[reflect.Type]bool) bool {
	if _, is := valuesOf(t); is || within[t] {
		return is
	}
	within[t] = true
	defer delete(within, t)
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return holds(t.Elem(), within)
	case reflect.Map:
		return holds(t.Key(), within) || holds(t.Elem(), within)
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() && holds(t.Field(i).Type, within) {
				return true
			}
		}
	}
	return false
}

// ValuesOf are the values of an enumeration by its type, which may be a pointer; nil for no enumeration.
func ValuesOf(t reflect.Type) []string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	values, _ := valuesOf(t)
	return values
}
