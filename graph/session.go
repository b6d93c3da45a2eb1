package graph

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/graph/model"
	"sineng/server/account"
	"sineng/server/authz"
	"sineng/server/org"
)

// signedInKey holds the account.SignedIn of a request.
type signedInKey struct{}

// WithSignedIn sets the signed-in account of a request; nil for none.
func WithSignedIn(ctx context.Context, s *account.SignedIn) context.Context {
	if s == nil {
		return ctx
	}
	return viewer.NewContext(context.WithValue(ctx, signedInKey{}, s), s.Viewer)
}

func signedInOf(ctx context.Context) *account.SignedIn {
	s, _ := ctx.Value(signedInKey{}).(*account.SignedIn)
	return s
}

func (r *Resolver) viewer(ctx context.Context) (*model.Viewer, error) {
	return r.describe(ctx, signedInOf(ctx))
}

// describe converts a signed-in account, with what it may do.
func (r *Resolver) describe(ctx context.Context, s *account.SignedIn) (*model.Viewer, error) {
	if s == nil {
		return nil, nil
	}
	ctx = viewer.NewContext(ctx, s.Viewer)
	a, err := r.Store.Client.Account.Get(ctx, s.Viewer.AccountID)
	if err != nil {
		return nil, err
	}
	out := &model.Viewer{Account: a, MustChangePassword: s.MustChangePassword, Actions: []authz.Action{}, Roles: []*model.ViewerRole{},
		SecondFactor: &model.SecondFactor{Required: s.Factor.Required, Enabled: s.Factor.Enabled, Pending: s.Factor.Pending, RecoveryCodesLeft: s.Factor.RecoveryCodes}}
	if s.Viewer.PersonID != 0 {
		if out.Person, err = r.Store.Client.Person.Get(ctx, s.Viewer.PersonID); err != nil && !ent.IsNotFound(err) {
			return nil, err
		}
	}
	for _, action := range authz.Actions {
		if !authz.ScopeOf(s.Viewer, action).Empty() {
			out.Actions = append(out.Actions, action)
		}
	}
	units, err := org.ByRoots(ctx, r.Store, s.Viewer.Roots())
	if err != nil {
		return nil, err
	}
	for _, g := range s.Viewer.Grants {
		if g.Role == "" { // a deputy's grant has no role
			continue
		}
		if g.Scope.All {
			out.Roles = append(out.Roles, &model.ViewerRole{Role: g.Role})
		}
		for _, root := range g.Scope.Roots {
			out.Roles = append(out.Roles, &model.ViewerRole{Role: g.Role, Unit: units[root.ID]})
		}
	}
	out.HomeUnits, err = r.Supervision.Home(ctx)
	return out, err
}

func (r *Resolver) signIn(ctx context.Context, login, password string) (*model.Viewer, error) {
	token, err := r.Accounts.SignIn(ctx, login, password)
	if err != nil {
		return nil, err
	}
	return r.open(ctx, token)
}

func (r *Resolver) changePassword(ctx context.Context, old, fresh string) (*model.Viewer, error) {
	token, err := r.Accounts.ChangePassword(ctx, old, fresh)
	if err != nil {
		return nil, err
	}
	return r.open(ctx, token)
}

func (r *Resolver) submitSecondFactor(ctx context.Context, code string) (*model.Viewer, error) {
	token, err := r.Accounts.SubmitSecondFactor(ctx, r.Token(ctx), code)
	if err != nil {
		return nil, err
	}
	return r.open(ctx, token)
}

func (r *Resolver) confirmSecondFactor(ctx context.Context, code string) (*model.Viewer, []string, error) {
	token, codes, err := r.Accounts.ConfirmSecondFactor(ctx, code)
	if err != nil {
		return nil, nil, err
	}
	v, err := r.open(ctx, token)
	return v, codes, err
}

func (r *Resolver) disableSecondFactor(ctx context.Context, password, code string) (*model.Viewer, error) {
	if err := r.Accounts.DisableSecondFactor(ctx, password, code); err != nil {
		return nil, err
	}
	s, err := r.Accounts.Resolve(ctx, r.Token(ctx))
	if err != nil {
		return nil, err
	}
	return r.describe(ctx, s)
}

// open sets the session cookie and returns who is now signed in.
func (r *Resolver) open(ctx context.Context, token string) (*model.Viewer, error) {
	s, err := r.Accounts.Resolve(ctx, token)
	if err != nil {
		return nil, err
	}
	r.Cookie(ctx, token)
	return r.describe(ctx, s)
}

func (r *Resolver) setUp(context.Context, model.SetUpInput) ([]*ent.Account, error) {
	return nil, r.Accounts.RefuseSetUp()
}

// signInOptions are the ways to sign in that are set up.
func (r *Resolver) signInOptions() *model.SignInOptions {
	out := &model.SignInOptions{Password: true}
	if r.Oidc != "" {
		out.Oidc = &model.OidcOption{Name: r.Oidc, StartURL: "/oidc/start", Refusals: model.AllOidcRefusal}
	}
	return out
}
