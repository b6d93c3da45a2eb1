package tlog

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"

	sumdb "golang.org/x/mod/sumdb/tlog"
)

// webhook gets checkpoints by a signed POST and returns no signatures.
type webhook struct {
	url    string
	secret string
	client *http.Client
}

// SignatureHeader carries the HMAC-SHA256 of a webhook's body under its secret, in hex.
const SignatureHeader = "Sineng-Signature"

// WebhookSignature is the value of the header for a body.
func WebhookSignature(secret string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

func (w webhook) Name() string { return w.url }

func (w webhook) Take(ctx context.Context, c *Checkpoint, _ int64, _ func(int64) (sumdb.TreeProof, error)) (string, error) {
	body, err := json.Marshal(map[string]any{"origin": c.Origin, "size": c.Size, "rootHash": c.RootHash(), "note": c.Note})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set(SignatureHeader, WebhookSignature(w.secret, body))
	answer, err := w.client.Do(request)
	if err != nil {
		return "", err
	}
	_ = answer.Body.Close()
	if answer.StatusCode/100 != 2 {
		return "", fmt.Errorf("the address answered %s", answer.Status)
	}
	return "", nil
}

// mailbox gets checkpoints by mail.
type mailbox struct {
	address string
	send    Mailer
}

// Mailer sends a mail.
type Mailer func(ctx context.Context, to, subject, text string) error

func (m mailbox) Name() string { return "mailto:" + m.address }

func (m mailbox) Take(ctx context.Context, c *Checkpoint, _ int64, _ func(int64) (sumdb.TreeProof, error)) (string, error) {
	return "", m.send(ctx, m.address, fmt.Sprintf("审计日志检查点 / Checkpoint of the audit log: %d", c.Size), c.Note)
}
