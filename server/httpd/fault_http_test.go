package httpd_test

import (
	"database/sql"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"sineng/server/httpd"
	"sineng/server/testkit"
)

var jsonType = http.Header{"Content-Type": {"application/json"}}

// introspection is the query by which tools read the schema, as graphql-js
// writes it.
var introspection = `query IntrospectionQuery{__schema{queryType{name kind} mutationType{name kind} subscriptionType{name kind} types{...FullType}
	directives{name description locations args{...InputValue}}}}
	fragment FullType on __Type{kind name description fields(includeDeprecated:true){name description args{...InputValue} type{...TypeRef} isDeprecated deprecationReason}
	inputFields{...InputValue} interfaces{...TypeRef} enumValues(includeDeprecated:true){name description isDeprecated deprecationReason} possibleTypes{...TypeRef}}
	fragment InputValue on __InputValue{name description type{...TypeRef} defaultValue}
	fragment TypeRef on __Type{kind name ` + strings.Repeat("ofType{kind name ", 9) + strings.Repeat("}", 9) + `}`

// noted returns a log that a test can read.
func noted() (*strings.Builder, func(*httpd.Options)) {
	var b strings.Builder
	return &b, func(o *httpd.Options) { o.Log = slog.New(slog.NewTextHandler(&b, nil)) }
}

func TestFault11MutationByGET(t *testing.T) {
	db := testkit.SQLite(t)
	c := newClient(t, serve(t, db))
	for what, q := range map[string]string{
		"a mutation":            "mutation{signOut{signedOut}}",
		"one beside a query":    "query q{__typename} mutation m{signOut{signedOut}}",
		"a mutation by another": "mutation{...f} fragment f on Mutation{signOut{signedOut}}",
		"an unknown mutation":   "mutation{dropEverything}",
		"an unknown stream":     "subscription{everything}",
	} {
		db.Statements.Reset()
		res := testkit.Must(c.http.Get(c.server + "/graphql?operationName=" + strings.TrimSpace(map[bool]string{true: "m"}[strings.Contains(q, "query q")]) + "&query=" + url.QueryEscape(q)))(t)
		text := testkit.Must(io.ReadAll(res.Body))(t)
		_ = res.Body.Close()
		if res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") != http.MethodPost || strings.Contains(string(text), "data") {
			t.Errorf("%s by GET was answered %d %s", what, res.StatusCode, text)
		}
		if seen := db.Statements.Seen(); len(seen) > 0 {
			t.Errorf("%s by GET ran %v", what, seen)
		}
	}
	if a := c.request(http.MethodGet, "/graphql?query="+url.QueryEscape("query($a:Boolean!){viewer{account @skip(if:$a){id}}}")+"&variables="+url.QueryEscape(`{"a":true}`), "", nil); a.status != http.StatusOK || len(a.Errors) > 0 {
		t.Errorf("a query by GET was answered %d %s", a.status, a.raw)
	}
	for _, bad := range []string{"query=%7B__typename%7D&query=%7Ba%7D", "query=%7B__typename%7D&variables=geheim", "query=%7B__typename%7D&variables=[]", "", "query=%zz"} {
		if a := c.request(http.MethodGet, "/graphql?"+bad, "", nil); a.status != http.StatusBadRequest || strings.Contains(a.raw, "geheim") {
			t.Errorf("%s was answered %d %s", bad, a.status, a.raw)
		}
	}
}

func TestFault12OtherMediaTypes(t *testing.T) {
	c := newClient(t, serve(t, testkit.SQLite(t)))
	const good = `{"query":"{viewer{account{id}}}"}`
	for _, kind := range []string{"application/x-www-form-urlencoded", "text/plain", "text/plain; application/json", "application/graphql", "multipart/form-data; boundary=x", "", "json",
		"application/json; charset=utf-16", "application/json-seq"} {
		if a := c.request(http.MethodPost, "/graphql", good, http.Header{"Content-Type": {kind}}); a.status != http.StatusUnsupportedMediaType {
			t.Errorf("%q was answered %d %s", kind, a.status, a.raw)
		}
	}
	for _, kind := range []string{"application/json", "application/json; charset=UTF-8", "Application/JSON"} {
		if a := c.request(http.MethodPost, "/graphql", good, http.Header{"Content-Type": {kind}}); a.status != http.StatusOK {
			t.Errorf("%q was answered %d %s", kind, a.status, a.raw)
		}
	}
}

// fromElsewhere returns headers of a browser that another site causes to send
// a request.
func fromElsewhere(kind string) []http.Header {
	return []http.Header{
		{"Content-Type": {kind}, "Origin": {"https://evil.example"}},
		{"Content-Type": {kind}, "Sec-Fetch-Site": {"cross-site"}, "Origin": {"null"}},
		{"Content-Type": {kind}, "Sec-Fetch-Site": {"same-site"}},
	}
}

func TestFault13MultipartFromAnotherSite(t *testing.T) {
	c, db := attacker(t)
	const body = "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"mutation{signOut{signedOut}}\"}\r\n--x--\r\n"
	for _, path := range []string{"/graphql", "/uploads"} {
		for _, h := range fromElsewhere("multipart/form-data; boundary=x") {
			if a := c.request(http.MethodPost, path, body, h); a.status != http.StatusForbidden || a.reason() != "CROSS_ORIGIN" {
				t.Errorf("%s with %v was answered %d %s", path, h, a.status, a.raw)
			}
		}
	}
	if n := db.Client.Session.Query().CountX(testkit.System()); n != 1 {
		t.Errorf("%d sessions are left", n)
	}
}

func TestFault14JSONFromAnotherOrigin(t *testing.T) {
	c, db := attacker(t)
	for _, kind := range []string{"application/json", "text/plain", "application/x-www-form-urlencoded"} {
		for _, h := range fromElsewhere(kind) {
			if a := c.request(http.MethodPost, "/graphql", `{"query":"mutation{signOut{signedOut}}"}`, h); a.status != http.StatusForbidden || a.reason() != "CROSS_ORIGIN" {
				t.Errorf("%v was answered %d %s", h, a.status, a.raw)
			}
		}
	}
	if n := db.Client.Session.Query().CountX(testkit.System()); n != 1 {
		t.Errorf("%d sessions are left", n)
	}
}

func TestFault15LargeBody(t *testing.T) {
	c := newClient(t, serve(t, testkit.SQLite(t)))
	large := strings.Repeat(" ", 20<<20)
	for what, body := range map[string]string{
		"20 MB of blanks":    `{"query":"{viewer{account{id}}}"}` + large,
		"20 MB of a query":   `{"query":"{` + strings.Repeat("a ", 10<<20) + `}"}`,
		"20 MB of variables": `{"query":"{__typename}","variables":{"a":"` + large + `"}}`,
	} {
		// The server may close the connection while the client still sends;
		// then there is no response.
		req := testkit.Must(http.NewRequest(http.MethodPost, c.server+"/graphql", struct{ io.Reader }{strings.NewReader(body)}))(t)
		req.Header = jsonType.Clone()
		res, err := c.http.Do(req)
		if err != nil {
			t.Logf("%s: %v", what, err)
			continue
		}
		text := testkit.Must(io.ReadAll(res.Body))(t)
		_ = res.Body.Close()
		if res.StatusCode != http.StatusRequestEntityTooLarge || len(text) > 1000 {
			t.Errorf("%s was answered %d %.300s", what, res.StatusCode, text)
		}
	}
	just := `{"query":"{viewer{account{id}}}"}`
	if a := c.request(http.MethodPost, "/graphql", just+strings.Repeat(" ", 1<<20-len(just)), jsonType); a.status != http.StatusOK {
		t.Errorf("1 MiB was answered %d %s", a.status, a.raw)
	}
	if a := c.request(http.MethodPost, "/graphql", just+strings.Repeat(" ", 1<<20-len(just)+1), jsonType); a.status != http.StatusRequestEntityTooLarge {
		t.Errorf("1 MiB and a byte was answered %d %s", a.status, a.raw)
	}
}

func TestFault16MalformedJSONWithASecret(t *testing.T) {
	log, toLog := noted()
	c := newClient(t, serve(t, testkit.SQLite(t), toLog))
	for _, body := range []string{
		`{"query":"geheim`, `{"query":"{a}","variables":{"password":"geheim"`, `geheim`, `"geheim"`, `{geheim:1}`, `{"geheim":}`, "\xff\xfegeheim",
		`{"query":{"geheim":1}}`, `{"query":"{__typename}","variables":"geheim"}`, `{"query":"{__typename}","extensions":["geheim"]}`, `{"query":["geheim"]}`,
		`{"query":"{__typename}","operationName":{"geheim":1}}`,
	} {
		for _, accept := range []string{"", "application/json", "application/graphql-response+json", "text/event-stream"} {
			a := c.request(http.MethodPost, "/graphql", body, http.Header{"Content-Type": {"application/json"}, "Accept": {accept}})
			if a.status != http.StatusBadRequest || strings.Contains(a.raw, "geheim") {
				t.Errorf("%q was answered %d %s", body, a.status, a.raw)
			}
		}
	}
	if strings.Contains(log.String(), "geheim") {
		t.Errorf("the log reveals the secret: %s", log)
	}
}

func TestFault17TrailingJSONAndDuplicateKeys(t *testing.T) {
	c := newClient(t, serve(t, testkit.SQLite(t)))
	const good = `{"query":"{viewer{account{id}}}"}`
	for _, body := range []string{
		good + good, good + "1", good + "]", good + "{", good + " x", good[:len(good)-1], "", "null", "1",
		`{"query":"{__typename}","query":"{a}"}`,
		`{"query":"{__typename}","variables":{"a":1,"a":2}}`,
		`{"query":"{__typename}","variables":{"a":[{"b":{"c":1,"d":1,"c":1}}]}}`,
		`{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"version":1}}}`,
		`{"query":"{__typename}","qu\u0065ry":"{a}"}`,
		`{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}}`,
		`{"query":"{__typename}","variables":{"a":` + strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000) + `}}`,
	} {
		if a := c.request(http.MethodPost, "/graphql", body, jsonType); a.status != http.StatusBadRequest || a.code() != "INVALID" {
			t.Errorf("%.100q was answered %d %s", body, a.status, a.raw)
		}
	}
	// The same key in two objects is not a duplicate.
	if a := c.request(http.MethodPost, "/graphql", `{"query":"{__typename}","variables":{"a":{"b":1},"c":{"b":1}}}`, jsonType); a.status != http.StatusOK || len(a.Errors) > 0 {
		t.Errorf("answered %d %s", a.status, a.raw)
	}
}

func TestFault22PanicAndSQLError(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	log, toLog := noted()
	server := serve(t, db, toLog, func(o *httpd.Options) { o.Imports = nil })
	c := signIn(t, db, server, "east", w.East.People[0])
	generic := func(what string, a answer, inLog string) {
		t.Helper()
		if a.code() != "INTERNAL" || len(a.Errors) != 1 || a.Errors[0].Extensions.RequestID == "" {
			t.Errorf("%s was answered %s", what, a.raw)
			return
		}
		for _, word := range []string{"nil pointer", "SQL", "risk_points", "no such", ".go", "panic"} {
			if strings.Contains(a.raw, word) {
				t.Errorf("%s reveals %s: %s", what, word, a.raw)
			}
		}
		if !strings.Contains(log.String(), a.Errors[0].Extensions.RequestID) && !strings.Contains(log.String(), inLog) {
			t.Errorf("the log does not contain the cause of %s:\n%s", what, log)
		}
	}
	generic("a panic", c.do(`{importJob(id:"s1"){id}}`, nil), "panic")
	file := testkit.Must(sql.Open("sqlite", strings.TrimPrefix(db.URL, "sqlite:")))(t)
	t.Cleanup(func() { _ = file.Close() })
	if _, err := file.Exec("ALTER TABLE risk_points RENAME TO gone"); err != nil {
		t.Fatal(err)
	}
	generic("an SQL error", c.do("{riskPoints(first:1){nodes{id}}}", nil), "no such table")
}
