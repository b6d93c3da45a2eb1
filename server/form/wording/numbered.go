package wording

import (
	"strconv"
	"strings"
)

// Numbered is what forms write for a thing whose name alone does not tell it from others: the name
// with the thing's id. NumberOf reads it back.
func Numbered(name string, id int64) string { return name + "#" + strconv.FormatInt(id, 36) }

// NumberOf returns the name and the id of a text that Numbered wrote; ok is false for other texts.
func NumberOf(text string) (name string, id int64, ok bool) {
	at := strings.LastIndexByte(text, '#')
	if at < 0 {
		return "", 0, false
	}
	id, err := strconv.ParseInt(strings.TrimSpace(text[at+1:]), 36, 64)
	return text[:at], id, err == nil && id > 0
}

// Divides reports whether a character separates things in a cell.
func Divides(r rune) bool { return strings.ContainsRune("\n,;、，；", r) }

// Undivided replaces the separators of a text by blanks.
func Undivided(text string) string {
	return OneLine(strings.Map(func(r rune) rune {
		if Divides(r) {
			return ' '
		}
		return r
	}, text))
}

// Called reports whether a text means a name, apart from separators and the forms of letters.
func Called(name, text string) bool {
	return Undivided(name) == Undivided(text) || Key(name) == Key(text) && Key(name) != ""
}
