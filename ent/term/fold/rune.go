package fold

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Runes folds every character by itself, as an index of texts does, in which a part of a text must
// fold to a part of it: 资⾦ is 资金, ＢＪ is bj. Spaces, and characters that fold to several (㎢) or
// to none, stay.
func Runes(s string) string { return strings.Map(Rune, s) }

// Rune is the character that stands for all that Text folds to it.
func Rune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf || r >= 0x3400 && r < 0xA000: // ASCII and most Chinese texts
		return r
	}
	if folded, ok := tables().of[r]; ok {
		return folded
	}
	return r
}

// Variants are the characters that Rune folds to one, itself among them, in order.
func Variants(r rune) []rune {
	if all := tables().to[r]; all != nil {
		return all
	}
	return []rune{r}
}

type table struct {
	of map[rune]rune   // by character, of those that fold to another
	to map[rune][]rune // by what they fold to
}

// tables are worked out once, from what Unicode knows.
var tables = sync.OnceValue(func() table {
	t := table{map[rune]rune{}, map[rune][]rune{}}
	add := func(r, folded rune) {
		if r >= utf8.RuneSelf {
			t.of[r] = folded
		}
		if t.to[folded] == nil {
			t.to[folded] = []rune{folded}
		}
		t.to[folded] = append(t.to[folded], r)
	}
	for r := 'A'; r <= 'Z'; r++ {
		add(r, unicode.ToLower(r))
	}
	for r := rune(utf8.RuneSelf); r <= 0x2FA1F; r++ { // up to the last compatibility ideograph
		switch {
		case r >= 0x3400 && r < 0xA000, r >= 0xAC00 && r < 0xF900, r >= 0x20000 && r < 0x2F800, unicode.Is(unicode.Mn, r):
			continue // ideographs, syllables and characters of nobody, which stand for themselves, and marks
		}
		folded := strings.ToLower(Compat(string(r)))
		if one, size := utf8.DecodeRuneInString(folded); size > 0 && size == len(folded) && one != r && one != utf8.RuneError {
			add(r, one)
		}
	}
	for _, all := range t.to {
		slices.Sort(all)
	}
	return t
})
