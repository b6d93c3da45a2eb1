package httpd_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/graph"
	"sineng/graph/scalar"
	"sineng/server/account"
	"sineng/server/app/apptest"
	"sineng/server/authz"
	"sineng/server/exchange"
	"sineng/server/httpd"
	"sineng/server/store"
	"sineng/server/testkit"
)

// The answers of a cell. ok is any answer but the others: a stale version
// means that the caller was let in.
const (
	ok        = "OK"
	signedOut = "UNAUTHENTICATED"
	forbidden = "FORBIDDEN"
	notFound  = "NOT_FOUND" // or a list without the rows of the place
	broken    = "INTERNAL"
)

// oracle computes what an actor may do at a place, from the table of roles and
// actions and one rule: a role reaches its unit and those below.
type oracle struct {
	a     *actor
	force bool // whether the role is in force
	reach bool
	above bool // the place is above the actor's unit
}

func newOracle(a *actor, at string, force bool) oracle {
	return oracle{a, force, a.everywhere || at == "own" || at == "child", at == "parent"}
}

// scopeLets are the actions that a token's scope allows, written out from the
// API's description of the scopes.
var scopeLets = map[term.TokenScope][]authz.Action{
	term.TokenScopeReadOrganisation: {authz.ReadOrganisation},
	term.TokenScopeReadRegister:     {authz.ReadOrganisation, authz.ReadRegister, authz.ReadOverview},
	term.TokenScopeReadOverview:     {authz.ReadOrganisation, authz.ReadOverview},
	term.TokenScopeReadAudit:        {authz.ReadLog},
}

// may reports whether the actor has the action somewhere.
func (o oracle) may(action authz.Action) bool {
	return o.force && o.a.role != "" && authz.Permits(o.a.role, action) && (o.a.scope == "" || slices.Contains(scopeLets[o.a.scope], action))
}

// sees reports whether the action shows a row at the place. Rows of the
// organisation on ancestor units can be read but not written.
func (o oracle) sees(action authz.Action, reads bool) bool {
	return o.may(action) && (o.reach || reads && o.above && action == authz.ReadOrganisation)
}

// want returns the expected answer of the cell.
func (o oracle) want(kind, field string, r graph.Right, t try) string {
	anyOf := func(needs []authz.Action) bool { return len(needs) == 0 || slices.ContainsFunc(needs, o.may) }
	switch {
	case o.a.scope != "" && (kind != "query" || !slices.Contains(r.Tokens, o.a.scope)):
		return forbidden
	case r.Open:
		return ok
	case o.a.out:
		return signedOut
	case o.a.owes && slices.Contains(r.Owing, account.OwesPassword):
		return ok
	case o.a.owes, !anyOf(r.Needs):
		return forbidden
	case t.session && o.a.scope != "":
		return notFound
	case t.want != nil:
		return t.want(o)
	case r.Reach == graph.Itself:
		return ok
	case r.Reach == graph.Whole:
		if o.a.everywhere {
			return ok
		}
		return forbidden
	case r.Reach == graph.Listed && t.lists == nil:
		return ok
	case t.reads && !o.sees(t.sees, true), !t.reads && !o.reach:
		return notFound
	case !anyOf(t.needs):
		return forbidden
	}
	return ok
}

// got classifies a response.
func got(field string, t try, res *graphql.Response) string {
	if len(res.Errors) > 0 {
		err := res.Errors[0]
		switch err.Extensions["reason"] {
		case "WRONG_CREDENTIALS", "BAD_SETUP_LINK", "EACH_BY_THEMSELF":
			return ok // the secret was tested
		}
		switch code := fmt.Sprint(err.Extensions["code"]); code {
		case signedOut, forbidden, notFound, broken:
			return code
		case "INVALID":
			if strings.HasPrefix(fmt.Sprint(err.Extensions["reason"]), "GRAPHQL_") {
				return broken // the test's document is wrong
			}
		}
		return ok
	}
	n := 0
	for _, id := range t.lists {
		if strings.Contains(string(res.Data), `"`+id+`"`) {
			n++
		}
	}
	nullable := field == "node" || field == "unit" || field == "importJob" || field == "pendingAct"
	switch {
	case n != 0 && n != len(t.lists):
		return fmt.Sprintf("%d of %d rows", n, len(t.lists))
	case n < len(t.lists), nullable && strings.Contains(string(res.Data), `"`+field+`":null`):
		return notFound
	}
	return ok
}

var errUndo = errors.New("undone")

// asker is an actor at a moment.
type asker struct {
	*actor
	who     *account.SignedIn
	session string
}

func (a asker) ctx() context.Context { return graph.WithSignedIn(context.Background(), a.who) }

func TestEveryRoleAtEveryFieldInEveryPlaceAtEveryTime(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.Started(t, db)
	places := matrixWorld(t, db)
	own := places["own"].unit
	postID := db.Client.Post.Query().Where(post.HasUnitWith(unit.ID(own.ID))).FirstIDX(testkit.System())
	all := actors(t, db, own, postID)
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelError}))
	program := apptest.New(t, db)
	jobs := program.Imports
	server := testkit.Must(httpd.New(httpd.Options{Services: program.Services, Log: log, CostLimit: 1 << 30}))(t)
	s := loadSchema(t)
	start, count, answers := db.Today(), 0, map[string]int{}
	for _, when := range moments {
		db.Clock.Forward(start.AddDate(0, 0, when.day).Add(9 * time.Hour).Sub(db.Now()))
		var before asker
		for _, a := range all {
			who := ask(t, db, a)
			if a.scope != "" && !when.force {
				if who.who != nil {
					t.Errorf("the %s still opens the API %s the appointment", a.name, when.name)
				}
				continue
			}
			importsOf(t, jobs, who, before, when.force)
			before = who
			for kind, root := range map[string]*ast.Definition{"query": s.Query, "mutation": s.Mutation, "subscription": s.Subscription} {
				for _, f := range root.Fields {
					if strings.HasPrefix(f.Name, "__") {
						continue
					}
					makeTries := cells[f.Name]
					if makeTries == nil {
						t.Fatalf("the test does not know how to ask for %s", f.Name)
					}
					for _, name := range placeNames {
						for _, try := range makeTries(places[name], a) {
							body := try.body
							if body == "" && !s.Types[f.Type.Name()].IsLeafType() {
								body = "{__typename}"
							}
							document := fmt.Sprintf("%s{%s%s%s}", kind, f.Name, try.args, body)
							want := newOracle(a, name, when.force).want(kind, f.Name, graph.Rights[f.Name], try)
							res := run(t, db, server, who, document, try.apart)
							answer := got(f.Name, try, res)
							if answer != want {
								t.Errorf("%s, %s, %s at %s: %s, want %s\n%s\n%s %s", a.name, when.name, f.Name, name, answer, want, document, res.Data, said(res))
							}
							count++
							answers[answer]++
						}
					}
				}
			}
		}
	}
	t.Logf("%d cells, answered %v", count, answers)
	fmt.Printf("the matrix of rights has %d cells, answered %v\n", count, answers)
	if count < 10_000 {
		t.Errorf("only %d cells were tried", count)
	}
	if answers[ok] < 1000 || answers[forbidden] < 1000 || answers[notFound] < 500 || answers[signedOut] < 100 {
		t.Errorf("the answers are one-sided: %v", answers)
	}
}

// ask signs an actor in at the present moment.
func ask(t *testing.T, db *testkit.DB, a *actor) asker {
	t.Helper()
	ctx := context.Background()
	switch {
	case a.out:
		return asker{actor: a}
	case a.scope != "":
		return asker{actor: a, who: testkit.Must(db.Accounts.ResolveToken(ctx, "sineng_own-"+string(a.scope)))(t)}
	}
	session := testkit.Must(db.Accounts.SignIn(ctx, a.login, password))(t)
	return asker{a, testkit.Must(db.Accounts.Resolve(ctx, session))(t), session}
}

// importsOf gives an actor an import of their own and the id of one of the
// previous actor, if they may have one.
func importsOf(t *testing.T, jobs *exchange.Jobs, a, before asker, force bool) {
	t.Helper()
	a.job, a.foreignJob = "", scalar.EncodeID(1<<40)
	a.upload = func() string { return a.foreignJob }
	if before.actor != nil && before.job != "" {
		a.foreignJob = before.job
	}
	if !force || a.who == nil || a.scope != "" || !authz.Permits(a.role, authz.Import) {
		return
	}
	upload := func() int64 {
		return testkit.Must(jobs.Upload(a.ctx(), "x.xlsx", strings.NewReader("no workbook"), false))(t).ID
	}
	job := testkit.Must(jobs.Plan(a.ctx(), upload(), nil))(t)
	a.job = scalar.EncodeID(job.ID)
	settle(t, jobs, a, job.ID)
	// Unreadable uploads are deleted, so each try needs a file of its own.
	a.upload = func() string { return scalar.EncodeID(upload()) }
}

// settle waits until an import is idle.
func settle(t *testing.T, jobs *exchange.Jobs, a asker, id int64) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); runtime.Gosched() {
		if job, err := jobs.Job(a.ctx(), id); err != nil || job == nil || job.State != exchange.Planning && job.State != exchange.Committing {
			return
		}
	}
	t.Fatal("the import does not come to an end")
}

// run runs a document in a transaction that is rolled back.
func run(t *testing.T, db *testkit.DB, server *httpd.Server, a asker, document string, apart bool) (res *graphql.Response) {
	t.Helper()
	if apart {
		return server.Run(a.ctx(), a.session, document)
	}
	err := store.WithTx(a.ctx(), db.Store, func(ctx context.Context, _ *ent.Tx) error {
		res = server.Run(ctx, a.session, document)
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Fatalf("%s: %v", document, err)
	}
	return res
}

func said(res *graphql.Response) string {
	text, _ := json.Marshal(res.Errors)
	return string(text)
}
