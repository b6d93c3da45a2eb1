package attendance

import (
	"context"
	"io"
	"strings"
	"time"

	"sineng/ent"
	"sineng/server/exchange/sheet"
)

// WriteSheet writes the sheet of a session that the viewer records: who is expected, and how they took part as far as that is recorded. It
// returns what the session is called.
func (s *Service) WriteSheet(ctx context.Context, w io.Writer, id int64, lang string) (topic string, err error) {
	e, rows, err := s.education.Roll(ctx, id)
	if err != nil {
		return "", err
	}
	about := []string{e.HeldOn.Format(time.DateOnly), e.Edges.Unit.Name}
	if e.Place != "" {
		about = append(about, e.Place)
	}
	heads := make([]string, columns)
	for c := range columns {
		heads[c] = title(c, lang)
	}
	lines := [][]string{{e.Topic + " " + word(lang, "签到表", "attendance")}, {strings.Join(about, " · ")}, heads}
	for _, p := range rows {
		lines = append(lines, line(p, lang))
	}
	return e.Topic, sheet.Write(w, []sheet.Page{
		{Name: word(lang, "签到表", "Attendance"), Lines: lines, Heading: len(lines) - len(rows), Widths: widths},
		{Name: aboutPage(lang), Lines: [][]string{
			{word(lang, "“参加情况”填写:参加、请假、缺席;请假或缺席原因写在“备注”。", "“Attendance” is Attended, Excused or Absent; why somebody was away stands in “Note”.")},
			{word(lang, "不填参加情况的行不作改动。", "A line without an attendance changes nothing.")},
			{word(lang, "人员按工号查找,没有工号的按姓名和部门。增加人员请在活动页面办理。", "People are found by their staff numbers, or else by name and department. Others are added on the page of the session.")},
		}, Widths: []float64{80}},
	})
}

func aboutPage(lang string) string { return word(lang, "填写说明", "How to fill in") }

func line(p *ent.EducationParticipant, lang string) []string {
	out := make([]string, columns)
	out[colName], out[colNumber], out[colDepartment], out[colPost], out[colNote] = p.Name, number(p), p.Department, p.Post, p.Note
	if p.Attendance != nil {
		out[colAttendance] = p.Attendance.Label(lang)
	}
	return out
}

// number is the staff number of a participant, as far as the viewer sees them.
func number(p *ent.EducationParticipant) string {
	if p.Edges.Person == nil || p.Edges.Person.StaffNumber == nil {
		return ""
	}
	return *p.Edges.Person.StaffNumber
}
