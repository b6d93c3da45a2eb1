package httpd_test

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/audit"
	"sineng/server/testkit"
)

func TestFault32ForeignUnitAtBothEnds(t *testing.T) {
	s := newTwoSides(t)
	leader, db := s.strong[0], s.db
	own, far := s.east, s.west
	east, west := s.world.East, s.world.West
	version := db.Client.Unit.GetX(testkit.System(), east.Department.ID).Version
	for what, document := range map[string]string{
		"a unit created there":        `mutation{createUnit(input:{parentId:"` + far["unitID"] + `",code:"NEU",name:"新科",kind:DEPARTMENT}){unit{id}}}`,
		"an own unit moved there":     fmt.Sprintf(`mutation{moveUnit(input:{id:%q,expectedVersion:%d,newParentId:%q}){unit{id}}}`, own["unitID2"], version, far["unitID"]),
		"a foreign unit moved here":   fmt.Sprintf(`mutation{moveUnit(input:{id:%q,expectedVersion:%d,newParentId:%q}){unit{id}}}`, far["unitID2"], version, own["unitID"]),
		"a foreign unit moved there":  fmt.Sprintf(`mutation{moveUnit(input:{id:%q,expectedVersion:%d,newParentId:%q}){unit{id}}}`, far["unitID2"], version, far["top"]),
		"an own person moved there":   fmt.Sprintf(`mutation{updatePerson(input:{id:%q,expectedVersion:1,unitId:%q,name:"某",jobTitle:""}){person{id}}}`, own["person"], far["unitID"]),
		"a foreign person moved here": fmt.Sprintf(`mutation{updatePerson(input:{id:%q,expectedVersion:1,unitId:%q,name:"某",jobTitle:""}){person{id}}}`, far["person"], own["unitID"]),
		"an own person in a post":     fmt.Sprintf(`mutation{appoint(input:{personId:%q,postId:%q,from:"2026-03-02"}){appointment{id}}}`, own["person"], far["post"]),
		"a foreign person in a post":  fmt.Sprintf(`mutation{appoint(input:{personId:%q,postId:%q,from:"2026-03-02"}){appointment{id}}}`, far["person"], own["post"]),
		"an own person as a leader":   fmt.Sprintf(`mutation{assignPortfolio(input:{personId:%q,unitId:%q,kind:PRINCIPAL,from:"2026-03-02"}){portfolio{id}}}`, own["person"], far["unitID"]),
		"a risk point recorded there": fmt.Sprintf(`mutation{recordRiskPoint(input:{unitId:%q,%s,%s}){riskPoint{id}}}`, far["unitID"], riskDetails, minor),
		"a power registered there":    fmt.Sprintf(`mutation{registerPower(input:{unitId:%q,%s}){power{id}}}`, far["unitID"], powerDetails),
		"a measure for a risk there":  fmt.Sprintf(`mutation{recordMeasure(input:{unitId:%q,%s}){measure{id}}}`, own["unitID"], measureDetails(far["risk"])),
	} {
		res := s.server.Run(leader.ctx(), leader.session, document)
		if got := said(res); !strings.Contains(got, `"code":"NOT_FOUND"`) {
			t.Errorf("%s is answered %s %s", what, res.Data, got)
		}
	}
	// Creating a unit without a parent needs a right on the whole system.
	for what, document := range map[string]string{
		"a top unit":               `mutation{createUnit(input:{code:"NEU",name:"新局",kind:BUREAU}){unit{id}}}`,
		"an own unit made one":     fmt.Sprintf(`mutation{moveUnit(input:{id:%q,expectedVersion:%d}){unit{id}}}`, own["unitID2"], version),
		"an account of nobody":     `mutation{createAccount(input:{loginName:"brand-new",firstPassword:"Neu-Passwort-2026"}){account{id}}}`,
		"an unbounded role":        fmt.Sprintf(`mutation{grantRole(input:{accountId:%q,role:STAFF,from:"2026-03-02",reason:"x"}){roleAppointment{id}}}`, own["account"]),
		"a verification of it all": `mutation{verifyLog{verification{entries}}}`,
	} {
		field, _, _ := strings.Cut(strings.TrimPrefix(document, "mutation{"), "(")
		who := s.whoMay(strings.TrimSuffix(strings.Split(field, "{")[0], " "))
		res := s.server.Run(who.ctx(), who.session, document)
		if got := said(res); !strings.Contains(got, `"code":"FORBIDDEN"`) {
			t.Errorf("%s is answered %s %s", what, res.Data, got)
		}
	}
	for _, u := range []int64{east.City.ID, east.Department.ID, west.City.ID, west.Department.ID} {
		if now := db.Client.Unit.GetX(testkit.System(), u); now.L1 != east.Unit.ID && now.L1 != west.Unit.ID || now.Version > 2 {
			t.Errorf("unit %s was changed: %v", now.Code, now)
		}
	}
}

func TestFault33GrantAboveOnesOwnRole(t *testing.T) {
	s := newTwoSides(t)
	security := s.strong[2]
	grant := func(who asker, account, role, unit string) string {
		if unit != "" {
			unit = fmt.Sprintf("unitId:%q,", unit)
		}
		res := run(t, s.db, s.server, who, fmt.Sprintf(`mutation{grantRole(input:{accountId:%q,role:%s,%sfrom:"2026-03-02",reason:"x"}){roleAppointment{status}}}`, account, role, unit), false)
		return string(res.Data) + said(res)
	}
	self := scalar.EncodeID(security.who.Viewer.AccountID)
	for _, role := range term.Role("").Values() {
		for what, c := range map[string]struct{ got, want string }{
			"on the other side":          {grant(security, s.east["account"], role, s.west["unitID"]), `"NOT_FOUND"`},
			"to somebody there":          {grant(security, s.west["account"], role, s.east["unitID"]), `"NOT_FOUND"`},
			"on the whole system":        {grant(security, s.east["account"], role, ""), `"FORBIDDEN"`},
			"to oneself":                 {grant(security, self, role, s.east["unitID"]), `"OWN_ROLE"`},
			"by a leader":                {grant(s.strong[0], s.east["account"], role, s.east["unitID"]), `"FORBIDDEN"`},
			"by a system administrator":  {grant(s.strong[1], s.east["account"], role, s.east["unitID"]), `"FORBIDDEN"`},
			"by an auditor":              {grant(s.strong[3], s.east["account"], role, s.east["unitID"]), `"FORBIDDEN"`},
			"by a leader, to themselves": {grant(s.strong[0], scalar.EncodeID(s.strong[0].who.Viewer.AccountID), role, s.east["unitID"]), `"FORBIDDEN"`},
		} {
			if !strings.Contains(c.got, c.want) {
				t.Errorf("%s %s is answered %s", role, what, c.got)
			}
		}
		if got := grant(security, s.east["account"], role, s.east["unitID"]); role != "STAFF" && strings.Contains(got, "ACTIVE") {
			t.Errorf("%s is in force at once: %s", role, got)
		}
	}
	// A token grants nothing that its owner may not do.
	res := run(t, s.db, s.server, security, fmt.Sprintf(`mutation{createToken(input:{name:"x",scopes:[READ_ORGANISATION,READ_AUDIT],unitId:%q,expiresAt:"2026-04-01T00:00:00Z"}){secret}}`, s.east["unitID"]), false)
	if !strings.Contains(said(res), "SCOPE_NOT_HELD") {
		t.Errorf("a token beyond one's own rights is answered %s %s", res.Data, said(res))
	}
}

func TestAnAuditorOfOneProvinceReadsNothingOfTheOther(t *testing.T) {
	s, schema := newTwoSides(t), loadSchema(t)
	for more := true; more; {
		more = testkit.Must(audit.Sequence(testkit.System(), s.db.Store))(t) > 0
	}
	auditor := s.strong[3]
	_, others := s.everyRow(t)
	own := scalar.EncodeID(auditor.who.Viewer.AccountID)
	asked := 0
	for _, filter := range []string{"", fmt.Sprintf(",filter:{unitId:%q}", s.west["unitID"]), fmt.Sprintf(",filter:{objectId:%q}", s.west["risk"]),
		fmt.Sprintf(",filter:{accountId:%q}", s.west["account"]), `,filter:{from:"2020-01-01T00:00:00Z"}`} {
		for _, body := range bodies(schema, schema.Types["AuditEntryConnection"], depth) {
			res := s.server.Run(auditor.ctx(), auditor.session, "{auditEntries(first:100"+filter+")"+body+"}")
			text := string(res.Data) + said(res)
			if strings.Contains(text, "GRAPHQL") || strings.Contains(text, "西") {
				t.Fatalf("%s\n%.600s", body, text)
			}
			for table, ids := range others {
				for _, id := range ids {
					if id != own && strings.Contains(text, `"`+id+`"`) {
						t.Fatalf("%s %s\nreturned %s of %s: %.600s", filter, body, id, table, text)
					}
				}
			}
			if asked++; filter == "" && strings.Contains(body, "nodes") && !strings.Contains(text, `"AuditEntry"`) {
				t.Errorf("%s\nreturned nothing: %.300s", body, text)
			}
		}
	}
	t.Logf("%d ways were asked", asked)
}
