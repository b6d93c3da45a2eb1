package sheet

// Limits bound what one file may cost in time and memory.
type Limits struct {
	// FileBytes is the greatest size of the file as uploaded.
	FileBytes int64
	// UnzippedBytes is the greatest size of all parts of an xlsx file that are
	// read.
	UnzippedBytes int64
	// Ratio is the greatest ratio of a part's size to its compressed size.
	// Parts under ratioGrace bytes are exempt.
	Ratio int64
	// Sheets is the greatest number of sheets, hidden ones included; a document may
	// have tablesPerSheet times as many tables.
	Sheets int
	// Rows is the greatest row number with content, per sheet.
	Rows int
	// Columns is the greatest number of columns, up to the last with content.
	Columns int
	// Cells is the greatest number of cells in all sheets, blank ones between
	// others included.
	Cells int
	// CellBytes is the greatest length of one cell's text in UTF-8.
	CellBytes int
}

// ratioGrace exempts small parts: a sheet of one repeated line compresses
// well.
const ratioGrace = 8 << 20

// maxParts is the greatest number of parts, links and sheets of an xlsx file;
// real ones have tens.
const maxParts = 10_000

// maxToken is the greatest length of the text between two tags. A
// spreadsheet's cell has at most 32,767 characters.
const maxToken = 1 << 20

// DefaultLimits returns limits for a server on which several people import at
// once.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:     20 << 20,
		UnzippedBytes: 200 << 20,
		Ratio:         200,
		Sheets:        50,
		Rows:          200_000,
		Columns:       200,
		Cells:         4_000_000,
		CellBytes:     3 * 32_767,
	}
}
