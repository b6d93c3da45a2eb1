package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// peerFiles are the peer: a GraphQL server on Node with its versions pinned.
//
//go:embed peer/package.json peer/package-lock.json peer/server.mjs
var peerFiles embed.FS

// startPeer installs the peer, once for each state of its files, and starts it on the floor's tables.
func startPeer(b *base, size string, where *places) (*side, error) {
	s := newSide("peer", size)
	s.base = b
	sum := ""
	err := fs.WalkDir(peerFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := peerFiles.ReadFile(path)
			sum += short(text)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(cache(), "peer-"+short([]byte(sum)))
	if _, err := os.Stat(filepath.Join(folder, "installed")); err != nil {
		say("installing the peer's packages (once)")
		inner, err := fs.Sub(peerFiles, "peer")
		if err != nil {
			return nil, err
		}
		if err := os.RemoveAll(folder); err != nil {
			return nil, err
		}
		if err := os.CopyFS(folder, inner); err != nil {
			return nil, err
		}
		if err := run("npm", "--prefix", folder, "ci", "--no-audit", "--no-fund"); err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(folder, "installed"), nil, 0o600); err != nil {
			return nil, err
		}
	}
	if s.db, err = b.open(); err != nil {
		return s, err
	}
	address, err := freePort()
	if err != nil {
		return s, err
	}
	_, port, _ := strings.Cut(address, ":")
	c := exec.Command("node", filepath.Join(folder, "server.mjs"), b.url, port)
	c.Env = append(os.Environ(), "NODE_ENV=production")
	if s.process, err = launch(address, "/graphql?query=%7B__typename%7D", c); err != nil {
		return s, err
	}
	for _, q := range queries {
		text, err := documents.ReadFile("documents/now/" + strings.ToLower(q) + ".graphql")
		if err != nil {
			return s, err
		}
		s.requests[q] = whole(address, q, string(text), where)
	}
	return s, nil
}

// whole makes requests that send their document each time, which the peer keeps parsed.
func whole(address, query, document string, p *places) func(n int) []byte {
	return func(n int) []byte {
		body := encode(map[string]any{"query": document, "variables": p.variables(query, n)})
		return post(address, "none=none", "/graphql", body)
	}
}

// ratioOf says how two throughputs stand to one another.
func ratioOf(a, b float64) string {
	if b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", a/b)
}
