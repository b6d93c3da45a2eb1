package httpd_test

import (
	"encoding/json"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditinbox"
	"sineng/graph/scalar"
	"sineng/server/testkit"
)

// readsOf returns the people whose records were read, by entry of the log.
func readsOf(t *testing.T, db *testkit.DB) (out []struct {
	Subjects  []int64
	Operation string
	Actor     struct{ Person int64 }
}) {
	t.Helper()
	for _, row := range db.Client.AuditInbox.Query().Where(sql.FieldContains(auditinbox.FieldBody, "READ_RECORD")).Order(ent.Asc("id")).AllX(testkit.System()) {
		e := out[:0:0]
		e = append(e, struct {
			Subjects  []int64
			Operation string
			Actor     struct{ Person int64 }
		}{})
		if err := json.Unmarshal([]byte(row.Body), &e[0]); err != nil {
			t.Fatal(err)
		}
		out = append(out, e[0])
	}
	return out
}

func TestReadingAPersonsRecordIsLoggedHoweverItIsReached(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		// Leave only one risk point of another person.
		c := signIn(t, db, serve(t, db), "east", w.East.People[0])
		risk, measure := scalar.EncodeID(w.East.Risks[1].ID), scalar.EncodeID(w.East.Measures[1].ID)
		for what, query := range map[string]string{
			"by its id":       `query A{node(id:"` + risk + `"){id}}`,
			"in a list":       `query A{riskPoints(first:10){nodes{title}}}`,
			"below a measure": `query A{node(id:"` + measure + `"){... on Measure{riskPoints{id}}}}`,
			"in flat rows":    `query A{riskRows(first:10){rows{title}}}`,
			"by several ids":  `query A{nodes(ids:["` + risk + `"]){id}}`,
		} {
			before := len(readsOf(t, db))
			if a := c.do(query, nil); len(a.Errors) > 0 {
				t.Errorf("%s: %s", what, a.raw)
				continue
			}
			got := readsOf(t, db)[before:]
			if len(got) != 1 {
				t.Errorf("%s: %d entries", what, len(got))
				continue
			}
			found := false
			for _, id := range got[0].Subjects {
				found = found || id == w.East.People[1].ID
				if id == w.East.People[0].ID {
					t.Errorf("%s: one's own record is logged as read", what)
				}
			}
			if !found || got[0].Operation != "A" || got[0].Actor.Person != w.East.People[0].ID {
				t.Errorf("%s: the entry is %+v", what, got[0])
			}
		}
		before := len(readsOf(t, db))
		c.must(`{units(first:10){nodes{name}} people(first:10){nodes{name}}}`, nil)
		if n := len(readsOf(t, db)); n != before {
			t.Errorf("the directory is logged as a read of records")
		}
		if a := c.do(`{node(id:"`+scalar.EncodeID(w.West.Risks[1].ID)+`"){id}}`, nil); strings.Contains(a.raw, "title") || len(readsOf(t, db)) != before {
			t.Errorf("what is hidden is logged as read: %s", a.raw)
		}
	})
}
