package store

import "time"

// china is the time zone of the bodies; a day begins at midnight there.
var china = time.FixedZone("UTC+8", 8*60*60)

// DayOf returns the day of a moment as days are stored: midnight UTC of the
// date in China.
func DayOf(t time.Time) time.Time {
	y, m, d := t.In(china).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// StartOf returns the moment at which a stored day begins in China.
func StartOf(day time.Time) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, china).UTC()
}

// TimeOfDay returns the hour and minute of a moment in China, as in 14:05.
func TimeOfDay(t time.Time) string { return t.In(china).Format("15:04") }

// Today returns the present day.
func (s *Store) Today() time.Time { return DayOf(s.Now()) }
