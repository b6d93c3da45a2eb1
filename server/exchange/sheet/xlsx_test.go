package sheet

import (
	"os"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestPublishedRegisterKeepsItsMergedCellsAndRowNumbers(t *testing.T) {
	file, err := os.ReadFile("../testdata/published-register.xlsx")
	must(t, err)
	book := read(t, file)
	if len(book.Tables) != 1 || len(book.Tables[0].Rows) != 7 {
		t.Fatalf("got %d tables, want one of 7 rows", len(book.Tables))
	}
	rows := book.Tables[0].Rows
	if !rows[0].Banner || rows[1].Banner || rows[3].Banner {
		t.Error("only the title above the table is a banner")
	}
	if got := rows[1].Cell(2).Text; got != "风险 类别" {
		t.Errorf("C2 is %q", got)
	}
	for i := 2; i < 7; i++ {
		if rows[i].Number != i+1 {
			t.Errorf("row %d is numbered %d", i+1, rows[i].Number)
		}
		unit, leader := rows[i].Cell(1), rows[i].Cell(8)
		if unit.Text != "市重点工程建设管理服务中心" || leader.Text != "李四" || unit.Filled != (i > 2) {
			t.Errorf("row %d has unit %+v and leader %+v", i+1, unit, leader)
		}
	}
}

func TestMergedCellsFillRightAndDown(t *testing.T) {
	file := workbookOf(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"标题"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"甲", "", "乙"}))
		must(t, f.SetSheetRow("Sheet1", "D3", &[]any{"丙"}))
		must(t, f.SetSheetRow("Sheet1", "C5", &[]any{"丁", "戊"}))
		must(t, f.MergeCell("Sheet1", "A1", "XFD1"))
		must(t, f.MergeCell("Sheet1", "A2", "B5"))
	})
	table := read(t, file).Tables[0]
	wantTexts(t, table, [][]string{
		{"标题", "标题", "标题", "标题"},
		{"甲", "甲", "乙"},
		{"甲", "甲", "", "丙"},
		{"甲", "甲", "丁", "戊"},
	})
	if !table.Rows[0].Banner || table.Rows[1].Banner || table.Rows[3].Number != 5 {
		t.Error("the title is a banner, and the blank row 4 still counts")
	}
}

func TestNumbersAndDatesReadAsTheyAreShown(t *testing.T) {
	file := workbookOf(t, func(f *excelize.File) {
		day := time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)
		pad, yearMonth := "000000", `yyyy"年"m"月"`
		padded, err := f.NewStyle(&excelize.Style{CustomNumFmt: &pad})
		must(t, err)
		chinese, err := f.NewStyle(&excelize.Style{CustomNumFmt: &yearMonth})
		must(t, err)
		must(t, f.SetCellValue("Sheet1", "A1", 659010))
		must(t, f.SetCellValue("Sheet1", "B1", 0.1+0.2))
		must(t, f.SetCellValue("Sheet1", "C1", day))
		must(t, f.SetCellValue("Sheet1", "D1", day.Add(8*time.Hour+30*time.Minute)))
		must(t, f.SetCellValue("Sheet1", "E1", 42))
		must(t, f.SetCellStyle("Sheet1", "E1", "E1", padded))
		must(t, f.SetCellValue("Sheet1", "F1", 46082))
		must(t, f.SetCellStyle("Sheet1", "F1", "F1", chinese))
		must(t, f.SetCellValue("Sheet1", "G1", true))
		must(t, f.SetCellStr("Sheet1", "H1", "001"))
		must(t, f.SetCellValue("Sheet1", "I1", int64(110101199003071234)))
	})
	table := read(t, file).Tables[0]
	wantTexts(t, table, [][]string{{"659010", "0.3", "2026-03-31", "2026-03-31 08:30:00",
		"000042", "2026-03", "TRUE", "001", "110101199003071232"}})
	if c := table.Rows[0].Cell(2); c.Kind != Date {
		t.Errorf("C1 is of kind %d, want a date", c.Kind)
	}
	if c := table.Rows[0].Cell(8); c.Kind != Imprecise {
		t.Errorf("a number of 18 digits is of kind %d, want imprecise", c.Kind)
	}
}

func TestDaysBeforeMarch1900AndFrom1904(t *testing.T) {
	for serial, want := range map[float64]string{1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 0.5: "12:00:00"} {
		if got := dateText(serial, false); got != want {
			t.Errorf("%v is %s, want %s", serial, got, want)
		}
	}
	if got := dateText(1, true); got != "1904-01-02" {
		t.Errorf("day 1 of 1904 is %s", got)
	}
}

func TestRichTextEscapesAndPlacesWithoutNames(t *testing.T) {
	file := rawWorkbook(t,
		`<x:worksheet><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>内</x:t></x:r><x:r><x:t>联</x:t></x:r></x:is></x:c></x:row>
		<x:row r="4"><x:c r="C4"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		map[string]string{"xl/sharedStrings.xml": `<sst><si><r><t>一_x000D_
</t></r><r><t>二</t></r><rPh><t>pinyin</t></rPh></si></sst>`})
	table := read(t, file).Tables[0]
	wantTexts(t, table, [][]string{{"一\n二", "内联"}, {"", "", "7"}})
	if table.Rows[1].Number != 4 {
		t.Errorf("row is numbered %d, want 4", table.Rows[1].Number)
	}
}
