package store

import (
	"strings"
	"testing"

	"entgo.io/ent/dialect"
)

func TestAddressesThatCannotBeMeantAreRefusedWithoutTellingThePassword(t *testing.T) {
	for _, bad := range []string{
		"", "sqlite", "sqlite:", "sqlite::memory:", "test.db", "/var/lib/test.db", "postgres://u:secret@host/db",
		"mysql://", "mysql:", "mysql://host", "mysql://host/", "mysql:///db", "mysql://u:secret@host", "mysql://u:secret@host//",
		"mysql://u:secret@host:port/db", "mysql://u:secret@host:3306 /db", "u:secret@tcp(host:3306)/db", "MYSQL//u:secret@host/db",
	} {
		a, err := parse(bad)
		if err == nil {
			t.Errorf("%q was taken for %+v", bad, a)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error reveals the password: %v", bad, err)
		}
	}
}

func TestAddressesAreReadAndShownWithoutThePassword(t *testing.T) {
	for _, c := range []struct{ in, dialect, shown, within string }{
		{"sqlite:a.db", dialect.SQLite, "sqlite:a.db", "file:a.db?"},
		{"sqlite:/data/四能 库.db", dialect.SQLite, "sqlite:/data/四能 库.db", "file:/data/%E5%9B%9B"},
		{"sqlite:a?b#c.db", dialect.SQLite, "sqlite:a?b#c.db", "file:a%3Fb%23c.db?"},
		{"mysql://u:secret@host/db", dialect.MySQL, "mysql://u:xxxxx@host/db", "u:secret@tcp(host:3306)/db?"},
		{"mysql://u:p%40:w@host:3307/db", dialect.MySQL, "mysql://u:xxxxx@host:3307/db", "u:p@:w@tcp(host:3307)/db?"},
		{"mysql://u@[::1]:3307/db/", dialect.MySQL, "mysql://u@[::1]:3307/db/", "u@tcp([::1]:3307)/db?"},
		{"mysql://u:secret@host/db?tls=true", dialect.MySQL, "mysql://u:xxxxx@host/db?tls=true", "tls=true"},
	} {
		a, err := parse(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if a.dialect != c.dialect || a.shown != c.shown || !strings.Contains(a.dsn, c.within) {
			t.Errorf("%q was read as %+v, want %s shown as %s within %s", c.in, a, c.dialect, c.shown, c.within)
		}
	}
}

func TestEveryConnectionAsksForTheModesThatTheRulesRelyOn(t *testing.T) {
	lite, err := parse("sqlite:a.db")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"journal_mode%28WAL%29", "synchronous%28FULL%29", "foreign_keys%281%29", "_txlock=immediate"} {
		if !strings.Contains(lite.dsn, want) {
			t.Errorf("the SQLite address lacks %s: %s", want, lite.dsn)
		}
	}
	my, err := parse("mysql://u@host/db")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"clientFoundRows=true", "interpolateParams=true", "parseTime=true", "collation=utf8mb4_bin", "STRICT_ALL_TABLES", "%2B00%3A00"} {
		if !strings.Contains(my.dsn, want) {
			t.Errorf("the MySQL address lacks %s: %s", want, my.dsn)
		}
	}
}
