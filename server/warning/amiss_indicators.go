package warning

import (
	"context"

	"sineng/ent"
	entindicator "sineng/ent/indicator"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/indicator"
	"sineng/server/task"
)

// indicators finds those of measures in force that are beyond their thresholds, and those that nobody has read in time.
func (a *amiss) indicators(ctx context.Context) error {
	rows, err := a.client.Indicator.Query().Where(entindicator.UnitID(a.unit), entindicator.StoppedReason("")).
		WithMeasure(func(q *ent.MeasureQuery) {
			q.WithRiskPoints(func(q *ent.RiskPointQuery) { q.Where(riskpoint.StatusNEQ(term.RiskStatusRetired)) })
		}).Order(entindicator.ByID()).All(ctx)
	for _, i := range rows {
		m := i.Edges.Measure
		if !task.Asks(m.Status) {
			continue
		}
		c := Cause{Subject: i.ID, Grade: worst(m.Edges.RiskPoints), Text: i.Name}
		if i.OverSince != nil {
			over := c
			over.Kind, over.Since, over.Concerned = term.WarningKindIndicatorOver, *i.OverSince, value(m.OwnerID)
			a.from(over)
		}
		if due := indicator.DueOn(i); due != nil {
			c.Kind, c.Concerned = term.WarningKindIndicatorUnread, indicator.ReaderOf(i)
			a.overdue(*due, c)
		}
	}
	return err
}
