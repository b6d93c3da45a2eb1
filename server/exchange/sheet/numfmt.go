package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// numberFormat is a parsed number format, e.g. [=1]"高";[=2]"中";"低" or yyyy"年"m"月".
type numberFormat struct{ sections []section }

// section is the part of a format for some numbers.
type section struct {
	condition condition
	// numerals is 1 to 3 where numbers are written in Chinese characters, capital ones or full
	// width ([DBNum1] to [DBNum3]), else 0.
	numerals int
	pieces   []piece
	// text reports that the section is for text, not for numbers.
	text bool
	// scaled reports that the number is shown divided by thousands.
	scaled bool
	// shows are the parts of a date that are shown; a section that shows none is for plain numbers.
	shows dateParts
}

// condition is a comparison of the number with a limit, e.g. [>=60].
type condition struct {
	sign  string // empty for none
	limit float64
}

func (c condition) holds(v float64) bool {
	switch c.sign {
	case "<":
		return v < c.limit
	case "<=":
		return v <= c.limit
	case ">":
		return v > c.limit
	case ">=":
		return v >= c.limit
	case "=":
		return v == c.limit
	case "<>":
		return v != c.limit
	}
	return false
}

type dateParts struct{ year, month, day, time, elapsed bool }

func (d dateParts) any() bool { return d != dateParts{} }

// piece is a part of a section.
type piece struct {
	kind pieceKind
	text string
}

type pieceKind uint8

const (
	pieceLiteral pieceKind = iota
	pieceDigit             // one of 0, # and ?
	pieceGeneral           // the number as it is
	piecePoint             // . , E and /, which change how digits are shown
	piecePercent
	pieceDate // a run of letters, in lower case
)

// maxFormat is the greatest length of a number format; the programs allow 255 characters.
const maxFormat = 4096

// parseFormat parses the code of a number format as it is stored, whatever the program's
// language. It never fails: what it does not know stands for itself.
func parseFormat(code string) numberFormat {
	var f numberFormat
	if len(code) > maxFormat {
		return f
	}
	for more := true; more; {
		var s section
		s, code, more = parseSection(code)
		f.sections = append(f.sections, s)
	}
	return f
}

// parseSection parses the first section and returns the others; more reports whether there are.
func parseSection(code string) (s section, rest string, more bool) {
	p := sectionParser{rest: []rune(code)}
	for len(p.rest) > 0 {
		if p.rest[0] == ';' {
			rest, more = string(p.rest[1:]), true
			break
		}
		p.step()
	}
	p.finish()
	return p.section, rest, more
}

type sectionParser struct {
	section
	rest []rune
}

// step parses the next piece.
func (p *sectionParser) step() {
	r := p.rest[0]
	lower := unicode.ToLower(r)
	switch {
	case r == '"':
		end := 1
		for end < len(p.rest) && p.rest[end] != '"' {
			end++
		}
		p.add(pieceLiteral, string(p.rest[1:end]))
		p.skip(end + 1)
	case r == '\\' || r == '!':
		if len(p.rest) > 1 {
			p.add(pieceLiteral, string(p.rest[1]))
		}
		p.skip(2)
	case r == '_' || r == '*': // as wide as a character, filled with a character
		p.skip(2)
	case r == '[':
		end := 1
		for end < len(p.rest) && p.rest[end] != ']' {
			end++
		}
		p.bracket(string(p.rest[1:end]))
		p.skip(end + 1)
	case p.has("general"):
		p.add(pieceGeneral, "")
		p.skip(len("general"))
	case p.has("g/通用格式"):
		p.add(pieceGeneral, "")
		p.skip(len([]rune("g/通用格式")))
	case p.has("am/pm"), p.has("上午/下午"):
		p.add(pieceDate, "h")
		p.skip(5)
	case p.has("a/p"):
		p.add(pieceDate, "h")
		p.skip(3)
	case r == '@':
		p.text = true
		p.skip(1)
	case r == '0' || r == '#' || r == '?':
		p.add(pieceDigit, string(r))
		p.skip(1)
	case r == '%':
		p.add(piecePercent, "%")
		p.skip(1)
	case lower == 'e' && p.digits() && len(p.rest) > 1 && (p.rest[1] == '+' || p.rest[1] == '-'):
		p.add(piecePoint, "E")
		p.skip(2)
	case (r == '.' || r == ',' || r == '/') && p.digits():
		p.add(piecePoint, string(r))
		p.skip(1)
	case strings.ContainsRune("ymdhsaeb", lower):
		end := 1
		for end < len(p.rest) && unicode.ToLower(p.rest[end]) == lower {
			end++
		}
		p.add(pieceDate, strings.Repeat(string(lower), end))
		p.skip(end)
	default:
		p.add(pieceLiteral, string(r))
		p.skip(1)
	}
}

func (p *sectionParser) add(kind pieceKind, text string) {
	p.pieces = append(p.pieces, piece{kind, text})
}

func (p *sectionParser) skip(n int) { p.rest = p.rest[min(n, len(p.rest)):] }

// has reports whether the rest begins with a word in any case.
func (p *sectionParser) has(word string) bool {
	w := []rune(word)
	return len(p.rest) >= len(w) && strings.EqualFold(string(p.rest[:len(w)]), word)
}

// digits reports whether there was a place for a digit.
func (p *sectionParser) digits() bool { return p.holds(pieceDigit) }

func (s *section) holds(kind pieceKind) bool {
	for _, piece := range s.pieces {
		if piece.kind == kind {
			return true
		}
	}
	return false
}

// bracket parses what stands in square brackets: [DBNum1], [$-804], [$¥-804], [h], [>=60], [Red].
func (p *sectionParser) bracket(inner string) {
	lower := strings.ToLower(inner)
	switch {
	case strings.HasPrefix(lower, "dbnum") && len(lower) == len("dbnum1"):
		if n := int(lower[5] - '0'); n >= 1 && n <= 3 {
			p.numerals = n
		}
	case strings.HasPrefix(inner, "$"):
		currency, _, _ := strings.Cut(inner[1:], "-")
		p.add(pieceLiteral, currency)
	case lower != "" && strings.Trim(lower, lower[:1]) == "" && strings.Contains("hms", lower[:1]):
		p.shows.elapsed = true
		p.add(pieceDate, "h")
	default:
		sign := inner[:len(inner)-len(strings.TrimLeft(inner, "<>="))]
		if limit, err := strconv.ParseFloat(inner[len(sign):], 64); sign != "" && err == nil {
			p.condition = condition{sign, limit}
		}
	}
}

// finish works out what the pieces show.
func (p *sectionParser) finish() {
	last := 0 // place of the last digit
	for i, piece := range p.pieces {
		if piece.kind == pieceDigit {
			last = i
		}
	}
	p.scaled = p.digits() && last+1 < len(p.pieces) && p.pieces[last+1] == piece{piecePoint, ","}
	var dates []string
	for _, piece := range p.pieces {
		if piece.kind == pieceDate {
			dates = append(dates, piece.text)
		}
	}
	for i, run := range dates {
		switch run[0] {
		case 'y', 'e', 'b':
			p.shows.year = true
		case 'd':
			p.shows.day = true
		case 'a': // the name of the day of the week
			p.shows.day = p.shows.day || len(run) > 2
		case 'h', 's':
			p.shows.time = true
		case 'm':
			if i > 0 && dates[i-1][0] == 'h' || i+1 < len(dates) && dates[i+1][0] == 's' {
				p.shows.time = true
			} else {
				p.shows.month = true
			}
		}
	}
}

// sectionFor returns the section that a number is shown by; nil for a plain number.
func (f numberFormat) sectionFor(v float64) *section {
	var numbers []*section
	conditional := false
	for i := range f.sections {
		if s := &f.sections[i]; !s.text && i < 3 {
			numbers = append(numbers, s)
			conditional = conditional || s.condition.sign != ""
		}
	}
	switch {
	case len(numbers) == 0:
		return nil
	case conditional:
		for _, s := range numbers {
			if s.condition.sign == "" || s.condition.holds(v) {
				return s
			}
		}
		return nil
	case v < 0 && len(numbers) > 1:
		return numbers[1]
	case v == 0 && len(numbers) > 2:
		return numbers[2]
	}
	return numbers[0]
}

// number shows a number from 0 whose digits are given, as the program does, but without
// separators, rounding and signs without a letter around it, as those of currencies.
func (s *section) number(v float64, digits string) string {
	first, last := s.places()
	if first < 0 {
		if words := lettered(s.words(0, len(s.pieces))); words != "" { // [=1]"高"
			return strings.TrimSpace(words)
		}
		return digits
	}
	whole := !strings.Contains(digits, ".")
	switch {
	case s.scaled: // the digits are those of a number of thousands
		return digits
	case s.holds(piecePercent):
		digits = shortest(v*100) + "%"
	case !whole || s.holds(piecePoint):
	case s.holds(pieceGeneral):
		digits = numerals(digits, s.numerals, true)
	default:
		digits = s.spread(digits, first, last)
	}
	return strings.TrimSpace(lettered(s.words(0, first)) + digits + lettered(s.words(last+1, len(s.pieces))))
}

// places returns where the number begins and ends, -1 where none is shown.
func (s *section) places() (first, last int) {
	first, last = -1, -1
	for i, piece := range s.pieces {
		if piece.kind == pieceDigit || piece.kind == pieceGeneral {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	return first, last
}

// words returns the literal words of some pieces.
func (s *section) words(from, to int) string {
	var out strings.Builder
	for _, piece := range s.pieces[from:to] {
		if piece.kind == pieceLiteral {
			out.WriteString(piece.text)
		}
	}
	return out.String()
}

func lettered(words string) string {
	if strings.ContainsFunc(words, unicode.IsLetter) {
		return words
	}
	return ""
}

// spread distributes digits over the places for them, the first one taking those that are too
// many: 12345 by 00"-"00 is 123-45.
func (s *section) spread(digits string, first, last int) string {
	left := 0
	for _, piece := range s.pieces {
		if piece.kind == pieceDigit {
			left++
		}
	}
	var out strings.Builder
	for _, piece := range s.pieces[first : last+1] {
		if piece.kind == pieceLiteral {
			out.WriteString(piece.text)
		}
		if piece.kind != pieceDigit {
			continue
		}
		take := max(0, len(digits)-left+1)
		if take == 0 && piece.text == "0" {
			out.WriteString(numerals("0", s.numerals, false))
		}
		out.WriteString(numerals(digits[:take], s.numerals, false))
		digits = digits[take:]
		left--
	}
	return out.String()
}
