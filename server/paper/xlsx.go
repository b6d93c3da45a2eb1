package paper

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"sineng/server/exchange/sheet"
)

// XLSX writes documents into one workbook, each on a sheet of its own. The
// same documents always give the same bytes. Every cell is stored as a string,
// so that text beginning with =, +, - or @ is never run as a formula.
func XLSX(w io.Writer, docs ...Document) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	styles := &styleBook{file: f, ids: map[styleKey]int{}}
	names := newNames(31)
	for i, d := range docs {
		title := d.Layout.Number
		if len(docs) > 1 {
			title += " " + d.Subject()
		}
		name := names.take(sheetName(title))
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err != nil {
			return err
		}
		s := &sheetWriter{file: f, name: name, page: newPage(d), styles: styles}
		if err := s.write(); err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	if err := f.SetDocProps(&excelize.DocProperties{Creator: sheet.Creator, Title: titleOf(docs)}); err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := f.Write(&packed); err != nil {
		return err
	}
	return repack(w, packed.Bytes())
}

func titleOf(docs []Document) string {
	if len(docs) == 0 {
		return ""
	}
	return docs[0].FileName()
}

// escapes matches texts that a spreadsheet program would take for an escaped
// character.
var escapes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// sheetName turns a text into a valid sheet name.
func sheetName(text string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, shown(text)), " ")
}

// Measures of the page. Pixels are 1/96 inch, the unit in which the format
// derives column widths.
const (
	inch          = 25.4 // mm
	marginSide    = 10.0 // mm
	marginTop     = 10.0
	marginBottom  = 15.0
	marginFoot    = 7.0
	longSide      = 297.0
	shortSide     = 210.0
	digit         = 7.0  // px, width of a digit, the format's unit of column widths
	cellGap       = 5.0  // px between text and border, both sides together
	lineHeight    = 1.45 // times the font size: the tallest among common Chinese fonts
	tallest       = 390  // points; a spreadsheet's row ends at 409
	hiddenColumns = 1    // left of the printed columns
)

// sheetWriter writes a page to a sheet.
type sheetWriter struct {
	file   *excelize.File
	name   string
	page   *page
	styles *styleBook
	row    int // last written row
	first  int // first repeated row
	last   int
}

// paperWidth returns the width between the margins in pixels.
func (p *page) paperWidth() float64 {
	side := longSide
	if !p.doc.landscape() {
		side = shortSide
	}
	return (side-2*marginSide)/inch*96 - 4
}

func (s *sheetWriter) write() error {
	if err := s.columns(); err != nil {
		return err
	}
	for i, l := range s.page.top {
		l.mark = markNone
		if i == 0 {
			l.mark = s.page.doc.Origin().mark()
		}
		if err := s.lines(l); err != nil {
			return err
		}
	}
	for _, b := range s.page.blocks {
		begin := s.row + 1
		s.heighten(b.lines)
		for _, l := range b.lines {
			if err := s.lines(l); err != nil {
				return err
			}
		}
		if b.headings > 0 && s.first == 0 {
			s.first, s.last = begin, begin+b.headings-1
		}
	}
	end := s.row
	if err := s.keys(); err != nil {
		return err
	}
	return s.setUp(end)
}

func (s *sheetWriter) columns() error {
	if err := s.file.SetColVisible(s.name, "A", false); err != nil {
		return err
	}
	for i := 1; i < len(s.page.grid); i++ {
		name, err := excelize.ColumnNumberToName(i + hiddenColumns)
		if err != nil {
			return err
		}
		if err := s.file.SetColWidth(s.name, name, name, max(1, (s.width(i-1, i)-cellGap)/digit)); err != nil {
			return err
		}
	}
	return nil
}

// width returns the width between two boundaries of the grid in pixels.
func (s *sheetWriter) width(from, to int) float64 {
	return float64(s.page.grid[to]-s.page.grid[from]) / 1000 * s.page.paperWidth()
}

// fits returns how many Chinese characters fit side by side in a cell.
func (s *sheetWriter) fits(c cell) float64 {
	return max(1, (s.width(c.from, c.to)-cellGap-2)/(s.page.fontSize(c.look)*96/72)*0.97)
}

// fontSize returns the font size of a style in points.
func (p *page) fontSize(l look) float64 {
	switch l {
	case lookTitle:
		return 18
	case lookStatus, lookHeader:
		return 10
	}
	return p.size
}

// heighten makes lines tall enough for the cells that span several lines.
func (s *sheetWriter) heighten(all []line) {
	for i := range all {
		for _, c := range all[i].cells {
			if c.down < 2 {
				continue
			}
			last := &all[i+c.down-1]
			above := 0.0
			for _, l := range all[i : i+c.down-1] {
				above += l.least
			}
			last.least = max(last.least, s.tall(c)-above)
		}
	}
}

// tall returns the height of a cell's text in points.
func (s *sheetWriter) tall(c cell) float64 {
	return float64(lines(c.text, s.fits(c)))*s.page.fontSize(c.look)*lineHeight + 4
}

// lines writes a line, continued in further rows when it is taller than a row
// may be.
func (s *sheetWriter) lines(l line) error {
	for more := false; ; more = true {
		row := line{mark: l.mark, least: l.least, cells: make([]cell, len(l.cells))}
		if more {
			row.mark = markMore
			row.least = 0
		}
		height, cut := row.least, false
		for i, c := range l.cells {
			most := int(tallest / (s.page.fontSize(c.look) * lineHeight))
			row.cells[i] = c
			row.cells[i].text, l.cells[i].text = head(c.text, s.fits(c), most)
			cut = cut || l.cells[i].text != ""
			if c.down < 2 {
				height = max(height, s.tall(row.cells[i]))
			}
		}
		if err := s.draw(row, min(height, 409), more, cut); err != nil || !cut {
			return err
		}
	}
}

// draw writes one row of the sheet. Between a row and its continuation there
// is no border.
func (s *sheetWriter) draw(l line, height float64, more, goesOn bool) error {
	s.row++
	if err := s.file.SetRowHeight(s.name, s.row, height); err != nil {
		return err
	}
	if err := s.text(1, s.row, l.mark); err != nil {
		return err
	}
	for _, c := range l.cells {
		style, err := s.styles.id(styleKey{look: c.look, size: s.page.fontSize(c.look), more: more, goesOn: goesOn})
		if err != nil {
			return err
		}
		first, err := excelize.CoordinatesToCellName(c.from+1+hiddenColumns, s.row)
		if err != nil {
			return err
		}
		last, err := excelize.CoordinatesToCellName(c.to+hiddenColumns, s.row+max(0, c.down-1))
		if err != nil {
			return err
		}
		if c.text != "" {
			if err := s.file.SetCellStr(s.name, first, escapes.ReplaceAllString(c.text, "_x005F$0")); err != nil {
				return err
			}
		}
		if err := s.file.SetCellStyle(s.name, first, last, style); err != nil {
			return err
		}
		if first != last {
			if err := s.file.MergeCell(s.name, first, last); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sheetWriter) text(column, row int, text string) error {
	if text == "" {
		return nil
	}
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	return s.file.SetCellStr(s.name, at, text)
}

// keys writes the keys of the exported rows below the printed area.
func (s *sheetWriter) keys() error {
	keys := s.page.keys
	for len(keys) > 0 {
		var text strings.Builder
		text.WriteString(markKeys)
		for len(keys) > 0 && text.Len()+len(keys[0]) < maxText {
			text.WriteString(keys[0] + " ")
			keys = keys[1:]
		}
		s.row++
		if err := s.text(1, s.row, text.String()); err != nil {
			return err
		}
		if err := s.file.SetRowVisible(s.name, s.row, false); err != nil {
			return err
		}
	}
	return nil
}

// setUp sets page size, margins, footer, repeated rows and print area.
func (s *sheetWriter) setUp(end int) error {
	const a4 = 9
	size, one, any := a4, 1, 0
	orientation := "portrait"
	if s.page.doc.landscape() {
		orientation = "landscape"
	}
	yes, no := true, false
	set := func(mm float64) *float64 { v := mm / inch; return &v }
	if err := s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	if err := s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: set(marginSide), Right: set(marginSide), Top: set(marginTop),
		Bottom: set(marginBottom), Header: set(5), Footer: set(marginFoot), Horizontally: &yes}); err != nil {
		return err
	}
	foot := func(text string) string { return strings.ReplaceAll(shown(text), "&", "&&") }
	if err := s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{ScaleWithDoc: &no, AlignWithMargins: &yes,
		OddFooter: "&L&8 " + foot(s.page.doc.foot()) + "&C&9第 &P 页 共 &N 页&R&8 " + foot(s.page.doc.footEnd())}); err != nil {
		return err
	}
	first, last := s.first, s.last
	if len(s.page.doc.Layout.Tables) > 1 { // repeated headings of one table would also be above the next
		first, last = 1, len(s.page.top)
	}
	right, err := excelize.ColumnNumberToName(len(s.page.grid) - 1 + hiddenColumns)
	if err != nil {
		return err
	}
	for _, n := range []excelize.DefinedName{
		{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", s.name, first, last), Scope: s.name},
		{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$B$1:$%s$%d", s.name, right, end), Scope: s.name},
	} {
		if err := s.file.SetDefinedName(&n); err != nil {
			return err
		}
	}
	return s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no})
}
