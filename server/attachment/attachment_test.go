package attachment_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sineng/ent"
	entattachment "sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/blob"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/testkit"
)

const png = "\x89PNG\r\n\x1a\n0000"

// fills is a stub of forms that everybody may fill, with the single row r1.
type fills struct{}

func (fills) MayFill(context.Context, *ent.Form) error { return nil }
func (fills) RowNames(context.Context, *ent.Form) ([]*form.RowName, error) {
	return []*form.RowName{{Key: "r1", Number: 1, Text: "受理"}}, nil
}

func service(db *testkit.DB, limits attachment.Limits) *attachment.Service {
	return attachment.New(db.Store, db.Files, fills{}, limits)
}

func reason(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return all[0].Reason
	}
	return ""
}

func attach(name, content string, owner int64) attachment.Attach {
	return attachment.Attach{OwnerID: owner, Name: name, Content: strings.NewReader(content)}
}

// office returns an archive with parts of those names.
func office(t *testing.T, parts ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		if _, err := io.WriteString(testkit.Must(z.Create(p))(t), "<x/>"); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFilesAreAttachedReadAndRemovedByThoseWhoMay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := service(db, attachment.Limits{FileBytes: 1 << 10, Files: 2})
		risk := w.East.Risks[2].ID
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		a := testkit.Must(s.Attach(head, attach(`C:\证据\照片.PNG`, png, risk)))(t)
		if a.Name != "照片.PNG" || a.MediaType != "image/png" || a.UnitID != w.East.Department.ID || a.L3 != w.East.Department.ID {
			t.Errorf("attached %+v", a)
		}
		// The log records it with its hash.
		for more := true; more; {
			more = testkit.Must(audit.Sequence(testkit.System(), db.Store))(t) > 0
		}
		found, f, err := s.Open(testkit.As(term.RoleInspector, w.East.City), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(f)
		if err := errors.Join(err, f.Close()); err != nil || string(content) != png || found.Hash != a.Hash {
			t.Errorf("read %q, %v", content, err)
		}
		for name, ctx := range map[string]context.Context{"the other province": testkit.As(term.RolePrincipalLeader, w.West.Unit), "an auditor": testkit.As(term.RoleAuditor, nil)} {
			if _, _, err := s.Open(ctx, a.ID); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s opens it: %v", name, err)
			}
			if _, err := s.List(ctx, risk, false); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s lists it: %v", name, err)
			}
			if _, err := s.Attach(ctx, attach("a.png", png, risk)); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s attaches: %v", name, err)
			}
			if _, err := s.Remove(ctx, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s removes it: %v", name, err)
			}
		}
		inspector := testkit.As(term.RoleInspector, w.East.Unit)
		if _, err := s.Attach(inspector, attach("a.png", png, risk)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an inspector attaches: %v", err)
		}
		if list, err := s.List(inspector, risk, false); err != nil || list.MayAttach {
			t.Errorf("an inspector is shown as allowed to attach, %v", err)
		}
		testkit.Must(s.Attach(head, attach("说明.txt", "情况属实", risk)))(t)
		if _, err := s.Attach(head, attach("三.txt", "多", risk)); reason(err) != "TOO_MANY_ATTACHMENTS" {
			t.Errorf("a third file: %v", err)
		}
		if _, err := s.Remove(head, attachment.Remove{AttachmentID: a.ID, Reason: " "}); reason(err) != "BAD_LENGTH" {
			t.Errorf("without a reason: %v", err)
		}
		testkit.Must(s.Remove(head, attachment.Remove{AttachmentID: a.ID, Reason: "传错了"}))(t)
		if _, err := s.Remove(head, attachment.Remove{AttachmentID: a.ID, Reason: "传错了"}); reason(err) != "ATTACHMENT_REMOVED" {
			t.Errorf("removed twice: %v", err)
		}
		if list, err := s.List(head, risk, false); err != nil || len(list.Files) != 1 || !list.MayAttach {
			t.Errorf("listed %+v, %v", list, err)
		}
		if list, err := s.List(head, risk, true); err != nil || len(list.Files) != 2 || list.Files[0].RemoveReason != "传错了" {
			t.Errorf("with the removed: %+v, %v", list, err)
		}
		if err := db.Files.Check(a.Hash); err != nil {
			t.Errorf("the bytes of a removed file: %v", err)
		}
	})
}

func TestWhatAFileIsCalledAndWhatIsInItAgree(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := service(db, attachment.Limits{FileBytes: 1 << 10, Files: 1000})
	head := testkit.As(term.RoleDeptHead, w.East.Department)
	owner := w.East.Measures[2].ID
	for name, c := range map[string]struct{ content, want string }{
		"a.pdf":     {"%PDF-1.7\n", ""},
		"a.jpeg":    {"\xff\xd8\xff\xe0", ""},
		"a.webp":    {"RIFF\x00\x00\x00\x00WEBPVP8 ", ""},
		"a.docx":    {office(t, "[Content_Types].xml", "word/document.xml"), ""},
		"a.xlsx":    {office(t, "[Content_Types].xml", "xl/workbook.xml"), ""},
		"a.ofd":     {office(t, "OFD.xml"), ""},
		"a.zip":     {office(t, "x"), ""},
		"a.csv":     {"编码,名称\r\n1,甲\n", ""},
		"gbk.txt":   {"\xd6\xa4\xbe\xdd", ""},
		"b.exe":     {"MZ", "ATTACHMENT_TYPE"},
		"b":         {"x", "ATTACHMENT_TYPE"},
		"b.svg":     {"<svg/>", "ATTACHMENT_TYPE"},
		"b.pdf.exe": {"%PDF-1.7", "ATTACHMENT_TYPE"},
		"b.pdf":     {png, "ATTACHMENT_TYPE"},
		"b.png":     {"MZ\x90\x00", "ATTACHMENT_TYPE"},
		"b.docx":    {office(t, "xl/workbook.xml"), "ATTACHMENT_TYPE"},
		"m.xlsx":    {office(t, "xl/workbook.xml", "xl/vbaProject.bin"), "ATTACHMENT_TYPE"},
		"c.xlsx":    {"PK\x03\x04 cut off", "ATTACHMENT_TYPE"},
		"b.txt":     {"<html><script>alert(1)</script>", "ATTACHMENT_TYPE"},
		"n.csv":     {"a,b\x00", "ATTACHMENT_TYPE"},
		"e.txt":     {"", "EMPTY_FILE"},
		"big.txt":   {strings.Repeat("x", 1<<10+1), fault.ReasonTooLarge},
	} {
		if _, err := s.Attach(head, attach(name, c.content, owner)); reason(err) != c.want || c.want == "" && err != nil {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	for sent, shown := range map[string]string{"../../etc/x.txt": "x.txt", `..\x.txt`: "x.txt", "a\u202etxt.txt": "atxt.txt", "a\x00b.txt": "ab.txt",
		strings.Repeat("长", 300) + ".txt": strings.Repeat("长", 195) + "….txt"} {
		a, err := s.Attach(head, attach(sent, "x", owner))
		if err != nil || a.Name != shown {
			t.Errorf("%q is shown as %+v, %v", sent, a, err)
		}
	}
}

func TestFrozenOwnersTakeNoFiles(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := service(db, attachment.DefaultLimits())
	ctx, raw, now := testkit.System(), db.Raw.Client, db.Now()
	head := testkit.As(term.RoleDeptHead, w.East.Department)
	campaign := raw.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{}).SetPhases([]term.PhasePlan{}).
		SetPublicityDays(7).SetObjectionDays(30).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(campaign.Mutation(), w.East.Department); err != nil {
		t.Fatal(err)
	}
	of := campaign.SaveX(ctx)
	for _, state := range term.FormState("").Values() {
		f := raw.Form.Create().SetCampaignID(of.ID).SetKind(term.FormKindPersonal).SetSubjectID(int64(len(state))*100 + int64(state[0])).SetPersonID(w.East.People[2].ID).
			SetState(term.FormState(state)).SetDueOn(db.Today()).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(f.Mutation(), w.East.Department); err != nil {
			t.Fatal(err)
		}
		form := f.SaveX(ctx)
		a, err := s.Attach(head, attachment.Attach{OwnerID: form.ID, RowKey: "r1", Name: "a.txt", Content: strings.NewReader("x")})
		if state == string(term.FormStateDraft) {
			if err != nil || a.PersonID == nil || *a.PersonID != w.East.People[2].ID {
				t.Fatalf("a form that is filled in: %+v, %v", a, err)
			}
			// A colleague sees neither the form nor its files; the person themself does.
			if _, _, err := s.Open(testkit.As(term.RoleStaff, w.East.Department), a.ID); !fault.Is(err, fault.NotFound) {
				t.Errorf("a colleague opens it: %v", err)
			}
			own := testkit.AsPerson(term.RoleStaff, w.East.Department, w.East.People[2])
			if _, f, err := s.Open(own, a.ID); err != nil {
				t.Errorf("one's own: %v", err)
			} else if err := f.Close(); err != nil {
				t.Error(err)
			}
			raw.Form.UpdateOne(form).SetState(term.FormStateFiled).ExecX(ctx)
			if _, err := s.Remove(head, attachment.Remove{AttachmentID: a.ID, Reason: "x"}); reason(err) != "ATTACHMENTS_FROZEN" {
				t.Errorf("removed from a filed form: %v", err)
			}
		} else if reason(err) != "ATTACHMENTS_FROZEN" {
			t.Errorf("a form that is %s: %v", state, err)
		}
	}
	if _, err := s.Attach(head, attachment.Attach{OwnerID: w.East.Risks[2].ID, RowKey: "r1", Name: "a.txt", Content: strings.NewReader("x")}); reason(err) != "BAD_ROW" {
		t.Errorf("a row of a risk point: %v", err)
	}
	raw.RiskPoint.UpdateOne(w.East.Risks[2]).SetStatus(term.RiskStatusRetired).ExecX(ctx)
	if _, err := s.Attach(head, attach("a.txt", "x", w.East.Risks[2].ID)); reason(err) != "ATTACHMENTS_FROZEN" {
		t.Errorf("a retired risk point: %v", err)
	}
}

func TestAFileThatWasChangedOnTheDiskIsFoundAndNotHandedOut(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	dir := t.TempDir()
	files := testkit.Must(blob.Open(dir))(t)
	s := attachment.New(db.Store, files, fills{}, attachment.DefaultLimits())
	head := testkit.As(term.RoleDeptHead, w.East.Department)
	changed := testkit.Must(s.Attach(head, attach("a.txt", "一", w.East.Risks[2].ID)))(t)
	gone := testkit.Must(s.Attach(head, attach("b.txt", "二", w.East.Risks[2].ID)))(t)
	testkit.Must(s.Attach(head, attach("c.txt", "三", w.East.Risks[2].ID)))(t)
	if broken, err := attachment.Check(testkit.System(), db.Client, files); err != nil || len(broken) > 0 {
		t.Fatalf("untouched: %v, %v", broken, err)
	}
	path := func(a *ent.Attachment) string { return filepath.Join(dir, a.Hash[:2], a.Hash[2:4], a.Hash) }
	if err := errors.Join(os.WriteFile(path(changed), []byte("四"), 0o600), os.Remove(path(gone))); err != nil {
		t.Fatal(err)
	}
	broken, err := attachment.Check(testkit.System(), db.Client, files)
	if err != nil || len(broken) != 2 || broken[0].ID != changed.ID || broken[0].Gone || broken[1].ID != gone.ID || !broken[1].Gone {
		t.Errorf("found %+v, %v", broken, err)
	}
	for _, a := range db.Client.Attachment.Query().Where(entattachment.IDIn(changed.ID, gone.ID)).AllX(testkit.System()) {
		if _, _, err := s.Open(head, a.ID); reason(err) != "ATTACHMENT_LOST" {
			t.Errorf("%s is handed out: %v", a.Name, err)
		}
	}
}
