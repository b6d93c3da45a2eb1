package schema_test

import (
	"strings"
	"testing"

	"sineng/ent/person"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/unit"
)

func TestLengthsOfTextsAreCountedInCharactersNotBytes(t *testing.T) {
	for field, c := range map[string]struct {
		validate func(string) error
		most     int
	}{
		"unit name":       {unit.NameValidator, 200},
		"person name":     {person.NameValidator, 100},
		"power name":      {power.NameValidator, 300},
		"risk point":      {riskpoint.TitleValidator, 300},
		"manifestation":   {riskpoint.ManifestationValidator, 4000},
		"unit's initials": {unit.InitialsValidator, 500},
	} {
		if err := c.validate(strings.Repeat("局", c.most)); err != nil {
			t.Errorf("%s of %d characters: %v", field, c.most, err)
		}
		if err := c.validate(strings.Repeat("a", c.most+1)); err == nil {
			t.Errorf("%s of %d characters was taken", field, c.most+1)
		}
	}
}
