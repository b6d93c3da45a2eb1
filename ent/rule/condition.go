package rule

import (
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent/viewer"
)

// Condition decides which rows a viewer may see. Its zero value matches no row.
type Condition struct {
	meets  func(*viewer.Viewer, *sql.Selector) match
	except []Condition
}

// match is a condition for one viewer: every row, the rows that match a predicate, or, as the
// zero value, none.
type match struct {
	all   bool
	where *sql.Predicate
}

// matching are the rows that match one of the predicates.
func matching(any ...*sql.Predicate) match {
	switch len(any) {
	case 0:
		return match{}
	case 1:
		return match{where: any[0]}
	}
	return match{where: sql.Or(any...)}
}

// Or matches the rows that match one of the conditions.
func (c Condition) Or(other Condition) Condition {
	return Condition{except: slices.Concat(c.except, other.except), meets: func(v *viewer.Viewer, s *sql.Selector) match {
		a, b := c.met(v, s), other.met(v, s)
		switch {
		case a.all || b.all:
			return match{all: true}
		case a.where == nil:
			return b
		case b.where == nil:
			return a
		}
		return matching(a.where, b.where)
	}}
}

// And matches the rows that match both conditions.
func (c Condition) And(other Condition) Condition {
	return Condition{except: slices.Concat(c.except, other.except), meets: func(v *viewer.Viewer, s *sql.Selector) match {
		a, b := c.met(v, s), other.met(v, s)
		switch {
		case a.all:
			return b
		case b.all:
			return a
		case a.where == nil || b.where == nil:
			return match{}
		}
		return match{where: sql.And(a.where, b.where)}
	}}
}

// Except excludes the rows that match the other condition, whatever other conditions are
// combined with it, before or after: neither a role nor the reach of a unit shows them. The
// viewer may not change such rows either. For that, the other condition must not join the
// entity's own table, which MySQL does not read while it writes to it.
func (c Condition) Except(other Condition) Condition {
	c.except = append(slices.Clone(c.except), other)
	return c
}

// For is the condition as a predicate for a viewer; nil when every row matches.
func (c Condition) For(v *viewer.Viewer) func(*sql.Selector) {
	if c.rows(v, sql.Select().From(sql.Table(""))).all {
		return nil
	}
	return func(s *sql.Selector) {
		if m := c.rows(v, s); m.where != nil {
			s.Where(m.where)
		} else {
			s.Where(sql.False())
		}
	}
}

// met is the match of the condition without its exceptions.
func (c Condition) met(v *viewer.Viewer, s *sql.Selector) match {
	if c.meets == nil {
		return match{}
	}
	return c.meets(v, s)
}

// rows is the match of the condition with its exceptions.
func (c Condition) rows(v *viewer.Viewer, s *sql.Selector) match {
	m := c.met(v, s)
	for _, e := range c.except {
		switch kept := e.rows(v, s); {
		case kept.all || m == match{}:
			return match{}
		case kept.where == nil:
		case m.all:
			m = match{where: untrue(kept.where)}
		default:
			m = match{where: sql.And(m.where, untrue(kept.where))}
		}
	}
	return m
}

// untrue matches where the predicate is false or, for a null column, unknown.
func untrue(p *sql.Predicate) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Wrap(func(b *sql.Builder) { b.Join(p) }).WriteString(" IS NOT TRUE")
	})
}
