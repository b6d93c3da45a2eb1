package sheet

import (
	"context"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestRowsOnDiskAreThoseInMemory(t *testing.T) {
	published, err := os.ReadFile("../testdata/published-register.xlsx")
	must(t, err)
	two := workbookOf(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"标题"}))
		must(t, f.SetSheetRow("Sheet1", "A2", &[]any{"甲", "", 42}))
		must(t, f.SetSheetRow("Sheet1", "C5", &[]any{"丁", repeat("长", 300)}))
		must(t, f.MergeCell("Sheet1", "A1", "D1"))
		must(t, f.MergeCell("Sheet1", "A2", "B5"))
		_, err := f.NewSheet("二")
		must(t, err)
		must(t, f.SetSheetRow("二", "B7", &[]any{"乙", 1.5}))
		must(t, f.SetCellFormula("二", "D7", "1+1"))
		must(t, f.SetRowVisible("二", 7, false))
		must(t, f.SetColVisible("二", "C:D", false))
		must(t, f.SetSheetVisible("二", false))
	})
	computed := rawWorkbook(t, data(`<row hidden="1"><c><f>1+1</f><v>2</v></c><c t="e"><f>A1/0</f><v>#DIV/0!</v></c></row>`), nil)
	for name, file := range map[string][]byte{"published": published, "two sheets": two, "computed": computed, "csv": []byte("a,b\n\n\"1\n2\",x\n,,\n3,=A1+1\n")} {
		t.Run(name, func(t *testing.T) {
			want := read(t, file)
			got, err := Keep(context.Background(), file, "data.csv", DefaultLimits())
			must(t, err)
			defer func() { must(t, got.Close()) }()
			if got.Format != want.Format || got.Encoding != want.Encoding || len(got.Tables) != len(want.Tables) {
				t.Fatalf("got %+v", got)
			}
			for i, table := range got.Tables {
				for range 2 { // as often as needed
					rows, err := table.First(1000)
					must(t, err)
					if diff := cmp.Diff(want.Tables[i], Table{table.Name, table.Within, table.Hidden, table.HiddenColumns, rows}); diff != "" {
						t.Errorf("table %d (-want +got):\n%s", i, diff)
					}
				}
			}
			first, err := got.Tables[0].First(1)
			must(t, err)
			if len(first) != 1 {
				t.Errorf("%d first rows", len(first))
			}
		})
	}
}

func TestManySharedTextsComeBackAsTheyWere(t *testing.T) {
	var l textList
	want := []string{"", "a", repeat("长", pieceBytes/3-1), "b", repeat("x", 2*pieceBytes), "", "c"}
	for _, text := range want {
		l.add(text)
	}
	for i, text := range want {
		if l.at(i) != text {
			t.Errorf("text %d has %d bytes, want %d", i, len(l.at(i)), len(text))
		}
	}
}
