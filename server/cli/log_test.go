package cli

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sineng/server/testkit"
)

// command runs a command line and returns its output and exit code.
func command(t *testing.T, args ...string) (string, int) {
	t.Helper()
	var out bytes.Buffer
	code := Main(context.Background(), args, &out, &out)
	return out.String(), code
}

func TestALogIsArchivedAndVerifiedWithAndWithoutItsDatabase(t *testing.T) {
	dir := t.TempDir()
	database, archive := "--database=sqlite:"+filepath.Join(dir, "x.db"), filepath.Join(dir, "log.zip")
	first := filepath.Join(dir, "first")
	if err := os.WriteFile(first, []byte("a-long-password-1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SINENG_KEYS", filepath.Join(dir, "keys"))
	must := func(args ...string) string {
		t.Helper()
		out, code := command(t, args...)
		if code != 0 {
			t.Fatalf("%v: %s", args, out)
		}
		return out
	}
	must("migrate", database)
	key := strings.TrimSpace(must("log", "key", database))
	out := must("log", "archive", archive, database)
	if !strings.Contains(out, key) {
		t.Errorf("archive says %s", out)
	}
	if out := must("verify", database); !strings.Contains(out, "agree") {
		t.Errorf("verify says %s", out)
	}
	checkpoint := filepath.Join(dir, "x.db.log", "checkpoint")
	if out := must("verify", "--archive", archive, "--checkpoint", checkpoint, "--key", key); !strings.Contains(out, "agree") {
		t.Errorf("verify --archive says %s", out)
	}
	for what, args := range map[string][]string{
		"without a key":          {"verify", "--archive", archive},
		"with another's key":     {"verify", "--archive", archive, "--key", strings.Replace(key, "sineng/", "sineng/x", 1)},
		"of what is no archive":  {"verify", "--archive", checkpoint, "--key", key},
		"of what is not there":   {"verify", "--checkpoint", filepath.Join(dir, "none"), "--key", key},
		"an archive over a file": {"log", "archive", archive, database},
		"a loss that is none":    {"log", "accept", "--reason", "x", database},
	} {
		if out, code := command(t, args...); code == 0 {
			t.Errorf("%s went well: %s", what, out)
		}
	}
	text := testkit.Must(os.ReadFile(checkpoint))(t)
	if err := os.WriteFile(checkpoint, bytes.Replace(text, []byte("\n1\n"), []byte("\n9\n"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, code := command(t, "verify", database); code == 0 || !strings.Contains(out, "CHECKPOINT_FORGED") {
		t.Errorf("with a forged checkpoint verify says %s", out)
	}
}

func TestForksOfOtherLogsArePrinted(t *testing.T) {
	dir := t.TempDir()
	database := "--database=sqlite:" + filepath.Join(dir, "x.db")
	t.Setenv("SINENG_KEYS", filepath.Join(dir, "keys"))
	if out, code := command(t, "log", "forks", database); code != 0 || !strings.Contains(out, "No fork") {
		t.Fatalf("without a fork: %d, %s", code, out)
	}
	db := testkit.Must(sql.Open("sqlite", filepath.Join(dir, "x.db")))(t)
	defer func() { _ = db.Close() }()
	testkit.Must(db.Exec("INSERT INTO witnessed_forks (origin, size, refused, witnessed, at) VALUES ('log.example/forked', 7, 'the refused one', 'the one seen', '2026-03-02 01:00:00')"))(t)
	out, code := command(t, "log", "forks", database)
	for _, want := range []string{"log.example/forked, 7 entries", "the refused one", "the one seen"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("%q is missing: %d, %s", want, code, out)
		}
	}
}
