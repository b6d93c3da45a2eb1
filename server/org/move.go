package org

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/ent/schema"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/store"
	"sineng/server/tally"
)

// Reorganised is a unit that was moved or closed, or whose move or closing waits for a second person.
type Reorganised struct {
	*ent.Unit
	// Act is the act where it waits; the unit then is as it was.
	Act *pending.View
}

// Unwrap frees the unit from the transaction that changed it.
func (r *Reorganised) Unwrap() *Reorganised { return &Reorganised{r.Unit.Unwrap(), r.Act} }

// MoveUnit moves a unit with its subtree under another parent (nil for the top). Every row of
// the subtree and every count above it are updated in the same transaction. The actor must be
// allowed to edit both the old and the new place. Where somebody would see more by it, because they
// hold an office above the new place or a post in a bureau that it leaves undivided, it waits for a
// second person.
func (s *Service) MoveUnit(ctx context.Context, id int64, expectedVersion int, newParent *int64) (*Reorganised, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Reorganised, error) {
		u, err := s.lockSubtree(ctx, tx, id, "id")
		if err != nil {
			return nil, err
		}
		if u.Version != expectedVersion {
			return nil, fault.Stale()
		}
		to, err := s.newPlace(ctx, tx, u, newParent)
		if err != nil {
			return nil, err
		}
		if act, err := s.waitMove(ctx, tx, u, newParent, to); err != nil || act != nil {
			return &Reorganised{u, act}, err
		}
		out, err := s.move(ctx, tx, u, newParent, to, authz.EditOrganisation)
		return &Reorganised{Unit: out}, err
	})
}

// move moves a unit to the place with these ancestors, by a right.
func (s *Service) move(ctx context.Context, tx *ent.Tx, u *ent.Unit, newParent *int64, to authz.Levels, right authz.Action) (*ent.Unit, error) {
	if err := s.moveRows(ctx, tx, u, to); err != nil {
		return nil, err
	}
	open := u.ClosedOn == nil
	if u.ParentID != nil && open {
		if err := tx.Unit.Update().Where(unit.ID(*u.ParentID)).AddChildCount(-1).Exec(everywhere(ctx)); err != nil {
			return nil, err
		}
	}
	update := tx.Unit.UpdateOneID(u.ID).AddVersion(1).SetUpdatedAt(s.store.Now())
	if newParent == nil {
		update.ClearParentID()
	} else {
		update.SetParentID(*newParent)
		if open {
			if err := tx.Unit.Update().Where(unit.ID(*newParent)).AddChildCount(1).Exec(ctx); err != nil {
				return nil, err
			}
		}
	}
	out, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.placeAnew(ctx, tx, out); err != nil {
		return nil, err
	}
	return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionMoveUnit, Right: right, Object: out.ID, At: LevelsOf(out)})
}

// newPlace are the unit's new ancestors, without the unit itself.
func (s *Service) newPlace(ctx context.Context, tx *ent.Tx, u *ent.Unit, newParent *int64) (authz.Levels, error) {
	var to authz.Levels
	level := 1
	if newParent == nil {
		if err := authz.CheckEverywhere(ctx, authz.EditOrganisation); err != nil {
			return to, err
		}
	} else {
		parent, err := Hold(ctx, s.store, tx, *newParent, authz.EditOrganisation, "newParentId")
		if err != nil {
			return to, err
		}
		if slices.Contains(levelIDs(LevelsOf(parent)), u.ID) {
			return to, fault.Bad("newParentId", "INSIDE_ITSELF", "不能把单位移到自己的下级", "A unit cannot be moved below itself")
		}
		to, level = LevelsOf(parent), parent.Level+1
	}
	deepest, err := tx.Unit.Query().Where(below(u)).Aggregate(ent.Max(unit.FieldLevel)).Int(everywhere(ctx))
	if err != nil {
		return to, err
	}
	if deepest-u.Level+level > schema.Levels {
		return to, tooDeep("newParentId")
	}
	return to, nil
}

// moveRows updates the level columns of every row in the subtree, then the counts.
func (s *Service) moveRows(ctx context.Context, tx *ent.Tx, u *ent.Unit, to authz.Levels) error {
	level := 1
	for _, id := range to {
		if id != 0 {
			level++
		}
	}
	from := LevelsOf(u)
	from[u.Level-1] = 0
	set, args := shift(u.Level, level, from, to)
	if set == "" {
		return nil
	}
	for _, table := range migrate.Tables {
		if !table.HasColumn("l1") {
			continue
		}
		assign, values := set, args
		if table.Name == unit.Table {
			assign = fmt.Sprintf("level = level + (%d), %s", level-u.Level, set)
		}
		query := fmt.Sprintf("UPDATE %s SET %s WHERE %s = ?", table.Name, assign, rule.LevelColumn(u.Level))
		if _, err := tx.ExecContext(viewer.System(ctx), query, append(slices.Clone(values), u.ID)...); err != nil {
			return fmt.Errorf("moving %s: %w", table.Name, err)
		}
	}
	return tally.Moved(ctx, tx, u.ID, from, to, s.store.Now())
}

// shift returns the assignments that turn the level columns of the old place into those of the
// new one, without those that stay, whose indexes then need not be written. MySQL evaluates assignments from left to right and sees the values already
// assigned, so a move down the tree starts at the last column and one up at the first.
func shift(from, level int, old, to authz.Levels) (set string, args []any) {
	type assignment struct {
		text string
		arg  []any
	}
	var above, below []assignment // the unit, which is among those below
	for n := 1; n <= schema.Levels; n++ {
		column, source := rule.LevelColumn(n), n-level+from
		switch {
		case n < level && n < from && old[n-1] == to[n-1], n >= level && level == from: // stays
		case n < level:
			above = append(above, assignment{column + " = ?", []any{to[n-1]}})
		case source <= schema.Levels:
			below = append(below, assignment{column + " = " + rule.LevelColumn(source), nil})
		default:
			below = append(below, assignment{column + " = 0", nil})
		}
	}
	if level > from {
		slices.Reverse(below)
	}
	// The columns above the unit are assigned last, since the others still read them.
	out := slices.Concat(below, above)
	texts := make([]string, len(out))
	for i, a := range out {
		texts[i] = a.text
		args = append(args, a.arg...)
	}
	return strings.Join(texts, ", "), args
}

func levelIDs(l authz.Levels) []int64 { return l[:] }

// everywhere lifts a context's limits, for checks beyond the viewer's scope: whether a code is
// unique, or a count to update.
func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
