package sheet

// Limits bound what one file may cost in time and memory.
type Limits struct {
	// FileBytes is the size of the file as uploaded.
	FileBytes int64
	// UnzippedBytes is the size of all parts of an xlsx file that are read.
	UnzippedBytes int64
	// Ratio is how many times larger than packed a part may become. Parts under
	// ratioGrace bytes are exempt.
	Ratio int64
	// Sheets is the number of visible sheets.
	Sheets int
	// Rows is the number of the last row with something in it, per sheet.
	Rows int
	// Columns is the number of the last column with something in it.
	Columns int
	// Cells is the number of cells in all sheets, blank ones between others included.
	Cells int
	// CellBytes is the length of one cell's text in UTF-8.
	CellBytes int
}

// ratioGrace leaves small parts alone: a sheet of one repeated line packs well.
const ratioGrace = 8 << 20

// maxParts is how many parts, links and sheets an xlsx file may have; real ones have tens.
const maxParts = 10_000

// maxToken is how long the text between two tags may be. A spreadsheet's cell has
// at most 32,767 characters.
const maxToken = 1 << 20

// DefaultLimits suit a server with several people importing at once.
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
