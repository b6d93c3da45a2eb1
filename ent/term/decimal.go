package term

import (
	"errors"
	"strconv"
	"strings"
)

// Decimal is a decimal number with four places, kept in ten-thousandths, so that two of them compare as they are written.
type Decimal int64

// The scale of a Decimal, how many digits stand behind its point, and the greatest number, which also a program that counts in floating
// point reads without loss.
const (
	decimalScale  = 10_000
	decimalPlaces = 4
	MostDecimal   = Decimal(100_000_000_000 * decimalScale)
)

// Errors of ParseDecimal.
var (
	ErrNoDecimal   = errors.New("not a decimal number")
	ErrDecimalLong = errors.New("more than four digits behind the point")
	ErrDecimalFar  = errors.New("beyond the greatest number")
)

// ParseDecimal reads a number as people and programs write it: 12, -0.5, 1234.5678. Thousands may be parted by commas (1,234), as tables
// write them, and all signs may be full-width; zeros behind the fourth place say nothing and are let pass.
func ParseDecimal(text string) (Decimal, error) {
	t, negative := strings.CutPrefix(strings.Map(halfWidth, text), "-")
	if !negative {
		t = strings.TrimPrefix(t, "+")
	}
	whole, part, point := strings.Cut(t, ".")
	if strings.Contains(whole, ",") {
		var ok bool
		if whole, ok = unparted(whole); !ok {
			return 0, ErrNoDecimal
		}
	}
	if !digits(whole) || point && !digits(part) {
		return 0, ErrNoDecimal
	}
	if part = strings.TrimRight(part, "0"); len(part) > decimalPlaces {
		return 0, ErrDecimalLong
	}
	if whole = strings.TrimLeft(whole, "0"); len(whole) > 12 {
		return 0, ErrDecimalFar
	}
	n, err := strconv.ParseInt("0"+whole+part+strings.Repeat("0", decimalPlaces-len(part)), 10, 64)
	if err != nil {
		return 0, ErrNoDecimal
	}
	if Decimal(n) > MostDecimal {
		return 0, ErrDecimalFar
	}
	if negative {
		n = -n
	}
	return Decimal(n), nil
}

// halfWidth is the ASCII sign of a full-width one, or of a minus.
func halfWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '−':
		return '-'
	}
	return r
}

// unparted is a whole number without the commas that part its thousands; false where one stands elsewhere.
func unparted(whole string) (string, bool) {
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i == 0 && (len(g) < 1 || len(g) > 3) || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// String is the number in the form that ParseDecimal reads, without zeros at its end.
func (d Decimal) String() string {
	sign, n := "", int64(d)
	if n < 0 {
		sign, n = "-", -n
	}
	part := strconv.FormatInt(decimalScale+n%decimalScale, 10)[1:]
	if part = strings.TrimRight(part, "0"); part != "" {
		part = "." + part
	}
	return sign + strconv.FormatInt(n/decimalScale, 10) + part
}
