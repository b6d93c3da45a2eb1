package sheet

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/server/fault"
)

func TestForeignFilesAreNamed(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + repeat("\x00", 512)
	encrypted := workbookEncrypted(t)
	for name, c := range map[string]struct{ content, reason string }{
		"empty":                {"", ReasonEmpty},
		"blank":                {"\xef\xbb\xbf \r\n\t", ReasonEmpty},
		"PDF":                  {"%PDF-1.7\nabc", ReasonForeign},
		"picture named .xlsx":  {"\x89PNG\r\n\x1a\n\x00\x00", ReasonForeign},
		"web page named .xls":  {"\n<html><table></table></html>", ReasonForeign},
		"bytes of no kind":     {"\x01\x02\x03\x00", ReasonForeign},
		"old Excel":            {ole + string(utf16Bytes("Workbook\x00")), ReasonOldExcel},
		"old Word":             {ole + string(utf16Bytes("WordDocument\x00")), ReasonForeign},
		"with a password":      {string(encrypted), ReasonEncrypted},
		"new Word":             {string(zipOf(t, map[string]string{"word/document.xml": "<w/>", "[Content_Types].xml": ""})), ReasonForeign},
		"OpenDocument":         {string(zipOf(t, map[string]string{"mimetype": "x", "content.xml": "<a/>"})), ReasonForeign},
		"any archive":          {string(zipOf(t, map[string]string{"a.txt": "x"})), ReasonForeign},
		"cut off":              {"PK\x03\x04" + repeat("x", 200), ReasonDamaged},
		"no such encoding":     {"编码,\x80\xff\xff", ReasonEncoding},
		"quote without an end": {"a,b\n1,\"2\n3,4", ReasonUnclosedQuote},
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, []byte(c.content), DefaultLimits(), c.reason) })
	}
}

// Files that other programs name .xls, .et or .doc are told apart, and the advice fits them.
func TestOldAndDisguisedFilesAreToldApart(t *testing.T) {
	class := func(id string, names ...string) string { // a compound file of a class
		file := make([]byte, 1024)
		copy(file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		file[30] = 9 // sectors of 512 bytes; the directory is the first
		copy(file[512+80:], id+"\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46")
		for _, name := range names {
			file = append(file, utf16Bytes(name+"\x00")...)
		}
		return string(file)
	}
	const none = "\x00\x00\x00"
	for name, c := range map[string]struct{ content, reason, says string }{
		"Excel 97":                    {class("\x20\x08\x02", "Workbook"), ReasonOldExcel, "旧版 Excel"},
		"Excel 95":                    {class(none, "Book"), ReasonOldExcel, "旧版 Excel"},
		"a library's":                 {class(none, "Workbook"), ReasonOldExcel, "旧版 Excel"},
		"Excel with a document in it": {class("\x20\x08\x02", "Workbook", "WordDocument"), ReasonOldExcel, "旧版 Excel"},
		"WPS":                         {class(none, "Workbook") + "KSOProductBuildVer", ReasonOldExcel, "WPS 表格的 .et"},
		"WPS, wide":                   {class("\x20\x08\x02", "Workbook", "KSOProductBuildVer"), ReasonOldExcel, "WPS 表格的 .et"},
		"Word 97":                     {class("\x06\x09\x02", "WordDocument", "Workbook"), ReasonForeign, ".docx"},
		"WPS Writer":                  {class(none, "WordDocument") + "KSOProductBuildVer", ReasonForeign, ".docx"},
		"presentation":                {class(none, "PowerPoint Document"), ReasonForeign, "演示文稿"},
		"another program":             {class(none, "Contents"), ReasonForeign, "其他程序"},
		"short":                       {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReasonForeign, "其他程序"},
		"page":                        {"<html><body><table><tr><td>单位", ReasonForeign, "网页 (HTML)"},
		"page with a mark":            {"\xef\xbb\xbf<!DOCTYPE html>\n<html>", ReasonForeign, "网页 (HTML)"},
		"page as XML":                 {`<?xml version="1.0"?><html xmlns="x">`, ReasonForeign, "网页 (HTML)"},
		"page with a comment":         {"<!-- x --><table>", ReasonForeign, "网页 (HTML)"},
		"part of a page":              {"<table border=1>", ReasonForeign, "网页 (HTML)"},
		"Excel 2003 XML":              {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, ReasonForeign, "Excel 2003"},
		"Word 2003 XML":               {`<?xml version="1.0"?><?mso-application progid="Word.Document"?>`, ReasonForeign, ".docx"},
		"archive of a page":           {"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", ReasonForeign, ".mht"},
		"another XML":                 {`<?xml version="1.0"?><risks/>`, ReasonForeign, "XML"},
	} {
		t.Run(name, func(t *testing.T) {
			wantRefused(t, []byte(c.content), DefaultLimits(), c.reason)
			_, err := Read(context.Background(), []byte(c.content), "file.xls", DefaultLimits())
			if zh := fault.All(err)[0].ZH; !strings.Contains(zh, c.says) {
				t.Errorf("%s does not say %s", zh, c.says)
			}
		})
	}
	if book := read(t, []byte("<20 天,>20 天\n1,2\n")); book.Format != "csv" {
		t.Errorf("a text that begins with < is %s", book.Format)
	}
}

func workbookEncrypted(t *testing.T) []byte {
	f := excelize.NewFile()
	var out bytes.Buffer
	must(t, f.Write(&out, excelize.Options{Password: "secret"}))
	return out.Bytes()
}

func TestDamagedWorkbooksAreRefused(t *testing.T) {
	shared := map[string]string{"xl/sharedStrings.xml": `<sst><si><t>a</t></si></sst>`}
	for name, file := range map[string][]byte{
		"text that is not there": rawWorkbook(t, data(`<row><c t="s"><v>1</v></c></row>`), shared),
		"negative text":          rawWorkbook(t, data(`<row><c t="s"><v>-1</v></c></row>`), shared),
		"rows out of order":      rawWorkbook(t, data(`<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>`), nil),
		"row within a row":       rawWorkbook(t, data(`<row><c><v>1</v></c><row r="2"><c><v>1</v></c></row></row>`), nil),
		"end of no row":          rawWorkbook(t, data(`<c><v>1</v></c></row>`), nil),
		"cell without place":     rawWorkbook(t, data(`<row><c r="5"><v>1</v></c></row>`), nil),
		"cell beyond the format": rawWorkbook(t, data(`<row><c r="ZZZZZZ1"><v>1</v></c></row>`), nil),
		"broken XML":             rawWorkbook(t, `<worksheet><sheetData><row`, nil),
		"a tag without end":      rawWorkbook(t, data(`<row a="`+repeat("x", maxToken+1)+`"><c><v>1</v></c></row>`), nil),
		"no sheets":              rawWorkbook(t, data(""), map[string]string{"xl/workbook.xml": `<workbook/>`}),
		"no workbook":            zipOf(t, map[string]string{"[Content_Types].xml": "<Types/>"}),
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, file, DefaultLimits(), ReasonDamaged) })
	}
}

func TestLimitsBoundWhatAFileCosts(t *testing.T) {
	row := `<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`
	small := DefaultLimits()
	small.Rows, small.Columns, small.Cells, small.CellBytes, small.Sheets = 3, 3, 8, 20, 1
	bombs := DefaultLimits()
	bombs.UnzippedBytes = 1 << 20
	ratio := DefaultLimits()
	ratio.Ratio = 10
	upload := DefaultLimits()
	upload.FileBytes = 100
	for name, c := range map[string]struct {
		file   []byte
		limits Limits
		reason string
	}{
		"file size":         {[]byte(repeat("a,b\n", 26)), upload, fault.ReasonTooLarge},
		"rows":              {rawWorkbook(t, data(`<row r="4"><c><v>1</v></c></row>`), nil), small, ReasonTooMuch},
		"rows of text":      {[]byte("a\nb\nc\nd"), small, ReasonTooMuch},
		"columns":           {rawWorkbook(t, data(`<row><c r="D1"><v>1</v></c></row>`), nil), small, ReasonTooMuch},
		"columns of text":   {[]byte("a,b,c,d"), small, ReasonTooMuch},
		"cells":             {rawWorkbook(t, data(row+row+row), nil), small, ReasonTooMuch},
		"cells of text":     {[]byte("a,b,c\na,b,c\na,b,c"), small, ReasonTooMuch},
		"length of a cell":  {rawWorkbook(t, data(`<row><c t="str"><v>`+repeat("长", 10)+`</v></c></row>`), nil), small, ReasonCellTooLong},
		"length of a field": {[]byte("a,\"" + repeat("长", 10) + `"`), small, ReasonCellTooLong},
		"unpacked size":     {rawWorkbook(t, data(repeat(row, 20000)), nil), bombs, ReasonBomb},
		"packing ratio":     {rawWorkbook(t, data(repeat(" ", ratioGrace)), nil), ratio, ReasonBomb},
		"merged blocks": {rawWorkbook(t, `<worksheet><sheetData><row><c><v>1</v></c><c r="C1"><v>1</v></c></row><row r="3"><c r="C3"><v>1</v></c></row></sheetData><mergeCells>`+
			repeat(`<mergeCell ref="A1:B1048576"/>`, 9)+`</mergeCells></worksheet>`, nil), small, ReasonTooMuch},
	} {
		t.Run(name, func(t *testing.T) { wantRefused(t, c.file, c.limits, c.reason) })
	}
}

func TestBlankCellsBeyondTheLimitsDoNotCount(t *testing.T) {
	small := DefaultLimits()
	small.Rows, small.Columns = 1, 2
	for _, file := range [][]byte{
		rawWorkbook(t, data(`<row><c r="A1"><v>1</v></c><c r="ZZ1" s="1"/></row><row r="900000"><c r="A900000"/></row>`), nil),
		[]byte("1,,,,,\n,,,\n\n"),
	} {
		book, err := Read(context.Background(), file, "f", small)
		must(t, err)
		wantTexts(t, book.Tables[0], [][]string{{"1"}})
	}
}

func TestAFileOnDiskIsMeasuredBeforeItIsLoaded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big.csv")
	must(t, os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600))
	limits := DefaultLimits()
	if book, err := Open(context.Background(), path, `C:\资料\单位.csv`, limits); err != nil || book.Tables[0].Name != "单位" {
		t.Errorf("got %v, %v", book, err)
	}
	limits.FileBytes = 3
	if _, err := Open(context.Background(), path, "big.csv", limits); !fault.Is(err, fault.Invalid) {
		t.Errorf("got %v, want the size to be refused", err)
	}
}

func TestReadingStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, file := range [][]byte{
		[]byte(repeat("a,b\n", 2000)),
		rawWorkbook(t, data(repeat(`<row><c><v>1</v></c></row>`, 2000)), nil),
	} {
		if _, err := Read(ctx, file, "f", DefaultLimits()); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want the cancellation", err)
		}
	}
}
