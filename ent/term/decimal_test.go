package term_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
)

func TestDecimalsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "12": "12", "+12": "12", "007": "7", "12.50": "12.5", "0.0001": "0.0001", "-0.5": "-0.5", "1.23450000": "1.2345",
		"1,234": "1234", "12,345,678.9": "12345678.9", "１，２３４．５": "1234.5", "－０．５": "-0.5", "−3": "-3", "100000000000": "100000000000", "-100000000000.0000": "-100000000000",
	} {
		if d, err := term.ParseDecimal(text); err != nil || d.String() != want {
			t.Errorf("%q is read as %s, %v", text, d, err)
		}
	}
	for text, want := range map[string]error{
		"": term.ErrNoDecimal, ".": term.ErrNoDecimal, ".5": term.ErrNoDecimal, "5.": term.ErrNoDecimal, "1e3": term.ErrNoDecimal, "12件": term.ErrNoDecimal,
		"--1": term.ErrNoDecimal, "1.2.3": term.ErrNoDecimal, "1,23": term.ErrNoDecimal, "1234,567": term.ErrNoDecimal, ",123": term.ErrNoDecimal, "1.000,5": term.ErrNoDecimal,
		"0.00001": term.ErrDecimalLong, "100000000000.0001": term.ErrDecimalFar, "9999999999999999999": term.ErrDecimalFar, "0x10": term.ErrNoDecimal, "NaN": term.ErrNoDecimal,
	} {
		if d, err := term.ParseDecimal(text); !errors.Is(err, want) {
			t.Errorf("%q is read as %s, %v", text, d, err)
		}
	}
}

func TestEveryDecimalIsReadAgainAsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := term.Decimal(rapid.Int64Range(-int64(term.MostDecimal), int64(term.MostDecimal)).Draw(t, "d"))
		if back, err := term.ParseDecimal(d.String()); err != nil || back != d {
			t.Fatalf("%d is written %s and read as %d, %v", int64(d), d, int64(back), err)
		}
	})
}
