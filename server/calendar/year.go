package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"sineng/ent/term"
)

// Text is a text in two languages.
type Text struct{ ZH, EN string }

// In is the text in the language given ("zh" or "en").
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

// The years that a calendar may have.
const FirstYear, LastYear = 2000, 2200

// Marked is a day that differs from the bare week.
type Marked struct {
	On   time.Time
	Mark term.DayMark
	// Name is the holiday that it is off or made up for, e.g. 春节; may be empty.
	Name string
}

// Year is the data of one year.
type Year struct {
	Number int
	// Source is where it is from: the title of a notice, the name of a program.
	Source string
	// Confirmed is false where one source alone says so, which nobody has compared with another.
	Confirmed bool
	// Days are the marked days in their order, each once.
	Days []Marked
}

// Range are consecutive days with one mark, both ends included.
type Range struct {
	From, To time.Time
	Mark     term.DayMark
	Name     string
}

// Date is a day.
func Date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// dayOf leaves the hour of a day out.
func dayOf(t time.Time) time.Time { return Date(t.Date()) }

// Marks are the days of ranges, in their order. Of a day that two ranges hold, both are returned.
func Marks(ranges ...Range) []Marked {
	var out []Marked
	for _, r := range ranges {
		for on := r.From; !on.After(r.To); on = on.AddDate(0, 0, 1) {
			out = append(out, Marked{on, r.Mark, r.Name})
		}
	}
	slices.SortStableFunc(out, func(a, b Marked) int { return a.On.Compare(b.On) })
	return out
}

// Ranges are the marked days of a year, neighbours of one mark and name together.
func (y Year) Ranges() []Range {
	var out []Range
	for _, d := range y.Days {
		if n := len(out); n > 0 && out[n-1].Mark == d.Mark && out[n-1].Name == d.Name && out[n-1].To.AddDate(0, 0, 1).Equal(d.On) {
			out[n-1].To = d.On
			continue
		}
		out = append(out, Range{d.On, d.On, d.Mark, d.Name})
	}
	return out
}

// WorkingDays is how many days of the year are worked.
func (y Year) WorkingDays() int {
	n := 0
	marks := y.marks()
	for on := Date(y.Number, 1, 1); on.Year() == y.Number; on = on.AddDate(0, 0, 1) {
		if works(on, marks[on.YearDay()]) {
			n++
		}
	}
	return n
}

// marks are the marks by the day of the year.
func (y Year) marks() map[int]term.DayMark {
	out := make(map[int]term.DayMark, len(y.Days))
	for _, d := range y.Days {
		out[d.On.YearDay()] = d.Mark
	}
	return out
}

// works tells whether a day is worked; its mark is empty where it has none.
func works(on time.Time, mark term.DayMark) bool {
	return mark == term.DayMarkWorked || mark == "" && !weekend(on)
}

func weekend(on time.Time) bool { return on.Weekday() == time.Saturday || on.Weekday() == time.Sunday }

// sorted is a copy of a year with its days in order and without hours.
func (y Year) sorted() Year {
	y.Days = slices.Clone(y.Days)
	for i := range y.Days {
		y.Days[i].On = dayOf(y.Days[i].On)
	}
	slices.SortStableFunc(y.Days, func(a, b Marked) int { return a.On.Compare(b.On) })
	return y
}

// ProblemCode is what is wrong with the data of a year.
type ProblemCode string

// What may be wrong.
const (
	ProblemYear      ProblemCode = "YEAR_OUT_OF_RANGE"
	ProblemSource    ProblemCode = "SOURCE_MISSING"
	ProblemOtherYear ProblemCode = "DAY_OF_ANOTHER_YEAR"
	ProblemTwice     ProblemCode = "DAY_TWICE"
	ProblemMark      ProblemCode = "MARK_UNKNOWN"
	ProblemEmpty     ProblemCode = "NO_DAYS"
)

// Problem is one thing that is wrong with the data of a year.
type Problem struct {
	Code ProblemCode
	// On is the day concerned; zero for the year.
	On time.Time
	Text
}

func (p Problem) Error() string { return p.EN }

// Problems are all that is wrong with the data of a year; none where it can be used.
func (y Year) Problems() []Problem {
	var out []Problem
	tell := func(code ProblemCode, on time.Time, zh, en string) {
		out = append(out, Problem{code, on, Text{zh, en}})
	}
	if y.Number < FirstYear || y.Number > LastYear {
		tell(ProblemYear, time.Time{}, fmt.Sprintf("年份应为 %d 至 %d", FirstYear, LastYear), fmt.Sprintf("The year is %d to %d", FirstYear, LastYear))
	}
	if y.Source == "" {
		tell(ProblemSource, time.Time{}, "请写明来源,例如通知的名称和文号", "Say where this is from, as the title and number of a notice")
	}
	if len(y.Days) == 0 {
		tell(ProblemEmpty, time.Time{}, "至少要有一个放假日;全年都按周一至周五上班的年份不存在", "There is at least one day off: no year is worked by the bare week")
	}
	seen := map[time.Time]bool{}
	for _, d := range y.sorted().Days {
		day := d.On.Format(time.DateOnly)
		if d.On.Year() != y.Number {
			tell(ProblemOtherYear, d.On, fmt.Sprintf("%s 不在 %d 年内,请在那一年登记", day, y.Number), fmt.Sprintf("%s is not in %d: enter it with its own year", day, y.Number))
		}
		if seen[d.On] {
			tell(ProblemTwice, d.On, fmt.Sprintf("%s 重复,一天只能是放假或调休上班之一", day), fmt.Sprintf("%s stands there twice: a day is off or worked", day))
		}
		seen[d.On] = true
		if !slices.Contains(term.DayMark("").Values(), string(d.Mark)) {
			tell(ProblemMark, d.On, fmt.Sprintf("%s 应为放假或调休上班", day), fmt.Sprintf("%s is neither a day off nor a make-up working day", day))
		}
	}
	return out
}

// HintCode is what is unusual in the data of a year.
type HintCode string

// What may be unusual.
const (
	// HintCount: the number of working days is not that of the statutory holidays.
	HintCount HintCode = "COUNT_UNUSUAL"
	// HintWorkedWeekday: a make-up working day is a weekday, which is worked anyway.
	HintWorkedWeekday HintCode = "WORKED_WEEKDAY"
	// HintWorkedAlone: a make-up working day is far from every day off.
	HintWorkedAlone HintCode = "WORKED_FAR"
	// HintOffAlone: a day off is a weekend that no weekday off stands beside, which is off anyway.
	HintOffAlone HintCode = "OFF_WEEKEND_ALONE"
	// HintFixed: a holiday that stands on the same date each year is worked.
	HintFixed HintCode = "FIXED_HOLIDAY_WORKED"
)

// Hint is something unusual, which may be right.
type Hint struct {
	Code HintCode
	// On is the day concerned; zero for the year.
	On time.Time
	Text
}

const (
	// lawful are the days off of a year by 全国年节及纪念日放假办法 as it holds since 2025: 元旦 1, 春节 4, 清明 1, 劳动节 2,
	// 端午 1, 中秋 1, 国庆 3. Those that fall on a weekend are made up for, and what is made up for moves no day more.
	lawful, lawfulSince = 13, 2025
	// near is how many days a make-up working day is usually from the days off that it makes up for.
	near = 14
)

// fixed are the holidays of that rule that stand on the same date each year.
var fixed = []struct {
	month time.Month
	day   int
	name  Text
}{
	{1, 1, Text{"元旦", "New Year's Day"}}, {5, 1, Text{"劳动节", "Labour Day"}}, {5, 2, Text{"劳动节", "Labour Day"}},
	{10, 1, Text{"国庆节", "National Day"}}, {10, 2, Text{"国庆节", "National Day"}}, {10, 3, Text{"国庆节", "National Day"}},
}

// Hints are what is unusual in the data of a year, in the order of the days, the year first.
func (y Year) Hints() []Hint {
	y = y.sorted()
	var out []Hint
	marks := y.marks()
	off := func(on time.Time) bool { return on.Year() == y.Number && marks[on.YearDay()] == term.DayMarkOff }
	tell := func(code HintCode, on time.Time, zh, en string) { out = append(out, Hint{code, on, Text{zh, en}}) }
	if want := usualCount(y.Number); y.Number >= lawfulSince && y.WorkingDays() != want {
		tell(HintCount, time.Time{}, fmt.Sprintf("全年工作日为 %d 天,按法定节假日 13 天计算应为 %d 天,请核对是否漏录", y.WorkingDays(), want),
			fmt.Sprintf("%d days are worked; with 13 statutory days off it would be %d: is something missing?", y.WorkingDays(), want))
	}
	for _, f := range fixed {
		if on := Date(y.Number, f.month, f.day); works(on, marks[on.YearDay()]) && (y.Number >= lawfulSince || f.month != 5 || f.day != 2) {
			tell(HintFixed, on, fmt.Sprintf("%s是%s,按规定放假", on.Format(time.DateOnly), f.name.ZH), fmt.Sprintf("%s is %s, a statutory day off", on.Format(time.DateOnly), f.name.EN))
		}
	}
	for _, d := range y.Days {
		day := d.On.Format(time.DateOnly)
		switch {
		case d.Mark == term.DayMarkWorked && !weekend(d.On):
			tell(HintWorkedWeekday, d.On, fmt.Sprintf("%s 不是周末,本来就上班", day), fmt.Sprintf("%s is a weekday and worked anyway", day))
		case d.Mark == term.DayMarkWorked && !someNear(d.On, off):
			tell(HintWorkedAlone, d.On, fmt.Sprintf("%s 前后 %d 天内没有放假日", day, near), fmt.Sprintf("%s has no day off within %d days", day, near))
		case d.Mark == term.DayMarkOff && weekend(d.On) && !besideWeekday(d.On, off):
			tell(HintOffAlone, d.On, fmt.Sprintf("%s 是周末,且不与工作日放假相连", day), fmt.Sprintf("%s is a weekend that no weekday off adjoins", day))
		}
	}
	slices.SortStableFunc(out, func(a, b Hint) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Code, b.Code)) })
	return out
}

// usualCount is how many days of a year are worked with the statutory days off alone.
func usualCount(year int) int {
	n := -lawful
	for on := Date(year, 1, 1); on.Year() == year; on = on.AddDate(0, 0, 1) {
		if !weekend(on) {
			n++
		}
	}
	return n
}

func someNear(on time.Time, off func(time.Time) bool) bool {
	for n := 1; n <= near; n++ {
		if off(on.AddDate(0, 0, n)) || off(on.AddDate(0, 0, -n)) {
			return true
		}
	}
	return false
}

// besideWeekday tells whether the days off around a day off hold a weekday, or reach into another year, whose data
// is not here.
func besideWeekday(on time.Time, off func(time.Time) bool) bool {
	for _, step := range []int{1, -1} {
		for at := on.AddDate(0, 0, step); ; at = at.AddDate(0, 0, step) {
			if at.Year() != on.Year() {
				return true
			}
			if !off(at) {
				break
			}
			if !weekend(at) {
				return true
			}
		}
	}
	return false
}
