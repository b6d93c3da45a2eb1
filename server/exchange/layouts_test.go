package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/server/testkit"
)

// drawn makes a workbook of one sheet whose rows are lines of cells parted by "|"; "<" is merged
// with the cell to its left, "^" with the one above, \n is a line break.
func drawn(t *testing.T, name, rows string) File {
	t.Helper()
	f := excelize.NewFile()
	check(t, f.SetSheetName("Sheet1", name))
	var grid [][]string
	for _, line := range strings.Split(strings.Trim(rows, "\n"), "\n") {
		grid = append(grid, strings.Split(strings.TrimSpace(line), "|"))
	}
	at := func(column, row int) string {
		cell, err := excelize.CoordinatesToCellName(column+1, row+1)
		check(t, err)
		return cell
	}
	for r, line := range grid {
		for c, text := range line {
			if text != "<" && text != "^" {
				check(t, f.SetCellStr(name, at(c, r), strings.ReplaceAll(text, `\n`, "\n")))
			}
			down, across := r, c
			for down+1 < len(grid) && c < len(grid[down+1]) && grid[down+1][c] == "^" {
				down++
			}
			for across+1 < len(line) && line[across+1] == "<" {
				across++
			}
			if text != "<" && text != "^" && (down > r || across > c) {
				check(t, f.MergeCell(name, at(c, r), at(across, down)))
			}
		}
	}
	var out bytes.Buffer
	check(t, f.Write(&out))
	return write(t, name+".xlsx", out.Bytes())
}

// below imports a file below 示例市局, taking proposals and leaving out what is not read.
func (b *bench) below(file File) (*Plan, error) {
	b.t.Helper()
	return b.Commit(testkit.System(), file, Options{UnitID: &b.unitByCode("B01").ID, Accept: true, LeaveOut: true})
}

// unitsMade are the names of the units that are no part of the organisation on which registers are
// tried.
func (b *bench) unitsMade() []string {
	b.t.Helper()
	var out []string
	for _, u := range b.db.Client.Unit.Query().AllX(testkit.System()) {
		if !strings.HasPrefix(u.Code, "B01") {
			out = append(out, u.Name)
		}
	}
	slices.Sort(out)
	return out
}

// TestRisksComeToTheUnitThatIsNamed draws registers that say in other ways whose they are.
func TestRisksComeToTheUnitThatIsNamed(t *testing.T) {
	for what, c := range map[string]struct {
		rows  string
		risks []string
	}{
		"several labels in one cell": {`
			廉政风险点排查表|<|<
			部门:财务科      填表时间:2026年4月|<|<
			风险点|等级|措施
			拨付不严|高|双签`, []string{"财务科 拨付不严 UNCLASSIFIED A"}},
		"a line of labels for each of two tables": {`
			部门:财务科||
			风险点|等级|措施
			拨付不严|高|双签
			填表人:甲九||
			部门:人事科||
			措施|等级|风险点
			回避|中|考核不公`, []string{"财务科 拨付不严 UNCLASSIFIED A", "人事科 考核不公 UNCLASSIFIED B"}},
		"the unit below the table": {`
			风险点|等级|措施
			拨付不严|高|双签
			填报单位:工程科||填报日期:2026.4.1`, []string{"工程科 拨付不严 UNCLASSIFIED A"}},
	} {
		t.Run(what, func(t *testing.T) {
			b := based(t, testkit.SQLite(t))
			_, err := b.below(drawn(t, "登记表", c.rows))
			check(t, err)
			same(t, "risk points", b.registered(), c.risks)
			same(t, "units made", b.unitsMade(), nil)
		})
	}
}
