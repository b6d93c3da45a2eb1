package paper

import (
	"fmt"
	"strings"

	"sineng/server/exchange/sheet"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The constant parts of a text document.
const (
	packageRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`</Relationships>`
	settings = xmlHead + `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`
	styleSheet = xmlHead + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="` + bodyFont + `" w:hAnsi="` + bodyFont + `" w:eastAsia="` + bodyFont + `" w:cs="` + bodyFont + `"/><w:sz w:val="18"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>` +
		`</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`
)

// contentTypes lists the type of each part.
func contentTypes(foots int) []byte {
	var out strings.Builder
	out.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		fmt.Fprintf(&out, `<Override PartName="/%s" ContentType="application/vnd.openxmlformats-%s+xml"/>`, part, kind)
	}
	override("word/document.xml", "officedocument.wordprocessingml.document.main")
	override("word/styles.xml", "officedocument.wordprocessingml.styles")
	override("word/settings.xml", "officedocument.wordprocessingml.settings")
	override("docProps/core.xml", "package.core-properties")
	for i := range foots {
		override(fmt.Sprintf("word/footer%d.xml", i+1), "officedocument.wordprocessingml.footer")
	}
	out.WriteString(`</Types>`)
	return []byte(out.String())
}

func documentRelations(foots int) []byte {
	var out strings.Builder
	out.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	relation := func(id, kind, target string) {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, id, kind, target)
	}
	relation("styles", "styles", "styles.xml")
	relation("settings", "settings", "settings.xml")
	for i := range foots {
		relation(fmt.Sprintf("foot%d", i+1), "footer", fmt.Sprintf("footer%d.xml", i+1))
	}
	out.WriteString(`</Relationships>`)
	return []byte(out.String())
}

func coreProperties(title string) []byte {
	return []byte(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escaped(title) + `</dc:title><dc:creator>` + escaped(sheet.Creator) + `</dc:creator></cp:coreProperties>`)
}

// footXML is the page footer of a document: revision and hash, page number,
// filing number. Pages are counted per document.
func footXML(d Document) []byte {
	p := page{doc: d}
	width := twips(p.paperMillimetres())
	var out strings.Builder
	run := func(size int, inner string) {
		fmt.Fprintf(&out, `<w:r><w:rPr><w:sz w:val="%d"/></w:rPr>%s</w:r>`, size, inner)
	}
	text := func(size int, s string) { run(size, `<w:t xml:space="preserve">`+escaped(s)+`</w:t>`) }
	word := func(size int, s string) { run(size, `<w:t xml:space="preserve">`+s+`</w:t>`) }
	field := func(code string) {
		run(18, `<w:fldChar w:fldCharType="begin"/>`)
		run(18, `<w:instrText xml:space="preserve"> `+code+` </w:instrText>`)
		run(18, `<w:fldChar w:fldCharType="separate"/>`)
		run(18, `<w:t>1</w:t>`)
		run(18, `<w:fldChar w:fldCharType="end"/>`)
	}
	fmt.Fprintf(&out, xmlHead+`<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:tabs>`+
		`<w:tab w:val="center" w:pos="%d"/><w:tab w:val="right" w:pos="%d"/></w:tabs><w:spacing w:before="0" w:after="0"/></w:pPr>`, width/2, width)
	text(16, d.foot())
	run(18, `<w:tab/>`)
	word(18, "第 ")
	field("PAGE")
	word(18, " 页 共 ")
	field("SECTIONPAGES")
	word(18, " 页")
	run(18, `<w:tab/>`)
	text(16, d.footEnd())
	out.WriteString(`</w:p></w:ftr>`)
	return []byte(out.String())
}
