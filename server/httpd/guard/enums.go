package guard

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/server/fault"
)

// enumerations refuses variables with a value that is not exactly one of its enumeration, at any
// depth. The executor compares without regard to case and hands the text on as it came; literals
// of the document the validation compares exactly. Values of the wrong form are left to the
// executor.
func enumerations(schema *ast.Schema, op *ast.OperationDefinition, variables map[string]any) error {
	for _, v := range op.VariableDefinitions {
		if value, given := variables[v.Variable]; given {
			if err := enumerated(schema, v.Type, v.Variable, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// enumerated is enumerations for a value of a type; field names where it stands.
func enumerated(schema *ast.Schema, t *ast.Type, field string, value any) error {
	if value == nil {
		return nil
	}
	if t.Elem != nil {
		list, several := value.([]any)
		if !several {
			list = []any{value} // one value stands for a list of it
		}
		for _, one := range list {
			if err := enumerated(schema, t.Elem, field, one); err != nil {
				return err
			}
		}
		return nil
	}
	switch def := schema.Types[t.NamedType]; {
	case def == nil:
		return nil
	case def.Kind == ast.Enum:
		if text, ok := value.(string); !ok || def.EnumValues.ForName(text) == nil {
			return fault.Bad(field, "NOT_IN_ENUMERATION", fmt.Sprintf("“%s”的取值不在 %s 的范围内", field, def.Name),
				fmt.Sprintf("%s has a value that %s does not have", field, def.Name))
		}
	case def.Kind == ast.InputObject:
		object, _ := value.(map[string]any)
		for _, f := range def.Fields { // in their order, so that the same input has the same answer
			if inner, given := object[f.Name]; given {
				if err := enumerated(schema, f.Type, f.Name, inner); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
