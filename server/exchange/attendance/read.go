package attendance

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term/fold"
	"sineng/server/education"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
)

// Problem says why a row is not read, or what of the file was not.
type Problem struct {
	// Sheet is where it stands, and Row the number of the row there, 0 for the whole sheet.
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	ZH    string `json:"zh"`
	EN    string `json:"en"`
}

// Read is what a row says of a participant.
type Read struct {
	Row         int
	Participant *ent.EducationParticipant
	education.Attended
	// Changed tells whether it differs from what is recorded; where nothing is, whether somebody did not simply come.
	Changed bool
}

// Plan is what a file says.
type Plan struct {
	Marks    []Read
	Problems []Problem
	// Blank is how many rows say nothing of the attendance.
	Blank int
}

// reading is one file.
type reading struct {
	plan   Plan
	of     *ent.EducationSession
	people []*ent.EducationParticipant
	seen   map[int64]int // rows by participant
}

// headRows is how many rows are looked at for titles.
const headRows = 20

// Plan reads a sheet of a session that the viewer records and says how each took part, and stores nothing. Rows that can't be read are told, and
// don't hinder the others.
func (s *Service) Plan(ctx context.Context, id int64, data []byte) (*Plan, error) {
	e, people, err := s.education.Roll(ctx, id)
	if err != nil {
		return nil, err
	}
	book, err := sheet.Read(ctx, data, "attendance", s.limits)
	if err != nil {
		return nil, err
	}
	r := &reading{of: e, people: people, seen: map[int64]int{}}
	if !r.tables(book) {
		return nil, fault.Bad("file", "NO_ATTENDANCE", "文件中没有找到签到表:表头应有“参加情况”,以及“姓名”或“工号”",
			"The file has no sheet of attendance: its titles are “Attendance”, and “Name” or “Staff number”")
	}
	slices.SortStableFunc(r.plan.Problems, func(a, b Problem) int { return cmp.Or(strings.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row)) })
	return &r.plan, nil
}

func (r *reading) problem(sheet string, row int, zh, en string) {
	r.plan.Problems = append(r.plan.Problems, Problem{sheet, row, zh, en})
}

// tables finds the sheets of attendance; false where there are none.
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
			r.problem(t.Name, 0, "此表没有签到表的表头,未读取", "This sheet has no titles of attendance and was not read")
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

// take reads a row, unless it says nothing.
func (r *reading) take(table string, row sheet.Row, at places) {
	cell := func(c column) sheet.Cell {
		if at[c] < 0 {
			return sheet.Cell{}
		}
		return row.Cell(at[c])
	}
	text := func(c column) string { return strings.TrimSpace(cell(c).Text) }
	name, number := text(colName), text(colNumber)
	attendance := cell(colAttendance)
	switch {
	case name == "" && number == "" && attendance.Blank():
		return
	case attendance.Blank():
		r.plan.Blank++
		return
	case attendance.Kind == sheet.Formula || attendance.Kind == sheet.Broken:
		r.problem(table, row.Number, "参加情况是没有结果的公式:请在表格软件中打开并保存一次,或直接填写", "The attendance is a formula without a result: open and save the file once, or type it")
		return
	case attendance.Filled:
		r.problem(table, row.Number, "参加情况在合并单元格中,无法判断属于哪一行", "The attendance stands in a merged cell, so that it is not clear whose it is")
		return
	}
	a, why, known := attendanceOf(attendance.Text)
	if !known {
		r.problem(table, row.Number, "看不懂参加情况“"+attendance.Text+"”,应为参加、请假或缺席", "The attendance "+attendance.Text+" is not clear: it is Attended, Excused or Absent")
		return
	}
	p := r.whose(table, row.Number, name, number, text(colDepartment))
	if p == nil {
		return
	}
	if first := r.seen[p.ID]; first != 0 {
		r.problem(table, row.Number, fmt.Sprintf("与第 %d 行是同一人", first), fmt.Sprintf("This is the same person as in row %d", first))
		return
	}
	r.seen[p.ID] = row.Number
	before := education.AttendedOf(p)
	mark := education.Said{Attendance: a, Note: cmp.Or(text(colNote), why)}
	is, err := mark.Marked("mark", r.of.HeldOn, r.of.HeldOn)
	if all := fault.All(err); len(all) > 0 {
		r.problem(table, row.Number, all[0].ZH, all[0].EN)
		return
	}
	if a == before.Attendance {
		is.MadeUpOn = before.MadeUpOn // the sheet says nothing of it
	}
	r.plan.Marks = append(r.plan.Marks, Read{Row: row.Number, Participant: p, Attended: is, Changed: is != before})
}

// whose finds of whom a row is: by the staff number, or else by name and department.
func (r *reading) whose(table string, row int, name, number, department string) *ent.EducationParticipant {
	var found []*ent.EducationParticipant
	for _, p := range r.people {
		theirs := p.Edges.Person
		switch {
		case number != "" && theirs != nil && theirs.StaffNumber != nil:
			if fold.Code(number) == fold.Code(*theirs.StaffNumber) {
				found = append(found, p)
			}
		case name != "" && bare(name) == bare(p.Name) && (department == "" || bare(department) == bare(p.Department)):
			found = append(found, p)
		}
	}
	switch {
	case len(found) == 0:
		who := cmp.Or(name, number)
		r.problem(table, row, "参加人员名单中没有“"+who+"”,请先在活动页面增加", who+" is not expected at the session: add them on its page first")
	case len(found) > 1:
		r.problem(table, row, fmt.Sprintf("名单中有 %d 名“%s”,请填写工号", len(found), name), fmt.Sprintf("%d people of the name %s are expected: fill in the staff number", len(found), name))
	case name != "" && bare(name) != bare(found[0].Name):
		r.problem(table, row, "工号与姓名不符:该工号是“"+found[0].Name+"”", "The staff number and the name do not belong together: the number is that of "+found[0].Name)
	default:
		return found[0]
	}
	return nil
}
