package tlog

import (
	"encoding/base64"
	"fmt"
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
	c, _, _, err := fmtlog.ParseCheckpoint([]byte(text), verifier.Name(), verifier)
	if err != nil {
		return nil, err
	}
	if len(c.Hash) != sumdb.HashSize {
		return nil, fmt.Errorf("the root hash has %d bytes", len(c.Hash))
	}
	return &Checkpoint{Origin: c.Origin, Size: int64(c.Size), Root: sumdb.Hash(c.Hash), Note: text}, nil
}

// RootHash is the root of a checkpoint in base64.
func (c *Checkpoint) RootHash() string { return base64.StdEncoding.EncodeToString(c.Root[:]) }
