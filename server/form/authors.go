package form

import (
	"context"
	"maps"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/duty"
	"sineng/ent/power"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/separation"
)

// Authors are those who wrote in the rows of a form.
type Authors struct{ Accounts, People []int64 }

// Authors returns those who wrote, since a time, in the rows that differ between two contents
// of a form, as the log tells it, also where the row is gone. Before is nil where all rows
// count.
func (s *Service) Authors(ctx context.Context, before, now *Content, since time.Time) (Authors, error) {
	ctx, client := viewer.System(ctx), s.store.Reader(ctx)
	rows, err := writtenRows(ctx, client, before, now)
	if err != nil {
		return Authors{}, err
	}
	accounts, people := map[int64]bool{}, map[int64]bool{}
	err = audit.Writes(ctx, client, rows, since, func(e *audit.Entry, d audit.Diff) {
		if e.Actor.Account != 0 && separation.Writes(e.Action, d) {
			accounts[e.Actor.Account], people[e.Actor.Person] = true, true
		}
	})
	if err != nil {
		return Authors{}, err
	}
	delete(people, 0)
	// Somebody whose account was linked to them later is an author too.
	owners, err := client.Account.Query().Where(account.IDIn(slices.Collect(maps.Keys(accounts))...), account.PersonIDNotNil()).All(ctx)
	for _, a := range owners {
		people[*a.PersonID] = true
	}
	return Authors{slices.Sorted(maps.Keys(accounts)), slices.Sorted(maps.Keys(people))}, err
}

// writtenRows are the register rows behind the rows that differ: with a power also the duties of
// its posts, which 表1 shows and lets people write.
func writtenRows(ctx context.Context, client *ent.Client, before, now *Content) ([]int64, error) {
	var rows, powers []int64
	for _, r := range Edited(before, now) {
		id, ok := RowID(r.Key)
		if !ok {
			continue
		}
		rows = append(rows, id)
		if now.Kind == term.FormKindPowers && (r.Kind != RowChanged || slices.Contains(r.Columns(), "duties")) {
			powers = append(powers, id)
		}
	}
	for part := range slices.Chunk(powers, 500) {
		found, err := client.Power.Query().Where(power.IDIn(part...)).WithExercisingPosts().All(ctx)
		if err != nil {
			return nil, err
		}
		var posts []int64
		for _, p := range found {
			posts = append(posts, idsOf(p.Edges.ExercisingPosts)...)
		}
		duties, err := client.Duty.Query().Where(duty.PostIDIn(posts...)).IDs(ctx)
		if err != nil {
			return nil, err
		}
		rows = append(rows, duties...)
	}
	slices.Sort(rows)
	return slices.Compact(rows), nil
}
