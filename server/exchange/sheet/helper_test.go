package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"sineng/server/fault"
)

// read reads a file that must be readable.
func read(t *testing.T, data []byte) *Book {
	t.Helper()
	book, err := Read(context.Background(), data, "data.csv", DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// texts returns the texts of a table, row by row.
func texts(table Table) [][]string {
	var out [][]string
	for _, row := range table.Rows {
		var line []string
		for _, c := range row.Cells {
			line = append(line, c.Text)
		}
		out = append(out, line)
	}
	return out
}

// wantRefused checks that a file is refused for a reason, in both languages.
func wantRefused(t *testing.T, data []byte, limits Limits, reason string) {
	t.Helper()
	_, err := Read(context.Background(), data, "file.xlsx", limits)
	all := fault.All(err)
	if len(all) != 1 || all[0].Reason != reason || all[0].Code != fault.Invalid || all[0].ZH == "" || all[0].EN == "" {
		t.Fatalf("got %v, want one error %s", err, reason)
	}
}

func wantTexts(t *testing.T, got Table, want [][]string) {
	t.Helper()
	if diff := cmp.Diff(want, texts(got)); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}

// workbookOf makes an xlsx file with the library.
func workbookOf(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// zipOf makes an archive of parts.
func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rawWorkbook makes an xlsx file with one sheet of the XML given.
func rawWorkbook(t testing.TB, sheetXML string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": `<Relationships><Relationship Id="rId1" Target="xl/workbook.xml"
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`,
		"xl/workbook.xml": `<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>
			<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://x/worksheet"/>
			<Relationship Id="rId2" Target="sharedStrings.xml" Type="http://x/sharedStrings"/>
			<Relationship Id="rId3" Target="/xl/styles.xml" Type="http://x/styles"/></Relationships>`,
		"xl/worksheets/sheet1.xml": sheetXML,
	}
	for name, content := range more {
		parts[name] = content
	}
	return zipOf(t, parts)
}

func data(rows string) string {
	return `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

func repeat(s string, n int) string { return strings.Repeat(s, n) }
