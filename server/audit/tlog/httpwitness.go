package tlog

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

// httpWitness is a witness by the protocol of C2SP tlog-witness, such as another server of
// this program.
type httpWitness struct {
	url    string
	client *http.Client
}

func (w httpWitness) Name() string { return w.url }

func (w httpWitness) Take(ctx context.Context, c *Checkpoint, old int64, prove func(int64) (sumdb.TreeProof, error)) (string, error) {
	signatures, known, err := w.post(ctx, c, old, prove)
	if known >= 0 && known != old {
		// It has seen another size than the one remembered here.
		signatures, _, err = w.post(ctx, c, known, prove)
	}
	return signatures, err
}

// post sends one request. When it fails because the witness has seen another size, known is
// that size, else -1.
func (w httpWitness) post(ctx context.Context, c *Checkpoint, old int64, prove func(int64) (sumdb.TreeProof, error)) (signatures string, known int64, err error) {
	if old > c.Size {
		return "", -1, fmt.Errorf("the witness has seen %d entries, the log has %d", old, c.Size)
	}
	proof, err := prove(old)
	if err != nil {
		return "", -1, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url+"/add-checkpoint", strings.NewReader(witnessRequest(old, proof, c.Note)))
	if err != nil {
		return "", -1, err
	}
	answer, err := w.client.Do(request)
	if err != nil {
		return "", -1, err
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 64<<10))
	if err != nil {
		return "", -1, err
	}
	switch answer.StatusCode {
	case http.StatusOK:
		signatures, err := signatureLines(string(text))
		return signatures, -1, err
	case http.StatusConflict:
		if known, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil {
			return "", known, fmt.Errorf("the witness has seen %d entries", known)
		}
	}
	return "", -1, fmt.Errorf("the witness answered %s", answer.Status)
}

func witnessRequest(old int64, proof sumdb.TreeProof, note string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "old %d\n", old)
	for _, h := range proof {
		b.WriteString(h.String() + "\n")
	}
	b.WriteString("\n" + note)
	return b.String()
}
