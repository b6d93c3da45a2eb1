package httpd_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/graph/generated"
	"sineng/graph/scalar"
	"sineng/server/app/apptest"
	"sineng/server/register"
	"sineng/server/testkit"
)

// onlyDirect is a schema whose queries are only written directly.
type onlyDirect struct {
	graphql.ExecutableSchema
	// refused are queries that are left to gqlgen; closed those of tokens that do not open all that is selected.
	refused, closed int
}

func (s *onlyDirect) Exec(ctx context.Context) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		op := graphql.GetOperationContext(ctx)
		if !graph.OpensAll(viewer.FromContext(ctx), s.Schema(), op.Operation.SelectionSet) {
			s.closed++
			return &graphql.Response{}
		}
		data, ok := s.ExecutableSchema.(generated.DirectSchema).Direct(ctx)
		if !ok {
			s.refused++
			return &graphql.Response{}
		}
		return &graphql.Response{Data: data}
	}
}

// What is written directly is to the byte what gqlgen's executor answers, and what has an error is
// left to it.
func TestWhatIsWrittenDirectlyIsWhatTheExecutorAnswers(t *testing.T) {
	s := newTwoSides(t)
	for i, text := range []string{"\"引号\" \\ \t\n\r\u0001\u001f", "<script>&\u2028\u2029</script>", "汉字\x7f😀"} {
		risk := s.world.East.Risks[i]
		testkit.Must(s.db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: risk.ID, ExpectedVersion: s.db.Client.RiskPoint.GetX(testkit.System(), risk.ID).Version,
			Details: testkit.RiskDetails(text, func(d *register.RiskDetails) {
				d.PostID, d.DirectOwnerID = &s.world.East.Posts[i].ID, &s.world.East.People[i].ID
			})}))(t)
	}
	resolver := &graph.Resolver{Services: apptest.New(t, s.db).Services, Language: func(context.Context) string { return "zh" }, Token: func(context.Context) string { return "" }}
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolver})
	direct := &onlyDirect{ExecutableSchema: schema}
	// Parsed and validated once, and not for every asker and executor.
	parsed := graphql.MapCache[*ast.QueryDocument]{}
	run := func(by graphql.ExecutableSchema, who asker, document string) *graphql.Response {
		exec := executor.New(by)
		exec.SetQueryCache(parsed)
		exec.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
			return next(resolver.WithBatches(ctx))
		})
		ctx := graphql.StartOperationTrace(who.ctx())
		op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: document})
		if len(errs) > 0 {
			t.Fatalf("%s: %v", document, errs)
		}
		if v := who.who.Viewer; v.TokenID != 0 {
			op.ResolverMiddleware = graph.OpenTypes(v, schema.Schema(), op.ResolverMiddleware)
		}
		answer, ctx := exec.DispatchOperation(ctx, op)
		return answer(ctx)
	}
	askers := slices.Clone(s.strong)
	for _, scope := range []term.TokenScope{term.TokenScopeReadOrganisation, term.TokenScopeReadRegister} {
		askers = append(askers, s.withToken(t, s.strong[0], scope))
	}
	east := s.world.East
	list := "(first:50)"
	args := map[string]string{"units": list, "posts": list, "people": list, "portfolios": list, "powers": list, "duties": list, "processes": list, "measures": list, "meetings": list,
		"riskRows": list, "conflicts": list, "accounts": list, "forms": list, "objections": list, "publicFeedback": list, "notices": list, "formsToReview": list, "delegations": list,
		"riskPoints": list + "|(first:2,orderBy:{field:TITLE,direction:DESC},filter:{statuses:[PROPOSED,DECIDED]})", "auditEntries": list, "pendingGrants": list,
		"actsToConfirm": list, "waitingActs": list, "myActs": list, "campaigns": list, "myJobs": list, "unit": `(code:"E")|(code:"W")`, "importJob": `(id:"s1")`,
		"gradeMatrix": "(by:CHILD_UNIT)|(by:POST)|(by:POWER_TYPE)", "supervision": `|(since:"2020-01-01")`, "unusualReads": `(from:"2026-01-01",to:"2026-01-31")`,
		"conflictCounts": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)), "ownBalanceRules": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)),
		"tryBalanceRule": fmt.Sprintf("(unitId:%q,years:1,%s)", scalar.EncodeID(east.Unit.ID), ownRule), "closeRelations": fmt.Sprintf("(personId:%q)", scalar.EncodeID(east.People[0].ID)),
		"balance": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)), "powerBalance": fmt.Sprintf("(powerId:%q)", scalar.EncodeID(east.Powers[2].ID)),
		"whatIf":            fmt.Sprintf("(unitId:%q,candidates:[{label:\"甲\",relieve:[{personId:%q,postId:%q}]}])", scalar.EncodeID(east.Unit.ID), scalar.EncodeID(east.People[2].ID), scalar.EncodeID(east.Posts[2].ID)),
		"leaveTest":         fmt.Sprintf("(unitId:%q,leaves:[{personId:%q,from:\"2039-01-01\",to:\"2039-01-09\"}])", scalar.EncodeID(east.Unit.ID), scalar.EncodeID(east.People[2].ID)),
		"supervisionChecks": fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(east.Unit.ID)), "checkHandovers": fmt.Sprintf("(unitId:%q,first:50)", scalar.EncodeID(east.Unit.ID)),
		"proceedings":       fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{powerId:%q,states:[UNDER_WAY],lasting:true,strays:[EXCLUDED]},first:50)", scalar.EncodeID(east.Unit.ID), scalar.EncodeID(east.Powers[0].ID)),
		"indicators":        fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{measureId:%q,owed:true,states:[WITHIN]},first:50)", scalar.EncodeID(east.Unit.ID), scalar.EncodeID(east.Measures[0].ID)),
		"educationSessions": fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(east.Unit.ID)), "educationOfPeople": fmt.Sprintf("(unitId:%q,year:2026)", scalar.EncodeID(east.Unit.ID)),
		"expectedAtEducation": fmt.Sprintf(`(on:"2026-03-02",invitation:{unitIds:[%q]})`, scalar.EncodeID(east.Unit.ID)),
		"measureTasks":        fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(east.Unit.ID)), "taskSchedules": fmt.Sprintf("(measureIds:[%q])", scalar.EncodeID(east.Measures[0].ID)),
		"rulesDocuments": fmt.Sprintf("(first:50)|(filter:{unitId:%q,text:\"资金\",kinds:[RULES],states:[IN_FORCE]},first:50)", scalar.EncodeID(east.Unit.ID)),
		"rulesReviews":   fmt.Sprintf("(first:50)|(filter:{unitId:%q,states:[OPEN],overdue:false},first:50)", scalar.EncodeID(east.Unit.ID)),
		"instructions":   fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(east.Unit.ID)), "draftInstruction": fmt.Sprintf("(about:{unitId:%q,risks:{}})", scalar.EncodeID(east.Unit.ID)),
		"warnings": fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(east.Unit.ID)), "warningCounts": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)),
		"warningRules": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)), "tryWarningRule": fmt.Sprintf("(input:{unitId:%q,%s})", scalar.EncodeID(east.Unit.ID), warningRule),
		"supervisionCheckCounts": fmt.Sprintf(`(unitId:%q,from:"2026-01-01",to:"2026-12-31")`, scalar.EncodeID(east.Unit.ID)), "supervisionPlan": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)),
		"plannedLeaves": fmt.Sprintf("(personId:%q)", scalar.EncodeID(east.People[0].ID)),
		"weakSteps":     fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)),
		"processReport": fmt.Sprintf("(id:%q)", scalar.EncodeID(east.Processes[1].ID)), "processDraft": fmt.Sprintf("(powerId:%q)", scalar.EncodeID(east.Powers[1].ID)),
		"attachments": fmt.Sprintf("(ownerId:%q)", scalar.EncodeID(east.Risks[1].ID)), "gradeRecipe": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.City.ID)),
		"workingCalendar": "(year:2026)|(year:2030)", "checkWorkingCalendar": "(year:2026," + holidays + ")", "clockRules": fmt.Sprintf("(unitId:%q)", scalar.EncodeID(east.Unit.ID)),
		"readWorkingCalendar": `(year:2026,text:"通知\n1月1日至3日放假")|(year:2026,text:"1月1日调休")`, "clockRuleVersions": fmt.Sprintf("(unitId:%q,first:50)", scalar.EncodeID(east.Unit.ID)),
		"clockDue": `(input:{ruleCode:"PETITION_15",start:"2026-02-02"})|(input:{number:20,countedIn:WORKING_DAYS,start:"2027-12-20"})`}
	sdl := loadSchema(t)
	ways := paths(sdl, args)
	nodes := 0
	for _, id := range onePerKind(s.someIDs(t, 1)) {
		// Of a row, all of its own type is asked; the fields of other types are left out, whatever they are.
		of := typesOf(t, run, schema, askers, id)
		others := ""
		for _, possible := range sdl.GetPossibleTypes(sdl.Types["Node"]) {
			if !of[possible.Name] {
				others += fmt.Sprintf("... on %s { __typename id } ", possible.Name)
				continue
			}
			for _, body := range bodies(sdl, possible, 1) {
				ways = append(ways, fmt.Sprintf("node(id:%q) { __typename ... on %s %s }", id, possible.Name, body))
			}
		}
		if nodes += len(of); others != "" {
			ways = append(ways, fmt.Sprintf("node(id:%q) { __typename %s}", id, others))
		}
	}
	ways = append(ways, `riskPoints(first:3) @include(if:true) { nodes { a: title title @skip(if:true) b: title ...f } } } fragment f on RiskPoint { unit { name x: name } `)
	same, failed, byToken := 0, 0, 0
	for _, way := range ways {
		document := operation(way)
		if _, errs := gqlparser.LoadQueryWithRules(sdl, document, nil); len(errs) > 0 {
			continue // an argument is missing
		}
		for i, who := range askers {
			refused, closed := direct.refused, direct.closed
			got := run(direct, who, document)
			if direct.closed > closed {
				if who.who.Viewer.TokenID == 0 {
					t.Errorf("%s is closed to a session", document)
				}
				continue
			}
			switch want := run(schema, who, document); {
			case direct.refused > refused:
				if failed++; len(want.Errors) == 0 {
					t.Errorf("%s is not written directly", document)
				}
			case len(want.Errors) > 0:
				t.Errorf("%s is written directly, though gqlgen says %v", document, want.Errors)
			case string(got.Data) != string(want.Data):
				t.Errorf("%s is written directly as\n%s, by gqlgen as\n%s", document, got.Data, want.Data)
			default:
				if same++; i >= len(s.strong) {
					byToken++
				}
			}
		}
	}
	t.Logf("%d answers were the same, %d of them by tokens, %d had an error; of %d kinds a row was seen", same, byToken, failed, nodes)
	if same < 1000 || byToken < 300 || failed < 10 || nodes < 15 {
		t.Error("too few documents")
	}
}

// typesOf are the types of the object with an id, as those who may see it are told: none or one.
func typesOf(t *testing.T, run func(graphql.ExecutableSchema, asker, string) *graphql.Response, by graphql.ExecutableSchema, askers []asker, id string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, who := range askers {
		var answer map[string]*struct{ Typename string }
		data := strings.ReplaceAll(string(run(by, who, operation(fmt.Sprintf("node(id:%q) { __typename }", id))).Data), "__typename", "typename")
		if err := json.Unmarshal([]byte(data), &answer); err == nil {
			for _, node := range answer {
				if node != nil {
					out[node.Typename] = true
				}
			}
		}
	}
	return out
}
