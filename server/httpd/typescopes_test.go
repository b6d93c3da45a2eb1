package httpd_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/graph"
	"sineng/graph/scalar"
	"sineng/server/account"
	"sineng/server/testkit"
)

// withToken returns somebody asking by a token of one scope.
func (s *twoSides) withToken(t *testing.T, who asker, scope term.TokenScope) asker {
	t.Helper()
	_, secret, err := s.db.Accounts.CreateToken(testkit.System(), account.NewToken{Account: who.who.Viewer.AccountID, Name: "报表",
		Scopes: []term.TokenScope{scope}, ExpiresAt: s.db.Now().Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	return asker{who.actor, testkit.Must(s.db.Accounts.ResolveToken(context.Background(), secret))(t), ""}
}

// edge is a field of a type of object that leads to objects.
type edge struct {
	of    *ast.Definition
	field *ast.FieldDefinition
}

// pathsFrom returns the shortest path from a root field along each edge that can be reached from
// it, as the fields to select.
func pathsFrom(s *ast.Schema, root *ast.FieldDefinition) [][]edge {
	var out [][]edge
	seen := map[string]bool{}
	queue := [][]edge{{{s.Query, root}}}
	for len(queue) > 0 {
		path := queue[0]
		queue, out = queue[1:], append(out, path)
		for _, t := range graph.Possible(s, path[len(path)-1].field.Type.Name()) {
			if seen[t.Name] || strings.HasPrefix(t.Name, "__") {
				continue
			}
			seen[t.Name] = true
			for _, f := range t.Fields {
				if len(graph.Possible(s, f.Type.Name())) > 0 {
					queue = append(queue, append(slices.Clone(path), edge{t, f}))
				}
			}
		}
	}
	return out
}

// selecting is the document that selects a path and names the type of each object on it.
func selecting(s *ast.Schema, path []edge, args string) string {
	var b strings.Builder
	for i, e := range path {
		if i == 0 {
			b.WriteString("{" + e.field.Name + args)
		} else {
			fmt.Fprintf(&b, "{__typename ... on %s{%s%s", e.of.Name, e.field.Name, sample(s, e.field.Arguments))
		}
	}
	return b.String() + "{__typename}" + strings.Repeat("}}", len(path)-1) + "}"
}

// typesIn collects the names of types in an answer.
func typesIn(v any, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		if name, ok := v["__typename"].(string); ok {
			into[name] = true
		}
		for _, one := range v {
			typesIn(one, into)
		}
	case []any:
		for _, one := range v {
			typesIn(one, into)
		}
	}
}

// someIDs are ids of the east, of each table in turn.
func (s *twoSides) someIDs(t *testing.T, each int) (out []string) {
	t.Helper()
	east, _ := s.everyRow(t)
	for _, ids := range east {
		out = append(out, ids[:min(each, len(ids))]...)
	}
	return out
}

// From every root field along every path, a token reaches the types of its scope and no others.
func TestATokenReachesTheTypesOfItsScopeByNoPathOthers(t *testing.T) {
	s := newTwoSides(t)
	sdl := loadSchema(t)
	given := samples(s.east)
	ids := s.someIDs(t, 2)
	begun := time.Now()
	for scope, who := range map[term.TokenScope]asker{term.TokenScopeReadOrganisation: s.strong[0], term.TokenScopeReadOverview: s.strong[0],
		term.TokenScopeReadRegister: s.strong[0], term.TokenScopeReadAudit: s.strong[3]} {
		token := s.withToken(t, who, scope)
		walked, reached, refused := 0, map[string]bool{}, map[string]bool{}
		known := map[string]bool{} // edges that another root has led to
		for _, root := range sdl.Query.Fields {
			if strings.HasPrefix(root.Name, "__") {
				continue
			}
			args := obj{}
			for name, v := range given[root.Name] {
				args[name] = v
			}
			if root.Name == "nodes" {
				args["ids"] = anys(ids)
			}
			written := sample(sdl, root.Arguments)
			if len(args) > 0 {
				written = literal(args)
				written = "(" + written[1:len(written)-1] + ")"
			}
			for _, path := range pathsFrom(sdl, root) {
				last := path[len(path)-1]
				if name := last.of.Name + "." + last.field.Name; len(path) > 3 && known[name] {
					continue
				} else if len(path) > 1 {
					known[name] = true
				}
				res := s.server.Run(token.ctx(), "", selecting(sdl, path, written))
				walked++
				var data any
				if err := json.Unmarshal(res.Data, &data); err != nil && len(res.Errors) == 0 {
					t.Fatal(err)
				}
				here, name, told := map[string]bool{}, last.field.Type.Name(), strings.Contains(said(res), "TOKEN_MAY_NOT")
				typesIn(data, here)
				typesIn(data, reached)
				if told {
					refused[name] = true
				}
				// It is refused also where there is nothing to reach.
				if t2 := sdl.Types[name]; len(path) > 1 && here[last.of.Name] && t2.Kind == ast.Object && !graph.TypeOpen(token.who.Viewer, name) && !told {
					t.Errorf("%s is not refused %s of %s, from %s", scope, name, last.of.Name, root.Name)
				}
			}
		}
		for name := range reached {
			if !graph.TypeOpen(token.who.Viewer, name) {
				t.Errorf("%s reaches %s", scope, name)
			}
		}
		if len(reached) < 3 || walked < 300 || len(refused) < 50 {
			t.Errorf("%s: %d paths led to %v only, %d types were refused", scope, walked, reached, len(refused))
		}
		t.Logf("%s: %d paths, %d types reached, %d refused, %v", scope, walked, len(reached), len(refused), time.Since(begun).Round(time.Second))
	}
}

func TestWhatATokenIsRefusedAtARootItIsRefusedByItsID(t *testing.T) {
	s := newTwoSides(t)
	leader := s.strong[0]
	form := s.east["form"]
	query := fmt.Sprintf(`{node(id:%q){__typename ... on Form{submissions{number} reviewDecisions{at} content{sections{__typename}} hints{kind}}}}`, form)
	if res := s.server.Run(leader.ctx(), leader.session, query); !strings.Contains(string(res.Data), `"Form"`) {
		t.Fatalf("the leader is answered %s %s", res.Data, said(res))
	}
	for _, scope := range []term.TokenScope{term.TokenScopeReadOrganisation, term.TokenScopeReadOverview, term.TokenScopeReadRegister} {
		token := s.withToken(t, leader, scope)
		if res := s.server.Run(token.ctx(), "", query); string(res.Data) != `{"node":null}` || len(res.Errors) > 0 {
			t.Errorf("%s: a form by its id is answered %s %s", scope, res.Data, said(res))
		}
		if res := s.server.Run(token.ctx(), "", `{forms(first:1){nodes{id}}}`); !strings.Contains(said(res), "TOKEN_MAY_NOT") {
			t.Errorf("%s: the forms are answered %s", scope, res.Data)
		}
		if res := s.server.Run(token.ctx(), "", `{campaigns(first:1){nodes{id job{id}}}}`); !strings.Contains(said(res), "TOKEN_MAY_NOT") || strings.Contains(string(res.Data), `"job":{`) {
			t.Errorf("%s: the job of a campaign is answered %s", scope, res.Data)
		}
	}
	// By its id a row that exists is answered as one that does not.
	token := s.withToken(t, leader, term.TokenScopeReadOrganisation)
	res := s.server.Run(token.ctx(), "", fmt.Sprintf(`{nodes(ids:[%q,%q,%q]){__typename}}`, s.east["risk"], scalar.EncodeID(1<<50), s.east["unitID"]))
	if string(res.Data) != `{"nodes":[null,null,{"__typename":"Unit"}]}` || len(res.Errors) > 0 {
		t.Errorf("rows by their ids are answered %s %s", res.Data, said(res))
	}
}

// A type without a row keeps the server from starting.
func TestATypeWithoutARowIsRefused(t *testing.T) {
	sdl := loadSchema(t)
	if err := graph.CheckTypes(sdl); err != nil {
		t.Fatal(err)
	}
	sdl.Types["Novelty"] = &ast.Definition{Kind: ast.Object, Name: "Novelty", Fields: ast.FieldList{{Name: "id", Type: ast.NamedType("ID", nil)}}}
	sdl.Types["Unit"].Fields = append(sdl.Types["Unit"].Fields, &ast.FieldDefinition{Name: "novelty", Type: ast.NamedType("Novelty", nil)})
	if err := graph.CheckTypes(sdl); err == nil || !strings.Contains(err.Error(), "the type Novelty has no row") {
		t.Errorf("a type without a row: %v", err)
	}
}
