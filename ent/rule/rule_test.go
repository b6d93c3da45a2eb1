package rule_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	entgo "entgo.io/ent"

	"sineng/ent"
	"sineng/ent/privacy"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/testkit"
)

// kinds says for every entity which scope shows its rows.
var kinds = map[string]string{
	"Unit": "unit", "Post": "directory", "Person": "directory", "Appointment": "directory", "Portfolio": "directory",
	"Duty": "register", "Power": "register", "Process": "register", "ProcessStep": "register", "StepEdge": "register",
	"RiskPoint": "register", "Assessment": "register", "Measure": "register",
	"Account": "account", "RoleAppointment": "account",
	"Session": "internal", "RiskCount": "internal", "RiskCountDelta": "internal",
}

// client is the client of an entity, by name.
func client(db *testkit.DB, name string) reflect.Value {
	return reflect.ValueOf(db.Raw.Client).Elem().FieldByName(name)
}

func call(v reflect.Value, method string, args ...any) []reflect.Value {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	return v.MethodByName(method).Call(in)
}

func failure(out []reflect.Value) error {
	err, _ := out[len(out)-1].Interface().(error)
	return err
}

// rows are the rows of an entity that a context may see, by id.
func rows(t *testing.T, ctx context.Context, db *testkit.DB, name string) map[int64]reflect.Value {
	t.Helper()
	found := call(call(client(db, name), "Query")[0], "All", ctx)
	if err := failure(found); err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
	out := map[int64]reflect.Value{}
	for i := range found[0].Len() {
		r := found[0].Index(i).Elem()
		out[r.FieldByName("ID").Int()] = r
	}
	return out
}

// under reports whether a row's level columns include the unit.
func under(r reflect.Value, u *ent.Unit) bool {
	return r.FieldByName(fmt.Sprintf("L%d", u.Level)).Int() == u.ID
}

// world is two provinces, with accounts, sessions, roles and roll-ups, so that every entity
// has rows in both.
func world(t *testing.T, db *testkit.DB) (w *testkit.World, east, west *ent.Account) {
	t.Helper()
	ctx := testkit.System()
	w = testkit.NewWorld(t, db)
	now := db.Now()
	for side, u := range map[string]*testkit.Province{"east": w.East, "west": w.West} {
		a := db.Raw.Client.Account.Create().SetLoginName(side).SetPasswordHash("x").SetPersonID(u.People[1].ID).SetCreatedAt(now).SetUpdatedAt(now).SaveX(ctx)
		db.Raw.Client.Session.Create().SetTokenHash(side).SetAccountID(a.ID).SetCreatedAt(now).SetSeenAt(now).SetExpiresAt(now.AddDate(0, 0, 1)).ExecX(ctx)
		db.Raw.Client.RoleAppointment.Create().SetAccountID(a.ID).SetRole(term.RoleInspector).SetUnitID(u.Unit.ID).SetFromDay(db.Today()).
			SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		db.Raw.Client.RiskCount.Create().SetUnitID(u.Unit.ID).SetGrade(term.GradeA).SetRiskTypes(term.RiskTypes(term.RiskTypeDuty)).SetPowerType("LICENSING").
			SetStatus(term.RiskStatusDecided).SetControlled(false).SetN(1).ExecX(ctx)
		if side == "east" {
			east = a
		} else {
			west = a
		}
	}
	return w, east, west
}

func TestEveryEntityIsSeenByTheScopeItBelongsTo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, east, _ := world(t, db)
		leader := testkit.As(term.RolePrincipalLeader, w.East.City)
		viewer.FromContext(leader).AccountID = east.ID
		administrator := testkit.As(term.RoleSystemAdmin, w.East.City)
		nobody := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: east.ID})
		whole := testkit.As(term.RoleLeadingGroup, nil)
		for name, kind := range kinds {
			all := rows(t, testkit.System(), db, name)
			if len(all) < 2 {
				t.Fatalf("%s has %d rows in the test world, want some on either side", name, len(all))
			}
			byLeader, byAdministrator := rows(t, leader, db, name), rows(t, administrator, db, name)
			byNobody, byAll := rows(t, nobody, db, name), rows(t, whole, db, name)
			for id, r := range all {
				own, ancestor := false, false
				switch kind {
				case "unit":
					own, ancestor = under(r, w.East.City), id == w.East.Unit.ID
				case "directory":
					own, ancestor = under(r, w.East.City), r.FieldByName("UnitID").Int() == w.East.Unit.ID
				case "register":
					own = under(r, w.East.City)
				}
				account := kind == "account" && (name == "Account" && id == east.ID || name != "Account" && r.FieldByName("AccountID").Int() == east.ID)
				for _, c := range []struct {
					who  string
					seen map[int64]reflect.Value
					want bool
				}{
					{"the leader of the city", byLeader, own || ancestor || account},
					// The account in East belongs to a person of the city.
					{"the administrator of the city", byAdministrator, (own || ancestor) && kind != "register" || account},
					{"an account without a role", byNobody, account},
					{"the leading group of the system", byAll, kind != "account" && kind != "internal"},
				} {
					if _, seen := c.seen[id]; seen != c.want {
						t.Errorf("%s sees row %d of %s: %v, want %v", c.who, id, name, seen, c.want)
					}
				}
			}
		}
	})
}

func TestARowIsSeenNeitherByKeyNorAlongAnEdgeNorCountedOutsideTheScope(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, _, _ := world(t, db)
		system := testkit.System()
		east, west := w.East, w.West
		risk := db.Raw.Client.RiskPoint.UpdateOne(east.Risks[0]).SetPersonID(west.People[0].ID).SetPostID(west.Posts[0].ID).SetPowerID(west.Powers[0].ID).
			AddExposedPostIDs(west.Posts[0].ID).AddExposedPersonIDs(west.People[0].ID).SaveX(system)
		db.Raw.Client.Measure.UpdateOne(west.Measures[0]).AddRiskPointIDs(risk.ID).ExecX(system)
		ctx := testkit.As(term.RolePrincipalLeader, east.Unit)
		if _, err := db.Raw.Client.RiskPoint.Get(ctx, west.Risks[0].ID); !ent.IsNotFound(err) {
			t.Errorf("a risk point of the other province by its key: %v, want not found", err)
		}
		r := db.Raw.Client.RiskPoint.Query().WithPerson().WithPost().WithPower().WithExposedPosts().WithExposedPersons().WithMeasures().
			Where(riskpoint.ID(risk.ID)).OnlyX(ctx)
		if r.Edges.Person != nil || r.Edges.Post != nil || r.Edges.Power != nil {
			t.Errorf("the person, post or power of the other province is loaded along an edge: %+v", r.Edges)
		}
		if len(r.Edges.ExposedPosts) != 1 || len(r.Edges.ExposedPersons) != 1 || len(r.Edges.Measures) != 1 {
			t.Errorf("%d posts, %d persons and %d measures are loaded, want the own one each", len(r.Edges.ExposedPosts), len(r.Edges.ExposedPersons), len(r.Edges.Measures))
		}
		if n := r.QueryPerson().CountX(ctx) + r.QueryPost().CountX(ctx) + r.QueryPower().CountX(ctx); n != 0 {
			t.Errorf("%d rows of the other province are counted along an edge", n)
		}
		if n := r.QueryExposedPersons().CountX(ctx); n != 1 {
			t.Errorf("%d exposed persons are counted, want the own one", n)
		}
		var sums []struct{ Count int }
		db.Raw.Client.RiskPoint.Query().Aggregate(ent.Count()).ScanX(ctx, &sums)
		if len(sums) != 1 || sums[0].Count != 3 {
			t.Errorf("an aggregate counts %v risk points, want 3", sums)
		}
	})
}

func TestNoUpdateOrDeleteReachesARowOutsideTheScope(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, east, _ := world(t, db)
		ctx := testkit.As(term.RolePrincipalLeader, w.East.City)
		viewer.FromContext(ctx).AccountID = east.ID
		for name, kind := range kinds {
			for id, r := range rows(t, testkit.System(), db, name) {
				switch kind {
				case "unit", "directory", "register":
					if under(r, w.East.City) {
						continue
					}
				}
				update := call(client(db, name), "UpdateOneID", id)[0]
				touch(t, update, w.East.City)
				for method, err := range map[string]error{
					"UpdateOneID": failure(call(update, "Save", ctx)),
					"DeleteOneID": failure(call(call(client(db, name), "DeleteOneID", id)[0], "Exec", ctx)),
				} {
					if !ent.IsNotFound(err) && !errors.Is(err, privacy.Deny) {
						t.Errorf("%s of row %d of %s: %v, want it not found or denied", method, id, name, err)
					}
				}
			}
		}
		if n := db.Raw.Client.RiskPoint.Update().SetTitle("改").SaveX(ctx); n != 2 {
			t.Errorf("an update of all risk points changed %d, want the 2 of the city and its department", n)
		}
		if n := db.Raw.Client.Post.Update().SetDuties("改").SaveX(ctx); n != 2 {
			t.Errorf("an update of all posts changed %d, want the 2 of the city and its department", n)
		}
		if n := db.Raw.Client.Unit.Update().SetSortOrder(7).SaveX(ctx); n != 2 {
			t.Errorf("an update of all units changed %d, want the city and its department", n)
		}
	})
}

// touch gives an update a field to set: the time of change, or else the unit.
func touch(t *testing.T, update reflect.Value, u *ent.Unit) {
	t.Helper()
	m := call(update, "Mutation")[0].Interface().(entgo.Mutation)
	now := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	if m.SetField("updated_at", now) == nil || m.SetField("seen_at", now) == nil || m.SetField("n", 5) == nil {
		return
	}
	set(t, m, u)
}

// set sets the unit of a mutation's row, with its levels.
func set(t *testing.T, m entgo.Mutation, u *ent.Unit) entgo.Mutation {
	t.Helper()
	for n, id := range u.Levels() {
		if err := m.SetField(fmt.Sprintf("l%d", n+1), id); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestNoRowIsCreatedOrMovedOutsideTheScope(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, east, _ := world(t, db)
		ctx := testkit.As(term.RolePrincipalLeader, w.East.City)
		viewer.FromContext(ctx).AccountID = east.ID
		mutation := func(v reflect.Value) entgo.Mutation { return call(v, "Mutation")[0].Interface().(entgo.Mutation) }
		for name, kind := range kinds {
			scoped := kind == "unit" || kind == "directory" || kind == "register"
			create := call(client(db, name), "Create")[0]
			if err := failure(call(create, "Save", ctx)); !errors.Is(err, privacy.Deny) {
				t.Errorf("%s is created nowhere: %v, want it denied", name, err)
			}
			if !scoped {
				continue
			}
			for _, outside := range []*ent.Unit{w.East.Unit, w.West.City} {
				create := call(client(db, name), "Create")[0]
				set(t, mutation(create), outside)
				if err := failure(call(create, "Save", ctx)); !errors.Is(err, privacy.Deny) {
					t.Errorf("%s is created in %s: %v, want it denied", name, outside.Code, err)
				}
				for id, r := range rows(t, testkit.System(), db, name) {
					if !under(r, w.East.City) {
						continue
					}
					update := call(client(db, name), "UpdateOneID", id)[0]
					set(t, mutation(update), outside)
					if err := failure(call(update, "Save", ctx)); !errors.Is(err, privacy.Deny) {
						t.Errorf("row %d of %s is moved to %s: %v, want it denied", id, name, outside.Code, err)
					}
				}
			}
			inside := call(client(db, name), "Create")[0]
			set(t, mutation(inside), w.East.Department)
			if err := failure(call(inside, "Save", ctx)); err == nil || errors.Is(err, privacy.Deny) {
				t.Errorf("%s is created empty inside the scope: %v, want it to fail for its missing fields", name, err)
			}
		}
	})
}

func TestUnitsAboveAreSeenButOnlyTheirOwnRows(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx := testkit.As(term.RoleDeptHead, w.East.Department)
	codes := db.Raw.Client.Unit.Query().Order(unit.ByCode()).Select(unit.FieldCode).StringsX(ctx)
	if want := []string{"E", "E1", "E11"}; !slices.Equal(codes, want) {
		t.Errorf("the head of the department sees the units %v, want %v", codes, want)
	}
}

func TestARowWithoutWhatItIsExceptedByIsSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		system := testkit.System()
		db.Raw.Client.RiskPoint.UpdateOne(w.East.Risks[0]).SetPersonID(w.East.People[0].ID).SaveX(system)
		db.Raw.Client.RiskPoint.UpdateOne(w.East.Risks[1]).SetPersonID(w.East.People[1].ID).SaveX(system)
		whole := &viewer.Viewer{PersonID: w.East.People[0].ID, Register: viewer.Scope{All: true}}
		notOwn := rule.Scoped(rule.Register).Except(rule.OwnPerson("person_id"))
		all := db.Raw.Client.RiskPoint.Query().CountX(system)
		seen := db.Raw.Client.RiskPoint.Query().Where(notOwn.For(whole)).IDsX(system)
		if len(seen) != all-1 || slices.Contains(seen, w.East.Risks[0].ID) {
			t.Errorf("%d of %d risk points are seen, want all but the own one", len(seen), all)
		}
	})
}
