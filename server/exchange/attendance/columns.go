package attendance

import (
	"strings"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
)

// column is a column of the sheet.
type column int

const (
	colName column = iota
	colNumber
	colDepartment
	colPost
	colAttendance
	colNote
	columns
)

// titles are the titles of the columns in Chinese and English, and others by which people call them.
var titles = [columns][]string{
	colName:       {"姓名", "Name"},
	colNumber:     {"工号", "Staff number"},
	colDepartment: {"部门", "Department", "单位", "科室"},
	colPost:       {"岗位", "Post", "职务"},
	colAttendance: {"参加情况", "Attendance", "签到", "出席情况"},
	colNote:       {"备注", "Note", "说明"},
}

// widths are the widths of the columns in characters.
var widths = []float64{14, 14, 24, 24, 14, 36}

// said are the words by which people say how somebody took part, besides those of term.Attendance. Some say why, too.
var said = map[string]term.Attendance{
	"已参加": term.AttendanceAttended, "到": term.AttendanceAttended, "已到": term.AttendanceAttended, "出席": term.AttendanceAttended, "√": term.AttendanceAttended, "✓": term.AttendanceAttended, "✔": term.AttendanceAttended,
	"事假": term.AttendanceExcused, "病假": term.AttendanceExcused, "公假": term.AttendanceExcused, "休假": term.AttendanceExcused, "公出": term.AttendanceExcused, "出差": term.AttendanceExcused, "已请假": term.AttendanceExcused,
	"未到": term.AttendanceAbsent, "未参加": term.AttendanceAbsent, "缺勤": term.AttendanceAbsent, "旷课": term.AttendanceAbsent, "×": term.AttendanceAbsent, "✗": term.AttendanceAbsent,
}

// reasons are those of these words that say why.
var reasons = map[string]bool{"事假": true, "病假": true, "公假": true, "休假": true, "公出": true, "出差": true}

// attendanceOf reads how somebody took part, and why where the word says it.
func attendanceOf(text string) (a term.Attendance, why string, known bool) {
	text = bare(text)
	for _, name := range term.Attendance("").Values() {
		if v := term.Attendance(name); text == v.Label("zh") || strings.EqualFold(text, v.Label("en")) {
			return v, "", true
		}
	}
	a, known = said[text]
	if reasons[text] {
		why = text
	}
	return a, why, known
}

// bare is a text without blanks: names of two characters are often spaced out.
func bare(text string) string { return strings.Join(strings.Fields(text), "") }

func title(c column, lang string) string {
	if lang == "en" {
		return titles[c][1]
	}
	return titles[c][0]
}

// places are the columns of the file by those of the sheet; -1 where it has none.
type places [columns]int

// headed finds where a row of titles has each column, and the texts that are none of them; false for a row of no titles.
func headed(r sheet.Row) (at places, unknown []string, is bool) {
	for c := range at {
		at[c] = -1
	}
	for n, cell := range r.Cells {
		if cell.Blank() || cell.Filled {
			continue
		}
		c, known := columnOf(cell.Text)
		if !known || at[c] >= 0 {
			unknown = append(unknown, strings.TrimSpace(cell.Text))
			continue
		}
		at[c] = n
	}
	return at, unknown, at[colAttendance] >= 0 && (at[colName] >= 0 || at[colNumber] >= 0)
}

func columnOf(text string) (column, bool) {
	for c, names := range titles {
		for _, name := range names {
			if strings.EqualFold(bare(text), bare(name)) {
				return column(c), true
			}
		}
	}
	return 0, false
}
