package sheet

import (
	"strconv"
)

// maxStyles is the greatest number of cell formats in a workbook.
const maxStyles = 1 << 16

// readStyles reads the number formats, to which cells refer by index.
func (w *worksheets) readStyles(s *scanner) error {
	own := map[string]*numberFormat{} // by number
	inCells := false
	return s.all(func() error {
		switch s.Tag {
		case "cellXfs":
			inCells = s.Opens
		case "numFmt":
			if s.Opens {
				if len(own) == maxStyles {
					return bomb()
				}
				f := parseFormat(s.attr("formatCode"))
				own[s.attr("numFmtId")] = &f
			}
		case "xf":
			if !s.Opens || !inCells {
				return nil
			}
			if len(w.styles) == maxStyles {
				return bomb()
			}
			id := s.attr("numFmtId")
			f, ok := own[id]
			if !ok {
				f = builtIn(id)
			}
			w.styles = append(w.styles, f)
		}
		return nil
	})
}

// builtIn returns a number format that files name by its number alone, as Chinese editions show it.
func builtIn(id string) *numberFormat {
	n, err := strconv.Atoi(id)
	if err != nil {
		return nil
	}
	return builtInFormats[n]
}

var builtInFormats = func() map[int]*numberFormat {
	out := map[int]*numberFormat{}
	for code, ids := range map[string][]int{
		"0%":            {9, 10},
		"yyyy-m-d":      {14, 15, 30, 31},
		"m-d":           {16, 28, 29, 51, 53, 54, 58},
		"yyyy-m":        {17, 27, 36, 50, 52, 57},
		"h:mm":          {18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56},
		"[h]:mm:ss":     {46},
		"yyyy-m-d h:mm": {22},
	} {
		f := parseFormat(code)
		for _, id := range ids {
			out[id] = &f
		}
	}
	return out
}()
