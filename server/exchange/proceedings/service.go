// Package proceedings is the table of proceedings 办件: it writes one for people to fill in, and reads what they, or other programs, filled in.
package proceedings

import (
	"sineng/server/exchange/sheet"
	"sineng/server/proceeding"
)

// Service writes and reads tables of proceedings.
type Service struct {
	proceedings *proceeding.Service
	limits      sheet.Limits
	// decode reads an id of the API.
	decode func(string) (int64, error)
}

const (
	// mostBytes is how large a file may be.
	mostBytes = 10 << 20
	// mostRows is how many rows of a sheet are looked at.
	mostRows = 50_000
	// MostPlanned is how many proceedings of one file are looked at.
	MostPlanned = 2000
)

// New makes the service.
func New(s *proceeding.Service, decode func(string) (int64, error)) *Service {
	limits := sheet.DefaultLimits()
	limits.FileBytes, limits.Rows = mostBytes, mostRows
	return &Service{proceedings: s, limits: limits, decode: decode}
}

func word(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}
