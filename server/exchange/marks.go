package exchange

import (
	"strings"

	"sineng/server/exchange/sheet"
)

// strokes are the characters of a cell that is left open.
const strokes = "-—–―－_/／\\、.。… \t\n\u3000"

var (
	// nothings say that there is nothing to write.
	nothings = map[string]bool{"无": true, "暂无": true, "没有": true, "不涉及": true, "无此项": true, "不适用": true, "n/a": true, "na": true}
	// crosses say in a column whose title is a value that it is not meant.
	crosses = map[string]bool{"×": true, "✗": true, "✘": true, "☒": true, "☐": true, "□": true, "否": true, "x": true, "n": true, "0": true}
)

// maybeNone are the fields in which 无 says that there is nothing, and is no value.
var maybeNone = map[field]bool{fTitle: true, fManifestation: true, fCause: true, fRiskType: true, fCategory: true, fPower: true, fPowerCode: true, fStep: true,
	fPost: true, fHolder: true, fExposed: true, fExposedPeople: true, fDirectOwner: true, fDeptOwner: true, fLeaderOwner: true, fLegal: true,
	fMeasure: true, fOwner: true, fSupervisor: true, fRules: true, fIndicatorBoth: true, fIndicator: true, fThreshold: true, fDueOrFrequency: true, fDue: true,
	fFrequency: true, fEvidence: true, fNumber: true, fJobTitle: true, fLeadUnits: true, fPosts: true, fDecision: true, fExecution: true, fSupervision: true}

// stroked reports whether a cell holds nothing but a stroke, which stands for a blank.
func stroked(c sheet.Cell) bool {
	return c.Kind == sheet.Text && len(c.Text) <= 12 && c.Text != "" && strings.Trim(c.Text, strokes) == ""
}

// nothing reports whether a cell of the column says that there is nothing.
func (m *mappedColumn) nothing(c sheet.Cell) bool {
	if c.Kind != sheet.Text || c.Text == "" || len(c.Text) > 20 {
		return false
	}
	text := strings.ToLower(strings.Trim(c.Text, " \n\u3000()（）。"))
	switch {
	case stroked(c):
		return true
	case m.value != "":
		return crosses[text] || nothings[text]
	}
	return maybeNone[m.field] && nothings[text]
}

// open blanks the cells of a row that say that there is nothing. What the program wrote itself is
// read as it stands.
func (s *source) open(row sheet.Row, told *toldBook) {
	s.struck = s.struck[:0]
	if s.table.Exported || s.kind == KindNone {
		return
	}
	for _, m := range s.mapped {
		if m.index >= len(row.Cells) || m.field == "" || m.field == fSerial || m.field == LeaveOut {
			continue
		}
		if c := row.Cells[m.index]; m.nothing(c) {
			row.Cells[m.index] = sheet.Cell{}
			s.struck = append(s.struck, m.index)
			told.add(ToldPassed, s.name, m.title(), row.Number, c.Text, "“/”“—”“无”等按空白读取", "strokes and words for nothing are read as blanks")
		}
	}
}
