package pending

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// Settling is how long an account's secrets must have been its owner's alone before its owner
// confirms what somebody else began: who knows the first password of an account could be both.
const Settling = 7 * 24 * time.Hour

// IndependentFrom is the moment from which the owner of an account may confirm acts, given since when
// nobody but them has set its password and second factor; nil while somebody else has.
func IndependentFrom(own *time.Time) *time.Time {
	if own == nil {
		return nil
	}
	from := own.Add(Settling)
	return &from
}

// heldBy is the account of who knows the secrets of another beside its owner, or did until lately; nil for nobody. What that other begins
// they could have begun themself, so that they don't confirm it.
func heldBy(ctx context.Context, client *ent.Client, id int64, now time.Time) (*int64, error) {
	a, err := client.Account.Get(viewer.System(ctx), id)
	if err != nil {
		return nil, err
	}
	if from := IndependentFrom(a.SecretsOwnSince); from != nil && !now.Before(*from) {
		return nil, nil
	}
	return a.SecretsSetBy, nil
}

// independent refuses a confirmation by an owner who is not independent yet.
func independent(own *time.Time, now time.Time) error {
	from := IndependentFrom(own)
	switch {
	case from == nil:
		return fault.New(fault.Forbidden, "NOT_INDEPENDENT", "actId",
			"您的密码或二次验证由他人设置,请先自行修改密码;修改满 7 天后可以确认", "Somebody else has set your password or second factor: change your password first; 7 days after that you may confirm")
	case now.Before(*from):
		at := store.DayOf(*from).Format(time.DateOnly) + " " + store.TimeOfDay(*from)
		return fault.New(fault.Forbidden, "NOT_INDEPENDENT", "actId",
			"您自行设置密码和二次验证未满 7 天,"+at+" 起可以确认", "You have set your own password and second factor for less than 7 days; you may confirm from "+at+" (China) on")
	}
	return nil
}
