package audit

import (
	"slices"
	"testing"
	"time"
)

func TestUnusualReadsAreOfManyPeopleAtNightOrOnADayOff(t *testing.T) {
	china := time.FixedZone("", 8*60*60)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 3, day, hour, minute, 0, 0, china) } // the 2nd is a Monday
	people := func(n int) []int64 {
		out := make([]int64, n)
		for i := range out {
			out[i] = int64(i)
		}
		return out
	}
	for name, c := range map[string]struct {
		reads []Read
		want  []UnusualReason
	}{
		"nothing":                {nil, nil},
		"one by day":             {[]Read{{At: at(2, 9, 0), Subjects: people(1)}}, nil},
		"19 people":              {[]Read{{At: at(2, 9, 0), Subjects: people(19)}}, nil},
		"20 people":              {[]Read{{At: at(2, 9, 0), Subjects: people(20)}}, []UnusualReason{ManyPeople}},
		"20 people one by one":   {[]Read{{At: at(2, 9, 0), Subjects: people(10)}, {At: at(2, 10, 0), Subjects: people(20)[10:]}}, []UnusualReason{ManyPeople}},
		"the same again":         {[]Read{{At: at(2, 9, 0), Subjects: people(10)}, {At: at(2, 10, 0), Subjects: people(10)}}, nil},
		"20 people in two days":  {[]Read{{At: at(2, 9, 0), Subjects: people(10)}, {At: at(3, 9, 0), Subjects: people(20)[10:]}}, nil},
		"20 people of two":       {[]Read{{Actor: Actor{Account: 1}, At: at(2, 9, 0), Subjects: people(10)}, {Actor: Actor{Account: 2}, At: at(2, 9, 0), Subjects: people(20)[10:]}}, nil},
		"before six":             {[]Read{{At: at(2, 5, 59), Subjects: people(1)}}, []UnusualReason{AtNight}},
		"at six":                 {[]Read{{At: at(2, 6, 0), Subjects: people(1)}}, nil},
		"before ten at night":    {[]Read{{At: at(2, 21, 59), Subjects: people(1)}}, nil},
		"at ten at night":        {[]Read{{At: at(2, 22, 0), Subjects: people(1)}}, []UnusualReason{AtNight}},
		"on a Saturday":          {[]Read{{At: at(7, 9, 0), Subjects: people(1)}}, []UnusualReason{DayOff}},
		"on a Sunday":            {[]Read{{At: at(8, 9, 0), Subjects: people(1)}}, []UnusualReason{DayOff}},
		"all at once":            {[]Read{{At: at(8, 23, 0), Subjects: people(30)}}, []UnusualReason{ManyPeople, AtNight, DayOff}},
		"Friday night in Peking": {[]Read{{At: at(6, 23, 30), Subjects: people(1)}}, []UnusualReason{AtNight}},
		"a day off by its zone":  {[]Read{{At: at(7, 0, 30).UTC(), Subjects: people(1)}}, []UnusualReason{AtNight, DayOff}},
		"no day off by its zone": {[]Read{{At: at(9, 7, 0).UTC(), Subjects: people(1)}}, nil},
	} {
		got := unusual(c.reads)
		if len(c.want) == 0 && len(got) == 0 {
			continue
		}
		if len(got) != 1 || !slices.Equal(got[0].Reasons, c.want) {
			t.Errorf("%s: %+v, want %v", name, got, c.want)
		}
	}
}
