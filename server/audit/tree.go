package audit

import (
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/audithash"
	"sineng/ent/migrate"
	"sineng/ent/viewer"
)

// tileHeight is the distance between the levels of the tree that are stored; a node
// between them is computed from at most 128 nodes below it.
const tileHeight = 8

// firstEntry is the key of the entry with index 0.
var firstEntry = func() int64 {
	for _, t := range migrate.Tables {
		if t.Name == auditentry.Table {
			return int64(*t.Annotation.IncrementStart) + 1
		}
	}
	panic("no table of entries")
}()

// EntryID is the key of the entry with an index in the log.
func EntryID(index int64) int64 { return firstEntry + index }

// IndexOf is the place in the log of the entry with a key.
func IndexOf(id int64) int64 { return id - firstEntry }

// size is how many entries the log has.
func size(ctx context.Context, client *ent.Client) (int64, error) {
	last, err := client.AuditEntry.Query().Order(ent.Desc(auditentry.FieldID)).FirstID(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return 0, nil
	}
	return IndexOf(last) + 1, err
}

// reader reads the hashes of the tree's nodes from the database.
func reader(ctx context.Context, client *ent.Client) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			level, n := tlog.SplitStoredHashIndex(index)
			within := level % tileHeight
			below, err := stored(ctx, client, level-within, n<<within, 1<<within)
			if err != nil {
				return nil, err
			}
			out[i] = fold(below)
		}
		return out, nil
	})
}

// stored reads neighbouring nodes of a stored level.
func stored(ctx context.Context, client *ent.Client, level int, from, count int64) ([]tlog.Hash, error) {
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
	out := make([]tlog.Hash, count)
	for i, b := range raw {
		if copy(out[i][:], b) != tlog.HashSize {
			return nil, fmt.Errorf("hash %d of level %d has %d bytes", from+int64(i), level, len(b))
		}
	}
	return out, nil
}

// fold is the root over a power of two of neighbouring nodes.
func fold(nodes []tlog.Hash) tlog.Hash {
	level := append([]tlog.Hash(nil), nodes...)
	for len(level) > 1 {
		for i := range len(level) / 2 {
			level[i] = tlog.NodeHash(level[2*i], level[2*i+1])
		}
		level = level[:len(level)/2]
	}
	return level[0]
}

// node is a hash to be stored.
type node struct {
	level int
	n     int64
	hash  tlog.Hash
}

// completed are the nodes of the stored levels that leaves added behind an old size
// complete.
func completed(ctx context.Context, client *ent.Client, old int64, leaves []tlog.Hash) ([]node, error) {
	const width = 1 << tileHeight
	var out []node
	from, fresh := old, leaves
	for level := 0; ; level += tileHeight {
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
		var above []tlog.Hash
		for n := first; n < last; n++ {
			h := fold(seen[(n-first)*width : (n-first+1)*width])
			above = append(above, h)
			out = append(out, node{level + tileHeight, n, h})
		}
		from, fresh = first, above
	}
}

// frontier computes the roots of a growing log without reading it again.
type frontier struct {
	size  int64
	nodes []tlog.Hash // perfect subtrees from the left, one per bit of size that is set
}

func (f *frontier) add(leaf tlog.Hash) {
	h := leaf
	for n := f.size; n&1 == 1; n >>= 1 {
		last := len(f.nodes) - 1
		h = tlog.NodeHash(f.nodes[last], h)
		f.nodes = f.nodes[:last]
	}
	f.nodes = append(f.nodes, h)
	f.size++
}

// root is the root of the log so far; of an empty one the hash of nothing.
func (f *frontier) root() (tlog.Hash, error) {
	if f.size == 0 {
		return tlog.TreeHash(0, nil)
	}
	h := f.nodes[len(f.nodes)-1]
	for i := len(f.nodes) - 2; i >= 0; i-- {
		h = tlog.NodeHash(f.nodes[i], h)
	}
	return h, nil
}
