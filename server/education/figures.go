package education

import (
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// Year is how far education reached the people of a unit, and of those below it, in a year.
type Year struct {
	Unit *ent.Unit
	Year int
	// Day is as of which people belong to the unit by their posts: today, or the last of the year.
	Day time.Time
}

// mostSessions is of how many sessions a figure may ask.
const mostSessions = 100

// OfYear are the figures of a unit in a year.
func (s *Service) OfYear(ctx context.Context, unitID int64, year int) (*Year, error) {
	u, err := org.UnitOf(ctx, s.store, unitID)
	if err != nil {
		return nil, err
	}
	if u == nil {
		return nil, fault.MissingAt("unitId", "单位", "unit")
	}
	if err := authz.Check(ctx, authz.ReadRegister, org.LevelsOf(u)); err != nil {
		return nil, err
	}
	if year < firstYear || year > s.store.Today().Year() {
		return nil, fault.Bad("year", "OUT_OF_RANGE", fmt.Sprintf("年份应在 %d 年至今年之间", firstYear), fmt.Sprintf("The year lies between %d and this one", firstYear))
	}
	out := &Year{Unit: u, Year: year, Day: s.store.Today()}
	if _, last := out.days(); last.Before(out.Day) {
		out.Day = last
	}
	return out, nil
}

// days are the first and the last day of the year.
func (y *Year) days() (from, to time.Time) {
	return time.Date(y.Year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(y.Year, 12, 31, 0, 0, 0, 0, time.UTC)
}

// Reach is how many of some people education reached.
type Reach struct {
	// Unit is where they hold posts, or below.
	Unit *ent.Unit
	// People are how many there are; Reached took part in at least as many sessions as was asked; None in no session.
	People, Reached, None int
}

// sessions refuses a number of sessions that nobody takes part in.
func sessions(field string, n int) error {
	if n < 1 || n > mostSessions {
		return fault.Bad(field, "OUT_OF_RANGE", fmt.Sprintf("次数应为 1 至 %d", mostSessions), fmt.Sprintf("It is 1 to %d sessions", mostSessions))
	}
	return nil
}

// statement is SQL with its arguments.
type statement struct {
	text strings.Builder
	args []any
}

func (q *statement) add(text string, args ...any) {
	q.text.WriteString(text)
	q.args = append(q.args, args...)
}

const (
	// tookPart is what of a participant p counts as having taken part, as Attended.TookPart says.
	tookPart = "(p.attendance = '" + string(term.AttendanceAttended) + "' OR p.made_up_on IS NOT NULL)"
	// ofYear are the participants p of sessions s that were held from a day to a day.
	ofYear = " FROM education_participants p JOIN education_sessions s ON s.id = p.session_id WHERE s.state = '" + string(term.EducationStateHeld) + "' AND s.held_on >= ? AND s.held_on <= ?"
)

// posted adds which appointments a are in force on the day, to posts of units u.
func (q *statement) posted(y *Year, column string, units ...any) {
	q.add(fmt.Sprintf(" FROM appointments a JOIN units u ON u.id = a.unit_id WHERE u.%s IN (%s)", column, marks(len(units))), units...)
	q.add(" AND a.from_day <= ? AND (a.to_day IS NULL OR a.to_day >= ? AND a.from_day <= a.to_day) AND "+rule.NotStagedSQL("a"), y.Day, y.Day)
}

// marks are placeholders for so many arguments.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// rows reads each row of a statement.
func (s *Service) rows(ctx context.Context, q *statement, each func(scan func(...any) error) error) error {
	rows, err := s.store.Reader(ctx).QueryContext(everywhere(ctx), q.text.String(), q.args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := each(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// reach counts how many of the people of units were reached, by a column of units that holds these: theirs, or one of their levels.
func (s *Service) reach(ctx context.Context, y *Year, atLeast int, column string, units ...any) (map[int64]Reach, error) {
	out := map[int64]Reach{}
	if len(units) == 0 {
		return out, nil
	}
	from, to := y.days()
	q := &statement{}
	q.add("SELECT h.place, COUNT(*), SUM(CASE WHEN t.n >= ? THEN 1 ELSE 0 END), SUM(CASE WHEN t.n > 0 THEN 0 ELSE 1 END) FROM (SELECT DISTINCT u."+column+" AS place, a.person_id AS person", atLeast)
	q.posted(y, column, units...)
	q.add(") h LEFT JOIN (SELECT p.person_id AS person, COUNT(*) AS n"+ofYear+" AND "+tookPart+" AND p.person_id IN (SELECT a.person_id", from, to)
	q.posted(y, column, units...)
	q.add(") GROUP BY p.person_id) t ON t.person = h.person GROUP BY h.place")
	return out, s.rows(ctx, q, func(scan func(...any) error) error {
		var at int64
		var r Reach
		err := scan(&at, &r.People, &r.Reached, &r.None)
		out[at] = r
		return err
	})
}

// Whole is how many of all people of the unit and below it were reached.
func (s *Service) Whole(ctx context.Context, y *Year, atLeast int) (*Reach, error) {
	return s.one(ctx, y, atLeast, rule.LevelColumn(y.Unit.Level))
}

// Direct is how many of those who hold a post in the unit itself were reached.
func (s *Service) Direct(ctx context.Context, y *Year, atLeast int) (*Reach, error) {
	return s.one(ctx, y, atLeast, unit.FieldID)
}

func (s *Service) one(ctx context.Context, y *Year, atLeast int, column string) (*Reach, error) {
	if err := sessions("atLeast", atLeast); err != nil {
		return nil, err
	}
	found, err := s.reach(ctx, y, atLeast, column, y.Unit.ID)
	out := found[y.Unit.ID]
	out.Unit = y.Unit
	return &out, err
}

// Departments are the units directly below, each with all below it, in the order of the tree.
func (s *Service) Departments(ctx context.Context, y *Year, atLeast int, page store.Page) (*store.Slice[*Reach], error) {
	if err := sessions("atLeast", atLeast); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).Unit.Query().Where(unit.ParentID(y.Unit.ID), org.Open(y.Day))
	keys := []store.Key[*ent.Unit]{store.Asc(unit.FieldSortOrder, func(u *ent.Unit) any { return u.SortOrder }), store.Asc(unit.FieldCode, func(u *ent.Unit) any { return u.Code })}
	units, err := store.List(ctx, q, page, org.UnitID, keys, nil)
	if err != nil {
		return nil, err
	}
	ids := make([]any, len(units.Rows))
	for n, u := range units.Rows {
		ids[n] = u.ID
	}
	found, err := s.reach(ctx, y, atLeast, rule.LevelColumn(y.Unit.Level+1), ids...)
	if err != nil {
		return nil, err
	}
	return turned(units, func(u *ent.Unit) *Reach {
		r := found[u.ID]
		r.Unit = u
		return &r
	}), nil
}

// turned is a page with something else in place of each row.
func turned[A, B any](s *store.Slice[A], of func(A) B) *store.Slice[B] {
	out := &store.Slice[B]{Rows: make([]B, len(s.Rows)), Cursors: s.Cursors, HasNext: s.HasNext, HasPrevious: s.HasPrevious, Count: s.Count}
	for n, row := range s.Rows {
		out.Rows[n] = of(row)
	}
	return out
}

// OfPerson is what somebody took part in.
type OfPerson struct {
	Person *ent.Person
	// Department and Post are where they hold a post of the unit or below it.
	Department, Post string
	// Sessions took part in, for Minutes together; Missed without making up for it.
	Sessions, Minutes, Missed int
}

// People are those who hold a post in the unit or below it, by name, with what they took part in; with fewerThan only who took part in fewer
// sessions than that.
func (s *Service) People(ctx context.Context, y *Year, fewerThan *int, page store.Page) (*store.Slice[*OfPerson], error) {
	q := s.store.Reader(ctx).Person.Query().Where(func(q *sql.Selector) { q.Where(s.ofUnit(q, y)) })
	if fewerThan != nil {
		if err := sessions("fewerThan", *fewerThan); err != nil {
			return nil, err
		}
		q.Where(func(q *sql.Selector) { q.Where(s.fewer(q, y, *fewerThan)) })
	}
	people, err := store.List(everywhere(ctx), q, page, func(p *ent.Person) int64 { return p.ID },
		[]store.Key[*ent.Person]{store.Asc(person.FieldName, func(p *ent.Person) any { return p.Name })}, nil)
	if err != nil {
		return nil, err
	}
	count := people.Count
	people.Count = func(ctx context.Context) (int, error) { return count(everywhere(ctx)) }
	ids := make([]int64, len(people.Rows))
	for n, p := range people.Rows {
		ids[n] = p.ID
	}
	sums, err := s.sums(ctx, y, ids)
	if err != nil {
		return nil, err
	}
	if err := s.posts(ctx, y, ids, sums); err != nil {
		return nil, err
	}
	return turned(people, func(p *ent.Person) *OfPerson {
		sums[p.ID].Person = p
		return sums[p.ID]
	}), nil
}

// ofUnit matches people who hold a post of the unit or below it on the day.
func (*Service) ofUnit(q *sql.Selector, y *Year) *sql.Predicate {
	in := &statement{}
	in.add(q.C(person.FieldID) + " IN (SELECT a.person_id")
	in.posted(y, rule.LevelColumn(y.Unit.Level), y.Unit.ID)
	in.add(")")
	return in.predicate()
}

// fewer matches people who took part in fewer sessions of the year.
func (*Service) fewer(q *sql.Selector, y *Year, than int) *sql.Predicate {
	from, to := y.days()
	in := &statement{}
	in.add(q.C(person.FieldID)+" NOT IN (SELECT p.person_id"+ofYear+" AND "+tookPart+" AND p.person_id IN (SELECT a.person_id", from, to)
	in.posted(y, rule.LevelColumn(y.Unit.Level), y.Unit.ID)
	in.add(") GROUP BY p.person_id HAVING COUNT(*) >= ?)", than)
	return in.predicate()
}

func (q *statement) predicate() *sql.Predicate { return sql.ExprP(q.text.String(), q.args...) }

// sums are what people took part in, in the year, wherever that was.
func (s *Service) sums(ctx context.Context, y *Year, people []int64) (map[int64]*OfPerson, error) {
	out := map[int64]*OfPerson{}
	for _, id := range people {
		out[id] = &OfPerson{}
	}
	from, to := y.days()
	err := store.InParts(people, func(part []int64) error {
		q := &statement{}
		q.add("SELECT p.person_id, SUM(CASE WHEN "+tookPart+" THEN 1 ELSE 0 END), SUM(CASE WHEN "+tookPart+" THEN s.minutes ELSE 0 END), SUM(CASE WHEN "+tookPart+" THEN 0 ELSE 1 END)"+ofYear, from, to)
		q.add(" AND p.person_id IN ("+marks(len(part))+") GROUP BY p.person_id", anys(part)...)
		return s.rows(ctx, q, func(scan func(...any) error) error {
			var id int64
			var sum OfPerson
			if err := scan(&id, &sum.Sessions, &sum.Minutes, &sum.Missed); err != nil {
				return err
			}
			*out[id] = sum
			return nil
		})
	})
	return out, err
}

// posts adds where people hold a post of the unit or below it.
func (s *Service) posts(ctx context.Context, y *Year, people []int64, into map[int64]*OfPerson) error {
	facts, err := office.Read(s.store.Reader(ctx), office.On(y.Day)).Posted(ctx, nil, nil, people)
	if err != nil {
		return err
	}
	var expected []Expectation
	seen, places := map[int64]bool{}, map[int64]*ent.Unit{}
	var units []int64
	for _, a := range facts.Appointments {
		units = append(units, a.Unit)
	}
	if err := store.InParts(units, func(part []int64) error {
		rows, err := s.store.Reader(ctx).Unit.Query().Where(unit.IDIn(part...)).All(everywhere(ctx))
		for _, u := range rows {
			places[u.ID] = u
		}
		return err
	}); err != nil {
		return err
	}
	for _, a := range facts.Appointments {
		u := places[a.Unit]
		if u == nil || seen[a.Person] || org.LevelsOf(u)[y.Unit.Level-1] != y.Unit.ID {
			continue
		}
		seen[a.Person] = true
		expected = append(expected, Expectation{a.Person, a.Post, a.Unit})
	}
	guests, err := s.name(ctx, s.store.Reader(ctx), expected)
	for _, g := range guests {
		into[g.Person.ID].Department, into[g.Person.ID].Post = g.Department, g.Post
	}
	return err
}

func anys(ids []int64) []any {
	out := make([]any, len(ids))
	for n, id := range ids {
		out[n] = id
	}
	return out
}
