package sheet

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Page is a sheet to be written, of text only.
type Page struct {
	Name string
	// Lines are the rows from the top, headings included.
	Lines [][]string
	// Heading is how many rows stay visible while scrolling.
	Heading int
	// Widths are the column widths in characters; the default is 16.
	Widths []float64
}

// maxCellRunes is the greatest length of a cell's text.
const maxCellRunes = 32_767

// Write writes an xlsx file of pages. Every cell is stored as a string, so
// that text beginning with =, +, - or @ is never run as a formula.
func Write(w io.Writer, pages []Page) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	names := map[string]bool{}
	for i, page := range pages {
		name := pageName(page.Name, i, names)
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return err
		}
		if err := writePage(f, name, page); err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	return f.Write(w)
}

func writePage(f *excelize.File, name string, page Page) error {
	plain, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	if err != nil {
		return err
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	width := 1
	for _, line := range page.Lines {
		width = max(width, len(line))
	}
	for column := range width {
		size := 16.0
		if column < len(page.Widths) {
			size = page.Widths[column]
		}
		if err := s.SetColWidth(column+1, column+1, size); err != nil {
			return err
		}
	}
	if page.Heading > 0 {
		if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: page.Heading,
			TopLeftCell: fmt.Sprintf("A%d", page.Heading+1), ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	for i, line := range page.Lines {
		style := plain
		if i < page.Heading {
			style = bold
		}
		values := make([]any, len(line))
		for column, text := range line {
			values[column] = excelize.Cell{StyleID: style, Value: cut(text, maxCellRunes)}
		}
		if err := s.SetRow(fmt.Sprintf("A%d", i+1), values); err != nil {
			return err
		}
	}
	return s.Flush()
}

// pageName returns a valid sheet name that is not taken yet.
func pageName(name string, index int, taken map[string]bool) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' || r == utf8.RuneError {
			return ' '
		}
		return r
	}, name), " '")
	base := strings.TrimSpace(cut(name, 20))
	name = strings.TrimSpace(cut(name, 31))
	for n := index + 1; name == "" || taken[strings.ToLower(name)]; n++ {
		name = strings.TrimSpace(fmt.Sprintf("%s %d", base, n))
	}
	taken[strings.ToLower(name)] = true
	return name
}

// cut shortens text to a number of UTF-16 units, in which the format counts.
func cut(text string, units int) string {
	for i, r := range text {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		if units -= n; units < 0 {
			return text[:i]
		}
	}
	return text
}
