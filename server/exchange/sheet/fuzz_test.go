package sheet

import (
	"context"
	"os"
	"strings"
	"testing"

	"sineng/server/fault"
)

// tight returns limits that keep the fuzzer from spending its time on size.
func tight() Limits {
	return Limits{FileBytes: 1 << 20, UnzippedBytes: 1 << 20, Ratio: 100, Sheets: 3, Rows: 1000, Columns: 50, Cells: 10_000, CellBytes: 1000}
}

// check asserts what must hold for any input: an error that can be shown, or a
// book within the limits.
func check(t *testing.T, file []byte) {
	limits := tight()
	book, err := Read(context.Background(), file, "f.csv", limits)
	if err != nil {
		if len(fault.All(err)) == 0 {
			t.Fatalf("an error that cannot be shown: %v", err)
		}
		return
	}
	for _, table := range book.Tables {
		last := 0
		for _, row := range table.Rows {
			if row.Number <= last || row.Number > limits.Rows || len(row.Cells) == 0 || len(row.Cells) > limits.Columns {
				t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
		}
	}
}

func FuzzReadText(f *testing.F) {
	for _, seed := range []string{"编码,名称\n1,甲\n", "a;\"b\"\"\n\";c\r\n", "\xef\xbb\xbfa\tb", "\xff\xfea\x00,\x00b\x00", "\xb1\xe0\xc2\xeb,1", "=\"01\",=A1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) { check(t, file) })
}

func FuzzReadWorkbook(f *testing.F) {
	published, err := os.ReadFile("../testdata/published-register.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(published)
	f.Add(rawWorkbook(f, data(`<row r="2"><c r="B2" t="s" s="0"><v>0</v></c><c t="e"><v>#N/A</v></c></row>`),
		map[string]string{"xl/sharedStrings.xml": `<sst><si><t>a</t></si></sst>`}))
	f.Fuzz(func(t *testing.T, file []byte) { check(t, file) })
}

// FuzzReadSheet mutates the XML itself, which mutations of the compressed file
// hardly reach.
func FuzzReadSheet(f *testing.F) {
	f.Add(data(`<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><t>x</t></is></c></row>`),
		`<sst><si><t>_x000D_</t></si></sst>`, `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`)
	f.Add(`<worksheet><sheetData><row><c><v>1e9</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C3"/></mergeCells></worksheet>`, `<sst/>`,
		`<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Fuzz(func(t *testing.T, sheet, shared, styles string) {
		check(t, rawWorkbook(t, sheet, map[string]string{"xl/sharedStrings.xml": shared, "xl/styles.xml": styles}))
	})
}

// FuzzNumberFormat asserts that any format shows a number as text that is not blank.
func FuzzNumberFormat(f *testing.F) {
	for _, seed := range []string{`[=1]"高";[=2]"中";"低"`, `[DBNum1][$-804]yyyy"年"m"月"`, `0!.0,"万"`, "[h]:mm;@", `00"-"00`, "0.00E+00", "G/通用格式"} {
		f.Add(seed, "46203.5")
		f.Add(seed, "2")
	}
	f.Fuzz(func(t *testing.T, code, number string) {
		if c := numberCell(number, parseFormat(code), false); c.Blank() && strings.TrimSpace(number) != "" {
			t.Fatalf("%q in %q is blank", number, code)
		}
	})
}
