package register

import (
	"strings"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/server/search"
)

// What is found of the register by its text, and by words of which some may be rare.
var (
	riskTexts = search.Source{Type: ent.TypeRiskPoint, Table: riskpoint.Table, Staged: true,
		Columns: []search.Column{{Name: riskpoint.FieldTitle}, {Name: riskpoint.FieldManifestation}},
		Words:   []string{riskpoint.FieldRiskTypes, riskpoint.FieldPowerType, riskpoint.FieldConsequence}}
	measureTexts = search.Source{Type: ent.TypeMeasure, Table: measure.Table, Staged: true,
		Columns: []search.Column{{Name: measure.FieldContent}},
		Words:   []string{measure.FieldKind, measure.FieldMechanism, measure.FieldStatus}}
	powerTexts = search.Source{Type: ent.TypePower, Table: power.Table, Staged: true,
		Columns: []search.Column{{Name: power.FieldName}, {Name: power.FieldCode, How: search.Start}},
		Words:   []string{power.FieldType, power.FieldDiscretion}}
)

// Texts are the texts of the register that are found.
func (s *Service) Texts() []search.Source {
	return []search.Source{riskTexts, measureTexts, powerTexts}
}

// words writes values of an enumeration as the words that the index knows.
func words[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// textOf is a text to be found, empty for none.
func textOf(text *string) string {
	if text == nil {
		return ""
	}
	return strings.TrimSpace(*text)
}
