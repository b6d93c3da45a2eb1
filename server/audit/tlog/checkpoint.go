package tlog

import (
	"encoding/base64"
	"fmt"
	"time"

	fmtlog "github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"
)

// Checkpoint is a signed statement that the log had a size and a root.
type Checkpoint struct {
	Origin string
	Size   int64
	Root   sumdb.Hash
	// At is when it was signed, by the clock of the signer; it is not part of what is signed.
	At time.Time
	// Note is the signed text.
	Note string
}

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
	if len(c.Hash) != sumdb.HashSize {
		return nil, fmt.Errorf("the root hash has %d bytes", len(c.Hash))
	}
	return &Checkpoint{Origin: c.Origin, Size: int64(c.Size), Root: sumdb.Hash(c.Hash), Note: text}, nil
}

// RootHash is base64 of the root that a checkpoint signs.
func (c *Checkpoint) RootHash() string { return base64.StdEncoding.EncodeToString(c.Root[:]) }
