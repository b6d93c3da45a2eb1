package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	"entgo.io/ent/dialect"
	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// Meter tells what a database does for a query, by counters that do not depend on the machine:
// the rows that the engine of MySQL or MariaDB was asked for, or the steps of SQLite's virtual
// machine, of which each row takes several.
type Meter struct {
	t    testing.TB
	conn *sql.Conn
	tls  *libc.TLS
	db   uintptr
}

// NewMeter opens a connection of its own to a database.
func NewMeter(t testing.TB, db *DB) *Meter {
	t.Helper()
	m := &Meter{t: t}
	if db.Dialect() == dialect.MySQL {
		admin, u := connect(t, db.URL)
		m.conn = Must(admin.Conn(context.Background()))(t)
		t.Cleanup(func() { _ = m.conn.Close() })
		m.exec("USE " + strings.Trim(u.Path, "/"))
		return m
	}
	m.tls = libc.NewTLS()
	out := libc.Xmalloc(m.tls, 8)
	path := Must(libc.CString(strings.TrimPrefix(db.URL, "sqlite:")))(t)
	rc := sqlite3.Xsqlite3_open_v2(m.tls, path, out, sqlite3.SQLITE_OPEN_READWRITE, 0)
	m.db = at(out)
	libc.Xfree(m.tls, path)
	libc.Xfree(m.tls, out)
	if rc != sqlite3.SQLITE_OK {
		t.Fatalf("opening the database: %d", rc)
	}
	t.Cleanup(func() {
		sqlite3.Xsqlite3_close_v2(m.tls, m.db)
		m.tls.Close()
	})
	return m
}

// at is the pointer that stands at a place of SQLite's memory.
func at(place uintptr) uintptr { return *(*uintptr)(unsafe.Add(nil, place)) }

// Analyze renews the statistics by which MySQL and MariaDB choose an index.
func (m *Meter) Analyze() {
	if m.conn == nil {
		return
	}
	rows, err := m.conn.QueryContext(context.Background(), "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
	if err != nil {
		m.t.Fatal(err)
	}
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			m.t.Fatal(err)
		}
		tables = append(tables, name)
	}
	_ = rows.Close()
	m.exec("ANALYZE TABLE " + strings.Join(tables, ", "))
}

func (m *Meter) exec(query string) {
	m.t.Helper()
	rows, err := m.conn.QueryContext(context.Background(), query)
	if err != nil {
		m.t.Fatal(err)
	}
	for rows.Next() { //nolint:revive // the answer is of no interest
	}
	if err := rows.Err(); err != nil {
		m.t.Fatal(err)
	}
	_ = rows.Close()
}

// Cost runs a query again and returns what it costs.
func (m *Meter) Cost(q Statement) int {
	m.t.Helper()
	query := written(q)
	if m.conn == nil {
		return m.steps(query)
	}
	m.exec("FLUSH STATUS")
	m.exec(query)
	rows, err := m.conn.QueryContext(context.Background(), "SHOW SESSION STATUS LIKE 'Handler_read%'")
	if err != nil {
		m.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	sum := 0
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			m.t.Fatal(err)
		}
		sum += n
	}
	return sum
}

func (m *Meter) steps(query string) int {
	m.t.Helper()
	text := Must(libc.CString(query))(m.t)
	out := libc.Xmalloc(m.tls, 8)
	rc := sqlite3.Xsqlite3_prepare_v2(m.tls, m.db, text, -1, out, 0)
	prepared := at(out)
	libc.Xfree(m.tls, out)
	libc.Xfree(m.tls, text)
	if rc != sqlite3.SQLITE_OK {
		m.t.Fatalf("%s: %s", libc.GoString(sqlite3.Xsqlite3_errmsg(m.tls, m.db)), query)
	}
	defer sqlite3.Xsqlite3_finalize(m.tls, prepared)
	for {
		switch sqlite3.Xsqlite3_step(m.tls, prepared) {
		case sqlite3.SQLITE_ROW:
		case sqlite3.SQLITE_DONE:
			return int(sqlite3.Xsqlite3_stmt_status(m.tls, prepared, sqlite3.SQLITE_STMTSTATUS_VM_STEP, 0))
		default:
			m.t.Fatalf("%s: %s", libc.GoString(sqlite3.Xsqlite3_errmsg(m.tls, m.db)), query)
		}
	}
}

// written is a statement with its arguments in place.
func written(q Statement) string {
	parts := strings.Split(q.Query, "?")
	if len(parts) != len(q.Args)+1 {
		return q.Query
	}
	var b strings.Builder
	for i, part := range parts {
		if b.WriteString(part); i < len(q.Args) {
			b.WriteString(literal(q.Args[i]))
		}
	}
	return b.String()
}

func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case time.Time:
		return "'" + v.UTC().Format("2006-01-02 15:04:05.999999") + "'"
	case []byte:
		return fmt.Sprintf("x'%x'", v)
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Pointer:
		if r.IsNil() {
			return "NULL"
		}
		return literal(r.Elem().Interface())
	case reflect.String:
		return "'" + strings.NewReplacer("'", "''", `\`, `\\`).Replace(r.String()) + "'"
	case reflect.Bool:
		if r.Bool() {
			return "1"
		}
		return "0"
	}
	return fmt.Sprint(v)
}
