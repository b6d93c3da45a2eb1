// Package blob stores files outside the database, each under the SHA-256 of
// its content: equal content is stored once, and damage is detected by the
// name.
//
// Several processes may use one folder. A file appears under its name complete
// or not at all, also after a power failure.
package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"time"

	"sineng/server/fault"
)

// ErrDamaged is the error of Check when the content does not match the hash.
var ErrDamaged = errors.New("the content of the file does not match its hash")

const (
	// incoming is the folder of files that are still being written.
	incoming = "incoming"
	// leftover is the time after the last write when the writer of such a file
	// is taken for dead.
	leftover = 24 * time.Hour
)

// Store is a folder of files.
type Store struct {
	dir string
}

// Open creates the folder if needed and removes the incomplete files of dead
// writers.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir}
	if err := os.MkdirAll(filepath.Join(dir, incoming), 0o700); err != nil {
		return nil, fmt.Errorf("the folder of attached files: %w", err)
	}
	if err := s.sweep(time.Now().Add(-leftover)); err != nil {
		return nil, fmt.Errorf("the folder of attached files: %w", err)
	}
	return s, nil
}

// sweep removes incomplete files that were last written before a time.
func (s *Store) sweep(before time.Time) error {
	entries, err := os.ReadDir(filepath.Join(s.dir, incoming))
	if err != nil {
		return err
	}
	for _, e := range entries {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if info.Mode().IsRegular() && info.ModTime().Before(before) {
			if err := os.Remove(filepath.Join(s.dir, incoming, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// Put stores what r holds, at most the given number of bytes, and returns its
// SHA-256 in hexadecimal and its size. The content is on the disk when Put
// returns. The errors are those of Stage.
func (s *Store) Put(r io.Reader, most int64) (hash string, size int64, err error) {
	staged, err := s.Stage(r, most)
	if err != nil {
		return "", 0, err
	}
	defer staged.Discard()
	if err := staged.Keep(); err != nil {
		return "", 0, err
	}
	return staged.Hash, staged.Size, nil
}

// Staged is a received file that is not stored yet, so that it can be
// inspected first.
type Staged struct {
	// Hash is the SHA-256 of the content in hexadecimal, Size its length in bytes.
	Hash string
	Size int64

	store *Store
	file  *os.File
	kept  bool
}

// Stage receives what r holds, at most the given number of bytes. Content over
// the limit is refused while it is read; a full or read-only disk gives
// UNAVAILABLE; an error of r is returned as it is.
func (s *Store) Stage(r io.Reader, most int64) (*Staged, error) {
	f, err := os.CreateTemp(filepath.Join(s.dir, incoming), "*")
	if err != nil {
		return nil, unwritable(err)
	}
	staged := &Staged{store: s, file: f}
	if err := staged.receive(r, most); err != nil {
		staged.Discard()
		return nil, err
	}
	return staged, nil
}

func (g *Staged) receive(r io.Reader, most int64) error {
	digest := sha256.New()
	from := &source{r: io.LimitReader(r, most+1)}
	size, err := io.Copy(io.MultiWriter(g.file, digest), from)
	switch {
	case from.err != nil:
		return from.err
	case err != nil:
		return unwritable(err)
	case size > most:
		return TooLarge(most)
	}
	g.Hash, g.Size = hex.EncodeToString(digest.Sum(nil)), size
	return nil
}

// ReadAt reads what was received.
func (g *Staged) ReadAt(p []byte, off int64) (int, error) { return g.file.ReadAt(p, off) }

// Keep stores the file under its name; it is on the disk when Keep returns.
func (g *Staged) Keep() error {
	if g.kept {
		return nil
	}
	if err := g.file.Sync(); err != nil {
		return unwritable(err)
	}
	if err := g.file.Close(); err != nil {
		return unwritable(err)
	}
	if err := g.store.name(g.file.Name(), g.Hash); err != nil {
		return unwritable(err)
	}
	g.kept = true
	return nil
}

// Discard deletes a file that was not kept. After Keep it does nothing.
func (g *Staged) Discard() {
	if !g.kept {
		_ = g.file.Close()
		_ = os.Remove(g.file.Name())
	}
}

// name moves a written file to its place. It replaces a file that is there
// already, which repairs a damaged one.
func (s *Store) name(from, hash string) error {
	outer := filepath.Join(s.dir, hash[:2])
	inner := filepath.Join(outer, hash[2:4])
	if err := os.MkdirAll(inner, 0o700); err != nil {
		return err
	}
	if err := os.Rename(from, filepath.Join(inner, hash)); err != nil {
		return err
	}
	return errors.Join(syncFolder(inner), syncFolder(outer), syncFolder(s.dir))
}

// Open opens the file of a hash and returns its size. The error is
// fs.ErrNotExist when there is none, or hash is not a valid hash.
func (s *Store) Open(hash string) (io.ReadSeekCloser, int64, error) {
	path, err := s.path(hash)
	if err != nil {
		return nil, 0, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist
	}
	if err != nil {
		_ = f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// Check reads the whole file of a hash. The error is fs.ErrNotExist when it is
// missing, ErrDamaged when its content does not match.
func (s *Store) Check(hash string) error {
	f, _, err := s.Open(hash)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	digest := sha256.New()
	if _, err := io.Copy(digest, f); err != nil {
		return err
	}
	if hex.EncodeToString(digest.Sum(nil)) != hash {
		return ErrDamaged
	}
	return nil
}

// Remove deletes the file of a hash; a missing file is no error. The caller
// must have made sure that nothing else refers to the hash.
func (s *Store) Remove(hash string) error {
	path, err := s.path(hash)
	if err == nil {
		err = os.Remove(path)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unwritable(err)
	}
	return syncFolder(filepath.Dir(path))
}

// List returns the hashes of all files, in order.
func (s *Store) List() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		err := filepath.WalkDir(s.dir, func(path string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			if e.IsDir() && path == filepath.Join(s.dir, incoming) {
				return fs.SkipDir
			}
			if at, err := s.path(e.Name()); err == nil && at == path && !yield(e.Name(), nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield("", err)
		}
	}
}

// path returns the path of the file of a hash; any other text is an error.
func (s *Store) path(hash string) (string, error) {
	if !wellFormed(hash) {
		return "", fmt.Errorf("%q is no SHA-256: %w", hash, fs.ErrNotExist)
	}
	return filepath.Join(s.dir, hash[:2], hash[2:4], hash), nil
}

func wellFormed(hash string) bool {
	if len(hash) != 2*sha256.Size {
		return false
	}
	for _, c := range []byte(hash) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// source records an error of the sender, to distinguish it from one of the
// disk.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(buf []byte) (int, error) {
	n, err := s.r.Read(buf)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// syncFolder flushes a folder's entries to the disk. Systems without this
// operation return an error, which is ignored.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// TooLarge is the error for content over a limit in bytes.
func TooLarge(most int64) error {
	return fault.Bad("file", fault.ReasonTooLarge, fmt.Sprintf("文件过大,最大允许 %s", inUnits(most)),
		fmt.Sprintf("The file is too large; at most %s are allowed", inUnits(most)))
}

// inUnits formats a number of bytes with a unit.
func inUnits(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d B", n)
}
