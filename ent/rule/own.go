package rule

import (
	"entgo.io/ent/dialect/sql"

	"sineng/ent/viewer"
)

// Asker matches rows whose column holds the account of the viewer, also when they use an API
// token.
func Asker(column string) Condition {
	return Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		return match{where: sql.EQ(s.C(column), v.AccountID)}
	}}
}

// OwnAccount matches rows whose column holds the viewer's account; none for an API token.
func OwnAccount(column string) Condition { return Asker(column).And(signedIn) }

// OwnPerson matches rows whose column holds the viewer's person; none for an API token.
func OwnPerson(column string) Condition {
	return signedIn.And(Condition{meets: func(v *viewer.Viewer, s *sql.Selector) match {
		if v.PersonID == 0 {
			return match{}
		}
		return match{where: sql.EQ(s.C(column), v.PersonID)}
	}})
}

// signedIn matches every row for a viewer in a session, and none for an API token.
var signedIn = Condition{meets: func(v *viewer.Viewer, _ *sql.Selector) match { return match{all: v.TokenID == 0} }}

// Null matches rows whose column is null.
func Null(column string) Condition {
	return Condition{meets: func(_ *viewer.Viewer, s *sql.Selector) match {
		return match{where: sql.IsNull(s.C(column))}
	}}
}

// Through matches rows whose column holds the key of a row of the table that matches the
// condition. Where every row of the table matches, so does every row here, including those
// whose column is null.
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

// Participant matches rows whose column holds the key of a row of the table whose column
// person is the viewer's person.
func Participant(column, table, key, person string) Condition {
	return Through(column, table, key, OwnPerson(person))
}
