package org

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
)

// Above are the units above another, from the top down, whoever asks.
func Above(ctx context.Context, client *ent.Client, u *ent.Unit) ([]*ent.Unit, error) {
	at := u.Levels()
	if u.Level <= 1 {
		return nil, nil
	}
	return client.Unit.Query().Where(unit.IDIn(at[:u.Level-1]...)).Order(unit.ByLevel()).All(everywhere(ctx))
}

// BureauOf are the units of the bureau that a unit belongs to, whoever asks: the bureau first, then its departments down to
// the next bureaus, level by level, without those that are closed.
func BureauOf(ctx context.Context, client *ent.Client, u *ent.Unit) ([]*ent.Unit, error) {
	top, err := BureauAbove(ctx, client, u)
	if err != nil {
		return nil, err
	}
	units := []*ent.Unit{top}
	for next := []int64{top.ID}; len(next) > 0; {
		below, err := client.Unit.Query().Where(unit.ParentIDIn(next...), unit.KindEQ(term.UnitKindDepartment), unit.ClosedOnIsNil()).Order(unit.ByID()).All(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		next = nil
		for _, one := range below {
			units, next = append(units, one), append(next, one.ID)
		}
	}
	return units, nil
}

// BureauAbove is the nearest bureau at or above a unit, whoever asks; the topmost unit where there is none.
func BureauAbove(ctx context.Context, client *ent.Client, u *ent.Unit) (*ent.Unit, error) {
	if u.Kind == term.UnitKindBureau {
		return u, nil
	}
	above, err := Above(ctx, client, u)
	if err != nil {
		return nil, err
	}
	byID := map[int64]*ent.Unit{u.ID: u}
	for _, one := range above {
		byID[one.ID] = one
	}
	return byID[NearestBureau(u, byID)], nil
}

// NearestBureau is the nearest bureau at or above a unit among units that hold those above it; the topmost unit where there is
// none.
func NearestBureau(u *ent.Unit, among map[int64]*ent.Unit) int64 {
	at, top := u.Levels(), u.ID
	for level := u.Level - 1; level > 0 && among[top].Kind != term.UnitKindBureau; level-- {
		top = at[level-1]
	}
	return top
}

// bureausAtOnce is how many units a statement names.
const bureausAtOnce = 2000

// BureausOf are the bureaus of units, each once, sorted, whoever asks; units that are no more have none.
func BureausOf(ctx context.Context, client *ent.Client, units []int64) ([]int64, error) {
	ctx = everywhere(ctx)
	out := map[int64]bool{}
	for ids := range slices.Chunk(units, bureausAtOnce) {
		rows, err := client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, err
		}
		path := map[int64]bool{}
		for _, u := range rows {
			at := u.Levels()
			for _, id := range at[:u.Level] {
				path[id] = true
			}
		}
		above, err := client.Unit.Query().Where(unit.IDIn(slices.Sorted(maps.Keys(path))...)).All(ctx)
		if err != nil {
			return nil, err
		}
		among := map[int64]*ent.Unit{}
		for _, u := range above {
			among[u.ID] = u
		}
		for _, u := range rows {
			out[NearestBureau(u, among)] = true
		}
	}
	return slices.Sorted(maps.Keys(out)), nil
}

// BureausBelow are the next bureaus at and below a unit, 0 for the whole system, after one, sorted, whoever asks.
func BureausBelow(ctx context.Context, client *ent.Client, id, after int64, most int) ([]int64, error) {
	ctx = everywhere(ctx)
	q := client.Unit.Query().Where(unit.IDGT(after), unit.Or(unit.KindEQ(term.UnitKindBureau), unit.ParentIDIsNil()))
	if id != 0 {
		u, err := client.Unit.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		q.Where(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID))
	}
	return q.Order(unit.ByID()).Limit(most).IDs(ctx)
}
