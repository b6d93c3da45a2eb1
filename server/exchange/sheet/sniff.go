package sheet

import (
	"bytes"
	"encoding/binary"

	"sineng/server/fault"
)

type format int

const (
	formatZip format = iota
	formatText
)

// magic are the first bytes of unsupported files that people try to import.
var magic = []struct{ start, zh, en string }{
	{"%PDF", " PDF 文件", "a PDF document"},
	{"\x89PNG", "图片", "a picture"},
	{"\xff\xd8\xff", "图片", "a picture"},
	{"GIF8", "图片", "a picture"},
	{"BM", "图片", "a picture"},
	{"RIFF", "图片或音视频", "a picture or recording"},
	{"II*\x00", "图片", "a picture"},
	{"MM\x00*", "图片", "a picture"},
	{"{\\rtf", " RTF 文档", "an RTF document"},
	{"Rar!", "压缩包", "an archive"},
	{"7z\xbc\xaf\x27\x1c", "压缩包", "an archive"},
	{"\x1f\x8b", "压缩包", "an archive"},
	{"MZ", "程序", "a program"},
	{"\x7fELF", "程序", "a program"},
	{"SQLite format 3", "数据库", "a database"},
}

// sniff detects the format of a file by its content, never by its name.
func sniff(data []byte) (format, error) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, bomUTF8))) == 0 {
		return 0, refuse(ReasonEmpty, "文件是空的", "The file is empty")
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return formatZip, nil
	case bytes.HasPrefix(data, []byte("PK")) && len(data) < 64:
		return 0, damaged(nil)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return 0, compound(data)
	}
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.start)) && !(len(m.start) == 2 && textual(data)) {
			return 0, foreign(m.zh, m.en)
		}
	}
	if err := markup(data); err != nil {
		return 0, err
	}
	if !textual(data) && !hasUTF16Mark(data) {
		return 0, foreign("其他类型的文件", "a file of another kind")
	}
	return formatText, nil
}

// markup returns the error for a web page or XML file, which other systems often name .xls; nil for
// anything else.
func markup(data []byte) error {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], bomUTF8)))
	has := func(word string) bool { return bytes.Contains(start, []byte(word)) }
	begins := func(tags ...string) bool {
		for _, tag := range tags {
			if bytes.HasPrefix(start, []byte(tag)) {
				return true
			}
		}
		return false
	}
	switch {
	case begins("mime-version:") && has("multipart/related"):
		return disguised("单个文件网页 (.mht)", "a web archive (.mht)")
	case !begins("<"):
		return nil
	case begins("<?xml", "<?mso", "<workbook", "<ss:workbook") && has("office:spreadsheet"):
		return disguised(" Excel 2003 的 XML 文件", "an XML file of Excel 2003")
	case begins("<?xml", "<?mso", "<w:worddocument") && has("word.document"), begins("<?xml") && has("office/word/2003"):
		return oldWord(" Word 2003 的 XML 文件", "an XML file of Word 2003")
	case begins("<html", "<table", "<head", "<meta", "<body", "<style", "<script", "<div", "<tr"),
		begins("<!doctype html", "<!--", "<?xml") && (has("<html") || has("<table")):
		return disguised("网页 (HTML) 文件", "a web page (HTML)")
	case begins("<!doctype", "<?xml", "<svg"):
		return foreign("网页或 XML 文件", "a web page or XML file")
	}
	return nil
}

// rootClasses are the class of the program in the directory of a compound file.
var rootClasses = map[string]string{"\x20\x08\x02": "Workbook", "\x10\x08\x02": "Book", "\x06\x09\x02": "WordDocument"}

// rootClass returns the main stream by the class of a compound file, "" where it has none.
func rootClass(data []byte) string {
	if len(data) < 512 {
		return ""
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return ""
	}
	at := (int64(binary.LittleEndian.Uint32(data[48:]))+1)<<shift + 80
	if at+16 > int64(len(data)) || !bytes.Equal(data[at+3:at+16], []byte("\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46")) {
		return ""
	}
	return rootClasses[string(data[at:at+3])]
}

// compound tells old binary Office files and those of WPS from encrypted new ones, by the class of
// the file or the names in its directory, which are UTF-16.
func compound(data []byte) *fault.Error {
	has := func(name string) bool { return bytes.Contains(data, utf16Bytes(name+"\x00")) }
	class := rootClass(data)
	is := func(name string) bool { return class == name || class == "" && has(name) }
	wps := has("KSOProductBuildVer") || bytes.Contains(data, []byte("KSOProductBuildVer"))
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return refuse(ReasonEncrypted,
			"文件有密码,请先用 Excel 或 WPS 取消密码再导入",
			"The file is protected by a password; remove the password in a spreadsheet program first")
	case is("WordDocument"):
		return oldWord("旧版 Word 的 .doc 或 WPS 文字的 .wps 文件", "a .doc file of the old Word, or a .wps file of WPS Writer")
	case is("PowerPoint Document"):
		return foreign("演示文稿", "a presentation")
	case wps && is("Workbook"):
		return refuse(ReasonOldExcel,
			"这是 WPS 表格的 .et 文件或旧格式的 .xls 文件,请用 WPS 打开,另存为“Microsoft Excel 文件(*.xlsx)”再导入",
			"This is an .et file of WPS Spreadsheets, or a .xls file that WPS wrote; save it there as .xlsx and import that")
	case is("Workbook"), is("Book"):
		return refuse(ReasonOldExcel,
			"这是旧版 Excel 的 .xls 文件,请用 Excel 或 WPS 另存为 .xlsx 再导入",
			"This is a .xls file of the old Excel; save it as .xlsx and import that")
	}
	return foreign("旧版 Office 或其他程序的二进制文件", "a binary file of an old Office or another program")
}

func utf16Bytes(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// textual reports whether all bytes can occur in text.
func textual(data []byte) bool {
	for _, b := range data {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			return false
		}
	}
	return true
}
