// Package rule decides which rows a viewer sees and may change: denied by default,
// by subtree of the viewer's units. It is the backstop below the services, which
// check rights and load their targets through the same scope.
package rule

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent/intercept"
	"sineng/ent/privacy"
	"sineng/ent/viewer"
)

// Kind says by which scope of the viewer the rows of an entity are seen.
type Kind int

const (
	// Directory rows (posts, people, appointments, portfolios) are seen in the
	// viewer's directory scope and on the units above it.
	Directory Kind = iota
	// Units are directory rows whose own id stands for the unit.
	Units
	// Register rows (powers, risk points, measures …) are seen in the register scope.
	Register
	// Accounts and what belongs to them are seen by their owner, and by administrators of the
	// unit where their person stands; granted roles also by those who give or confirm them on
	// the role's unit.
	Accounts
	// Internal rows are seen by the program alone.
	Internal
	// Forms are seen in the register scope, those of a person only by them and by who may read
	// personal forms there. The program writes them, after the service's own check.
	Forms
	// Feedback of the public is seen by inspectors of the unit alone.
	Feedback
	// Meetings are register rows that are also seen by who is called to them: their members and
	// who keeps the minutes, wherever those stand.
	Meetings
	// Log rows are the entries of the audit log, seen by auditors of the unit they concern.
	Log
)

// Policy denies every read and write without a viewer.
func Policy() ent.Policy {
	return privacy.Policy{
		Query:    privacy.QueryPolicy{privacy.ContextQueryMutationRule(needViewer)},
		Mutation: privacy.MutationPolicy{privacy.ContextQueryMutationRule(needViewer)},
	}
}

func needViewer(ctx context.Context) error {
	if viewer.FromContext(ctx) == nil {
		return privacy.Denyf("no viewer in the context")
	}
	return privacy.Skip
}

// Interceptors narrow every read to the rows that the viewer may see, also where
// the rows are loaded along an edge or only counted.
func Interceptors(k Kind) []ent.Interceptor {
	return []ent.Interceptor{intercept.TraverseFunc(func(ctx context.Context, q intercept.Query) error {
		v := viewer.FromContext(ctx)
		if v == nil {
			return privacy.Denyf("no viewer in the context")
		}
		if p := Visible(k, v); p != nil {
			q.WhereP(p)
		}
		return nil
	})}
}

// Visible is the condition that a row of the kind must meet to be seen, nil when
// every row is.
func Visible(k Kind, v *viewer.Viewer) func(*sql.Selector) {
	switch {
	case v.System:
		return nil
	case k == Directory:
		return inScope(v.Directory, v.Ancestors, "unit_id")
	case k == Units:
		return inScope(v.Directory, v.Ancestors, "id")
	case k == Register:
		return inScope(v.Register, nil, "")
	case k == Forms:
		return forms(v)
	case k == Meetings:
		return meetings(v)
	case k == Feedback:
		return inScope(v.Feedback, nil, "")
	case k == Accounts:
		return accounts(v)
	case k == Log:
		return OfUnits(v.Log)
	}
	return func(s *sql.Selector) { s.Where(sql.False()) }
}

// inScope compares the level columns with the scope's roots.
func inScope(scope viewer.Scope, extra []int64, extraColumn string) func(*sql.Selector) {
	if scope.All {
		return nil
	}
	return func(s *sql.Selector) {
		any := reached(s, scope)
		if len(extra) > 0 {
			any = append(any, sql.In(s.C(extraColumn), toAny(extra)...))
		}
		if len(any) == 0 {
			s.Where(sql.False())
			return
		}
		s.Where(sql.Or(any...))
	}
}

// reached are the comparisons by which a row is in the scope, one per level, so that they
// use the same indexes as a filter by unit.
func reached(s *sql.Selector, scope viewer.Scope) []*sql.Predicate {
	byLevel := map[int][]any{}
	for _, r := range scope.Roots {
		byLevel[r.Level] = append(byLevel[r.Level], r.ID)
	}
	var any []*sql.Predicate
	for level := 1; level <= 6; level++ {
		if ids := byLevel[level]; len(ids) == 1 {
			any = append(any, sql.EQ(s.C(LevelColumn(level)), ids[0]))
		} else if len(ids) > 1 {
			any = append(any, sql.In(s.C(LevelColumn(level)), ids...))
		}
	}
	return any
}

// OfUnits is the condition that a row, which carries the id of its unit without its levels,
// stands in the scope; nil for all.
func OfUnits(scope viewer.Scope) func(*sql.Selector) {
	below := inScope(scope, nil, "")
	if below == nil {
		return nil
	}
	return func(s *sql.Selector) {
		units := sql.Dialect(s.Dialect()).Select("id").From(sql.Table("units"))
		below(units)
		s.Where(sql.In(s.C("unit_id"), units))
	}
}

// LevelColumn names the column that holds a row's ancestor on a level, 1 to 6.
func LevelColumn(level int) string { return fmt.Sprintf("l%d", level) }

// forms is the condition that a form, or a row that belongs to one, is seen.
func forms(v *viewer.Viewer) func(*sql.Selector) {
	if v.Personal.All {
		return nil
	}
	return func(s *sql.Selector) {
		any := reached(s, v.Personal)
		ofDepartment := sql.IsNull(s.C("person_id"))
		if units := reached(s, v.Register); len(units) > 0 {
			any = append(any, sql.And(ofDepartment, sql.Or(units...)))
		} else if v.Register.All {
			any = append(any, ofDepartment)
		}
		if v.PersonID != 0 && v.TokenID == 0 {
			any = append(any, sql.EQ(s.C("person_id"), v.PersonID))
		}
		if len(any) == 0 {
			s.Where(sql.False())
			return
		}
		s.Where(sql.Or(any...))
	}
}

// meetings is the condition that a meeting, or a row that belongs to one, is seen.
func meetings(v *viewer.Viewer) func(*sql.Selector) {
	if v.Register.All || v.PersonID == 0 || v.TokenID != 0 {
		return inScope(v.Register, nil, "")
	}
	return func(s *sql.Selector) {
		from := func(table, column string, where func(*sql.Selector) *sql.Predicate) *sql.Selector {
			rows := sql.Dialect(s.Dialect()).Select(column).From(sql.Table(table))
			return rows.Where(where(rows))
		}
		// called is true of rows that carry the id of a meeting of the viewer's.
		called := func(rows *sql.Selector, column string) *sql.Predicate {
			return sql.Or(
				sql.In(rows.C(column), from("meeting_members", "meeting_id", func(m *sql.Selector) *sql.Predicate { return sql.EQ(m.C("person_id"), v.PersonID) })),
				sql.In(rows.C(column), from("meetings", "id", func(m *sql.Selector) *sql.Predicate { return sql.EQ(m.C("recorder_id"), v.PersonID) })))
		}
		var own *sql.Predicate
		switch s.TableName() {
		case "meetings":
			own = called(s, "id")
		case "meeting_votes":
			own = sql.In(s.C("item_id"), from("meeting_items", "id", func(i *sql.Selector) *sql.Predicate { return called(i, "meeting_id") }))
		default:
			own = called(s, "meeting_id")
		}
		s.Where(sql.Or(append(reached(s, v.Register), own)...))
	}
}

// accounts is the condition that an account, or a row that belongs to one, is seen. A token
// is told whose it is and no more.
func accounts(v *viewer.Viewer) func(*sql.Selector) {
	if v.Accounts.All {
		return nil
	}
	return func(s *sql.Selector) {
		var any []*sql.Predicate
		column := "account_id"
		if s.TableName() == "accounts" {
			column = "id"
		}
		if column == "id" || v.TokenID == 0 {
			any = append(any, sql.EQ(s.C(column), v.AccountID))
		}
		if !v.Accounts.Empty() {
			people := sql.Dialect(s.Dialect()).Select("id").From(sql.Table("persons"))
			inScope(v.Accounts, nil, "")(people)
			if column == "id" {
				any = append(any, sql.In(s.C("person_id"), people))
			} else {
				theirs := sql.Dialect(s.Dialect()).Select("id").From(sql.Table("accounts"))
				any = append(any, sql.In(s.C(column), theirs.Where(sql.In(theirs.C("person_id"), people))))
			}
		}
		if s.TableName() == "role_appointments" {
			if v.Confirms.All {
				return
			}
			there := viewer.Scope{Roots: slices.Concat(v.Confirms.Roots, v.Accounts.Roots)}
			if !there.Empty() {
				units := sql.Dialect(s.Dialect()).Select("id").From(sql.Table("units"))
				inScope(there, nil, "")(units)
				any = append(any, sql.In(s.C("unit_id"), units))
			}
		}
		if len(any) == 0 {
			s.Where(sql.False())
			return
		}
		s.Where(sql.Or(any...))
	}
}

func toAny(ids []int64) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}
