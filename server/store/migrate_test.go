package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/server/store"
	"sineng/server/testkit"
)

func open(t *testing.T, url string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// applied counts how often each migration was applied.
func applied(t *testing.T, client *ent.Client) map[int64]int {
	t.Helper()
	rows, err := client.QueryContext(context.Background(), "SELECT version_id, COUNT(*) FROM goose_db_version WHERE version_id > 0 GROUP BY version_id")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	out := map[int64]int{}
	for rows.Next() {
		var version int64
		var n int
		if err := rows.Scan(&version, &n); err != nil {
			t.Fatal(err)
		}
		out[version] = n
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAnEmptyDatabaseIsMigratedAndASecondTimeNothingChanges(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		s := open(t, url)
		ctx := context.Background()
		before, err := s.SchemaVersions(ctx)
		if err != nil || before.Database != 0 || before.Program == 0 {
			t.Fatalf("an empty database has the versions %+v, %v", before, err)
		}
		for range 2 {
			v, err := s.Migrate(ctx)
			if err != nil || v.Database != v.Program || v.Program != before.Program {
				t.Fatalf("after the migration the versions are %+v, %v", v, err)
			}
		}
		if n := s.Client.Unit.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("a new database has %d units", n)
		}
		for version, n := range applied(t, s.Client) {
			if n != 1 {
				t.Errorf("the migration %d was applied %d times", version, n)
			}
		}
	})
}

func TestProgramsThatMigrateAtTheSameTimeAllSucceedAndApplyEachMigrationOnce(t *testing.T) {
	const programs = 3
	testkit.Empty(t, func(t *testing.T, url string) {
		var stores [programs]*store.Store
		for i := range stores {
			stores[i] = open(t, url)
		}
		ready, all := make(chan struct{}), sync.WaitGroup{}
		for _, s := range stores {
			all.Go(func() {
				<-ready
				if v, err := s.Migrate(context.Background()); err != nil || v.Database != v.Program {
					t.Errorf("versions %+v, %v", v, err)
				}
			})
		}
		close(ready)
		all.Wait()
		counts := applied(t, stores[0].Client)
		if len(counts) == 0 {
			t.Error("no migration was applied")
		}
		for version, n := range counts {
			if n != 1 {
				t.Errorf("the migration %d was applied %d times", version, n)
			}
		}
	})
}

func TestADatabaseThatIsNewerThanTheProgramIsRefusedAndLeftAlone(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		s := open(t, url)
		ctx := context.Background()
		v, err := s.Migrate(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Client.ExecContext(ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)", v.Program+1, true); err != nil {
			t.Fatal(err)
		}
		for what, run := range map[string]func(context.Context) (store.Versions, error){"Migrate": s.Migrate, "SchemaVersions": s.SchemaVersions} {
			got, err := run(ctx)
			if !errors.Is(err, store.ErrNewer) {
				t.Errorf("%s of a newer database: %v, want ErrNewer", what, err)
				continue
			}
			if got.Database != v.Program+1 || got.Program != v.Program {
				t.Errorf("%s reports the versions %+v", what, got)
			}
			if u := strings.Split(strings.TrimPrefix(url, "mysql://"), "@"); len(u) == 2 {
				if password := strings.Split(u[0], ":")[1]; strings.Contains(err.Error(), password) {
					t.Errorf("%s reveals the password: %v", what, err)
				}
			}
		}
	})
}

func TestAMigrationWaitsForTheOneThatHoldsTheLockUntilItsContextEnds(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		s := open(t, url)
		for _, statement := range []string{
			"CREATE TABLE migration_lock (id INTEGER PRIMARY KEY, holder VARCHAR(200) NOT NULL, until BIGINT NOT NULL)",
			"INSERT INTO migration_lock (id, holder, until) VALUES (1, 'another', 99999999999)",
		} {
			if _, err := s.Client.ExecContext(context.Background(), statement); err != nil {
				t.Fatal(err)
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error)
		go func() { _, err := s.Migrate(ctx); done <- err }()
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("a migration that had to wait returned %v", err)
		}
		if v, err := s.SchemaVersions(context.Background()); err != nil || v.Database != 0 {
			t.Errorf("while another held the lock the database came to %+v, %v", v, err)
		}
		if _, err := s.Client.ExecContext(context.Background(), "UPDATE migration_lock SET until = 1"); err != nil {
			t.Fatal(err)
		}
		if v, err := s.Migrate(context.Background()); err != nil || v.Database != v.Program {
			t.Errorf("after the other's lease ended: %+v, %v", v, err)
		}
	})
}

func TestAFileWithAnyNameIsOpenedUnderThatName(t *testing.T) {
	for _, name := range []string{"plain.db", "四能 库.db", "a?b#c%20d.db"} {
		path := filepath.Join(t.TempDir(), name)
		s := open(t, "sqlite:"+path)
		if _, err := s.Migrate(context.Background()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestADatabaseThatDoesNotAnswerIsNamedWithoutItsPassword(t *testing.T) {
	_, err := store.Open(context.Background(), "mysql://root:secret@127.0.0.1:1/none")
	if err == nil {
		t.Fatal("opened a server that is not there")
	}
	if strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("the error should name the server and not the password: %v", err)
	}
}

func TestADatabaseFromBeforeTheFirstReleaseIsRefusedAndLeftAsItWas(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		ctx := context.Background()
		s := open(t, url)
		for _, statement := range []string{
			"CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY, version_id BIGINT NOT NULL, is_applied BOOLEAN NOT NULL)",
			"INSERT INTO goose_db_version (id, version_id, is_applied) VALUES (1, 0, TRUE), (2, 20261123132139, TRUE), (3, 20261124022011, TRUE)",
			"CREATE TABLE opinions (id INTEGER PRIMARY KEY, text VARCHAR(20) NOT NULL)",
			"INSERT INTO opinions (id, text) VALUES (7, '同意')",
		} {
			if _, err := s.Client.ExecContext(ctx, statement); err != nil {
				t.Fatal(err)
			}
		}
		for what, run := range map[string]func(context.Context) (store.Versions, error){"Migrate": s.Migrate, "SchemaVersions": s.SchemaVersions} {
			_, err := run(ctx)
			if !errors.Is(err, store.ErrPreRelease) || !strings.Contains(err.Error(), "20261124022011") || !strings.Contains(err.Error(), "正式发布前") {
				t.Errorf("%s of a database from before the first release: %v", what, err)
			}
		}
		if got := count(t, s, "SELECT COUNT(*) FROM opinions WHERE text = '同意'"); got != 1 {
			t.Errorf("%d of its rows are left", got)
		}
		if got := count(t, s, "SELECT COUNT(*) FROM goose_db_version"); got != 3 {
			t.Errorf("%d versions are noted", got)
		}
		tables := "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
		if strings.HasPrefix(url, "mysql") {
			tables = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
		}
		if got := count(t, s, tables); got != 2 {
			t.Errorf("it has %d tables", got)
		}
	})
}

// count returns the number that a query yields.
func count(t *testing.T, s *store.Store, query string) (n int) {
	t.Helper()
	rows, err := s.Client.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}
