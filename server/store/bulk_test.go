package store_test

import (
	"strings"
	"testing"

	"sineng/ent"
	"sineng/server/testkit"
)

// TestSeveralRowsAreInsertedByStatementsThatTheDatabaseTakes inserts more values than SQLite takes
// in a statement, and more bytes than MariaDB does as it is delivered.
func TestSeveralRowsAreInsertedByStatementsThatTheDatabaseTakes(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx, client := testkit.System(), db.Raw.Client
		insert := func(n int, text string) {
			t.Helper()
			before := client.AuditInbox.Query().CountX(ctx)
			rows := make([]*ent.AuditInboxCreate, n)
			for i := range rows {
				rows[i] = client.AuditInbox.Create().SetBody(text).SetTexts("{}")
			}
			made, err := client.AuditInbox.CreateBulk(rows...).Save(ctx)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[int64]bool{}
			for _, row := range made {
				seen[row.ID] = true
			}
			if now := client.AuditInbox.Query().CountX(ctx); now != before+n || len(seen) != n {
				t.Errorf("%d rows are there and %d have keys", now-before, len(seen))
			}
		}
		insert(20_000, "{}")
		insert(20, strings.Repeat("x", 1<<20))
		insert(1, strings.Repeat("x", 5<<20))
	})
}
