package org_test

import (
	"fmt"
	"testing"

	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
)

func TestPeopleAndPostsAreAddedTogetherOrNotAtAll(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		count := func() int {
			return db.Client.Person.Query().CountX(ctx) + db.Client.Post.Query().CountX(ctx)
		}
		number := func(s string) *string { return &s }
		var people []org.AddPerson
		var posts []org.CreatePost
		for i := range 600 {
			unit := w.East.Unit.ID
			if i%2 == 1 {
				unit = w.West.Unit.ID
			}
			people = append(people, org.AddPerson{UnitID: unit, Name: "甲", StaffNumber: number(fmt.Sprint("P", i))})
			posts = append(posts, org.CreatePost{UnitID: unit, Name: fmt.Sprint("新岗", i/2)})
		}
		before, entries := count(), db.Client.AuditInbox.Query().CountX(ctx)
		made := testkit.Must(db.Org.AddPeople(ctx, people))(t)
		same := testkit.Must(db.Org.CreatePosts(ctx, posts))(t)
		for i, p := range made {
			if p.UnitID != people[i].UnitID || *p.StaffNumber != *people[i].StaffNumber || same[i].Name != posts[i].Name || same[i].UnitID != posts[i].UnitID {
				t.Fatalf("row %d is %+v and %+v", i, p, same[i])
			}
		}
		if n, told := count()-before, db.Client.AuditInbox.Query().CountX(ctx)-entries; n != 1200 || told != 1200 {
			t.Errorf("%d rows with %d entries", n, told)
		}
		before = count()
		for name, all := range map[string][]org.AddPerson{
			"one taken":    {{UnitID: w.East.Unit.ID, Name: "乙", StaffNumber: number("Q1")}, {UnitID: w.East.Unit.ID, Name: "乙", StaffNumber: number("P599")}},
			"twice given":  {{UnitID: w.East.Unit.ID, Name: "乙", StaffNumber: number("Q2")}, {UnitID: w.East.Unit.ID, Name: "乙", StaffNumber: number(" Q2")}},
			"taken by one": {{UnitID: w.East.Unit.ID, Name: "乙", StaffNumber: number("P0")}},
		} {
			if _, err := db.Org.AddPeople(ctx, all); !refusedFor(err, "STAFF_NUMBER_TAKEN") {
				t.Errorf("%s: %v", name, err)
			}
		}
		for name, all := range map[string][]org.CreatePost{
			"one taken":   {{UnitID: w.East.Unit.ID, Name: "另岗"}, {UnitID: w.East.Unit.ID, Name: "新岗7"}},
			"twice given": {{UnitID: w.East.Unit.ID, Name: "另岗"}, {UnitID: w.East.Unit.ID, Name: "另岗 "}},
		} {
			if _, err := db.Org.CreatePosts(ctx, all); !refusedFor(err, "NAME_TAKEN") {
				t.Errorf("%s: %v", name, err)
			}
		}
		testkit.Must(db.Org.CreatePosts(ctx, []org.CreatePost{{UnitID: w.East.Unit.ID, Name: "同名"}, {UnitID: w.West.Unit.ID, Name: "同名"}}))(t)
		if n := count() - before; n != 2 {
			t.Errorf("%d rows were added", n)
		}
		db.Sequence(t)
		for _, f := range db.Verify(t).Findings {
			t.Errorf("verified: %s", f.EN)
		}
	})
}

func refusedFor(err error, reason string) bool {
	all := fault.All(err)
	return len(all) == 1 && all[0].Reason == reason
}
