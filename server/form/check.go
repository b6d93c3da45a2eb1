package form

import (
	"fmt"

	"sineng/ent"
	"sineng/ent/term/fold"
	"sineng/server/fault"
)

// pendingRow is a row of the draft that can be written, with what it writes.
type pendingRow struct {
	draftRow
	index   int    // in the draft
	now     *entry // nil for a new row
	power   *powerWrite
	risk    *riskWrite
	measure *measureWrite
}

// check reads every row of the draft and returns what to write and what is
// wrong.
func (b *book) check() (rows []*pendingRow, problems []Problem) {
	problems = []Problem{}
	for i, r := range b.draft.Rows {
		if r.blank() {
			continue
		}
		p := &pendingRow{draftRow: r, index: i, now: b.entry(r.Section, r.Key)}
		bad := func(column string, wrong *fault.Error) { problems = append(problems, problemAt(r, column, wrong)) }
		switch {
		case p.now == nil && !isNew(r.Key):
			bad("", fault.Bad("", "GONE_MEANWHILE", "该行已不在登记簿中(已撤销或移出本表),请放弃对它的修改",
				"The row stands in the register no more; take back what was typed into it"))
			continue
		case r.Removed:
			b.checkRemoval(p, bad)
		default:
			b.read(p, bad)
		}
		rows = append(rows, p)
	}
	return rows, append(problems, b.twice(rows)...)
}

// problemAt makes the problem of a column, or of the whole row when column is
// empty.
func problemAt(r draftRow, column string, wrong *fault.Error) Problem {
	p := Problem{Section: &r.Section, Key: &r.Key, Reason: wrong.Reason, ZH: wrong.ZH, EN: wrong.EN}
	if column != "" {
		p.Column = &column
	}
	return p
}

// changedMeanwhile is the error for a cell that somebody else changed in the
// register after it was typed over.
func changedMeanwhile(present string) *fault.Error {
	return fault.New(fault.Conflict, "CHANGED_MEANWHILE", "", "填写期间此格已被他人改为“"+quoted(present)+"”,请核对后重新填写,或放弃自己的修改",
		"Somebody else has written “"+quoted(present)+"” here meanwhile; compare, then type it again or discard your input")
}

func rowChanged() *fault.Error {
	return fault.New(fault.Conflict, "CHANGED_MEANWHILE", "", "该行在标记删除后已被他人修改,请核对后重新标记,或放弃删除",
		"Somebody else has changed the row that you want to remove; compare, then remove it again or keep it")
}

func (b *book) checkRemoval(p *pendingRow, bad func(string, *fault.Error)) {
	if p.now.version != p.Base {
		bad("", rowChanged())
	}
	if p.Section == sectionRisks && b.draft.note(p.Section, p.Key) == "" {
		bad("", fault.Bad("note", "NOTE_REQUIRED", "撤销风险点须在说明中写明理由", "Give the reason for retiring the risk point in the note"))
	}
}

// read parses what was typed into a row.
func (b *book) read(p *pendingRow, bad func(string, *fault.Error)) {
	cells := map[string]string{}
	columns := b.layout.table(p.Section).Columns
	for _, c := range columns {
		typed, ok := p.Cells[c.Code]
		switch {
		case ok && p.now != nil && p.now.cells[c.Code] == typed.Text: // the register already has the typed text
		case ok:
			cells[c.Code] = typed.Text
			if p.now != nil && p.now.cells[c.Code] != typed.Was {
				bad(c.Code, changedMeanwhile(p.now.cells[c.Code]))
			}
		case p.now == nil && c.Required && c.Input != InputComputed:
			cells[c.Code] = ""
		}
	}
	wrong := func(e *fault.Error) { bad(e.Field, e) }
	switch p.Section {
	case sectionPowers:
		row, _ := p.row().(*ent.Power)
		p.power = b.power(row, cells, wrong)
	case sectionRisks:
		row, _ := p.row().(*ent.RiskPoint)
		p.risk = b.risk(row, cells, wrong)
	case sectionMeasures:
		row, _ := p.row().(*ent.Measure)
		p.measure = b.measure(row, cells, wrong)
	}
}

// row returns the register row, nil for a new one.
func (p *pendingRow) row() any {
	if p.now == nil {
		return nil
	}
	return p.now.row
}

// twice reports powers whose code another row of the form has, and duties of
// one post that two rows give differently.
func (b *book) twice(rows []*pendingRow) (problems []Problem) {
	codes, duties := map[string]int{}, map[int64][]string{}
	for _, e := range b.entries[sectionPowers] {
		if i := b.draft.row(sectionPowers, e.key); i < 0 || b.draft.Rows[i].Cells["code"].Text == "" {
			codes[fold.Code(e.cells["code"])]++
		}
	}
	for _, p := range rows {
		if p.power != nil && p.Cells["code"].Text != "" {
			codes[fold.Code(p.power.details.Code)]++
		}
	}
	for _, p := range rows {
		if p.power == nil {
			continue
		}
		if code := p.power.details.Code; p.Cells["code"].Text != "" && codes[fold.Code(code)] > 1 {
			problems = append(problems, problemAt(p.draftRow, "code", fault.Bad("code", "CODE_TAKEN",
				"职权编码“"+quoted(code)+"”在本表中重复", "The form has the code “"+quoted(code)+"” twice")))
		}
		if p.power.dutiesPost == 0 {
			continue
		}
		if before, ok := duties[p.power.dutiesPost]; ok && fmt.Sprint(before) != fmt.Sprint(p.power.duties) {
			problems = append(problems, problemAt(p.draftRow, "duties", fault.Bad("duties", "DUTIES_DIFFER",
				"同一岗位的职责在另一行中填写得不同,请保持一致", "Another row gives the duties of the same post differently; make them the same")))
		}
		duties[p.power.dutiesPost] = p.power.duties
	}
	return problems
}
