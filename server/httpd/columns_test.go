package httpd_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/graph/generated"
	"sineng/server/testkit"
)

// places are where rows of a type are listed whose columns are read as they are selected; %s is what is
// selected of a row.
var places = map[string][]string{
	"RiskPoint": {"riskPoints(first:50){nodes{%s}}", "riskPoints(first:50){edges{cursor node{%s}}}", "riskPoints(first:50,orderBy:{field:TITLE,direction:DESC}){edges{cursor node{%s}}}",
		"measures(first:50){nodes{riskPoints{%s}}}", "processes(first:50){nodes{steps{riskPoints{%s}}}}"},
	"Measure":     {"measures(first:50){edges{cursor node{%s}}}", "riskPoints(first:50){nodes{measures{%s}}}"},
	"Assessment":  {"riskPoints(first:50){nodes{assessments{%s}}}"},
	"Power":       {"powers(first:50){edges{cursor node{%s}}}"},
	"Post":        {"posts(first:50){edges{cursor node{%s}}}", `unit(code:"E"){posts{%[1]s} children{posts{%[1]s} children{posts{%[1]s}}}}`, "powers(first:50){nodes{exercisingPosts{%s}}}", "riskPoints(first:50){nodes{exposedPosts{%s}}}"},
	"Person":      {"people(first:50){edges{cursor node{%s}}}"},
	"Appointment": {"posts(first:50){nodes{appointments{%s}}}", "people(first:50){nodes{appointments{%s}}}"},
}

// A row of which only what is selected is read shows it as one that is read whole. What is compared is every
// field of the SDL by itself with all fields of the type together, of rows that are
// read whole.
func TestAFieldReadsWhatItShows(t *testing.T) {
	s, sdl := newTwoSides(t), loadSchema(t)
	fill(t, s.db, s.world.East)
	compared, seen := 0, map[string]bool{}
	for name, lists := range places {
		def := sdl.Types[name]
		if len(generated.Columns[name]) == 0 {
			t.Errorf("it is not known what the fields of %s read", name)
		}
		fields := map[string]string{"__typename": "__typename"}
		for _, f := range def.Fields {
			if selection, ok := byItself(sdl, f); ok {
				fields[f.Name] = selection
			}
		}
		for field := range generated.Columns[name] {
			if fields[field] == "" {
				t.Errorf("%s.%s is not asked for", name, field)
			}
		}
		all := strings.Join(slices.Collect(maps.Values(fields)), " ")
		for _, place := range lists {
			for _, who := range []asker{s.strong[0], s.member} {
				ask := func(selection string) any {
					res := run(t, s.db, s.server, who, "query{"+fmt.Sprintf(place, selection)+"}", true)
					if len(res.Errors) > 0 {
						t.Fatalf("%s of %s: %s", selection, place, said(res))
					}
					var data any
					if err := json.Unmarshal(res.Data, &data); err != nil {
						t.Fatal(err)
					}
					return data
				}
				known := generated.Columns[name]
				delete(generated.Columns, name) // reads every column
				whole := ask(all)
				generated.Columns[name] = known
				for field, selection := range fields {
					got, want := told(ask(selection), field), told(whole, field)
					if compared++; got != want {
						t.Errorf("%s.%s by itself in %s:\n%s, with the others\n%s", name, field, place, got, want)
					}
					if says(want) {
						seen[name+"."+field] = true
					}
				}
			}
		}
	}
	for name := range places {
		for field, columns := range generated.Columns[name] {
			// The key is read whatever is selected.
			if !seen[name+"."+field] && !slices.Equal(columns, []string{"id"}) && len(columns) > 0 && !slices.Contains(unfilled, name+"."+field) {
				t.Errorf("%s.%s is nothing in all rows, as if it were not read", name, field)
			}
		}
	}
	t.Logf("%d answers were compared", compared)
}

// byItself is a field by itself with what needs nothing else of what it holds; ok is false where it has arguments.
func byItself(sdl *ast.Schema, f *ast.FieldDefinition) (string, bool) {
	if strings.HasPrefix(f.Name, "__") || slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
		return "", false
	}
	def := sdl.Types[f.Type.Name()]
	if def.IsLeafType() {
		return f.Name, true
	}
	return f.Name + bodies(sdl, def, 0)[0], true
}

// told are the values of a field in an answer, and the cursors, in order.
func told(data any, field string) string {
	var b strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				switch {
				case name == field || name == "cursor":
					text, _ := json.Marshal(v[name])
					fmt.Fprintf(&b, "%s %s\n", name, text)
				case len(v) == 1 || slices.Contains([]string{"edges", "node", "posts", "children"}, name):
					walk(v[name])
				}
			}
		}
	}
	for _, root := range data.(map[string]any) {
		walk(root)
	}
	return b.String()
}

// says reports whether a field is something in a row.
func says(told string) bool {
	for line := range strings.Lines(told) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name != "cursor" && !slices.Contains([]string{"null", `""`, "0", "false", "[]"}, value) {
			return true
		}
	}
	return false
}

// filled are values for columns that are empty in the rows of the test's world.
var filled = map[string]string{
	"risk_points": "opening = 1, controlled = 1, unlimited_power = 1, endorsed_grade = 'B', outdated = 1, past_breach = 1, retired_reason = 'r'," +
		" category = 'k', direct_owner_text = 'x', department_owner_text = 'y', leader_owner_text = 'z'",
	"measures": "evidence = 'e', indicator = 'i', rules_document = 'd', comprehensive = 'ADOPTED', comprehensive_text = 'c', frequency = 'f', threshold = 't'," +
		" due_on = '2027-01-02', asks_comprehensive = 1, owner_text = 'x', supervisor_text = 'y'",
	"assessments":  "past_breach = 1, unlimited_power = 1, actor_role = 'HEAD'",
	"powers":       "discretion_note = 'n', frequency = 'f', time_limit_days = 3, retired_on = '2039-01-01', responsibilities = 'r', accountability = 'a'",
	"posts":        "duties = 'd', key_post = 1, rotation_years = 4, closed_on = '2039-01-01'",
	"persons":      "political_status = 'PARTY_MEMBER'",
	"appointments": "to_day = '2039-01-01'",
}

// unfilled are the fields that are nothing in all rows.
var unfilled = []string{"Measure.comprehensiveMeeting", "Assessment.meeting"}

// fill lets the rows of a province say something in every column.
func fill(t *testing.T, db *testkit.DB, p *testkit.Province) {
	ctx, client := testkit.System(), db.Raw.Client
	for table, values := range filled {
		testkit.Must(client.ExecContext(ctx, "UPDATE "+table+" SET "+values))(t)
	}
	for i, r := range p.Risks {
		person, post := p.People[i].ID, p.Posts[i].ID
		client.RiskPoint.UpdateOne(r).SetDirectOwnerID(person).SetDepartmentOwnerID(person).SetLeaderOwnerID(person).SetPostID(post).
			AddExposedPostIDs(post).SetPersonID(person).SaveX(ctx)
		client.Measure.UpdateOne(p.Measures[i]).SetOwnerID(person).SetSupervisorID(person).SaveX(ctx)
		client.Power.UpdateOne(p.Powers[i]).AddExercisingPostIDs(post).SetDecisionPostID(post).SetExecutionPostID(post).SetSupervisionPostID(post).SaveX(ctx)
		testkit.Must(client.ExecContext(ctx, "UPDATE assessments SET actor_id = ?", person))(t)
	}
}
