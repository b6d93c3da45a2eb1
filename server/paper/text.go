package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText is the greatest number of characters in a spreadsheet cell.
const maxText = 32_767

// shown returns a text as files store it: with line ends normalised, without
// characters that XML cannot hold, no longer than a cell. Texts with the same
// result count as equal.
func shown(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
	units := 0
	for i, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
		if units > maxText {
			text = text[:i]
			break
		}
	}
	return strings.TrimRightFunc(text, unicode.IsSpace)
}

// ems returns the width of a character in widths of a Chinese one. It errs on
// the wide side, since a clipped text is worse than an empty line.
func ems(r rune) float64 {
	switch {
	case r == '\t':
		return 2
	case r >= 0x2E80 || r == '“' || r == '”' || r == '—' || r == '…' || r == '·':
		return 1
	case r >= 'A' && r <= 'Z' || r == '%' || r == '@' || r == 'm' || r == 'w':
		return 0.72
	case r < 0x80:
		return 0.54
	}
	return 0.7
}

// lines returns the number of lines of a text in a width, given in Chinese
// characters.
func lines(text string, width float64) int {
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		at := 0.0
		for _, r := range paragraph {
			w := ems(r)
			if at+w > width && at > 0 {
				n++
				at = 0
			}
			at += w
		}
	}
	return n
}

// head splits a text into what fits on a number of lines and the rest.
func head(text string, width float64, most int) (first, rest string) {
	n, at := 1, 0.0
	for i, r := range text {
		switch w := ems(r); {
		case r == '\n':
			n++
			at = 0
		case at+w > width && at > 0:
			n++
			at = w
		default:
			at += w
		}
		if n > most {
			if r == '\n' {
				i++ // a line end belongs to the line it ends
			}
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// safeName turns a text into a valid file or folder name on every system.
func safeName(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`\/:*?"<>|`, r):
			return '_'
		case r < ' ' || r == 0x7F || r == utf8.RuneError || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	text = strings.Trim(text, " .")
	const most = 60
	if r := []rune(text); len(r) > most {
		text = strings.TrimRight(string(r[:most]), " .")
	}
	if text == "" || reserved[strings.ToUpper(strings.SplitN(text, ".", 2)[0])] {
		text = "_" + text
	}
	return text
}

// reserved are device names of Windows.
var reserved = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true,
	"COM1": true, "COM2": true, "COM3": true, "COM4": true, "COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true, "LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
}
