package httpd_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// account creates an account for a person of the world.
func (s *site) account(login string, p *ent.Person) *ent.Account {
	s.t.Helper()
	return testkit.Must(s.db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: login, Password: password, PersonID: &p.ID}))(s.t).Account
}

func (s *site) sessions() []*ent.Session {
	return s.db.Raw.Client.Session.Query().AllX(testkit.System())
}

// entries returns the actions in the log after the first so many entries.
func (s *site) entries(after int) string {
	var out []string
	for _, row := range s.db.Raw.Client.AuditInbox.Query().Order(ent.Asc("id")).AllX(testkit.System())[after:] {
		var e struct {
			Action string `json:"action"`
		}
		if err := json.Unmarshal([]byte(row.Body), &e); err != nil {
			s.t.Fatal(err)
		}
		out = append(out, e.Action)
	}
	return strings.Join(out, " ")
}

func (s *site) logged() int { return s.db.Raw.Client.AuditInbox.Query().CountX(testkit.System()) }

func TestOneSignsInByTheProvider(t *testing.T) {
	s := newSite(t)
	s.account("east", s.w.East.People[0]) // it has a first password, which does not matter here
	b := s.browser()
	before := s.logged()
	if to := b.signIn("sub1~N-东0", "/risks?grade=A"); to != "/risks?grade=A" || b.who() != "east" {
		t.Fatalf("the sign-in ended at %q as %q", to, b.who())
	}
	if got := s.entries(before); got != "LINK_IDENTITY SIGN_IN" {
		t.Errorf("the log says %q", got)
	}
	b.must("{notices(first:1){nodes{id}}}", nil)
	if all := s.sessions(); len(all) != 1 || all[0].Method != term.SignInMethodOIDC || all[0].FactorPending {
		t.Errorf("the sessions are %v", all)
	}
	// The second time only the subject counts, and nothing is linked again.
	before = s.logged()
	again := s.browser()
	if to := again.signIn("sub1", "/"); to != "/" || again.who() != "east" {
		t.Errorf("the second sign-in ended at %q as %q", to, again.who())
	}
	if got := s.entries(before); got != "SIGN_IN" {
		t.Errorf("the second time the log says %q", got)
	}
	options := s.browser().must("{signInOptions{password oidc{name startUrl refusals}}}", nil)["signInOptions"].(map[string]any)
	if oidc, _ := options["oidc"].(map[string]any); options["password"] != true || oidc == nil || oidc["name"] != "单点登录" || oidc["startUrl"] != "/oidc/start" {
		t.Errorf("the options are %v", options)
	}
}

func TestTheStaffNumberMayComeFromUserinfoAlone(t *testing.T) {
	s := newSite(t, func(o *httpd.OIDC) { o.ClientID = "userinfo" })
	s.account("east", s.w.East.People[0])
	b := s.browser()
	if to := b.signIn("sub1~N-东0", "/x"); to != "/x" || b.who() != "east" {
		t.Errorf("the sign-in ended at %q as %q", to, b.who())
	}
}

func TestWhomTheProviderVouchesForInVain(t *testing.T) {
	s := newSite(t)
	east := s.account("east", s.w.East.People[0])
	s.account("west", s.w.West.People[0])
	shut := s.account("shut", s.w.East.People[1])
	s.db.Raw.Client.Account.UpdateOne(shut).SetDisabled(true).ExecX(testkit.System())
	if to := s.browser().signIn("sub1~N-东0", "/"); to != "/" {
		t.Fatalf("the first sign-in ended at %q", to)
	}
	for _, c := range []struct{ what, name, reason, log string }{
		{"no staff number", "new~", "OIDC_NO_STAFF_NUMBER", "REFUSE_SIGN_IN"},
		{"an unknown staff number", "new~404", "OIDC_UNKNOWN_PERSON", "REFUSE_SIGN_IN"},
		{"a person without an account", "new~N-西1", "OIDC_NO_ACCOUNT", "REFUSE_SIGN_IN"},
		{"a disabled account", "new~N-东1", "OIDC_DISABLED", "REFUSE_SIGN_IN"},
		{"a subject that is now said to be another", "sub1~N-西0", "OIDC_OTHER_PERSON", "REFUSE_SIGN_IN"},
		{"a subject that is now said to be nobody known", "sub1~404", "OIDC_OTHER_PERSON", "REFUSE_SIGN_IN"},
		{"another subject for a linked account", "sub2~N-东0", "OIDC_LINKED_OTHERWISE", "REFUSE_SIGN_IN"},
	} {
		before, b := s.logged(), s.browser()
		if to := b.signIn(c.name, "/"); to != "/signin?error="+c.reason || b.who() != "" {
			t.Errorf("%s: ended at %q as %q", c.what, to, b.who())
		}
		if got := s.entries(before); got != c.log {
			t.Errorf("%s: the log says %q", c.what, got)
		}
	}
	// A linked account that is disabled later cannot sign in.
	s.db.Raw.Client.Account.UpdateOne(east).SetDisabled(true).ExecX(testkit.System())
	if to := s.browser().signIn("sub1~N-东0", "/"); to != "/signin?error=OIDC_DISABLED" {
		t.Errorf("a linked and disabled account ended at %q", to)
	}
	if n := s.db.Raw.Client.Identity.Query().CountX(testkit.System()); n != 1 {
		t.Errorf("%d identities are linked", n)
	}
}

func TestAnAccountIsMadeWhereThatIsWished(t *testing.T) {
	s := newSite(t, func(o *httpd.OIDC) { o.CreateAccounts = true })
	before, b := s.logged(), s.browser()
	if to := b.signIn("sub1~N-西1", "/"); to != "/" || b.who() != "n-西1" {
		t.Fatalf("ended at %q as %q", to, b.who())
	}
	if got := s.entries(before); got != "CREATE_ACCOUNT LINK_IDENTITY SIGN_IN" {
		t.Errorf("the log says %q", got)
	}
	for _, guess := range []string{"", "N-西1", "no account has this password"} {
		if _, err := s.db.Accounts.SignIn(testkit.System(), "n-西1", guess); err == nil {
			t.Errorf("the password %q opens the account", guess)
		}
	}
	if to := s.browser().signIn("sub2~404", "/"); to != "/signin?error=OIDC_UNKNOWN_PERSON" {
		t.Errorf("somebody who is not staff ended at %q", to)
	}
}

func TestTheProvidersSecondFactorCountsOnlyWhereItSaysSo(t *testing.T) {
	s := newSite(t)
	a := s.account("east", s.w.East.People[0])
	s.db.Raw.Client.Account.UpdateOne(a).SetTotpConfirmedAt(s.db.Now()).ExecX(testkit.System())
	for methods, pending := range map[string]bool{"pwd": true, "pwd,otp": false, "mfa": false, "hwk": false, "pwd,sms": true} {
		s.db.Raw.Client.Session.Delete().ExecX(testkit.System())
		if to := s.browser().signIn("sub1~N-东0~"+methods, "/"); to != "/" {
			t.Fatalf("ended at %q", to)
		}
		if all := s.sessions(); len(all) != 1 || all[0].FactorPending != pending {
			t.Errorf("after %s a second factor is pending: %v, want %v", methods, all[0].FactorPending, pending)
		}
	}
}

// swap changes the token request to the provider and its response.
func (s *site) swap(request func(url.Values), answer func(map[string]any)) {
	s.between = func(r *http.Request) (*http.Response, error) {
		token := strings.HasSuffix(r.URL.Path, "/token")
		if token && request != nil {
			form := testkit.Must(url.ParseQuery(string(testkit.Must(io.ReadAll(r.Body))(s.t))))(s.t)
			request(form)
			r = r.Clone(r.Context())
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(form.Encode())), int64(len(form.Encode()))
		}
		res, err := http.DefaultTransport.RoundTrip(r)
		if err != nil || !token || answer == nil {
			return res, err
		}
		said := map[string]any{}
		text := testkit.Must(io.ReadAll(res.Body))(s.t)
		_ = res.Body.Close()
		if json.Unmarshal(text, &said) == nil {
			answer(said)
			text = testkit.Must(json.Marshal(said))(s.t)
		}
		res.Body, res.ContentLength = io.NopCloser(bytes.NewReader(text)), int64(len(text))
		res.Header.Del("Content-Length")
		return res, err
	}
}

// issued signs in at a client of the provider and returns the genuine tokens.
func issued(t *testing.T, client string) map[string]any {
	t.Helper()
	s := newSite(t, func(o *httpd.OIDC) { o.ClientID = client })
	s.account("east", s.w.East.People[0])
	var tokens map[string]any
	s.swap(nil, func(said map[string]any) { tokens = maps.Clone(said) })
	if to := s.browser().signIn("sub1~N-东0", "/"); to != "/" || tokens["id_token"] == "" {
		t.Fatalf("ended at %q with the tokens %v", to, tokens)
	}
	return tokens
}

func TestWhatDoesNotBelongToThisSignInIsRefused(t *testing.T) {
	otherSignIn, otherAudience := issued(t, "sineng"), issued(t, "other")
	s := newSite(t)
	s.account("east", s.w.East.People[0])
	put := func(token string) func(map[string]any) {
		return func(said map[string]any) { said["id_token"] = token }
	}
	all := func(tokens map[string]any) func(map[string]any) {
		return func(said map[string]any) { maps.Copy(said, tokens) }
	}
	header, rest, _ := strings.Cut(otherSignIn["id_token"].(string), ".")
	body, _, _ := strings.Cut(rest, ".")
	for _, c := range []struct {
		what    string
		request func(url.Values)
		answer  func(map[string]any)
		reason  string
	}{
		{"a wrong verifier", func(f url.Values) { f.Set("code_verifier", "wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong") }, nil, "OIDC_REFUSED"},
		{"no verifier", func(f url.Values) { f.Del("code_verifier") }, nil, "OIDC_REFUSED"},
		{"another code", func(f url.Values) { f.Set("code", "x") }, nil, "OIDC_REFUSED"},
		{"a token of another sign-in", nil, all(otherSignIn), "OIDC_REFUSED"},
		{"a token for another server", nil, all(otherAudience), "OIDC_REFUSED"},
		{"a token without a signature", nil, put("eyJhbGciOiJub25lIn0." + body + "."), "OIDC_REFUSED"},
		{"a token with another signature", nil, put(header + "." + body + ".AAAA"), "OIDC_REFUSED"},
		{"no token", nil, func(said map[string]any) { delete(said, "id_token") }, "OIDC_REFUSED"},
		{"another access token", nil, func(said map[string]any) { said["access_token"] = "x" }, "OIDC_REFUSED"},
	} {
		s.swap(c.request, c.answer)
		b := s.browser()
		if to := b.signIn("sub1~N-东0", "/"); to != "/signin?error="+c.reason || b.who() != "" {
			t.Errorf("%s: ended at %q as %q", c.what, to, b.who())
		}
	}
	// A token of this sign-in that was issued to another client.
	s.between = func(r *http.Request) (*http.Response, error) {
		if r = r.Clone(r.Context()); strings.HasSuffix(r.URL.Path, "/token") {
			r.SetBasicAuth("other", "test-secret")
		}
		return http.DefaultTransport.RoundTrip(r)
	}
	b := s.browser()
	callback := b.atProvider(strings.Replace(b.toProvider("/"), "client_id=sineng", "client_id=other", 1), "sub1~N-东0")
	if to, _ := b.get(callback); to != s.url+"/signin?error=OIDC_REFUSED" || b.who() != "" {
		t.Errorf("a token for another server ended at %q as %q", to, b.who())
	}
	s.between = nil
	if n := len(s.sessions()) + s.db.Raw.Client.Identity.Query().CountX(testkit.System()); n != 0 {
		t.Errorf("there are %d sessions and identities", n)
	}

	// The token is valid for five minutes.
	b = s.browser()
	callback = b.atProvider(b.toProvider("/"), "sub1~N-东0")
	s.swap(nil, func(map[string]any) { s.db.Clock.Forward(6 * time.Minute) })
	if to, _ := b.get(callback); to != s.url+"/signin?error=OIDC_REFUSED" || b.who() != "" {
		t.Errorf("an expired token ended at %q as %q", to, b.who())
	}
}

func TestAnAnswerIsGoodOnceInTimeAndInItsOwnBrowser(t *testing.T) {
	s := newSite(t)
	s.account("east", s.w.East.People[0])
	const over = "/signin?error=OIDC_STATE"
	end := func(b *browser, address string) string {
		to, _ := b.get(address)
		return strings.TrimPrefix(to, s.url)
	}

	b := s.browser()
	callback := b.atProvider(b.toProvider("/"), "sub1~N-东0")
	if to := end(b, callback); to != "/" || b.who() != "east" {
		t.Fatalf("the sign-in ended at %q", to)
	}
	if to := end(b, callback); to != over {
		t.Errorf("the answer a second time ended at %q", to)
	}

	// The answer is sent to somebody else, who would then work in the sender's
	// account.
	sender, victim := s.browser(), s.browser()
	callback = sender.atProvider(sender.toProvider("/"), "sub1~N-东0")
	if to := end(victim, callback); to != over || victim.who() != "" {
		t.Errorf("in a browser that began nothing the answer ended at %q as %q", to, victim.who())
	}
	callback = sender.atProvider(sender.toProvider("/"), "sub1~N-东0")
	victim.toProvider("/")
	if to := end(victim, callback); to != over || victim.who() != "" {
		t.Errorf("in a browser that began another the answer ended at %q as %q", to, victim.who())
	}

	// A code of one sign-in with the state of another.
	first, second := s.browser(), s.browser()
	stolen := testkit.Must(url.Parse(first.atProvider(first.toProvider("/"), "sub1~N-东0")))(t)
	own := testkit.Must(url.Parse(second.atProvider(second.toProvider("/"), "sub2~404")))(t)
	q := own.Query()
	q.Set("code", stolen.Query().Get("code"))
	own.RawQuery = q.Encode()
	if to := end(second, own.String()); to != "/signin?error=OIDC_REFUSED" || second.who() != "" {
		t.Errorf("a stolen code ended at %q as %q", to, second.who())
	}

	late := s.browser()
	callback = late.atProvider(late.toProvider("/"), "sub1~N-东0")
	s.db.Clock.Forward(11 * time.Minute)
	if to := end(late, callback); to != over {
		t.Errorf("a late answer ended at %q", to)
	}
	for _, query := range []string{"", "?state=&code=x", "?state=x&code=x", "?error=access_denied"} {
		if to := end(s.browser(), s.url+"/oidc/callback"+query); to != over {
			t.Errorf("callback%s ended at %q", query, to)
		}
	}
	for query, reason := range map[string]string{
		"error=access_denied": "OIDC_CANCELLED", "error=server_error": "OIDC_UNAVAILABLE", "code=x&iss=https://evil.example": "OIDC_REFUSED",
		"error=%3Cscript%3E&error_description=%E5%A5%BD%3Cb%3E": "OIDC_REFUSED",
	} {
		b := s.browser()
		state := testkit.Must(url.Parse(b.toProvider("/")))(t).Query().Get("state")
		to, res := b.get(s.url + "/oidc/callback?state=" + state + "&" + query)
		if to != s.url+"/signin?error="+reason || strings.Contains(to, "script") {
			t.Errorf("the answer %s ended at %q", query, to)
		}
		if res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("the answer carries %v", res.Header)
		}
	}
}

func TestFault28SigningInByTheProviderOpensANewSession(t *testing.T) {
	s := newSite(t)
	s.account("east", s.w.East.People[0])
	testkit.Must(s.db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "attacker", Password: password, Final: true}))(t)
	fixed := testkit.Must(s.db.Accounts.SignIn(testkit.System(), "attacker", password))(t)
	b := s.browser()
	site := testkit.Must(url.Parse(s.url))(t)
	b.http.Jar.SetCookies(site, []*http.Cookie{{Name: "sineng", Value: fixed, Path: "/"}})
	if b.who() != "attacker" {
		t.Fatal("the cookie of another is not in the browser")
	}
	before := s.logged()
	callback := b.atProvider(b.toProvider("/"), "sub1~N-东0")
	_, res := b.get(callback)
	var fresh *http.Cookie
	for _, c := range res.Cookies() {
		if c.Name == "sineng" {
			fresh = c
		}
		if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" {
			t.Errorf("the cookie %v is open to others", c)
		}
	}
	if fresh == nil || fresh.Value == fixed || b.who() != "east" {
		t.Fatalf("the sign-in set %v and ended as %q", res.Cookies(), b.who())
	}
	if who := testkit.Must(s.db.Accounts.Resolve(testkit.System(), fixed))(t); who != nil {
		t.Errorf("the session that was there before is still that of %+v", who.Viewer)
	}
	if n := s.db.Raw.Client.Session.Query().Where(session.MethodEQ(term.SignInMethodOIDC)).CountX(testkit.System()); n != 1 {
		t.Errorf("there are %d sessions by the provider", n)
	}
	// The entries name who signed in, and who was signed out before.
	attacker := s.db.Raw.Client.Account.Query().Order(ent.Desc("id")).FirstX(testkit.System())
	for _, row := range s.db.Raw.Client.AuditInbox.Query().Order(ent.Asc("id")).AllX(testkit.System())[before:] {
		var e struct {
			Action term.AuditAction
			Actor  struct{ Account int64 } `json:"actor"`
		}
		if err := json.Unmarshal([]byte(row.Body), &e); err != nil || (e.Actor.Account == attacker.ID) != (e.Action == term.AuditActionSignOut) || e.Actor.Account == 0 {
			t.Errorf("the entry names %d: %s", e.Actor.Account, row.Body)
		}
	}
}

func TestWhenTheProviderIsDownThePasswordStillWorks(t *testing.T) {
	s := newSite(t)
	s.account("east", s.w.East.People[0])
	down := true
	asked := 0
	s.between = func(r *http.Request) (*http.Response, error) {
		if asked++; down {
			return nil, io.ErrUnexpectedEOF
		}
		return http.DefaultTransport.RoundTrip(r)
	}
	b := s.browser()
	for range 3 {
		if to, _ := b.get(s.url + "/oidc/start"); to != s.url+"/signin?error=OIDC_UNAVAILABLE" {
			t.Errorf("with the provider down the sign-in leads to %q", to)
		}
	}
	if asked != 1 {
		t.Errorf("a provider that is down was asked %d times at once", asked)
	}
	b.must(`mutation($p:String!){signIn(input:{loginName:"east",password:$p}){viewer{account{id}}}}`, vars{"p": password})
	down = false
	s.db.Clock.Forward(time.Minute)
	fresh := s.browser()
	if to := fresh.signIn("sub1~N-东0", "/"); to != "/" {
		t.Errorf("with the provider up again the sign-in ended at %q", to)
	}
	// The provider stops between the two steps.
	late := s.browser()
	callback := late.atProvider(late.toProvider("/"), "sub1")
	down = true
	if to, _ := late.get(callback); to != s.url+"/signin?error=OIDC_UNAVAILABLE" {
		t.Errorf("a provider that went down ended at %q", to)
	}
}

func TestWithoutAProviderThereIsNone(t *testing.T) {
	db := testkit.SQLite(t)
	server := serve(t, db)
	b := (&site{t: t, db: db, url: server.URL}).browser()
	for _, path := range []string{"/oidc/start", "/oidc/callback?state=x&code=x"} {
		if to, _ := b.get(server.URL + path); to != server.URL+"/signin?error=OIDC_OFF" {
			t.Errorf("%s leads to %q", path, to)
		}
	}
	if options := b.must("{signInOptions{password oidc{name}}}", nil)["signInOptions"].(map[string]any); options["oidc"] != nil {
		t.Errorf("the options are %v", options)
	}
	services := apptest.New(t, db).Services
	for name, o := range map[string]httpd.OIDC{
		"no address":    {Issuer: "provider", ClientID: "x", Name: "x", StaffClaim: "x"},
		"no TLS":        {Issuer: "http://provider.example", ClientID: "x", Name: "x", StaffClaim: "x"},
		"with a name":   {Issuer: "https://a:b@provider.example", ClientID: "x", Name: "x", StaffClaim: "x"},
		"no client":     {Issuer: "https://provider.example", Name: "x", StaffClaim: "x"},
		"no claim":      {Issuer: "https://provider.example", ClientID: "x", Name: "x"},
		"another world": {Issuer: "file:///etc/passwd", ClientID: "x", Name: "x", StaffClaim: "x"},
	} {
		if _, err := httpd.New(httpd.Options{Services: services, OIDC: &o}); err == nil {
			t.Errorf("%s: the settings are taken", name)
		}
	}
}

func TestOneComesBackToThisSiteOnly(t *testing.T) {
	s := newSite(t)
	s.account("east", s.w.East.People[0])
	for next, want := range map[string]string{
		"/risks/1?x=%2F#y": "/risks/1?x=%2F#y", "/单位": "/%e5%8d%95%e4%bd%8d",
		"//evil.example": "/", "/\\evil.example": "/", "https://evil.example": "/", "/x\r\nSet-Cookie: a=b": "/",
	} {
		if to := s.browser().signIn("sub1~N-东0", next); to != want {
			t.Errorf("next=%q ended at %q, want %q", next, to, want)
		}
	}
}
