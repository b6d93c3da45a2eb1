package audit

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"sineng/ent"
	"sineng/ent/auditwitness"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Witness is somebody outside who remembers checkpoints, so that a log that was rewritten
// or shown to others in another form is found even where all of this server is not to be
// trusted.
type Witness interface {
	// Name tells witnesses apart.
	Name() string
	// Take hands over a checkpoint with the proof that it continues the one of the old size,
	// and returns the witness's signatures, where it gives any.
	Take(ctx context.Context, c *Checkpoint, old int64, prove func(old int64) (tlog.TreeProof, error)) (string, error)
}

// witnessTime is how long one witness may take.
const witnessTime = 20 * time.Second

// Tell hands a checkpoint to every witness that has not seen it yet, one after the other.
func (l *Log) Tell(ctx context.Context, c *Checkpoint) {
	for _, w := range l.witnesses {
		if err := l.tellOne(viewer.System(ctx), w, c); err != nil && ctx.Err() == nil {
			l.log.WarnContext(ctx, "telling a witness", "witness", w.Name(), "error", err)
		}
	}
}

// tell is Tell in the background. A witness that does
// not answer is tried again at the next interval.
func (l *Log) tell(ctx context.Context, c *Checkpoint) {
	if !l.telling.TryLock() {
		return
	}
	l.background.Go(func() {
		defer l.telling.Unlock()
		l.Tell(ctx, c)
	})
}

func (l *Log) tellOne(ctx context.Context, w Witness, c *Checkpoint) error {
	known, err := l.store.Client.AuditWitness.Query().Where(auditwitness.Name(w.Name())).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return err
	}
	old := int64(0)
	if known != nil {
		if old = known.Size; old >= c.Size && known.Failure == "" {
			return nil
		}
	}
	limited, cancel := context.WithTimeout(ctx, witnessTime)
	defer cancel()
	signatures, failed := w.Take(limited, c, old, func(old int64) (tlog.TreeProof, error) {
		if old == 0 || old == c.Size {
			return nil, nil
		}
		return tlog.ProveTree(c.Size, old, reader(ctx, l.store.Client))
	})
	return errors.Join(failed, store.WithTx(ctx, l.store, func(ctx context.Context, tx *ent.Tx) error {
		now := l.store.Now()
		if known == nil {
			create := tx.AuditWitness.Create().SetName(w.Name()).SetAt(now)
			if failed != nil {
				return create.SetFailure(cut(failed.Error())).Exec(ctx)
			}
			return create.SetSize(c.Size).SetNote(c.Note + signatures).Exec(ctx)
		}
		update := tx.AuditWitness.UpdateOneID(known.ID).SetAt(now)
		if failed != nil {
			return update.SetFailure(cut(failed.Error())).Exec(ctx)
		}
		return update.SetFailure("").SetSize(c.Size).SetNote(c.Note + signatures).Exec(ctx)
	}))
}

// cut shortens a failure to what its column holds.
func cut(s string) string {
	if r := []rune(s); len(r) > 500 {
		return string(r[:500])
	}
	return s
}

// httpWitness is a witness by the protocol of C2SP tlog-witness: another server of this
// program, or anybody else's.
type httpWitness struct {
	url    string
	client *http.Client
}

func (w httpWitness) Name() string { return w.url }

func (w httpWitness) Take(ctx context.Context, c *Checkpoint, old int64, prove func(int64) (tlog.TreeProof, error)) (string, error) {
	signatures, known, err := w.post(ctx, c, old, prove)
	if known >= 0 && known != old {
		// It has seen more, or less, than is remembered here.
		signatures, _, err = w.post(ctx, c, known, prove)
	}
	return signatures, err
}

// post asks once; known is the size that the witness has seen when that is the trouble, and
// else -1.
func (w httpWitness) post(ctx context.Context, c *Checkpoint, old int64, prove func(int64) (tlog.TreeProof, error)) (signatures string, known int64, err error) {
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
		return string(text), -1, nil
	case http.StatusConflict:
		if known, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil {
			return "", known, fmt.Errorf("the witness has seen %d entries", known)
		}
	}
	return "", -1, fmt.Errorf("the witness answered %s", answer.Status)
}

func witnessRequest(old int64, proof tlog.TreeProof, note string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "old %d\n", old)
	for _, h := range proof {
		b.WriteString(h.String() + "\n")
	}
	b.WriteString("\n" + note)
	return b.String()
}

// webhook is told of checkpoints by a signed POST and only remembers.
type webhook struct {
	url    string
	secret string
	client *http.Client
}

// SignatureHeader carries the HMAC-SHA256 of a webhook's body under its secret, in hex.
const SignatureHeader = "Sineng-Signature"

// WebhookSignature is what the header says of a body, for whoever checks it.
func WebhookSignature(secret string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

func (w webhook) Name() string { return w.url }

func (w webhook) Take(ctx context.Context, c *Checkpoint, _ int64, _ func(int64) (tlog.TreeProof, error)) (string, error) {
	body, err := encode(map[string]any{"origin": c.Origin, "size": c.Size, "rootHash": c.RootHash(), "note": c.Note})
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

// mailbox is told of checkpoints by mail.
type mailbox struct {
	address string
	send    Mailer
}

// Mailer sends a mail.
type Mailer func(ctx context.Context, to, subject, text string) error

func (m mailbox) Name() string { return "mailto:" + m.address }

func (m mailbox) Take(ctx context.Context, c *Checkpoint, _ int64, _ func(int64) (tlog.TreeProof, error)) (string, error) {
	return "", m.send(ctx, m.address, fmt.Sprintf("审计日志检查点 / Checkpoint of the audit log: %d", c.Size), c.Note)
}

// ParseWitness reads a setting: witness+https://… for a witness that signs, https://… for a
// webhook, mailto:… for a mail address.
func ParseWitness(setting, secret string, send Mailer) (Witness, error) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	address, signs := strings.CutPrefix(setting, "witness+")
	u, err := url.Parse(address)
	switch {
	case err != nil:
	case !signs && u.Scheme == "mailto" && strings.Contains(u.Opaque, "@"):
		if send == nil {
			return nil, fmt.Errorf("--witness %s: mail needs --smtp and --mail-from", setting)
		}
		return mailbox{u.Opaque, send}, nil
	case u.Scheme != "http" && u.Scheme != "https", u.Host == "":
	case signs:
		return httpWitness{strings.TrimRight(address, "/"), client}, nil
	case secret == "":
		return nil, fmt.Errorf("--witness %s: a webhook needs --webhook-secret", setting)
	default:
		return webhook{address, secret, client}, nil
	}
	return nil, fmt.Errorf("--witness: expected witness+https://…, https://… or mailto:…, not %q", setting)
}
