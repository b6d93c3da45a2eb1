package sheet

import (
	"context"
	"errors"
	"strconv"
	"strings"
)

// worksheets reads sheets with their shared strings and styles.
type worksheets struct {
	parts    *parts
	limits   Limits
	fresh    func() keeper
	date1904 bool
	results  trust
	strings  textList
	styles   []*numberFormat // nil for plain numbers
	cells    int             // total of all sheets so far
}

// readStrings reads the table of shared strings.
func (w *worksheets) readStrings(s *scanner) error {
	var text richText
	return s.all(func() error {
		if s.Tag == "si" && s.Opens {
			text = richText{}
		} else if s.Tag == "si" {
			if w.strings.count() == w.limits.Cells {
				return bomb()
			}
			w.strings.add(unescape(text.String()))
		}
		return text.scan(s, w.limits.CellBytes)
	})
}

// richText joins the runs of a string, without phonetic guides.
type richText struct {
	strings.Builder
	in, aside bool
}

var errLongText = errors.New("a text is too long")

func (r *richText) scan(s *scanner, limit int) error {
	switch s.Tag {
	case "t":
		r.in = s.Opens
	case "rPh":
		r.aside = s.Opens
	case "":
		if r.in && !r.aside {
			if r.Len()+len(s.Text) > limit {
				return errLongText
			}
			r.Write(s.Text)
		}
	}
	return nil
}

// unescape turns _x000D_ into the character it encodes, and line ends into \n.
func unescape(s string) string {
	if !strings.ContainsAny(s, "_\r") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			break
		}
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' || code >= 0xD800 && code < 0xE000 {
			out.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		out.WriteString(s[:i])
		out.WriteRune(rune(code))
		s = s[i+7:]
	}
	out.WriteString(s)
	return strings.ReplaceAll(strings.ReplaceAll(out.String(), "\r\n", "\n"), "\r", "\n")
}

// read reads one sheet.
func (w *worksheets) read(ctx context.Context, name, part string) (kept, error) {
	r := &sheetReader{worksheets: w, ctx: ctx, name: name, rows: w.fresh()}
	if err := w.parts.each(part, r.scan); err != nil {
		return kept{}, err
	}
	rows, err := r.fillMerged()
	return kept{name: name, hiddenColumns: r.hiddenColumns(), rows: rows}, err
}

// sheetReader is the state while reading one sheet.
type sheetReader struct {
	*worksheets
	ctx    context.Context
	name   string
	rows   keeper
	width  int // of the widest row
	merges []area
	hidden []span // columns

	inData, inRow bool

	row    Row
	column int // column of the next cell

	// the present cell
	inCell, inValue, inFormula bool
	hasValue, hasFormula       bool
	at                         int
	kind, style                string
	value, formula             strings.Builder
	inline                     richText
}

func (r *sheetReader) scan(s *scanner) error {
	err := s.all(func() error {
		switch {
		case s.Tag == "sheetData":
			r.inData = s.Opens
		case s.Tag == "col" && s.Opens && !r.inData && len(r.hidden) < lastColumn:
			if c, ok := hiddenSpan(s); ok {
				r.hidden = append(r.hidden, c)
			}
		case s.Tag == "mergeCell" && s.Opens && !r.inData:
			if len(r.merges) == r.limits.Cells {
				return tooManyCells(r.name)
			}
			if a, ok := parseArea(s.attr("ref")); ok {
				r.merges = append(r.merges, a)
			}
		case r.inData && s.Tag == "row":
			return r.scanRow(s)
		case r.inRow && s.Tag == "c":
			return r.scanCell(s)
		case r.inCell:
			return r.scanContent(s)
		}
		return nil
	})
	if errors.Is(err, errLongText) {
		return cellTooLong(r.name, r.row.Number, r.at)
	}
	return err
}

func (r *sheetReader) scanRow(s *scanner) error {
	if r.inRow == s.Opens {
		return errors.New("the rows are not one after the other")
	}
	r.inRow = s.Opens
	if s.Opens {
		number := r.row.Number + 1
		if ref := s.attr("r"); ref != "" {
			n, err := strconv.Atoi(ref)
			if err != nil || n < number {
				return errors.New("the rows are out of order")
			}
			number = n
		}
		r.row, r.column = Row{Number: number, Hidden: truth(s.attr("hidden")) || none(s.attr("ht"))}, 0
		if number%1000 == 0 {
			return r.ctx.Err()
		}
		return nil
	}
	if len(r.row.Cells) == 0 {
		return nil
	}
	if r.row.Number > r.limits.Rows {
		return tooManyRows(r.name, r.limits.Rows)
	}
	if r.cells += len(r.row.Cells); r.cells > r.limits.Cells {
		return tooManyCells(r.name)
	}
	r.width = max(r.width, len(r.row.Cells))
	row := r.row
	r.row.Cells = nil
	return r.rows.add(row)
}

func (r *sheetReader) scanCell(s *scanner) error {
	if s.Opens {
		r.at = r.column
		if ref := s.attr("r"); ref != "" {
			_, column, ok := parseCellName(ref)
			if !ok {
				return errors.New("a cell has no place")
			}
			r.at = column
		}
		r.column = r.at + 1
		r.inCell, r.inValue, r.inFormula, r.hasValue, r.hasFormula = true, false, false, false, false
		r.kind, r.style = s.attr("t"), s.attr("s")
		r.value.Reset()
		r.formula.Reset()
		r.inline = richText{}
		return nil
	}
	r.inCell = false
	c, err := r.cell()
	if err != nil || c.Blank() {
		return err
	}
	if r.at >= r.limits.Columns {
		return tooManyColumns(r.name, r.limits.Columns)
	}
	r.row.Cells = put(r.row.Cells, r.at, c)
	return nil
}

func (r *sheetReader) scanContent(s *scanner) error {
	switch s.Tag {
	case "v":
		r.inValue, r.hasValue = s.Opens, true
	case "f":
		r.inFormula = s.Opens
		r.hasFormula = true
	case "":
		into := &r.value
		if r.inFormula {
			into = &r.formula
		} else if !r.inValue {
			break
		}
		if into.Len()+len(s.Text) > r.limits.CellBytes {
			return errLongText
		}
		into.Write(s.Text)
		return nil
	}
	return r.inline.scan(s, r.limits.CellBytes)
}

// cell returns the present cell. A formula is its result, if the file holds one.
func (r *sheetReader) cell() (Cell, error) {
	if r.hasFormula && !r.hasResult() {
		return Cell{Text: "=" + r.formula.String(), Kind: Formula}, nil
	}
	c, err := r.typed()
	c.Computed = r.hasFormula
	return c, err
}

// hasResult reports whether the result of the present cell's formula was stored.
func (r *sheetReader) hasResult() bool {
	switch value := strings.TrimSpace(r.value.String()); r.kind {
	case "str":
		return r.hasValue && (r.results.digits || value == "" || strings.Trim(value, "0123456789") != "")
	case "inlineStr":
		return r.inline.Len() > 0
	case "", "n":
		return value != "" && (r.results.zeros || value != "0")
	default:
		return value != ""
	}
}

// typed returns the present cell as if what it shows had been typed.
func (r *sheetReader) typed() (Cell, error) {
	value := r.value.String()
	switch r.kind {
	case "s":
		if value == "" {
			return Cell{}, nil
		}
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= r.strings.count() {
			return Cell{}, errors.New("a cell refers to a text that is not there")
		}
		return Cell{Text: r.strings.at(i)}, nil
	case "inlineStr":
		return Cell{Text: unescape(r.inline.String())}, nil
	case "str":
		return Cell{Text: unescape(value)}, nil
	case "e":
		return Cell{Text: value, Kind: Broken}, nil
	case "b":
		if truth(value) {
			return Cell{Text: "TRUE"}, nil
		} else if value == "" {
			return Cell{}, nil
		}
		return Cell{Text: "FALSE"}, nil
	case "d":
		text := strings.Replace(strings.TrimSuffix(value, "T00:00:00"), "T", " ", 1)
		if s := r.format().sectionFor(1); s != nil && isDay(text) {
			text = s.shows.cut(text)
		}
		return Cell{Text: text, Kind: Date}, nil
	}
	if value == "" {
		return Cell{}, nil
	}
	return numberCell(value, r.format(), r.date1904), nil
}

// format returns the number format of the present cell.
func (r *sheetReader) format() numberFormat {
	if i, err := strconv.Atoi(r.style); err == nil && i >= 0 && i < len(r.styles) && r.styles[i] != nil {
		return *r.styles[i]
	}
	return numberFormat{}
}
