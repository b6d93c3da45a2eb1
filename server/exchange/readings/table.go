package readings

import (
	"context"
	"fmt"
	"io"

	"sineng/ent"
	"sineng/server/exchange/sheet"
	"sineng/server/indicator"
	"sineng/server/store"
)

// pageSize is how many indicators are read at a time for a table.
const pageSize = 100

// WriteTable writes a table of the indicators that the viewer may read, of a unit and those below it or of all, for values to be filled in:
// one line for the newest period that is owed of each, or for that under way.
func (s *Service) WriteTable(ctx context.Context, w io.Writer, unit *int64, lang string) error {
	rows, more, err := s.readable(ctx, unit)
	if err != nil {
		return err
	}
	lines := [][]string{make([]string, columns)}
	for c := range columns {
		lines[0][c] = title(c, lang)
	}
	for _, i := range rows {
		lines = append(lines, line(i, s.indicators.Asked(i), lang))
	}
	about := [][]string{{word(lang, "只填写“监测值”和“说明”两列;监测期可以改为以前各期。", "Fill in the columns “Value” and “Note” alone; a period may be changed to an earlier one.")},
		{word(lang, "更正已录入的监测值时,请在“说明”中写明原因。", "To correct a value that was recorded, say why in the column “Note”.")},
		{word(lang, "不填监测值的行不会录入。", "A line without a value is not recorded.")}}
	if more {
		about = append(about, []string{word(lang, fmt.Sprintf("本表只列出前 %d 项指标,其余请按部门分别下载。", indicator.MostReadings),
			fmt.Sprintf("Only the first %d indicators stand here: fetch those of the departments one by one.", indicator.MostReadings))})
	}
	return sheet.Write(w, []sheet.Page{
		{Name: word(lang, "监测值", "Readings"), Lines: lines, Heading: 1, Widths: widths},
		{Name: aboutPage(lang), Lines: about, Widths: []float64{80}},
	})
}

func aboutPage(lang string) string { return word(lang, "填写说明", "How to fill in") }

func word(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}

func line(i *ent.Indicator, p indicator.Period, lang string) []string {
	out := make([]string, columns)
	out[colID], out[colName], out[colMeasuredIn] = store.EncodeID(i.ID), i.Name, i.MeasuredIn
	if u := i.Edges.Unit; u != nil {
		out[colUnit] = u.Name
	}
	if m := i.Edges.Measure; m != nil {
		out[colMeasure] = m.Content
	}
	out[colThreshold], out[colPeriod] = i.Keeps.Label(lang)+" "+i.Threshold.String(), p.Text(i.Every)
	return out
}

// readable are the indicators in use that the viewer may read, and whether there are more than are recorded at a time.
func (s *Service) readable(ctx context.Context, unit *int64) (rows []*ent.Indicator, more bool, err error) {
	page := store.Page{First: pageSize}
	for {
		slice, err := s.indicators.List(ctx, indicator.Filter{UnitID: unit}, page, func(q *ent.IndicatorQuery) { q.WithUnit().WithMeasure() })
		if err != nil {
			return nil, false, err
		}
		may, err := s.indicators.MayRead(ctx, slice.Rows)
		if err != nil {
			return nil, false, err
		}
		for _, i := range slice.Rows {
			if may[i] {
				rows = append(rows, i)
			}
		}
		if len(rows) > indicator.MostReadings {
			return rows[:indicator.MostReadings], true, nil
		}
		if !slice.HasNext {
			return rows, false, nil
		}
		page.After = slice.Cursors[len(slice.Cursors)-1]
	}
}
