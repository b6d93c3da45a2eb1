package tlog_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	cosignature "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

// otherLog is a log elsewhere, signed by keys of its own.
type otherLog struct {
	t      *testing.T
	hashes []sumdb.Hash
	size   int64
	keys   []note.Signer
	public []string
}

func newOtherLog(t *testing.T, origin string, keys int) *otherLog {
	l := &otherLog{t: t}
	for range keys {
		private, public, err := note.GenerateKey(rand.Reader, origin)
		if err != nil {
			t.Fatal(err)
		}
		l.keys, l.public = append(l.keys, testkit.Must(note.NewSigner(private))(t)), append(l.public, public)
	}
	return l
}

func (l *otherLog) read(indexes []int64) (out []sumdb.Hash, _ error) {
	for _, i := range indexes {
		out = append(out, l.hashes[i])
	}
	return out, nil
}

// grow appends entries.
func (l *otherLog) grow(texts ...string) *otherLog {
	for _, text := range texts {
		more := testkit.Must(sumdb.StoredHashes(l.size, []byte(text), sumdb.HashReaderFunc(l.read)))(l.t)
		l.hashes, l.size = append(l.hashes, more...), l.size+1
	}
	return l
}

// checkpoint signs the log with a key, extension lines added.
func (l *otherLog) checkpoint(key int, extensions ...string) string {
	root := testkit.Must(sumdb.TreeHash(l.size, sumdb.HashReaderFunc(l.read)))(l.t)
	body := l.keys[key].Name() + "\n" + decimal(l.size) + "\n" + root.String() + "\n"
	for _, line := range extensions {
		body += line + "\n"
	}
	return string(testkit.Must(note.Sign(&note.Note{Text: body}, l.keys[key]))(l.t))
}

func (l *otherLog) prove(old int64) sumdb.TreeProof {
	return testkit.Must(sumdb.ProveTree(l.size, old, sumdb.HashReaderFunc(l.read)))(l.t)
}

// request is the body of add-checkpoint.
func request(old int64, proof sumdb.TreeProof, text string) string {
	out := "old " + strconv.FormatInt(old, 10) + "\n"
	for _, h := range proof {
		out += h.String() + "\n"
	}
	return out + "\n" + text
}

func witnessOf(t *testing.T, keys ...string) (*testkit.DB, *tlog.Cosigner) {
	db := testkit.SQLite(t)
	return db, testkit.Must(tlog.NewCosigner(db.Store, t.TempDir(), keys, audit.WitnessRecord(db.Store)))(t)
}

// verifies checks that the lines are a cosignature on the whole text of a checkpoint.
func verifies(t *testing.T, c *tlog.Cosigner, text, lines string) {
	t.Helper()
	v := testkit.Must(cosignature.NewVerifierForCosignatureV1(c.Public))(t)
	if n, err := note.Open([]byte(text+lines), note.VerifierList(v)); err != nil || len(n.Sigs) != 1 {
		t.Errorf("the cosignature does not verify: %v", err)
	}
}

func TestALogThatBeginsEmptyIsWitnessedAsItGrows(t *testing.T) {
	l := newOtherLog(t, "log.example/empty", 1)
	_, c := witnessOf(t, l.public...)
	for range 2 {
		text := l.checkpoint(0)
		verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(0, nil, text)))(t))
	}
	l.grow("a", "b", "c")
	text := l.checkpoint(0)
	if _, err := c.Add(context.Background(), request(0, sumdb.TreeProof{{1}}, text)); !errors.Is(err, tlog.ErrBadProof) {
		t.Errorf("a proof from the empty log, which must be empty, was answered %v", err)
	}
	verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(0, nil, text)))(t))
	old := l.size
	l.grow("d", "e")
	text = l.checkpoint(0)
	verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(old, l.prove(old), text)))(t))
	if _, err := c.Add(context.Background(), request(l.size, sumdb.TreeProof{{1}}, text)); !errors.Is(err, tlog.ErrBadProof) {
		t.Errorf("a proof from a size to itself, which must be empty, was answered %v", err)
	}
}

func TestACheckpointIsCosignedOverItsWholeText(t *testing.T) {
	l := newOtherLog(t, "log.example/extended", 1).grow("a")
	_, c := witnessOf(t, l.public...)
	text := l.checkpoint(0, "an extension", "another=1")
	verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(0, nil, text)))(t))
	l.grow("b")
	text = l.checkpoint(0, "a third")
	verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(1, l.prove(1), text)))(t))
}

func TestEveryKeyOfALogCounts(t *testing.T) {
	l := newOtherLog(t, "log.example/keys", 3).grow("a")
	db, c := witnessOf(t, l.public[0], l.public[1])
	first, second := l.checkpoint(0), l.checkpoint(1)
	for _, text := range []string{first, second} {
		old := int64(0)
		if text == second {
			old = 1
		}
		verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(old, nil, text)))(t))
	}
	if _, err := c.Add(context.Background(), request(1, nil, l.checkpoint(2))); !errors.Is(err, tlog.ErrBadSignature) {
		t.Errorf("a key that is not trusted was answered %v", err)
	}
	// A wrong signature of one key takes nothing from the good one of another.
	body, line, _ := strings.Cut(first, "\n\n")
	wrong := strings.Replace(line, line[len(line)-6:len(line)-3], "AAA", 1)
	both := body + "\n\n" + wrong + second[len(body)+2:]
	testkit.Must(c.Add(context.Background(), request(1, nil, both)))(t)
	// The first key is retired.
	again := testkit.Must(tlog.NewCosigner(db.Store, t.TempDir(), []string{l.public[1]}, audit.WitnessRecord(db.Store)))(t)
	l.grow("b")
	testkit.Must(again.Add(context.Background(), request(1, l.prove(1), l.checkpoint(1))))(t)
}

// A reader of notes refuses more than a hundred signatures; those of unknown keys are ignored.
func TestSignaturesOfOthersAreIgnoredHoweverMany(t *testing.T) {
	l := newOtherLog(t, "log.example/many", 1).grow("a")
	_, c := witnessOf(t, l.public...)
	text := l.checkpoint(0)
	body, own, _ := strings.Cut(text, "\n\n")
	others := newOtherLog(t, "others.example", 120)
	for _, k := range others.keys {
		signed := string(testkit.Must(note.Sign(&note.Note{Text: body + "\n"}, k))(t))
		body2, line, _ := strings.Cut(signed, "\n\n")
		if body2 != body {
			t.Fatal("the body changed")
		}
		own = line + own
	}
	verifies(t, c, text, testkit.Must(c.Add(context.Background(), request(0, nil, body+"\n\n"+own)))(t))
}

func TestAnotherRootOfTheSameSizeIsKeptAsEvidence(t *testing.T) {
	l := newOtherLog(t, "log.example/forked", 1).grow("a", "b")
	fork := &otherLog{t: t, keys: l.keys, public: l.public}
	fork.grow("a", "x")
	db, c := witnessOf(t, l.public...)
	ctx := context.Background()
	testkit.Must(c.Add(ctx, request(0, nil, l.checkpoint(0))))(t)
	for range 2 {
		if _, err := c.Add(ctx, request(2, nil, fork.checkpoint(0))); !errors.Is(err, tlog.ErrOtherRoot) {
			t.Fatalf("another root of the same size was answered %v", err)
		}
	}
	kept := db.Client.WitnessedFork.Query().OnlyX(testkit.System())
	for text, of := range map[string]*otherLog{kept.Refused: fork, kept.Witnessed: l} {
		got, err := tlog.OpenCheckpoint(text, testkit.Must(note.NewVerifier(l.public[0]))(t))
		if err != nil || got.Size != 2 || got.Root != testkit.Must(sumdb.TreeHash(2, sumdb.HashReaderFunc(of.read)))(t) {
			t.Errorf("the evidence is %q: %v", text, err)
		}
	}
	db.Sequence(t)
	entries := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{Actions: []term.AuditAction{term.AuditActionWitnessFork}}, store.Page{First: 10}))(t)
	if len(entries.Rows) != 1 || entries.Rows[0].Object.ID != kept.ID {
		t.Errorf("the log tells of the fork: %v", entries.Rows)
	}
	// The log that was witnessed goes on.
	l.grow("c")
	testkit.Must(c.Add(ctx, request(2, l.prove(2), l.checkpoint(0))))(t)
	// An empty log has one root.
	empty := newOtherLog(t, "log.example/empty", 1)
	_, c = witnessOf(t, empty.public...)
	wrong := string(testkit.Must(note.Sign(&note.Note{Text: "log.example/empty\n0\n" + sumdb.RecordHash([]byte("x")).String() + "\n"}, empty.keys[0]))(t))
	if _, err := c.Add(ctx, request(0, nil, wrong)); !errors.Is(err, tlog.ErrOtherRoot) {
		t.Errorf("an empty log with another root was answered %v", err)
	}
}

func TestSizesAreWrittenInOneWay(t *testing.T) {
	l := newOtherLog(t, "log.example/sizes", 1).grow("a")
	_, c := witnessOf(t, l.public...)
	for _, old := range []string{"+0", "00", "-0", " 0", "0 ", ""} {
		if _, err := c.Add(context.Background(), "old "+old+"\n\n"+l.checkpoint(0)); !errors.Is(err, tlog.ErrBadRequest) {
			t.Errorf("the old size %q was answered %v", old, err)
		}
	}
	for _, size := range []string{"01", "9223372036854775808", "18446744073709551615"} {
		signed := string(testkit.Must(note.Sign(&note.Note{Text: "log.example/sizes\n" + size + "\n" + sumdb.RecordHash(nil).String() + "\n"}, l.keys[0]))(t))
		if _, err := c.Add(context.Background(), request(0, nil, signed)); !errors.Is(err, tlog.ErrBadRequest) {
			t.Errorf("the size %q was answered %v", size, err)
		}
	}
}

// More signatures than a reader of notes takes are refused, and so is what is no signature.
func TestALogKeepsWhatAReaderOfNotesTakes(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	checkpoint := db.Sign(t)
	line := checkpoint.Note[strings.Index(checkpoint.Note, "\n\n")+2:]
	answer := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, answer) }))
	defer server.Close()
	witness := testkit.Must(tlog.ParseWitness("witness+"+server.URL, "", nil))(t)
	l := testkit.Must(tlog.Open(db.Store, tlog.Options{Dir: db.LogDir, Witnesses: []tlog.Witness{witness}}))(t)
	for text, taken := range map[string]bool{strings.Repeat(line, 100): false, strings.Repeat(line, 17): false, "<html>\n": false, "": false,
		strings.TrimSuffix(line, "\n"): false, strings.Repeat(line, 16): true, line: true} {
		answer = text
		l.Tell(context.Background(), checkpoint)
		kept := db.Client.AuditWitness.Query().OnlyX(testkit.System())
		if taken != (kept.Failure == "") || taken && kept.Note != checkpoint.Note+text {
			t.Errorf("%d bytes were answered: %q", len(text), kept.Failure)
		}
		db.Raw.Client.AuditWitness.Delete().ExecX(testkit.System())
	}
}
