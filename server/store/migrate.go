package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"

	"sineng/ent/migrate"
)

// lease is how long a migrating program holds the lock without renewing it.
// After a crash the next one waits no longer than this.
const lease = 10 * time.Minute

// ErrNewer means that the database was written by a newer program.
var ErrNewer = errors.New("the database is newer than this program; start the newer version, or restore a backup made before it")

// ErrPreRelease means that the database was made by a program from before the
// first release, from which there is no migration.
var ErrPreRelease = errors.New("the database was made by a version from before the first release and cannot be carried over; " +
	"nothing in it was changed: keep it with the version that made it, or start this one on a new database" +
	"(该数据库由正式发布前的版本创建，无法沿用；其中内容未作任何改动。请用原版本继续使用，或为本版本新建数据库)")

// Versions are the schema version of the database and the one that this
// program needs.
type Versions struct{ Database, Program int64 }

// Migrate brings the schema up to date; a lock admits one program at a time.
func (s *Store) Migrate(ctx context.Context) (Versions, error) {
	p, err := s.provider()
	if err != nil {
		return Versions{}, err
	}
	v, err := s.versions(ctx, p)
	if err != nil || v.Database == v.Program {
		if err == nil {
			err = s.beginRights(ctx, false)
		}
		return v, err
	}
	release, err := s.lockMigrations(ctx)
	if err != nil {
		return v, err
	}
	defer release()
	if _, err := p.Up(ctx); err != nil {
		return v, fmt.Errorf("migrating %s from version %d to %d stopped half-way; restore the backup made before, or repair by hand and start again: %w",
			s, v.Database, v.Program, err)
	}
	if err := s.beginRights(ctx, true); err != nil {
		return v, err
	}
	return s.versions(ctx, p)
}

// SchemaVersions returns the schema versions without changing anything.
func (s *Store) SchemaVersions(ctx context.Context) (Versions, error) {
	p, err := s.provider()
	if err != nil {
		return Versions{}, err
	}
	return s.versions(ctx, p)
}

func (s *Store) provider() (*goose.Provider, error) {
	name, kind := "mysql", goose.DialectMySQL
	if s.dialect == dialect.SQLite {
		name, kind = "sqlite", goose.DialectSQLite3
	}
	files, err := migrate.Files(name)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(kind, s.write, files, goose.WithDisableGlobalRegistry(true), goose.WithGoMigrations(s.goMigrations()...))
}

// versions reads the schema versions without goose, which would create its
// table: with two programs starting on an empty database, one could find it
// incomplete.
func (s *Store) versions(ctx context.Context, p *goose.Provider) (Versions, error) {
	var v Versions
	for _, source := range p.ListSources() {
		v.Program = max(v.Program, source.Version)
	}
	exists := `SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?`
	if s.dialect == dialect.SQLite {
		exists = `SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?`
	}
	var tables int
	err := s.write.QueryRowContext(ctx, exists, goose.DefaultTablename).Scan(&tables)
	if err == nil && tables > 0 {
		err = s.write.QueryRowContext(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM `+goose.DefaultTablename+` WHERE is_applied`).Scan(&v.Database)
	}
	if err != nil {
		return v, fmt.Errorf("reading the schema version of %s: %w", s, err)
	}
	if v.Database > v.Program {
		return v, fmt.Errorf("%w (database %s has version %d, program %d)", ErrNewer, s, v.Database, v.Program)
	}
	if v.Database != 0 && !slices.ContainsFunc(p.ListSources(), func(f *goose.Source) bool { return f.Version == v.Database }) {
		return v, fmt.Errorf("%w (database %s has version %d)", ErrPreRelease, s, v.Database)
	}
	return v, nil
}

// lockMigrations claims a row with a lease, by a conditional update whose
// count of rows decides the winner; named locks would not hold across a cluster.
func (s *Store) lockMigrations(ctx context.Context) (release func(), err error) {
	const table = `CREATE TABLE IF NOT EXISTS migration_lock (id INTEGER PRIMARY KEY, holder VARCHAR(200) NOT NULL, until BIGINT NOT NULL)`
	if _, err := s.write.ExecContext(ctx, table); err != nil {
		return nil, err
	}
	insert := `INSERT IGNORE INTO migration_lock (id, holder, until) VALUES (1, '', 0)`
	if s.dialect == dialect.SQLite {
		insert = `INSERT OR IGNORE INTO migration_lock (id, holder, until) VALUES (1, '', 0)`
	}
	if _, err := s.write.ExecContext(ctx, insert); err != nil {
		return nil, err
	}
	host, _ := os.Hostname()
	holder := fmt.Sprintf("%s:%d:%d", host, os.Getpid(), time.Now().UnixNano())
	for {
		now := time.Now()
		res, err := s.write.ExecContext(ctx, `UPDATE migration_lock SET holder = ?, until = ? WHERE id = 1 AND until < ?`,
			holder, now.Add(lease).Unix(), now.Unix())
		if err != nil {
			return nil, err
		}
		if n, err := res.RowsAffected(); err != nil {
			return nil, err
		} else if n == 1 {
			break
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for another program that migrates %s: %w", s, ctx.Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
	return func() {
		_, _ = s.write.ExecContext(context.WithoutCancel(ctx),
			`UPDATE migration_lock SET until = 0 WHERE id = 1 AND holder = ?`, holder)
	}, nil
}
