package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// exact is the least whole number whose last digits a spreadsheet, which keeps
// 15 digits, may have lost.
const exact = 1e15

// lastDay is 9999-12-31, the last day of the format.
const lastDay = 2_958_465

// numberCell formats a stored number as the program would, but dates as ISO
// 8601 and whole numbers without exponent or separators.
func numberCell(stored string, format numberFormat, date1904 bool) Cell {
	v, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return Cell{Text: stored}
	}
	s := format.sectionFor(v)
	if s != nil && s.shows.any() && v >= 0 && v < lastDay+1 {
		return Cell{Text: s.shows.text(v, date1904), Kind: Date}
	}
	if math.Abs(v) >= exact {
		return Cell{Text: strconv.FormatFloat(v, 'f', 0, 64), Kind: Imprecise}
	}
	text := shortest(v)
	if s != nil && !s.shows.any() && v >= 0 {
		text = s.number(v, text)
	}
	return Cell{Text: text}
}

// shortest writes a number with fifteen digits: 0.30000000000000004 is shown as 0.3.
func shortest(v float64) string {
	if short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64); err == nil {
		v = short
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// text formats a serial number of days. Where no day is shown it is the month or year alone.
func (d dateParts) text(days float64, date1904 bool) string {
	if d.elapsed && !d.year && !d.month && !d.day {
		seconds := int(math.Round(days * 86400))
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return d.cut(dateText(days, date1904))
}

// cut shortens a day as dateText writes it to what is shown of it.
func (d dateParts) cut(text string) string {
	switch {
	case d.day || len(text) < len(time.DateOnly): // a time of day is no longer than that
	case d.month:
		return text[:len("2006-01")]
	case d.year:
		return text[:len("2006")]
	}
	return text
}

// dateText formats a serial number of days as date and time.
func dateText(days float64, date1904 bool) string {
	seconds := math.Round(days * 86400)
	whole := int(seconds / 86400)
	rest := time.Duration(seconds-float64(whole)*86400) * time.Second
	if whole == 0 {
		return time.Time{}.Add(rest).Format(time.TimeOnly)
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole < 60: // the format has a 29 February 1900
		start = start.AddDate(0, 0, 1)
	}
	day := start.AddDate(0, 0, whole).Add(rest)
	if rest == 0 {
		return day.Format(time.DateOnly)
	}
	return day.Format(time.DateTime)
}

// isDay reports whether a text begins with a day as dateText writes it.
func isDay(text string) bool {
	if len(text) < len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)])
	return err == nil
}
