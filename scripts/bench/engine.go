package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	_ "github.com/go-sql-driver/mysql" // the servers
	_ "modernc.org/sqlite"             // the file
)

// engine is a kind of database: mariadb, mysql or sqlite.
type engine string

func (e engine) lite() bool { return e == "sqlite" }

// options are the settings of a database server that is measured: like those of the tests, with
// memory for a large register.
const options = `innodb_buffer_pool_size=3G
max_connections=300
innodb_buffer_pool_dump_at_shutdown=OFF
innodb_buffer_pool_load_at_startup=OFF
`

// base is a database by itself: a server of its own, or a file.
type base struct {
	engine   engine
	instance string
	// url is what the program takes as --database.
	url string
	// pid is the database server's process, 0 for a file.
	pid int
}

// home is the folder of what belongs to a database: the program's keys, log and files, and a file
// that is one.
func home(e engine, instance string) string {
	return filepath.Join(cache(), "state", string(e)+"-"+instance)
}

// cache is where databases, programs and copies are kept from run to run.
func cache() string {
	root := os.Getenv("SINENG_CACHE")
	if root == "" {
		folder, err := os.UserCacheDir()
		if err != nil {
			folder = "/var/tmp"
		}
		root = filepath.Join(folder, "sineng")
	}
	return filepath.Join(root, "bench")
}

// start starts the database of an instance.
func (e engine) start(instance string) (*base, error) {
	b := &base{engine: e, instance: instance}
	if err := os.MkdirAll(home(e, instance), 0o700); err != nil {
		return nil, err
	}
	if e.lite() {
		b.url = "sqlite:" + filepath.Join(home(e, instance), "sineng.db")
		return b, nil
	}
	address, err := servers(instance, "start", string(e))
	if err != nil {
		return nil, err
	}
	b.url = address + "sineng"
	pid, err := servers(instance, "pid", string(e))
	if err != nil {
		return nil, err
	}
	if b.pid, err = strconv.Atoi(pid); err != nil {
		return nil, err
	}
	prefer(b.pid)
	db, err := sql.Open("mysql", dsn(address))
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	_, err = db.Exec("CREATE DATABASE IF NOT EXISTS sineng CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
	return b, err
}

// stop stops it; the data stay.
func (b *base) stop() error {
	if b.engine.lite() {
		return nil
	}
	_, err := servers(b.instance, "stop", string(b.engine))
	return err
}

// open connects to a started database.
func (b *base) open() (*sql.DB, error) {
	if path, ok := strings.CutPrefix(b.url, "sqlite:"); ok {
		return sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)&_pragma=busy_timeout(60000)")
	}
	return sql.Open("mysql", dsn(b.url))
}

// dsn is an address as the driver takes it.
func dsn(url string) string {
	rest := strings.TrimPrefix(url, "mysql://")
	user, host, _ := strings.Cut(rest, "@")
	address, name, _ := strings.Cut(host, "/")
	return user + "@tcp(" + address + ")/" + name + "?multiStatements=true&maxAllowedPacket=0"
}

// copyTo makes another instance the same as a stopped one.
func (e engine) copyTo(from, to string) error {
	if err := os.RemoveAll(home(e, to)); err != nil {
		return err
	}
	if err := run("cp", "-a", home(e, from), home(e, to)); err != nil || e.lite() {
		return err
	}
	_, err := servers("", "copy", string(e), from, to)
	return err
}

// remove deletes a stopped instance.
func (e engine) remove(instance string) error {
	err := os.RemoveAll(home(e, instance))
	if !e.lite() {
		_, failed := servers("", "remove", string(e), instance)
		err = errors.Join(err, failed)
	}
	return err
}

// servers calls scripts/mysql for an instance.
func servers(instance string, args ...string) (string, error) {
	c := exec.Command("scripts/mysql", args...)
	c.Env = append(os.Environ(), "SINENG_INSTANCE="+instance, "SINENG_SERVER_OPTIONS="+options)
	var complaint strings.Builder
	c.Stderr = &complaint
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("scripts/mysql %s: %w\n%s", strings.Join(args, " "), err, complaint.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// run runs a command and gives what it said where it failed.
func run(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// questions is how many statements a database server has answered; statements sent by this
// function included.
func (b *base) questions(ctx context.Context, db *sql.DB) (int64, error) {
	var name string
	var n int64
	err := db.QueryRowContext(ctx, "SHOW GLOBAL STATUS LIKE 'Questions'").Scan(&name, &n)
	return n, err
}

// prefer gives the session of a process the niceness of this one. Where the kernel shares the machine
// by session, niceness alone counts only within one. The session is as before after restore.
func prefer(pid int) (restore func()) {
	file := fmt.Sprintf("/proc/%d/autogroup", pid)
	raw, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if nice := 20 - raw; err != nil || nice >= 0 || os.WriteFile(file, []byte(strconv.Itoa(nice)), 0) != nil {
		return func() {}
	}
	return func() { _ = os.WriteFile(file, []byte("0"), 0) }
}
