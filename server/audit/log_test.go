package audit_test

import (
	"archive/zip"
	"bytes"
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
	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// sign gives the entries their places and signs the log.
func sign(t testing.TB, db *testkit.DB) *audit.Checkpoint {
	t.Helper()
	testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
	return testkit.Must(db.Log.Checkpoint(context.Background()))(t)
}

// newest is the last entry of the log.
func newest(t testing.TB, db *testkit.DB, f audit.Filter) *audit.Record {
	t.Helper()
	testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
	return testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), f, store.Page{First: 1}))(t).Rows[0]
}

func TestAnEntrySaysWhoDidWhatOnWhoseAuthorityAndWhatChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u := w.East.City
		ctx := audit.WithOrigin(testkit.AsPerson(term.RolePrincipalLeader, w.East.Unit, w.East.People[0]),
			audit.Origin{Request: "R1", Address: "192.0.2.7", Operation: "renameUnit"})
		testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "东海市局", Kind: u.Kind}))(t)
		e := newest(t, db, audit.Filter{ObjectID: &u.ID})
		if e.Action != term.AuditActionUpdateUnit || e.Actor.Kind != audit.ActorAccount || e.Actor.Person != w.East.People[0].ID || e.Request != "R1" ||
			e.Operation != "renameUnit" || e.Object.ID != u.ID || e.Object.Type != "Unit" || e.Unit != u.ID {
			t.Errorf("the entry says %s", e.Body)
		}
		if a := e.Authority; a == nil || a.Right != authz.EditOrganisation || a.Role != term.RolePrincipalLeader || a.Unit != w.East.Unit.ID {
			t.Errorf("the authority is %+v", e.Authority)
		}
		if len(e.Details) != 1 || e.Details[0].Name != "address" || *e.Details[0].Text != "192.0.2.7" {
			t.Errorf("the details are %+v", e.Details)
		}
		if strings.Contains(e.Body, "东海") || strings.Contains(e.Body, "192.0.2.7") {
			t.Errorf("the body holds texts: %s", e.Body)
		}
		found := false
		for _, c := range e.Changes[0].Columns {
			if c.Name == "name" {
				found = c.Old != nil && *c.Old == "东市局" && c.New != nil && *c.New == "东海市局"
			}
		}
		if !found {
			t.Errorf("the change is %+v", e.Changes)
		}
	})
}

func TestFault40WithoutItsEntryNothingIsWritten(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u := w.East.City
		if _, err := db.Raw.Client.ExecContext(testkit.System(), "ALTER TABLE audit_inbox RENAME TO audit_inbox_away"); err != nil {
			t.Fatal(err)
		}
		_, err := db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "东海市局", Kind: u.Kind})
		if err == nil || !strings.Contains(err.Error(), "audit_inbox") {
			t.Errorf("without a log the write ended with %v", err)
		}
		if now := db.Client.Unit.GetX(testkit.System(), u.ID); now.Name != u.Name || now.Version != u.Version {
			t.Errorf("the unit is now %v", now)
		}
	})
}

func TestAChangeThatTellsNoEntryIsNotCommitted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		for what, write := range map[string]func(ctx context.Context, tx *ent.Tx) error{
			"an update": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Unit.UpdateOneID(w.East.Unit.ID).SetName("x").Exec(ctx)
			},
			"an update by a condition": func(ctx context.Context, tx *ent.Tx) error { return tx.Unit.Update().SetName("x").Exec(ctx) },
			"a deletion": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Duty.DeleteOne(tx.Duty.Query().FirstX(ctx)).Exec(ctx)
			},
			"a link": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Power.UpdateOneID(w.East.Powers[0].ID).AddExercisingPostIDs(w.East.Posts[1].ID).Exec(ctx)
			},
			"a link from its other end": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Post.UpdateOneID(w.East.Posts[1].ID).AddExercisedPowerIDs(w.East.Powers[0].ID).Exec(ctx)
			},
		} {
			if err := store.WithTx(ctx, db.Store, write); !errors.Is(err, store.ErrUnlogged) {
				t.Errorf("%s was answered %v", what, err)
			}
		}
		if err := db.Client.Unit.UpdateOneID(w.East.Unit.ID).SetName("x").Exec(ctx); !errors.Is(err, store.ErrUnlogged) {
			t.Errorf("outside a transaction an update was answered %v", err)
		}
		if r := verify(t, db, db.Log, db.LogDir); r.Total > 0 {
			t.Errorf("afterwards: %+v", r.Findings)
		}
	})
}

func TestEveryEntryIsProvenByTheCheckpointAlone(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	u := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "Z", Name: "零", Kind: term.UnitKindBureau}))(t)
	for range 300 {
		u = testkit.Must(db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: "Z", Name: "零", Kind: u.Kind}))(t)
	}
	c := sign(t, db)
	all := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{}, store.Page{First: 100}))(t)
	for _, e := range all.Rows {
		p := testkit.Must(db.Audit.Prove(context.Background(), e.Index()))(t)
		var proof tlog.RecordProof
		for _, h := range p.Hashes {
			proof = append(proof, testkit.Must(tlog.ParseHash(h))(t))
		}
		if err := tlog.CheckRecord(proof, c.Size, c.Root, e.Index(), tlog.RecordHash([]byte(e.Body))); err != nil {
			t.Fatalf("entry %d of %d: %v", e.Index(), c.Size, err)
		}
	}
	if all.Rows[0].Index() != c.Size-1 {
		t.Errorf("the newest of %d entries is %d", c.Size, all.Rows[0].Index())
	}
}

func TestTheLogIsForItsAuditors(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	sign(t, db)
	page := store.Page{First: 100}
	for _, role := range []term.Role{term.RolePrincipalLeader, term.RoleLeadingGroup, term.RoleInspector, term.RoleSystemAdmin, term.RoleSecurityAdmin} {
		if _, err := db.Audit.Entries(testkit.As(role, nil), audit.Filter{}, page); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s reading the log is answered %v", role, err)
		}
		if got, err := db.Audit.ByID(testkit.As(role, nil), []int64{audit.EntryID(0)}); err != nil || len(got) > 0 {
			t.Errorf("%s fetches an entry: %v, %v", role, got, err)
		}
	}
	east := testkit.As(term.RoleAuditor, w.East.Unit)
	got := testkit.Must(db.Audit.Entries(east, audit.Filter{}, page))(t)
	units := map[int64]bool{w.East.Unit.ID: true, w.East.City.ID: true, w.East.Department.ID: true}
	for _, e := range got.Rows {
		if !units[e.Unit] {
			t.Errorf("East's auditor sees an entry of unit %d", e.Unit)
		}
	}
	if n := testkit.Must(got.Count(east))(t); len(got.Rows) == 0 || n != len(got.Rows) {
		t.Errorf("East's auditor sees %d entries and is told of %d", len(got.Rows), n)
	}
	if _, err := db.Audit.StartVerification(east); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an auditor of one unit verifies all: %v", err)
	}
}

func TestTheArchiveVerifiesWithoutTheServerAndOnlyWhole(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	early := sign(t, db)
	testkit.NewProvince(t, db, "N", "北")
	var b bytes.Buffer
	if err := db.Log.Archive(testkit.As(term.RoleAuditor, nil), &b); err != nil {
		t.Fatal(err)
	}
	if err := db.Log.Archive(testkit.As(term.RoleSystemAdmin, nil), io.Discard); !fault.Is(err, fault.Forbidden) {
		t.Errorf("the system administrator archives the log: %v", err)
	}
	key := testkit.Must(note.NewVerifier(db.Log.Key().Public))(t)
	read := func(change func(name string, text []byte) []byte) (*audit.Report, error) {
		in := testkit.Must(zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len())))(t)
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, f := range in.File {
			r := testkit.Must(f.Open())(t)
			text := testkit.Must(io.ReadAll(r))(t)
			_, _ = testkit.Must(w.Create(f.Name))(t).Write(change(f.Name, text))
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		z := testkit.Must(zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len())))(t)
		r, _, err := audit.VerifyArchive(z, key, early)
		return r, err
	}
	same := func(_ string, text []byte) []byte { return text }
	if r, err := read(same); err != nil || r.Total > 0 || r.Entries <= early.Size {
		t.Errorf("as it is: %+v, %v", r, err)
	}
	for what, c := range map[string]struct {
		file   string
		change func([]byte) []byte
		want   string
	}{
		"an entry is changed":  {"entries.jsonl", func(b []byte) []byte { return bytes.Replace(b, []byte("REGISTER_POWER"), []byte("REVISE_POWER"), 1) }, "LOG_REWRITTEN"},
		"the end is cut off":   {"entries.jsonl", func(b []byte) []byte { return b[:bytes.LastIndexByte(b[:len(b)-1], '\n')+1] }, "LOG_CUT"},
		"the start is cut off": {"entries.jsonl", func(b []byte) []byte { return b[bytes.IndexByte(b, '\n')+1:] }, "LOG_CUT"},
		"an entry is added":    {"entries.jsonl", func(b []byte) []byte { return append(b, b[:bytes.IndexByte(b, '\n')+1]...) }, "ENTRY_ADDED"},
		"a text is changed":    {"texts.jsonl", func(b []byte) []byte { return bytes.Replace(b, []byte("东市局"), []byte("西市局"), 1) }, "TEXT_CHANGED"},
		"a text is taken away": {"texts.jsonl", func(b []byte) []byte { return b[bytes.IndexByte(b, '\n')+1:] }, "TEXT_MISSING"},
	} {
		r, err := read(func(name string, text []byte) []byte {
			if name == c.file {
				return c.change(text)
			}
			return text
		})
		if err != nil || !r.Has(c.want) {
			t.Errorf("%s: found %+v, %v; want %s", what, r, err, c.want)
		}
	}
	if _, err := read(func(name string, text []byte) []byte {
		if name == "checkpoint" {
			return bytes.Replace(text, []byte("\n"), []byte("x\n"), 1)
		}
		return text
	}); err == nil {
		t.Error("an archive with a forged checkpoint was taken")
	}
}

func TestAServerDoesNotContinueAnOlderLogUntilItsLossIsOnRecord(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		testkit.NewWorld(t, db)
		sign(t, db)
		testkit.NewProvince(t, db, "N", "北")
		lost := sign(t, db)
		// What an older backup lacks.
		client := db.Raw.Client
		size := lost.Size - 5
		client.AuditEntry.Delete().Where(func(s *entsql) { s.Where(gte("id", audit.EntryID(size))) }).ExecX(testkit.System())
		client.AuditText.Delete().Where(func(s *entsql) { s.Where(gte("id", audit.EntryID(size))) }).ExecX(testkit.System())
		client.AuditTouch.Delete().Where(func(s *entsql) { s.Where(gte("entry_id", audit.EntryID(size))) }).ExecX(testkit.System())
		client.AuditCheckpoint.Delete().Where(func(s *entsql) { s.Where(gte("size", lost.Size)) }).ExecX(testkit.System())
		if err := db.Log.Continues(ctx); !errors.Is(err, audit.ErrForked) {
			t.Fatalf("the log is said to continue: %v", err)
		}
		if _, err := db.Log.Checkpoint(ctx); !errors.Is(err, audit.ErrForked) {
			t.Fatalf("the log was signed: %v", err)
		}
		if n, err := db.Log.Accept(ctx, "恢复了昨日的备份"); err != nil || n != 1 {
			t.Fatalf("%d checkpoints are lost: %v", n, err)
		}
		if err := db.Log.Continues(ctx); err != nil {
			t.Errorf("after the loss is on record: %v", err)
		}
		r := verify(t, db, db.Log, db.LogDir)
		if len(r.Accepted) != 1 || r.Has("LOG_CUT") || r.Has("LOG_REWRITTEN") {
			t.Errorf("found %+v, accepted %+v", r.Findings, r.Accepted)
		}
		if _, err := db.Log.Accept(ctx, "again"); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("a second time: %v", err)
		}
	})
}

func TestADatabaseOlderThanItsLogGetsABaseline(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		db.Raw.Client.AuditInbox.Delete().ExecX(testkit.System()) // as a database is that had no log
		if r := verify(t, db, db.Log, db.LogDir); !r.Has("ROW_ADDED") {
			t.Errorf("without a log nothing is found")
		}
		for range 2 {
			if err := audit.Baseline(context.Background(), db.Store); err != nil {
				t.Fatal(err)
			}
		}
		sign(t, db)
		if r := verify(t, db, db.Log, db.LogDir); r.Total > 0 || r.Rows == 0 {
			t.Errorf("with the baseline: %+v", r.Findings)
		}
	})
}

func TestFault39AWitnessRefusesAForkedLog(t *testing.T) {
	db, other := testkit.SQLite(t), testkit.SQLite(t)
	testkit.NewWorld(t, db)
	first := sign(t, db)
	cosigner := testkit.Must(audit.NewCosigner(other.Store, t.TempDir(), []string{db.Log.Key().Public}))(t)
	add := func(old int64, proof tlog.TreeProof, text string) error {
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
	next := sign(t, db)
	// The owner of the key signs another history for the witness.
	fork := &audit.Checkpoint{Origin: next.Origin, Size: next.Size, Root: tlog.RecordHash([]byte("another history"))}
	private := strings.TrimSpace(string(testkit.Must(os.ReadFile(filepath.Join(db.LogDir, "log.key")))(t)))
	signer := testkit.Must(note.NewSigner(private))(t)
	forged := string(testkit.Must(note.Sign(&note.Note{Text: fork.Origin + "\n" + decimal(fork.Size) + "\n" + fork.RootHash() + "\n"}, signer))(t))
	if err := add(first.Size, tlog.TreeProof{fork.Root}, forged); !errors.Is(err, audit.ErrBadProof) {
		t.Errorf("a forked log was answered %v", err)
	}
	var seen audit.SeenError
	if err := add(0, nil, forged); !errors.As(err, &seen) || seen.Size != first.Size {
		t.Errorf("a log that begins anew was answered %v", err)
	}
	if err := add(first.Size, nil, strings.Replace(next.Note, "sineng/", "sineng/x", 1)); !errors.Is(err, audit.ErrUnknownLog) {
		t.Errorf("an unknown log was answered %v", err)
	}
	if err := add(first.Size, nil, strings.Replace(forged, fork.RootHash(), next.RootHash(), 1)); !errors.Is(err, audit.ErrBadSignature) {
		t.Errorf("a forged signature was answered %v", err)
	}
	for _, text := range []string{"", "old x\n\n", "old -1\n\n" + next.Note, "old 1\nnothash\n\n" + next.Note} {
		if _, err := cosigner.Add(context.Background(), text); !errors.Is(err, audit.ErrBadRequest) {
			t.Errorf("%q was answered %v", text, err)
		}
	}
}

func TestWitnessesAndWebhooksAreToldAndTriedAgain(t *testing.T) {
	db, other := testkit.SQLite(t), testkit.SQLite(t)
	testkit.NewWorld(t, db)
	cosigner := testkit.Must(audit.NewCosigner(other.Store, t.TempDir(), []string{db.Log.Key().Public}))(t)
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
			if err := json.Unmarshal(body, &got); err != nil || audit.WebhookSignature("geheim", body) != r.Header.Get(audit.SignatureHeader) {
				t.Errorf("the webhook got %s, %v, signed %s", body, err, r.Header.Get(audit.SignatureHeader))
			}
			hooked = append(hooked, got.Note)
			return
		}
		lines, err := cosigner.Add(r.Context(), string(body))
		if seen := (audit.SeenError{}); errors.As(err, &seen) {
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
	witness := testkit.Must(audit.ParseWitness("witness+"+server.URL, "", nil))(t)
	hook := testkit.Must(audit.ParseWitness(server.URL+"/hook", "geheim", nil))(t)
	l := testkit.Must(audit.Open(db.Store, audit.Options{Dir: db.LogDir, Witnesses: []audit.Witness{witness, hook}}))(t)
	tell := func() map[string]*ent.AuditWitness {
		testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
		l.Tell(context.Background(), testkit.Must(l.Checkpoint(context.Background()))(t))
		out := map[string]*ent.AuditWitness{}
		for _, w := range db.Client.AuditWitness.Query().AllX(testkit.System()) {
			out[w.Name] = w
		}
		return out
	}
	got := tell()
	if w := got[server.URL]; w == nil || w.Failure != "" || !strings.Contains(w.Note, "— sineng-witness/") {
		t.Errorf("the witness is %+v", w)
	}
	if w := got[server.URL+"/hook"]; w == nil || w.Failure == "" || w.Size != 0 {
		t.Errorf("the webhook that is down is %+v", w)
	}
	down = false
	testkit.NewProvince(t, db, "N", "北")
	// A row that was lost makes it start from nothing; the witness says where it is.
	db.Raw.Client.AuditWitness.Delete().Where(func(s *entsql) { s.Where(eq("name", server.URL)) }).ExecX(testkit.System())
	got = tell()
	if w := got[server.URL]; w == nil || w.Failure != "" || w.Size == 0 {
		t.Errorf("the witness is %+v", w)
	}
	if w := got[server.URL+"/hook"]; w == nil || w.Failure != "" || len(hooked) != 1 {
		t.Errorf("the webhook is %+v, told %v", w, hooked)
	}
	for _, bad := range []string{"", "ftp://x", "witness+mailto:a@b", "mailto:a@b", "http://x", "https://"} {
		if _, err := audit.ParseWitness(bad, "", nil); err == nil {
			t.Errorf("the witness %q was taken", bad)
		}
	}
}

// Conditions of the tests that take rows away past the program.
type entsql = sql.Selector

func gte(column string, v any) *sql.Predicate { return sql.GTE(column, v) }
func eq(column string, v any) *sql.Predicate  { return sql.EQ(column, v) }

func decimal(n int64) string { return strconv.FormatInt(n, 10) }
