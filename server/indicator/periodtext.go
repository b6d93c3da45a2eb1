package indicator

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sineng/ent/term"
)

// Text is a period as people write it: 2026年11月, 2026年第三季度, 2026年上半年, 2026年, 2026-11-23 至 2026-11-29.
func (p Period) Text(every term.Recurrence) string {
	year := p.From.Year()
	switch every {
	case term.RecurrenceMonthly:
		return fmt.Sprintf("%d年%d月", year, p.From.Month())
	case term.RecurrenceQuarterly:
		return fmt.Sprintf("%d年第%s季度", year, quarters[(p.From.Month()-1)/3])
	case term.RecurrenceHalfYearly:
		return fmt.Sprintf("%d年%s半年", year, halves[(p.From.Month()-1)/6])
	case term.RecurrenceYearly:
		return fmt.Sprintf("%d年", year)
	}
	return p.From.Format(time.DateOnly) + " 至 " + p.To.Format(time.DateOnly)
}

var (
	quarters = []string{"一", "二", "三", "四"}
	halves   = []string{"上", "下"}
)

// Errors of ParsePeriod.
var (
	ErrNoPeriod    = errors.New("not a period")
	ErrOtherPeriod = errors.New("a period of another length")
)

// The ways of writing a period, spaces left out.
var (
	dayText     = regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$`)
	shortDay    = regexp.MustCompile(`^(\d{1,2})[-/.月](\d{1,2})日?$`)
	monthText   = regexp.MustCompile(`^(\d{4})(?:[-/年](\d{1,2})月?份?|\.(\d{2}))$`) // a spreadsheet makes 2026.1 of 2026.10
	quarterText = regexp.MustCompile(`^(\d{4})年?第?([1-4一二三四])季度?$|^(\d{4})-?[Qq]([1-4])$`)
	halfText    = regexp.MustCompile(`^(\d{4})年?(上|下)半年?$|^(\d{4})-?[Hh]([12])$`)
	yearText    = regexp.MustCompile(`^(\d{4})年?度?$`)
	weekText    = regexp.MustCompile(`^(\d{4})年?第(\d{1,2})周$|^(\d{4})-?[Ww](\d{1,2})$`)
)

// ParsePeriod reads a period of an indicator as people write it in tables, or a day of it: 2026年11月, 2026-11, 2026/11/30, 2026年第三季度,
// 2026Q3, 2026年下半年, 2026年度, 2026-11-23 至 11-29, 2026年第48周 (by ISO 8601).
func ParsePeriod(text string, every term.Recurrence) (Period, error) {
	text = strings.Join(strings.Fields(text), "")
	if from, to, ranged := cutRange(text); ranged {
		return parseRange(from, to, every)
	}
	day, written, err := parseDay(text)
	if err != nil {
		return Period{}, err
	}
	if written != "" && written != every {
		return Period{}, ErrOtherPeriod
	}
	return periodOf(every, day), nil
}

func cutRange(text string) (from, to string, ranged bool) {
	for _, mark := range []string{"至", "到", "~", "～", "—", "–"} {
		if from, to, ranged = strings.Cut(text, mark); ranged {
			return from, strings.TrimLeft(to, mark), true
		}
	}
	return "", "", false
}

// parseRange reads a period of which the first and the last day are written, the latter perhaps without its year.
func parseRange(from, to string, every term.Recurrence) (Period, error) {
	first, written, err := parseDay(from)
	if err != nil || written != "" {
		return Period{}, ErrNoPeriod
	}
	if shortDay.MatchString(to) {
		to = strconv.Itoa(first.Year()) + "-" + to
	}
	last, written, err := parseDay(to)
	if err != nil || written != "" {
		return Period{}, ErrNoPeriod
	}
	if p := periodOf(every, first); p.From.Equal(first) && (p.To.Equal(last) || p.To.Equal(last.AddDate(1, 0, 0))) {
		return p, nil
	}
	return Period{}, ErrOtherPeriod
}

// parseDay reads a day, or a day of a period and of what length that is as it is written.
func parseDay(text string) (day time.Time, written term.Recurrence, err error) {
	if m := dayText.FindStringSubmatch(text); m != nil {
		day, err = date(m[1], number(m[2]), number(m[3]))
		return day, "", err
	}
	if m := quarterText.FindStringSubmatch(text); m != nil {
		day, err = date(m[1]+m[3], 3*quarter(m[2]+m[4]), 1)
		return day, term.RecurrenceQuarterly, err
	}
	if m := halfText.FindStringSubmatch(text); m != nil {
		month := 1
		if m[2] == "下" || m[4] == "2" {
			month = 7
		}
		day, err = date(m[1]+m[3], month, 1)
		return day, term.RecurrenceHalfYearly, err
	}
	if m := weekText.FindStringSubmatch(text); m != nil {
		day, err = week(m[1]+m[3], number(m[2]+m[4]))
		return day, term.RecurrenceWeekly, err
	}
	if m := monthText.FindStringSubmatch(text); m != nil {
		day, err = date(m[1], number(m[2]+m[3]), 1)
		return day, term.RecurrenceMonthly, err
	}
	if m := yearText.FindStringSubmatch(text); m != nil {
		day, err = date(m[1], 1, 1)
		return day, term.RecurrenceYearly, err
	}
	return day, "", ErrNoPeriod
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func quarter(text string) int {
	for n, word := range quarters {
		if text == word {
			return n + 1
		}
	}
	return number(text)
}

// date is a day that exists.
func date(year string, month, day int) (time.Time, error) {
	t := time.Date(number(year), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != month || t.Day() != day {
		return t, ErrNoPeriod
	}
	return t, nil
}

// week is the Monday of a week by ISO 8601: the first of a year is that with its first Thursday.
func week(year string, n int) (time.Time, error) {
	fourth := time.Date(number(year), 1, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(n-1))
	if of, is := monday.ISOWeek(); of != number(year) || is != n {
		return monday, ErrNoPeriod
	}
	return monday, nil
}
