package readings

import (
	"strings"

	"sineng/server/exchange/sheet"
)

// column is a column of the table.
type column int

const (
	colID column = iota
	colUnit
	colMeasure
	colName
	colMeasuredIn
	colThreshold
	colPeriod
	colValue
	colNote
	columns
)

// titles are the titles of the columns in Chinese and English, and others by which tables of other programs call them.
var titles = [columns][]string{
	colID:         {"编号", "ID", "指标编号"},
	colUnit:       {"部门", "Department", "单位", "责任部门"},
	colMeasure:    {"防控措施", "Measure"},
	colName:       {"监测指标", "Indicator", "指标", "指标名称"},
	colMeasuredIn: {"计量单位", "Measured in"},
	colThreshold:  {"阈值", "Threshold"},
	colPeriod:     {"监测期", "Period", "期间", "统计期"},
	colValue:      {"监测值", "Value", "指标值", "数值"},
	colNote:       {"说明", "Note", "备注"},
}

// widths are the widths of the columns in characters.
var widths = []float64{12, 18, 36, 28, 10, 14, 24, 12, 30}

func title(c column, lang string) string {
	if lang == "en" {
		return titles[c][1]
	}
	return titles[c][0]
}

// places are the columns of the file by those of the table; -1 where it has none.
type places [columns]int

// headed finds where a row of titles has each column, and the texts that are none of them; false for a row of no titles: without values,
// periods, and something that says of what.
func headed(r sheet.Row) (at places, unknown []string, is bool) {
	for c := range at {
		at[c] = -1
	}
	for n, cell := range r.Cells {
		if cell.Blank() || cell.Filled {
			continue
		}
		c, known := columnOf(cell.Text)
		if !known || at[c] >= 0 {
			unknown = append(unknown, strings.TrimSpace(cell.Text))
			continue
		}
		at[c] = n
	}
	return at, unknown, at[colValue] >= 0 && at[colPeriod] >= 0 && (at[colID] >= 0 || at[colName] >= 0)
}

func columnOf(text string) (column, bool) {
	text = strings.Join(strings.Fields(text), "")
	for c, names := range titles {
		for _, name := range names {
			if strings.EqualFold(text, strings.ReplaceAll(name, " ", "")) {
				return column(c), true
			}
		}
	}
	return 0, false
}
