package authz

import (
	"entgo.io/ent/dialect/sql"

	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Held is where the viewer holds a role.
func Held(v *viewer.Viewer, role term.Role) viewer.Scope {
	var out viewer.Scope
	for _, g := range v.Grants {
		if g.Role == role {
			out.All = out.All || g.Scope.All
			out.Roots = append(out.Roots, g.Scope.Roots...)
		}
	}
	return out
}

// Within matches rows whose level columns lie in a scope.
func Within(scope viewer.Scope) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if scope.All {
			s.Where(sql.Not(sql.False()))
			return
		}
		var any []*sql.Predicate
		for _, r := range scope.Roots {
			any = append(any, sql.EQ(s.C(rule.LevelColumn(r.Level)), r.ID))
		}
		if len(any) == 0 {
			s.Where(sql.False())
			return
		}
		s.Where(sql.Or(any...))
	}
}
