package tlog

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	cosignature "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/ent/witnessedfork"
	"sineng/ent/witnessedlog"
	"sineng/server/store"
)

// Why a witness refuses to sign.
var (
	ErrUnknownLog   = errors.New("this log is not witnessed here")
	ErrBadRequest   = errors.New("this is no request to a witness")
	ErrBadSignature = errors.New("the checkpoint is not signed by the log's key")
	ErrBadProof     = errors.New("the checkpoint does not continue the last one that was seen")
	ErrOtherRoot    = errors.New("a checkpoint of the same size with another root hash was seen before; both are kept as evidence")
)

// SeenError is the size of the log that the witness saw last, when the request started from
// another size.
type SeenError struct{ Size int64 }

func (e SeenError) Error() string { return fmt.Sprintf("%d entries were seen last", e.Size) }

// WitnessRecord writes into this server's own log what it noticed as a witness, within the
// transaction that stores it.
type WitnessRecord struct {
	// Fork tells that another log was seen to be forked.
	Fork func(context.Context, *ent.WitnessedFork) error
	// Restored tells that the row of what was cosigned last of a log was gone, changed or older than the
	// copy beside the database, which counts instead.
	Restored func(ctx context.Context, origin string, row *ent.WitnessedLog) error
}

// Cosigner is a witness for other logs by C2SP tlog-witness: it signs a checkpoint only if it
// extends the last one that it saw of the log.
type Cosigner struct {
	store   *store.Store
	dir     string
	logs    map[string][]note.Verifier // by origin
	signer  note.Signer
	record  WitnessRecord
	keeping sync.Mutex // held while a file is compared and written
	// Public is the verifier key of its signatures.
	Public string
}

// Files of a witness's key.
const (
	witnessKeyFile    = "witness.key"
	witnessPublicFile = "witness.pub"
)

// NewCosigner returns a witness of the logs with these verifier keys; a log may have several, one
// of which must have signed. Its own key is in the folder; the first call creates it.
// What it cosigned last of each log is kept there too.
func NewCosigner(s *store.Store, dir string, logs []string, record WitnessRecord) (*Cosigner, error) {
	c := &Cosigner{store: s, dir: dir, logs: map[string][]note.Verifier{}, record: record}
	for _, key := range logs {
		v, err := note.NewVerifier(key)
		if err != nil {
			return nil, fmt.Errorf("--witness-for %s: %w", key, err)
		}
		c.logs[v.Name()] = append(c.logs[v.Name()], v)
	}
	path := filepath.Join(dir, witnessKeyFile)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := makeWitnessKey(dir); err != nil {
			return nil, err
		}
	}
	private, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	public, err := os.ReadFile(filepath.Join(dir, witnessPublicFile))
	if err != nil {
		return nil, err
	}
	c.Public = strings.TrimSpace(string(public))
	if c.signer, err = cosignature.NewSignerForCosignatureV1(strings.TrimSpace(string(private))); err != nil {
		return nil, fmt.Errorf("the witness's key: %w", err)
	}
	return c, c.keepAll(viewer.System(context.Background()))
}

// keepAll keeps a copy of what the database alone has, because it is older than the copies or a
// crash came between.
func (c *Cosigner) keepAll(ctx context.Context) error {
	rows, err := c.store.Client.WitnessedLog.Query().All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		seen, err := parseStored(row.Note)
		if err != nil || !c.store.Genuine(row) {
			continue // a verification reports it
		}
		if err := c.keep(seen); err != nil {
			return err
		}
	}
	return nil
}

// keep stores a checkpoint beside the database unless a newer one is there.
func (c *Cosigner) keep(next *Checkpoint) error {
	c.keeping.Lock()
	defer c.keeping.Unlock()
	kept, err := readWitnessed(c.dir, next.Origin)
	if err != nil {
		return err
	}
	if kept != nil && (kept.Size > next.Size || kept.Size == next.Size && kept.Note == next.Note) {
		return nil
	}
	return keepWitnessed(c.dir, next)
}

func makeWitnessKey(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	private, public, err := note.GenerateKey(rand.Reader, "sineng-witness/"+strings.ToLower(rand.Text()[:16]))
	if err != nil {
		return err
	}
	if public, err = cosignature.VKeyToCosignatureV1(public); err != nil {
		return err
	}
	if err := writeNew(filepath.Join(dir, witnessKeyFile), private+"\n", 0o600); err != nil {
		return err
	}
	return writeNew(filepath.Join(dir, witnessPublicFile), public+"\n", 0o644)
}

// Add handles a request of C2SP tlog-witness and returns the signature lines, or one of the
// errors above.
func (c *Cosigner) Add(ctx context.Context, request string) (string, error) {
	r, err := parseWitnessRequest(request)
	if err != nil {
		return "", err
	}
	origin, _, _ := strings.Cut(r.note, "\n")
	verifiers := c.logs[origin]
	if verifiers == nil {
		return "", ErrUnknownLog
	}
	body, signed, ok := openByAny(r.note, verifiers)
	if !ok {
		return "", ErrBadSignature
	}
	next, err := parseCheckpoint(body)
	if err != nil || r.old > next.Size {
		return "", ErrBadRequest
	}
	next.Note = signed
	forked, err := store.WithValue(viewer.System(ctx), c.store, func(ctx context.Context, tx *ent.Tx) (bool, error) {
		return c.remember(ctx, tx, next, r)
	})
	switch {
	case err != nil:
		return "", err
	case forked:
		return "", ErrOtherRoot
	}
	// The database first: a copy that is ahead of it then always tells of a loss.
	if err := c.keep(next); err != nil {
		return "", err
	}
	cosigned, err := note.Sign(&note.Note{Text: body}, c.signer)
	if err != nil {
		return "", err
	}
	return strings.TrimPrefix(string(cosigned), body+"\n"), nil
}

// emptyRoot is the root hash of a log without entries.
var emptyRoot = sumdb.Hash(sha256.Sum256(nil))

// remember compares a checkpoint with the last one seen and stores it in its place. A log of which
// nothing was seen is empty. It reports whether the log is forked, with the evidence stored.
func (c *Cosigner) remember(ctx context.Context, tx *ent.Tx, next *Checkpoint, r witnessRequested) (forked bool, err error) {
	row, last, lost, err := c.lastSeen(ctx, tx, next.Origin)
	if err != nil {
		return false, err
	}
	switch {
	case r.old != last.Size:
		return false, SeenError{last.Size}
	case next.Size == last.Size && next.Root != last.Root:
		return true, c.keepFork(ctx, tx, next, last)
	case next.Size == last.Size, last.Size == 0:
		if len(r.proof) > 0 {
			return false, ErrBadProof
		}
	case sumdb.CheckTree(r.proof, next.Size, next.Root, last.Size, last.Root) != nil:
		return false, ErrBadProof
	}
	if row != nil && lost && !c.store.Genuine(row) { // no update makes it genuine again
		if err := tx.WitnessedLog.DeleteOneID(row.ID).Exec(ctx); err != nil {
			return false, err
		}
		row = nil
	}
	if row == nil {
		row, err = tx.WitnessedLog.Create().SetOrigin(next.Origin).SetSize(next.Size).SetNote(next.Note).SetAt(c.store.Now()).Save(ctx)
	} else {
		row, err = tx.WitnessedLog.UpdateOneID(row.ID).SetSize(next.Size).SetNote(next.Note).SetAt(c.store.Now()).Save(ctx)
	}
	if err != nil || !lost {
		return false, err
	}
	return false, c.record.Restored(ctx, next.Origin, row)
}

// lastSeen reads the last checkpoint seen of a log, the newer of the database's and of the copy
// beside it, and the row, nil when there is none. Of a log of which there is neither it is the empty
// log. With lost the row is gone, changed or older than the copy.
func (c *Cosigner) lastSeen(ctx context.Context, tx *ent.Tx, origin string) (row *ent.WitnessedLog, last *Checkpoint, lost bool, err error) {
	kept, err := readWitnessed(c.dir, origin)
	if err != nil {
		return nil, nil, false, err
	}
	q := tx.WitnessedLog.Query().Where(witnessedlog.Origin(origin))
	if c.store.Dialect() != "sqlite3" {
		q.ForUpdate()
	}
	row, err = q.Only(ctx)
	switch {
	case ent.IsNotFound(err) && kept == nil:
		return nil, &Checkpoint{Origin: origin, Root: emptyRoot}, false, nil
	case ent.IsNotFound(err):
		return nil, kept, true, nil
	case err != nil:
		return nil, nil, false, err
	case !c.store.Genuine(row) && kept == nil:
		return nil, nil, false, fmt.Errorf("what was witnessed of %s was changed in the database (row %d)", origin, row.ID)
	case !c.store.Genuine(row):
		return row, kept, true, nil
	}
	if last, err = parseStored(row.Note); err != nil {
		return nil, nil, false, fmt.Errorf("the checkpoint stored of %s: %w", origin, err)
	}
	if kept == nil || kept.Size <= last.Size {
		return row, last, false, nil
	}
	return row, kept, true, nil
}

// mostForks is the greatest number of forks kept of one log, so that whoever holds its key cannot
// fill the database. The first ones prove all there is to prove.
const mostForks = 20

// keepFork stores two checkpoints that cannot both be true, unless enough are stored.
func (c *Cosigner) keepFork(ctx context.Context, tx *ent.Tx, refused, witnessed *Checkpoint) error {
	stored, err := tx.WitnessedFork.Query().Where(witnessedfork.Origin(refused.Origin)).All(ctx)
	if err != nil || len(stored) >= mostForks {
		return err
	}
	for _, f := range stored {
		if known, err := parseCheckpoint(bodyOf(f.Refused)); err == nil && known.Size == refused.Size && known.Root == refused.Root {
			return nil
		}
	}
	fork, err := tx.WitnessedFork.Create().SetOrigin(refused.Origin).SetSize(refused.Size).SetRefused(refused.Note).
		SetWitnessed(witnessed.Note).SetAt(c.store.Now()).Save(ctx)
	if err != nil {
		return err
	}
	return c.record.Fork(ctx, fork)
}
