package mail_test

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
	gomail "github.com/wneessen/go-mail"

	"sineng/server/mail"
)

// inbox is a mail server that keeps the mails it receives.
type inbox struct {
	mu    sync.Mutex
	mails []string
	// ways are how the mails came: "tls" when encrypted, and who signed in.
	ways []string
	// passwords are those that were sent, right or wrong.
	passwords []string
}

// serve makes the mail server listen on a port until the test ends; with a
// certificate it offers STARTTLS, or TLS from the start.
func (b *inbox) serve(t *testing.T, c *tls.Config, fromTheStart bool) (address string) {
	t.Helper()
	server := smtp.NewServer(b)
	server.Domain, server.ReadTimeout, server.WriteTimeout, server.TLSConfig = "localhost", 5*time.Second, 5*time.Second, c
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = listener.Addr().String()
	if fromTheStart {
		listener = tls.NewListener(listener, c)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return address
}

// certificate returns a certificate for 127.0.0.1 and the option that trusts
// it.
func certificate(t *testing.T) (*tls.Config, gomail.Option) {
	t.Helper()
	web := httptest.NewTLSServer(nil)
	defer web.Close()
	pool := x509.NewCertPool()
	pool.AddCert(web.Certificate())
	return &tls.Config{Certificates: web.TLS.Certificates, MinVersion: tls.VersionTLS12},
		gomail.WithTLSConfig(&tls.Config{RootCAs: pool, ServerName: "127.0.0.1", MinVersion: tls.VersionTLS12})
}

func (b *inbox) NewSession(c *smtp.Conn) (smtp.Session, error) {
	_, secure := c.TLSConnectionState()
	return &delivery{inbox: b, secure: secure}, nil
}

type delivery struct {
	inbox    *inbox
	from, to string
	secure   bool
	user     string
}

func (d *delivery) AuthMechanisms() []string { return []string{sasl.Plain} }

func (d *delivery) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		d.inbox.mu.Lock()
		defer d.inbox.mu.Unlock()
		d.inbox.passwords = append(d.inbox.passwords, password)
		if user != "sineng" || password != "right" {
			return smtp.ErrAuthFailed
		}
		d.user = user
		return nil
	}), nil
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
	way := d.user
	if d.secure {
		way = "tls " + d.user
	}
	d.inbox.ways = append(d.inbox.ways, way)
	return err
}
func (d *delivery) Reset()        {}
func (d *delivery) Logout() error { return nil }

func TestAMailReachesTheServerOrSaysWhyNot(t *testing.T) {
	box := &inbox{}
	s, err := mail.New("smtp://"+box.serve(t, nil, false), "sineng@example.org")
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
	s, err := mail.New("smtp://"+box.serve(t, nil, false), "sineng@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "nobody@example.org", "x", "x"); err == nil || !strings.Contains(err.Error(), "550") {
		t.Errorf("a refused mail: %v", err)
	} else if !errors.Is(err, mail.ErrRefused) {
		t.Errorf("a refused mail is to be sent again: %v", err)
	}
	// The subject cannot inject a header.
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

func TestAMailGoesThroughTLSUnderAName(t *testing.T) {
	config, trust := certificate(t)
	for name, c := range map[string]struct {
		scheme       string
		fromTheStart bool
		password     string
		options      []gomail.Option
		way          string // empty when no mail may arrive
	}{
		"STARTTLS":                      {"smtp", false, "right", []gomail.Option{trust}, "tls sineng"},
		"TLS from the start":            {"smtps", true, "right", []gomail.Option{trust}, "tls sineng"},
		"a wrong password":              {"smtp", false, "wrong", []gomail.Option{trust}, ""},
		"a certificate of nobody known": {"smtp", false, "right", nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			box := &inbox{}
			address := box.serve(t, config, c.fromTheStart)
			s, err := mail.New(c.scheme+"://sineng:"+c.password+"@"+address, "sineng@example.org", c.options...)
			if err != nil {
				t.Fatal(err)
			}
			err = s.Send(t.Context(), "inspector@example.org", "x", "y")
			box.mu.Lock()
			defer box.mu.Unlock()
			if c.way == "" {
				if err == nil || errors.Is(err, mail.ErrRefused) || len(box.mails) != 0 {
					t.Errorf("%v, the server got %q", err, box.mails)
				}
				return
			}
			if err != nil || len(box.ways) != 1 || box.ways[0] != c.way {
				t.Errorf("the mails came by %q, %v", box.ways, err)
			}
		})
	}
}

func TestAPasswordIsNotSentInTheClear(t *testing.T) {
	box := &inbox{}
	server := smtp.NewServer(box)
	server.Domain, server.AllowInsecureAuth = "localhost", true
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	s, err := mail.New("smtp://sineng:right@"+listener.Addr().String(), "sineng@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "inspector@example.org", "x", "y"); err == nil {
		t.Error("the mail was sent")
	}
	box.mu.Lock()
	defer box.mu.Unlock()
	if len(box.passwords) != 0 || len(box.mails) != 0 {
		t.Errorf("the server got the passwords %q and %d mails", box.passwords, len(box.mails))
	}
}

func TestAMailThatWasTakenIsNotAnErrorWhateverFollows(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() { // closes the connection once it has the mail
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		defer func() { _ = conn.Close() }()
		say := func(line string) { _, _ = fmt.Fprintf(conn, "%s\r\n", line) }
		say("220 localhost")
		for lines, data := bufio.NewScanner(conn), false; lines.Scan(); {
			switch line := lines.Text(); {
			case data && line == ".":
				say("250 taken")
				return
			case data:
			case line == "DATA":
				data = true
				say("354 go on")
			default:
				say("250 fine")
			}
		}
	}()
	s, err := mail.New("smtp://"+listener.Addr().String(), "sineng@example.org")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "inspector@example.org", "x", "y"); err != nil {
		t.Errorf("it would be sent again: %v", err)
	}
}
