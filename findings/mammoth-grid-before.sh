#!/usr/bin/env bash
# mammoth 1.13.0 (npm): a Word table row that begins one column later (w:gridBefore).
# Guess:     the row's first cell stands under the second column of the head, with an empty cell before it.
# Behaviour: the empty place is left out without a message, and every cell of the row moves one column to the left:
#            what stands under 风险点 in Word stands under 岗位 in the result.
# Seen:      <tr>岗位|风险点|等级</tr><tr>票据保管|B</tr>, messages 0
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mammoth@1.13.0 jszip@3.10.1 >/dev/null
cat >read.js <<'J'
const JSZip = require('jszip')
const mammoth = require('mammoth')
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const pkg = 'http://schemas.openxmlformats.org/package/2006/'
const cell = (s) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>${s}</w:t></w:r></w:p></w:tc>`
const z = new JSZip()
z.file('[Content_Types].xml', `<Types xmlns="${pkg}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
z.file('_rels/.rels', `<Relationships xmlns="${pkg}relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
z.file(
  'word/document.xml',
  `<w:document xmlns:w="${word}"><w:body><w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>` +
    '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    `<w:tr>${['岗位', '风险点', '等级'].map(cell).join('')}</w:tr>` +
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${['票据保管', 'B'].map(cell).join('')}</w:tr>` +
    '</w:tbl><w:p/></w:body></w:document>',
)
z.generateAsync({ type: 'nodebuffer' })
  .then((buffer) => mammoth.convertToHtml({ buffer }))
  .then((r) => {
    const rows = [...r.value.matchAll(/<tr>(.*?)<\/tr>/g)]
      .map((m) => `<tr>${m[1].replace(/<\/td><td>/g, '|').replace(/<[^>]*>/g, '')}</tr>`)
    console.log(`${rows.join('')}, messages ${r.messages.length}`)
  })
J
out=$(node read.js)
echo "$out"
[ "$out" = '<tr>岗位|风险点|等级</tr><tr>票据保管|B</tr>, messages 0' ] || { echo "changed"; exit 1; }
echo "as seen with mammoth 1.13.0"
