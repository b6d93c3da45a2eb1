package paper

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// DOCX writes documents into one text document, each starting on a new page.
// The same documents always give the same bytes.
//
// The format is written without a library, since little of it is needed: a
// table on a landscape page with repeated headings, and fields in the footer.
func DOCX(w io.Writer, docs ...Document) error {
	d := &docxWriter{}
	d.out.WriteString(xmlHead + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	var foots []part
	for i, doc := range docs {
		p := newPage(doc)
		d.page(p)
		foots = append(foots, part{fmt.Sprintf("word/footer%d.xml", i+1), footXML(doc)})
		d.section(p, fmt.Sprintf("foot%d", i+1), i == len(docs)-1)
	}
	d.put(`</w:body></w:document>`)
	parts := []part{
		{"[Content_Types].xml", contentTypes(len(docs))},
		{"_rels/.rels", []byte(packageRelations)},
		{"docProps/core.xml", coreProperties(titleOf(docs))},
		{"word/_rels/document.xml.rels", documentRelations(len(docs))},
		{"word/document.xml", []byte(d.out.String())},
		{"word/settings.xml", []byte(settings)},
		{"word/styles.xml", []byte(styleSheet)},
	}
	return pack(w, append(parts, foots...))
}

// Units of the format.
const (
	twip    = 1440 / inch // twentieths of a point per millimetre
	eighths = 4           // of a point: unit of border widths
)

func twips(mm float64) int { return int(mm*twip + 0.5) }

// docxWriter writes the body of a text document.
type docxWriter struct{ out strings.Builder }

func (d *docxWriter) put(format string, args ...any) { fmt.Fprintf(&d.out, format, args...) }

// escaped escapes a text for XML.
func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(shown(text))) // a Builder does not fail
	return out.String()
}

// gap separates tables; adjacent ones would become one table with the headings
// of the first.
const gap = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`

func (d *docxWriter) page(p *page) {
	last := len(p.top) - 1
	for _, l := range p.top[:last] {
		for _, c := range l.cells {
			d.paragraphs(p, c, 60, false)
		}
	}
	d.table(p, block{lines: p.top[last:]}, false)
	blocks := p.blocks
	if len(blocks) == 2 && blocks[0].headings > 0 { // one table, with the signatures below it
		blocks = []block{{lines: append(blocks[0].lines[:len(blocks[0].lines):len(blocks[0].lines)], blocks[1].lines...), headings: blocks[0].headings}}
	}
	for _, b := range blocks {
		d.out.WriteString(gap)
		d.table(p, b, true)
	}
}

// table writes lines as a table.
func (d *docxWriter) table(p *page, b block, framed bool) {
	width := twips(p.paperMillimetres())
	at := make([]int, len(p.grid))
	for i, g := range p.grid {
		at[i] = g * width / 1000
	}
	d.put(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/>`, width)
	if framed {
		d.put(`<w:tblBorders>`)
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			d.put(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, eighths)
		}
		d.put(`</w:tblBorders>`)
	}
	d.put(`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for i := 1; i < len(at); i++ {
		d.put(`<w:gridCol w:w="%d"/>`, at[i]-at[i-1])
	}
	d.put(`</w:tblGrid>`)
	var hanging []cell // cells of previous lines that extend into this one
	for i, l := range b.lines {
		hanging = d.row(p, l, at, i < b.headings, framed, hanging)
	}
	d.put(`</w:tbl>`)
}

// row writes a line, with a placeholder for each cell that extends from above.
func (d *docxWriter) row(p *page, l line, at []int, heading, framed bool, hanging []cell) (next []cell) {
	d.put(`<w:tr><w:trPr>`)
	if heading || !splits(l) {
		d.put(`<w:cantSplit/>`)
	}
	d.put(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, int(l.least*20))
	if heading {
		d.put(`<w:tblHeader/>`)
	}
	d.put(`</w:trPr>`)
	cells := l.cells
	for len(cells)+len(hanging) > 0 {
		if len(cells) == 0 || len(hanging) > 0 && hanging[0].from < cells[0].from {
			h := hanging[0]
			hanging = hanging[1:]
			d.cellProperties(h, at, `<w:vMerge/>`, framed)
			d.put(`<w:p/></w:tc>`)
			continue
		}
		c := cells[0]
		cells = cells[1:]
		merge := ""
		if c.down > 1 {
			merge = `<w:vMerge w:val="restart"/>`
			below := c
			below.down--
			next = append(next, below)
		}
		d.cellProperties(c, at, merge, framed)
		d.paragraphs(p, c, 0, l.keep)
		d.put(`</w:tc>`)
	}
	d.put(`</w:tr>`)
	return next
}

// splits reports whether a line may break across pages: only rows of a table
// may.
func splits(l line) bool { return l.mark == "" || strings.HasPrefix(l.mark, markRow) }

func (d *docxWriter) cellProperties(c cell, at []int, merge string, framed bool) {
	d.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, at[c.to]-at[c.from])
	if c.to-c.from > 1 {
		d.put(`<w:gridSpan w:val="%d"/>`, c.to-c.from)
	}
	d.out.WriteString(merge)
	if framed {
		switch c.look {
		case lookOpen:
			d.put(`<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>`)
		case lookSign:
			d.put(`<w:tcBorders><w:top w:val="nil"/></w:tcBorders>`)
		case lookLabel:
			d.put(`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`)
		}
	}
	if c.look == lookOpen {
		d.put(`<w:vAlign w:val="top"/></w:tcPr>`)
	} else {
		d.put(`<w:vAlign w:val="center"/></w:tcPr>`)
	}
}

// paragraphs writes the lines of a cell's text, followed by the given space in
// twips; with keep they stay on the page of the next line.
func (d *docxWriter) paragraphs(p *page, c cell, after int, keep bool) {
	align := map[look]string{lookTitle: "center", lookStatus: "right", lookLabel: "center", lookCentre: "center", lookSign: "right"}[c.look]
	if align == "" {
		align = "left"
	}
	run := fmt.Sprintf(`<w:sz w:val="%d"/>`, int(p.fontSize(c.look)*2))
	switch {
	case c.look == lookTitle:
		run = `<w:rFonts w:ascii="` + titleFont + `" w:hAnsi="` + titleFont + `" w:eastAsia="` + titleFont + `"/>` + run
	case c.look == lookLabel:
		run = `<w:b/>` + run
	}
	next := ""
	if keep {
		next = `<w:keepNext/>`
	}
	for text := range strings.SplitSeq(shown(c.text), "\n") {
		d.put(`<w:p><w:pPr>%s<w:spacing w:before="0" w:after="%d"/><w:jc w:val="%s"/><w:rPr>%s</w:rPr></w:pPr>`, next, after, align, run)
		if text != "" {
			d.put(`<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, run, escaped(text))
		}
		d.put(`</w:p>`)
	}
}

// paperMillimetres returns the width between the margins.
func (p *page) paperMillimetres() float64 {
	if p.doc.landscape() {
		return longSide - 2*marginSide
	}
	return shortSide - 2*marginSide
}

// section ends the pages of a document with their size, margins and footer.
func (d *docxWriter) section(p *page, foot string, last bool) {
	width, height, turned := shortSide, longSide, ""
	if p.doc.landscape() {
		width, height, turned = longSide, shortSide, ` w:orient="landscape"`
	}
	small := `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`
	if !last {
		d.put(`<w:p><w:pPr>%s`, small)
	} else {
		d.put(`<w:p><w:pPr>%s</w:pPr></w:p>`, small)
	}
	d.put(`<w:sectPr><w:footerReference w:type="default" r:id="%s"/><w:pgSz w:w="%d" w:h="%d"%s/>`, foot, twips(width), twips(height), turned)
	d.put(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="400" w:footer="%d" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>`,
		twips(marginTop), twips(marginSide), twips(marginBottom), twips(marginSide), twips(marginFoot))
	if !last {
		d.put(`</w:pPr></w:p>`)
	}
}
