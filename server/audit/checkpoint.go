package audit

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	fmtlog "github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditcheckpoint"
	"sineng/ent/auditentry"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Checkpoint is a signed statement that the log had a size and a root.
type Checkpoint struct {
	Origin string
	Size   int64
	Root   tlog.Hash
	// At is when it was signed, by the clock of the signer; it is not part of what is signed.
	At time.Time
	// Note is the signed text.
	Note string
}

// ErrForked tells that the log is not a continuation of what was signed before.
var ErrForked = errors.New("the log in the database does not continue what was signed")

// text is what is signed.
func (c *Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, base64.StdEncoding.EncodeToString(c.Root[:]))
}

// OpenCheckpoint checks the signature on a note and reads it. Further signatures on it,
// those of witnesses, are left aside.
func OpenCheckpoint(text string, verifier note.Verifier) (*Checkpoint, error) {
	c, _, _, err := fmtlog.ParseCheckpoint([]byte(text), verifier.Name(), verifier)
	if err != nil {
		return nil, err
	}
	if len(c.Hash) != tlog.HashSize {
		return nil, fmt.Errorf("the root hash has %d bytes", len(c.Hash))
	}
	return &Checkpoint{Origin: c.Origin, Size: int64(c.Size), Root: tlog.Hash(c.Hash), Note: text}, nil
}

// latest is the newest checkpoint of the folder, nil when there is none.
func (l *Log) latest() (*Checkpoint, error) {
	text, err := os.ReadFile(filepath.Join(l.dir, checkpointFile))
	if err == nil {
		return OpenCheckpoint(string(text), l.key.verifier)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	// Somebody took it away: the file of all of them knows it too.
	all, err := readKept(l.dir)
	for i := len(all) - 1; i >= 0; i-- {
		if c, err := OpenCheckpoint(all[i].Note, l.key.verifier); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Checkpoint signs the log as it stands, if it has grown since the last time, and keeps the
// checkpoint in the database and beside it. It refuses, with ErrForked, to sign a log that
// was cut short or rewritten since.
func (l *Log) Checkpoint(ctx context.Context) (*Checkpoint, error) {
	l.signing.Lock()
	defer l.signing.Unlock()
	ctx = viewer.System(ctx)
	last, err := l.latest()
	if err != nil {
		return nil, fmt.Errorf("the last checkpoint: %w", err)
	}
	now, err := size(ctx, l.store.Client)
	if err != nil || now == 0 && last == nil {
		return nil, err
	}
	if err := l.continues(ctx, l.store.Client, last, now); err != nil {
		return nil, err
	}
	if last == nil || last.Size != now {
		if err := l.ownEntries(ctx, last, now); err != nil {
			return nil, err
		}
		return l.signNow(ctx, now)
	}
	last.At = l.store.Now()
	return last, l.record(ctx, last)
}

// ErrForged tells that the log holds an entry that the program did not write.
var ErrForged = errors.New("the log holds an entry that the program did not write")

// ownEntries refuses to sign entries that were put into the log past the program.
func (l *Log) ownEntries(ctx context.Context, last *Checkpoint, now int64) error {
	next := int64(0)
	if last != nil {
		next = last.Size
	}
	for next < now {
		rows, err := l.store.Client.AuditEntry.Query().Where(auditentry.IDGTE(EntryID(next)), auditentry.IDLT(EntryID(now))).
			Order(auditentry.ByID()).Limit(scanBatch).All(ctx)
		if err != nil {
			return err
		}
		for i, r := range rows {
			if r.ID != EntryID(next)+int64(i) {
				return fmt.Errorf("%w: entry %d is missing", ErrForked, next+int64(i))
			}
			if !sealed(l.store, []byte(r.Body)) {
				return fmt.Errorf("%w: entry %d", ErrForged, IndexOf(r.ID))
			}
		}
		if len(rows) == 0 {
			return fmt.Errorf("%w: entry %d is missing", ErrForked, next)
		}
		next += int64(len(rows))
	}
	return nil
}

// signNow signs the log of a size, whatever was signed before.
func (l *Log) signNow(ctx context.Context, now int64) (*Checkpoint, error) {
	c := &Checkpoint{Origin: l.key.Origin(), Size: now, At: l.store.Now()}
	var err error
	if c.Root, err = tlog.TreeHash(now, reader(ctx, l.store.Client)); err != nil {
		return nil, err
	}
	signed, err := note.Sign(&note.Note{Text: c.text()}, l.key.signer)
	if err != nil {
		return nil, err
	}
	c.Note = string(signed)
	// Outside first: what the database says of itself proves little.
	if err := l.keep(c); err != nil {
		return nil, err
	}
	return c, l.record(ctx, c)
}

// record puts a checkpoint into the database, unless it is there.
func (l *Log) record(ctx context.Context, c *Checkpoint) error {
	return store.WithTx(ctx, l.store, func(ctx context.Context, tx *ent.Tx) error {
		known, err := tx.AuditCheckpoint.Query().Where(auditcheckpoint.Size(c.Size), auditcheckpoint.Note(c.Note)).Exist(ctx)
		if err != nil || known {
			return err
		}
		return tx.AuditCheckpoint.Create().SetSize(c.Size).SetNote(c.Note).SetAt(c.At).Exec(ctx)
	})
}

// continues tells whether the log of a size contains all that an earlier checkpoint signed.
func (l *Log) continues(ctx context.Context, client *ent.Client, last *Checkpoint, now int64) error {
	if last == nil {
		return nil
	}
	if now < last.Size {
		return fmt.Errorf("%w: it has %d entries, %d were signed", ErrForked, now, last.Size)
	}
	root, err := tlog.TreeHash(last.Size, reader(ctx, client))
	if err != nil {
		return err
	}
	if root != last.Root {
		return fmt.Errorf("%w: its first %d entries are not those that were signed", ErrForked, last.Size)
	}
	return nil
}

// kept is a line of the file of all checkpoints.
type kept struct {
	At   time.Time `json:"at"`
	Note string    `json:"note"`
}

// keep writes a checkpoint outside the database.
func (l *Log) keep(c *Checkpoint) error {
	line, err := encode(kept{c.At, c.Note})
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(l.dir, checkpointsFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n'))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	next := filepath.Join(l.dir, checkpointFile+".new")
	if err := os.WriteFile(next, []byte(c.Note), 0o644); err != nil {
		return err
	}
	return os.Rename(next, filepath.Join(l.dir, checkpointFile))
}

// readKept reads the file of all checkpoints; a line cut off by a crash is the last one.
func readKept(dir string) ([]kept, error) {
	f, err := os.Open(filepath.Join(dir, checkpointsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []kept
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var k kept
		if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
			k = kept{Note: lines.Text()} // no checkpoint: the reader says so
		}
		out = append(out, k)
	}
	return out, lines.Err()
}
