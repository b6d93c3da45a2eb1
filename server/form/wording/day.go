package wording

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"sineng/ent/term/fold"
)

// DayOptions say how DayOf reads what a text leaves open.
type DayOptions struct {
	// EndOfMonth takes a month, a quarter or a year for its last day, as in a deadline; otherwise
	// for its first one, as in a start.
	EndOfMonth bool
	// Year is the year of a day without one (6月30日前), that of the campaign; 0 for none.
	Year int
	// Serials takes a bare number for the days since 1900 by which spreadsheets count, in a column
	// of days.
	Serials bool
}

// Years in which days are read.
const firstYear, lastYear = 1900, 2200

// Serial numbers that are taken for days: 1954-10-03 to 2119-01-11.
const firstSerial, lastSerial = 20_000, 80_000

var (
	dayGaps    = regexp.MustCompile(`\s+`)
	dayTime    = regexp.MustCompile(`[ Tt日号]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$`)
	dayWeek    = regexp.MustCompile(`\(?(星期|周|礼拜)[一二三四五六日天]\)?$`)
	dayHead    = regexp.MustCompile(`^(截至|截止到|截止至|截止|不迟于|不晚于|最迟|最晚|预计|计划|力争|拟|到|至|于|在|自|从)+`)
	dayDone    = regexp.MustCompile(`(全部|全面|基本|整改|工作|任务|建立|建成|制定|修订|出台|落实|到位|完成|办结|完毕|实施|见效|报送|上报)+$`)
	dayBefore  = regexp.MustCompile(`(以前|之前|前|为止|止|截止|以内|之内|内)$`)
	daySince   = regexp.MustCompile(`(起至今|至今|迄今|到现在|至现在|以来|起算|开始|起|始|~今|-今|[-~]至今|[-~])$`)
	dayRange   = regexp.MustCompile(`^(.+?)(?:至|到|~|--?)(.+)$`)
	figureRuns = regexp.MustCompile(`[〇零一二三四五六七八九十两廿卅OoΟо]+`)
	years4     = regexp.MustCompile(`^\d{4}$`)
)

// dayForms are the writings of days and spans of days: year, month, day and a word for a part.
var dayForms = []struct {
	form *regexp.Regexp
	// groups of year, month, day and word, 0 where there is none
	year, month, day, word int
}{
	{regexp.MustCompile(`^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号]?$`), 1, 2, 3, 0},
	{regexp.MustCompile(`^(\d{4}|\d{2})[-/.](\d{1,2})[-/.](\d{1,2})[日号]?$`), 1, 2, 3, 0},
	{regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$`), 1, 2, 3, 0},
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`), 1, 2, 3, 0},
	{regexp.MustCompile(`^(\d{4}|\d{2})年(\d{1,2})(?:月份?)?()(底|末|初|中|上旬|中旬|下旬)?$`), 1, 2, 0, 4},
	{regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})(?:月份?)?()(底|末|初|上旬|中旬|下旬)?$`), 1, 2, 0, 4},
	{regexp.MustCompile(`^(\d{4})(\d{2})$`), 1, 2, 0, 0},
	{regexp.MustCompile(`^(\d{4})年?年?度?((?:底|末|内|终|全年|上半年|下半年|第?[1-4]季度|[春夏秋冬]季)?(?:底|末|内)?)$`), 1, 0, 0, 2},
	{regexp.MustCompile(`^(\d{2})年((?:底|末|终|上半年|下半年|第?[1-4]季度)(?:底|末|内)?)$`), 1, 0, 0, 2}, // 20年 and 20年内 are spans of time
	{regexp.MustCompile(`^(\d{1,2})月(\d{1,2})[日号]?$`), 0, 1, 2, 0},
	{regexp.MustCompile(`^(\d{1,2})月份?(底|末|初|上旬|中旬|下旬)?$`), 0, 1, 0, 2},
	{regexp.MustCompile(`^((?:年底|年末|年内|年终|全年|上半年|下半年|第?[1-4]季度)(?:底|末|内)?)$`), 0, 0, 0, 1},
}

// DayOf reads a day as people write it, into midnight UTC: 2026-3-1, 2026年6月30日前, 2013 年 3 月 31 日,
// 13.3.31, 二〇二六年六月, 2026年6月底前, 2026年底前, 6月30日前, 2026年上半年, 2013年3月至今. Of a span of days
// (2026年1月至6月) it is the last day or the first one, as of a month. What begins (2026年6月起) is no
// deadline, what comes again (每年6月底前, 长期) no day, and 2026年6月前 may end in May or in June.
func DayOf(text string, o DayOptions) (time.Time, bool) {
	s := strings.TrimSpace(fold.Compat(Clean(text)))
	s = strings.Trim(s, ".。,;、 '\"")
	if o.Serials {
		if day, ok := serialDay(s); ok {
			return day, true
		}
	}
	s = dayTime.ReplaceAllStringFunc(s, func(m string) string { // the time of the day
		if strings.HasPrefix(m, " ") || m[0]|0x20 == 't' {
			return ""
		}
		return m[:len("日")]
	})
	s = dayWeek.ReplaceAllString(s, "")
	s = dayGaps.ReplaceAllString(s, "")
	s = figureRuns.ReplaceAllStringFunc(s, figuresOf)
	s = dayHead.ReplaceAllString(s, "")
	s = dayDone.ReplaceAllString(s, "")
	before := strings.HasSuffix(s, "前")
	if !strings.HasSuffix(s, "年内") {
		s = dayBefore.ReplaceAllString(s, "")
	}
	if since := daySince.ReplaceAllString(s, ""); since != s {
		if o.EndOfMonth {
			return time.Time{}, false
		}
		s = since
	}
	if s == "" || len(s) > 60 {
		return time.Time{}, false
	}
	first, last, ok := spanOf(s, o.Year)
	if !ok {
		first, last, ok = rangeOf(s, o.Year)
	}
	switch {
	case !ok, before && first != last: // before June is before its first day to one and its last to another
		return time.Time{}, false
	case o.EndOfMonth:
		return last, true
	}
	return first, true
}

// shortYear matches a text that begins with a year of two figures, or with a day or month.
var shortYear = regexp.MustCompile(`^\D*\d{1,2}\D`)

// Day parses a day that names its year in full, as forms ask for it. A month alone gives its first
// day, or its last one if lastOfMonth.
func Day(s string, lastOfMonth bool) (time.Time, bool) {
	if shortYear.MatchString(fold.Compat(s)) {
		return time.Time{}, false
	}
	return DayOf(s, DayOptions{EndOfMonth: lastOfMonth})
}

// serialDay reads the number of days by which spreadsheets count.
func serialDay(s string) (time.Time, bool) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < firstSerial || v >= lastSerial || !strings.ContainsAny(s[:1], "123456789") || strings.ContainsAny(s, "eExX_") {
		return time.Time{}, false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(v)), true
}

// figuresOf writes a number in characters in figures; what is none stays.
func figuresOf(run string) string {
	s := strings.NewReplacer("O", "〇", "o", "〇", "Ο", "〇", "о", "〇").Replace(run)
	if !strings.ContainsAny(s, "一二三四五六七八九十两廿卅") {
		return run
	}
	if n, ok := chineseNumber(s); ok {
		return strconv.Itoa(n)
	}
	return run
}

// spanOf reads one day, or a month, quarter or year with its first and last day.
func spanOf(s string, year int) (first, last time.Time, ok bool) {
	switch {
	case year == 0:
	case strings.HasPrefix(s, "次年"), strings.HasPrefix(s, "翌年"):
		s = strconv.Itoa(year+1) + strings.TrimPrefix(strings.TrimPrefix(s, "次"), "翌")
	case strings.HasPrefix(s, "今年"), strings.HasPrefix(s, "本年"), strings.HasPrefix(s, "当年"):
		s = strconv.Itoa(year) + s[len("今"):]
	}
	for _, f := range dayForms {
		m := f.form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		y := year
		if f.year > 0 {
			y = fullYear(m[f.year])
		}
		if y < firstYear || y > lastYear {
			return first, last, false
		}
		word := ""
		if f.word > 0 {
			word = m[f.word]
		}
		switch {
		case f.day > 0:
			first, ok = dayOfYear(y, number(m[f.month]), number(m[f.day]))
			return first, first, ok
		case f.month > 0:
			return partOfMonth(y, number(m[f.month]), word)
		}
		return partOfYear(y, word)
	}
	return first, last, false
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fullYear completes a year of two figures: from 50 on it is of the last century.
func fullYear(s string) int {
	y := number(s)
	switch {
	case len(s) > 2:
		return y
	case y < 50:
		return 2000 + y
	}
	return 1900 + y
}

func dayOfYear(year, month, day int) (time.Time, bool) {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d, month >= 1 && month <= 12 && d.Month() == time.Month(month) && d.Day() == day
}

// partOfMonth is a month, or its end, beginning or third.
func partOfMonth(year, month int, word string) (first, last time.Time, ok bool) {
	first, ok = dayOfYear(year, month, 1)
	last = first.AddDate(0, 1, -1)
	at := func(day int) time.Time { return first.AddDate(0, 0, day-1) }
	switch word {
	case "底", "末":
		return last, last, ok
	case "初", "中": // nobody says which day that is
		return first, last, false
	case "上旬":
		return first, at(10), ok
	case "中旬":
		return at(11), at(20), ok
	case "下旬":
		return at(21), last, ok
	}
	return first, last, ok
}

// partOfYear is a year, its end, a half or a quarter of it.
func partOfYear(year int, word string) (first, last time.Time, ok bool) {
	months := func(from, to int) (time.Time, time.Time, bool) {
		return time.Date(year, time.Month(from), 1, 0, 0, 0, 0, time.UTC), time.Date(year, time.Month(to)+1, 0, 0, 0, 0, 0, time.UTC), true
	}
	part := strings.TrimRight(word, "底末终内")
	switch {
	case part == "上半年":
		first, last, ok = months(1, 6)
	case part == "下半年":
		first, last, ok = months(7, 12)
	case strings.HasSuffix(part, "季度"):
		q := number(strings.Trim(part, "第季度"))
		first, last, ok = months(3*q-2, 3*q)
	case strings.HasSuffix(part, "季"): // nobody says when a season ends
		return first, last, false
	default:
		first, last, ok = months(1, 12)
	}
	if end := strings.TrimRight(word, "内"); strings.TrimRight(end, "底末终") != end {
		first = last
	}
	return first, last, ok
}

// rangeOf reads a range, whose end may leave out what it shares with the beginning: 2026年1-6月.
func rangeOf(s string, year int) (first, last time.Time, ok bool) {
	m := dayRange.FindStringSubmatch(s)
	if m == nil {
		return first, last, false
	}
	from, to := m[1], m[2]
	shared := year
	if y, _, has := strings.Cut(from, "年"); has && (years4.MatchString(y) || len(y) == 2) {
		shared = fullYear(y)
		if rest := from[len(y)+len("年"):]; rest != "" && strings.Trim(rest, "0123456789") == "" && strings.Contains(to, "月") {
			from += "月" // 2026年1-6月
		}
	} else if year > 0 && strings.Trim(from, "0123456789") == "" && strings.Contains(to, "月") {
		from += "月"
	}
	first, _, ok = spanOf(from, year)
	if !ok {
		return first, last, false
	}
	_, last, ok = spanOf(to, shared)
	return first, last, ok && !last.Before(first)
}
