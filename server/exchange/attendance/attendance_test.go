package attendance_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/educationparticipant"
	"sineng/ent/term"
	"sineng/server/education"
	"sineng/server/exchange/attendance"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/task"
	"sineng/server/testkit"
)

// scene is a session of a department at which its head is expected, two of one name in two departments, and one more.
type scene struct {
	t         *testing.T
	db        *testkit.DB
	education *education.Service
	s         *attendance.Service
	head      context.Context
	session   *ent.EducationSession
}

func newScene(t *testing.T, db *testkit.DB) *scene { // today is 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, education: education.New(db.Store, task.New(db.Store, db.Register))}
	c.s = attendance.New(c.education)
	w := testkit.NewWorld(t, db)
	d := w.East.Department
	section := testkit.Must(testkit.NewUnit(db, d, "E111", "窗口组", term.UnitKindDepartment))(t)
	for _, who := range []struct {
		u            *ent.Unit
		name, number string
	}{{d, "王伟", "10023"}, {section, "王伟", "10024"}, {d, "李 娜", ""}} {
		add := org.AddPerson{UnitID: who.u.ID, Name: who.name}
		if who.number != "" {
			add.StaffNumber = &who.number
		}
		p := testkit.Must(db.Org.AddPerson(testkit.System(), add))(t)
		post := testkit.Must(db.Org.CreatePost(testkit.System(), org.CreatePost{UnitID: who.u.ID, Name: who.name + who.number + "岗"}))(t)
		testkit.Must(db.Org.Appoint(testkit.System(), p.ID, post.ID, db.Today().AddDate(-1, 0, 0)))(t)
	}
	c.head = testkit.AsPerson(term.RoleDeptHead, d, w.East.People[2])
	c.session = testkit.Must(c.education.Record(c.head, education.Recording{UnitID: d.ID, Details: &education.Details{Kind: term.EducationKindStudy, Topic: "集中学习", HeldOn: db.Today(), Place: "会议室"},
		Invite: &education.Invitation{UnitIds: []int64{d.ID}}}))(t)
	return c
}

func (c *scene) sheet() [][]string {
	c.t.Helper()
	var book bytes.Buffer
	if topic := testkit.Must(c.s.WriteSheet(c.head, &book, c.session.ID, "zh"))(c.t); topic != "集中学习" {
		c.t.Errorf("the topic is %q", topic)
	}
	made := testkit.Must(sheet.Read(c.head, book.Bytes(), "x.xlsx", sheet.DefaultLimits()))(c.t)
	var lines [][]string
	for _, row := range made.Tables[0].Rows {
		var line []string
		for n := range 6 {
			line = append(line, row.Cell(n).Text)
		}
		lines = append(lines, line)
	}
	return lines
}

// told is what a file says: "row name attendance note changed", and its problems "row text".
func (c *scene) told(lines [][]string) (marks, problems []string, blank int) {
	c.t.Helper()
	var book bytes.Buffer
	if err := sheet.Write(&book, []sheet.Page{{Name: "签到", Lines: lines}}); err != nil {
		c.t.Fatal(err)
	}
	p := testkit.Must(c.s.Plan(c.head, c.session.ID, book.Bytes()))(c.t)
	for _, m := range p.Marks {
		marks = append(marks, fmt.Sprintf("%d %s %s %s %s %v", m.Row, m.Participant.Name, m.Participant.Department, m.Attendance, m.Note, m.Changed))
	}
	for _, one := range p.Problems {
		problems = append(problems, fmt.Sprintf("%d %s", one.Row, one.ZH))
	}
	return marks, problems, p.Blank
}

func TestASheetThatWasFilledInIsReadAndNothingIsKept(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		lines := c.sheet()
		if len(lines) != 7 || lines[0][0] != "集中学习 签到表" || lines[1][0] != "2026-03-02 · 东许可科 · 会议室" || !slices.Equal(lines[2], []string{"姓名", "工号", "部门", "岗位", "参加情况", "备注"}) {
			t.Fatalf("the sheet is %q", lines)
		}
		if _, problems, blank := c.told(lines); len(problems) != 0 || blank != 4 {
			t.Errorf("as it was written it says %q, and nothing of %d", problems, blank)
		}
		for n, line := range lines {
			switch line[1] {
			case "10023":
				lines[n][4] = "√"
			case "10024":
				lines[n][4] = "病假"
			}
			if strings.HasPrefix(line[0], "李") {
				lines[n][0], lines[n][4], lines[n][5] = "李娜", " 缺 席 ", "未说明"
			}
		}
		marks, problems, blank := c.told(lines)
		slices.Sort(marks)
		for n := range marks {
			_, marks[n], _ = strings.Cut(marks[n], " ")
		}
		slices.Sort(marks)
		if want := []string{"李 娜 东许可科 ABSENT 未说明 true", "王伟 东许可科 ATTENDED  false", "王伟 窗口组 EXCUSED 病假 true"}; !slices.Equal(marks, want) || len(problems) != 0 || blank != 1 {
			t.Errorf("it says %q, problems %q, %d blank", marks, problems, blank)
		}
		if n := db.Client.EducationParticipant.Query().Where(educationparticipant.AttendanceNotNil()).CountX(testkit.System()); n != 0 {
			t.Errorf("%d participants are marked by reading", n)
		}
		// Once it was held, the sheet says how, and read again changes nothing; who made up for it has.
		p := db.Client.EducationParticipant.Query().Where(educationparticipant.Name("李 娜")).OnlyX(testkit.System())
		on := db.Today()
		testkit.Must(c.education.Hold(c.head, education.Holding{SessionID: c.session.ID, ExpectedVersion: 1,
			Marks: []*education.Mark{{ParticipantID: p.ID, Said: education.Said{Attendance: term.AttendanceAbsent, MadeUpOn: &on}}}}))(t)
		marks, problems, blank = c.told(c.sheet())
		if len(marks) != 4 || len(problems) != 0 || blank != 0 || slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(m, "true") }) {
			t.Errorf("unchanged it says %q, problems %q", marks, problems)
		}
	})
}

func TestRowsThatAreNotClearAreTold(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		head := []string{"姓名", "工号", "部门", "参加情况", "备注", "签名"}
		for name, lines := range map[string][][]string{
			"1 未读取这些列:签名":               {head},
			"2 看不懂参加情况“来了”,应为参加、请假或缺席":  {head, {"王伟", "10023", "", "来了"}},
			"2 名单中有 2 名“王伟”,请填写工号":      {head, {"王伟", "", "", "参加"}},
			"2 工号与姓名不符:该工号是“王伟”":        {head, {"赵六", "10023", "", "参加"}},
			"2 参加人员名单中没有“赵六”,请先在活动页面增加": {head, {"赵六", "", "", "参加"}},
			"3 与第 2 行是同一人":              {head, {"王伟", "10023", "", "参加"}, {"王伟", "１００２３", "", "请假"}},
			"2 不能超过 500 个字符":            {head, {"王伟", "10023", "", "请假", strings.Repeat("事", 501)}},
		} {
			if _, problems, _ := c.told(lines); !slices.Contains(problems, name) {
				t.Errorf("%q is told as %q", name, problems)
			}
		}
		if _, err := c.s.Plan(c.head, c.session.ID, []byte("甲,乙\n1,2\n")); len(fault.All(err)) != 1 || fault.All(err)[0].Reason != "NO_ATTENDANCE" {
			t.Errorf("a file of something else: %v", err)
		}
		stranger := testkit.As(term.RoleInspector, nil)
		if _, err := c.s.Plan(stranger, c.session.ID, nil); !fault.Is(err, fault.Forbidden) {
			t.Errorf("by who does not record it: %v", err)
		}
		if _, err := c.s.WriteSheet(stranger, &bytes.Buffer{}, c.session.ID, "zh"); !fault.Is(err, fault.Forbidden) {
			t.Errorf("for who does not record it: %v", err)
		}
	})
}
