package sheet

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestWrittenTextIsNeverAFormula(t *testing.T) {
	lines := [][]string{{"标题", "原因"}, {`=HYPERLINK("http://x","y")`, "+1"}, {"-1", "@SUM(A1)"}, {"007", "a\nb"}}
	var out bytes.Buffer
	must(t, Write(&out, []Page{{Name: "错误:一/二", Lines: lines, Heading: 1}, {Name: "错误:一/二"}, {Name: ""}}))
	book := read(t, out.Bytes())
	if len(book.Tables) != 3 || book.Tables[0].Name != "错误 一 二" {
		t.Fatalf("tables: %+v", book.Tables)
	}
	wantTexts(t, book.Tables[0], lines)
	for _, row := range book.Tables[0].Rows {
		for _, c := range row.Cells {
			if c.Kind != Text {
				t.Errorf("%q is of kind %d", c.Text, c.Kind)
			}
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	must(t, err)
	if formula, err := f.GetCellFormula("错误 一 二", "A2"); err != nil || formula != "" {
		t.Errorf("another program sees formula %q, %v", formula, err)
	}
}

func TestTextLongerThanACellIsCut(t *testing.T) {
	for text, want := range map[string]string{repeat("长", 5): repeat("长", 3), "😀😀": "😀"} {
		if got := cut(text, 3); got != want {
			t.Errorf("cut %q to %q", text, got)
		}
	}
}
