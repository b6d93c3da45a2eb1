#!/usr/bin/env bash
# github.com/xuri/excelize/v2 2.11.1: a formula set in a cell that held text, as where a template is filled in.
# Guess:     the cell has a formula without a result, or still the old text, until a program works it out.
# Behaviour: the number of the old text in the table of shared strings stays in the file as the formula's stored
#            result. Whoever reads results takes it for one: excelize itself, SheetJS, a data frame.
# Seen:      before 乙, then =UPPER("a") reads 1
# Fails if that changes. Read no result of digits alone from a file that no spreadsheet program has saved yet.
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
	check(book.SetCellStr("Sheet1", "A1", "甲"))
	check(book.SetCellStr("Sheet1", "A2", "乙"))
	before, err := book.GetCellValue("Sheet1", "A2")
	check(err)
	check(book.SetCellFormula("Sheet1", "A2", `UPPER("a")`))
	check(book.SaveAs("book.xlsx"))
	saved, err := excelize.OpenFile("book.xlsx")
	check(err)
	after, err := saved.GetCellValue("Sheet1", "A2")
	check(err)
	fmt.Printf("before %s, then =UPPER(\"a\") reads %s\n", before, after)
}
G
go mod tidy >/dev/null 2>&1
out=$(go run .)
echo "$out"
[ "$out" = 'before 乙, then =UPPER("a") reads 1' ] || { echo changed; exit 1; }
echo 'as seen with excelize 2.11.1'
