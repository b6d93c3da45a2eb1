package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/term/fold"
)

// How a column's text is looked at.
type How int

// Part finds a text anywhere in the column, Start at its beginning.
const (
	Part How = iota
	Start
)

// Column is a column of text.
type Column struct {
	Name string
	How  How
}

// mostFolded is up to which character of a text others are found that fold to the same; beyond it
// they are compared exactly. SQLite refuses patterns of 50,000 bytes.
const mostFolded = 200

// matches is the condition for a column to contain a text, or to begin with it, where characters
// that fold to the same (fold.Rune) are equal. The databases agree on nothing but bytes, so where
// a character has variants the pattern names them all.
func matches(column string, how How, text string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString(column)
		switch {
		case !strings.ContainsFunc(text, varies):
			b.WriteString(" LIKE ").Arg(like(how, text)).WriteString(" ESCAPE '|'")
		case b.Dialect() == dialect.MySQL:
			b.WriteString(" REGEXP ").Arg(expression(how, text))
		default:
			b.WriteString(" GLOB ").Arg(glob(how, text))
		}
	})
}

// varies reports whether another character folds to the same.
func varies(r rune) bool { return len(fold.Variants(fold.Rune(r))) > 1 }

// like is the pattern of LIKE for a text.
func like(how How, text string) string {
	out := strings.NewReplacer("|", "||", "%", "|%", "_", "|_").Replace(text) + "%"
	if how == Part {
		return "%" + out
	}
	return out
}

// expression is the regular expression for a text, as MySQL's and MariaDB's libraries read it.
func expression(how How, text string) string {
	start := ""
	if how == Start {
		start = "^"
	}
	escape := func(r rune) string {
		if r < utf8.RuneSelf && r > ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return `\` + string(r)
		}
		return string(r)
	}
	return start + pattern(text, escape, func(all []rune) string {
		var class strings.Builder
		for _, r := range all {
			class.WriteString(escape(r))
		}
		return "[" + class.String() + "]"
	})
}

// glob is the pattern of SQLite's GLOB for a text. In its classes only ] first and - between
// characters mean something.
func glob(how How, text string) string {
	escape := func(r rune) string {
		if strings.ContainsRune("*?[", r) {
			return "[" + string(r) + "]"
		}
		return string(r)
	}
	out := pattern(text, escape, func(all []rune) string {
		var first, last string
		rest := slices.DeleteFunc(slices.Clone(all), func(r rune) bool {
			switch r {
			case ']':
				first = "]"
			case '-':
				last = "-"
			case '^':
				last = "^" + last
			default:
				return false
			}
			return true
		})
		return "[" + first + string(rest) + last + "]"
	}) + "*"
	if how == Part {
		return "*" + out
	}
	return out
}

// pattern writes a text, each character with its variants as a class of them.
func pattern(text string, one func(rune) string, class func([]rune) string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if all := fold.Variants(fold.Rune(r)); len(all) > 1 && n < mostFolded {
			b.WriteString(class(all))
		} else {
			b.WriteString(one(r))
		}
		n++
	}
	return b.String()
}
