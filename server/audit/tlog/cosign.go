package tlog

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	cosignature "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/ent/witnessedlog"
	"sineng/server/store"
)

// Why a witness refuses to sign.
var (
	ErrUnknownLog   = errors.New("this log is not witnessed here")
	ErrBadRequest   = errors.New("this is no request to a witness")
	ErrBadSignature = errors.New("the checkpoint is not signed by the log's key")
	ErrBadProof     = errors.New("the checkpoint does not continue the last one that was seen")
)

// SeenError is the size of the log that the witness saw last, when the request started from
// another size.
type SeenError struct{ Size int64 }

func (e SeenError) Error() string { return fmt.Sprintf("%d entries were seen last", e.Size) }

// Cosigner is a witness for other logs: it signs a checkpoint only if it extends the last one
// that it saw of the log.
type Cosigner struct {
	store  *store.Store
	logs   map[string]note.Verifier
	signer note.Signer
	// Public is the verifier key of its signatures.
	Public string
}

// Files of a witness's key.
const (
	witnessKeyFile    = "witness.key"
	witnessPublicFile = "witness.pub"
)

// NewCosigner returns a witness of the logs with these verifier keys. Its own key is in the
// folder; the first call creates it.
func NewCosigner(s *store.Store, dir string, logs []string) (*Cosigner, error) {
	c := &Cosigner{store: s, logs: map[string]note.Verifier{}}
	for _, key := range logs {
		v, err := note.NewVerifier(key)
		if err != nil {
			return nil, fmt.Errorf("--witness-for %s: %w", key, err)
		}
		c.logs[v.Name()] = v
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
	return c, nil
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
	old, proof, text, err := parseWitnessRequest(request)
	if err != nil {
		return "", err
	}
	origin, _, _ := strings.Cut(text, "\n")
	verifier := c.logs[origin]
	if verifier == nil {
		return "", ErrUnknownLog
	}
	next, err := OpenCheckpoint(text, verifier)
	if err != nil {
		return "", ErrBadSignature
	}
	if old > next.Size {
		return "", ErrBadRequest
	}
	err = store.WithTx(viewer.System(ctx), c.store, func(ctx context.Context, tx *ent.Tx) error {
		return c.remember(ctx, tx, verifier, next, old, proof)
	})
	if err != nil {
		return "", err
	}
	signed, err := note.Sign(&note.Note{Text: next.text()}, c.signer)
	if err != nil {
		return "", err
	}
	_, lines, _ := strings.Cut(string(signed), "\n\n")
	return lines, nil
}

// remember compares a checkpoint with the last one seen and stores it in its place.
func (c *Cosigner) remember(ctx context.Context, tx *ent.Tx, verifier note.Verifier, next *Checkpoint, old int64, proof sumdb.TreeProof) error {
	q := tx.WitnessedLog.Query().Where(witnessedlog.Origin(next.Origin))
	if c.store.Dialect() != "sqlite3" {
		q.ForUpdate()
	}
	row, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		if old != 0 {
			return SeenError{0}
		}
		return tx.WitnessedLog.Create().SetOrigin(next.Origin).SetSize(next.Size).SetNote(next.Note).SetAt(c.store.Now()).Exec(ctx)
	}
	if err != nil {
		return err
	}
	if old != row.Size {
		return SeenError{row.Size}
	}
	last, err := OpenCheckpoint(row.Note, verifier)
	if err != nil {
		return err
	}
	if next.Size == last.Size && next.Root == last.Root {
		return nil
	}
	if next.Size == last.Size || sumdb.CheckTree(proof, next.Size, next.Root, last.Size, last.Root) != nil {
		return ErrBadProof
	}
	return tx.WitnessedLog.UpdateOneID(row.ID).SetSize(next.Size).SetNote(next.Note).SetAt(c.store.Now()).Exec(ctx)
}

// mostProof is the greatest number of hashes in a proof; a log of 2^63 entries needs no more.
const mostProof = 63

func parseWitnessRequest(request string) (old int64, proof sumdb.TreeProof, note string, err error) {
	head, note, ok := strings.Cut(request, "\n\n")
	lines := strings.Split(head, "\n")
	size, named := strings.CutPrefix(lines[0], "old ")
	old, err = strconv.ParseInt(size, 10, 64)
	if !ok || !named || err != nil || old < 0 || len(lines)-1 > mostProof {
		return 0, nil, "", ErrBadRequest
	}
	for _, line := range lines[1:] {
		h, err := sumdb.ParseHash(line)
		if err != nil {
			return 0, nil, "", ErrBadRequest
		}
		proof = append(proof, h)
	}
	return old, proof, note, nil
}
