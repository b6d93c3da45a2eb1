package store_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

func personID(p *ent.Person) int64 { return p.ID }

// people fills a department with people who share names, titles and times.
func people(t *testing.T, db *testkit.DB, n int) {
	t.Helper()
	w := testkit.NewWorld(t, db)
	u := w.East.Department
	names := []string{"张三", "张三丰", "李四", "a", "A", "b%_\\", "é", "", "𠮷"}
	var rows []*ent.PersonCreate
	for i := range n {
		made := time.Date(2026, 1, 1, 0, 0, 0, (i%4)*100_000_000+(i%3)*1000, time.UTC)
		rows = append(rows, db.Raw.Client.Person.Create().SetName(names[(i*7)%len(names)]+"x").SetJobTitle(names[(i*5)%len(names)]).
			SetUnitID(u.ID).SetLevels(u.Levels()).SetVersion(1+i%3).SetCreatedAt(made).SetUpdatedAt(made))
	}
	db.Raw.Client.Person.CreateBulk(rows...).ExecX(testkit.System())
}

var columns = map[string]func(p *ent.Person) any{
	person.FieldName:      func(p *ent.Person) any { return p.Name },
	person.FieldJobTitle:  func(p *ent.Person) any { return p.JobTitle },
	person.FieldVersion:   func(p *ent.Person) any { return p.Version },
	person.FieldCreatedAt: func(p *ent.Person) any { return p.CreatedAt },
}

func TestPagingWithAnyPageSizesGivesTheWholeListInOrder(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		const n = 60
		people(t, db, n)
		ctx := testkit.System()
		query := func() *ent.PersonQuery {
			return db.Client.Person.Query().Where(sql.FieldHasSuffix(person.FieldName, "x"))
		}
		rapid.Check(t, func(t *rapid.T) {
			names := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{person.FieldName, person.FieldJobTitle, person.FieldVersion, person.FieldCreatedAt}), 1, 3,
				func(s string) string { return s }).Draw(t, "columns")
			var keys []store.Key[*ent.Person]
			for i, name := range names {
				if rapid.Bool().Draw(t, fmt.Sprintf("descending %d", i)) {
					keys = append(keys, store.Desc(name, columns[name]))
				} else {
					keys = append(keys, store.Asc(name, columns[name]))
				}
			}
			whole, err := store.List(ctx, query(), store.Page{First: 100}, personID, keys, nil)
			if err != nil || len(whole.Rows) != n || whole.HasNext || whole.HasPrevious {
				t.Fatalf("the whole list: %+v, %v", whole, err)
			}
			var paged []int64
			after := ""
			for {
				first := rapid.IntRange(1, 25).Draw(t, "first")
				p, err := store.List(ctx, query(), store.Page{First: first, After: after}, personID, keys, nil)
				if err != nil {
					t.Fatal(err)
				}
				if p.HasPrevious != (after != "") || len(p.Cursors) != len(p.Rows) {
					t.Fatalf("a page after %q has %d rows, %d cursors, rows before it: %v", after, len(p.Rows), len(p.Cursors), p.HasPrevious)
				}
				for _, r := range p.Rows {
					paged = append(paged, r.ID)
				}
				if p.HasNext != (len(paged) < n) {
					t.Fatalf("after %d of %d rows more follow: %v", len(paged), n, p.HasNext)
				}
				if !p.HasNext {
					break
				}
				if len(p.Rows) != first {
					t.Fatalf("a page of %d with a next one has %d rows", first, len(p.Rows))
				}
				after = p.Cursors[len(p.Cursors)-1]
			}
			var want []int64
			for _, r := range whole.Rows {
				want = append(want, r.ID)
			}
			if !slices.Equal(paged, want) {
				t.Fatalf("paging by %v gave\n%v, the whole list is\n%v", names, paged, want)
			}
		})
	})
}

func TestTheCountIsOfTheWholeListAlsoOnALaterPage(t *testing.T) {
	db := testkit.SQLite(t)
	people(t, db, 10)
	ctx := testkit.System()
	keys := []store.Key[*ent.Person]{store.Asc("name", columns["name"])}
	query := func() *ent.PersonQuery {
		return db.Client.Person.Query().Where(sql.FieldHasSuffix(person.FieldName, "x"))
	}
	first, err := store.List(ctx, query(), store.Page{First: 4}, personID, keys, nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := store.List(ctx, query(), store.Page{First: 4, After: first.Cursors[3]}, personID, keys, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []*store.Slice[*ent.Person]{first, second} {
		if n, err := p.Count(ctx); err != nil || n != 10 {
			t.Errorf("the list counts %d, %v", n, err)
		}
	}
}

func TestPageSizesOutOfRangeAreRefused(t *testing.T) {
	db := testkit.SQLite(t)
	keys := []store.Key[*ent.Person]{store.Asc("name", columns["name"])}
	for _, c := range []struct {
		first, most int
		ok          bool
	}{{-1, 0, false}, {0, 0, false}, {1, 0, true}, {100, 0, true}, {101, 0, false}, {1 << 40, 0, false}, {101, 1000, true}, {1000, 1000, true}, {1001, 1000, false}, {6, 5, false}} {
		_, err := store.List(testkit.System(), db.Client.Person.Query(), store.Page{First: c.first, Max: c.most}, personID, keys, nil)
		if c.ok != (err == nil) || (err != nil && !fault.Is(err, fault.Invalid)) {
			t.Errorf("first %d of at most %d: %v, want ok %v", c.first, c.most, err, c.ok)
		}
	}
}

func TestCursorsThatAreGarbageAreRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		people(t, db, 3)
		ctx := testkit.System()
		keys := []store.Key[*ent.Person]{store.Desc("created_at", columns["created_at"]), store.Asc("version", columns["version"])}
		encode := func(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
		for _, cursor := range []string{
			"!", "=", "abc", "null", encode("null"), encode("{}"), encode("[]"), encode("nonsense"), encode(`"text"`),
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"n":1}]`),                            // one value short
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"n":1},{"n":1},{"n":1}]`),            // one too many
			encode(`[{},{"n":1},{"n":1}]`),                                              // no value
			encode(`[null,{"n":1},{"n":1}]`),                                            // no value
			encode(`[{"t":"yesterday"},{"n":1},{"n":1}]`),                               // no time
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"n":1.5},{"n":1}]`),                  // no whole number
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"n":99999999999999999999},{"n":1}]`), // too great a number
			encode(`[{"s":"a"},{"n":1},{"n":1}]`),                                       // text instead of a time
			encode(`[{"n":1},{"n":1},{"n":1}]`),                                         // a number instead of a time
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"s":"' OR 1=1"},{"n":1}]`),           // text instead of a number
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"n":1},{"s":"x"}]`),                  // text instead of the id
			encode(`[{"t":"2026-01-01T00:00:00Z"},{"t":"2026-01-01T00:00:00Z"},{"n":1}]`),
		} {
			_, err := store.List(ctx, db.Client.Person.Query(), store.Page{First: 1, After: cursor}, personID, keys, nil)
			if !fault.Is(err, fault.Invalid) || fault.All(err)[0].Reason != "BAD_CURSOR" {
				t.Errorf("the cursor %q: %v, want it refused", cursor, err)
			}
		}
	})
}

func TestAListOrderedByAnythingElseIsAnError(t *testing.T) {
	db := testkit.SQLite(t)
	people(t, db, 2)
	_, err := store.List(testkit.System(), db.Client.Person.Query(), store.Page{First: 1}, personID,
		[]store.Key[*ent.Person]{store.Asc("political_status", func(p *ent.Person) any { return p.PoliticalStatus })}, nil)
	if err == nil {
		t.Error("a list was ordered by what has no cursor")
	}
}
