// Command floor answers the questions of the benchmark as fast as a careful hand can on the same
// data: one handler for each, prepared statements, answers appended byte by byte, a roll-up for just
// these questions. It has no API, no history, no audit, no workflow: it is the measure of what the
// program's generality costs.
//
// It has two modes. Bare, it looks up no session and knows no rights. With -rights every request
// carries a session, which is looked up with the roles of its account in one statement, and every
// statement that reads or writes rows says by SQL that they stand below a unit of such a role.
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	_ "github.com/go-sql-driver/mysql" // the servers
	_ "modernc.org/sqlite"             // the file
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run() error {
	database := flag.String("database", "", "sqlite:PATH or mysql://user:password@host:port/name")
	fill := flag.Bool("make", false, "make the floor's tables from the program's in the same database, and end")
	listen := flag.String("listen", "127.0.0.1:8081", "address")
	rights := flag.Bool("rights", false, "look up a session and keep to its rights")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := open(*database)
	if err != nil {
		return err
	}
	if *fill {
		return s.fill(ctx)
	}
	s.rights = *rights
	debug.SetGCPercent(400)
	ended := make(chan struct{})
	go func() { defer close(ended); s.foldEvery(ctx, time.Second) }()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ready", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok")) })
	mux.HandleFunc("GET /q1", s.handle(s.overview))
	mux.HandleFunc("GET /q2", s.handle(s.risks))
	mux.HandleFunc("GET /q3", s.handle(s.department))
	mux.HandleFunc("POST /m1", s.handle(s.record))
	server := &http.Server{Addr: *listen, Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() { <-ctx.Done(); _ = server.Close() }()
	err = server.ListenAndServe()
	<-ended
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// server holds the connections: readers, and what writes, which for a file is one.
type server struct {
	read, write *sql.DB
	lite        bool
	rights      bool
	// prepared are the statements by their text.
	prepared sync.Map
}

func open(database string) (*server, error) {
	if path, ok := strings.CutPrefix(database, "sqlite:"); ok {
		dsn := "file:" + path + "?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=busy_timeout(10000)&_pragma=cache_size(-65536)"
		read, err := sql.Open("sqlite", dsn)
		if err != nil {
			return nil, err
		}
		write, err := sql.Open("sqlite", dsn)
		if err != nil {
			return nil, err
		}
		read.SetMaxIdleConns(8)
		read.SetMaxOpenConns(8)
		write.SetMaxOpenConns(1)
		return &server{read: read, write: write, lite: true}, nil
	}
	rest, ok := strings.CutPrefix(database, "mysql://")
	user, host, at := strings.Cut(rest, "@")
	address, name, slash := strings.Cut(host, "/")
	if !ok || !at || !slash {
		return nil, fmt.Errorf("-database: %q is neither sqlite:PATH nor mysql://user:password@host:port/name", database)
	}
	db, err := sql.Open("mysql", user+"@tcp("+address+")/"+name+"?collation=utf8mb4_bin")
	if err != nil {
		return nil, err
	}
	db.SetMaxIdleConns(32)
	db.SetMaxOpenConns(32)
	return &server{read: db, write: db}, nil
}

// statement is a prepared statement, prepared once for each text.
func (s *server) statement(ctx context.Context, db *sql.DB, text string) (*sql.Stmt, error) {
	if known, ok := s.prepared.Load(text); ok {
		return known.(*sql.Stmt), nil
	}
	made, err := db.PrepareContext(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", text, err)
	}
	known, loaded := s.prepared.LoadOrStore(text, made)
	if loaded {
		_ = made.Close()
	}
	return known.(*sql.Stmt), nil
}

// each asks a statement and hands over its rows.
func (s *server) each(ctx context.Context, text string, args []any, row func(*sql.Rows) error) error {
	statement, err := s.statement(ctx, s.read, text)
	if err != nil {
		return err
	}
	rows, err := statement.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 32<<10); return &b }}

var errNotFound = errors.New("there is no such unit, or it may not be seen")

// handle looks up the session, answers by appending to a buffer, and sends it.
func (s *server) handle(answer func(*http.Request, *scope, []byte) ([]byte, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		who := &scope{}
		if s.rights {
			var err error
			if who, err = s.session(r); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
		}
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		out, err := answer(r, who, (*buffer)[:0])
		if err != nil {
			status := http.StatusInternalServerError
			if errors.Is(err, errNotFound) {
				status = http.StatusNotFound
			}
			http.Error(w, err.Error(), status)
			return
		}
		*buffer = out
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(out)
	}
}
