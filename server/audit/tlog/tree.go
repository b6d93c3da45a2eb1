package tlog

import (
	"context"
	"fmt"

	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audithash"
	"sineng/ent/viewer"
)

// TileHeight is the distance between stored levels of the tree; a node between them is
// computed from at most 128 nodes below it.
const TileHeight = 8

// Reader reads the hashes of the tree's nodes from the database.
func Reader(ctx context.Context, client *ent.Client) sumdb.HashReader {
	return sumdb.HashReaderFunc(func(indexes []int64) ([]sumdb.Hash, error) {
		out := make([]sumdb.Hash, len(indexes))
		for i, index := range indexes {
			level, n := sumdb.SplitStoredHashIndex(index)
			within := level % TileHeight
			below, err := stored(ctx, client, level-within, n<<within, 1<<within)
			if err != nil {
				return nil, err
			}
			out[i] = Fold(below)
		}
		return out, nil
	})
}

// stored reads neighbouring nodes of a stored level.
func stored(ctx context.Context, client *ent.Client, level int, from, count int64) ([]sumdb.Hash, error) {
	ctx = viewer.System(ctx)
	var raw [][]byte
	if level == 0 {
		rows, err := client.AuditEntry.Query().Where(auditentry.IDGTE(EntryID(from)), auditentry.IDLT(EntryID(from+count))).
			Order(auditentry.ByID()).Select(auditentry.FieldLeafHash).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			raw = append(raw, r.LeafHash)
		}
	} else {
		rows, err := client.AuditHash.Query().Where(audithash.Level(level), audithash.NGTE(from), audithash.NLT(from+count)).
			Order(audithash.ByN()).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			raw = append(raw, r.Hash)
		}
	}
	if int64(len(raw)) != count {
		return nil, fmt.Errorf("the log lacks hashes of level %d from %d on: %d of %d are there", level, from, len(raw), count)
	}
	out := make([]sumdb.Hash, count)
	for i, b := range raw {
		if copy(out[i][:], b) != sumdb.HashSize {
			return nil, fmt.Errorf("hash %d of level %d has %d bytes", from+int64(i), level, len(b))
		}
	}
	return out, nil
}

// Fold is the root of neighbouring nodes, whose number is a power of two.
func Fold(nodes []sumdb.Hash) sumdb.Hash {
	level := append([]sumdb.Hash(nil), nodes...)
	for len(level) > 1 {
		for i := range len(level) / 2 {
			level[i] = sumdb.NodeHash(level[2*i], level[2*i+1])
		}
		level = level[:len(level)/2]
	}
	return level[0]
}

// Node is a hash to store, with its number on its level.
type Node struct {
	Level int
	N     int64
	Hash  sumdb.Hash
}

// Completed are the nodes of the stored levels that become complete when leaves are added to a
// tree of the old size.
func Completed(ctx context.Context, client *ent.Client, old int64, leaves []sumdb.Hash) ([]Node, error) {
	const width = 1 << TileHeight
	var out []Node
	from, fresh := old, leaves
	for level := 0; ; level += TileHeight {
		to := from + int64(len(fresh))
		first, last := from/width, to/width
		if first == last {
			return out, nil
		}
		seen := fresh
		if before := from - first*width; before > 0 {
			earlier, err := stored(ctx, client, level, first*width, before)
			if err != nil {
				return nil, err
			}
			seen = append(earlier, fresh...)
		}
		var above []sumdb.Hash
		for n := first; n < last; n++ {
			h := Fold(seen[(n-first)*width : (n-first+1)*width])
			above = append(above, h)
			out = append(out, Node{level + TileHeight, n, h})
		}
		from, fresh = first, above
	}
}
