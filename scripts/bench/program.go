package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"sineng/scripts/bench/data"
)

// source is a state of the program: the working tree, or a commit.
type source struct {
	// commit is empty for the working tree.
	commit string
	// binary is the built program.
	binary string
	// tags are build tags beside the usual ones.
	tags string
}

// build builds the program of a source into the cache.
func build(commit, tags string) (*source, error) {
	s := &source{commit: commit, tags: tags}
	folder := "."
	name := "tree"
	if commit != "" {
		full, err := exec.Command("git", "rev-parse", "--verify", commit+"^{commit}").Output()
		if err != nil {
			return nil, fmt.Errorf("there is no commit %s", commit)
		}
		name = strings.TrimSpace(string(full))[:12]
	} else if here, err := filepath.Abs("."); err == nil {
		name += "-" + short([]byte(here))
	}
	if tags != "" {
		name += "-" + tags
	}
	s.binary = filepath.Join(cache(), "bin", name)
	if err := os.MkdirAll(filepath.Dir(s.binary), 0o700); err != nil {
		return nil, err
	}
	if commit != "" {
		if _, err := os.Stat(s.binary); err == nil {
			return s, nil
		}
		folder = filepath.Join(cache(), "tree-"+name)
		_ = run("git", "worktree", "remove", "--force", folder)
		if err := run("git", "worktree", "add", "--quiet", "--detach", folder, commit); err != nil {
			return nil, err
		}
		defer func() { _ = run("git", "worktree", "remove", "--force", folder) }()
	}
	say("building %s", name)
	c := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-tags", tags, "-o", s.binary, "./server")
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return s, nil
}

// migrations are the names and hashes of a source's migrations, in order.
func (s *source) migrations(e engine) ([]string, error) {
	path := "ent/migrate/mysql/atlas.sum"
	if e.lite() {
		path = "ent/migrate/sqlite/atlas.sum"
	}
	text, err := os.ReadFile(path)
	if s.commit != "" {
		text, err = exec.Command("git", "show", s.commit+":"+path).Output()
	}
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[1:], nil // the first is the sum of the others
}

func short(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:4])
}

// flags are the program's settings on a database. Limits are on but out of reach: one account asks
// more here than thousands.
func (s *source) flags(b *base) []string {
	dir := home(b.engine, b.instance)
	return []string{"--database", b.url, "--keys", filepath.Join(dir, "keys"), "--log-dir", filepath.Join(dir, "log"), "--files", filepath.Join(dir, "files")}
}

// command runs one command of the program on a database.
func (s *source) command(b *base, stdin string, args ...string) error {
	c := exec.Command(s.binary, append(args, s.flags(b)...)...)
	c.Stdin = strings.NewReader(stdin)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}

// process is a server that was started.
type process struct {
	cmd     *exec.Cmd
	address string
	log     *bytes.Buffer
	ended   chan error
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

// launch starts a server that listens on the address and waits until the path answers 200.
func launch(address, ready string, c *exec.Cmd) (*process, error) {
	p := &process{cmd: c, address: address, log: &bytes.Buffer{}, ended: make(chan error, 1)}
	c.Stdout, c.Stderr = p.log, p.log
	if err := c.Start(); err != nil {
		return nil, err
	}
	go func() { p.ended <- c.Wait() }()
	for deadline := time.Now().Add(30 * time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-p.ended:
			return nil, fmt.Errorf("%s ended at once: %w\n%s", c.Path, err, p.log.String())
		default:
		}
		answer, err := http.Get("http://" + address + ready)
		if err != nil {
			continue
		}
		_ = answer.Body.Close()
		if answer.StatusCode == http.StatusOK {
			return p, nil
		}
	}
	p.stop()
	return nil, fmt.Errorf("%s is not ready\n%s", c.Path, p.log.String())
}

// stop ends a server in an orderly way.
func (p *process) stop() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.ended:
	case <-time.After(60 * time.Second):
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
}

// serve starts the program on a database.
func (s *source) serve(b *base) (*process, error) {
	address, err := freePort()
	if err != nil {
		return nil, err
	}
	args := append([]string{"serve", "--listen", address, "--log-level", "warn", "--rate-account", "100000000", "--rate-address", "100000000"}, s.flags(b)...)
	return launch(address, "/readyz", exec.Command(s.binary, args...))
}

// settle waits until a started program has done what it does in the background after a start:
// folded what is to fold, given the log's entries their places, and built the index of texts where it
// has one.
func settle(ctx context.Context, b *base) error {
	db, err := b.open()
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	for deadline := time.Now().Add(30 * time.Minute); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		left := 0
		for _, table := range []string{"audit_inbox", "risk_count_delta"} {
			var n int
			if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+table).Scan(&n); err != nil {
				return err
			}
			left += n
		}
		unbuilt := 0
		if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM search_progresses WHERE NOT built").Scan(&unbuilt); err == nil { // older versions have no such table
			left += unbuilt
		}
		if left == 0 {
			return nil
		}
	}
	return errors.New("the program does not come to rest")
}

// signIn opens a session of the leader and returns its cookie.
func signIn(address, login string) (string, error) {
	body, _ := json.Marshal(map[string]any{"query": `mutation($l:String!,$p:String!){signIn(input:{loginName:$l,password:$p}){viewer{account{loginName}}}}`,
		"variables": map[string]string{"l": login, "p": data.Password}})
	answer, err := http.Post("http://"+address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	defer func() { _ = answer.Body.Close() }()
	cookies := answer.Cookies()
	if len(cookies) == 0 {
		var text bytes.Buffer
		_, _ = text.ReadFrom(answer.Body)
		return "", fmt.Errorf("%s is not let in: %s", login, text.String())
	}
	return cookies[0].Name + "=" + cookies[0].Value, nil
}
