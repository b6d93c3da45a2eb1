package sheet

import (
	"bytes"

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
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 512)], bomUTF8)))
	for _, tag := range []string{"<!doctype", "<html", "<table", "<head", "<meta", "<?xml", "<svg"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return 0, foreign("网页或 XML 文件", "a web page or XML file")
		}
	}
	if !textual(data) && !hasUTF16Mark(data) {
		return 0, foreign("其他类型的文件", "a file of another kind")
	}
	return formatText, nil
}

// compound distinguishes old binary Office files from encrypted new ones by
// the names in their directory, which are UTF-16.
func compound(data []byte) *fault.Error {
	has := func(name string) bool { return bytes.Contains(data, utf16Bytes(name)) }
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return refuse(ReasonEncrypted,
			"文件有密码,请先用 Excel 或 WPS 取消密码再导入",
			"The file is protected by a password; remove the password in a spreadsheet program first")
	case has("WordDocument"):
		return foreign(" Word 文档", "a Word document")
	case has("PowerPoint Document"):
		return foreign("演示文稿", "a presentation")
	}
	return refuse(ReasonOldExcel,
		"这是旧版 Excel 的 .xls 文件,请用 Excel 或 WPS 另存为 .xlsx 再导入",
		"This is a .xls file of the old Excel; save it as .xlsx and import that")
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
