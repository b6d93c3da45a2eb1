package blob

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"sineng/server/fault"
)

func open(t *testing.T) (*Store, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "files")
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

func put(t *testing.T, s *Store, text string) string {
	t.Helper()
	hash, size, err := s.Put(strings.NewReader(text), 1<<20)
	if err != nil || size != int64(len(text)) {
		t.Fatalf("keeping %q: %d bytes, %v", text, size, err)
	}
	return hash
}

func waiting(t *testing.T, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, incoming))
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestAFileIsKeptUnderItsHash(t *testing.T) {
	s, dir := open(t)
	hash := put(t, s, "佐证")
	if want := sha256.Sum256([]byte("佐证")); hash != hex.EncodeToString(want[:]) {
		t.Errorf("hash %s", hash)
	}
	if _, err := os.Stat(filepath.Join(dir, hash[:2], hash[2:4], hash)); err != nil {
		t.Error(err)
	}
	f, size, err := s.Open(hash)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil || string(got) != "佐证" || size != 6 {
		t.Errorf("read %q, %d bytes, %v", got, size, err)
	}
	if again := put(t, s, "佐证"); again != hash || waiting(t, dir) != 0 {
		t.Errorf("the same content twice: %s, %d files left behind", again, waiting(t, dir))
	}
	if err := s.Check(hash); err != nil {
		t.Error(err)
	}
}

func TestAChangedOrMissingFileIsFoundAndMendedByTheSameContent(t *testing.T) {
	s, dir := open(t)
	hash := put(t, s, "original")
	path := filepath.Join(dir, hash[:2], hash[2:4], hash)
	if err := os.WriteFile(path, []byte("changed!"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Check(hash); !errors.Is(err, ErrDamaged) {
		t.Errorf("a changed file: %v", err)
	}
	put(t, s, "original")
	if err := s.Check(hash); err != nil {
		t.Errorf("after the same content was kept again: %v", err)
	}
	if err := errors.Join(s.Remove(hash), s.Remove(hash)); err != nil {
		t.Errorf("removing twice: %v", err)
	}
	if err := s.Check(hash); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a removed file: %v", err)
	}
}

func TestOnlyHashesNameFiles(t *testing.T) {
	s, dir := open(t)
	hash := put(t, s, "x")
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("s"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "secret", "../secret", strings.ToUpper(hash), hash[:63], hash + "0", "..", "../../" + hash[6:],
		strings.Repeat("../", 20) + "abcd", hash[:2] + "/" + hash[3:], strings.Repeat("\x00", 64)} {
		if f, _, err := s.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q opens: %v", name, err)
			if f != nil {
				_ = f.Close()
			}
		}
		if err := s.Check(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q is checked: %v", name, err)
		}
		if err := s.Remove(name); err != nil {
			t.Errorf("removing %q: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "secret")); err != nil {
		t.Error(err)
	}
}

func TestContentOverTheLimitIsRefusedWhileItIsRead(t *testing.T) {
	s, dir := open(t)
	if _, _, err := s.Put(strings.NewReader("12345"), 5); err != nil {
		t.Errorf("content of the limit: %v", err)
	}
	endless := &counter{}
	_, _, err := s.Put(endless, 1<<20)
	var e *fault.Error
	if !errors.As(err, &e) || e.Reason != fault.ReasonTooLarge || !strings.Contains(e.ZH, "1 MiB") {
		t.Errorf("endless content: %v", err)
	}
	if endless.n > 2<<20 {
		t.Errorf("%d bytes were read", endless.n)
	}
	if waiting(t, dir) != 0 {
		t.Error("a refused file is left behind")
	}
}

// counter is an endless reader that counts the bytes read.
type counter struct{ n int64 }

func (c *counter) Read(buf []byte) (int, error) { c.n += int64(len(buf)); return len(buf), nil }

func TestAStagedFileIsLookedAtBeforeItIsKept(t *testing.T) {
	s, dir := open(t)
	staged, err := s.Stage(strings.NewReader("%PDF-1.7"), 100)
	if err != nil {
		t.Fatal(err)
	}
	head := make([]byte, 4)
	if _, err := staged.ReadAt(head, 1); err != nil || string(head) != "PDF-" {
		t.Errorf("read %q, %v", head, err)
	}
	if err := s.Check(staged.Hash); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("before it is kept: %v", err)
	}
	if err := errors.Join(staged.Keep(), staged.Keep(), s.Check(staged.Hash)); err != nil {
		t.Errorf("after it was kept: %v", err)
	}
	staged.Discard()
	if err := s.Check(staged.Hash); err != nil {
		t.Errorf("after the staging ended: %v", err)
	}
	refused, err := s.Stage(strings.NewReader("MZ"), 100)
	if err != nil {
		t.Fatal(err)
	}
	refused.Discard()
	if err := s.Check(refused.Hash); !errors.Is(err, fs.ErrNotExist) || waiting(t, dir) != 0 {
		t.Errorf("a discarded file: %v, %d are left behind", err, waiting(t, dir))
	}
}

func TestAnErrorOfTheSenderComesBackAsItIs(t *testing.T) {
	s, dir := open(t)
	lost := errors.New("connection lost")
	if _, _, err := s.Put(io.MultiReader(strings.NewReader("half"), iotest.ErrReader(lost)), 100); !errors.Is(err, lost) {
		t.Errorf("got %v", err)
	}
	if waiting(t, dir) != 0 {
		t.Error("half a file is left behind")
	}
}

func TestADiskThatCannotBeWrittenIsReportedAsSuch(t *testing.T) {
	for cause, reason := range map[error]string{
		&os.PathError{Op: "write", Err: syscall.ENOSPC}: "DISK_FULL",
		&os.PathError{Op: "write", Err: syscall.EROFS}:  "DISK_READ_ONLY",
		&os.PathError{Op: "open", Err: syscall.EACCES}:  "DISK_READ_ONLY",
		&os.PathError{Op: "write", Err: syscall.EIO}:    "NO_ROOM",
	} {
		var e *fault.Error
		if !errors.As(unwritable(cause), &e) || e.Reason != reason || e.Code != fault.Unavailable || !errors.Is(e, cause) {
			t.Errorf("%v: %v", cause, e)
		}
	}
	s, dir := open(t)
	kept := put(t, s, "kept")
	// With a file in place of the folder writing fails, for the superuser too.
	if err := errors.Join(os.Remove(filepath.Join(dir, incoming)), os.WriteFile(filepath.Join(dir, incoming), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Put(strings.NewReader("more"), 100); !fault.Is(err, fault.Unavailable) {
		t.Errorf("got %v", err)
	}
	if err := s.Check(kept); err != nil {
		t.Errorf("what was kept before: %v", err)
	}
}

func TestWhatACrashedWriterLeftIsSweptAndWhatIsBeingWrittenIsNot(t *testing.T) {
	s, dir := open(t)
	kept := put(t, s, "kept")
	old, fresh := filepath.Join(dir, incoming, "old"), filepath.Join(dir, incoming, "fresh")
	for _, p := range []string{old, fresh} {
		if err := os.WriteFile(p, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * leftover)
	for _, p := range []string{old, filepath.Join(dir, kept[:2], kept[2:4], kept)} {
		if err := os.Chtimes(p, long, long); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the leftover is still there: %v", err)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("what another process writes is gone: %v", err)
	}
	if err := again.Check(kept); err != nil {
		t.Errorf("an old file with its name: %v", err)
	}
	var listed []string
	for hash, err := range again.List() {
		if err != nil {
			t.Fatal(err)
		}
		listed = append(listed, hash)
	}
	if !slices.Equal(listed, []string{kept}) {
		t.Errorf("listed %v", listed)
	}
}

func TestManyWritersOfTheSameAndOfOtherContent(t *testing.T) {
	_, dir := open(t)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			s, err := Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			hash, _, err := s.Put(bytes.NewReader(bytes.Repeat([]byte{byte(i % 4)}, 100_000)), 1<<20)
			if err != nil {
				t.Error(err)
				return
			}
			if err := s.Check(hash); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	s, _ := Open(dir)
	n := 0
	for _, err := range s.List() {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 4 || waiting(t, dir) != 0 {
		t.Errorf("%d files are kept, want 4; %d are left behind", n, waiting(t, dir))
	}
}
