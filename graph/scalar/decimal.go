package scalar

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"sineng/ent/term"
	"sineng/server/fault"
)

// MarshalDecimal writes a decimal number as a JSON number.
func MarshalDecimal(d term.Decimal) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, d.String()) })
}

// UnmarshalDecimal reads a decimal number, sent as a number or as a text.
func UnmarshalDecimal(v any) (term.Decimal, error) {
	var text string
	switch v := v.(type) {
	case string:
		text = strings.TrimSpace(v)
	case json.Number:
		text = plain(v.String())
	case int:
		text = strconv.Itoa(v)
	case int64:
		text = strconv.FormatInt(v, 10)
	case float64:
		text = strconv.FormatFloat(v, 'f', -1, 64)
	}
	d, err := term.ParseDecimal(text)
	if err != nil {
		return 0, badDecimal(err)
	}
	return d, nil
}

// plain is a JSON number without an exponent.
func plain(number string) string {
	if !strings.ContainsAny(number, "eE") {
		return number
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return number
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// badDecimal says what is wrong with a decimal number, by an error of term.ParseDecimal.
func badDecimal(err error) *fault.Error {
	switch {
	case errors.Is(err, term.ErrDecimalLong):
		return fault.Bad("", "DECIMAL_TOO_FINE", "小数点后最多四位", "At most four digits stand behind the point")
	case errors.Is(err, term.ErrDecimalFar):
		return fault.Bad("", "OUT_OF_RANGE", "数值应在正负一千亿以内", "A number is at most 100,000,000,000 in size")
	}
	return fault.Bad("", "BAD_DECIMAL", "应为数字,如 12 或 0.5", "A number is written 12 or 0.5")
}
