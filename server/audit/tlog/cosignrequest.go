package tlog

import (
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"
)

// witnessRequested is a request of C2SP tlog-witness.
type witnessRequested struct {
	old   int64 // size of the checkpoint that the proof begins from
	proof sumdb.TreeProof
	note  string
}

// mostProof is the greatest number of hashes in a proof; a log of 2^63 entries needs no more.
const mostProof = 63

func parseWitnessRequest(request string) (witnessRequested, error) {
	head, text, ok := strings.Cut(request, "\n\n")
	lines := strings.Split(head, "\n")
	size, named := strings.CutPrefix(lines[0], "old ")
	old, err := strconv.ParseInt(size, 10, 64)
	if !ok || !named || err != nil || old < 0 || strconv.FormatInt(old, 10) != size || len(lines)-1 > mostProof {
		return witnessRequested{}, ErrBadRequest
	}
	r := witnessRequested{old: old, note: text}
	for _, line := range lines[1:] {
		h, err := sumdb.ParseHash(line)
		if err != nil {
			return witnessRequested{}, ErrBadRequest
		}
		r.proof = append(r.proof, h)
	}
	return r, nil
}

// mostTried is the greatest number of signatures by a log's keys that are verified; a log signs
// with each key once.
const mostTried = 16

// openByAny verifies that one of the keys signed a note. It ignores all other signatures, however
// many there are. It returns the signed text, and the note with the one signature.
func openByAny(text string, keys []note.Verifier) (body, signed string, ok bool) {
	body = bodyOf(text)
	tried := 0
	for line := range strings.Lines(strings.TrimPrefix(text[len(body):], "\n")) {
		for _, key := range keys {
			if !signedBy(line, key) || tried == mostTried {
				continue
			}
			tried++
			signed = body + "\n" + line
			if _, err := note.Open([]byte(signed), note.VerifierList(key)); err == nil {
				return body, signed, true
			}
		}
	}
	return "", "", false
}

// bodyOf is the text that the signatures of a note sign, empty without any.
func bodyOf(note string) string { return note[:strings.LastIndex(note, "\n\n")+1] }
