package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compat replaces characters that only look different: full and half width, compatibility
// characters (U+F92C is 郎), radicals pasted for ideographs (U+2EA0 is 民), variants of the same
// sign (dashes, middle dots, quotation marks, the round zero 〇). Invisible characters are dropped.
// Letters keep their case, and spaces stay.
func Compat(s string) string {
	if plain(s) {
		return s
	}
	return norm.NFKC.String(strings.Map(same, norm.NFKC.String(s)))
}

// Text folds a text: Compat in small letters, with runs of spaces and line breaks
// replaced by one space, or by none beside a Chinese character, since names are padded that way.
func Text(s string) string {
	if folded(s) {
		return s
	}
	s = Compat(strings.ToLower(Compat(s)))
	var out strings.Builder
	last := rune(-1) // before the first word
	for _, word := range strings.Fields(s) {
		first, _ := utf8.DecodeRuneInString(word)
		if last >= 0 && !wide(last) && !wide(first) {
			out.WriteByte(' ')
		}
		out.WriteString(word)
		last, _ = utf8.DecodeLastRuneInString(word)
	}
	return out.String()
}

// Code folds a code, a staff number or a login name: Text without spaces. Dashes and dots stay,
// since 1-11 and 11-1 are two codes.
func Code(s string) string { return strings.ReplaceAll(Text(s), " ", "") }

// Key folds a name: its letters and figures, without spaces, line breaks and punctuation. It is
// empty for a text of punctuation alone.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, Text(s))
}

// Identity is Key, or Text where Key leaves nothing.
func Identity(s string) string {
	if k := Key(s); k != "" {
		return k
	}
	return Text(s)
}

// Title is Identity of a title without its numbering: 1.资金拨付 and （三）资金拨付 fold alike.
func Title(s string) string { return Identity(Unnumbered(s)) }

// plain reports whether Compat leaves a text as it is, since it is of printable ASCII and of
// Chinese characters of the main block, as most texts are.
func plain(s string) bool {
	for _, r := range s {
		if (r < ' ' || r >= 0x7f) && r != '\n' && r != '\t' && !ideograph(r) {
			return false
		}
	}
	return true
}

// ideograph reports whether a character is of the main block of Chinese characters, none of which
// folds to another.
func ideograph(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

// folded reports whether Text leaves a text as it is.
func folded(s string) bool {
	for _, r := range s {
		if (r <= ' ' || r >= 0x7f || r >= 'A' && r <= 'Z') && !ideograph(r) {
			return false
		}
	}
	return true
}

// wide reports whether a character is set without spaces around it.
func wide(r rune) bool { return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 }

// variants are signs that NFKC tells apart and that stand for each other in the papers of one
// body, depending on the input method and on the program that a text passed through.
var variants = map[rune]rune{
	'‐': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '─': '-', '⁃': '-',
	'•': '·', '‧': '·', '∙': '·', '⋅': '·', '・': '·',
	'“': '"', '”': '"', '„': '"', '‟': '"', '〝': '"', '〞': '"',
	'‘': '\'', '’': '\'', '‚': '\'', '‛': '\'',
	'○': '〇', '◯': '〇', '〜': '~',
}

// same is the character that stands for all that look like it, or -1 for one that is not seen.
func same(r rune) rune {
	switch {
	case r < utf8.RuneSelf && r >= ' ' && r != 0x7f:
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
		return -1
	}
	if other, ok := radicals[r]; ok {
		return other
	}
	if other, ok := variants[r]; ok {
		return other
	}
	return r
}
