package tables

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sineng/server/exchange/sheet"
)

// titles are what the tests take for titles of columns.
var titles = map[string]bool{"序号": true, "单位": true, "风险点": true, "等级": true, "措施": true, "责任人": true, "姓名": true, "职务": true, "科室": true, "填报单位": true}

var words = Words{Title: func(text string) bool { return titles[strings.TrimSpace(text)] }, Serial: func(title string) bool { return title == "序号" },
	Unit: func(label string) bool { return label == "单位" || label == "填报单位" }}

// sheetOf makes rows of lines parted by "|"; "<" is filled from the left, "^" from above, and a
// line "-" is a blank row.
func sheetOf(text string) []sheet.Row {
	var rows []sheet.Row
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if line == "-" {
			continue
		}
		row := sheet.Row{Number: i + 1}
		for column, t := range strings.Split(line, "|") {
			c := sheet.Cell{Text: t}
			switch {
			case t == "<":
				c = sheet.Cell{Text: row.Cells[column-1].Text, Filled: true, Across: true}
			case t == "^" && len(rows) > 0:
				c = sheet.Cell{Text: rows[len(rows)-1].Cell(column).Text, Filled: true, Down: true}
			}
			row.Cells = append(row.Cells, c)
		}
		row.Banner = len(row.Cells) > 1 && row.Cells[1].Across && !strings.ContainsFunc(line, func(r rune) bool { return r == '^' }) && strings.Count(line, "<") == len(row.Cells)-1
		rows = append(rows, row)
	}
	return rows
}

func findIn(t testing.TB, rows []sheet.Row) *Found {
	t.Helper()
	return findBy(t, rows, words)
}

func findBy(t testing.TB, rows []sheet.Row, words Words) *Found {
	t.Helper()
	found, err := Find(func(do func(sheet.Row) error) error {
		for _, r := range rows {
			if err := do(r); err != nil {
				return err
			}
		}
		return nil
	}, words)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var letters = map[Class]string{RowUnread: "?", RowData: "D", RowHead: "H", RowFact: "F", RowSection: "S", RowCaption: "C", RowIndex: "I", RowHint: "h",
	RowRepeated: "R", RowTotal: "T", RowSignature: "G", RowNote: "N", RowBlank: "B"}

func TestEveryRowIsClassed(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a plain table", "单位|风险点|等级\n财务科|拨付|高\n人事科|考勤|低", "HDD"},
		{"title, line of labels, total, signature and note", "登记表|<|<\n填报单位:某局|日期:2026年\n单位|风险点|等级\n财务科|拨付|高\n合计|1|\n填表人:甲|审核人:乙\n注:一式两份", "CFHDTGN"},
		{"titles over two rows", "单位|风险点|<|措施\n^|名称|等级|^\n财务科|拨付|高|复核", "HHD"},
		{"numbers of columns and hints", "序号|单位|风险点\n甲|乙|1\n(自动)|(全称)|(每格一个)\n1|财务科|拨付", "HIhD"},
		{"two units whose codes look like numbers of columns", "序号|单位|风险点\n1|甲|乙", "HD"},
		{"two tables with heads of other order", "一、部门|<|<\n单位|风险点|等级\n财务科|拨付|高\n-\n二、岗位|<|<\n等级|单位|风险点\n低|人事科|考勤", "CHDCHD"},
		{"sections", "单位|风险点|等级\n一、财务科|<|<\n|拨付|高\n二、人事科|<|<\n|考勤|低", "HSDSD"},
		{"titles once more", "单位|风险点|等级\n财务科|拨付|高\n单位|风险点|等级\n人事科|考勤|低", "HDRD"},
		{"a row with its number alone", "序号|单位|风险点\n1|财务科|拨付\n2||", "HDB"},
		{"a line of labels above the next table", "填报单位:甲科|\n风险点|等级\n拨付|高\n填报单位:乙科|\n等级|风险点\n低|考勤", "FHDFHD"},
		{"the unit below its table", "风险点|等级\n拨付|高\n填报单位:甲科|填表人:某甲", "HDF"},
		{"the unit below a table that has one", "单位|风险点|等级\n甲科|拨付|高\n填报单位:甲局|填表人:某甲", "HDG"},
		{"a card above its table", "姓名|甲一|职务|科员\n单位|风险点|等级\n财务科|拨付|高", "FHD"},
		{"titles that look like labels with values", "姓名|特长一|职务|特长二\n甲一|书法|科员|算账\n乙一|外语|科员|写作", "HDD"},
		{"a card alone", "姓名|甲一|职务|科员\n科室|财务科|责任人|乙一", "FF"},
		{"unknown titles", "归口|隐忧|档\n财务科|拨付|高", "HD"},
		{"data without titles", "甲局|拨付资金时未按程序办理,把关不严。|高", "?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := sheetOf(c.text)
			found := findIn(t, rows)
			var got strings.Builder
			for _, r := range rows {
				got.WriteString(letters[found.Class(r.Number)])
			}
			if got.String() != c.want {
				t.Errorf("classed %s, want %s", got.String(), c.want)
			}
		})
	}
}

func TestRowsOfTitlesAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		first, n   int
		want       string
	}{
		{"titles that nobody knows", "甲局|拨付资金时未按程序办理,把关不严。|高\n乙局|考勤时未按规定办理。|低\n丙局|采购时未按规定办理。|低", 1, 1, "HDD"},
		{"two rows of titles", "隐忧。|<|档\n名称|情形|^\n拨付|超付|高", 1, 2, "HHD"},
		{"titles below a row that looks like them", "单位|风险点|等级\n归口|隐忧|档\n财务科|拨付|高", 2, 1, "CHD"},
		{"a row that looks like titles and is none", "单位|风险点|等级\n财务科|拨付|高\n-\n单位|措施|责任人\n人事科|考勤|低", 4, 0, "HDDD"},
		{"titles of a second table", "单位|风险点|等级\n财务科|拨付|高\n归口|隐忧|档\n人事科|考勤|低", 3, 1, "HDHD"},
		{"more rows than the sheet has", "归口|隐忧|档", 1, 3, "H"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := sheetOf(c.text)
			named := words
			named.Named = func(rows []sheet.Row) (int, bool) { return c.n, rows[0].Number == c.first }
			found := findBy(t, rows, named)
			got := ""
			for _, r := range rows {
				got += letters[found.Class(r.Number)]
			}
			if got != c.want {
				t.Errorf("classed %s, want %s", got, c.want)
			}
		})
	}
}

func TestTitlesOfSeveralRowsArePaths(t *testing.T) {
	found := findIn(t, sheetOf("序号|单位|风险点|<|责任人|<\n^|^|名称|等级|姓名|职务\n1|财务科|拨付|高|甲|科员"))
	var got []string
	for _, c := range found.Tables[0].Columns {
		got = append(got, fmt.Sprintf("%s %s", sheet.ColumnName(c.Index), strings.Join(c.Path, "/")))
	}
	if diff := cmp.Diff([]string{"A 序号", "B 单位", "C 风险点/名称", "D 风险点/等级", "E 责任人/姓名", "F 责任人/职务"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLabelsInOneCellAreTakenApart(t *testing.T) {
	for text, want := range map[string][]pair{
		"填报单位:财务科":                   {{label: "填报单位", value: "财务科"}},
		"部门:财务科      填表时间:2026年4月":   {{label: "部门", value: "财务科"}, {label: "填表时间", value: "2026年4月"}},
		"单  位 : 财务科 时  间:2026年4月":    {{label: "单位", value: "财务科"}, {label: "时间", value: "2026年4月"}},
		"单位(盖章):财务科\n负责人:甲一;电话:8:30": {{label: "单位", value: "财务科"}, {label: "负责人", value: "甲一"}, {label: "电话", value: "8:30"}},
		"填报单位:财务科    2026年3月5日":      {{label: "填报单位", value: "财务科"}, {value: "2026年3月5日"}},
		"姓名:        职务:科员":           {{label: "姓名"}, {label: "职务", value: "科员"}},
		"单位:示例市局 办公室":                {{label: "单位", value: "示例市局办公室"}},
		"廉政风险点登记表":                   nil,
		"8:30 到岗":                    {{label: "8", value: "30 到岗"}},
	} {
		if diff := cmp.Diff(want, pairsIn(text), cmp.AllowUnexported(pair{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestALineOfLabelsIsReadForItsTable(t *testing.T) {
	found := findIn(t, sheetOf("填报单位:甲科  填报日期:2026年1月|\n风险点|等级\n拨付|高\n填报单位:乙科|\n等级|风险点\n低|考勤\n填表人:某乙|"))
	for i, want := range []string{"甲科", "乙科"} {
		if f := found.Tables[i].Facts; len(f) != 1 || f[0].Value != want {
			t.Errorf("table %d: %+v", i+1, f)
		}
	}
	if diff := cmp.Diff([]Line{{1, "填报日期:2026年1月"}}, found.Asides); diff != "" {
		t.Error(diff)
	}
}

func TestFactsHoldUntilTheirLabelComesAgain(t *testing.T) {
	found := findIn(t, sheetOf("姓名|甲一|科室|财务科\n风险点|等级|措施\n拨付|高|复核\n-\n姓名|甲二|科室|人事科\n风险点|等级|措施\n考勤|低|公示"))
	if len(found.Tables) != 2 {
		t.Fatalf("%d tables", len(found.Tables))
	}
	for i, want := range []string{"甲一", "甲二"} {
		if f := found.Tables[i].Facts; len(f) != 2 || f[0].Value != want {
			t.Errorf("table %d: %+v", i+1, f)
		}
	}
}

// FuzzFind makes rows of any texts: nothing may panic, every row has one class, and the rows of
// tables are counted once.
func FuzzFind(f *testing.F) {
	f.Add("单位|风险点|等级\n财务科|拨付|高\n合计|1|\n注:甲")
	f.Add("姓名|甲一|职务|科员\n单位|风险点|<\n^|名称|等级\n财务科|拨付|高")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.HasPrefix(text, "<") || strings.Contains(text, "\n<") || len(text) > 4000 {
			return
		}
		rows := sheetOf(text)
		found := findIn(t, rows)
		data := 0
		for _, r := range rows {
			if found.Class(r.Number) == RowData {
				data++
			}
		}
		for i, table := range found.Tables {
			count := 0
			for _, r := range rows {
				if found.Holds(table, r.Number) {
					count++
				}
			}
			if data -= count; count != table.Count {
				t.Errorf("table %d holds %d rows and counts %d", i+1, count, table.Count)
			}
		}
		if data != 0 {
			t.Errorf("%d rows of data belong to no table, or to two", data)
		}
	})
}
