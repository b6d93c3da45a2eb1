package config

import (
	"time"

	"github.com/spf13/pflag"
)

// Tokens are the settings of API tokens.
type Tokens struct {
	// TokenDays is the longest term of a new API token in days.
	TokenDays int `koanf:"token-days"`
}

// LongestToken is TokenDays as a duration.
func (t Tokens) LongestToken() time.Duration { return time.Duration(t.TokenDays) * 24 * time.Hour }

// TokenFlags defines the flags of commands that create API tokens.
func TokenFlags(f *pflag.FlagSet) {
	f.Int("token-days", 366, "for how many days a new API token is good at most")
}

// OIDC are the settings of the organisation's OpenID provider.
type OIDC struct {
	// Issuer is the provider's address; empty for none.
	Issuer string `koanf:"oidc-issuer"`
	// ClientID and ClientSecret identify this server to the provider.
	ClientID     string `koanf:"oidc-client-id"`
	ClientSecret string `koanf:"oidc-client-secret"`
	// ButtonName is the text of the sign-in button.
	ButtonName string `koanf:"oidc-name"`
	// StaffClaim is the name of the claim with the staff number.
	StaffClaim string `koanf:"oidc-staff-claim"`
	// CreateAccounts allows accounts to be created for people who have none.
	CreateAccounts bool `koanf:"oidc-create-accounts"`
}

// oidcFlags defines the flags of the identity provider. The client's secret has no flag, since
// other users of the machine can read a command line: it comes from the environment or the
// file.
func oidcFlags(f *pflag.FlagSet) {
	f.String("oidc-issuer", "", "address of the OpenID provider to sign in by (default none)")
	f.String("oidc-client-id", "", "what the provider knows this server by; its secret is SINENG_OIDC_CLIENT_SECRET")
	f.String("oidc-name", "统一身份认证", "what the button of the provider says")
	f.String("oidc-staff-claim", "staff_number", "claim of the provider that holds the staff number")
	f.Bool("oidc-create-accounts", false, "make accounts for people who sign in by the provider and have none")
}
