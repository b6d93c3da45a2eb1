package migrate

import "entgo.io/ent/dialect/sql/schema"

// The tables of many-to-many edges have an index on their second column too. MySQL and MariaDB
// make it, under this name, for the foreign key; SQLite makes none, and would read all links to
// find those of the other side.
func init() {
	for _, t := range Tables {
		if len(t.Columns) != 2 || len(t.PrimaryKey) != 2 || len(t.ForeignKeys) != 2 {
			continue
		}
		for _, key := range t.ForeignKeys {
			if second := t.Columns[1]; len(key.Columns) == 1 && key.Columns[0] == second {
				t.Indexes = append(t.Indexes, &schema.Index{Name: key.Symbol, Columns: []*schema.Column{second}})
			}
		}
	}
}
