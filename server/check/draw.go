package check

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
)

// NewSeed is a seed that nobody can foresee.
func NewSeed() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// Draw draws some of the ids at random, as many as there are where that is fewer. The same seed draws the same of the same ids,
// in the same order, so that anybody can draw again: the ids are sorted by the SHA-256 of the seed, a colon and the id in
// decimal, and the first are taken.
func Draw(seed string, ids []int64, n int) []int64 {
	type lot struct {
		id  int64
		key [sha256.Size]byte
	}
	lots := make([]lot, len(ids))
	for i, id := range ids {
		lots[i] = lot{id, sha256.Sum256([]byte(seed + ":" + strconv.FormatInt(id, 10)))}
	}
	slices.SortFunc(lots, func(a, b lot) int { return bytes.Compare(a.key[:], b.key[:]) })
	out := make([]int64, 0, n)
	for _, l := range lots[:min(n, len(lots))] {
		out = append(out, l.id)
	}
	return out
}
