package search

import (
	"hash/fnv"
	"slices"
	"unicode/utf8"

	"sineng/ent/term/fold"
)

// everyRow is the gram of all rows of a block. It is not 0: MySQL takes 0 for a key that it is to make up.
const everyRow = 1

// mostGrams is how many grams of a text are looked up: each costs a read per block, and those of
// a long text narrow little more than its first ones.
const mostGrams = 8

// gramsOf are the grams of the texts of a row, in order, without duplicates. No gram reaches from
// one text into another.
func gramsOf(texts ...string) []uint32 {
	out := []uint32{everyRow}
	for _, text := range texts {
		eachGram(text, func(g []rune) { out = append(out, hash(g)) })
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// gramsFor are the grams that every row contains that contains a text; of each part of the text
// only the longest, since a row without the shorter lacks the longer too.
func gramsFor(text string) []uint32 {
	var out []uint32
	n := utf8.RuneCountInString(text)
	eachGram(text, func(g []rune) {
		if len(g) == min(n, 2) || len(g) == 3 {
			out = append(out, hash(g))
		}
	})
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) <= mostGrams {
		return out
	}
	// Hashes are spread evenly, so the first ones are any of the text's grams.
	return out[:mostGrams]
}

// eachGram calls use for every gram of a text: characters, pairs, and threes of ASCII. The slice
// is good during the call alone.
func eachGram(text string, use func([]rune)) {
	var last [3]rune
	n := 0
	for _, r := range text {
		last = [3]rune{last[1], last[2], fold.Rune(r)}
		n++
		use(last[2:])
		if n > 1 {
			use(last[1:])
		}
		if n > 2 && last[0] < utf8.RuneSelf && last[1] < utf8.RuneSelf && last[2] < utf8.RuneSelf {
			use(last[:])
		}
	}
}

// hash names a gram by a number that is never everyRow. Two grams may share one, which makes the
// index find a row too many.
func hash(gram []rune) uint32 {
	h := fnv.New32a()
	var b [4]byte
	for _, r := range gram {
		b = [4]byte{byte(r), byte(r >> 8), byte(r >> 16), 0xff}
		_, _ = h.Write(b[:])
	}
	return max(h.Sum32(), everyRow+1)
}
