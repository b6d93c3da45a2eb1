package account

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
)

// SignedIn is a viewer with their account and session.
type SignedIn struct {
	Viewer *viewer.Viewer
	// MustChangePassword is true when the password is a first one or has expired.
	MustChangePassword bool
	Factor             Factor
}

// Factor is the state of the account and the session as to the second factor.
type Factor struct {
	// Required is true when the policy requires one, Enabled when the account has one.
	Required, Enabled bool
	// Pending is true when the session still needs its code.
	Pending bool
	// RecoveryCodes is how many are left; 0 while pending.
	RecoveryCodes int
}

// Confinement is what a session must do before anything else is allowed.
type Confinement string

// The values of Confinement, in the order in which they apply.
const (
	Free              Confinement = ""
	OwesSecondFactor  Confinement = "SECOND_FACTOR_PENDING"
	OwesPassword      Confinement = "MUST_CHANGE_PASSWORD"
	OwesFactorSetting Confinement = "SECOND_FACTOR_REQUIRED"
)

// Confined returns what the session must do first. Until then its viewer has no roles, so that
// the operations allowed show nothing either.
func (s *SignedIn) Confined() Confinement {
	switch {
	case s.Factor.Pending:
		return OwesSecondFactor
	case s.MustChangePassword:
		return OwesPassword
	case s.Factor.Required && !s.Factor.Enabled:
		return OwesFactorSetting
	}
	return Free
}

// Resolve finds the viewer of a session token; nil when it is unknown or the session has
// ended.
func (s *Service) Resolve(ctx context.Context, token string) (*SignedIn, error) {
	return s.resolve(ctx, token, true)
}

// Peek is Resolve without counting as a use of the session.
func (s *Service) Peek(ctx context.Context, token string) (*SignedIn, error) {
	return s.resolve(ctx, token, false)
}

func (s *Service) resolve(ctx context.Context, token string, use bool) (*SignedIn, error) {
	if token == "" {
		return nil, nil
	}
	ctx = viewer.System(ctx)
	found, err := s.store.Client.Session.Query().Where(session.TokenHash(hashToken(token)), s.alive()).
		WithAccount(func(q *ent.AccountQuery) { q.WithPerson() }).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	a := found.Edges.Account
	if a.Disabled || !s.store.Genuine(found) || revived(found, a) {
		return nil, nil
	}
	if now := s.store.Now(); use && now.Sub(found.SeenAt) > seenEvery {
		if err := s.store.Client.Session.UpdateOneID(found.ID).SetSeenAt(now).Exec(ctx); err != nil && !ent.IsNotFound(err) && !fault.Full(err) {
			return nil, err // a full disk does not keep anybody from reading
		}
	}
	v, err := s.viewerOf(ctx, a)
	if err != nil {
		return nil, err
	}
	out := &SignedIn{Viewer: v, Factor: Factor{Enabled: a.TotpConfirmedAt != nil, Pending: found.FactorPending}}
	if found.Method == term.SignInMethodPassword { // a provider has its own rules for passwords
		out.MustChangePassword = a.MustChangePassword || s.expired(a)
		out.Factor.Required = s.mustHaveFactor(v)
	}
	if out.Confined() != Free {
		v.Grants, v.Ancestors = nil, nil
		authz.Scopes(v)
	}
	if !out.Factor.Pending {
		out.Factor.RecoveryCodes = len(a.RecoveryCodes)
	}
	return out, nil
}

// mustHaveFactor reports whether the policy requires a second factor of somebody.
func (s *Service) mustHaveFactor(v *viewer.Viewer) bool {
	return s.factor == FactorAll ||
		s.factor == FactorAdministrators && slices.ContainsFunc(v.Grants, func(g viewer.Grant) bool { return office.Administrator(g.Role) })
}

// viewerOf computes what an account may do today: by the roles granted to it and by the posts,
// portfolios and delegations of its person.
func (s *Service) viewerOf(ctx context.Context, a *ent.Account) (*viewer.Viewer, error) {
	v := &viewer.Viewer{AccountID: a.ID, Name: a.LoginName}
	if a.Edges.Person != nil {
		v.PersonID, v.Name = a.Edges.Person.ID, a.Edges.Person.Name
	}
	facts, err := office.Read(s.store.Reader(ctx), office.On(s.store.Today())).Account(ctx, a.ID, v.PersonID)
	if err != nil {
		return nil, err
	}
	v.Grants = facts.Grants(v.AccountID, v.PersonID)
	authz.Scopes(v)
	for _, root := range v.Roots() {
		for _, id := range facts.Units[root.ID].Path {
			if id != 0 && id != root.ID && !slices.Contains(v.Ancestors, id) {
				v.Ancestors = append(v.Ancestors, id)
			}
		}
	}
	return v, nil
}
