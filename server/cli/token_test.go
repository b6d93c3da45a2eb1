package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"sineng/ent/account"
	"sineng/server/cli"
	"sineng/server/testkit"
)

// run runs a command line on a database.
func run(t *testing.T, db *testkit.DB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = cli.Main(context.Background(), append(args, "--database", db.URL), &out, &errs)
	return code, out.String(), errs.String()
}

func TestTheOperatorMakesListsAndRevokesTokens(t *testing.T) {
	db := testkit.Open(t, "sqlite:"+filepath.Join(t.TempDir(), "token.db"))
	w := testkit.NewWorld(t, db)
	clerk := testkit.Clerk(t, db, w.East.Department, "科员", "N-9")
	a := db.Raw.Client.Account.Create().SetLoginName("east").SetPasswordHash("x").SetMustChangePassword(false).SetPersonID(clerk.ID).
		SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
	db.Raw.Client.Account.Create().SetLoginName("leader").SetPasswordHash("x").SetMustChangePassword(false).SetPersonID(w.East.People[0].ID).
		SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(testkit.System())
	create := []string{"token", "create", "--account", "East", "--name", "月报", "--scope", "read_overview,READ_ORGANISATION", "--unit", "E11", "--days", "30"}
	code, secret, hint := run(t, db, create...)
	secret = strings.TrimSpace(secret)
	if code != 0 || !strings.HasPrefix(secret, "sineng_") || strings.ContainsAny(secret, " \n") {
		t.Fatalf("making a token: %d %q %q", code, secret, hint)
	}
	code, list, _ := run(t, db, "token", "list")
	if code != 0 || !strings.Contains(list, "east\t月报\tREAD_ORGANISATION,READ_OVERVIEW\tE11\t") || strings.Contains(list, secret) {
		t.Errorf("the list is %d %q", code, list)
	}
	id, _, _ := strings.Cut(list, "\t")
	if !strings.Contains(hint, id) {
		t.Errorf("the list names %s, the hint %q", id, hint)
	}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"too long", append(create, "--days", "400"), 1, "366"},
		{"longer than the setting", append(create, "--token-days", "7"), 1, "at most 7 days"},
		{"a unit beyond reach", append(create, "--unit", "W"), 1, "You do not have this yourself"},
		{"an account with power", append(create, "--account", "leader"), 1, "its owner makes the token"},
		{"an unknown unit", append(create, "--unit", "nowhere"), 1, "nowhere"},
		{"an unknown account", append(create, "--account", "nobody"), 1, "nobody"},
		{"an unknown scope", append(create, "--scope", "WRITE"), 1, "scope"},
		{"no name", []string{"token", "create", "--account", "east", "--scope", "READ_OVERVIEW"}, 1, "name"},
		{"what is no id", []string{"token", "revoke", "!"}, 1, "no such token"},
		{"what is no token", []string{"token", "revoke", "s1"}, 1, "token"},
	} {
		if code, out, errs := run(t, db, c.args...); code != c.code || !strings.Contains(errs, c.says) || out != "" {
			t.Errorf("%s: %d %q %q, want %d and %q", c.name, code, out, errs, c.code, c.says)
		}
	}
	if code, out, errs := run(t, db, "token", "revoke", id); code != 0 || !strings.Contains(out, "月报") {
		t.Errorf("revoking: %d %q %q", code, out, errs)
	}
	if _, list, _ := run(t, db, "token", "list"); list != "" {
		t.Errorf("after revoking the list is %q", list)
	}
	if n := db.Client.Account.Query().Where(account.ID(a.ID)).QueryTokens().CountX(testkit.System()); n != 1 {
		t.Errorf("there are %d tokens, want the revoked one kept", n)
	}
}
