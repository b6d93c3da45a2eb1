#!/usr/bin/env bash
# entgo.io/ent 0.14.6 (dialect/sql) with modernc.org/sqlite 1.38.2, a joined table without an alias of one's own.
# Guess:     a column taken from a table before it is joined is that of the joined table, or the statement fails.
# Behaviour: Join gives the table the alias t1, and the column keeps the name of the table. In a subquery of a query on the same
#            table it then means the row outside, without an error: the condition holds for every row. With As it is right.
# Seen:      tables without aliases of their own list both rows, tables with aliases the one that is owned
# Fails if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<'M'
module example
go 1.24
require (
	entgo.io/ent v0.14.6
	modernc.org/sqlite v1.38.2
)
M
cat >main.go <<'G'
package main

import (
	"context"
	"fmt"
	"log"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	_ "modernc.org/sqlite"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// owned lists the figures of owner 1 by a subquery on the same table.
func owned(db *sql.Driver, figures, owners *sql.SelectTable) {
	mine := sql.Select(figures.C("id")).From(owners).Join(figures).On(figures.C("owner_id"), owners.C("id")).Where(sql.EQ(owners.C("name"), "first"))
	all := sql.Dialect(dialect.SQLite).Select("name").From(sql.Table("figures")).OrderBy("name")
	all.Where(sql.In(all.C("id"), mine))
	text, args := all.Query()
	var rows sql.Rows
	must(db.Query(context.Background(), text, args, &rows))
	var names []string
	must(sql.ScanSlice(rows, &names))
	fmt.Println(names)
}

func main() {
	raw, err := sql.Open("sqlite", "file:x?mode=memory")
	must(err)
	raw.DB().SetMaxOpenConns(1)
	_, err = raw.DB().Exec(`CREATE TABLE owners (id INTEGER, name TEXT); CREATE TABLE figures (id INTEGER, owner_id INTEGER, name TEXT);
		INSERT INTO owners VALUES (1, 'first'), (2, 'second'); INSERT INTO figures VALUES (7, 1, 'a'), (8, 2, 'b')`)
	must(err)
	owned(raw, sql.Table("figures"), sql.Table("owners"))
	owned(raw, sql.Table("figures").As("f"), sql.Table("owners").As("o"))
}
G
go mod tidy >/dev/null 2>&1
out=$(go run -mod=mod .)
echo "$out"
[ "$out" = $'[a b]\n[a]' ] || { echo "changed"; exit 1; }
echo "as seen with ent 0.14.6"
