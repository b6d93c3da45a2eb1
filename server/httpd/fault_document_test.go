package httpd_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/server/testkit"
)

// quick is far above what a refusal takes and far below what the attack would
// take, with room for a busy machine and the race detector.
const quick = time.Second

// attacker returns a signed-in client on a database with a small world.
func attacker(t *testing.T) (*client, *testkit.DB) {
	t.Helper()
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	return signIn(t, db, serve(t, db), "east", w.East.People[0]), db
}

// wantRefused sends a document that must be refused quickly and with a short
// answer, before it runs.
func wantRefused(t *testing.T, c *client, what, query string, reasons ...string) {
	t.Helper()
	a := c.do(query, nil)
	t.Logf("%s (%d bytes): %s after %s, %d bytes", what, len(query), a.reason(), a.took.Round(10*time.Microsecond), len(a.raw))
	fits := false
	for _, r := range reasons {
		fits = fits || a.reason() == r
	}
	if !fits || a.code() != "INVALID" || a.Data != nil {
		t.Errorf("%s was answered %.300s, want %v", what, a.raw, reasons)
	}
	if a.took > quick {
		t.Errorf("%s took %s", what, a.took)
	}
	if len(a.raw) > 16<<10 {
		t.Errorf("%s was answered with %d bytes", what, len(a.raw))
	}
	if strings.Contains(a.raw, `"data"`) {
		t.Errorf("%s ran: %.300s", what, a.raw)
	}
}

// times repeats a text n times; %d in it is the number.
func times(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

func TestFault01AliasFlood(t *testing.T) {
	c, _ := attacker(t)
	wantRefused(t, c, "100 aliases", "{"+times(100, "a%d:viewer{mustChangePassword} ")+"}", "TOO_MANY_ALIASES")
	wantRefused(t, c, "5,000 aliases", "{"+times(5000, "a%d:viewer{mustChangePassword} ")+"}", "BAD_QUERY")
	wantRefused(t, c, "10,000 aliases of a leaf", "{"+times(10_000, "a%d:__typename ")+"}", "BAD_QUERY")
	wantRefused(t, c, "aliases in fragments", "{...f ...g} fragment f on Query{"+times(30, "a%d:__typename ")+"} fragment g on Query{...f "+times(30, "b%d:__typename ")+"}", "TOO_MANY_ALIASES")
	if a := c.do("{"+times(40, "a%d:__typename ")+"}", nil); len(a.Errors) > 0 {
		t.Errorf("40 aliases are fine, but were answered %s", a.raw)
	}
}

func TestFault02DuplicateFields(t *testing.T) {
	c, _ := attacker(t)
	wantRefused(t, c, "500 equal fields", "{viewer{"+times(500, "mustChangePassword ")+"}}", "TOO_MANY_DUPLICATES")
	wantRefused(t, c, "20,000 equal fields", "{viewer{"+times(20_000, "mustChangePassword ")+"}}", "BAD_QUERY")
	wantRefused(t, c, "equal objects", "{"+times(180, "viewer{account{id}} ")+"}", "TOO_MANY_DUPLICATES", "BAD_QUERY")
	wantRefused(t, c, "equal fields by fragments", "{viewer{"+times(30, "...f ")+"}} fragment f on Viewer{mustChangePassword}", "TOO_MANY_DUPLICATES")
	if a := c.do("{viewer{"+times(20, "mustChangePassword ")+"}}", nil); len(a.Errors) > 0 {
		t.Errorf("20 equal fields are fine, but were answered %s", a.raw)
	}
}

func TestFault03DirectiveFlood(t *testing.T) {
	c, _ := attacker(t)
	wantRefused(t, c, "20,000 unknown directives", "{__typename "+times(20_000, "@a")+"}", "BAD_QUERY")
	wantRefused(t, c, "490 unknown directives", "{__typename "+times(490, "@a")+"}", "TOO_MANY_DIRECTIVES")
	wantRefused(t, c, "directives on an operation", "query "+times(400, "@a%d ")+"{__typename}", "TOO_MANY_DIRECTIVES")
	wantRefused(t, c, "20 unknown directives", "{__typename "+times(20, "@a%d")+"}", "BAD_QUERY")
	wantRefused(t, c, "a long unknown name", "{"+strings.Repeat("a", 500_000)+"}", "BAD_QUERY")
	wantRefused(t, c, "many long unknown names", "{"+times(50, strings.Repeat("a", 10_000)+"%d ")+"}", "BAD_QUERY")
}

func TestFault04FragmentBomb(t *testing.T) {
	c, _ := attacker(t)
	for _, n := range []int{18, 30, 45} {
		var b strings.Builder
		b.WriteString("{...f0}")
		for i := range n {
			fmt.Fprintf(&b, " fragment f%d on Query{...f%d ...f%d}", i, i+1, i+1)
		}
		fmt.Fprintf(&b, " fragment f%d on Query{__typename}", n)
		wantRefused(t, c, fmt.Sprintf("%d fragments that double", n), b.String(), "TOO_MANY_SPREADS", "TOO_MANY_FIELDS", "TOO_MANY_FRAGMENTS")
	}
	wantRefused(t, c, "60 fragments", "{...f0}"+times(60, " fragment f%d on Query{__typename}"), "TOO_MANY_FRAGMENTS")
	// Deep selections that double at every level, too.
	var b strings.Builder
	b.WriteString("{viewer{homeUnits{...f0}}}")
	for i := range 9 {
		fmt.Fprintf(&b, " fragment f%d on Unit{parent{...f%d} p%d:parent{...f%d}}", i, i+1, i, i+1)
	}
	b.WriteString(" fragment f9 on Unit{id}")
	wantRefused(t, c, "fragments that double fields", b.String(), "TOO_MANY_ALIASES", "TOO_MANY_SPREADS", "TOO_MANY_FIELDS")
}

func TestFault05CircularFragments(t *testing.T) {
	c, _ := attacker(t)
	wantRefused(t, c, "a fragment of itself", "{...a} fragment a on Query{...a}", "CIRCULAR_FRAGMENT")
	wantRefused(t, c, "two fragments of each other", "{...a} fragment a on Query{...b} fragment b on Query{__typename ...a}", "CIRCULAR_FRAGMENT")
	wantRefused(t, c, "a circle through fields", "{viewer{homeUnits{...a}}} fragment a on Unit{children{...b}} fragment b on Unit{parent{...a}}", "CIRCULAR_FRAGMENT")
	wantRefused(t, c, "a circle that nothing uses", "{__typename} fragment a on Query{...a}", "CIRCULAR_FRAGMENT")
}

func TestFault06Depth(t *testing.T) {
	c, _ := attacker(t)
	nested := func(n int) string {
		return "{viewer{homeUnits{" + strings.Repeat("parent{", n) + "id" + strings.Repeat("}", n) + "}}}"
	}
	wantRefused(t, c, "13 levels", nested(10), "TOO_DEEP")
	wantRefused(t, c, "300 levels", nested(300), "TOO_DEEP")
	wantRefused(t, c, "500 levels", nested(500), "BAD_QUERY", "TOO_DEEP")
	wantRefused(t, c, "20,000 levels", nested(20_000), "BAD_QUERY")
	wantRefused(t, c, "20,000 levels of lists", "{node(id:"+strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000)+"){id}}", "BAD_QUERY")
	wantRefused(t, c, "100,000 open brackets", strings.Repeat("{a", 100_000), "BAD_QUERY")
	if a := c.do(nested(9), nil); len(a.Errors) > 0 {
		t.Errorf("12 levels are fine, but were answered %s", a.raw)
	}
}

func TestFault07ListFanOut(t *testing.T) {
	c, _ := attacker(t)
	wantRefused(t, c, "children of children", "{viewer{homeUnits{"+strings.Repeat("children{", 9)+"id"+strings.Repeat("}", 9)+"}}}", "TOO_COSTLY")
	wantRefused(t, c, "14 times children", "{viewer{homeUnits{"+strings.Repeat("children{", 14)+"id"+strings.Repeat("}", 14)+"}}}", "TOO_DEEP")
	wantRefused(t, c, "a huge page", "{units(first:2000000000){nodes{id}}}", "TOO_COSTLY")
	wantRefused(t, c, "pages of lists of lists", "{units(first:100){edges{node{children{children{children{id}}}}}}}", "TOO_COSTLY")
	ids := times(3000, `"s%d" `)
	a := c.send(map[string]any{"query": "query($ids:[ID!]!){nodes(ids:$ids){... on Unit{children{children{id}}}}}", "variables": vars{"ids": strings.Fields(strings.ReplaceAll(ids, `"`, ""))}})
	if a.reason() != "TOO_COSTLY" || a.Extensions.Cost.Requested <= a.Extensions.Cost.Limit {
		t.Errorf("3,000 ids were answered %.200s", a.raw)
	}
	cheap := c.do("query($n:Int=7){units(first:$n){nodes{id name}}}", nil)
	if got := cheap.Extensions.Cost; got.Requested != 1+1+7*2 || got.Limit != 50_000 {
		t.Errorf("the cost is reported as %+v", got)
	}
	// The value of a variable counts, not its default.
	dear := c.do("query($n:Int=1){units(first:$n){nodes{id name}}}", vars{"n": 40_000})
	if dear.reason() != "TOO_COSTLY" {
		t.Errorf("a page of 40,000 by a variable was answered %.200s", dear.raw)
	}
}

func TestFault08ArrayBatch(t *testing.T) {
	c, _ := attacker(t)
	one := `{"query":"{viewer{account{id}}}"}`
	for _, n := range []int{0, 1, 1000} {
		a := c.request("POST", "/graphql", "["+strings.TrimSuffix(times(n, one+","), ",")+"]", jsonType)
		if a.status != 400 || a.reason() != "BAD_JSON" {
			t.Errorf("a batch of %d was answered %d %s", n, a.status, a.raw)
		}
	}
}

func TestFault09IntrospectionSignedOut(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	server := serve(t, db)
	stranger := newClient(t, server)
	for _, q := range []string{"{__schema{types{name}}}", `{__type(name:"Query"){name}}`, "{viewer{account{id}} ...f} fragment f on Query{s:__schema{queryType{name}}}", introspection} {
		a := stranger.do(q, nil)
		if a.code() != "UNAUTHENTICATED" || strings.Contains(a.raw, "Query") {
			t.Errorf("%.60s was answered the signed-out: %.200s", q, a.raw)
		}
	}
	// Tools of signed-in users send this query.
	c := signIn(t, db, server, "east", w.East.People[0])
	a := c.do(introspection, nil)
	if len(a.Errors) > 0 || !strings.Contains(a.raw, `"Subscription"`) {
		t.Errorf("the signed-in got %.300s", a.raw)
	}
	t.Logf("introspection costs %d", a.Extensions.Cost.Requested)
}

func TestFault10Suggestions(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	server := serve(t, db)
	stranger, c := newClient(t, server), signIn(t, db, server, "east", w.East.People[0])
	for what, q := range map[string]struct {
		query string
		v     vars
		near  []string // words that the error must not contain
	}{
		"field":                 {"{viewer{acount{id}}}", nil, []string{"account"}},
		"root field":            {"{unitz(first:1){nodes{id}}}", nil, []string{"units"}},
		"argument":              {`{node(idd:"s1"){id}}`, nil, []string{"(id", `"id"`}},
		"type":                  {"{viewer{...on Viewr{mustChangePassword}}}", nil, []string{"Viewer"}},
		"type of a variable":    {"query($a:RiskFilte){viewer{mustChangePassword}}", nil, []string{"RiskFilter"}},
		"enum value":            {"{riskPoints(first:1,filter:{statuses:[DECIDD]}){nodes{id}}}", nil, []string{"DECIDED"}},
		"input field":           {"{riskPoints(first:1,filter:{statusez:[DECIDED]}){nodes{id}}}", nil, []string{`"statuses"`}},
		"directive":             {"{viewer @skp(if:true){mustChangePassword}}", nil, []string{"@skip"}},
		"leaf without fields":   {"{viewer}", nil, []string{"mustChangePassword", "account"}},
		"mutation":              {"mutation{signInn(input:{loginName:\"a\"}){viewer{mustChangePassword}}}", nil, []string{`"signIn"`}},
		"missing input field":   {"mutation{signIn(input:{loginName:\"a\"}){viewer{mustChangePassword}}}", nil, nil},
		"variable's field":      {"query($f:RiskFilter){riskPoints(first:1,filter:$f){nodes{id}}}", vars{"f": vars{"statusez": 1}}, []string{"statuses"}},
		"variable's enum":       {"query($f:RiskFilter){riskPoints(first:1,filter:$f){nodes{id}}}", vars{"f": vars{"statuses": []string{"DECIDD"}}}, []string{"DECIDED"}},
		"open variable":         {"mutation($i:SignInInput!){signIn(input:$i){viewer{mustChangePassword}}}", vars{"i": vars{"loginNam": "a"}}, []string{"loginName"}},
		"open, of a wrong type": {"mutation($i:SignInInput!){signIn(input:$i){viewer{mustChangePassword}}}", vars{"i": "x"}, nil},
	} {
		a := c.do(q.query, q.v)
		if len(a.Errors) == 0 || strings.Contains(a.raw, "Did you mean") || strings.Contains(a.raw, "panic") || a.code() == "INTERNAL" {
			t.Errorf("%s: the signed-in got %s", what, a.raw)
		}
		for _, word := range q.near {
			if strings.Contains(a.raw, word) {
				t.Errorf("%s: the signed-in saw %s: %s", what, word, a.raw)
			}
		}
		a = stranger.do(q.query, q.v)
		if r := a.reason(); r != "BAD_QUERY" && r != "SIGNED_OUT" || len(a.Errors) != 1 {
			t.Errorf("%s: the signed-out got %s", what, a.raw)
		}
		for _, word := range append(q.near, "acount", "Viewr", "signInn", "loginNam", "SignInInput", "skp") {
			if strings.Contains(a.raw, word) {
				t.Errorf("%s: the signed-out saw %s: %s", what, word, a.raw)
			}
		}
	}
}
