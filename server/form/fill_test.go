package form_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

func save(t *testing.T, ctx context.Context, o *office, f *ent.Form, version int, rows ...form.RowInput) *form.Filling {
	t.Helper()
	_, c, err := o.forms.SaveDraft(ctx, form.SaveDraft{FormID: f.ID, ExpectedVersion: version, Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAFormShowsTheRegisterOfItsDepartment(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
		own := testkit.Must(db.Register.RecordRiskPoint(head, register.RecordRiskPoint{UnitID: o.Department.ID, Assessment: &testkit.Minor,
			Details: testkit.RiskDetails("部门", func(d *register.RiskDetails) { d.PowerID, d.ExposedPostIds = &o.Powers[2].ID, []int64{o.Posts[2].ID} })}))(t)
		c := testkit.Must(o.forms.Content(head, o.of[term.FormKindPowers]))(t)
		_, got := rowOf(t, term.FormKindPowers, c, "powers", form.RowKey36(o.Powers[2].ID))
		if diff := cmp.Diff(map[string]string{"code": "P1", "name": "东2许可", "type": "行政许可(审批)", "duties": "东2职责",
			"legal": "《行政许可法》第三十四条 审查", "posts": "东2岗", "holders": "东2人", "decision": "东2岗", "execution": "东2岗", "supervision": "东2岗",
			"frequency": "", "discretion": "较大", "limit": "", "process": "有(第1版,2个环节)", "scope": "", "form": "", "reason": "", "grade": "A"}, got); diff != "" {
			t.Error(diff)
		}
		c = testkit.Must(o.forms.Content(head, o.of[term.FormKindRisks]))(t)
		if n := len(c.Sections[0].Rows); n != 1 {
			t.Errorf("表2 has %d rows, want the one that stands on no person", n)
		}
		_, got = rowOf(t, term.FormKindRisks, c, "risks", form.RowKey36(own.ID))
		if got["power"] != "东2许可" || got["posts"] != "东2岗" || got["found"] != "自己找" || got["proposed"] != "C" || got["grade"] != "" {
			t.Errorf("the risk point reads %v", got)
		}
		c = testkit.Must(o.forms.Content(head, o.of[term.FormKindPersonal]))(t)
		if diff := cmp.Diff([]string{"东2人", "科长", "东2岗", db.Today().AddDate(-1, 0, 0).Format("2006-01-02"), "东2职责", "东2许可", ""}, c.Fields); diff != "" {
			t.Error(diff)
		}
		if len(c.Sections[0].Rows) != 1 || len(c.Sections[1].Rows) != 1 {
			t.Errorf("表3 has %d risk points and %d measures, want the one of the person each", len(c.Sections[0].Rows), len(c.Sections[1].Rows))
		}
		c = testkit.Must(o.forms.Content(head, o.of[term.FormKindMeasures]))(t)
		if n := len(c.Sections[0].Rows); n != 0 {
			t.Errorf("表4 has %d rows, want none: the only measure guards a risk point of a person", n)
		}
	})
}

func TestWhatIsTypedIsKeptAndWrittenAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		f := o.of[term.FormKindPowers]
		head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
		old := form.RowKey36(o.Powers[2].ID)
		c := save(t, head, o, f, 0,
			form.RowInput{Section: "powers", Key: old, Cells: cells("limit", "若干", "frequency", "每周", "duties", "东2职责\n复核材料", "name", "东2许可")},
			form.RowInput{Section: "powers", Key: "new-1", Cells: cells("code", "P2", "name", "罚款", "type", "处罚", "discretion", "小", "posts", "东2岗")})
		begun := func() int {
			return db.Client.AuditInbox.Query().Where(sql.FieldContains(auditinbox.FieldBody, string(term.AuditActionBeginForm))).CountX(testkit.System())
		}
		if now := db.Client.Form.GetX(testkit.System(), f.ID); !now.Started || now.Version != f.Version || begun() != 1 {
			t.Errorf("after the first typing the form is %+v, with %d entries that it began", now, begun())
		}
		if problem(c, old, "limit") != "BAD_NUMBER" || len(c.Problems) != 1 {
			t.Fatalf("the problems are %v, want one of the time limit", reasons(c))
		}
		if r, got := rowOf(t, f.Kind, c, "powers", old); got["limit"] != "若干" || !r.Edited || cmp.Diff([]string{"duties", "frequency", "limit"}, r.EditedColumns) != "" {
			t.Errorf("the row reads %v, edited %v", got, r.EditedColumns)
		}
		_, c, applied, err := o.forms.ApplyDraft(head, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if err != nil || applied || len(c.Problems) != 1 {
			t.Fatalf("a draft with a problem: applied %v, %v, %v", applied, reasons(c), err)
		}
		if n := db.Client.Power.Query().CountX(testkit.System()); n != 3 {
			t.Fatalf("there are %d powers, want nothing written", n)
		}
		c = save(t, head, o, f, c.DraftVersion, form.RowInput{Section: "powers", Key: old, Cells: cells("limit", "20日", "frequency", "每周", "duties", "东2职责\n复核材料")})
		f2, c, applied, err := o.forms.ApplyDraft(head, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if err != nil || !applied {
			t.Fatalf("applied %v, problems %v, %v", applied, reasons(c), err)
		}
		_, got := rowOf(t, f.Kind, c, "powers", old)
		if got["limit"] != "20" || got["frequency"] != "每周" || got["duties"] != "东2职责\n复核材料" {
			t.Errorf("the register says %v", got)
		}
		if len(c.Sections[0].Rows) != 2 || c.Sections[0].Rows[1].Edited {
			t.Errorf("the new power is not in the register: %+v", c.Sections[0].Rows)
		}
		if !f2.Started || len(f2.PreparedBy) != 1 || len(f2.PreparedByPersons) != 1 || f2.PreparedByPersons[0] != o.People[2].ID {
			t.Errorf("the form is %+v, want it started and prepared by the head", f2)
		}
		if begun() != 1 {
			t.Errorf("the log says %d times that the form was begun", begun())
		}
		entries := db.Client.AuditInbox.Query().Where(sql.FieldContains(auditinbox.FieldBody, string(term.AuditActionApplyForm))).CountX(testkit.System())
		if entries != 1 {
			t.Errorf("the log has %d entries of the form, want 1", entries)
		}
	})
}

func TestAServicesRefusalIsReportedAtItsCellAndUndoesTheOthers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		f := o.of[term.FormKindPowers]
		head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
		retired := testkit.Must(db.Register.RegisterPower(head, register.RegisterPower{UnitID: o.Department.ID,
			Details: register.PowerDetails{Code: "OLD", Name: "旧", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
		testkit.Must(db.Register.RetirePower(head, retired.ID, retired.Version, db.Today()))(t)
		old := form.RowKey36(o.Powers[2].ID)
		c := save(t, head, o, f, 0,
			form.RowInput{Section: "powers", Key: "new-a", Cells: cells("code", "P7", "name", "好", "type", "其他", "discretion", "无")},
			form.RowInput{Section: "powers", Key: "new-b", Cells: cells("code", "OLD", "name", "坏", "type", "其他", "discretion", "无")},
			form.RowInput{Section: "powers", Key: old, Removed: true})
		_, c, applied, err := o.forms.ApplyDraft(head, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if err != nil || applied {
			t.Fatalf("applied %v, %v", applied, err)
		}
		if problem(c, "new-b", "code") != "CODE_TAKEN" || problem(c, old, "") != "HAS_RISK_POINTS" || len(c.Problems) != 2 {
			t.Errorf("the problems are %v", reasons(c))
		}
		if n := db.Client.Power.Query().CountX(testkit.System()); n != 4 {
			t.Errorf("there are %d powers, want nothing written", n)
		}
		// Within another transaction, which goes on.
		err = store.WithTx(head, db.Store, func(ctx context.Context, tx *ent.Tx) error {
			problems, err := o.forms.Apply(ctx, f)
			if err != nil || len(problems) != 2 {
				return fmt.Errorf("%d problems, %w", len(problems), err)
			}
			if n := tx.Power.Query().CountX(testkit.System()); n != 4 {
				return fmt.Errorf("%d powers are left inside", n)
			}
			return errors.New("enough")
		})
		if err == nil || err.Error() != "enough" {
			t.Error(err)
		}
	})
}

func TestWhoMayFill(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		f, mine := o.of[term.FormKindRisks], o.of[term.FormKindPersonal]
		head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
		number := "N-同事"
		colleague := testkit.Must(db.Org.AddPerson(testkit.System(), orgPerson(o.Department.ID, number, "同事")))(t)
		staff := testkit.AsPerson(term.RoleStaff, o.Department, colleague)
		if _, err := o.forms.Get(staff, mine.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("a colleague asks for the form of another: %v, want it not found", err)
		}
		if _, err := o.forms.Get(head, mine.ID); err != nil {
			t.Errorf("the head asks for the form of a person of theirs: %v", err)
		}
		typing := form.RowInput{Section: "risks", Key: "new-1", Cells: cells("title", "收礼", "type", "思想道德", "manifestation", "收受礼品",
			"likelihood", "3", "severity", "2", "consequence", "违纪", "direct", "同事")}
		_, _, err := o.forms.SaveDraft(staff, form.SaveDraft{FormID: f.ID, Rows: []form.RowInput{typing}})
		if !hasReason(err, "NOT_PREPARER") {
			t.Errorf("somebody whom the form is not assigned to: %v", err)
		}
		_, err = o.forms.Assign(head, form.Assign{FormID: f.ID, ExpectedVersion: f.Version, PersonID: &colleague.ID})
		if !hasReason(err, "NOT_IN_DEPARTMENT") {
			t.Errorf("somebody without a post there: %v", err)
		}
		testkit.Must(db.Org.Appoint(testkit.System(), colleague.ID, o.Posts[2].ID, db.Today()))(t)
		if _, err = o.forms.Assign(staff, form.Assign{FormID: f.ID, ExpectedVersion: f.Version, PersonID: &colleague.ID}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("staff assign a form: %v", err)
		}
		testkit.Must(o.forms.Assign(head, form.Assign{FormID: f.ID, ExpectedVersion: f.Version, PersonID: &colleague.ID}))(t)
		c := save(t, staff, o, f, 0, typing)
		_, c, applied, err := o.forms.ApplyDraft(staff, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if err != nil || !applied {
			t.Fatalf("the preparer writes: %v, %v, %v", applied, reasons(c), err)
		}
		// The temporary grant ends with the call.
		if _, err := db.Register.RegisterPower(staff, register.RegisterPower{UnitID: o.Department.ID,
			Details: register.PowerDetails{Code: "X", Name: "X", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("the preparer registers a power beside the form: %v", err)
		}
		for _, list := range []struct {
			ctx  context.Context
			want int
		}{{staff, 1}, {head, 4 - 1}, {testkit.As(term.RoleInspector, o.Unit), 0}} {
			yes := true
			page := testkit.Must(o.forms.Forms(list.ctx, form.Filter{ToFill: &yes}, store.Page{First: 10}, nil))(t)
			if len(page.Rows) != list.want {
				t.Errorf("%d forms wait to be filled, want %d", len(page.Rows), list.want)
			}
		}
		db.Raw.Client.Form.UpdateOneID(f.ID).SetState(term.FormStateDeptReview).ExecX(testkit.System())
		_, _, err = o.forms.SaveDraft(staff, form.SaveDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if !hasReason(err, "FORM_NOT_OPEN") {
			t.Errorf("a form under review: %v", err)
		}
		db.Raw.Client.Campaign.UpdateOneID(o.campaign.ID).SetClosedAt(db.Now()).ExecX(testkit.System())
		_, _, err = o.forms.SaveDraft(head, form.SaveDraft{FormID: mine.ID})
		if !hasReason(err, "CAMPAIGN_CLOSED") {
			t.Errorf("a form of a closed campaign: %v", err)
		}
	})
}

func TestAPersonWritesOfThemselfWithoutARole(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		f := o.of[term.FormKindPersonal]
		me := testkit.AsPerson(term.RoleAuditor, o.West(t, db), o.People[2])
		_, c, err := o.forms.SaveDraft(me, form.SaveDraft{FormID: f.ID, Fields: cells("pledge", "廉洁 "), Rows: []form.RowInput{
			{Section: "risks", Key: "new-1", Cells: cells("type", "外部环境", "title", "人情", "manifestation", "说情", "likelihood", "1", "severity", "1", "consequence", "轻微")},
			{Section: "measures", Key: "new-2", Cells: cells("content", "回避制度", "risks", "人情、东2收受好处", "due", "2026年6月30日")},
			{Section: "measures", Key: form.RowKey36(o.Measures[2].ID), Removed: true}}})
		if err != nil || len(c.Problems) != 0 {
			t.Fatalf("%v, %v", err, reasons(c))
		}
		_, c, applied, err := o.forms.ApplyDraft(me, form.ApplyDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion})
		if err != nil || !applied {
			t.Fatalf("applied %v, %v, %v", applied, reasons(c), err)
		}
		if c.Fields[6] != "廉洁" || len(c.Sections[0].Rows) != 2 || len(c.Sections[1].Rows) != 1 {
			t.Errorf("the form reads %+v", c)
		}
		_, got := rowOf(t, f.Kind, c, "measures", c.Sections[1].Rows[0].Key)
		if got["risks"] != "东2收受好处、人情" || got["due"] != "2026-06-30" {
			t.Errorf("the measure reads %v", got)
		}
		risk := db.Client.RiskPoint.Query().Order(ent.Desc("id")).FirstX(testkit.System())
		if risk.PersonID == nil || *risk.PersonID != o.People[2].ID || risk.UnitID != o.Department.ID {
			t.Errorf("the new risk point is %+v", risk)
		}
	})
}

func TestWhatSomebodyElseChangedMeanwhileIsReported(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db)
		f := o.of[term.FormKindPowers]
		head := testkit.AsPerson(term.RoleDeptHead, o.Department, o.People[2])
		p, key := o.Powers[2], form.RowKey36(o.Powers[2].ID)
		row := form.RowInput{Section: "powers", Key: key, Cells: cells("name", "甲", "frequency", "每月")}
		save(t, head, o, f, 0, row)
		testkit.Must(db.Register.RevisePower(head, register.RevisePower{ID: p.ID, ExpectedVersion: p.Version, Details: register.PowerDetails{
			Code: "P1", Name: "乙", Type: p.Type, Discretion: p.Discretion, Frequency: "每月"}}))(t)
		c := testkit.Must(o.forms.Content(head, f))(t)
		r, _ := rowOf(t, f.Kind, c, "powers", key)
		if problem(c, key, "name") != "CHANGED_MEANWHILE" || len(c.Problems) != 1 || !strings.Contains(c.Problems[0].ZH, "乙") {
			t.Errorf("the problems are %+v", c.Problems)
		}
		if cmp.Diff([]string{"name"}, r.EditedColumns) != "" {
			t.Errorf("edited are %v, want what differs from the register alone", r.EditedColumns)
		}
		_, c, err := o.forms.SaveDraft(head, form.SaveDraft{FormID: f.ID, ExpectedVersion: c.DraftVersion,
			Forget: []form.RowKey{{Section: "powers", Key: key}}, Rows: []form.RowInput{row}})
		if err != nil || len(c.Problems) != 0 {
			t.Errorf("after it was typed again: %v, %v", reasons(c), err)
		}
		if _, _, err := o.forms.SaveDraft(head, form.SaveDraft{FormID: f.ID, ExpectedVersion: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("an older version of the draft: %v, want CONFLICT", err)
		}
	})
}

func TestReadingSomebodysFormIsNoted(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db)
	f := o.of[term.FormKindPersonal]
	for name, c := range map[string]struct {
		ctx  context.Context
		want int
	}{
		"the leader":     {testkit.AsPerson(term.RoleLeaderInCharge, o.City, o.People[1]), 1},
		"the person":     {testkit.AsPerson(term.RoleStaff, o.Department, o.People[2]), 0},
		"the department": {testkit.AsPerson(term.RoleStaff, o.Department, o.People[2]), 0},
	} {
		ctx := store.WithReads(c.ctx)
		at := f
		if name == "the department" {
			at = o.of[term.FormKindRisks]
		}
		testkit.Must(o.forms.Content(ctx, at))(t)
		if got := store.TakeReads(ctx); len(got) != c.want {
			t.Errorf("%s reads: %v are noted, want %d", name, got, c.want)
		}
	}
}

func hasReason(err error, reason string) bool {
	for _, e := range fault.All(err) {
		if e.Reason == reason {
			return true
		}
	}
	return false
}
