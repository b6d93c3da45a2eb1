package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"sineng/server/fault"
)

// readOffice reads the worksheets of a workbook or the tables of a document. It streams the parts itself instead
// of using the library, since it needs formulas, number formats and merged
// cells together, within the limits.
func readOffice(ctx context.Context, data []byte, limits Limits, fresh func() keeper) (*content, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return nil, bomb()
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(err)
	}
	p := &parts{files: map[string]*zip.File{}, left: limits.UnzippedBytes, ratio: limits.Ratio}
	for _, f := range archive.File {
		p.files[partName(f.Name)] = f
	}
	book, err := p.book(ctx, limits, fresh)
	var shown *fault.Error
	switch {
	case err == nil, errors.As(err, &shown):
		return book, err
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case p.files["word/document.xml"] != nil:
		return nil, damagedDocument(err)
	}
	return nil, damaged(err)
}

// partName normalises a part's name: some Windows tools write backslashes, and
// case differs by mistake.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// parts are the files inside an xlsx file, read within a common budget.
type parts struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be decompressed
	ratio int64
}

// errNoPart means that a part is not in the file.
var errNoPart = errors.New("no such part")

// each opens a part and passes its tags and texts to f.
func (p *parts) each(name string, f func(*scanner) error) error {
	file, ok := p.files[partName(name)]
	if !ok {
		return fmt.Errorf("%s: %w", name, errNoPart)
	}
	unpacked, packed := int64(file.UncompressedSize64), int64(file.CompressedSize64)
	if unpacked < 0 || unpacked > p.left || unpacked > ratioGrace && unpacked/max(packed, 1) > p.ratio {
		return bomb()
	}
	r, err := file.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	if err := f(newScanner(&budgetReader{r: r, parts: p})); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// budgetReader counts the bytes that are decompressed, whatever size the
// archive's directory claims.
type budgetReader struct {
	r     io.Reader
	parts *parts
}

func (b *budgetReader) Read(buf []byte) (int, error) {
	n, err := b.r.Read(buf)
	if b.parts.left -= int64(n); b.parts.left < 0 {
		return 0, bomb()
	}
	return n, err
}

// book finds the workbook and reads its sheets.
func (p *parts) book(ctx context.Context, limits Limits, fresh func() keeper) (*content, error) {
	root, err := p.relations("")
	if err != nil {
		return nil, p.kindOf(err)
	}
	workbook := ""
	for _, rel := range root {
		if rel.kind == "officeDocument" {
			workbook = rel.target
		}
	}
	if workbook == "" || !strings.HasSuffix(partName(workbook), ".xml") {
		return nil, p.kindOf(errNoPart)
	}
	if kind, err := p.rootOf(workbook); err == nil && kind == "document" {
		c, err := p.document(ctx, workbook, limits, fresh)
		if err == nil {
			c.ours = p.created(root)
		}
		return c, err
	}
	wb, err := p.workbook(workbook)
	if err != nil {
		return nil, p.kindOf(err)
	}
	rels, err := p.relations(workbook)
	if err != nil {
		return nil, err
	}
	w := &worksheets{parts: p, limits: limits, fresh: fresh, date1904: wb.date1904, results: wb.results}
	paths := map[string]string{}
	for _, rel := range rels {
		switch rel.kind {
		case "worksheet":
			paths[rel.id] = rel.target
		case "sharedStrings":
			err = p.each(rel.target, w.readStrings)
		case "styles":
			err = p.each(rel.target, w.readStyles)
		}
		if err != nil && !errors.Is(err, errNoPart) {
			return nil, err
		}
	}
	book := &content{format: "xlsx"}
	for _, s := range wb.sheets {
		target, ok := paths[s.relation]
		if !ok { // a chart sheet has no cells
			continue
		}
		if len(book.tables) == limits.Sheets {
			return nil, tooMuch(s.name, fmt.Sprintf("之前已有 %d 张工作表", limits.Sheets),
				fmt.Sprintf("comes after %d others, which is the limit", limits.Sheets))
		}
		t, err := w.read(ctx, s.name, target)
		if err != nil {
			return nil, err
		}
		t.hidden = s.hidden
		book.tables = append(book.tables, t)
	}
	if len(wb.sheets) == 0 { // the main part of a Word document has the same relation type as a workbook
		return nil, p.kindOf(fmt.Errorf("the workbook lists no sheets: %w", errNoPart))
	}
	return book, nil
}

// errFound ends the reading of a part.
var errFound = errors.New("found")

// rootOf returns the outermost tag of a part.
func (p *parts) rootOf(part string) (tag string, err error) {
	err = p.each(part, func(s *scanner) error {
		return s.all(func() error {
			if s.Opens {
				tag = s.Tag
				return errFound
			}
			return nil
		})
	})
	if errors.Is(err, errFound) {
		err = nil
	}
	return tag, err
}

// kindOf returns the error that names the kind of a zip file without a
// workbook.
func (p *parts) kindOf(err error) error {
	has := func(name string) bool { return p.files[partName(name)] != nil }
	switch {
	case !errors.Is(err, errNoPart):
		return err
	case has("word/document.xml"):
		return foreign(" Word 文档", "a Word document")
	case has("ppt/presentation.xml"):
		return foreign("演示文稿", "a presentation")
	case has("xl/workbook.bin"):
		return foreign("二进制工作簿 .xlsb", "a binary workbook (.xlsb)")
	case has("content.xml") && has("mimetype"):
		return foreign(" OpenDocument 文件", "an OpenDocument file")
	case has("xl/workbook.xml"), has("[Content_Types].xml"):
		return damaged(err)
	}
	return foreign("压缩包", "an archive")
}
