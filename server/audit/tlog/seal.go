package tlog

import (
	"bytes"
	"crypto/subtle"

	"sineng/server/store"
)

// sealMark stands before the seal, which ends the canonical JSON of an entry: what comes
// before is what is sealed.
var sealMark = []byte(`,"seal":"`)

// Seal ends the JSON of an entry with the seal of what is in it.
func Seal(s *store.Store, body []byte) []byte {
	if !s.Seals() {
		return body
	}
	mac := s.Seal(body) // before the appending below may write over the end of body
	out := append(bytes.TrimSuffix(body, []byte("}")), sealMark...)
	return append(out, mac+`"}`...)
}

// Sealed reports whether the program wrote a body. Without a key nothing can be told.
func Sealed(s *store.Store, body []byte) bool {
	if !s.Seals() {
		return true
	}
	i := bytes.LastIndex(body, sealMark)
	return i >= 0 && subtle.ConstantTimeCompare(Seal(s, append(bytes.Clone(body[:i]), '}')), body) == 1
}
