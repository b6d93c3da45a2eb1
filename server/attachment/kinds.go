package attachment

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/server/fault"
)

// fileKind is a type of file that may be attached.
type fileKind struct {
	extensions []string
	media      string
	fits       func(r io.ReaderAt, size int64) bool
}

// fileKinds are the types of file that may be attached. Name and content must
// agree: a program named like a picture is refused.
var fileKinds = []fileKind{
	{[]string{".pdf"}, "application/pdf", sniffed("application/pdf")},
	{[]string{".png"}, "image/png", sniffed("image/png")},
	{[]string{".jpg", ".jpeg"}, "image/jpeg", sniffed("image/jpeg")},
	{[]string{".webp"}, "image/webp", sniffed("image/webp")},
	{[]string{".docx"}, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", packed("word/document.xml")},
	{[]string{".xlsx"}, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed("xl/workbook.xml")},
	{[]string{".ofd"}, "application/ofd", packed("OFD.xml")},
	{[]string{".zip"}, "application/zip", packed("")},
	{[]string{".txt"}, "text/plain; charset=utf-8", plain},
	{[]string{".csv"}, "text/csv; charset=utf-8", plain},
}

// Extensions returns the file name extensions that may be attached, with their
// dots.
func Extensions() []string {
	var out []string
	for _, k := range fileKinds {
		out = append(out, k.extensions...)
	}
	return out
}

// kindOf returns the type that a file name claims.
func kindOf(name string) (fileKind, error) {
	extension := strings.ToLower(path.Ext(name))
	for _, k := range fileKinds {
		if slices.Contains(k.extensions, extension) {
			return k, nil
		}
	}
	allowed := strings.Join(Extensions(), " ")
	return fileKind{}, fault.Bad("file", "ATTACHMENT_TYPE", "不支持的文件类型,可上传:"+allowed, "Files of this type are not taken; these are: "+allowed)
}

// check compares the type that a name claims with the content.
func (k fileKind) check(name string, r io.ReaderAt, size int64) error {
	if size == 0 {
		return fault.Bad("file", "EMPTY_FILE", "文件是空的", "The file is empty")
	}
	if k.fits(r, size) {
		return nil
	}
	extension := path.Ext(name)
	return fault.Bad("file", "ATTACHMENT_TYPE", "文件内容与扩展名 "+extension+" 不符,请上传真实的 "+extension+" 文件",
		"The content of the file does not match its name; send a real "+extension+" file")
}

// sniffed accepts content that is detected as the media type.
func sniffed(media string) func(io.ReaderAt, int64) bool {
	return func(r io.ReaderAt, _ int64) bool { return http.DetectContentType(head(r)) == media }
}

func head(r io.ReaderAt) []byte {
	buf := make([]byte, 512)
	n, _ := r.ReadAt(buf, 0)
	return buf[:n]
}

// macros are the parts of office files that contain programs.
var macros = []string{"vbaproject.bin", "vbadata.xml"}

// packed accepts a zip archive with a part of that name and without macros.
func packed(part string) func(io.ReaderAt, int64) bool {
	return func(r io.ReaderAt, size int64) bool {
		if !bytes.HasPrefix(head(r), []byte("PK\x03\x04")) {
			return false
		}
		z, err := zip.NewReader(r, size)
		if err != nil {
			return false
		}
		found := part == ""
		for _, f := range z.File {
			if part != "" && slices.Contains(macros, strings.ToLower(path.Base(f.Name))) {
				return false
			}
			found = found || f.Name == part
		}
		return found
	}
}

// plain accepts text: nothing that a browser takes for a page, and no byte
// that does not occur in text.
func plain(r io.ReaderAt, size int64) bool {
	if !strings.HasPrefix(http.DetectContentType(head(r)), "text/plain") {
		return false
	}
	buf := make([]byte, 32<<10)
	for at := int64(0); at < size; at += int64(len(buf)) {
		n, err := r.ReadAt(buf, at)
		if err != nil && err != io.EOF {
			return false
		}
		if bytes.ContainsFunc(buf[:n], func(c rune) bool { return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' }) {
			return false
		}
	}
	return true
}

// shownName returns a file's name without folders and invisible characters;
// characters that reverse the direction of writing can make a program look
// like a picture.
func shownName(name string) string {
	name = path.Base(strings.ReplaceAll(strings.ToValidUTF8(name, "_"), `\`, "/"))
	name = strings.TrimSpace(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || c == utf8.RuneError {
			return -1
		}
		return c
	}, name))
	if name == "" || name == "." || name == ".." || name == "/" {
		return "file"
	}
	const most = 200
	if r := []rune(name); len(r) > most {
		extension := []rune(path.Ext(name))
		if len(extension) > 10 {
			extension = nil
		}
		name = string(r[:most-len(extension)-1]) + "…" + string(extension)
	}
	return name
}
