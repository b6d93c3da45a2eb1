package tlog

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// witnessedFolder is the folder, within the log's, that holds for each log that this server
// witnesses the newest checkpoint that it cosigned: one file, named by the hash of the origin. The
// database has a row of it; whoever deletes or lowers the row does not make the witness forget.
const witnessedFolder = "witnessed"

func witnessedFile(dir, origin string) string {
	sum := sha256.Sum256([]byte(origin))
	return filepath.Join(dir, witnessedFolder, hex.EncodeToString(sum[:]))
}

// readWitnessed reads the checkpoint of a log that was cosigned last, nil for none.
func readWitnessed(dir, origin string) (*Checkpoint, error) {
	c, err := readWitnessedFile(witnessedFile(dir, origin))
	if err == nil && c != nil && c.Origin != origin {
		err = fmt.Errorf("the checkpoint kept of %s is one of %s", origin, c.Origin)
	}
	return c, err
}

func readWitnessedFile(path string) (*Checkpoint, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c, err := parseStored(string(text))
	if err != nil {
		return nil, fmt.Errorf("the checkpoint kept in %s: %w", path, err)
	}
	return c, nil
}

// parseStored reads a checkpoint that was verified when it was stored; the keys of its log may have
// been replaced since.
func parseStored(text string) (*Checkpoint, error) {
	if !strings.Contains(text, "\n\n") {
		return nil, errors.New("it is no signed checkpoint")
	}
	c, err := parseCheckpoint(bodyOf(text))
	if err != nil {
		return nil, err
	}
	c.Note = text
	return c, nil
}

// ReadWitnessed reads what a server that keeps its log in the folder cosigned last of each log. Files
// that hold no checkpoint are returned by name in bad.
func ReadWitnessed(dir string) (kept []*Checkpoint, bad []string, err error) {
	files, err := os.ReadDir(filepath.Join(dir, witnessedFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), partial) {
			continue
		}
		path := filepath.Join(dir, witnessedFolder, f.Name())
		c, err := readWitnessedFile(path)
		if err != nil || c == nil || witnessedFile(dir, c.Origin) != path {
			bad = append(bad, f.Name())
			continue
		}
		kept = append(kept, c)
	}
	return kept, bad, nil
}

// partial ends the name of a file that is being written.
const partial = ".new"

// keepWitnessed stores a checkpoint beside the database, whole or not at all, and returns once it
// is on the disk.
func keepWitnessed(dir string, c *Checkpoint) error {
	path := witnessedFile(dir, c.Origin)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path+partial, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(c.Note)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(path+partial, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes a new name of a folder last. Some file systems cannot; the names then last as
// they make them.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
