package paper_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"sineng/ent"
	entaudit "sineng/ent/auditinbox"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/job"
	"sineng/server/paper"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// forms is a stub of the forms' service that keeps everything in memory.
type forms struct {
	db      *testkit.DB
	held    map[int64]*form.Filling
	saved   []form.SaveDraft
	refused error
}

func (f *forms) Get(ctx context.Context, id int64) (*ent.Form, error) {
	row, err := f.db.Store.Reader(ctx).Form.Get(ctx, id)
	return row, store.OrMissing(err, "", "表格", "form")
}
func (f *forms) MayFill(context.Context, *ent.Form) error { return f.refused }
func (f *forms) Content(_ context.Context, row *ent.Form) (*form.Filling, error) {
	if held := f.held[row.ID]; held != nil {
		return held, nil
	}
	return &form.Filling{Sections: []form.FillingSection{{Code: form.LayoutOf(row.Kind).Tables[0].Code}}}, nil
}

func (f *forms) SaveDraft(ctx context.Context, in form.SaveDraft) (*ent.Form, *form.Filling, error) {
	f.saved = append(f.saved, in)
	row, err := f.Get(ctx, in.FormID)
	return row, &form.Filling{DraftVersion: in.ExpectedVersion + 1}, err
}

// desk is a campaign with forms and the service.
type desk struct {
	*testing.T
	db       *testkit.DB
	world    *testkit.World
	forms    *forms
	service  *paper.Service
	campaign *ent.Campaign
}

func newDesk(t *testing.T, db *testkit.DB) *desk {
	d := &desk{T: t, db: db, world: testkit.NewWorld(t, db), forms: &forms{db: db, held: map[int64]*form.Filling{}}}
	d.service = paper.New(db.Store, d.forms, db.Files)
	d.campaign = put(d, func(ctx context.Context, tx *ent.Tx) (*ent.Campaign, error) {
		u := d.world.East.Unit
		return tx.Campaign.Create().SetUnitID(u.ID).SetLevels(u.Levels()).SetYear(2026).SetTitle("廉政风险/防控: 2026").SetPhase(term.CampaignPhaseSurvey).
			SetKinds([]term.FormKind{term.FormKindRisks}).SetPhases([]term.PhasePlan{}).SetPublicityDays(5).SetObjectionDays(15).
			SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).Save(ctx)
	})
	return d
}

// put creates a row as the program itself.
func put[T any](d *desk, fn func(context.Context, *ent.Tx) (T, error)) T {
	d.Helper()
	return testkit.Must(store.WithValue(testkit.System(), d.db.Store, func(ctx context.Context, tx *ent.Tx) (T, error) {
		out, err := fn(ctx, tx)
		if err != nil {
			return out, err
		}
		return out, audit.Append(ctx, d.db.Store, audit.Event{Action: term.AuditActionExpectForms})
	}))(d.T)
}

func (d *desk) form(kind term.FormKind, u *ent.Unit, p *ent.Person, state term.FormState) *ent.Form {
	d.Helper()
	return put(d, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		subject := u.ID
		c := tx.Form.Create().SetCampaignID(d.campaign.ID).SetKind(kind).SetUnitID(u.ID).SetLevels(u.Levels()).
			SetState(state).SetDueOn(d.db.Today()).SetStageSince(d.db.Now()).SetCreatedAt(d.db.Now()).SetUpdatedAt(d.db.Now())
		if p != nil {
			subject = p.ID
			c.SetPersonID(p.ID)
		}
		return c.SetSubjectID(subject).Save(ctx)
	})
}

// file stores a content as the filed one of a form.
func (d *desk) file(f *ent.Form, c *form.Content) (hash string) {
	d.Helper()
	encoded := testkit.Must(c.Encode())(d.T)
	hash = form.Hash(encoded)
	put(d, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		if err := tx.FormSnapshot.Create().SetFormID(f.ID).SetHash(hash).SetContent(string(encoded)).SetAt(d.db.Now()).Exec(ctx); err != nil {
			return nil, err
		}
		return tx.Form.UpdateOneID(f.ID).SetState(term.FormStateFiled).SetFiledHash(hash).Save(ctx)
	})
	return hash
}

func (d *desk) content(f *ent.Form, u *ent.Unit) *form.Content {
	return &form.Content{Format: form.Format, Kind: f.Kind, Year: 2026, Campaign: d.campaign.Title, Unit: form.Named{ID: u.ID, Code: u.Code, Name: u.Name},
		Revision: 1, FiledNumber: "备-1", FiledOn: "2026-05-08",
		Sections: []form.Section{{Code: "risks", Rows: []form.Row{{Key: "r1", Cells: []form.Cell{{Code: "title", Text: "备案时的风险点"}}}}}}}
}

func (d *desk) bytes(f *paper.File) []byte {
	d.Helper()
	var out bytes.Buffer
	if err := f.Data(&out); err != nil {
		d.Fatal(err)
	}
	return out.Bytes()
}

func TestExportIsAsFiledAndOnRecord(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	u := d.world.East.Department
	f := d.form(term.FormKindRisks, u, nil, term.FormStateFiled)
	hash := d.file(f, d.content(f, u))
	d.forms.held[f.ID] = filling("现在的风险点")
	ctx := testkit.As(term.RoleDeptHead, u)
	file := testkit.Must(d.service.Export(ctx, f.ID, "xlsx"))(t)
	book := testkit.Must(excelize.OpenReader(bytes.NewReader(d.bytes(file))))(t)
	text := fmt.Sprint(book.GetRows(book.GetSheetName(0)))
	if !strings.Contains(text, "备案时的风险点") || strings.Contains(text, "现在的风险点") || strings.Contains(text, "未备案") {
		t.Errorf("the file is not as filed: %s", text)
	}
	if !strings.HasSuffix(file.Name, ".xlsx") || !strings.Contains(file.Name, u.Name) {
		t.Errorf("it is called %s", file.Name)
	}
	entries := d.db.Raw.Client.AuditInbox.Query().Order(entaudit.ByID()).AllX(testkit.System())
	if last := entries[len(entries)-1]; !strings.Contains(last.Body, `"EXPORT"`) {
		t.Errorf("the last entry is %s", last.Body)
	}
	// A stored content is checked against its hash.
	if _, err := d.db.Raw.Client.ExecContext(testkit.System(), "UPDATE form_snapshots SET content = '{}'"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.service.Export(ctx, f.ID, "docx"); len(fault.All(err)) != 1 || fault.All(err)[0].Reason != "SNAPSHOT_CHANGED" {
		t.Errorf("a changed snapshot %s was exported: %v", hash, err)
	}
	if _, err := d.service.Export(ctx, f.ID, "pdf"); !fault.Is(err, fault.NotFound) {
		t.Errorf("pdf: %v", err)
	}
}

// filling returns a form with one risk point.
func filling(title string) *form.Filling {
	cells := make([]string, len(form.LayoutOf(term.FormKindRisks).Tables[0].Columns))
	cells[1] = title
	return &form.Filling{Sections: []form.FillingSection{{Code: "risks", Rows: []form.FillingRow{{Key: "r1", Cells: cells}}}}}
}

func TestExportShowsNobodyWhatTheyMayNotSee(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	east, west := d.world.East, d.world.West
	owner := east.People[0]
	personal := d.form(term.FormKindPersonal, east.Department, owner, term.FormStateDraft)
	risks := d.form(term.FormKindRisks, east.Department, nil, term.FormStateDraft)
	for name, test := range map[string]struct {
		ctx  context.Context
		form *ent.Form
		sees bool
	}{
		"the person":            {testkit.AsPerson(term.RoleStaff, east.Department, owner), personal, true},
		"a colleague":           {testkit.AsPerson(term.RoleStaff, east.Department, east.People[1]), personal, false},
		"the head":              {testkit.As(term.RoleDeptHead, east.Department), personal, true},
		"another province":      {testkit.As(term.RolePrincipalLeader, west.Unit), risks, false},
		"a system admin":        {testkit.As(term.RoleSystemAdmin, nil), risks, false},
		"staff, a department's": {testkit.As(term.RoleStaff, east.Department), risks, true},
	} {
		_, err := d.service.Export(test.ctx, test.form.ID, "xlsx")
		if test.sees && err != nil || !test.sees && !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// An archive contains what its reader may see.
	count := func(ctx context.Context) int {
		file, err := d.service.ExportUnit(ctx, east.Department.ID, d.campaign.ID)
		if err != nil {
			t.Fatal(err)
		}
		return len(unzip(t, d.bytes(file))) - 1
	}
	if head, staff := count(testkit.As(term.RoleDeptHead, east.Department)), count(testkit.As(term.RoleStaff, east.Department)); head != 2 || staff != 1 {
		t.Errorf("the head got %d forms, staff %d", head, staff)
	}
}

func unzip(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z := testkit.Must(zip.NewReader(bytes.NewReader(data), int64(len(data))))(t)
	out := map[string][]byte{}
	for _, f := range z.File {
		r := testkit.Must(f.Open())(t)
		if out[f.Name] != nil {
			t.Errorf("%s is in the archive twice", f.Name)
		}
		out[f.Name] = testkit.Must(io.ReadAll(r))(t)
	}
	return out
}

func TestImportGoesIntoTheDraft(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	u := d.world.East.Department
	f := d.form(term.FormKindRisks, u, nil, term.FormStateDraft)
	now := filling("原来的风险点")
	now.DraftVersion = 7
	now.Sections[0].Rows[0].Cells[4] = "打过的原因"
	now.Sections[0].Rows[0].EditedColumns = []string{"cause"}
	d.forms.held[f.ID] = now
	ctx := testkit.As(term.RoleDeptHead, u)
	data := d.bytes(testkit.Must(d.service.Export(ctx, f.ID, "xlsx"))(t))

	same := testkit.Must(d.service.CommitFile(ctx, f.ID, data, 7))(t)
	if !same.Empty() || len(d.forms.saved) != 0 || !same.Committed {
		t.Fatalf("an untouched file changes %+v", same.Plan)
	}
	book := testkit.Must(excelize.OpenReader(bytes.NewReader(data)))(t)
	sheet := book.GetSheetName(0)
	at := testkit.Must(book.SearchSheet(sheet, "原来的风险点"))(t)[0]
	column, row, _ := excelize.CellNameToCoordinates(at)
	below, _ := excelize.CoordinatesToCellName(column, row+1)
	if err := errors.Join(book.SetCellStr(sheet, at, "改后的风险点"), book.SetCellStr(sheet, below, "新增的风险点")); err != nil {
		t.Fatal(err)
	}
	var changed bytes.Buffer
	if err := book.Write(&changed); err != nil {
		t.Fatal(err)
	}
	plan := testkit.Must(d.service.PlanFile(ctx, f.ID, changed.Bytes()))(t)
	if plan.DraftVersion != 7 || len(plan.Rows) != 2 || len(d.forms.saved) != 0 {
		t.Fatalf("the dry run is %+v and saved %v", plan.Plan, d.forms.saved)
	}
	if _, err := d.service.CommitFile(ctx, f.ID, changed.Bytes(), 6); !fault.Is(err, fault.Conflict) {
		t.Errorf("a stale draft: %v", err)
	}
	testkit.Must(d.service.CommitFile(ctx, f.ID, changed.Bytes(), 7))(t)
	got, _ := json.Marshal(d.forms.saved)
	want := `[{"FormID":` + strconv.FormatInt(f.ID, 10) + `,"ExpectedVersion":7,"Fields":null,"Rows":[` +
		`{"Section":"risks","Key":"r1","Cells":[{"Code":"title","Text":"改后的风险点"},{"Code":"cause","Text":"打过的原因"}],"Note":null,"Removed":false},` +
		`{"Section":"risks","Key":"new-import-1","Cells":[{"Code":"title","Text":"新增的风险点"}],"Note":null,"Removed":false}],"Forget":null,"Confirmed":null}]`
	if string(got) != want {
		t.Errorf("saved %s", got)
	}
	d.forms.refused = fault.New(fault.InvalidTransition, "FORM_NOT_OPEN", "formId", "不能填写", "No entries")
	if _, err := d.service.PlanFile(ctx, f.ID, data); !fault.Is(err, fault.InvalidTransition) {
		t.Errorf("a form in review: %v", err)
	}
}

func TestHandlersServeAndTakeForms(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	u := d.world.East.Department
	f := d.form(term.FormKindRisks, u, nil, term.FormStateDraft)
	d.forms.held[f.ID] = filling("原来的风险点")
	h := &paper.Handlers{Service: d.service, Language: func(context.Context) string { return "zh" },
		DecodeID: func(s string) (int64, error) { return strconv.ParseInt(s, 36, 64) },
		Refuse: func(w http.ResponseWriter, _ *http.Request, err error) {
			if all := fault.All(err); len(all) == 1 {
				http.Error(w, all[0].Reason, http.StatusTeapot)
				return
			}
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}}
	mux := http.NewServeMux()
	mux.Handle("GET /form/{file}", h.Form())
	mux.Handle("GET /unit/{id}/forms.zip", h.Unit())
	mux.Handle("POST /form/{id}/import", h.Import())
	ask := func(ctx context.Context, r *http.Request) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r.WithContext(ctx))
		return w
	}
	id := func(n int64) string { return strconv.FormatInt(n, 36) }
	head := testkit.As(term.RoleDeptHead, u)
	got := ask(head, httptest.NewRequest(http.MethodGet, "/form/"+id(f.ID)+".xlsx", nil))
	if got.Code != http.StatusOK || !strings.Contains(got.Header().Get("Content-Disposition"), "filename*=UTF-8''%E8%A1%A82-") {
		t.Errorf("%d %v", got.Code, got.Header())
	}
	send := func(ctx context.Context, path string, data []byte) *httptest.ResponseRecorder {
		var body bytes.Buffer
		m := multipart.NewWriter(&body)
		part := testkit.Must(m.CreateFormFile("file", "a.xlsx"))(t)
		_, _ = part.Write(data)
		_ = m.Close()
		r := httptest.NewRequest(http.MethodPost, path, &body)
		r.Header.Set("Content-Type", m.FormDataContentType())
		return ask(ctx, r)
	}
	book := got.Body.Bytes()
	if w := send(head, "/form/"+id(f.ID)+"/import", book); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"unchanged":1`) {
		t.Errorf("dry run: %d %s", w.Code, w.Body)
	}
	if w := send(head, "/form/"+id(f.ID)+"/import?commit=0", book); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"committed":true`) {
		t.Errorf("commit: %d %s", w.Code, w.Body)
	}
	token := *viewer.FromContext(head)
	token.TokenID = 5
	for name, test := range map[string]struct {
		got    *httptest.ResponseRecorder
		reason string
	}{
		"nobody":            {ask(context.Background(), httptest.NewRequest(http.MethodGet, "/form/"+id(f.ID)+".xlsx", nil)), "SIGNED_OUT"},
		"nobody sends":      {send(context.Background(), "/form/"+id(f.ID)+"/import", book), "SIGNED_OUT"},
		"a token sends":     {send(viewer.NewContext(context.Background(), &token), "/form/"+id(f.ID)+"/import", book), "NOT_BY_TOKEN"},
		"a stranger":        {ask(testkit.As(term.RoleDeptHead, d.world.West.Department), httptest.NewRequest(http.MethodGet, "/form/"+id(f.ID)+".xlsx", nil)), "NOT_FOUND"},
		"a stranger sends":  {send(testkit.As(term.RoleDeptHead, d.world.West.Department), "/form/"+id(f.ID)+"/import", book), "NOT_FOUND"},
		"an unknown format": {ask(head, httptest.NewRequest(http.MethodGet, "/form/"+id(f.ID)+".exe", nil)), "NOT_FOUND"},
		"no id":             {ask(head, httptest.NewRequest(http.MethodGet, "/form/!.xlsx", nil)), "NOT_FOUND"},
		"no campaign":       {ask(head, httptest.NewRequest(http.MethodGet, "/unit/"+id(u.ID)+"/forms.zip", nil)), "NOT_FOUND"},
		"no version":        {send(head, "/form/"+id(f.ID)+"/import?commit=x", book), "BAD_VERSION"},
		"too large":         {send(head, "/form/"+id(f.ID)+"/import", make([]byte, paper.MostBytes+1)), "FILE_TOO_LARGE"},
		"far too large":     {send(head, "/form/"+id(f.ID)+"/import", make([]byte, paper.MostBytes+1<<20)), "FILE_TOO_LARGE"},
		"no file":           {ask(head, httptest.NewRequest(http.MethodPost, "/form/"+id(f.ID)+"/import", strings.NewReader("x"))), "NOT_MULTIPART"},
	} {
		if reason := strings.TrimSpace(test.got.Body.String()); reason != test.reason {
			t.Errorf("%s: %d %.200s, want %s", name, test.got.Code, reason, test.reason)
		}
	}
}

// turn is a stub of a job's run that can be made to fail.
type turn struct {
	cursor      string
	done, total int
	saves, most int   // number of saves before it fails, 0 for no limit
	why         error // the error it fails with, errStopped when nil
	name        string
	result      bytes.Buffer
}

var errStopped = errors.New("stopped")

func (r *turn) Cursor() string { return r.cursor }

func (r *turn) Save(_ context.Context, cursor string, done, total int) error {
	if r.saves++; r.most > 0 && r.saves > r.most {
		return cmp.Or(r.why, errStopped)
	}
	r.cursor, r.done, r.total = cursor, done, total
	return nil
}

func (r *turn) Result(_ context.Context, name string, write func(io.Writer) error) error {
	r.name = name
	r.result.Reset()
	return write(&r.result)
}

// files stores pieces in memory.
type files map[string][]byte

func (f files) Put(r io.Reader, _ int64) (string, int64, error) {
	data, err := io.ReadAll(r)
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	f[hash] = data
	return hash, int64(len(data)), err
}

type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

func (f files) Open(hash string) (io.ReadSeekCloser, int64, error) {
	data, ok := f[hash]
	if !ok {
		return nil, 0, errors.New("no such piece")
	}
	return inMemory{bytes.NewReader(data)}, int64(len(data)), nil
}

func (f files) Remove(hash string) error { delete(f, hash); return nil }

func TestCampaignArchiveGoesOnWhereItStopped(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	east := d.world.East
	filed := d.form(term.FormKindRisks, east.Department, nil, term.FormStateFiled)
	hash := d.file(filed, d.content(filed, east.Department))
	d.form(term.FormKindRisks, east.City, nil, term.FormStateDraft)
	d.form(term.FormKindPersonal, east.Department, east.People[0], term.FormStateDraft)
	d.form(term.FormKindPersonal, east.Department, east.People[1], term.FormStateDropped)
	d.service.PieceSize = 1
	kept := files{}
	run := &turn{}
	work := func() error {
		return d.service.WriteCampaign(context.Background(), run, kept, 3, d.campaign.ID)
	}
	for _, most := range []int{1, 1, 2} { // stopped after the first piece, the second, and while joining
		run.saves, run.most = 0, most
		if err := work(); !errors.Is(err, errStopped) {
			t.Fatalf("it ended with %v", err)
		}
	}
	run.saves, run.most = 0, 0
	if err := work(); err != nil {
		t.Fatal(err)
	}
	if run.done != 3 || run.total != 3 {
		t.Errorf("%d of %d are done", run.done, run.total)
	}
	if run.name != "廉政风险_防控_ 2026-2026年-表格.zip" {
		t.Errorf("it is called %q", run.name)
	}
	whole := unzip(t, run.result.Bytes())
	if len(whole) != 4 {
		t.Fatalf("the archive holds %d files", len(whole))
	}
	list := testkit.Must(csv.NewReader(strings.NewReader(strings.TrimPrefix(string(whole["index.csv"]), "\ufeff"))).ReadAll())(t)
	if len(list) != 4 {
		t.Fatalf("the list has %d lines", len(list))
	}
	for _, l := range list[1:] {
		data := whole[l[0]]
		if data == nil || !strings.HasPrefix(l[0], l[2]+" ") {
			t.Errorf("%s is not in its unit's folder", l[0])
		}
		if isFiled := !strings.Contains(l[0], "未备案"); isFiled != (l[9] == hash) {
			t.Errorf("%v", l)
		}
	}
	// A second run gives the same archive.
	first := bytes.Clone(run.result.Bytes())
	run.cursor = ""
	if err := work(); err != nil || !bytes.Equal(first, run.result.Bytes()) {
		t.Errorf("made again the archive differs: %v", err)
	}
}

func TestCancelledArchiveLeavesNothing(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	for _, u := range []*ent.Unit{d.world.East.Department, d.world.East.City} {
		d.form(term.FormKindRisks, u, nil, term.FormStateDraft)
	}
	d.service.PieceSize = 1
	kept := files{}
	run := &turn{most: 1, why: job.ErrCancelled}
	if err := d.service.WriteCampaign(context.Background(), run, kept, 3, d.campaign.ID); !errors.Is(err, job.ErrCancelled) {
		t.Fatal(err)
	}
	if len(kept) != 0 {
		t.Errorf("%d pieces are left", len(kept))
	}
}

func TestOnlyWhoLeadsTheCampaignExportsIt(t *testing.T) {
	d := newDesk(t, testkit.SQLite(t))
	east := d.world.East.Unit
	asked := 0
	enqueue := func(ctx context.Context) (*ent.Job, error) {
		asked++
		return &ent.Job{ID: 1, CreatedAt: time.Time{}}, nil
	}
	if _, err := d.service.ExportCampaign(testkit.As(term.RoleLeadingGroup, east), d.campaign.ID, enqueue); err != nil || asked != 1 {
		t.Errorf("the leading group: %v", err)
	}
	for role, code := range map[term.Role]fault.Code{term.RolePrincipalLeader: fault.Forbidden, term.RoleInspector: fault.Forbidden} {
		if _, err := d.service.ExportCampaign(testkit.As(role, east), d.campaign.ID, enqueue); !fault.Is(err, code) {
			t.Errorf("%s: %v", role, err)
		}
	}
	if _, err := d.service.ExportCampaign(testkit.As(term.RoleLeadingGroup, d.world.West.Unit), d.campaign.ID, enqueue); !fault.Is(err, fault.NotFound) {
		t.Errorf("another province: %v", err)
	}
	if asked != 1 {
		t.Errorf("%d jobs were asked for", asked)
	}
}

// Together with the real service of the forms: an exported file is imported
// unchanged, and changes end in the draft.
func TestFormsComeBackFromFiles(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		d := newDesk(t, db)
		own := form.New(db.Store, db.Register)
		service := paper.New(db.Store, own, db.Files)
		u := d.world.East.Department
		head := testkit.As(term.RoleDeptHead, u)
		risk := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: u.ID,
			Details: testkit.RiskDetails("部门风险"), Assessment: &testkit.Minor}))(t)
		testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: u.ID, Details: register.MeasureDetails{
			Content: "双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
			RiskPointIds: []int64{risk.ID}}}))(t)
		var risks *ent.Form
		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures} {
			f := d.form(kind, u, nil, term.FormStateDraft)
			data := d.bytes(testkit.Must(service.Export(head, f.ID, "xlsx"))(t))
			plan := testkit.Must(service.PlanFile(head, f.ID, data))(t)
			if !plan.Empty() || plan.Unchanged == 0 || len(plan.Problems)+len(plan.Remarks) > 0 {
				t.Errorf("%s: %+v", kind, plan.Plan)
			}
			if kind == term.FormKindRisks {
				risks = f
			}
		}
		p := d.form(term.FormKindPersonal, u, d.world.East.People[0], term.FormStateDraft)
		person := testkit.AsPerson(term.RoleStaff, u, d.world.East.People[0])
		data := d.bytes(testkit.Must(service.Export(person, p.ID, "xlsx"))(t))
		if plan := testkit.Must(service.PlanFile(person, p.ID, data))(t); !plan.Empty() {
			t.Errorf("表3: %+v", plan.Plan)
		}

		data = d.bytes(testkit.Must(service.Export(head, risks.ID, "xlsx"))(t))
		before := testkit.Must(own.Content(head, risks))(t)
		title := before.Sections[0].Rows[0].Cells[1]
		book := testkit.Must(excelize.OpenReader(bytes.NewReader(data)))(t)
		sheet := book.GetSheetName(0)
		if err := book.SetCellStr(sheet, testkit.Must(book.SearchSheet(sheet, title))(t)[0], "导入的标题"); err != nil {
			t.Fatal(err)
		}
		var changed bytes.Buffer
		if err := book.Write(&changed); err != nil {
			t.Fatal(err)
		}
		testkit.Must(service.CommitFile(head, risks.ID, changed.Bytes(), before.DraftVersion))(t)
		after := testkit.Must(own.Content(head, risks))(t)
		if got := after.Sections[0].Rows[0]; got.Cells[1] != "导入的标题" || fmt.Sprint(got.EditedColumns) != "[title]" {
			t.Errorf("the draft holds %+v", got)
		}
		if _, err := service.PlanFile(testkit.As(term.RoleStaff, u), risks.ID, data); !fault.Is(err, fault.Forbidden) {
			t.Errorf("staff: %v", err)
		}
	})
}
