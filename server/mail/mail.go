// Package mail sends mails through the SMTP server of the body that runs the program.
package mail

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// Sender sends mails.
type Sender struct {
	client *gomail.Client
	from   string
}

// sendTime is how long the server may take.
const sendTime = 20 * time.Second

// New reads smtp://user:password@host:port, with STARTTLS where the server offers it, or
// smtps:// for TLS from the start; from is the sender's address.
func New(server, from string) (*Sender, error) {
	u, err := url.Parse(server)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" {
		return nil, fmt.Errorf("--smtp: expected smtp://user:password@host:port or smtps://…")
	}
	options := []gomail.Option{gomail.WithTimeout(sendTime), gomail.WithTLSPolicy(gomail.TLSOpportunistic)}
	if u.Scheme == "smtps" {
		options = []gomail.Option{gomail.WithTimeout(sendTime), gomail.WithSSL()}
	}
	if u.Port() != "" {
		port, err := strconv.Atoi(u.Port())
		if err != nil {
			return nil, fmt.Errorf("--smtp: the port %q is no number", u.Port())
		}
		options = append(options, gomail.WithPort(port))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	client, err := gomail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, fmt.Errorf("--smtp: %w", err)
	}
	s := &Sender{client, from}
	if err := gomail.NewMsg().From(from); err != nil {
		return nil, fmt.Errorf("--mail-from: %w", err)
	}
	return s, nil
}

// Send sends a mail of plain text.
func (s *Sender) Send(ctx context.Context, to, subject, text string) error {
	m := gomail.NewMsg()
	if err := m.From(s.from); err != nil {
		return err
	}
	if err := m.To(to); err != nil {
		return err
	}
	m.Subject(subject)
	m.SetBodyString(gomail.TypeTextPlain, text)
	return s.client.DialAndSendWithContext(ctx, m)
}
