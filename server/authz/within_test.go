package authz_test

import (
	"context"
	"slices"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

func TestOfTwoGrantsOfOneTierTheFirstCounts(t *testing.T) {
	by := func(basis int64, role term.Role) viewer.Grant {
		g := on(role, 1, 1)
		g.Basis = basis
		return g
	}
	for name, c := range map[string]struct {
		grants []viewer.Grant
		want   int64
	}{
		"two heads":                     {[]viewer.Grant{by(7, term.RoleDeptHead), by(3, term.RoleDeptHead)}, 7},
		"two beside the tiers":          {[]viewer.Grant{by(9, term.RoleInspector), by(2, term.RoleInspector)}, 9},
		"a higher tier, then two alike": {[]viewer.Grant{by(1, term.RoleDeptHead), by(5, term.RolePrincipalLeader), by(4, term.RolePrincipalLeader)}, 5},
	} {
		if g, ok := authz.ActingGrant(viewer.FromContext(of(c.grants...)), authz.ReadRegister, city); !ok || g.Basis != c.want {
			t.Errorf("%s: one acts by %d, want %d", name, g.Basis, c.want)
		}
	}
}

func TestARoleIsHeldWhereAnyGrantOfItStands(t *testing.T) {
	whole := viewer.Grant{Role: term.RoleInspector, Scope: viewer.Scope{All: true}}
	for name, c := range map[string]struct {
		grants []viewer.Grant
		role   term.Role
		all    bool
		roots  []viewer.Root
	}{
		"nothing granted":             {nil, term.RoleInspector, false, nil},
		"another role":                {[]viewer.Grant{on(term.RoleStaff, 3, 3), {Role: term.RoleAuditor, Scope: viewer.Scope{All: true}}}, term.RoleInspector, false, nil},
		"on two units":                {[]viewer.Grant{on(term.RoleInspector, 2, 2), on(term.RoleStaff, 3, 3), on(term.RoleInspector, 9, 1)}, term.RoleInspector, false, []viewer.Root{{ID: 2, Level: 2}, {ID: 9, Level: 1}}},
		"on a unit, then everywhere":  {[]viewer.Grant{on(term.RoleInspector, 2, 2), whole}, term.RoleInspector, true, []viewer.Root{{ID: 2, Level: 2}}},
		"everywhere, then on a unit":  {[]viewer.Grant{whole, on(term.RoleInspector, 2, 2)}, term.RoleInspector, true, []viewer.Root{{ID: 2, Level: 2}}},
		"everywhere by another grant": {[]viewer.Grant{whole, on(term.RoleStaff, 2, 2)}, term.RoleStaff, false, []viewer.Root{{ID: 2, Level: 2}}},
	} {
		if got := authz.Held(viewer.FromContext(of(c.grants...)), c.role); got.All != c.all || !slices.Equal(got.Roots, c.roots) {
			t.Errorf("%s: held on %+v, want all %v and %v", name, got, c.all, c.roots)
		}
	}
}

func TestRowsWithinAScopeAreThoseUnderItsUnits(t *testing.T) {
	for name, c := range map[string]struct {
		scope viewer.Scope
		want  string
		args  []any
	}{
		"nowhere":        {viewer.Scope{}, "SELECT * FROM `rows` WHERE FALSE", nil},
		"one unit":       {viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 2}}}, "SELECT * FROM `rows` WHERE `rows`.`l2` = ?", []any{int64(7)}},
		"two units":      {viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 2}, {ID: 8, Level: 3}}}, "SELECT * FROM `rows` WHERE `rows`.`l2` = ? OR `rows`.`l3` = ?", []any{int64(7), int64(8)}},
		"everywhere":     {viewer.Scope{All: true}, "SELECT * FROM `rows` WHERE NOT (FALSE)", nil},
		"everywhere too": {viewer.Scope{All: true, Roots: []viewer.Root{{ID: 7, Level: 2}}}, "SELECT * FROM `rows` WHERE NOT (FALSE)", nil},
	} {
		s := sql.Dialect(dialect.MySQL).Select("*").From(sql.Table("rows"))
		authz.Within(c.scope)(s)
		if got, args := s.Query(); got != c.want || !slices.Equal(args, c.args) {
			t.Errorf("%s: %s %v, want %s %v", name, got, args, c.want, c.args)
		}
	}
}

func TestWhatIsGrantedTemporarilyHoldsForItsActionsAndUnitAlone(t *testing.T) {
	ctx := of(on(term.RoleStaff, 9, 1))
	with := authz.GrantTemporarily(ctx, viewer.Root{ID: 2, Level: 2}, 77, authz.EditRegister)
	v := viewer.FromContext(with)
	if g, ok := authz.ActingGrant(v, authz.EditRegister, department); !ok || g.Basis != 77 {
		t.Errorf("what was granted is done by %+v, %v", g, ok)
	}
	if authz.May(v, authz.EditRegister, other) || authz.May(v, authz.DecideC, department) {
		t.Error("more is allowed than was granted")
	}
	if before := viewer.FromContext(ctx); authz.May(before, authz.EditRegister, department) || len(before.Grants) != 1 {
		t.Error("the viewer of before has it too")
	}
	if !v.Register.Reaches(department) || viewer.FromContext(ctx).Register.Reaches(department) {
		t.Errorf("the register is seen of %+v", v.Register)
	}
	if err := authz.Check(context.Background(), authz.EditRegister, department); err == nil {
		t.Error("nobody may")
	}
}
