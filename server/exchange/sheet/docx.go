package sheet

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// tablesPerSheet is how many tables a document may have for each sheet that a workbook may have:
// registers in documents have a table for each department or power.
const tablesPerSheet = 20

// maxNesting is the greatest depth of tables within cells of tables.
const maxNesting = 8

// document reads the tables of a Word document. Each is a table of its own with the paragraphs since
// the table before as its first rows, a tab beginning another cell; the paragraphs behind the last
// table are its last rows. A table within a cell is one of its own, after that which holds it.
//
// Text is read as it stands when all tracked changes are accepted. Fields are their results. What is
// not in the text is not read: numbers of lists, page headers and footers, notes and comments.
func (p *parts) document(ctx context.Context, part string, limits Limits, fresh func() keeper) (*content, error) {
	d := &docReader{ctx: ctx, limits: limits, fresh: fresh, out: &content{format: "docx"}}
	if err := p.each(part, d.scan); err != nil {
		if errors.Is(err, errLongText) {
			return nil, cellTooLong(d.name(), d.number(), d.column())
		}
		return nil, err
	}
	if err := d.finish(); err != nil {
		return nil, err
	}
	if len(d.out.tables) == 0 {
		return nil, refuse(ReasonForeign, "这个 Word 文档里没有表格", "This Word document holds no table")
	}
	return d.out, nil
}

// docReader is the state while reading a document.
type docReader struct {
	ctx    context.Context
	limits Limits
	fresh  func() keeper
	out    *content
	cells  int
	tables int

	skip       int          // depth within what is left out
	runs       []bool       // the open runs, whether each is hidden
	reading    bool         // in the text of a run
	inRunStyle bool         // in the properties of a run
	inStyle    bool         // in the properties of a paragraph
	body       wordText     // the present paragraph outside tables
	markGone   bool         // the end of the present paragraph was deleted
	lines      []Row        // paragraphs since the last table
	open       []*wordTable // from the outermost one
	last       *wordTable   // last table that is complete but for what follows it
	inner      []*wordTable // tables within it
}

// wordText is a text of paragraphs.
type wordText struct {
	strings.Builder
	broken bool // another paragraph begins with the next text
	hidden bool // some of it is not shown
}

func (t *wordText) reset() { *t = wordText{} }

// left out with all that is within: deleted and moved text, what a program reads that does not know
// the newer way to say the same, phonetic guides, former properties.
func leftOut(tag string) bool {
	switch tag {
	case "moveFrom", "Fallback", "rt", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange":
		return true
	}
	return false
}

func (d *docReader) scan(s *scanner) error {
	return s.all(func() error {
		if d.skip > 0 {
			if s.Tag != "" && s.Opens {
				d.skip++
			} else if s.Tag != "" {
				d.skip--
			}
			return nil
		}
		if s.Opens && (leftOut(s.Tag) || s.Tag == "del" && d.content()) {
			d.skip = 1
			return nil
		}
		if done, err := d.scanTable(s); done || err != nil {
			return err
		}
		return d.scanText(s)
	})
}

// content reports whether what comes is part of the text, not a property.
func (d *docReader) content() bool {
	return !d.inStyle && !d.inRunStyle && (len(d.open) == 0 || !d.open[len(d.open)-1].inProperties)
}

// target is where text goes.
func (d *docReader) target() *wordText {
	if t := d.table(); t != nil {
		return &t.text
	}
	return &d.body
}

func (d *docReader) table() *wordTable {
	if len(d.open) == 0 {
		return nil
	}
	return d.open[len(d.open)-1]
}

// scanText reads paragraphs and runs.
func (d *docReader) scanText(s *scanner) error {
	inRun := len(d.runs) > 0
	switch s.Tag {
	case "p":
		if s.Opens {
			d.markGone = false
			break
		}
		if !d.markGone {
			d.target().broken = true
			if d.table() == nil {
				return d.endLine()
			}
		}
	case "pPr":
		d.inStyle = s.Opens
	case "del":
		if d.inStyle {
			d.markGone = true
		}
	case "r":
		if s.Opens {
			if len(d.runs) > 10*maxNesting {
				return errors.New("texts are nested too deeply")
			}
			d.runs = append(d.runs, false)
		} else if inRun {
			d.runs = d.runs[:len(d.runs)-1]
		}
	case "rPr":
		d.inRunStyle = s.Opens && inRun && !d.inStyle
	case "vanish":
		if s.Opens && d.inRunStyle {
			d.runs[len(d.runs)-1] = s.attr("val") == "" || truth(s.attr("val")) || s.attr("val") == "on"
		}
	case "t":
		d.reading = s.Opens && inRun && d.content()
	case "":
		if inRun && d.reading {
			return d.write(string(s.Text))
		}
	default:
		if s.Opens && inRun && d.content() {
			return d.write(signOf(s))
		}
	}
	return nil
}

// signOf is the text of a tag that stands for a character.
func signOf(s *scanner) string {
	switch s.Tag {
	case "br", "cr":
		return "\n"
	case "tab", "ptab":
		return "\t"
	case "noBreakHyphen":
		return "-"
	case "sym":
		code, err := strconv.ParseUint(s.attr("char"), 16, 32)
		if err != nil {
			return ""
		}
		return symbol(strings.ToLower(s.attr("font")), rune(code))
	}
	return ""
}

// symbol is a character of a font of signs; ticks and boxes are those that a form is filled in with.
func symbol(font string, r rune) string {
	low := r & 0xff
	switch {
	case font == "wingdings" && (low == 0xfc || low == 0xfe), font == "wingdings 2" && (low == 0x50 || low == 0x52):
		return "√"
	case font == "wingdings" && (low == 0xfb || low == 0xfd), font == "wingdings 2" && (low == 0x4f || low == 0x51 || low == 0x54):
		return "×"
	case font == "wingdings" && (low == 0xa8 || low == 0x6f || low == 0x71), font == "wingdings 2" && (low == 0xa3 || low == 0x2a):
		return "□"
	case r >= 0xe000 && r < 0xf900 || r < ' ':
		return "\uFFFD"
	}
	return string(r)
}

// write adds text to the present cell or paragraph.
func (d *docReader) write(text string) error {
	if text == "" {
		return nil
	}
	t := d.target()
	if t.Len()+len(text) > d.limits.CellBytes {
		return errLongText
	}
	if t.broken && t.Len() > 0 {
		t.WriteByte('\n')
	}
	t.broken = false
	t.hidden = t.hidden || d.runs[len(d.runs)-1]
	t.WriteString(text)
	return nil
}

// endLine keeps a paragraph outside tables.
func (d *docReader) endLine() error {
	row := Row{Hidden: d.body.hidden}
	for column, text := range strings.Split(d.body.String(), "\t") {
		if c := (Cell{Text: strings.TrimSpace(text)}); !c.Blank() {
			if column >= d.limits.Columns {
				return tooManyColumns(d.name(), d.limits.Columns)
			}
			row.Cells = put(row.Cells, column, c)
		}
	}
	d.body.reset()
	if len(row.Cells) == 0 {
		return nil
	}
	if d.cells += len(row.Cells); d.cells > d.limits.Cells {
		return tooManyCells(d.name())
	}
	if len(d.lines) == d.limits.Rows {
		return tooManyRows(d.name(), d.limits.Rows)
	}
	d.lines = append(d.lines, row)
	return nil
}

// name is that of the present table, or of the next one.
func (d *docReader) name() string {
	if t := d.table(); t != nil {
		return t.name
	}
	return tableTitle(d.tables + 1)
}

func tableTitle(n int) string { return fmt.Sprintf("表格 %d", n) }

func (d *docReader) number() int {
	if t := d.table(); t != nil {
		return t.rows + 1
	}
	return len(d.lines) + 1
}

func (d *docReader) column() int {
	if t := d.table(); t != nil {
		return t.at
	}
	return 0
}

// finish adds what follows the last table to it.
func (d *docReader) finish() error {
	if d.last == nil {
		return nil
	}
	for _, row := range d.lines {
		if err := d.add(d.last, row); err != nil {
			return err
		}
	}
	d.lines = nil
	return d.settle()
}
