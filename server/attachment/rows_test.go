package attachment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sineng/ent/term"
	"sineng/server/attachment"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestAFileOfARowFollowsItIntoTheRegister(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		d, now, raw := w.East.Department, db.Now(), db.Raw.Client
		campaign := raw.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{term.FormKindRisks}).
			SetPhases([]term.PhasePlan{}).SetPublicityDays(7).SetObjectionDays(30).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(campaign.Mutation(), w.East.Unit); err != nil {
			t.Fatal(err)
		}
		create := raw.Form.Create().SetCampaignID(campaign.SaveX(testkit.System()).ID).SetKind(term.FormKindRisks).SetSubjectID(d.ID).SetState(term.FormStateDraft).
			SetDueOn(db.Today()).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(create.Mutation(), d); err != nil {
			t.Fatal(err)
		}
		f := create.SaveX(testkit.System())
		forms := form.New(db.Store, db.Register)
		s := attachment.New(db.Store, db.Files, forms, attachment.DefaultLimits())
		head := testkit.AsPerson(term.RoleDeptHead, d, w.East.People[2])
		on := func(row string) error {
			_, err := s.Attach(head, attachment.Attach{OwnerID: f.ID, RowKey: row, Name: "a.txt", Content: strings.NewReader("情况属实")})
			return err
		}
		for _, row := range []string{"new-1", "zzz", "..", form.RowKey36(w.West.Risks[2].ID)} {
			if err := on(row); reason(err) != "BAD_ROW" || !fault.Is(err, fault.Invalid) {
				t.Errorf("a file for the row %q that the form has not: %v", row, err)
			}
		}
		typed := []form.CellInput{{Code: "title", Text: "收受礼品"}, {Code: "type", Text: "思想道德"}, {Code: "manifestation", Text: "节日收受管理对象礼品"},
			{Code: "likelihood", Text: "2"}, {Code: "severity", Text: "2"}, {Code: "consequence", Text: "轻微违规"}}
		_, saved, err := forms.SaveDraft(head, form.SaveDraft{FormID: f.ID, Rows: []form.RowInput{{Section: "risks", Key: "new-1", Cells: typed}}})
		if err != nil {
			t.Fatal(err)
		}
		risk := testkit.Must(db.Register.RecordRiskPoint(head, register.RecordRiskPoint{UnitID: d.ID, Details: testkit.RiskDetails("越权"), Assessment: &testkit.Minor}))(t).ID
		old := form.RowKey36(risk)
		for _, row := range []string{"new-1", old, ""} {
			if err := on(row); err != nil {
				t.Errorf("a file for the row %q: %v", row, err)
			}
		}
		_, content, applied, err := forms.ApplyDraft(head, form.ApplyDraft{FormID: f.ID, ExpectedVersion: saved.DraftVersion})
		if err != nil || !applied {
			t.Fatalf("applied %v, %+v, %v", applied, content, err)
		}
		made := ""
		for _, r := range content.Sections[0].Rows {
			if r.Key != old {
				made = r.Key
			}
		}
		list := testkit.Must(s.List(head, f.ID, false))(t)
		rows := []string{}
		for _, a := range list.Files {
			rows = append(rows, a.RowKey)
		}
		if strings.Join(rows, " ") != made+" "+old+" " {
			t.Errorf("the files stand on the rows %q; the new row is %s", rows, made)
		}
		want := []*form.RowName{{Key: old, Number: 1, Text: "越权收受好处"}, {Key: made, Number: 2, Text: "收受礼品"}}
		if diff := cmp.Diff(want, list.Rows); diff != "" {
			t.Errorf("the rows with files differ (-want +got):\n%s", diff)
		}
		// The risk point lists the files of its form row beside its own.
		testkit.Must(s.Attach(head, attach("own.txt", "x", risk)))(t)
		if list, err := s.List(head, risk, false); err != nil || len(list.Files) != 2 || list.Files[0].OwnerID != f.ID || list.Files[1].OwnerID != risk {
			t.Errorf("the files of the risk point are %+v, %v", list, err)
		}
		if list, err := s.List(testkit.As(term.RoleDeptHead, w.West.Department), w.West.Risks[2].ID, false); err != nil || len(list.Files) != 0 {
			t.Errorf("another risk point has %+v, %v", list, err)
		}
	})
}
