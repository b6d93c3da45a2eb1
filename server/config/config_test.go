package config_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/pflag"

	"sineng/server/config"
)

// load reads settings from a command line and a file.
func load(t *testing.T, file string, args ...string) config.Settings {
	t.Helper()
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.Flags(flags)
	config.ServeFlags(flags)
	if file != "" {
		path := filepath.Join(t.TempDir(), "sineng.yaml")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--config", path)
	}
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	s, err := config.Load(flags)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheGuardsSettingsComeFromFlagsEnvironmentAndFile(t *testing.T) {
	s := load(t, "")
	if only, err := s.TrustedOnly(); only || err != nil || s.RateAccount != 1200 || s.RateAddress != 3000 || len(s.TrustedProxy) != 0 || s.HSTS != 0 {
		t.Errorf("the defaults are %+v, %v", s, err)
	}
	s = load(t, "documents: trusted\nrate-account: 10\ntrusted-proxy: [10.0.0.0/8, 192.0.2.1]\nhsts: 24h\n", "--rate-account", "20", "--database-connections", "30")
	proxies, err := s.Proxies()
	if only, _ := s.TrustedOnly(); !only || err != nil || s.RateAccount != 20 || s.DatabaseConnections != 30 || len(proxies) != 2 || proxies[0].String() != "10.0.0.0/8" || proxies[1].String() != "192.0.2.1/32" || s.HSTS.Hours() != 24 {
		t.Errorf("the file gave %+v, %v, %v", s, proxies, err)
	}
	t.Setenv("SINENG_DOCUMENTS", "trusted")
	t.Setenv("SINENG_TRUSTED_PROXY", "10.0.0.0/8,fd00::/8")
	s = load(t, "")
	if proxies, err = s.Proxies(); err != nil || len(proxies) != 2 || s.Documents != "trusted" {
		t.Errorf("the environment gave %+v, %v, %v", s, proxies, err)
	}
	t.Setenv("SINENG_DOCUMENTS", "some")
	t.Setenv("SINENG_TRUSTED_PROXY", "here")
	s = load(t, "")
	if _, err := s.TrustedOnly(); err == nil {
		t.Error("documents: some was accepted")
	}
	if _, err := s.Proxies(); err == nil {
		t.Error("a proxy called here was accepted")
	}
}
