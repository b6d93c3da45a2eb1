package cli

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/go-sql-driver/mysql"
	sumdb "golang.org/x/mod/sumdb/tlog"

	"sineng/ent/migrate"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app/apptest"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/org"
	"sineng/server/testkit"
)

// raw is direct access to the database as its administrator has it.
type raw struct {
	t    *testing.T
	conn *sql.Conn
	db   *testkit.DB
	// touched are the tables written since the last backup or putBack.
	touched map[string]bool
}

func openRaw(t *testing.T, db *testkit.DB) *raw {
	t.Helper()
	ctx := context.Background()
	driver, dsn, off := "sqlite", strings.TrimPrefix(db.URL, "sqlite:")+"?_pragma=busy_timeout(10000)", "PRAGMA foreign_keys = OFF"
	if db.Dialect() == dialect.MySQL {
		u := testkit.Must(url.Parse(db.URL))(t)
		c := mysql.NewConfig()
		c.User, c.Net, c.Addr, c.DBName = u.User.Username(), "tcp", u.Host, strings.Trim(u.Path, "/")
		c.Passwd, _ = u.User.Password()
		driver, dsn, off = "mysql", c.FormatDSN(), "SET FOREIGN_KEY_CHECKS = 0"
	}
	pool := testkit.Must(sql.Open(driver, dsn))(t)
	conn := testkit.Must(pool.Conn(ctx))(t)
	t.Cleanup(func() { _ = conn.Close(); _ = pool.Close() })
	r := &raw{t: t, conn: conn, db: db, touched: map[string]bool{}}
	r.do(off)
	return r
}

// writing finds the table that a statement writes.
var writing = regexp.MustCompile(`^(?:UPDATE|INSERT INTO|DELETE FROM) (\w+)`)

// do runs a statement and returns how many rows it changed.
func (r *raw) do(query string, args ...any) int64 {
	r.t.Helper()
	res, err := r.conn.ExecContext(context.Background(), query, args...)
	if err != nil {
		r.t.Fatalf("%s: %v", query, err)
	}
	if table := writing.FindStringSubmatch(query); table != nil {
		r.touched[table[1]] = true
	}
	n, _ := res.RowsAffected()
	return n
}

// one reads one value.
func (r *raw) one(query string, args ...any) (out string) {
	r.t.Helper()
	if err := r.conn.QueryRowContext(context.Background(), query, args...).Scan(&out); err != nil {
		r.t.Fatalf("%s: %v", query, err)
	}
	return out
}

// backup copies every table; restore puts the copies back, putBack those of the tables written since.
func (r *raw) backup(name string) {
	r.t.Helper()
	for _, table := range migrate.Tables {
		r.do(fmt.Sprintf("CREATE TABLE %s_%s AS SELECT * FROM %s", name, table.Name, table.Name))
	}
	clear(r.touched)
}

func (r *raw) restore(name string) {
	r.t.Helper()
	for _, table := range migrate.Tables {
		r.put(table.Name, name)
	}
}

func (r *raw) putBack(name string) {
	r.t.Helper()
	for table := range maps.Clone(r.touched) {
		r.put(table, name)
	}
	clear(r.touched)
}

func (r *raw) put(table, name string) {
	r.t.Helper()
	r.do("DELETE FROM " + table)
	r.do(fmt.Sprintf("INSERT INTO %s SELECT * FROM %s_%s", table, name, table))
}

// scene is a database with a log that was signed twice and has more entries
// since.
type scene struct {
	*raw
	w      *testkit.World
	entry  int64 // a signed entry
	newest int64 // the last entry, not signed yet
	all    map[string][]column
}

func newScene(t *testing.T, db *testkit.DB) *scene {
	t.Helper()
	ctx := context.Background()
	step := func() {
		testkit.Must(audit.Sequence(ctx, db.Store))(t)
		testkit.Must(db.Log.Checkpoint(ctx))(t)
	}
	s := &scene{w: testkit.NewWorld(t, db)}
	made := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "zhang", Password: "a-long-password-1"}))(t)
	testkit.Must(db.Accounts.Grant(testkit.System(), made.ID, term.RoleStaff, &s.w.East.Unit.ID, db.Today(), nil, "编制审批"))(t)
	testkit.Must(db.Accounts.SignIn(ctx, "zhang", "a-long-password-1"))(t)
	attached := attachment.New(db.Store, db.Files, nil, attachment.DefaultLimits())
	testkit.Must(attached.Attach(testkit.As(term.RoleDeptHead, s.w.East.Department), attachment.Attach{OwnerID: s.w.East.Risks[2].ID, Name: "a.txt", Content: strings.NewReader("佐证")}))(t)
	step()
	s.raw = openRaw(t, db)
	s.backup("old")
	u := s.w.East.City
	for i := range 260 { // enough for a node of the tree
		u = testkit.Must(db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code,
			Name: fmt.Sprintf("东市局%d", i), Kind: u.Kind}))(t).Unwrap()
	}
	step()
	testkit.NewProvince(t, db, "N", "北")
	testkit.Must(audit.Sequence(ctx, db.Store))(t)
	s.entry = tlog.EntryID(100)
	if _, err := fmt.Sscan(s.one("SELECT MAX(id) FROM audit_entries"), &s.newest); err != nil {
		t.Fatal(err)
	}
	s.backup("bak")
	return s
}

func (s *scene) risk() int64 { return s.w.East.Risks[0].ID }

// rewrite computes all hashes and the index again, as an attacker who knows
// the log's format would.
func (s *scene) rewrite() {
	s.t.Helper()
	rows, err := s.conn.QueryContext(context.Background(), "SELECT id, body FROM audit_entries ORDER BY id")
	if err != nil {
		s.t.Fatal(err)
	}
	ids, leaves := []int64{}, []sumdb.Hash{}
	for rows.Next() {
		var id int64
		var body []byte
		if err := rows.Scan(&id, &body); err != nil {
			s.t.Fatal(err)
		}
		ids, leaves = append(ids, id), append(leaves, sumdb.RecordHash(body))
	}
	if err := rows.Close(); err != nil {
		s.t.Fatal(err)
	}
	for i, id := range ids {
		s.do("UPDATE audit_entries SET leaf_hash = ? WHERE id = ?", leaves[i][:], id)
	}
	node := testkit.Must(sumdb.TreeHash(256, sumdb.HashReaderFunc(func(indexes []int64) ([]sumdb.Hash, error) {
		out := make([]sumdb.Hash, len(indexes))
		for i, index := range indexes {
			level, n := sumdb.SplitStoredHashIndex(index)
			below := leaves[n<<level : (n+1)<<level]
			for len(below) > 1 {
				var above []sumdb.Hash
				for j := 0; j < len(below); j += 2 {
					above = append(above, sumdb.NodeHash(below[j], below[j+1]))
				}
				below = above
			}
			out[i] = below[0]
		}
		return out, nil
	})))(s.t)
	s.do("UPDATE audit_hashes SET hash = ? WHERE n = 0", node[:])
}

// forged returns an entry as the program would write it, except for its seal.
func (s *scene) forged() string {
	return strings.Replace(s.one("SELECT body FROM audit_entries WHERE id = ?", s.entry), `"seal":"`, `"seal":"x`, 1)
}

// copyRow inserts a copy of a row under another id.
func (s *scene) copyRow(table string, id, as int64, change map[string]string) {
	s.t.Helper()
	rows, err := s.conn.QueryContext(context.Background(), "SELECT * FROM "+table+" WHERE 1 = 0")
	if err != nil {
		s.t.Fatal(err)
	}
	columns := testkit.Must(rows.Columns())(s.t)
	_ = rows.Close()
	values := make([]string, len(columns))
	for i, c := range columns {
		values[i] = "`" + c + "`"
		if c == "id" {
			values[i] = fmt.Sprint(as)
		} else if v, ok := change[c]; ok {
			values[i] = v
		}
		columns[i] = "`" + c + "`"
	}
	s.do(fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s WHERE id = %d", table, strings.Join(columns, ", "), strings.Join(values, ", "), table, id))
}

// tamperings are manipulations that are possible with the database's password,
// with the reason of the finding that detects each.
var tamperings = []struct {
	name string
	do   func(s *scene)
	want string // reason of the finding
}{
	{"an entry's text is changed", func(s *scene) {
		s.do(`UPDATE audit_entries SET body = REPLACE(body, '"v":1', '"v":2') WHERE id = ?`, s.entry)
	}, "ENTRY_CHANGED"},
	{"an entry's hash is changed", func(s *scene) {
		s.do("UPDATE audit_entries SET leaf_hash = (SELECT leaf_hash FROM (SELECT leaf_hash FROM audit_entries WHERE id = ?) x) WHERE id = ?", s.entry+1, s.entry)
	}, "ENTRY_CHANGED"},
	{"an entry is changed and all hashes are rewritten", func(s *scene) {
		s.do(`UPDATE audit_entries SET body = REPLACE(body, '"v":1', '"v":2') WHERE id = ?`, s.entry)
		s.rewrite()
	}, "LOG_REWRITTEN"},
	{"all hashes are rewritten and the checkpoints in the database deleted", func(s *scene) {
		s.do(`UPDATE audit_entries SET body = REPLACE(body, '"v":1', '"v":2') WHERE id = ?`, s.entry)
		s.rewrite()
		s.do("DELETE FROM audit_checkpoints")
	}, "LOG_REWRITTEN"},
	{"an entry is deleted", func(s *scene) { s.do("DELETE FROM audit_entries WHERE id = ?", s.entry) }, "ENTRY_MISSING"},
	{"an entry is deleted and the later ones move up", func(s *scene) {
		s.do("DELETE FROM audit_entries WHERE id = ?", s.entry)
		s.do("DELETE FROM audit_texts WHERE id = ?", s.entry)
		s.do("UPDATE audit_entries SET id = -id WHERE id > ?", s.entry)
		s.do("UPDATE audit_entries SET id = -id - 1 WHERE id < 0")
		s.do("UPDATE audit_texts SET id = -id WHERE id > ?", s.entry)
		s.do("UPDATE audit_texts SET id = -id - 1 WHERE id < 0")
		s.rewrite()
	}, "LOG_REWRITTEN"},
	{"the end of the log is cut off", func(s *scene) {
		for _, t := range []string{"audit_entries", "audit_texts"} {
			s.do("DELETE FROM "+t+" WHERE id >= ?", tlog.EntryID(300))
		}
		s.do("DELETE FROM audit_touches WHERE entry_id >= ?", tlog.EntryID(300))
	}, "LOG_CUT"},
	{"what is not signed yet is cut off", func(s *scene) {
		size := s.one("SELECT MAX(size) FROM audit_checkpoints")
		var n int64
		_, _ = fmt.Sscan(size, &n)
		for _, t := range []string{"audit_entries", "audit_texts"} {
			s.do("DELETE FROM "+t+" WHERE id >= ?", tlog.EntryID(n))
		}
		s.do("DELETE FROM audit_touches WHERE entry_id >= ?", tlog.EntryID(n))
	}, "ROW_ADDED"},
	{"two entries change places", func(s *scene) {
		for _, t := range []string{"audit_entries", "audit_texts"} {
			s.do("UPDATE "+t+" SET id = -1 WHERE id = ?", s.entry)
			s.do("UPDATE "+t+" SET id = ? WHERE id = ?", s.entry, s.entry+1)
			s.do("UPDATE "+t+" SET id = ? WHERE id = -1", s.entry+1)
		}
		s.rewrite()
	}, "LOG_REWRITTEN"},
	{"an entry is put at the end", func(s *scene) {
		s.copyRow("audit_entries", s.entry, s.newest+1, map[string]string{"body": "'" + s.forged() + "'"})
		s.copyRow("audit_texts", s.entry, s.newest+1, nil)
		s.rewrite()
	}, "ENTRY_FORGED"},
	{"an entry is put among those that wait", func(s *scene) {
		s.do("INSERT INTO audit_inbox (body, texts) SELECT ?, texts FROM audit_texts WHERE id = ?", s.forged(), s.entry)
	}, "ENTRY_FORGED"},
	{"an entry is put on another's account in the search", func(s *scene) {
		s.do("UPDATE audit_entries SET account_id = 77 WHERE id = ?", s.entry)
	}, "COLUMN_CHANGED"},
	{"an entry is dated back in the search", func(s *scene) {
		s.do("UPDATE audit_entries SET at = '2020-01-01 00:00:00' WHERE id = ?", s.entry)
	}, "COLUMN_CHANGED"},
	{"a text beside an entry is changed", func(s *scene) {
		s.do("UPDATE audit_texts SET texts = REPLACE(texts, '东市局', '西市局') WHERE id = ?", s.newestOf(s.w.East.City.ID))
	}, "TEXT_CHANGED"},
	{"the texts beside an entry are deleted", func(s *scene) { s.do("DELETE FROM audit_texts WHERE id = ?", s.entry) }, "TEXT_MISSING"},
	{"the texts beside an entry are blanked as if erased", func(s *scene) {
		s.do(`UPDATE audit_texts SET texts = '{"details":null,"changes":[null]}' WHERE id = ?`, s.newestOf(s.w.East.City.ID))
	}, "TEXT_MISSING"},
	{"an entry is hidden from an object's history", func(s *scene) {
		s.do("DELETE FROM audit_touches WHERE object_id = ?", s.risk())
	}, "INDEX_CHANGED"},
	{"an entry is put into an object's history", func(s *scene) {
		s.do("INSERT INTO audit_touches (object_id, entry_id) VALUES (?, ?)", s.risk(), s.newest)
	}, "INDEX_CHANGED"},
	{"a node of the tree is changed", func(s *scene) {
		s.do("UPDATE audit_hashes SET hash = (SELECT leaf_hash FROM audit_entries WHERE id = ?)", s.entry)
	}, "NODE_CHANGED"},
	{"a node of the tree is deleted", func(s *scene) { s.do("DELETE FROM audit_hashes") }, "NODE_MISSING"},
	{"a checkpoint is deleted in the database", func(s *scene) {
		s.do("DELETE FROM audit_checkpoints WHERE size = ?", s.one("SELECT MIN(size) FROM audit_checkpoints"))
	}, "CHECKPOINT_MISSING"},
	{"a checkpoint is changed in the database", func(s *scene) {
		s.do("UPDATE audit_checkpoints SET note = REPLACE(note, 'sineng/', 'sineng/x')")
	}, "CHECKPOINT_FORGED"},
	{"a checkpoint is said to be of another size", func(s *scene) {
		s.do("UPDATE audit_checkpoints SET size = size - 1")
	}, "CHECKPOINT_CHANGED"},
	{"the checkpoints are deleted outside the database", func(s *scene) {
		if err := os.Remove(filepath.Join(s.db.LogDir, "checkpoints.jsonl")); err != nil {
			s.t.Fatal(err)
		}
	}, "CHECKPOINT_MISSING"},
	{"an old backup is restored", func(s *scene) { s.restore("old") }, "LOG_CUT"},
	{"a grade is lowered", func(s *scene) { s.do("UPDATE risk_points SET grade = 'C' WHERE id = ?", s.risk()) }, "ROW_CHANGED"},
	{"a risk point is deleted", func(s *scene) { s.do("DELETE FROM risk_points WHERE id = ?", s.risk()) }, "ROW_MISSING"},
	{"a risk point is invented", func(s *scene) { s.copyRow("risk_points", s.risk(), s.risk()+5000, nil) }, "ROW_ADDED"},
	{"the reason of a decision is rewritten", func(s *scene) { s.do("UPDATE assessments SET reason = 'because'") }, "ROW_CHANGED"},
	{"somebody's deciding is put on another", func(s *scene) { s.do("UPDATE assessments SET actor_name = '李四'") }, "ROW_CHANGED"},
	{"a password is replaced", func(s *scene) { s.do("UPDATE accounts SET password_hash = 'x'") }, "ROW_CHANGED"},
	{"a session is put on another's account", func(s *scene) { s.do("UPDATE sessions SET account_id = account_id + 1") }, "SESSION_FORGED"},
	{"a session is made up", func(s *scene) {
		var id int64
		_, _ = fmt.Sscan(s.one("SELECT MAX(id) FROM sessions"), &id)
		s.copyRow("sessions", id, id+1, map[string]string{"token_hash": "'x'"})
	}, "SESSION_FORGED"},
	{"somebody grants themself a role", func(s *scene) {
		var id int64
		_, _ = fmt.Sscan(s.one("SELECT MAX(id) FROM role_appointments"), &id)
		s.copyRow("role_appointments", id, id+1, map[string]string{"role": "'AUDITOR'"})
	}, "ROW_ADDED"},
	{"a role is made greater", func(s *scene) { s.do("UPDATE role_appointments SET role = 'PRINCIPAL_LEADER'") }, "ROW_CHANGED"},
	{"an appointment is dated back", func(s *scene) { s.do("UPDATE appointments SET from_day = '2001-01-01'") }, "ROW_CHANGED"},
	{"a measure is taken off its risk point", func(s *scene) {
		s.do("DELETE FROM measure_risk_points WHERE risk_point_id = ?", s.risk())
	}, "LINK_REMOVED"},
	{"a person is put on a risk point", func(s *scene) {
		s.do("INSERT INTO risk_point_exposed_persons (risk_point_id, person_id) VALUES (?, ?)", s.risk(), s.w.West.People[0].ID)
	}, "LINK_ADDED"},
	{"the file of an attachment is said to be another", func(s *scene) {
		s.do("UPDATE attachments SET hash = ?", strings.Repeat("0", 64))
	}, "FILE_MISSING"},
	{"an attachment is deleted", func(s *scene) { s.do("DELETE FROM attachments") }, "ROW_MISSING"},
	{"a count is changed", func(s *scene) { s.do("UPDATE risk_count_delta SET n = n + 1") }, "COUNT_CHANGED"},
	{"a risk point is moved into another's sight", func(s *scene) {
		s.do("UPDATE risk_points SET l1 = ? WHERE id = ?", s.w.West.Unit.ID, s.risk())
	}, "PLACE_CHANGED"},
	{"a unit is moved below another", func(s *scene) {
		s.do("UPDATE units SET l1 = ? WHERE id = ?", s.w.West.Unit.ID, s.w.East.City.ID)
	}, "PLACE_CHANGED"},
}

// newestOf returns the last entry of an object's history.
func (s *scene) newestOf(object int64) int64 {
	var id int64
	if _, err := fmt.Sscan(s.one("SELECT MAX(entry_id) FROM audit_touches WHERE object_id = ?", object), &id); err != nil {
		s.t.Fatal(err)
	}
	return id
}

func TestFault36And37And38EveryTamperingIsFound(t *testing.T) {
	if len(tamperings) < 25 {
		t.Fatalf("only %d ways are tried", len(tamperings))
	}
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		files := testkit.Must(os.ReadFile(filepath.Join(db.LogDir, "checkpoints.jsonl")))(t)
		checks := apptest.New(t, db).Checks()
		verify := func(t *testing.T, schema bool) *verify.Report {
			t.Helper()
			key := testkit.Must(tlog.PublicKey(db.LogDir))(t)
			return testkit.Must(verify.Run(context.Background(), db.Store, verify.Options{Dir: db.LogDir, Verifier: key, Checks: checks, WithoutSchema: !schema}))(t)
		}
		if r := verify(t, true); r.Total > 0 {
			t.Fatalf("untouched: %+v", r.Findings)
		}
		for _, c := range tamperings {
			t.Run(c.name, func(t *testing.T) {
				s.t = t
				c.do(s)
				r := verify(t, false)
				if !r.Has(c.want) {
					t.Errorf("found %+v, want %s", r.Findings, c.want)
				}
				for _, f := range r.Findings {
					if f.Reason == c.want {
						t.Logf("%s: %s", f.Reason, f.EN)
						break
					}
				}
				s.putBack("bak")
				if err := os.WriteFile(filepath.Join(db.LogDir, "checkpoints.jsonl"), files, 0o600); err != nil {
					t.Fatal(err)
				}
			})
		}
		s.t = t
		if r := verify(t, true); r.Total > 0 {
			t.Errorf("all undone: %+v", r.Findings)
		}
	})
}
