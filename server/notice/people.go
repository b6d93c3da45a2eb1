package notice

import (
	"context"
	"slices"

	"sineng/ent/account"
)

// AccountsOf are the accounts of people that are not disabled, by person; nobody is asked for
// twice in a batch.
func (b *Batch) AccountsOf(ctx context.Context, people []int64) (map[int64]int64, error) {
	var unknown []int64
	for _, id := range people {
		if _, known := b.people[id]; !known {
			b.people[id] = 0
			unknown = append(unknown, id)
		}
	}
	if len(unknown) > 0 {
		slices.Sort(unknown)
		rows, err := b.Tx.Account.Query().Where(account.PersonIDIn(unknown...), account.Disabled(false)).Select(account.FieldPersonID).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, a := range rows {
			b.people[*a.PersonID] = a.ID
		}
	}
	out := map[int64]int64{}
	for _, id := range people {
		if b.people[id] != 0 {
			out[id] = b.people[id]
		}
	}
	return out, nil
}

// Accounts are the accounts of people, in their order.
func (b *Batch) Accounts(ctx context.Context, people ...int64) ([]int64, error) {
	found, err := b.AccountsOf(ctx, people)
	var out []int64
	for _, id := range people {
		if found[id] != 0 {
			out = append(out, found[id])
		}
	}
	return out, err
}
