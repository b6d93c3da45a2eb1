// Package config reads settings. Flags win over the environment, and that over a file.
package config

import (
	"fmt"
	"net/netip"
	"os"
	"strings"
	"time"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/pflag"
)

// Settings are the settings of the program.
type Settings struct {
	Tokens `koanf:",squash"`
	OIDC   `koanf:",squash"`

	// Database is sqlite:PATH or mysql://user:password@host:port/name.
	Database string `koanf:"database"`
	// DatabaseConnections is how many connections to the database the server keeps open at most; 0
	// for the default of the kind of database.
	DatabaseConnections int `koanf:"database-connections"`
	// Keys is the folder of the server's secret keys; empty for the default of KeysFolder.
	Keys string `koanf:"keys"`
	// Files is the folder of attached files and of the results of jobs; empty for the default
	// of FilesFolder.
	Files string `koanf:"files"`
	// AttachmentMB is the greatest size of an attached file, in MiB.
	AttachmentMB int `koanf:"attachment-mb"`
	// SecondFactor is who must have a second factor: optional, administrators or all.
	SecondFactor string `koanf:"second-factor"`
	// PasswordDays is after how many days a password must be changed; 0 for never.
	PasswordDays int `koanf:"password-days"`
	// Listen is the address to serve on.
	Listen string `koanf:"listen"`
	// PublicURL is the address of the server for browsers, used in links; with https, cookies
	// are secure.
	PublicURL string `koanf:"public-url"`
	// LogLevel is debug, info, warn or error.
	LogLevel string `koanf:"log-level"`
	// LogFormat is text or json.
	LogFormat string `koanf:"log-format"`
	// ShutdownTime is how long requests in flight may take at shutdown.
	ShutdownTime time.Duration `koanf:"shutdown-time"`
	// LogDir is the folder outside the database for the audit log's key and checkpoints.
	LogDir string `koanf:"log-dir"`
	// LogInterval is how often the audit log is signed while it grows.
	LogInterval time.Duration `koanf:"log-interval"`
	// Witness lists the outside witnesses that get the audit log's checkpoints.
	Witness []string `koanf:"witness"`
	// WitnessFor lists the verifier keys of the logs that this server witnesses.
	WitnessFor []string `koanf:"witness-for"`
	// WebhookSecret is the key of the signatures on webhook calls.
	WebhookSecret string `koanf:"webhook-secret"`
	// SMTP is the mail server, smtp://user:password@host:port.
	SMTP string `koanf:"smtp"`
	// MailFrom is the sender of mails.
	MailFrom string `koanf:"mail-from"`
	// NoticePrivateTargets allows accounts' webhooks to private network addresses and over
	// http.
	NoticePrivateTargets bool `koanf:"notice-private-targets"`
	// Documents is any or trusted: whether only the page's own GraphQL documents are accepted.
	Documents string `koanf:"documents"`
	// RateAccount and RateAddress are the requests per minute allowed per account and per
	// address; 0 for no limit.
	RateAccount int `koanf:"rate-account"`
	RateAddress int `koanf:"rate-address"`
	// TrustedProxy lists the networks (CIDR, or single addresses) whose X-Forwarded-For is
	// trusted.
	TrustedProxy []string `koanf:"trusted-proxy"`
	// HSTS is how long browsers must insist on TLS, where PublicURL is https; 0 sends no
	// header.
	HSTS time.Duration `koanf:"hsts"`
}

// TrustedOnly reports whether only the page's own GraphQL documents are accepted. It fails for
// an unknown value.
func (s Settings) TrustedOnly() (bool, error) {
	switch s.Documents {
	case "any":
		return false, nil
	case "trusted":
		return true, nil
	}
	return false, fmt.Errorf("--documents: %q is not any or trusted", s.Documents)
}

// List splits a setting of several values: the environment gives one text, the flag and the
// file a list.
func List(values []string) []string {
	var out []string
	for text := range strings.SplitSeq(strings.Join(values, ","), ",") {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// Proxies are the networks of TrustedProxy.
func (s Settings) Proxies() ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, text := range List(s.TrustedProxy) {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			address, notAddress := netip.ParseAddr(text)
			if notAddress != nil {
				return nil, fmt.Errorf("--trusted-proxy: %q is neither a network like 10.0.0.0/8 nor an address", text)
			}
			network = netip.PrefixFrom(address, address.BitLen())
		}
		out = append(out, network.Masked())
	}
	return out, nil
}

// Flags defines the flags of every command.
func Flags(f *pflag.FlagSet) {
	f.String("database", "sqlite:sineng.db", "where the data is: sqlite:PATH or mysql://user:password@host:port/name")
	f.Int("database-connections", 0, "most connections to the database, 8 or more; 0 for 64 (MySQL, MariaDB) or 8 readers (SQLite)")
	f.String("keys", "", "folder of the server's secret keys (default: PATH.keys beside a SQLite file, else sineng-keys)")
	f.String("files", "", "folder of attached files (default: PATH.files beside a SQLite file, else sineng-files)")
	f.String("config", "", "YAML file with settings, named like the flags")
	f.String("log-level", "info", "least level to log: debug, info, warn or error")
	f.String("log-format", "text", "form of the log: text or json")
	f.String("log-dir", "", "folder, away from the database, for the audit log's key and checkpoints (default PATH.log beside a SQLite file, else sineng-log here)")
}

// ServeFlags defines the flags of commands that serve.
func ServeFlags(f *pflag.FlagSet) {
	f.String("second-factor", "optional", "who must have a second factor: optional (nobody), administrators or all")
	f.Int("attachment-mb", 20, "greatest size of an attached file, in MiB")
	f.Int("password-days", 0, "days after which a password must be changed, 0 for never")
	f.String("listen", "127.0.0.1:8080", "address to serve on")
	TokenFlags(f)
	oidcFlags(f)
	f.String("public-url", "", "how browsers reach the server, e.g. https://sineng.example.gov.cn (default http:// and the address)")
	f.Duration("shutdown-time", 20*time.Second, "how long requests in flight may take to finish when the server stops")
	f.Duration("log-interval", time.Minute, "how often the audit log is signed while it grows")
	f.StringSlice("witness", nil, "who receives the audit log's checkpoints: witness+https://… (signs them), https://… (webhook), mailto:…")
	f.StringSlice("witness-for", nil, "verifier keys of other logs that this server witnesses at /witness")
	f.String("webhook-secret", "", "secret that signs what is sent to webhooks; better set SINENG_WEBHOOK_SECRET")
	f.String("smtp", "", "mail server, smtp://user:password@host:port; better set SINENG_SMTP")
	f.String("mail-from", "", "sender of mails")
	f.Bool("notice-private-targets", false, "let the webhooks of accounts go to private addresses, and over http")
	f.String("documents", "any", "GraphQL documents to take: any, or trusted for those of the page alone (API tokens may send any)")
	f.Int("rate-account", 1200, "requests a minute that an account may send; 0 for any number")
	f.Int("rate-address", 3000, "requests a minute that an address may send; 0 for any number")
	f.StringSlice("trusted-proxy", nil, "networks of proxies whose X-Forwarded-For is believed, e.g. 10.0.0.0/8,127.0.0.1")
	f.Duration("hsts", 0, "how long browsers shall insist on TLS, e.g. 8760h; only where --public-url is https")
}

// Prefix starts the names of environment variables: SINENG_LOG_LEVEL for log-level.
const Prefix = "SINENG_"

// Load reads the settings.
func Load(flags *pflag.FlagSet) (Settings, error) {
	k := koanf.New(".")
	var s Settings
	path, _ := flags.GetString("config")
	if path == "" {
		path = os.Getenv(Prefix + "CONFIG")
	}
	if path != "" {
		if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
			return s, fmt.Errorf("reading the settings in %s: %w", path, err)
		}
		for _, key := range k.Keys() {
			if flags.Lookup(key) == nil && !known[key] {
				return s, fmt.Errorf("%s: there is no setting %q", path, key)
			}
		}
	}
	name := func(key, value string) (string, any) {
		return strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(key, Prefix)), "_", "-"), value
	}
	if err := k.Load(env.Provider(".", env.Opt{Prefix: Prefix, TransformFunc: name}), nil); err != nil {
		return s, fmt.Errorf("reading the environment: %w", err)
	}
	// A flag's default applies only where no other source sets the value.
	if err := k.Load(posflag.Provider(flags, ".", k), nil); err != nil {
		return s, fmt.Errorf("reading the flags: %w", err)
	}
	// Commands that do not serve read the settings of those that do, without having their
	// flags.
	if err := k.Load(posflag.Provider(serveFlags, ".", k), nil); err != nil {
		return s, fmt.Errorf("reading the defaults: %w", err)
	}
	return s, k.Unmarshal("", &s)
}

// LogFolder is the folder of the audit log.
func (s Settings) LogFolder() string {
	if s.LogDir != "" {
		return s.LogDir
	}
	if path, ok := strings.CutPrefix(s.Database, "sqlite:"); ok {
		return path + ".log"
	}
	return "sineng-log"
}

// serveFlags holds the defaults of the flags of commands that serve.
var serveFlags = func() *pflag.FlagSet {
	f := pflag.NewFlagSet("", pflag.ContinueOnError)
	ServeFlags(f)
	return f
}()

// known are the names of all settings, including those of other commands.
var known = func() map[string]bool {
	out := map[string]bool{}
	serveFlags.VisitAll(func(one *pflag.Flag) { out[one.Name] = true })
	out["oidc-client-secret"] = true // it has no flag
	return out
}()

// KeysFolder is the folder of the server's secret keys. It is outside the database, so that a
// copy of the database does not reveal what they encrypt.
func (s Settings) KeysFolder() string {
	if s.Keys != "" {
		return s.Keys
	}
	if path, ok := strings.CutPrefix(s.Database, "sqlite:"); ok {
		return path + ".keys"
	}
	return "sineng-keys"
}

// FilesFolder is the folder of attached files and of the results of jobs.
func (s Settings) FilesFolder() string {
	if s.Files != "" {
		return s.Files
	}
	if path, ok := strings.CutPrefix(s.Database, "sqlite:"); ok {
		return path + ".files"
	}
	return "sineng-files"
}

// UsageError is an invalid setting or command line.
type UsageError struct{ Err error }

func (e UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e UsageError) Unwrap() error { return e.Err }
