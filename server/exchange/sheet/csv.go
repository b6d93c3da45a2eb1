package sheet

import (
	"context"
	"fmt"
	"strings"
)

// readCSV reads text delimited by commas, tabs or semicolons, quoted as
// spreadsheet programs do.
func readCSV(ctx context.Context, data []byte, name string, limits Limits, fresh func() keeper) (*content, error) {
	text, enc, err := decode(data)
	if err != nil {
		return nil, err
	}
	rows := fresh()
	p := records{rest: text, delimiter: delimiter(text)}
	cells := 0
	for number := 1; !p.done(); number++ {
		if number%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row := Row{Number: number}
		closed, err := p.next(func(column int, field string) error {
			c := textCell(field)
			switch {
			case c.Blank():
				return nil
			case column >= limits.Columns:
				return tooManyColumns(name, limits.Columns)
			case len(field) > limits.CellBytes:
				return cellTooLong(name, number, column)
			}
			row.Cells = put(row.Cells, column, c)
			return nil
		})
		if !closed {
			return nil, unclosedQuote(number)
		}
		if err != nil {
			return nil, err
		}
		if len(row.Cells) == 0 {
			continue
		}
		if number > limits.Rows {
			return nil, tooManyRows(name, limits.Rows)
		}
		if cells += len(row.Cells); cells > limits.Cells {
			return nil, tooManyCells(name)
		}
		if err := rows.add(row); err != nil {
			return nil, err
		}
	}
	return &content{format: "csv", encoding: enc, tables: []kept{{name: name, rows: rows}}}, nil
}

func unclosedQuote(row int) error {
	return refuse(ReasonUnclosedQuote,
		fmt.Sprintf("第 %d 行有一个没有配对的双引号", row),
		fmt.Sprintf("Row %d has a double quote without its partner", row))
}

// textCell reads ="001" as the text 001, by which programs keep leading zeros
// in CSV.
func textCell(field string) Cell {
	if inner, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(inner, `"`) {
		return Cell{Text: strings.TrimSuffix(inner, `"`)}
	}
	if strings.HasPrefix(field, "=") && len(field) > 1 {
		return Cell{Text: field, Kind: Formula}
	}
	return Cell{Text: field}
}

// put sets a cell, after blank ones if needed.
func put(cells []Cell, column int, c Cell) []Cell {
	for len(cells) <= column {
		cells = append(cells, Cell{})
	}
	cells[column] = c
	return cells
}

// delimiter returns the most frequent of comma, tab and semicolon in the first
// lines.
func delimiter(text string) byte {
	head := text[:min(len(text), 4096)]
	if lines := strings.SplitN(head, "\n", 6); len(lines) > 5 {
		head = strings.Join(lines[:5], "\n")
	}
	best, most := byte(','), 0
	for _, d := range []byte{'\t', ',', ';'} {
		if n := strings.Count(head, string(d)); n > most {
			best, most = d, n
		}
	}
	return best
}

// records splits text into records.
type records struct {
	rest      string
	delimiter byte
}

func (p *records) done() bool { return p.rest == "" }

// next passes the fields of the next record, which may be blank, to each,
// until each returns an error. closed is false when a quote is still open at
// the end of the text.
func (p *records) next(each func(column int, field string) error) (closed bool, err error) {
	for column := 0; ; column++ {
		field, end := p.field()
		if end == endOpen {
			return false, nil
		}
		if err == nil {
			err = each(column, field)
		}
		if end == endRecord {
			return true, err
		}
	}
}

type fieldEnd int

const (
	endField  fieldEnd = iota // another field follows
	endRecord                 // end of the record
	endOpen                   // the text ends inside quotes
)

// field returns a field and what ends it. Like spreadsheet programs it keeps a
// quote inside an unquoted field, and text after a closing quote.
func (p *records) field() (string, fieldEnd) {
	var quoted strings.Builder
	if strings.HasPrefix(p.rest, `"`) {
		p.rest = p.rest[1:]
		for {
			i := strings.IndexByte(p.rest, '"')
			if i < 0 {
				quoted.WriteString(p.rest)
				p.rest = ""
				return quoted.String(), endOpen
			}
			quoted.WriteString(p.rest[:i])
			p.rest = p.rest[i+1:]
			if !strings.HasPrefix(p.rest, `"`) {
				break
			}
			quoted.WriteByte('"')
			p.rest = p.rest[1:]
		}
	}
	i := 0
	for i < len(p.rest) && p.rest[i] != p.delimiter && p.rest[i] != '\n' && p.rest[i] != '\r' {
		i++
	}
	field := strings.ReplaceAll(quoted.String(), "\r\n", "\n") + p.rest[:i]
	switch {
	case i == len(p.rest):
		p.rest = ""
		return field, endRecord
	case p.rest[i] == p.delimiter:
		p.rest = p.rest[i+1:]
		if p.rest == "" { // a last, empty field at the end of the text
			return field, endRecord
		}
		return field, endField
	case strings.HasPrefix(p.rest[i:], "\r\n"):
		p.rest = p.rest[i+2:]
	default:
		p.rest = p.rest[i+1:]
	}
	return field, endRecord
}
