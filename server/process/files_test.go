package process_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/process"
	"sineng/server/testkit"
)

// kindOf says what happens in a step by its name, as far as the tests need it.
func kindOf(name string) term.StepKind {
	if strings.Contains(name, "受理") {
		return term.StepKindAccept
	}
	return term.StepKindHandle
}

func TestAnExportedProcessReadsBackAsItWas(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx, p := testkit.System(), w.East.Powers[2]
	wide, days := term.DiscretionWide, 3
	in := process.Save{PowerID: p.ID, ExpectedRevision: 1, Explanation: "先受理,后审批",
		Steps: []*process.Step{{Key: "1", Name: "受理", Kind: term.StepKindAccept, PostID: &w.East.Posts[2].ID, Starts: true},
			{Key: "2", Name: "审批", Kind: term.StepKindApprove, Lane: "局领导", Discretion: &wide, TimeLimitDays: &days, Split: term.SplitOne},
			{Key: "3", Name: "送达", Kind: term.StepKindExecute, Lane: "申请人", Explanation: "当面送达"}},
		Edges: []*process.Edge{{FromKey: "1", ToKey: "2"}, {FromKey: "2", ToKey: "3", Condition: "同意"}, {FromKey: "2", ToKey: "1", Condition: "退回"}}}
	saved := testkit.Must(db.Processes.Save(ctx, in))(t)
	f := testkit.Must(db.Processes.Export(ctx, saved.ID))(t)
	if want := p.Code + "-" + p.Name + "-v2.bpmn"; f.Name != want {
		t.Errorf("the file is called %s, want %s", f.Name, want)
	}
	back := testkit.Must(db.Processes.ReadFile(ctx, p.ID, f.Data, kindOf))(t)
	if len(back.Processes) != 1 || len(back.Notes)+len(back.Processes[0].Notes) != 0 {
		t.Fatalf("the file holds %+v", back.Document)
	}
	g := back.Processes[0].Graph
	again := testkit.Must(db.Processes.SaveDraft(ctx, process.SaveDraft{PowerID: p.ID, BaseRevision: 2, Explanation: g.Explanation, Steps: g.Steps, Edges: g.Edges}))(t)
	if len(again.Changes) != 0 || again.Explanation != in.Explanation {
		t.Errorf("what was read back changes %+v", again.Changes)
	}
	if name := back.PostNames[w.East.Posts[2].ID]; name != w.East.Posts[2].Name {
		t.Errorf("the post is called %q", name)
	}
	_, err := db.Processes.Export(testkit.As(term.RolePrincipalLeader, w.West.Unit), saved.ID)
	want(t, "exporting a process of the other province", err, fault.NotFound, "NOT_FOUND", "id")
	_, err = db.Processes.ReadFile(testkit.As(term.RoleStaff, w.East.Department), p.ID, f.Data, kindOf)
	if !fault.Is(err, fault.Forbidden) {
		t.Errorf("staff read a file into a process: %v", err)
	}
}

// A lane becomes the one post that is called so near the power, whatever its spelling.
func TestLanesBecomePosts(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	p := w.East.Powers[2]
	own := w.East.Posts[2]
	file := `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><laneSet>
		<lane id="a" name=" ` + own.Name + ` "><flowNodeRef>s1</flowNodeRef></lane><lane id="b" name="申请人"><flowNodeRef>s2</flowNodeRef></lane></laneSet>
		<task id="s1" name="受理申请"/><task id="s2" name="领取"/><sequenceFlow id="f" sourceRef="s1" targetRef="s2"/></process></definitions>`
	d := testkit.Must(db.Processes.ReadFile(testkit.System(), p.ID, []byte(file), kindOf))(t)
	st := d.Processes[0].Graph.Steps
	if st[0].PostID == nil || *st[0].PostID != own.ID || st[0].Lane != "" || st[0].Kind != term.StepKindAccept {
		t.Errorf("the lane of a post became %+v", st[0])
	}
	if st[1].PostID != nil || st[1].Lane != "申请人" {
		t.Errorf("another lane became %+v", st[1])
	}
}

func TestAFileIsReadByRequestAndNothingIsStored(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	p := w.East.Powers[2]
	h := &process.Handlers{Service: db.Processes, DecodeID: func(s string) (int64, error) { return strconv.ParseInt(s, 10, 64) },
		EncodeID: func(id int64) string { return strconv.FormatInt(id, 10) }, Kind: kindOf, Language: func(context.Context) string { return "zh" },
		Refuse: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}}
	mux := http.NewServeMux()
	mux.Handle("POST /power/{id}/bpmn", h.Read())
	mux.Handle("GET /process/{file}", h.Export())
	ask := func(v *viewer.Viewer, file string) *httptest.ResponseRecorder {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part := testkit.Must(form.CreateFormFile("file", "流程.bpmn"))(t)
		testkit.Must(io.WriteString(part, file))(t)
		_ = form.Close()
		r := httptest.NewRequest("POST", "/power/"+strconv.FormatInt(p.ID, 10)+"/bpmn", &body)
		r.Header.Set("Content-Type", form.FormDataContentType())
		if v != nil {
			r = r.WithContext(viewer.NewContext(r.Context(), v))
		}
		out := httptest.NewRecorder()
		mux.ServeHTTP(out, r)
		return out
	}
	head := viewer.FromContext(testkit.As(term.RoleDeptHead, w.East.Department))
	good := testkit.Must(db.Processes.Export(testkit.System(), w.East.Processes[2].ID))(t)
	res := ask(head, string(good.Data))
	var got struct {
		Processes []struct {
			Steps []struct{ Key, Kind, PostID, PostName, Split string }
			Edges []struct{ FromKey, ToKey string }
		}
	}
	if err := json.Unmarshal(res.Body.Bytes(), &got); err != nil || res.Code != 200 || len(got.Processes) != 1 || len(got.Processes[0].Steps) != 2 ||
		got.Processes[0].Steps[0].PostName != w.East.Posts[2].Name || got.Processes[0].Steps[0].Split != "ONE" || len(got.Processes[0].Edges) != 1 {
		t.Errorf("a good file is answered %d %s %v", res.Code, res.Body, err)
	}
	for what, c := range map[string]struct {
		v    *viewer.Viewer
		file string
	}{"signed out": {nil, string(good.Data)}, "no BPMN": {head, "<svg xmlns='http://www.w3.org/2000/svg'/>"}, "staff": {viewer.FromContext(testkit.As(term.RoleStaff, w.East.Department)), string(good.Data)}} {
		if res := ask(c.v, c.file); res.Code == 200 {
			t.Errorf("%s is answered %s", what, res.Body)
		}
	}
	if n := db.Client.ProcessDraft.Query().CountX(testkit.System()); n != 0 {
		t.Errorf("reading stored %d drafts", n)
	}
}
