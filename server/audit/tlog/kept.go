package tlog

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Files of the log's folder.
const (
	keyFile         = "log.key"           // signs checkpoints; readable by the server alone
	publicFile      = "log.pub"           // verifies them; public
	CheckpointFile  = "checkpoint"        // the newest one
	CheckpointsFile = "checkpoints.jsonl" // all of them, one a line
)

// Latest is the newest checkpoint of the folder, nil when there is none.
func (l *Log) Latest() (*Checkpoint, error) {
	text, err := os.ReadFile(filepath.Join(l.dir, CheckpointFile))
	if err == nil {
		return OpenCheckpoint(string(text), l.key.verifier)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// If the file was removed, the file of all checkpoints still has it.
	all, err := ReadKept(l.dir)
	for i := len(all) - 1; i >= 0; i-- {
		if c, err := OpenCheckpoint(all[i].Note, l.key.verifier); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Kept is a line of the file of all checkpoints.
type Kept struct {
	At   time.Time `json:"at"`
	Note string    `json:"note"`
}

// keep writes a checkpoint outside the database.
func (l *Log) keep(c *Checkpoint) error {
	if err := l.append(c); err != nil {
		return err
	}
	return l.replace(c)
}

// append adds a checkpoint to the file of all; what a full disk lets it write in part is taken
// back.
func (l *Log) append(c *Checkpoint) error {
	line, err := json.Marshal(Kept{c.At, c.Note})
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(l.dir, CheckpointsFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return errors.Join(err, f.Close())
	}
	_, err = f.Write(append(line, '\n'))
	if err = errors.Join(err, f.Sync()); err != nil {
		err = errors.Join(err, f.Truncate(info.Size()))
	}
	return errors.Join(err, f.Close())
}

// replace writes the file of the newest checkpoint.
func (l *Log) replace(c *Checkpoint) error {
	next := filepath.Join(l.dir, CheckpointFile+".new")
	if err := os.WriteFile(next, []byte(c.Note), 0o644); err != nil {
		return err
	}
	return os.Rename(next, filepath.Join(l.dir, CheckpointFile))
}

// ReadKept reads the file of all checkpoints. A line that a crash cut off is returned as the
// last one.
func ReadKept(dir string) ([]Kept, error) {
	f, err := os.Open(filepath.Join(dir, CheckpointsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []Kept
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var k Kept
		if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
			k = Kept{Note: lines.Text()} // not a checkpoint; the reader reports it
		}
		out = append(out, k)
	}
	return out, lines.Err()
}
