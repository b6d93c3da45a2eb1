package paper

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/ent/term"
	"sineng/server/form"
)

func TestTheSameContentIsTheSameBytes(t *testing.T) {
	for name, write := range map[string]func(io.Writer, ...Document) error{"xlsx": XLSX, "docx": DOCX} {
		var first []byte
		for range 10 {
			var out bytes.Buffer
			if err := write(&out, document(t, filled(term.FormKindPersonal)), document(t, filled(term.FormKindPowers))); err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = out.Bytes()
			} else if !bytes.Equal(first, out.Bytes()) {
				t.Fatalf("%s: the same documents became other bytes", name)
			}
		}
	}
}

func TestNoTextBecomesAFormula(t *testing.T) {
	for _, kind := range kinds {
		var out bytes.Buffer
		if err := XLSX(&out, document(t, hard(kind))); err != nil {
			t.Fatal(err)
		}
		for name, text := range unzip(t, out.Bytes()) {
			if strings.HasPrefix(name, "xl/worksheets/") && (strings.Contains(text, "<f>") || strings.Contains(text, "<f ")) {
				t.Errorf("%s: %s holds a formula", kind, name)
			}
		}
	}
}

func TestTheSheetIsSetUpForPaper(t *testing.T) {
	for _, kind := range kinds {
		d := document(t, filled(kind))
		f, err := excelize.OpenReader(bytes.NewReader(workbook(t, d)))
		if err != nil {
			t.Fatal(err)
		}
		sheet := f.GetSheetName(0)
		layout, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		want := "landscape"
		if kind == term.FormKindPersonal {
			want = "portrait"
		}
		if *layout.Size != 9 || *layout.Orientation != want || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s: %d %s, fit to %d × %d", kind, *layout.Size, *layout.Orientation, *layout.FitToWidth, *layout.FitToHeight)
		}
		foot, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(foot.OddFooter, "第 &P 页 共 &N 页") || !strings.Contains(foot.OddFooter, d.Hash[:16]) {
			t.Errorf("%s: the foot is %+v, %v", kind, foot, err)
		}
		titles := ""
		for _, n := range f.GetDefinedName() {
			if n.Name == "_xlnm.Print_Titles" {
				titles = n.RefersTo
			}
		}
		if titles == "" {
			t.Errorf("%s: no rows are repeated", kind)
		}
		if visible, err := f.GetColVisible(sheet, "A"); err != nil || visible {
			t.Errorf("%s: the column of marks is visible", kind)
		}
	}
}

// A row taller than a spreadsheet allows continues below, so that nothing is
// clipped.
func TestTallRowsGoOnBelow(t *testing.T) {
	c := filled(term.FormKindRisks)
	text := strings.Repeat("依法履行职责,接受监督。", 300)
	c.Sections[0].Rows[0].Cells[3].Text = text
	d := document(t, c)
	f, err := excelize.OpenReader(bytes.NewReader(workbook(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	more := 0
	for i, r := range rows {
		if len(r) > 0 && r[0] == markMore {
			more++
		}
		if h, err := f.GetRowHeight(f.GetSheetName(0), i+1); err != nil || h > 409 {
			t.Errorf("row %d is %f points tall", i+1, h)
		}
	}
	if more < 3 {
		t.Errorf("%d rows go on below", more)
	}
	if plan := PlanImport(c, read(t, workbook(t, d), d)); !plan.Empty() {
		t.Errorf("the text came back otherwise: %+v", plan.Rows)
	}
}

func TestUnfiledFormsSaySo(t *testing.T) {
	d := document(t, empty(term.FormKindPowers))
	d.State = term.FormStateLeaderReview
	if got := d.status(); got != "未备案 · 分管领导审核" {
		t.Errorf("the status is %q", got)
	}
	if got := document(t, filled(term.FormKindPowers)).status(); got != "" {
		t.Errorf("a filed form says %q", got)
	}
}

func TestNobodySignsForSomebodyElse(t *testing.T) {
	for who, want := range map[string]string{"刘洋": "本人签字：刘洋", "王建国": "本人签字：　"} {
		c := filled(term.FormKindPersonal)
		c.PreparedBy = who
		said := ""
		for _, l := range newPage(document(t, c)).signatures() {
			for _, cell := range l.cells {
				if strings.HasPrefix(cell.text, "本人签字：") {
					said = cell.text
				}
			}
		}
		if !strings.HasPrefix(said, want) {
			t.Errorf("handed in by %s it says %q, want it to begin with %q", who, said, want)
		}
	}
}

func TestDocxHoldsTheForm(t *testing.T) {
	for _, kind := range kinds {
		var out bytes.Buffer
		if err := DOCX(&out, document(t, hard(kind)), document(t, filled(kind))); err != nil {
			t.Fatal(err)
		}
		parts := unzip(t, out.Bytes())
		text := parts["word/document.xml"]
		for _, want := range []string{"<w:tblHeader/>", "部门负责人意见", "填报单位", "王建国", form.LayoutOf(kind).ZH} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", kind, want)
			}
		}
		if landscape := strings.Contains(text, `w:orient="landscape"`); landscape == (kind == term.FormKindPersonal) {
			t.Errorf("%s: the paper lies wrongly", kind)
		}
		for _, foot := range []string{"word/footer1.xml", "word/footer2.xml"} {
			if !strings.Contains(parts[foot], " PAGE ") || !strings.Contains(parts[foot], "SHA-256") {
				t.Errorf("%s: %s is %s", kind, foot, parts[foot])
			}
		}
		for name, part := range parts {
			wellFormed(t, name, part)
		}
	}
}

func unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// TestWriteSamples writes the four forms into a folder for scripts/paper-check
// and scripts/pictures.
func TestWriteSamples(t *testing.T) {
	folder := os.Getenv("SINENG_PAPER_SAMPLES")
	if folder == "" {
		t.Skip("SINENG_PAPER_SAMPLES names no folder")
	}
	for i, kind := range kinds {
		for ending, write := range map[string]func(io.Writer, ...Document) error{"xlsx": XLSX, "docx": DOCX} {
			var out bytes.Buffer
			if err := write(&out, document(t, filled(kind))); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, "form"+string(rune('1'+i))+"."+ending), out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
