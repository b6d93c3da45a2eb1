#!/usr/bin/env bash
# github.com/fumiama/go-docx v0.0.0-20250506085032-0c30fd09304b and
# github.com/gomutex/godocx v0.1.6-0.20250811222946-aefd2d814cd1: Word tables with content controls (w:sdt),
# as forms to fill in have them around a row, a cell or a text.
# Guess:     what stands in a content control is read like what stands beside it.
# Behaviour: both leave it out without an error. A row in one is gone; a cell in one is gone and the cells after it
#            move one to the left, so that a grade is read as a title; a text in one is empty, as is text that was
#            inserted while changes were tracked. Opened and saved by godocx, the file has lost all of it.
# Seen:      go-docx [岗位 风险点 等级] [会计 C] [统计  B] [审计  A]
#            godocx  [岗位 风险点 等级] [会计 C] [统计  B] [审计  A], 0 of 4 texts in the saved file
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<'M'
module example
go 1.24
require (
	github.com/fumiama/go-docx v0.0.0-20250506085032-0c30fd09304b
	github.com/gomutex/godocx v0.1.6-0.20250811222946-aefd2d814cd1
)
M
cat >main.go <<'G'
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	fumiama "github.com/fumiama/go-docx"
	"github.com/gomutex/godocx"
)

const (
	word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	pkg  = "http://schemas.openxmlformats.org/package/2006/"
	part = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	rel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

func run(s string) string     { return "<w:r><w:t>" + s + "</w:t></w:r>" }
func cell(in string) string   { return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>` + in + "</w:p></w:tc>" }
func row(in string) string    { return "<w:tr>" + in + "</w:tr>" }
func control(in string) string {
	return "<w:sdt><w:sdtPr/><w:sdtContent>" + in + "</w:sdtContent></w:sdt>"
}

func write(name string) {
	f, err := os.Create(name)
	check(err)
	z := zip.NewWriter(f)
	put := func(name, xml string) {
		w, err := z.Create(name)
		check(err)
		_, err = io.WriteString(w, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+xml)
		check(err)
	}
	put("[Content_Types].xml", `<Types xmlns="`+pkg+`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="`+part+`document.main+xml"/><Override PartName="/word/styles.xml" ContentType="`+part+`styles+xml"/></Types>`)
	put("_rels/.rels", `<Relationships xmlns="`+pkg+`relationships"><Relationship Id="rId1" Type="`+rel+`officeDocument" Target="word/document.xml"/></Relationships>`)
	put("word/_rels/document.xml.rels", `<Relationships xmlns="`+pkg+`relationships"><Relationship Id="rId1" Type="`+rel+`styles" Target="styles.xml"/></Relationships>`)
	put("word/styles.xml", `<w:styles xmlns:w="`+word+`"/>`)
	put("word/document.xml", `<w:document xmlns:w="`+word+`"><w:body><w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>`+
		`<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>`+
		row(cell(run("岗位"))+cell(run("风险点"))+cell(run("等级")))+
		control(row(cell(run("出纳"))+cell(run("票据保管"))+cell(run("B"))))+
		row(cell(run("会计"))+control(cell(run("资金拨付")))+cell(run("C")))+
		row(cell(run("统计"))+cell(control(run("数据上报")))+cell(run("B")))+
		row(cell(run("审计"))+cell(`<w:ins w:id="1" w:author="a">`+run("底稿复核")+"</w:ins>")+cell(run("A")))+
		`</w:tbl><w:p/><w:sectPr/></w:body></w:document>`)
	check(z.Close())
	check(f.Close())
}

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
}

func main() {
	write("form.docx")
	data, err := os.ReadFile("form.docx")
	check(err)

	doc, err := fumiama.Parse(bytes.NewReader(data), int64(len(data)))
	check(err)
	fmt.Print("go-docx")
	for _, it := range doc.Document.Body.Items {
		if t, ok := it.(*fumiama.Table); ok {
			for _, r := range t.TableRows {
				var cells []string
				for _, c := range r.TableCells {
					s := ""
					for _, p := range c.Paragraphs {
						s += p.String()
					}
					cells = append(cells, s)
				}
				fmt.Printf(" [%s]", strings.Join(cells, " "))
			}
		}
	}

	other, err := godocx.OpenDocument("form.docx")
	check(err)
	fmt.Print("\ngodocx ")
	for _, child := range other.Document.Body.Children {
		if child.Table == nil {
			continue
		}
		for _, r := range child.Table.GetCT().RowContents {
			var cells []string
			for _, c := range r.Row.Contents {
				s := ""
				for _, b := range c.Cell.Contents {
					for _, pc := range b.Paragraph.Children {
						if pc.Run != nil {
							for _, rc := range pc.Run.Children {
								if rc.Text != nil {
									s += rc.Text.Text
								}
							}
						}
					}
				}
				cells = append(cells, s)
			}
			fmt.Printf(" [%s]", strings.Join(cells, " "))
		}
	}
	check(other.SaveTo("saved.docx"))
	z, err := zip.OpenReader("saved.docx")
	check(err)
	f, err := z.Open("word/document.xml")
	check(err)
	saved, err := io.ReadAll(f)
	check(err)
	kept := 0
	for _, s := range []string{"票据保管", "资金拨付", "数据上报", "底稿复核"} {
		if bytes.Contains(saved, []byte(s)) {
			kept++
		}
	}
	fmt.Printf(", %d of 4 texts in the saved file\n", kept)
}
G
GOFLAGS=-mod=mod go mod tidy >/dev/null 2>&1
out=$(GOFLAGS=-mod=mod go run .)
echo "$out"
want='go-docx [岗位 风险点 等级] [会计 C] [统计  B] [审计  A]
godocx  [岗位 风险点 等级] [会计 C] [统计  B] [审计  A], 0 of 4 texts in the saved file'
[ "$out" = "$want" ] || { echo "changed: expected"; echo "$want"; exit 1; }
echo "as seen with go-docx 20250506 and godocx 20250811"
