package attachment

import (
	"context"
	"errors"
	"io/fs"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/server/blob"
)

// Broken is a file that is missing or damaged.
type Broken struct {
	ID   int64
	Hash string
	// Gone reports a missing file; otherwise its content does not match its
	// hash.
	Gone bool
}

// checkBatch is how many rows are read at a time.
const checkBatch = 1000

// Check reads every attached file, removed ones included, and returns those
// that are missing or damaged.
func Check(ctx context.Context, client *ent.Client, files *blob.Store) ([]Broken, error) {
	var out []Broken
	seen := map[string]error{}
	for after := int64(0); ; {
		rows, err := client.Attachment.Query().Where(attachment.IDGT(after)).Order(attachment.ByID()).Limit(checkBatch).All(ctx)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		for _, a := range rows {
			wrong, known := seen[a.Hash]
			if !known {
				wrong = files.Check(a.Hash)
				seen[a.Hash] = wrong
			}
			switch gone := errors.Is(wrong, fs.ErrNotExist); {
			case wrong == nil:
			case gone, errors.Is(wrong, blob.ErrDamaged):
				out = append(out, Broken{ID: a.ID, Hash: a.Hash, Gone: gone})
			default:
				return out, wrong
			}
			after = a.ID
		}
	}
}
