package guard_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"

	"sineng/server/httpd/guard"
	"sineng/server/testkit"
)

// place is where an enumeration stands in the arguments of a root field.
type place struct {
	field *ast.FieldDefinition
	on    ast.Operation
	arg   *ast.ArgumentDefinition
	path  []*ast.FieldDefinition // of input objects, from the argument down
	enum  *ast.Definition
}

func (p place) String() string {
	out := string(p.on) + " " + p.field.Name + "(" + p.arg.Name
	for _, f := range p.path {
		out += "." + f.Name
	}
	return out + ")"
}

// at is the type of the place, with its lists.
func (p place) at() *ast.Type {
	if len(p.path) > 0 {
		return p.path[len(p.path)-1].Type
	}
	return p.arg.Type
}

// places are all places of enumerations in arguments of root fields.
func places(schema *ast.Schema) []place {
	var out []place
	for on, root := range map[ast.Operation]*ast.Definition{ast.Query: schema.Query, ast.Mutation: schema.Mutation, ast.Subscription: schema.Subscription} {
		for _, f := range root.Fields {
			for _, arg := range f.Arguments {
				var walk func(t *ast.Type, path []*ast.FieldDefinition)
				walk = func(t *ast.Type, path []*ast.FieldDefinition) {
					switch def := schema.Types[t.Name()]; def.Kind {
					case ast.Enum:
						out = append(out, place{f, on, arg, slices.Clone(path), def})
					case ast.InputObject:
						for _, inner := range def.Fields {
							if !slices.Contains(path, inner) {
								walk(inner.Type, append(path, inner))
							}
						}
					}
				}
				walk(arg.Type, nil)
			}
		}
	}
	return out
}

// listed puts a value into as many lists as a type has.
func listed(t *ast.Type, value any) any {
	if t.Elem == nil {
		return value
	}
	return []any{listed(t.Elem, value)}
}

// variable is the value of the argument with a value at the place.
func (p place) variable(value any) any {
	value = listed(p.at(), value)
	for i := len(p.path) - 1; i >= 0; i-- {
		value = map[string]any{p.path[i].Name: value}
		t := p.arg.Type
		if i > 0 {
			t = p.path[i-1].Type
		}
		value = listed(t, value)
	}
	return value
}

// literal writes a value as a document does.
func literal(value any) string {
	switch v := value.(type) {
	case []any:
		var out []string
		for _, one := range v {
			out = append(out, literal(one))
		}
		return "[" + strings.Join(out, ",") + "]"
	case map[string]any:
		var out []string
		for _, k := range slices.Sorted(maps.Keys(v)) {
			out = append(out, k+":"+literal(v[k]))
		}
		return "{" + strings.Join(out, ",") + "}"
	}
	return fmt.Sprint(value)
}

// selection is what may follow a field.
func selection(schema *ast.Schema, f *ast.FieldDefinition) string {
	if def := schema.Types[f.Type.Name()]; def.IsCompositeType() {
		return "{__typename}"
	}
	return ""
}

// byVariable asks a root field with all its arguments as variables, of which one is given.
func (p place) byVariable(schema *ast.Schema, value any) *graphql.RawParams {
	var defs, args []string
	for _, a := range p.field.Arguments {
		defs, args = append(defs, "$"+a.Name+":"+a.Type.String()), append(args, a.Name+":$"+a.Name)
	}
	return &graphql.RawParams{Query: fmt.Sprintf("%s(%s){%s(%s)%s}", p.on, strings.Join(defs, ","), p.field.Name, strings.Join(args, ","), selection(schema, p.field)),
		Variables: map[string]any{p.arg.Name: value}}
}

func (p place) byLiteral(schema *ast.Schema, value any) *graphql.RawParams {
	return &graphql.RawParams{Query: fmt.Sprintf("%s{%s(%s:%s)%s}", p.on, p.field.Name, p.arg.Name, literal(value), selection(schema, p.field))}
}

// Every enumeration of every input takes its own values and nothing else, by variable and by literal.
func TestEnumerationsAreExactInEveryInput(t *testing.T) {
	schema := loadSchema(t)
	g := testkit.Must(guard.New(guard.Options{Schema: schema, Open: open, CostLimit: 1 << 40}))(t)
	all := places(schema)
	if len(all) < 60 {
		t.Fatalf("only %d places", len(all))
	}
	for _, p := range all {
		good := p.enum.EnumValues[0].Name
		if _, errs := g.Admit(p.byVariable(schema, p.variable(good)), signedIn); len(errs) > 0 {
			t.Errorf("%s: %s is refused: %v", p, good, errs)
		}
		if errs := refusals(g, p, p.byLiteral(schema, p.variable(good))); len(errs) > 0 {
			t.Errorf("%s: the literal %s is refused: %v", p, good, errs)
		}
		for _, bad := range []any{strings.ToLower(good), good[:1] + strings.ToLower(good[1:]) + "_", good + " ", "", "NO_SUCH_VALUE", json.Number("1"), json.Number("0"), true, 1.5, map[string]any{}, []any{map[string]any{"a": good}}} {
			if _, errs := g.Admit(p.byVariable(schema, p.variable(bad)), signedIn); reason(errs) != "NOT_IN_ENUMERATION" {
				t.Errorf("%s: the variable %#v: %v", p, bad, errs)
			} else if strings.Contains(errs[0].Message, "NO_SUCH_VALUE") || strings.Contains(errs[0].Message, good) {
				t.Errorf("%s: %s", p, errs[0].Message)
			}
			if _, errs := g.Admit(p.byVariable(schema, p.variable(bad)), signedOut); len(errs) == 0 || strings.Contains(errs[0].Message, p.enum.Name) {
				t.Errorf("%s: the signed-out are told %v", p, errs)
			}
		}
		for _, bad := range []any{strings.ToLower(good), `"` + good + `"`, `""`, "NO_SUCH_VALUE", "1", "true", "1.5", "{}"} {
			if errs := refusals(g, p, p.byLiteral(schema, p.variable(bad))); len(errs) == 0 {
				t.Errorf("%s: the literal %v passes", p, bad)
			}
		}
		// One value for a list of it, and one among others.
		if at := p.at(); at.Elem != nil {
			if _, errs := g.Admit(p.byVariable(schema, within(p, strings.ToLower(good))), signedIn); reason(errs) != "NOT_IN_ENUMERATION" {
				t.Errorf("%s: one value for a list: %v", p, errs)
			}
			if _, errs := g.Admit(p.byVariable(schema, within(p, []any{good, strings.ToLower(good)})), signedIn); reason(errs) != "NOT_IN_ENUMERATION" {
				t.Errorf("%s: the second of a list: %v", p, errs)
			}
			if at.Elem.NonNull {
				params := p.byVariable(schema, within(p, []any{good, nil}))
				a, errs := g.Admit(params, signedIn)
				if len(errs) == 0 {
					if _, err := validator.VariableValues(schema, a.Operation, params.Variables); err == nil {
						t.Errorf("%s: null in a list passes", p)
					}
				}
			}
		}
	}
}

// within is variable with a value that stands at the place as it is.
func within(p place, value any) any {
	for i := len(p.path) - 1; i >= 0; i-- {
		value = map[string]any{p.path[i].Name: value}
		t := p.arg.Type
		if i > 0 {
			t = p.path[i-1].Type
		}
		value = listed(t, value)
	}
	return value
}

// refusals are the errors of a document that name the enumeration; others say what else it lacks.
func refusals(g *guard.Guard, p place, params *graphql.RawParams) []string {
	_, errs := g.Admit(params, signedIn)
	var out []string
	for _, e := range errs {
		if strings.Contains(e.Message, p.enum.Name) && !strings.Contains(e.Message, "was not provided") && !strings.Contains(e.Message, "is required") {
			out = append(out, e.Message)
		}
	}
	return out
}

func TestWrongWordsThatPassedOnceAreRefused(t *testing.T) {
	g := newGuard(t)
	for query, v := range map[string]map[string]any{
		"query($f:FormFilter){forms(first:1,filter:$f){nodes{id}}}":                    {"f": map[string]any{"kinds": []any{"risks"}}},
		"mutation($i:RecordRiskPointInput!){recordRiskPoint(input:$i){riskPoint{id}}}": {"i": map[string]any{"details": map[string]any{"foundBy": []any{"Self"}}}},
		"query($k:[FormKind!]){forms(first:1,filter:{kinds:$k}){nodes{id}}}":           {"k": []any{"Risks"}},
	} {
		if _, errs := g.Admit(&graphql.RawParams{Query: query, Variables: v}, signedIn); reason(errs) != "NOT_IN_ENUMERATION" {
			t.Errorf("%s: %v", query, errs)
		}
	}
}
