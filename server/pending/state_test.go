package pending

import (
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryActionOnAnActFromEveryStatusInEveryCapacity(t *testing.T) {
	const no = "NOT_PERMITTED"
	// By action: the outcome for the gainer, the beginner, whose word it is, the second person, one who is
	// concerned otherwise, a stranger and the program, of an act that waits.
	table := map[action][7]string{
		confirm:  {"GAINS_BY_IT", "NOT_SECOND_PERSON", "CONFIRMED", "CONFIRMED", "CONCERNED", no, "CONFIRMED"},
		decline:  {"GAINS_BY_IT", "NOT_SECOND_PERSON", "DECLINED", "DECLINED", "CONCERNED", no, "DECLINED"},
		withdraw: {"NOT_THE_BEGINNER", "WITHDRAWN", "NOT_THE_BEGINNER", "NOT_THE_BEGINNER", "NOT_THE_BEGINNER", "NOT_THE_BEGINNER", "WITHDRAWN"},
		expire:   {no, no, no, no, no, no, "EXPIRED"},
		effect:   {no, no, no, no, no, no, "CONFIRMED"},
	}
	if len(table) != len(actions) || len(capacities) != 7 {
		t.Fatalf("there are %d actions and %d capacities", len(actions), len(capacities))
	}
	for _, name := range term.ActStatus("").Values() {
		from := term.ActStatus(name)
		for do, outcomes := range table {
			for i, as := range capacities {
				for _, word := range []bool{false, true} {
					want := outcomes[i]
					if word && as == second && (do == confirm || do == decline) {
						want = "NEEDS_WORD"
					}
					if from != term.ActStatusPending {
						want = "NOT_PENDING"
					}
					to, err := next(from, do, as, word)
					got := string(to)
					if err != nil {
						got = fault.All(err)[0].Reason
					}
					if got != want || err != nil && to != from {
						t.Errorf("%s of one that is %s by the %s, word %v: %s, want %s", do, from, as, word, got, want)
					}
				}
			}
		}
	}
}

func TestSomebodyIsIndependentSevenDaysAfterTheirSecretsAreTheirOwn(t *testing.T) {
	now := time.Date(2026, 3, 9, 1, 0, 0, 0, time.UTC)
	at := func(d time.Duration) *time.Time { t := now.Add(-d); return &t }
	for name, c := range map[string]struct {
		own  *time.Time
		from *time.Time
		ok   bool
	}{
		"set by somebody else":      {nil, nil, false},
		"set just now":              {at(0), at(-Settling), false},
		"a moment less than 7 days": {at(Settling - time.Microsecond), at(-time.Microsecond), false},
		"7 days":                    {at(Settling), at(0), true},
		"long ago":                  {at(90 * 24 * time.Hour), at(83 * 24 * time.Hour), true},
	} {
		from := IndependentFrom(c.own)
		if (from == nil) != (c.from == nil) || from != nil && !from.Equal(*c.from) {
			t.Errorf("%s: independent from %v, want %v", name, from, c.from)
		}
		if err := independent(c.own, now); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}
