package guard

import (
	"container/list"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// Bounds of the documents that callers register by their hash.
const (
	mostRegistered  = 500
	registeredBytes = 1 << 20 // of text; parsed it takes about twenty times as much memory
	longestToKeep   = 8 << 10 // bytes of one document
)

// document is a parsed and validated document.
type document struct {
	hash    string // SHA-256 of the text in hexadecimal
	text    string
	parsed  *ast.QueryDocument
	trusted bool
}

// shelf keeps the documents that signed-in callers registered, and discards
// the least recently used one when full.
type shelf struct {
	mu     sync.Mutex
	byHash map[string]*list.Element
	used   *list.List // of *document, most recently used first
	bytes  int
}

func newShelf() *shelf { return &shelf{byHash: map[string]*list.Element{}, used: list.New()} }

func (s *shelf) find(hash string) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.byHash[hash]
	if e == nil {
		return nil
	}
	s.used.MoveToFront(e)
	return e.Value.(*document)
}

// keep registers a document unless it is too long.
func (s *shelf) keep(d *document) {
	if len(d.text) > longestToKeep {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byHash[d.hash] != nil {
		return
	}
	s.byHash[d.hash] = s.used.PushFront(d)
	s.bytes += len(d.text)
	for s.used.Len() > mostRegistered || s.bytes > registeredBytes {
		oldest := s.used.Back()
		gone := s.used.Remove(oldest).(*document)
		delete(s.byHash, gone.hash)
		s.bytes -= len(gone.text)
	}
}
