package store

import "time"

// china is where the bodies are: their day changes at midnight there.
var china = time.FixedZone("UTC+8", 8*60*60)

// DayOf is the day of a moment as days are stored: midnight UTC of the date in China.
func DayOf(t time.Time) time.Time {
	y, m, d := t.In(china).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// StartOf is the moment at which a stored day begins in China.
func StartOf(day time.Time) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, china).UTC()
}

// Today is the present day.
func (s *Store) Today() time.Time { return DayOf(s.Now()) }
