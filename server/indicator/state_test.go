package indicator_test

import (
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/indicator"
)

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

var (
	atMost5  = indicator.Limit{Keeps: term.IndicatorKeepsAtMost, Threshold: 50_000}
	atLeast5 = indicator.Limit{Keeps: term.IndicatorKeepsAtLeast, Threshold: 50_000}
)

func TestWhatANewReadingSays(t *testing.T) {
	october, november, december := day("2026-10-01"), day("2026-11-01"), day("2026-12-01")
	before, today := day("2026-11-05"), day("2026-12-03")
	unread := indicator.Standing{State: term.IndicatorStateUnread}
	within := indicator.Standing{State: term.IndicatorStateWithin, For: november, Value: 30_000}
	over := indicator.Standing{State: term.IndicatorStateOver, For: november, Value: 60_000, OverSince: before}
	for name, c := range map[string]struct {
		from   indicator.Standing
		period time.Time
		value  term.Decimal
		limit  indicator.Limit
		want   indicator.Standing
	}{
		"the first is within":            {unread, november, 30_000, atMost5, within},
		"the threshold is within":        {unread, november, 50_000, atMost5, indicator.Standing{State: term.IndicatorStateWithin, For: november, Value: 50_000}},
		"the threshold is within below":  {unread, november, 50_000, atLeast5, indicator.Standing{State: term.IndicatorStateWithin, For: november, Value: 50_000}},
		"the first is beyond":            {unread, november, 50_001, atMost5, indicator.Standing{State: term.IndicatorStateOver, For: november, Value: 50_001, OverSince: today}},
		"the first is beyond below":      {unread, november, 49_999, atLeast5, indicator.Standing{State: term.IndicatorStateOver, For: november, Value: 49_999, OverSince: today}},
		"the next is beyond":             {within, december, 60_000, atMost5, indicator.Standing{State: term.IndicatorStateOver, For: december, Value: 60_000, OverSince: today}},
		"still beyond since then":        {over, december, 70_000, atMost5, indicator.Standing{State: term.IndicatorStateOver, For: december, Value: 70_000, OverSince: before}},
		"within again":                   {over, december, 30_000, atMost5, indicator.Standing{State: term.IndicatorStateWithin, For: december, Value: 30_000}},
		"a correction to within":         {over, november, 30_000, atMost5, within},
		"a correction to beyond":         {within, november, 60_000, atMost5, indicator.Standing{State: term.IndicatorStateOver, For: november, Value: 60_000, OverSince: today}},
		"an earlier one says nothing":    {within, october, 60_000, atMost5, within},
		"an earlier one mends nothing":   {over, october, 30_000, atMost5, over},
		"an earlier one below, as above": {within, october, 30_000, atLeast5, within},
	} {
		if got := c.from.Read(c.period, c.value, c.limit, today); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestWhatAnotherThresholdSays(t *testing.T) {
	november, before, today := day("2026-11-01"), day("2026-11-05"), day("2026-12-03")
	unread := indicator.Standing{State: term.IndicatorStateUnread}
	six := indicator.Standing{State: term.IndicatorStateWithin, For: november, Value: 60_000}
	overSince := func(on time.Time) indicator.Standing {
		return indicator.Standing{State: term.IndicatorStateOver, For: november, Value: 60_000, OverSince: on}
	}
	for name, c := range map[string]struct {
		from  indicator.Standing
		limit indicator.Limit
		want  indicator.Standing
	}{
		"nothing while unread": {unread, atMost5, unread},
		"now beyond":           {six, atMost5, overSince(today)},
		"still within":         {six, atLeast5, six},
		"still beyond":         {overSince(before), atMost5, overSince(before)},
		"now within":           {overSince(before), atLeast5, six},
	} {
		if got := c.from.Limited(c.limit, today); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
