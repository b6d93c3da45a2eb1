package sheet

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

var (
	bomUTF8    = []byte("\xef\xbb\xbf")
	bomUTF16LE = []byte("\xff\xfe")
	bomUTF16BE = []byte("\xfe\xff")
)

func hasUTF16Mark(data []byte) bool {
	return bytes.HasPrefix(data, bomUTF16LE) || bytes.HasPrefix(data, bomUTF16BE)
}

// decode detects the encoding of a text and converts it to UTF-8 without a
// byte order mark. Text that is not valid UTF-8 is taken for GB18030, the
// encoding of Chinese Windows; its decoder replaces invalid bytes by U+FFFD.
func decode(data []byte) (text, name string, err error) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(data, bomUTF8):
		data, name = data[len(bomUTF8):], "utf-8"
	case hasUTF16Mark(data):
		enc, name = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "utf-16"
	case utf8.Valid(data):
		name = "utf-8"
	default:
		enc, name = simplifiedchinese.GB18030, "gb18030"
	}
	if enc != nil {
		if data, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", "", unknownEncoding()
		}
	}
	if !utf8.Valid(data) || enc != nil && bytes.ContainsRune(data, utf8.RuneError) || !textual(data) {
		return "", "", unknownEncoding()
	}
	return string(data), name, nil
}

func unknownEncoding() error {
	return refuse(ReasonEncoding,
		"无法识别文件的文字编码,请另存为“CSV UTF-8”或 .xlsx",
		"The text encoding of the file is unknown; save it as CSV UTF-8 or .xlsx")
}
