package httpd_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/ent/account"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/graph/scalar"
	"sineng/server/blob"
	"sineng/server/httpd"
	"sineng/server/job"
	"sineng/server/testkit"
)

func TestTheResultOfAJobIsForWhoAskedForIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		jobs := job.New(db.Store, testkit.Must(blob.Open(t.TempDir()))(t), nil)
		jobs.Handle(term.JobKindExportCampaign, func(ctx context.Context, run *job.Run) error {
			return run.Result(ctx, "表格\"\r\nX-Evil: 1.html", func(w io.Writer) error { _, err := io.WriteString(w, "<script>"); return err })
		})
		server := serve(t, db, func(o *httpd.Options) { o.Jobs = jobs })
		asker, other := signIn(t, db, server, "asker", nil), signIn(t, db, server, "other", nil)
		a := db.Client.Account.Query().Where(account.LoginName("asker")).OnlyX(testkit.System())
		ctx := viewer.NewContext(t.Context(), &viewer.Viewer{AccountID: a.ID})
		j := testkit.Must(job.Enqueue(ctx, db.Store, term.JobKindExportCampaign, 0, nil))(t)
		path := "/job/" + scalar.EncodeID(j.ID) + "/result"
		if res, _ := get(t, asker, path); res.StatusCode != http.StatusNotFound {
			t.Errorf("the result of a job that waits: %d", res.StatusCode)
		}
		jobs.Once(t.Context())
		res, body := get(t, asker, path)
		if res.StatusCode != http.StatusOK || string(body) != "<script>" {
			t.Errorf("the result is %d %q", res.StatusCode, body)
		}
		h := res.Header
		if h.Get("Content-Type") != "application/octet-stream" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Evil") != "" ||
			!strings.HasPrefix(h.Get("Content-Disposition"), "attachment") {
			t.Errorf("the head of the result is %v", h)
		}
		if res, _ := get(t, other, path); res.StatusCode != http.StatusNotFound {
			t.Errorf("somebody else's result: %d", res.StatusCode)
		}
		if res, _ := get(t, newClient(t, server), path); res.StatusCode != http.StatusUnauthorized {
			t.Errorf("a result for the signed-out: %d", res.StatusCode)
		}
		shown := asker.must("query($id:ID!){job(id:$id){state resultUrl resultSize objectId}}", vars{"id": scalar.EncodeID(j.ID)})["job"].(map[string]any)
		if shown["state"] != "DONE" || shown["resultUrl"] != path || shown["resultSize"] != 8.0 || shown["objectId"] != nil {
			t.Errorf("the API describes the job as %v", shown)
		}
	})
}

func TestTheProgressOfACampaignIsASheetOfNumbers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		c := campaignIn(db, w.East)
		db.Raw.Client.Campaign.UpdateOne(c).SetKinds([]term.FormKind{term.FormKindPersonal}).ExecX(testkit.System())
		server := serve(t, db)
		leader := signIn(t, db, server, "east", w.East.People[0])
		signIn(t, db, server, "west", w.West.People[0])
		a := db.Client.Account.Query().Where(account.LoginName("east")).OnlyX(testkit.System())
		testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleLeadingGroup, &w.East.Unit.ID, db.Today(), nil, "试点"))(t)
		leader.signIn("east")
		path := "/campaign/" + scalar.EncodeID(c.ID) + "/progress.xlsx"
		res, body := get(t, leader, path+"?unit="+scalar.EncodeID(w.East.City.ID))
		if res.StatusCode != http.StatusOK {
			t.Fatalf("the sheet is answered %d %s", res.StatusCode, body)
		}
		book := testkit.Must(excelize.OpenReader(bytes.NewReader(body)))(t)
		rows := testkit.Must(book.GetRows(book.GetSheetName(0)))(t)
		last := rows[len(rows)-1]
		if last[0] != "合计" || last[1] != "1" || rows[3][0] != "东许可科" {
			t.Errorf("the sheet says %q", rows)
		}
		if kind := testkit.Must(book.GetCellType(book.GetSheetName(0), "B4"))(t); kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
			t.Error("a number is written as a text")
		}
		if res, _ := get(t, newClient(t, server), path); res.StatusCode != http.StatusUnauthorized {
			t.Errorf("the sheet for the signed-out: %d", res.StatusCode)
		}
	})
}
