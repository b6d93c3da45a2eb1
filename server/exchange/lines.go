package exchange

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/exchange/tables"
	"sineng/server/form/wording"
)

// errOver ends a reading of rows after the last of a table.
var errOver = errors.New("exchange: the table is over")

// ditto are the signs for what stands in the cell above.
var ditto = regexp.MustCompile(`^[-—－…]*(?:〃|″|〞|"|”|''|同上|同前|ditto)(?:行|格|栏|一行|一栏)?[-—－…]*$`)

// lines passes the rows of the table as lines: one for each row, or for each text in columns whose
// titles are types. What it makes of cells beyond reading them it tells of, if asked.
func (s *source) lines(ctx context.Context, c Choices, told *toldBook, do func(*line) error) error {
	if s.block.From == 0 {
		if len(s.block.Facts) == 0 || len(s.block.Columns) > 0 {
			return nil
		}
		return do(&line{source: s, row: sheet.Row{Number: s.block.Facts[0].Row}})
	}
	s.above = map[int]sheet.Cell{}
	section := -1
	err := s.table.Each(func(row sheet.Row) error {
		if row.Number > s.block.To {
			return errOver
		}
		if !s.found.Holds(s.block, row.Number) {
			return nil
		}
		s.open(row, told)
		switch {
		case s.template(row):
			told.tellPassed(s.name, row.Number, tables.RowBlank, textOf(row))
			return nil
		case row.Hidden && c.LeaveOutHidden:
			told.add(ToldHidden, s.name, "", row.Number, textOf(row), "隐藏的行未导入", "hidden rows were left out")
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if at := sectionIndex(s.block, row.Number); at != section {
			section, s.above = at, map[int]sheet.Cell{}
		}
		s.tellOf(row, told)
		s.fill(row, told)
		var held map[field]sheet.Cell
		if section >= 0 {
			held = s.headed(s.block.Sections[section], told)
		}
		for _, l := range s.split(row, held) {
			if err := do(l); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errOver) {
		err = nil
	}
	return err
}

// sectionIndex is the index of the heading that holds for a row, -1 for none.
func sectionIndex(t *tables.Table, row int) int {
	for i := len(t.Sections) - 1; i >= 0; i-- {
		if t.Sections[i].Row < row {
			return i
		}
	}
	return -1
}

// tellOf tells what a row holds that one does not see, or that is no plain text.
func (s *source) tellOf(row sheet.Row, told *toldBook) {
	if told == nil {
		return
	}
	switch {
	case s.table.Hidden:
		told.add(ToldHidden, s.name, "", row.Number, textOf(row), "隐藏的工作表按普通工作表导入", "a hidden sheet is read like others")
	case row.Hidden:
		told.add(ToldHidden, s.name, "", row.Number, textOf(row), "隐藏的行按普通行导入", "hidden rows are read like others")
	}
	for _, m := range s.mapped {
		if c := row.Cell(m.index); c.Computed && m.field != "" && m.field != fSerial && m.field != LeaveOut {
			told.add(ToldFormula, s.name, m.title(), row.Number, c.Text, "读取了公式已保存的结果", "the stored result of a formula was read")
		}
	}
}

func isDitto(c sheet.Cell) bool {
	return len(c.Text) <= 40 && strings.ContainsAny(c.Text, "〃″〞\"”'上前dD") && ditto.MatchString(strings.Join(strings.Fields(c.Text), ""))
}

// fill puts the cell above into cells that stand for it: signs for it in any column, blanks for
// units. A row of a further measure alone is one of the risk point above.
func (s *source) fill(row sheet.Row, told *toldBook) {
	further, grouped := s.further(row), s.grouped(row)
	for _, m := range s.mapped {
		if m.field == "" || m.field == fSerial || m.field == LeaveOut {
			continue
		}
		c := row.Cell(m.index)
		above, known := s.above[m.index]
		blank := c.Blank() && (m.field == fUnit || m.field == fUnitCode || further && !measureFields[m.field] || m.index < grouped) && (s.kind == KindRegister || s.kind == KindMeasures)
		switch {
		case !blank && !s.dittoed(c):
		case !known, c.Blank() && above.Blank():
			continue
		default:
			if m.index >= len(row.Cells) {
				continue
			}
			row.Cells[m.index] = above
			told.add(ToldAbove, s.name, m.title(), row.Number, above.Text, "空白或“同上”按上一行读取", "a blank or ditto is read as the row above")
			continue
		}
		s.above[m.index] = c
	}
}

// dittoed reports whether a cell holds a sign for what stands above. What a form of ours holds is
// meant as it stands.
func (s *source) dittoed(c sheet.Cell) bool {
	return !s.table.Exported && isDitto(c)
}

// grouped is the column before which blanks of a row stand for the cells above. A register that is
// drawn without merging names 单位, 职权, 岗位 … once, in columns left of what it says of each risk
// point: where the first of them is blank, so far as all are.
func (s *source) grouped(row sheet.Row) int {
	if s.kind != KindRegister || s.table.Exported || len(s.values) > 0 {
		return 0
	}
	for _, m := range s.mapped {
		switch {
		case m.field == "" || m.field == fSerial || m.field == LeaveOut:
		case !groupFields[m.field] || !row.Cell(m.index).Blank() || slices.Contains(s.struck, m.index):
			return m.index
		}
	}
	return 0
}

// groupFields may stand left of several risk points.
var groupFields = map[field]bool{fUnit: true, fUnitCode: true, fPower: true, fPowerCode: true, fPowerType: true, fStep: true, fPost: true, fHolder: true, fJobTitle: true,
	fDuties: true, fCategory: true, fRiskType: true}

// measureFields are those of a measure.
var measureFields = map[field]bool{fMeasure: true, fMeasureKind: true, fMechanism: true, fMeasureScope: true, fRules: true, fIndicatorBoth: true, fIndicator: true,
	fThreshold: true, fOwner: true, fOwnerTitle: true, fSupervisor: true, fSupervisorTitle: true, fDueOrFrequency: true, fDue: true, fFrequency: true, fStatus: true, fEvidence: true, fComprehensive: true}

// further reports whether a row gives a measure and nothing else.
func (s *source) further(row sheet.Row) bool {
	if s.kind != KindRegister {
		return false
	}
	measure := false
	for _, m := range s.mapped {
		c := row.Cell(m.index)
		switch {
		case m.field == "" || m.field == fSerial || m.field == LeaveOut || c.Blank():
		case measureFields[m.field]:
			measure = measure || m.field == fMeasure
		default:
			return false
		}
	}
	return measure
}

// headed is what a heading between the rows says: 单位:财务科, 一、财务科, or a type of risk.
func (s *source) headed(line tables.Line, told *toldBook) map[field]sheet.Cell {
	f, text := s.section, oneLine(wording.Plain(line.Text))
	if label, value, ok := strings.Cut(text, ":"); ok && !s.given {
		if t, known := readTitle(s.kind, []string{label}); known {
			f, text = t.field, value
		}
	}
	if f == "" && !s.given {
		_, power := wording.PowerTypeOf(text)
		switch _, sure := wording.RiskTypesOf(text); {
		case sure == wording.Clear && !s.has(fRiskType):
			f = fRiskType
		case power == wording.Clear && s.has(fPower) && !s.has(fPowerType):
			f = fPowerType
		case unitLike(text):
			f = fUnit
		}
	}
	if f == "" || text == "" {
		told.tellPassed(s.name, line.Row, tables.RowCaption, line.Text)
		return nil
	}
	told.add(ToldSection, s.name, "", line.Row, line.Text, "小标题作为其下各行的"+titleOf(s.kind, f), "the heading was read for the rows below it as "+string(f))
	return map[field]sheet.Cell{f: {Text: text}}
}

var unitEnds = regexp.MustCompile(`^[\p{Han}A-Za-z0-9()]{1,24}(?:科|处|室|股|局|部|厅|院|所|站|队|中心|办公室|办|委|委员会|分局|支队|大队|科室|学校|医院|公司)$`)

// unitLike reports whether a text sounds like the name of a unit.
func unitLike(text string) bool { return unitEnds.MatchString(text) }

// ticks mark a column whose title is meant.
var ticks = regexp.MustCompile(`^(?:√|✓|✔|☑|■|●|○|是|有|v|V|Y|y|1|\*|★|×?√)$`)

// columned reports whether a field has a column of its own.
func (s *source) columned(f field) bool {
	_, has := s.columns[f]
	return has
}

// split makes lines of a row: where types have columns of their own, one for each text in them.
func (s *source) split(row sheet.Row, held map[field]sheet.Cell) []*line {
	if len(s.values) == 0 {
		return []*line{{source: s, row: row, held: held}}
	}
	ticked := map[field]sheet.Cell{}
	var out []*line
	for _, v := range s.values {
		c := row.Cell(v.index)
		if c.Blank() || c.Filled && v.index > 0 && row.Cell(v.index-1).Text == c.Text {
			continue
		}
		text := v.field == fRiskType || (v.field == fGrade || v.field == fProposed) && !s.columned(fTitle) && !s.columned(fManifestation)
		if ticks.MatchString(strings.TrimSpace(c.Text)) || !text {
			switch before, ok := ticked[v.field]; {
			case ok && v.field == fRiskType:
				ticked[v.field] = sheet.Cell{Text: before.Text + "+" + v.value}
			case ok: // two grades are none
				ticked[v.field] = sheet.Cell{Text: before.Text + "、" + v.value}
			default:
				ticked[v.field] = sheet.Cell{Text: v.value}
			}
			continue
		}
		out = append(out, &line{source: s, row: row, held: held, part: v.index + 1,
			given: map[field]placedCell{fTitle: {c, v.index}, v.field: {sheet.Cell{Text: v.value}, v.index}}})
	}
	if len(out) == 0 {
		out = []*line{{source: s, row: row, held: held, given: map[field]placedCell{}}}
	}
	for _, l := range out {
		for f, c := range ticked {
			if _, has := l.given[f]; !has {
				l.given[f] = placedCell{c, -1}
			}
		}
	}
	return out
}

// withoutTitle is a column that has data and no title.
func (s *source) withoutTitle(column int) *mappedColumn {
	m := &mappedColumn{index: column}
	for _, c := range s.untitled {
		if c.Letter == sheet.ColumnName(column) {
			m.field, m.value, m.sure = field(c.Field), c.Value, confirmed(c)
		}
	}
	return m
}

// weigh counts the data in each column, and finds columns with data that have no title.
func (s *source) weigh(ctx context.Context) error {
	if s.block.From == 0 {
		return nil
	}
	at := map[int]*mappedColumn{}
	for _, m := range s.mapped {
		at[m.index] = m
	}
	err := s.table.Each(func(row sheet.Row) error {
		switch {
		case row.Number > s.block.To:
			return errOver
		case !s.found.Holds(s.block, row.Number) || s.template(row):
			return nil
		}
		for column, c := range row.Cells {
			if c.Blank() || stroked(c) || c.Filled && column > 0 && row.Cells[column-1].Text == c.Text {
				continue
			}
			m := at[column]
			if m == nil {
				m = s.withoutTitle(column)
				at[column] = m
				s.mapped = append(s.mapped, m)
			}
			if m.filled++; m.filled == 1 {
				m.sample, m.row = short(clean(c.Text)), row.Number
			}
			if m.field == "" && m.path != nil {
				if t, ok := readTitle(s.kind, m.path); ok && s.kind != KindNone {
					if taken, has := s.columns[t.field]; has && oneLine(row.Cell(taken).Text) == oneLine(c.Text) {
						continue
					}
				}
			}
			m.differs++
		}
		return ctx.Err()
	})
	if errors.Is(err, errOver) {
		err = nil
	}
	slices.SortStableFunc(s.mapped, func(a, b *mappedColumn) int { return a.index - b.index })
	if len(s.untitled) > 0 {
		s.settleColumns()
	}
	return err
}
