package rule

import (
	"fmt"

	"entgo.io/ent/dialect/sql"

	"sineng/ent/viewer"
)

// Area is one of the viewer's scopes.
type Area func(*viewer.Viewer) viewer.Scope

// Directory is where the viewer sees units, posts and people.
func Directory(v *viewer.Viewer) viewer.Scope { return v.Directory }

// Register is where the viewer sees powers, risk points and measures.
func Register(v *viewer.Viewer) viewer.Scope { return v.Register }

// Personal is where the viewer reads the forms of people.
func Personal(v *viewer.Viewer) viewer.Scope { return v.Personal }

// Feedback is where the viewer reads what the public wrote.
func Feedback(v *viewer.Viewer) viewer.Scope { return v.Feedback }

// Readings is where the viewer records readings of indicators.
func Readings(v *viewer.Viewer) viewer.Scope { return v.Readings }

// Proceedings is where the viewer records proceedings.
func Proceedings(v *viewer.Viewer) viewer.Scope { return v.Proceedings }

// Accounts is where the viewer sees accounts of others, by their person's unit.
func Accounts(v *viewer.Viewer) viewer.Scope { return v.Accounts }

// Confirms is where the viewer confirms granted roles.
func Confirms(v *viewer.Viewer) viewer.Scope { return v.Confirms }

// Log is where the viewer reads the audit log.
func Log(v *viewer.Viewer) viewer.Scope { return v.Log }

// Scoped matches rows whose level columns lie in one of the areas.
func Scoped(areas ...Area) Condition {
	return Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		var roots []viewer.Root
		for _, area := range areas {
			scope := area(v)
			if scope.All {
				return match{all: true}
			}
			roots = append(roots, scope.Roots...)
		}
		return matching(reached(s, roots)...)
	}}
}

// Above matches rows whose column holds the id of a unit above the viewer's directory. Nothing
// else of those units is visible.
func Above(column string) Condition {
	return Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		if len(v.Ancestors) == 0 {
			return match{}
		}
		ids := make([]any, len(v.Ancestors))
		for i, id := range v.Ancestors {
			ids[i] = id
		}
		return match{where: sql.In(s.C(column), ids...)}
	}}
}

// Anywhere matches every row for a viewer for whom the area is not empty, and none for others.
func Anywhere(area Area) Condition {
	return Condition{meets: func(v *viewer.Viewer, _ *sql.Selector) match { return match{all: !area(v).Empty()} }}
}

// reached are the predicates for a row to lie below one of the roots, one per level, so that
// they use the same indexes as a filter by unit.
func reached(s *sql.Selector, roots []viewer.Root) []*sql.Predicate {
	byLevel := map[int][]any{}
	for _, r := range roots {
		byLevel[r.Level] = append(byLevel[r.Level], r.ID)
	}
	var any []*sql.Predicate
	for level := 1; level <= 6; level++ {
		if ids := byLevel[level]; len(ids) == 1 {
			any = append(any, sql.EQ(s.C(LevelColumn(level)), ids[0]))
		} else if len(ids) > 1 {
			any = append(any, sql.In(s.C(LevelColumn(level)), ids...))
		}
	}
	return any
}

// LevelColumn is the column of a row's ancestor on a level, 1 to 6.
func LevelColumn(level int) string { return fmt.Sprintf("l%d", level) }
