package questions

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Object is an input object, or the arguments of a field.
type Object = map[string]any

// Word is a value that GraphQL writes without quotes.
type Word string

// Literal writes a value in GraphQL.
func Literal(v any) string {
	switch v := v.(type) {
	case Object:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, key+":"+Literal(v[key]))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		var parts []string
		for _, one := range v {
			parts = append(parts, Literal(one))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case string:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}

// Arguments writes the arguments of a field with their brackets; nothing for none.
func Arguments(args Object) string {
	if len(args) == 0 {
		return ""
	}
	written := Literal(args)
	return "(" + written[1:len(written)-1] + ")"
}

// Sample writes some value of a type, with the required fields of input objects only.
func Sample(schema *ast.Schema, typ *ast.Type) string {
	if typ.Elem != nil {
		return "[" + Sample(schema, typ.Elem) + "]"
	}
	def := schema.Types[typ.NamedType]
	switch def.Kind {
	case ast.Enum:
		return def.EnumValues[0].Name
	case ast.InputObject:
		var fields []string
		for _, f := range def.Fields {
			if f.Type.NonNull && f.DefaultValue == nil {
				fields = append(fields, f.Name+": "+Sample(schema, f.Type))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	return map[string]string{"Int": "1", "Decimal": "1.5", "Boolean": "true", "Date": `"2026-01-01"`, "Time": `"2026-01-01T00:00:00Z"`, "ID": `"s1"`, "String": `"x"`}[def.Name]
}
