package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"sineng/scripts/bench/data"
	"sineng/scripts/bench/load"
)

func newSide(name, size string) *side {
	return &side{name: name, size: size, requests: map[string]load.Request{}, statements: map[string]float64{}, results: map[line][]load.Result{}}
}

// ours starts the program of a source on a fresh copy of its register.
func ours(ctx context.Context, name string, e engine, size string, src *source, folder string) (*side, error) {
	k, err := keep(ctx, e, data.Sizes[size], src)
	if err != nil {
		return nil, err
	}
	s := newSide(name, size)
	if s.base, err = k.lend("bench-run-" + name); err != nil {
		return nil, err
	}
	if s.db, err = s.base.open(); err != nil {
		return s, err
	}
	if s.process, err = src.serve(s.base); err != nil {
		return s, err
	}
	p, err := findPlaces(ctx, s.db, "units", "posts", "persons")
	if err != nil {
		return s, err
	}
	s.units = len(p.departments)
	cookie, err := signIn(s.process.address, data.Leader)
	if err != nil {
		return s, err
	}
	for _, q := range queries {
		if s.requests[q], err = graphQL(s.process.address, cookie, folder, q, p); err != nil {
			return s, err
		}
	}
	return s, nil
}

// documentsOf is the folder of the documents for a commit: that of the newest one kept that the
// commit does not come after, else today's.
func documentsOf(commit string) string {
	entries, err := documents.ReadDir("documents")
	if err != nil {
		return "now"
	}
	for _, entry := range entries {
		if entry.Name() != "now" && run("git", "merge-base", "--is-ancestor", commit, entry.Name()) == nil {
			return entry.Name()
		}
	}
	return "now"
}

// floorToken is the session that the floor's tables hold.
const floorToken = "floor-session-of-the-leader"

// floorVersion changes when the floor's tables do.
const floorVersion = "3"

// keepFloor returns the kept database of the floor, made from the program's.
func keepFloor(ctx context.Context, e engine, size, binary string, tree *source) (*kept, error) {
	from, err := keep(ctx, e, data.Sizes[size], tree)
	if err != nil {
		return nil, err
	}
	k := &kept{Engine: e, Size: size, Maker: "floor " + floorVersion + " " + data.Version, Instance: "bench-floor-" + size}
	release, err := lock("make-" + string(e) + "-" + k.Instance)
	if err != nil {
		return nil, err
	}
	defer release()
	for _, known := range allKept() {
		if known.Engine == e && known.Instance == k.Instance && known.Maker == k.Maker {
			return known, nil
		}
	}
	say("making the floor's tables of size %s on %s (once)", size, e)
	b, err := from.lend(k.Instance)
	if err != nil {
		return nil, err
	}
	err = run(binary, "-database", b.url, "-make")
	if err == nil {
		err = dropOthers(ctx, b)
	}
	if err = errors.Join(err, b.stop()); err != nil {
		return nil, err
	}
	return k, k.note()
}

// dropOthers drops the program's tables from the floor's database, which then is as small as it can be.
func dropOthers(ctx context.Context, b *base) error {
	db, err := b.open()
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	list, off, after := "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'f\\_%'", "SET foreign_key_checks = 0", "SELECT 1"
	if b.engine.lite() {
		list, off, after = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'f\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", "PRAGMA foreign_keys = 0", "VACUUM"
	}
	rows, err := c.QueryContext(ctx, list)
	if err != nil {
		return err
	}
	statements := []string{off}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		statements = append(statements, "DROP TABLE `"+name+"`")
	}
	if err := errors.Join(rows.Close(), rows.Err()); err != nil {
		return err
	}
	for _, statement := range append(statements, after) {
		if _, err := c.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

func buildFloor() (binary string, err error) {
	binary = filepath.Join(cache(), "bin", "floor")
	return binary, run("go", "build", "-trimpath", "-o", binary, "./scripts/bench/floor")
}

// floors starts the floor twice on one database, bare and with session and rights, and the peer.
func (p *plan) floors(ctx context.Context, e engine, tree *source) (sides []*side, err error) {
	binary, err := buildFloor()
	if err != nil {
		return nil, err
	}
	k, err := keepFloor(ctx, e, p.sizes[0], binary, tree)
	if err != nil {
		return nil, err
	}
	b, err := k.lend("bench-run-floor")
	if err != nil {
		return nil, err
	}
	db, err := b.open()
	if err != nil {
		return nil, err
	}
	where, err := findPlaces(ctx, db, "f_units", "f_posts", "f_people")
	if err != nil {
		return nil, err
	}
	for _, mode := range [][]string{{"floor"}, {"bare"}} {
		s := newSide(mode[0], p.sizes[0])
		s.base = b
		sides = append(sides, s)
		if s.db, err = b.open(); err != nil {
			return sides, err
		}
		address, err := freePort()
		if err != nil {
			return sides, err
		}
		args := []string{"-database", b.url, "-listen", address}
		if mode[0] == "floor" {
			args = append(args, "-rights")
		}
		if s.process, err = launch(address, "/ready", exec.Command(binary, args...)); err != nil {
			return sides, err
		}
		for _, q := range queries {
			s.requests[q] = plain(address, q, where)
		}
	}
	// The program's document of M1 was made known by recording one.
	if _, err := sides[0].answer("M1", 0); err != nil {
		return sides, err
	}
	if p.beside != "peer" || e.lite() {
		return sides, nil
	}
	peer, err := startPeer(b, p.sizes[0], where)
	if peer != nil {
		sides = append(sides, peer)
	}
	return sides, err
}

// plain makes the requests of a question to the floor.
func plain(address, query string, p *places) load.Request {
	return func(n int) []byte {
		v := p.variables(query, n)
		switch query {
		case "M1":
			body, _ := json.Marshal(v["input"])
			return post(address, "session="+floorToken, "/m1", body)
		case "Q3":
			return fmt.Appendf(nil, "GET /q3?code=%s HTTP/1.1\r\nHost: %s\r\nCookie: session=%s\r\n\r\n", v["code"], address, floorToken)
		}
		return fmt.Appendf(nil, "GET /%s?unit=%s HTTP/1.1\r\nHost: %s\r\nCookie: session=%s\r\n\r\n", strings.ToLower(query), v["unit"], address, floorToken)
	}
}
