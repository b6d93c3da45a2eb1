package httpd_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/graph/scalar"
	accounts "sineng/server/account"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// program is a reporting tool with a token and without cookies.
type program struct {
	t             testing.TB
	url, token    string
	cookie, other string // sent along unless empty
}

func (p program) do(query string, v vars) (int, answer) {
	p.t.Helper()
	body := testkit.Must(json.Marshal(map[string]any{"query": query, "variables": v}))(p.t)
	req := testkit.Must(http.NewRequest("POST", p.url+"/graphql", bytes.NewReader(body)))(p.t)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json, text/event-stream")
	req.Header.Set("Authorization", "Bearer "+p.token)
	if p.cookie != "" {
		req.AddCookie(&http.Cookie{Name: "sineng", Value: p.cookie})
	}
	if p.other != "" {
		req.Header.Set("Origin", p.other)
	}
	res := testkit.Must(http.DefaultClient.Do(req))(p.t)
	defer func() { _ = res.Body.Close() }()
	a := answer{raw: string(testkit.Must(io.ReadAll(res.Body))(p.t))}
	if err := json.Unmarshal([]byte(a.raw), &a); err != nil {
		p.t.Fatalf("%d %s: %v", res.StatusCode, a.raw, err)
	}
	if len(res.Cookies()) > 0 {
		p.t.Errorf("%s set the cookies %v", query, res.Cookies())
	}
	return res.StatusCode, a
}

// program creates a token in the browser.
func (c *client) program(server *httptest.Server, unit *ent.Unit, scopes ...term.TokenScope) program {
	c.t.Helper()
	in := vars{"name": "报表", "scopes": scopes, "expiresAt": "2026-12-31T00:00:00Z"}
	if unit != nil {
		in["unitId"] = scalar.EncodeID(unit.ID)
	}
	made := c.must(`mutation($i:CreateTokenInput!){createToken(input:$i){secret token{id name scopes unit{id} active lastUsedAt}}}`, vars{"i": in})
	payload := made["createToken"].(map[string]any)
	if payload["token"].(map[string]any)["active"] != true {
		c.t.Errorf("the new token is %v", payload)
	}
	return program{t: c.t, url: server.URL, token: payload["secret"].(string)}
}

func TestATokenReadsItsSubtreeAndNothingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		p := leader.program(server, w.East.City, term.TokenScopeReadRegister)
		ids := func(u *testkit.Province, i int) []string {
			return []string{scalar.EncodeID(u.Risks[i].ID), scalar.EncodeID(u.Powers[i].ID), scalar.EncodeID(u.Measures[i].ID), scalar.EncodeID(u.Processes[i].ID)}
		}
		for name, c := range map[string]struct {
			ids  []string
			seen bool
		}{
			"its unit": {ids(w.East, 1), true}, "below": {ids(w.East, 2), true}, "above": {ids(w.East, 0), false}, "another province": {ids(w.West, 1), false},
		} {
			for _, id := range c.ids {
				_, a := p.do(`query($id:ID!){node(id:$id){id}}`, vars{"id": id})
				if (a.Data["node"] != nil) != c.seen || len(a.Errors) > 0 {
					t.Errorf("%s: node(%s) is answered %s", name, id, a.raw)
				}
			}
		}
		for _, u := range []*ent.Unit{w.East.Unit, w.West.Unit, w.West.City} {
			_, a := p.do(`query($u:ID){gradeMatrix(unitId:$u,by:CHILD_UNIT){rows{label}}}`, vars{"u": scalar.EncodeID(u.ID)})
			if a.code() != "NOT_FOUND" {
				t.Errorf("the counts of %s are answered %s", u.Code, a.raw)
			}
		}
		// The viewer's own portfolios are on the province; the token is bound
		// to the city.
		_, a := p.do(`{supervision{portfolios{unit{code}} counts{total}} gradeMatrix(by:CHILD_UNIT){totals rows{label}} viewer{homeUnits{code} roles{unit{code}} actions}}`, nil)
		for _, want := range []string{`"portfolios":[{"unit":{"code":"E1"}}]`, `"counts":{"total":2}`, `"totals":[2,0,0,0,2]`, `"homeUnits":[{"code":"E1"}]`, `"actions":["READ_ORGANISATION","READ_REGISTER","READ_OVERVIEW"]`} {
			if !strings.Contains(a.raw, want) {
				t.Errorf("the answer lacks %s:\n%s", want, a.raw)
			}
		}
		if strings.Contains(a.raw, `"code":"E"`) {
			t.Errorf("the token sees the province:\n%s", a.raw)
		}
	})
}

func TestEachScopeOpensItsFields(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		fields := map[string]string{
			"units": "{units(first:5){nodes{id}}}", "people": "{people(first:5){nodes{name}}}",
			"riskPoints": "{riskPoints(first:5){nodes{title}}}", "measures": "{measures(first:5){nodes{content}}}", "powers": "{powers(first:5){nodes{name}}}",
			"gradeMatrix": "{gradeMatrix(by:STATUS){totals}}", "supervision": "{supervision{counts{total}}}",
		}
		for scope, open := range map[term.TokenScope][]string{
			term.TokenScopeReadOrganisation: {"units", "people"},
			term.TokenScopeReadOverview:     {"units", "people", "gradeMatrix", "supervision"},
			term.TokenScopeReadRegister:     {"units", "people", "gradeMatrix", "supervision", "riskPoints", "measures", "powers"},
		} {
			p := leader.program(server, nil, scope)
			for field, query := range fields {
				_, a := p.do(query, nil)
				if may := strings.Contains(fmt.Sprint(open, " "), field); may != (a.code() == "") || !may && a.code() != "FORBIDDEN" {
					t.Errorf("%s: %s is answered %s", scope, field, a.raw)
				}
			}
			_, a := p.do(`query($id:ID!){node(id:$id){id} units(first:9){nodes{code riskCounts{total}}}}`, vars{"id": scalar.EncodeID(w.East.Risks[0].ID)})
			if (a.Data["node"] != nil) != (scope == term.TokenScopeReadRegister) {
				t.Errorf("%s: a risk point by its id is answered %s", scope, a.raw)
			}
			if counted := strings.Contains(a.raw, `"total":3`); counted != (scope != term.TokenScopeReadOrganisation) {
				t.Errorf("%s: the counts of units are answered %s", scope, a.raw)
			}
		}
	})
}

func TestATokenOfAnAuditorReadsTheLogAndNothingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		server := serve(t, db, func(o *httpd.Options) { o.TrustedOnly = true })
		made := testkit.Must(db.Accounts.Create(testkit.System(), accounts.NewAccount{LoginName: "auditor", Password: password, Final: true}))(t)
		testkit.Must(db.Accounts.Grant(testkit.System(), made.ID, term.RoleAuditor, nil, db.Today(), nil, "审计"))(t)
		_, secret, err := db.Accounts.CreateToken(testkit.System(), accounts.NewToken{Account: made.ID, Name: "日志", Scopes: []term.TokenScope{term.TokenScopeReadAudit}, ExpiresAt: db.Now().Add(time.Hour)})
		if err != nil {
			t.Fatal(err)
		}
		p := program{t: t, url: server.URL, token: secret}
		if _, a := p.do(`{auditEntries(first:5){nodes{action}}}`, nil); a.code() != "" {
			t.Errorf("the log is answered %s", a.raw)
		}
		for _, query := range []string{"{units(first:1){nodes{id}}}", "{riskPoints(first:1){nodes{id}}}", "{gradeMatrix(by:STATUS){totals}}"} {
			if _, a := p.do(query, nil); a.code() != "FORBIDDEN" {
				t.Errorf("%s is answered %s", query, a.raw)
			}
		}
	})
}

func TestATokenChangesNothingAndSeesNoAccounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		p := leader.program(server, nil, term.TokenScopeReadRegister)
		s := loadSchema(t)
		before := db.Raw.Client.AuditInbox.Query().CountX(testkit.System())
		for _, f := range s.Mutation.Fields {
			_, a := p.do(fmt.Sprintf("mutation { %s%s { __typename } }", f.Name, sample(s, f.Arguments)), nil)
			want := "TOKEN_READS_ONLY"
			if f.Name == "recordReadings" || f.Name == "recordProceedings" { // by another scope
				want = "TOKEN_MAY_NOT"
			}
			if a.code() != "FORBIDDEN" || a.Errors[0].Extensions.Reason != want {
				t.Errorf("mutation %s is answered %s", f.Name, a.raw)
			}
		}
		for _, f := range s.Subscription.Fields {
			_, a := p.do(fmt.Sprintf("subscription { %s%s { __typename } }", f.Name, sample(s, f.Arguments)), nil)
			if a.code() != "FORBIDDEN" || a.Errors[0].Extensions.Reason != "TOKEN_READS_ONLY" {
				t.Errorf("subscription %s is answered %s", f.Name, a.raw)
			}
		}
		if after := db.Raw.Client.AuditInbox.Query().CountX(testkit.System()); after != before {
			t.Errorf("mutations by a token wrote %d entries", after-before)
		}
		for _, query := range []string{"{accounts(first:5){nodes{id}}}", "{myTokens{id}}", `{importJob(id:"s1"){id}}`} {
			if _, a := p.do(query, nil); a.code() != "FORBIDDEN" || a.Errors[0].Extensions.Reason != "TOKEN_MAY_NOT" {
				t.Errorf("%s is answered %s", query, a.raw)
			}
		}
		_, a := p.do(`{viewer{account{loginName roles{id} tokens{id}}}}`, nil)
		if !strings.Contains(a.raw, `{"loginName":"east","roles":[],"tokens":[]}`) {
			t.Errorf("whose token it is is answered %s", a.raw)
		}
		for _, path := range []string{"POST /uploads", "GET /imports/s1/problems.xlsx", "POST /readings", "GET /readings.xlsx", "GET /attendance/s1.xlsx", "POST /attendance/s1", "POST /proceedings", "GET /proceedings.xlsx"} {
			method, at, _ := strings.Cut(path, " ")
			req := testkit.Must(http.NewRequest(method, server.URL+at, nil))(t)
			req.Header.Set("Authorization", "Bearer "+p.token)
			res := testkit.Must(http.DefaultClient.Do(req))(t)
			_ = res.Body.Close()
			if res.StatusCode < 400 {
				t.Errorf("%s answered a token %d", path, res.StatusCode)
			}
		}
	})
}

func TestATokenThatWritesRecordsReadingsAndNothingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		city, department := indicatorOf(db, w.East.City, w.East.Measures[1].ID), indicatorOf(db, w.East.Department, w.East.Measures[2].ID)
		db.Raw.Client.Measure.Update().SetStatus(term.MeasureStatusActive).ExecX(testkit.System())
		record := func(p program, indicator int64, value any) answer {
			_, a := p.do(`mutation($i:RecordReadingsInput!){recordReadings(input:$i){outcomes{fate over was indicator{name state unit{code}}}}}`,
				vars{"i": vars{"readings": []any{vars{"indicatorId": scalar.EncodeID(indicator), "period": "2026-03-01", "value": value}}}})
			return a
		}
		p := leader.program(server, w.East.Department, term.TokenScopeWriteIndicators)
		for _, step := range []struct {
			indicator int64
			value     any
			want      string
		}{
			{department, 6.5, `{"fate":"RECORDED","over":true,"was":null,"indicator":{"name":"投诉件数","state":"OVER","unit":{"code":"E11"}}}`},
			{department, "6.50", `{"fate":"UNCHANGED","over":true,"was":6.5,"indicator"`},
			{department, 7, `"reason":"READING_EXISTS"`},
			{department, "七", `"reason":"BAD_DECIMAL"`},
			{department, 0.12345, `"reason":"DECIMAL_TOO_FINE"`},
			{city, 6.5, `"code":"NOT_FOUND"`}, // above the unit of the token
		} {
			if a := record(p, step.indicator, step.value); !strings.Contains(a.raw, step.want) {
				t.Errorf("%v is answered %s, want %s", step.value, a.raw, step.want)
			}
		}
		_, a := p.do(`{indicators(first:9){nodes{id value state readings(first:5){nodes{value source actorName}}}}}`, nil)
		if want := fmt.Sprintf(`{"id":%q,"value":6.5,"state":"OVER","readings":{"nodes":[{"value":6.5,"source":"PROGRAM"`, scalar.EncodeID(department)); !strings.Contains(a.raw, want) || strings.Contains(a.raw, scalar.EncodeID(city)) {
			t.Errorf("its indicators are answered %s", a.raw)
		}
		for _, query := range []string{"{measures(first:1){nodes{id}}}", "{indicators(first:1){nodes{measure{content}}}}", "{riskPoints(first:1){nodes{id}}}", "{gradeMatrix(by:STATUS){totals}}", "{auditEntries(first:1){nodes{id}}}",
			`mutation{stopIndicator(input:{indicatorId:"s1",expectedVersion:1,reason:"x"}){indicator{id}}}`} {
			if _, a := p.do(query, nil); a.code() != "FORBIDDEN" {
				t.Errorf("%s is answered %s", query, a.raw)
			}
		}
	})
}

func TestABearerDecidesWhoAsks(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		signIn(t, db, server, "west", w.West.People[0])
		p := leader.program(server, nil, term.TokenScopeReadOrganisation)
		p.cookie = testkit.Must(db.Accounts.SignIn(testkit.System(), "west", password))(t)
		p.other = "https://reports.example" // a token is not sent by browsers, so another site cannot use it
		const who = "{viewer{account{loginName}}}"
		if status, a := p.do(who, nil); status != 200 || !strings.Contains(a.raw, `"east"`) {
			t.Errorf("a token beside a cookie is answered %d %s", status, a.raw)
		}
		good := p.token
		for _, wrong := range []string{"", "x", good[:len(good)-1], p.cookie, strings.TrimPrefix(good, "sineng_")} {
			p.token = wrong
			if status, a := p.do(who, nil); status != 401 || a.code() != "UNAUTHENTICATED" || a.Data != nil {
				t.Errorf("the token %q beside a good cookie is answered %d %s", wrong, status, a.raw)
			}
		}
		p.token = good
		token := db.Client.ApiToken.Query().OnlyX(testkit.System())
		leader.must(`mutation($id:ID!){revokeToken(input:{tokenId:$id}){token{active revokedAt}}}`, vars{"id": scalar.EncodeID(token.ID)})
		if status, _ := p.do(who, nil); status != 401 {
			t.Errorf("a revoked token is answered %d", status)
		}
		p.token = leader.program(server, nil, term.TokenScopeReadOrganisation).token
		db.Raw.Client.Account.Update().Where(account.LoginName("east")).SetDisabled(true).ExecX(testkit.System())
		if status, _ := p.do(who, nil); status != 401 {
			t.Errorf("a token of a disabled account is answered %d", status)
		}
		db.Raw.Client.Account.Update().Where(account.LoginName("east")).SetDisabled(false).ExecX(testkit.System())
		db.Clock.Forward(400 * 24 * time.Hour)
		if status, _ := p.do(who, nil); status != 401 {
			t.Errorf("an expired token is answered %d", status)
		}
	})
}

func TestEveryFieldForTokensIsThere(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		p := signIn(t, db, server, "east", w.East.People[0]).program(server, nil, term.TokenScopeReadRegister)
		forPeople := map[string]bool{"attachments": true, "processDraft": true, "whatIf": true, "leaveTest": true, "checkWorkingCalendar": true, "readWorkingCalendar": true, "tryBalanceRule": true, "closeRelations": true, "plannedLeaves": true, "supervisionChecks": true, "warnings": true, "instructions": true, "measureTasks": true, "taskSchedules": true, "expectedAtEducation": true, "draftInstruction": true, "warningCounts": true, "tryWarningRule": true, "supervisionCheckCounts": true, "checkHandovers": true, "formLayouts": true, "forms": true, "formsToReview": true, "yearDifference": true,
			"delegations": true, "job": true, "myJobs": true, "myRecord": true, "objections": true, "publicFeedback": true,
			"notices": true, "noticeSettings": true, "toDo": true, "accounts": true, "pendingGrants": true, "mySessions": true, "myTokens": true, "importJob": true, "importLayouts": true, "importMappings": true, "previewRecipe": true, "unusualReads": true, "verification": true, "auditEntries": true, "auditLog": true,
			"actsToConfirm": true, "waitingActs": true, "myActs": true, "pendingAct": true, "startUp": true}
		s := loadSchema(t)
		for _, f := range s.Query.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			_, a := p.do(fmt.Sprintf("{ %s%s { __typename } }", f.Name, sample(s, f.Arguments)), nil)
			if refused := strings.Contains(a.raw, "TOKEN_MAY_NOT"); refused != forPeople[f.Name] {
				t.Errorf("%s is answered %s", f.Name, a.raw)
			}
		}
	})
}

func TestATokenThatRecordsProceedingsDoesNothingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		city, department := w.East.Powers[1], w.East.Powers[2]
		p := leader.program(server, w.East.Department, term.TokenScopeWriteProceedings)
		record := func(power *ent.Power, more string) answer {
			_, a := p.do(fmt.Sprintf(`mutation{recordProceedings(input:{proceedings:[{powerId:%q,number:"A-1",receivedOn:"2026-03-02",steps:[{step:"1",began:"2026-03-02T01:00:00Z"%s}]}]})
				{outcomes{fate recorded unmatched offMap proceeding{number state unit{code} steps{stepName personName source actorName} deviations{kind}}}}}`, scalar.EncodeID(power.ID), more), nil)
			return a
		}
		db.Clock.Forward(2 * time.Hour)
		for _, step := range []struct {
			power      *ent.Power
			more, want string
		}{
			{department, `,name:"某人"`, `{"fate":"RECORDED","recorded":1,"unmatched":["某人"],"offMap":[],"proceeding":{"number":"A-1","state":"UNDER_WAY","unit":{"code":"E11"},"steps":[{"stepName":"东2受理","personName":"某人","source":"PROGRAM"`},
			{department, `,name:"某人"`, `{"fate":"UNCHANGED","recorded":0`},
			{department, `,ended:"2026-03-02T01:30:00Z",name:"某人"`, `{"fate":"CHANGED","recorded":1`},
			{department, `,ended:"2026-03-02T01:40:00Z",name:"某人"`, `"reason":"STEP_EXISTS"`},
			{city, "", `"code":"NOT_FOUND"`}, // above the unit of the token
		} {
			if a := record(step.power, step.more); !strings.Contains(a.raw, step.want) {
				t.Errorf("%s is answered %s, want %s", step.more, a.raw, step.want)
			}
		}
		if _, a := p.do(fmt.Sprintf(`{proceedings(first:9){nodes{number}} proceedingFigures(powerId:%q){total steps{stepKey medianMinutes}}}`, scalar.EncodeID(department.ID)), nil); !strings.HasPrefix(a.raw, `{"data":{"proceedings":{"nodes":[{"number":"A-1"}]},"proceedingFigures":{"total":1,"steps":[{"stepKey":"1","medianMinutes":30}]}}`) {
			t.Errorf("its proceedings are answered %s", a.raw)
		}
		for _, query := range []string{"{powers(first:1){nodes{id}}}", "{proceedings(first:1){nodes{power{name}}}}", "{indicators(first:1){nodes{id}}}", "{riskPoints(first:1){nodes{id}}}", "{auditEntries(first:1){nodes{id}}}",
			`mutation{recordReadings(input:{readings:[{indicatorId:"s1",period:"2026-03-01",value:3}]}){outcomes{fate}}}`} {
			if _, a := p.do(query, nil); a.code() != "FORBIDDEN" {
				t.Errorf("%s is answered %s", query, a.raw)
			}
		}
	})
}
