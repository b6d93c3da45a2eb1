package sheet

import (
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestTextInEveryEncodingReadsTheSame(t *testing.T) {
	const text = "编码,名称,上级编码\r\n11,北京市,\r\n1101,㐂市辖区,11\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	must(t, err)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	must(t, err)
	for name, c := range map[string]struct{ content, encoding string }{
		"UTF-8":                        {text, "utf-8"},
		"UTF-8 with a byte order mark": {"\xef\xbb\xbf" + text, "utf-8"},
		"GB18030":                      {gb, "gb18030"},
		"UTF-16":                       {utf16, "utf-16"},
	} {
		t.Run(name, func(t *testing.T) {
			book := read(t, []byte(c.content))
			if book.Encoding != c.encoding || book.Format != "csv" {
				t.Errorf("read as %s %s", book.Format, book.Encoding)
			}
			wantTexts(t, book.Tables[0], [][]string{{"编码", "名称", "上级编码"}, {"11", "北京市"}, {"1101", "㐂市辖区", "11"}})
		})
	}
}

func TestDelimitersQuotesAndLineEnds(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want [][]string
	}{
		"tabs":               {"a\tb,c\n1\t2,3", [][]string{{"a", "b,c"}, {"1", "2,3"}}},
		"semicolons":         {"a;b\n1;2", [][]string{{"a", "b"}, {"1", "2"}}},
		"quotes":             {"\"a,\"\"b\"\"\",\"1\r\n2\"\r\nx,y", [][]string{{`a,"b"`, "1\n2"}, {"x", "y"}}},
		"quote within":       {`a"b,5" 管` + "\n", [][]string{{`a"b`, `5" 管`}}},
		"text after a quote": {`"a"b,c`, [][]string{{"ab", "c"}}},
		"old Mac line ends":  {"a,b\r1,2\r", [][]string{{"a", "b"}, {"1", "2"}}},
		"zeros kept by =":    {`="007",1`, [][]string{{"007", "1"}}},
		"last field empty":   {"a,b\n1,", [][]string{{"a", "b"}, {"1"}}},
	} {
		t.Run(name, func(t *testing.T) { wantTexts(t, read(t, []byte(c.text)).Tables[0], c.want) })
	}
}

func TestRecordsCountAsTheSpreadsheetShowsThem(t *testing.T) {
	rows := read(t, []byte("a,b\n\n\"1\n2\",x\n,,\n3,=A1+1\n")).Tables[0].Rows
	if len(rows) != 3 || rows[1].Number != 3 || rows[2].Number != 5 {
		t.Fatalf("rows: %+v", rows)
	}
	if c := rows[2].Cell(1); c.Kind != Formula {
		t.Errorf("a field that begins with = is %+v, want a formula", c)
	}
}
