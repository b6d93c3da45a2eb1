package readings

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/indicator"
)

// Problem says why a row is not recorded, or what of the file was not read.
type Problem struct {
	// Sheet is where it stands, and Row the number of the row there, 0 for the whole sheet.
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	ZH    string `json:"zh"`
	EN    string `json:"en"`
}

// Read is a reading of a file, with what would become of it.
type Read struct {
	Sheet string
	Row   int
	*indicator.Outcome
	Note string
	// Unit is the department's name.
	Unit string
}

// Plan is what a file would record.
type Plan struct {
	Readings []Read
	Problems []Problem
	// Blank is how many rows have no value.
	Blank int
}

// filled is a row with a value.
type filled struct {
	sheet            string
	row              int
	id               int64
	unit, name       string
	period, value    string
	note, measuredIn string
	of               *ent.Indicator
	reading          *indicator.Reading
}

// reading is one file.
type reading struct {
	*Service
	plan Plan
	rows []*filled
}

// Plan reads a file and says what would be recorded, and stores nothing. Rows that can't be are told, and don't hinder the others.
func (s *Service) Plan(ctx context.Context, data []byte, name string) (*Plan, error) {
	if err := indicator.MayList(ctx); err != nil {
		return nil, err
	}
	book, err := sheet.Read(ctx, data, name, s.limits)
	if err != nil {
		return nil, err
	}
	r := &reading{Service: s}
	if !r.tables(book) {
		return nil, fault.Bad("file", "NO_READINGS", "文件中没有找到监测值表:表头应有“监测期”“监测值”,以及“编号”或“监测指标”",
			"The file has no table of readings: its titles are “Period”, “Value”, and “ID” or “Indicator”")
	}
	if n := len(r.rows); n > indicator.MostReadings {
		return nil, fault.Bad("file", "TOO_MANY", fmt.Sprintf("文件中有 %d 个监测值,一次最多录入 %d 个,请分开上传", n, indicator.MostReadings),
			fmt.Sprintf("The file has %d readings, and at most %d are recorded at a time: part it", n, indicator.MostReadings))
	}
	if err := r.match(ctx); err != nil {
		return nil, err
	}
	r.parse()
	if err := r.try(ctx); err != nil {
		return nil, err
	}
	slices.SortStableFunc(r.plan.Problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	return &r.plan, nil
}

func (r *reading) problem(sheet string, row int, zh, en string) {
	r.plan.Problems = append(r.plan.Problems, Problem{sheet, row, zh, en})
}

// drop tells why a row is not recorded.
func (r *reading) drop(f *filled, zh, en string) {
	r.problem(f.sheet, f.row, zh, en)
	r.rows = slices.DeleteFunc(r.rows, func(o *filled) bool { return o == f })
}

// headRows is how many rows are looked at for titles.
const headRows = 20

// tables finds the tables of readings; false where there are none.
func (r *reading) tables(book *sheet.Book) bool {
	some := false
	for _, t := range book.Tables {
		if len(t.Rows) == 0 || t.Name == aboutPage("zh") || t.Name == aboutPage("en") {
			continue
		}
		head := slices.IndexFunc(t.Rows[:min(len(t.Rows), headRows)], func(row sheet.Row) bool {
			_, _, is := headed(row)
			return is
		})
		if head < 0 {
			r.problem(t.Name, 0, "此表没有监测值的表头,未读取", "This sheet has no titles of readings and was not read")
			continue
		}
		some = true
		at, unknown, _ := headed(t.Rows[head])
		if len(unknown) > 0 {
			r.problem(t.Name, t.Rows[head].Number, "未读取这些列:"+strings.Join(unknown, "、"), "These columns were not read: "+strings.Join(unknown, ", "))
		}
		for _, row := range t.Rows[head+1:] {
			r.take(t.Name, row, at)
		}
	}
	return some
}

// take takes a row up, unless it has no value.
func (r *reading) take(table string, row sheet.Row, at places) {
	cell := func(c column) sheet.Cell {
		if at[c] < 0 {
			return sheet.Cell{}
		}
		return row.Cell(at[c])
	}
	text := func(c column) string { return strings.TrimSpace(cell(c).Text) }
	f := &filled{sheet: table, row: row.Number, unit: text(colUnit), name: text(colName), period: text(colPeriod), value: text(colValue), note: text(colNote),
		measuredIn: text(colMeasuredIn)}
	value := cell(colValue)
	switch {
	case value.Blank() && f.note != "":
		r.problem(table, row.Number, "只填了说明,没有监测值", "There is a note, but no value")
		return
	case value.Blank():
		r.plan.Blank++
		return
	case value.Kind == sheet.Formula || value.Kind == sheet.Broken:
		r.problem(table, row.Number, "监测值是没有结果的公式:请在表格软件中打开并保存一次,或直接填数字", "The value is a formula without a result: open and save the file once, or type the number")
		return
	case value.Kind == sheet.Date:
		r.problem(table, row.Number, "监测值是日期“"+f.value+"”,应为数字", "The value is the date "+f.value+", not a number")
		return
	case value.Filled:
		r.problem(table, row.Number, "监测值在合并单元格中,无法判断属于哪一行", "The value stands in a merged cell, so that it is not clear whose it is")
		return
	}
	if id := text(colID); id != "" {
		f.id, _ = r.decode(id)
		if f.id == 0 {
			r.problem(table, row.Number, "没有编号为“"+id+"”的监测指标", "There is no indicator with the id "+id)
			return
		}
	}
	r.rows = append(r.rows, f)
}

// match finds of which indicator each row is: by its id, or else by its name and department.
func (r *reading) match(ctx context.Context) error {
	var ids []int64
	var names []string
	for _, f := range r.rows {
		if f.id != 0 {
			ids = append(ids, f.id)
		} else if f.name != "" {
			names = append(names, f.name)
		}
	}
	rows, err := r.indicators.Named(ctx, ids, names)
	if err != nil {
		return err
	}
	for _, f := range slices.Clone(r.rows) {
		r.matched(f, rows)
	}
	return nil
}

func (r *reading) matched(f *filled, rows []*ent.Indicator) {
	var found []*ent.Indicator
	for _, i := range rows {
		if f.id == i.ID || f.id == 0 && f.name == i.Name && (f.unit == "" || i.Edges.Unit != nil && f.unit == i.Edges.Unit.Name) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) == 0 && f.id == 0 && f.name == "":
		r.drop(f, "没有编号,也没有指标名称", "There is neither an id nor the name of an indicator")
	case len(found) == 0:
		r.drop(f, "没有找到该监测指标,或它已停用", "There is no such indicator, or it is stopped")
	case len(found) > 1:
		r.drop(f, fmt.Sprintf("有 %d 项同名指标,请填写编号", len(found)), fmt.Sprintf("%d indicators have this name: fill in the id", len(found)))
	case f.id != 0 && f.name != "" && f.name != found[0].Name:
		r.drop(f, "编号与指标名称不符:该编号是“"+found[0].Name+"”", "The id and the name do not belong together: the id is that of “"+found[0].Name+"”")
	case f.measuredIn != "" && f.measuredIn != found[0].MeasuredIn:
		r.drop(f, "计量单位为“"+f.measuredIn+"”,该指标的是“"+found[0].MeasuredIn+"”", "It is measured in "+f.measuredIn+", and the indicator in "+found[0].MeasuredIn)
	default:
		f.of = found[0]
	}
}

// parse reads periods and values.
func (r *reading) parse() {
	for _, f := range slices.Clone(r.rows) {
		p, err := indicator.ParsePeriod(f.period, f.of.Every)
		if err != nil {
			zh, en := badPeriod(f.period, f.of, err)
			r.drop(f, zh, en)
			continue
		}
		v, err := term.ParseDecimal(bare(f.value, f.of.MeasuredIn))
		if err != nil {
			zh, en := badValue(f.value, err)
			r.drop(f, zh, en)
			continue
		}
		f.reading = &indicator.Reading{IndicatorID: f.of.ID, Period: p.From, Value: v, Note: f.note, Corrects: f.note != ""}
	}
}

// bare is a value without the unit that it is measured in.
func bare(value, measuredIn string) string {
	if measuredIn != "" {
		value = strings.TrimSuffix(value, measuredIn)
	}
	return strings.TrimSpace(value)
}

func badPeriod(text string, i *ent.Indicator, err error) (zh, en string) {
	example := indicator.Period{From: i.StartsOn, To: i.StartsOn}
	example.From, example.To = i.Every.Period(i.StartsOn)
	switch {
	case text == "":
		return "没有填写监测期", "There is no period"
	case errors.Is(err, indicator.ErrOtherPeriod):
		return "监测期“" + text + "”与该指标的频次(" + i.Every.Label("zh") + ")不符,应如“" + example.Text(i.Every) + "”",
			"The period " + text + " is not of the indicator's rhythm (" + strings.ToLower(i.Every.Label("en")) + "); it is written " + example.Text(i.Every)
	}
	return "看不懂监测期“" + text + "”,应如“" + example.Text(i.Every) + "”", "The period " + text + " is not clear; it is written " + example.Text(i.Every)
}

func badValue(text string, err error) (zh, en string) {
	switch {
	case errors.Is(err, term.ErrDecimalLong):
		return "监测值“" + text + "”小数点后超过四位", "The value " + text + " has more than four digits behind its point"
	case errors.Is(err, term.ErrDecimalFar):
		return "监测值“" + text + "”超出正负一千亿", "The value " + text + " is beyond 100,000,000,000"
	}
	return "监测值“" + text + "”不是数字", "The value " + text + " is no number"
}

// try asks what would become of the rows. Those that are refused are told, until none is.
func (r *reading) try(ctx context.Context) error {
	for len(r.rows) > 0 {
		in := indicator.Record{FromFile: true, Dry: true}
		for _, f := range r.rows {
			in.Readings = append(in.Readings, f.reading)
		}
		out, err := r.indicators.Record(ctx, in)
		if err == nil {
			for n, f := range r.rows {
				unit := ""
				if u := f.of.Edges.Unit; u != nil {
					unit = u.Name
				}
				r.plan.Readings = append(r.plan.Readings, Read{Sheet: f.sheet, Row: f.row, Outcome: out[n], Note: f.note, Unit: unit})
			}
			return nil
		}
		if !r.refused(err) {
			return err
		}
	}
	return nil
}

// refused drops the rows that an error is about; false where it is about none.
func (r *reading) refused(err error) bool {
	told := slices.Clone(r.rows)
	some := false
	for _, e := range fault.All(err) {
		parts := strings.Split(e.Field, ".")
		n := -1
		if len(parts) > 1 && parts[0] == "readings" {
			n, _ = strconv.Atoi(parts[1])
		}
		if n < 0 || n >= len(told) {
			return false
		}
		some = true
		r.drop(told[n], e.Message("zh"), e.Message("en"))
	}
	return some
}
