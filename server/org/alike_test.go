package org_test

import (
	"context"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// names fails the test unless an error has a reason and its messages name both spellings.
func names(t *testing.T, what string, err error, reason string, spellings ...string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code != fault.Conflict || f.Reason != reason {
			t.Errorf("%s: %v, want %s", what, err, reason)
		}
		for _, s := range spellings {
			if !strings.Contains(f.ZH, s) || !strings.Contains(f.EN, s) {
				t.Errorf("%s: %q and %q do not name %s", what, f.ZH, f.EN, s)
			}
		}
	}
	if err == nil {
		t.Errorf("%s is accepted", what)
	}
}

func TestWhatDiffersByItsLooksAloneIsTaken(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		unit := func(code string) org.CreateUnit {
			return org.CreateUnit{ParentID: &w.East.Unit.ID, Code: code, Name: "新局", Kind: term.UnitKindBureau}
		}
		bj := testkit.Must(db.Org.CreateUnit(ctx, unit("BJ-01")))(t)
		other := testkit.Must(db.Org.CreateUnit(ctx, unit("BJ-02")))(t)
		for _, code := range []string{"ＢＪ-01", "bj-01", "BJ–01"} {
			names(t, "a unit "+code, second(db.Org.CreateUnit(ctx, unit(code))), "CODE_TAKEN", "BJ-01", code)
			names(t, "a unit renamed "+code, second(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: other.ID, ExpectedVersion: other.Version, Code: code, Name: "x", Kind: term.UnitKindBureau})), "CODE_TAKEN", "BJ-01", code)
			if got := testkit.Must(org.UnitByCode(ctx, db.Store, code))(t); got == nil || got.ID != bj.ID {
				t.Errorf("%s finds %v", code, got)
			}
		}
		elsewhere := testkit.As(term.RolePrincipalLeader, w.West.Unit)
		hidden := unit("ＢＪ-01")
		hidden.ParentID = &w.West.Unit.ID
		_, err := db.Org.CreateUnit(elsewhere, hidden)
		names(t, "a code out of sight", err, "CODE_TAKEN", "ＢＪ-01")
		if f := fault.All(err)[0]; strings.Contains(f.ZH+f.EN, "BJ-01") {
			t.Errorf("how it is written out of sight is told: %v", f)
		}
		again := testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: bj.ID, ExpectedVersion: bj.Version, Code: "ＢＪ－０１", Name: "x", Kind: term.UnitKindBureau}))(t)
		if again.Code != "ＢＪ－０１" {
			t.Errorf("its own other spelling is kept as %s", again.Code)
		}

		n, wide := "A-1", "ａ－１"
		p := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: "甲", StaffNumber: &n}))(t)
		names(t, "a staff number", second(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: "乙", StaffNumber: &wide})), "STAFF_NUMBER_TAKEN", n, wide)
		q := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: w.East.City.ID, Name: "乙"}))(t)
		names(t, "a staff number given later", second(db.Org.UpdatePerson(ctx, org.UpdatePerson{ID: q.ID, ExpectedVersion: q.Version, UnitID: q.UnitID, Name: "乙", StaffNumber: &wide})), "STAFF_NUMBER_TAKEN", n, wide)
		b1, b2, b3 := "B1", "ｂ1", "B2"
		names(t, "two numbers of one call", second(db.Org.AddPeople(ctx, []org.AddPerson{{UnitID: p.UnitID, Name: "丙", StaffNumber: &b1}, {UnitID: p.UnitID, Name: "丁", StaffNumber: &b2}})), "STAFF_NUMBER_TAKEN", b1, b2)
		names(t, "one of two numbers", second(db.Org.AddPeople(ctx, []org.AddPerson{{UnitID: p.UnitID, Name: "丙", StaffNumber: &b3}, {UnitID: p.UnitID, Name: "丁", StaffNumber: &wide}})), "STAFF_NUMBER_TAKEN", n, wide)

		post := func(name string) org.CreatePost { return org.CreatePost{UnitID: w.East.City.ID, Name: name} }
		testkit.Must(db.Org.CreatePost(ctx, post("民商事审判岗")))(t)
		names(t, "a post", second(db.Org.CreatePost(ctx, post("⺠商事审判岗"))), "NAME_TAKEN", "民商事审判岗", "⺠商事审判岗")
		names(t, "two posts of one call", second(db.Org.CreatePosts(ctx, []org.CreatePost{post("A岗"), post("Ａ岗")})), "NAME_TAKEN", "A岗", "Ａ岗")
		free := testkit.Must(db.Org.CreatePost(ctx, post("财务岗")))(t)
		testkit.Must(db.Org.CreatePost(ctx, post("財务岗")))(t) // a traditional character is another name
		names(t, "a post renamed", second(db.Org.UpdatePost(ctx, org.UpdatePost{ID: free.ID, ExpectedVersion: free.Version, Name: "民商事 审判岗"})), "NAME_TAKEN", "民商事审判岗")
	})
}

// What another transaction wrote in between is refused by the index, in the same words.
func TestARaceForAFoldedCodeIsAnsweredLikeACodeThatIsTaken(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
			return tx.Unit.UpdateOneID(w.West.Unit.ID).SetCode("Ｅ１").Exec(ctx)
		})
		if err == nil || !strings.Contains(err.Error(), "code_folded") {
			t.Fatalf("the index refuses %v", err)
		}
		taken := fault.New(fault.Conflict, "CODE_TAKEN", "code", "", "")
		if got := org.Taken(err, taken); got != taken {
			t.Errorf("the violation is answered %v", got)
		}
	})
}
