package warning

import (
	"context"

	"sineng/ent/rulesreview"
	"sineng/ent/term"
)

// rules finds the reviews that nobody answered in time, after a document changed that powers and measures stand on.
func (a *amiss) rules(ctx context.Context) error {
	rows, err := a.client.RulesReview.Query().Where(rulesreview.UnitID(a.unit), rulesreview.StateEQ(term.RulesReviewStateOpen)).Order(rulesreview.ByID()).All(ctx)
	for _, r := range rows {
		a.overdue(r.DueOn, Cause{Kind: term.WarningKindRulesUnreviewed, Subject: r.ID, Concerned: value(r.PersonID), Grade: term.Ungraded, Text: r.Title})
	}
	return err
}
