package tlog

import (
	"bytes"
	"crypto/subtle"

	"sineng/server/store"
)

// sealMark precedes the seal at the end of an entry's canonical JSON; the seal covers what is
// before it.
var sealMark = []byte(`,"seal":"`)

// Seal appends to the JSON of an entry a seal over its content.
func Seal(s *store.Store, body []byte) []byte {
	if !s.Seals() {
		return body
	}
	mac := s.Seal(body) // computed first, since the append below may overwrite the end of body
	out := append(bytes.TrimSuffix(body, []byte("}")), sealMark...)
	return append(out, mac+`"}`...)
}

// Sealed reports whether the program wrote a body. Without a key it reports true.
func Sealed(s *store.Store, body []byte) bool {
	if !s.Seals() {
		return true
	}
	i := bytes.LastIndex(body, sealMark)
	return i >= 0 && subtle.ConstantTimeCompare(Seal(s, append(bytes.Clone(body[:i]), '}')), body) == 1
}
