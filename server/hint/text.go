// Package hint looks for what a form says without meaning it: near copies of other texts,
// phrases without substance, powers without a risk, measures that nobody can check. What it
// finds is shown and stops nothing.
package hint

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalize is a text without what does not change its meaning: width and compatibility
// forms (NFKC), case, blanks and punctuation.
func Normalize(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(text))
}

// shingleSize is how many characters of a text are taken together.
const shingleSize = 3

// Shingles are the hashes of all runs of three characters of a normalized text, each once;
// one that is shorter is a run of its own.
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

// Jaccard is how much two sets have in common: 1 for the same, 0 for nothing.
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
