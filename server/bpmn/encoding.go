package bpmn

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sineng/server/fault"
)

// load reads a whole file as UTF-8: by its byte order mark, by how UTF-16 begins without one, or
// by what its declaration says.
func load(r io.Reader, most int64) (string, *Note, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return "", nil, err
	}
	if int64(len(data)) > most {
		limit := size(most)
		return "", nil, refuse(fault.ReasonTooLarge, "文件超过 "+limit+",请拆分流程或去掉图片等附加内容后再导入",
			"The file is larger than "+limit+"; split the process or leave out pictures and the like")
	}
	if err := otherFormat(data); err != nil {
		return "", nil, err
	}
	return decode(data)
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d B", n)
}

var declared = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

func decode(data []byte) (string, *Note, error) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		enc = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		name := "utf-8"
		if m := declared.FindSubmatch(data[:min(len(data), 400)]); m != nil {
			name = strings.ToLower(string(m[1]))
		}
		// A declaration that can be read byte by byte is not UTF-16, whatever it says: the file was
		// saved anew by something that left the declaration as it was.
		if name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "us-ascii" {
			break
		}
		var err error
		if enc, err = htmlindex.Get(name); err != nil {
			return "", nil, refuse("UNKNOWN_ENCODING", "文件声明的文字编码“"+name+"”无法识别,请另存为 UTF-8",
				"The encoding "+name+" that the file declares is unknown; save it as UTF-8")
		}
	}
	if enc == nil && utf8.Valid(data) {
		return string(data), nil, nil
	}
	var note *Note
	if enc == nil {
		// Tools write what they have and declare UTF-8.
		line, multi, bad := badLine(data)
		if multi > bad {
			return "", nil, refuse("BAD_ENCODING", fmt.Sprintf("第 %d 行的文字不是 UTF-8,其余是;请用原工具另存为 UTF-8", line),
				fmt.Sprintf("Line %d is not UTF-8 as the rest of the file is; save it as UTF-8 with the tool that made it", line))
		}
		name := "windows-1252"
		enc = charmap.Windows1252
		if paired(data) {
			enc, name = simplifiedchinese.GB18030, "GB18030"
		}
		note = &Note{Code: NoteEncoding, Element: name, Count: 1, Line: line,
			ZH: fmt.Sprintf("第 %d 行起有不是 UTF-8 的文字,已按 %s 读入,请核对", line, name),
			EN: fmt.Sprintf("From line %d on there is text that is not UTF-8; it was read as %s, look at it", line, name)}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || note != nil && bytes.ContainsRune(out, utf8.RuneError) {
		return "", nil, refuse("BAD_ENCODING", "文件的文字编码有误,请另存为 UTF-8", "The text of the file cannot be decoded; save it as UTF-8")
	}
	return string(out), note, nil
}

// paired reports whether bytes beyond ASCII stand two and more together, as Chinese does; letters
// of Western languages stand alone.
func paired(data []byte) bool {
	alone, together := 0, 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		if i > 0 && data[i-1] >= 0x80 || i+1 < len(data) && data[i+1] >= 0x80 {
			together++
		} else {
			alone++
		}
	}
	return together > alone
}

// badLine is the first line that is not UTF-8, with how many characters beyond ASCII are good and
// how many bytes are bad.
func badLine(data []byte) (first, multi, bad int) {
	line := 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
			if first == 0 {
				first = line
			}
		case n > 1:
			multi++
		case r == '\n':
			line++
		}
		data = data[n:]
	}
	return first, multi, bad
}
