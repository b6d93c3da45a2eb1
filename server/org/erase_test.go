package org_test

import (
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestErasingTakesTheTextsAndLeavesTheProof(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		number := "S-4711"
		p := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, StaffNumber: &number, Name: "欧阳某某", JobTitle: "科员"}))(t)
		office := testkit.Must(db.Org.Appoint(ctx, p.ID, w.East.Posts[1].ID, db.Today().AddDate(0, -2, 0)))(t)
		a := testkit.Must(db.Accounts.Create(ctx, account.NewAccount{LoginName: "ouyang", Password: "a-long-password-1", PersonID: &p.ID}))(t)
		c := db.Sign(t)
		admin := testkit.As(term.RoleSystemAdmin, nil)
		erase := func() error {
			_, _, err := db.Accounts.EraseTexts(admin, p.ID, "本人申请,依据个人信息保护法第四十七条")
			return err
		}
		if err := erase(); !fault.Is(err, fault.InvalidTransition) {
			t.Fatalf("somebody in office is erased: %v", err)
		}
		testkit.Must(db.Org.Relieve(ctx, office.ID, office.Version, new(db.Today().AddDate(0, 0, -1))))(t)
		if err := erase(); !fault.Is(err, fault.InvalidTransition) {
			t.Fatalf("somebody with an open account is erased: %v", err)
		}
		testkit.Must(db.Accounts.Disable(ctx, a.ID, "离职"))(t)
		for _, role := range []term.Role{term.RoleAuditor, term.RoleSecurityAdmin, term.RolePrincipalLeader} {
			if _, _, err := db.Accounts.EraseTexts(testkit.As(role, nil), p.ID, "x"); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s erases: %v", role, err)
			}
		}
		if _, _, err := db.Accounts.EraseTexts(testkit.As(term.RoleSystemAdmin, w.West.Unit), p.ID, "x"); !fault.Is(err, fault.NotFound) {
			t.Errorf("West's administrator erases in East: %v", err)
		}
		if err := erase(); err != nil {
			t.Fatal(err)
		}
		db.Sign(t)
		for _, table := range []string{"AuditText", "AuditEntry", "Person", "Account"} {
			for _, text := range textsOf(t, db, table) {
				if strings.Contains(text, "欧阳") || strings.Contains(text, "S-4711") || strings.Contains(text, "ouyang") {
					t.Errorf("%s still says %s", table, text)
				}
			}
		}
		if r := db.Verify(t); r.Total > 0 {
			t.Errorf("afterwards: %+v", r.Findings)
		}
		// Earlier signatures still verify.
		history := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{ObjectID: &p.ID}, store.Page{First: 50}))(t)
		first := history.Rows[len(history.Rows)-1]
		if first.Action != term.AuditActionAddPerson || !first.Changes[0].Erased || first.Index() >= c.Size {
			t.Errorf("the first entry of the person is %+v", first)
		}
		if last := history.Rows[0]; last.Action != term.AuditActionEraseTexts || last.Details[len(last.Details)-1].Text == nil {
			t.Errorf("the last entry of the person is %+v", last)
		}
	})
}

// textsOf are the texts of all rows of a table.
func textsOf(t *testing.T, db *testkit.DB, table string) (out []string) {
	t.Helper()
	ctx := testkit.System()
	switch table {
	case "AuditText":
		for _, r := range db.Client.AuditText.Query().AllX(ctx) {
			out = append(out, r.Texts)
		}
	case "AuditEntry":
		for _, r := range db.Client.AuditEntry.Query().AllX(ctx) {
			out = append(out, r.Body)
		}
	case "Person":
		for _, r := range db.Client.Person.Query().AllX(ctx) {
			out = append(out, r.String())
		}
	case "Account":
		for _, r := range db.Client.Account.Query().AllX(ctx) {
			out = append(out, r.String())
		}
	}
	return out
}
