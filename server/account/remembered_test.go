package account_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

// another is another server on the same database.
func another(t *testing.T, db *testkit.DB) *account.Service {
	t.Helper()
	key := testkit.Must(tlog.SealKey(db.LogDir))(t)
	s := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(key)))(t)
	t.Cleanup(func() { _ = s.Close() })
	return testkit.Must(account.New(s, testkit.CheapHash))(t)
}

func TestARightThatIsTakenOnOneServerIsGoneOnAnotherAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx, day := testkit.System(), db.Today()
		w := testkit.NewWorld(t, db)
		person := w.East.People[2]
		made(t, db, "head", person)
		token, there := signIn(t, db, "head"), another(t, db)
		grants := func() []viewer.Grant { return testkit.Must(there.Peek(context.Background(), token))(t).Viewer.Grants }
		had := len(grants())
		for _, c := range []struct {
			what string
			do   func() error
			more int
		}{
			{"a portfolio begins", func() error {
				_, err := db.Org.AssignPortfolio(ctx, person.ID, w.East.City.ID, term.PortfolioKindInCharge, day)
				return err
			}, 1},
			{"another is given", func() error {
				_, err := db.Org.AssignPortfolio(ctx, person.ID, w.East.Unit.ID, term.PortfolioKindInCharge, day)
				return err
			}, 1},
			{"both end", func() error {
				return store.WithTx(ctx, db.Raw, func(ctx context.Context, tx *ent.Tx) error {
					_, err := tx.ExecContext(ctx, "UPDATE portfolios SET to_day = ? WHERE kind = ?", day.AddDate(0, 0, -1), string(term.PortfolioKindInCharge))
					return err
				})
			}, -2},
		} {
			if grants(); c.do == nil { // the other server remembers what it had
				t.Fatal(c.what)
			}
			if err := c.do(); err != nil {
				t.Fatalf("%s: %v", c.what, err)
			}
			if had += c.more; len(grants()) != had {
				t.Errorf("after %s another server gives %d grants, want %d", c.what, len(grants()), had)
			}
		}
	})
}

func TestRightsEndWithTheirLastDay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx, day := testkit.System(), db.Today()
		w := testkit.NewWorld(t, db)
		person := w.East.People[2]
		made(t, db, "head", person)
		p := testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, w.East.City.ID, term.PortfolioKindInCharge, day))(t)
		testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, &day))(t)
		db.Clock.Forward(store.StartOf(day.AddDate(0, 0, 1)).Sub(db.Now()) - 2*time.Second) // two seconds before midnight in China
		token := signIn(t, db, "head")
		leads := func() bool {
			who := testkit.Must(db.Accounts.Resolve(context.Background(), token))(t)
			return slices.ContainsFunc(who.Viewer.Grants, func(g viewer.Grant) bool { return g.Role == term.RoleLeaderInCharge })
		}
		for range 2 { // worked out, and remembered
			if !leads() {
				t.Error("before midnight the portfolio is not in force")
			}
		}
		if db.Clock.Forward(2 * time.Second); leads() {
			t.Error("after midnight the portfolio is still in force")
		}
	})
}

func TestARequestCostsOneStatementToKnowWhoAsks(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	a := made(t, db, "head", w.East.People[2])
	token := signIn(t, db, "head")
	_, secret, err := db.Accounts.CreateToken(viewer.NewContext(context.Background(), resolved(t, db, token).Viewer), account.NewToken{Name: "报表", Account: a.ID,
		Scopes: []term.TokenScope{term.TokenScopeReadRegister}, Unit: &w.East.Department.ID, ExpiresAt: db.Now().Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	ask := map[string]func(){
		"a session": func() { resolved(t, db, token) },
		"a token": func() {
			if testkit.Must(db.Accounts.ResolveToken(context.Background(), secret))(t) == nil {
				t.Error("the token opens nothing")
			}
		},
	}
	for what, request := range ask {
		request()
		db.Statements.Reset()
		request()
		if seen := db.Statements.Seen(); len(seen) != 1 {
			t.Errorf("%s costs %d statements:\n%s", what, len(seen), strings.Join(seen, "\n"))
		}
		db.Clock.Forward(11 * time.Second)
		db.Statements.Reset()
		request()
		// What was changed past the program, by hand, is seen after ten seconds.
		if seen := db.Statements.Seen(); len(seen) < 5 {
			t.Errorf("%s remembers rights for longer than ten seconds:\n%s", what, strings.Join(seen, "\n"))
		}
	}
}

// What rights are worked out from is either read with every request or a table whose writes set
// another version.
func TestRightsAreRememberedOnlyOfTablesWhoseWritesAreSeen(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	made(t, db, "head", w.East.People[2])
	// Somebody who signs for another, so that everything is asked.
	ctx, now := testkit.System(), db.Now()
	db.Raw.Client.Delegation.Create().SetPersonID(w.East.People[1].ID).SetDeputyID(w.East.People[2].ID).SetUnitID(w.East.City.ID).SetReason("出差").
		SetFromDay(db.Today()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
	token := signIn(t, db, "head")
	db.Statements.Reset()
	if n := len(resolved(t, db, token).Viewer.Grants); n < 3 {
		t.Fatalf("%d grants", n)
	}
	seen := db.Statements.Seen()
	tables := regexp.MustCompile("(?i)(?:FROM|JOIN) `?([a-z_]+)`?")
	for _, statement := range seen[1:] {
		for _, m := range tables.FindAllStringSubmatch(statement, -1) {
			if !slices.Contains(store.RightsTables, m[1]) {
				t.Errorf("rights follow from %s, whose writes set no other version: %s", m[1], statement)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("only %d statements:\n%s", len(seen), strings.Join(seen, "\n"))
	}
}
