package org

import (
	"context"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/schema"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/search"
	"sineng/server/store"
)

// CreateUnit is the input of Service.CreateUnit.
type CreateUnit struct {
	ParentID  *int64
	Code      string
	Name      string
	Kind      term.UnitKind
	SortOrder *int
}

// UpdateUnit is the input of Service.UpdateUnit.
type UpdateUnit struct {
	ID              int64
	ExpectedVersion int
	Code            string
	Name            string
	Kind            term.UnitKind
	SortOrder       int
}

// CreateUnit adds a unit below its parent, or a top unit.
func (s *Service) CreateUnit(ctx context.Context, in CreateUnit) (*ent.Unit, error) {
	in.Code, in.Name = strings.TrimSpace(in.Code), strings.TrimSpace(in.Name)
	if err := validateUnit(in.Code, in.Name); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCreateUnit, Right: authz.EditOrganisation}, func(ctx context.Context, tx *ent.Tx) (*ent.Unit, error) {
		level, levels := 1, authz.Levels{}
		if in.ParentID == nil {
			if err := authz.CheckEverywhere(ctx, authz.EditOrganisation); err != nil {
				return nil, err
			}
		} else {
			parent, err := Hold(ctx, s.store, tx, *in.ParentID, authz.EditOrganisation, "parentId")
			if err != nil {
				return nil, err
			}
			if level = parent.Level + 1; level > schema.Levels {
				return nil, tooDeep("parentId")
			}
			levels = LevelsOf(parent)
			if err := countChild(ctx, tx, parent); err != nil {
				return nil, err
			}
		}
		if err := s.codeFree(ctx, tx, in.Code, 0); err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Unit.Create().SetCode(in.Code).SetName(in.Name).SetInitials(Pinyin(in.Name)).SetKind(in.Kind).
			SetLevel(level).SetNillableParentID(in.ParentID).SetCreatedAt(now).SetUpdatedAt(now)
		if in.SortOrder != nil {
			create.SetSortOrder(*in.SortOrder)
		}
		if err := setLevels(create.Mutation(), levels); err != nil {
			return nil, err
		}
		u, err := create.Save(ctx)
		if err != nil {
			return nil, Taken(err, codeTaken(in.Code, ""))
		}
		levels[level-1] = u.ID
		update := tx.Unit.UpdateOne(u)
		if err := setLevels(update.Mutation(), levels); err != nil {
			return nil, err
		}
		if u, err = update.Save(ctx); err != nil {
			return nil, err
		}
		return u, s.placeFrom(ctx, tx, u, office.Beginning)
	})
}

// UpdateUnit changes a unit's code, name, kind and order.
func (s *Service) UpdateUnit(ctx context.Context, in UpdateUnit) (*ent.Unit, error) {
	in.Code, in.Name = strings.TrimSpace(in.Code), strings.TrimSpace(in.Name)
	if err := validateUnit(in.Code, in.Name); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionUpdateUnit, Right: authz.EditOrganisation}, func(ctx context.Context, tx *ent.Tx) (*ent.Unit, error) {
		u, err := Hold(ctx, s.store, tx, in.ID, authz.EditOrganisation, "id")
		if err != nil {
			return nil, err
		}
		if err := s.codeFree(ctx, tx, in.Code, u.ID); err != nil {
			return nil, err
		}
		if err := s.postsSeeNoMore(ctx, tx, u, in.Kind); err != nil {
			return nil, err
		}
		out, err := tx.Unit.UpdateOne(u).Where(unit.Version(in.ExpectedVersion)).AddVersion(1).
			SetCode(in.Code).SetName(in.Name).SetInitials(Pinyin(in.Name)).SetKind(in.Kind).
			SetSortOrder(in.SortOrder).SetUpdatedAt(s.store.Now()).Save(ctx)
		return out, Taken(Stale(err), codeTaken(in.Code, ""))
	})
}

// UnitFilter narrows a list of units.
type UnitFilter struct {
	ParentID      *int64
	TopOnly       *bool
	Text          *string
	Kind          *term.UnitKind
	IncludeClosed *bool
}

// Units lists units in the order of the tree.
func (s *Service) Units(ctx context.Context, f UnitFilter, page store.Page, with func(*ent.UnitQuery)) (*store.Slice[*ent.Unit], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOrganisation); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Unit.Query()
	if f.ParentID != nil {
		if _, err := s.Root(ctx, *f.ParentID, "filter.parentId"); err != nil {
			return nil, err
		}
		q.Where(unit.ParentID(*f.ParentID))
	}
	if f.TopOnly != nil && *f.TopOnly {
		q.Where(unit.ParentIDIsNil())
	}
	if f.Kind != nil {
		q.Where(unit.KindEQ(*f.Kind))
	}
	if f.IncludeClosed == nil || !*f.IncludeClosed {
		q.Where(Open(s.store.Today()))
	}
	if err := search.Narrow(ctx, s.store, q, UnitTexts, search.Asked{Text: trimmed(f.Text)}); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, UnitID, unitOrder, with)
}

// UnitID is the key of a unit.
func UnitID(u *ent.Unit) int64 { return u.ID }

var unitOrder = []store.Key[*ent.Unit]{
	store.Asc("sort_order", func(u *ent.Unit) any { return u.SortOrder }),
	store.Asc("code", func(u *ent.Unit) any { return u.Code }),
}

// Open matches units that exist on a day.
func Open(day time.Time) predicate.Unit {
	return unit.Or(unit.ClosedOnIsNil(), unit.ClosedOnGT(day))
}

// IsOpen reports whether a unit exists on a day, as Open does in the database.
func IsOpen(u *ent.Unit, day time.Time) bool { return u.ClosedOn == nil || u.ClosedOn.After(day) }

// lockSubtree loads a unit for a write to its whole subtree and locks the subtree against
// other writes until the transaction ends.
func (s *Service) lockSubtree(ctx context.Context, tx *ent.Tx, id int64, field string) (*ent.Unit, error) {
	u, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "单位", "unit")
	}
	if err := authz.Check(ctx, authz.EditOrganisation, LevelsOf(u)); err != nil {
		return nil, err
	}
	if s.store.Dialect() != dialect.MySQL {
		return u, nil
	}
	_, err = tx.Unit.Query().Where(below(u)).Order(unit.ByID()).ForUpdate().IDs(ctx)
	if err != nil {
		return nil, err
	}
	locked, err := tx.Unit.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "单位", "unit")
	}
	if LevelsOf(locked) != LevelsOf(u) {
		return nil, fault.Stale()
	}
	return locked, nil
}

// below matches the units of a unit's subtree, including itself.
func below(u *ent.Unit) predicate.Unit {
	return func(s *sql.Selector) { s.Where(sql.EQ(s.C(rule.LevelColumn(u.Level)), u.ID)) }
}

// codeFree refuses a code that another unit has, without saying which.
func (s *Service) codeFree(ctx context.Context, tx *ent.Tx, code string, except int64) error {
	if err := s.store.MayTryKey(ctx); err != nil {
		return err
	}
	theirs := []predicate.Unit{codeAlike(code), unit.IDNEQ(except)}
	taken, err := tx.Unit.Query().Where(theirs...).Exist(everywhere(ctx))
	if err != nil || !taken {
		return err
	}
	visible, err := tx.Unit.Query().Where(theirs...).All(ctx)
	if err != nil {
		return err
	}
	if len(visible) == 0 {
		s.store.HiddenKey(ctx, unit.Label, fold.Code(code))
		return codeTaken(code, "")
	}
	return codeTaken(code, visible[0].Code)
}

func codeTaken(code, there string) error {
	return fault.Taken("CODE_TAKEN", "code", "单位编码已被使用", "The unit code is taken", code, there)
}

func validateUnit(code, name string) error {
	var bad fault.List
	bad.Add(Length("code", code, 1, 64, "单位编码", "The unit code"))
	bad.Add(Length("name", name, 1, 200, "单位名称", "The unit name"))
	return bad.Err()
}

func tooDeep(field string) error {
	return fault.Bad(field, "TOO_DEEP", "组织层级最多 6 级", "The tree has at most 6 levels")
}
