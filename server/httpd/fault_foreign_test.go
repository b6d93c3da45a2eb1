package httpd_test

import (
	"fmt"
	"log/slog"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/graph"
	"sineng/graph/scalar"
	"sineng/scripts/bench/questions"
	"sineng/server/app/apptest"
	"sineng/server/authz"
	"sineng/server/exchange"
	"sineng/server/httpd"
	background "sineng/server/job"
	"sineng/server/testkit"
)

// twoSides is a server on two provinces, with users who together may do
// everything in the east and nothing in the west.
type twoSides struct {
	db     *testkit.DB
	server *httpd.Server
	jobs   *exchange.Jobs
	world  *testkit.World
	// strong are a leader, the three administrators and an inspector of the
	// east.
	strong []asker
	// concerned is a person of the east with records about them, member one of
	// a meeting with a vote on paper.
	concerned, member asker
	// east and west map the same names to the ids of each province's rows.
	east, west map[string]string
}

func newTwoSides(t *testing.T) *twoSides {
	t.Helper()
	db := testkit.SQLite(t)
	s := &twoSides{db: db, world: testkit.NewWorld(t, db)}
	a := apptest.New(t, db)
	s.jobs = a.Imports
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelError}))
	s.server = testkit.Must(httpd.New(httpd.Options{Services: a.Services, Log: log, CostLimit: 1 << 30}))(t)
	s.east, s.west = idsOf(t, db, s.world.East, "e"), idsOf(t, db, s.world.West, "w")
	s.strong = []asker{s.somebody(t, "leader", nil, s.world.East, term.RolePrincipalLeader, term.RoleLeadingGroup, term.RoleInspector)}
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
		s.strong = append(s.strong, s.somebody(t, string(role), nil, s.world.East, role))
	}
	colleague := testkit.Must(scalar.UnmarshalID(s.east["colleague"]))(t)
	s.member = s.somebody(t, "member", &colleague, s.world.East, term.RoleLeadingGroup)
	s.concerned = ask(t, db, &actor{name: "concerned", login: "at-e1"})
	asked := testkit.Must(scalar.UnmarshalID(s.east["warning"]))(t)
	db.Raw.Client.Warning.UpdateOneID(asked).SetPersonID(s.concerned.who.Viewer.PersonID).ExecX(testkit.System())
	instructed := testkit.Must(scalar.UnmarshalID(s.east["instruction"]))(t)
	db.Raw.Client.Instruction.UpdateOneID(instructed).SetPersonID(s.concerned.who.Viewer.PersonID).ExecX(testkit.System())
	tasked := testkit.Must(scalar.UnmarshalID(s.east["task"]))(t)
	db.Raw.Client.MeasureTask.UpdateOneID(tasked).SetPersonID(s.concerned.who.Viewer.PersonID).ExecX(testkit.System())
	other := s.somebody(t, "leader-too", nil, s.world.West, term.RolePrincipalLeader)
	for ids, who := range map[*map[string]string]asker{&s.east: s.strong[0], &s.west: other} {
		(*ids)["mySession"] = scalar.EncodeID(db.Raw.Client.Session.Query().Where(session.AccountID(who.who.Viewer.AccountID)).OnlyIDX(testkit.System()))
		(*ids)["myNotice"] = scalar.EncodeID(db.Raw.Client.Notice.Create().SetAccountID(who.who.Viewer.AccountID).SetKind(term.NoticeKindJobEnded).
			SetKey("job").SetWords(map[string]string{}).SetAt(db.Now()).SaveX(testkit.System()).ID)
		file := testkit.Must(s.jobs.Upload(who.ctx(), "x.xlsx", strings.NewReader("no workbook"), false))(t)
		job := testkit.Must(s.jobs.Plan(who.ctx(), file.ID, nil))(t)
		settle(t, s.jobs, who, job.ID)
		work := testkit.Must(background.Enqueue(who.ctx(), db.Store, term.JobKindOpenCampaign, 0, nil))(t)
		(*ids)["work"] = scalar.EncodeID(work.ID)
		(*ids)["job"] = scalar.EncodeID(job.ID)
		(*ids)["upload"] = scalar.EncodeID(testkit.Must(s.jobs.Upload(who.ctx(), "y.xlsx", strings.NewReader("no workbook"), false))(t).ID)
	}
	return s
}

// whoMay returns a user who may use a root field, the leader if possible.
func (s *twoSides) whoMay(field string) asker {
	if field == "revokeToken" {
		return s.strong[2] // for one's own account everybody, for others' the security administrators
	}
	switch field {
	case "raiseObjection", "withdrawObjection", "beginCheck", "recordCheck", "signCheckHandover", "acknowledgeWarning", "answerWarning",
		"acknowledgeInstruction", "answerInstruction", "reportInstruction":
		return s.concerned
	case "countersignVotes", "giveInstruction": // by people alone
		return s.member
	case "withdrawAct":
		return s.strong[1] // who began it
	}
	for _, who := range s.strong {
		for _, action := range graph.Rights[field].Needs {
			if !authz.ScopeOf(who.who.Viewer, action).Empty() {
				return who
			}
		}
	}
	return s.strong[0]
}

// somebody returns a user with roles on a province, who may confirm what others
// begin.
func (s *twoSides) somebody(t *testing.T, login string, personID *int64, p *testkit.Province, roles ...term.Role) asker {
	t.Helper()
	in := newAccount(login, personID)
	in.OwnSince = s.db.Now().Add(-testkit.Settled)
	a := testkit.Must(s.db.Accounts.Create(testkit.System(), in))(t)
	now := s.db.Now()
	for _, role := range roles {
		s.db.Raw.Client.RoleAppointment.Create().SetAccountID(a.ID).SetRole(role).SetUnitID(p.Unit.ID).SetFromDay(s.db.Today()).
			SetCreatedAt(now).SetUpdatedAt(now).ExecX(testkit.System())
	}
	return ask(t, s.db, &actor{name: login, login: strings.ToLower(login)})
}

// idsOf returns the ids of a province's rows by kind: those of its city, and
// with the suffix 2 those of its department.
func idsOf(t *testing.T, db *testkit.DB, p *testkit.Province, login string) map[string]string {
	t.Helper()
	out := map[string]string{"top": scalar.EncodeID(p.Unit.ID)}
	for suffix, at := range map[string]*place{"": newPlace(t, db, p, p.City, 1, login+"1"), "2": newPlace(t, db, p, p.Department, 2, login+"2")} {
		v := reflect.ValueOf(at).Elem()
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Type.Kind() == reflect.String && f.Name != "name" && f.Name != "entry" {
				out[f.Name+suffix] = v.Field(i).String()
			}
		}
	}
	return out
}

// word is a value that GraphQL writes without quotes.
type word = questions.Word

// literal formats a value in GraphQL.
func literal(v any) string { return questions.Literal(v) }

// document returns a document with one root field.
func document(s *ast.Schema, kind string, f *ast.FieldDefinition, args map[string]any) string {
	written, body := "", "{__typename}"
	if len(args) > 0 {
		written = literal(args)
		written = "(" + written[1:len(written)-1] + ")"
	}
	switch def := s.Types[f.Type.Name()]; {
	case def.IsLeafType():
		body = ""
	case def.Name == "ActList":
		body = "{acts{id} more}"
	case strings.HasSuffix(def.Name, "Connection"):
		row := "id"
		if s.Types[def.Fields.ForName("nodes").Type.Name()].Fields.ForName("id") == nil {
			row = "__typename"
		}
		body = "{totalCount nodes{" + row + "} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}"
	}
	return kind + "{" + f.Name + written + body + "}"
}

// idPaths returns the paths of all ids in an input type.
func idPaths(s *ast.Schema, typ *ast.Type, at []string) (out [][]string) {
	def := s.Types[typ.Name()]
	switch {
	case def.Name == "ID":
		return [][]string{slices.Clone(at)}
	case def.Kind == ast.InputObject:
		for _, f := range def.Fields {
			out = append(out, idPaths(s, f.Type, append(at[:len(at):len(at)], f.Name))...)
		}
	}
	return out
}

// replaced copies a value and replaces the one on a path, in every list.
func replaced(v any, path []string, id string, old *string) any {
	switch v := v.(type) {
	case map[string]any:
		if len(path) == 0 {
			return v
		}
		out := maps.Clone(v)
		if below, there := v[path[0]]; there {
			out[path[0]] = replaced(below, path[1:], id, old)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = replaced(v[i], path, id, old)
		}
		return out
	case string:
		*old = v
		if id == "" {
			return v
		}
		return id
	}
	return v
}

// madeUp returns an id of the same kind that no row has.
func madeUp(t *testing.T, id string) string {
	t.Helper()
	n := testkit.Must(scalar.UnmarshalID(id))(t)
	return scalar.EncodeID(n>>32<<32 + 1<<31)
}

func TestFault30ForeignIdInAnyInput(t *testing.T) {
	s, schema := newTwoSides(t), loadSchema(t)
	s.begun(t, s.strong[1], s.east)
	s.begun(t, s.somebody(t, "system-too", nil, s.world.West, term.RoleSystemAdmin), s.west)
	across := map[string]string{}
	for kind, id := range s.east {
		across[id] = s.west[kind]
	}
	tried := 0
	for kind, root := range map[string]*ast.Definition{"query": schema.Query, "mutation": schema.Mutation, "subscription": schema.Subscription} {
		for _, f := range root.Fields {
			args := samples(s.east)[f.Name]
			apart := kind == "query" || strings.Contains(f.Name, "Import") || strings.Contains(f.Name, "import")
			// For lists, the statements are compared too.
			answer := func(args map[string]any) string {
				s.db.Statements.Reset()
				res := run(t, s.db, s.server, s.whoMay(f.Name), document(schema, kind, f, args), apart)
				return fmt.Sprintf("%s %s %d statements", res.Data, said(res), len(s.db.Statements.Seen()))
			}
			var paths [][]string
			for _, a := range f.Arguments {
				paths = append(paths, idPaths(schema, a.Type, []string{a.Name})...)
			}
			if len(paths) == 0 {
				continue
			}
			s.startUp(f.Name == "confirmActs")
			if got := answer(args); strings.Contains(got, notFound) || strings.Contains(got, forbidden) != (f.Name == "confirmActs") || strings.Contains(got, "GRAPHQL") || strings.Contains(got, broken) ||
				f.Name == "pendingAct" && strings.Contains(got, `":null}`) || f.Name == "waitingActs" && !strings.Contains(got, `"`+s.east["act"]+`"`) {
				t.Errorf("%s with ids of one's own is answered %s", f.Name, got)
			}
			for _, path := range paths {
				own := ""
				replaced(args, path, "", &own)
				if own == "" {
					t.Errorf("the test does not know what to put into %s of %s", strings.Join(path, "."), f.Name)
					continue
				}
				foreign := across[own]
				if foreign == "" {
					t.Fatalf("%s.%s: nothing in the west is like %s", f.Name, strings.Join(path, "."), own)
				}
				hidden := answer(replaced(args, path, foreign, &own).(map[string]any))
				missing := answer(replaced(args, path, madeUp(t, own), &own).(map[string]any))
				if hidden != missing {
					t.Errorf("%s, %s: hidden and missing differ:\n%s\n%s", f.Name, strings.Join(path, "."), hidden, missing)
				}
				// Nullable results are null; several forms, or regraded risk
				// points, each have their own result; the log has an empty
				// list for unknown objects, and so have acts for units.
				empty := slices.Contains([]string{"node", "nodes", "importJob", "auditEntries", "reviewForms", "regrade", "pendingAct", "waitingActs"}, f.Name)
				if !empty && !strings.Contains(hidden, `"code":"NOT_FOUND"`) || empty && strings.Contains(hidden, `"id"`) {
					t.Errorf("%s with a foreign %s is answered %s", f.Name, strings.Join(path, "."), hidden)
				}
				tried++
			}
		}
	}
	t.Logf("%d ids in inputs were tried", tried)
	if tried < 100 {
		t.Errorf("only %d ids in inputs were found", tried)
	}
}
