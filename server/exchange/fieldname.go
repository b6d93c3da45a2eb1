package exchange

import (
	"strings"
	"unicode"
)

// FieldName is the name of a field in the API: riskType is RISK_TYPE.
func FieldName(f string) string {
	var out strings.Builder
	for _, r := range f {
		if unicode.IsUpper(r) {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToUpper(r))
	}
	return out.String()
}

// FieldOf is the field of a name in the API: RISK_TYPE is riskType.
func FieldOf(name string) string {
	parts := strings.Split(strings.ToLower(name), "_")
	for i := 1; i < len(parts); i++ {
		if parts[i] != "" {
			parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
		}
	}
	return strings.Join(parts, "")
}

// Layout is what a table of a kind may hold.
type Layout struct {
	Kind   Kind
	Fields []string
	// Needs are groups of fields of each of which a table needs at least one.
	Needs [][]string
}

// Layouts lists the kinds of tables with what they may hold.
func Layouts() []Layout {
	var out []Layout
	for _, k := range kinds {
		l := Layout{Kind: k}
		for _, f := range fields(k) {
			l.Fields = append(l.Fields, string(f))
		}
		for _, group := range layoutOf(k).needs {
			var of []string
			for _, f := range group {
				of = append(of, string(f))
			}
			l.Needs = append(l.Needs, of)
		}
		out = append(out, l)
	}
	return out
}
