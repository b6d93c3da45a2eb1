package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/fault/answer"
	"sineng/server/testkit"
)

// newJobs returns the imports of a test.
func (b *bench) newJobs() *Jobs {
	b.t.Helper()
	jobs, err := NewJobs(b.Service, b.t.TempDir(), slog.New(slog.DiscardHandler))
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = jobs.Close() })
	return jobs
}

// wait returns a job when its work has ended.
func (j *Jobs) wait(t *testing.T, ctx context.Context, id int64) *Job {
	t.Helper()
	j.mu.Lock()
	ended := j.jobs[id].ended
	j.mu.Unlock()
	<-ended
	one, err := j.Job(ctx, id)
	if err != nil || one == nil {
		t.Fatalf("job: %v, %v", one, err)
	}
	return one
}

// planned uploads and plans a file and returns the job.
func (j *Jobs) planned(t *testing.T, ctx context.Context, content string) *Job {
	t.Helper()
	up, err := j.Upload(ctx, "单位.csv", strings.NewReader(content), true)
	if err != nil {
		t.Fatal(err)
	}
	one, err := j.Plan(ctx, up.ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	return j.wait(t, ctx, one.ID)
}

func (j *Jobs) files(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir(j.dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestAJobPlansThenCommitsAndDeletesItsFile(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		one := jobs.planned(t, ctx, "编码,名称\n1,甲\n2,乙\n")
		if one.State != Planned || one.RowsRead != 2 || one.FileName != "单位.csv" || one.Percent != 100 || one.ProblemsURL() != "" {
			t.Errorf("got %+v", one)
		}
		same(t, "written by planning", b.rowsOf(), map[string]int{})
		same(t, "files", jobs.files(t), 1)
		if _, err := jobs.Commit(ctx, one.ID, false); err != nil {
			t.Fatal(err)
		}
		one = jobs.wait(t, ctx, one.ID)
		same(t, "state", one.State, Done)
		same(t, "figures", figures(one.Plan), map[Object]string{ObjectUnit: "2/0/0"})
		same(t, "files", jobs.files(t), 0)
		_, err := jobs.Commit(ctx, one.ID, false)
		wantReason(t, err, "IMPORT_STATE")
		_, err = jobs.Cancel(ctx, one.ID)
		wantReason(t, err, "IMPORT_STATE")
	})
}

func TestAJobWithBadRowsCommitsTheGoodOnesOnDemand(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		one := jobs.planned(t, ctx, "编码,名称,上级编码\n1,甲,\n2,=A1,9\n")
		same(t, "bad rows", one.Plan.BadRowCount, 1)
		_, err := jobs.Commit(ctx, one.ID, false)
		wantReason(t, err, ReasonBadRows)
		if _, err := jobs.Commit(ctx, one.ID, true); err != nil {
			t.Fatal(err)
		}
		one = jobs.wait(t, ctx, one.ID)
		same(t, "state", one.State, Done)
		same(t, "units", b.rowsOf(), map[string]int{"units": 1})

		var out bytes.Buffer
		if err := jobs.WriteProblems(ctx, one.ID, &out, "zh"); err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Read(ctx, out.Bytes(), "x", sheet.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		rows := book.Tables[0].Rows
		same(t, "titles", rows[0].Cells, []sheet.Cell{{Text: "编码"}, {Text: "名称"}, {Text: "上级编码"}, {Text: "导入问题"}})
		if c := rows[1].Cell(1); c.Text != "=A1" || c.Kind != sheet.Text {
			t.Errorf("the formula came back as %+v", c)
		}
		if reason := rows[1].Cell(3).Text; !strings.Contains(reason, "原第 3 行 名称“=A1”: 这是公式") {
			t.Errorf("reason %q", reason)
		}
	})
}

func TestRowsThatTurnedBadMeanwhileAreShownAgain(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		b.commit(testkit.System(), text(t, "编码,名称\n1,甲\n"), Options{})
		one := jobs.planned(t, ctx, "编码,名称,上级编码\n2,乙,1\n3,丙,\n")
		same(t, "bad rows at first", one.Plan.BadRowCount, 0)
		u := b.unitByCode("1")
		testkit.Must(b.db.Org.CloseUnit(testkit.System(), u.ID, u.Version, b.db.Today()))(t)
		if _, err := jobs.Commit(ctx, one.ID, false); err != nil {
			t.Fatal(err)
		}
		one = jobs.wait(t, ctx, one.ID)
		same(t, "state", one.State, Planned)
		same(t, "problems", problemsOf(one.Plan), []string{"2 上级编码 UNIT_CLOSED"})
		same(t, "units", b.rowsOf(), map[string]int{"units": 1})
	})
}

func TestJobsAndUploadsOfOthersDoNotExist(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx, other := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil), testkit.As(term.RoleSystemAdmin, nil)
		up, err := jobs.Upload(ctx, "a.csv", strings.NewReader("编码,名称\n1,=A\n"), false)
		if err != nil {
			t.Fatal(err)
		}
		_, err = jobs.Plan(other, up.ID, nil)
		wantReason(t, err, "NOT_FOUND")
		one, err := jobs.Plan(ctx, up.ID, nil)
		if err != nil {
			t.Fatal(err)
		}
		jobs.wait(t, ctx, one.ID)
		if found, err := jobs.Job(other, one.ID); found != nil || err != nil {
			t.Errorf("got %v, %v", found, err)
		}
		_, err = jobs.Commit(other, one.ID, true)
		wantReason(t, err, "NOT_FOUND")
		_, err = jobs.Cancel(other, one.ID)
		wantReason(t, err, "NOT_FOUND")
		wantReason(t, jobs.WriteProblems(other, one.ID, io.Discard, "zh"), "NOT_FOUND")
	})
}

func TestJobsAreForThoseWhoMayImport(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs := b.newJobs()
		_, err := jobs.Upload(testkit.As(term.RoleStaff, nil), "a.csv", strings.NewReader("x"), false)
		wantReason(t, err, "NOT_PERMITTED")
		_, err = jobs.Upload(context.Background(), "a.csv", strings.NewReader("x"), false)
		wantReason(t, err, "SIGNED_OUT")
		_, err = jobs.Job(context.Background(), 1)
		wantReason(t, err, "SIGNED_OUT")
		same(t, "files", jobs.files(t), 0)
	})
}

func TestACancelledJobLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		content, err := os.ReadFile("testdata/divisions.csv")
		if err != nil {
			t.Fatal(err)
		}
		one := jobs.planned(t, ctx, string(content))
		if _, err := jobs.Commit(ctx, one.ID, false); err != nil {
			t.Fatal(err)
		}
		one, err = jobs.Cancel(ctx, one.ID)
		if err != nil || one.State != Cancelled {
			t.Fatalf("got %+v, %v", one, err)
		}
		same(t, "rows", b.rowsOf(), map[string]int{})
		same(t, "files", jobs.files(t), 0)
		if one, err = jobs.Cancel(ctx, one.ID); err != nil || one.State != Cancelled {
			t.Errorf("cancelled twice: %+v, %v", one, err)
		}
		again := jobs.planned(t, ctx, "编码,名称\n1,甲\n")
		if again, err = jobs.Cancel(ctx, again.ID); err != nil || again.State != Cancelled {
			t.Errorf("cancelled before committing: %+v, %v", again, err)
		}
	})
}

func TestAFileThatCannotBeUsedFailsItsJob(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		one := jobs.planned(t, ctx, "%PDF-1.7")
		if one.State != Failed || one.Failure.Reason != sheet.ReasonForeign || one.Plan != nil {
			t.Errorf("got %+v", one)
		}
		same(t, "files", jobs.files(t), 0)
	})
}

func TestJobsAndUploadsEndAfterAnHour(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
		one := jobs.planned(t, ctx, "编码,名称\n1,甲\n")
		if _, err := jobs.Upload(ctx, "b.csv", strings.NewReader("x"), false); err != nil {
			t.Fatal(err)
		}
		b.db.Clock.Forward(59 * time.Minute)
		jobs.sweep()
		same(t, "files within the hour", jobs.files(t), 2)
		b.db.Clock.Forward(2 * time.Minute)
		if gone, err := jobs.Job(ctx, one.ID); gone != nil || err != nil {
			t.Errorf("got %v, %v", gone, err)
		}
		same(t, "files after it", jobs.files(t), 0)
	})
}

func TestAnAccountKeepsFewJobsAndUploads(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
	// What waits is not ended by what comes after it.
	first, err := jobs.Upload(ctx, "first.csv", strings.NewReader("编码,名称\n1,甲\n"), false)
	for range mostUploads - 1 {
		_, more := jobs.Upload(ctx, "a.csv", strings.NewReader("编码,名称\n1,甲\n"), false)
		err = errors.Join(err, more)
	}
	if err != nil {
		t.Fatal(err)
	}
	_, err = jobs.Upload(ctx, "a.csv", strings.NewReader("编码,名称\n1,甲\n"), false)
	wantReason(t, err, "TOO_MANY_UPLOADS")
	if !strings.Contains(err.Error(), "first.csv") {
		t.Errorf("the refusal does not name the oldest: %v", err)
	}
	same(t, "files", jobs.files(t), mostUploads)
	if one, err := jobs.Plan(ctx, first.ID, nil); err != nil {
		t.Errorf("the first upload: %v", err)
	} else {
		jobs.wait(t, ctx, one.ID)
	}
	for range 2 {
		if _, err := jobs.Upload(ctx, "b.csv", strings.NewReader("编码,名称\n1,甲\n"), true); err != nil {
			t.Errorf("replacing the oldest: %v", err)
		}
	}
	for len(jobs.jobs) < mostJobs {
		jobs.planned(t, ctx, "编码,名称\n1,甲\n")
	}
	up, err := jobs.Upload(ctx, "a.csv", strings.NewReader("编码,名称\n1,甲\n"), true)
	if err != nil {
		t.Fatal(err)
	}
	_, err = jobs.Plan(ctx, up.ID, nil)
	wantReason(t, err, "TOO_MANY_PLANS")
	// A job that has ended is forgotten instead.
	for id := range jobs.jobs {
		testkit.Must(jobs.Cancel(ctx, id))(t)
		break
	}
	testkit.Must(jobs.Plan(ctx, up.ID, nil))(t)
	same(t, "jobs", len(jobs.jobs), mostJobs)

	// Working jobs take up places until they end.
	jobs.mu.Lock()
	for range mostRunning {
		running := &job{Job: Job{ID: newID(), State: Planning}}
		jobs.jobs[running.ID] = running
	}
	jobs.mu.Unlock()
	up, err = jobs.Upload(ctx, "a.csv", strings.NewReader("编码,名称\n1,甲\n"), true)
	if err != nil {
		t.Fatal(err)
	}
	_, err = jobs.Plan(ctx, up.ID, nil)
	wantReason(t, err, "TOO_MANY_IMPORTS")
}

func TestClosingEndsWhatRunsAndDeletesFiles(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
	content, err := os.ReadFile("testdata/divisions.csv")
	if err != nil {
		t.Fatal(err)
	}
	one := jobs.planned(t, ctx, string(content))
	if _, err := jobs.Commit(ctx, one.ID, false); err != nil {
		t.Fatal(err)
	}
	if err := jobs.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(jobs.dir); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
	same(t, "rows", b.rowsOf(), map[string]int{})
	_, err = jobs.Upload(ctx, "a.csv", strings.NewReader("x"), false)
	wantReason(t, err, "NO_ROOM")
}

// serve serves the handlers as a server mounts them, to the viewer of a
// context.
func serve(t *testing.T, jobs *Jobs, as context.Context) *httptest.Server {
	t.Helper()
	en := func(context.Context) string { return "en" }
	answers := answer.Presenter{Log: slog.New(slog.DiscardHandler), Language: en, RequestID: func(context.Context) string { return "r1" }}
	h := &Handlers{Jobs: jobs, EncodeID: func(int64) string { return "id" }, Language: en, Refuse: answers.Refuse}
	mux := http.NewServeMux()
	mux.Handle("POST /uploads", h.Upload())
	mux.Handle("GET /imports/{id}/problems.xlsx", h.Problems())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mux.ServeHTTP(w, r.WithContext(viewer.NewContext(r.Context(), viewer.FromContext(as))))
	}))
	t.Cleanup(s.Close)
	return s
}

// form returns a multipart form with one field.
func form(t *testing.T, field, name, content string) (body *bytes.Buffer, kind string) {
	t.Helper()
	body = &bytes.Buffer{}
	w := multipart.NewWriter(body)
	part, err := w.CreateFormFile(field, name)
	if err == nil {
		_, err = io.WriteString(part, content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return body, w.FormDataContentType()
}

// reasonOf posts a body and returns the status, and the reason or file name in
// the response.
func reasonOf(t *testing.T, url, kind string, body io.Reader) (int, string) {
	t.Helper()
	res, err := http.Post(url, kind, body)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct {
		FileName string
		Errors   []struct {
			Message    string
			Extensions struct{ Reason, RequestID string }
		}
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Errors) > 0 {
		if answer.Errors[0].Message == "" || answer.Errors[0].Extensions.RequestID != "r1" {
			t.Errorf("answer %+v", answer)
		}
		return res.StatusCode, answer.Errors[0].Extensions.Reason
	}
	return res.StatusCode, answer.FileName
}

func TestUploadsAreBoundedRenamedAndForThoseWhoMay(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	limits := sheet.DefaultLimits()
	limits.FileBytes = 2 << 20
	b.limits = limits
	jobs := b.newJobs()
	admin := serve(t, jobs, testkit.As(term.RoleSystemAdmin, nil)).URL + "/uploads"
	for name, c := range map[string]struct {
		url, field, file, content string
		status                    int
		want                      string
	}{
		"a path in the name":   {admin, "file", `..\..\etc/../单 位.csv`, "x", http.StatusCreated, "单位.csv"},
		"another field":        {admin, "data", "a.csv", "x", http.StatusBadRequest, "NO_FILE"},
		"just over the limit":  {admin, "file", "a.csv", strings.Repeat("x", 2<<20+1), http.StatusRequestEntityTooLarge, fault.ReasonTooLarge},
		"far over the limit":   {admin, "file", "a.csv", strings.Repeat("x", 8<<20), http.StatusRequestEntityTooLarge, fault.ReasonTooLarge},
		"exactly at the limit": {admin, "file", "a.csv", strings.Repeat("x", 2<<20), http.StatusCreated, "a.csv"},
		"staff":                {serve(t, jobs, testkit.As(term.RoleStaff, nil)).URL + "/uploads", "file", "a.csv", "x", http.StatusForbidden, "NOT_PERMITTED"},
		"signed out":           {serve(t, jobs, context.Background()).URL + "/uploads", "file", "a.csv", "x", http.StatusUnauthorized, "SIGNED_OUT"},
	} {
		t.Run(name, func(t *testing.T) {
			before := jobs.files(t)
			body, kind := form(t, c.field, c.file, c.content)
			status, got := reasonOf(t, c.url, kind, body)
			same(t, "answer", got, c.want)
			same(t, "status", status, c.status)
			if kept := jobs.files(t) - before; kept != 0 && status != http.StatusCreated {
				t.Errorf("%d files were kept", kept)
			}
		})
	}
	t.Run("cut off", func(t *testing.T) {
		body, kind := form(t, "file", "a.csv", strings.Repeat("x", 1000))
		status, got := reasonOf(t, admin, kind, bytes.NewReader(body.Bytes()[:600]))
		same(t, "answer", got, "UPLOAD_CUT_OFF")
		same(t, "status", status, http.StatusBadRequest)
	})
	t.Run("no form", func(t *testing.T) {
		_, got := reasonOf(t, admin, "application/json", strings.NewReader("{}"))
		same(t, "answer", got, "NOT_MULTIPART")
	})
}

func TestTheProblemsOfAJobAreServedAsAWorkbook(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.As(term.RoleSystemAdmin, nil)
	one := jobs.planned(t, ctx, "编码,名称\n1,\n")
	for as, status := range map[context.Context]int{ctx: http.StatusOK, testkit.As(term.RoleSystemAdmin, nil): http.StatusNotFound} {
		res, err := http.Get(serve(t, jobs, as).URL + "/" + one.ProblemsURL())
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		same(t, "status", res.StatusCode, status)
		if status != http.StatusOK {
			continue
		}
		if d := res.Header.Get("Content-Disposition"); !strings.Contains(d, "filename*=UTF-8''%E9%97%AE%E9%A2%98-") {
			t.Errorf("named %s", d)
		}
		book, err := sheet.Read(ctx, content, "x", sheet.DefaultLimits())
		if err != nil || book.Tables[0].Rows[1].Cell(2).Text != "row 2 名称: must not be empty" {
			t.Errorf("got %+v, %v", book, err)
		}
	}
}
