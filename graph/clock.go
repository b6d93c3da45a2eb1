package graph

import (
	"context"
	"time"

	"sineng/graph/model"
	"sineng/server/calendar"
	"sineng/server/clock"
)

// orNull is a value, null for its zero.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// dayOrNull is a day, null for none.
func dayOrNull(on time.Time) *time.Time {
	if on.IsZero() {
		return nil
	}
	return &on
}

// given are the ranges of an input.
func given(in []*calendar.Range) []calendar.Range {
	out := make([]calendar.Range, len(in))
	for i, r := range in {
		out[i] = *r
	}
	return out
}

func calendarHints(hints []calendar.Hint, lang string) []*model.CalendarHint {
	out := make([]*model.CalendarHint, len(hints))
	for i, h := range hints {
		out[i] = &model.CalendarHint{Code: h.Code, On: dayOrNull(h.On), Message: h.In(lang)}
	}
	return out
}

func clockBands(r *clock.Rule) []*model.ClockBand {
	out := make([]*model.ClockBand, len(r.Rule.Bands))
	for i, b := range r.Rule.Bands {
		out[i] = &model.ClockBand{From: b.From, To: orNull(b.To), CountedIn: b.Unit}
	}
	return out
}

// clockDue answers when a time limit ends, in the language of the request.
func (r *Resolver) clockDue(ctx context.Context, in clock.Ask) (*model.ClockAnswer, error) {
	a, err := r.Clocks.Due(ctx, in)
	if err != nil {
		return nil, err
	}
	lang := r.Language(ctx)
	out := &model.ClockAnswer{State: a.State, Due: dayOrNull(a.Due), NotBefore: a.NotBefore, MissingYear: orNull(a.Missing), Left: a.Left,
		UnconfirmedYears: append([]int{}, a.Unconfirmed...), Number: a.Clock.Number, CountedIn: a.Clock.Unit}
	for i := range a.Clock.Bases {
		out.Bases = append(out.Bases, &a.Clock.Bases[i])
	}
	for _, s := range a.Steps {
		out.Steps = append(out.Steps, &model.ClockStep{Kind: s.Kind, From: s.From, To: dayOrNull(s.To), Count: s.Count, Text: s.In(lang)})
	}
	return out, nil
}
