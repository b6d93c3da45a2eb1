package office

import (
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent/form"
	"sineng/ent/portfolio"
	"sineng/ent/rule"
)

// FilledBy is Fillers seen from a person, for lists of forms: each condition keeps forms that
// they fill, one after the other those of their own, those that they were told to fill, and
// those that fall to them by their office on the day. Each uses an index of its own.
func FilledBy(person int64, day time.Time) []func(*sql.Selector) {
	isNull := func(s *sql.Selector, column string) *sql.Predicate { return sql.IsNull(s.C(column)) }
	return []func(*sql.Selector){
		func(s *sql.Selector) { s.Where(sql.EQ(s.C(form.FieldPersonID), person)) },
		func(s *sql.Selector) {
			s.Where(sql.And(sql.EQ(s.C(form.FieldPreparerID), person), isNull(s, form.FieldPersonID)))
		},
		func(s *sql.Selector) {
			s.Where(sql.And(isNull(s, form.FieldPersonID), isNull(s, form.FieldPreparerID), sql.In(s.C(form.FieldUnitID), unitsHeadedBy(s.Dialect(), person, day))))
		},
	}
}

// unitsHeadedBy selects the units that a person heads.
func unitsHeadedBy(dialect string, person int64, day time.Time) *sql.Selector {
	mine := sql.Table(portfolio.Table).As("mine")
	out := sql.Dialect(dialect).Select(mine.C(portfolio.FieldUnitID)).From(mine)
	InForce(day)(out)
	out.Where(rule.NotStaged(out))
	var falling []*sql.Predicate
	for i, kind := range headingKinds {
		falls := sql.EQ(mine.C(portfolio.FieldKind), string(kind))
		if i > 0 { // only where nobody comes before them
			others := sql.Table(portfolio.Table).As("others")
			before := sql.Dialect(dialect).Select(others.C(portfolio.FieldID)).From(others)
			InForce(day)(before)
			before.Where(rule.NotStaged(before))
			earlier := make([]any, i)
			for j, k := range headingKinds[:i] {
				earlier[j] = string(k)
			}
			before.Where(sql.And(sql.ColumnsEQ(others.C(portfolio.FieldUnitID), mine.C(portfolio.FieldUnitID)), sql.In(others.C(portfolio.FieldKind), earlier...)))
			falls = sql.And(falls, sql.Not(sql.Exists(before)))
		}
		falling = append(falling, falls)
	}
	return out.Where(sql.And(sql.EQ(mine.C(portfolio.FieldPersonID), person), sql.Or(falling...)))
}
