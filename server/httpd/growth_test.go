package httpd_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/search"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// Reasons why a question may cost more in a larger register.
const (
	counts    = "counts rows, which the roll-up does not keep"
	rare      = "no row has it, or few: SQLite goes through the rows of the unit, MySQL and MariaDB take the index of the value by their statistics"
	sorted    = "up to 30,000 rows are read along the unit's index and sorted, more along the index of the order"
	inSight   = "asks for the units or people in sight as a list"
	byViewer  = "SQLite looks for a page's rows along the index of the viewer's unit instead of the parent's; to be mended"
	ofPaper   = "reads the rows with a grade of paper, at most 20,000, to find those that were opened"
	lookedFor = "goes through all of the unit to find what waits; to be mended"
)

// grows are the questions whose work grows with the register, by the beginning of their name.
var grows = map[string]string{
	"accounts": inSight, "auditEntries": inSight, "unusualReads": inSight, "pendingGrants": lookedFor, "forms": byViewer, "formsToReview": byViewer, "toDo": lookedFor,
	"riskPoints opening": ofPaper, "riskRows opening": ofPaper,
	"campaignProgress": counts, "previewRecipe": counts,
	"gradeMatrix unitId": "one row per unit directly below",
	"measures statuses":  rare, "measures dueBefore": rare, "measures awaitsComprehensive": rare, "measures riskPointId": byViewer, "measures kinds": rare, "measures mechanisms": rare,
	"posts keyPost": rare, "portfolios": rare, "duties unitId": byViewer, "processes": byViewer, "units": byViewer,
	"riskPoints consequences": rare, "riskPoints statuses": rare, "riskPoints controlled": rare, "riskPoints proposedGrades": rare, "riskPoints awaits": rare, "riskPoints recorded": rare,
	"riskRows consequences": rare, "riskRows statuses": rare, "riskRows controlled": rare, "riskRows proposedGrades": rare, "riskRows awaits": rare, "riskRows recorded": rare,
	"riskPoints CREATED_AT": sorted, "riskPoints UPDATED_AT": sorted, "riskPoints TITLE": sorted, "riskPoints LIKELIHOOD": sorted, "riskPoints SEVERITY": sorted,
}

// unasked are the root fields that are not asked for, with the reason.
var unasked = map[string]string{"verification": "belongs to the server alone, and none was started"}

// first is how many rows of a list are asked for.
const first = 3

// question is one way to ask a root field.
type question struct {
	field, variant string
	args           obj
	count          bool
}

func (q question) name() string { return strings.TrimSpace(q.field + " " + q.variant) }

// excused returns why a question may cost more where the register is larger.
func (q question) excused() (reason string, ok bool) {
	if q.count && q.field != "riskPoints" {
		return counts, true
	}
	for name, reason := range grows {
		if strings.HasPrefix(q.name(), name) {
			return reason, true
		}
	}
	return "", false
}

// cost is what a question cost.
type cost struct{ statements, rows int }

// TestNoQuestionCostsMoreWhereTheRegisterIsLarger asks every root field of the API with every
// filter and every order, in a small register and in one that is several times as large, and
// compares the statements and what the database did for them.
func TestNoQuestionCostsMoreWhereTheRegisterIsLarger(t *testing.T) {
	s, schema := newTwoSides(t), loadSchema(t)
	index := search.New(s.db.Store, slices.Concat(s.db.Accounts.Texts(), s.db.Org.Texts(), s.db.Register.Texts(), s.db.Meetings.Texts())...)
	behind := testkit.Must(testkit.NewUnit(s.db, s.world.East.Unit, "Y", "后市局", term.UnitKindBureau))(t)
	var meter *testkit.Meter
	n := 0
	grow := func(units int) {
		for range units {
			n++
			// Not below a unit whose children, in the order of codes, are among the first.
			s.world.East.Add(t, s.db, behind, fmt.Sprintf("Z%04d", n), fmt.Sprintf("后%d科", n), term.UnitKindDepartment)
		}
		for testkit.Must(audit.Sequence(testkit.System(), s.db.Store))(t) > 0 {
		}
		testkit.Must(tally.Fold(t.Context(), s.db.Store))(t)
		if err := index.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := index.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		// As the program does every hour.
		if err := s.db.Optimize(t.Context()); err != nil {
			t.Fatal(err)
		}
		meter = testkit.NewMeter(t, s.db)
		meter.Analyze()
	}
	asked := everyQuestion(schema, s.east)
	ask := func() map[string]cost {
		out := map[string]cost{}
		for _, q := range asked {
			who := s.whoMay(q.field)
			f := schema.Query.Fields.ForName(q.field)
			var res string
			for range 2 { // the first one may fill what is kept in memory
				s.db.Statements.Reset()
				r := run(t, s.db, s.server, who, askedFor(schema, f, q), true)
				res = said(r)
			}
			if res != "null" {
				t.Errorf("%s is answered %s", q.name(), res)
				continue
			}
			c := cost{}
			for _, one := range s.db.Statements.All() {
				c.statements++
				c.rows += meter.Cost(one)
			}
			out[q.name()] = c
		}
		return out
	}
	grow(30)
	small := ask()
	grow(90)
	large := ask()
	for _, q := range asked {
		a, b := small[q.name()], large[q.name()]
		reason, excused := q.excused()
		// A batch that is cut short by another's work takes a statement more.
		more := b.statements > a.statements+a.statements/4+3 || b.rows > a.rows+a.rows/4+slack
		switch {
		case more && !excused:
			t.Errorf("%s: %d statements and %d steps in a small register, %d and %d in a larger one", q.name(), a.statements, a.rows, b.statements, b.rows)
		case !more && excused:
			t.Logf("%s did not grow, though it may: it %s", q.name(), reason)
		}
	}
	t.Logf("%d questions were asked", len(asked))
}

// slack are steps that a question may cost more without growing, such as one more level of an
// index.
const slack = 200

// everyQuestion is all that can be asked with one filter or one order at a time.
func everyQuestion(schema *ast.Schema, id map[string]string) []question {
	given := samples(id)
	var out []question
	for _, f := range schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") || unasked[f.Name] != "" {
			continue
		}
		base := obj{}
		for _, a := range f.Arguments {
			switch v, known := given[f.Name][a.Name]; {
			case a.Name == "first":
				base[a.Name] = first
			case a.Type.NonNull && known:
				base[a.Name] = v
			case a.Type.NonNull && a.DefaultValue == nil:
				base[a.Name] = word(sampleValue(schema, a.Type))
			}
		}
		out = append(out, question{field: f.Name, args: base})
		if strings.HasSuffix(f.Type.Name(), "Connection") {
			out = append(out, question{field: f.Name, variant: "totalCount", args: base, count: true})
		}
		for _, a := range f.Arguments {
			def := schema.Types[a.Type.Name()]
			switch {
			case a.Name == "first" || a.Name == "after" || a.Type.NonNull:
			case a.Name == "orderBy":
				for _, field := range schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues {
					for _, direction := range []string{"ASC", "DESC"} {
						out = append(out, question{field: f.Name, variant: field.Name + " " + direction,
							args: with(base, a.Name, obj{"field": word(field.Name), "direction": word(direction)})})
					}
				}
			case def.Kind == ast.InputObject:
				known, _ := given[f.Name][a.Name].(obj)
				for _, part := range def.Fields {
					for _, v := range filterValues(schema, part, known[part.Name]) {
						filter := obj{part.Name: v}
						if part.Name == "unitOnly" {
							filter["unitId"] = id["unitID"]
						}
						out = append(out, question{field: f.Name, variant: part.Name + " " + literal(v), args: with(base, a.Name, filter)})
					}
				}
			default:
				for _, v := range filterValues(schema, &ast.FieldDefinition{Name: a.Name, Type: a.Type}, given[f.Name][a.Name]) {
					out = append(out, question{field: f.Name, variant: a.Name + " " + literal(v), args: with(base, a.Name, v)})
				}
			}
		}
	}
	return out
}

func with(base obj, name string, value any) obj {
	out := maps.Clone(base)
	out[name] = value
	return out
}

// filterValues are values to ask a filter by: each of an enumeration, both of a flag, and for texts one
// that many rows contain, one of one character and one that none contains.
func filterValues(schema *ast.Schema, f *ast.FieldDefinition, known any) []any {
	if known != nil {
		return []any{known}
	}
	var one []any
	switch def := schema.Types[f.Type.Name()]; {
	case def.Kind == ast.Enum:
		for _, v := range def.EnumValues {
			one = append(one, word(v.Name))
		}
	case def.Name == "Boolean":
		return []any{true, false}
	case def.Name == "String" && strings.Contains(strings.ToLower(f.Name), "text"):
		return []any{"好处", "东", "没有这样的"}
	case def.Name == "Date":
		return []any{"2026-01-01", "2027-01-01"}
	default:
		one = []any{word(sampleValue(schema, ast.NamedType(f.Type.Name(), nil)))}
	}
	if f.Type.Elem != nil {
		for i, v := range one {
			one[i] = list(v)
		}
	}
	return one
}

// askedFor is the document of a question. Of a list its rows are asked for, or their number.
func askedFor(schema *ast.Schema, f *ast.FieldDefinition, q question) string {
	written := ""
	if len(q.args) > 0 {
		written = literal(map[string]any(q.args))
		written = "(" + written[1:len(written)-1] + ")"
	}
	body := "{" + scalars(schema, schema.Types[f.Type.Name()]) + "}"
	switch def := schema.Types[f.Type.Name()]; {
	case def.IsLeafType():
		body = ""
	case q.count:
		body = "{totalCount}"
	case strings.HasSuffix(def.Name, "Connection"):
		node := schema.Types[schema.Types[def.Name].Fields.ForName("nodes").Type.Name()]
		body = "{pageInfo{hasNextPage endCursor} nodes{" + inside(schema, node) + "}}"
	}
	return "query{" + f.Name + written + body + "}"
}

// scalars are the fields of a type that need no selection and no arguments.
func scalars(schema *ast.Schema, def *ast.Definition) string {
	out := []string{"__typename"}
	for _, f := range def.Fields {
		if len(f.Arguments) == 0 && schema.Types[f.Type.Name()].IsLeafType() && !strings.HasPrefix(f.Name, "__") {
			out = append(out, f.Name)
		}
	}
	return strings.Join(out, " ")
}

// inside are the scalars of a type, and of each object and list that it leads to.
func inside(schema *ast.Schema, def *ast.Definition) string {
	out := []string{scalars(schema, def)}
	for _, f := range def.Fields {
		below := schema.Types[f.Type.Name()]
		if required := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }); required ||
			below.Kind != ast.Object || strings.HasPrefix(f.Name, "__") {
			continue
		}
		out = append(out, f.Name+"{"+scalars(schema, below)+"}")
	}
	return strings.Join(out, " ")
}
