package search

import (
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
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

// matches is the condition for a column to contain a text, or to begin with it. ASCII letters are
// equal in both cases, as in fold, everything else is exact: SQLite compares so by itself; MySQL
// and MariaDB, whose columns compare bytes, do by a pattern that names both cases.
func matches(column string, how How, text string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString(column)
		if b.Dialect() == dialect.MySQL && strings.ContainsFunc(text, letter) {
			b.WriteString(" REGEXP ").Arg(pattern(how, text))
			return
		}
		b.WriteString(" LIKE ").Arg(like(how, text)).WriteString(" ESCAPE '|'")
	})
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// like is the pattern of LIKE for a text.
func like(how How, text string) string {
	out := strings.NewReplacer("|", "||", "%", "|%", "_", "|_").Replace(text) + "%"
	if how == Part {
		return "%" + out
	}
	return out
}

// pattern is the regular expression for a text.
func pattern(how How, text string) string {
	var b strings.Builder
	if how == Start {
		b.WriteByte('^')
	}
	for _, r := range text {
		switch {
		case letter(r):
			small := fold(r)
			b.WriteString("[" + string(small) + string(small-'a'+'A') + "]")
		case strings.ContainsRune(`\.+*?()|[]{}^$`, r):
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
