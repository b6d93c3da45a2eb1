package term

import (
	"reflect"
	"slices"

	"sineng/ent/term/fold"
)

// Repaired is the value of an enumeration that a text is but for case, width and spaces; the text
// itself where it is one already, or is none.
func Repaired(text string, values []string) string {
	if slices.Contains(values, text) {
		return text
	}
	for _, v := range values {
		if fold.Code(v) == fold.Code(text) {
			return v
		}
	}
	return text
}

// Repair replaces, within what a pointer points to, each text of an enumeration as Repaired does:
// in lists, in fields and behind pointers. It reports whether it replaced any.
func Repair(pointer any) bool { return repair(reflect.ValueOf(pointer).Elem()) }

func repair(v reflect.Value) (changed bool) {
	if values, ok := valuesOf(v.Type()); ok {
		now := Repaired(v.String(), values)
		changed = now != v.String()
		v.SetString(now)
		return changed
	}
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && repair(v.Elem())
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			changed = repair(v.Index(i)) || changed
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && Enumerated(f.Type) {
				changed = repair(v.Field(i)) || changed
			}
		}
	}
	return changed
}
