package httpd_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/graph/schema"
	"sineng/server/httpd"
	"sineng/server/org"
	"sineng/server/testkit"
)

// together combines several ways in one operation by aliases, as many as the
// limit on tokens allows, and returns the groups.
func together(ways []string) (groups [][]string) {
	// Below the server's limits of tokens and aliases.
	const most, mostWays = 900, 45
	tokens := most
	for _, w := range ways {
		n := 2 * len(strings.Fields(w))
		if tokens+n > most || len(groups[len(groups)-1]) == mostWays {
			groups, tokens = append(groups, nil), 0
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], w)
		tokens += n
	}
	return groups
}

// operation selects ways under aliases.
func operation(ways ...string) string {
	var b strings.Builder
	for i, w := range ways {
		fmt.Fprintf(&b, "w%d: %s ", i, w)
	}
	return "{ " + b.String() + "}"
}

// depth is the number of objects on a path.
const depth = 3

// paths returns a field for every way of depth objects from every field of
// Query except those of nodes, with all plain fields on the way. args gives
// the arguments.
func paths(s *ast.Schema, args map[string]string) []string {
	var out []string
	for _, root := range s.Query.Fields {
		if strings.HasPrefix(root.Name, "__") || root.Name == "node" || root.Name == "nodes" {
			continue
		}
		if s.Types[root.Type.Name()].IsLeafType() {
			out = append(out, root.Name+args[root.Name])
			continue
		}
		for _, variant := range strings.Split(args[root.Name], "|") {
			for _, body := range bodies(s, s.Types[root.Type.Name()], depth) {
				out = append(out, fmt.Sprintf("%s%s %s", root.Name, variant, body))
			}
		}
	}
	return out
}

// bodies returns the selections below a type: one per chain of objects.
func bodies(s *ast.Schema, def *ast.Definition, left int) []string {
	if def.IsAbstractType() {
		var out []string
		for _, possible := range s.GetPossibleTypes(def) {
			for _, b := range bodies(s, possible, left) {
				out = append(out, fmt.Sprintf("{ __typename ... on %s %s }", possible.Name, b))
			}
		}
		return out
	}
	var plain []string
	var objects []*ast.FieldDefinition
	for _, f := range def.Fields {
		switch kind := s.Types[f.Type.Name()]; {
		case strings.HasPrefix(f.Name, "__"):
		case kind.IsLeafType():
			plain = append(plain, f.Name)
		case len(f.Arguments) == 0:
			objects = append(objects, f)
		}
	}
	fields := strings.Join(append(plain, "__typename"), " ")
	// A connection and its edges are not domain objects and do not count.
	cost := 1
	if strings.HasSuffix(def.Name, "Connection") || strings.HasSuffix(def.Name, "Edge") {
		cost = 0
	}
	if left-cost < 0 || len(objects) == 0 {
		return []string{"{ " + fields + " }"}
	}
	var out []string
	for _, f := range objects {
		for _, b := range bodies(s, s.Types[f.Type.Name()], left-cost) {
			out = append(out, fmt.Sprintf("{ %s %s %s }", fields, f.Name, b))
		}
	}
	return out
}

// linkAcross links East's rows to West's wherever a row can refer to another,
// past the services, to check that a link does not reveal hidden rows.
func linkAcross(t *testing.T, db *testkit.DB, w *testkit.World) {
	t.Helper()
	ctx, client := testkit.System(), db.Raw.Client
	east, west := w.East, w.West
	for i, risk := range east.Risks {
		client.RiskPoint.UpdateOne(risk).SetPersonID(west.People[i].ID).SetDirectOwnerID(west.People[i].ID).SetDepartmentOwnerID(west.People[i].ID).
			SetLeaderOwnerID(west.People[i].ID).SetPostID(west.Posts[i].ID).SetPowerID(west.Powers[i].ID).SetStepID(west.Processes[i].QuerySteps().FirstX(ctx).ID).
			AddExposedPostIDs(west.Posts[i].ID).AddExposedPersonIDs(west.People[i].ID).SaveX(ctx)
		client.Measure.UpdateOne(east.Measures[i]).SetOwnerID(west.People[i].ID).SetSupervisorID(west.People[i].ID).AddRiskPointIDs(west.Risks[i].ID).SaveX(ctx)
		client.Measure.UpdateOne(west.Measures[i]).AddRiskPointIDs(risk.ID).SaveX(ctx)
		client.Power.UpdateOne(east.Powers[i]).AddExercisingPostIDs(west.Posts[i].ID).SetDecisionPostID(west.Posts[i].ID).
			SetExecutionPostID(west.Posts[i].ID).SetSupervisionPostID(west.Posts[i].ID).SaveX(ctx)
		if _, err := db.Org.Appoint(ctx, west.People[i].ID, east.Posts[i].ID, db.Today()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Org.AssignPortfolio(ctx, west.People[i].ID, east.Department.ID, term.PortfolioKindHead, db.Today()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Org.Appoint(ctx, east.People[i].ID, west.Posts[i].ID, db.Today()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNoQueryOfOneProvincesLeaderReturnsARowOfAnother(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for _, p := range []*testkit.Province{w.East, w.West} {
		conflictsOf(db, p.Unit, p.Measures[0].ID)
		ownRuleOf(db, p.Unit)
		relationOf(db, p.Unit, p.People[0].ID, p.People[1].ID)
		leaveOf(db, p.Unit, p.People[0].ID)
		checkOf(db, p.Unit, p.People[0].ID, p.Risks[0].ID)
		warningOf(db, p.Unit, p.People[0].ID, p.Risks[0].ID)
		instructionOf(db, p.Unit, p.People[0].ID, p.People[1].ID, p.Risks[0].ID)
		taskOf(db, p.Unit, p.People[0].ID, p.Measures[0].ID)
		indicatorOf(db, p.Unit, p.Measures[0].ID)
		educationOf(db, p.Unit, p.Measures[0].ID, p.People[0])
		rulesOf(db, p.Unit, p.Measures[0].ID)
		proceedingOf(db, p.Unit, p.Powers[0].ID, p.Processes[0].ID, p.People[0].ID)
		handoverOf(db, p.Unit, p.People[0].ID, p.People[1].ID)
	}
	// Nested lists are expensive, but every way must be tried.
	server := serve(t, db, func(o *httpd.Options) { o.CostLimit = 1 << 30 })
	leader := signIn(t, db, server, "east", w.East.People[0])
	signIn(t, db, server, "west", w.West.People[0])
	for side, u := range map[string]*ent.Unit{"east": w.East.Unit, "west": w.West.Unit} {
		a := db.Client.Account.Query().Where(account.LoginName(side)).OnlyX(testkit.System())
		testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleInspector, &u.ID, db.Today(), nil, "试点"))(t)
	}
	// Granting a role ended the session.
	leader.signIn("east")
	running := campaignIn(db, w.East)
	campaignIn(db, w.West)
	ids := eastAndWest(t, db, w)
	linkAcross(t, db, w)
	// A form shows its whole content to everybody who may see it. It is on a
	// unit of its own here, since the services never write links across
	// provinces.
	for code, p := range map[string]*testkit.Province{"E9": w.East, "W9": w.West} {
		u := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &p.City.ID, Code: code, Name: p.City.Name + "公示科", Kind: term.UnitKindDepartment}))(t)
		newProof(db, u, p.Risks[1], p.People[1])
	}
	for i := range 2 {
		meetings(t, db, []*ent.Unit{w.East.Unit, w.West.Unit}[i], []*ent.Person{w.East.People[0], w.West.People[0]}[i].ID, []*ent.RiskPoint{w.East.Risks[1], w.West.Risks[1]}[i].ID)
	}
	// An appointment in the other province would grant access; the links above
	// must not.
	db.Raw.Client.Appointment.Update().SetToDay(db.Today().AddDate(0, 0, -1)).SaveX(testkit.System())
	hidden := ids["west"]

	sdl, err := schema.SDL()
	if err != nil {
		t.Fatal(err)
	}
	s := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	list := "(first:50)"
	args := map[string]string{
		"pendingAct": `(id:"1")`, "setUpLink": `(token:"x")`,
		"actsToConfirm": `(first:10)`,
		"waitingActs":   `(first:10)`,
		"myActs":        `(first:10)`,
		"units":         list + "|(first:50,filter:{text:\"局\",includeClosed:true})", "posts": list, "people": list + "|(first:50,filter:{text:\"人\"})", "portfolios": list,
		"powers": list + "|(first:50,filter:{includeRetired:true})", "duties": list, "processes": list, "measures": list, "meetings": list, "riskRows": list, "accounts": list, "forms": list,
		"objections": list, "publicFeedback": list, "notices": list,
		"balance":   fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"conflicts": list, "conflictCounts": fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"ownBalanceRules":        fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"tryBalanceRule":         fmt.Sprintf("(unitId:%q,years:0,%s)|(unitId:%q,years:0,%s)", scalar.EncodeID(w.East.Unit.ID), ownRule, scalar.EncodeID(w.West.Unit.ID), ownRule),
		"closeRelations":         fmt.Sprintf("(personId:%q)|(personId:%q)", scalar.EncodeID(w.East.People[0].ID), scalar.EncodeID(w.West.People[0].ID)),
		"supervisionChecks":      fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"supervisionCheckCounts": fmt.Sprintf(`(unitId:%q,from:"2026-01-01",to:"2026-12-31")|(unitId:%q,from:"2026-01-01",to:"2026-12-31")`, scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"supervisionPlan":        fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"warnings":               fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"taskSchedules":          fmt.Sprintf("(measureIds:[%q])|(measureIds:[%q])", scalar.EncodeID(w.East.Measures[0].ID), scalar.EncodeID(w.West.Measures[0].ID)),
		"rulesDocuments":         fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{appliesToUnitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"rulesReviews":           fmt.Sprintf("(first:50)|(filter:{measureId:%q},first:50)|(filter:{measureId:%q},first:50)", scalar.EncodeID(w.East.Measures[0].ID), scalar.EncodeID(w.West.Measures[0].ID)),
		"proceedingFigures":      fmt.Sprintf("(powerId:%q)|(powerId:%q)", scalar.EncodeID(w.East.Powers[0].ID), scalar.EncodeID(w.West.Powers[0].ID)),
		"proceedings":            fmt.Sprintf("(first:50)|(filter:{powerId:%q},first:50)|(filter:{powerId:%q,strays:[EXCLUDED]},first:50)", scalar.EncodeID(w.East.Powers[0].ID), scalar.EncodeID(w.West.Powers[0].ID)),
		"indicators":             fmt.Sprintf("(first:50)|(filter:{measureId:%q},first:50)|(filter:{measureId:%q},first:50)", scalar.EncodeID(w.East.Measures[0].ID), scalar.EncodeID(w.West.Measures[0].ID)),
		"educationSessions":      fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"educationOfPeople":      fmt.Sprintf("(unitId:%q,year:2026)|(unitId:%q,year:2026)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"expectedAtEducation":    fmt.Sprintf(`(on:"2026-03-02",invitation:{unitIds:[%q]})|(on:"2026-03-02",invitation:{unitIds:[%q]})`, scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"measureTasks":           fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"instructions":           fmt.Sprintf("(first:50)|(filter:{unitId:%q},first:50)|(filter:{unitId:%q},first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"draftInstruction":       fmt.Sprintf("(about:{unitId:%q,risks:{}})|(about:{unitId:%q,risks:{}})", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"warningCounts":          fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"warningRules":           fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"tryWarningRule":         fmt.Sprintf("(input:{unitId:%q,%s})|(input:{unitId:%q,%s})", scalar.EncodeID(w.East.Unit.ID), warningRule, scalar.EncodeID(w.West.Unit.ID), warningRule),
		"checkHandovers":         fmt.Sprintf("(first:50)|(unitId:%q,first:50)|(unitId:%q,first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"plannedLeaves":          fmt.Sprintf("(unitId:%q)|(personId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.People[0].ID)),
		"powerBalance":           fmt.Sprintf("(powerId:%q)|(powerId:%q)", scalar.EncodeID(w.East.Powers[1].ID), scalar.EncodeID(w.West.Powers[1].ID)),
		"whatIf":                 fmt.Sprintf("(unitId:%q,candidates:[{}])|(unitId:%q,candidates:[{}])", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"leaveTest":              fmt.Sprintf("(unitId:%q,leaves:[])|(unitId:%q,leaves:[])", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"weakSteps":              fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"processReport":          fmt.Sprintf("(id:%q)|(id:%q)", scalar.EncodeID(w.East.Processes[1].ID), scalar.EncodeID(w.West.Processes[1].ID)),
		"processDraft":           fmt.Sprintf("(powerId:%q)|(powerId:%q)", scalar.EncodeID(w.East.Powers[1].ID), scalar.EncodeID(w.West.Powers[1].ID)),
		"attachments":            fmt.Sprintf("(ownerId:%q)|(ownerId:%q)", scalar.EncodeID(w.East.Risks[1].ID), scalar.EncodeID(w.West.Risks[1].ID)),
		"formsToReview":          list, "delegations": list, "yearDifference": `(formId:"s1")`,
		"riskPoints":   list + "|(first:50,orderBy:{field:TITLE,direction:DESC},filter:{statuses:[PROPOSED,DECIDED,RETIRED]})",
		"auditEntries": list, "unusualReads": `(from:"2026-01-01",to:"2026-01-31")`, "pendingGrants": list,
		"importJob": `(id:"s1")`, "unit": `(code:"W")|(code:"E")`,
		"gradeMatrix": "(by:CHILD_UNIT,since:\"2020-01-01\")|(by:POST)|(by:POWER_TYPE)|(by:STATUS)|(by:RISK_TYPE)",
		"campaigns":   list, "myJobs": list, "campaignProgress": fmt.Sprintf("(campaignId:%q)", scalar.EncodeID(running.ID)), "job": `(id:"s1")`,
		"supervision":     `|(since:"2020-01-01")`,
		"workingCalendar": "(year:2026)", "checkWorkingCalendar": "(year:2026," + holidays + ")",
		"clockRules":          fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"readWorkingCalendar": `(year:2026,text:"1月1日至3日放假")`,
		"clockRuleVersions":   fmt.Sprintf("(unitId:%q,first:50)|(unitId:%q,first:50)", scalar.EncodeID(w.East.Unit.ID), scalar.EncodeID(w.West.Unit.ID)),
		"clockDue":            fmt.Sprintf(`(input:{unitId:%q,ruleCode:"PETITION_15",start:"2026-02-02"})`, scalar.EncodeID(w.East.Unit.ID)),
		"gradeRecipe":         fmt.Sprintf("(unitId:%q)|(unitId:%q)", scalar.EncodeID(w.East.City.ID), scalar.EncodeID(w.West.City.ID)),
		"importMappings":      fmt.Sprintf("(unitId:%q,first:50)", scalar.EncodeID(w.East.City.ID)),
		"gradeRecipes":        fmt.Sprintf("(unitId:%q,first:50)", scalar.EncodeID(w.East.City.ID)),
		"previewRecipe":       fmt.Sprintf(`(first:50,input:{unitId:%q,name:"product",bounds:{a:9,b:5}})`, scalar.EncodeID(w.East.City.ID)),
	}
	ways := paths(s, args)
	for _, id := range onePerKind(ids["east"]) {
		// Selections on types other than the node's are skipped by the
		// executor.
		node, _ := leader.must("query($id:ID!){node(id:$id){__typename}}", vars{"id": id})["node"].(map[string]any)
		kind := s.Types[fmt.Sprint(node["__typename"])]
		if kind == nil {
			t.Fatalf("the leader's own row %s is %v to them", id, node)
		}
		for _, body := range bodies(s, kind, depth) {
			ways = append(ways, fmt.Sprintf("node(id:%q) { __typename ... on %s %s }", id, kind.Name, body))
		}
	}
	if len(ways) < 1000 {
		t.Fatalf("only %d ways were found", len(ways))
	}
	seen := map[string]bool{}
	ask := func(q string) answer {
		a := leader.do(q, nil)
		for _, id := range hidden {
			if strings.Contains(a.raw, `"`+id+`"`) {
				t.Fatalf("%s\nreturned the hidden id %s:\n%s", q, id, a.raw)
			}
		}
		if strings.Contains(a.raw, "西") {
			t.Fatalf("%s\nreturned a text of the other province:\n%s", q, a.raw)
		}
		for _, name := range types(a.Data) {
			seen[name] = true
		}
		return a
	}
	for _, group := range together(ways) {
		if a := ask(operation(group...)); len(a.Errors) == 0 {
			continue
		}
		// An error empties the whole answer, so each way is checked by itself.
		for _, w := range group {
			if a := ask(operation(w)); a.code() == "INVALID" {
				t.Errorf("%s\nwas not tried: %s", w, a.raw)
			}
		}
	}
	for _, possible := range s.GetPossibleTypes(s.Types["Node"]) {
		// Entries of the audit log are for auditors, not leaders.
		if !seen[possible.Name] && possible.Name != "AuditEntry" {
			t.Errorf("no path led to a %s, so nothing was shown of it", possible.Name)
		}
	}
	for _, id := range hidden {
		if a := leader.must("query($id:ID!){node(id:$id){__typename id}}", vars{"id": id}); a["node"] != nil {
			t.Errorf("node(%s) is %v", id, a["node"])
		}
	}
}

// types returns the __typename values in an answer.
func types(v any) []string {
	var out []string
	switch v := v.(type) {
	case map[string]any:
		if name, ok := v["__typename"].(string); ok {
			out = append(out, name)
		}
		for _, child := range v {
			out = append(out, types(child)...)
		}
	case []any:
		for _, child := range v {
			out = append(out, types(child)...)
		}
	}
	return out
}

// campaignIn creates a campaign on a province, with forms of its department
// and people.
func campaignIn(db *testkit.DB, p *testkit.Province) *ent.Campaign {
	ctx, now, u := testkit.System(), db.Now(), p.Department
	c := planOn(db.Raw.Client.Campaign.Create(), p.Unit).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	db.Raw.Client.Form.Create().SetCampaignID(c.ID).SetKind(term.FormKindPersonal).SetSubjectID(p.People[2].ID).SetPersonID(p.People[2].ID).
		SetPreparerID(p.People[2].ID).SetAddresseeID(p.People[1].ID).SetState(term.FormStateDraft).SetDueOn(db.Today()).SetStageSince(now).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
	return c
}

// eastAndWest returns the ids of the rows of both provinces.
func eastAndWest(t *testing.T, db *testkit.DB, w *testkit.World) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	ctx := testkit.System()
	add := func(l1 int64, ids ...int64) {
		side := "east"
		if l1 == w.West.Unit.ID {
			side = "west"
		}
		for _, id := range ids {
			out[side] = append(out[side], scalar.EncodeID(id))
		}
	}
	for _, r := range db.Client.Unit.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Post.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Person.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Appointment.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Portfolio.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Duty.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Power.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Process.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.ProcessStep.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.RiskPoint.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Assessment.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Measure.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Campaign.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Form.Query().AllX(ctx) {
		add(r.L1, r.ID)
	}
	for _, r := range db.Client.Account.Query().WithPerson().WithRoles().AllX(ctx) {
		add(r.Edges.Person.L1, r.ID)
		for _, role := range r.Edges.Roles {
			add(r.Edges.Person.L1, role.ID)
		}
	}
	return out
}

// onePerKind keeps the middle id of each entity, distinguished by key range.
func onePerKind(ids []string) []string {
	kinds := map[int64][]string{}
	var order []int64
	for _, id := range ids {
		n, err := scalar.UnmarshalID(id)
		if err != nil {
			panic(err)
		}
		if kinds[n>>32] == nil {
			order = append(order, n>>32)
		}
		kinds[n>>32] = append(kinds[n>>32], id)
	}
	var out []string
	for _, kind := range order {
		out = append(out, kinds[kind][len(kinds[kind])/2])
	}
	return out
}
