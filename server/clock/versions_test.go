package clock

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent"
	"sineng/server/calendar"
)

// told writes versions, the oldest first, as 10-20 for days in force, 10- without an end and x for a withdrawal; they come
// back the newest first.
func told(t testing.TB, text string) []version {
	t.Helper()
	var out []version
	for n, part := range strings.Fields(text) {
		v := version{row: &ent.ClockRule{Number: n + 1, Withdrawn: part == "x"}}
		if part != "x" {
			from, to, _ := strings.Cut(part, "-")
			v.rule.From = on(t, from)
			if to != "" {
				v.rule.To = on(t, to)
			}
		}
		out = append([]version{v}, out...)
	}
	return out
}

func on(t testing.TB, day string) time.Time {
	at, err := time.Parse("02", day)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestWhatHoldsOnADayAndWhatHasBecomeOfVersions(t *testing.T) {
	for _, row := range []struct {
		versions string // the oldest first
		today    string
		holds    int    // 0 for none
		stand    string // of each version, the oldest first
	}{
		{"10-", "09", 0, "COMING"},
		{"10-", "10", 1, "IN_FORCE"},
		{"10-12", "12", 1, "IN_FORCE"},
		{"10-12", "13", 0, "OVER"},
		// A version that is set ahead leaves the one before in force until its first day.
		{"10- 15-", "14", 1, "IN_FORCE COMING"},
		{"10- 15-", "15", 2, "REPLACED IN_FORCE"},
		{"10- 15-", "09", 0, "COMING COMING"},
		{"15- 10-", "09", 0, "REPLACED COMING"},
		{"15- 10-", "16", 2, "REPLACED IN_FORCE"},
		// Once a later one has ended, the one before does not come back.
		{"10- 12-13", "14", 0, "REPLACED OVER"},
		{"10-11 12-", "14", 2, "OVER IN_FORCE"},
		{"10- x", "14", 0, "WITHDRAWN WITHDRAWN"},
		{"10- x 12-", "14", 3, "WITHDRAWN WITHDRAWN IN_FORCE"},
		{"10- x 12-", "11", 0, "WITHDRAWN WITHDRAWN COMING"},
		{"10-11 x", "14", 0, "WITHDRAWN WITHDRAWN"},
	} {
		versions := told(t, row.versions)
		holds := 0
		if v := holding(versions, on(t, row.today)); v != nil {
			holds = v.row.Number
		}
		var stand []string
		for n := len(versions) - 1; n >= 0; n-- {
			stand = append(stand, string(standing(versions, n, on(t, row.today))))
		}
		if holds != row.holds || strings.Join(stand, " ") != row.stand {
			t.Errorf("of %s on %s version %d holds and they are %v", row.versions, row.today, holds, stand)
		}
	}
}

// What holds is what stands as in force, and nothing else; a version that is to come will hold on its first day.
func TestHoldingAndStandingAgree(t *testing.T) {
	day := rapid.IntRange(1, 12)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "versions")
		var versions []version
		for i := range n {
			from := day.Draw(t, "from")
			v := version{&ent.ClockRule{Number: n - i, Withdrawn: rapid.IntRange(0, 5).Draw(t, "x") == 0}, calendar.Rule{From: calendar.Date(2026, 1, from)}}
			if rapid.Bool().Draw(t, "ends") {
				v.rule.To = v.rule.From.AddDate(0, 0, rapid.IntRange(0, 5).Draw(t, "days"))
			}
			versions = append(versions, v)
		}
		today := calendar.Date(2026, 1, day.Draw(t, "today"))
		held := holding(versions, today)
		for i := range versions {
			switch is := standing(versions, i, today); {
			case (is == InForce) != (held == &versions[i]):
				t.Fatalf("version %d is %s and held is %+v", versions[i].row.Number, is, held)
			case is == Coming && holding(versions, versions[i].rule.From) != &versions[i]:
				t.Fatalf("version %d is to come and will not hold", versions[i].row.Number)
			}
		}
	})
}
