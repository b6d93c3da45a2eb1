// Package account keeps accounts, sessions and granted roles, and works out who is
// asking.
package account

import (
	"sync"
	"time"

	"github.com/alexedwards/argon2id"

	"sineng/server/store"
)

// Limits of sessions and sign-in.
const (
	IdleTimeout     = 30 * time.Minute // a session without a request ends
	AbsoluteTimeout = 12 * time.Hour   // every session ends
	seenEvery       = time.Minute      // how often a session's last use is written down
	freeFailures    = 5                // failed sign-ins before the account is locked
	firstLock       = time.Minute      // doubles with every further failure
	longestLock     = time.Hour
)

// Service answers who is asking and manages accounts.
type Service struct {
	store  *store.Store
	params *argon2id.Params
	dummy  string // hash compared with when the login name is unknown, so that time tells nothing

	longestToken time.Duration

	setUp struct {
		sync.Mutex
		hash string // of the one-time token, empty when set-up is over or not offered
	}
}

// New makes the service; params are the cost of password hashes, nil for the default.
func New(s *store.Store, params *argon2id.Params) (*Service, error) {
	if params == nil {
		params = &argon2id.Params{Memory: 64 * 1024, Iterations: 2, Parallelism: 2, SaltLength: 16, KeyLength: 32}
	}
	dummy, err := argon2id.CreateHash("no account has this password", params)
	if err != nil {
		return nil, err
	}
	return &Service{store: s, params: params, dummy: dummy, longestToken: LongestToken}, nil
}
