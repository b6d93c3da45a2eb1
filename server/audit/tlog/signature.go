package tlog

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// mostSignatures is the greatest number of signature lines taken from one witness. Readers of
// notes refuse more than a hundred in all.
const mostSignatures = 16

// keyHash is the key that a signature line of a note names.
func keyHash(line string) (name string, hash uint32, ok bool) {
	rest, marked := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "— ")
	name, code, found := strings.Cut(rest, " ")
	raw, err := base64.StdEncoding.DecodeString(code)
	if !marked || !found || name == "" || err != nil || len(raw) < 5 {
		return "", 0, false
	}
	return name, binary.BigEndian.Uint32(raw), true
}

func signedBy(line string, key note.Verifier) bool {
	name, hash, ok := keyHash(line)
	return ok && name == key.Name() && hash == key.KeyHash()
}

// signatureLines checks that a witness answered with signature lines and nothing else, and with
// no more than are kept.
func signatureLines(answer string) (string, error) {
	n := 0
	for line := range strings.Lines(answer) {
		if _, _, ok := keyHash(line); !ok || !strings.HasSuffix(line, "\n") {
			return "", fmt.Errorf("line %d of the witness's answer is no signature", n+1)
		}
		n++
	}
	if n == 0 || n > mostSignatures {
		return "", fmt.Errorf("the witness answered with %d signatures, expected 1 to %d", n, mostSignatures)
	}
	return answer, nil
}
