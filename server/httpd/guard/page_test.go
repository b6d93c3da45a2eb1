package guard_test

import (
	"encoding/json"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/frontend"
	"sineng/graph/schema"
	"sineng/server/httpd/guard"
	"sineng/server/testkit"
)

func loadSchema(t testing.TB) *ast.Schema {
	t.Helper()
	return gqlparser.MustLoadSchema(&ast.Source{Input: testkit.Must(schema.SDL())(t)})
}

func open(field string) bool { return field == "viewer" || field == "signIn" || field == "__typename" }

var (
	signedOut = guard.Caller{}
	signedIn  = guard.Caller{SignedIn: true}
)

// The page must stay far below the limits, however long the lists it requests.
func TestThePagesDocumentsPassWithAWideMargin(t *testing.T) {
	documents := testkit.Must(frontend.Documents())(t)
	g, err := guard.New(guard.Options{Schema: loadSchema(t), Open: open, Documents: documents})
	if err != nil {
		t.Fatal(err)
	}
	dearest := 0
	for hash, text := range documents {
		p := &graphql.RawParams{Variables: map[string]any{"first": json.Number("100")},
			Extensions: map[string]any{"persistedQuery": map[string]any{"version": json.Number("1"), "sha256Hash": hash}}}
		a, errs := g.Admit(p, signedIn)
		if len(errs) > 0 {
			t.Errorf("%s\n%v", text, errs)
			continue
		}
		if p.Query != text {
			t.Errorf("the hash gave another text than %s", text)
		}
		if a.Cost.Requested > a.Cost.Limit/3 {
			t.Errorf("%s costs %d of %d", a.Operation.Name, a.Cost.Requested, a.Cost.Limit)
		}
		dearest = max(dearest, a.Cost.Requested)
		t.Log(a.Operation.Name, a.Cost.Requested)
		// As free documents they must pass as well: the page falls back to the
		// whole text.
		free := testkit.Must(guard.New(guard.Options{Schema: loadSchema(t), Open: open}))(t)
		if _, errs := free.Admit(&graphql.RawParams{Query: text, Variables: p.Variables}, signedIn); len(errs) > 0 {
			t.Errorf("%s is no free query: %v", a.Operation.Name, errs)
		}
	}
	t.Logf("%d documents, the dearest costs %d", len(documents), dearest)
}
