package office

import (
	"time"

	"entgo.io/ent/dialect/sql"
)

// The columns of every entity that holds from a day to a day, the last one included.
const (
	fromDay = "from_day"
	toDay   = "to_day"
)

// InForce keeps the rows that hold on a day. It fits every entity with a first and a last day:
// portfolios, appointments, delegations, granted roles, places in the tree.
func InForce(day time.Time) func(*sql.Selector) { return Overlap(day, &day) }

// NotOver keeps the rows that hold on a day or on a later one.
func NotOver(day time.Time) func(*sql.Selector) { return Overlap(day, nil) }

// Overlap keeps the rows that hold on some day of a time; one without a last day goes on, and one that was
// ended at once on its first day, so that its last is the day before, holds on none.
func Overlap(from time.Time, to *time.Time) func(*sql.Selector) {
	return func(s *sql.Selector) {
		goesOn := sql.Or(sql.IsNull(s.C(toDay)), sql.And(sql.GTE(s.C(toDay), from), sql.ColumnsLTE(s.C(fromDay), s.C(toDay))))
		if to != nil {
			s.Where(sql.And(sql.LTE(s.C(fromDay), *to), goesOn))
			return
		}
		s.Where(goesOn)
	}
}
