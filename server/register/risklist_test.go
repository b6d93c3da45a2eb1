package register_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

func page(first int) store.Page { return store.Page{First: first} }

// rows adds risk points of every kind to both provinces, with equal sort keys among them.
func rows(t *testing.T, db *testkit.DB, w *testkit.World) []*ent.RiskPoint {
	t.Helper()
	ctx := testkit.System()
	midnight := time.Date(2026, 2, 27, 16, 0, 0, 0, time.UTC) // in China, of February 28
	moments := []time.Time{midnight.Add(-time.Microsecond), midnight, midnight.Add(24*time.Hour - time.Microsecond), midnight.Add(24 * time.Hour)}
	titles := []string{"收受好处", "100%通过", "以权_谋私", `反斜\杠`, "单'引\"号", "收受好处"}
	units := []*ent.Unit{w.East.Unit, w.East.City, w.East.Department, w.West.City}
	add := func(ctx context.Context, tx *ent.Tx, i int) error {
		u := units[i%4]
		province := w.East
		if u == w.West.City {
			province = w.West
		}
		c := tx.RiskPoint.Create().SetTitle(titles[i%6]).SetManifestation([]string{"违规审批", "下划_线", "百分%号"}[i%3]).
			SetRiskTypes(term.RiskTypes(term.RiskTypes("").Values()[i%32])).
			SetStatus(term.RiskStatus(term.RiskStatus("").Values()[(i/2)%3])).
			SetGrade([]term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded}[(i/3)%4]).
			SetControlled(i%7 < 3).
			SetPowerType([]string{"", "LICENSING", "FINANCE"}[(i/5)%3]).
			SetUnitID(u.ID).SetLevels(u.Levels()).
			SetCreatedAt(moments[(i/4)%4]).SetUpdatedAt(moments[(i/8)%4])
		if i%11 > 1 { // some are not assessed
			c.SetConsequence(term.ConsequenceKind(term.ConsequenceKind("").Values()[(i/4)%3])).SetLikelihood(1 + i%5).SetSeverity(1 + (i/2)%5)
		}
		n := i % 3
		switch i % 10 {
		case 0:
			c.SetPowerID(province.Powers[n].ID)
		case 1:
			c.SetPostID(province.Posts[n].ID)
		case 2:
			c.AddExposedPostIDs(province.Posts[n].ID)
		case 3:
			c.SetPersonID(province.People[n].ID)
		case 4:
			c.SetDirectOwnerID(province.People[n].ID)
		case 5:
			c.SetDepartmentOwnerID(province.People[n].ID)
		case 6:
			c.SetLeaderOwnerID(province.People[n].ID)
		case 7:
			c.AddExposedPersonIDs(province.People[n].ID)
		}
		r, err := c.Save(ctx)
		if err != nil {
			return err
		}
		return tally.Added(ctx, tx, r)
	}
	err := store.WithTx(ctx, db.Raw, func(ctx context.Context, tx *ent.Tx) error {
		for i := range 60 {
			if err := add(ctx, tx, i); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return db.Client.RiskPoint.Query().WithExposedPosts().WithExposedPersons().AllX(ctx)
}

// orZero is an optional number, which sorts before any other where there is none.
func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

func ids(rows []*ent.RiskPoint) []int64 {
	out := []int64{}
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return out
}

func TestEachRiskFilterGivesExactlyTheRowsItNames(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		all := rows(t, db, w)
		yes, no := true, false
		text := func(s string) *string { return &s }
		day := func(s string) *time.Time { d, _ := time.Parse(time.DateOnly, s); return &d }
		post, person := w.East.Posts[1].ID, w.East.People[2].ID
		is := func(id *int64, want int64) bool { return id != nil && *id == want }
		has := func(s string) func(*ent.RiskPoint) bool {
			return func(r *ent.RiskPoint) bool {
				return strings.Contains(r.Title, s) || strings.Contains(r.Manifestation, s)
			}
		}
		any := func(*ent.RiskPoint) bool { return true }
		everyStatus := []term.RiskStatus{term.RiskStatusProposed, term.RiskStatusDecided, term.RiskStatusRetired}
		for _, c := range []struct {
			name string
			f    register.RiskFilter
			keep func(r *ent.RiskPoint) bool
		}{
			{"nothing", register.RiskFilter{}, any},
			{"a subtree", register.RiskFilter{UnitID: &w.East.City.ID}, func(r *ent.RiskPoint) bool { return r.L2 == w.East.City.ID }},
			{"a unit alone", register.RiskFilter{UnitID: &w.East.City.ID, UnitOnly: &yes}, func(r *ent.RiskPoint) bool { return r.UnitID == w.East.City.ID }},
			{"a subtree, said twice", register.RiskFilter{UnitID: &w.East.City.ID, UnitOnly: &no}, func(r *ent.RiskPoint) bool { return r.L2 == w.East.City.ID }},
			{"one grade", register.RiskFilter{Grades: []term.Grade{term.GradeA}}, func(r *ent.RiskPoint) bool { return r.Grade == term.GradeA }},
			{"two grades", register.RiskFilter{Grades: []term.Grade{term.GradeB, term.GradeC}}, func(r *ent.RiskPoint) bool { return r.Grade == term.GradeB || r.Grade == term.GradeC }},
			{"ungraded", register.RiskFilter{Ungraded: &yes}, func(r *ent.RiskPoint) bool { return r.Grade == term.Ungraded }},
			{"a grade or none", register.RiskFilter{Grades: []term.Grade{term.GradeA}, Ungraded: &yes}, func(r *ent.RiskPoint) bool { return r.Grade == term.GradeA || r.Grade == term.Ungraded }},
			{"not only ungraded", register.RiskFilter{Ungraded: &no}, any},
			{"risk types", register.RiskFilter{RiskTypes: []term.RiskType{term.RiskTypeMoral, term.RiskTypeDuty}}, func(r *ent.RiskPoint) bool {
				return r.RiskTypes.Has(term.RiskTypeMoral) || r.RiskTypes.Has(term.RiskTypeDuty)
			}},
			{"unclassified", register.RiskFilter{RiskTypes: []term.RiskType{term.RiskTypeUnclassified}}, func(r *ent.RiskPoint) bool { return r.RiskTypes == "UNCLASSIFIED" }},
			{"power types", register.RiskFilter{PowerTypes: []term.PowerType{term.PowerTypeFinance}}, func(r *ent.RiskPoint) bool { return r.PowerType == "FINANCE" }},
			{"consequences", register.RiskFilter{Consequences: []term.ConsequenceKind{term.ConsequenceKindMinor, term.ConsequenceKindDiscipline}}, func(r *ent.RiskPoint) bool {
				return r.Consequence != nil && *r.Consequence != term.ConsequenceKindCrime
			}},
			{"not assessed", register.RiskFilter{Unassessed: &yes}, func(r *ent.RiskPoint) bool { return r.Likelihood == nil }},
			{"assessed", register.RiskFilter{Unassessed: &no}, func(r *ent.RiskPoint) bool { return r.Likelihood != nil }},
			{"controlled", register.RiskFilter{Controlled: &yes}, func(r *ent.RiskPoint) bool { return r.Controlled }},
			{"uncontrolled", register.RiskFilter{Controlled: &no}, func(r *ent.RiskPoint) bool { return !r.Controlled }},
			{"a power", register.RiskFilter{PowerID: &w.East.Powers[0].ID}, func(r *ent.RiskPoint) bool { return is(r.PowerID, w.East.Powers[0].ID) }},
			{"a post", register.RiskFilter{PostID: &post}, func(r *ent.RiskPoint) bool {
				return is(r.PostID, post) || slices.ContainsFunc(r.Edges.ExposedPosts, func(p *ent.Post) bool { return p.ID == post })
			}},
			{"a person", register.RiskFilter{PersonID: &person}, func(r *ent.RiskPoint) bool {
				return is(r.PersonID, person) || is(r.DirectOwnerID, person) || is(r.DepartmentOwnerID, person) || is(r.LeaderOwnerID, person) ||
					slices.ContainsFunc(r.Edges.ExposedPersons, func(p *ent.Person) bool { return p.ID == person })
			}},
			{"a leader", register.RiskFilter{LeaderOwnerID: &w.East.People[1].ID}, func(r *ent.RiskPoint) bool { return is(r.LeaderOwnerID, w.East.People[1].ID) }},
			{"from a day", register.RiskFilter{RecordedFrom: day("2026-02-28")}, func(r *ent.RiskPoint) bool { return !store.DayOf(r.CreatedAt).Before(*day("2026-02-28")) }},
			{"to a day", register.RiskFilter{RecordedTo: day("2026-02-28")}, func(r *ent.RiskPoint) bool { return !store.DayOf(r.CreatedAt).After(*day("2026-02-28")) }},
			{"on a day", register.RiskFilter{RecordedFrom: day("2026-02-28"), RecordedTo: day("2026-02-28")}, func(r *ent.RiskPoint) bool { return store.DayOf(r.CreatedAt).Equal(*day("2026-02-28")) }},
			{"text", register.RiskFilter{Text: text(" 好处 ")}, has("好处")},
			{"a percent sign", register.RiskFilter{Text: text("%")}, has("%")},
			{"an underscore", register.RiskFilter{Text: text("_")}, has("_")},
			{"a backslash", register.RiskFilter{Text: text(`\`)}, has(`\`)},
			{"quotes", register.RiskFilter{Text: text(`'引"`)}, has(`'引"`)},
			{"text of both kinds", register.RiskFilter{Text: text("0%通")}, has("0%通")},
			{"blanks", register.RiskFilter{Text: text("  ")}, any},
			{"several at once", register.RiskFilter{UnitID: &w.East.Unit.ID, Grades: []term.Grade{term.GradeA, term.GradeB}, Controlled: &no, Text: text("违规")}, func(r *ent.RiskPoint) bool {
				return r.L1 == w.East.Unit.ID && (r.Grade == term.GradeA || r.Grade == term.GradeB) && !r.Controlled && has("违规")(r)
			}},
		} {
			for _, statuses := range [][]term.RiskStatus{nil, {term.RiskStatusRetired}, everyStatus} {
				c.f.Statuses = statuses
				expected := []int64{}
				for _, r := range all {
					living := r.Status != term.RiskStatusRetired
					if c.keep(r) && (statuses == nil && living || statuses != nil && slices.Contains(statuses, r.Status)) {
						expected = append(expected, r.ID)
					}
				}
				list, err := db.Register.RiskPoints(testkit.System(), c.f, nil, page(100), nil)
				if err != nil {
					t.Errorf("%s, %v: %v", c.name, statuses, err)
					continue
				}
				got := ids(list.Rows)
				slices.Sort(got)
				slices.Sort(expected)
				if !slices.Equal(got, expected) {
					t.Errorf("%s, %v gives %v, want %v", c.name, statuses, got, expected)
				}
				if len(statuses) == 3 && len(expected) == 0 {
					t.Errorf("%s is tried on nothing", c.name)
				}
				if n, err := list.Count(testkit.System()); err != nil || n != len(expected) {
					t.Errorf("%s, %v counts %d, %v; want %d", c.name, statuses, n, err, len(expected))
				}
			}
		}
	})
}

func TestPagingInEveryOrderGivesEveryRowOnceInThatOrder(t *testing.T) {
	compare := map[register.RiskOrderField]func(a, b *ent.RiskPoint) int{
		register.ByGrade: func(a, b *ent.RiskPoint) int {
			return cmp.Or(cmp.Compare(a.Grade, b.Grade), cmp.Compare(a.Status, b.Status), a.CreatedAt.Compare(b.CreatedAt))
		},
		register.ByCreated:    func(a, b *ent.RiskPoint) int { return a.CreatedAt.Compare(b.CreatedAt) },
		register.ByUpdated:    func(a, b *ent.RiskPoint) int { return a.UpdatedAt.Compare(b.UpdatedAt) },
		register.ByTitle:      func(a, b *ent.RiskPoint) int { return strings.Compare(a.Title, b.Title) },
		register.ByLikelihood: func(a, b *ent.RiskPoint) int { return cmp.Compare(orZero(a.Likelihood), orZero(b.Likelihood)) },
		register.BySeverity:   func(a, b *ent.RiskPoint) int { return cmp.Compare(orZero(a.Severity), orZero(b.Severity)) },
	}
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		all := rows(t, db, w)
		every := register.RiskFilter{Statuses: []term.RiskStatus{term.RiskStatusProposed, term.RiskStatusDecided, term.RiskStatusRetired}}
		read := func(order *register.RiskOrder, size int) []int64 {
			out, after := []int64{}, ""
			for range len(all) + 1 {
				p, err := db.Register.RiskPoints(testkit.System(), every, order, store.Page{First: size, After: after}, nil)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, ids(p.Rows)...)
				if !p.HasNext {
					return out
				}
				after = p.Cursors[len(p.Cursors)-1]
			}
			t.Fatalf("by %v in pages of %d the list does not end", order, size)
			return nil
		}
		for field, less := range compare {
			for _, direction := range []register.SortDirection{"ASC", "DESC"} {
				sorted := slices.Clone(all)
				slices.SortFunc(sorted, func(a, b *ent.RiskPoint) int {
					c := cmp.Or(less(a, b), cmp.Compare(a.ID, b.ID))
					if direction == "DESC" {
						return -c
					}
					return c
				})
				for _, size := range []int{1, 7, 33, 100} {
					if size == 1 && db.Dialect() == "mysql" {
						continue // as on SQLite, and slow
					}
					if got := read(&register.RiskOrder{Field: field, Direction: direction}, size); !slices.Equal(got, ids(sorted)) {
						t.Errorf("by %s %s in pages of %d:\n%v, want\n%v", field, direction, size, got, ids(sorted))
					}
				}
			}
		}
		if got, byGrade := read(nil, 9), read(&register.RiskOrder{Field: register.ByGrade, Direction: "ASC"}, 100); !slices.Equal(got, byGrade) {
			t.Errorf("without an order the list is %v, want the worst first: %v", got, byGrade)
		}
	})
}

func TestAPageKeepsItsPlaceWhenRowsComeAndGo(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	rows(t, db, w)
	order := &register.RiskOrder{Field: register.ByCreated, Direction: "ASC"}
	first := testkit.Must(db.Register.RiskPoints(testkit.System(), register.RiskFilter{}, order, page(10), nil))(t)
	rest := func() []int64 {
		return ids(testkit.Must(db.Register.RiskPoints(testkit.System(), register.RiskFilter{}, order, store.Page{First: 100, After: first.Cursors[9]}, nil))(t).Rows)
	}
	before := rest()
	// The row under the cursor is removed and a later one added.
	db.Raw.Client.RiskPoint.UpdateOneID(first.Rows[9].ID).SetStatus(term.RiskStatusRetired).ExecX(testkit.System())
	added := record(t, db, w.East.City, testkit.Minor)
	if after := rest(); !slices.Equal(after, append(before, added.ID)) {
		t.Errorf("the rest was %v and is %v", before, after)
	}
}

func TestCursorsOfAnotherOrderAreRefused(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.NewWorld(t, db)
	byTitle := testkit.Must(db.Register.RiskPoints(testkit.System(), register.RiskFilter{}, &register.RiskOrder{Field: register.ByTitle, Direction: "ASC"}, page(1), nil))(t)
	for _, other := range []register.RiskOrderField{register.ByCreated, register.ByLikelihood, register.ByGrade} {
		_, err := db.Register.RiskPoints(testkit.System(), register.RiskFilter{}, &register.RiskOrder{Field: other, Direction: "ASC"}, store.Page{First: 1, After: byTitle.Cursors[0]}, nil)
		want(t, fmt.Sprintf("a cursor by title in a list by %s", other), err, fault.Invalid, "BAD_CURSOR", "after")
	}
}
