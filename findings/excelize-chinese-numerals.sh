#!/usr/bin/env bash
# github.com/xuri/excelize/v2 2.11.1, cells in the formats by which Chinese forms write days and sums in characters.
# Guess:     9 December 2025 as [DBNum1][$-804]yyyy"年"m"月"d"日" reads 二○二五年十二月九日, as spreadsheet programs
#            show it; a number as [DBNum2][$-804]General reads in capital characters, 肆万陆仟.
# Behaviour: the month (like a day above ten) is spelled digit by digit, so that December reads 一二月; DBNum2 before
#            General is left out of account and the figures come as they are. DBNum2 before 0 does give characters.
# Seen:      二○二五年一二月九日, 46000, 肆陆零零零
# Fails if that changes. Where days and sums matter, read the stored number (RawCellValue) and format it yourself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<'M'
module example
go 1.25
require github.com/xuri/excelize/v2 v2.11.1
M
cat >main.go <<'G'
package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

func main() {
	book := excelize.NewFile()
	for i, format := range []string{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, `[DBNum2][$-804]General`, `[DBNum2][$-804]0`} {
		cell := fmt.Sprintf("A%d", i+1)
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err == nil {
			err = book.SetCellValue("Sheet1", cell, 46000)
		}
		if err == nil {
			err = book.SetCellStyle("Sheet1", cell, cell, style)
		}
		if err != nil {
			panic(err)
		}
		text, err := book.GetCellValue("Sheet1", cell)
		fmt.Println(text, err)
	}
}
G
go mod tidy >/dev/null 2>&1
go run . | tee seen
diff seen - <<'S'
二○二五年一二月九日 <nil>
46000 <nil>
肆陆零零零 <nil>
S
echo 'as described'
