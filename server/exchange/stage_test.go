package exchange

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// registerOf writes a register of n risk points with measures in ten departments.
func registerOf(t *testing.T, n int) File {
	t.Helper()
	var out strings.Builder
	out.WriteString("单位,风险点,风险类别,表现情形,风险等级,防控措施,直接责任人\n")
	for i := range n {
		fmt.Fprintf(&out, "科室%d,风险%d,岗位职责,表现%d,低,措施%d,张%c\n", i%10, i, i, i, rune(0x4e00+i%10))
	}
	return text(t, out.String())
}

// halfway calls f once, in the middle of the writing of an import.
func halfway(f func()) func(Progress) {
	called := false
	return func(p Progress) {
		if p.Phase == PhaseWrite && p.Done > 0 && !called {
			called = true
			f()
		}
	}
}

func TestAnImportIsSeenWholeOrNotAtAllWhileOthersWrite(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		testkit.Must(tally.Fold(testkit.System(), b.db.Store))(t)
		testkit.Must(audit.Sequence(testkit.System(), b.db.Store))(t)
		city := b.db.Client.Unit.GetX(testkit.System(), w.East.City.ID)
		before := b.rowsOf()
		entries := b.db.Client.AuditEntry.Query().CountX(testkit.System())
		// More than one batch also on a fast machine.
		const rows = 1200
		called, batches := false, map[int]bool{}
		half := halfway(func() {
			called = true
			same(t, "rows seen by others", b.rowsOf(), before)
			same(t, "children seen", b.db.Client.Unit.GetX(testkit.System(), w.East.City.ID).ChildCount, city.ChildCount)
			testkit.Must(audit.Sequence(testkit.System(), b.db.Store))(t)
			testkit.Must(tally.Fold(testkit.System(), b.db.Store))(t)
			if n := b.db.Client.AuditEntry.Query().CountX(testkit.System()); n != entries {
				t.Errorf("the log tells %d entries of an import under way", n-entries)
			}
			diffs := testkit.Must(tally.Recount(testkit.System(), b.db.Client))(t)
			same(t, "counts", diffs, nil)
			for _, f := range b.db.Verify(t).Findings {
				t.Errorf("verified during an import: %s", f.EN)
			}
			// A colleague's save goes through.
			testkit.Must(b.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: w.East.City.ID, Name: "同事"}))(t)
		})
		o := Options{UnitID: &w.East.City.ID, Progress: func(p Progress) {
			if p.Phase == PhaseWrite && p.Done > 0 {
				batches[p.Done] = true
			}
			half(p)
		}}
		plan := b.commit(testkit.System(), registerOf(t, rows), o)
		if !called || len(batches) < 2 {
			t.Fatalf("the import was written in %d transactions", len(batches))
		}
		same(t, "figures", figures(plan)[ObjectRiskPoint], fmt.Sprintf("%d/0/0", rows))
		same(t, "risks", b.rowsOf()["risks"], before["risks"]+rows)
		same(t, "children", b.db.Client.Unit.GetX(testkit.System(), w.East.City.ID).ChildCount, city.ChildCount+10)
		testkit.Must(audit.Sequence(testkit.System(), b.db.Store))(t)
		testkit.Must(tally.Fold(testkit.System(), b.db.Store))(t)
		same(t, "counts", testkit.Must(tally.Recount(testkit.System(), b.db.Client))(t), nil)
		for _, f := range b.db.Verify(t).Findings {
			t.Errorf("verified after an import: %s", f.EN)
		}
		same(t, "waiting entries", b.db.Client.AuditInbox.Query().CountX(testkit.System()), 0)
		same(t, "imports under way", b.db.Client.StagedImport.Query().CountX(testkit.System()), 0)
	})
}

// leftovers counts all rows that imports wrote and that are not shown.
func (b *bench) leftovers() int {
	b.t.Helper()
	n := b.db.Client.StagedImport.Query().CountX(testkit.System())
	for _, table := range store.StagedTables {
		ids, err := store.Keys(testkit.System(), b.db.Client, "SELECT COUNT(*) FROM "+table+" WHERE import_id IN (SELECT id FROM staged_imports)")
		if err != nil {
			b.t.Fatal(err)
		}
		n += int(ids[0])
	}
	return n
}

func TestAnImportWhoseProgramWasKilledIsCleanedUp(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		before := b.rowsOf()
		in := testkit.Must(b.read(testkit.System(), registerOf(t, 120), Options{}))(t)
		defer in.close()
		killed := &staged{service: b.Service, ctx: testkit.System(), in: in, group: leastGroup, gathered: &org.Gathered{}}
		plan := testkit.Must(b.pass(testkit.System(), in, Options{UnitID: &w.East.City.ID}, nil, killed))(t)
		same(t, "rows seen", b.rowsOf(), before)
		if n := b.leftovers(); n < 300 {
			t.Fatalf("%d rows are staged", n)
		}
		if err := b.DropDead(testkit.System()); err != nil || b.leftovers() == 0 {
			t.Fatalf("an import that lives was dropped: %v", err)
		}
		b.db.Clock.Forward(2 * store.StagingLives)
		if err := b.DropDead(testkit.System()); err != nil {
			t.Fatal(err)
		}
		same(t, "rows left", b.leftovers(), 0)
		same(t, "rows seen after", b.rowsOf(), before)
		wantReason(t, b.show(testkit.System(), killed, plan), "IMPORT_DROPPED")
		_, err := b.pass(testkit.System(), in, Options{UnitID: &w.East.City.ID}, nil, killed)
		wantReason(t, err, "IMPORT_DROPPED")
		same(t, "the same file afterwards", figures(b.commit(testkit.System(), registerOf(t, 120), Options{UnitID: &w.East.City.ID}))[ObjectRiskPoint], "120/0/0")
	})
}

// Somebody puts the row of an import that was shown back, with its seal: what it brought is hidden,
// which a verification finds, and not deleted.
func TestAnImportThatWasShownIsNotDroppedForARowPutBack(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		copied := false
		do := func(statement string) {
			t.Helper()
			if _, err := b.db.Client.ExecContext(testkit.System(), statement); err != nil {
				t.Fatal(err)
			}
		}
		o := Options{UnitID: &w.East.City.ID, Progress: halfway(func() {
			do("CREATE TABLE old_imports AS SELECT * FROM staged_imports")
			copied = true
		})}
		b.commit(testkit.System(), registerOf(t, 120), o)
		if !copied {
			t.Fatal("the import was written in one transaction")
		}
		defer do("DROP TABLE old_imports")
		testkit.Must(audit.Sequence(testkit.System(), b.db.Store))(t)
		shown := b.rowsOf()
		do("INSERT INTO staged_imports SELECT * FROM old_imports")
		if !b.db.Verify(t).Has("ROW_MISSING") {
			t.Error("a verification does not find that rows are hidden")
		}
		b.db.Clock.Forward(2 * store.StagingLives)
		if err := b.DropDead(testkit.System()); err != nil {
			t.Fatal(err)
		}
		do("DELETE FROM staged_imports")
		same(t, "rows seen once the row is gone", b.rowsOf(), shown)
	})
}

func TestAUnitClosedDuringAnImportIsFound(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		close := halfway(func() {
			u := b.db.Client.Unit.GetX(testkit.System(), w.West.Department.ID)
			testkit.Must(b.db.Org.CloseUnit(testkit.System(), u.ID, u.Version, b.db.Today()))(t)
		})
		file := text(t, "单位,风险点,风险类别,风险等级\n西许可科,一,岗位职责,低\n东许可科,二,岗位职责,低\n")
		before := b.rowsOf()["risks"]
		plan, err := b.Commit(testkit.System(), file, Options{Progress: close})
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{"2 单位 UNIT_CLOSED"})
		same(t, "risks", b.rowsOf()["risks"], before)
		same(t, "left", b.leftovers(), 0)
		same(t, "the good row", figures(b.commit(testkit.System(), file, Options{GoodRowsOnly: true}))[ObjectRiskPoint], "1/0/0")
	})
}

// TestAnObjectRefusedAmongOthersIsNamed has a colleague retire a power when the risk points that
// are written together are planned, of which one stands on it.
func TestAnObjectRefusedAmongOthersIsNamed(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		power := testkit.Must(b.db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: w.East.Unit.ID, Details: register.PowerDetails{
			Code: "新-1", Name: "新职权", Type: term.PowerTypePersonnel, Discretion: term.DiscretionNone}}))(t)
		var file strings.Builder
		file.WriteString("单位,职权名称,风险点,风险类别,表现情形,可能性,危害程度,可能触犯\n")
		for i := range 90 {
			on := ""
			if i == 61 {
				on = power.Name
			}
			fmt.Fprintf(&file, "%s,%s,新风险%d,岗位职责,表现%d,2,3,轻微违规\n", w.East.Unit.Name, on, i, i)
		}
		before, retired := b.rowsOf(), false
		o := Options{Progress: func(p Progress) {
			if p.Phase == PhaseWrite && !retired {
				retired = true
				testkit.Must(b.db.Register.RetirePower(testkit.System(), power.ID, power.Version, b.db.Today()))(t)
			}
		}}
		plan, err := b.Commit(testkit.System(), text(t, file.String()), o)
		wantReason(t, err, ReasonBadRows)
		if len(plan.Problems) != 1 || plan.Problems[0].Row != 63 {
			t.Errorf("the problems are %v", problemsOf(plan))
		}
		same(t, "rows", b.rowsOf(), before)
		same(t, "leftovers", b.leftovers(), 0)
	})
}

func TestAChangeByAColleagueDuringAnImportIsNotOverwritten(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		testkit.NewWorld(t, b.db)
		const heading = "单位,风险点,风险类别,表现情形,自评等级\n"
		b.commit(testkit.System(), text(t, heading+"东许可科,公车,岗位职责,私用,C\n"), Options{})
		before := b.rowsOf()["risks"]
		edit := halfway(func() {
			r := b.risk("公车")
			d := testkit.RiskDetails("公车")
			d.Title, d.RiskTypes = r.Title, r.RiskTypes.List()
			testkit.Must(b.db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: d}))(t)
		})
		file := text(t, heading+"东许可科,公车,岗位职责,借用,C\n东许可科,印章,岗位职责,乱用,C\n")
		_, err := b.Commit(testkit.System(), file, Options{Progress: edit})
		wantReason(t, err, ReasonBadRows)
		if r := b.risk("公车"); strings.Contains(r.Manifestation, "借用") {
			t.Errorf("overwritten: %s", r.Manifestation)
		}
		same(t, "risks", b.rowsOf()["risks"], before)
		same(t, "left", b.leftovers(), 0)
	})
}

func TestTwoImportsAtOnceDoNotSeeEachOther(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		before := b.rowsOf()["risks"]
		other := halfway(func() {
			b.commit(testkit.System(), text(t, "单位,风险点,风险类别,风险等级\n别科,别的,岗位职责,低\n"), Options{UnitID: &w.East.City.ID})
			same(t, "one shown", b.rowsOf()["risks"], before+1)
		})
		b.commit(testkit.System(), registerOf(t, 150), Options{UnitID: &w.East.City.ID, Progress: other})
		same(t, "both shown", b.rowsOf()["risks"], before+151)
	})
}

func TestAnImportUnderWayChangesNothingOfOthersAndCreatesNothingSeen(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		staging := testkit.Must(store.BeginStaging(testkit.System(), b.db.Store))(t)
		ctx := store.WithStaging(testkit.System(), staging)
		u := w.East.Department
		if _, err := b.db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "改", Kind: u.Kind}); err == nil {
			t.Error("a unit of others was renamed")
		}
		if n := b.db.Client.Unit.Query().Where(unit.Name("改")).CountX(testkit.System()); n > 0 {
			t.Error("it is seen")
		}
		if err := b.db.Client.LogCursor.Create().SetName("x").Exec(viewer.System(ctx)); err == nil {
			t.Error("a row was created that everybody sees")
		}
	})
}

func TestACancelledImportInItsBatchesLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		before := b.rowsOf()
		ctx, cancel := context.WithCancel(testkit.As(term.RolePrincipalLeader, w.East.City))
		_, err := b.Commit(ctx, registerOf(t, 200), Options{UnitID: &w.East.City.ID, Progress: halfway(cancel)})
		if err == nil || ctx.Err() == nil {
			t.Fatalf("got %v", err)
		}
		same(t, "rows", b.rowsOf(), before)
		same(t, "left", b.leftovers(), 0)
	})
}

func TestAKeyOfAnImportUnderWayIsTaken(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		take := halfway(func() {
			_, err := b.db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "NEW1", Name: "同码", Kind: term.UnitKindBureau})
			wantReason(t, err, "CODE_TAKEN")
		})
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\nNEW1,新局,"+w.East.City.Code+"\n"), Options{Progress: take})
		same(t, "shown", b.unitByCode("NEW1").Name, "新局")
	})
}

func TestAKeyThatAColleagueTakesDuringAnImportIsRefusedWithItsRow(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		made := 0
		o := Options{UnitID: &w.East.City.ID, Progress: func(p Progress) {
			if p.Phase == PhaseWrite && p.Done == 0 && made == 0 {
				made++
				testkit.Must(b.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: w.West.Unit.ID, Name: "同事", StaffNumber: given("777")}))(t)
			}
		}}
		plan, err := b.Commit(testkit.System(), text(t, "工号,姓名,单位\n777,某人,东许可科\n778,另一人,东许可科\n"), o)
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{"2  STAFF_NUMBER_TAKEN"})
		same(t, "left", b.leftovers(), 0)
	})
}

func TestAFullDiskLeavesNothingOfAnImport(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	w := testkit.NewWorld(t, b.db)
	before := b.rowsOf()
	limit := func(pages string) {
		if _, err := b.db.Client.ExecContext(testkit.System(), "PRAGMA max_page_count = "+pages); err != nil {
			t.Fatal(err)
		}
	}
	pages := testkit.Must(store.Keys(testkit.System(), b.db.Client, "PRAGMA page_count"))(t)[0]
	limit(fmt.Sprint(pages + 30))
	_, err := b.Commit(testkit.System(), registerOf(t, 2000), Options{UnitID: &w.East.City.ID})
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Fatalf("got %v", err)
	}
	same(t, "rows seen", b.rowsOf(), before)
	limit("1000000000")
	b.db.Clock.Forward(2 * store.StagingLives)
	if err := b.DropDead(testkit.System()); err != nil {
		t.Fatal(err)
	}
	same(t, "left", b.leftovers(), 0)
	same(t, "rows", b.rowsOf(), before)
	same(t, "imported with room", figures(b.commit(testkit.System(), registerOf(t, 50), Options{UnitID: &w.East.City.ID}))[ObjectRiskPoint], "50/0/0")
}

func TestChangesOfAnImportAreMadeWhenItIsShown(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		testkit.NewWorld(t, b.db)
		const heading = "单位,风险点,风险类别,表现情形,自评等级,审定等级,涉险岗位,防控措施,频次,完成时限,责任人\n"
		leader := testkit.System()
		b.commit(leader, text(t, heading+"东许可科,公车,岗位职责,私用,C,C,东2岗,登记,每日,,\n东许可科,印章,岗位职责,乱用,C,C,,双锁,每日,,\n"), Options{})
		before := b.risk("公车")
		check := halfway(func() {
			r := b.risk("公车")
			if r.Manifestation != "私用" || r.Version != before.Version || r.ProposedGrade != term.GradeC || len(r.Edges.Assessments) != 1 || len(r.Edges.ExposedPosts) != 1 || r.Edges.Measures[0].Frequency != "每日" {
				t.Errorf("seen before it is shown: %+v", r)
			}
			b.db.Sequence(t)
			for _, f := range b.db.Verify(t).Findings {
				t.Errorf("verified during an import: %s", f.EN)
			}
		})
		plan := b.commit(leader, text(t, heading+"东许可科,公车,岗位职责,借用,B,B,东2岗、窗口岗,登记,每周,2026-06-30,东2人\n东许可科,印章,岗位职责,乱用,C,C,,双锁,每月,,\n"), Options{Progress: check})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPost: "1/0/1", ObjectPerson: "0/0/1", ObjectRiskPoint: "0/1/1", ObjectMeasure: "0/2/0"})
		r := b.risk("公车")
		if r.Manifestation != "借用" || r.ProposedGrade != term.GradeB || *r.PaperGrade != term.GradeB || len(r.Edges.Assessments) != 3 || len(r.Edges.ExposedPosts) != 2 ||
			r.Edges.Measures[0].Frequency != "每周" || r.Edges.Measures[0].DueOn.Format("2006-01-02") != "2026-06-30" {
			t.Errorf("got %+v", r)
		}
		b.db.Sequence(t)
		testkit.Must(tally.Fold(testkit.System(), b.db.Store))(t)
		for _, f := range b.db.Verify(t).Findings {
			t.Errorf("verified after an import: %s", f.EN)
		}
		same(t, "counts", testkit.Must(tally.Recount(testkit.System(), b.db.Client))(t), nil)
		same(t, "left", b.leftovers(), 0)
	})
}

// TestAnImportEndsAnActThatWaitsOnWhatItChanges proposes another grade of a risk point of which the retirement waits for a second person.
func TestAnImportEndsAnActThatWaitsOnWhatItChanges(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		testkit.NewWorld(t, b.db)
		const heading = "单位,风险点,风险类别,表现情形,自评等级,审定等级\n"
		ctx := testkit.System()
		b.commit(ctx, text(t, heading+"东许可科,公车,岗位职责,私用,C,C\n"), Options{})
		r := b.risk("公车")
		act := testkit.Must(store.WithValue(ctx, b.db.Store, func(ctx context.Context, tx *ent.Tx) (*ent.PendingAct, error) {
			return pending.BeginAsked(ctx, b.db.Store, tx, pending.Act{Kind: term.ActKindRetireRisk, Object: r.ID, Unit: &r.UnitID, At: r.Levels(), Right: authz.DecideC,
				Payload: map[string]string{"reason": "已停办"}, Words: map[string]string{}, Reason: "已停办"})
		}))(t)
		b.commit(ctx, text(t, heading+"东许可科,公车,岗位职责,借用,B,B\n"), Options{})
		if after := b.db.Client.PendingAct.GetX(ctx, act.ID); after.Status == term.ActStatusPending || b.risk("公车").ProposedGrade != term.GradeB {
			t.Errorf("after the import the act is %s", after.Status)
		}
		b.db.Clock.Forward(pending.Lifetime + time.Hour)
		testkit.Fire(t, b.db, b.db.Acts.Timers()...) // the clock of an act that is over does nothing
		b.db.Sequence(t)
		for _, f := range b.db.Verify(t).Findings {
			t.Errorf("verified: %s", f.EN)
		}
	})
}
