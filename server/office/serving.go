package office

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/server/store"
)

// Serving are those of some people who hold a post or a portfolio on a day.
func Serving(ctx context.Context, client *ent.Client, people []int64, day time.Time) (map[int64]bool, error) {
	out := map[int64]bool{}
	err := store.InParts(people, func(part []int64) error {
		var found, leading []int64
		if err := client.Appointment.Query().Where(appointment.PersonIDIn(part...), InForce(day)).Select(appointment.FieldPersonID).Scan(ctx, &found); err != nil {
			return err
		}
		if err := client.Portfolio.Query().Where(portfolio.PersonIDIn(part...), InForce(day)).Select(portfolio.FieldPersonID).Scan(ctx, &leading); err != nil {
			return err
		}
		for _, id := range append(found, leading...) {
			out[id] = true
		}
		return nil
	})
	return out, err
}
