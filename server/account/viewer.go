package account

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/portfolio"
	"sineng/ent/roleappointment"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// SignedIn is a viewer with the account behind it.
type SignedIn struct {
	Viewer *viewer.Viewer
	// MustChangePassword tells that the password is a first one or has expired.
	MustChangePassword bool
	Factor             Factor
}

// Factor is how the account and the session stand with the second factor.
type Factor struct {
	// Required tells that the account must have one, Enabled that it has.
	Required, Enabled bool
	// Pending tells that the session still owes its code.
	Pending bool
	// RecoveryCodes is how many are left, 0 while pending.
	RecoveryCodes int
}

// Confinement is what a session must be used for before anything else.
type Confinement string

// The values of Confinement, in the order in which they are met.
const (
	Free              Confinement = ""
	OwesSecondFactor  Confinement = "SECOND_FACTOR_PENDING"
	OwesPassword      Confinement = "MUST_CHANGE_PASSWORD"
	OwesFactorSetting Confinement = "SECOND_FACTOR_REQUIRED"
)

// Confined tells what the session must be used for first. Until then its viewer has no
// roles, so that nothing is seen through what it is used for either.
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

// Resolve finds who holds a token; nil when nobody does or the session has ended.
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
	if a.Disabled || !genuine(s.store, found) {
		return nil, nil
	}
	if now := s.store.Now(); use && now.Sub(found.SeenAt) > seenEvery {
		if err := s.store.Client.Session.UpdateOneID(found.ID).SetSeenAt(now).Exec(ctx); err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
	}
	v, err := s.viewerOf(ctx, a)
	if err != nil {
		return nil, err
	}
	out := &SignedIn{Viewer: v, Factor: Factor{Enabled: a.TotpConfirmedAt != nil, Pending: found.FactorPending}}
	if found.Method == term.SignInMethodPassword { // another provider has rules of its own
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

// mustHaveFactor tells whether the policy asks a second factor of somebody.
func (s *Service) mustHaveFactor(v *viewer.Viewer) bool {
	return s.factor == FactorAll ||
		s.factor == FactorAdministrators && slices.ContainsFunc(v.Grants, func(g viewer.Grant) bool { return administrator(g.Role) })
}

// viewerOf works out the roles of an account today: those granted, and those that
// follow from posts and portfolios.
func (s *Service) viewerOf(ctx context.Context, a *ent.Account) (*viewer.Viewer, error) {
	today := s.store.Today()
	v := &viewer.Viewer{AccountID: a.ID, Name: a.LoginName}
	granted, err := s.store.Client.RoleAppointment.Query().
		Where(roleappointment.AccountID(a.ID), roleappointment.StatusEQ(term.GrantStatusActive), roleappointment.FromDayLTE(today),
			roleappointment.Or(roleappointment.ToDayIsNil(), roleappointment.ToDayGTE(today))).
		WithUnit().All(ctx)
	if err != nil {
		return nil, err
	}
	units := map[int64]*ent.Unit{}
	grant := func(role term.Role, u *ent.Unit, basis int64) {
		g := viewer.Grant{Role: role, Basis: basis}
		if u == nil {
			g.Scope.All = true
		} else {
			units[u.ID] = u
			g.Scope.Roots = []viewer.Root{{ID: u.ID, Level: u.Level}}
		}
		v.Grants = append(v.Grants, g)
	}
	for _, r := range granted {
		if r.UnitID == nil || r.Edges.Unit != nil {
			grant(r.Role, r.Edges.Unit, r.ID)
		}
	}
	if a.Edges.Person != nil {
		v.PersonID, v.Name = a.Edges.Person.ID, a.Edges.Person.Name
		if err := s.grantByOffice(ctx, v.PersonID, today, grant); err != nil {
			return nil, err
		}
	}
	if v.PersonID != 0 {
		if err := s.grantByDelegation(ctx, v, today, units); err != nil {
			return nil, err
		}
	}
	v.Grants = apart(v.Grants)
	authz.Scopes(v)
	for _, root := range v.Roots() {
		u := units[root.ID]
		for _, id := range [6]int64{u.L1, u.L2, u.L3, u.L4, u.L5, u.L6} {
			if id != 0 && id != u.ID && !slices.Contains(v.Ancestors, id) {
				v.Ancestors = append(v.Ancestors, id)
			}
		}
	}
	return v, nil
}

// grantByOffice adds the roles that follow from a person's posts and portfolios.
func (s *Service) grantByOffice(ctx context.Context, person int64, today time.Time, grant func(term.Role, *ent.Unit, int64)) error {
	portfolios, err := s.store.Client.Portfolio.Query().
		Where(portfolio.PersonID(person), portfolio.FromDayLTE(today),
			portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today))).
		WithUnit().All(ctx)
	if err != nil {
		return err
	}
	for _, p := range portfolios {
		grant(RoleOf(p.Kind), p.Edges.Unit, p.ID)
	}
	appointments, err := s.store.Client.Appointment.Query().
		Where(appointment.PersonID(person), appointment.FromDayLTE(today),
			appointment.Or(appointment.ToDayIsNil(), appointment.ToDayGTE(today))).
		WithUnit().All(ctx)
	for _, p := range appointments {
		if reachesOwnWork(p.Edges.Unit) {
			grant(term.RoleStaff, p.Edges.Unit, p.ID)
		}
	}
	return err
}

// delegated is what a deputy may do where the person whom they sign for leads, beside what
// their own roles allow: look at the forms there and answer those addressed to that person.
var delegated = []authz.Action{authz.ReadOrganisation, authz.ReadRegister, authz.ReadPersonal, authz.ReviewForms}

// grantByDelegation adds what follows from signing for people who are away.
func (s *Service) grantByDelegation(ctx context.Context, v *viewer.Viewer, today time.Time, units map[int64]*ent.Unit) error {
	away, err := s.store.Client.Delegation.Query().Where(delegation.DeputyID(v.PersonID), delegation.FromDayLTE(today),
		delegation.Or(delegation.ToDayIsNil(), delegation.ToDayGTE(today))).All(ctx)
	if err != nil || len(away) == 0 {
		return err
	}
	basis := map[int64]int64{}
	var people []int64
	for _, d := range away {
		basis[d.PersonID] = d.ID
		people = append(people, d.PersonID)
	}
	leads, err := s.store.Client.Portfolio.Query().Where(portfolio.PersonIDIn(people...), portfolio.FromDayLTE(today),
		portfolio.Or(portfolio.ToDayIsNil(), portfolio.ToDayGTE(today))).WithUnit().All(ctx)
	for _, p := range leads {
		u := p.Edges.Unit
		units[u.ID] = u
		g := viewer.Grant{Scope: viewer.Scope{Roots: []viewer.Root{{ID: u.ID, Level: u.Level}}}, Basis: basis[p.PersonID]}
		for _, a := range delegated {
			g.Temporary = append(g.Temporary, string(a))
		}
		v.Grants = append(v.Grants, g)
	}
	return err
}

// reachesOwnWork tells whether a post in the unit makes its holder STAFF there. A role
// reaches the subtree: one in a bureau that is divided into departments would open them
// all to everybody in its front office, whose rights follow from portfolios and grants.
func reachesOwnWork(u *ent.Unit) bool {
	return u.Kind == term.UnitKindDepartment || u.ChildCount == 0
}

// RoleOf is the role that follows from a portfolio.
func RoleOf(k term.PortfolioKind) term.Role {
	switch k {
	case term.PortfolioKindPrincipal:
		return term.RolePrincipalLeader
	case term.PortfolioKindInCharge:
		return term.RoleLeaderInCharge
	default:
		return term.RoleDeptHead
	}
}
