// Package attendance is the sheet on which people sign at an education session 签到表: it writes one, and reads what was filled in.
package attendance

import (
	"sineng/server/education"
	"sineng/server/exchange/sheet"
)

// Service writes and reads sheets of attendance.
type Service struct {
	education *education.Service
	limits    sheet.Limits
}

const (
	// mostBytes is how large a file may be.
	mostBytes = 5 << 20
	// mostRows is how many rows of a sheet are looked at.
	mostRows = 5_000
)

// New makes the service.
func New(s *education.Service) *Service {
	limits := sheet.DefaultLimits()
	limits.FileBytes, limits.Rows = mostBytes, mostRows
	return &Service{education: s, limits: limits}
}

func word(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}
