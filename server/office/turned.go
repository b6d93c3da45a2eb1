package office

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
)

// Turned are the appointments, with their posts, and the portfolios, with their units, that began on one of the days from one to
// another or ended on the day before one: no entry of the log tells of them on the day on which they do.
func Turned(ctx context.Context, client *ent.Client, from, to time.Time) (appointments []*ent.Appointment, portfolios []*ent.Portfolio, err error) {
	if from.After(to) {
		from = to
	}
	yesterday := from.AddDate(0, 0, -1)
	for _, when := range []predicate.Appointment{
		appointment.And(appointment.FromDayGTE(from), appointment.FromDayLTE(to)), appointment.And(appointment.ToDayGTE(yesterday), appointment.ToDayLT(to)),
	} {
		rows, err := client.Appointment.Query().Where(when).WithPost().All(ctx)
		if err != nil {
			return nil, nil, err
		}
		appointments = append(appointments, rows...)
	}
	for _, when := range []predicate.Portfolio{
		portfolio.And(portfolio.FromDayGTE(from), portfolio.FromDayLTE(to)), portfolio.And(portfolio.ToDayGTE(yesterday), portfolio.ToDayLT(to)),
	} {
		rows, err := client.Portfolio.Query().Where(when).WithUnit().All(ctx)
		if err != nil {
			return nil, nil, err
		}
		portfolios = append(portfolios, rows...)
	}
	return appointments, portfolios, nil
}
