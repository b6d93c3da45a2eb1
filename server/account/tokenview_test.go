package account

import (
	"fmt"
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// The places of the table: a province 1 with the cities 2 and 4, a department 3 in the
// first, and a province 9.
var places = map[int64]authz.Levels{1: {1}, 2: {1, 2}, 3: {1, 2, 3}, 4: {1, 4}, 9: {9}}

func root(id int64) viewer.Root {
	at := places[id]
	return viewer.Root{ID: id, Level: slices.Index(at[:], id) + 1}
}

func leader(units ...int64) *viewer.Viewer {
	v := &viewer.Viewer{AccountID: 7, PersonID: 8}
	for _, id := range units {
		v.Grants = append(v.Grants, viewer.Grant{Role: term.RolePrincipalLeader, Scope: viewer.Scope{Roots: []viewer.Root{root(id)}}})
		for _, up := range places[id] {
			if up != 0 && up != id {
				v.Ancestors = append(v.Ancestors, up)
			}
		}
	}
	authz.Scopes(v)
	return v
}

func rootsOf(s viewer.Scope) string {
	if s.All {
		return "all"
	}
	ids := []int64{}
	for _, r := range s.Roots {
		ids = append(ids, r.ID)
	}
	return fmt.Sprint(ids)
}

func TestATokenIsBoundToTheUnitAsFarAsItsMakerReachesIt(t *testing.T) {
	whole := leader()
	whole.Grants = []viewer.Grant{{Role: term.RoleLeadingGroup, Scope: viewer.Scope{All: true}}}
	authz.Scopes(whole)
	unit := func(id int64) *int64 { return &id }
	for _, c := range []struct {
		name      string
		maker     *viewer.Viewer
		unit      *int64
		reaches   string
		ancestors string
	}{
		{"all that the maker reaches", leader(2), nil, "[2]", "[1]"},
		{"the maker's own unit", leader(2), unit(2), "[2]", "[1]"},
		{"a unit below", leader(2), unit(3), "[3]", "[1 2]"},
		{"a unit above", leader(2), unit(1), "[2]", "[1]"},
		{"a unit beside", leader(2), unit(4), "[]", "[]"},
		{"another province", leader(2), unit(9), "[]", "[]"},
		{"a unit that is gone", leader(2), unit(77), "[]", "[]"},
		{"one of two units", leader(3, 4), unit(4), "[4]", "[1]"},
		{"above two units", leader(3, 4), unit(1), "[3 4]", "[1 2]"},
		{"the whole system", whole, nil, "all", "[]"},
		{"a unit of the whole system", whole, unit(2), "[2]", "[1]"},
	} {
		v := narrow(c.maker, &ent.ApiToken{ID: 5, UnitID: c.unit, Scopes: []term.TokenScope{term.TokenScopeReadRegister}}, places)
		ancestors := append([]int64{}, v.Ancestors...)
		if got := rootsOf(v.Register); got != c.reaches || fmt.Sprint(ancestors) != c.ancestors {
			t.Errorf("%s: reaches %s under %v, want %s under %s", c.name, got, ancestors, c.reaches, c.ancestors)
		}
		if v.TokenID != 5 || v.AccountID != 7 || !v.Accounts.Empty() || sees(v) != (c.reaches != "[]") {
			t.Errorf("%s: the viewer is %+v", c.name, v)
		}
	}
}

func TestAScopeLetsThroughItsActionsAndNoOthers(t *testing.T) {
	everybody := &viewer.Viewer{AccountID: 7}
	for _, role := range term.Role("").Values() {
		everybody.Grants = append(everybody.Grants, viewer.Grant{Role: term.Role(role), Scope: viewer.Scope{All: true}})
	}
	authz.Scopes(everybody)
	const o, r, n, l, i, p = authz.ReadOrganisation, authz.ReadRegister, authz.ReadOverview, authz.ReadLog, authz.RecordReadings, authz.RecordProceedings
	table := map[term.TokenScope][]authz.Action{
		term.TokenScopeReadOrganisation: {o}, term.TokenScopeReadRegister: {o, r, n}, term.TokenScopeReadOverview: {o, n}, term.TokenScopeReadAudit: {l},
		term.TokenScopeWriteIndicators: {o, i}, term.TokenScopeWriteProceedings: {o, p},
	}
	if len(table) != len(term.TokenScope("").Values()) || len(table) != len(tokenActions) {
		t.Fatalf("the test knows %d scopes, there are %d, of which %d let something through", len(table), len(term.TokenScope("").Values()), len(tokenActions))
	}
	for scope, want := range table {
		v := narrow(everybody, &ent.ApiToken{ID: 5, Scopes: []term.TokenScope{scope}}, nil)
		if got := authz.Allowed(v, authz.Levels{1}); !slices.Equal(got, want) {
			t.Errorf("%s lets %v through, want %v", scope, got, want)
		}
		for _, action := range authz.Actions {
			_, acts := authz.ActingGrant(v, action, authz.Levels{1})
			if may := slices.Contains(want, action); authz.ScopeOf(v, action).All != may || acts != may {
				t.Errorf("%s: %s is let through: %v, want %v", scope, action, !may, may)
			}
		}
		if !v.Accounts.Empty() || v.Directory.Empty() == slices.Contains(want, o) || v.Register.Empty() == slices.Contains(want, r) ||
			v.Overview.Empty() == slices.Contains(want, n) || v.Log.Empty() == slices.Contains(want, l) || v.Readings.Empty() == slices.Contains(want, i) || v.Proceedings.Empty() == slices.Contains(want, p) {
			t.Errorf("%s sees %+v", scope, v)
		}
	}
	if v := narrow(everybody, &ent.ApiToken{ID: 5}, nil); sees(v) || len(authz.Allowed(v, authz.Levels{1})) > 0 {
		t.Errorf("a token without a scope sees %+v", v)
	}
}
