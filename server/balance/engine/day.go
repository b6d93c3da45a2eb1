package engine

import (
	"fmt"
	"time"
)

// Day is a day by its number, counted from 1 January 1900, the day from which whatever has no known
// beginning is taken to hold.
type Day int32

var beginning = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)

// DayOf is the day of a moment in the moment's own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(beginning) / (24 * time.Hour))
}

// Date is the day of a date.
func Date(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// Time is the midnight, in UTC, with which the day begins.
func (d Day) Time() time.Time { return beginning.AddDate(0, 0, int(d)) }

// AfterYears is the same date some years later; 29 February becomes 1 March where there is none.
func (d Day) AfterYears(years int) Day { return DayOf(d.Time().AddDate(years, 0, 0)) }

// String is the day as 2006-01-02.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes the day as 2006-01-02.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 2006-01-02.
func (d *Day) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("a day: %w", err)
	}
	*d = DayOf(t)
	return nil
}
