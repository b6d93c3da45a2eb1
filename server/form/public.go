package form

import (
	"slices"

	"sineng/ent/term"
)

// Public returns the part of a content that the public may read: the public
// columns, those that name people only if names is set, and nothing about who
// submitted, reviewed or explained it. It is nil for a personal form, which is
// never public.
func Public(c *Content, names bool) *Content {
	if c == nil || c.Kind == term.FormKindPersonal {
		return nil
	}
	out := &Content{Format: c.Format, Kind: c.Kind, Year: c.Year, Campaign: c.Campaign, Unit: c.Unit, Revision: c.Revision,
		Sections: []Section{}, FiledNumber: c.FiledNumber, FiledOn: c.FiledOn}
	layout := LayoutOf(c.Kind)
	out.Fields = shown(layout.Fields, c.Fields, names)
	for _, t := range layout.Tables {
		s := Section{Code: t.Code, Rows: []Row{}}
		for _, r := range c.rows(t.Code) {
			s.Rows = append(s.Rows, Row{Key: r.Key, Cells: shown(t.Columns, r.Cells, names)})
		}
		out.Sections = append(out.Sections, s)
	}
	return out
}

func shown(columns []Column, cells []Cell, names bool) []Cell {
	var out []Cell
	for _, cell := range cells {
		i := slices.IndexFunc(columns, func(c Column) bool { return c.Code == cell.Code })
		if i >= 0 && columns[i].Public && (names || !columns[i].Names) {
			out = append(out, cell)
		}
	}
	return out
}
