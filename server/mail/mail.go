// Package mail sends mails through the operator's SMTP server.
package mail

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// ErrRefused means that the server will never accept a mail; sending it again
// is useless.
var ErrRefused = errors.New("the mail server refuses the mail")

// Sender sends mails.
type Sender struct {
	client *gomail.Client
	from   string
	// domain is the domain of the sender's address, used in message ids.
	domain string
}

// sendTime is the time limit for sending a mail.
const sendTime = 20 * time.Second

// New parses smtp://user:password@host:port, which uses STARTTLS if the server
// offers it, or smtps:// for TLS from the start; from is the sender's address.
// A password is sent only through TLS, or by a method that does not reveal it.
// Further options set e.g. which certificates are trusted.
func New(server, from string, more ...gomail.Option) (*Sender, error) {
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
	client, err := gomail.NewClient(u.Hostname(), append(options, more...)...)
	if err != nil {
		return nil, fmt.Errorf("--smtp: %w", err)
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("--mail-from: %w", err)
	}
	return &Sender{client, from, sender.Address[strings.LastIndex(sender.Address, "@")+1:]}, nil
}

// Send sends a plain text mail with a new message id.
func (s *Sender) Send(ctx context.Context, to, subject, text string) error {
	return s.SendAs(ctx, rand.Text(), to, subject, text)
}

// SendAs is Send with a message id that the caller keeps for the same mail: a
// mail without a reply of the server is sent again, and the id lets the
// recipient recognise the copy. The error is ErrRefused when the server will
// never accept the mail or its address.
func (s *Sender) SendAs(ctx context.Context, id, to, subject, text string) error {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.From(s.from); err != nil {
		return err
	}
	if err := m.To(to); err != nil {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	m.SetMessageIDWithValue(id + "@" + s.domain)
	// Absence messages must not answer it (RFC 3834).
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.Subject(strings.Join(strings.Fields(subject), " "))
	m.SetBodyString(gomail.TypeTextPlain, text)
	err := s.client.DialAndSendWithContext(ctx, m)
	if err == nil || m.IsDelivered() { // the server accepted it, whatever failed afterwards
		return nil
	}
	var failed *gomail.SendError
	if errors.As(err, &failed) && failed.ErrorCode()/100 == 5 && slices.Contains(ofTheMail, failed.Reason) {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return err
}

// ofTheMail are the steps whose refusal is due to the mail or its address.
// Other refusals are for the operator to mend.
var ofTheMail = []gomail.SendErrReason{gomail.ErrSMTPRcptTo, gomail.ErrSMTPData, gomail.ErrSMTPDataClose}
