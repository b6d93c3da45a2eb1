package paper

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"sineng/ent/term"
)

// archive writes forms into a zip file, one file each, with a list of them.
type archive struct {
	zip   *zip.Writer
	index index
}

func newArchive(w io.Writer) *archive { return &archive{zip: zip.NewWriter(w)} }

// add writes a form into a folder. The id in its file name makes the name
// unique, also on systems that ignore case.
func (a *archive) add(folder string, d Document, state term.FormState) error {
	name := path.Join(folder, fmt.Sprintf("%s-%s.xlsx", d.FileName(), strconv.FormatInt(d.FormID, 36)))
	if state != term.FormStateFiled && state != term.FormStateRevising {
		name = path.Join(folder, fmt.Sprintf("未备案-%s-%s.xlsx", d.FileName(), strconv.FormatInt(d.FormID, 36)))
	}
	var book bytes.Buffer
	if err := XLSX(&book, d); err != nil {
		return err
	}
	// A workbook is compressed already.
	w, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: fixedTime})
	if err != nil {
		return err
	}
	if _, err := w.Write(book.Bytes()); err != nil {
		return err
	}
	a.index.add(name, d, state)
	return nil
}

// close writes the list and ends the archive.
func (a *archive) close() error {
	if err := writeIndex(a.zip, a.index.lines); err != nil {
		return err
	}
	return a.zip.Close()
}

// indexName is the file name of the list in an archive.
const indexName = "index.csv"

// index is the list of forms in an archive.
type index struct{ lines [][]string }

var indexHead = []string{"文件", "表格", "单位编码", "单位", "姓名", "状态", "修订", "备案编号", "备案日期", "SHA-256"}

func (x *index) add(name string, d Document, state term.FormState) {
	person := ""
	if d.Content.Person != nil {
		person = d.Content.Person.Name
	}
	x.lines = append(x.lines, []string{name, d.Title(), d.Content.Unit.Code, d.Content.Unit.Name, person, state.Label("zh"),
		strconv.Itoa(d.Content.Revision), d.Content.FiledNumber, d.Content.FiledOn, d.Hash})
}

// writeIndex writes the list into the archive, in UTF-8 with a byte order
// mark, by which spreadsheet programs recognise it.
func writeIndex(z *zip.Writer, lines [][]string) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: indexName, Method: zip.Deflate, Modified: fixedTime})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write(indexHead); err != nil {
		return err
	}
	return writeLines(out, lines)
}

func writeLines(out *csv.Writer, lines [][]string) error {
	for _, l := range lines {
		safe := make([]string, len(l))
		for i, text := range l {
			safe[i] = harmless(text)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet program from running a text of the list as a
// formula.
func harmless(text string) string {
	if strings.IndexAny(text, "=+-@\t\r") == 0 {
		return "'" + text
	}
	return text
}
