package verify_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"sineng/ent/term"
	"sineng/server/audit/verify"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestTheArchiveVerifiesWithoutTheServerAndOnlyWhole(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	early := db.Sign(t)
	testkit.NewProvince(t, db, "N", "北")
	var b bytes.Buffer
	if err := db.Verification.WriteArchive(testkit.As(term.RoleAuditor, nil), &b); err != nil {
		t.Fatal(err)
	}
	if err := db.Verification.WriteArchive(testkit.As(term.RoleSystemAdmin, nil), io.Discard); !fault.Is(err, fault.Forbidden) {
		t.Errorf("the system administrator archives the log: %v", err)
	}
	key := testkit.Must(note.NewVerifier(db.Log.Key().Public))(t)
	read := func(change func(name string, text []byte) []byte) (*verify.Report, error) {
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
		r, _, err := verify.Archive(z, key, early)
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
