package httpd_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/graph"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/httpd"
	"sineng/server/separation"
	"sineng/server/testkit"
)

// walk is a sequence of random requests by random people, of the whole API and of imports. Whoever
// has an account does what comes to mind, often several things in a row, and everybody knows every
// id. The same seed gives the same walk.
type walk struct {
	t      *testing.T
	db     *testkit.DB
	app    *app.App
	server *httpd.Server
	sdl    *ast.Schema
	rand   *rand.Rand
	people []*walker
	now    *walker // who asks
	steps  []step
	next   []string       // what follows on what was carried out
	why    map[string]int // refusals, by root field and reason
	counts map[string]int // of requests that were carried out, by root field
	n      int
	after  func(document string) // nil, or called after each mutation that was carried out
	// answered is the body of the last answer.
	answered []byte
	// The row that the input under way names, for its expected version.
	table string
	id    int64
}

// walker is an account whose password is known.
type walker struct {
	login, session, password string
	account, person          int64
	unit                     *ent.Unit
}

// step is a request that was carried out.
type step struct {
	n            int
	entries      int64 // of the log, after it
	who          string
	account      int64
	what, answer string
}

func newWalk(t *testing.T, seed uint64) *walk {
	t.Helper()
	w := &walk{t: t, db: testkit.SQLite(t), sdl: loadSchema(t), rand: rand.New(rand.NewPCG(seed, 11)), counts: map[string]int{}, why: map[string]int{}}
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelError}))
	w.app = apptest.New(t, w.db, func(o *app.Options) { o.Logger = log })
	w.server = testkit.Must(httpd.New(httpd.Options{Services: w.app.Services, Log: log, CostLimit: 1 << 30}))(t)
	w.populate()
	return w
}

// run takes a number of steps.
func (w *walk) run(steps int) {
	mutations := w.mutations()
	for w.n = range steps {
		if w.chance(0.3) {
			w.now = w.people[w.rand.IntN(len(w.people))]
		}
		switch {
		case len(w.next) > 0 && w.chance(0.7):
			name := w.next[0]
			w.next = w.next[1:]
			if f := w.sdl.Mutation.Fields.ForName(name); f != nil {
				w.mutate(f)
			}
		case w.chance(0.01):
			w.db.Clock.Forward(time.Duration(1+w.rand.IntN(5*24)) * time.Hour)
		case w.chance(0.06):
			w.imports()
		default:
			w.next = nil
			w.mutate(mutations[w.rand.IntN(len(mutations))])
		}
	}
}

// left out are the fields of people's own sign-in, and those that wait for a job or end the walk.
var leftOut = []string{"signIn", "signOut", "setUp", "submitSecondFactor", "startSecondFactor", "confirmSecondFactor", "disableSecondFactor",
	"renewRecoveryCodes", "changePassword", "endSession", "endOtherSessions", "createToken", "revokeToken", "setNoticeSettings", "sendTestNotice",
	"markNoticesRead", "verifyLog", "planImport", "mapImport", "commitImport", "cancelImport", "cancelJob", "exportCampaign", "removeAttachment", "saveProcess", "saveProcessDraft", "discardProcessDraft", "publishProcess",
	"closeCampaign", "archiveCampaign", "eraseTexts", "regrade", "setRecipe", "planCampaign", "reviseCampaign"}

// often are the fields that are asked for more often, since they give or use power, or are one of
// many steps of something.
var often = map[string]int{"grantRole": 3, "confirmGrant": 3, "createAccount": 2, "resetPassword": 2, "assignPortfolio": 3, "delegate": 2,
	"decideGrade": 4, "endorseGrade": 3, "concurGrade": 4, "proposeGrade": 2, "retireRiskPoint": 2, "reviseRiskPoint": 3, "recordRiskPoint": 3,
	"planMeeting": 3, "setAgenda": 4, "openMeeting": 5, "castVote": 12, "decideItem": 6, "advanceMeasure": 4, "submitForm": 4, "approveForm": 6,
	"confirmAct": 5, "closeUnit": 2, "moveUnit": 2, "appoint": 2, "countersignVotes": 6, "endorseRetirement": 3, "concurRetirement": 3}

// follows are the requests that carry on what was begun, mostly by whoever began it.
var follows = map[string][]string{
	"planMeeting": {"setAgenda", "openMeeting", "castVote", "castVote", "castVote", "castVote", "decideItem", "decideItem", "closeMeeting"},
	"setAgenda":   {"openMeeting", "castVote", "castVote", "castVote", "castVote", "decideItem", "decideItem"},
	"openMeeting": {"castVote", "castVote", "castVote", "castVote", "decideItem", "decideItem", "closeMeeting"},
	"castVote":    {"castVote", "countersignVotes", "decideItem"}, "endorseRetirement": {"concurRetirement", "concurRetirement"}, "endorseGrade": {"concurGrade", "concurGrade", "concurGrade"},
	"grantRole": {"confirmGrant", "confirmAct", "confirmGrant"}, "createAccount": {"grantRole", "confirmGrant"}, "addPerson": {"createAccount", "assignPortfolio"},
	"recordRiskPoint": {"decideGrade", "endorseGrade", "concurGrade"}, "proposeGrade": {"decideGrade", "endorseGrade"}, "recordMeasure": {"advanceMeasure", "advanceMeasure"},
	"reviseMeasure": {"advanceMeasure"}, "submitForm": {"approveForm", "approveForm", "approveForm", "approveForm"}, "approveForm": {"approveForm", "approveForm"},
	"assignPortfolio": {"confirmAct", "confirmAct"}, "resetPassword": {"confirmAct", "confirmAct"}, "delegate": {"confirmAct", "approveForm"}, "closeUnit": {"confirmAct"}, "moveUnit": {"confirmAct"},
}

// may reports whether the asker has a right that a field needs, on some unit.
func (w *walk) may(field string) bool {
	needs := graph.Rights[field].Needs
	who, err := w.db.Accounts.Resolve(w.t.Context(), w.now.session)
	if err != nil || who == nil || len(needs) == 0 {
		return len(needs) == 0
	}
	return slices.ContainsFunc(needs, func(a authz.Action) bool { return !authz.ScopeOf(who.Viewer, a).Empty() })
}

func (w *walk) mutations() (out []*ast.FieldDefinition) {
	for _, f := range w.sdl.Mutation.Fields {
		if !slices.Contains(leftOut, f.Name) {
			out = append(out, slices.Repeat([]*ast.FieldDefinition{f}, max(1, often[f.Name]))...)
		}
	}
	return out
}

func (w *walk) mutate(f *ast.FieldDefinition) {
	w.table, w.id = "", 0
	for range 4 {
		if w.chance(0.2) || w.may(f.Name) {
			break
		}
		w.now = w.people[w.rand.IntN(len(w.people))]
	}
	args := obj{}
	for _, a := range f.Arguments {
		args[a.Name] = w.value(f.Name, a.Name, a.Type)
	}
	if change := shaped[f.Name]; change != nil && !change(w, args["input"].(obj)) {
		return
	}
	text := literal(args)
	document := fmt.Sprintf("mutation{%s(%s){__typename}}", f.Name, text[1:len(text)-1])
	if w.do(document) {
		w.counts[f.Name]++
		if w.after != nil {
			w.after(document)
		}
		if more := follows[f.Name]; len(w.next) == 0 && more != nil {
			w.next = more
		}
		if in, ok := args["input"].(obj); ok {
			w.learn(f.Name, in)
		}
	}
}

// do sends a document and reports whether it was carried out. Whoever must sign in or change their
// password does so.
func (w *walk) do(document string) bool {
	code, reason := w.post(document)
	switch {
	case code == "UNAUTHENTICATED":
		w.signIn()
		code, reason = w.post(document)
	case reason == string(account.OwesPassword):
		w.changePassword()
		code, reason = w.post(document)
	}
	if code != "" {
		w.why[document[:strings.IndexByte(document, '(')]+" "+reason]++
	}
	w.steps = append(w.steps, step{w.n, w.entries(), w.now.login, w.now.account, document, code})
	return code == ""
}

// entries is how many the log has.
func (w *walk) entries() int64 {
	return int64(w.db.Raw.Client.AuditInbox.Query().CountX(testkit.System()) + w.db.Raw.Client.AuditEntry.Query().CountX(testkit.System()))
}

func (w *walk) signIn() {
	token, err := w.db.Accounts.SignIn(testkit.System(), w.now.login, w.now.password)
	if err == nil {
		w.now.session = token
	}
}

func (w *walk) changePassword() {
	next := fmt.Sprintf("Walk-%d-Stufe!", w.rand.IntN(1<<30))
	if code, _ := w.post(fmt.Sprintf(`mutation{changePassword(input:{oldPassword:%q,newPassword:%q}){__typename}}`, w.now.password, next)); code == "" {
		w.now.password = next
		w.signIn()
	}
}

// post sends a document and returns the code and reason of its first error.
func (w *walk) post(document string) (code, reason string) {
	body := testkit.Must(json.Marshal(map[string]any{"query": document}))(w.t)
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	r.AddCookie(&http.Cookie{Name: "sineng", Value: w.now.session})
	answered := httptest.NewRecorder()
	w.server.ServeHTTP(answered, r)
	w.answered = answered.Body.Bytes()
	var a answer
	if err := json.Unmarshal(answered.Body.Bytes(), &a); err != nil {
		w.t.Fatalf("%s was answered %d %s", document, answered.Code, answered.Body)
	}
	if len(a.Errors) == 0 {
		return "", ""
	}
	if e := a.Errors[0].Extensions; e.Reason == "BAD_QUERY" || string(e.Code) == "INTERNAL" {
		w.t.Errorf("step %d: %s was answered %s", w.n, document, answered.Body)
	}
	return string(a.Errors[0].Extensions.Code), a.Errors[0].Extensions.Reason
}

// breaches are what the rules find in the log of the walk.
func (w *walk) breaches() []separation.Breach {
	for more := true; more; {
		more = testkit.Must(audit.Sequence(testkit.System(), w.db.Store))(w.t) > 0
	}
	b := separation.NewBook()
	if err := separation.Read(testkit.System(), w.db.Client, b); err != nil {
		w.t.Fatal(err)
	}
	return b.Breaches()
}
