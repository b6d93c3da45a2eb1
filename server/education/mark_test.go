package education

import (
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
)

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

func TestHowAMarkSaysThatSomebodyTookPart(t *testing.T) {
	held, today := day("2026-03-02"), day("2026-03-20")
	on := func(text string) *time.Time { d := day(text); return &d }
	for name, c := range map[string]struct {
		mark   Said
		wrong  string
		counts bool
	}{
		"attended":                    {Said{Attendance: term.AttendanceAttended}, "", true},
		"attended, with a note":       {Said{Attendance: term.AttendanceAttended, Note: "迟到"}, "", true},
		"excused":                     {Said{Attendance: term.AttendanceExcused, Note: "病假"}, "", false},
		"absent":                      {Said{Attendance: term.AttendanceAbsent}, "", false},
		"made up for it that day":     {Said{Attendance: term.AttendanceAbsent, MadeUpOn: on("2026-03-02")}, "", true},
		"made up for it today":        {Said{Attendance: term.AttendanceExcused, MadeUpOn: on("2026-03-20")}, "", true},
		"made up for it before":       {Said{Attendance: term.AttendanceExcused, MadeUpOn: on("2026-03-01")}, "OUT_OF_RANGE", false},
		"made up for it in future":    {Said{Attendance: term.AttendanceExcused, MadeUpOn: on("2026-03-21")}, "OUT_OF_RANGE", false},
		"made up for what they had":   {Said{Attendance: term.AttendanceAttended, MadeUpOn: on("2026-03-10")}, "NOT_APPLICABLE", false},
		"a note of 500 characters":    {Said{Attendance: term.AttendanceAbsent, Note: strings.Repeat("假", 500)}, "", false},
		"a note that is too long":     {Said{Attendance: term.AttendanceAbsent, Note: strings.Repeat("假", 501)}, "TOO_LONG", false},
		"spaces around a note aren't": {Said{Attendance: term.AttendanceAbsent, Note: " " + strings.Repeat("假", 500) + "\n"}, "", false},
	} {
		got, err := c.mark.Marked("marks.0", held, today)
		reason := ""
		if all := fault.All(err); len(all) > 0 {
			reason = all[0].Reason
		}
		if reason != c.wrong {
			t.Errorf("%s: %v, want %q", name, err, c.wrong)
		}
		if err == nil && got.TookPart() != c.counts {
			t.Errorf("%s counts: %v", name, got.TookPart())
		}
	}
}

func TestWhatTakesBackWhatWasSaid(t *testing.T) {
	absent, made, later := Attended{Attendance: term.AttendanceAbsent}, Attended{Attendance: term.AttendanceAbsent, MadeUpOn: day("2026-03-10")}, Attended{Attendance: term.AttendanceAbsent, MadeUpOn: day("2026-03-11")}
	noted := Attended{Attendance: term.AttendanceAbsent, Note: "病假"}
	for name, c := range map[string]struct {
		before, after Attended
		want          bool
	}{
		"the same":                        {absent, absent, false},
		"made up for it since":            {absent, made, false},
		"came after all":                  {absent, came, true},
		"did not come after all":          {came, absent, true},
		"another note":                    {absent, noted, true},
		"another day of making up for it": {made, later, true},
		"did not make up for it":          {made, absent, true},
		"made up, and another note":       {absent, Attended{term.AttendanceAbsent, "病假", day("2026-03-10")}, true},
	} {
		if got := corrects(c.before, c.after); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
