package wording

import (
	"strings"

	"sineng/ent/term"
)

// RiskTypes parses one or several types: 思想道德风险、岗位职责风险.
func RiskTypes(s string) (term.RiskTypes, bool) {
	var all []term.RiskType
	for _, part := range strings.FieldsFunc(Clean(s), func(r rune) bool { return strings.ContainsRune("\n,;/+\u3001\uff0c\uff1b\uff0f", r) }) {
		if Key(part) == "" {
			continue
		}
		t, ok := RiskType(part)
		if !ok {
			return "", false
		}
		all = append(all, t)
	}
	return term.RiskTypesOf(all...)
}
