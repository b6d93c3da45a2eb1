package register_test

import (
	"context"
	"maps"
	"reflect"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/register"
	"sineng/server/testkit"
)

// What is read by one statement built by hand is what the queries of each entity give to the same
// viewer.
func TestWhatRiskPointsRestOnReadsTheSameByOneStatement(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		sys, raw, now := testkit.System(), db.Raw.Client, db.Now()
		for n, unit := range []int64{w.East.Unit.ID, w.East.Unit.ID, w.East.City.ID, w.West.Unit.ID} {
			set := register.SetRecipe{UnitID: unit, ExpectedVersion: 1, Name: "product", Bounds: register.Bounds{A: 20 - n, B: 9 - n}, Reason: "试行"}
			if n == 1 {
				set.ExpectedVersion = 2
			}
			if n == 2 {
				set.ExpectedVersion = 3
			}
			testkit.Must(db.Register.SetRecipe(sys, set))(t)
		}
		hidden := raw.StagedImport.Create().SetBegunAt(now).SetAliveUntil(now).SetFirsts(map[string]int64{}).SaveX(sys).ID
		var posts, persons, units []int64
		for _, p := range []*testkit.Province{w.East, w.West} {
			units = append(units, p.Unit.ID, p.City.ID, p.Department.ID)
			for _, one := range p.Posts {
				posts = append(posts, one.ID)
			}
			for _, one := range p.People {
				persons = append(persons, one.ID)
			}
		}
		for table, id := range map[string]int64{"posts": posts[0], "persons": persons[1]} {
			testkit.Must(raw.ExecContext(sys, "UPDATE "+table+" SET import_id = ? WHERE id = ?", hidden, id))(t)
		}
		posts, persons = append(posts, persons[0]), append(persons, posts[1]) // of the other kind
		for name, ctx := range map[string]context.Context{
			"the program":             sys,
			"an inspector everywhere": testkit.As(term.RoleInspector, nil),
			"a leader of the east":    testkit.As(term.RolePrincipalLeader, w.East.Unit),
			"a head in the west":      testkit.As(term.RoleDeptHead, w.West.City),
			"staff of a department":   testkit.As(term.RoleStaff, w.East.Department),
			"the hidden import":       viewer.WithImport(testkit.As(term.RolePrincipalLeader, w.East.Unit), hidden),
			"another import":          viewer.WithImport(sys, hidden+1, hidden),
		} {
			seenPosts, seenPersons, recipes, err := db.Register.RestOn(ctx, db.Client, false, posts, persons, units)
			if err != nil {
				t.Fatal(err)
			}
			wantPosts, wantPersons, wantRecipes, err := db.Register.RestOn(ctx, db.Client, true, posts, persons, units)
			if err != nil {
				t.Fatal(err)
			}
			seen := func(all map[int64]bool) map[int64]bool {
				maps.DeleteFunc(all, func(_ int64, sees bool) bool { return !sees })
				return all
			}
			if !maps.Equal(seen(seenPosts), wantPosts) || !maps.Equal(seen(seenPersons), wantPersons) {
				t.Errorf("%s: seen are %v and %v, want %v and %v", name, seenPosts, seenPersons, wantPosts, wantPersons)
			}
			if len(wantRecipes) != 3 || len(wantRecipes[w.East.Unit.ID]) != 6 || !reflect.DeepEqual(recipes, wantRecipes) {
				t.Errorf("%s: recipes are %v, want %v", name, recipes, wantRecipes)
			}
			if len(wantPosts) == 0 || len(wantPersons) == 0 {
				t.Errorf("%s sees nobody", name)
			}
		}
	})
}

func TestRecordingARiskPointTakesFewStatements(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	post, person := w.East.Posts[2].ID, w.East.People[2].ID
	db.Statements.Reset()
	testkit.Must(db.Register.RecordRiskPoint(testkit.As(term.RolePrincipalLeader, w.East.Unit), register.RecordRiskPoint{UnitID: w.East.Department.ID,
		Details: testkit.RiskDetails("插队", func(d *register.RiskDetails) {
			d.PostID, d.ExposedPostIds, d.DirectOwnerID, d.DepartmentOwnerID = &post, []int64{post}, &person, &person
		}), Assessment: &testkit.Crime}))(t)
	// The unit; what it refers to with the recipes; the risk point, its link, its count, its assessment, its entry.
	if in, out := db.Statements.Inside(), len(db.Statements.Seen()); in > 7 || out > 0 {
		t.Errorf("%d statements within the transaction and %d outside, want 7 and none", in, out)
	}
}
