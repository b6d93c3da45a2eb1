package rule

import (
	"entgo.io/ent/dialect/sql"

	"sineng/ent/viewer"
)

// Asker is met by rows whose column holds the account that asks, also by a token.
func Asker(column string) Condition {
	return Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		return match{where: sql.EQ(s.C(column), v.AccountID)}
	}}
}

// OwnAccount is met by rows whose column holds the viewer's account. A token has nothing
// of its own.
func OwnAccount(column string) Condition { return Asker(column).And(signedIn) }

// OwnPerson is met by rows whose column holds the viewer's person. A token has nothing of
// its own.
func OwnPerson(column string) Condition {
	return signedIn.And(Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		if v.PersonID == 0 {
			return match{}
		}
		return match{where: sql.EQ(s.C(column), v.PersonID)}
	}})
}

// signedIn is met by every row for a viewer who signed in, and by none for a token.
var signedIn = Condition{meets: func(v *viewer.Viewer, _ *sql.Selector) match { return match{all: v.TokenID == 0} }}

// Null is met by rows whose column is empty.
func Null(column string) Condition {
	return Condition{meets: func(_ *viewer.Viewer, s *sql.Selector) match {
		return match{where: sql.IsNull(s.C(column))}
	}}
}

// Through is met by rows whose column holds the key of a row of the table that meets the
// condition. Where every row of the table meets it, so does every row here, also one whose
// column is empty.
func Through(column, table, key string, c Condition) Condition {
	return Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		rows := sql.Dialect(s.Dialect()).Select().From(sql.Table(table))
		m := c.rows(v, rows)
		if m.where == nil {
			return m
		}
		return match{where: sql.In(s.C(column), rows.Select(rows.C(key)).Where(m.where))}
	}}
}

// Participant is met by rows whose column holds the key of a row of the table that names
// the viewer in its column person.
func Participant(column, table, key, person string) Condition {
	return Through(column, table, key, OwnPerson(person))
}
