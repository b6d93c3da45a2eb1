package httpd_test

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/server/testkit"
)

// importer returns a client that may import.
func importer(t *testing.T, db *testkit.DB) *client {
	t.Helper()
	server := serve(t, db)
	c := signIn(t, db, server, "admin", nil)
	admin := db.Client.Account.Query().Where(entaccount.LoginName("admin")).OnlyX(testkit.System())
	testkit.Must(db.Accounts.Grant(testkit.System(), admin.ID, term.RoleSystemAdmin, nil, db.Today(), nil, "试点"))(t)
	c.signIn("admin")
	return c
}

// planned uploads a file and returns its import once it is planned.
func planned(t *testing.T, c *client, name, content string) map[string]any {
	t.Helper()
	code, up := upload(t, c, name, strings.NewReader(content))
	if code != http.StatusCreated {
		t.Fatalf("%q was answered %d %v", name, code, up)
	}
	job := c.must("mutation($i:PlanImportInput!){planImport(input:$i){job{id}}}", vars{"i": vars{"uploadId": up["id"]}})["planImport"].(map[string]any)["job"].(map[string]any)["id"]
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		now := c.must("query($id:ID!){importJob(id:$id){id state fileName problemsUrl failure{reason}}}", vars{"id": job})["importJob"].(map[string]any)
		if now["state"] != "PLANNING" {
			return now
		}
	}
	t.Fatal("the file is still being read after 20 s")
	return nil
}

func get(t *testing.T, c *client, path string) (*http.Response, []byte) {
	t.Helper()
	res := testkit.Must(c.http.Get(c.server + path))(t)
	defer func() { _ = res.Body.Close() }()
	return res, testkit.Must(io.ReadAll(res.Body))(t)
}

func TestAnExportCarriesNeitherFormulasNorHeadersOfItsImport(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := importer(t, db)
		evil := []string{`=HYPERLINK("http://x.test","y")`, "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|'/C calc'!A0", "=1+1"}
		content := "编码,名称,上级编码\n"
		for i, cell := range evil {
			// Each row is bad for its unknown parent too, regardless of its
			// name.
			content += fmt.Sprintf("X%d,\"%s\",没有\n", i, strings.ReplaceAll(cell, `"`, `""`))
		}
		for _, name := range []string{"x\"; filename=\"evil.html.csv", "甲\u2028乙.csv", "a;b'c%0d%0aSet-Cookie: x=y.csv", "=1+1.csv"} {
			job := planned(t, c, name, content)
			url, _ := job["problemsUrl"].(string)
			if url == "" {
				t.Fatalf("%q has no list of problems: %v", name, job)
			}
			res, body := get(t, c, "/"+strings.TrimPrefix(url, "/"))
			kind, parameters, err := mime.ParseMediaType(res.Header.Get("Content-Disposition"))
			if err != nil || kind != "attachment" || !strings.HasSuffix(parameters["filename"], ".xlsx") || len(res.Header.Values("Content-Disposition")) != 1 {
				t.Errorf("%q is offered as %q, %v", name, res.Header.Get("Content-Disposition"), err)
			}
			if res.Header.Get("Set-Cookie") != "" || res.Header.Get("X-Content-Type-Options") != "nosniff" || strings.Contains(res.Header.Get("Content-Type"), "html") {
				t.Errorf("%q came with %v", name, res.Header)
			}
			book := testkit.Must(excelize.OpenReader(bytes.NewReader(body)))(t)
			cells := 0
			for _, page := range book.GetSheetList() {
				rows := testkit.Must(book.GetRows(page))(t)
				for r, row := range rows {
					for col := range row {
						at := testkit.Must(excelize.CoordinatesToCellName(col+1, r+1))(t)
						formula := testkit.Must(book.GetCellFormula(page, at))(t)
						of := testkit.Must(book.GetCellType(page, at))(t)
						if formula != "" || of != excelize.CellTypeInlineString && of != excelize.CellTypeSharedString && row[col] != "" {
							t.Errorf("%s holds %q of type %d, formula %q", at, row[col], of, formula)
						}
						cells++
					}
				}
			}
			if cells < len(evil) {
				t.Errorf("the workbook has %d cells", cells)
			}
		}
	})
}

func TestAnUploadIsNeverServed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := importer(t, db)
		const script = "<script>alert(1)</script>"
		for name, content := range map[string]string{
			"x.html": "<!doctype html>" + script, "x.svg": `<svg xmlns="http://www.w3.org/2000/svg">` + script + "</svg>",
			"x.xml": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`, "x.csv": script + ",名称\n1,2\n",
		} {
			code, up := upload(t, c, name, strings.NewReader(content))
			if code != http.StatusCreated {
				continue // refused at once
			}
			id := up["id"].(string)
			for _, path := range []string{"/uploads/" + id, "/uploads/" + name, "/imports/" + id, "/imports/" + id + "/" + name, "/imports/" + id + "/problems.xlsx", "/" + id, "/assets/" + name} {
				res, body := get(t, c, path)
				if res.StatusCode < 400 || strings.Contains(string(body), script) {
					t.Errorf("%s of %s is answered %s", path, name, res.Status)
				}
			}
			if job := planned(t, c, name, content); job["state"] != "FAILED" {
				if res, body := get(t, c, "/"+strings.TrimPrefix(fmt.Sprint(job["problemsUrl"]), "/")); strings.Contains(res.Header.Get("Content-Type"), "html") || strings.HasPrefix(string(body), "<") {
					t.Errorf("%s came back as %s", name, res.Header.Get("Content-Type"))
				}
			}
		}
	})
}

func TestAPathOfADownloadLeadsNowhereElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := importer(t, db)
		for _, path := range []string{"/imports/..%2f..%2fetc%2fpasswd/problems.xlsx", "/imports/%2e%2e/problems.xlsx", "/imports/1%00/problems.xlsx", "/imports/-1/problems.xlsx",
			"/imports/99999999999999999999/problems.xlsx", "/assets/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/audit/..%2farchive.zip", "/uploads/..%2fx"} {
			res, body := get(t, c, path)
			if res.StatusCode < 400 || strings.Contains(string(body), "root:") {
				t.Errorf("%s is answered %s %.100s", path, res.Status, body)
			}
		}
		// The archive of the log is for auditors of the whole system.
		if res, _ := get(t, c, "/audit/archive.zip"); res.StatusCode != http.StatusForbidden {
			t.Errorf("a system administrator gets the archive: %s", res.Status)
		}
	})
}
