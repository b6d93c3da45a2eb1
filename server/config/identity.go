package config

import (
	"time"

	"github.com/spf13/pflag"
)

// Tokens are the settings of API tokens.
type Tokens struct {
	// TokenDays is for how many days a new API token is good at most.
	TokenDays int `koanf:"token-days"`
}

// LongestToken is TokenDays as a time.
func (t Tokens) LongestToken() time.Duration { return time.Duration(t.TokenDays) * 24 * time.Hour }

// TokenFlags are the flags of commands that make API tokens.
func TokenFlags(f *pflag.FlagSet) {
	f.Int("token-days", 366, "for how many days a new API token is good at most")
}
