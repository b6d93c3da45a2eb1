package tlog

import (
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	fmtlog "github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"
)

// Checkpoint is a signed statement of the log's size and root.
type Checkpoint struct {
	Origin string
	Size   int64
	Root   sumdb.Hash
	// At is the time of signing by the signer's clock; the signature does not cover it.
	At time.Time
	// Note is the signed text.
	Note string
}

// text is the text that is signed.
func (c *Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, base64.StdEncoding.EncodeToString(c.Root[:]))
}

// OpenCheckpoint verifies the signature on a note and parses it. It ignores other signatures,
// such as those of witnesses.
func OpenCheckpoint(text string, verifier note.Verifier) (*Checkpoint, error) {
	n, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return nil, err
	}
	c, err := parseCheckpoint(n.Text)
	if err != nil {
		return nil, err
	}
	if c.Origin != verifier.Name() {
		return nil, fmt.Errorf("the checkpoint is of %q, not of %q", c.Origin, verifier.Name())
	}
	c.Note = text
	return c, nil
}

// parseCheckpoint parses the signed text of a checkpoint by C2SP tlog-checkpoint. Lines after the
// third are extensions, which are signed and not read.
func parseCheckpoint(body string) (*Checkpoint, error) {
	var c fmtlog.Checkpoint
	if _, err := c.Unmarshal([]byte(body)); err != nil {
		return nil, err
	}
	if len(c.Hash) != sumdb.HashSize {
		return nil, fmt.Errorf("the root hash has %d bytes", len(c.Hash))
	}
	if c.Size > math.MaxInt64 || strings.Split(body, "\n")[1] != strconv.FormatUint(c.Size, 10) {
		return nil, fmt.Errorf("the size %q is no size of a log", strings.Split(body, "\n")[1])
	}
	return &Checkpoint{Origin: c.Origin, Size: int64(c.Size), Root: sumdb.Hash(c.Hash)}, nil
}

// RootHash is the root of a checkpoint in base64.
func (c *Checkpoint) RootHash() string { return base64.StdEncoding.EncodeToString(c.Root[:]) }
