package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rawDocument makes a docx file of the XML of its body.
func rawDocument(t testing.TB, body string) []byte {
	t.Helper()
	return zipOf(t, map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": `<Relationships><Relationship Id="rId1" Target="word/document.xml"
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`,
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	})
}

func wordRun(s string) string  { return `<w:r><w:rPr><w:b/></w:rPr><w:t>` + s + `</w:t></w:r>` }
func wordPara(s string) string { return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>` + s + `</w:p>` }
func wordCell(props, text string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + wordPara(wordRun(text)) + `</w:tc>`
}
func wordRow(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
func wordRowOf(texts ...string) string {
	out := ""
	for _, s := range texts {
		out += wordCell("", s)
	}
	return wordRow(out)
}
func wordTableOf(rows ...string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
}

func TestTablesOfADocumentHaveTheParagraphsAroundThem(t *testing.T) {
	book := read(t, rawDocument(t, wordPara(wordRun("岗位风险登记表"))+wordPara("")+
		wordPara(wordRun("单位(盖章):财务科")+`<w:r><w:tab/></w:r>`+wordRun("日期:2026年6月"))+
		wordTableOf(wordRowOf("岗位", "风险点"), wordRowOf("", ""), wordRowOf("会计", "资金拨付"))+
		wordPara(wordRun("二、措施"))+wordTableOf(wordRowOf("风险点", "措施"), wordRowOf("资金拨付", "复核"))+wordPara(wordRun("填表人:甲一"))))
	if book.Format != "docx" || len(book.Tables) != 2 {
		t.Fatalf("read as %s with %d tables", book.Format, len(book.Tables))
	}
	first, second := book.Tables[0], book.Tables[1]
	if first.Name != "表格 1" || second.Name != "表格 2" || first.Within != "" {
		t.Errorf("names: %q, %q", first.Name, second.Name)
	}
	wantTexts(t, first, [][]string{{"岗位风险登记表"}, {"单位(盖章):财务科", "日期:2026年6月"}, {"岗位", "风险点"}, {"会计", "资金拨付"}})
	wantTexts(t, second, [][]string{{"二、措施"}, {"风险点", "措施"}, {"资金拨付", "复核"}, {"填表人:甲一"}})
	for i, want := range []int{1, 2, 3, 5} {
		if first.Rows[i].Number != want {
			t.Errorf("row %d is numbered %d, want %d", i, first.Rows[i].Number, want)
		}
	}
}

func TestTextOfADocumentIsThatAfterItsChanges(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"runs":              {wordPara(wordRun("资金") + wordRun("拨付")), "资金拨付"},
		"paragraphs":        {wordPara(wordRun("一")) + wordPara("") + wordPara(wordRun("二")), "一\n二"},
		"line breaks":       {wordPara(`<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t></w:r>`), "一\n二\n三"},
		"tab":               {wordPara(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>` + `<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>`), "一\t二"},
		"inserted":          {wordPara(wordRun("资金") + `<w:ins w:id="1">` + wordRun("拨付") + `</w:ins>`), "资金拨付"},
		"deleted":           {wordPara(wordRun("资金") + `<w:del w:id="1"><w:r><w:delText>划拨</w:delText></w:r></w:del>`), "资金"},
		"moved away":        {wordPara(wordRun("资金") + `<w:moveFrom w:id="1">` + wordRun("划拨") + `</w:moveFrom>`), "资金"},
		"moved here":        {wordPara(`<w:moveTo w:id="1">` + wordRun("资金") + `</w:moveTo>`), "资金"},
		"paragraphs joined": {`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + wordRun("资金") + `</w:p>` + wordPara(wordRun("拨付")), "资金拨付"},
		"content control":   {wordPara(`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + wordRun("资金") + `</w:sdtContent></w:sdt>`), "资金"},
		"block control":     {`<w:sdt><w:sdtPr/><w:sdtContent>` + wordPara(wordRun("资金")) + `</w:sdtContent></w:sdt>`, "资金"},
		"link":              {wordPara(`<w:hyperlink>` + wordRun("资金") + `</w:hyperlink>`), "资金"},
		"field":             {wordPara(`<w:r><w:fldChar/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>` + wordRun("6月")), "6月"},
		"ruby":              {wordPara(`<w:r><w:ruby><w:rt>` + wordRun("zi") + `</w:rt><w:rubyBase>` + wordRun("资") + `</w:rubyBase></w:ruby></w:r>`), "资"},
		"text box": {wordPara(`<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + wordPara(wordRun("框内")) + `</w:txbxContent></mc:Choice><mc:Fallback>` +
			wordPara(wordRun("框内")) + `</mc:Fallback></mc:AlternateContent></w:r>` + wordRun("框外")), "框内\n框外"},
		"tick":            {wordPara(`<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>`), "√"},
		"box":             {wordPara(`<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>`), "□"},
		"unknown sign":    {wordPara(`<w:r><w:sym w:font="Other" w:char="F0A8"/></w:r>`), "\uFFFD"},
		"hyphen":          {wordPara(`<w:r><w:t>XK</w:t><w:noBreakHyphen/><w:t>01</w:t></w:r>`), "XK-01"},
		"former settings": {wordPara(`<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>一</w:t></w:r>`), "一"},
		"entities":        {wordPara(wordRun("A&amp;B &lt;1&gt;")), "A&B <1>"},
	} {
		t.Run(name, func(t *testing.T) {
			row := read(t, rawDocument(t, wordTableOf(wordRow(`<w:tc><w:tcPr/>`+c.in+`</w:tc>`)))).Tables[0].Rows[0]
			if diff := cmp.Diff(Row{Number: 1, Cells: []Cell{{Text: c.want}}}, row); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHiddenTextAndRowsOfADocumentAreMarked(t *testing.T) {
	hidden := `<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>`
	shown := `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>`
	rows := read(t, rawDocument(t, wordPara(hidden)+wordTableOf(
		wordRow(`<w:tc>`+wordPara(hidden)+`</w:tc>`, wordCell("", "一")),
		wordRow(`<w:tc>`+wordPara(shown)+`</w:tc>`),
		`<w:tr><w:trPr><w:hidden/></w:trPr>`+wordCell("", "二")+`</w:tr>`,
		`<w:tr><w:trPr><w:tblHeader/></w:trPr>`+wordCell("", "三")+`</w:tr>`,
		`<w:tr><w:trPr><w:tblHeader w:val="false"/></w:trPr><w:tc><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>`+wordRun("四")+`</w:p></w:tc></w:tr>`))).Tables[0].Rows
	for i, want := range []Row{{Hidden: true}, {Hidden: true}, {}, {Hidden: true}, {Heading: true}, {}} {
		if got := rows[i]; got.Hidden != want.Hidden || got.Heading != want.Heading {
			t.Errorf("row %d: %+v", i, got)
		}
	}
}

func TestMergedCellsOfADocument(t *testing.T) {
	table := read(t, rawDocument(t, wordTableOf(
		wordRow(wordCell(`<w:gridSpan w:val="4"/>`, "标题")),
		wordRow(wordCell(`<w:vMerge w:val="restart"/>`, "财务科"), wordCell(`<w:gridSpan w:val="2"/>`, "责任人"), wordCell("", "等级")),
		wordRow(wordCell(`<w:vMerge/>`, ""), wordCell("", "姓名"), wordCell("", "职务"), wordCell("", "A")),
		wordRow(wordCell(`<w:vMerge w:val="continue"/>`, ""), wordCell("", "甲一"), wordCell(`<w:hMerge w:val="restart"/>`, "科长"), wordCell(`<w:hMerge/>`, "")),
		`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>`+wordCell("", "乙一")+wordCell(`<w:vMerge/>`, "自己")+`</w:tr>`,
		wordRow(wordCell(`<w:vMerge/>`, ""), wordCell("", "丙一")),
	))).Tables[0]
	across, down := Cell{Filled: true, Across: true}, Cell{Filled: true, Down: true}
	with := func(c Cell, text string) Cell { c.Text = text; return c }
	want := []Row{
		{Number: 1, Banner: true, Cells: []Cell{{Text: "标题"}, with(across, "标题"), with(across, "标题"), with(across, "标题")}},
		{Number: 2, Cells: []Cell{{Text: "财务科"}, {Text: "责任人"}, with(across, "责任人"), {Text: "等级"}}},
		{Number: 3, Cells: []Cell{with(down, "财务科"), {Text: "姓名"}, {Text: "职务"}, {Text: "A"}}},
		{Number: 4, Cells: []Cell{with(down, "财务科"), {Text: "甲一"}, {Text: "科长"}, with(across, "科长")}},
		{Number: 5, Cells: []Cell{{}, {Text: "乙一"}, {Text: "自己"}}},
		{Number: 6, Cells: []Cell{with(down, "财务科"), {Text: "丙一"}}},
	}
	if diff := cmp.Diff(want, table.Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestColumnsInWhichNoCellBeginsAreNone(t *testing.T) {
	table := read(t, rawDocument(t, wordPara(wordRun("标题"))+wordTableOf(
		wordRow(wordCell(`<w:gridSpan w:val="2"/>`, "岗位"), wordCell(`<w:gridSpan w:val="3"/>`, "风险点"), wordCell("", "等级")),
		wordRow(wordCell(`<w:gridSpan w:val="2"/>`, "会计"), wordCell(`<w:gridSpan w:val="3"/>`, "资金拨付"), wordCell("", "B"))))).Tables[0]
	wantTexts(t, table, [][]string{{"标题"}, {"岗位", "风险点", "等级"}, {"会计", "资金拨付", "B"}})
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			if c.Filled {
				t.Errorf("%+v is filled", c)
			}
		}
	}
}

func TestTablesWithinCellsAreTheirOwn(t *testing.T) {
	book := read(t, rawDocument(t, wordTableOf(wordRow(wordCell("", "职权"),
		`<w:tc>`+wordPara(wordRun("流程"))+wordTableOf(wordRowOf("环节", "等级"), wordRowOf("受理", "C"))+wordPara(wordRun("如上"))+`</w:tc>`), wordRowOf("监督", "财务科"))+
		wordPara(wordRun("注"))+wordTableOf(wordRowOf("末"))))
	if len(book.Tables) != 3 {
		t.Fatalf("%d tables", len(book.Tables))
	}
	wantTexts(t, book.Tables[0], [][]string{{"职权", "流程\n如上"}, {"监督", "财务科"}})
	wantTexts(t, book.Tables[1], [][]string{{"环节", "等级"}, {"受理", "C"}})
	wantTexts(t, book.Tables[2], [][]string{{"注"}, {"末"}})
	if book.Tables[1].Within != "表格 1" || book.Tables[1].Name != "表格 2" || book.Tables[2].Name != "表格 3" {
		t.Errorf("names: %+v", book.Tables)
	}
}

func TestRowsAndCellsWithChangesOrControls(t *testing.T) {
	wantTexts(t, read(t, rawDocument(t, wordTableOf(
		wordRowOf("岗位", "等级"),
		`<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+wordCell("", "旧")+wordCell("", "A")+`</w:tr>`,
		`<w:tr><w:trPr><w:ins w:id="2"/></w:trPr>`+wordCell("", "新")+wordCell("", "B")+`</w:tr>`,
		`<w:sdt><w:sdtPr/><w:sdtContent>`+wordRowOf("出纳", "C")+`</w:sdtContent></w:sdt>`,
		wordRow(wordCell("", "会计"), `<w:sdt><w:sdtContent>`+wordCell("", "A")+`</w:sdtContent></w:sdt>`),
		wordRow(wordCell(`<w:tcPrChange><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange>`, "统计"), wordCell("", "B")),
	))).Tables[0], [][]string{{"岗位", "等级"}, {"新", "B"}, {"出纳", "C"}, {"会计", "A"}, {"统计", "B"}})
}

func TestDocumentsThatCannotBeRead(t *testing.T) {
	small := DefaultLimits()
	small.Rows, small.Columns, small.Cells, small.CellBytes, small.Sheets = 3, 3, 8, 20, 1
	for name, c := range map[string]struct {
		body   string
		limits Limits
		reason string
	}{
		"no table":             {wordPara(wordRun("通知")), DefaultLimits(), ReasonForeign},
		"blank":                {"", DefaultLimits(), ReasonForeign},
		"rows":                 {wordTableOf(wordRowOf("1"), wordRowOf("2"), wordRowOf("3"), wordRowOf("4")), small, ReasonTooMuch},
		"paragraphs":           {strings.Repeat(wordPara(wordRun("1")), 4) + wordTableOf(wordRowOf("1")), small, ReasonTooMuch},
		"columns":              {wordTableOf(wordRowOf("1", "2", "3", "4")), small, ReasonTooMuch},
		"columns by a gap":     {wordTableOf(`<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>` + wordCell("", "1") + `</w:tr>`), small, ReasonTooMuch},
		"cells":                {wordTableOf(wordRowOf("1", "2", "3"), wordRowOf("1", "2", "3"), wordRowOf("1", "2", "3")), small, ReasonTooMuch},
		"long text":            {wordTableOf(wordRowOf(repeat("长", 10))), small, ReasonCellTooLong},
		"long paragraph":       {wordPara(wordRun(repeat("长", 10))) + wordTableOf(wordRowOf("1")), small, ReasonCellTooLong},
		"many tables":          {strings.Repeat(wordTableOf(wordRowOf("1")), tablesPerSheet+1), small, ReasonTooMuch},
		"tables in tables":     {strings.Repeat(`<w:tbl><w:tr><w:tc>`, maxNesting+1), DefaultLimits(), ReasonDamaged},
		"texts in texts":       {wordTableOf(wordRow(`<w:tc>` + strings.Repeat(`<w:r>`, 100) + `</w:tc>`)), DefaultLimits(), ReasonDamaged},
		"end without a table":  {`</w:tbl>`, DefaultLimits(), ReasonDamaged},
		"row within a row":     {`<w:tbl><w:tr><w:tr>`, DefaultLimits(), ReasonDamaged},
		"cell outside a row":   {`<w:tbl><w:tc>`, DefaultLimits(), ReasonDamaged},
		"row ends within cell": {`<w:tbl><w:tr><w:tc></w:tr>`, DefaultLimits(), ReasonDamaged},
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, rawDocument(t, c.body), c.limits, c.reason) })
	}
}

func FuzzReadDocument(f *testing.F) {
	f.Add(wordPara(wordRun("单位:甲")+`<w:r><w:tab/></w:r>`) + wordTableOf(wordRow(wordCell(`<w:vMerge w:val="restart"/>`, "一"), wordCell(`<w:gridSpan w:val="2"/>`, "二")),
		wordRow(wordCell(`<w:vMerge/>`, ""), `<w:tc>`+wordTableOf(wordRowOf("内"))+`</w:tc>`)) + wordPara(wordRun("末")))
	f.Add(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) { check(t, rawDocument(t, body)) })
}
