// Package readings is the table of values of indicators 监测值: it writes one for people to fill in, and reads what they, or other programs,
// filled in.
package readings

import (
	"sineng/server/exchange/sheet"
	"sineng/server/indicator"
)

// Service writes and reads tables of readings.
type Service struct {
	indicators *indicator.Service
	limits     sheet.Limits
	// decode reads an id of the API.
	decode func(string) (int64, error)
}

const (
	// mostBytes is how large a file may be.
	mostBytes = 5 << 20
	// mostRows is how many rows of a sheet are looked at.
	mostRows = 20_000
)

// New makes the service.
func New(s *indicator.Service, decode func(string) (int64, error)) *Service {
	limits := sheet.DefaultLimits()
	limits.FileBytes, limits.Rows = mostBytes, mostRows
	return &Service{indicators: s, limits: limits, decode: decode}
}
