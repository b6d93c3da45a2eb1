package httpd_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/migrate"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/audit"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// everyRow returns the ids of all rows by table, of one side and of the other.
func (s *twoSides) everyRow(t *testing.T) (east, others map[string][]string) {
	t.Helper()
	ctx, client := testkit.System(), s.db.Raw.Client
	mine := map[int64]bool{}
	for _, a := range client.Account.Query().WithPerson().AllX(ctx) {
		mine[a.ID] = a.Edges.Person != nil && a.Edges.Person.L1 == s.world.East.Unit.ID
	}
	for _, r := range client.RoleAppointment.Query().WithUnit().AllX(ctx) {
		mine[r.ID] = r.Edges.Unit != nil && r.Edges.Unit.L1 == s.world.East.Unit.ID
	}
	for _, e := range client.AuditEntry.Query().AllX(ctx) {
		u, err := client.Unit.Get(ctx, e.UnitID)
		mine[e.ID] = err == nil && u.L1 == s.world.East.Unit.ID
	}
	east, others = map[string][]string{}, map[string][]string{}
	for _, table := range migrate.Tables {
		if !table.HasColumn("id") {
			continue
		}
		query := "SELECT id, 0 FROM " + table.Name
		if table.HasColumn("l1") {
			query = "SELECT id, l1 FROM " + table.Name
		}
		rows := testkit.Must(client.QueryContext(ctx, query))(t)
		for rows.Next() {
			var id, l1 int64
			if err := rows.Scan(&id, &l1); err != nil {
				t.Fatal(err)
			}
			if mine[id] || l1 == s.world.East.Unit.ID {
				east[table.Name] = append(east[table.Name], scalar.EncodeID(id))
			} else {
				others[table.Name] = append(others[table.Name], scalar.EncodeID(id))
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return east, others
}

func TestFault29NodeAcrossSubtrees(t *testing.T) {
	s := newTwoSides(t)
	for more := true; more; {
		more = testkit.Must(audit.Sequence(testkit.System(), s.db.Store))(t) > 0
	}
	if s.db.Client.AuditEntry.Query().Where(auditentry.UnitID(s.world.West.Unit.ID)).CountX(testkit.System()) == 0 {
		t.Fatal("the log has no entry about the west")
	}
	east, others := s.everyRow(t)
	// What each user must see of their own side: the leader the register, the
	// administrators accounts, the auditor log entries, and everybody their
	// own account.
	sees := map[string]string{"measures": "leader", "accounts": "SYSTEM_ADMIN", "role_appointments": "SECURITY_ADMIN", "audit_entries": "AUDITOR"}
	tried := 0
	for _, who := range s.strong {
		own := []string{scalar.EncodeID(who.who.Viewer.AccountID)}
		for _, g := range who.who.Viewer.Grants {
			own = append(own, scalar.EncodeID(g.Basis))
		}
		nodes := func(ids []string) string {
			out := ""
			for some := range slices.Chunk(ids, 100) {
				res := s.server.Run(who.ctx(), who.session, document(loadSchema(t), "query", &ast.FieldDefinition{Name: "nodes", Type: ast.NamedType("Node", nil)},
					map[string]any{"ids": anys(some)}))
				out += string(res.Data) + said(res)
				tried += len(some)
			}
			return out
		}
		for table, ids := range others {
			hidden := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(own, id) })
			if got := nodes(hidden); strings.Contains(got, "__typename") || strings.Contains(got, "code") {
				t.Errorf("%s sees of %s: %.300s", who.name, table, got)
			}
			for _, id := range hidden[:min(3, len(hidden))] {
				res := s.server.Run(who.ctx(), who.session, fmt.Sprintf("{node(id:%q){id}}", id))
				if string(res.Data) != `{"node":null}` || len(res.Errors) > 0 {
					t.Errorf("%s, node of %s: %s %s", who.name, table, res.Data, said(res))
				}
			}
		}
		for table, name := range sees {
			if name == who.name && strings.Count(nodes(east[table]), "__typename") != len(east[table]) {
				t.Errorf("%s does not see all of the own %s: %.300s", who.name, table, nodes(east[table]))
			}
		}
	}
	t.Logf("%d ids were asked for", tried)
}

func anys(ids []string) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}

// asking returns all lists and counts of the API with every filter and
// order, as a user in the city may request them.
func asking(t *testing.T, s *ast.Schema, id map[string]string) (out []string) {
	t.Helper()
	given := samples(id)
	for _, name := range []string{"units", "posts", "people", "portfolios", "powers", "duties", "processes", "riskPoints", "riskRows", "measures", "forms", "meetings", "supervision", "gradeMatrix"} {
		f := s.Query.Fields.ForName(name)
		full := "{totalCount nodes{id} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}"
		base := obj{"first": 2}
		switch name {
		case "units":
			full = "{totalCount nodes{id version childCount children{id} posts{id} path{id} riskCounts{total uncontrolledA}} pageInfo{hasNextPage endCursor}}"
		case "measures":
			full = "{totalCount nodes{id version riskPoints{id}} pageInfo{hasNextPage endCursor}}"
		case "riskRows":
			full = "{rows{id grade controlled} hasNextPage endCursor}"
		case "supervision":
			base, full = obj{}, "{counts{a b c ungraded total uncontrolledA worst} portfolios{unit{id} counts{total} breakdown{grade riskType status count} changes{added raised lowered retired}}}"
		case "gradeMatrix":
			base, full = obj{"by": word("CHILD_UNIT")}, "{columns rows{key counts worst changes{added raised lowered retired}} totals truncated}"
		}
		put := func(key string, v any) {
			args := obj{}
			for k, v := range base {
				args[k] = v
			}
			if key != "" {
				args[key] = v
			}
			text := literal(args)
			if text = text[1 : len(text)-1]; text != "" {
				text = "(" + text + ")"
			}
			out = append(out, "{"+name+text+full+"}")
		}
		put("", nil)
		for _, a := range f.Arguments {
			switch def := s.Types[a.Type.Name()]; {
			case a.Name == "first" || a.Name == "after":
			case def.Kind == ast.InputObject && a.Name == "orderBy":
				for _, field := range s.Types[def.Fields.ForName("field").Type.Name()].EnumValues {
					put(a.Name, obj{"field": word(field.Name), "direction": word("ASC")})
					put(a.Name, obj{"field": word(field.Name), "direction": word("DESC")})
				}
			case def.Kind == ast.InputObject:
				ids, _ := given[name][a.Name].(obj)
				for _, field := range def.Fields {
					for _, v := range valuesOf(s, field.Type, ids[field.Name]) {
						put(a.Name, obj{field.Name: v})
					}
				}
			default:
				for _, v := range valuesOf(s, a.Type, given[name][a.Name]) {
					put(a.Name, v)
				}
			}
		}
	}
	return out
}

// valuesOf returns some values of a type, for an id the one given.
func valuesOf(s *ast.Schema, typ *ast.Type, id any) (out []any) {
	switch def := s.Types[typ.Name()]; {
	case def.Name == "ID":
		out = list(id)
	case def.Kind == ast.Enum:
		for _, v := range def.EnumValues {
			out = append(out, word(v.Name))
		}
	case def.Name == "Boolean":
		out = list(true, false)
	case def.Name == "Date":
		out = list("2020-01-01", "2026-03-02", "2030-01-01")
	default:
		out = list("西", "东", "岗", "新", "藏", "E", "")
	}
	if typ.Elem != nil {
		for i, v := range out {
			out[i] = list(v)
		}
	}
	return out
}

func TestFault31FilterAndOrderByAsOracle(t *testing.T) {
	s, schema := newTwoSides(t), loadSchema(t)
	db, east := s.db, s.world.East
	// The head of the city sees neither the province's register nor the west.
	a := testkit.Must(db.Accounts.Create(testkit.System(), newAccount("city", nil)))(t)
	for _, role := range []term.Role{term.RoleLeaderInCharge, term.RoleInspector} {
		testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, role, &east.City.ID, db.Today(), nil, "任命"))(t)
	}
	who := ask(t, db, &actor{name: "city", login: "city"})
	all := asking(t, schema, s.east)
	asked := func() []string {
		out := make([]string, len(all))
		for i, q := range all {
			res := s.server.Run(who.ctx(), who.session, q)
			out[i] = string(res.Data) + said(res)
			if strings.Contains(out[i], "GRAPHQL") || strings.Contains(out[i], broken) {
				t.Fatalf("%s\n%s", q, out[i])
			}
		}
		return out
	}
	before := asked()
	same := func(what string) {
		t.Helper()
		for i, now := range asked() {
			if now != before[i] {
				t.Errorf("%s moves the answer to\n%s\nfrom %s\nto   %s", what, all[i], before[i], now)
			}
		}
	}
	same("nothing")

	// Another province, another city and their registers.
	third := testkit.NewProvince(t, db, "T", "藏")
	hidden := east.Add(t, db, east.Unit, "E9", "藏市局", term.UnitKindBureau)
	risk := east.Risks[len(east.Risks)-1]
	same("a province and a city more")
	// Hidden rows are linked to visible ones, as the province above may do.
	measure := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: east.City.ID, Details: measureOf(risk)}))(t)
	before = asked()
	for _, change := range []struct {
		what string
		do   func() error
	}{
		{"a hidden risk point decided again", func() error {
			r := db.Client.RiskPoint.GetX(testkit.System(), risk.ID)
			_, err := db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeB, Reason: "复核"})
			return err
		}},
		{"a hidden risk point rewritten", func() error {
			r := db.Client.RiskPoint.GetX(testkit.System(), east.Risks[0].ID)
			_, err := db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("藏", func(d *register.RiskDetails) {
				d.PersonID, d.PostID = &east.People[1].ID, &east.Posts[1].ID
				d.ExposedPostIds, d.ExposedPersonIds = []int64{east.Posts[1].ID}, []int64{east.People[1].ID}
				d.LeaderOwnerID = &east.People[2].ID
			})})
			return err
		}},
		{"a hidden risk point retired", func() error {
			r := db.Client.RiskPoint.GetX(testkit.System(), risk.ID)
			_, err := db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "消除")
			return err
		}},
		{"a hidden unit moved", func() error {
			_, err := db.Org.MoveUnit(testkit.System(), hidden.ID, db.Client.Unit.GetX(testkit.System(), hidden.ID).Version, &third.City.ID)
			return err
		}},
		{"hidden people appointed", func() error {
			_, err := db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: third.Unit.ID, Name: "新藏人", JobTitle: "科长"})
			return err
		}},
	} {
		if err := change.do(); err != nil {
			t.Fatalf("%s: %v", change.what, err)
		}
		same(change.what)
	}
	if !strings.Contains(strings.Join(before, ""), scalar.EncodeID(measure.ID)) {
		t.Error("the measure on both sides was not asked for")
	}
	t.Logf("%d questions were asked", len(all))
	if len(all) < 150 {
		t.Errorf("only %d questions were found", len(all))
	}
}

func measureOf(risks ...*ent.RiskPoint) register.MeasureDetails {
	d := register.MeasureDetails{Content: "两头复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral}
	for _, r := range risks {
		d.RiskPointIds = append(d.RiskPointIds, r.ID)
	}
	return d
}
