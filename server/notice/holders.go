package notice

import (
	"context"
	"slices"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
)

// mostHolders is how many accounts are notified of one thing because of a role.
const mostHolders = 100

// place is a role on a unit, by the unit's levels.
type place struct {
	role term.Role
	at   authz.Levels
}

// Office reads who holds what today.
func (b *Batch) Office() office.Reader { return office.Read(b.Tx.Client(), office.On(b.Today)) }

// Holders are the accounts that hold a role on the unit with these levels, or else on
// the nearest unit above it where anybody does: an inspector of the whole system is not notified
// of every department that has one of its own. Those who may not act are passed over, so that
// one above them is notified in their place.
func (b *Batch) Holders(ctx context.Context, role term.Role, at authz.Levels, but ...int64) ([]int64, error) {
	holders, err := b.holdersOf(ctx, role, at)
	if err != nil {
		return nil, err
	}
	var out []int64
	for _, h := range office.Nearest(holders, func(h office.Holder) bool { return h.Account == 0 || slices.Contains(but, h.Account) }) {
		out = append(out, h.Account)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), mostHolders)], nil
}

// holdersOf are all who hold a role there; no place is asked for twice in a batch.
func (b *Batch) holdersOf(ctx context.Context, role term.Role, at authz.Levels) ([]office.Holder, error) {
	key := place{role, at}
	if known, ok := b.holders[key]; ok {
		return known, nil
	}
	err := b.ReadHolders(ctx, []authz.Levels{at}, role)
	return b.holders[key], err
}

// placesAtOnce is of how many units one statement reads who holds roles on them.
const placesAtOnce = 500

// ReadHolders reads who holds roles on units, of all together, so that Holders of them reads nothing more.
func (b *Batch) ReadHolders(ctx context.Context, units []authz.Levels, roles ...term.Role) error {
	seen := map[authz.Levels]bool{}
	units = slices.DeleteFunc(slices.Clone(units), func(at authz.Levels) bool {
		again := seen[at]
		seen[at] = true
		return again
	})
	for some := range slices.Chunk(units, placesAtOnce) {
		facts, err := b.Office().HoldingAt(ctx, some, roles...)
		if err != nil {
			return err
		}
		for _, at := range some {
			for _, role := range roles {
				b.holders[place{role, at}] = facts.Holders(role, office.UnitAt(at).ID)
			}
		}
	}
	return nil
}
