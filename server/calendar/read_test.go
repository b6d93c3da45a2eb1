package calendar_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// notices are the arrangements as the office of the State Council wrote them.
var notices = map[int]string{
	2025: `国务院办公厅关于2025年
部分节假日安排的通知

经国务院批准，根据2024年11月修订的《全国年节及纪念日放假办法》，现将2025年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。

一、元旦：1月1日（周三）放假1天，不调休。

二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。

三、清明节：4月4日（周五）至6日（周日）放假，共3天。

四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。

五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。

六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
	2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
}

// lines are ranges, each as a line.
func lines(ranges []calendar.Range) string {
	var out []string
	for _, r := range ranges {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", r.From.Format(time.DateOnly), r.To.Format(time.DateOnly), r.Mark, r.Name)))
	}
	return strings.Join(out, "\n")
}

func TestAPastedNoticeIsReadAsItsYear(t *testing.T) {
	for year, notice := range notices {
		got := calendar.ReadText(year, notice)
		for _, f := range got.Faults {
			t.Errorf("%d, line %d: %s %s", year, f.Line, f.Code, f.In("en"))
		}
		want, _ := calendar.Builtin().Year(year)
		if lines(got.Ranges) != lines(want.Ranges()) {
			t.Errorf("%d is read as\n%s\nand not as\n%s", year, lines(got.Ranges), lines(want.Ranges()))
		}
	}
	if got := calendar.ReadText(2025, notices[2025]).LeftOut; len(got) != 3 || got[2].Line != 4 || got[2].Code != calendar.LineLeftOut {
		t.Errorf("the heading of the notice: %+v", got)
	}
}

func TestWaysOfWritingDays(t *testing.T) {
	for text, want := range map[string]string{
		"1月1日至3日 放假":                                                            "2026-01-01 2026-01-03 OFF",
		"1月4日上班":                                                                "2026-01-04 2026-01-04 WORKED",
		"  1.  元旦:1月1日-1月3日放假":                                                  "2026-01-01 2026-01-03 OFF 元旦",
		"元旦 2026年1月1日到3号休息":                                                     "2026-01-01 2026-01-03 OFF 元旦",
		"2026-01-01 至 2026-01-03 放假 元旦":                                         "2026-01-01 2026-01-03 OFF 元旦",
		"2026-01-01..2026-01-03 off":                                            "2026-01-01 2026-01-03 OFF",
		"2026-01-04 worked":                                                     "2026-01-04 2026-01-04 WORKED",
		"2026-01-01 to 2026-01-03 holiday, 3 days":                              "2026-01-01 2026-01-03 OFF",
		"2026/1/1～2026/1/3放假":                                                   "2026-01-01 2026-01-03 OFF",
		"2026.1.1—2026.1.3放假,共三天":                                               "2026-01-01 2026-01-03 OFF",
		"1/1-1/3放假;1/4上班":                                                       "2026-01-01 2026-01-03 OFF\n2026-01-04 2026-01-04 WORKED",
		"放假:1月1日至3日、4月4日":                                                       "2026-01-01 2026-01-03 OFF\n2026-04-04 2026-04-04 OFF",
		"上班：1月4日（星期日）和2月14日":                                                    "2026-01-04 2026-01-04 WORKED\n2026-02-14 2026-02-14 WORKED",
		"１月１日至３日放假":                                                             "2026-01-01 2026-01-03 OFF",
		"1月1日周四放假,与周末连休":                                                        "2026-01-01 2026-01-01 OFF",
		"5月4日、5日放假调休,共2天":                                                       "2026-05-04 2026-05-04 OFF\n2026-05-05 2026-05-05 OFF",
		"2026-01-01\t2026-01-03\t放假\t元旦":                                        "2026-01-01 2026-01-03 OFF 元旦",
		"New Year: 2026-01-01 to 2026-01-03 off; 2026-01-04, 2026-01-10 worked": "2026-01-01 2026-01-03 OFF New Year\n2026-01-04 2026-01-04 WORKED New Year\n2026-01-10 2026-01-10 WORKED New Year",
		"1月4日\t\t上班":                                                            "2026-01-04 2026-01-04 WORKED",
		"2026-01-01,2026-01-03,OFF,New Year":                                    "2026-01-01 2026-01-03 OFF New Year",
		"第一天\t最后一天\t放假或上班\t节日\n1月1日\t3日\t放假\t元旦": "2026-01-01 2026-01-03 OFF 元旦",
		"10月1日至3日放假\r\n\r\n9月20日上班\n":            "2026-09-20 2026-09-20 WORKED\n2026-10-01 2026-10-03 OFF",
		"古尔邦节:5月27日放假1天":                         "2026-05-27 2026-05-27 OFF 古尔邦节",
	} {
		got := calendar.ReadText(2026, text)
		if len(got.Faults) > 0 {
			t.Errorf("%q: line %d %s", text, got.Faults[0].Line, got.Faults[0].In("en"))
		}
		if lines(got.Ranges) != want {
			t.Errorf("%q is read as\n%s\nand not as\n%s", text, lines(got.Ranges), want)
		}
	}
}

func TestWhatIsNotUnderstoodIsToldWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"1月1日至3日":       "1 NO_MARK",
		"1月4日调休":        "1 NO_MARK",
		"清明节放假":         "1 NO_DAY",
		"2月30日放假":       "1 NO_SUCH_DAY",
		"13月1日放假":       "1 NO_SUCH_DAY",
		"0月1日放假":        "1 NO_SUCH_DAY",
		"2025-01-01 放假": "1 DAY_OF_ANOTHER_YEAR",
		"2025年12月31日至2026年1月2日放假":           "1 DAY_OF_ANOTHER_YEAR",
		"关于2025年部分节假日安排的通知":                 "1 DAY_OF_ANOTHER_YEAR",
		"1月1日(周三)放假":                        "1 WRONG_WEEKDAY",
		"1月1日星期五放假":                         "1 WRONG_WEEKDAY",
		"1月1日至3日放假,共4天":                     "1 WRONG_COUNT",
		"1月3日至1日放假":                         "1 ENDS_BEFORE_START",
		"2026-01-03\t2026-01-01\t放假":        "1 ENDS_BEFORE_START",
		"1月1日至3日放假\n\n1月3日上班":               "3 DAY_TWICE",
		"1月1日放假。1月1日放假":                     "1 DAY_TWICE",
		"鼓励安排职工在除夕(2月16日)休息":                "1 NOT_UNDERSTOOD",
		"1月1日至3日放假,值班人员除外":                  "1 NOT_UNDERSTOOD",
		"1月1日(待定)放假":                        "1 NOT_UNDERSTOOD",
		"1月1日 1月3日放假":                       "1 NO_MARK",
		"2026-01-01\t放假":                    "1 NOT_UNDERSTOOD",
		"2026-01-01\t2026-01-03\t调休\t元旦":    "1 NOT_UNDERSTOOD",
		"2026-01-01\t下周\t放假":                "1 NOT_UNDERSTOOD",
		strings.Repeat("长", 51) + ":1月1日放假": "1 TOO_LONG",
		"1月1日放假\n不清楚的1月2日":                  "2 NOT_UNDERSTOOD",
		"3日放假,1月4日上班":                       "1 NOT_UNDERSTOOD",
	} {
		got := calendar.ReadText(2026, text)
		if len(got.Faults) != 1 {
			t.Errorf("%q has %d faults and is read as %s", text, len(got.Faults), lines(got.Ranges))
			continue
		}
		f := got.Faults[0]
		if is := fmt.Sprintf("%d %s", f.Line, f.Code); is != want || f.In("zh") == "" || f.In("en") == "" {
			t.Errorf("%q: %s %s, want %s", text, is, f.In("en"), want)
		}
	}
	many := calendar.ReadText(2026, strings.Repeat("1月1日调休\n", 150))
	if len(many.Faults) != 100 || many.Faults[99].Code != calendar.LineMore || many.Faults[99].Line != 100 || !strings.Contains(many.Faults[99].In("zh"), "51") {
		t.Errorf("of 150 faults %d are told, the last %+v", len(many.Faults), many.Faults[len(many.Faults)-1])
	}
}

// Any text is read or told of: of every line that is not blank something is said or read, and nothing of it is no year.
func TestNothingOfATextIsLost(t *testing.T) {
	piece := rapid.SampledFrom([]string{"1月", "1日", "2月30日", "至", "3日", "放假", "上班", "调休", "、", "。", ":", "元旦", "(周四)", "(", ")", " ", "\t", ",", "2026-01-01", "2025年", "/", "共3天", "x", "\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 24).Draw(t, "pieces"), "")
		got := calendar.ReadText(2026, text)
		told := map[int]bool{}
		for _, l := range slices.Concat(got.Faults, got.LeftOut) {
			told[l.Line] = true
		}
		said := 0
		for _, line := range strings.Split(text, "\n") {
			if strings.TrimSpace(line) != "" {
				said++
			}
		}
		if len(told)+len(got.Ranges) < said {
			t.Fatalf("%q has %d lines, %d of them told of and %d ranges read", text, said, len(told), len(got.Ranges))
		}
		for _, r := range got.Ranges {
			if r.From.Year() != 2026 || r.To.Year() != 2026 || r.To.Before(r.From) || r.Mark != term.DayMarkOff && r.Mark != term.DayMarkWorked {
				t.Fatalf("%q is read as %+v", text, r)
			}
		}
	})
}

func TestReadingTellsWhatAYearWouldBe(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := calendar.NewService(db.Store)
	admin := admin()
	got := testkit.Must(s.Read(admin, 2026, strings.Replace(notices[2026], "10月10日（周六）", "10月11日（周日）", 1)))(t)
	if got.Check == nil || got.Check.WorkingDays != 248 || *got.WorkingDaysNow != 248 || len(got.Changes) != 2 ||
		got.Changes[0].On != day("2026-10-10") || got.Changes[0].Was != calendar.WorkedDay || got.Changes[0].Becomes != calendar.Weekend || got.Changes[1].Becomes != calendar.WorkedDay {
		t.Errorf("another make-up day is read as %+v", got)
	}
	if got := testkit.Must(s.Read(admin, 2026, "1月1日放假\n1月4日调休"))(t); got.Check != nil || len(got.Faults) != 1 || len(got.Ranges) != 1 {
		t.Errorf("a text with a fault: %+v", got)
	}
	// A year without data has nothing to compare with.
	if got := testkit.Must(s.Read(admin, 2030, "1月1日放假"))(t); got.WorkingDaysNow != nil || len(got.Changes) != 0 || got.Check.WorkingDays != 260 {
		t.Errorf("a year without data: %+v", got)
	}
	for name, row := range map[string]struct {
		err  error
		want string
	}{
		"empty":       {second(s.Read(admin, 2026, " \n")), "text NO_DAYS"},
		"no day":      {second(s.Read(admin, 2026, "通知")), "text NO_DAYS"},
		"too long":    {second(s.Read(admin, 2026, strings.Repeat("1", 20001))), "text TOO_LONG"},
		"no year":     {second(s.Read(admin, 1999, "1月1日放假")), "year YEAR_OUT_OF_RANGE"},
		"by a leader": {second(s.Read(testkit.As(term.RolePrincipalLeader, w.East.Unit), 2026, "1月1日放假")), " "},
	} {
		all := fault.All(row.err)
		if len(all) != 1 || row.want != " " && all[0].Field+" "+all[0].Reason != row.want || row.want == " " && !fault.Is(row.err, fault.Forbidden) {
			t.Errorf("%s: %v", name, row.err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
