package tlog

import sumdb "golang.org/x/mod/sumdb/tlog"

// Frontier computes the roots of a growing log without reading it again.
type Frontier struct {
	Size  int64
	nodes []sumdb.Hash // perfect subtrees from the left, one per set bit of size
}

// Add appends a leaf.
func (f *Frontier) Add(leaf sumdb.Hash) {
	h := leaf
	for n := f.Size; n&1 == 1; n >>= 1 {
		last := len(f.nodes) - 1
		h = sumdb.NodeHash(f.nodes[last], h)
		f.nodes = f.nodes[:last]
	}
	f.nodes = append(f.nodes, h)
	f.Size++
}

// Root is the root of the log so far; for an empty log the hash of the empty string.
func (f *Frontier) Root() (sumdb.Hash, error) {
	if f.Size == 0 {
		return sumdb.TreeHash(0, nil)
	}
	h := f.nodes[len(f.nodes)-1]
	for i := len(f.nodes) - 2; i >= 0; i-- {
		h = sumdb.NodeHash(f.nodes[i], h)
	}
	return h, nil
}
