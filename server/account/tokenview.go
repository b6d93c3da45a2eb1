package account

import (
	"context"
	"maps"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
)

// tokenActions are the actions that each scope allows. All but those that begin with WRITE only read.
var tokenActions = map[term.TokenScope][]authz.Action{
	term.TokenScopeReadOrganisation: {authz.ReadOrganisation},
	term.TokenScopeReadRegister:     {authz.ReadOrganisation, authz.ReadRegister, authz.ReadOverview},
	term.TokenScopeReadOverview:     {authz.ReadOrganisation, authz.ReadOverview},
	term.TokenScopeReadAudit:        {authz.ReadLog},
	term.TokenScopeWriteIndicators:  {authz.ReadOrganisation, authz.RecordReadings},
	term.TokenScopeWriteProceedings: {authz.ReadOrganisation, authz.RecordProceedings},
}

// TokenActions are the actions that a scope allows.
func TokenActions(scope term.TokenScope) []authz.Action { return tokenActions[scope] }

// ResolveToken finds the viewer of a token. It returns nil when the token is unknown, revoked
// or expired, when its account is disabled or must change its first password, and when the
// account has lost everything that the token is for. The rights are those of the account at
// present, so that a token loses what its account loses.
func (s *Service) ResolveToken(ctx context.Context, secret string) (*SignedIn, error) {
	if !strings.HasPrefix(secret, tokenMark) {
		return nil, nil
	}
	ctx = viewer.System(ctx)
	t, known, place, err := s.knownToken(ctx, secret)
	if err != nil || t == nil {
		return nil, err
	}
	a := &known.account
	if !s.TokenActive(t) || a.Disabled || a.MustChangePassword {
		return nil, nil
	}
	now := s.store.Now()
	may, err := s.rightsAt(ctx, a, known.version, now)
	if err != nil {
		return nil, err
	}
	places := maps.Clone(may.places)
	if t.UnitID != nil {
		places[*t.UnitID] = place
	}
	v := narrow(may.viewer(a), t, places)
	v.Version = known.version.Int64
	if !sees(v) {
		return nil, nil
	}
	if t.LastUsedAt == nil || now.Sub(*t.LastUsedAt) > seenEvery {
		if err := s.store.Client.ApiToken.UpdateOneID(t.ID).SetLastUsedAt(now).Exec(ctx); err != nil && !fault.Full(err) {
			return nil, err
		}
	}
	return &SignedIn{Viewer: v, Counts: known.counts}, nil
}

// tokenViewer is the viewer of the token's account, limited to the token.
func (s *Service) tokenViewer(ctx context.Context, t *ent.ApiToken) (*viewer.Viewer, error) {
	v, err := s.viewerOf(ctx, t.Edges.Account)
	if err != nil {
		return nil, err
	}
	places := map[int64]authz.Levels{}
	if t.UnitID != nil {
		ids := []int64{*t.UnitID}
		for _, r := range v.Roots() {
			ids = append(ids, r.ID)
		}
		units, err := s.store.Client.Unit.Query().Where(unit.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, u := range units {
			places[u.ID] = u.Levels()
		}
	}
	return narrow(v, t, places), nil
}

// narrow limits a viewer to a token: to its scopes, and of each grant to the part inside the
// subtree of the token's unit. Places are the levels of that unit and of the units of the
// grants.
func narrow(v *viewer.Viewer, t *ent.ApiToken, places map[int64]authz.Levels) *viewer.Viewer {
	out := &viewer.Viewer{AccountID: v.AccountID, PersonID: v.PersonID, Name: v.Name, Ancestors: v.Ancestors}
	out.TokenID = max(t.ID, 1) // a token that is not stored yet is limited too
	out.Scopes = t.Scopes
	for _, scope := range t.Scopes {
		for _, action := range tokenActions[scope] {
			out.Only = append(out.Only, string(action))
		}
	}
	out.Grants = v.Grants
	if t.UnitID != nil {
		out.Grants, out.Ancestors = nil, nil
		for _, g := range v.Grants {
			if g.Scope = within(g.Scope, *t.UnitID, places); !g.Scope.Empty() {
				out.Grants = append(out.Grants, g)
				out.Ancestors = append(out.Ancestors, above(g.Scope, places)...)
			}
		}
		slices.Sort(out.Ancestors)
		out.Ancestors = slices.Compact(out.Ancestors)
	}
	authz.Scopes(out)
	if out.Directory.Empty() {
		out.Ancestors = nil
	}
	return out
}

// within is the part of a scope inside the subtree of a unit.
func within(s viewer.Scope, unit int64, places map[int64]authz.Levels) viewer.Scope {
	at := places[unit]
	if at == (authz.Levels{}) {
		return viewer.Scope{}
	}
	bound := viewer.Root{ID: unit, Level: slices.Index(at[:], unit) + 1}
	if s.Reaches(at) {
		return viewer.Scope{Roots: []viewer.Root{bound}}
	}
	var out viewer.Scope
	for _, r := range s.Roots {
		if (viewer.Scope{Roots: []viewer.Root{bound}}).Reaches(places[r.ID]) {
			out.Roots = append(out.Roots, r)
		}
	}
	return out
}

// above are the units above the roots of a scope.
func above(s viewer.Scope, places map[int64]authz.Levels) []int64 {
	var out []int64
	for _, r := range s.Roots {
		for _, id := range places[r.ID] {
			if id != 0 && id != r.ID {
				out = append(out, id)
			}
		}
	}
	return out
}

// sees reports whether anything can be read.
func sees(v *viewer.Viewer) bool {
	return !v.Directory.Empty() || !v.Register.Empty() || !v.Overview.Empty() || !v.Log.Empty() || !v.Readings.Empty() || !v.Proceedings.Empty()
}
