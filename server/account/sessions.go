package account

import (
	"time"

	"sineng/ent/term"
)

// OwnSession is one of the viewer's sessions.
type OwnSession struct {
	ID                           int64
	CreatedAt, SeenAt, ExpiresAt time.Time
	Address, Agent               string
	Method                       term.SignInMethod
	// Current tells whether it is the one that asks.
	Current bool
}
