package app

import (
	"os"
	"path/filepath"
	"strings"

	"sineng/frontend"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/config"
	"sineng/server/httpd"
)

// Web is the program's face on the network by the settings; base is the address that
// browsers use.
func (a *App) Web(s config.Settings, base string) (*httpd.Server, error) {
	o := httpd.Options{Services: a.Services, Log: a.options.Logger, OIDC: oidcOf(s, base),
		Secure: strings.HasPrefix(base, "https://"), HSTS: s.HSTS, RateAccount: s.RateAccount, RateAddress: s.RateAddress}
	o.Rooms = roomsOf(s)
	var err error
	if o.Page, err = httpd.NewPage(frontend.FS()); err != nil {
		return nil, err
	}
	if o.Documents, err = frontend.Documents(); err != nil {
		return nil, err
	}
	if o.TrustedOnly, err = s.TrustedOnly(); err != nil {
		return nil, config.UsageError{Err: err}
	}
	if o.TrustedProxies, err = s.Proxies(); err != nil {
		return nil, config.UsageError{Err: err}
	}
	if logs := config.List(s.WitnessFor); len(logs) > 0 {
		if o.Witness, err = tlog.NewCosigner(a.Store, s.LogFolder(), logs, audit.WitnessRecord(a.Store)); err != nil {
			return nil, err
		}
	}
	return httpd.New(o)
}

// roomsOf are the folders that the server writes to by the settings.
func roomsOf(s config.Settings) []httpd.Room {
	out := []httpd.Room{{Name: "log", Dir: s.LogFolder()}, {Name: "files", Dir: s.FilesFolder()}, {Name: "temp", Dir: os.TempDir()}}
	if path, ok := strings.CutPrefix(s.Database, "sqlite:"); ok {
		out = append([]httpd.Room{{Name: "database", Dir: filepath.Dir(path)}}, out...)
	}
	return out
}

// oidcOf are the settings of the identity provider, nil without one.
func oidcOf(s config.Settings, base string) *httpd.OIDC {
	if s.Issuer == "" {
		return nil
	}
	return &httpd.OIDC{Issuer: s.Issuer, ClientID: s.ClientID, ClientSecret: s.ClientSecret, Name: s.ButtonName,
		StaffClaim: s.StaffClaim, CreateAccounts: s.CreateAccounts, Base: base}
}
