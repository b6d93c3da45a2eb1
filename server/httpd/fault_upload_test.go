package httpd_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/exchange/sheet"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// upload sends a file in chunks, without announcing its length.
func upload(t *testing.T, c *client, name string, content io.Reader) (int, map[string]any) {
	t.Helper()
	return uploadTo(t, c, "/uploads", name, content)
}

// uploadTo is upload to an address of one's own.
func uploadTo(t *testing.T, c *client, address, name string, content io.Reader) (int, map[string]any) {
	t.Helper()
	reader, writer := io.Pipe()
	form := multipart.NewWriter(writer)
	go func() {
		part, err := form.CreateFormFile("file", name)
		if err == nil {
			_, err = io.Copy(part, content)
		}
		if err == nil {
			err = form.Close()
		}
		_ = writer.CloseWithError(err)
	}()
	req := testkit.Must(http.NewRequest(http.MethodPost, c.server+address, reader))(t)
	req.Header.Set("Content-Type", form.FormDataContentType())
	res, err := c.http.Do(req)
	_ = reader.Close()
	if err != nil {
		// The server closed the connection during sending.
		return http.StatusRequestEntityTooLarge, nil
	}
	defer func() { _ = res.Body.Close() }()
	var out map[string]any
	if err := json.NewDecoder(res.Body).Decode(&out); err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, out
}

func TestFault21UploadBombPathAndChunks(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		folder := t.TempDir()
		limits := sheet.DefaultLimits()
		limits.FileBytes, limits.UnzippedBytes = 2<<20, 20<<20
		server := serve(t, db, func(o *httpd.Options) {
			o.Imports = apptest.New(t, db, func(a *app.Options) { a.Sheets, a.Uploads = limits, folder }).Imports
		})
		c := signIn(t, db, server, "admin", nil)
		admin := db.Client.Account.Query().Where(entaccount.LoginName("admin")).OnlyX(testkit.System())
		testkit.Must(db.Accounts.Grant(testkit.System(), admin.ID, term.RoleSystemAdmin, nil, db.Today(), nil, "试点"))(t)
		c.signIn("admin")
		kept := func() (names []string) {
			_ = filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					names = append(names, path)
				}
				return nil
			})
			return names
		}

		// Chunks without an announced length are counted as they arrive.
		if status, _ := upload(t, c, "a.csv", io.LimitReader(endless{}, 50<<20)); status != http.StatusRequestEntityTooLarge {
			t.Errorf("50 MB in chunks were answered %d", status)
		}
		if names := kept(); len(names) > 0 {
			t.Errorf("%v were kept", names)
		}

		// A path in a file name has no effect.
		for _, name := range []string{"../../../etc/cron.d/x.csv", `..\..\windows\x.csv`, "/etc/passwd", "x.csv\x00.xlsx", "..", strings.Repeat("x", 5000) + ".csv"} {
			status, out := upload(t, c, name, strings.NewReader("编码,名称\n1,甲\n"))
			shown, _ := out["fileName"].(string)
			if status != http.StatusCreated && status != http.StatusBadRequest || strings.ContainsAny(shown, "/\\\x00") || len(shown) > 500 {
				t.Errorf("%.40q was answered %d, shown as %.100q", name, status, shown)
			}
		}
		for _, path := range kept() {
			if filepath.Base(path) == "x.csv" || strings.Contains(filepath.Base(path), "passwd") {
				t.Errorf("a file is called as it was sent: %s", path)
			}
		}

		// A small file that decompresses to a huge one only fails its own
		// import. It replaces the oldest of the files above.
		status, out := uploadTo(t, c, "/uploads?replace=oldest", "bomb.xlsx", bytes.NewReader(bomb(t, 100<<20)))
		if status != http.StatusCreated {
			t.Fatalf("the bomb was answered %d %v", status, out)
		}
		start := time.Now()
		job := c.must("mutation($i:PlanImportInput!){planImport(input:$i){job{id}}}", vars{"i": vars{"uploadId": out["id"]}})["planImport"].(map[string]any)["job"].(map[string]any)["id"]
		for {
			now := c.must("query($id:ID!){importJob(id:$id){state failure{reason}}}", vars{"id": job})["importJob"].(map[string]any)
			if now["state"] != "PLANNING" {
				if failure, _ := now["failure"].(map[string]any); now["state"] != "FAILED" || failure["reason"] != sheet.ReasonBomb {
					t.Errorf("the bomb ended as %v", now)
				}
				break
			}
			if time.Since(start) > 20*time.Second {
				t.Fatal("the bomb is still being read after 20 s")
			}
		}
		t.Logf("the bomb was refused after %s", time.Since(start).Round(time.Millisecond))
	})
}

// endless is an endless text.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// bomb returns a workbook whose only sheet decompresses to so many bytes.
func bomb(t *testing.T, unpacked int64) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	write := func(name, text string) {
		_, _ = io.WriteString(testkit.Must(z.Create(name))(t), text)
	}
	write("[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)
	write("_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	write("xl/workbook.xml", `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	write("xl/_rels/workbook.xml.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)
	sheet1 := testkit.Must(z.Create("xl/worksheets/sheet1.xml"))(t)
	_, _ = io.WriteString(sheet1, `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	_, _ = io.Copy(sheet1, io.LimitReader(endless{}, unpacked))
	_, _ = io.WriteString(sheet1, `</sheetData></worksheet>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
