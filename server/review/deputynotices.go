package review

import (
	"context"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/delegation"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/notice"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/timer"
)

// mostDeputed is the greatest number of forms of which a deputy is notified one by one.
const mostDeputed = 100

// notifyDelegated notifies a deputy of the forms that await the person for whom they sign,
// once the delegation is in force.
func notifyDelegated(ctx context.Context, b *notice.Batch, entries []follow.Entry) error {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, e.Changed(ent.TypeDelegation)...)
	}
	return notifyDeputiesOf(ctx, b, delegation.IDIn(ids...))
}

// notifyDeputies notifies those whose delegation begins on this day, or began on a day since
// the last run on which no server was running.
func notifyDeputies(ctx context.Context, b *notice.Batch, item *timer.Item) error {
	return notifyDeputiesOf(ctx, b, delegation.FromDayGTE(store.DayOf(item.At)))
}

// notifyDeputiesOf notifies the deputies of delegations in force today.
func notifyDeputiesOf(ctx context.Context, b *notice.Batch, which predicate.Delegation) error {
	rows, err := b.Tx.Delegation.Query().Where(which, office.InForce(b.Today)).All(ctx)
	if err != nil {
		return err
	}
	for _, d := range rows {
		waiting, err := b.Tx.Form.Query().Where(entform.AddresseeID(d.PersonID), entform.StateIn(term.FormStateDeptReview, term.FormStateLeaderReview),
			entform.HasCampaignWith(campaign.ClosedAtIsNil())).Order(entform.ByDueOn(), entform.ByID()).Limit(mostDeputed).WithUnit().WithPerson().All(ctx)
		if err != nil {
			return err
		}
		if err := notifyReviewers(ctx, b, waiting); err != nil {
			return err
		}
	}
	return nil
}
