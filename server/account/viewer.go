package account

import (
	"context"
	stdsql "database/sql"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/tally"
)

// SignedIn is a viewer with their account and session.
type SignedIn struct {
	Viewer *viewer.Viewer
	// MustChangePassword is true when the password is a first one or has expired.
	MustChangePassword bool
	Factor             Factor
	// Counts is the state of the counts when the session or token was found.
	Counts tally.Moment
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

// peekAtOnce is how many sessions one statement of PeekAll finds.
const peekAtOnce = 200

// PeekAll is Peek for several tokens, in one statement for each peekAtOnce of them. Those of no living
// session are left out.
func (s *Service) PeekAll(ctx context.Context, tokens []string) (map[string]*SignedIn, error) {
	ctx = viewer.System(ctx)
	out := map[string]*SignedIn{}
	for part := range slices.Chunk(tokens, peekAtOnce) {
		byHash, hashes := map[string]string{}, []any{}
		for _, token := range part {
			hash := hashToken(token)
			byHash[hash], hashes = token, append(hashes, hash)
		}
		var all []knownRow
		k, row := s.sessionsBy(hashes...)
		err := k.each(ctx, s.store.Client, func() error {
			all = append(all, knownRow{*row, *k})
			return nil
		})
		if err != nil {
			return nil, err
		}
		for i := range all { // rights may take statements of their own
			now, err := s.signedIn(ctx, &all[i].session, &all[i].known, false)
			if err != nil {
				return nil, err
			}
			if now != nil {
				out[byHash[all[i].session.TokenHash]] = now
			}
		}
	}
	return out, nil
}

// knownRow is a session that was found, with its account.
type knownRow struct {
	session ent.Session
	known   known
}

func (s *Service) resolve(ctx context.Context, token string, use bool) (*SignedIn, error) {
	if token == "" {
		return nil, nil
	}
	ctx = viewer.System(ctx)
	found, known, err := s.knownSession(ctx, token)
	if err != nil || found == nil {
		return nil, err
	}
	return s.signedIn(ctx, found, known, use)
}

// signedIn is who holds a living session; nil where its account or the session gives no rights.
func (s *Service) signedIn(ctx context.Context, found *ent.Session, known *known, use bool) (*SignedIn, error) {
	a := &known.account
	if a.Disabled || !s.store.Genuine(found) || revived(found, a) {
		return nil, nil
	}
	now := s.store.Now()
	if use && now.Sub(found.SeenAt) > seenEvery {
		if err := s.store.Client.Session.UpdateOneID(found.ID).SetSeenAt(now).Exec(ctx); err != nil && !ent.IsNotFound(err) && !fault.Full(err) {
			return nil, err // a full disk does not keep anybody from reading
		}
	}
	may, err := s.rightsAt(ctx, a, known.version, now)
	if err != nil {
		return nil, err
	}
	v := may.viewer(a)
	v.Version = known.version.Int64
	out := &SignedIn{Viewer: v, Counts: known.counts, Factor: Factor{Enabled: a.TotpConfirmedAt != nil, Pending: found.FactorPending}}
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

// rightsAt are the rights of an account at a moment, remembered or worked out; version is that of
// rights, read before.
func (s *Service) rightsAt(ctx context.Context, a *ent.Account, version stdsql.NullInt64, now time.Time) (*rights, error) {
	of, day := holder{a.ID, personOf(a)}, store.DayOf(now)
	if known := s.remembered.find(of, version, day, now); known != nil {
		return known, nil
	}
	found, err := s.rightsOf(ctx, of, day)
	if err == nil {
		s.remembered.keep(of, version, day, now, found)
	}
	return found, err
}

// viewerOf computes what an account may do today, in the transaction of the context if there is one.
func (s *Service) viewerOf(ctx context.Context, a *ent.Account) (*viewer.Viewer, error) {
	found, err := s.rightsOf(ctx, holder{a.ID, personOf(a)}, s.store.Today())
	if err != nil {
		return nil, err
	}
	return found.viewer(a), nil
}

// personOf is whose an account is, 0 for nobody's.
func personOf(a *ent.Account) int64 {
	if a.Edges.Person == nil {
		return 0
	}
	return a.Edges.Person.ID
}

// rightsOf works out what an account may do on a day: by the roles granted to it and by the posts,
// portfolios and delegations of its person.
func (s *Service) rightsOf(ctx context.Context, of holder, day time.Time) (*rights, error) {
	facts, err := office.Read(s.store.Reader(ctx), office.On(day)).Account(ctx, of.account, of.person)
	if err != nil {
		return nil, err
	}
	out := &rights{grants: facts.Grants(of.account, of.person), places: map[int64]authz.Levels{}}
	for _, g := range out.grants {
		for _, root := range g.Scope.Roots {
			out.places[root.ID] = facts.Units[root.ID].Path
			for _, id := range facts.Units[root.ID].Path {
				if id != 0 && id != root.ID && !slices.Contains(out.ancestors, id) {
					out.ancestors = append(out.ancestors, id)
				}
			}
		}
	}
	return out, nil
}

// viewer is the account with these rights.
func (r *rights) viewer(a *ent.Account) *viewer.Viewer {
	v := &viewer.Viewer{AccountID: a.ID, Name: a.LoginName, Grants: slices.Clip(r.grants), Ancestors: slices.Clip(r.ancestors)}
	if p := a.Edges.Person; p != nil {
		v.PersonID, v.Name = p.ID, p.Name
	}
	authz.Scopes(v)
	return v
}
