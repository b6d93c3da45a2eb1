package httpd_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/testkit"
)

// enrolled gives an account a second factor; the app's next code is valid.
func enrolled(t *testing.T, db *testkit.DB, a *ent.Account) (secret string) {
	t.Helper()
	own := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: a.ID})
	e := testkit.Must(db.Accounts.StartSecondFactor(own, password))(t)
	if _, _, err := db.Accounts.ConfirmSecondFactor(own, testkit.Must(totp.GenerateCode(e.Secret, db.Now()))(t)); err != nil {
		t.Fatal(err)
	}
	db.Clock.Forward(time.Minute)
	return e.Secret
}

// refusedFields requests every root field except open ones and returns those
// that were not refused with the reason.
func refusedFields(t *testing.T, c *client, s *ast.Schema, reason string, open ...string) {
	t.Helper()
	for kind, def := range map[string]*ast.Definition{"query": s.Query, "mutation": s.Mutation} {
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") || slices.Contains(open, f.Name) {
				continue
			}
			below := " { __typename }"
			if s.Types[f.Type.Name()].IsLeafType() {
				below = ""
			}
			a := c.do(fmt.Sprintf("%s { %s%s%s }", kind, f.Name, sample(s, f.Arguments), below), nil)
			if a.code() != "FORBIDDEN" || a.Errors[0].Extensions.Reason != reason || a.Data != nil && a.Data[f.Name] != nil {
				t.Errorf("%s %s was answered %s", kind, f.Name, a.raw)
			}
		}
	}
}

func TestFault25ASessionThatOwesItsSecondFactorGetsNothingElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server, s := serve(t, db), loadSchema(t)
		a := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "east", Password: password, Final: true, PersonID: &w.East.People[0].ID}))(t)
		secret := enrolled(t, db, a.Account)
		c := newClient(t, server)
		c.signIn("east")
		got := c.must("{viewer{account{id} person{id} roles{role} actions homeUnits{id} secondFactor{required enabled pending recoveryCodesLeft}}}", nil)
		if text := fmt.Sprint(got); !strings.Contains(text, "pending:true") || !strings.Contains(text, "roles:[]") || !strings.Contains(text, "homeUnits:[]") || !strings.Contains(text, "person:<nil>") {
			t.Errorf("with the password alone the answer is %s", text)
		}
		refusedFields(t, c, s, "SECOND_FACTOR_PENDING", "viewer", "signInOptions", "signIn", "signOut", "setUp", "setUpLink", "signUpAdministrator", "submitSecondFactor")
		if b := c.do("{viewer{account{roles{unit{id}} person{id name} loginName} person{unit{name}} homeUnits{name}}}", nil); strings.Contains(b.raw, "东") {
			t.Errorf("through the viewer is seen %s", b.raw)
		}
		res, err := c.http.Post(server.URL+"/uploads", "application/octet-stream", bytes.NewReader([]byte("x")))
		if err != nil {
			t.Fatal(err)
		}
		if _ = res.Body.Close(); res.StatusCode < 400 {
			t.Errorf("an upload was answered %s", res.Status)
		}
		const submit = `mutation($c:String!){submitSecondFactor(input:{code:$c}){viewer{roles{role} secondFactor{pending}}}}`
		if b := c.do(submit, vars{"c": "000000"}); b.Errors[0].Extensions.Field != "code" {
			t.Errorf("a wrong code was answered %s", b.raw)
		}
		c.must("{viewer{account{id}}}", nil)
		c.must(submit, vars{"c": testkit.Must(totp.GenerateCode(secret, db.Now()))(t)})
		c.must("{units(first:1){nodes{id}}}", nil)
	})
}

func TestFault25AnAccountThatMustHaveASecondFactorSetsItUpFirst(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "east", Password: password, Final: true, PersonID: &w.East.People[0].ID}))(t)
		db.Accounts = testkit.Must(account.New(db.Store, testkit.CheapHash, account.WithKey(testkit.TestKey), account.WithSecondFactor(account.FactorAll)))(t)
		c := newClient(t, serve(t, db))
		c.signIn("east")
		refusedFields(t, c, loadSchema(t), "SECOND_FACTOR_REQUIRED", "viewer", "signInOptions", "signIn", "signOut", "setUp", "setUpLink", "signUpAdministrator", "startSecondFactor", "confirmSecondFactor")
		start := c.must(`mutation($p:String!){startSecondFactor(input:{password:$p}){secret uri}}`, vars{"p": password})
		secret := start["startSecondFactor"].(map[string]any)["secret"].(string)
		confirmed := c.must(`mutation($c:String!){confirmSecondFactor(input:{code:$c}){recoveryCodes viewer{roles{role}}}}`,
			vars{"c": testkit.Must(totp.GenerateCode(secret, db.Now()))(t)})
		if codes := confirmed["confirmSecondFactor"].(map[string]any)["recoveryCodes"].([]any); len(codes) != 10 {
			t.Errorf("confirming returned %v", confirmed)
		}
		c.must("{units(first:1){nodes{id}}}", nil)
	})
}

func TestFault28ATokenThatWasPlantedOpensNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		server := serve(t, db)
		testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "east", Password: password, Final: true}))(t)
		c := newClient(t, server)
		home := testkit.Must(url.Parse(server.URL))(t)
		token := func() string {
			for _, cookie := range c.http.Jar.Cookies(home) {
				if cookie.Name == "sineng" {
					return cookie.Value
				}
			}
			return ""
		}
		const planted = "planted"
		c.http.Jar.SetCookies(home, []*http.Cookie{{Name: "sineng", Value: planted, Path: "/"}})
		c.signIn("east")
		first := token()
		c.signIn("east")
		second := token()
		c.must(`mutation($o:String!,$n:String!){changePassword(input:{oldPassword:$o,newPassword:$n}){viewer{account{id}}}}`, vars{"o": password, "n": "Anderes-2026?"})
		if third := token(); first == planted || first == second || second == third || third == "" {
			t.Errorf("the tokens are %q, %q and %q", first, second, third)
		}
		for _, old := range []string{planted, first, second} {
			if who := testkit.Must(db.Accounts.Resolve(context.Background(), old))(t); who != nil {
				t.Errorf("the token %q still opens a session", old)
			}
		}
	})
}

func TestAPendingGrantIsConfirmedByASecondPersonThroughTheAPI(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db)
		grant := func(login string, role term.Role, u *int64) {
			a := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: login, Password: password, Final: true}))(t)
			testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, role, u, db.Today(), nil, "试点"))(t)
		}
		grant("security", term.RoleSecurityAdmin, nil)
		grant("system", term.RoleSystemAdmin, nil)
		db.Raw.Client.Account.Update().Where(entaccount.LoginName("system")).SetSecretsOwnSince(db.Now().AddDate(0, 0, -8)).ExecX(testkit.System())
		testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "clerk", Password: password, Final: true, PersonID: &w.East.People[0].ID}))(t)
		as := func(login string) *client {
			c := newClient(t, server)
			c.signIn(login)
			return c
		}
		security, leader, system := as("security"), as("clerk"), as("system")
		found := security.must(`{accounts(first:10,text:"clerk"){nodes{id mayManage secondFactorEnabled}}}`, nil)
		node := found["accounts"].(map[string]any)["nodes"].([]any)[0].(map[string]any)
		granted := security.must(`mutation($a:ID!){grantRole(input:{accountId:$a,role:INSPECTOR,from:"2026-03-02",reason:"派驻"}){roleAppointment{id status reason mayConfirm mayDecline holder{loginName personName} grantedBy{loginName}}}}`, vars{"a": node["id"]})
		g := granted["grantRole"].(map[string]any)["roleAppointment"].(map[string]any)
		if g["status"] != "PENDING" || g["mayConfirm"] != false || g["mayDecline"] != true || fmt.Sprint(g["grantedBy"]) != "map[loginName:security]" {
			t.Errorf("granted: %v", g)
		}
		const pending = `{pendingGrants(first:10){totalCount nodes{id mayConfirm holder{personName} unit{name}}}}`
		if a := leader.do(pending, nil); a.code() != "" || strings.Contains(a.raw, g["id"].(string)) {
			t.Errorf("a leader of one province is shown %s", a.raw)
		}
		if a := system.do(pending, nil); !strings.Contains(a.raw, `"mayConfirm":true`) {
			t.Errorf("the system administrator is shown %s", a.raw)
		}
		confirmed := system.must(`mutation($g:ID!){confirmGrant(input:{roleAppointmentId:$g}){roleAppointment{status confirmedBy{loginName} confirmedAt mayConfirm}}}`, vars{"g": g["id"]})
		if !strings.Contains(fmt.Sprint(confirmed), "status:ACTIVE") || !strings.Contains(fmt.Sprint(confirmed), "loginName:system") {
			t.Errorf("confirmed: %v", confirmed)
		}
		if a := leader.do("{mySessions{id}}", nil); a.code() != "UNAUTHENTICATED" {
			t.Errorf("after the role one's session answers %s", a.raw)
		}
		sessions := as("clerk").must("{mySessions{id createdAt seenAt expiresAt address agent method current}}", nil)
		if text := fmt.Sprint(sessions); !strings.Contains(text, "address:127.0.0.1") || !strings.Contains(text, "current:true") || !strings.Contains(text, "method:PASSWORD") {
			t.Errorf("one's sessions are %s", text)
		}
	})
}
