package proceedings

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/proceeding"
)

// Problem says why a row, or all of a proceeding, is not recorded, or what of the file was not read.
type Problem struct {
	// Sheet is where it stands, and Row the number of the row there, 0 for the whole sheet.
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	ZH    string `json:"zh"`
	EN    string `json:"en"`
}

// Read is a proceeding of a file, with what would become of it.
type Read struct {
	Sheet string
	// Row is its first row.
	Row int
	*proceeding.Outcome
	Entry *proceeding.Entry
}

// Plan is what a file would record.
type Plan struct {
	Proceedings []Read
	Problems    []Problem
	// Rows is how many rows of the file say something of a proceeding.
	Rows int
}

// filled is a proceeding of the file, with the rows that say something of it: the first one, and those of its steps and pauses.
type filled struct {
	sheet         string
	row           int
	unit, power   string
	entry         *proceeding.Entry
	steps, pauses []int
	seen          map[string]int // rows by what they say, so that one that stands twice is found
}

// reading is one file.
type reading struct {
	*Service
	power  *int64
	plan   Plan
	matter []*filled
	byKey  map[string]*filled
}

// Plan reads a file and says what would be recorded, and stores nothing. What can't be is told with its row, and doesn't hinder the others; of a
// proceeding with a row that can't be read nothing is recorded, since what lacks a step would look as if it had been skipped. A power that is given is
// that of rows that name none.
func (s *Service) Plan(ctx context.Context, data []byte, name string, power *int64) (*Plan, error) {
	if err := proceeding.MayList(ctx); err != nil {
		return nil, err
	}
	book, err := sheet.Read(ctx, data, name, s.limits)
	if err != nil {
		return nil, err
	}
	r := &reading{Service: s, power: power, byKey: map[string]*filled{}}
	if !r.tables(book) {
		return nil, fault.Bad("file", "NO_PROCEEDINGS", "文件中没有找到办件表:表头应有“办件编号”,以及“环节”“受理日期”或“办结日期”",
			"The file has no table of proceedings: its titles are “Number”, and “Step”, “Received on” or “Closed on”")
	}
	if n := len(r.matter); n > MostPlanned {
		return nil, fault.Bad("file", "TOO_MANY", fmt.Sprintf("文件中有 %d 个办件,一次最多 %d 个,请分开上传", n, MostPlanned),
			fmt.Sprintf("The file has %d proceedings, and at most %d are read at a time: part it", n, MostPlanned))
	}
	if err := r.name(ctx); err != nil {
		return nil, err
	}
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

// drop tells at a row why a proceeding is not recorded.
func (r *reading) drop(f *filled, row int, zh, en string) {
	r.problem(f.sheet, row, zh, en)
	r.matter = slices.DeleteFunc(r.matter, func(o *filled) bool { return o == f })
}

// headRows is how many rows are looked at for titles.
const headRows = 20

// tables finds the tables of proceedings; false where there are none.
func (r *reading) tables(book *sheet.Book) bool {
	some := false
	for _, t := range book.Tables {
		if len(t.Rows) == 0 || slices.Contains(ownPages, t.Name) {
			continue
		}
		head := slices.IndexFunc(t.Rows[:min(len(t.Rows), headRows)], func(row sheet.Row) bool {
			_, _, is := headed(row)
			return is
		})
		if head < 0 {
			r.problem(t.Name, 0, "此表没有办件的表头,未读取", "This sheet has no titles of proceedings and was not read")
			continue
		}
		some = true
		at, unknown, _ := headed(t.Rows[head])
		if len(unknown) > 0 {
			r.problem(t.Name, t.Rows[head].Number, "未读取这些列:"+strings.Join(unknown, "、"), "These columns were not read: "+strings.Join(unknown, ", "))
		}
		spoilt := map[*filled]bool{}
		for _, row := range t.Rows[head+1:] {
			r.take(t.Name, row, at, spoilt)
		}
		r.matter = slices.DeleteFunc(r.matter, func(f *filled) bool { return spoilt[f] })
	}
	return some
}

// name finds the powers that rows name by their names alone.
func (r *reading) name(ctx context.Context) error {
	var names []string
	for _, f := range r.matter {
		if f.entry.PowerID == nil && f.entry.PowerCode == "" && f.power != "" {
			names = append(names, f.power)
		}
	}
	powers, err := r.proceedings.PowersNamed(ctx, names)
	if err != nil {
		return err
	}
	for _, f := range slices.Clone(r.matter) {
		if f.entry.PowerID != nil || f.entry.PowerCode != "" {
			continue
		}
		if f.power == "" {
			if r.power == nil {
				r.drop(f, f.row, "没有写明职权:需要“职权编码”或“职权名称”", "It names no power: it takes a “Power code” or a “Power”")
				continue
			}
			f.entry.PowerID = r.power
			continue
		}
		found := powers[f.power]
		if len(found) > 1 && f.unit != "" {
			found = slices.DeleteFunc(slices.Clone(found), func(p proceeding.Named) bool { return p.Unit != f.unit })
		}
		switch len(found) {
		case 0:
			r.drop(f, f.row, "没有找到职权“"+f.power+"”,或您不能录入它的办件", "There is no power “"+f.power+"”, or you may not record its proceedings")
		case 1:
			f.entry.PowerID = &found[0].ID
		default:
			r.drop(f, f.row, fmt.Sprintf("有 %d 项同名职权“%s”,请填写职权编码和部门", len(found), f.power), fmt.Sprintf("%d powers are called “%s”: fill in the code and the department", len(found), f.power))
		}
	}
	return nil
}

// try asks what would become of the proceedings, as many at a time as are recorded at a time. Those that are refused are told, until none is.
func (r *reading) try(ctx context.Context) error {
	todo := slices.Clone(r.matter)
	for len(todo) > 0 {
		n, lines := 0, 0
		for n < len(todo) && n < proceeding.MostProceedings {
			more := len(todo[n].entry.Steps) + len(todo[n].entry.Pauses)
			if n > 0 && lines+more > proceeding.MostSteps {
				break
			}
			n, lines = n+1, lines+more
		}
		part := todo[:n]
		todo = todo[n:]
		for len(part) > 0 {
			in := proceeding.Record{FromFile: true, Dry: true}
			for _, f := range part {
				in.Proceedings = append(in.Proceedings, f.entry)
			}
			out, err := r.proceedings.Record(ctx, in)
			if err == nil {
				for n, f := range part {
					r.plan.Proceedings = append(r.plan.Proceedings, Read{Sheet: f.sheet, Row: f.row, Outcome: out[n], Entry: f.entry})
				}
				break
			}
			var refused bool
			if part, refused = r.refused(part, err); !refused {
				return err
			}
		}
	}
	return nil
}

// refused drops the proceedings that an error is about, and gives the others; false where it is about none.
func (r *reading) refused(part []*filled, err error) ([]*filled, bool) {
	gone := map[*filled]bool{}
	for _, e := range fault.All(err) {
		path := strings.Split(e.Field, ".")
		n := -1
		if len(path) > 1 && path[0] == "proceedings" {
			n, _ = strconv.Atoi(path[1])
		}
		if n < 0 || n >= len(part) {
			return part, false
		}
		f := part[n]
		row := f.row
		if len(path) > 3 {
			if i, err := strconv.Atoi(path[3]); err == nil {
				lines := map[string][]int{"steps": f.steps, "pauses": f.pauses}[path[2]]
				if i >= 0 && i < len(lines) {
					row = lines[i]
				}
			}
		}
		gone[f] = true
		r.drop(f, row, e.Message("zh"), e.Message("en"))
	}
	return slices.DeleteFunc(slices.Clone(part), func(f *filled) bool { return gone[f] }), len(gone) > 0
}
