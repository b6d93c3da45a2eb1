package sheet

import (
	"regexp"
	"strconv"
	"strings"
)

// style is what a cell's number format says about its number.
type style struct {
	date bool
	pad  int // least number of digits, 0 for none: the format 000000 shows 42 as 000042
}

// maxStyles is the greatest number of cell formats in a workbook.
const maxStyles = 1 << 16

// readStyles reads the number formats, to which cells refer by index.
func (w *worksheets) readStyles(s *scanner) error {
	formats := map[int]style{}
	inCells := false
	return s.all(func() error {
		switch s.Tag {
		case "cellXfs":
			inCells = s.Opens
		case "numFmt":
			if id, err := strconv.Atoi(s.attr("numFmtId")); s.Opens && err == nil {
				formats[id] = styleOf(s.attr("formatCode"))
			}
		case "xf":
			if !s.Opens || !inCells {
				return nil
			}
			if len(w.styles) == maxStyles {
				return bomb()
			}
			id, _ := strconv.Atoi(s.attr("numFmtId"))
			st, own := formats[id]
			if !own {
				st = style{date: builtInDate(id)}
			}
			w.styles = append(w.styles, st)
		}
		return nil
	})
}

// builtInDate reports which of the built-in number formats are dates or times,
// those of Chinese editions included.
func builtInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

var (
	zeros = regexp.MustCompile(`^0{2,20}$`)
	// asides matches literal parts of a number format: quoted words, colours
	// and conditions, escaped characters.
	asides = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.`)
)

func styleOf(code string) style {
	if zeros.MatchString(code) {
		return style{pad: len(code)}
	}
	positive, _, _ := strings.Cut(code, ";")
	if strings.Contains(strings.ToLower(positive), "general") {
		return style{}
	}
	return style{date: strings.ContainsAny(asides.ReplaceAllString(positive, ""), "yYmMdDhHsS年月日")}
}
