package indicator_test

import (
	"errors"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/indicator"
)

const (
	weekly     = term.RecurrenceWeekly
	monthly    = term.RecurrenceMonthly
	quarterly  = term.RecurrenceQuarterly
	halfYearly = term.RecurrenceHalfYearly
	yearly     = term.RecurrenceYearly
)

func TestAPeriodIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]struct {
		every    term.Recurrence
		from, to string
	}{
		"2026年11月":               {monthly, "2026-11-01", "2026-11-30"},
		"2026-11":                {monthly, "2026-11-01", "2026-11-30"},
		"2026 / 2":               {monthly, "2026-02-01", "2026-02-28"},
		"2026.10":                {monthly, "2026-10-01", "2026-10-31"},
		"2026年2月份":               {monthly, "2026-02-01", "2026-02-28"},
		"2026-11-17":             {monthly, "2026-11-01", "2026-11-30"},
		"2026年11月17日":            {quarterly, "2026-10-01", "2026-12-31"},
		"2026年第三季度":              {quarterly, "2026-07-01", "2026-09-30"},
		"2026年3季度":               {quarterly, "2026-07-01", "2026-09-30"},
		"2026Q4":                 {quarterly, "2026-10-01", "2026-12-31"},
		"2026年上半年":               {halfYearly, "2026-01-01", "2026-06-30"},
		"2026H2":                 {halfYearly, "2026-07-01", "2026-12-31"},
		"2026年度":                 {yearly, "2026-01-01", "2026-12-31"},
		"2026":                   {yearly, "2026-01-01", "2026-12-31"},
		"2026-11-23 至 11-29":     {weekly, "2026-11-23", "2026-11-29"},
		"2026-12-28至2027-01-03":  {weekly, "2026-12-28", "2027-01-03"},
		"2026-12-28 至 01-03":     {weekly, "2026-12-28", "2027-01-03"},
		"2026年11月1日~2026年11月30日": {monthly, "2026-11-01", "2026-11-30"},
		"2026年第48周":              {weekly, "2026-11-23", "2026-11-29"},
		"2026-W53":               {weekly, "2026-12-28", "2027-01-03"},
	} {
		p, err := indicator.ParsePeriod(text, want.every)
		if err != nil || p.From.Format(time.DateOnly) != want.from || p.To.Format(time.DateOnly) != want.to {
			t.Errorf("%s: %v %v, want %v", text, p, err, want)
		}
	}
}

func TestAPeriodThatIsNoneIsRefused(t *testing.T) {
	for text, want := range map[string]struct {
		every term.Recurrence
		err   error
	}{
		"":                    {monthly, indicator.ErrNoPeriod},
		"11月":                 {monthly, indicator.ErrNoPeriod},
		"2026.1":              {monthly, indicator.ErrNoPeriod},
		"2026-13":             {monthly, indicator.ErrNoPeriod},
		"2026-02-30":          {monthly, indicator.ErrNoPeriod},
		"2026Q5":              {quarterly, indicator.ErrNoPeriod},
		"2026年第54周":           {weekly, indicator.ErrNoPeriod},
		"2025-W53":            {weekly, indicator.ErrNoPeriod},
		"2026年11月 至 2026年12月": {monthly, indicator.ErrNoPeriod},
		"2026年":               {monthly, indicator.ErrOtherPeriod},
		"2026年11月":            {quarterly, indicator.ErrOtherPeriod},
		"2026-11-24 至 11-30":  {weekly, indicator.ErrOtherPeriod},
		"2026-11-01 至 12-31":  {monthly, indicator.ErrOtherPeriod},
	} {
		if p, err := indicator.ParsePeriod(text, want.every); !errors.Is(err, want.err) {
			t.Errorf("%s: %v %v, want %v", text, p, err, want.err)
		}
	}
}

func TestAPeriodIsWrittenAsItIsRead(t *testing.T) {
	for _, every := range []term.Recurrence{weekly, monthly, quarterly, halfYearly, yearly} {
		for day := time.Date(2024, 12, 20, 0, 0, 0, 0, time.UTC); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
			from, to := every.Period(day)
			want := indicator.Period{From: from, To: to}
			if got, err := indicator.ParsePeriod(want.Text(every), every); err != nil || got != want {
				t.Fatalf("%s %s: %v %v", every, want.Text(every), got, err)
			}
		}
	}
}
