package wording

import (
	"regexp"
	"strings"
	"unicode"

	"sineng/ent/term/fold"
)

// Key is fold.Key.
func Key(s string) string { return fold.Key(s) }

// Identity is fold.Identity.
func Identity(s string) string { return fold.Identity(s) }

// aside matches a remark in brackets.
var aside = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】`)

// TitleKey normalises a column title.
func TitleKey(title string) string { return Key(title) }

// PlainTitleKey is TitleKey without remarks in brackets: 风险等级(高/中/低).
func PlainTitleKey(title string) string {
	return Key(aside.ReplaceAllString(fold.Compat(title), ""))
}

// Clean removes invisible characters: outer spaces of any width, zero-width
// and control characters. Line breaks stay.
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

// OneLine is Clean with runs of spaces and line breaks replaced by one space,
// or by none between two Chinese characters: names are padded that way, 张  三.
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

// LastRune returns the last character of a text, 0 for an empty one.
func LastRune(s string) (last rune) {
	for _, r := range s {
		last = r
	}
	return last
}

// Names splits a list of names: 张三、李四；王五 or one per line.
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

// PathNames splits a unit path at slashes of any width and at >.
func PathNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/\\>\uff0f\uff1e", r) }) {
		if n := OneLine(part); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// Plain is a column title on one line without its number in a list, remarks in brackets and marks
// around it: 一、单位名称, * 风险等级(高/中/低): and （3）风险点. A title that is a remark as a whole
// keeps it.
func Plain(title string) string {
	t := bare(title)
	if less := bare(aside.ReplaceAllString(narrowBrackets.Replace(t), " ")); Key(less) != "" {
		return less
	}
	return strings.Trim(narrowBrackets.Replace(t), "()[]【】 ")
}

// bare is a title without its number and the marks around it.
func bare(title string) string {
	return strings.Trim(OneLine(fold.Unnumbered(strings.Trim(OneLine(title), titleMarks))), titleMarks)
}

const titleMarks = " *＊※★☆●○■□◆▲:：;；,，.。、"

var narrowBrackets = strings.NewReplacer("（", "(", "）", ")", "［", "[", "］", "]", "〔", "[", "〕", "]")
