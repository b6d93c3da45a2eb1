package httpd_test

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"sineng/ent/formsnapshot"
	"sineng/ent/formsubmission"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/testkit"
)

// published publishes a form with one row on a unit.
func published(t *testing.T, db *testkit.DB, w *testkit.World) string {
	t.Helper()
	ctx, raw := testkit.System(), db.Raw.Client
	newProof(db, w.East.Department, w.East.Risks[2], w.East.People[2])
	n := raw.PublicNotice.Query().OnlyX(ctx)
	layout := form.LayoutOf(term.FormKindPowers)
	row := form.Row{Key: "1"}
	for _, c := range layout.Tables[0].Columns {
		text := "隐藏值"
		if c.Public && !c.Names {
			text = "<b>许可</b>"
		}
		row.Cells = append(row.Cells, form.Cell{Code: c.Code, Text: text})
	}
	content := &form.Content{Format: form.Format, Kind: term.FormKindPowers, Year: 2026, Unit: form.Named{Name: w.East.Department.Name}, Revision: 1,
		Sections: []form.Section{{Code: layout.Tables[0].Code, Rows: []form.Row{row}}}}
	encoded := testkit.Must(content.Encode())(t)
	sub := raw.FormSubmission.Query().Where(formsubmission.ID(n.SubmissionID)).OnlyX(ctx)
	raw.FormSnapshot.Create().SetFormID(n.FormID).SetHash(sub.Hash).SetContent(string(encoded)).SetAt(db.Now()).ExecX(ctx)
	if raw.FormSnapshot.Query().Where(formsnapshot.FormID(n.FormID)).CountX(ctx) != 1 {
		t.Fatal("no snapshot")
	}
	return n.Slug
}

func TestTheFormsInTheirWindowArePublic(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		slug := published(t, db, w)
		server := serve(t, db)
		anybody := newClient(t, server)
		get := func(path string) (*http.Response, string) {
			t.Helper()
			res := testkit.Must(anybody.http.Get(server.URL + path))(t)
			defer func() { _ = res.Body.Close() }()
			return res, string(testkit.Must(io.ReadAll(res.Body))(t))
		}
		if res, body := get("/public/?q=" + url.QueryEscape(w.East.Department.Name)); res.StatusCode != http.StatusOK || !strings.Contains(body, `href="/public/`+slug+`"`) {
			t.Errorf("the list: %d %s", res.StatusCode, body)
		}
		if _, body := get("/public/?q=nowhere&lang=en"); !strings.Contains(body, "Nothing is public") || !strings.Contains(body, `lang="en"`) {
			t.Errorf("a search that finds nothing: %s", body)
		}
		res, body := get("/public/" + slug)
		if res.StatusCode != http.StatusOK || !strings.Contains(body, "&lt;b&gt;许可&lt;/b&gt;") || strings.Contains(body, "<b>许可") {
			t.Errorf("the notice: %d %s", res.StatusCode, body)
		}
		if strings.Contains(body, "隐藏值") || strings.Contains(body, "<script") {
			t.Errorf("the notice shows what is not public, or runs something: %s", body)
		}
		if csp := res.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; style-src 'self';") || strings.Contains(csp, "unsafe") {
			t.Errorf("the policy is %s", csp)
		}
		if res, _ := get("/public/public.css"); res.Header.Get("Content-Type") != "text/css; charset=utf-8" {
			t.Errorf("the style is %s", res.Header.Get("Content-Type"))
		}
		if res, _ := get("/public/other"); res.StatusCode != http.StatusNotFound {
			t.Errorf("no notice: %d", res.StatusCode)
		}
		if res, _ := get("/public/?after=x"); res.StatusCode != http.StatusBadRequest {
			t.Errorf("a cursor of nothing: %d", res.StatusCode)
		}
		db.Clock.Forward(9 * 24 * time.Hour)
		if res, body := get("/public/" + slug); res.StatusCode != http.StatusGone || !strings.Contains(body, "公示已结束") || strings.Contains(body, "许可") {
			t.Errorf("after the window: %d %s", res.StatusCode, body)
		}
	})
}

func TestTheListOfWhatIsPublicIsReadPageByPage(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		published(t, db, w)
		first := db.Raw.Client.PublicNotice.Query().OnlyX(testkit.System())
		const more = 44
		for i := range more {
			create := db.Raw.Client.PublicNotice.Create().SetFormID(first.FormID).SetSubmissionID(first.SubmissionID).SetSlug(fmt.Sprint("more-", i)).
				SetFromDay(db.Today().AddDate(0, 0, -i/3)).SetToDay(*first.ToDay)
			if err := org.Place(create.Mutation(), w.East.Department); err != nil {
				t.Fatal(err)
			}
			create.ExecX(testkit.System())
		}
		server := serve(t, db)
		anybody := newClient(t, server)
		link, next := regexp.MustCompile(`href="/public/([^"?]+)\?lang=en"`), regexp.MustCompile(`rel="next" href="([^"]+)"`)
		seen, pages := map[string]int{}, 0
		for path := "/public/?lang=en&q=" + url.QueryEscape(w.East.Department.Name); path != ""; pages++ {
			res := testkit.Must(anybody.http.Get(server.URL + path))(t)
			body := string(testkit.Must(io.ReadAll(res.Body))(t))
			if err := res.Body.Close(); err != nil || res.StatusCode != http.StatusOK || !strings.Contains(body, `value="`+w.East.Department.Name+`"`) {
				t.Fatalf("page %d: %d %v %s", pages, res.StatusCode, err, body)
			}
			for _, found := range link.FindAllStringSubmatch(body, -1) {
				seen[found[1]]++
			}
			path = ""
			if found := next.FindStringSubmatch(body); found != nil {
				path = html.UnescapeString(found[1])
			}
		}
		if pages != 3 || len(seen) != more+1 {
			t.Errorf("%d notices on %d pages, want %d on 3", len(seen), pages, more+1)
		}
		for slug, n := range seen {
			if n != 1 {
				t.Errorf("%s is listed %d times", slug, n)
			}
		}
	})
}

func TestThePublicWritesBackWithinBounds(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		slug := published(t, db, w)
		server := serve(t, db)
		anybody := newClient(t, server)
		before := db.Raw.Client.PublicFeedback.Query().CountX(testkit.System())
		shown := "" // text that the browser finally shows
		post := func(site string, values url.Values) (int, string) {
			t.Helper()
			req := testkit.Must(http.NewRequest(http.MethodPost, server.URL+"/public/"+slug, strings.NewReader(values.Encode())))(t)
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			if site != "" {
				req.Header.Set("Sec-Fetch-Site", "cross-site")
				req.Header.Set("Origin", site)
			}
			res := testkit.Must(anybody.http.Do(req))(t)
			defer func() { _ = res.Body.Close() }()
			shown = res.Request.Method + " " + res.Request.URL.Path
			return res.StatusCode, string(testkit.Must(io.ReadAll(res.Body))(t))
		}
		kept := func() int { return db.Raw.Client.PublicFeedback.Query().CountX(testkit.System()) - before }
		if status, body := post("", url.Values{"text": {"情况不实"}, "contact": {"信箱"}}); status != http.StatusOK || !strings.Contains(body, "已收到您的反馈") || kept() != 1 {
			t.Errorf("answered %d %s", status, body)
		}
		if want := "GET /public/" + slug + "/thanks"; shown != want {
			t.Errorf("what is loaded again is %s, want %s", shown, want)
		}
		if status, body := post("", url.Values{"text": {""}, "contact": {"我的<信箱>"}}); status != http.StatusBadRequest || !strings.Contains(body, "请填写反馈内容") || !strings.Contains(body, "我的&lt;信箱&gt;") {
			t.Errorf("nothing written: %d %s", status, body)
		}
		if status, _ := post("https://evil.example", url.Values{"text": {"x"}}); status != http.StatusForbidden {
			t.Errorf("from another site: %d", status)
		}
		if status, _ := post("", url.Values{"text": {strings.Repeat("x", 100<<10)}}); status != http.StatusBadRequest {
			t.Errorf("too much: %d", status)
		}
		if status, _ := post("", url.Values{"text": {"spam"}, "website": {"http://spam.example"}}); status != http.StatusOK || kept() != 1 {
			t.Errorf("a program: %d, %d kept", status, kept())
		}
		last, said := 0, ""
		for range 15 {
			last, said = post("", url.Values{"text": {"再一次"}, "contact": {"我的<信箱>"}})
		}
		if last != http.StatusTooManyRequests || kept() > 10 {
			t.Errorf("many: %d, %d kept", last, kept())
		}
		if !strings.Contains(said, "提交过于频繁") || !strings.Contains(said, ">再一次</textarea>") || !strings.Contains(said, "我的&lt;信箱&gt;") {
			t.Errorf("what was written too often is not given back: %s", said)
		}
	})
}

func TestWhatIsWrittenAfterTheWindowIsGivenBack(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		slug := published(t, db, w)
		server := serve(t, db)
		anybody := newClient(t, server)
		db.Clock.Forward(9 * 24 * time.Hour)
		res := testkit.Must(anybody.http.PostForm(server.URL+"/public/"+slug, url.Values{"text": {"写了<很久>"}}))(t)
		defer func() { _ = res.Body.Close() }()
		body := string(testkit.Must(io.ReadAll(res.Body))(t))
		if res.StatusCode != http.StatusGone || !strings.Contains(body, "公示已结束") || !strings.Contains(body, ">写了&lt;很久&gt;</textarea>") {
			t.Errorf("answered %d %s", res.StatusCode, body)
		}
	})
}
