package calendar

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sineng/ent/term"
)

// LineCode is what is said of a line of a text.
type LineCode string

// What may be said of a line.
const (
	LineNotUnderstood LineCode = "NOT_UNDERSTOOD"
	LineNoDay         LineCode = "NO_DAY"
	LineNoMark        LineCode = "NO_MARK"
	LineNoSuchDay     LineCode = "NO_SUCH_DAY"
	LineOtherYear     LineCode = "DAY_OF_ANOTHER_YEAR"
	LineWeekday       LineCode = "WRONG_WEEKDAY"
	LineCount         LineCode = "WRONG_COUNT"
	LineBackwards     LineCode = "ENDS_BEFORE_START"
	LineTwice         LineCode = "DAY_TWICE"
	LineTooLong       LineCode = "TOO_LONG"
	LineLeftOut       LineCode = "LEFT_OUT"
	LineMore          LineCode = "MORE"
)

// Line is what is said of a line of a text.
type Line struct {
	Line int // from 1
	Text string
	Code LineCode
	Says Text
}

// In is what is said, in a language ("zh" or "en").
func (l *Line) In(lang string) string { return l.Says.In(lang) }

// Read is what was read of a text.
type Read struct {
	// Ranges are what was understood, in the order of their days.
	Ranges []Range
	// Faults are lines that were not understood, or contradict the calendar or each other.
	Faults []*Line
	// LeftOut are lines that name no day.
	LeftOut []*Line
}

const (
	mostLines    = 100 // that are told of
	mostLineText = 200
)

// ReadText reads the calendar of a year from text, line by line: sentences as the State Council's office writes them
// (元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。), or columns with tabs or commas between them (first day, last day,
// 放假 or 上班, holiday). Days may be written 1月1日, 2026年1月1日, 2026-01-01, 2026/1/1 or 1/1. It guesses nothing: what is not
// understood is told, and what a line says besides, as the weekday or how many days, must be right.
func ReadText(year int, text string) Read {
	out := Read{Ranges: []Range{}, Faults: []*Line{}, LeftOut: []*Line{}}
	var found []foundRange
	for n, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		given := strings.TrimSpace(line)
		if given == "" {
			continue
		}
		say := func(code LineCode, says Text) *Line { return &Line{n + 1, cut(given, mostLineText), code, says} }
		r := lineReader{year: year, rest: strings.TrimSpace(norm.NFKC.String(given))}
		switch bad := r.line(); {
		case bad != nil:
			out.Faults = append(out.Faults, say(bad.code, bad.Text))
		case len(r.ranges) == 0:
			out.LeftOut = append(out.LeftOut, say(LineLeftOut, Text{"没有写明日期,未读入", "It names no day and was left out"}))
		}
		for _, one := range r.ranges {
			found = append(found, foundRange{one, n + 1, given})
		}
	}
	out.Faults = append(out.Faults, twice(found)...)
	slices.SortStableFunc(out.Faults, func(a, b *Line) int { return cmp.Compare(a.Line, b.Line) })
	for _, f := range found {
		out.Ranges = append(out.Ranges, f.Range)
	}
	slices.SortStableFunc(out.Ranges, func(a, b Range) int { return cmp.Or(a.From.Compare(b.From), a.To.Compare(b.To)) })
	out.Faults, out.LeftOut = bounded(out.Faults), bounded(out.LeftOut)
	return out
}

// bounded are at most as many lines as are told of; the last then tells how many more there are.
func bounded(lines []*Line) []*Line {
	if len(lines) <= mostLines {
		return lines
	}
	more := len(lines) - mostLines + 1
	last := *lines[mostLines-1]
	last.Code, last.Says = LineMore, Text{fmt.Sprintf("自这一行起还有 %d 处", more), fmt.Sprintf("From this line on there are %d more", more)}
	return append(lines[:mostLines-1:mostLines-1], &last)
}

func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}

type foundRange struct {
	Range
	line  int
	given string
}

// twice tells of days that stand in two places.
func twice(found []foundRange) []*Line {
	first := map[time.Time]foundRange{}
	var out []*Line
	for _, f := range found {
		for on := f.From; !on.After(f.To); on = on.AddDate(0, 0, 1) {
			other, known := first[on]
			if !known {
				first[on] = f
				continue
			}
			day := on.Format(time.DateOnly)
			out = append(out, &Line{f.line, cut(f.given, mostLineText), LineTwice, Text{
				fmt.Sprintf("%s 在第 %d 行已经写过,一天只写一次,是放假或上班之一", day, other.line),
				fmt.Sprintf("%s stands in line %d already: each day stands once, off or worked", day, other.line)}})
			break
		}
	}
	return out
}

// lineFault is what is wrong with a line.
type lineFault struct {
	code LineCode
	Text
}

// lineReader reads a line from left to right.
type lineReader struct {
	year   int
	rest   string
	name   string
	mark   term.DayMark // said before the days, as 放假:1月1日
	ranges []Range
}

var (
	ordinal   = regexp.MustCompile(`^(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}、|[0-9]{1,2}\.\s+)\s*`)
	naming    = regexp.MustCompile(`^([^0-9:,;。()]{1,100}):\s*`)
	leading   = regexp.MustCompile(`^([^\s0-9:,;。()]{1,100})\s+`)
	fullDay   = regexp.MustCompile(`^([0-9]{4})(?:年([0-9]{1,2})月([0-9]{1,2})[日号]|-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|\.([0-9]{1,2})\.([0-9]{1,2}))`)
	shortDay  = regexp.MustCompile(`^([0-9]{1,2})(?:月([0-9]{1,2})[日号]|/([0-9]{1,2}))`)
	bareDay   = regexp.MustCompile(`^([0-9]{1,2})[日号]`)
	aDay      = regexp.MustCompile(`[0-9]{1,2}月[0-9]{1,2}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}`)
	bracket   = regexp.MustCompile(`^\s*\(([^()]*)\)`)
	weekdayIs = regexp.MustCompile(`^\s*(?:周|星期)([一二三四五六日天])`)
	joins     = regexp.MustCompile(`^\s*(?:至|到|-|–|—|―|~|\.\.|to\s)\s*`)
	between   = regexp.MustCompile(`^\s*(?:、|,|和|及|与)\s*`)
	ending    = regexp.MustCompile(`^[\s。;,.、]*`)
	counting  = regexp.MustCompile(`^[\s,]*(?:共\s*)?([0-9]{1,3}|[一二三四五六七八九十])\s*(?:天|days?\b)`)
	besides   = regexp.MustCompile(`^[\s,]*(?:不调休|与周末连休|不作调休)`)
	holidays  = regexp.MustCompile(`^\s*(元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)((?:、(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?))*)`)
	announces = regexp.MustCompile(`如下[:。]?$`)
	marks     = regexp.MustCompile(`^\s*(?i:(放假调休|放假|休息|休假|day off|off\b|holiday\b)|(调休上班|正常上班|补班|上班|worked\b|working\b|work\b))`)
	anyMark   = regexp.MustCompile(`放假|休息|休假|补班|上班`)
	// A name in brackets after a day: what the old calendar calls it, or a holiday.
	lunar = regexp.MustCompile(`^(?:农历|除夕|腊月|正月|初|元旦|春节|清明|劳动节|端午|中秋|国庆)`)
)

var (
	weekdays   = []string{"日", "一", "二", "三", "四", "五", "六"}
	weekdaysEN = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	numerals   = "一二三四五六七八九十"
)

// take takes what a pattern matches at the beginning off the line.
func (r *lineReader) take(pattern *regexp.Regexp) []string {
	m := pattern.FindStringSubmatch(r.rest)
	if m != nil {
		r.rest = r.rest[len(m[0]):]
	}
	return m
}

// line reads the whole line; what is wrong stops it, and then nothing of it was read.
func (r *lineReader) line() *lineFault {
	bad := r.read()
	if bad != nil {
		r.ranges = nil
	}
	return bad
}

func (r *lineReader) read() *lineFault {
	if !aDay.MatchString(r.rest) {
		if anyMark.MatchString(r.rest) && !announces.MatchString(r.rest) && !strings.HasPrefix(r.rest, "第一天") {
			return &lineFault{LineNoDay, Text{"写了放假或上班,没有写日期;应写成“1月1日至3日放假”,或删去这一行", `It says off or worked but no day: write "2026-01-01 to 2026-01-03 off", or take the line out`}}
		}
		return r.named()
	}
	if cells := columns(r.rest); cells != nil {
		return r.table(cells)
	}
	r.take(ordinal)
	if m := r.take(naming); m != nil {
		r.call(m[1])
	} else if m := r.take(leading); m != nil {
		r.call(m[1])
	}
	for r.take(ending); r.rest != ""; r.take(ending) {
		if bad := r.sentence(); bad != nil {
			return bad
		}
	}
	if utf8.RuneCountInString(r.name) > mostName {
		return &lineFault{LineTooLong, Text{fmt.Sprintf("节日名称最多 %d 个字符", mostName), fmt.Sprintf("The name of a holiday has at most %d characters", mostName)}}
	}
	return nil
}

var yearNamed = regexp.MustCompile(`([0-9]{4})年`)

// named refuses a heading that names other years than the one that is read.
func (r *lineReader) named() *lineFault {
	years := yearNamed.FindAllStringSubmatch(r.rest, -1)
	if len(years) == 0 || slices.ContainsFunc(years, func(m []string) bool { return m[1] == fmt.Sprint(r.year) }) {
		return nil
	}
	return &lineFault{LineOtherYear, Text{fmt.Sprintf("这里写的是 %s 年,录入的是 %d 年,请核对年份", years[0][1], r.year),
		fmt.Sprintf("This speaks of %s, and what is entered is %d: which year is it?", years[0][1], r.year)}}
}

// call takes what stands before the days: the holiday, or what all of them are.
func (r *lineReader) call(text string) {
	text = strings.TrimSpace(text)
	if m := marks.FindStringSubmatch(text); m != nil && m[0] == text {
		r.mark = markOf(m)
		return
	}
	r.name = text
}

func markOf(m []string) term.DayMark {
	if m[1] != "" {
		return term.DayMarkOff
	}
	return term.DayMarkWorked
}

// sentence reads days and what they are: 1月4日(周日)、1月5日上班.
func (r *lineReader) sentence() *lineFault {
	var days []Range
	at := time.Time{}
	for {
		from, bad := r.day(at)
		if bad != nil {
			return bad
		}
		to := from
		if r.take(joins) != nil {
			if to, bad = r.day(from); bad != nil {
				return bad
			}
		}
		if to.Before(from) {
			return &lineFault{LineBackwards, Text{fmt.Sprintf("%s 早于 %s,最后一天不能早于第一天", to.Format(time.DateOnly), from.Format(time.DateOnly)),
				fmt.Sprintf("%s is before %s: the last day is not before the first", to.Format(time.DateOnly), from.Format(time.DateOnly))}}
		}
		days, at = append(days, Range{From: from, To: to}), to
		if r.take(between) == nil {
			break
		}
	}
	mark := r.mark
	if m := r.take(marks); m != nil {
		mark = markOf(m)
	}
	if mark == "" {
		return &lineFault{LineNoMark, Text{"没有写明是放假还是上班(单写“调休”不能区分);应写成“1月4日上班”", `It does not say off or worked: write "2026-01-04 worked" or "2026-01-04 off"`}}
	}
	if bad := r.tail(days); bad != nil {
		return bad
	}
	for _, d := range days {
		d.Mark, d.Name = mark, r.name
		r.ranges = append(r.ranges, d)
	}
	return nil
}

// tail reads what may follow: how many days they are, that nothing is made up for, the holiday.
func (r *lineReader) tail(days []Range) *lineFault {
	for {
		if m := r.take(counting); m != nil {
			said := strings.Index(numerals, m[1])/len("一") + 1
			if m[1][0] <= '9' {
				fmt.Sscan(m[1], &said)
			}
			is := 0
			for _, d := range days {
				is += int(d.To.Sub(d.From).Hours())/24 + 1
			}
			if said != is {
				return &lineFault{LineCount, Text{fmt.Sprintf("写的是共 %d 天,按起止日期是 %d 天,请核对", said, is), fmt.Sprintf("It says %d days, and from the first to the last there are %d", said, is)}}
			}
			continue
		}
		if r.take(besides) != nil {
			continue
		}
		if r.name == "" {
			if m := r.take(holidays); m != nil {
				r.name = m[1] + m[2]
				continue
			}
		}
		break
	}
	if r.rest == "" || ending.FindString(r.rest) != "" {
		return nil
	}
	return r.notUnderstood()
}

func (r *lineReader) notUnderstood() *lineFault {
	at := cut(r.rest, 30)
	return &lineFault{LineNotUnderstood, Text{fmt.Sprintf("从“%s”起读不懂;每句应写成“1月1日至3日放假”或“1月4日、1月10日上班”", at),
		fmt.Sprintf(`Not understood from "%s" on: a sentence is "2026-01-01 to 2026-01-03 off" or "2026-01-04, 2026-01-10 worked"`, at)}}
}

// day reads a day and what stands beside it; a bare 3日 is of the month of the day before it.
func (r *lineReader) day(before time.Time) (time.Time, *lineFault) {
	year, month, day := r.year, 0, 0
	number := func(texts ...string) (n int) { fmt.Sscan(strings.TrimLeft(strings.Join(texts, ""), "0"), &n); return n }
	if m := r.take(fullDay); m != nil {
		year, month, day = number(m[1]), number(m[2], m[4], m[6], m[8]), number(m[3], m[5], m[7], m[9])
	} else if m := r.take(shortDay); m != nil {
		month, day = number(m[1]), number(m[2], m[3])
	} else if m := bareDay.FindString(r.rest); m != "" && !before.IsZero() {
		r.take(bareDay)
		month, day = int(before.Month()), number(bareDay.FindStringSubmatch(m)[1])
	} else {
		return time.Time{}, r.notUnderstood()
	}
	on := Date(year, time.Month(month), day)
	if int(on.Month()) != month || on.Day() != day {
		return on, &lineFault{LineNoSuchDay, Text{fmt.Sprintf("%d 年没有 %d 月 %d 日", year, month, day), fmt.Sprintf("There is no day %d of month %d in %d", day, month, year)}}
	}
	if year != r.year {
		return on, &lineFault{LineOtherYear, Text{fmt.Sprintf("%s 不在 %d 年内;跨年的假期分别录入两年", on.Format(time.DateOnly), r.year),
			fmt.Sprintf("%s is not in %d: a holiday over the turn of the year is entered with both", on.Format(time.DateOnly), r.year)}}
	}
	return on, r.beside(on)
}

// beside reads what stands beside a day: its weekday, which must be right, and what the old calendar calls it.
func (r *lineReader) beside(on time.Time) *lineFault {
	if m := r.take(weekdayIs); m != nil {
		return sameWeekday(on, m[1])
	}
	m := bracket.FindStringSubmatch(r.rest)
	if m == nil {
		return nil
	}
	for _, part := range strings.FieldsFunc(m[1], func(c rune) bool { return c == '、' || c == ',' || c == ' ' }) {
		if w := weekdayIs.FindStringSubmatch(part); w != nil && w[0] == part {
			if bad := sameWeekday(on, w[1]); bad != nil {
				return bad
			}
		} else if !lunar.MatchString(part) {
			return r.notUnderstood()
		}
	}
	r.take(bracket)
	return nil
}

func sameWeekday(on time.Time, said string) *lineFault {
	n := slices.Index(weekdays, strings.Replace(said, "天", "日", 1))
	if n == int(on.Weekday()) {
		return nil
	}
	return &lineFault{LineWeekday, Text{fmt.Sprintf("%s 是星期%s,这里写的是星期%s,请核对日期和年份", on.Format(time.DateOnly), weekdays[on.Weekday()], said),
		fmt.Sprintf("%s is a %s, and here it says %s: is the day and the year right?", on.Format(time.DateOnly), weekdaysEN[on.Weekday()], weekdaysEN[n])}}
}

// columns are the cells of a line of a table, nil where it is none: cells with tabs, or commas after a day in full.
func columns(line string) []string {
	var cells []string
	switch {
	case strings.Contains(line, "\t"):
		cells = strings.Split(line, "\t")
	case strings.Count(line, ",") > 1 && fullDay.FindString(line) != "" && strings.HasPrefix(line[len(fullDay.FindString(line)):], ","):
		cells = strings.Split(line, ",")
	default:
		return nil
	}
	for n := range cells {
		cells[n] = strings.TrimSpace(cells[n])
	}
	return cells
}

// table reads a line of a table: first day, last day or nothing, off or worked, holiday or nothing.
func (r *lineReader) table(cells []string) *lineFault {
	wrong := &lineFault{LineNotUnderstood, Text{"表格的各列应依次为:第一天、最后一天(只有一天可空)、放假或上班、节日(可空)",
		"The columns are: first day, last day (empty for one day), off or worked, holiday (may be empty)"}}
	if len(cells) < 3 || len(cells) > 4 {
		return wrong
	}
	whole := func(text string, before time.Time) (time.Time, *lineFault) {
		r.rest = text
		on, bad := r.day(before)
		if bad == nil && r.rest != "" {
			bad = r.notUnderstood()
		}
		return on, bad
	}
	from, bad := whole(cells[0], time.Time{})
	if bad != nil {
		return bad
	}
	to := from
	if cells[1] != "" {
		if to, bad = whole(cells[1], from); bad != nil {
			return bad
		}
	}
	m := marks.FindStringSubmatch(cells[2])
	if m == nil || m[0] != cells[2] {
		return wrong
	}
	name := ""
	if len(cells) == 4 {
		name = cells[3]
	}
	switch {
	case to.Before(from):
		return &lineFault{LineBackwards, Text{"最后一天不能早于第一天", "The last day is not before the first"}}
	case utf8.RuneCountInString(name) > mostName:
		return &lineFault{LineTooLong, Text{fmt.Sprintf("节日名称最多 %d 个字符", mostName), fmt.Sprintf("The name of a holiday has at most %d characters", mostName)}}
	}
	r.ranges = []Range{{from, to, markOf(m), name}}
	return nil
}
