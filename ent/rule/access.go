// Package rule is the vocabulary in which each schema says who may see its rows and who may
// change them. It depends on the viewer and on the level columns, not on single tables: a
// schema names the tables that its conditions join.
//
// It is a second line of defence below the services, which check rights and load rows through
// the same conditions. What no schema allows is denied.
package rule

import (
	"context"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/schema/mixin"

	"sineng/ent/intercept"
	"sineng/ent/privacy"
	"sineng/ent/viewer"
)

// Access says who may see the rows of an entity and who may change them. It is a mixin; its
// zero value allows the program only.
type Access struct {
	mixin.Schema
	// Sees is the condition for a row to be visible; the program sees every row.
	Sees Condition
	// Writes is the area in which viewers may change, create and move rows. Without it only
	// the program writes them, after the service's own check.
	Writes Area
}

// Policy denies every read and write without a viewer.
func (Access) Policy() ent.Policy {
	return privacy.Policy{
		Query:    privacy.QueryPolicy{privacy.ContextQueryMutationRule(needViewer)},
		Mutation: privacy.MutationPolicy{privacy.ContextQueryMutationRule(needViewer)},
	}
}

func needViewer(ctx context.Context) error {
	if viewer.FromContext(ctx) == nil {
		return privacy.Denyf("no viewer in the context")
	}
	return privacy.Skip
}

// Interceptors limit every read to the rows that the viewer may see, including rows that are
// loaded along an edge or only counted.
func (a Access) Interceptors() []ent.Interceptor {
	return []ent.Interceptor{intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		v := viewer.FromContext(ctx)
		if v == nil {
			return privacy.Denyf("no viewer in the context")
		}
		if v.System {
			return nil
		}
		if p := a.Sees.For(v); p != nil {
			q.WhereP(p)
		}
		return nil
	})}
}

// Hooks limit every update and delete to rows that the viewer may change, and refuse to create
// a row, or to move one, outside their area.
func (a Access) Hooks() []ent.Hook {
	return []ent.Hook{func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			v := viewer.FromContext(ctx)
			if v == nil {
				return nil, privacy.Denyf("no viewer in the context")
			}
			if !v.System {
				if err := a.narrow(v, m); err != nil {
					return nil, err
				}
			}
			return next.Mutate(ctx, m)
		})
	}}
}

func (a Access) narrow(v *viewer.Viewer, m ent.Mutation) error {
	if a.Writes == nil {
		return privacy.Denyf("%s is written by the program alone", m.Type())
	}
	if !m.Op().Is(ent.OpCreate) {
		if p := a.changeable().For(v); p != nil {
			m.(interface {
				WhereP(...func(*sql.Selector))
			}).WhereP(p)
		}
	}
	levels, set := levelsOf(m)
	if (set || m.Op().Is(ent.OpCreate)) && !a.Writes(v).Reaches(levels) {
		return privacy.Denyf("%s would stand outside the viewer's units", m.Type())
	}
	return nil
}

// changeable is the condition for a row to be changed: it lies in the area and is not
// excepted.
func (a Access) changeable() Condition {
	c := Scoped(a.Writes)
	c.except = a.Sees.except
	return c
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
