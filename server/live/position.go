package live

import (
	"context"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
)

// mostBehind is how many entries of the log a subscription catches up on; beyond it all is read anew.
const mostBehind = 5000

// place is a place in the log: how many entries lie before it, and the beginning of the hash of the last
// of them, by which another history is told, such as that of a restored backup.
type place struct {
	index int64
	leaf  string
}

// position is what a subscriber knows: the log up to a place, and hashes of what it was told of its
// account. All of it follows from the database, so that any process can go on from it.
type position struct {
	place
	account       int64
	toDo, notices uint64
}

// maxPosition is the greatest length of a position as text.
const maxPosition = 100

func (p position) String() string {
	return fmt.Sprintf("%s-%s-%s-%x-%x", strconv.FormatInt(p.index, 36), p.leaf, strconv.FormatInt(p.account, 36), p.toDo, p.notices)
}

// parsePosition reads a position; false for what is none.
func parsePosition(text string) (p position, ok bool) {
	parts := strings.Split(text, "-")
	if len(text) > maxPosition || len(parts) != 5 {
		return p, false
	}
	var errs [4]error
	p.index, errs[0] = strconv.ParseInt(parts[0], 36, 64)
	p.leaf = parts[1]
	p.account, errs[1] = strconv.ParseInt(parts[2], 36, 64)
	p.toDo, errs[2] = strconv.ParseUint(parts[3], 16, 64)
	p.notices, errs[3] = strconv.ParseUint(parts[4], 16, 64)
	for _, err := range errs {
		if err != nil {
			return position{}, false
		}
	}
	return p, p.index >= 0
}

// leafLength is how many bytes of the hash of an entry a place holds.
const leafLength = 4

// placeAt is the place after index entries; false where the log has fewer.
func placeAt(ctx context.Context, client *ent.Client, index int64) (place, bool, error) {
	if index == 0 {
		return place{}, true, nil
	}
	e, err := client.AuditEntry.Query().Where(auditentry.ID(tlog.EntryID(index - 1))).Select(auditentry.FieldLeafHash).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return place{}, false, nil
	}
	if err != nil {
		return place{}, false, err
	}
	return place{index, hex.EncodeToString(e.LeafHash[:min(leafLength, len(e.LeafHash))])}, true, nil
}
