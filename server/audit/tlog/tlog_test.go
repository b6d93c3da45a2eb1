package tlog_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestEveryEntryIsProvenByTheCheckpointAlone(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	u := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "Z", Name: "零", Kind: term.UnitKindBureau}))(t)
	for range 300 {
		u = testkit.Must(db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: "Z", Name: "零", Kind: u.Kind}))(t)
	}
	c := db.Sign(t)
	all := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{}, store.Page{First: 100}))(t)
	for _, e := range all.Rows {
		p := testkit.Must(db.Audit.Prove(context.Background(), e.Index()))(t)
		var proof sumdb.RecordProof
		for _, h := range p.Hashes {
			proof = append(proof, testkit.Must(sumdb.ParseHash(h))(t))
		}
		if err := sumdb.CheckRecord(proof, c.Size, c.Root, e.Index(), sumdb.RecordHash([]byte(e.Body))); err != nil {
			t.Fatalf("entry %d of %d: %v", e.Index(), c.Size, err)
		}
	}
	if all.Rows[0].Index() != c.Size-1 {
		t.Errorf("the newest of %d entries is %d", c.Size, all.Rows[0].Index())
	}
}

func TestFault39AWitnessRefusesAForkedLog(t *testing.T) {
	db, other := testkit.SQLite(t), testkit.SQLite(t)
	testkit.NewWorld(t, db)
	first := db.Sign(t)
	cosigner := testkit.Must(tlog.NewCosigner(other.Store, t.TempDir(), []string{db.Log.Key().Public}, audit.WitnessRecord(other.Store)))(t)
	add := func(old int64, proof sumdb.TreeProof, text string) error {
		var b strings.Builder
		b.WriteString("old " + decimal(old) + "\n")
		for _, h := range proof {
			b.WriteString(h.String() + "\n")
		}
		lines, err := cosigner.Add(context.Background(), b.String()+"\n"+text)
		if err == nil && !strings.HasPrefix(lines, "— sineng-witness/") {
			t.Errorf("the witness signs %q", lines)
		}
		return err
	}
	if err := add(0, nil, first.Note); err != nil {
		t.Fatal(err)
	}
	if err := add(first.Size, nil, first.Note); err != nil {
		t.Errorf("the same again: %v", err)
	}
	testkit.NewProvince(t, db, "N", "北")
	next := db.Sign(t)
	// The owner of the key signs a different history for the witness.
	fork := &tlog.Checkpoint{Origin: next.Origin, Size: next.Size, Root: sumdb.RecordHash([]byte("another history"))}
	private := strings.TrimSpace(string(testkit.Must(os.ReadFile(filepath.Join(db.LogDir, "log.key")))(t)))
	signer := testkit.Must(note.NewSigner(private))(t)
	forged := string(testkit.Must(note.Sign(&note.Note{Text: fork.Origin + "\n" + decimal(fork.Size) + "\n" + fork.RootHash() + "\n"}, signer))(t))
	if err := add(first.Size, sumdb.TreeProof{fork.Root}, forged); !errors.Is(err, tlog.ErrBadProof) {
		t.Errorf("a forked log was answered %v", err)
	}
	var seen tlog.SeenError
	if err := add(0, nil, forged); !errors.As(err, &seen) || seen.Size != first.Size {
		t.Errorf("a log that begins again was answered %v", err)
	}
	if err := add(first.Size, nil, strings.Replace(next.Note, "sineng/", "sineng/x", 1)); !errors.Is(err, tlog.ErrUnknownLog) {
		t.Errorf("an unknown log was answered %v", err)
	}
	if err := add(first.Size, nil, strings.Replace(forged, fork.RootHash(), next.RootHash(), 1)); !errors.Is(err, tlog.ErrBadSignature) {
		t.Errorf("a forged signature was answered %v", err)
	}
	for _, text := range []string{"", "old x\n\n", "old -1\n\n" + next.Note, "old 1\nnothash\n\n" + next.Note} {
		if _, err := cosigner.Add(context.Background(), text); !errors.Is(err, tlog.ErrBadRequest) {
			t.Errorf("%q was answered %v", text, err)
		}
	}
}

func TestWitnessesAndWebhooksAreToldAndTriedAgain(t *testing.T) {
	db, other := testkit.SQLite(t), testkit.SQLite(t)
	testkit.NewWorld(t, db)
	cosigner := testkit.Must(tlog.NewCosigner(other.Store, t.TempDir(), []string{db.Log.Key().Public}, audit.WitnessRecord(other.Store)))(t)
	var hooked []string
	down := true
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := testkit.Must(io.ReadAll(r.Body))(t)
		if r.URL.Path == "/hook" {
			if down {
				w.WriteHeader(http.StatusBadGateway)
				return
			}
			var got struct{ Note string }
			if err := json.Unmarshal(body, &got); err != nil || tlog.WebhookSignature("geheim", body) != r.Header.Get(tlog.SignatureHeader) {
				t.Errorf("the webhook got %s, %v, signed %s", body, err, r.Header.Get(tlog.SignatureHeader))
			}
			hooked = append(hooked, got.Note)
			return
		}
		lines, err := cosigner.Add(r.Context(), string(body))
		if seen := (tlog.SeenError{}); errors.As(err, &seen) {
			w.WriteHeader(http.StatusConflict)
			_, _ = io.WriteString(w, decimal(seen.Size)+"\n")
			return
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		_, _ = io.WriteString(w, lines)
	}))
	defer server.Close()
	witness := testkit.Must(tlog.ParseWitness("witness+"+server.URL, "", nil))(t)
	hook := testkit.Must(tlog.ParseWitness(server.URL+"/hook", "geheim", nil))(t)
	l := testkit.Must(tlog.Open(db.Store, tlog.Options{Dir: db.LogDir, Witnesses: []tlog.Witness{witness, hook}}))(t)
	notify := func() map[string]*ent.AuditWitness {
		db.Sequence(t)
		l.Tell(context.Background(), testkit.Must(l.Checkpoint(context.Background()))(t))
		out := map[string]*ent.AuditWitness{}
		for _, w := range db.Client.AuditWitness.Query().AllX(testkit.System()) {
			out[w.Name] = w
		}
		return out
	}
	got := notify()
	if w := got[server.URL]; w == nil || w.Failure != "" || !strings.Contains(w.Note, "— sineng-witness/") {
		t.Errorf("the witness is %+v", w)
	}
	if w := got[server.URL+"/hook"]; w == nil || w.Failure == "" || w.Size != 0 {
		t.Errorf("the webhook that is down is %+v", w)
	}
	down = false
	testkit.NewProvince(t, db, "N", "北")
	// A lost row makes the next notification start from size 0; the witness answers with the
	// size it has seen.
	db.Raw.Client.AuditWitness.Delete().Where(func(s *sql.Selector) { s.Where(sql.EQ("name", server.URL)) }).ExecX(testkit.System())
	got = notify()
	if w := got[server.URL]; w == nil || w.Failure != "" || w.Size == 0 {
		t.Errorf("the witness is %+v", w)
	}
	if w := got[server.URL+"/hook"]; w == nil || w.Failure != "" || len(hooked) != 1 {
		t.Errorf("the webhook is %+v, called with %v", w, hooked)
	}
	for _, bad := range []string{"", "ftp://x", "witness+mailto:a@b", "mailto:a@b", "http://x", "https://"} {
		if _, err := tlog.ParseWitness(bad, "", nil); err == nil {
			t.Errorf("the witness %q was accepted", bad)
		}
	}
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }
