package httpd_test

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// Every server remembers units, posts and people by which it names rows; what was renamed through one is
// named anew by all at once, and nobody is named to whom may not see them.
func TestWhatIsRenamedOnOneServerHasItsNewNameOnAnotherAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		linkAcross(t, db, w)
		risk := w.East.Risks[2]
		db.Raw.Client.RiskPoint.Update().Where(riskpoint.ID(risk.ID)).SetPostID(w.East.Posts[2].ID).SetDirectOwnerID(w.East.People[2].ID).ExecX(testkit.System())
		here, there := signIn(t, db, serve(t, db), "east", w.East.People[0]), signIn(t, db, serve(t, db), "west", w.West.People[0])
		elsewhere := newClient(t, serve(t, db))
		elsewhere.signIn("east")
		names := func(c *client) string {
			return fmt.Sprint(c.must(`{riskPoints(first:50){nodes{unit{name} post{name} directOwner{name} leaderOwner{name} measures{owner{name}}}}}`, nil))
		}
		names(there)
		before := names(here)
		if got := names(elsewhere); got != before {
			t.Fatalf("two servers name %s and %s", before, got)
		}
		ctx := testkit.System()
		u, p, q := db.Client.Unit.GetX(ctx, w.East.Department.ID), db.Client.Post.GetX(ctx, w.East.Posts[2].ID), db.Client.Person.GetX(ctx, w.East.People[2].ID)
		for name, rename := range map[string]func(){
			"新科": func() {
				testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "新科", Kind: u.Kind}))(t)
			},
			"新岗": func() {
				testkit.Must(db.Org.UpdatePost(ctx, org.UpdatePost{ID: p.ID, ExpectedVersion: p.Version, Name: "新岗"}))(t)
			},
			"新人": func() {
				testkit.Must(db.Org.UpdatePerson(ctx, org.UpdatePerson{ID: q.ID, ExpectedVersion: q.Version, UnitID: q.UnitID, Name: "新人"}))(t)
			},
		} {
			names(elsewhere)
			rename()
			if after := names(elsewhere); !strings.Contains(after, name) || strings.Contains(after, "西") {
				t.Errorf("after %s was renamed another server names %s", name, after)
			}
		}
	})
}

// What a query reads of the tree and of the counts besides its own rows comes with the session: the overview is one
// statement, and shows at once what any server wrote.
func TestTheOverviewIsOneStatementAndNeverStale(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		east := signIn(t, db, serve(t, db), "east", w.East.People[0])
		west := signIn(t, db, serve(t, db), "west", w.West.People[0])
		overview := func(c *client, unit int64) string {
			t.Helper()
			return fmt.Sprint(c.must(`query($u:ID!){gradeMatrix(unitId:$u,by:CHILD_UNIT){rows{key label counts} totals}}`, vars{"u": scalar.EncodeID(unit)}))
		}
		root := w.East.Unit.ID
		fold := func() { t.Helper(); testkit.Must(tally.Fold(testkit.System(), db.Raw))(t) }
		statements := func(n int) {
			t.Helper()
			overview(east, root)
			db.Statements.Reset()
			overview(east, root)
			if got := db.Statements.All(); len(got) != n {
				t.Errorf("the overview takes %d statements, want %d: %v", len(got), n, got)
			}
		}
		fold()
		statements(1)
		ctx := testkit.System()
		changed := func(what string, change func()) {
			t.Helper()
			before := overview(east, root)
			change()
			if after := overview(east, root); after == before {
				t.Errorf("%s is not seen: %s", what, after)
			}
		}
		changed("a risk point", func() {
			testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: w.East.Department.ID, Assessment: &testkit.Minor, Details: testkit.RiskDetails("风险")}))(t)
		})
		statements(2) // the delta waits
		before := overview(east, root)
		fold()
		if after := overview(east, root); after != before {
			t.Errorf("folding changed %s into %s", before, after)
		}
		statements(1)
		city := func() *ent.Unit { return db.Client.Unit.GetX(ctx, w.East.City.ID) }
		changed("another name", func() {
			u := city()
			testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "新市", Kind: u.Kind}))(t)
		})
		changed("another unit", func() { testkit.Must(testkit.NewUnit(db, w.East.Unit, "N", "新局", term.UnitKindBureau))(t) })
		changed("a unit that moved away", func() { u := city(); testkit.Must(db.Org.MoveUnit(ctx, u.ID, u.Version, &w.West.Unit.ID))(t) })
		fold()
		// Both ask under the same version: what one read into the memory does not show to the other.
		if got := fmt.Sprint(west.must(`query($u:ID!){gradeMatrix(unitId:$u,by:CHILD_UNIT){rows{label}}}`, vars{"u": scalar.EncodeID(w.West.Unit.ID)})); !strings.Contains(got, "新市") {
			t.Errorf("the unit that moved here is not seen: %s", got)
		}
		if a := west.do(`query($u:ID!){gradeMatrix(unitId:$u,by:CHILD_UNIT){rows{label}}}`, vars{"u": scalar.EncodeID(root)}); a.code() != "NOT_FOUND" {
			t.Errorf("a foreign unit from memory: %+v", a)
		}
	})
}

// A unit by its code comes from memory with all that is selected below it, in the same words as by its id, which
// is read from the database; posts and portfolios of all levels take a statement each.
func TestAUnitFromMemoryIsThatOfTheDatabase(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		linkAcross(t, db, w)
		ctx := testkit.System()
		closed := testkit.Must(testkit.NewUnit(db, w.East.Unit, "ZU", "已撤科", term.UnitKindDepartment))(t)
		testkit.Must(db.Org.CloseUnit(ctx, closed.ID, closed.Version, db.Today()))(t)
		clients := map[string]*client{"east": signIn(t, db, serve(t, db), "east", w.East.People[0]), "west": signIn(t, db, serve(t, db), "west", w.West.People[0])}
		const shown = `id code name kind level childCount closedOn parent{id name parent{name posts{name}}}`
		for name, selection := range map[string]string{
			"a tree":           shown + ` posts{id name} children{` + shown + ` posts{id duties keyPost appointments{id person{name}}} children{` + shown + ` portfolios{kind person{name} unit{name}}}}`,
			"two of one edge":  `a:children{name posts{id}} b:children{id portfolios{id person{id}} children{name}}`,
			"the same twice":   `posts{name} ...on Unit{posts{appointments{person{name unit{name}}}}} children{name} children{code}`,
			"down and up":      `children{parent{id name children{name posts{name unit{name}}}}}`,
			"portfolios alone": `portfolios{id kind person{name portfolios{kind}} unit{code}}`,
			"left out":         `name children @include(if:false){name posts{name}} posts @skip(if:true){id}`,
		} {
			for who, c := range clients {
				for _, u := range []*ent.Unit{w.East.Unit, w.East.City, w.East.Department, w.West.Unit} {
					ask := func() string {
						return fmt.Sprint(c.must(`query($c:String!){u:unit(code:$c){`+selection+`}}`, vars{"c": u.Code})["u"])
					}
					ask()
					db.Statements.Reset()
					got := ask()
					if n := len(db.Statements.All()); strings.HasPrefix(name, "a tree") && n > 5 {
						t.Errorf("%s of %s takes %d statements: %v", name, u.Name, n, db.Statements.Seen())
					}
					want := fmt.Sprint(c.must(`query($i:ID!){u:node(id:$i){... on Unit{`+selection+`}}}`, vars{"i": scalar.EncodeID(u.ID)})["u"])
					if got != want {
						t.Errorf("%s of %s for %s:\n%s, want\n%s", name, u.Name, who, got, want)
					}
				}
			}
		}
	})
}
