package sheet

import "strings"

// Marks of sheets that the program exports: their first column is hidden and says what each row is.
const (
	MarkForm  = "sineng-form " // the first row: what the sheet was exported from
	MarkMore  = "+"            // continues the row above, which is taller than a spreadsheet's row may be
	MarkKeys  = "k "           // keys of all exported rows
	markField = "f "           // a field of a form beside its tables
)

// Creator is the creator that files which the program exports name. Word keeps it when it saves them.
const Creator = "Sineng 四能"

// created reports whether a file, by its relations, names the program as its creator.
func (p *parts) created(root []relation) bool {
	for _, rel := range root {
		if rel.kind != "core-properties" {
			continue
		}
		at, creator := "", ""
		err := p.each(rel.target, func(s *scanner) error {
			return s.all(func() error {
				switch {
				case s.Tag == "" && at == "creator":
					creator += string(s.Text)
				case s.Opens:
					at = s.Tag
				case s.Tag != "":
					at = ""
				}
				return nil
			})
		})
		return err == nil && creator == Creator
	}
	return false
}

// own are the rows of a sheet that the program exported, as they would stand on paper: without the
// column of marks, each row in one piece.
type own struct{ keeper }

// each passes the rows in order.
func (o own) each(do func(Row) error) error {
	var above *Row
	flush := func() error {
		if above == nil {
			return nil
		}
		row := *above
		above = nil
		return do(row)
	}
	err := o.keeper.each(func(r Row) error {
		mark := r.Cell(0).Text
		switch {
		case strings.HasPrefix(mark, MarkKeys):
			return nil
		case mark == MarkMore && above != nil:
			for i := 1; i < min(len(r.Cells), len(above.Cells)); i++ {
				above.Cells[i].Text += r.Cells[i].Text
			}
			return nil
		}
		if err := flush(); err != nil {
			return err
		}
		if len(r.Cells) > 0 {
			r.Cells[0] = Cell{}
		}
		r.Aside = strings.HasPrefix(mark, markField)
		above = &r
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// exported reports whether the program exported a sheet.
func exported(k keeper) bool {
	first, err := Stored{rows: k}.First(1)
	return err == nil && len(first) == 1 && strings.HasPrefix(first[0].Cell(0).Text, MarkForm)
}
