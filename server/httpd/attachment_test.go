package httpd_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sineng/graph/scalar"
	"sineng/server/attachment"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// attach sends a file to an owner, with the Sec-Fetch-Site header given or
// none.
func attach(t *testing.T, c *client, owner, name string, content io.Reader, site string) (int, map[string]any) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part := testkit.Must(form.CreateFormFile("file", name))(t)
	if _, err := io.Copy(part, content); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	req := testkit.Must(http.NewRequest(http.MethodPost, c.server+"/attachment?owner="+url.QueryEscape(owner), &body))(t)
	req.Header.Set("Content-Type", form.FormDataContentType())
	if site != "" {
		req.Header.Set("Origin", site)
		req.Header.Set("Sec-Fetch-Site", "cross-site")
	}
	res := testkit.Must(c.http.Do(req))(t)
	defer func() { _ = res.Body.Close() }()
	var out map[string]any
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, out
}

func refusedFor(out map[string]any) any {
	errs, _ := out["errors"].([]any)
	if len(errs) == 0 {
		return nil
	}
	return errs[0].(map[string]any)["extensions"].(map[string]any)["reason"]
}

func TestFilesAreAttachedAndDownloadedOverHTTP(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		server := serve(t, db, func(o *httpd.Options) {
			o.Files = attachment.New(db.Store, db.Files, o.Forms, attachment.Limits{FileBytes: 1 << 20, Files: 5})
		})
		head := signIn(t, db, server, "head", w.East.People[2])
		stranger := signIn(t, db, server, "stranger", w.West.People[2])
		owner := scalar.EncodeID(w.East.Risks[2].ID)
		text := strings.NewReader

		status, made := attach(t, head, owner, "../证据 1.txt", text("情况属实"), "")
		if status != http.StatusCreated || made["name"] != "证据 1.txt" {
			t.Fatalf("answered %d %v", status, made)
		}
		for name, c := range map[string]struct {
			who         *client
			owner, file string
			content     io.Reader
			site        string
			status      int
			reason      string
		}{
			"a program":              {head, owner, "a.pdf", text("MZ"), "", 400, "ATTACHMENT_TYPE"},
			"too much":               {head, owner, "a.txt", io.LimitReader(endless{}, 3<<20), "", 413, "FILE_TOO_LARGE"},
			"from another site":      {head, owner, "a.txt", text("x"), "https://evil.example", 403, "CROSS_ORIGIN"},
			"by a stranger":          {stranger, owner, "a.txt", text("x"), "", 404, "NOT_FOUND"},
			"by nobody":              {newClient(t, server), owner, "a.txt", text("x"), "", 401, "SIGNED_OUT"},
			"to nothing":             {head, "s1", "a.txt", text("x"), "", 404, "NOT_FOUND"},
			"to what takes no files": {head, scalar.EncodeID(w.East.Posts[2].ID), "a.txt", text("x"), "", 404, "NOT_FOUND"},
		} {
			if status, out := attach(t, c.who, c.owner, c.file, c.content, c.site); status != c.status || refusedFor(out) != c.reason {
				t.Errorf("%s: %d %v, want %d %s", name, status, out, c.status, c.reason)
			}
		}

		get := func(c *client, id string) (*http.Response, string) {
			res := testkit.Must(c.http.Get(c.server + "/attachment/" + id))(t)
			defer func() { _ = res.Body.Close() }()
			return res, string(testkit.Must(io.ReadAll(res.Body))(t))
		}
		id, _ := made["id"].(string)
		res, body := get(head, id)
		if res.StatusCode != http.StatusOK || body != "情况属实" {
			t.Errorf("downloaded %d %q", res.StatusCode, body)
		}
		for name, want := range map[string]string{
			"Content-Disposition":     `attachment; filename="file.txt"; filename*=UTF-8''%E8%AF%81%E6%8D%AE%201.txt`,
			"Content-Security-Policy": "sandbox; default-src 'none'",
			"X-Content-Type-Options":  "nosniff",
			"Content-Type":            "text/plain; charset=utf-8",
			"Cache-Control":           "private, no-store",
		} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
		for what, c := range map[string]*client{"a stranger": stranger, "nobody": newClient(t, server)} {
			if res, body := get(c, id); res.StatusCode != http.StatusNotFound && res.StatusCode != http.StatusUnauthorized || strings.Contains(body, "情况") {
				t.Errorf("%s is answered %d %q", what, res.StatusCode, body)
			}
		}
		for _, wrong := range []string{"s1", "x", "..%2f..%2fetc%2fpasswd"} {
			if res, _ := get(head, wrong); res.StatusCode != http.StatusNotFound {
				t.Errorf("%s is answered %d", wrong, res.StatusCode)
			}
		}
	})
}
