package graph_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/graph"
	"sineng/graph/schema"
)

// with is the schema extended by more.
func with(t *testing.T, more string) *ast.Schema {
	t.Helper()
	sdl, err := schema.SDL()
	if err != nil {
		t.Fatal(err)
	}
	return gqlparser.MustLoadSchema(&ast.Source{Input: sdl + "\n" + more})
}

func TestEveryRootFieldHasOneRowOfRights(t *testing.T) {
	if err := graph.CheckRights(with(t, "")); err != nil {
		t.Error(err)
	}
	for _, root := range []string{"Query", "Mutation", "Subscription"} {
		err := graph.CheckRights(with(t, "extend type "+root+" { somethingNew: Int }"))
		if err == nil || !strings.Contains(err.Error(), "the field somethingNew has no row") {
			t.Errorf("a new field of %s gets %v", root, err)
		}
	}
}

func TestARowOfRightsThatFitsNothingIsFound(t *testing.T) {
	for what, c := range map[string]struct {
		field string
		right graph.Right
		says  string
	}{
		"no field":         {"somethingGone", graph.Right{}, "the row somethingGone has no field"},
		"a token writes":   {"createUnit", graph.Right{Tokens: []term.TokenScope{term.TokenScopeReadOrganisation}}, "a token of READ_ORGANISATION opens createUnit, which is no query"},
		"a token too weak": {"measures", graph.Right{Needs: graph.Rights["measures"].Needs, Tokens: []term.TokenScope{term.TokenScopeReadAudit}}, "READ_AUDIT opens measures"},
	} {
		before, there := graph.Rights[c.field]
		graph.Rights[c.field] = c.right
		if err := graph.CheckRights(with(t, "")); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", what, err, c.says)
		}
		if delete(graph.Rights, c.field); there {
			graph.Rights[c.field] = before
		}
	}
}
