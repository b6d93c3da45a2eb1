// Package hint looks for weaknesses of a form: near copies of other texts,
// phrases without substance, powers without a risk, measures that nobody can
// check. Hints are shown and prevent nothing.
package hint

import (
	"sineng/ent/term/fold"
)

// Normalize removes what does not change a text's meaning: the forms of characters, case, blanks
// and punctuation.
func Normalize(text string) string { return fold.Key(text) }

// shingleSize is the length of a shingle in characters.
const shingleSize = 3

// Shingles returns the hashes of all runs of three characters of a normalized
// text, each once; a shorter text is one run.
func Shingles(normalized string) map[uint64]bool {
	runes := []rune(normalized)
	out := make(map[uint64]bool, len(runes))
	if len(runes) == 0 {
		return out
	}
	for i := 0; i == 0 || i+shingleSize <= len(runes); i++ {
		h := uint64(14695981039346656037) // FNV-1a
		for _, r := range runes[i:min(i+shingleSize, len(runes))] {
			h = (h ^ uint64(r)) * 1099511628211
		}
		out[h] = true
	}
	return out
}

// Jaccard returns the similarity of two sets: 1 for equal sets, 0 for disjoint
// ones.
func Jaccard(a, b map[uint64]bool) float64 {
	if len(a) == 0 && len(b) == 0 {
		return 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	both := 0
	for h := range a {
		if b[h] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
