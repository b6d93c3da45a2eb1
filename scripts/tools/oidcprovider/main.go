// Command oidcprovider is an OpenID provider for tests of signing in by one. It listens on
// a free port of the loopback interface, prints its address and ends with its standard
// input, so that it never outlives the tests that started it.
//
// It knows whoever a test invents: the name to sign in with is SUBJECT~STAFF_NUMBER~METHODS,
// e.g. s1~10023~pwd,otp; the password is always the same. Its clients are sineng, which gets
// the staff number in the token, userinfo, which gets it only from the userinfo endpoint,
// and other, which is somebody else's.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/zitadel/oidc/v3/example/server/exampleop"
	"github.com/zitadel/oidc/v3/example/server/storage"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// password is everybody's, secret every client's.
const (
	password = "test-password"
	secret   = "test-secret"
)

var clients = []*storage.Client{storage.WebClient("sineng", secret), storage.WebClient("userinfo", secret), storage.WebClient("other", secret)}

// people are those who have signed in, by subject.
type people struct {
	mu   sync.Mutex
	last map[string]person
}

type person struct {
	staff   string
	methods []string
}

func (p *people) of(subject string) person {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last[subject]
}

// GetUserByID implements storage.UserStore.
func (p *people) GetUserByID(subject string) *storage.User {
	return &storage.User{ID: subject, Username: subject, Password: password}
}

// GetUserByUsername implements storage.UserStore.
func (p *people) GetUserByUsername(name string) *storage.User {
	parts := strings.SplitN(name+"~~", "~", 4)
	p.mu.Lock()
	defer p.mu.Unlock()
	who := person{staff: parts[1], methods: []string{"pwd"}}
	if parts[2] != "" {
		who.methods = strings.Split(parts[2], ",")
	}
	p.last[parts[0]] = who
	return &storage.User{ID: parts[0], Username: name, Password: password}
}

// ExampleClientID implements storage.UserStore.
func (p *people) ExampleClientID() string { return "service" }

// client is one of this machine's servers, on whatever port.
type client struct{ *storage.Client }

func (c client) RedirectURIGlobs() []string           { return []string{"http://127.0.0.1:*/oidc/callback"} }
func (c client) PostLogoutRedirectURIGlobs() []string { return nil }
func (c client) IDTokenUserinfoClaimsAssertion() bool { return c.GetID() != "userinfo" }
func (c client) IDTokenLifetime() time.Duration       { return 5 * time.Minute }

// authRequest says by which methods somebody signed in.
type authRequest struct {
	*storage.AuthRequest
	people *people
}

func (a authRequest) GetAMR() []string {
	if !a.Done() {
		return nil
	}
	return a.people.of(a.GetSubject()).methods
}

// store is the example's storage with these people and clients.
type store struct {
	*storage.Storage
	people *people
}

func (s store) wrap(r op.AuthRequest, err error) (op.AuthRequest, error) {
	if own, ok := r.(*storage.AuthRequest); ok && err == nil {
		return authRequest{own, s.people}, nil
	}
	return r, err
}

func (s store) AuthRequestByID(ctx context.Context, id string) (op.AuthRequest, error) {
	return s.wrap(s.Storage.AuthRequestByID(ctx, id))
}

func (s store) AuthRequestByCode(ctx context.Context, code string) (op.AuthRequest, error) {
	return s.wrap(s.Storage.AuthRequestByCode(ctx, code))
}

func (s store) CreateAccessToken(ctx context.Context, r op.TokenRequest) (string, time.Time, error) {
	if own, ok := r.(authRequest); ok {
		r = own.AuthRequest
	}
	return s.Storage.CreateAccessToken(ctx, r)
}

func (s store) GetClientByClientID(ctx context.Context, id string) (op.Client, error) {
	for _, c := range clients {
		if c.GetID() == id {
			return client{c}, nil
		}
	}
	return nil, errors.New("there is no such client")
}

func (s store) SetUserinfoFromRequest(ctx context.Context, info *oidc.UserInfo, r op.IDTokenRequest, scopes []string) error {
	info.Subject = r.GetSubject()
	if r.GetClientID() != "userinfo" {
		s.tell(info, r.GetSubject())
	}
	return nil
}

func (s store) SetUserinfoFromToken(ctx context.Context, info *oidc.UserInfo, token, subject, origin string) error {
	err := s.Storage.SetUserinfoFromToken(ctx, info, token, subject, origin)
	s.tell(info, subject)
	return err
}

func (s store) tell(info *oidc.UserInfo, subject string) {
	if staff := s.people.of(subject).staff; staff != "" {
		info.AppendClaims("staff_number", staff)
	}
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "oidcprovider:", err)
		os.Exit(1)
	}
}

func run() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	issuer := "http://" + listener.Addr().String()
	storage.RegisterClients(clients...)
	known := &people{last: map[string]person{}}
	quiet := slog.New(slog.DiscardHandler)
	handler := exampleop.SetupServer(issuer, store{storage.NewStorage(known), known}, quiet, false)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println(issuer)
	return (&http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}).Serve(listener)
}
