// Package account keeps accounts, sessions and granted roles, and determines who the viewer of
// a request is.
package account

import (
	"errors"
	"sync"
	"time"

	"github.com/alexedwards/argon2id"

	"sineng/ent/term"
	"sineng/server/store"
)

// Limits of sessions and sign-in.
const (
	IdleTimeout     = 30 * time.Minute // a session without a request ends
	AbsoluteTimeout = 12 * time.Hour   // every session ends
	FactorTimeout   = 10 * time.Minute // a session without its second factor ends
	seenEvery       = time.Minute      // how often a session's last use is stored
	freeFailures    = 5                // failed sign-ins before the account is locked
	firstLock       = time.Minute      // doubles with every further failure
	longestLock     = time.Hour
)

// FactorPolicy says whose accounts must have a second factor.
type FactorPolicy string

// The values of FactorPolicy.
const (
	FactorOptional       FactorPolicy = "optional"       // nobody must
	FactorAdministrators FactorPolicy = "administrators" // the three administrators must
	FactorAll            FactorPolicy = "all"            // everybody must
)

// Valid reports whether it is one of the values above.
func (p FactorPolicy) Valid() bool {
	return p == FactorOptional || p == FactorAdministrators || p == FactorAll
}

// Service resolves viewers and manages accounts.
type Service struct {
	store  *store.Store
	params *argon2id.Params
	dummy  string // hash to compare with when the login name is unknown, so that the answer takes the same time
	// verify compares a password with a hash; tests count its calls.
	verify func(password, hash string) (bool, error)

	key          Key
	factor       FactorPolicy
	passwordDays int

	longestToken time.Duration

	remembered remembered

	setUp struct {
		sync.Mutex
		hashes map[term.Role]string // hashes of the tokens of one-time links, by the role they are for
	}
}

// Option configures the service.
type Option func(*Service)

// WithKey sets the key that encrypts the secrets of second factors. Without it nobody can set
// up a second factor.
func WithKey(k Key) Option { return func(s *Service) { s.key = k } }

// WithSecondFactor sets who must have a second factor; the default is FactorOptional.
func WithSecondFactor(p FactorPolicy) Option { return func(s *Service) { s.factor = p } }

// WithPasswordDays sets the number of days after which a password must be changed; 0 for
// never.
func WithPasswordDays(days int) Option { return func(s *Service) { s.passwordDays = days } }

// New returns the service; params are the cost of password hashes, nil for the default.
func New(s *store.Store, params *argon2id.Params, options ...Option) (*Service, error) {
	if params == nil {
		params = &argon2id.Params{Memory: 64 * 1024, Iterations: 2, Parallelism: 2, SaltLength: 16, KeyLength: 32}
	}
	dummy, err := argon2id.CreateHash("no account has this password", params)
	if err != nil {
		return nil, err
	}
	out := &Service{store: s, params: params, dummy: dummy, verify: argon2id.ComparePasswordAndHash, factor: FactorOptional,
		key: func(bool) ([]byte, error) { return nil, errors.New("the server has no folder for keys") }, longestToken: LongestToken}
	for _, o := range options {
		o(out)
	}
	return out, nil
}
