package httpd_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/graph/schema"
	"sineng/scripts/bench/questions"
	"sineng/server/account"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

func loadSchema(t *testing.T) *ast.Schema {
	t.Helper()
	sdl, err := schema.SDL()
	if err != nil {
		t.Fatal(err)
	}
	return gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
}

// sample returns the required arguments of a field with values of the right
// types.
func sample(s *ast.Schema, args ast.ArgumentDefinitionList) string {
	var out []string
	for _, a := range args {
		if a.Type.NonNull {
			out = append(out, a.Name+": "+questions.Sample(s, a.Type))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "(" + strings.Join(out, ", ") + ")"
}

func TestTheSignedOutGetNothingButSignIn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		s := loadSchema(t)
		stranger := newClient(t, serve(t, db))
		open := map[string]bool{"viewer": true, "signInOptions": true, "signIn": true, "signOut": true, "setUp": true, "setUpLink": true, "signUpAdministrator": true}
		for kind, def := range map[string]*ast.Definition{"query": s.Query, "mutation": s.Mutation} {
			for _, f := range def.Fields {
				if strings.HasPrefix(f.Name, "__") || open[f.Name] {
					continue
				}
				a := stranger.do(fmt.Sprintf("%s { %s%s { __typename } }", kind, f.Name, sample(s, f.Arguments)), nil)
				if a.code() != "UNAUTHENTICATED" || a.Data != nil && a.Data[f.Name] != nil {
					t.Errorf("%s %s answered the signed-out %s", kind, f.Name, a.raw)
				}
			}
		}
		if a := stranger.do("{ __schema { types { name } } }", nil); len(a.Errors) == 0 {
			t.Errorf("the signed-out may read the schema: %s", a.raw)
		}
	})
}

func TestAFirstPasswordMustBeChangedBeforeAnythingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "fresh", Password: password, PersonID: &w.East.People[0].ID}))(t)
		c := newClient(t, server)
		signIn := `mutation($p:String!){signIn(input:{loginName:"fresh",password:$p}){viewer{mustChangePassword}}}`
		c.must(signIn, vars{"p": password})
		if a := c.do("{ units(first:1) { nodes { id } } }", nil); a.code() != "FORBIDDEN" || a.Errors[0].Extensions.Reason != "MUST_CHANGE_PASSWORD" {
			t.Fatalf("a first password opened %s", a.raw)
		}
		change := `mutation($o:String!,$n:String!){changePassword(input:{oldPassword:$o,newPassword:$n}){viewer{mustChangePassword}}}`
		if a := c.do(change, vars{"o": password, "n": "kurz"}); a.Errors[0].Extensions.Field != "newPassword" {
			t.Fatalf("a short password was answered %s", a.raw)
		}
		c.must(change, vars{"o": password, "n": "Anderes-2026?"})
		c.must("{ units(first:1) { nodes { id } } }", nil)
	})
}

func TestAPageOfRisksCostsAtMostFiveStatements(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for i := range 60 {
		r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Department.ID, Assessment: &testkit.Minor,
			Details: testkit.RiskDetails(fmt.Sprint(i), func(d *register.RiskDetails) {
				d.PostID, d.DirectOwnerID, d.DepartmentOwnerID, d.LeaderOwnerID = &w.East.Posts[i%3].ID, &w.East.People[i%3].ID, &w.East.People[(i+1)%3].ID, &w.East.People[(i+2)%3].ID
			})}))(t)
		testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: w.East.Department.ID, Details: register.MeasureDetails{
			Content: fmt.Sprint("措施", i), Kind: term.MeasureKindRule, Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}}}))(t)
	}
	c := signIn(t, db, serve(t, db), "east", w.East.People[0])
	const query = `{riskPoints(first:50,filter:{ungraded:true}){totalCount edges{cursor node{id title grade unit{name} post{name}
		directOwner{name} departmentOwner{name} leaderOwner{name} measures{content}}} pageInfo{hasNextPage endCursor}}}`
	// The first of a minute also reads the units, posts and people, which are remembered.
	if statements := costOf(db, func() { c.must(query, nil) }); len(statements) > 13 {
		t.Errorf("a first page of risks cost %d statements:\n%s", len(statements), strings.Join(statements, "\n"))
	}
	if statements := costOf(db, func() { c.must(query, nil) }); len(statements) > 5 {
		t.Errorf("a page of risks cost %d statements:\n%s", len(statements), strings.Join(statements, "\n"))
	}
}

func TestADepartmentThreeLevelsDeepCostsAtMostFiveStatements(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	c := signIn(t, db, serve(t, db), "east", w.East.People[0])
	for _, query := range []string{
		`{unit(code:"E"){name children{name children{name posts{name}} posts{name}} }}`,
		`{unit(code:"E11"){name kind posts{name duties appointments{from to person{name jobTitle}}}}}`,
	} {
		c.must(query, nil)
		// The viewer, the unit, its units or posts, and what is below those.
		if statements := costOf(db, func() { c.must(query, nil) }); len(statements) > 6 || strings.Contains(query, "E11") && len(statements) > 4 {
			t.Errorf("%s cost %d statements:\n%s", query, len(statements), strings.Join(statements, "\n"))
		}
	}
}

// costOf returns the statements of a request, with those that determine the viewer.
func costOf(db *testkit.DB, request func()) []string {
	db.Statements.Reset()
	request()
	return db.Statements.Seen()
}

func TestAWriteToAForeignUnitIsRefusedAndChangesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		c := signIn(t, db, serve(t, db), "east", w.East.People[0])
		id := func(n int64) string { return scalar.EncodeID(n) }
		west, east := w.West, w.East
		cases := map[string]vars{
			`mutation($i:CreateUnitInput!){createUnit(input:$i){unit{id}}}`:                {"parentId": id(west.Unit.ID), "code": "X", "name": "x", "kind": "BUREAU"},
			`mutation($i:MoveUnitInput!){moveUnit(input:$i){unit{id}}}`:                    {"id": id(west.City.ID), "expectedVersion": 1, "newParentId": id(east.Unit.ID)},
			`mutation($i:MoveUnitInput!){moveUnit(input:$i){unit{id name}}}`:               {"id": id(east.City.ID), "expectedVersion": 1, "newParentId": id(west.Unit.ID)},
			`mutation($i:CloseUnitInput!){closeUnit(input:$i){unit{id}}}`:                  {"id": id(west.Department.ID), "expectedVersion": 1, "on": "2026-01-01"},
			`mutation($i:AppointInput!){appoint(input:$i){appointment{id}}}`:               {"personId": id(west.People[0].ID), "postId": id(east.Posts[0].ID), "from": "2026-01-01"},
			`mutation($i:AppointInput!){appoint(input:$i){appointment{id from}}}`:          {"personId": id(east.People[0].ID), "postId": id(west.Posts[0].ID), "from": "2026-01-01"},
			`mutation($i:AssignPortfolioInput!){assignPortfolio(input:$i){portfolio{id}}}`: {"personId": id(east.People[0].ID), "unitId": id(west.Unit.ID), "kind": "HEAD", "from": "2026-01-01"},
			`mutation($i:RetirePowerInput!){retirePower(input:$i){power{id}}}`:             {"id": id(west.Powers[0].ID), "expectedVersion": 1, "on": "2026-01-01"},
			`mutation($i:SaveProcessInput!){saveProcess(input:$i){process{id}}}`:           {"powerId": id(west.Powers[0].ID), "expectedRevision": 1, "steps": []vars{{"key": "1", "name": "x", "kind": "ACCEPT"}}, "edges": []vars{}},
			`mutation($i:RetireRiskPointInput!){retireRiskPoint(input:$i){riskPoint{id}}}`: {"id": id(west.Risks[0].ID), "expectedVersion": 2, "reason": "x"},
			`mutation($i:DecideGradeInput!){decideGrade(input:$i){riskPoint{id}}}`:         {"riskPointId": id(west.Risks[0].ID), "expectedVersion": 2, "grade": "C", "reason": "x"},
			`mutation($i:AdvanceMeasureInput!){advanceMeasure(input:$i){measure{id}}}`:     {"id": id(west.Measures[0].ID), "expectedVersion": 1, "action": "APPROVE"},
		}
		for query, input := range cases {
			if a := c.do(query, vars{"i": input}); a.code() != "NOT_FOUND" {
				t.Errorf("%s\nanswered %s", query, a.raw)
			}
		}
		for i, u := range []int64{west.Unit.ID, west.City.ID, west.Department.ID} {
			if got := db.Client.Unit.GetX(testkit.System(), u); got.Version != 1 || got.ClosedOn != nil || org.LevelsOf(got)[0] != west.Unit.ID {
				t.Errorf("unit %d of the other province changed: %v", i, got)
			}
		}
	})
}

func TestOnlyOneJSONObjectOfThisSiteIsAccepted(t *testing.T) {
	server := serve(t, testkit.SQLite(t))
	const good = `{"query":"{viewer{account{id}}}"}`
	for name, c := range map[string]struct {
		method, kind, body, origin string
		want                       int
	}{
		"one object":          {"POST", "application/json", good, "", 200},
		"another site":        {"POST", "application/json", good, "https://evil.example", 403},
		"form":                {"POST", "application/x-www-form-urlencoded", "query={viewer{id}}", "", 415},
		"plain text":          {"POST", "text/plain", good, "", 415},
		"multipart":           {"POST", "multipart/form-data; boundary=x", good, "", 415},
		"batch":               {"POST", "application/json", "[" + good + "]", "", 400},
		"trailing JSON":       {"POST", "application/json", good + good, "", 400},
		"a key twice":         {"POST", "application/json", `{"query":"{viewer{account{id}}}","query":"{a}"}`, "", 400},
		"broken with secret":  {"POST", "application/json", `{"query":"geheim`, "", 400},
		"too large":           {"POST", "application/json", `{"query":"` + strings.Repeat(" ", 2<<20) + `"}`, "", 413},
		"mutation by GET":     {"GET", "", "", "", 400},
		"deleting the schema": {"DELETE", "", "", "", 405},
	} {
		req, err := http.NewRequest(c.method, server.URL+"/graphql", strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", c.kind)
		if c.origin != "" {
			req.Header.Set("Origin", c.origin)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if res.StatusCode != c.want || strings.Contains(string(text), "geheim") {
			t.Errorf("%s: %d %s, want %d", name, res.StatusCode, text, c.want)
		}
	}
}

func TestSeveralNodesOfAKindCostOneStatement(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	c := signIn(t, db, serve(t, db), "east", w.East.People[0])
	ids := []string{}
	for _, r := range w.East.Risks {
		ids = append(ids, scalar.EncodeID(r.ID))
	}
	ids = append(ids, "no id", scalar.EncodeID(w.West.Risks[0].ID), ids[0])
	const query = `query($ids:[ID!]!){nodes(ids:$ids){id}}`
	var got []any
	statements := costOf(db, func() { got = c.must(query, vars{"ids": ids})["nodes"].([]any) })
	// Who asks, the risk points, the account, and the people whose records were read, for the log.
	if len(statements) > 4 {
		t.Errorf("%d nodes cost %d statements:\n%s", len(ids), len(statements), strings.Join(statements, "\n"))
	}
	for i, want := range []any{ids[0], ids[1], ids[2], nil, nil, ids[0]} {
		node, _ := got[i].(map[string]any)
		if want == nil && node != nil || want != nil && node["id"] != want {
			t.Errorf("place %d holds %v, want %v", i, got[i], want)
		}
	}
}

func TestTheMetricsTellWhichRouteServedASignedInRequest(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		signIn(t, db, server, "east", w.East.People[0]).must("{viewer{account{id}}}", nil)
		res := testkit.Must(http.Get(server.URL + "/metrics"))(t)
		text := testkit.Must(io.ReadAll(res.Body))(t)
		_ = res.Body.Close()
		if !strings.Contains(string(text), `sineng_http_request_seconds_count{route="/graphql",status="200"} 2`) {
			t.Errorf("two requests to /graphql are not distinguished:\n%s", text)
		}
	})
}
