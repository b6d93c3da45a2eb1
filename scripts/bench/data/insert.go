package data

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// batchBytes is how long a statement grows before it is sent: less than SQLite's and the servers'
// least limit.
const batchBytes = 400_000

// renamed are columns of today under the names that older schemas have for them.
var renamed = map[string]string{"controlled": "defended"}

// writer inserts rows of many tables through a few connections. Tables and columns that the schema
// lacks are left out, so that a schema older than this package is filled too.
type writer struct {
	db      *sql.DB
	lite    bool
	send    chan string
	wait    sync.WaitGroup
	once    sync.Once
	failure error
	tables  []*table
}

// table is where rows of one table gather.
type table struct {
	w      *writer
	name   string
	head   string
	kept   []bool
	buffer []byte
	// missing says that the schema has no such table.
	missing bool
	// next is the id of the next row.
	next int64
}

func newWriter(ctx context.Context, db *sql.DB, lite bool) (*writer, error) {
	w := &writer{db: db, lite: lite, send: make(chan string, 4)}
	workers := 3
	if lite {
		workers = 1
	}
	for range workers {
		c, err := db.Conn(ctx)
		if err != nil {
			return nil, err
		}
		settings := []string{"SET SESSION foreign_key_checks=0", "SET SESSION unique_checks=0"}
		if lite {
			settings = []string{"PRAGMA foreign_keys=0", "PRAGMA synchronous=0", "PRAGMA cache_size=-1000000"}
		}
		for _, s := range settings {
			if _, err := c.ExecContext(ctx, s); err != nil {
				return nil, err
			}
		}
		w.wait.Go(func() {
			defer func() { _ = c.Close() }()
			for statement := range w.send {
				if _, err := c.ExecContext(ctx, statement); err != nil {
					w.once.Do(func() { w.failure = fmt.Errorf("%s …: %w", statement[:min(len(statement), 300)], err) })
				}
			}
		})
	}
	return w, nil
}

// into prepares inserts into a table with the columns named, parted by spaces.
func (w *writer) into(ctx context.Context, name, columns string) (*table, error) {
	there, err := w.columns(ctx, name)
	if err != nil {
		return nil, err
	}
	t := &table{w: w, name: name, missing: len(there) == 0}
	var named []string
	for column := range strings.FieldsSeq(columns) {
		if old := renamed[column]; !there[column] && there[old] {
			column = old
		}
		t.kept = append(t.kept, there[column])
		if there[column] {
			named = append(named, w.quote(column))
		}
	}
	t.head = "INSERT INTO " + w.quote(name) + " (" + strings.Join(named, ",") + ") VALUES "
	if !t.missing {
		w.tables = append(w.tables, t)
	}
	if there["id"] {
		if t.next, err = w.firstID(ctx, name); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (w *writer) quote(name string) string { return "`" + name + "`" }

func (w *writer) columns(ctx context.Context, name string) (map[string]bool, error) {
	query := "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
	if w.lite {
		query = "SELECT name FROM pragma_table_info(?)"
	}
	rows, err := w.db.QueryContext(ctx, query, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	out := map[string]bool{}
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			return nil, err
		}
		out[column] = true
	}
	return out, rows.Err()
}

// firstID is the id that the table would give next: ids are unique over all tables, by ranges.
func (w *writer) firstID(ctx context.Context, name string) (int64, error) {
	var next sql.NullInt64
	if w.lite {
		err := w.db.QueryRowContext(ctx, "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?", name).Scan(&next)
		if err == sql.ErrNoRows {
			return 1, nil
		}
		return next.Int64, err
	}
	err := w.db.QueryRowContext(ctx, "SELECT auto_increment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?", name).Scan(&next)
	if !next.Valid {
		next.Int64 = 1
	}
	return max(next.Int64, 1), err
}

// add adds a row: a value for each column that into named. The first is the id, where it is.
func (t *table) add(values ...any) {
	if len(values) != len(t.kept) {
		panic(fmt.Sprintf("%s: %d values for %d columns", t.name, len(values), len(t.kept)))
	}
	if t.missing {
		return
	}
	if len(t.buffer) == 0 {
		t.buffer = append(t.buffer, t.head...)
	} else {
		t.buffer = append(t.buffer, ',')
	}
	b := append(t.buffer, '(')
	for i, v := range values {
		if !t.kept[i] {
			continue
		}
		if b[len(b)-1] != '(' {
			b = append(b, ',')
		}
		b = literal(b, v, t.w.lite)
	}
	t.buffer = append(b, ')')
	if len(t.buffer) > batchBytes {
		t.flush()
	}
}

func (t *table) flush() {
	if len(t.buffer) > 0 {
		t.w.send <- string(t.buffer)
		t.buffer = t.buffer[:0]
	}
}

// id takes the next id.
func (t *table) id() int64 {
	t.next++
	return t.next - 1
}

// finish sends what waits and returns the first error.
func (w *writer) finish() error {
	for _, t := range w.tables {
		t.flush()
	}
	close(w.send)
	w.wait.Wait()
	return w.failure
}

// day is a date without a time.
type day time.Time

func literal(b []byte, v any, lite bool) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "NULL"...)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case bool:
		if v {
			return append(b, '1')
		}
		return append(b, '0')
	case string:
		b = append(b, '\'')
		b = append(b, strings.ReplaceAll(strings.ReplaceAll(v, "\\", ""), "'", "''")...)
		return append(b, '\'')
	case time.Time:
		if lite {
			return v.AppendFormat(b, "'2006-01-02 15:04:05+00:00'")
		}
		return v.AppendFormat(b, "'2006-01-02 15:04:05'")
	case day:
		if lite {
			return time.Time(v).AppendFormat(b, "'2006-01-02 00:00:00+00:00'")
		}
		return time.Time(v).AppendFormat(b, "'2006-01-02'")
	}
	panic(fmt.Sprintf("no literal for %T", v))
}
