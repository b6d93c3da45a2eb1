package register

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/graderecipe"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// RecipeInForce is the recipe by which grades are computed on a unit.
type RecipeInForce struct {
	Recipe
	// Set is the version that a body set, on this unit or one above; nil for the built-in
	// recipe.
	Set *ent.GradeRecipe
}

// SetRecipe is the input of Service.SetRecipe.
type SetRecipe struct {
	UnitID          int64
	ExpectedVersion int // the version in force when the change was previewed
	Name            string
	Bounds          Bounds
	Reason          string
}

// The keys under which bounds are stored.
const boundA, boundB = "a", "b"

// inForce is the recipe in force on a unit with these levels: the newest version of the
// nearest unit that set one, else the built-in recipe. It reads one row by an index.
func (s *Service) inForce(ctx context.Context, client *ent.Client, at authz.Levels) (*RecipeInForce, error) {
	versions, err := s.versions(ctx, client, at[:])
	if err != nil {
		return nil, err
	}
	return s.nearest(versions, at)
}

// versions are the recipes that units set, the newest first, by unit.
func (s *Service) versions(ctx context.Context, client *ent.Client, units []int64) (map[int64][]*ent.GradeRecipe, error) {
	out := map[int64][]*ent.GradeRecipe{}
	err := store.InParts(distinct(units), func(part []int64) error {
		rows, err := client.GradeRecipe.Query().Where(graderecipe.UnitIDIn(part...)).
			Order(ent.Desc(graderecipe.FieldNumber)).All(everywhere(ctx))
		for _, row := range rows {
			out[row.UnitID] = append(out[row.UnitID], row)
		}
		return err
	})
	return out, err
}

// nearest is the recipe in force on a unit with these levels.
func (s *Service) nearest(versions map[int64][]*ent.GradeRecipe, at authz.Levels) (*RecipeInForce, error) {
	for _, unit := range slices.Backward(distinct(at[:])) {
		if set := versions[unit]; len(set) > 0 {
			r, err := RecipeOf(set[0])
			return &RecipeInForce{r, set[0]}, err
		}
	}
	return &RecipeInForce{Recipe: s.recipe}, nil
}

// above are the ids of units and of those above them.
func above(units map[int64]*ent.Unit) []int64 {
	var out []int64
	for _, u := range units {
		levels := org.LevelsOf(u)
		out = append(out, levels[:]...)
	}
	return distinct(out)
}

// recipesOf are the recipes in force on units, by their ids.
func (s *Service) recipesOf(versions map[int64][]*ent.GradeRecipe, units map[int64]*ent.Unit) (map[int64]Recipe, error) {
	out := make(map[int64]Recipe, len(units))
	for id, u := range units {
		r, err := s.nearest(versions, org.LevelsOf(u))
		if err != nil {
			return nil, err
		}
		out[id] = r.Recipe
	}
	return out, nil
}

// RecipeOf is the recipe of a stored version.
func RecipeOf(row *ent.GradeRecipe) (Recipe, error) {
	return NewRecipe(row.Name, row.Number, Bounds{A: row.Bounds[boundA], B: row.Bounds[boundB]})
}

func (s *Service) recipeAt(ctx context.Context, client *ent.Client, at authz.Levels) (Recipe, error) {
	r, err := s.inForce(ctx, client, at)
	if err != nil {
		return Recipe{}, err
	}
	return r.Recipe, nil
}

// RecipeOn is the recipe in force on a unit.
func (s *Service) RecipeOn(ctx context.Context, unitID int64) (*RecipeInForce, error) {
	u, err := s.unitFor(ctx, unitID, authz.ReadRegister)
	if err != nil {
		return nil, err
	}
	return s.inForce(ctx, s.store.Reader(ctx), org.LevelsOf(u))
}

// RecipeVersions lists the versions that were set on a unit itself, the newest first.
func (s *Service) RecipeVersions(ctx context.Context, unitID int64, page store.Page, with func(*ent.GradeRecipeQuery)) (*store.Slice[*ent.GradeRecipe], error) {
	if _, err := s.unitFor(ctx, unitID, authz.ReadRegister); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).GradeRecipe.Query().Where(graderecipe.UnitID(unitID))
	return store.List(ctx, q, page, func(r *ent.GradeRecipe) int64 { return r.ID },
		[]store.Key[*ent.GradeRecipe]{store.Desc("number", func(r *ent.GradeRecipe) any { return r.Number })}, with)
}

func (s *Service) unitFor(ctx context.Context, id int64, action authz.Action) (*ent.Unit, error) {
	u, err := s.store.Reader(ctx).Unit.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "unitId", "单位", "unit")
	}
	return u, authz.Check(ctx, action, org.LevelsOf(u))
}

// SetRecipe puts a new version of a recipe in force on a unit's subtree, except for units
// below that set their own. It changes no grade; later proposals use it.
func (s *Service) SetRecipe(ctx context.Context, in SetRecipe) (*ent.GradeRecipe, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	var bad fault.List
	bad.Add(length("reason", in.Reason, 1, 2000, "理由", "The reason"))
	if _, err := NewRecipe(in.Name, 1, in.Bounds); err != nil {
		bad = append(bad, fault.All(err)...)
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionSetRecipe, Right: authz.SetRecipes, Reason: in.Reason}, func(ctx context.Context, tx *ent.Tx) (*ent.GradeRecipe, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.SetRecipes, "unitId")
		if err != nil {
			return nil, err
		}
		now, err := s.inForce(ctx, tx.Client(), org.LevelsOf(u))
		if err != nil {
			return nil, err
		}
		if now.Version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		if now.Name == in.Name && now.Bounds == in.Bounds {
			return nil, fault.Bad("bounds", "RECIPE_UNCHANGED", "与现行规则完全相同,无须设定", "This is the recipe in force already")
		}
		v := viewer.FromContext(ctx)
		// Numbers continue from the version in force, so that a name and a number are
		// unambiguous on a unit.
		create := tx.GradeRecipe.Create().SetName(in.Name).SetNumber(now.Version + 1).
			SetBounds(map[string]int{boundA: in.Bounds.A, boundB: in.Bounds.B}).SetReason(in.Reason).
			SetNillableAccountID(authorOf(ctx)).SetActorName(v.Name).SetAt(s.store.Now())
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		row, err := create.Save(ctx)
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		return row, err
	})
}
