package paper

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form"
)

func workbook(t testing.TB, docs ...Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := XLSX(&out, docs...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// edited returns a workbook after a change in a spreadsheet program.
func edited(t testing.TB, data []byte, change func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	change(f, f.GetSheetName(0))
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// find returns the position of a text on a sheet.
func find(t testing.TB, f *excelize.File, sheet, text string) (column, row int) {
	t.Helper()
	at, err := f.SearchSheet(sheet, text)
	if err != nil || len(at) == 0 {
		t.Fatalf("%q is not on the sheet: %v", text, err)
	}
	column, row, _ = excelize.CellNameToCoordinates(at[0])
	return column, row
}

func set(t testing.TB, f *excelize.File, sheet string, column, row int, value any) {
	t.Helper()
	at, _ := excelize.CoordinatesToCellName(column, row)
	if err := f.SetCellValue(sheet, at, value); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, data []byte, d Document) *Sheet {
	t.Helper()
	s, err := ReadXLSX(context.Background(), data, d.Origin())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// hard returns a content with texts that files easily get wrong.
func hard(kind term.FormKind) *form.Content {
	c := filled(kind)
	texts := []string{"=1+1", "+86 531", "-5", "@SUM(A1)", "第一行\n第二行\r\n第三行", "  前后有空格  ", "a<b>&\"c\"'", "_x000D_", "0012", "2026-05-01",
		"\x00\x01坏字符\x0b", "\U0001F600", strings.Repeat("依法履行职责,", 560), strings.Repeat("一行\n", 400), "'文本"}
	n := 0
	for i := range c.Sections {
		for r := range c.Sections[i].Rows {
			for k := range c.Sections[i].Rows[r].Cells {
				c.Sections[i].Rows[r].Cells[k].Text = texts[n%len(texts)]
				n++
			}
		}
	}
	return c
}

func TestAnUntouchedExportChangesNothing(t *testing.T) {
	for _, kind := range kinds {
		for name, c := range map[string]*form.Content{"filled": filled(kind), "hard": hard(kind), "empty": empty(kind)} {
			d := document(t, c)
			s := read(t, workbook(t, d), d)
			plan := PlanImport(c, s)
			if !plan.Empty() || len(plan.Problems)+len(plan.Remarks) > 0 {
				t.Errorf("%s %s: %+v", kind, name, plan)
			}
			rows := 0
			for _, section := range c.Sections {
				rows += len(section.Rows)
			}
			if plan.Unchanged != rows {
				t.Errorf("%s %s: %d of %d rows were read", kind, name, plan.Unchanged, rows)
			}
			// A spreadsheet program rewrites the file in its own way.
			again := read(t, edited(t, workbook(t, d), func(*excelize.File, string) {}), d)
			if plan := PlanImport(c, again); !plan.Empty() || plan.Unchanged != rows {
				t.Errorf("%s %s saved again: %+v", kind, name, plan)
			}
		}
	}
}

func empty(kind term.FormKind) *form.Content {
	c := filled(kind)
	c.ReviewDecisions, c.FiledNumber, c.FiledOn, c.PreparedBy, c.PreparedOn = nil, "", "", "", ""
	for i := range c.Fields {
		c.Fields[i].Text = ""
	}
	for i := range c.Sections {
		c.Sections[i].Rows = nil
	}
	return c
}

func TestImportFindsWhatWasChanged(t *testing.T) {
	c := filled(term.FormKindRisks)
	d := document(t, c)
	data := edited(t, workbook(t, d), func(f *excelize.File, sheet string) {
		title, row := find(t, f, sheet, "拖延受理、吃拿卡要")
		set(t, f, sheet, title, row, "拖延受理")

		// The row of r3 is removed and two are inserted: a new one, and a copy
		// of r1.
		_, gone := find(t, f, sheet, "化整为零规避公开采购")
		if err := f.RemoveRow(sheet, gone); err != nil {
			t.Fatal(err)
		}
		if err := f.InsertRows(sheet, row, 1); err != nil {
			t.Fatal(err)
		}
		set(t, f, sheet, title, row, "收受礼金")
		set(t, f, sheet, title+6, row, 4)
		_, first := find(t, f, sheet, "现场核查走过场或降低标准")
		if err := f.DuplicateRow(sheet, first); err != nil {
			t.Fatal(err)
		}
	})
	plan := PlanImport(c, read(t, data, d))
	got := map[ChangeKind][]RowChange{}
	for _, r := range plan.Rows {
		got[r.Kind] = append(got[r.Kind], r)
	}
	if n := len(got[RowChanged]); n != 1 || got[RowChanged][0].Key != "r2" || len(got[RowChanged][0].Cells) != 1 ||
		got[RowChanged][0].Cells[0] != (CellChange{Code: "title", Before: "拖延受理、吃拿卡要", After: "拖延受理"}) {
		t.Errorf("changed: %+v", got[RowChanged])
	}
	if n := len(got[RowRemoved]); n != 1 || got[RowRemoved][0].Key != "r3" {
		t.Errorf("removed: %+v", got[RowRemoved])
	}
	if n := len(got[RowAdded]); n != 2 || got[RowAdded][1].Cells[0].After != "收受礼金" || got[RowAdded][1].Cells[1].After != "4" {
		t.Errorf("added: %+v", got[RowAdded])
	}
	if plan.Unchanged != 1 {
		t.Errorf("%d rows are unchanged, want 1", plan.Unchanged)
	}
}

func TestImportMergesWithWhatHappenedMeanwhile(t *testing.T) {
	c := filled(term.FormKindRisks)
	d := document(t, c)
	data := edited(t, workbook(t, d), func(f *excelize.File, sheet string) {
		column, row := find(t, f, sheet, "拖延受理、吃拿卡要")
		set(t, f, sheet, column, row, "拖延受理")
		column, row = find(t, f, sheet, "领导提")
		set(t, f, sheet, column, row, "部门查")
	})
	s := read(t, data, d)
	now := filled(term.FormKindRisks)
	rows := now.Sections[0].Rows
	rows[0].Cells[1].Text = "改过的标题" // changed in the form only
	rows[1].Cells[1].Text = "也改过"   // changed in both
	now.Sections[0].Rows = append(rows[:2:2], row(form.LayoutOf(now.Kind).Tables[0], "r9", "XK-001", "后来增加的"))
	plan := PlanImport(now, s)
	if len(plan.Rows) != 1 || plan.Rows[0].Key != "r2" || !plan.Rows[0].Cells[0].Clash {
		t.Errorf("rows: %+v", plan.Rows)
	}
	reasons := ""
	for _, r := range plan.Remarks {
		reasons += r.Reason + " "
	}
	if reasons != "CLASH ROW_GONE " || plan.Unchanged != 1 {
		t.Errorf("remarks %q, %d unchanged", reasons, plan.Unchanged)
	}
}

func TestImportReportsCellsItCannotTake(t *testing.T) {
	c := filled(term.FormKindRisks)
	d := document(t, c)
	data := edited(t, workbook(t, d), func(f *excelize.File, sheet string) {
		column, row := find(t, f, sheet, "拖延受理、吃拿卡要")
		at, _ := excelize.CoordinatesToCellName(column, row)
		if err := f.SetCellFormula(sheet, at, "1+1"); err != nil {
			t.Fatal(err)
		}
		at, _ = excelize.CoordinatesToCellName(column+9, row) // 自评等级
		if err := f.SetCellStr(sheet, at, "C"); err != nil {
			t.Fatal(err)
		}
	})
	graded := edited(t, data, func(f *excelize.File, sheet string) {
		column, row := find(t, f, sheet, "审定等级")
		set(t, f, sheet, column, row+2, "B")
	})
	if got := PlanImport(c, read(t, graded, d)).Remarks; len(got) != 2 || !slices.ContainsFunc(got, func(p Problem) bool { return p.Column == "grade" && strings.Contains(p.ZH, "审定确定") }) {
		t.Errorf("remarks on a grade: %+v", got)
	}
	plan := PlanImport(c, read(t, data, d))
	if len(plan.Rows) != 0 || len(plan.Problems) != 1 || plan.Problems[0].Reason != "FORMULA" || plan.Problems[0].Column != "title" {
		t.Errorf("problems: %+v rows: %+v", plan.Problems, plan.Rows)
	}
	if len(plan.Remarks) != 1 || plan.Remarks[0].Reason != "NOT_TYPED" || plan.Remarks[0].Column != "proposed" {
		t.Errorf("remarks: %+v", plan.Remarks)
	}
}

func TestImportTakesMovedColumnsAndMergedCells(t *testing.T) {
	c := filled(term.FormKindPersonal)
	d := document(t, c)
	data := edited(t, workbook(t, d), func(f *excelize.File, sheet string) {
		column, row := find(t, f, sheet, "长期与企业打交道,对宴请、土特产等小节问题不够警惕。")
		set(t, f, sheet, column, row, "新的表现")
		if err := f.InsertCols(sheet, "C", 1); err != nil {
			t.Fatal(err)
		}
	})
	plan := PlanImport(c, read(t, data, d))
	if len(plan.Rows) != 1 || plan.Rows[0].Key != "r11" || plan.Rows[0].Cells[0].After != "新的表现" || len(plan.Rows[0].Cells) != 1 {
		t.Errorf("rows: %+v", plan.Rows)
	}
}

func TestReadRefusesOtherFiles(t *testing.T) {
	risks := document(t, filled(term.FormKindRisks))
	own := risks.Origin()
	other := filled(term.FormKindRisks)
	other.Unit = form.Named{ID: 5, Name: "财务科"}
	year := filled(term.FormKindRisks)
	year.Year = 2025
	colleague := filled(term.FormKindPersonal)
	colleague.Person = &form.Named{ID: 9, Name: "吴敏"}
	book := workbook(t, risks)
	var word bytes.Buffer
	if err := DOCX(&word, risks); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data   []byte
		want   Origin
		reason string
	}{
		"another form":   {workbook(t, document(t, filled(term.FormKindMeasures))), own, ReasonWrongForm},
		"another unit":   {workbook(t, document(t, other)), own, ReasonWrongUnit},
		"another year":   {workbook(t, document(t, year)), own, ReasonWrongYear},
		"another person": {workbook(t, document(t, colleague)), document(t, filled(term.FormKindPersonal)).Origin(), ReasonWrongPerson},
		"a Word file":    {word.Bytes(), own, sheet.ReasonForeign},
		"text":           {[]byte("风险点,等级\n甲,A\n"), own, sheet.ReasonForeign},
		"nothing":        {nil, own, sheet.ReasonEmpty},
		"damaged":        {book[:len(book)/2], own, sheet.ReasonDamaged},
		"the same twice": {workbook(t, risks, risks), own, ReasonSeveral},
		"no marks": {edited(t, book, func(f *excelize.File, sheet string) {
			if err := f.RemoveCol(sheet, "A"); err != nil {
				t.Fatal(err)
			}
		}), own, ReasonNotAForm},
		"a column less": {edited(t, book, func(f *excelize.File, sheet string) {
			column, row := find(t, f, sheet, "产生原因")
			set(t, f, sheet, column, row, "原因")
		}), own, ReasonColumnMissing},
	} {
		_, err := ReadXLSX(context.Background(), test.data, test.want)
		all := fault.All(err)
		if len(all) != 1 || all[0].Reason != test.reason || all[0].ZH == "" || all[0].EN == "" || all[0].Code != fault.Invalid {
			t.Errorf("%s: %v, want %s", name, err, test.reason)
		}
		if strings.Contains(err.Error(), "csv") {
			t.Errorf("%s: %v offers what a form is not read from", name, err)
		}
	}
	// A hidden copy is not the sheet that was filled in.
	copied := edited(t, workbook(t, risks, risks), func(f *excelize.File, first string) {
		if err := f.SetSheetVisible(f.GetSheetList()[1], false); err != nil {
			t.Fatal(err)
		}
	})
	if s := read(t, copied, risks); s.Origin != own {
		t.Errorf("beside a hidden copy the sheet of %+v was taken", s.Origin)
	}
	// In a workbook of several forms the wanted one is found.
	several := workbook(t, document(t, filled(term.FormKindPowers)), risks, document(t, other))
	if s := read(t, several, risks); s.Origin != own {
		t.Errorf("the sheet of %+v was taken", s.Origin)
	}
}
