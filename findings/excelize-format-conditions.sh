#!/usr/bin/env bash
# github.com/xuri/excelize/v2 2.11.1: number formats with conditions, by which forms show figures as words.
# Guess:     1, 2 and 3 in the format [=1]"高";[=2]"中";"低" read 高, 中 and 低, as spreadsheet programs and SheetJS
#            show them; 8 in [>=15]"高";[>=8]"中";"低" reads 中.
# Behaviour: the conditions are left out of account without an error, and the first section is taken: every risk is 高.
# Seen:      高 高 高 高
# Fails if that changes. Where a format has conditions, read the stored number (RawCellValue) and format it yourself.
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
	"os"

	"github.com/xuri/excelize/v2"
)

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
}

func main() {
	book := excelize.NewFile()
	equal, least := `[=1]"高";[=2]"中";"低"`, `[>=15]"高";[>=8]"中";"低"`
	for i, c := range []struct {
		format string
		value  int
	}{{equal, 1}, {equal, 2}, {equal, 3}, {least, 8}} {
		cell := fmt.Sprintf("A%d", i+1)
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		check(err)
		check(book.SetCellValue("Sheet1", cell, c.value))
		check(book.SetCellStyle("Sheet1", cell, cell, style))
		text, err := book.GetCellValue("Sheet1", cell)
		check(err)
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Print(text)
	}
	fmt.Println()
}
G
go mod tidy >/dev/null 2>&1
out=$(go run .)
echo "$out"
[ "$out" = '高 高 高 高' ] || { echo changed; exit 1; }
echo 'as seen with excelize 2.11.1'
