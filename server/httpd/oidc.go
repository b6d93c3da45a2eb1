package httpd

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sineng/server/account"
	"sineng/server/fault"
)

// OIDC configures the organisation's identity provider.
type OIDC struct {
	// Issuer is the provider's address, https unless it is on this machine.
	Issuer string
	// ClientID and ClientSecret identify this server at the provider. The
	// secret may be empty, since PKCE binds the code to the sign-in in any
	// case.
	ClientID, ClientSecret string
	// Name is the label of the sign-in button.
	Name string
	// StaffClaim is the claim that holds the staff number.
	StaffClaim string
	// CreateAccounts creates accounts for people who have none.
	CreateAccounts bool
	// Base is the address by which browsers reach this server, without a slash
	// at the end.
	Base string
	// Client sends requests to the provider; nil for http.DefaultTransport
	// with a time limit.
	Client *http.Client
}

// Times for requests to the provider.
const (
	providerTime  = 10 * time.Second
	providerPause = 5 * time.Second // after a failure, before the next request
)

// check returns what is missing or wrong in the settings.
func (o *OIDC) check() error {
	u, err := url.Parse(o.Issuer)
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("--oidc-issuer: %q is not the address of a provider", o.Issuer)
	}
	ip := net.ParseIP(u.Hostname())
	if here := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback(); u.Scheme != "https" && (u.Scheme != "http" || !here) {
		return fmt.Errorf("--oidc-issuer: %s must start with https://", o.Issuer)
	}
	if o.ClientID == "" {
		return errors.New("--oidc-client-id is missing")
	}
	if o.Name == "" || o.StaffClaim == "" {
		return errors.New("--oidc-name and --oidc-staff-claim must not be empty")
	}
	return nil
}

// oidcSignIn signs people in through the provider.
type oidcSignIn struct {
	OIDC
	server *Server
	flows  flows

	mu       sync.Mutex
	provider *oidc.Provider // nil until the provider has answered
	askAgain time.Time
}

func (s *Server) newOIDC(o *OIDC) (*oidcSignIn, error) {
	if o == nil {
		return nil, nil
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	signIn := &oidcSignIn{OIDC: *o, server: s}
	if signIn.Client == nil {
		signIn.Client = &http.Client{Timeout: providerTime}
	}
	return signIn, nil
}

var (
	errOIDCOff     = oidcFault("OIDC_OFF", "未设置统一身份认证", "No provider is set")
	errUnavailable = oidcFault("OIDC_UNAVAILABLE", "统一身份认证暂时没有响应", "The provider does not answer")
	errState       = oidcFault("OIDC_STATE", "登录已过期或已使用", "The sign-in is over")
	errCancelled   = oidcFault("OIDC_CANCELLED", "登录已取消", "The sign-in was cancelled")
	errRefused     = oidcFault("OIDC_REFUSED", "统一身份认证返回的内容无效", "The provider's answer is not valid")
)

func oidcFault(reason, zh, en string) *fault.Error {
	return fault.New(fault.Unauthenticated, reason, "", zh, en)
}

// because adds a cause for the log to an error.
func because(e *fault.Error, cause error) error {
	out := *e
	return out.Because(cause)
}

// find reads the provider's description on first use, and again until that
// succeeds.
func (o *oidcSignIn) find(ctx context.Context) (*oidc.Provider, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.server.store.Now()
	if o.provider != nil {
		return o.provider, nil
	}
	if now.Before(o.askAgain) {
		return nil, errUnavailable
	}
	p, err := oidc.NewProvider(oidc.ClientContext(ctx, o.Client), o.Issuer)
	if err != nil {
		if ctx.Err() == nil {
			o.askAgain = now.Add(providerPause)
		}
		return nil, because(errUnavailable, err)
	}
	o.provider = p
	return p, nil
}

func (o *oidcSignIn) config(p *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{ClientID: o.ClientID, ClientSecret: o.ClientSecret, Endpoint: p.Endpoint(),
		RedirectURL: o.Base + "/oidc/callback", Scopes: []string{oidc.ScopeOpenID, "profile"}}
}

// start redirects the browser to the provider.
func (o *oidcSignIn) start(w http.ResponseWriter, r *http.Request) error {
	p, err := o.find(r.Context())
	if err != nil {
		return err
	}
	state, browser, begun := o.flows.begin(localPath(r.URL.Query().Get("next")), o.server.store.Now())
	http.SetCookie(w, o.cookie(browser, int(flowTime/time.Second)))
	http.Redirect(w, r, o.config(p).AuthCodeURL(state, oidc.Nonce(begun.nonce), oauth2.S256ChallengeOption(begun.verifier)), http.StatusSeeOther)
	return nil
}

// callback handles the provider's answer, opens a session and redirects to
// where the sign-in began. The session is always a new one; the browser's
// previous one ends.
func (o *oidcSignIn) callback(w http.ResponseWriter, r *http.Request) error {
	answer := r.URL.Query()
	browser := ""
	if c, err := r.Cookie(o.cookieName()); err == nil {
		browser = c.Value
	}
	http.SetCookie(w, o.cookie("", -1))
	begun, ok := o.flows.take(answer.Get("state"), browser, o.server.store.Now())
	if !ok {
		return errState
	}
	if iss := answer.Get("iss"); iss != "" && iss != o.Issuer {
		return because(errRefused, fmt.Errorf("the answer is from %q", iss))
	}
	switch code := answer.Get("error"); code {
	case "":
	case "access_denied", "login_required", "consent_required", "interaction_required":
		return errCancelled
	case "temporarily_unavailable", "server_error":
		return because(errUnavailable, fmt.Errorf("the provider answered %q", code))
	default:
		return because(errRefused, fmt.Errorf("the provider answered %q", code))
	}
	claim, err := o.redeem(r.Context(), answer.Get("code"), begun)
	if err != nil {
		return err
	}
	token, err := o.server.accounts.SignInByClaim(r.Context(), claim)
	if err != nil {
		return err
	}
	if old := tokenOf(r.Context()); old != "" {
		if err := o.server.accounts.SignOut(r.Context(), old); err != nil {
			return err
		}
	}
	o.server.setCookie(r.Context(), token)
	http.Redirect(w, r, begun.next, http.StatusSeeOther)
	return nil
}

// redeem exchanges the code for the provider's tokens and verifies them.
func (o *oidcSignIn) redeem(ctx context.Context, code string, begun flow) (account.Claim, error) {
	var none account.Claim
	p, err := o.find(ctx)
	if err != nil {
		return none, err
	}
	ctx = oidc.ClientContext(ctx, o.Client)
	tokens, err := o.config(p).Exchange(ctx, code, oauth2.VerifierOption(begun.verifier))
	if refused := new(oauth2.RetrieveError); errors.As(err, &refused) && refused.Response != nil && refused.Response.StatusCode < http.StatusInternalServerError {
		return none, because(errRefused, fmt.Errorf("the code was refused: %d %q", refused.Response.StatusCode, refused.ErrorCode))
	}
	if err != nil {
		return none, because(errUnavailable, err)
	}
	raw, _ := tokens.Extra("id_token").(string)
	id, err := p.Verifier(&oidc.Config{ClientID: o.ClientID, Now: o.server.store.Now}).Verify(ctx, raw)
	if err != nil {
		return none, because(errRefused, err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(begun.nonce)) != 1 {
		return none, because(errRefused, errors.New("the token is of another sign-in"))
	}
	if id.AccessTokenHash != "" {
		if err := id.VerifyAccessToken(tokens.AccessToken); err != nil {
			return none, because(errRefused, err)
		}
	}
	claims := map[string]any{}
	if err := id.Claims(&claims); err != nil {
		return none, because(errRefused, err)
	}
	// A token for several audiences must name this server as the authorized
	// party.
	if azp, said := claims["azp"]; said && azp != o.ClientID || !said && len(id.Audience) > 1 {
		return none, because(errRefused, fmt.Errorf("the token was issued to %v", azp))
	}
	staff := text(claims[o.StaffClaim])
	if staff == "" && p.UserInfoEndpoint() != "" {
		// Some providers return non-standard claims only by userinfo.
		if staff, err = o.ask(ctx, p, tokens, id.Subject); err != nil {
			return none, err
		}
	}
	return account.Claim{Issuer: id.Issuer, Subject: id.Subject, StaffNumber: staff, Methods: texts(claims["amr"]), CreateAccounts: o.CreateAccounts}, nil
}

// ask requests the staff number from the provider's userinfo endpoint.
func (o *oidcSignIn) ask(ctx context.Context, p *oidc.Provider, tokens *oauth2.Token, subject string) (string, error) {
	info, err := p.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err != nil {
		return "", because(errUnavailable, err)
	}
	if info.Subject != subject {
		return "", because(errRefused, errors.New("the userinfo is of another subject"))
	}
	claims := map[string]any{}
	if err := info.Claims(&claims); err != nil {
		return "", because(errRefused, err)
	}
	return text(claims[o.StaffClaim]), nil
}

// text returns a claim that is a text or a whole number.
func text(claim any) string {
	switch v := claim.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		if v == float64(int64(v)) {
			return fmt.Sprint(int64(v))
		}
	}
	return ""
}

func texts(claim any) []string {
	var out []string
	list, _ := claim.([]any)
	for _, v := range list {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func (o *oidcSignIn) cookieName() string { return o.server.cookieName() + "-oidc" }

// cookie binds a sign-in to the browser that began it, so that an answer of
// the provider signs in no other browser.
func (o *oidcSignIn) cookie(value string, age int) *http.Cookie {
	return &http.Cookie{Name: o.cookieName(), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: o.server.secure, SameSite: http.SameSiteLaxMode}
}

// oidcStep serves a step of a sign-in. An error is shown on the sign-in page
// by its reason only; nothing that the provider sent is repeated there.
func (s *Server) oidcStep(o *oidcSignIn, step func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Referrer-Policy", "no-referrer") // the address contains the code
		var err error = errOIDCOff
		if o != nil {
			err = step(w, r)
		}
		if err == nil {
			return
		}
		reason := errUnavailable.Reason
		if known := fault.All(err); len(known) > 0 {
			reason = known[0].Reason
			s.log.WarnContext(r.Context(), "sign-in by the provider refused", "reason", reason, "cause", known[0].Cause)
		} else {
			s.log.ErrorContext(r.Context(), "sign-in by the provider failed", "error", err)
		}
		http.Redirect(w, r, "/signin?error="+url.QueryEscape(reason), http.StatusSeeOther)
	})
}
