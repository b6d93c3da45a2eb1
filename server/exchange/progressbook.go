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

// WriteProgress makes an xlsx file of a campaign's progress, in the language "zh" or "en". Names are
// text and counts are numbers, so that a sheet can go on reckoning with them.
func WriteProgress(w io.Writer, p *campaign.Progress, lang string) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	word := func(zh, en string) string {
		if lang == "en" {
			return en
		}
		return zh
	}
	name := f.GetSheetName(0)
	if err := f.SetSheetName(name, word("进度", "Progress")); err != nil {
		return err
	}
	name = word("进度", "Progress")
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	if err != nil {
		return err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return err
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := s.SetColWidth(1, 1, 32); err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 3, TopLeftCell: "B4", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	forms, heads := []any{excelize.Cell{StyleID: bold, Value: word("单位", "Unit")}}, []any{excelize.Cell{StyleID: bold}}
	for _, k := range p.Kinds {
		for i, h := range campaign.Headings {
			form := excelize.Cell{StyleID: bold}
			if i == 0 {
				form.Value = k.Label(lang)
			}
			forms = append(forms, form)
			heads = append(heads, excelize.Cell{StyleID: bold, Value: word(progressWords[h][0], progressWords[h][1])})
		}
	}
	lines := [][]any{{excelize.Cell{StyleID: text, Value: p.Campaign.Title + " " + p.Unit.Name}}, forms, heads}
	line := func(label string, counts []int) []any {
		out := []any{excelize.Cell{StyleID: text, Value: label}}
		for _, n := range counts {
			out = append(out, n)
		}
		return out
	}
	for _, r := range p.Rows {
		label := r.Unit.Name
		if r.Itself {
			label += word("(本级)", " (itself)")
		}
		lines = append(lines, line(label, r.Counts))
	}
	lines = append(lines, line(word("合计", "Total"), p.Totals))
	for i, l := range lines {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := s.SetRow(cell, l); err != nil {
			return err
		}
	}
	for i := range p.Kinds {
		from, _ := excelize.CoordinatesToCellName(2+i*len(campaign.Headings), 2)
		to, _ := excelize.CoordinatesToCellName(1+(i+1)*len(campaign.Headings), 2)
		if err := s.MergeCell(from, to); err != nil {
			return err
		}
	}
	if err := s.MergeCell("A2", "A3"); err != nil {
		return err
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}
