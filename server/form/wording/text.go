package wording

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key is a text as it is compared: widths, case and the forms of numerals folded,
// spaces, line breaks and punctuation left out.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// Identity is the key by which a text is found again, or the text itself where it has
// only signs.
func Identity(s string) string {
	if k := Key(s); k != "" {
		return k
	}
	return s
}

// aside is a remark in brackets.
var aside = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】`)

// TitleKey is the key of a column title.
func TitleKey(title string) string { return Key(title) }

// PlainTitleKey is TitleKey without remarks in brackets: 风险等级(高/中/低).
func PlainTitleKey(title string) string {
	return Key(aside.ReplaceAllString(norm.NFKC.String(title), ""))
}

// Clean drops what cannot be seen: outer spaces of every width, zero-width and
// control characters; line breaks stay.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r' || r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u200e' || r == '\u200f':
			return -1
		case unicode.IsSpace(r) || r == '\u3000':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// OneLine is Clean with runs of spaces and line breaks made one space, and none
// between two Chinese characters: names are padded that way, 张  三.
func OneLine(s string) string {
	words := strings.Fields(Clean(s))
	var out strings.Builder
	for i, w := range words {
		if i > 0 && !(wide(LastRune(words[i-1])) && wide(firstRune(w))) {
			out.WriteByte(' ')
		}
		out.WriteString(w)
	}
	return out.String()
}

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFFF0
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// LastRune is the last character of a text, 0 of none.
func LastRune(s string) (last rune) {
	for _, r := range s {
		last = r
	}
	return last
}

// Names cuts a list of names: 张三、李四；王五 or one a line.
func Names(s string) []string {
	var out []string
	seen := map[string]bool{}
	for _, part := range strings.FieldsFunc(Clean(s), func(r rune) bool { return strings.ContainsRune("\n,;\u3001\uff0c\uff1b", r) }) {
		if n := OneLine(part); n != "" && !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// PathNames cuts a unit's name at slashes of any width and at >.
func PathNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/\\>\uff0f\uff1e", r) }) {
		if n := OneLine(part); n != "" {
			out = append(out, n)
		}
	}
	return out
}
