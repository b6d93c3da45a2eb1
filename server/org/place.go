// Package org keeps the organisation: units, posts, people, and who holds what when.
package org

import (
	"context"
	"fmt"
	"slices"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqlgraph"

	"sineng/ent"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// LevelsOf are the ids of a unit and its ancestors from the top down.
func LevelsOf(u *ent.Unit) authz.Levels {
	return u.Levels()
}

// Place sets the unit of a new or moved row, with its levels.
func Place(m entgo.Mutation, u *ent.Unit) error {
	if err := m.SetField("unit_id", u.ID); err != nil {
		return err
	}
	return setLevels(m, LevelsOf(u))
}

func setLevels(m entgo.Mutation, l authz.Levels) error {
	for n, id := range l {
		if err := m.SetField(fmt.Sprintf("l%d", n+1), id); err != nil {
			return err
		}
	}
	return nil
}

// Hold loads a unit for a write below it and locks it against moving and closing until the
// transaction ends. It checks the action on the unit; field names the input that gave the id.
func Hold(ctx context.Context, s *store.Store, tx *ent.Tx, id int64, action authz.Action, field string) (*ent.Unit, error) {
	held, err := HoldAll(ctx, s, tx, []int64{id}, action, field)
	return held[id], err
}

// HoldAll is Hold for several units, by their ids. None is held where one can't be.
func HoldAll(ctx context.Context, s *store.Store, tx *ent.Tx, ids []int64, action authz.Action, field string) (map[int64]*ent.Unit, error) {
	held, err := holdToEnd(ctx, s, tx, ids, action, field)
	if err != nil {
		return nil, err
	}
	for _, u := range held {
		if u.ClosedOn != nil && !u.ClosedOn.After(s.Today()) {
			return nil, fault.New(fault.InvalidTransition, "UNIT_CLOSED", field, "该单位已撤销,不能再变更", "This unit is closed and takes no more changes")
		}
		store.Note(ctx, unit.Table, u.ID, u.ImportID)
	}
	return held, nil
}

// HoldToEnd is Hold for a write that ends something on the unit, which is allowed on a closed
// unit too: its people are relieved and its risk points retired after it is closed.
func HoldToEnd(ctx context.Context, s *store.Store, tx *ent.Tx, id int64, action authz.Action, field string) (*ent.Unit, error) {
	held, err := holdToEnd(ctx, s, tx, []int64{id}, action, field)
	return held[id], err
}

// holdToEnd locks in the order of the ids.
func holdToEnd(ctx context.Context, s *store.Store, tx *ent.Tx, ids []int64, action authz.Action, field string) (map[int64]*ent.Unit, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	held := make(map[int64]*ent.Unit, len(ids))
	for part := range slices.Chunk(ids, 500) {
		q := tx.Unit.Query().Where(unit.IDIn(part...)).Order(unit.ByID())
		if s.Dialect() == dialect.MySQL {
			q.ForShare(sql.WithLockClause("LOCK IN SHARE MODE"))
		}
		found, err := q.All(ctx)
		if err != nil {
			return nil, err
		}
		for _, u := range found {
			held[u.ID] = u
		}
	}
	for _, id := range ids {
		u := held[id]
		if u == nil {
			return nil, fault.MissingAt(field, "单位", "unit")
		}
		if err := authz.Check(ctx, action, LevelsOf(u)); err != nil {
			return nil, err
		}
	}
	return held, nil
}

// Taken turns the violation of a unique index into the error given. A key that an import under
// way brings is seen by nobody and still taken; so is one that somebody took a moment ago.
func Taken(err, taken error) error {
	if taken != nil && sqlgraph.IsUniqueConstraintError(err) {
		return taken
	}
	return err
}

// Stale turns a failed conditional update into a CONFLICT.
func Stale(err error) error {
	if ent.IsNotFound(err) {
		return fault.Stale()
	}
	return err
}

// HoldNumbers locks a bureau until the transaction ends, where the database does not let one write at a time anyhow: who numbers
// things of a bureau holds it, so that no two are given the same.
func HoldNumbers(ctx context.Context, s *store.Store, tx *ent.Tx, bureau int64) error {
	q := tx.Unit.Query().Where(unit.ID(bureau))
	if s.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	_, err := q.Only(ctx)
	return err
}
