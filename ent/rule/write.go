package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/privacy"
	"sineng/ent/viewer"
)

// Hooks narrow every update and delete to rows that the viewer sees, and refuse to
// create a row, or to move one, outside the viewer's scope.
func Hooks(k Kind) []ent.Hook {
	return []ent.Hook{func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			v := viewer.FromContext(ctx)
			if v == nil {
				return nil, privacy.Denyf("no viewer in the context")
			}
			if err := narrow(k, v, m); err != nil {
				return nil, err
			}
			return next.Mutate(ctx, m)
		})
	}}
}

func narrow(k Kind, v *viewer.Viewer, m ent.Mutation) error {
	if v.System {
		return nil
	}
	if k == Internal {
		return privacy.Denyf("%s is written by the program alone", m.Type())
	}
	if !m.Op().Is(ent.OpCreate) {
		if p := Visible(k, v); p != nil {
			m.(interface {
				WhereP(...func(*sql.Selector))
			}).WhereP(p)
		}
	}
	levels, set := levelsOf(m)
	switch {
	case k == Register && (set || m.Op().Is(ent.OpCreate)) && !v.Register.Reaches(levels),
		k == Directory && (set || m.Op().Is(ent.OpCreate)) && !v.Directory.Reaches(levels):
		return privacy.Denyf("%s would stand outside the viewer's units", m.Type())
	}
	return nil
}

// levelsOf reads the level columns that a mutation sets.
func levelsOf(m ent.Mutation) (levels [6]int64, set bool) {
	for n := range levels {
		if value, ok := m.Field(LevelColumn(n + 1)); ok {
			levels[n], _ = value.(int64)
			set = true
		}
	}
	return levels, set
}
