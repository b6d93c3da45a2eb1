package sheet

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestHiddenSheetsAreReadAndMarked(t *testing.T) {
	file := workbookOf(t, func(f *excelize.File) {
		for _, name := range []string{"单位", "字典", "底稿"} {
			_, err := f.NewSheet(name)
			must(t, err)
			must(t, f.SetCellStr(name, "A1", name))
		}
		must(t, f.SetSheetVisible("字典", false))
		must(t, f.SetSheetVisible("底稿", false, true)) // very hidden
	})
	var got []string
	for _, table := range read(t, file).Tables {
		if table.Hidden {
			got = append(got, table.Name+" "+table.Rows[0].Cell(0).Text)
		}
	}
	if !slices.Equal(got, []string{"字典 字典", "底稿 底稿"}) {
		t.Errorf("hidden: %v", got)
	}
}

func TestHiddenRowsAndColumnsAreMarked(t *testing.T) {
	table := read(t, rawWorkbook(t, `<worksheet><cols><col min="2" max="3" width="0" customWidth="1"/><col min="5" max="5" hidden="1"/>
		<col min="6" max="6" width="9" hidden="0"/><col min="7" max="16384" hidden="1"/><col min="0" max="9" hidden="1"/><col min="3" max="1" hidden="1"/></cols>
		<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="H1"><v>1</v></c></row><row r="2" hidden="1"><c><v>1</v></c></row>
		<row r="3" hidden="true"><c><v>1</v></c></row><row r="4" ht="0" customHeight="1"><c><v>1</v></c></row>
		<row r="5" ht="15" hidden="0"><c><v>1</v></c></row></sheetData></worksheet>`, nil)).Tables[0]
	if want := []int{1, 2, 4, 6, 7}; !slices.Equal(table.HiddenColumns, want) {
		t.Errorf("hidden columns are %v, want %v", table.HiddenColumns, want)
	}
	for i, want := range []bool{false, true, true, true, false} {
		if table.Rows[i].Hidden != want {
			t.Errorf("row %d is hidden: %v", i+1, !want)
		}
	}
}

// A merged title over two columns and rows tells of each of its cells where it came from.
func TestMergedCellsTellTheirDirection(t *testing.T) {
	rows := read(t, rawWorkbook(t, `<worksheet><sheetData><row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>9</v></c></row>
		<row r="3"><c r="A3"><v>8</v></c><c r="E3"><v>9</v></c></row></sheetData><mergeCells><mergeCell ref="B2:D3"/></mergeCells></worksheet>`, nil)).Tables[0].Rows
	type flags struct{ filled, across, down bool }
	want := [][]flags{
		{{}, {}, {true, true, false}, {true, true, false}, {}},
		{{}, {true, false, true}, {true, true, true}, {true, true, true}, {}},
	}
	for i, row := range rows {
		for column, c := range row.Cells {
			if got := (flags{c.Filled, c.Across, c.Down}); got != want[i][column] {
				t.Errorf("%s%d is %+v, want %+v", ColumnName(column), row.Number, got, want[i][column])
			}
		}
	}
}
