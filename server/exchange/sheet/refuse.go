package sheet

import (
	"fmt"

	"sineng/server/fault"
)

// Reasons for refusing a whole file.
const (
	ReasonEmpty         = "FILE_EMPTY"
	ReasonForeign       = "NOT_A_SPREADSHEET"
	ReasonOldExcel      = "OLD_EXCEL_FORMAT"
	ReasonEncrypted     = "FILE_ENCRYPTED"
	ReasonDamaged       = "FILE_DAMAGED"
	ReasonBomb          = "FILE_EXPANDS_TOO_FAR"
	ReasonTooMuch       = "FILE_HOLDS_TOO_MUCH"
	ReasonCellTooLong   = "CELL_TOO_LONG"
	ReasonEncoding      = "UNKNOWN_ENCODING"
	ReasonUnclosedQuote = "UNCLOSED_QUOTE"
)

func refuse(reason, zh, en string) *fault.Error { return fault.Bad("file", reason, zh, en) }

func tooLarge(limit int64) *fault.Error {
	return refuse(fault.ReasonTooLarge,
		fmt.Sprintf("文件超过 %s,请拆分后再导入", size(limit)),
		fmt.Sprintf("The file is larger than %s; split it and import the parts", size(limit)))
}

// TooLarge returns the error for an upload that exceeds the limit in bytes.
func TooLarge(limit int64) *fault.Error { return tooLarge(limit) }

func size(bytes int64) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d KB", bytes>>10)
}

func foreign(zh, en string) *fault.Error {
	return refuse(ReasonForeign,
		fmt.Sprintf("这是%s,不是可以导入的表格,请另存为 .xlsx、.docx 或 .csv", zh),
		fmt.Sprintf("This is %s, not a table that can be imported; save it as .xlsx, .docx or .csv", en))
}

// disguised is the error for a table that another system saved as a page or XML, named .xls.
func disguised(zh, en string) *fault.Error {
	return refuse(ReasonForeign,
		fmt.Sprintf("这是%s,不是真正的 Excel 文件(扩展名可能是 .xls),请用 Excel 或 WPS 打开后另存为 .xlsx 再导入", zh),
		fmt.Sprintf("This is %s, whatever its name says; open it in a spreadsheet program, save it as .xlsx and import that", en))
}

func oldWord(zh, en string) *fault.Error {
	return refuse(ReasonForeign,
		fmt.Sprintf("这是%s,请用 Word 或 WPS 另存为 .docx 再导入", zh),
		fmt.Sprintf("This is %s; save it as .docx and import that", en))
}

func damaged(cause error) *fault.Error {
	return refuse(ReasonDamaged,
		"文件已损坏,无法读取,请用 Excel 或 WPS 打开后另存为新的 .xlsx",
		"The file is damaged and cannot be read; open it in a spreadsheet program and save it as a new .xlsx").Because(cause)
}

func damagedDocument(cause error) *fault.Error {
	return refuse(ReasonDamaged,
		"文件已损坏,无法读取,请用 Word 或 WPS 打开后另存为新的 .docx",
		"The file is damaged and cannot be read; open it in a word processor and save it as a new .docx").Because(cause)
}

func bomb() *fault.Error {
	return refuse(ReasonBomb,
		"文件解压后过大,已停止读取,请只保留要导入的数据",
		"The file unpacks to far more than its size, so reading was stopped; keep only the data to be imported")
}

func tooMuch(sheet, zh, en string) *fault.Error {
	return refuse(ReasonTooMuch,
		fmt.Sprintf("工作表“%s”%s,请拆分后再导入", sheet, zh),
		fmt.Sprintf("Sheet %q %s; split it and import the parts", sheet, en))
}

func tooManyRows(sheet string, limit int) *fault.Error {
	return tooMuch(sheet, fmt.Sprintf("超过 %d 行", limit), fmt.Sprintf("has more than %d rows", limit))
}

func tooManyColumns(sheet string, limit int) *fault.Error {
	return tooMuch(sheet, fmt.Sprintf("超过 %d 列", limit), fmt.Sprintf("has more than %d columns", limit))
}

func tooManyCells(sheet string) *fault.Error {
	return tooMuch(sheet, "单元格过多", "has too many cells")
}

func cellTooLong(sheet string, row, column int) *fault.Error {
	at := fmt.Sprintf("%s%d", ColumnName(column), row)
	return refuse(ReasonCellTooLong,
		fmt.Sprintf("工作表“%s”单元格 %s 的文字过长", sheet, at),
		fmt.Sprintf("The text of cell %s on sheet %q is too long", at, sheet))
}

// ColumnName returns A for column 0, AA for 26.
func ColumnName(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
