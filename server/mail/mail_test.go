package mail_test

import (
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"sineng/server/mail"
)

// inbox is a mail server that keeps what it is given.
type inbox struct {
	mu    sync.Mutex
	mails []string
}

func (b *inbox) NewSession(*smtp.Conn) (smtp.Session, error) { return &delivery{inbox: b}, nil }

type delivery struct {
	inbox    *inbox
	from, to string
}

func (d *delivery) Mail(from string, _ *smtp.MailOptions) error { d.from = from; return nil }
func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	if strings.HasPrefix(to, "nobody@") {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"}
	}
	d.to = to
	return nil
}
func (d *delivery) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	d.inbox.mu.Lock()
	defer d.inbox.mu.Unlock()
	d.inbox.mails = append(d.inbox.mails, d.from+" "+d.to+"\n"+string(text))
	return err
}
func (d *delivery) Reset()        {}
func (d *delivery) Logout() error { return nil }

func TestAMailReachesTheServerOrSaysWhyNot(t *testing.T) {
	box := &inbox{}
	server := smtp.NewServer(box)
	server.Domain, server.ReadTimeout, server.WriteTimeout = "localhost", 5*time.Second, 5*time.Second
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	s, err := mail.New("smtp://"+listener.Addr().String(), "sineng@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "inspector@example.org", "检查点", "sineng/x\n12\n"); err != nil {
		t.Fatal(err)
	}
	box.mu.Lock()
	defer box.mu.Unlock()
	if len(box.mails) != 1 || !strings.HasPrefix(box.mails[0], "sineng@example.org inspector@example.org\n") || !strings.Contains(box.mails[0], "sineng/x") {
		t.Errorf("the server got %q", box.mails)
	}
}

func TestARefusedMailIsAnError(t *testing.T) {
	box := &inbox{}
	server := smtp.NewServer(box)
	server.Domain = "localhost"
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	s, err := mail.New("smtp://"+listener.Addr().String(), "sineng@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "nobody@example.org", "x", "x"); err == nil || !strings.Contains(err.Error(), "550") {
		t.Errorf("a refused mail: %v", err)
	}
	// A header cannot be slipped in through the subject.
	if err := s.Send(t.Context(), "inspector@example.org", "x\r\nBcc: spy@example.org", "x"); err == nil {
		if len(box.mails) != 1 || strings.Contains(box.mails[0], "\nBcc:") {
			t.Errorf("the server got %q", box.mails)
		}
	}
}

func TestSettingsThatAreNoMailServer(t *testing.T) {
	for _, c := range [][2]string{{"", "a@b.org"}, {"http://x", "a@b.org"}, {"smtp://", "a@b.org"}, {"smtp://x:y", "a@b.org"}, {"smtp://x:25", "nobody"}, {"smtp://x:25", ""}} {
		if _, err := mail.New(c[0], c[1]); err == nil {
			t.Errorf("%q from %q was taken", c[0], c[1])
		}
	}
}
