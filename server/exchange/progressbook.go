package exchange

import (
	"io"

	"github.com/xuri/excelize/v2"

	"sineng/server/campaign"
)

// progressWords are the headings of a campaign's progress in Chinese and English.
var progressWords = map[campaign.Heading][2]string{
	campaign.Expected: {"应填报", "Expected"}, campaign.NotStarted: {"未开始", "Not started"}, campaign.Filling: {"填报中", "Being filled"},
	campaign.Returned: {"已退回", "Returned"}, campaign.InReview: {"审核中", "In review"}, campaign.Filed: {"已备案", "Filed"},
	campaign.Overdue: {"已逾期", "Overdue"}, campaign.Dropped: {"免予填报", "Not needed any more"},
}

// WriteProgress writes an xlsx file of a campaign's progress, in the language
// "zh" or "en". Counts are stored as numbers, so that formulas can use them.
func WriteProgress(w io.Writer, p *campaign.Progress, lang string) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b, err := newProgressBook(f, p, lang)
	if err != nil {
		return err
	}
	for i, line := range b.lines() {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := b.sheet.SetRow(cell, line); err != nil {
			return err
		}
	}
	if err := b.mergeHeadings(); err != nil {
		return err
	}
	if err := b.sheet.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}

// progressBook is the sheet of a campaign's progress while it is written.
type progressBook struct {
	progress   *campaign.Progress
	lang       string
	sheet      *excelize.StreamWriter
	bold, text int // styles
}

// newProgressBook names the sheet, makes its styles and freezes its headings
// and first column.
func newProgressBook(f *excelize.File, p *campaign.Progress, lang string) (*progressBook, error) {
	b := &progressBook{progress: p, lang: lang}
	name := b.word("进度", "Progress")
	if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
		return nil, err
	}
	var err error
	if b.bold, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}); err != nil {
		return nil, err
	}
	if b.text, err = f.NewStyle(&excelize.Style{NumFmt: 49}); err != nil {
		return nil, err
	}
	if b.sheet, err = f.NewStreamWriter(name); err != nil {
		return nil, err
	}
	if err := b.sheet.SetColWidth(1, 1, 32); err != nil {
		return nil, err
	}
	return b, b.sheet.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 3, TopLeftCell: "B4", ActivePane: "bottomRight"})
}

func (b *progressBook) word(zh, en string) string {
	if b.lang == "en" {
		return en
	}
	return zh
}

// lines returns the rows of the sheet.
func (b *progressBook) lines() [][]any {
	p := b.progress
	forms, headings := b.headings()
	lines := [][]any{{excelize.Cell{StyleID: b.text, Value: p.Campaign.Title + " " + p.Unit.Name}}, forms, headings}
	for _, r := range p.Rows {
		label := r.Unit.Name
		if r.Itself {
			label += b.word("(本级)", " (itself)")
		}
		lines = append(lines, b.line(label, r.Counts))
	}
	return append(lines, b.line(b.word("合计", "Total"), p.Totals))
}

// headings returns the two rows of headings: the forms, and the counts of
// each.
func (b *progressBook) headings() (forms, counts []any) {
	forms, counts = []any{excelize.Cell{StyleID: b.bold, Value: b.word("单位", "Unit")}}, []any{excelize.Cell{StyleID: b.bold}}
	for _, k := range b.progress.Kinds {
		for i, h := range campaign.Headings {
			form := excelize.Cell{StyleID: b.bold}
			if i == 0 {
				form.Value = k.Label(b.lang)
			}
			forms = append(forms, form)
			counts = append(counts, excelize.Cell{StyleID: b.bold, Value: b.word(progressWords[h][0], progressWords[h][1])})
		}
	}
	return forms, counts
}

// line returns the row of a unit.
func (b *progressBook) line(label string, counts []int) []any {
	out := []any{excelize.Cell{StyleID: b.text, Value: label}}
	for _, n := range counts {
		out = append(out, n)
	}
	return out
}

// mergeHeadings merges the cells of each form's heading, and those of the
// unit's.
func (b *progressBook) mergeHeadings() error {
	for i := range b.progress.Kinds {
		from, err := excelize.CoordinatesToCellName(2+i*len(campaign.Headings), 2)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(1+(i+1)*len(campaign.Headings), 2)
		if err != nil {
			return err
		}
		if err := b.sheet.MergeCell(from, to); err != nil {
			return err
		}
	}
	return b.sheet.MergeCell("A2", "A3")
}
