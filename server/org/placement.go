package org

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/unitplacement"
	"sineng/server/office"
)

// placeFrom records a unit's place in the tree from a day on.
func (s *Service) placeFrom(ctx context.Context, tx *ent.Tx, u *ent.Unit, from time.Time) error {
	now := s.store.Now()
	create := tx.UnitPlacement.Create().SetNillableParentID(u.ParentID).SetFromDay(from).SetCreatedAt(now).SetUpdatedAt(now)
	if err := Place(create.Mutation(), u); err != nil {
		return err
	}
	return create.Exec(everywhere(ctx))
}

// placeAnew ends a unit's present placement as of yesterday, and records its place from today
// on. A placement that began today ends before its first day, so that it was never in force.
func (s *Service) placeAnew(ctx context.Context, tx *ent.Tx, u *ent.Unit) error {
	today, now := s.store.Today(), s.store.Now()
	before, err := tx.UnitPlacement.Query().Where(unitplacement.UnitID(u.ID), unitplacement.ToDayIsNil()).Only(everywhere(ctx))
	if err != nil {
		return err
	}
	yesterday := today.AddDate(0, 0, -1)
	err = tx.UnitPlacement.UpdateOne(before).SetToDay(yesterday).SetEnds(office.PlacementTerm(before).Ending(yesterday, now)).SetUpdatedAt(now).Exec(everywhere(ctx))
	if err != nil {
		return err
	}
	return s.placeFrom(ctx, tx, u, today)
}
