package paper

import (
	"slices"

	"sineng/server/form"
)

// ChangeKind is what an import does to a row.
type ChangeKind string

// The kinds of changes.
const (
	RowAdded   ChangeKind = "ADDED"
	RowChanged ChangeKind = "CHANGED"
	RowRemoved ChangeKind = "REMOVED"
)

// Plan is what an import of a filled file would change in a form.
type Plan struct {
	Fields []CellChange `json:"fields"`
	Rows   []RowChange  `json:"rows"`
	// Unchanged counts rows of the file that equal the form's.
	Unchanged int `json:"unchanged"`
	// Problems prevent the import.
	Problems []Problem `json:"problems"`
	// Remarks report what the import ignores; they do not prevent it.
	Remarks []Problem `json:"remarks"`
}

// RowChange is a row that an import adds, changes or removes.
type RowChange struct {
	Section string     `json:"section"`
	Kind    ChangeKind `json:"kind"`
	// Key is the row's key in the form, empty for an added row.
	Key string `json:"key"`
	// Number is the row's number in the file, 0 for a row that is missing
	// there.
	Number int          `json:"number"`
	Cells  []CellChange `json:"cells"`
}

// CellChange is a cell that an import changes.
type CellChange struct {
	Code   string `json:"code"`
	Before string `json:"before"`
	After  string `json:"after"`
	// Clash reports that the form's cell was also changed since the export.
	Clash bool `json:"clash"`
}

// Problem is an error in the file, or something that the import ignores.
type Problem struct {
	Section string `json:"section"`
	// Number is the row's number in the file, 0 for the form itself.
	Number int `json:"number"`
	// Column is the column's code, empty for the whole row.
	Column string `json:"column"`
	// Reason is FORMULA, ERROR_VALUE, IMPRECISE, ROW_GONE, NOT_TYPED or CLASH.
	Reason string `json:"reason"`
	ZH     string `json:"zh"`
	EN     string `json:"en"`
}

// Reasons of problems and remarks.
const (
	reasonRowGone  = "ROW_GONE"
	reasonNotTyped = "NOT_TYPED"
	reasonClash    = "CLASH"
)

// Empty reports whether the import would change nothing.
func (p *Plan) Empty() bool { return len(p.Fields) == 0 && len(p.Rows) == 0 }

// planner compares a file with the form.
type planner struct {
	plan   *Plan
	layout form.Layout
	sheet  *Sheet
}

// PlanImport computes what the file would change in the form as its page now
// shows it, draft included. Cells not edited in the file keep the form's
// value, also when the form was changed since the export.
func PlanImport(now *form.Content, s *Sheet) *Plan {
	p := &planner{plan: &Plan{Fields: []CellChange{}, Rows: []RowChange{}, Problems: []Problem{}, Remarks: []Problem{}}, layout: form.LayoutOf(now.Kind), sheet: s}
	for _, c := range s.Fields {
		i := slices.IndexFunc(p.layout.Fields, func(f form.Column) bool { return f.Code == c.Code })
		if change, ok := p.cell("", 0, p.layout.Fields[i], c, now.Field(c.Code)); ok {
			p.plan.Fields = append(p.plan.Fields, change)
		}
	}
	for _, t := range p.layout.Tables {
		p.table(t, rowsOf(now, t.Code), sectionOf(s, t.Code))
	}
	return p.plan
}

func rowsOf(c *form.Content, code string) []form.Row {
	for _, s := range c.Sections {
		if s.Code == code {
			return s.Rows
		}
	}
	return nil
}

func sectionOf(s *Sheet, code string) []FileRow {
	for _, one := range s.Sections {
		if one.Code == code {
			return one.Rows
		}
	}
	return nil
}

func (p *planner) table(t form.Table, now []form.Row, file []FileRow) {
	held := map[string]form.Row{}
	for _, r := range now {
		held[r.Key] = r
	}
	inFile := map[string]bool{}
	for _, r := range file {
		inFile[r.Key] = true
		before, ok := held[r.Key]
		switch {
		case r.Key == "":
			p.added(t, r)
		case !ok:
			p.gone(t, r)
		default:
			p.changed(t, r, before)
		}
	}
	for _, r := range now {
		if p.sheet.Keys[r.Key] && !inFile[r.Key] {
			change := RowChange{Section: t.Code, Kind: RowRemoved, Key: r.Key}
			for _, c := range t.Columns {
				if text := r.Text(c.Code); text != "" && c.Input != form.InputComputed {
					change.Cells = append(change.Cells, CellChange{Code: c.Code, Before: text})
				}
			}
			p.plan.Rows = append(p.plan.Rows, change)
		}
	}
}

func (p *planner) added(t form.Table, r FileRow) {
	change := RowChange{Section: t.Code, Kind: RowAdded, Number: r.Number, Cells: []CellChange{}}
	for i, c := range t.Columns {
		cell := r.Cells[i]
		if c.Input == form.InputComputed {
			continue // a copied row brings along computed cells
		}
		cell.Base, cell.Edited = "", true
		if one, ok := p.cell(t.Code, r.Number, c, cell, ""); ok {
			change.Cells = append(change.Cells, one)
		}
	}
	if len(change.Cells) > 0 {
		p.plan.Rows = append(p.plan.Rows, change)
	}
}

// gone reports a row that the form no longer has.
func (p *planner) gone(t form.Table, r FileRow) {
	if slices.ContainsFunc(r.Cells, func(c FileCell) bool { return c.Edited }) {
		p.plan.Remarks = append(p.plan.Remarks, Problem{Section: t.Code, Number: r.Number, Reason: reasonRowGone,
			ZH: "这一行导出后已被删除,对它的修改不会导入;需要时请作为新行填写",
			EN: "The form does not hold this row any more, so what was changed in it is left out; enter it as a new row if it is needed"})
	}
}

func (p *planner) changed(t form.Table, r FileRow, before form.Row) {
	change := RowChange{Section: t.Code, Kind: RowChanged, Key: r.Key, Number: r.Number}
	for i, c := range t.Columns {
		if one, ok := p.cell(t.Code, r.Number, c, r.Cells[i], before.Text(c.Code)); ok {
			change.Cells = append(change.Cells, one)
		}
	}
	if len(change.Cells) == 0 {
		p.plan.Unchanged++
		return
	}
	p.plan.Rows = append(p.plan.Rows, change)
}

// cell compares a cell of the file with the form's.
func (p *planner) cell(section string, number int, c form.Column, file FileCell, now string) (CellChange, bool) {
	if !file.Edited || file.Fault == "" && file.Text == shown(now) {
		return CellChange{}, false
	}
	at := Problem{Section: section, Number: number, Column: c.Code}
	if c.Input == form.InputComputed {
		at.Reason = reasonNotTyped
		at.ZH, at.EN = "“"+c.ZH+"”由系统自动得出,不能填写,文件中的修改不会导入", c.EN+" is computed and cannot be filled in; its change in the file is not imported"
		if c.Decided {
			at.ZH, at.EN = "“"+c.ZH+"”由审核或审定确定,不能填写,文件中的修改不会导入", c.EN+" is decided by the review and cannot be filled in; its change in the file is not imported"
		}
		p.plan.Remarks = append(p.plan.Remarks, at)
		return CellChange{}, false
	}
	if file.Fault != "" {
		at.Reason = file.Fault
		at.ZH, at.EN = faultWords(file.Fault, c)
		p.plan.Problems = append(p.plan.Problems, at)
		return CellChange{}, false
	}
	one := CellChange{Code: c.Code, Before: now, After: file.Text, Clash: file.Base != "" && file.Base != fingerprintOf(now)}
	if one.Clash {
		at.Reason = reasonClash
		at.ZH, at.EN = "“"+c.ZH+"”在导出后已被修改,导入将以文件中的内容为准", c.EN+" was changed since the file was made; the import puts the file's text in its place"
		p.plan.Remarks = append(p.plan.Remarks, at)
	}
	return one, true
}

func faultWords(reason string, c form.Column) (zh, en string) {
	switch reason {
	case "FORMULA":
		return "“" + c.ZH + "”是公式,请改为填写文字或数字", c.EN + " is a formula; enter its text or number instead"
	case "ERROR_VALUE":
		return "“" + c.ZH + "”是错误值,请改正后再导入", c.EN + " is an error value; correct it"
	}
	return "“" + c.ZH + "”的数字超过15位,末尾已不准确,请设为文本后重新填写", c.EN + " has more digits than a spreadsheet keeps; format the cell as text and enter it again"
}
