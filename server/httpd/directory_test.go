package httpd_test

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/riskpoint"
	"sineng/server/org"
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
