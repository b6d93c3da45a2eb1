package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/privacy"
	"sineng/ent/viewer"
)

// Hooks narrow every update and delete to rows in the viewer's scope, and refuse to
// create a row, or to move one, outside it. The units above the scope are seen but not
// written. Accounts, roles and forms are written by the program, after the service's own check.
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
	if k == Internal || k == Accounts || k == Forms || k == Feedback {
		return privacy.Denyf("%s is written by the program alone", m.Type())
	}
	if !m.Op().Is(ent.OpCreate) {
		if p := writable(k, v); p != nil {
			m.(interface {
				WhereP(...func(*sql.Selector))
			}).WhereP(p)
		}
	}
	scope := v.Directory
	if k == Register || k == Meetings {
		scope = v.Register
	}
	levels, set := levelsOf(m)
	if (set || m.Op().Is(ent.OpCreate)) && !scope.Reaches(levels) {
		return privacy.Denyf("%s would stand outside the viewer's units", m.Type())
	}
	return nil
}

// writable is the condition that a row of the kind must meet to be changed, nil when
// every row may be.
func writable(k Kind, v *viewer.Viewer) func(*sql.Selector) {
	if k == Register || k == Meetings {
		return inScope(v.Register, nil, "")
	}
	return inScope(v.Directory, nil, "")
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
