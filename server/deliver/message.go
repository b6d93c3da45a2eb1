package deliver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// message is what a delivery says; as JSON it is the body of a webhook.
type message struct {
	// ID is the same however often the message is sent.
	ID string `json:"id"`
	// Kind is NOTICE, DIGEST or TEST.
	Kind    string        `json:"kind"`
	At      time.Time     `json:"at"`
	Notices []messageLine `json:"notices"`
	// More is how many further notices a digest does not list.
	More int `json:"more,omitempty"`
}

// messageLine is a notice in both languages.
type messageLine struct {
	Kind  term.NoticeKind   `json:"kind"`
	Title map[string]string `json:"title"`
	Text  map[string]string `json:"text"`
	URL   string            `json:"url"`
	At    time.Time         `json:"at"`
}

// What the keys of tests and digests begin with.
const (
	testKey   = "TEST:"
	digestKey = "DIGEST:"
)

// message puts together what a delivery says at this moment.
func (s *Service) message(ctx context.Context, d *ent.NoticeDelivery) (*message, error) {
	_, key, _ := strings.Cut(d.Key, ":")
	m := &message{ID: s.nameOf(d), Kind: "NOTICE", At: d.MadeAt, Notices: []messageLine{}}
	switch {
	case strings.HasPrefix(key, testKey):
		m.Kind = "TEST"
	case d.Edges.Notice != nil:
		m.Notices = append(m.Notices, s.line(d.Edges.Notice))
	default:
		m.Kind = "DIGEST"
		rows, more, err := s.inDigest(ctx, d)
		if err != nil {
			return nil, err
		}
		for _, n := range rows {
			m.Notices = append(m.Notices, s.line(n))
		}
		m.More = more
		if len(rows) == 0 {
			return nil, errEmpty
		}
	}
	return m, nil
}

// nameOf is the name of a delivery: no two of this program or of another have the same.
func (s *Service) nameOf(d *ent.NoticeDelivery) string {
	sum := sha256.Sum256([]byte(s.options.Base + "\n" + d.Key + "\n" + d.MadeAt.UTC().Format(time.RFC3339Nano)))
	return hex.EncodeToString(sum[:16])
}

func (s *Service) line(n *ent.Notice) messageLine {
	return messageLine{Kind: n.Kind, Title: map[string]string{"zh": s.registry.Title(n, "zh"), "en": s.registry.Title(n, "en")},
		Text: map[string]string{"zh": s.registry.Text(n, "zh"), "en": s.registry.Text(n, "en")}, URL: s.options.Base + s.registry.Path(n), At: n.At}
}
