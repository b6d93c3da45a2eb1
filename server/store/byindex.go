package store

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// PrimaryKey names the index of a table's keys.
const PrimaryKey = "PRIMARY"

// ByIndex makes a query read its table along an index, where the program knows better than the
// database, which expects what is looked for to be spread evenly over the rows. It is a predicate
// that adds no condition. The first one of a query holds.
func ByIndex(name string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if s.Table() == nil || strings.Contains(s.TableName(), " ") {
			return
		}
		table := "`" + s.TableName() + "`"
		if s.C("id") != table+".`id`" { // bears another name here
			return
		}
		hint := " FORCE INDEX (`" + name + "`)"
		if s.Dialect() == dialect.SQLite {
			if name == PrimaryKey {
				return // which it prefers by itself
			}
			hint = " INDEXED BY `" + name + "`"
		}
		s.From(sql.Table(table + hint).As(s.TableName()).Unquote())
	}
}

// MostNamed is how many rows a statement names by their keys at most. What more rows than these
// are meant by is so common that a list meets it soon in its own order.
const MostNamed = 20_000

// Among is the predicate for a row's key to be one of those given. The database looks them up one
// by one instead of going through the rows in the order of the list.
func Among(ids []int64) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if len(ids) == 0 {
			s.Where(sql.False())
			return
		}
		ByIndex(PrimaryKey)(s)
		s.Where(sql.P(func(b *sql.Builder) { b.WriteString(s.C("id")).WriteString(" IN ").WriteString(Numbers(ids)) }))
	}
}

// Numbers writes numbers as a list of SQL. Numbers need no arguments, of which databases take few.
func Numbers(ids []int64) string {
	b := make([]byte, 0, 13*len(ids)+2)
	b = append(b, '(')
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, id, 10)
	}
	return string(append(b, ')'))
}
