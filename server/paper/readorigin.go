package paper

import (
	"fmt"
	"strings"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form"
)

// choose finds the sheet of the wanted form; otherwise the error says what the
// file contains.
func choose(book *sheet.Book, want Origin) (sheet.Table, Origin, error) {
	var found []sheet.Table
	var origins []Origin
	for _, t := range book.Tables {
		if len(t.Rows) == 0 {
			continue
		}
		if o, ok := readOrigin(t.Rows[0].Cell(0).Text); ok && form.LayoutOf(o.Kind).Kind != "" {
			found, origins = append(found, t), append(origins, o)
		}
	}
	if len(found) == 0 {
		if kind := titled(book); kind != "" && kind != want.Kind {
			return sheet.Table{}, Origin{}, wrongForm(kind, want.Kind)
		}
		return sheet.Table{}, Origin{}, fault.Bad("file", ReasonNotAForm,
			"这个文件不是由本系统导出的表格,或者隐藏的首列已被删除;请先导出 xlsx,填写后再导入",
			"This file was not exported here, or its hidden first column was deleted; export the form as xlsx, fill it in and import that")
	}
	var problem error
	match := -1
	for i, o := range origins {
		err := o.fits(want)
		if err == nil && match >= 0 {
			return sheet.Table{}, Origin{}, fault.Bad("file", ReasonSeveral,
				fmt.Sprintf("文件里有两张工作表(“%s”和“%s”)都是这张表,请只保留一张", found[match].Name, found[i].Name),
				fmt.Sprintf("The sheets %q and %q are both this form; keep one of them", found[match].Name, found[i].Name))
		}
		if err == nil {
			match = i
		} else if problem == nil {
			problem = err
		}
	}
	if match < 0 {
		return sheet.Table{}, Origin{}, problem
	}
	return found[match], origins[match], nil
}

// titled returns the form whose title is on a sheet, "" for none.
func titled(book *sheet.Book) term.FormKind {
	for _, t := range book.Tables {
		for _, row := range t.Rows[:min(3, len(t.Rows))] {
			for _, c := range row.Cells {
				for _, kind := range term.FormKind("").Values() {
					if l := form.LayoutOf(term.FormKind(kind)); strings.Contains(c.Text, l.ZH) {
						return l.Kind
					}
				}
			}
		}
	}
	return ""
}

func wrongForm(got, want term.FormKind) error {
	g, w := form.LayoutOf(got), form.LayoutOf(want)
	return fault.Bad("file", ReasonWrongForm,
		fmt.Sprintf("这个文件是%s《%s》,这里要导入的是%s《%s》", g.Number, g.ZH, w.Number, w.ZH),
		fmt.Sprintf("This file is %s %q; what is wanted here is %s %q", g.Number, g.EN, w.Number, w.EN))
}

// fits returns nil when a file of this origin is of the wanted form.
func (o Origin) fits(want Origin) error {
	switch {
	case o.Kind != want.Kind:
		return wrongForm(o.Kind, want.Kind)
	case o.Person != want.Person:
		return fault.Bad("file", ReasonWrongPerson, fmt.Sprintf("这个文件是“%s”的表格,这里要导入的是“%s”的", o.PersonName, want.PersonName),
			fmt.Sprintf("This file is the form of %q; what is wanted here is that of %q", o.PersonName, want.PersonName))
	case o.Unit != want.Unit && o.Person == "":
		return fault.Bad("file", ReasonWrongUnit, fmt.Sprintf("这个文件是“%s”的表格,这里要导入的是“%s”的", o.UnitName, want.UnitName),
			fmt.Sprintf("This file is the form of %q; what is wanted here is that of %q", o.UnitName, want.UnitName))
	case o.Year != want.Year || o.Form != "" && want.Form != "" && o.Form != want.Form:
		return fault.Bad("file", ReasonWrongYear,
			fmt.Sprintf("这个文件属于 %d 年的“%s”,这里要导入的是 %d 年的“%s”", o.Year, o.Campaign, want.Year, want.Campaign),
			fmt.Sprintf("This file belongs to %q of %d; what is wanted here is %q of %d", o.Campaign, o.Year, want.Campaign, want.Year))
	}
	return nil
}
