package rulebook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/term/fold"
)

// leastNamed is how long a title or a number is by which a text names a document: shorter ones stand in many texts.
const leastNamed = 4

// span is where a name stands in a text.
type span struct{ from, to int }

func (a span) within(b span) bool {
	return a != b && b.from <= a.from && a.to <= b.to
}

// Suggested are the documents that a text names, in their order: by their title, or by the number of one of their editions. Width, quotation marks and
// spaces make no difference. A name that stands there only within a longer one names nothing.
func Suggested(text string, documents []*ent.RulesDocument) []*ent.RulesDocument {
	text = squeezed(text)
	named := make([][]span, len(documents))
	var all []span
	for i, d := range documents {
		for _, name := range append(strings.Split(d.Numbers, "\n"), d.Title) {
			named[i] = append(named[i], spans(text, squeezed(name))...)
		}
		all = append(all, named[i]...)
	}
	out := []*ent.RulesDocument{}
	for i, d := range documents {
		if slices.ContainsFunc(named[i], func(a span) bool { return !slices.ContainsFunc(all, a.within) }) {
			out = append(out, d)
		}
	}
	return out
}

// squeezed is a text of which letters and figures are left, as they are compared; a space parts figures and Latin letters that stood apart.
func squeezed(text string) string {
	var out []rune
	apart := false
	for _, r := range fold.Text(text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			apart = true
			continue
		}
		if apart && len(out) > 0 && joins(out[len(out)-1]) && joins(r) {
			out = append(out, ' ')
		}
		out, apart = append(out, r), false
	}
	return string(out)
}

// joins tells whether a sign makes one word or number with the next.
func joins(r rune) bool { return unicode.IsDigit(r) || unicode.Is(unicode.Latin, r) }

// spans are where a name stands in a text, but not where figures or Latin letters go on beside it.
func spans(text, name string) []span {
	if utf8.RuneCountInString(name) < leastNamed {
		return nil
	}
	var out []span
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return out
		}
		s := span{at + i, at + i + len(name)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.from])
		begins, _ := utf8.DecodeRuneInString(name)
		ends, _ := utf8.DecodeLastRuneInString(name)
		after, size := utf8.DecodeRuneInString(text[s.to:])
		if !goesOn(before, begins) && (size == 0 || !goesOn(ends, after)) {
			out = append(out, s)
		}
		_, one := utf8.DecodeRuneInString(text[s.from:])
		at = s.from + one
	}
}

// goesOn tells whether one sign goes on from another: both are figures, or both are Latin letters.
func goesOn(a, b rune) bool {
	latin := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
	return unicode.IsDigit(a) && unicode.IsDigit(b) || latin(a) && latin(b)
}
