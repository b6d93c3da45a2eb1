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

// OIDC are the settings of the organisation's OpenID provider.
type OIDC struct {
	// Issuer is its address; empty for none.
	Issuer string `koanf:"oidc-issuer"`
	// ClientID and ClientSecret are what it knows this server by.
	ClientID     string `koanf:"oidc-client-id"`
	ClientSecret string `koanf:"oidc-client-secret"`
	// ButtonName is what the button says.
	ButtonName string `koanf:"oidc-name"`
	// StaffClaim is the claim that holds the staff number.
	StaffClaim string `koanf:"oidc-staff-claim"`
	// CreateAccounts makes accounts for people who have none.
	CreateAccounts bool `koanf:"oidc-create-accounts"`
}

// oidcFlags are the flags of the identity provider. The client's secret has none, for the
// command line of a program is no secret: it comes from the environment or the file.
func oidcFlags(f *pflag.FlagSet) {
	f.String("oidc-issuer", "", "address of the OpenID provider to sign in by (default none)")
	f.String("oidc-client-id", "", "what the provider knows this server by; its secret is SINENG_OIDC_CLIENT_SECRET")
	f.String("oidc-name", "统一身份认证", "what the button of the provider says")
	f.String("oidc-staff-claim", "staff_number", "claim of the provider that holds the staff number")
	f.Bool("oidc-create-accounts", false, "make accounts for people who sign in by the provider and have none")
}
