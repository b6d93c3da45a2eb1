package sheet

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestAFormulaIsItsStoredResult(t *testing.T) {
	shared := map[string]string{"xl/sharedStrings.xml": `<sst><si><t>甲</t></si></sst>`,
		"xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="17"/></cellXfs></styleSheet>`}
	for name, c := range map[string]struct {
		cell string
		want Cell
	}{
		"text":                       {`<c t="str"><f>A1&amp;"x"</f><v>财务科</v></c>`, Cell{Text: "财务科", Computed: true}},
		"text with a line break":     {`<c t="str"><f>A1</f><v>一_x000D_二</v></c>`, Cell{Text: "一\n二", Computed: true}},
		"empty text":                 {`<c t="str"><f>IF(A1="","",1)</f><v></v></c>`, Cell{}},
		"number":                     {`<c><f>1+2</f><v>3</v></c>`, Cell{Text: "3", Computed: true}},
		"number 0":                   {`<c><f>1-1</f><v>0</v></c>`, Cell{Text: "0", Computed: true}},
		"shared text":                {`<c t="s"><f>A1</f><v>0</v></c>`, Cell{Text: "甲", Computed: true}},
		"inline text":                {`<c t="inlineStr"><f>A1</f><is><t>乙</t></is></c>`, Cell{Text: "乙", Computed: true}},
		"truth":                      {`<c t="b"><f>1=1</f><v>1</v></c>`, Cell{Text: "TRUE", Computed: true}},
		"day":                        {`<c s="1"><f>TODAY()</f><v>46203</v></c>`, Cell{Text: "2026-06-30", Kind: Date, Computed: true}},
		"month":                      {`<c s="2"><f>TODAY()</f><v>46203</v></c>`, Cell{Text: "2026-06", Kind: Date, Computed: true}},
		"error":                      {`<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>`, Cell{Text: "#DIV/0!", Kind: Broken, Computed: true}},
		"one of a group":             {`<c><f t="shared" si="0"/><v>7</v></c>`, Cell{Text: "7", Computed: true}},
		"of an array":                {`<c t="str"><f t="array" ref="A1:A2">B1:B2</f><v>高</v></c>`, Cell{Text: "高", Computed: true}},
		"no result":                  {`<c><f>B1&amp;"x"</f></c>`, Cell{Text: `=B1&"x"`, Kind: Formula}},
		"no result, empty value":     {`<c><f>1+1</f><v></v></c>`, Cell{Text: "=1+1", Kind: Formula}},
		"no result, blank value":     {`<c><f>1+1</f><v> </v></c>`, Cell{Text: "=1+1", Kind: Formula}},
		"no result, said to be text": {`<c t="str"><f>A1</f></c>`, Cell{Text: "=A1", Kind: Formula}},
		"no result, shared text":     {`<c t="s"><f>A1</f><v/></c>`, Cell{Text: "=A1", Kind: Formula}},
		"error that was typed":       {`<c t="e"><v>#REF!</v></c>`, Cell{Text: "#REF!", Kind: Broken}},
		"text that was typed":        {`<c t="str"><v>plain</v></c>`, Cell{Text: "plain"}},
	} {
		t.Run(name, func(t *testing.T) {
			row := read(t, rawWorkbook(t, data(`<row><c><v>1</v></c>`+c.cell+`</row>`), shared)).Tables[0].Rows[0]
			if diff := cmp.Diff(c.want, row.Cell(1)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Libraries that work out no formulas store 0 for each, and ask for all to be worked out when the
// file is opened.
func TestZerosOfAWorkbookToBeRecalculatedAreNoResults(t *testing.T) {
	file := rawWorkbook(t, data(`<row><c><f>A9</f><v>0</v></c><c t="n"><f>A9</f><v>0</v></c><c><f>A9</f><v>2</v></c><c t="str"><f>A9</f><v>0</v></c><c><v>0</v></c></row>`),
		map[string]string{"xl/workbook.xml": `<workbook><sheets><sheet name="表" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`})
	wantCells(t, file, Cell{Text: "=A9", Kind: Formula}, Cell{Text: "=A9", Kind: Formula}, Cell{Text: "2", Computed: true}, Cell{Text: "0", Computed: true}, Cell{Text: "0"})
}

// The library leaves beside a formula what stood in the cell before: the number of a shared text.
func TestWhatStoodInACellBeforeIsNoResultOfItsFormula(t *testing.T) {
	file := workbookOf(t, func(f *excelize.File) {
		for _, cell := range []string{"A1", "B1", "C1"} {
			must(t, f.SetCellStr("Sheet1", cell, "原文"+cell))
		}
		must(t, f.SetCellFormula("Sheet1", "B1", "1+1"))
		must(t, f.SetCellInt("Sheet1", "C1", 12))
		must(t, f.SetCellFormula("Sheet1", "C1", "1+1"))
		must(t, f.SetCellFormula("Sheet1", "D1", "1+1"))
	})
	formula := Cell{Text: "=1+1", Kind: Formula}
	wantCells(t, file, Cell{Text: "原文A1"}, formula, formula, formula)
}

func wantCells(t *testing.T, file []byte, want ...Cell) {
	t.Helper()
	if diff := cmp.Diff(want, read(t, file).Tables[0].Rows[0].Cells); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
