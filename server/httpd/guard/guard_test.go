package guard_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/httpd/guard"
	"sineng/server/testkit"
)

func newGuard(t testing.TB) *guard.Guard {
	t.Helper()
	return testkit.Must(guard.New(guard.Options{Schema: loadSchema(t), Open: open}))(t)
}

func TestTheCostCountsEveryListAndEveryFragment(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct {
		query string
		v     map[string]any
		want  int
	}{
		{"{__typename}", nil, 1},
		{"{viewer{account{id}}}", nil, 3},
		{"{viewer{homeUnits{id name}}}", nil, 1 + 1 + 3*2},
		{"{units(first:10){nodes{id}}}", nil, 1 + 1 + 10},
		{"{units(first:10){edges{cursor node{id}}}}", nil, 1 + 1 + 10*3},
		{"{units(first:10){pageInfo{hasNextPage} totalCount}}", nil, 1 + 2 + 10},
		{"{units(first:10){nodes{posts{id}}}}", nil, 1 + 1 + 10*(1+10)},
		{`{nodes(ids:["a","b","c"]){id}}`, nil, 1 + 3},
		{"query($i:[ID!]!){nodes(ids:$i){id}}", map[string]any{"i": []any{"a", "b"}}, 1 + 2},
		{"query($n:Int!){units(first:$n){nodes{id}}}", map[string]any{"n": json.Number("7")}, 1 + 1 + 7},
		{"query($n:Int=9){units(first:$n){nodes{id}}}", nil, 1 + 1 + 9},
		{"{units(first:-5){nodes{id}}}", nil, 1 + 1 + 1},
		{"{importJob(id:\"a\"){problems(first:20){row}}}", nil, 1 + 1 + 20},
		{"{a:units(first:2){...f} b:units(first:3){...f}} fragment f on UnitConnection{nodes{id}}", nil, 1 + 1 + 2 + 1 + 1 + 3},
		{"{riskRows(first:1000){rows{id title}}}", nil, 1 + 1 + 2000},
		{"query($c:WhatIfCandidateInput!){whatIf(unitId:\"a\",candidates:[$c,$c]){label}}", nil, 1 + 2},
		{"mutation{signIn(input:{loginName:\"a\",password:\"b\"}){viewer{mustChangePassword}}}", nil, 32},
	} {
		a, errs := g.Admit(&graphql.RawParams{Query: c.query, Variables: c.v}, signedIn)
		if len(errs) > 0 {
			t.Errorf("%s: %v", c.query, errs)
		} else if a.Cost.Requested != c.want {
			t.Errorf("%s costs %d, want %d", c.query, a.Cost.Requested, c.want)
		}
	}
}

func TestTheLimitFollowsTheWidestRole(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct {
		who  guard.Caller
		want int
	}{
		{signedOut, 50},
		{signedIn, 50_000},
		{guard.Caller{SignedIn: true, Roles: []term.Role{term.RoleStaff, term.RoleDeptHead}}, 50_000},
		{guard.Caller{SignedIn: true, Roles: []term.Role{term.RoleStaff, term.RoleAuditor}}, 100_000},
		{guard.Caller{SignedIn: true, Roles: []term.Role{term.RoleLeadingGroup}}, 100_000},
		{guard.Caller{SignedIn: true, Token: true}, 100_000},
	} {
		a, errs := g.Admit(&graphql.RawParams{Query: "{viewer{mustChangePassword}}"}, c.who)
		if len(errs) > 0 || a.Cost.Limit != c.want {
			t.Errorf("%+v: %v, %v, want a limit of %d", c.who, a, errs, c.want)
		}
	}
	// Without sign-in a list in a list exceeds the limit, one password does
	// not.
	if _, errs := g.Admit(&graphql.RawParams{Query: "{viewer{homeUnits{children{id name}}}}"}, signedOut); reason(errs) != "TOO_COSTLY" {
		t.Errorf("the signed-out got %v", errs)
	}
}

func reason[E error](errs []E) string {
	for _, err := range errs {
		for _, e := range fault.All(err) {
			return e.Reason
		}
	}
	return ""
}

// How long the guard itself takes for a document of the greatest allowed size.
func TestTheDearestDocumentToLookAtIsQuick(t *testing.T) {
	g := newGuard(t)
	var fields strings.Builder
	for i := range 20 {
		fmt.Fprintf(&fields, "%s ", []string{"...f", "id", "name", "code", "...g"}[i%5])
	}
	for what, query := range map[string]string{
		"as many equal objects as there may be": "{viewer{" + strings.Repeat("homeUnits{id name code kind level version parent{id name} children{id name}} ", 20) + "}}",
		"equal objects of fragments": "{viewer{" + strings.Repeat("homeUnits{"+fields.String()+"} ", 10) + "}} " +
			"fragment f on Unit{parent{...g} id name} fragment g on Unit{children{id name code} parent{id name code}}",
		"equal objects in equal objects": "{viewer{" + strings.Repeat("homeUnits{"+strings.Repeat("parent{"+strings.Repeat("id ", 10)+"} ", 8)+"}", 8) + "}}",
		"the same within the limits":     "{viewer{" + strings.Repeat("homeUnits{"+strings.Repeat("parent{id name code kind level sortOrder childCount closedOn} ", 4)+"}", 20) + "}}",
	} {
		start := time.Now()
		a, errs := g.Admit(&graphql.RawParams{Query: query}, signedIn)
		took := time.Since(start)
		t.Logf("%s: %d bytes, %v, %s", what, len(query), reason(errs), took)
		if took > time.Second {
			t.Errorf("%s took %s (%v)", what, took, a)
		}
	}
}

// FuzzAdmit looks for documents on which the guard fails or takes long.
func FuzzAdmit(f *testing.F) {
	for _, seed := range []string{"{viewer{account{id}}}", "query($a:Int=1){units(first:$a){nodes{...f}}} fragment f on Unit{id ...f}", "mutation{a:signOut{signedOut}}",
		"subscription{importProgress(jobId:\"s1\"){id}}", "{__schema{types{name}}}", "{a @skip(if:true)", "{node(id:[[{a:1}]]){... on Unit{id}}}"} {
		f.Add(seed)
	}
	g := newGuard(f)
	f.Fuzz(func(t *testing.T, query string) {
		for _, who := range []guard.Caller{signedOut, signedIn} {
			start := time.Now()
			a, errs := g.Admit(&graphql.RawParams{Query: query, Variables: map[string]any{"a": json.Number("5")}}, who)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
			if len(errs) > guard.MostErrors || len(errs) == 0 && a.Cost.Requested > a.Cost.Limit {
				t.Errorf("%v, %v", a, errs)
			}
		}
	})
}

// FuzzDecode looks for accepted bodies that are not one object.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{`{"query":"{a}"}`, `{"query":"{a}","query":"{b}"}`, `[{}]`, `{"variables":{"a":[1,{"b":null}]}}`, `{}{}`, `{"a":1e999}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := guard.Decode(body); err == nil && !json.Valid(body) {
			t.Errorf("%q was taken", body)
		}
	})
}
