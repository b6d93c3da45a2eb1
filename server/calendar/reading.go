package calendar

import (
	"context"
	"time"
	"unicode/utf8"

	"sineng/server/authz"
	"sineng/server/fault"
)

// mostText is how many characters a text that is read may have.
const mostText = 20000

// Reading is what was read of the calendar of a year, and what it would change.
type Reading struct {
	Read
	// Check is what the year would be; nil where something is wrong.
	Check *Check
	// WorkingDaysNow are those of the year as it is now; nil without data.
	WorkingDaysNow *int
	// Changes are the days that would be something else than now, where the year has data.
	Changes []DayChange
}

// DayChange is a day that would become something else.
type DayChange struct {
	On           time.Time
	Was, Becomes DayKind
}

// Read reads the calendar of a year from text, and says what it would be. Nothing is written.
func (s *Service) Read(ctx context.Context, year int, text string) (*Reading, error) {
	if err := authz.CheckEverywhere(ctx, authz.SetCalendar); err != nil {
		return nil, err
	}
	if err := yearFault(year); err != nil {
		return nil, err
	}
	if utf8.RuneCountInString(text) > mostText {
		return nil, tooLong("text", mostText)
	}
	out := &Reading{Read: ReadText(year, text), Changes: []DayChange{}}
	if len(out.Ranges) == 0 && len(out.Faults) == 0 {
		return nil, fault.Bad("text", "NO_DAYS", "没有读到任何日期,每行应写成“元旦:1月1日至3日放假。1月4日上班。”", `No day was found: a line is "New Year: 2026-01-01 to 2026-01-03 off; 2026-01-04 worked"`)
	}
	c, err := s.On(ctx)
	if err != nil {
		return nil, err
	}
	now, known := c.Year(year)
	if known {
		working := now.WorkingDays()
		out.WorkingDaysNow = &working
	}
	if len(out.Faults) > 0 {
		return out, nil
	}
	if out.Check, err = s.Check(ctx, year, out.Ranges); err != nil || !known {
		return out, err
	}
	for n, was := range c.kinds(year) {
		if is := out.Check.Days[n]; is != was {
			out.Changes = append(out.Changes, DayChange{Date(year, 1, n+1), was, is})
		}
	}
	return out, nil
}
