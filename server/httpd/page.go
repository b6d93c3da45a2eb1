package httpd

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"sineng/frontend"
	"sineng/graph/schema"
	"sineng/server/fault"
)

// Page serves the built admin page from memory: its assets below
// /assets/DIGEST/ with unlimited caching, and index.html for every other path,
// since the page does its own routing.
type Page struct {
	index  string
	prefix string
	assets map[string]asset
}

type asset struct {
	plain, packed []byte
	kind          string
}

// NewPage reads and compresses the built page once.
func NewPage(dist fs.FS) (*Page, error) {
	p := &Page{assets: map[string]asset{}}
	digest := sha256.New()
	err := fs.WalkDir(dist, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(dist, name)
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintf(digest, "%s %d\n", name, len(text))
		_, _ = digest.Write(text)
		switch name {
		case "index.html":
			p.index = string(text)
			return nil
		case frontend.Manifest:
			// For the server only.
			return nil
		}
		a := asset{plain: text, kind: mime.TypeByExtension(path.Ext(name))}
		if a.packed, err = pack(text); err != nil {
			return err
		}
		p.assets[strings.TrimPrefix(name, "assets/")] = a
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the admin page: %w", err)
	}
	if p.index == "" {
		return nil, fmt.Errorf("the admin page has no index.html; build it with npm run build in frontend")
	}
	p.prefix = "/assets/" + hex.EncodeToString(digest.Sum(nil))[:16] + "/"
	p.index = strings.ReplaceAll(p.index, "./assets/", p.prefix)
	return p, nil
}

func pack(text []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	// Close writes the last block: the data is complete only afterwards.
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ServeHTTP serves the page.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, r, fault.Bad("", "BAD_METHOD", "此地址只接受 GET", "Only GET is accepted here"))
		return
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, "/assets/"); ok {
		p.serveAsset(w, r, rest)
		return
	}
	nonce := rand.Text()
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'nonce-"+nonce+"'; style-src 'self' 'nonce-"+nonce+
		"'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	_, _ = w.Write([]byte(strings.ReplaceAll(p.index, "__CSP_NONCE__", nonce)))
}

// serveAsset serves a file of the page. A file of another build is not found,
// so that a page left open during an update reloads instead of mixing the two.
func (p *Page) serveAsset(w http.ResponseWriter, r *http.Request, rest string) {
	name, ok := strings.CutPrefix("/assets/"+rest, p.prefix)
	a, known := p.assets[name]
	if !ok || !known {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") && len(a.packed) < len(a.plain) {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(a.packed)
		return
	}
	_, _ = w.Write(a.plain)
}

func serveSDL(w http.ResponseWriter, _ *http.Request) {
	sdl, err := schema.SDL()
	if err != nil {
		http.Error(w, "the schema cannot be read", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(sdl))
}
